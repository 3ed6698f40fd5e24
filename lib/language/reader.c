#include "language/reader.h"

#include <string.h>

#include "base/status.h"

static const struct {
  const char *name;
  uint64_t bit;
} tags[] = {
#define NSP__TAG(name, text) {text, (uint64_t)1 << NSP__SAYS_##name},
#include "language/tags.def"
#undef NSP__TAG
};

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

nsp__lines nsp__lines_of(const char *file, const char *data, size_t length) {
  nsp__lines lines = {file, data, length, 0, 0};
  if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) lines.at = 3;
  return lines;
}

bool nsp__lines_next(nsp__lines *lines, nsp__line *line) {
  while (lines->at < lines->length) {
    const char *start = lines->data + lines->at;
    const char *end = memchr(start, '\n', lines->length - lines->at);
    size_t length = end ? (size_t)(end - start) : lines->length - lines->at;
    lines->at += length + 1;
    lines->number++;
    for (size_t i = 0; i < length; i++)
      if (start[i] == '#' && (i == 0 || is_space(start[i - 1]))) length = i;
    size_t skip = 0;
    while (length > 0 && is_space(start[length - 1])) length--;
    while (skip < length && is_space(start[skip])) skip++;
    if (skip == length) continue;
    *line = (nsp__line){lines->file, start + skip, length - skip, lines->number, (uint32_t)skip + 1};
    return true;
  }
  return false;
}

void nsp__pack_mistake(nsp__pack_errors *errors, const nsp__line *line, size_t at, const char *message) {
  nsp_error error;
  nsp__fail_at(&error, NSP_ERROR_PACK_SYNTAX, line->file, line->number, line->column + (uint32_t)at, message);
  if (errors->count++ == 0 && errors->first) *errors->first = error;
  if (errors->handler) errors->handler(&error, errors->payload);
}

/* Reads the tags behind a line's TAB into `record`. */
static bool read_tags(nsp__builder *b, const nsp__line *line, size_t at, nsp__record *record,
                      nsp__pack_errors *errors) {
  char values[512];
  size_t used = 0;
  while (at < line->length) {
    while (at < line->length && is_space(line->text[at])) at++;
    size_t start = at;
    while (at < line->length && !is_space(line->text[at])) at++;
    size_t length = at - start;
    if (!length) break;
    if (memchr(line->text + start, '=', length)) {
      if (used + length + 2 > sizeof values) {
        nsp__pack_mistake(errors, line, start, "too many values in one line");
        return false;
      }
      if (used) values[used++] = ' ';
      memcpy(values + used, line->text + start, length);
      used += length;
      continue;
    }
    size_t i = 0;
    while (i < NSP__SAYS_COUNT && (strlen(tags[i].name) != length || memcmp(tags[i].name, line->text + start, length)))
      i++;
    if (i == NSP__SAYS_COUNT) {
      nsp__pack_mistake(errors, line, start, "there is no tag of that name");
      return false;
    }
    record->tags |= tags[i].bit;
  }
  if (used) record->values = nsp__builder_string(b, values, used);
  return true;
}

/* One form of a line, between bars. */
static void read_form(nsp__builder *b, const char *text, size_t length, bool removes, nsp__record *record) {
  /* What is looked up there is the word before a full stop. */
  bool stopless = record->class_number == NSP__CLASS_ABBREVIATION || record->class_number == NSP__CLASS_MONTH;
  if (stopless && length > 1 && text[length - 1] == '.') length--;
  uint32_t lexeme = nsp__builder_lexeme(b, text, length);
  if (removes) {
    nsp__builder_remove(b, lexeme, record->class_number);
    return;
  }
  record->written = nsp__builder_string(b, text, length);
  if (!record->canonical) record->canonical = record->written;
  nsp__builder_record(b, lexeme, record);
}

void nsp__read_word_list(nsp__builder *b, nsp__class class_number, nsp__lines lines, nsp__pack_errors *errors) {
  for (nsp__line line; nsp__lines_next(&lines, &line) && !b->failed;) {
    const char *tab = memchr(line.text, '\t', line.length);
    size_t forms = tab ? (size_t)(tab - line.text) : line.length;
    bool removes = line.text[0] == '-' && forms > 1;
    nsp__record record = {.class_number = (uint16_t)class_number};
    if (tab && !read_tags(b, &line, forms, &record, errors)) continue;
    for (size_t at = removes ? 1 : 0; at <= forms;) {
      const char *bar = memchr(line.text + at, '|', forms - at);
      size_t end = bar ? (size_t)(bar - line.text) : forms, start = at;
      at = end + 1;
      while (start < end && is_space(line.text[start])) start++;
      while (end > start && is_space(line.text[end - 1])) end--;
      if (start == end)
        nsp__pack_mistake(errors, &line, start, "a word is missing here");
      else if (end - start > 1000)
        nsp__pack_mistake(errors, &line, start, "a word of more than 1000 bytes");
      else
        read_form(b, line.text + start, end - start, removes, &record);
    }
  }
}

void nsp__read_properties(nsp__builder *b, nsp__lines lines, nsp__pack_errors *errors) {
  for (nsp__line line; nsp__lines_next(&lines, &line) && !b->failed;) {
    const char *equals = memchr(line.text, '=', line.length);
    if (!equals || equals == line.text) {
      nsp__pack_mistake(errors, &line, 0, "expected: key = value");
      continue;
    }
    size_t key = (size_t)(equals - line.text), value = key + 1;
    while (key > 0 && is_space(line.text[key - 1])) key--;
    while (value < line.length && is_space(line.text[value])) value++;
    uint32_t *pair =
        nsp__array_reserve(&b->arena, &b->properties, 2) ? b->properties.items + b->properties.count : NULL;
    if (!pair) {
      b->failed = true;
      return;
    }
    pair[0] = nsp__builder_string(b, line.text, key);
    pair[1] = nsp__builder_string(b, line.text + value, line.length - value);
    b->properties.count += 2;
    if (key == 2 && memcmp(line.text, "id", 2) == 0) b->id = pair[1];
    if (key == 4 && memcmp(line.text, "name", 4) == 0) b->name = pair[1];
  }
}

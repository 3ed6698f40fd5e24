/* Pack files -> compiled pack: nsp_language_compile() and nsp_language_check(). The build uses the same code for the
 * built-in packs (pack_compiler.c), so there is one reading of the format. */
#include <string.h>

#include "base/status.h"
#include "language/pattern.h"
#include "language/reader.h"
#include "text/utf8.h"

static const struct {
  const char *file;
  nsp__class class_number;
} word_lists[] = {
#define NSP__CLASS(name, file) {file, NSP__CLASS_##name},
#include "language/classes.def"
#undef NSP__CLASS
};

/* Keeps a file's text, comments left out, so that the pack can be added to later. */
static void keep_source(nsp__builder *b, const nsp_pack_file *file) {
  char *kept = nsp__arena_alloc(&b->arena, file->length + 1);
  uint32_t *pair = nsp__array_reserve(&b->arena, &b->sources, 2) ? b->sources.items + b->sources.count : NULL;
  if (!kept || !pair) {
    b->failed = true;
    return;
  }
  size_t used = 0;
  nsp__lines lines = nsp__lines_of(file->name, file->data, file->length);
  for (nsp__line line; nsp__lines_next(&lines, &line);) {
    memcpy(kept + used, line.text, line.length);
    used += line.length;
    kept[used++] = '\n';
  }
  pair[0] = nsp__builder_string(b, file->name, strlen(file->name));
  pair[1] = nsp__builder_string(b, kept, used);
  b->sources.count += 2;
}

/* Notes lines that are not UTF-8, or hold a NUL (the pack keeps its sources as NUL-ended strings). */
static bool check_text(const nsp_pack_file *file, nsp__pack_errors *errors) {
  uint32_t before = errors->count;
  nsp__lines lines = nsp__lines_of(file->name, file->data, file->length);
  for (nsp__line line; nsp__lines_next(&lines, &line);) {
    uint32_t codepoint = 1;
    size_t at = 0, size = 0;
    for (; at < line.length; at += size) {
      size = nsp__utf8_decode(line.text + at, line.length - at, &codepoint);
      if (codepoint == NSP__MALFORMED || codepoint == 0) break;
    }
    if (at < line.length) nsp__pack_mistake(errors, &line, at, "a byte that is not UTF-8 text");
  }
  return errors->count == before;
}

static void read_file(nsp__builder *b, const nsp_pack_file *file, nsp__pack_errors *errors) {
  if (!check_text(file, errors)) return;
  nsp__lines lines = nsp__lines_of(file->name, file->data, file->length);
  keep_source(b, file);
  if (strcmp(file->name, "language.txt") == 0) {
    nsp__read_properties(b, lines, errors);
    return;
  }
  if (strcmp(file->name, "credits.txt") == 0) {
    nsp__patterns_read(b, lines);
    return;
  }
  for (size_t i = 0; i < NSP__CLASS_COUNT; i++)
    if (strcmp(file->name, word_lists[i].file) == 0) {
      nsp__read_word_list(b, word_lists[i].class_number, lines, errors);
      return;
    }
  nsp__line line = {file->name, "", 0, 1, 1};
  nsp__pack_mistake(errors, &line, 0, "no file of a language pack goes by that name");
}

static void read_base(nsp__builder *b, const nsp_language *base, nsp__pack_errors *errors) {
  uint32_t size;
  const uint32_t *pairs = nsp__pack_section(base, NSP__SECTION_SOURCES, &size);
  for (uint32_t i = 0; i + 1 < size / sizeof *pairs && !b->failed; i += 2) {
    const char *text = nsp__pack_string(base, pairs[i + 1]);
    nsp_pack_file file = {nsp__pack_string(base, pairs[i]), text, strlen(text)};
    read_file(b, &file, errors);
  }
}

/* Reads everything into an initialised builder. */
static nsp_status read_all(nsp__builder *b, const nsp_language *base, const char *id, const nsp_pack_file *files,
                           size_t count, nsp__pack_errors *errors) {
  if (base) read_base(b, base, errors);
  for (size_t i = 0; i < count && !b->failed; i++) read_file(b, &files[i], errors);
  if (id) b->id = nsp__builder_string(b, id, strlen(id));
  if (!b->name) b->name = b->id;
  nsp__patterns_compile(b, errors);
  if (b->failed) return NSP_ERROR_NO_MEMORY;
  return errors->count ? NSP_ERROR_PACK_SYNTAX : NSP_OK;
}

static bool files_given(const nsp_pack_file *files, size_t count) {
  if (!files && count) return false;
  for (size_t i = 0; i < count; i++)
    if (!files[i].name || (!files[i].data && files[i].length)) return false;
  return true;
}

static nsp_status open_built(nsp__builder *b, const nsp_allocator *allocator, nsp_language **out) {
  void *block = NULL;
  size_t size = 0;
  nsp_status status = nsp__builder_finish(b, allocator, &block, &size);
  if (status != NSP_OK) return status;
  nsp_language *language = allocator->allocate(allocator->context, sizeof *language);
  status = language ? nsp__pack_open(language, block, size) : NSP_ERROR_NO_MEMORY;
  if (status != NSP_OK) {
    allocator->release(allocator->context, block, size);
    if (language) allocator->release(allocator->context, language, sizeof *language);
    return status;
  }
  language->allocator = *allocator;
  language->owned = block;
  *out = language;
  return NSP_OK;
}

nsp_status nsp_language_compile(const nsp_language *base, const char *id, const nsp_pack_file *files, size_t count,
                                const nsp_allocator *allocator, nsp_language **out, nsp_error *error) {
  if (!out) return nsp__fail(error, NSP_ERROR_INVALID_ARGUMENT, 0, "no place for the result");
  *out = NULL;
  if (!files_given(files, count))
    return nsp__fail(error, NSP_ERROR_INVALID_ARGUMENT, 0, "a pack file has no name or no data");
  if (!id && !base) return nsp__fail(error, NSP_ERROR_INVALID_ARGUMENT, 0, "a language without a base needs an id");
  nsp_allocator memory = allocator ? *allocator : nsp_allocator_default();
  nsp__builder builder;
  nsp_error first = {0};
  if (!id && base) id = nsp_language_id(base);
  nsp__pack_errors errors = {&first, NULL, NULL, 0};
  nsp_status status = nsp__builder_init(&builder, &memory, id) ? read_all(&builder, base, id, files, count, &errors)
                                                               : NSP_ERROR_NO_MEMORY;
  if (status == NSP_OK) status = open_built(&builder, &memory, out);
  nsp__builder_free(&builder);
  if (status == NSP_ERROR_PACK_SYNTAX && error)
    *error = first;
  else if (status != NSP_OK)
    nsp__fail(error, status, 0, NULL);
  return status;
}

nsp_status nsp_language_check(const nsp_language *base, const nsp_pack_file *files, size_t count,
                              const nsp_allocator *allocator, nsp_error_handler handler, void *payload) {
  if (!files_given(files, count)) return NSP_ERROR_INVALID_ARGUMENT;
  nsp_allocator memory = allocator ? *allocator : nsp_allocator_default();
  nsp__builder builder;
  const char *id = base ? nsp_language_id(base) : NULL;
  nsp__pack_errors errors = {NULL, handler, payload, 0};
  nsp_status status = nsp__builder_init(&builder, &memory, id) ? read_all(&builder, base, NULL, files, count, &errors)
                                                               : NSP_ERROR_NO_MEMORY;
  nsp__builder_free(&builder);
  return status;
}

void nsp_language_free(nsp_language *language) {
  if (!language || !language->owned) return;
  nsp_allocator allocator = language->allocator;
  allocator.release(allocator.context, language->owned, language->header->size);
  allocator.release(allocator.context, language, sizeof *language);
}

#include "layout/wrap.h"

#include <string.h>

#include "text/classes.h"

enum { NARROWEST = 36, WIDEST = 132, FEWEST_BREAKS = 2, MOST_LINES = 48 };

/* Characters of a stretch; what does not begin one is not counted. */
static uint32_t count_characters(const char *text, uint32_t start, uint32_t end) {
  uint32_t count = 0;
  for (uint32_t i = start; i < end; i++) count += ((uint8_t)text[i] & 0xC0) != 0x80;
  return count;
}

static uint32_t trimmed_end(const char *text, uint32_t start, uint32_t end) {
  while (end > start && (uint8_t)text[end - 1] <= ' ') end--;
  return end;
}

static uint32_t first_word_length(const char *text, uint32_t start, uint32_t limit) {
  while (start < limit && (text[start] == ' ' || text[start] == '\t' || text[start] == '>')) start++;
  uint32_t end = start;
  while (end < limit && end - start < 40 && (uint8_t)text[end] > ' ') end++;
  return count_characters(text, start, end);
}

typedef struct line_sizes {
  uint32_t characters, next_word; /* next_word 0: no line follows */
  bool goes_on;                   /* it is not finished, and the next line begins with a small letter */
} line_sizes;

static line_sizes measure(const char *text, uint32_t start, uint32_t end, uint32_t next, uint32_t limit) {
  uint32_t last = trimmed_end(text, start, end);
  line_sizes sizes = {.characters = count_characters(text, start, last)};
  if (next >= limit) return sizes;
  sizes.next_word = first_word_length(text, next, limit);
  uint32_t word = next;
  while (word < limit && (text[word] == ' ' || text[word] == '\t' || text[word] == '>')) word++;
  uint8_t begins = nsp__char_at(text, word, limit).class_;
  bool caseless = begins == NSP__CHAR_LETTER || begins == NSP__CHAR_IDEOGRAPH;
  sizes.goes_on = (begins == NSP__CHAR_LOWER || caseless) && !nsp__line_is_finished(text, start, last);
  return sizes;
}

/* Measures the lines from `line` on up to a blank one; the width they are wrapped at, or 0. */
static uint32_t find_width(const char *text, uint32_t line, uint32_t length, uint32_t *group_end) {
  uint32_t limit = length - line > NSP__LOOK_LINES ? line + NSP__LOOK_LINES : length, count = 0, width = 0;
  line_sizes lines[MOST_LINES];
  uint32_t start = line;
  while (start < limit && count < MOST_LINES) {
    const char *found = memchr(text + start, '\n', limit - start);
    uint32_t end = found ? (uint32_t)(found - text) : limit, next = found ? end + 1 : limit;
    if (trimmed_end(text, start, end) == start) break; /* a blank line */
    lines[count] = measure(text, start, end, next, limit);
    if (lines[count].characters > width) width = lines[count].characters;
    count++;
    start = next;
    if (width > WIDEST) break;
  }
  *group_end = start;
  uint32_t breaks = 0, full = 0, going_on = 0;
  for (uint32_t i = 0; i + 1 < count; i++) {
    breaks++;
    full += lines[i].characters + 1 + lines[i].next_word > width;
    going_on += lines[i].goes_on;
  }
  bool wrapped = width >= NARROWEST && width <= WIDEST && breaks >= FEWEST_BREAKS && full * 4 >= breaks * 3 &&
                 going_on * 4 >= breaks;
  return wrapped ? width : 0;
}

bool nsp__line_is_wrapped(nsp__lines_state *state, const char *text, uint32_t line, uint32_t end, uint32_t next,
                          uint32_t length) {
  if (end - line > 4 * WIDEST) return false;
  if (line >= state->group_end) state->width = find_width(text, line, length, &state->group_end);
  if (state->width > state->page_width) state->page_width = state->width;
  if (!state->width && !state->page_width) return false;
  line_sizes sizes = measure(text, line, end, next, length);
  if (!state->width) /* a paragraph too short to show a width of its own has that of those before it */
    return sizes.characters <= state->page_width && sizes.characters + 1 + sizes.next_word > state->page_width &&
           next < state->group_end;
  return sizes.characters + 1 + sizes.next_word > state->width || sizes.goes_on;
}

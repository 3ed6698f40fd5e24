#include "layout/lines.h"

#include "text/classes.h"

/* The next line's start; `*blank` when there is an empty line between. */
static uint32_t next_line(const char *text, uint32_t at, uint32_t length, bool *blank) {
  uint32_t limit = length - at > NSP__LOOK_LINES ? at + NSP__LOOK_LINES : length, line = at;
  int breaks = 0;
  *blank = false;
  for (;;) {
    nsp__char c = nsp__char_at(text, at, limit);
    if (!nsp__is_space(c.class_)) break;
    at += c.length;
    if (c.class_ != NSP__CHAR_BREAK) continue;
    if (c.codepoint == '\r' && at < limit && text[at] == '\n') at++;
    if (c.codepoint == '\f' || c.codepoint == 0x2029) *blank = true;
    line = at;
    if (++breaks > 1) *blank = true;
  }
  if (at >= limit) *blank = true;
  return *blank ? line : line;
}

/* Does the line that ends at text[at] end with a mark behind which a new line may begin anything? */
static bool line_is_finished(const char *text, uint32_t at, uint32_t start) {
  nsp__char c = nsp__char_before(text, at, start);
  while (c.class_ == NSP__CHAR_SPACE || c.class_ == NSP__CHAR_QUOTE || c.class_ == NSP__CHAR_APOSTROPHE ||
         c.class_ == NSP__CHAR_CLOSE)
    at -= c.length, c = nsp__char_before(text, at, start);
  return nsp__is_terminator(c.class_) || c.codepoint == ':' || c.codepoint == 0xFF1A;
}

/* Is there a full stop or the like at the end of the lines that follow without a blank one between? */
static bool group_is_finished(const char *text, uint32_t at, uint32_t length) {
  uint32_t limit = length - at > NSP__LOOK_LINES ? at + NSP__LOOK_LINES : length, start = at, last = at;
  for (; at < limit; at++) {
    if (text[at] == '\n') {
      if (at + 1 >= limit || text[at + 1] == '\n' || text[at + 1] == '\r') break;
    } else if ((uint8_t)text[at] > ' ') last = at + 1;
  }
  return line_is_finished(text, last, start);
}

bool nsp__line_ends_block(nsp__lines_state *state, const char *text, uint32_t at, uint32_t length, uint32_t *next) {
  bool blank;
  uint32_t line = state->line;
  *next = state->line = next_line(text, at, length, &blank);
  if (blank) return true;
  uint32_t word = *next;
  while (word < length && (text[word] == ' ' || text[word] == '\t') && word - *next < 64) word++;
  if (line_is_finished(text, at, line)) return true;
  nsp__char first = nsp__char_at(text, line, at), c = nsp__char_at(text, word, length);
  bool flowed = at > line && text[at - 1] == ' ';
  if (flowed && c.codepoint == '(') return false;
  if (c.class_ != NSP__CHAR_LOWER) return true;
  nsp__char second = nsp__char_at(text, word + c.length, length);
  if (second.class_ == NSP__CHAR_STOP || second.class_ == NSP__CHAR_CLOSE) return true; /* "a) …" */
  return !(flowed || (first.class_ != NSP__CHAR_LOWER && group_is_finished(text, word, length)));
}

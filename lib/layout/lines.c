#include "layout/lines.h"

#include <string.h>

#include "layout/wrap.h"
#include "text/classes.h"

enum { SHORTEST_PROSE = 40 }; /* bytes */

/* The next line's start; `*blank` when there is an empty line or a page break between. */
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
    if (c.codepoint == '\f' || c.codepoint == 0x2029 || ++breaks > 1) *blank = true;
    line = at;
  }
  if (at >= limit) *blank = true;
  return line;
}

bool nsp__line_is_finished(const char *text, uint32_t start, uint32_t end) {
  nsp__char c;
  while (c = nsp__char_before(text, end, start), c.class_ == NSP__CHAR_SPACE || c.class_ == NSP__CHAR_QUOTE ||
                                                     c.class_ == NSP__CHAR_APOSTROPHE || c.class_ == NSP__CHAR_CLOSE)
    end -= c.length;
  return nsp__is_terminator(c.class_) || c.codepoint == ':' || c.codepoint == 0xFF1A;
}

bool nsp__line_begins_item(const char *text, uint32_t at, uint32_t end) {
  nsp__char c = nsp__char_at(text, at, end);
  if (c.class_ == NSP__CHAR_BULLET || c.class_ == NSP__CHAR_DASH) return true;
  uint32_t label = 0;
  if (c.codepoint == '(') c = nsp__char_at(text, ++at, end);
  for (; label < 4 && (c.class_ == NSP__CHAR_DIGIT || (label == 0 && nsp__is_letter(c.class_))); label++) {
    at += c.length;
    bool letter = nsp__is_letter(c.class_);
    c = nsp__char_at(text, at, end);
    if (letter) {
      label++;
      break;
    }
  }
  if (!label || (c.codepoint != ')' && c.codepoint != '.')) return false;
  nsp__char after = nsp__char_at(text, at + c.length, end);
  return nsp__is_space(after.class_) || after.codepoint == ')';
}

/* Is there a full stop or the like at the end of the lines that follow without a blank one between? */
static bool group_is_finished(const char *text, uint32_t at, uint32_t length) {
  uint32_t limit = length - at > NSP__LOOK_LINES ? at + NSP__LOOK_LINES : length, start = at, last = at;
  while (at < limit) {
    const char *found = memchr(text + at, '\n', limit - at);
    uint32_t end = found ? (uint32_t)(found - text) : limit;
    if (end == at || (end == at + 1 && text[at] == '\r')) break;
    last = end;
    at = end + 1;
  }
  while (last > start && (uint8_t)text[last - 1] <= ' ') last--;
  return nsp__line_is_finished(text, start, last);
}

/* Verse: "The woods are deep,", "And I must go": behind a comma nothing is finished, whatever the next line begins with
 * (a label apart, "Source: Roe"). But "Dear Mrs. Roe," and "12 High Street," stand alone; those have few words. */
static bool is_verse(const char *text, uint32_t start, uint32_t end) {
  enum { FEWEST_WORDS = 4 };
  while (end > start && (uint8_t)text[end - 1] <= ' ') end--;
  if (nsp__char_before(text, end, start).class_ != NSP__CHAR_COMMA) return false;
  int words = 1;
  for (uint32_t i = start + 1; i < end && words < FEWEST_WORDS; i++) words += text[i] == ' ' && text[i - 1] != ' ';
  return words >= FEWEST_WORDS && nsp__char_at(text, start, end).class_ == NSP__CHAR_UPPER;
}

bool nsp__line_ends_block(nsp__lines_state *state, const char *text, uint32_t at, uint32_t length, uint32_t *next) {
  bool blank;
  uint32_t line = state->line;
  *next = state->line = next_line(text, at, length, &blank);
  if (blank || at - line > NSP__LONGEST_LINE) return true;
  uint32_t word = *next, limit = length - word > 64 ? word + 64 : length;
  while (word < limit && (text[word] == ' ' || text[word] == '\t')) word++;
  bool indented = word - *next > 1;
  if (word < limit && text[word] == '>' && text[line] == '>') /* a quotation goes on with the mark repeated */
    while (word < limit && (text[word] == ' ' || text[word] == '>')) word++;
  if (nsp__line_begins_item(text, word, length)) return true;
  if (nsp__line_is_wrapped(state, text, line, at, *next, length)) return false;
  nsp__char c = nsp__char_at(text, word, length);
  bool flowed = at > line && text[at - 1] == ' ';
  if (nsp__line_is_finished(text, line, at)) return true;
  if (flowed && c.codepoint == '(') return false;
  if (c.class_ == NSP__CHAR_UPPER && is_verse(text, line, at)) return memchr(text + word, ':', limit - word) != NULL;
  if (c.class_ != NSP__CHAR_LOWER) return true;
  /* Short lines in small letters are more likely a list. */
  bool prose = at - line >= SHORTEST_PROSE || nsp__char_at(text, line, at).class_ != NSP__CHAR_LOWER;
  return !(flowed || indented || (prose && group_is_finished(text, word, length)));
}

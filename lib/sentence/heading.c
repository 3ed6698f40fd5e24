#include "sentence/heading.h"

#include "sentence/context.h"
#include "text/classes.h"

enum { FEWEST_WORDS = 3, MOST_WORDS = 24 };

/* Behind the run of capitals and digits, apostrophes and hyphens between them, at text[at]; how many of it are
 * capitals. */
static uint32_t read_capitals(const nsp__splitter *s, uint32_t at, uint32_t end, uint32_t *capitals) {
  nsp__char before = {0};
  for (*capitals = 0;;) {
    nsp__char c = nsp__char_at(s->text, at, end);
    bool capital = c.class_ == NSP__CHAR_UPPER;
    bool inside = capital || c.class_ == NSP__CHAR_DIGIT || c.class_ == NSP__CHAR_APOSTROPHE || c.codepoint == '-';
    if (!inside) break;
    *capitals += capital;
    before = c;
    at += c.length;
  }
  return before.class_ == NSP__CHAR_UPPER || before.class_ == NSP__CHAR_DIGIT ? at : 0;
}

/* A word with one capital, then small letters, that opens sentences. */
static bool opens(const nsp__splitter *s, uint32_t at, uint32_t end) {
  nsp__char first = nsp__char_at(s->text, at, end);
  if (first.class_ != NSP__CHAR_UPPER) return false;
  if (nsp__char_at(s->text, at + first.length, end).class_ != NSP__CHAR_LOWER) return false;
  uint32_t word = nsp__word_end(s, at);
  return word < end && nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + at, word - at, NULL);
}

uint32_t nsp__heading_end(const nsp__splitter *s, uint32_t start, uint32_t end) {
  uint32_t limit = end - start > NSP__LONGEST_CAPITALS ? start + NSP__LONGEST_CAPITALS : end;
  uint32_t at = start, long_words = 0, capitals;
  for (int words = 0; words < MOST_WORDS; words++) {
    uint32_t last = read_capitals(s, at, limit, &capitals);
    if (!last || last >= limit) return 0;
    long_words += capitals > 1;
    bool comma = s->text[last] == ',' || s->text[last] == ':';
    at = last + comma;
    if (at + 1 >= limit || s->text[at] != ' ') return 0;
    at++;
    if (!comma && long_words >= FEWEST_WORDS && opens(s, at, end)) return last;
  }
  return 0;
}

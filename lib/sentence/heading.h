/* A heading in capitals that lost its line break and stands before the sentence that it heads: "SCOPE OF WORK The
 * contractor shall …".
 *
 * Reads: the text of one sentence, at most NSP__LONGEST_CAPITALS bytes; starters.txt. Adds nothing. */
#ifndef NSP_SENTENCE_HEADING_H
#define NSP_SENTENCE_HEADING_H

#include "sentence/splitter.h"

enum { NSP__LONGEST_CAPITALS = 160 };

/* Where the heading ends with which text[start … end) begins; 0 if there is none. */
uint32_t nsp__heading_end(const nsp__splitter *splitter, uint32_t start, uint32_t end);

/* Is it a small letter of ASCII, Greek or Cyrillic? */
static inline bool nsp__is_small_here(uint8_t first, uint8_t second) {
  bool greek = ((first == 0xCE) & (second >= 0xB1)) | ((first == 0xCF) & (second < 0x8F));
  bool cyrillic = ((first == 0xD0) & (second >= 0xB0)) | ((first == 0xD1) & (second < 0xA0));
  return ((first >= 'a') & (first <= 'z')) | greek | cyrillic;
}

/* Can one begin there at all? Nearly every sentence is told here, by its first letters. */
static inline bool nsp__may_be_heading(const char *text, uint32_t start, uint32_t end) {
  if (end - start < 16) return false;
  uint8_t first = (uint8_t)text[start], second = (uint8_t)text[start + 1];
  if ((uint8_t)(second - 'a') < 26) return false;
  bool capital = (first >= 'A') & (first <= 'Z'), wide = (first >= 0xC3) & (first <= 0xD0) & (second >= 0x80);
  bool both = ((second >= 'A') & (second <= 'Z')) | ((second >= 0xC3) & (second <= 0xC5));
  wide &= !nsp__is_small_here((uint8_t)text[start + 2], (uint8_t)text[start + 3]);
  return (capital & both) | wide;
}

#endif

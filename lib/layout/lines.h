/* Does a block end at this line break, or does its paragraph go on in the next line?
 *
 * Reads: the text around a line break, at most NSP__LOOK_LINES bytes on. Keeps: nsp__lines_state. */
#ifndef NSP_LAYOUT_LINES_H
#define NSP_LAYOUT_LINES_H

#include "newsparse/common.h"

enum { NSP__LOOK_LINES = 4096, NSP__LONGEST_LINE = 512 };

typedef struct nsp__lines_state {
  uint32_t line;      /* start of the line that is being read */
  uint32_t group_end; /* lines before this are known to be wrapped at `width`, or not at all when that is 0 */
  uint32_t width;
  uint32_t page_width; /* the widest of all groups so far that were wrapped; 0: none was */
} nsp__lines_state;

/* text[at] begins a line break. Where the next line begins in *next, or, when the block ends here, where the first
 * line that is not blank begins (or as far as this looks). */
bool nsp__line_ends_block(nsp__lines_state *state, const char *text, uint32_t at, uint32_t length, uint32_t *next);

/* An empty line, and text behind it: the commonest end of a block, and the cheapest to see. */
static inline bool nsp__empty_line_follows(const char *text, uint32_t at, uint32_t length) {
  if (length - at < 5 || text[at] != '\n' || text[at + 1] != '\n') return false;
  uint8_t byte = (uint8_t)text[at + 2];
  if (byte < 0x80) return byte > ' ' && byte < 0x7F;
  /* U+2010 to U+201F: quotation marks and dashes */
  return byte == 0xE2 && (uint8_t)text[at + 3] == 0x80 && ((uint8_t)text[at + 4] & 0xF0) == 0x90;
}

/* Does the line end with a mark behind which a new line may begin anything? */
bool nsp__line_is_finished(const char *text, uint32_t start, uint32_t end);

/* Does an item of a list begin there: a bullet, "1.", "(a)"? */
bool nsp__line_begins_item(const char *text, uint32_t at, uint32_t end);

#endif

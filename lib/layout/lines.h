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
} nsp__lines_state;

/* text[at] begins a line break. Where the next line begins in *next, or, when the block ends here, where the first
 * line that is not blank begins (or as far as this looks). */
bool nsp__line_ends_block(nsp__lines_state *state, const char *text, uint32_t at, uint32_t length, uint32_t *next);

/* Does the line end with a mark behind which a new line may begin anything? */
bool nsp__line_is_finished(const char *text, uint32_t start, uint32_t end);

/* Does an item of a list begin there: a bullet, "1.", "(a)"? */
bool nsp__line_begins_item(const char *text, uint32_t at, uint32_t end);

#endif

/* Was a line broken because it was full, as in e-mail and wire copy, and not because its paragraph was over?
 *
 * A program that wraps text at a width breaks a line only where the next word would not have fitted. So in lines that
 * follow each other without a blank one, nearly every line but the last of a paragraph is too long to take the next
 * line's first word. Lines that writers end themselves (headings, verse, lists) show no such width.
 *
 * Reads: the lines from the present one on, at most NSP__LOOK_LINES bytes. Keeps: nsp__lines_state, so that each line
 * is measured once. */
#ifndef NSP_LAYOUT_WRAP_H
#define NSP_LAYOUT_WRAP_H

#include "layout/lines.h"

/* text[line … end) is a line, and the next one begins at text[next]. */
bool nsp__line_is_wrapped(nsp__lines_state *state, const char *text, uint32_t line, uint32_t end, uint32_t next,
                          uint32_t length);

#endif

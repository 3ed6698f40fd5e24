/* Stretches of speech: between marks, behind dialogue dashes. Reads: tokens, blocks. Adds: q->marked, in text order,
 * and q->mark_of. All are false when out of memory. */
#ifndef NSP_QUOTE_MARKS_H
#define NSP_QUOTE_MARKS_H

#include "quote/work.h"

/* marks.c */
bool nsp__find_marked(nsp__quoting *q);
/* repair.c: ends stretches that no mark closes before a clause of saying. */
void nsp__end_unclosed(nsp__quoting *q);
/* dialogue.c: adds the speech that dashes open. */
bool nsp__find_dialogue(nsp__quoting *q);
/* dialogue.c: takes clauses of saying out of the stretches that they stand in. */
bool nsp__cut_incises(nsp__quoting *q);
/* order.c: puts all stretches in text order again, and finds which lies in which. */
bool nsp__order_marked(nsp__quoting *q);

#endif

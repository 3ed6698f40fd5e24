/* Addressee, medium and time of what was said. Reads: tokens, the pack's lists, the tree. */
#ifndef NSP_QUOTE_ADJUNCT_H
#define NSP_QUOTE_ADJUNCT_H

#include "quote/work.h"

/* Fills draft->medium and draft->time from the words of `where` that are not in `skip`. */
void nsp__find_adjuncts(const nsp__quoting *q, nsp__range where, nsp__range skip, nsp__draft *draft);

/* Is the token a preposition that names whom one speaks to ("said to reporters")? language.txt: addressee = … */
bool nsp__names_addressee(const nsp__quoting *q, uint32_t token);

#endif

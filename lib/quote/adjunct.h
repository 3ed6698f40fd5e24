/* Addressee, medium and time of what was said. Reads: tokens, the pack's lists, the tree. */
#ifndef NSP_QUOTE_ADJUNCT_H
#define NSP_QUOTE_ADJUNCT_H

#include "quote/work.h"

/* Fills draft->medium and draft->time from the words of `where` that are not in `skip`. */
void nsp__find_adjuncts(const nsp__quoting *q, nsp__range where, nsp__range skip, nsp__draft *draft);

/* Is the token a preposition that gives its noun that role? language.txt: "addressee = to" ("said to reporters"),
 * "agent = by" ("quoted by Interfax"). */
bool nsp__names_role(const nsp__quoting *q, const char *role, uint32_t token);

#endif

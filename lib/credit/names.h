/* Lists of names taken apart: "Paul Ellis/AFP/Getty", "Andy Bruce in London and Ankur Banerjee in Bengaluru". */
#ifndef NSP_CREDIT_NAMES_H
#define NSP_CREDIT_NAMES_H

#include "credit/match.h"

typedef struct nsp__sources {
  nsp__arena *arena;
  NSP__ARRAY(nsp_credit_source) list;
  bool failed; /* out of memory */
} nsp__sources;

/* Adds the names among items [first, end). `slot` tells how they were found. Linear. */
void nsp__names_add(const nsp__matcher *matcher, nsp__slot slot, uint32_t first, uint32_t end, nsp__sources *sources);

/* Does a slot's content agree with what the slot asks of a whole list (OUTLETS, PERSON, PERSONS)? */
bool nsp__names_agree(const nsp__matcher *matcher, nsp__slot slot, uint32_t first, uint32_t end);

#endif

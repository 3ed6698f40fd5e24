/* Marks and spaces beyond ASCII, for the tokeniser.
 *
 * Reads: the bytes at one place. Tells whether a space or a mark stands there, which, and how long it is. */
#ifndef NSP_SYNTAX_MARK_H
#define NSP_SYNTAX_MARK_H

#include "token.h"

#define NSP__MARK_SPACE 0xFFu /* not a mark: white space of some width */

typedef struct nsp__mark_found {
  uint8_t len;  /* 0: a letter or anything else that words are made of */
  uint8_t mark; /* nsp__mark or NSP__MARK_SPACE */
} nsp__mark_found;

/* s[0] >= 0x80 and s < end. Looks at four bytes at most. */
nsp__mark_found nsp__mark_at(const unsigned char *s, const unsigned char *end);

/* The shape bits that every mark of a kind has. */
uint16_t nsp__mark_shape(unsigned mark);

#endif

/* What may stand beside a trigger, as a set of bits: a pattern is tried only where the set of what its program may meet
 * first and the bits of what is there have one in common.
 *
 * A bit each for the border of the line, for marks (quotation marks share one), for a border that counts as a beginning
 * whatever stands there, for words with figures and symbols, and 45 for words by their hashes. */
#ifndef NSP_LANGUAGE_PATTERN_GATE_H
#define NSP_LANGUAGE_PATTERN_GATE_H

#include "language/pattern.h"

enum {
  NSP__GATE_QUOTE_MARKS = 16, /* bits 1 … 16: marks by their numbers, the last one for all quotation marks */
  NSP__GATE_FIRST_WORD = 19,
  NSP__GATE_WORD_BITS = 64 - NSP__GATE_FIRST_WORD
};
#define NSP__GATE_BORDER UINT64_C(1)
#define NSP__GATE_MARKS (((UINT64_C(1) << NSP__GATE_QUOTE_MARKS) - 1) << 1)
#define NSP__GATE_FREE (UINT64_C(1) << 17) /* a sentence begins here, or ideographs are beside */
#define NSP__GATE_ODD (UINT64_C(1) << 18)  /* a word with a figure in it, or a symbol */
#define NSP__GATE_ANY_WORD (~UINT64_C(0) << NSP__GATE_FIRST_WORD)

static inline nsp__gate nsp__gate_mark(unsigned mark) {
  return UINT64_C(1) << (mark < NSP__GATE_QUOTE_MARKS ? mark : NSP__GATE_QUOTE_MARKS);
}

static inline nsp__gate nsp__gate_word(uint32_t hash) {
  return UINT64_C(1) << (NSP__GATE_FIRST_WORD + ((uint64_t)hash * NSP__GATE_WORD_BITS >> 32));
}

/* A weaker test that fits a node. */
static inline uint32_t nsp__gate_fold(nsp__gate gate) { return (uint32_t)(gate | gate >> 32); }

/* The tables of a pack while it is compiled, and what each node may meet first, filled by nsp__gates_make(). */
typedef struct nsp__gates {
  nsp__credit_node *nodes;
  uint32_t node_count;
  const uint32_t *words;
  const nsp__lexeme *lexemes;
  nsp__gate *right, *left; /* by node, for programs that go right and left */
} nsp__gates;

/* Also tells the nodes that split what their first way may meet. False when out of memory. Linear in the nodes: each
 * names only such as were made before it. */
bool nsp__gates_make(nsp__gates *gates, nsp__arena *arena);
/* What may stand behind the word when the program at `node` has begun with it, and in how many ways it can begin so;
 * the node where the last one goes on. Linear in the alternatives. */
nsp__gate nsp__gate_behind_word(const nsp__gates *gates, uint32_t node, uint32_t word, uint32_t *ways, uint32_t *next);

#endif

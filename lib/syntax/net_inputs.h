/* What the parser's network is shown: each word's properties, and the words and facts of a state. Used by parser.c and
 * by the training program, so that both see the same. */
#ifndef NSP_SYNTAX_NET_INPUTS_H
#define NSP_SYNTAX_NET_INPUTS_H

#include "parser_state.h"
#include "token_inputs.h"

enum { NSP__WORD_INPUTS = NSP__TOKEN_INPUTS + 3 };

/* Keys of what the parser knows of a word beyond its token: its class, the marks before it, inside of a quotation or
 * not. */
static inline uint32_t nsp__fine_key(uint32_t fine) { return nsp__feature(90, nsp__times(0, fine)); }
static inline uint32_t nsp__gap_key(uint32_t gap) { return nsp__feature(91, nsp__times(0, gap)); }
static inline uint32_t nsp__region_key(uint32_t region) { return nsp__feature(92, nsp__times(0, region)); }

/* Keys of the properties of word i: those of its token, and the three above. "Nothing" (0) and the root have no token.
 */
static inline unsigned nsp__word_inputs(const nsp__parse_state *p, const char *text, const nsp__token *tokens,
                                        unsigned i, uint32_t key[NSP__WORD_INPUTS]) {
  const nsp__parse_word *w = &p->w[i];
  unsigned n = i == 0 || i > p->n ? 0 : nsp__token_inputs(text, &tokens[w->token], i == 1, key);
  key[n++] = nsp__fine_key(w->fine);
  key[n++] = nsp__gap_key(w->gap);
  key[n++] = nsp__region_key(w->region & 1u);
  return n;
}

/* The words of a state; 0 where there is none. */
static inline void nsp__state_slots(const nsp__parse_state *p, uint32_t slot[NSP__SLOTS]) {
  slot[0] = nsp__parse_top(p, 0);
  slot[1] = nsp__parse_top(p, 1);
  slot[2] = nsp__parse_top(p, 2);
  slot[3] = p->next;
  slot[4] = nsp__parse_buffer(p, 1);
}

/* Rows of the fact table: each fact has its own range of it. */
enum {
  FACT_NEAR = 0,
  FACT_FAR = FACT_NEAR + 10,
  FACT_SIZE = FACT_FAR + 10,
  FACT_S0_RIGHT = FACT_SIZE + 25,
  FACT_S0_LEFT = FACT_S0_RIGHT + NSP__REL_COUNT,
  FACT_S1_RIGHT = FACT_S0_LEFT + NSP__REL_COUNT,
  FACT_S1_LEFT = FACT_S1_RIGHT + NSP__REL_COUNT,
  FACT_B0_LEFT = FACT_S1_LEFT + NSP__REL_COUNT,
  FACT_SIDES = FACT_B0_LEFT + NSP__REL_COUNT,
  FACT_S1_SIZE = FACT_SIDES + 4,
  FACTS_END = FACT_S1_SIZE + 25
};
_Static_assert((int)FACTS_END <= (int)NSP__FACT_ROWS, "a row for every fact");

static inline unsigned nsp__size_fact(const nsp__parse_word *w) {
  return w->children[ON_LEFT] * (NSP__CHILDREN_SEEN + 1u) + w->children[ON_RIGHT];
}

static inline void nsp__state_facts(const nsp__parse_state *p, uint32_t fact[NSP__FACTS]) {
  unsigned i0 = nsp__parse_top(p, 0), i1 = nsp__parse_top(p, 1);
  const nsp__parse_word *s0 = &p->w[i0], *s1 = &p->w[i1], *b0 = &p->w[p->next];
  fact[0] = (FACT_NEAR + nsp__parse_distance(i0, p->next));
  fact[1] = (FACT_FAR + nsp__parse_distance(i1, i0));
  fact[2] = (FACT_SIZE + nsp__size_fact(s0));
  fact[3] = (FACT_S0_RIGHT + s0->outer_rel[ON_RIGHT]);
  fact[4] = (FACT_S0_LEFT + s0->outer_rel[ON_LEFT]);
  fact[5] = (FACT_S1_RIGHT + s1->outer_rel[ON_RIGHT]);
  fact[6] = (FACT_S1_LEFT + s1->outer_rel[ON_LEFT]);
  fact[7] = (FACT_B0_LEFT + b0->outer_rel[ON_LEFT]);
  fact[8] = (FACT_SIDES + ((s0->region ^ b0->region) & 1) * 2 + ((s1->region ^ s0->region) & 1));
  fact[9] = (FACT_S1_SIZE + nsp__size_fact(s1));
}

#endif

/* The parser's state, its moves, and what it looks at. Used by parser.c and by the training program, so that both
 * see the same. Private to this room. */
#ifndef NSP_SYNTAX_PARSER_STATE_H
#define NSP_SYNTAX_PARSER_STATE_H

#include "atoms.h"
#include "fine.h"
#include "model.h"
#include "token.h"

#define NSP__PARSE_WORDS 256

enum { NSP__SHIFT, NSP__LEFT, NSP__RIGHT };
enum { ON_LEFT, ON_RIGHT }; /* sides of a word */
enum { NSP__CHILDREN_SEEN = 4, NSP__STACK_BOTTOM = 3 };
/* Marks in the gap before a word. */
enum {
  GAP_COMMA = 1,
  GAP_COLON = 2,
  GAP_DASH = 4,
  GAP_OPEN_QUOTE = 8,
  GAP_CLOSE_QUOTE = 16,
  GAP_OPEN_BRACKET = 32,
  GAP_CLOSE_BRACKET = 64,
  GAP_OTHER = 128
};

typedef struct nsp__parse_word {
  uint32_t token;
  uint16_t head;
  uint8_t outer_rel[2]; /* of the outermost child on each side; 0: none */
  uint8_t children[2];  /* how many on each side, NSP__CHILDREN_SEEN at most */
  uint8_t fine;
  uint8_t gap;    /* GAP_* before this word */
  uint8_t region; /* how often a quotation began or ended before it: odd is inside */
  uint8_t rel;
} nsp__parse_word;

/* Words are 1 .. n; n + 1 is the root above them, last in the buffer; 0 stands for "nothing there". */
typedef struct nsp__parse_state {
  uint32_t depth, next, n;
  nsp__parse_word w[NSP__PARSE_WORDS + 2];
  uint16_t stack[NSP__PARSE_WORDS + 2 + NSP__STACK_BOTTOM]; /* the first ones: "nothing there" */
} nsp__parse_state;

/* Word k from the top of the stack; k < NSP__STACK_BOTTOM. */
static inline unsigned nsp__parse_top(const nsp__parse_state *p, unsigned k) {
  return p->stack[p->depth + NSP__STACK_BOTTOM - 1 - k];
}

static inline unsigned nsp__parse_buffer(const nsp__parse_state *p, unsigned k) {
  return p->next + k <= p->n + 1 ? p->next + k : 0;
}

/* Makes d a child of h (not yet its relation). */
static inline void nsp__parse_attach(nsp__parse_state *p, unsigned h, unsigned d) {
  uint8_t *children = &p->w[h].children[d < h ? ON_LEFT : ON_RIGHT];
  p->w[d].head = (uint16_t)h;
  *children = (uint8_t)(*children + (*children < NSP__CHILDREN_SEEN));
}

/* A new child is the outermost one on its side. */
static inline void nsp__parse_relate(nsp__parse_state *p, unsigned d, unsigned rel) {
  unsigned h = p->w[d].head;
  p->w[d].rel = (uint8_t)rel;
  p->w[h].outer_rel[d < h ? ON_LEFT : ON_RIGHT] = (uint8_t)rel;
}

/* Which moves are open, a bit each. The root takes one child, the last word on the stack. */
static inline unsigned nsp__parse_open(const nsp__parse_state *p) {
  if (p->next <= p->n)
    return 1u << NSP__SHIFT | (p->depth > 0 ? 1u << NSP__LEFT : 0) | (p->depth > 1 ? 1u << NSP__RIGHT : 0);
  return p->depth > 1 ? 1u << NSP__RIGHT : 1u << NSP__LEFT;
}

/* Moves; the new child, or 0 for a shift. */
static inline unsigned nsp__parse_move(nsp__parse_state *p, unsigned move) {
  if (move == NSP__SHIFT) {
    p->stack[NSP__STACK_BOTTOM + p->depth++] = (uint16_t)p->next++;
    return 0;
  }
  unsigned d = nsp__parse_top(p, 0), below = nsp__parse_top(p, 1);
  p->depth--;
  nsp__parse_attach(p, move == NSP__LEFT ? p->next : below, d);
  return d;
}

static inline uint32_t nsp__parse_distance(unsigned a, unsigned b) {
  static const uint8_t bucket[16] = {0, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7};
  unsigned d = a > b ? a - b : b - a;
  return a == 0 || b == 0 ? 9 : d < 16 ? bucket[d] : 8;
}

/* Takes up the words of tokens[from .. to), at most NSP__PARSE_WORDS. Returns the token to go on with. */
uint32_t nsp__parse_begin(nsp__parse_state *p, const nsp__token *tokens, uint32_t from, uint32_t to);

#endif

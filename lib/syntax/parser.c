#include "parser.h"

#include "moves.h"

#include <string.h>

static unsigned gap_of(const nsp__token *k) {
  if (k->shape & NSP__SHAPE_QUOTE) return k->shape & NSP__SHAPE_OPEN_QUOTE ? GAP_OPEN_QUOTE : GAP_CLOSE_QUOTE;
  if (k->shape & NSP__SHAPE_BRACKET) return k->shape & NSP__SHAPE_OPEN_BRACKET ? GAP_OPEN_BRACKET : GAP_CLOSE_BRACKET;
  if (k->shape & NSP__SHAPE_DASH) return GAP_DASH;
  switch (k->punct) {
    case NSP__MARK_COMMA: return GAP_COMMA;
    case NSP__MARK_COLON:
    case NSP__MARK_SEMICOLON: return GAP_COLON;
    default: return GAP_OTHER;
  }
}

static void set_word(nsp__parse_word *w, unsigned fine, unsigned gap, unsigned region) {
  memset(w, 0, sizeof *w);
  w->fine = (uint8_t)fine;
  w->gap = (uint8_t)gap;
  w->region = (uint8_t)region;
}

/* A piece that is full goes back to the last mark among its last words, to be cut where a clause may end. */
static uint32_t step_back(nsp__parse_state *p, uint32_t at) {
  for (uint32_t i = p->n; i > p->n - NSP__PARSE_WORDS / 4; i--)
    if (p->w[i].gap) {
      p->n = i - 1;
      return p->w[i].token;
    }
  return at;
}

uint32_t nsp__parse_begin(nsp__parse_state *p, const nsp__token *tokens, uint32_t from, uint32_t to) {
  unsigned gap = 0, region = 0;
  p->depth = p->n = 0;
  p->next = 1;
  memset(p->stack, 0, NSP__STACK_BOTTOM * sizeof *p->stack);
  set_word(&p->w[0], FINE_NULL, 0, 0);
  uint32_t i = from;
  for (; i < to; i++) {
    const nsp__token *k = &tokens[i];
    if (k->shape & NSP__SHAPE_PUNCT) {
      gap |= gap_of(k);
      region += (k->shape & NSP__SHAPE_QUOTE) != 0;
      continue;
    }
    if (p->n == NSP__PARSE_WORDS) {
      i = step_back(p, i);
      break;
    }
    nsp__parse_word *w = &p->w[++p->n];
    set_word(w, k->fine, gap, region);
    w->token = i;
    gap = 0;
  }
  set_word(&p->w[p->n + 1], FINE_ROOT, gap, region);
  return i;
}

/* Sums of the rows of each word's properties; p->row[i + 1] is word i's, and nothing stands around them. */
static void sum_rows(const nsp__model *m, const char *text, const nsp__token *tokens, nsp__tree_parser *p) {
  static const int16_t nothing[NSP__WORD_ROW];
  unsigned n = p->state.n + 2;
  memset(p->row[0], NSP__ROW_MIDDLE, sizeof p->row[0]);
  memset(p->row[n + 1], NSP__ROW_MIDDLE, sizeof p->row[0]);
  for (unsigned i = 0; i < n; i++) {
    const nsp__parse_word *w = &p->state.w[i];
    const int8_t *row[3] = {m->fines + (size_t)(w->fine % NSP__FINE_ROWS) * NSP__WORD_ROW,
                            m->gaps + (size_t)w->gap * NSP__WORD_ROW,
                            m->regions + (size_t)(w->region & 1) * NSP__WORD_ROW};
    const int16_t *sum = nothing;
    uint8_t tag[1][NSP__TAG_ROW];
    int16_t word[1][NSP__WORD_ROW];
    int is_word = i > 0 && i + 1 < n;
    if (is_word && w->token < p->sums.kept) {
      sum = p->sums.word[w->token];
    } else if (is_word) { /* far behind in a long sentence */
      nsp__sum_rows(m, text, &tokens[w->token], 1, 0, tag, word);
      sum = word[0];
    }
    m->affine.word(sum, row, p->row[i + 1]);
  }
}

/* Applies a layer to words first .. last, four at a time: x(i) and y(i) are where word i is read and written. */
#define EACH_FOUR(apply, layer, first, last, type, x_of, y_of) \
  for (uint32_t i_ = (first); i_ <= (last); i_ += 4) {         \
    const uint8_t *x_[4];                                      \
    type *y_[4];                                               \
    for (uint32_t w_ = 0; w_ < 4; w_++) {                      \
      uint32_t i = i_ + w_ <= (last) ? i_ + w_ : (last);       \
      x_[w_] = (x_of);                                         \
      y_[w_] = (y_of);                                         \
    }                                                          \
    (apply)(layer, x_, y_);                                    \
  }

/* From rows to the shares of every word in every slot. */
static void encode(const nsp__model *m, nsp__tree_parser *p) {
  uint32_t last = p->state.n + 1;
  memset(p->word[0], 0, sizeof p->word[0]);
  memset(p->word[last + 2], 0, sizeof p->word[0]);
  EACH_FOUR(m->affine.four_small, &m->conv1, 0, last, uint8_t, p->row[i], p->word[i + 1])
  EACH_FOUR(m->affine.four_small, &m->conv2, 1, last, uint8_t, p->word[i], p->second[i])
  for (uint32_t i = 1; i <= last; i++)
    for (unsigned j = 0; j < NSP__WORD_WIDTH; j++) {
      uint8_t sum = (uint8_t)(p->word[i + 1][j] + p->second[i][j]);
      p->second[i][j] = sum > NSP__SMALL_MOST ? NSP__SMALL_MOST : sum;
    }
  p->share = (void *)((unsigned char *)p->room + (NSP__LINE - (uintptr_t)p->room % NSP__LINE) % NSP__LINE);
  memcpy(p->share[0], m->nowhere, sizeof p->share[0]);
  EACH_FOUR(m->affine.four, &m->slots, 1, last, int16_t, p->second[i], p->share[i][0])
}

static void hang_all_marks(nsp__token *tokens, uint32_t count);

/* The trees of the pieces make one. */
static void finish_sentence(nsp__tree_parser *p) {
  if (p->root != UINT32_MAX) {
    hang_all_marks(p->tokens, p->count);
    return;
  }
  for (uint32_t i = 0; i < p->count; i++) { /* nothing but marks */
    p->tokens[i].head = 0;
    p->tokens[i].rel = i ? NSP__REL_PUNCT : NSP__REL_ROOT;
  }
}

/* Writes the tree of a piece into the tokens. */
static void finish_piece(nsp__tree_parser *p) {
  const nsp__parse_state *s = &p->state;
  uint32_t root = 0;
  for (unsigned i = 1; i <= s->n; i++) {
    const nsp__parse_word *w = &s->w[i];
    int is_root = w->head == s->n + 1;
    p->tokens[w->token].head = is_root ? w->token : s->w[w->head].token;
    p->tokens[w->token].rel = w->rel;
    if (is_root) root = w->token;
  }
  if (p->root == UINT32_MAX) {
    p->root = root;
  } else {
    p->tokens[root].head = p->root;
    p->tokens[root].rel = NSP__REL_PARATAXIS;
  }
}

/* Makes the next piece ready, to where the network is asked. 0: none was left, the sentence is done. */
static int start_piece(const nsp__model *m, const char *text, nsp__tree_parser *p) {
  while (p->at < p->count) {
    p->at = nsp__parse_begin(&p->state, p->tokens, p->at, p->count);
    if (p->state.n == 0) break;
    sum_rows(m, text, p->tokens, p);
    encode(m, p);
    if (nsp__steps_at_once(&p->state)) return 1;
    finish_piece(p);
  }
  finish_sentence(p);
  return 0;
}

int nsp__parse_start(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count, nsp__tree_parser *p) {
  p->tokens = tokens;
  p->count = count;
  p->at = 0;
  p->root = UINT32_MAX;
  return start_piece(m, text, p);
}

/* Goes on with a sentence whose piece is done. 0: so is the sentence. */
static int next_piece(const nsp__model *m, const char *text, nsp__tree_parser *p) {
  finish_piece(p);
  return start_piece(m, text, p);
}

unsigned nsp__parse_two(const nsp__model *m, const char *text, nsp__tree_parser *const p[2]) {
  unsigned done = 0;
  while (!done) {
    unsigned pieces = m->affine.moves(m, p, 2);
    for (unsigned i = 0; i < 2; i++)
      if (pieces >> i & 1 && !next_piece(m, text, p[i])) done |= 1u << i;
  }
  return done;
}

void nsp__parse_rest(const nsp__model *m, const char *text, nsp__tree_parser *p) {
  do {
    m->affine.moves(m, &p, 1);
  } while (next_piece(m, text, p));
}

void nsp__parse_sentence(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count,
                         nsp__tree_parser *p) {
  if (nsp__parse_start(m, text, tokens, count, p)) nsp__parse_rest(m, text, p);
}

/* The highest word above `at` that still lies on its side of the place of a mark. */
static uint32_t climb(const nsp__token *tokens, uint32_t at, uint32_t mark) {
  while (tokens[at].head != at && (tokens[at].head < mark) == (at < mark)) at = tokens[at].head;
  return at;
}

/* Where the marks tokens[from .. to) between the words left and right go; UINT32_MAX: no word there. */
static void hang_marks(nsp__token *tokens, uint32_t from, uint32_t to, uint32_t left, uint32_t right) {
  uint32_t a = left, b = right;
  if (left != UINT32_MAX) a = climb(tokens, left, from);
  if (right != UINT32_MAX) b = climb(tokens, right, from);
  int a_depends = a != UINT32_MAX && tokens[a].head != a, b_depends = b != UINT32_MAX && tokens[b].head != b;
  for (uint32_t i = from; i < to; i++) {
    int closes = tokens[i].shape & (NSP__SHAPE_CLOSE_QUOTE | NSP__SHAPE_CLOSE_BRACKET);
    uint32_t head = a == UINT32_MAX ? b : b == UINT32_MAX ? a : closes && a_depends ? a : b_depends ? b : a;
    tokens[i].head = head;
    tokens[i].rel = NSP__REL_PUNCT;
  }
}

static void hang_all_marks(nsp__token *tokens, uint32_t count) {
  uint32_t left = UINT32_MAX;
  for (uint32_t i = 0; i < count;) {
    if (!(tokens[i].shape & NSP__SHAPE_PUNCT)) {
      left = i++;
      continue;
    }
    uint32_t from = i;
    while (i < count && (tokens[i].shape & NSP__SHAPE_PUNCT)) i++;
    hang_marks(tokens, from, i, left, i < count ? i : UINT32_MAX);
  }
}

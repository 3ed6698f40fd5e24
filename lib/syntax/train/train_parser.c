#include "net.h"
#include "train.h"

#include "../parser_state.h"
#include "../tags.h"
#include "tool.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  BATCH = 8,
  HIDDEN_LEFT_OUT = 20 /* percent of the hidden numbers that a step of learning does without */
};
static const float keep = 0.85f; /* of the numbers of a word's row */

/* The gold tree over the words that the parser sees: heads are word numbers, n + 1 the root. */
typedef struct tree {
  uint16_t head[NSP__PARSE_WORDS + 2];
  uint8_t rel[NSP__PARSE_WORDS + 2];
} tree;

typedef struct trainer {
  net *net;
  net_run run;
  nsp__parse_state p;
  tree gold;
  uint64_t chance;
  int epoch;
  int learning; /* 0: only follow what the network finds best */
} trainer;

static void set_tree(trainer *t, const sentence *s) {
  uint16_t *word_of = must(calloc(s->count + 1, sizeof *word_of));
  for (unsigned i = 1; i <= t->p.n; i++) word_of[t->p.w[i].token] = (uint16_t)i;
  for (unsigned i = 1; i <= t->p.n; i++) {
    const gold *g = &s->gold[t->p.w[i].token];
    t->gold.head[i] = g->head == t->p.w[i].token ? (uint16_t)(t->p.n + 1) : word_of[g->head];
    t->gold.rel[i] = g->rel;
  }
  t->gold.head[0] = t->gold.head[t->p.n + 1] = 0;
  free(word_of);
}

/* How many gold arcs can no longer be had after the move (Goldberg and Nivre 2013). */
static unsigned cost_of(const trainer *t, unsigned move) {
  const nsp__parse_state *p = &t->p;
  const uint16_t *head = t->gold.head;
  unsigned s0 = nsp__parse_top(p, 0), b0 = p->next, cost = 0;
  if (move == NSP__SHIFT) {
    for (unsigned k = 0; k < p->depth; k++) {
      unsigned w = p->stack[NSP__STACK_BOTTOM + p->depth - 1 - k];
      cost += head[w] == b0;
      cost += k > 0 && head[b0] == w;
    }
    return cost;
  }
  for (unsigned d = b0; d <= p->n; d++) cost += head[d] == s0;
  if (move == NSP__LEFT) return cost + (head[s0] > b0 || (p->depth > 1 && head[s0] == nsp__parse_top(p, 1)));
  return cost + (head[s0] >= b0);
}

static void layer(float *y, const float *h, const params *w, size_t from, const float *bias, unsigned n) {
  memcpy(y, bias, n * sizeof *y);
  for (unsigned k = 0; k < NSP__HIDDEN; k++)
    for (unsigned j = 0; j < n; j++) y[j] += h[k] * w->value[from + k * n + j];
}

static void layer_back(float *dh, const float *dy, const float *h, params *w, size_t from, params *bias,
                       size_t bias_from, unsigned n) {
  for (unsigned j = 0; j < n; j++) bias->grad[bias_from + j] += dy[j];
  for (unsigned k = 0; k < NSP__HIDDEN; k++)
    for (unsigned j = 0; j < n; j++) {
      dh[k] += w->value[from + k * n + j] * dy[j];
      w->grad[from + k * n + j] += h[k] * dy[j];
    }
}

/* Scores the moves and picks one; the gradient of its loss goes to dh. */
static unsigned pick_move(trainer *t, const float *h, float *dh) {
  float score[NSP__MOVES], total = 0;
  unsigned open = nsp__parse_open(&t->p), least = UINT32_MAX, cost[NSP__MOVES], right = 0;
  layer(score, h, &t->net->moves, 0, t->net->moves_bias.value, NSP__MOVES);
  unsigned best = best_of(score, NSP__MOVES, open);
  if (!t->learning || (open & (open - 1)) == 0) return best;
  for (unsigned k = 0; k < NSP__MOVES; k++) {
    cost[k] = open >> k & 1 ? cost_of(t, k) : UINT32_MAX;
    least = cost[k] < least ? cost[k] : least;
  }
  for (unsigned k = 0; k < NSP__MOVES; k++) right |= cost[k] == least ? 1u << k : 0;
  unsigned good = best_of(score, NSP__MOVES, right);
  soften(score, NSP__MOVES, open);
  for (unsigned k = 0; k < NSP__MOVES; k++) total += right >> k & 1 ? score[k] : 0;
  for (unsigned k = 0; k < NSP__MOVES; k++) score[k] -= right >> k & 1 ? score[k] / (total + 1e-9f) : 0;
  layer_back(dh, score, h, &t->net->moves, 0, &t->net->moves_bias, 0, NSP__MOVES);
  return t->epoch > 0 && random_next(&t->chance) % 10 ? best : good;
}

/* The relation of an arc that is about to be made from h_word to d. */
static unsigned pick_label(trainer *t, unsigned move, unsigned head, unsigned d, const float *h, float *dh) {
  float score[NSP__LABELS];
  uint64_t open = ~(UINT64_C(1) << (NSP__REL_ROOT - 1));
  unsigned side = move == NSP__LEFT ? 0 : 1;
  size_t from = (size_t)side * NSP__HIDDEN * NSP__LABELS;
  if (head == t->p.n + 1) return NSP__REL_ROOT;
  layer(score, h, &t->net->labels, from, t->net->labels_bias.value + side * NSP__LABELS, NSP__LABELS);
  unsigned best = best_of(score, NSP__LABELS, open);
  if (!t->learning || t->gold.head[d] != head || t->gold.rel[d] == NSP__REL_ROOT) return best + 1;
  soften(score, NSP__LABELS, open);
  score[t->gold.rel[d] - 1] -= 1;
  layer_back(dh, score, h, &t->net->labels, from, &t->net->labels_bias, side * NSP__LABELS, NSP__LABELS);
  return t->epoch == 0 || random_next(&t->chance) % 10 == 0 ? t->gold.rel[d] : best + 1;
}

static void leave_out(trainer *t, float *h) {
  for (unsigned j = 0; j < NSP__HIDDEN; j++)
    h[j] = random_next(&t->chance) % 100 < HIDDEN_LEFT_OUT ? 0 : h[j] * (100.0f / (100 - HIDDEN_LEFT_OUT));
}

static void step(trainer *t) {
  uint32_t slot[NSP__SLOTS], fact[NSP__FACTS];
  float h[NSP__HIDDEN], dh[NSP__HIDDEN] = {0};
  nsp__state_slots(&t->p, slot);
  nsp__state_facts(&t->p, fact);
  run_hidden(&t->run, t->net, slot, fact, h);
  if (t->learning) leave_out(t, h);
  unsigned move = pick_move(t, h, dh), d = nsp__parse_top(&t->p, 0);
  if (move == NSP__SHIFT) {
    nsp__parse_move(&t->p, move);
  } else {
    unsigned head = move == NSP__LEFT ? t->p.next : nsp__parse_top(&t->p, 1);
    unsigned rel = pick_label(t, move, head, d, h, dh);
    nsp__parse_move(&t->p, move);
    nsp__parse_relate(&t->p, d, rel);
  }
  for (unsigned j = 0; j < NSP__HIDDEN; j++) dh[j] *= 100.0f / (100 - HIDDEN_LEFT_OUT);
  if (t->learning) run_hidden_back(&t->run, t->net, slot, fact, h, dh);
}

static void subtree(const trainer *t, unsigned of, unsigned *left, unsigned *right) {
  *left = *right = of;
  for (unsigned i = 1; i <= t->p.n; i++) {
    unsigned at = i, steps = 0;
    while (at != of && at <= t->p.n && steps++ <= t->p.n) at = t->gold.head[at];
    if (at != of) continue;
    *left = i < *left ? i : *left;
    *right = i > *right ? i : *right;
  }
}

/* News quotes far more than a web treebank: put quotation marks around what is said without "that". */
static void quote_contents(trainer *t, const sentence *s) {
  for (unsigned i = 1; i <= t->p.n; i++) {
    unsigned h = t->gold.head[i], left, right;
    if (h == t->p.n + 1 || !s->gold[t->p.w[h].token].says) continue;
    if (t->gold.rel[i] != NSP__REL_CCOMP && t->gold.rel[i] != NSP__REL_PARATAXIS) continue;
    subtree(t, i, &left, &right);
    if (left <= h && h <= right) continue;
    if (s->gold[t->p.w[left].token].rel == NSP__REL_MARK) {
      if (random_next(&t->chance) % 3 || left == right) continue;
      left++; /* that “we will” */
    }
    t->p.w[left].gap |= GAP_OPEN_QUOTE;
    t->p.w[right + 1].gap |= GAP_CLOSE_QUOTE;
    for (unsigned k = left; k <= t->p.n + 1; k++) t->p.w[k].region = (uint8_t)(t->p.w[k].region + (k <= right ? 1 : 2));
  }
}

static void drop_quotes(trainer *t) {
  for (unsigned i = 1; i <= t->p.n + 1; i++) {
    t->p.w[i].gap &= (uint8_t) ~(GAP_OPEN_QUOTE | GAP_CLOSE_QUOTE);
    t->p.w[i].region = 0;
  }
}

static void vary_marks(trainer *t, const sentence *s) {
  uint32_t dice = random_next(&t->chance) % 100;
  int quoted = 0;
  for (unsigned i = 1; i <= t->p.n + 1; i++) quoted |= t->p.w[i].gap & (GAP_OPEN_QUOTE | GAP_CLOSE_QUOTE);
  if (quoted && dice < 30)
    drop_quotes(t);
  else if (!quoted && dice < 50)
    quote_contents(t, s);
  if (random_next(&t->chance) % 10 == 0) t->p.w[t->p.n + 1].gap &= (uint8_t)~GAP_OTHER;
}

/* Rows of the words, some left out, so that the network learns to do without. */
static void look_up(trainer *t, const sentence *s) {
  run_reserve(&t->run, t->p.n + 2);
  for (unsigned i = 0; i <= t->p.n + 1; i++) {
    uint32_t key[NSP__WORD_INPUTS];
    unsigned n = nsp__word_inputs(&t->p, s->text, s->tokens, i, key);
    for (unsigned k = 0; k < NSP__WORD_INPUTS; k++) {
      uint32_t row = k < n ? table_find(&t->net->table, key[k]) : 0;
      if (t->learning && n == NSP__WORD_INPUTS && k + 3 < n && row &&
          random_next(&t->chance) % (t->net->table.seen[row] + 1) == 0)
        row = 0;
      t->run.row[i][k] = row;
    }
    for (unsigned j = 0; j < NSP__WORD_ROW; j++) {
      float in = (float)(random_next(&t->chance) >> 8) / 16777216.0f < keep ? 1 / keep : 0;
      t->run.mask[i * NSP__WORD_ROW + j] = t->learning ? in : 1;
    }
  }
}

static void learn_sentence(trainer *t, const sentence *s) {
  if (nsp__parse_begin(&t->p, s->tokens, 0, s->count) != s->count || t->p.n < 1) return;
  set_tree(t, s);
  if (t->learning && t->epoch > 0) vary_marks(t, s);
  look_up(t, s);
  run_forward(&t->run, t->net, t->p.n);
  while (t->p.next <= t->p.n || t->p.depth > 0) step(t);
  if (t->learning) run_backward(&t->run, t->net);
}

/* The properties that were seen often enough to have a row. */
static void gather_rows(net *n, const corpus *c, const sizes *z) {
  key_list keys = {0};
  nsp__parse_state *p = must(malloc(sizeof *p));
  for (size_t i = 0; i < c->count; i++) {
    const sentence *s = &c->items[i];
    if (nsp__parse_begin(p, s->tokens, 0, s->count) != s->count) continue;
    for (unsigned w = 0; w <= p->n + 1; w++) {
      uint32_t key[NSP__WORD_INPUTS];
      unsigned count = nsp__word_inputs(p, s->text, s->tokens, w, key);
      for (unsigned k = 0; k < count; k++) keys_add(&keys, key[k], count == NSP__WORD_INPUTS ? k : k + 1);
    }
  }
  net_init(n, &keys, z->least_words, z->least_properties);
  free(p);
}

static void report(trainer *t, const corpus *dev) {
  size_t words = 0, heads = 0, labels = 0;
  t->learning = 0;
  for (size_t i = 0; i < dev->count; i++) {
    learn_sentence(t, &dev->items[i]);
    for (unsigned w = 1; w <= t->p.n; w++) {
      words++;
      heads += t->p.w[w].head == t->gold.head[w];
      labels += t->p.w[w].head == t->gold.head[w] && t->p.w[w].rel == t->gold.rel[w];
    }
  }
  fprintf(stderr, "epoch %d: UAS %.2f LAS %.2f, %.0f s\n", t->epoch, 100.0 * (double)heads / (double)words,
          100.0 * (double)labels / (double)words, seconds());
  t->learning = 1;
}

/* The sentences of an epoch: all of c, mixed with twice as many of other languages in the first half of the training.
 * Those teach what trees are like; their words have no rows. */
static size_t draw(trainer *t, const corpus *c, const corpus *also, const sizes *z, const sentence **drawn) {
  size_t count = 0;
  for (size_t i = 0; i < c->count; i++) drawn[count++] = &c->items[i];
  if (also->count && 2 * t->epoch < z->parse_epochs)
    for (size_t i = 0; i < 2 * c->count; i++) drawn[count++] = &also->items[random_next(&t->chance) % also->count];
  for (size_t i = count; i-- > 1;) {
    size_t j = random_next(&t->chance) % (i + 1);
    const sentence *s = drawn[i];
    drawn[i] = drawn[j], drawn[j] = s;
  }
  return count;
}

void train_parser(net *n, const corpus *c, const corpus *also, const sizes *z, const corpus *dev) {
  trainer *t = must(calloc(1, sizeof *t));
  const sentence **drawn = must(malloc(3 * c->count * sizeof *drawn));
  gather_rows(n, c, z);
  t->net = n, t->chance = 23, t->learning = 1;
  for (t->epoch = 0; t->epoch < z->parse_epochs; t->epoch++) {
    size_t count = draw(t, c, also, z, drawn);
    for (size_t i = 0; i < count; i++) {
      double done = (t->epoch + (double)i / (double)count) / z->parse_epochs;
      learn_sentence(t, drawn[i]);
      if (i % BATCH == BATCH - 1) net_step(n, (float)(0.0015 * (1 - done) + 0.00005));
      if (i % 400 == 399 && done > 0.6) net_gather(n);
    }
    if (dev) report(t, dev);
  }
  net_settle(n);
  if (dev) report(t, dev);
  run_free(&t->run);
  free(drawn), free(t);
}

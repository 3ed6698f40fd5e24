#include "../fine.h"
#include "../token_inputs.h"
#include "tool.h"
#include "train.h"

#include <stdlib.h>
#include <string.h>

enum {
  R = NSP__TAG_ROW,
  W = NSP__TAG_WIDTH,
  C = NSP__TAG_CLASSES,
  SIDE = NSP__TAG_WINDOW / 2,
  K = NSP__TOKEN_INPUTS,
  BATCH = 8
};
static const float keep = 0.85f; /* of the inputs */

/* One sentence on its way through the network; x and dx begin with SIDE empty tokens. */
typedef struct tag_run {
  uint32_t (*key)[K], (*row)[K];
  unsigned *keys; /* per token */
  float *x, *dx, *mask;
  uint32_t capacity;
} tag_run;

static void reserve(tag_run *r, uint32_t tokens) {
  uint32_t need = tokens + 2 * SIDE + 1;
  if (need <= r->capacity) return;
  r->capacity = need = need * 2;
  r->key = must(realloc(r->key, need * sizeof *r->key));
  r->row = must(realloc(r->row, need * sizeof *r->row));
  r->keys = must(realloc(r->keys, need * sizeof *r->keys));
  r->x = must(realloc(r->x, need * R * sizeof(float)));
  r->dx = must(realloc(r->dx, need * R * sizeof(float)));
  r->mask = must(realloc(r->mask, need * R * sizeof(float)));
}

static void find_keys(tag_run *r, const sentence *s) {
  int first = 1;
  reserve(r, s->count);
  for (uint32_t i = 0; i < s->count; i++) {
    r->keys[i] = nsp__token_inputs(s->text, &s->tokens[i], first, r->key[i]);
    first = first && (s->tokens[i].shape & NSP__SHAPE_PUNCT);
  }
}

/* Sums the rows; rare ones, and some numbers, are left out, so that the network learns to do without. */
static void sum_rows(tag_run *r, const tag_net *n, const sentence *s, uint64_t *chance) {
  memset(r->x, 0, (s->count + 2 * SIDE) * R * sizeof(float));
  memset(r->dx, 0, (s->count + 2 * SIDE) * R * sizeof(float));
  for (uint32_t i = 0; i < s->count; i++) {
    float *x = r->x + (i + SIDE) * R, *mask = r->mask + (i + SIDE) * R;
    for (unsigned k = 0; k < r->keys[i]; k++) {
      uint32_t row = table_find(&n->table, r->key[i][k]);
      if (row && random_next(chance) % (n->table.seen[row] + 1) == 0) row = 0;
      r->row[i][k] = row;
      for (unsigned j = 0; j < R; j++) x[j] += n->table.rows.value[row * R + j];
    }
    for (unsigned j = 0; j < R; j++) {
      mask[j] = (float)(random_next(chance) >> 8) / 16777216.0f < keep ? 1 / keep : 0;
      x[j] *= mask[j];
    }
  }
}

static void learn_token(tag_net *n, const float *window, float *dwindow, unsigned right) {
  float h[W], score[C], dh[W] = {0};
  memcpy(h, n->bias.value, sizeof h);
  times(h, window, n->conv.value, NSP__TAG_WINDOW * R, W);
  for (unsigned j = 0; j < W; j++) h[j] = h[j] > 0 ? h[j] : 0;
  memcpy(score, n->out_bias.value, sizeof score);
  times(score, h, n->out.value, W, C);
  soften(score, C, ~UINT64_C(0));
  score[right] -= 1;
  for (unsigned j = 0; j < C; j++) n->out_bias.grad[j] += score[j];
  times_back(dh, n->out.grad, score, h, n->out.value, W, C);
  for (unsigned j = 0; j < W; j++) {
    dh[j] = h[j] > 0 ? dh[j] : 0;
    n->bias.grad[j] += dh[j];
  }
  times_back(dwindow, n->conv.grad, dh, window, n->conv.value, NSP__TAG_WINDOW * R, W);
}

static void learn_sentence(tag_net *n, tag_run *r, const sentence *s, uint64_t *chance) {
  find_keys(r, s);
  sum_rows(r, n, s, chance);
  for (uint32_t i = 0; i < s->count; i++)
    if (!(s->tokens[i].shape & NSP__SHAPE_PUNCT)) learn_token(n, r->x + i * R, r->dx + i * R, s->gold[i].fine);
  for (uint32_t i = 0; i < s->count; i++)
    for (unsigned k = 0; k < r->keys[i]; k++)
      table_touch(&n->table, r->row[i][k], r->dx + (i + SIDE) * R, r->mask + (i + SIDE) * R);
}

/* The same sentence as a heading might have it: without capitals (0), all in capitals (1), on longer words (2). */
static void learn_recased(tag_net *n, tag_run *r, const sentence *s, uint32_t capitals, uint64_t *chance) {
  sentence copy = *s;
  copy.tokens = must(malloc((s->count + 1) * sizeof *copy.tokens));
  memcpy(copy.tokens, s->tokens, s->count * sizeof *copy.tokens);
  for (uint32_t i = 0; i < s->count; i++) {
    nsp__token *k = &copy.tokens[i];
    if ((k->shape & (NSP__SHAPE_PUNCT | NSP__SHAPE_NUMBER | NSP__SHAPE_SYMBOL)) || s->text[k->start] == '\'') continue;
    k->shape &= (uint16_t) ~(NSP__SHAPE_CAPITAL | NSP__SHAPE_ALL_CAPS);
    if (capitals == 1 || (capitals == 2 && k->end - k->start > 3)) k->shape |= NSP__SHAPE_CAPITAL;
    if (capitals == 1 && k->end - k->start > 1) k->shape |= NSP__SHAPE_ALL_CAPS;
  }
  learn_sentence(n, r, &copy, chance);
  free(copy.tokens);
}

static params *part(tag_net *n, unsigned i) {
  params *all[] = {&n->table.rows, &n->conv, &n->bias, &n->out, &n->out_bias};
  return i < sizeof all / sizeof *all ? all[i] : NULL;
}

static void make_net(tag_net *n, tag_run *r, const corpus *c, const sizes *z, int fold) {
  key_list keys = {0};
  for (size_t i = 0; i < c->count; i++) {
    find_keys(r, &c->items[i]);
    for (uint32_t t = 0; t < c->items[i].count && !left_out(i, fold, z->folds); t++)
      for (unsigned k = 0; k < r->keys[t]; k++) keys_add(&keys, r->key[t][k], k);
  }
  memset(n, 0, sizeof *n);
  table_make(&n->table, R, &keys, z->least_words, z->least_properties);
  params_make(&n->conv, NSP__TAG_WINDOW * R * W, params_spread(NSP__TAG_WINDOW * R, W));
  params_make(&n->bias, W, 0);
  params_make(&n->out, W * C, params_spread(W, C));
  params_make(&n->out_bias, C, 0);
}

void train_tagger(tag_net *n, const corpus *c, const sizes *z, int fold) {
  tag_run r = {0};
  uint64_t chance = 5;
  unsigned steps = 0;
  uint32_t *order = must(malloc((c->count + 1) * sizeof *order));
  double all = (double)c->count * z->tag_epochs, done = 0;
  make_net(n, &r, c, z, fold);
  for (uint32_t i = 0; i < c->count; i++) order[i] = i;
  for (int epoch = 0; epoch < z->tag_epochs; epoch++) {
    shuffle(order, c->count, &chance);
    for (size_t i = 0; i < c->count; i++, done++) {
      const sentence *s = &c->items[order[i]];
      if (left_out(order[i], fold, z->folds)) continue;
      uint32_t dice = random_next(&chance) % 100;
      if (dice < 9) learn_recased(n, &r, s, dice % 3, &chance);
      learn_sentence(n, &r, s, &chance);
      if (i % BATCH == BATCH - 1) {
        float rate = params_rate((float)(0.002 * (1 - done / all) + 0.00005), ++steps);
        table_step(&n->table, rate);
        for (unsigned k = 1; part(n, k); k++) params_step(part(n, k), 0, part(n, k)->size, rate);
      }
      if ((size_t)done % 400 == 399 && done > 0.6 * all)
        for (unsigned k = 0; part(n, k); k++) params_gather(part(n, k));
    }
  }
  for (unsigned k = 0; part(n, k); k++) params_settle(part(n, k));
  free(order), free(r.key), free(r.row), free(r.keys), free(r.x), free(r.dx), free(r.mask);
}

void tag_net_free(tag_net *n) {
  for (unsigned k = 1; part(n, k); k++) params_free(part(n, k));
  table_free(&n->table);
}

/* Tags for the parser to learn from. The network is the library's, but its layers count with 16-bit weights rather than
 * 8-bit ones: the parser learns from the tagger as it was learned, not from how it is rounded. */
#include "../tagger.h"
#include "../token_inputs.h"
#include "tool.h"
#include "train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { R = NSP__TAG_ROW, W = NSP__TAG_WIDTH, C = NSP__TAG_CLASSES, SIDE = NSP__TAG_SIDE, IN = NSP__TAG_WINDOW * R };
enum { WORD_BITS = 8, ROW_BITS = 10, WEIGHT_BITS = 12 }; /* fractional bits */

typedef struct fine_tagger {
  const nsp__model *model;
  int32_t conv[IN * W], bias[W], out[W * C], out_bias[C];
} fine_tagger;

static void round_all(int32_t *to, const float *from, size_t n, double scale) {
  for (size_t i = 0; i < n; i++) to[i] = (int32_t)floor((double)from[i] * scale + 0.5);
}

static void add_row(int32_t *sum, const int8_t *row) {
  for (unsigned j = 0; j < R; j++) sum[j] += row[j];
}

static void sum_rows(const nsp__model *m, const sentence *s, uint32_t opening, int32_t *sum) {
  for (uint32_t i = 0; i < s->count; i++, sum += R) {
    const nsp__token *k = &s->tokens[i];
    uint32_t key[NSP__LETTER_INPUTS];
    if (k->shape & NSP__SHAPE_PUNCT) {
      add_row(sum, m->marks + (size_t)k->punct * NSP__ROW);
      continue;
    }
    nsp__letter_inputs(s->text, k, key);
    for (unsigned f = 0; f < NSP__LETTER_INPUTS; f++) add_row(sum, nsp__row_of(&m->letters, key[f]));
    add_row(sum, m->shapes + (size_t)nsp__shape_input(k, i < opening) * NSP__ROW);
  }
}

static unsigned classify(const fine_tagger *t, const int32_t *window) {
  int32_t h[W], best = INT32_MIN;
  unsigned found = 0;
  memcpy(h, t->bias, sizeof h);
  for (unsigned k = 0; k < IN; k++)
    for (unsigned j = 0; j < W; j++) h[j] += window[k] * t->conv[k * W + j];
  for (unsigned j = 0; j < W; j++) h[j] = h[j] >> ROW_BITS > 0 ? h[j] >> ROW_BITS : 0;
  for (unsigned c = 0; c < C; c++) {
    int32_t score = t->out_bias[c];
    for (unsigned j = 0; j < W; j++) score += h[j] * t->out[j * C + c];
    score >>= WEIGHT_BITS;
    if (score > best) best = score, found = c;
  }
  return found;
}

static int is_sure(const nsp__model *m, const nsp__token *k, int first) {
  uint32_t key = nsp__sure_key(k, first), sure = m->sure[key & m->sure_mask];
  return sure >> 8 == key >> 8 && (sure & 0xFF) != 0;
}

static void tag_sentence(const fine_tagger *t, sentence *s) {
  int32_t *sum = must(calloc((s->count + 2 * SIDE) * (size_t)R, sizeof *sum));
  uint32_t first = 0;
  while (first < s->count && (s->tokens[first].shape & NSP__SHAPE_PUNCT)) first++;
  sum_rows(t->model, s, first + 1, sum + SIDE * R);
  for (uint32_t i = 0; i < s->count; i++) {
    nsp__token *k = &s->tokens[i];
    if (!(k->shape & NSP__SHAPE_PUNCT) && !is_sure(t->model, k, i <= first))
      k->fine = (uint8_t)classify(t, sum + i * R);
  }
  free(sum);
}

void tag_finely(const nsp__model *m, const tag_net *n, const corpus *c, int fold, int folds) {
  fine_tagger *t = must(malloc(sizeof *t));
  nsp__sums *sums = must(malloc(sizeof *sums));
  double rows = 127 / most_of(n->table.rows.value, (size_t)n->table.count * n->table.width, 10000);
  double one = (double)(1 << WORD_BITS) * (1 << ROW_BITS);
  t->model = m;
  round_all(t->conv, n->conv.value, IN * W, one / rows);
  round_all(t->bias, n->bias.value, W, one);
  round_all(t->out, n->out.value, W * C, 1 << WEIGHT_BITS);
  round_all(t->out_bias, n->out_bias.value, C, (double)(1 << WEIGHT_BITS) * (1 << WORD_BITS));
  for (size_t i = 0; i < c->count; i++) {
    sentence *s = &c->items[i];
    if (fold >= 0 && !left_out(i, fold, folds)) continue;
    nsp__tag_sentence(m, s->text, s->tokens, s->count, sums); /* marks, and words that are sure of their class */
    tag_sentence(t, s);
  }
  free(t), free(sums);
}

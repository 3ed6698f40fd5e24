#include "net.h"

#include "tool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { R = NSP__WORD_ROW, W = NSP__WORD_WIDTH, H = NSP__HIDDEN };

void net_init(net *n, key_list *keys, unsigned least_words, unsigned least_others) {
  memset(n, 0, sizeof *n);
  table_make(&n->table, R, keys, least_words, least_others);
  params_make(&n->conv1, 3 * R * W, params_spread(3 * R, W));
  params_make(&n->bias1, W, 0);
  params_make(&n->conv2, 3 * W * W, params_spread(3 * W, W));
  params_make(&n->bias2, W, 0);
  params_make(&n->slots, (size_t)NSP__SLOTS * W * H, params_spread(W * 4, H));
  params_make(&n->nowhere, NSP__SLOTS * H, 0.05f);
  params_make(&n->facts, NSP__FACT_ROWS * H, 0.05f);
  params_make(&n->hidden_bias, H, 0);
  params_make(&n->moves, H * NSP__MOVES, params_spread(H, 3));
  params_make(&n->moves_bias, NSP__MOVES, 0);
  params_make(&n->labels, 2 * H * NSP__LABELS, params_spread(H, NSP__LABELS));
  params_make(&n->labels_bias, 2 * NSP__LABELS, 0);
}

static params *part(net *n, unsigned i) {
  params *all[] = {&n->table.rows, &n->conv1,       &n->bias1, &n->conv2,      &n->bias2,  &n->slots,      &n->nowhere,
                   &n->facts,      &n->hidden_bias, &n->moves, &n->moves_bias, &n->labels, &n->labels_bias};
  return i < sizeof all / sizeof *all ? all[i] : NULL;
}

void net_free(net *n) {
  for (unsigned i = 1; part(n, i); i++) params_free(part(n, i));
  table_free(&n->table);
}

void net_step(net *n, float rate) {
  float now = params_rate(rate, ++n->steps);
  table_step(&n->table, now);
  for (unsigned i = 1; part(n, i); i++) params_step(part(n, i), 0, part(n, i)->size, now);
}

void net_gather(net *n) {
  for (unsigned i = 0; part(n, i); i++) params_gather(part(n, i));
}

void net_settle(net *n) {
  for (unsigned i = 0; part(n, i); i++) params_settle(part(n, i));
}

void run_reserve(net_run *r, uint32_t words) {
  size_t need = words + 4;
  if (need <= r->capacity) return;
  r->capacity = need = need * 2;
  r->row = must(realloc(r->row, need * sizeof *r->row));
  float **of[] = {&r->x, &r->c1, &r->a2, &r->c2, &r->p, &r->dx, &r->dc1, &r->dc2, &r->dp, &r->mask};
  const size_t wide[] = {R, W, W, W, NSP__SLOTS * H, R, W, W, NSP__SLOTS * H, R};
  for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
    *of[i] = must(realloc(*of[i], need * wide[i] * sizeof(float)));
}

void run_free(net_run *r) {
  free(r->row), free(r->x), free(r->c1), free(r->a2), free(r->c2), free(r->p), free(r->mask);
  free(r->dx), free(r->dc1), free(r->dc2), free(r->dp);
}

/* out[i] += convolution of three words around i of in, words 0 .. last; beyond them is nothing. */
static void convolve(float *out, const float *in, const params *w, uint32_t last, unsigned width) {
  for (uint32_t i = 0; i <= last; i++)
    for (uint32_t o = 0; o < 3; o++)
      if (i + o >= 1 && i + o - 1 <= last)
        times(out + i * W, in + (i + o - 1) * width, w->value + o * width * W, width, W);
}

static void convolve_back(const float *dout, const float *in, float *din, params *w, uint32_t last, unsigned width) {
  for (uint32_t i = 0; i <= last; i++)
    for (uint32_t o = 0; o < 3; o++)
      if (i + o >= 1 && i + o - 1 <= last)
        times_back(din + (i + o - 1) * width, w->grad + o * width * W, dout + i * W, in + (i + o - 1) * width,
                   w->value + o * width * W, width, W);
}

static void fill(float *a, const params *bias, uint32_t last) {
  for (uint32_t i = 0; i <= last; i++) memcpy(a + i * W, bias->value, W * sizeof(float));
}

static void sum_rows(net_run *r, const net *n, uint32_t last) {
  memset(r->x, 0, (last + 1) * R * sizeof(float));
  for (uint32_t i = 0; i <= last; i++) {
    for (unsigned k = 0; k < NSP__WORD_INPUTS; k++) {
      const float *row = n->table.rows.value + (size_t)r->row[i][k] * R;
      for (unsigned j = 0; j < R; j++) r->x[i * R + j] += row[j];
    }
    for (unsigned j = 0; j < R; j++) r->x[i * R + j] *= r->mask[i * R + j];
  }
}

void run_forward(net_run *r, const net *n, uint32_t words) {
  uint32_t last = words + 1;
  r->n = words;
  sum_rows(r, n, last);
  fill(r->c1, &n->bias1, last);
  convolve(r->c1, r->x, &n->conv1, last, R);
  for (size_t j = 0; j < (last + 1) * (size_t)W; j++) r->c1[j] = r->c1[j] > 0 ? r->c1[j] : 0;
  fill(r->a2, &n->bias2, last);
  convolve(r->a2, r->c1, &n->conv2, last, W);
  for (size_t j = 0; j < (last + 1) * (size_t)W; j++) r->c2[j] = r->c1[j] + (r->a2[j] > 0 ? r->a2[j] : 0);
  for (unsigned s = 0; s < NSP__SLOTS; s++) {
    float *p = r->p + (size_t)s * r->capacity * H;
    memcpy(p, n->nowhere.value + s * H, H * sizeof(float));
    memset(p + H, 0, last * H * sizeof(float));
    for (uint32_t i = 1; i <= last; i++) times(p + i * H, r->c2 + i * W, n->slots.value + (size_t)s * W * H, W, H);
    memset(r->dp + (size_t)s * r->capacity * H, 0, (last + 1) * H * sizeof(float));
  }
}

static void add_bias_grad(params *bias, const float *da, uint32_t last) {
  for (uint32_t i = 0; i <= last; i++)
    for (unsigned j = 0; j < W; j++) bias->grad[j] += da[i * W + j];
}

/* The gradient of c2 turns into that of a2 in place, once c1 has its share. */
static void conv2_back(net_run *r, net *n, uint32_t last) {
  for (size_t j = 0; j < (last + 1) * (size_t)W; j++) {
    r->dc1[j] = r->dc2[j];
    r->dc2[j] = r->a2[j] > 0 ? r->dc2[j] : 0;
  }
  add_bias_grad(&n->bias2, r->dc2, last);
  convolve_back(r->dc2, r->c1, r->dc1, &n->conv2, last, W);
}

void run_backward(net_run *r, net *n) {
  uint32_t last = r->n + 1;
  memset(r->dx, 0, (last + 1) * R * sizeof(float));
  memset(r->dc2, 0, (last + 1) * W * sizeof(float));
  for (unsigned s = 0; s < NSP__SLOTS; s++) {
    float *dp = r->dp + (size_t)s * r->capacity * H;
    for (unsigned j = 0; j < H; j++) n->nowhere.grad[s * H + j] += dp[j];
    for (uint32_t i = 1; i <= last; i++)
      times_back(r->dc2 + i * W, n->slots.grad + (size_t)s * W * H, dp + i * H, r->c2 + i * W,
                 n->slots.value + (size_t)s * W * H, W, H);
  }
  conv2_back(r, n, last);
  for (size_t j = 0; j < (last + 1) * (size_t)W; j++) r->dc1[j] = r->c1[j] > 0 ? r->dc1[j] : 0;
  add_bias_grad(&n->bias1, r->dc1, last);
  convolve_back(r->dc1, r->x, r->dx, &n->conv1, last, R);
  for (uint32_t i = 0; i <= last; i++)
    for (unsigned k = 0; k < NSP__WORD_INPUTS; k++)
      table_touch(&n->table, r->row[i][k], r->dx + i * R, r->mask + i * R);
}

void run_hidden(const net_run *r, const net *n, const uint32_t *slot, const uint32_t *fact, float *h) {
  memcpy(h, n->hidden_bias.value, H * sizeof(float));
  for (unsigned s = 0; s < NSP__SLOTS; s++) {
    const float *p = r->p + ((size_t)s * r->capacity + slot[s]) * H;
    for (unsigned j = 0; j < H; j++) h[j] += p[j];
  }
  for (unsigned f = 0; f < NSP__FACTS; f++) {
    const float *p = n->facts.value + (size_t)fact[f] * H;
    for (unsigned j = 0; j < H; j++) h[j] += p[j];
  }
  for (unsigned j = 0; j < H; j++) h[j] = h[j] > 0 ? h[j] : 0;
}

void run_hidden_back(net_run *r, net *n, const uint32_t *slot, const uint32_t *fact, const float *h, float *dh) {
  for (unsigned j = 0; j < H; j++) {
    dh[j] = h[j] > 0 ? dh[j] : 0;
    n->hidden_bias.grad[j] += dh[j];
  }
  for (unsigned s = 0; s < NSP__SLOTS; s++) {
    float *p = r->dp + ((size_t)s * r->capacity + slot[s]) * H;
    for (unsigned j = 0; j < H; j++) p[j] += dh[j];
  }
  for (unsigned f = 0; f < NSP__FACTS; f++) {
    float *p = n->facts.grad + (size_t)fact[f] * H;
    for (unsigned j = 0; j < H; j++) p[j] += dh[j];
  }
}

#include "params.h"

#include "tool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static uint64_t chance = 99;

void params_make(params *p, size_t size, double spread) {
  p->size = size;
  p->value = must(calloc(size, sizeof(float)));
  p->grad = must(calloc(size, sizeof(float)));
  p->first = must(calloc(size, sizeof(float)));
  p->second = must(calloc(size, sizeof(float)));
  p->mean = must(calloc(size, sizeof(double)));
  p->gathered = 0;
  for (size_t i = 0; i < size; i++) p->value[i] = (float)(spread * (random_next(&chance) / 2147483648.0 - 1));
}

void params_free(params *p) {
  free(p->value), free(p->grad), free(p->first), free(p->second), free(p->mean);
  memset(p, 0, sizeof *p);
}

void params_gather(params *p) {
  p->gathered++;
  for (size_t i = 0; i < p->size; i++) p->mean[i] += p->value[i];
}

void params_settle(params *p) {
  for (size_t i = 0; p->gathered && i < p->size; i++) p->value[i] = (float)(p->mean[i] / p->gathered);
}

double params_spread(double in, double out) { return sqrt(6 / (in + out)); }

float params_rate(float rate, unsigned step) {
  return rate * (float)(sqrt(1 - pow(0.99, step)) / (1 - pow(0.9, step)));
}

void params_step(params *p, size_t from, size_t count, float rate) {
  const float b1 = 0.9f, b2 = 0.99f;
  float *restrict v = p->value + from, *restrict g = p->grad + from;
  float *restrict m = p->first + from, *restrict s = p->second + from;
  for (size_t i = 0; i < count; i++) {
    m[i] = b1 * m[i] + (1 - b1) * g[i];
    s[i] = b2 * s[i] + (1 - b2) * g[i] * g[i];
    v[i] -= rate * m[i] / (sqrtf(s[i]) + 1e-6f);
    g[i] = 0;
  }
}

void keys_add(key_list *l, uint32_t key, uint32_t kind) {
  if (l->count == l->capacity) {
    l->capacity = l->capacity ? l->capacity * 2 : 1 << 16;
    l->items = must(realloc(l->items, l->capacity * sizeof *l->items));
  }
  l->items[l->count++] = (key_seen){key, kind};
}

static int by_key(const void *a, const void *b) {
  const key_seen *x = a, *y = b;
  return x->key < y->key ? -1 : x->key > y->key;
}

static void enter(table *t, uint32_t row) {
  uint32_t i = t->keys[row] & t->slot_mask;
  while (t->slots[i]) i = (i + 1) & t->slot_mask;
  t->slots[i] = row;
}

void table_make(table *t, unsigned width, key_list *l, unsigned least_words, unsigned least_others) {
  memset(t, 0, sizeof *t);
  t->width = width;
  t->count = 1;
  t->keys = must(calloc(l->count + 1, sizeof(uint32_t)));
  t->seen = must(calloc(l->count + 1, sizeof(uint32_t)));
  qsort(l->items, l->count, sizeof *l->items, by_key);
  for (size_t i = 0, j; i < l->count; i = j) {
    for (j = i; j < l->count && l->items[j].key == l->items[i].key; j++)
      ;
    if (j - i < (l->items[i].kind == 0 ? least_words : least_others)) continue;
    t->keys[t->count] = l->items[i].key;
    t->seen[t->count++] = (uint32_t)(j - i);
  }
  free(l->items);
  memset(l, 0, sizeof *l);
  for (t->slot_mask = 1; t->slot_mask < t->count * 4;) t->slot_mask = t->slot_mask * 2 + 1;
  t->slots = must(calloc((size_t)t->slot_mask + 1, sizeof(uint32_t)));
  for (uint32_t r = 1; r < t->count; r++) enter(t, r);
  t->touched = must(calloc(t->count, 1));
  t->touched_list = must(calloc(t->count, sizeof(uint32_t)));
  params_make(&t->rows, (size_t)t->count * width, 0.2);
  memset(t->rows.value, 0, width * sizeof(float));
}

void table_free(table *t) {
  params_free(&t->rows);
  free(t->keys), free(t->seen), free(t->slots), free(t->touched), free(t->touched_list);
  memset(t, 0, sizeof *t);
}

uint32_t table_find(const table *t, uint32_t key) {
  uint32_t i = key & t->slot_mask;
  while (t->slots[i] && t->keys[t->slots[i]] != key) i = (i + 1) & t->slot_mask;
  return t->slots[i];
}

void table_touch(table *t, uint32_t row, const float *grad, const float *mask) {
  if (row == 0) return;
  if (!t->touched[row]) {
    t->touched[row] = 1;
    t->touched_list[t->touched_count++] = row;
  }
  for (unsigned j = 0; j < t->width; j++) t->rows.grad[(size_t)row * t->width + j] += grad[j] * mask[j];
}

void table_step(table *t, float rate) {
  for (uint32_t i = 0; i < t->touched_count; i++) {
    t->touched[t->touched_list[i]] = 0;
    params_step(&t->rows, (size_t)t->touched_list[i] * t->width, t->width, rate);
  }
  t->touched_count = 0;
}

/* Nearly all matrices have 64 columns: four vectors, which the compiler keeps in registers. */
typedef float wide __attribute__((vector_size(64), aligned(4)));
enum { COLUMNS = 64 };

static void times_64(float *restrict y, const float *restrict x, const float *restrict w, unsigned k_count) {
  wide *sum = (wide *)(void *)y, a = sum[0], b = sum[1], c = sum[2], d = sum[3];
  for (unsigned k = 0; k < k_count; k++) {
    if (x[k] == 0) continue;
    const wide *row = (const wide *)(const void *)(w + (size_t)k * COLUMNS);
    a += x[k] * row[0], b += x[k] * row[1], c += x[k] * row[2], d += x[k] * row[3];
  }
  sum[0] = a, sum[1] = b, sum[2] = c, sum[3] = d;
}

static void times_back_64(float *restrict dx, float *restrict dw, const float *restrict dy, const float *restrict x,
                          const float *restrict w, unsigned k_count) {
  const wide *grad = (const wide *)(const void *)dy, a = grad[0], b = grad[1], c = grad[2], d = grad[3];
  for (unsigned k = 0; k < k_count; k++) {
    const wide *row = (const wide *)(const void *)(w + (size_t)k * COLUMNS);
    wide *out = (wide *)(void *)(dw + (size_t)k * COLUMNS);
    wide dot = a * row[0] + b * row[1] + c * row[2] + d * row[3];
    float sum = 0;
    for (unsigned j = 0; j < 16; j++) sum += dot[j];
    dx[k] += sum;
    if (x[k] == 0) continue;
    out[0] += x[k] * a, out[1] += x[k] * b, out[2] += x[k] * c, out[3] += x[k] * d;
  }
}

void times(float *restrict y, const float *restrict x, const float *restrict w, unsigned k_count, unsigned n) {
  if (n == COLUMNS) {
    times_64(y, x, w, k_count);
    return;
  }
  for (unsigned k = 0; k < k_count; k++)
    for (unsigned j = 0; j < n; j++) y[j] += x[k] * w[k * n + j];
}

void times_back(float *restrict dx, float *restrict dw, const float *restrict dy, const float *restrict x,
                const float *restrict w, unsigned k_count, unsigned n) {
  if (n == COLUMNS) {
    times_back_64(dx, dw, dy, x, w, k_count);
    return;
  }
  for (unsigned k = 0; k < k_count; k++) {
    float sum = 0;
    for (unsigned j = 0; j < n; j++) sum += w[k * n + j] * dy[j];
    dx[k] += sum;
    for (unsigned j = 0; j < n; j++) dw[k * n + j] += x[k] * dy[j];
  }
}

void soften(float *score, unsigned n, uint64_t open) {
  float top = -1e30f, sum = 0;
  for (unsigned k = 0; k < n; k++)
    if (open >> k & 1 && score[k] > top) top = score[k];
  for (unsigned k = 0; k < n; k++) {
    score[k] = open >> k & 1 ? expf(score[k] - top) : 0;
    sum += score[k];
  }
  for (unsigned k = 0; k < n; k++) score[k] /= sum;
}

unsigned best_of(const float *score, unsigned n, uint64_t open) {
  unsigned best = n;
  for (unsigned k = 0; k < n; k++)
    if (open >> k & 1 && (best == n || score[k] > score[best])) best = k;
  return best;
}

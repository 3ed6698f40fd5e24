/* The inner loops in plain C, for machines that affine.c has no vectors for; and what the others are tested against. */
#ifndef NSP_SYNTAX_AFFINE_PLAIN_H
#define NSP_SYNTAX_AFFINE_PLAIN_H

#include "affine.h"

static inline int32_t nsp__plain_sum(const nsp__layer *l, const uint8_t *x, unsigned j) {
  int32_t sum = l->bias[j];
  for (unsigned k = 0; k < l->in; k++) sum += x[k] * l->weight[((k / 4) * l->out + j) * 4 + k % 4];
  sum >>= l->shift;
  return sum < l->least ? l->least : sum > l->most ? l->most : sum;
}

static inline void nsp__plain_one(const nsp__layer *l, const uint8_t *x, int16_t *y) {
  for (unsigned j = 0; j < l->out; j++) y[j] = (int16_t)nsp__plain_sum(l, x, j);
}

static inline void nsp__plain_four(const nsp__layer *l, const uint8_t *const x[4], int16_t *const y[4]) {
  for (int i = 0; i < 4; i++) nsp__plain_one(l, x[i], y[i]);
}

static inline void nsp__plain_four_small(const nsp__layer *l, const uint8_t *const x[4], uint8_t *const y[4]) {
  for (int i = 0; i < 4; i++)
    for (unsigned j = 0; j < l->out; j++) y[i][j] = (uint8_t)nsp__plain_sum(l, x[i], j);
}

static inline void nsp__plain_dots(const nsp__layer *l, const uint8_t *x, int32_t y[4]) {
  for (unsigned j = 0; j < 4; j++) {
    y[j] = l->bias[j];
    for (unsigned k = 0; k < l->in; k++) y[j] += x[k] * l->weight[j * l->in + k];
  }
}

static inline uint8_t nsp__plain_small(int sum, unsigned cut, int middle) {
  int y = ((sum + (1 << cut >> 1)) >> cut) + middle;
  return (uint8_t)(y < 0 ? 0 : y > NSP__SMALL_MOST ? NSP__SMALL_MOST : y);
}

static inline void nsp__plain_rows(const int16_t *first, const int16_t *const *row, unsigned rows, unsigned n,
                                   uint8_t *y) {
  for (unsigned j = 0; j < n; j++) {
    int sum = first[j];
    for (unsigned r = 0; r < rows; r++) sum += row[r][j];
    y[j] = nsp__plain_small(sum, NSP__SHARE_CUT, 0);
  }
}

static inline void nsp__plain_bytes(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from,
                                    unsigned n, int16_t *y) {
  for (unsigned j = 0; j < n; j++) {
    int sum = first[from + j];
    for (unsigned r = 0; r < rows; r++) sum += row[r][from + j];
    y[j] = (int16_t)sum;
  }
}

static inline void nsp__plain_small_bytes(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from,
                                          unsigned n, uint8_t *y) {
  for (unsigned j = 0; j < n; j++) {
    int16_t sum;
    nsp__plain_bytes(first, row, rows, from + j, 1, &sum);
    y[j] = nsp__plain_small(sum, NSP__ROW_CUT, NSP__ROW_MIDDLE);
  }
}

#endif

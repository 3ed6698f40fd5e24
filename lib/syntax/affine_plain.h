/* The inner loops in plain C, for machines that affine.c has no vectors for; and what the others are tested against. */
#ifndef NSP_SYNTAX_AFFINE_PLAIN_H
#define NSP_SYNTAX_AFFINE_PLAIN_H

#include "affine.h"
#include "moves.h"

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

static inline unsigned nsp__plain_label(const nsp__layer *l, const uint8_t *x) {
  int16_t y[NSP__LABEL_LANES];
  nsp__plain_one(l, x, y);
  return nsp__largest(y, NSP__LABEL_LANES);
}

static inline void nsp__plain_tags(const nsp__layer *conv, const nsp__layer *out, const uint8_t *const window[4],
                                   unsigned place[4]) {
  uint8_t hidden[4][NSP__TAG_WIDTH];
  nsp__plain_four_small(conv, window, (uint8_t *const[]){hidden[0], hidden[1], hidden[2], hidden[3]});
  for (int i = 0; i < 4; i++) {
    int16_t y[NSP__TAG_LANES];
    nsp__plain_one(out, hidden[i], y);
    place[i] = nsp__largest(y, NSP__TAG_LANES);
  }
}

static inline uint8_t nsp__plain_small(int sum, unsigned cut, int middle) {
  int y = ((sum + (1 << cut >> 1)) >> cut) + middle;
  return (uint8_t)(y < 0 ? 0 : y > NSP__SMALL_MOST ? NSP__SMALL_MOST : y);
}

static inline void nsp__plain_state(const nsp__layer *l, const int16_t *first, const int16_t *const *row, uint8_t *h,
                                    int32_t score[NSP__MOVES]) {
  for (unsigned j = 0; j < NSP__HIDDEN; j++) {
    int sum = first[j];
    for (unsigned r = 0; r < NSP__STATE_ROWS; r++) sum += row[r][j];
    h[j] = nsp__plain_small(sum, NSP__SHARE_CUT, 0);
  }
  for (unsigned j = 0; j < NSP__MOVES; j++) {
    score[j] = l->bias[j];
    for (unsigned k = 0; k < NSP__HIDDEN; k++) score[j] += h[k] * l->weight[((k / 4) * l->out + j) * 4 + k % 4];
  }
}

static inline int nsp__plain_row_sum(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned j) {
  int sum = first[j];
  for (unsigned r = 0; r < rows; r++) sum += row[r][j];
  return sum;
}

static inline void nsp__plain_token(const int16_t *first, const int8_t *const *row, unsigned rows,
                                    uint8_t tag[NSP__TAG_ROW], int16_t word[NSP__WORD_ROW]) {
  for (unsigned j = 0; j < NSP__TAG_ROW; j++)
    tag[j] = nsp__plain_small(nsp__plain_row_sum(first, row, rows, j), NSP__ROW_CUT, NSP__ROW_MIDDLE);
  for (unsigned j = 0; j < NSP__WORD_ROW; j++)
    word[j] = (int16_t)nsp__plain_row_sum(first, row, rows, NSP__TAG_ROW + j);
}

static inline void nsp__plain_word(const int16_t *first, const int8_t *const row[3], uint8_t y[NSP__WORD_ROW]) {
  for (unsigned j = 0; j < NSP__WORD_ROW; j++)
    y[j] = nsp__plain_small(nsp__plain_row_sum(first, row, 3, j), NSP__ROW_CUT, NSP__ROW_MIDDLE);
}

#define NAME(x) nsp__plain_##x
#define TARGET
#include "moves_body.h"
#undef NAME
#undef TARGET

#endif

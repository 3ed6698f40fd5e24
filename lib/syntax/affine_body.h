/* The inner loops for one width of vectors. Included by affine.c once for each, after it has defined:
 * NAME(x), TARGET, VEC (of LANES 32-bit numbers), LOAD, ADD, ZERO; X, FOUR_OF(p): four small numbers of one word, as
 * often as VEC has lanes; MADD(sum, x, weights); STORE and STORE_SMALL of sums; LARGEST(sums, vectors, layer), STORE_MOVES
 * of the first sums; ADD16, and STORE_CUT for twice as many 16-bit numbers; SUM, LOAD_SUM, ADD_BYTES, STORE_SUM and
 * STORE_SMALL_SUM for WIDTH of them. */

/* Four words, two vectors each: a weight that was loaded serves four times. */
#define FOUR(name, TYPE, PUT)                                                                                 \
  TARGET static void NAME(name)(const nsp__layer *l, const uint8_t *const x[4], TYPE *const y[4]) {           \
    const uint8_t *x0 = x[0], *x1 = x[1], *x2 = x[2], *x3 = x[3];                                             \
    for (unsigned j = 0; j < l->out; j += 2 * LANES) {                                                        \
      const int8_t *w = l->weight + 4 * j;                                                                    \
      VEC a = LOAD(l->bias + j), b = LOAD(l->bias + j + LANES);                                               \
      VEC a0 = a, a1 = a, a2 = a, a3 = a, b0 = b, b1 = b, b2 = b, b3 = b;                                     \
      for (unsigned k = 0; k < l->in; k += 4, w += 4u * l->out) {                                             \
        VEC p = LOAD(w), q = LOAD(w + 4 * LANES);                                                             \
        X v;                                                                                                  \
        v = FOUR_OF(x0 + k), a0 = MADD(a0, v, p), b0 = MADD(b0, v, q);                                        \
        v = FOUR_OF(x1 + k), a1 = MADD(a1, v, p), b1 = MADD(b1, v, q);                                        \
        v = FOUR_OF(x2 + k), a2 = MADD(a2, v, p), b2 = MADD(b2, v, q);                                        \
        v = FOUR_OF(x3 + k), a3 = MADD(a3, v, p), b3 = MADD(b3, v, q);                                        \
      }                                                                                                       \
      PUT(y[0] + j, a0, l), PUT(y[0] + j + LANES, b0, l), PUT(y[1] + j, a1, l), PUT(y[1] + j + LANES, b1, l); \
      PUT(y[2] + j, a2, l), PUT(y[2] + j + LANES, b2, l), PUT(y[3] + j, a3, l), PUT(y[3] + j + LANES, b3, l); \
    }                                                                                                         \
  }
FOUR(four, int16_t, STORE)
FOUR(four_small, uint8_t, STORE_SMALL)

/* The place of the largest of so many vectors of sums. Two chains for each, so that the additions need not wait. */
TARGET static INLINE unsigned NAME(best)(const nsp__layer *l, const uint8_t *x, unsigned in, unsigned vectors) {
  VEC a[NSP__LABEL_LANES / LANES], b[NSP__LABEL_LANES / LANES];
  const int8_t *w = l->weight;
  const unsigned row = 4 * LANES * vectors;
  for (unsigned v = 0; v < vectors; v++) a[v] = LOAD(l->bias + v * LANES), b[v] = ZERO;
  for (unsigned k = 0; k < in; k += 8, w += 2 * row) {
    X p = FOUR_OF(x + k), q = FOUR_OF(x + k + 4);
    for (unsigned v = 0; v < vectors; v++) {
      a[v] = MADD(a[v], p, LOAD(w + 4 * LANES * v));
      b[v] = MADD(b[v], q, LOAD(w + row + 4 * LANES * v));
    }
  }
  for (unsigned v = 0; v < vectors; v++) a[v] = ADD(a[v], b[v]);
  return LARGEST(a, vectors, l);
}

TARGET static INLINE unsigned NAME(label)(const nsp__layer *l, const uint8_t *x) {
  return NAME(best)(l, x, NSP__HIDDEN, NSP__LABEL_LANES / LANES);
}

TARGET static void NAME(tags)(const nsp__layer *conv, const nsp__layer *out, const uint8_t *const window[4],
                              unsigned place[4]) {
  uint8_t hidden[4][NSP__TAG_WIDTH];
  uint8_t *const h[4] = {hidden[0], hidden[1], hidden[2], hidden[3]};
  NAME(four_small)(conv, window, h);
  for (unsigned i = 0; i < 4; i++) place[i] = NAME(best)(out, hidden[i], NSP__TAG_WIDTH, NSP__TAG_LANES / LANES);
}

/* Four chains for one vector of moves. */
TARGET static INLINE void NAME(state)(const nsp__layer *l, const int16_t *first, const int16_t *const *row, uint8_t *h,
                                      int32_t score[NSP__MOVES]) {
  enum { ROW = 4 * NSP__MOVE_LANES };
  for (unsigned j = 0; j < NSP__HIDDEN; j += 2 * LANES) {
    VEC a = LOAD(first + j), b = LOAD(row[0] + j);
    for (unsigned r = 1; r < NSP__STATE_ROWS; r++) {
      VEC c = LOAD(row[r] + j);
      if (r % 2)
        a = ADD16(a, c);
      else
        b = ADD16(b, c);
    }
    a = ADD16(a, b);
    STORE_CUT(h + j, a);
  }
  const int8_t *w = l->weight;
  VEC a = LOAD(l->bias), b = ZERO, c = ZERO, d = ZERO;
  for (unsigned k = 0; k < NSP__HIDDEN; k += 16, w += 4 * ROW) {
    a = MADD(a, FOUR_OF(h + k), LOAD(w));
    b = MADD(b, FOUR_OF(h + k + 4), LOAD(w + ROW));
    c = MADD(c, FOUR_OF(h + k + 8), LOAD(w + 2 * ROW));
    d = MADD(d, FOUR_OF(h + k + 12), LOAD(w + 3 * ROW));
  }
  a = ADD(ADD(a, b), ADD(c, d));
  STORE_MOVES(score, a);
}

TARGET static void NAME(token)(const int16_t *first, const int8_t *const *row, unsigned rows, uint8_t *tag,
                               int16_t *word) {
  enum { TAG = NSP__TAG_ROW / WIDTH, ALL = NSP__ROW / WIDTH };
  SUM a[ALL];
  for (unsigned v = 0; v < ALL; v++) a[v] = LOAD_SUM(first + v * WIDTH);
  for (unsigned r = 0; r < rows; r++)
    for (unsigned v = 0; v < ALL; v++) ADD_BYTES(a[v], row[r] + v * WIDTH);
  for (unsigned v = 0; v < TAG; v++) STORE_SMALL_SUM(tag + v * WIDTH, a[v]);
  for (unsigned v = TAG; v < ALL; v++) STORE_SUM(word + (v - TAG) * WIDTH, a[v]);
}

TARGET static void NAME(word)(const int16_t *first, const int8_t *const row[3], uint8_t *y) {
  for (unsigned j = 0; j < NSP__WORD_ROW; j += WIDTH) {
    SUM a = LOAD_SUM(first + j);
    for (unsigned r = 0; r < 3; r++) ADD_BYTES(a, row[r] + j);
    STORE_SMALL_SUM(y + j, a);
  }
}

#include "moves_body.h"

#undef NAME
#undef TARGET
#undef VEC
#undef LANES
#undef LOAD
#undef ADD
#undef ZERO
#undef X
#undef FOUR_OF
#undef MADD
#undef STORE
#undef STORE_SMALL
#undef LARGEST
#undef STORE_MOVES
#undef ADD16
#undef STORE_CUT
#undef SUM
#undef WIDTH
#undef LOAD_SUM
#undef ADD_BYTES
#undef STORE_SUM
#undef STORE_SMALL_SUM
#undef FOUR

/* The inner loops for one width of vectors. Included by affine.c once for each, after it has defined:
 * NAME(x), TARGET, VEC (of LANES 32-bit numbers), LOAD, ADD, ZERO; X, FOUR_OF(p): four small numbers of one word, as
 * often as VEC has lanes; ROW_OF(p): as many small numbers as it has bytes; TOTALS: the sums of four vectors; MADD(sum,
 * x, weights); STORE and STORE_SMALL of sums; ADD16, and STORE_CUT for twice as many 16-bit numbers; SUM16, LOAD_SUM,
 * ADD_BYTES, STORE_SUM and STORE_SMALL_SUM for sixteen of them. */

/* One word, LANES sums, in four chains so that the additions need not wait for each other. */
TARGET static void NAME(one)(const nsp__layer *l, const uint8_t *x, int16_t *y) {
  const unsigned row = 4u * l->out;
  for (unsigned j = 0; j < l->out; j += LANES) {
    const int8_t *w = l->weight + 4 * j;
    VEC a = LOAD(l->bias + j), b = ZERO, c = ZERO, d = ZERO;
    for (unsigned k = 0; k < l->in; k += 16, w += 4 * row) {
      a = MADD(a, FOUR_OF(x + k), LOAD(w));
      b = MADD(b, FOUR_OF(x + k + 4), LOAD(w + row));
      c = MADD(c, FOUR_OF(x + k + 8), LOAD(w + 2 * row));
      d = MADD(d, FOUR_OF(x + k + 12), LOAD(w + 3 * row));
    }
    STORE(y + j, ADD(ADD(a, b), ADD(c, d)), l);
  }
}

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

TARGET static void NAME(dots)(const nsp__layer *l, const uint8_t *x, int32_t y[4]) {
  const int8_t *w = l->weight;
  const unsigned in = l->in;
  VEC a = ZERO, b = ZERO, c = ZERO, d = ZERO;
  for (unsigned k = 0; k < in; k += 4 * LANES) {
    X v = ROW_OF(x + k);
    a = MADD(a, v, LOAD(w + k)), b = MADD(b, v, LOAD(w + in + k));
    c = MADD(c, v, LOAD(w + 2 * in + k)), d = MADD(d, v, LOAD(w + 3 * in + k));
  }
  __m128i sum = _mm_add_epi32(TOTALS(a, b, c, d), _mm_loadu_si128((const __m128i *)(const void *)l->bias));
  _mm_storeu_si128((__m128i *)(void *)y, sum);
}

/* Sums rows of 16-bit numbers, two vectors at a time. */
TARGET static void NAME(rows)(const int16_t *first, const int16_t *const *row, unsigned rows, unsigned n, uint8_t *y) {
  for (unsigned j = 0; j < n; j += 4 * LANES) {
    VEC a = LOAD(first + j), b = LOAD(first + j + 2 * LANES);
    for (unsigned r = 0; r < rows; r++) {
      a = ADD16(a, LOAD(row[r] + j));
      b = ADD16(b, LOAD(row[r] + j + 2 * LANES));
    }
    STORE_CUT(y + j, a, b);
  }
}

TARGET static inline SUM16 NAME(sum_bytes)(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned at) {
  SUM16 a = LOAD_SUM(first + at);
  for (unsigned r = 0; r < rows; r++) ADD_BYTES(a, row[r] + at);
  return a;
}

TARGET static void NAME(bytes)(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from, unsigned n,
                               int16_t *y) {
  for (unsigned j = 0; j < n; j += 16) {
    SUM16 a = NAME(sum_bytes)(first, row, rows, from + j);
    STORE_SUM(y + j, a);
  }
}

TARGET static void NAME(small_bytes)(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from,
                                     unsigned n, uint8_t *y) {
  for (unsigned j = 0; j < n; j += 16) {
    SUM16 a = NAME(sum_bytes)(first, row, rows, from + j);
    STORE_SMALL_SUM(y + j, a);
  }
}

#undef NAME
#undef TARGET
#undef VEC
#undef LANES
#undef LOAD
#undef ADD
#undef ZERO
#undef X
#undef FOUR_OF
#undef ROW_OF
#undef TOTALS
#undef MADD
#undef STORE
#undef STORE_SMALL
#undef ADD16
#undef STORE_CUT
#undef SUM16
#undef LOAD_SUM
#undef ADD_BYTES
#undef STORE_SUM
#undef STORE_SMALL_SUM
#undef FOUR

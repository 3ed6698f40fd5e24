/* The inner loop for one width of vectors. Included by affine.c once for each, after it has defined:
 * NAME(x), TARGET, VEC (of LANES 32-bit numbers), LOAD, ADD, ZERO, MADD(sum, pair, weights), PAIR(p), STORE, and
 * ADD16, MAX16, STORE16 for twice as many 16-bit ones, and SUM16, LOAD_SUM, ADD_BYTES, STORE_SUM for sixteen of them.
 */

/* One word, LANES sums, in four chains so that the additions need not wait for each other. */
TARGET static void NAME(one)(const nsp__layer *l, const int16_t *x, int16_t *y) {
  const unsigned row = 2u * l->out;
  for (unsigned j = 0; j < l->out; j += LANES) {
    const int16_t *w = l->weight + 2 * j;
    VEC a = LOAD(l->bias + j), b = ZERO, c = ZERO, d = ZERO;
    for (unsigned k = 0; k < l->in; k += 8, w += 4 * row) {
      a = MADD(a, PAIR(x + k), LOAD(w));
      b = MADD(b, PAIR(x + k + 2), LOAD(w + row));
      c = MADD(c, PAIR(x + k + 4), LOAD(w + 2 * row));
      d = MADD(d, PAIR(x + k + 6), LOAD(w + 3 * row));
    }
    STORE(y + j, ADD(ADD(a, b), ADD(c, d)), l);
  }
}

/* Four words, two vectors each: a weight that was loaded serves four times. */
TARGET static void NAME(four)(const nsp__layer *l, const int16_t *const x[4], int16_t *const y[4]) {
  const int16_t *x0 = x[0], *x1 = x[1], *x2 = x[2], *x3 = x[3];
  for (unsigned j = 0; j < l->out; j += 2 * LANES) {
    const int16_t *w = l->weight + 2 * j;
    VEC a = LOAD(l->bias + j), b = LOAD(l->bias + j + LANES);
    VEC a0 = a, a1 = a, a2 = a, a3 = a, b0 = b, b1 = b, b2 = b, b3 = b;
    for (unsigned k = 0; k < l->in; k += 2, w += 2u * l->out) {
      VEC p = LOAD(w), q = LOAD(w + 2 * LANES), v;
      v = PAIR(x0 + k), a0 = MADD(a0, v, p), b0 = MADD(b0, v, q);
      v = PAIR(x1 + k), a1 = MADD(a1, v, p), b1 = MADD(b1, v, q);
      v = PAIR(x2 + k), a2 = MADD(a2, v, p), b2 = MADD(b2, v, q);
      v = PAIR(x3 + k), a3 = MADD(a3, v, p), b3 = MADD(b3, v, q);
    }
    STORE(y[0] + j, a0, l), STORE(y[0] + j + LANES, b0, l);
    STORE(y[1] + j, a1, l), STORE(y[1] + j + LANES, b1, l);
    STORE(y[2] + j, a2, l), STORE(y[2] + j + LANES, b2, l);
    STORE(y[3] + j, a3, l), STORE(y[3] + j + LANES, b3, l);
  }
}

/* Sums rows of 16-bit numbers, two vectors at a time, and keeps what is above zero. */
TARGET static void NAME(rows)(const int16_t *first, const int16_t *const *row, unsigned rows, unsigned n, int16_t *y) {
  for (unsigned j = 0; j < n; j += 4 * LANES) {
    VEC a = LOAD(first + j), b = LOAD(first + j + 2 * LANES);
    for (unsigned r = 0; r < rows; r++) {
      a = ADD16(a, LOAD(row[r] + j));
      b = ADD16(b, LOAD(row[r] + j + 2 * LANES));
    }
    STORE16(y + j, MAX16(a, ZERO));
    STORE16(y + j + 2 * LANES, MAX16(b, ZERO));
  }
}

/* Sums rows of 8-bit numbers; n: a multiple of 16. */
TARGET static void NAME(bytes)(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from, unsigned n,
                               int16_t *y) {
  for (unsigned j = 0; j < n; j += 16) {
    SUM16 a = LOAD_SUM(first + from + j);
    for (unsigned r = 0; r < rows; r++) ADD_BYTES(a, row[r] + from + j);
    STORE_SUM(y + j, a);
  }
}

#undef NAME
#undef TARGET
#undef VEC
#undef LANES
#undef LOAD
#undef ADD
#undef ZERO
#undef MADD
#undef PAIR
#undef STORE
#undef ADD16
#undef MAX16
#undef STORE16
#undef SUM16
#undef LOAD_SUM
#undef ADD_BYTES
#undef STORE_SUM

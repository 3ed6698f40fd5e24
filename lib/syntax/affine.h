/* The inner loops of both networks: matrices of 16-bit whole numbers times vectors, and sums of rows. */
#ifndef NSP_SYNTAX_AFFINE_H
#define NSP_SYNTAX_AFFINE_H

#include <stdint.h>

/* A layer's numbers, and how its sums become 16-bit numbers again. */
typedef struct nsp__layer {
  const int16_t *weight; /* [in/2][out][2] */
  const int32_t *bias;   /* [out] */
  uint16_t in, out;      /* in: a multiple of 8; out: of 16, of 32 for groups of four */
  uint8_t shift;
  int16_t least, most;
} nsp__layer;

/* For every x: y[n] = (bias[n] + sum over k of x[k] * weight[k][n]) >> shift, kept between least and most. Sums wrap
 * around at 32 bits. Every version gives the same numbers. */
typedef struct nsp__affine {
  void (*one)(const nsp__layer *layer, const int16_t *x, int16_t *y);
  void (*four)(const nsp__layer *layer, const int16_t *const x[4], int16_t *const y[4]);
  /* y = the sum of n numbers of each row (which must fit 16 bits), or 0 where that is negative; n: a multiple of 64. */
  void (*rows)(const int16_t *first, const int16_t *const *row, unsigned rows, unsigned n, int16_t *y);
  /* y = the sum of n numbers of `first` and of each row, from number `from` on; n: a multiple of 16. */
  void (*bytes)(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from, unsigned n, int16_t *y);
} nsp__affine;

/* The place of the largest of n numbers, the first of equals; n <= 256. */
static inline unsigned nsp__largest(const int16_t *score, unsigned n) {
  int32_t most = INT32_MIN; /* the score above, the place (counted from the end) below: one maximum finds both */
  for (unsigned k = 0; k < n; k++) {
    int32_t both = score[k] * 256 + (int32_t)(255 - k);
    most = both > most ? both : most;
  }
  return 255 - ((unsigned)most & 255);
}

/* The versions that this machine runs, the fastest last; returns how many there are. */
enum { NSP__AFFINE_VERSIONS = 3 };
unsigned nsp__affine_versions(nsp__affine versions[NSP__AFFINE_VERSIONS]);

#endif

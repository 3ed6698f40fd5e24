/* The inner loops of both networks: matrices of 8-bit whole numbers times vectors, and sums of rows. */
#ifndef NSP_SYNTAX_AFFINE_H
#define NSP_SYNTAX_AFFINE_H

#include <stdint.h>
#if defined(__SSE2__) && defined(__GNUC__)
#include <emmintrin.h>
#endif

/* Numbers that go into a layer are small: 0 .. NSP__SMALL_MOST. With 8-bit weights the sum of two products then fits 16
 * bits, which is what AVX2 counts with. */
enum {
  NSP__SMALL_MOST = 127,
  NSP__ROW_CUT = 2,     /* bits that a sum of rows loses to become small */
  NSP__ROW_MIDDLE = 64, /* where its zero is then */
  NSP__SHARE_CUT = 3    /* bits that a sum of shares loses */
};

/* A layer's numbers, and how its sums become 16-bit or small numbers again. */
typedef struct nsp__layer {
  const int8_t *weight; /* [in/4][out][4] */
  const int32_t *bias;  /* [out] */
  uint16_t in, out;     /* multiples of 16; out: of 32 for groups of four */
  uint8_t shift;
  int16_t least, most;
} nsp__layer;

/* For every x: y[n] = (bias[n] + sum over k of x[k] * weight[k][n]) >> shift, kept between least and most. Every
 * version gives the same numbers. */
typedef struct nsp__affine {
  void (*one)(const nsp__layer *layer, const uint8_t *x, int16_t *y);
  void (*four)(const nsp__layer *layer, const uint8_t *const x[4], int16_t *const y[4]);
  void (*four_small)(const nsp__layer *layer, const uint8_t *const x[4], uint8_t *const y[4]);
  /* A layer of four outputs whose weights stand as [4][in], in a multiple of 64: the sums themselves. */
  void (*dots)(const nsp__layer *layer, const uint8_t *x, int32_t y[4]);
  /* y = the sum of n numbers of `first` and of each row (which must fit 16 bits) without its last NSP__SHARE_CUT bits,
   * rounded and kept small; n: a multiple of 64. */
  void (*rows)(const int16_t *first, const int16_t *const *row, unsigned rows, unsigned n, uint8_t *y);
  /* y = the sum of n numbers of `first` and of each row, from number `from` on; n: a multiple of 16. */
  void (*bytes)(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from, unsigned n, int16_t *y);
  /* The same without its last NSP__ROW_CUT bits, rounded, NSP__ROW_MIDDLE added, kept small. */
  void (*small_bytes)(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from, unsigned n,
                      uint8_t *y);
} nsp__affine;

/* The place of the largest of n scores, the first of equals; n: a multiple of sixteen, 64 at most. */
#if defined(__SSE2__) && defined(__GNUC__)
static inline unsigned nsp__largest(const int16_t *score, unsigned n) {
  __m128i most = _mm_set1_epi16(INT16_MIN);
  for (unsigned k = 0; k < n; k += 8) most = _mm_max_epi16(most, _mm_loadu_si128((const void *)(score + k)));
  most = _mm_max_epi16(most, _mm_shuffle_epi32(most, 0x4E));
  most = _mm_max_epi16(most, _mm_shuffle_epi32(most, 0xB1));
  most = _mm_max_epi16(most, _mm_or_si128(_mm_slli_epi32(most, 16), _mm_srli_epi32(most, 16)));
  uint64_t equal = 0; /* a bit for each place */
  for (unsigned k = 0; k < n; k += 16) {
    __m128i a = _mm_cmpeq_epi16(most, _mm_loadu_si128((const void *)(score + k)));
    __m128i b = _mm_cmpeq_epi16(most, _mm_loadu_si128((const void *)(score + k + 8)));
    equal |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_packs_epi16(a, b)) << k;
  }
  return (unsigned)__builtin_ctzll(equal);
}
#else
static inline unsigned nsp__largest(const int16_t *score, unsigned n) {
  unsigned best = 0;
  for (unsigned k = 1; k < n; k++)
    if (score[k] > score[best]) best = k;
  return best;
}
#endif

/* The versions that this machine runs, the fastest last; returns how many there are. */
enum { NSP__AFFINE_VERSIONS = 3 };
unsigned nsp__affine_versions(nsp__affine versions[NSP__AFFINE_VERSIONS]);

#endif

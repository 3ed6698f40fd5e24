/* The inner loops of both networks: matrices of 8-bit whole numbers times vectors, and sums of rows. */
#ifndef NSP_SYNTAX_AFFINE_H
#define NSP_SYNTAX_AFFINE_H

#include "net.h"

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

struct nsp__model;
struct nsp__tree_parser;

/* For every x: y[n] = (bias[n] + sum over k of x[k] * weight[k][n]) >> shift, kept between least and most. Every
 * version gives the same numbers. */
typedef struct nsp__affine {
  void (*four)(const nsp__layer *layer, const uint8_t *const x[4], int16_t *const y[4]);
  void (*four_small)(const nsp__layer *layer, const uint8_t *const x[4], uint8_t *const y[4]);
  /* The tagger on four windows: the places of the largest of its scores, the first of equals. conv: NSP__TAG_WIDTH
   * small numbers out; out: NSP__TAG_LANES. */
  void (*tags)(const nsp__layer *conv, const nsp__layer *out, const uint8_t *const window[4], unsigned place[4]);
  /* The place of the largest y of one x, the first of equals; NSP__HIDDEN in, NSP__LABEL_LANES out. */
  unsigned (*label)(const nsp__layer *layer, const uint8_t *x);
  /* h = the sum of NSP__HIDDEN numbers of `first` and of NSP__STATE_ROWS rows (which must fit 16 bits) without its last
   * NSP__SHARE_CUT bits, rounded and kept small; score = the first of the layer's sums for h, as they are.
   * NSP__HIDDEN in, NSP__MOVE_LANES out. */
  void (*state)(const nsp__layer *layer, const int16_t *first, const int16_t *const *row, uint8_t *h,
                int32_t score[NSP__MOVES]);
  /* Moves in one parser's state or in two, side by side, until one of them has no move left that the network is asked
   * for; returns which, a bit each. In all of them it is asked for the next. */
  unsigned (*moves)(const struct nsp__model *model, struct nsp__tree_parser *const p[2], unsigned count);
  /* A token's rows, NSP__ROW numbers of `first` and of each row summed: tag = the tagger's share of them without its
   * last NSP__ROW_CUT bits, rounded, NSP__ROW_MIDDLE added, kept small; word = the parser's. */
  void (*token)(const int16_t *first, const int8_t *const *row, unsigned rows, uint8_t tag[NSP__TAG_ROW],
                int16_t word[NSP__WORD_ROW]);
  /* The parser's share and three rows more summed, and made small in the same way. */
  void (*word)(const int16_t *first, const int8_t *const row[3], uint8_t y[NSP__WORD_ROW]);
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

#include "affine.h"

#include "moves.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#define INLINE inline __attribute__((always_inline))

static inline int32_t four_at(const uint8_t *x) {
  int32_t p;
  memcpy(&p, x, sizeof p);
  return p;
}

/* SSE2, which every x86-64 has. It multiplies 16-bit numbers: those at even places and those at odd ones. */
typedef struct even_odd {
  __m128i even, odd;
} even_odd;
static inline even_odd apart(__m128i x) {
  even_odd v = {_mm_and_si128(x, _mm_set1_epi16(0xFF)), _mm_srli_epi16(x, 8)};
  return v;
}
static inline __m128i multiply_apart(__m128i sum, even_odd x, __m128i w) {
  sum = _mm_add_epi32(sum, _mm_madd_epi16(x.even, _mm_srai_epi16(_mm_slli_epi16(w, 8), 8)));
  return _mm_add_epi32(sum, _mm_madd_epi16(x.odd, _mm_srai_epi16(w, 8)));
}
static inline __m128i kept4(__m128i sum, const nsp__layer *l) {
  __m128i s = _mm_sra_epi32(sum, _mm_cvtsi32_si128(l->shift));
  s = _mm_packs_epi32(s, s);
  return _mm_min_epi16(_mm_max_epi16(s, _mm_set1_epi16(l->least)), _mm_set1_epi16(l->most));
}
static inline void store4(int16_t *y, __m128i sum, const nsp__layer *l) {
  _mm_storel_epi64((__m128i *)(void *)y, kept4(sum, l));
}
static inline void store_small4(uint8_t *y, __m128i sum, const nsp__layer *l) {
  __m128i s = kept4(sum, l);
  int32_t four = _mm_cvtsi128_si32(_mm_packus_epi16(s, s));
  memcpy(y, &four, sizeof four);
}
/* Sixteen or more 16-bit numbers without their last bits, kept small. */
static inline __m128i cut8(__m128i a, int cut, int middle) {
  a = _mm_srai_epi16(_mm_add_epi16(a, _mm_set1_epi16((short)(1 << cut >> 1))), cut);
  return _mm_min_epi16(_mm_add_epi16(a, _mm_set1_epi16((short)middle)), _mm_set1_epi16(NSP__SMALL_MOST));
}
static inline void store_small_sum16(uint8_t *y, __m128i a, __m128i b) {
  a = cut8(a, NSP__ROW_CUT, NSP__ROW_MIDDLE), b = cut8(b, NSP__ROW_CUT, NSP__ROW_MIDDLE);
  _mm_storeu_si128((__m128i *)(void *)y, _mm_packus_epi16(a, b));
}
static inline void store_cut8(uint8_t *y, __m128i a) {
  a = cut8(a, NSP__SHARE_CUT, 0);
  _mm_storel_epi64((__m128i *)(void *)y, _mm_packus_epi16(a, a));
}
static inline void store_moves(int32_t score[NSP__MOVES], __m128i sum) {
  int32_t four[4];
  _mm_storeu_si128((__m128i *)(void *)four, sum);
  memcpy(score, four, NSP__MOVES * sizeof *score);
}
static inline unsigned largest4(const __m128i *sum, unsigned vectors, const nsp__layer *l) {
  int16_t score[NSP__LABEL_LANES];
  for (unsigned v = 0; v < vectors; v++) store4(score + 4 * v, sum[v], l);
  return nsp__largest(score, 4 * vectors);
}
typedef struct sixteen {
  __m128i low, high;
} sixteen;
static inline sixteen load_sixteen(const int16_t *p) {
  sixteen a = {_mm_loadu_si128((const __m128i *)(const void *)p),
               _mm_loadu_si128((const __m128i *)(const void *)(p + 8))};
  return a;
}
static inline void add_bytes16(sixteen *a, const int8_t *p) {
  __m128i b = _mm_loadu_si128((const __m128i *)(const void *)p), sign = _mm_cmpgt_epi8(_mm_setzero_si128(), b);
  a->low = _mm_add_epi16(a->low, _mm_unpacklo_epi8(b, sign));
  a->high = _mm_add_epi16(a->high, _mm_unpackhi_epi8(b, sign));
}
static inline void store_sixteen(int16_t *y, const sixteen *a) {
  _mm_storeu_si128((__m128i *)(void *)y, a->low);
  _mm_storeu_si128((__m128i *)(void *)(y + 8), a->high);
}
#define NAME(x) sse2_##x
#define TARGET
#define VEC __m128i
#define LANES 4
#define LOAD(p) _mm_loadu_si128((const __m128i *)(const void *)(p))
#define ADD(a, b) _mm_add_epi32(a, b)
#define ZERO _mm_setzero_si128()
#define X even_odd
#define FOUR_OF(p) apart(_mm_set1_epi32(four_at(p)))
#define MADD(sum, x, w) multiply_apart(sum, x, w)
#define STORE store4
#define STORE_SMALL store_small4
#define ADD16(a, b) _mm_add_epi16(a, b)
#define LARGEST(sums, vectors, l) largest4(sums, vectors, l)
#define STORE_MOVES(p, a) store_moves(p, a)
#define STORE_CUT(p, a) store_cut8(p, a)
#define SUM sixteen
#define WIDTH 16
#define LOAD_SUM(p) load_sixteen(p)
#define ADD_BYTES(a, p) add_bytes16(&(a), p)
#define STORE_SUM(p, a) store_sixteen(p, &(a))
#define STORE_SMALL_SUM(p, a) store_small_sum16(p, (a).low, (a).high)
#include "affine_body.h"

#define AVX2 __attribute__((target("avx2")))
AVX2 static inline __m256i multiply8(__m256i sum, __m256i x, __m256i w) {
  return _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_maddubs_epi16(x, w), _mm256_set1_epi16(1)));
}
AVX2 static inline __m128i kept8(__m256i sum, const nsp__layer *l) {
  __m256i s = _mm256_sra_epi32(sum, _mm_cvtsi32_si128(l->shift));
  __m128i h = _mm_packs_epi32(_mm256_castsi256_si128(s), _mm256_extracti128_si256(s, 1));
  return _mm_min_epi16(_mm_max_epi16(h, _mm_set1_epi16(l->least)), _mm_set1_epi16(l->most));
}
AVX2 static inline void store8(int16_t *y, __m256i sum, const nsp__layer *l) {
  _mm_storeu_si128((__m128i *)(void *)y, kept8(sum, l));
}
AVX2 static inline void store_small8(uint8_t *y, __m256i sum, const nsp__layer *l) {
  __m128i s = kept8(sum, l);
  _mm_storel_epi64((__m128i *)(void *)y, _mm_packus_epi16(s, s));
}
AVX2 static inline __m256i cut16(__m256i a, int cut, int middle) {
  a = _mm256_srai_epi16(_mm256_add_epi16(a, _mm256_set1_epi16((short)(1 << cut >> 1))), cut);
  return _mm256_min_epi16(_mm256_add_epi16(a, _mm256_set1_epi16((short)middle)), _mm256_set1_epi16(NSP__SMALL_MOST));
}
AVX2 static inline void store_cut16(uint8_t *y, __m256i a) {
  a = cut16(a, NSP__SHARE_CUT, 0);
  __m128i s = _mm_packus_epi16(_mm256_castsi256_si128(a), _mm256_extracti128_si256(a, 1));
  _mm_storeu_si128((__m128i *)(void *)y, s);
}
/* Scores with their places below them: the largest of these is the first of the largest scores. */
enum { PLACES = 64 };
AVX2 static inline __m256i placed8(__m256i sum, const nsp__layer *l, int from) {
  const __m256i back = _mm256_setr_epi32(0, -1, -2, -3, -4, -5, -6, -7);
  __m256i s = _mm256_sra_epi32(sum, _mm_cvtsi32_si128(l->shift));
  s = _mm256_min_epi32(_mm256_max_epi32(s, _mm256_set1_epi32(l->least)), _mm256_set1_epi32(l->most));
  return _mm256_add_epi32(_mm256_slli_epi32(s, 6), _mm256_add_epi32(_mm256_set1_epi32(PLACES - 1 - from), back));
}
AVX2 static inline unsigned place_of_largest(__m256i placed) {
  __m128i m = _mm_max_epi32(_mm256_castsi256_si128(placed), _mm256_extracti128_si256(placed, 1));
  m = _mm_max_epi32(m, _mm_shuffle_epi32(m, 0x4E));
  m = _mm_max_epi32(m, _mm_shuffle_epi32(m, 0xB1));
  return PLACES - 1 - ((unsigned)_mm_cvtsi128_si32(m) & (PLACES - 1));
}
AVX2 static INLINE unsigned largest8(const __m256i *sum, unsigned vectors, const nsp__layer *l) {
  __m256i most = placed8(sum[0], l, 0);
  for (unsigned v = 1; v < vectors; v++) most = _mm256_max_epi32(most, placed8(sum[v], l, (int)(8 * v)));
  return place_of_largest(most);
}
AVX2 static inline void store_small_sum(uint8_t *y, __m256i a) {
  a = cut16(a, NSP__ROW_CUT, NSP__ROW_MIDDLE);
  __m128i s = _mm_packus_epi16(_mm256_castsi256_si128(a), _mm256_extracti128_si256(a, 1));
  _mm_storeu_si128((__m128i *)(void *)y, s);
}
#define NAME(x) avx2_##x
#define TARGET AVX2
#define VEC __m256i
#define LANES 8
#define LOAD(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define ADD(a, b) _mm256_add_epi32(a, b)
#define ZERO _mm256_setzero_si256()
#define X __m256i
#define FOUR_OF(p) _mm256_set1_epi32(four_at(p))
#define MADD(sum, x, w) multiply8(sum, x, w)
#define STORE store8
#define STORE_SMALL store_small8
#define ADD16(a, b) _mm256_add_epi16(a, b)
#define LARGEST(sums, vectors, l) largest8(sums, vectors, l)
#define STORE_MOVES(p, a) store_moves(p, _mm256_castsi256_si128(a))
#define STORE_CUT(p, a) store_cut16(p, a)
#define SUM __m256i
#define WIDTH 16
#define LOAD_SUM(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define ADD_BYTES(a, p) \
  a = _mm256_add_epi16(a, _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(p))))
#define STORE_SUM(p, a) _mm256_storeu_si256((__m256i *)(void *)(p), a)
#define STORE_SMALL_SUM(p, a) store_small_sum(p, a)
#include "affine_body.h"

#define WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
WIDE static inline __m512i kept16(__m512i sum, const nsp__layer *l) {
  __m512i s = _mm512_sra_epi32(sum, _mm_cvtsi32_si128(l->shift));
  return _mm512_min_epi32(_mm512_max_epi32(s, _mm512_set1_epi32(l->least)), _mm512_set1_epi32(l->most));
}
WIDE static inline void store16(int16_t *y, __m512i sum, const nsp__layer *l) {
  _mm256_storeu_si256((__m256i *)(void *)y, _mm512_cvtepi32_epi16(kept16(sum, l)));
}
WIDE static inline void store_small16(uint8_t *y, __m512i sum, const nsp__layer *l) {
  _mm_storeu_si128((__m128i *)(void *)y, _mm512_cvtepi32_epi8(kept16(sum, l)));
}
WIDE static inline void store_cut32(uint8_t *y, __m512i a) {
  a = _mm512_srai_epi16(_mm512_add_epi16(a, _mm512_set1_epi16(1 << NSP__SHARE_CUT >> 1)), NSP__SHARE_CUT);
  a = _mm512_min_epi16(_mm512_max_epi16(a, _mm512_setzero_si512()), _mm512_set1_epi16(NSP__SMALL_MOST));
  _mm256_storeu_si256((__m256i *)(void *)y, _mm512_cvtepi16_epi8(a));
}
WIDE static inline __m512i placed16(__m512i sum, const nsp__layer *l, int from) {
  const __m512i back = _mm512_setr_epi32(0, -1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -13, -14, -15);
  __m512i s = _mm512_slli_epi32(kept16(sum, l), 6);
  return _mm512_add_epi32(s, _mm512_add_epi32(_mm512_set1_epi32(PLACES - 1 - from), back));
}
WIDE static INLINE unsigned largest16(const __m512i *sum, unsigned vectors, const nsp__layer *l) {
  __m512i most = placed16(sum[0], l, 0);
  for (unsigned v = 1; v < vectors; v++) most = _mm512_max_epi32(most, placed16(sum[v], l, (int)(16 * v)));
  return place_of_largest(_mm256_max_epi32(_mm512_castsi512_si256(most), _mm512_extracti64x4_epi64(most, 1)));
}
/* The instruction itself: around the intrinsic gcc 12 copies every sum twice per step, which halves the speed. */
WIDE static inline __m512i multiply_add(__m512i sum, __m512i x, __m512i w) {
  __asm__("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(x), "v"(w));
  return sum;
}
#define NAME(x) wide_##x
#define TARGET WIDE
#define VEC __m512i
#define LANES 16
#define LOAD(p) _mm512_loadu_si512((const void *)(p))
#define ADD(a, b) _mm512_add_epi32(a, b)
#define ZERO _mm512_setzero_si512()
#define X __m512i
#define FOUR_OF(p) _mm512_set1_epi32(four_at(p))
#define MADD(sum, x, w) multiply_add(sum, x, w)
#define STORE store16
#define STORE_SMALL store_small16
#define ADD16(a, b) _mm512_add_epi16(a, b)
#define LARGEST(sums, vectors, l) largest16(sums, vectors, l)
#define STORE_MOVES(p, a) store_moves(p, _mm512_castsi512_si128(a))
#define STORE_CUT(p, a) store_cut32(p, a)
#define SUM __m256i
#define WIDTH 16
#define LOAD_SUM(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define ADD_BYTES(a, p) \
  a = _mm256_add_epi16(a, _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(p))))
#define STORE_SUM(p, a) _mm256_storeu_si256((__m256i *)(void *)(p), a)
#define STORE_SMALL_SUM(p, a) store_small_sum(p, a)
#include "affine_body.h"

#define VERSION(of) \
  (nsp__affine) { of##_four, of##_four_small, of##_tags, of##_label, of##_state, of##_moves, of##_token, of##_word }

unsigned nsp__affine_versions(nsp__affine versions[NSP__AFFINE_VERSIONS]) {
  unsigned n = 0;
  __builtin_cpu_init();
  versions[n++] = VERSION(sse2);
  if (__builtin_cpu_supports("avx2")) versions[n++] = VERSION(avx2);
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    versions[n++] = VERSION(wide);
  return n;
}

#else
#include "affine_plain.h"

unsigned nsp__affine_versions(nsp__affine versions[NSP__AFFINE_VERSIONS]) {
  versions[0] = (nsp__affine){nsp__plain_four,  nsp__plain_four_small, nsp__plain_tags,  nsp__plain_label,
                              nsp__plain_state, nsp__plain_moves,      nsp__plain_token, nsp__plain_word};
  return 1;
}

#endif

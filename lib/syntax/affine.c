#include "affine.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

static inline int32_t pair_at(const int16_t *x) {
  int32_t p;
  memcpy(&p, x, sizeof p);
  return p;
}

/* SSE2, which every x86-64 has. */
static inline void store4(int16_t *y, __m128i sum, const nsp__layer *l) {
  __m128i s = _mm_sra_epi32(sum, _mm_cvtsi32_si128(l->shift));
  s = _mm_packs_epi32(s, s);
  s = _mm_min_epi16(_mm_max_epi16(s, _mm_set1_epi16(l->least)), _mm_set1_epi16(l->most));
  _mm_storel_epi64((__m128i *)(void *)y, s);
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
#define MADD(sum, pair, w) _mm_add_epi32(sum, _mm_madd_epi16(pair, w))
#define PAIR(p) _mm_set1_epi32(pair_at(p))
#define STORE store4
#define ADD16(a, b) _mm_add_epi16(a, b)
#define MAX16(a, b) _mm_max_epi16(a, b)
#define STORE16(p, v) _mm_storeu_si128((__m128i *)(void *)(p), v)
#define SUM16 sixteen
#define LOAD_SUM(p) load_sixteen(p)
#define ADD_BYTES(a, p) add_bytes16(&(a), p)
#define STORE_SUM(p, a) store_sixteen(p, &(a))
#include "affine_body.h"

__attribute__((target("avx2"))) static inline void store8(int16_t *y, __m256i sum, const nsp__layer *l) {
  __m256i s = _mm256_sra_epi32(sum, _mm_cvtsi32_si128(l->shift));
  __m128i h = _mm_packs_epi32(_mm256_castsi256_si128(s), _mm256_extracti128_si256(s, 1));
  h = _mm_min_epi16(_mm_max_epi16(h, _mm_set1_epi16(l->least)), _mm_set1_epi16(l->most));
  _mm_storeu_si128((__m128i *)(void *)y, h);
}
#define NAME(x) avx2_##x
#define TARGET __attribute__((target("avx2")))
#define VEC __m256i
#define LANES 8
#define LOAD(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define ADD(a, b) _mm256_add_epi32(a, b)
#define ZERO _mm256_setzero_si256()
#define MADD(sum, pair, w) _mm256_add_epi32(sum, _mm256_madd_epi16(pair, w))
#define PAIR(p) _mm256_set1_epi32(pair_at(p))
#define STORE store8
#define ADD16(a, b) _mm256_add_epi16(a, b)
#define MAX16(a, b) _mm256_max_epi16(a, b)
#define STORE16(p, v) _mm256_storeu_si256((__m256i *)(void *)(p), v)
#define SUM16 __m256i
#define LOAD_SUM(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define ADD_BYTES(a, p) \
  a = _mm256_add_epi16(a, _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(p))))
#define STORE_SUM(p, a) _mm256_storeu_si256((__m256i *)(void *)(p), a)
#include "affine_body.h"

#define WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
WIDE static inline void store16(int16_t *y, __m512i sum, const nsp__layer *l) {
  __m256i h = _mm512_cvtsepi32_epi16(_mm512_sra_epi32(sum, _mm_cvtsi32_si128(l->shift)));
  h = _mm256_min_epi16(_mm256_max_epi16(h, _mm256_set1_epi16(l->least)), _mm256_set1_epi16(l->most));
  _mm256_storeu_si256((__m256i *)(void *)y, h);
}
/* The instruction itself: around the intrinsic gcc 12 copies every sum twice per step, which halves the speed. */
WIDE static inline __m512i multiply_add(__m512i sum, __m512i pair, __m512i w) {
  __asm__("vpdpwssd %2, %1, %0" : "+v"(sum) : "v"(pair), "v"(w));
  return sum;
}
#define NAME(x) wide_##x
#define TARGET WIDE
#define VEC __m512i
#define LANES 16
#define LOAD(p) _mm512_loadu_si512((const void *)(p))
#define ADD(a, b) _mm512_add_epi32(a, b)
#define ZERO _mm512_setzero_si512()
#define MADD(sum, pair, w) multiply_add(sum, pair, w)
#define PAIR(p) _mm512_set1_epi32(pair_at(p))
#define STORE store16
#define ADD16(a, b) _mm512_add_epi16(a, b)
#define MAX16(a, b) _mm512_max_epi16(a, b)
#define STORE16(p, v) _mm512_storeu_si512((void *)(p), v)
#define SUM16 __m256i
#define LOAD_SUM(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define ADD_BYTES(a, p) \
  a = _mm256_add_epi16(a, _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(p))))
#define STORE_SUM(p, a) _mm256_storeu_si256((__m256i *)(void *)(p), a)
#include "affine_body.h"

unsigned nsp__affine_versions(nsp__affine versions[NSP__AFFINE_VERSIONS]) {
  unsigned n = 0;
  __builtin_cpu_init();
  versions[n++] = (nsp__affine){sse2_one, sse2_four, sse2_rows, sse2_bytes};
  if (__builtin_cpu_supports("avx2")) versions[n++] = (nsp__affine){avx2_one, avx2_four, avx2_rows, avx2_bytes};
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    versions[n++] = (nsp__affine){wide_one, wide_four, wide_rows, wide_bytes};
  return n;
}

#else

static void plain_one(const nsp__layer *l, const int16_t *x, int16_t *y) {
  for (unsigned j = 0; j < l->out; j++) {
    uint32_t sum = (uint32_t)l->bias[j];
    for (unsigned k = 0; k < l->in; k++) sum += (uint32_t)(x[k] * l->weight[((k / 2) * l->out + j) * 2 + k % 2]);
    int32_t s = (int32_t)sum >> l->shift;
    y[j] = (int16_t)(s < l->least ? l->least : s > l->most ? l->most : s);
  }
}

static void plain_four(const nsp__layer *l, const int16_t *const x[4], int16_t *const y[4]) {
  for (int i = 0; i < 4; i++) plain_one(l, x[i], y[i]);
}

static void plain_rows(const int16_t *first, const int16_t *const *row, unsigned rows, unsigned n, int16_t *y) {
  for (unsigned j = 0; j < n; j++) {
    int sum = first[j];
    for (unsigned r = 0; r < rows; r++) sum += row[r][j];
    y[j] = (int16_t)(sum > 0 ? sum : 0);
  }
}

static void plain_bytes(const int16_t *first, const int8_t *const *row, unsigned rows, unsigned from, unsigned n,
                        int16_t *y) {
  for (unsigned j = 0; j < n; j++) {
    int sum = first[from + j];
    for (unsigned r = 0; r < rows; r++) sum += row[r][from + j];
    y[j] = (int16_t)sum;
  }
}

unsigned nsp__affine_versions(nsp__affine versions[NSP__AFFINE_VERSIONS]) {
  versions[0] = (nsp__affine){plain_one, plain_four, plain_rows, plain_bytes};
  return 1;
}

#endif

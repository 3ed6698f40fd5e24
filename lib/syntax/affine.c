#include "affine.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

/* Eight lanes at a time wherever there is nothing wider; x[k], x[k + 1] are broadcast as one 32-bit number. */
static inline int32_t pair_at(const int16_t *x)
{
    int32_t p;
    memcpy(&p, x, sizeof p);
    return p;
}

static void affine_sse2(int32_t *y, const int32_t *bias, const int16_t *w, const int16_t *x, unsigned k, unsigned n)
{
    for (unsigned j = 0; j < n; j += 8) {
        __m128i a = _mm_loadu_si128((const __m128i *)(const void *)(bias + j));
        __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(bias + j + 4));
        const int16_t *row = w + 2 * j;
        for (unsigned i = 0; i < k; i += 2, row += 2 * n) {
            __m128i p = _mm_set1_epi32(pair_at(x + i));
            a = _mm_add_epi32(a, _mm_madd_epi16(p, _mm_loadu_si128((const __m128i *)(const void *)row)));
            b = _mm_add_epi32(b, _mm_madd_epi16(p, _mm_loadu_si128((const __m128i *)(const void *)(row + 8))));
        }
        _mm_storeu_si128((__m128i *)(void *)(y + j), a);
        _mm_storeu_si128((__m128i *)(void *)(y + j + 4), b);
    }
}

#define LOAD8(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define STORE8(p, v) _mm256_storeu_si256((__m256i *)(void *)(p), v)
__attribute__((target("avx2"))) static void affine_avx2(int32_t *y, const int32_t *bias, const int16_t *w,
                                                        const int16_t *x, unsigned k, unsigned n)
{
    unsigned j = 0;
    for (; j + 32 <= n; j += 32) {
        __m256i a = LOAD8(bias + j), b = LOAD8(bias + j + 8), c = LOAD8(bias + j + 16), d = LOAD8(bias + j + 24);
        const int16_t *row = w + 2 * j;
        for (unsigned i = 0; i < k; i += 2, row += 2 * n) {
            __m256i p = _mm256_set1_epi32(pair_at(x + i));
            a = _mm256_add_epi32(a, _mm256_madd_epi16(p, LOAD8(row)));
            b = _mm256_add_epi32(b, _mm256_madd_epi16(p, LOAD8(row + 16)));
            c = _mm256_add_epi32(c, _mm256_madd_epi16(p, LOAD8(row + 32)));
            d = _mm256_add_epi32(d, _mm256_madd_epi16(p, LOAD8(row + 48)));
        }
        STORE8(y + j, a), STORE8(y + j + 8, b), STORE8(y + j + 16, c), STORE8(y + j + 24, d);
    }
    for (; j < n; j += 8) {
        __m256i a = LOAD8(bias + j);
        const int16_t *row = w + 2 * j;
        for (unsigned i = 0; i < k; i += 2, row += 2 * n)
            a = _mm256_add_epi32(a, _mm256_madd_epi16(_mm256_set1_epi32(pair_at(x + i)), LOAD8(row)));
        STORE8(y + j, a);
    }
}

#define LOAD16(p) _mm512_loadu_si512((const void *)(p))
#define TARGET_512 __attribute__((target("avx512f,avx512bw,avx512vnni")))
TARGET_512 static void affine_vnni(int32_t *y, const int32_t *bias, const int16_t *w, const int16_t *x, unsigned k,
                                   unsigned n)
{
    if (n != 64) {
        affine_avx2(y, bias, w, x, k, n);
        return;
    }
    __m512i a = LOAD16(bias), b = LOAD16(bias + 16), c = LOAD16(bias + 32), d = LOAD16(bias + 48);
    for (unsigned i = 0; i < k; i += 2, w += 128) {
        __m512i p = _mm512_set1_epi32(pair_at(x + i));
        a = _mm512_dpwssd_epi32(a, p, LOAD16(w));
        b = _mm512_dpwssd_epi32(b, p, LOAD16(w + 32));
        c = _mm512_dpwssd_epi32(c, p, LOAD16(w + 64));
        d = _mm512_dpwssd_epi32(d, p, LOAD16(w + 96));
    }
    _mm512_storeu_si512(y, a), _mm512_storeu_si512(y + 16, b);
    _mm512_storeu_si512(y + 32, c), _mm512_storeu_si512(y + 48, d);
}

nsp__affine nsp__affine_best(void)
{
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
        return affine_vnni;
    return __builtin_cpu_supports("avx2") ? affine_avx2 : affine_sse2;
}

#else

static void affine_plain(int32_t *y, const int32_t *bias, const int16_t *w, const int16_t *x, unsigned k, unsigned n)
{
    memcpy(y, bias, n * sizeof *y);
    for (unsigned i = 0; i < k; i += 2, w += 2 * n)
        for (unsigned j = 0; j < n; j++)
            y[j] = (int32_t)((uint32_t)y[j] + (uint32_t)(x[i] * w[2 * j]) + (uint32_t)(x[i + 1] * w[2 * j + 1]));
}

nsp__affine nsp__affine_best(void)
{
    return affine_plain;
}

#endif

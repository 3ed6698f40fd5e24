/* The structural index, 64 bytes at a time with AVX-512 (VBMI and VBMI2: Ice Lake, Zen 4 and later). The method is that
 * of index_avx2.c, but a byte is looked up in one table of 128, and the places are packed without a loop. */
#include "text/index_tables.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#include <string.h>

#include "text/utf8_errors.h"

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

enum { AHEAD = 4096 }; /* as in index_avx2.c */

/* A table by the low seven bits of a byte. */
typedef struct table {
  __m512i low, high;
} table;

typedef struct tables {
  table ascii, lead, second; /* the latter two for bytes from 0x80 */
  __m512i first_high, first_low, error_second;
  __m512i third_mask, third_value;
  __m512i numbers; /* 0 to 63 */
} tables;

typedef struct state {
  __m512i before; /* the 64 bytes before */
  __m512i error;
  uint64_t wide_last; /* 1: the last of them was beyond ASCII */
} state;

AVX512 static inline __m512i all_lanes(const uint8_t *sixteen) {
  return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)(const void *)sixteen));
}

AVX512 static inline __m512i high_half(__m512i bytes) {
  return _mm512_and_si512(_mm512_srli_epi16(bytes, 4), _mm512_set1_epi8(15));
}

AVX512 static inline __m512i half_table(const nsp__halves *set, __m512i bytes) {
  __m512i low = _mm512_shuffle_epi8(all_lanes(set->low), _mm512_and_si512(bytes, _mm512_set1_epi8(15)));
  return _mm512_and_si512(low, _mm512_shuffle_epi8(all_lanes(set->high), high_half(bytes)));
}

/* The 128 bytes from `first`, as a table. */
AVX512 static inline table make_table(const nsp__halves *set, uint8_t first, __m512i numbers) {
  __m512i bytes = _mm512_add_epi8(numbers, _mm512_set1_epi8((char)first));
  return (table){half_table(set, bytes), half_table(set, _mm512_add_epi8(bytes, _mm512_set1_epi8(64)))};
}

AVX512 static inline __m512i look_up(__m512i bytes, const table *t) {
  return _mm512_permutex2var_epi8(t->low, bytes, t->high);
}

/* The bytes `n` places before each of `bytes`, `shifted` being those sixteen before. */
#define BEFORE(bytes, shifted, n) _mm512_alignr_epi8(bytes, shifted, 16 - (n))

AVX512 static inline __m512i utf8_errors(__m512i bytes, __m512i one, __m512i two, __m512i three, const tables *t) {
  __m512i low = _mm512_and_si512(one, _mm512_set1_epi8(15));
  __m512i special = _mm512_and_si512(
      _mm512_and_si512(_mm512_shuffle_epi8(t->first_high, high_half(one)), _mm512_shuffle_epi8(t->first_low, low)),
      _mm512_shuffle_epi8(t->error_second, high_half(bytes)));
  __m512i third = _mm512_subs_epu8(two, _mm512_set1_epi8((char)(0xE0 - 0x80)));
  __m512i fourth = _mm512_subs_epu8(three, _mm512_set1_epi8((char)(0xF0 - 0x80)));
  __m512i must = _mm512_and_si512(_mm512_or_si512(third, fourth), _mm512_set1_epi8((char)0x80));
  return _mm512_xor_si512(must, special);
}

/* A character that the last three bytes begin and do not end. */
AVX512 static inline __m512i unfinished(__m512i bytes) {
  const __m128i last = _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, (char)(0xF0 - 1),
                                     (char)(0xE0 - 1), (char)(0xC0 - 1));
  return _mm512_subs_epu8(bytes, _mm512_inserti32x4(_mm512_set1_epi8(-1), last, 3));
}

AVX512 static inline uint64_t are(__m512i bytes, uint64_t among, uint8_t byte) {
  return _mm512_mask_cmpeq_epi8_mask(among, bytes, _mm512_set1_epi8((char)byte));
}

/* What is noted beyond ASCII. `wide` has a bit for each byte from 0x80. */
AVX512 static inline uint64_t scan_wide(__m512i bytes, uint64_t wide, state *s, const tables *t) {
  __m512i shifted = _mm512_alignr_epi64(bytes, s->before, 6);
  __m512i one = BEFORE(bytes, shifted, 1), two = BEFORE(bytes, shifted, 2), three = BEFORE(bytes, shifted, 3);
  s->error = _mm512_or_si512(s->error, utf8_errors(bytes, one, two, three, t));
  __m512i pairs = _mm512_and_si512(look_up(one, &t->lead), look_up(bytes, &t->second));
  uint64_t behind_wide = wide & (wide << 1 | s->wide_last);
  uint64_t found = _mm512_mask_test_epi8_mask(behind_wide, pairs, _mm512_set1_epi8((char)~NSP__DANDA_BIT));
  uint64_t danda =
      are(_mm512_and_si512(bytes, _mm512_set1_epi8((char)0xFE)), are(one, are(two, wide, 0xE0), 0xA5), 0xA4);
  uint64_t general = are(one, are(two, wide, 0xE2), 0x80);
  general = _mm512_mask_cmpeq_epi8_mask(general, _mm512_and_si512(bytes, t->third_mask), t->third_value);
  return found | danda | general;
}

AVX512 static inline uint64_t scan64(__m512i bytes, state *s, const tables *t) {
  __m512i ascii = look_up(bytes, &t->ascii);
  uint64_t wide = _mm512_movepi8_mask(bytes), found = _mm512_test_epi8_mask(ascii, ascii) & ~wide;
  if (wide)
    found |= scan_wide(bytes, wide, s, t);
  else
    s->error = _mm512_or_si512(s->error, unfinished(s->before));
  s->before = bytes;
  s->wide_last = wide >> 63;
  return found;
}

AVX512 static inline uint32_t write_places(uint64_t mask, uint32_t base, uint16_t *at, uint32_t n, __m512i numbers) {
  uint32_t count = (uint32_t)_mm_popcnt_u64(mask);
  __m512i places = _mm512_maskz_compress_epi8(mask, numbers), first = _mm512_set1_epi16((short)base);
  __m256i sixteen = _mm256_cvtepu8_epi16(_mm512_castsi512_si128(places));
  _mm256_storeu_si256((__m256i *)(void *)(at + n), _mm256_add_epi16(sixteen, _mm512_castsi512_si256(first)));
  if (count > 16) {
    __m512i low = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(places));
    __m512i high = _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(places, 1));
    _mm512_storeu_si512(at + n, _mm512_add_epi16(low, first));
    _mm512_storeu_si512(at + n + 32, _mm512_add_epi16(high, first));
  }
  return n + count;
}

AVX512 static inline tables make_tables(nsp__index_set set) {
  static const uint8_t sixteen[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  nsp__third_byte third = nsp__third_of(set);
  __m512i numbers = _mm512_add_epi8(all_lanes(sixteen),
                                    _mm512_set_epi64(0x3030303030303030, 0x3030303030303030, 0x2020202020202020,
                                                     0x2020202020202020, 0x1010101010101010, 0x1010101010101010, 0, 0));
  return (tables){make_table(&nsp__ascii_sets[set], 0, numbers),
                  make_table(&nsp__lead_set, 0x80, numbers),
                  make_table(&nsp__second_set, 0x80, numbers),
                  all_lanes(nsp__utf8_first_high),
                  all_lanes(nsp__utf8_first_low),
                  all_lanes(nsp__utf8_second_high),
                  _mm512_set1_epi8((char)third.mask),
                  _mm512_set1_epi8((char)third.value),
                  numbers};
}

AVX512 bool nsp__scan_avx512(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count) {
  const tables t = make_tables(set);
  state s = {_mm512_setzero_si512(), _mm512_setzero_si512(), 0};
  uint32_t n = 0;
  size_t i = 0;
  for (; i + 64 <= length; i += 64) {
    _mm_prefetch((const char *)((uintptr_t)text + i + AHEAD), _MM_HINT_T0);
    n = write_places(scan64(_mm512_loadu_si512(text + i), &s, &t), (uint32_t)i, at, n, t.numbers);
  }
  if (i < length) {
    __m512i rest = _mm512_maskz_loadu_epi8(UINT64_MAX >> (64 - (length - i)), text + i);
    n = write_places(scan64(rest, &s, &t), (uint32_t)i, at, n, t.numbers);
  }
  s.error = _mm512_or_si512(s.error, unfinished(s.before));
  *count = n;
  return !_mm512_test_epi8_mask(s.error, s.error);
}
#endif

/* The structural index, 64 bytes at a time with AVX2. UTF-8 is checked as utf8_errors.h says. */
#include "text/index_tables.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#include <string.h>

#include "text/utf8_errors.h"

#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

/* The walk between two windows makes the processor forget that this reads straight on. A prefetch beyond the end does
 * no harm. */
enum { AHEAD = 4096 };

typedef struct tables {
  __m256i ascii_low, ascii_high, lead_low, lead_high, second_low, second_high;
  __m256i third_mask, third_value;
} tables;

typedef struct state {
  __m256i before; /* the 32 bytes before */
  __m256i error;
} state;

AVX2 static inline __m256i both_lanes(const uint8_t *sixteen) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)sixteen));
}

AVX2 static inline __m256i high_half(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15));
}

/* Bytes above 0x7F give 0 in the low look-up, as a shuffle does with them. */
AVX2 static inline __m256i look_up_ascii(__m256i bytes, const tables *t) {
  return _mm256_and_si256(_mm256_shuffle_epi8(t->ascii_low, bytes),
                          _mm256_shuffle_epi8(t->ascii_high, high_half(bytes)));
}

AVX2 static inline __m256i look_up(__m256i bytes, __m256i low, __m256i high) {
  __m256i low_half = _mm256_and_si256(bytes, _mm256_set1_epi8(15));
  return _mm256_and_si256(_mm256_shuffle_epi8(low, low_half), _mm256_shuffle_epi8(high, high_half(bytes)));
}

/* The bytes `n` places before each of `bytes`. */
#define BEFORE(bytes, previous, n) _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(previous, bytes, 0x21), 16 - (n))

AVX2 static inline __m256i utf8_errors(__m256i bytes, __m256i one, __m256i two, __m256i three) {
  __m256i low = _mm256_and_si256(one, _mm256_set1_epi8(15));
  __m256i special =
      _mm256_and_si256(_mm256_and_si256(_mm256_shuffle_epi8(both_lanes(nsp__utf8_first_high), high_half(one)),
                                        _mm256_shuffle_epi8(both_lanes(nsp__utf8_first_low), low)),
                       _mm256_shuffle_epi8(both_lanes(nsp__utf8_second_high), high_half(bytes)));
  __m256i third = _mm256_subs_epu8(two, _mm256_set1_epi8((char)(0xE0 - 0x80)));
  __m256i fourth = _mm256_subs_epu8(three, _mm256_set1_epi8((char)(0xF0 - 0x80)));
  __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(must, special);
}

/* A character that the last three bytes begin and do not end. */
AVX2 static inline __m256i unfinished(__m256i bytes) {
  const __m256i most =
      _mm256_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
                       -1, -1, -1, -1, -1, (char)(0xF0 - 1), (char)(0xE0 - 1), (char)(0xC0 - 1));
  return _mm256_subs_epu8(bytes, most);
}

AVX2 static inline uint32_t nonzero(__m256i bytes) {
  return ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_setzero_si256()));
}

AVX2 static inline __m256i are_behind(__m256i two, __m256i one, uint8_t first, uint8_t second) {
  return _mm256_and_si256(_mm256_cmpeq_epi8(two, _mm256_set1_epi8((char)first)),
                          _mm256_cmpeq_epi8(one, _mm256_set1_epi8((char)second)));
}

AVX2 static inline uint32_t scan32(__m256i bytes, state *s, const tables *t) {
  __m256i found = look_up_ascii(bytes, t);
  __m256i one = BEFORE(bytes, s->before, 1), two = BEFORE(bytes, s->before, 2), three = BEFORE(bytes, s->before, 3);
  s->error = _mm256_or_si256(s->error, utf8_errors(bytes, one, two, three));
  __m256i pairs =
      _mm256_and_si256(look_up(one, t->lead_low, t->lead_high), look_up(bytes, t->second_low, t->second_high));
  pairs = _mm256_andnot_si256(_mm256_set1_epi8(NSP__DANDA_BIT), pairs);
  const __m256i danda_mask = _mm256_set1_epi8((char)0xFE), danda_value = _mm256_set1_epi8((char)0xA4);
  __m256i danda = _mm256_and_si256(are_behind(two, one, 0xE0, 0xA5),
                                   _mm256_cmpeq_epi8(_mm256_and_si256(bytes, danda_mask), danda_value));
  __m256i general = _mm256_and_si256(are_behind(two, one, 0xE2, 0x80),
                                     _mm256_cmpeq_epi8(_mm256_and_si256(bytes, t->third_mask), t->third_value));
  s->before = bytes;
  return nonzero(_mm256_or_si256(_mm256_or_si256(found, pairs), _mm256_or_si256(danda, general)));
}

AVX2 static inline uint64_t scan64(const uint8_t *text, state *s, const tables *t) {
  __m256i a = _mm256_loadu_si256((const __m256i *)(const void *)text);
  __m256i b = _mm256_loadu_si256((const __m256i *)(const void *)(text + 32));
  if (_mm256_movemask_epi8(_mm256_or_si256(a, b)) == 0) {
    s->error = _mm256_or_si256(s->error, unfinished(s->before));
    s->before = b;
    return nonzero(look_up_ascii(a, t)) | (uint64_t)nonzero(look_up_ascii(b, t)) << 32;
  }
  uint64_t low = scan32(a, s, t);
  return low | (uint64_t)scan32(b, s, t) << 32;
}

/* Most blocks of 64 bytes have at most four places, so four are written without asking, even where there is none: a
 * jump that cannot be foreseen costs more. */
AVX2 static inline uint32_t write_places(uint64_t mask, uint32_t base, uint16_t *at, uint32_t n) {
  uint32_t count = (uint32_t)__builtin_popcountll(mask), end = n + count;
  for (;;) {
    for (int i = 0; i < 4; i++) {
      at[n + (uint32_t)i] = (uint16_t)(base + (uint32_t)_tzcnt_u64(mask));
      mask = _blsr_u64(mask);
    }
    if (n + 4 >= end) return end;
    n += 4;
  }
}

AVX2 bool nsp__scan_avx2(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count) {
  const nsp__halves *ascii = &nsp__ascii_sets[set];
  nsp__third_byte third = nsp__third_of(set);
  const tables t = {both_lanes(ascii->low),
                    both_lanes(ascii->high),
                    both_lanes(nsp__lead_set.low),
                    both_lanes(nsp__lead_set.high),
                    both_lanes(nsp__second_set.low),
                    both_lanes(nsp__second_set.high),
                    _mm256_set1_epi8((char)third.mask),
                    _mm256_set1_epi8((char)third.value)};
  state s = {_mm256_setzero_si256(), _mm256_setzero_si256()};
  uint32_t n = 0;
  size_t i = 0;
  for (; i + 64 <= length; i += 64) {
    _mm_prefetch((const char *)((uintptr_t)text + i + AHEAD), _MM_HINT_T0);
    n = write_places(scan64(text + i, &s, &t), (uint32_t)i, at, n);
  }
  if (i < length) {
    uint8_t rest[64] = {0};
    memcpy(rest, text + i, length - i);
    n = write_places(scan64(rest, &s, &t), (uint32_t)i, at, n);
  }
  s.error = _mm256_or_si256(s.error, unfinished(s.before));
  *count = n;
  return _mm256_testz_si256(s.error, s.error);
}
#endif

/* The letters of ASCII that stand before some place, counted without a jump for each. */
#ifndef NSP_TEXT_LETTERS_BEFORE_H
#define NSP_TEXT_LETTERS_BEFORE_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

static inline bool nsp__is_ascii_letter(char c) { return (uint8_t)((c | 0x20) - 'a') < 26; }

/* How many letters stand right before `end`, sixteen at most; as many bytes before it can be read. */
static inline uint32_t nsp__letters_before(const char *end) {
#if defined(__SSE2__) && defined(__GNUC__)
  __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(end - 16));
  __m128i place = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
  __m128i letters = _mm_cmpeq_epi8(_mm_min_epu8(place, _mm_set1_epi8(25)), place);
  uint32_t others = ~(uint32_t)_mm_movemask_epi8(letters) << 16 | 0x8000;
  return (uint32_t)__builtin_clz(others);
#else
  uint32_t count = 0;
  while (count < 16 && nsp__is_ascii_letter(end[-1 - (int)count])) count++;
  return count;
#endif
}

#endif

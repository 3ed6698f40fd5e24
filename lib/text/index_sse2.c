/* The structural index with what every x86-64 has: sixteen bytes of ASCII at a time, other text byte by byte. */
#include "text/index_tables.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <emmintrin.h>

static uint32_t scan16(__m128i bytes, nsp__index_set set) {
#define IS(c) _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c))
  /* \n \v \f \r are 10 to 13: the only bytes that, less 10, are at most 3. */
  __m128i lines = _mm_cmpeq_epi8(_mm_min_epu8(_mm_sub_epi8(bytes, _mm_set1_epi8(10)), _mm_set1_epi8(3)),
                                 _mm_sub_epi8(bytes, _mm_set1_epi8(10)));
  __m128i found = _mm_or_si128(
      lines, _mm_or_si128(_mm_or_si128(IS('.'), IS('!')), _mm_or_si128(IS(')'), _mm_or_si128(IS('?'), IS(';')))));
  if (set != NSP__INDEX_FEWEST) found = _mm_or_si128(found, IS(':'));
  if (set == NSP__INDEX_MARKS || set == NSP__INDEX_ALL)
    found =
        _mm_or_si128(found, _mm_or_si128(_mm_or_si128(_mm_or_si128(IS('"'), IS('(')), _mm_or_si128(IS('['), IS(']'))),
                                         _mm_or_si128(IS('{'), IS('}'))));
  if (set == NSP__INDEX_SPACES || set == NSP__INDEX_ALL) found = _mm_or_si128(found, IS(' '));
#undef IS
  return (uint32_t)_mm_movemask_epi8(found);
}

/* The end of the stretch that holds bytes beyond ASCII: where sixteen bytes of ASCII begin. */
static size_t stretch_end(const uint8_t *text, size_t i, size_t length) {
  for (; i + 16 <= length; i += 16)
    if (_mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(const void *)(text + i))) == 0) return i;
  return length;
}

bool nsp__scan_sse2(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count) {
  bool well_formed = true;
  uint32_t n = 0;
  for (size_t i = 0; i < length;) {
    if (i + 16 <= length) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + i));
      if (_mm_movemask_epi8(bytes) == 0) {
        for (uint32_t mask = scan16(bytes, set); mask; mask &= mask - 1)
          at[n++] = (uint16_t)(i + (uint32_t)__builtin_ctz(mask));
        i += 16;
        continue;
      }
    }
    size_t end = stretch_end(text, i, length);
    uint32_t more;
    if (!nsp__scan_plain(set, text + i, end - i, at + n, &more)) well_formed = false;
    for (uint32_t k = 0; k < more; k++) at[n + k] = (uint16_t)(at[n + k] + i);
    n += more;
    i = end;
  }
  *count = n;
  return well_formed;
}
#endif

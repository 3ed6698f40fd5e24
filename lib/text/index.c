#include "text/index.h"

#include <string.h>

#include "text/index_tables.h"
#include "text/utf8.h"

static uint8_t look_up(const nsp__halves *set, uint8_t byte) { return set->low[byte & 15] & set->high[byte >> 4]; }

static bool is_ascii8(const uint8_t *text) {
  uint64_t eight;
  memcpy(&eight, text, 8);
  return !(eight & UINT64_C(0x8080808080808080));
}

static bool well_formed(const uint8_t *text, size_t length) {
  for (size_t i = 0; i < length;) {
    if (i + 8 <= length && is_ascii8(text + i)) {
      i += 8;
      continue;
    }
    uint32_t codepoint;
    i += nsp__utf8_decode((const char *)text + i, length - i, &codepoint);
    if (codepoint == NSP__MALFORMED) return false;
  }
  return true;
}

bool nsp__scan_plain(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count) {
  const nsp__halves *ascii = &nsp__ascii_sets[set];
  nsp__third_byte third = nsp__third_of(set);
  uint32_t n = 0;
  for (size_t i = 0; i < length; i++) {
    uint8_t byte = text[i], before = i ? text[i - 1] : 0, two = i > 1 ? text[i - 2] : 0;
    bool noted;
    if (byte < 0x80)
      noted = look_up(ascii, byte);
    else if ((byte & 0xFE) == 0xA4 && before == 0xA5 && two == 0xE0)
      noted = true;
    else if ((byte & third.mask) == third.value && before == 0x80 && two == 0xE2)
      noted = true;
    else
      noted = look_up(&nsp__lead_set, before) & look_up(&nsp__second_set, byte) & ~NSP__DANDA_BIT;
    if (noted) at[n++] = (uint16_t)i;
  }
  *count = n;
  return well_formed(text, length);
}

static nsp__scanner best_scanner(void) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (nsp__has_avx512()) return nsp__scan_avx512;
  return __builtin_cpu_supports("avx2") ? nsp__scan_avx2 : nsp__scan_sse2;
#elif defined(__aarch64__)
  return nsp__scan_neon;
#else
  return nsp__scan_plain;
#endif
}

void nsp__index_next(nsp__index_set set, const char *text, uint32_t start, uint32_t length, nsp__index_window *window) {
  uint32_t end = length;
  if (length - start > NSP__WINDOW) {
    end = start + NSP__WINDOW;
    for (int i = 0; i < 3 && ((uint8_t)text[end] & 0xC0) == 0x80; i++) end--;
  }
  window->start = start;
  window->end = end;
  window->malformed = !best_scanner()(set, (const uint8_t *)text + start, end - start, window->at, &window->count);
}

uint64_t nsp__index_malformed(const char *text, const nsp__index_window *window, uint64_t *first) {
  uint64_t count = 0;
  for (size_t i = window->start; i < window->end;) {
    uint32_t codepoint;
    size_t size = nsp__utf8_decode(text + i, window->end - i, &codepoint);
    if (codepoint == NSP__MALFORMED && count++ == 0) *first = i;
    i += size;
  }
  return count;
}

bool nsp__is_well_formed(const char *text, uint32_t length) {
  nsp__index_window window;
  for (window.end = 0; window.end < length;) {
    nsp__index_next(NSP__INDEX_STOPS, text, window.end, length, &window);
    if (window.malformed) return false;
  }
  return true;
}

#include "text/utf8.h"

size_t nsp__utf8_decode(const char *text, size_t length, uint32_t *codepoint) {
  const uint8_t *b = (const uint8_t *)text;
  if (b[0] < 0x80) return *codepoint = b[0], 1;
  size_t size = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
  if (b[0] >= 0xC2 && b[0] <= 0xF4 && length >= size) {
    uint32_t c = b[0] & (0x7Fu >> size);
    size_t i = 1;
    while (i < size && (b[i] & 0xC0) == 0x80) c = c << 6 | (b[i++] & 0x3Fu);
    /* Overlong forms, surrogates and what lies beyond U+10FFFF are malformed. */
    uint32_t least = size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
    if (i == size && c >= least && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF)) return *codepoint = c, size;
  }
  *codepoint = NSP__MALFORMED;
  return 1;
}

size_t nsp__utf8_decode_before(const char *text, size_t at, uint32_t *codepoint) {
  for (size_t size = 1; size <= 4 && size <= at; size++) {
    if (((uint8_t)text[at - size] & 0xC0) == 0x80) continue;
    if (nsp__utf8_decode(text + at - size, size, codepoint) == size && *codepoint != NSP__MALFORMED) return size;
    break;
  }
  *codepoint = NSP__MALFORMED;
  return 1;
}

size_t nsp__utf8_encode(uint32_t c, char out[4]) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

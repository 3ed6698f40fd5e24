#include "text/fold.h"

#include "text/utf8.h"

static uint32_t fold_latin(uint32_t c) {
  if (c == 0xB4) return '\'';
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 0x20 : c;
  if (c == 0x130 || c == 0x131) return 'i';
  if (c == 0x178) return 0xFF;
  if (c == 0x17F) return 's';
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c & 1 ? c + 1 : c; /* odd is upper case */
  if (c < 0x180 && c != 0x138 && c != 0x149) return c | 1;                                /* even is upper case */
  if (c >= 0x1CD && c <= 0x1DC) return c & 1 ? c + 1 : c;
  if ((c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x21F) || (c >= 0x222 && c <= 0x233)) return c | 1;
  return c;
}

static uint32_t fold_greek(uint32_t c) {
  if (c == 0x386) return 0x3AC;
  if (c >= 0x388 && c <= 0x38A) return c + 37;
  if (c == 0x38C) return 0x3CC;
  if (c == 0x38E || c == 0x38F) return c + 63;
  if (c >= 0x391 && c <= 0x3AB && c != 0x3A2) return c + 0x20;
  return c == 0x3C2 ? 0x3C3 : c;
}

static uint32_t fold_cyrillic(uint32_t c) {
  if (c < 0x410) return c + 0x50;
  if (c < 0x430) return c + 0x20;
  if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || c >= 0x4D0) return c | 1;
  if (c == 0x4C0) return 0x4CF;
  if (c >= 0x4C1 && c <= 0x4CE) return c & 1 ? c + 1 : c;
  return c;
}

uint32_t nsp__fold_char(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if (c < 0x250) return fold_latin(c);
  if (c == 0x2019 || c == 0x2BC) return '\'';
  if (c == 0x2010 || c == 0x2011) return '-';
  if (c >= 0x370 && c < 0x400) return fold_greek(c);
  if (c >= 0x400 && c < 0x530) return fold_cyrillic(c);
  if (c >= 0x531 && c <= 0x556) return c + 0x30;
  if (c == 0x1E9E) return 0xDF;
  if (c >= 0x1E00 && c <= 0x1EFF && !(c >= 0x1E96 && c <= 0x1E9F)) return c | 1;
  if (c >= 0xFF21 && c <= 0xFF3A) return c + 0x20;
  return c;
}

/* The folded bytes of the character at text[*at], which is moved behind it. Malformed bytes pass as they are. */
static size_t fold_next(const char *text, size_t length, size_t *at, char out[4]) {
  uint8_t byte = (uint8_t)text[*at];
  if (byte < 0x80) {
    out[0] = (char)nsp__fold_char(byte);
    *at += 1;
    return 1;
  }
  uint32_t codepoint;
  size_t size = nsp__utf8_decode(text + *at, length - *at, &codepoint);
  if (codepoint == NSP__MALFORMED) {
    out[0] = text[(*at)++];
    return 1;
  }
  *at += size;
  return nsp__utf8_encode(nsp__fold_char(codepoint), out);
}

size_t nsp__fold(const char *text, size_t length, char *out) {
  size_t written = 0;
  for (size_t at = 0; at < length;) {
    char bytes[4];
    size_t n = fold_next(text, length, &at, bytes);
    for (size_t i = 0; i < n; i++) out[written++] = bytes[i];
  }
  return written;
}

bool nsp__fold_equal(const char *text, size_t length, const char *folded, size_t folded_length) {
  size_t at = 0;
  for (; at < length && at < folded_length && !(text[at] & 0x80); at++) { /* ASCII stays as long as it is */
    char c = text[at] >= 'A' && text[at] <= 'Z' ? (char)(text[at] + 0x20) : text[at];
    if (folded[at] != c) return false;
  }
  size_t seen = at;
  while (at < length) {
    char bytes[4];
    size_t n = fold_next(text, length, &at, bytes);
    if (folded_length - seen < n) return false;
    for (size_t i = 0; i < n; i++)
      if (folded[seen++] != bytes[i]) return false;
  }
  return seen == folded_length;
}

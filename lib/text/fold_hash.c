#include <string.h>

#include "text/fold.h"
#include "text/letters.h"

/* The first n < 8 bytes, zero filled. Two overlapping loads in place of a copy of unknown length. */
static uint64_t load_short(const char *s, size_t n) {
  if (n >= 4) {
    uint32_t a, b;
    memcpy(&a, s, 4);
    memcpy(&b, s + n - 4, 4);
    return a | ((uint64_t)b << (8 * (n - 4)));
  }
  uint64_t x = 0;
  if (n) {
    x = (unsigned char)s[0];
    x |= (uint64_t)(unsigned char)s[n >> 1] << (8 * (n >> 1));
    x |= (uint64_t)(unsigned char)s[n - 1] << (8 * (n - 1));
  }
  return x;
}

uint32_t nsp__decode(const unsigned char *s, const unsigned char *end, unsigned *len) {
  static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
  unsigned char c = s[0];
  unsigned n = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
  *len = 1;
  if (n == 1) return c;
  if (n == 0 || (size_t)(end - s) < n) return 0xDC00u + c;
  uint32_t code = c & (0x7Fu >> n);
  for (unsigned i = 1; i < n; i++) {
    if ((s[i] & 0xC0) != 0x80) return 0xDC00u + c;
    code = code << 6 | (s[i] & 0x3F);
  }
  if (code < least[n] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0xDC00u + c;
  *len = n;
  return code;
}

/* The running state of a hash of bytes. */
typedef struct running {
  uint64_t hash, chunk;
  size_t total;
} running;

static void feed_byte(running *r, unsigned char byte) {
  r->chunk |= (uint64_t)byte << (8 * (r->total & 7));
  if ((++r->total & 7) == 0) {
    r->hash = nsp__mix(r->hash, r->chunk);
    r->chunk = 0;
  }
}

/* Puts a code point's UTF-8 (or a malformed byte) into the running chunk. */
static void feed(running *r, uint32_t c) {
  if (c < 0x80) {
    feed_byte(r, (unsigned char)c);
  } else if (c >= 0xDC00 && c < 0xDD00) {
    feed_byte(r, (unsigned char)(c & 0xFF));
  } else {
    if (c < 0x800) {
      feed_byte(r, (unsigned char)(0xC0 | c >> 6));
    } else {
      if (c < 0x10000) {
        feed_byte(r, (unsigned char)(0xE0 | c >> 12));
      } else {
        feed_byte(r, (unsigned char)(0xF0 | c >> 18));
        feed_byte(r, (unsigned char)(0x80 | (c >> 12 & 0x3F)));
      }
      feed_byte(r, (unsigned char)(0x80 | (c >> 6 & 0x3F)));
    }
    feed_byte(r, (unsigned char)(0x80 | (c & 0x3F)));
  }
}

/* Kana, Han and Hangul, U+3000 to U+D77F: three bytes, and no case. */
static int is_caseless(const unsigned char *s, const unsigned char *end) {
  if (end - s < 3 || s[0] < 0xE3 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80) return 0;
  return s[0] <= 0xEC || (s[0] == 0xED && s[1] < 0x9E);
}

/* Small Cyrillic letters, U+0430 to U+045F: two bytes, and folded already. */
static int is_small_cyrillic(const unsigned char *s, const unsigned char *end) {
  if (end - s < 2) return 0;
  return (s[0] == 0xD0 && s[1] >= 0xB0 && s[1] < 0xC0) || (s[0] == 0xD1 && s[1] >= 0x80 && s[1] < 0xA0);
}

/* Quotation marks, dashes and dots, U+2012 to U+203F: three bytes, and all but ’ folded already. */
static int is_general_mark(const unsigned char *s, const unsigned char *end) {
  return end - s >= 3 && s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x92 && s[2] < 0xC0;
}

/* The hash of bytes that are folded already. */
static uint32_t hash_raw(const char *bytes, size_t len) {
  uint64_t h = 0;
  size_t i = 0;
  for (; i + 8 <= len; i += 8) {
    uint64_t x;
    memcpy(&x, bytes + i, 8);
    h = nsp__mix(h, x);
  }
  if (i < len) h = nsp__mix(h, load_short(bytes + i, len - i));
  return nsp__finish(h, len);
}

static uint32_t hash_folded(const char *bytes, size_t len) {
  const unsigned char *s = (const unsigned char *)bytes, *end = s + len;
  for (uint32_t n; (n = is_small_cyrillic(s, end) ? 2 : is_caseless(s, end) ? 3 : 0);) s += n;
  if (s == end) return hash_raw(bytes, len);
  s = (const unsigned char *)bytes;
  running r = {0, 0, 0};
  while (s < end) {
    unsigned n = is_small_cyrillic(s, end) ? 2 : is_caseless(s, end) || is_general_mark(s, end) ? 3 : 0;
    if (*s < 0x80) {
      n = 1;
      feed_byte(&r, *s >= 'A' && *s <= 'Z' ? *s | 0x20 : *s);
    } else if (n == 3 && s[0] == 0xE2 && s[2] == 0x99) {
      feed_byte(&r, '\'');
    } else if (n) {
      for (unsigned i = 0; i < n; i++) feed_byte(&r, s[i]);
    } else {
      uint32_t c = nsp__decode(s, end, &n);
      feed(&r, nsp__fold_char(c));
    }
    s += n;
  }
  return nsp__finish(r.total & 7 ? nsp__mix(r.hash, r.chunk) : r.hash, r.total);
}

uint32_t nsp__fold_hash(const char *bytes, size_t len) {
  uint64_t h = 0;
  size_t i = 0;
  for (; i + 8 <= len; i += 8) {
    uint64_t x;
    memcpy(&x, bytes + i, 8);
    if (x & NSP__HIGH) return hash_folded(bytes, len);
    h = nsp__mix(h, nsp__lower8(x));
  }
  if (i < len) {
    uint64_t x = load_short(bytes + i, len - i);
    if (x & NSP__HIGH) return hash_folded(bytes, len);
    h = nsp__mix(h, nsp__lower8(x));
  }
  return nsp__finish(h, len);
}

uint32_t nsp__fold_hash_letters(const char *end, size_t len) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  uint64_t first, last;
  memcpy(&last, end - 8, 8);
  memcpy(&first, end - len, 8); /* of which there are eight only when len > 8 */
  uint64_t h = nsp__mix(0, first | NSP__ONES * 0x20) & (0 - (uint64_t)(len > 8));
  /* What does not belong to the last chunk is shifted out; it has eight bytes when len is 8 or 16. */
  return nsp__finish(nsp__mix(h, (last | NSP__ONES * 0x20) >> (-8 * len & 63)), len);
#else
  return nsp__fold_hash(end - len, len);
#endif
}

/* Are eight bytes the same, as they are or folded from ASCII? Capitals beyond ASCII make them another. */
static bool same8(uint64_t text, uint64_t folded) {
  return text == folded || (!(text & NSP__HIGH) && nsp__lower8(text) == folded);
}

bool nsp__fold_equal_short(const char *text, size_t length, const char *folded) {
  bool same;
  if (length >= 8) { /* two loads that overlap */
    uint64_t a, b, c, d;
    memcpy(&a, text, 8);
    memcpy(&b, folded, 8);
    memcpy(&c, text + length - 8, 8);
    memcpy(&d, folded + length - 8, 8);
    same = same8(a, b) && same8(c, d);
  } else {
    same = same8(load_short(text, length), load_short(folded, length));
  }
  return same || nsp__fold_equal(text, length, folded, length);
}

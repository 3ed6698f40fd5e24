#include "text/fold.h"

#include <string.h>

#define ONES UINT64_C(0x0101010101010101)
#define HIGH UINT64_C(0x8080808080808080)
#define MIX UINT64_C(0x9E3779B97F4A7C15)

static uint64_t mix(uint64_t h, uint64_t chunk) {
  h = (h ^ chunk) * MIX;
  return h ^ (h >> 29);
}

static uint32_t finish(uint64_t h, size_t len) {
  h = (h ^ len) * UINT64_C(0xD6E8FEB86659FD93);
  return (uint32_t)(h >> 32);
}

/* Eight bytes below 0x80 at once: bit 5 is set where the byte is in A..Z. */
static uint64_t lower8(uint64_t x) {
  uint64_t above_z = x + ONES * (0x7F - 'Z');
  uint64_t from_a = x + ONES * (0x80 - 'A');
  return x | (((from_a ^ above_z) & HIGH) >> 2);
}

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
    r->hash = mix(r->hash, r->chunk);
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

/* Han and Hangul, U+4000 to U+D77F: three bytes, and no case. */
static int is_caseless(const unsigned char *s, const unsigned char *end) {
  if (end - s < 3 || s[0] < 0xE4 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80) return 0;
  return s[0] <= 0xEC || (s[0] == 0xED && s[1] < 0x9E);
}

/* Small Cyrillic letters, U+0430 to U+045F: two bytes, and folded already. */
static int is_small_cyrillic(const unsigned char *s, const unsigned char *end) {
  if (end - s < 2) return 0;
  return (s[0] == 0xD0 && s[1] >= 0xB0 && s[1] < 0xC0) || (s[0] == 0xD1 && s[1] >= 0x80 && s[1] < 0xA0);
}

/* The hash of bytes that are folded already. */
static uint32_t hash_raw(const char *bytes, size_t len) {
  uint64_t h = 0;
  size_t i = 0;
  for (; i + 8 <= len; i += 8) {
    uint64_t x;
    memcpy(&x, bytes + i, 8);
    h = mix(h, x);
  }
  if (i < len) h = mix(h, load_short(bytes + i, len - i));
  return finish(h, len);
}

static uint32_t hash_folded(const char *bytes, size_t len) {
  const unsigned char *s = (const unsigned char *)bytes, *end = s + len;
  while (is_caseless(s, end)) s += 3;
  if (s == end) return hash_raw(bytes, len);
  s = (const unsigned char *)bytes;
  running r = {0, 0, 0};
  while (s < end) {
    unsigned n = is_small_cyrillic(s, end) ? 2 : is_caseless(s, end) ? 3 : 0;
    if (n) {
      for (unsigned i = 0; i < n; i++) feed_byte(&r, s[i]);
    } else {
      uint32_t c = nsp__decode(s, end, &n);
      feed(&r, nsp__fold_char(c));
    }
    s += n;
  }
  return finish(r.total & 7 ? mix(r.hash, r.chunk) : r.hash, r.total);
}

uint32_t nsp__fold_hash(const char *bytes, size_t len) {
  uint64_t h = 0;
  size_t i = 0;
  for (; i + 8 <= len; i += 8) {
    uint64_t x;
    memcpy(&x, bytes + i, 8);
    if (x & HIGH) return hash_folded(bytes, len);
    h = mix(h, lower8(x));
  }
  if (i < len) {
    uint64_t x = load_short(bytes + i, len - i);
    if (x & HIGH) return hash_folded(bytes, len);
    h = mix(h, lower8(x));
  }
  return finish(h, len);
}

nsp__letters nsp__letters_at(const char *text, const char *end) {
  nsp__letters found = {0, 0, false};
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  uint64_t h = 0, small = 0;
  for (const char *s = text; end - s >= 8; s += 8) {
    uint64_t x;
    memcpy(&x, s, 8);
    uint64_t low = x | ONES * 0x20, seven = low & ~HIGH;
    uint64_t other = ~((seven + ONES * (0x80 - 'a')) & ~(seven + ONES * (0x7F - 'z')) & ~x) & HIGH;
    if (!other) {
      h = mix(h, low);
      small |= x;
      continue;
    }
    uint64_t mask = (other & (~other + 1)) - 1; /* up to the first byte that is no letter, and seven bits of that */
    mask >>= 7;
    if (mask) h = mix(h, low & mask);
    small |= x & mask;
    found.length = (uint32_t)(s - text) + (uint32_t)__builtin_ctzll(other) / 8;
    found.hash = finish(h, found.length);
    found.lower = (small & ONES * 0x20) != 0;
    return found;
  }
#else
  (void)text, (void)end;
#endif
  return found;
}

uint32_t nsp__fold_hash_letters(const char *end, size_t len) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  uint64_t first, last, h = 0;
  memcpy(&last, end - 8, 8);
  memcpy(&first, end - len, 8); /* of which there are eight only when len > 8 */
  if (len > 8) h = mix(0, first | ONES * 0x20);
  /* What does not belong to the last chunk is shifted out; it has eight bytes when len is 8 or 16. */
  return finish(mix(h, (last | ONES * 0x20) >> (-8 * len & 63)), len);
#else
  return nsp__fold_hash(end - len, len);
#endif
}

/* Are eight bytes of ASCII, folded, the same? A byte beyond ASCII makes them another. */
static bool same8(uint64_t text, uint64_t folded) { return !(text & HIGH) && lower8(text) == folded; }

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

/* Eight bytes of ASCII at a time: letters told from others, folded, and hashed as fold.h hashes words. */
#ifndef NSP_TEXT_LETTERS_H
#define NSP_TEXT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define NSP__ONES UINT64_C(0x0101010101010101)
#define NSP__HIGH UINT64_C(0x8080808080808080)
#define NSP__MIX UINT64_C(0x9E3779B97F4A7C15)

static inline uint64_t nsp__mix(uint64_t h, uint64_t chunk) {
  h = (h ^ chunk) * NSP__MIX;
  return h ^ (h >> 29);
}

static inline uint32_t nsp__finish(uint64_t h, size_t len) {
  h = (h ^ len) * UINT64_C(0xD6E8FEB86659FD93);
  return (uint32_t)(h >> 32);
}

/* Eight bytes below 0x80 at once: bit 5 is set where the byte is in A..Z. */
static inline uint64_t nsp__lower8(uint64_t x) {
  uint64_t above_z = x + NSP__ONES * (0x7F - 'Z');
  uint64_t from_a = x + NSP__ONES * (0x80 - 'A');
  return x | (((from_a ^ above_z) & NSP__HIGH) >> 2);
}

/* nsp__fold_hash() of one byte of ASCII that is no capital. */
static inline uint32_t nsp__hash_byte(unsigned char c) { return nsp__finish(nsp__mix(0, c), 1); }

/* nsp__fold_hash() of one character of three bytes that has no case: Han, kana. */
static inline uint32_t nsp__hash_three(const unsigned char *s) {
  return nsp__finish(nsp__mix(0, s[0] | (uint64_t)s[1] << 8 | (uint64_t)s[2] << 16), 3);
}

/* The letters of ASCII that a word begins with, scanned and hashed at once, eight bytes at a time. */
typedef struct nsp__letters {
  uint32_t length; /* 0 when there are none, or when they go on to within eight bytes of `end`: then look another way */
  uint32_t hash;   /* nsp__fold_hash() of them */
  bool lower;      /* some are small */
} nsp__letters;

static inline nsp__letters nsp__letters_at(const char *text, const char *end) {
  nsp__letters found = {0, 0, false};
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  uint64_t h = 0, small = 0;
  for (const char *s = text; end - s >= 8; s += 8) {
    uint64_t x;
    memcpy(&x, s, 8);
    uint64_t low = x | NSP__ONES * 0x20, seven = low & ~NSP__HIGH;
    uint64_t other = ~((seven + NSP__ONES * (0x80 - 'a')) & ~(seven + NSP__ONES * (0x7F - 'z')) & ~x) & NSP__HIGH;
    if (!other) {
      h = nsp__mix(h, low);
      small |= x;
      continue;
    }
    uint64_t mask = (other & (~other + 1)) - 1; /* up to the first byte that is no letter, and seven bits of that */
    mask >>= 7;
    if (mask) h = nsp__mix(h, low & mask);
    small |= x & mask;
    found.length = (uint32_t)(s - text) + (uint32_t)__builtin_ctzll(other) / 8;
    found.hash = nsp__finish(h, found.length);
    found.lower = (small & NSP__ONES * 0x20) != 0;
    return found;
  }
#else
  (void)text, (void)end;
#endif
  return found;
}

#endif

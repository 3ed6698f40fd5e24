/* The structural index, 64 bytes at a time with NEON. The method is that of index_avx2.c, sixteen bytes wide. */
#include "text/index_tables.h"

#if defined(__aarch64__) || defined(NSP__NEON_EMULATED)
#if !defined(NSP__NEON_EMULATED) /* the unit tests do that on other machines, with SIMDe */
#include <arm_neon.h>
#endif
#include <string.h>

#include "text/utf8_errors.h"

typedef struct tables {
  uint8x16_t ascii_low, ascii_high, lead_low, lead_high, second_low, second_high;
  uint8x16_t first_high, first_low, error_second;
  uint8x16_t third_mask, third_value;
} tables;

typedef struct state {
  uint8x16_t before; /* the 16 bytes before */
  uint8x16_t error;
} state;

static inline uint8x16_t look_up(uint8x16_t bytes, uint8x16_t low, uint8x16_t high) {
  return vandq_u8(vqtbl1q_u8(low, vandq_u8(bytes, vdupq_n_u8(15))), vqtbl1q_u8(high, vshrq_n_u8(bytes, 4)));
}

static inline uint8x16_t utf8_errors(uint8x16_t bytes, uint8x16_t one, uint8x16_t two, uint8x16_t three,
                                     const tables *t) {
  uint8x16_t special = vandq_u8(
      vandq_u8(vqtbl1q_u8(t->first_high, vshrq_n_u8(one, 4)), vqtbl1q_u8(t->first_low, vandq_u8(one, vdupq_n_u8(15)))),
      vqtbl1q_u8(t->error_second, vshrq_n_u8(bytes, 4)));
  uint8x16_t third = vqsubq_u8(two, vdupq_n_u8(0xE0 - 0x80)), fourth = vqsubq_u8(three, vdupq_n_u8(0xF0 - 0x80));
  return veorq_u8(vandq_u8(vorrq_u8(third, fourth), vdupq_n_u8(0x80)), special);
}

/* A character that the last three bytes begin and do not end. */
static inline uint8x16_t unfinished(uint8x16_t bytes) {
  static const uint8_t most[16] = {255, 255, 255, 255, 255, 255,      255,      255,
                                   255, 255, 255, 255, 255, 0xF0 - 1, 0xE0 - 1, 0xC0 - 1};
  return vqsubq_u8(bytes, vld1q_u8(most));
}

/* Bytes of all ones where the bytes are noted. */
static inline uint8x16_t scan16(uint8x16_t bytes, state *s, const tables *t) {
  /* Above 0x7F the high half has no bit in the table of ASCII. */
  uint8x16_t found = look_up(bytes, t->ascii_low, t->ascii_high);
  uint8x16_t one = vextq_u8(s->before, bytes, 15), two = vextq_u8(s->before, bytes, 14),
             three = vextq_u8(s->before, bytes, 13);
  s->error = vorrq_u8(s->error, utf8_errors(bytes, one, two, three, t));
  uint8x16_t pairs = vandq_u8(look_up(one, t->lead_low, t->lead_high), look_up(bytes, t->second_low, t->second_high));
  pairs = vbicq_u8(pairs, vdupq_n_u8(NSP__DANDA_BIT));
  uint8x16_t danda = vandq_u8(vandq_u8(vceqq_u8(two, vdupq_n_u8(0xE0)), vceqq_u8(one, vdupq_n_u8(0xA5))),
                              vceqq_u8(vandq_u8(bytes, vdupq_n_u8(0xFE)), vdupq_n_u8(0xA4)));
  uint8x16_t general = vandq_u8(vandq_u8(vceqq_u8(two, vdupq_n_u8(0xE2)), vceqq_u8(one, vdupq_n_u8(0x80))),
                                vceqq_u8(vandq_u8(bytes, t->third_mask), t->third_value));
  s->before = bytes;
  return vtstq_u8(vorrq_u8(vorrq_u8(found, pairs), vorrq_u8(danda, general)), vdupq_n_u8(255));
}

/* One bit for each byte of four vectors of all ones or none. */
static inline uint64_t to_bits(const uint8x16_t found[4]) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t bits = vld1q_u8(weights);
  uint8x16_t low = vpaddq_u8(vandq_u8(found[0], bits), vandq_u8(found[1], bits));
  uint8x16_t high = vpaddq_u8(vandq_u8(found[2], bits), vandq_u8(found[3], bits));
  uint8x16_t sum = vpaddq_u8(low, high);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

static inline uint64_t scan64(const uint8_t *text, state *s, const tables *t) {
  uint8x16_t bytes[4], found[4];
  for (int i = 0; i < 4; i++) bytes[i] = vld1q_u8(text + 16 * i);
  uint8x16_t all = vorrq_u8(vorrq_u8(bytes[0], bytes[1]), vorrq_u8(bytes[2], bytes[3]));
  if (vmaxvq_u8(all) < 0x80) {
    s->error = vorrq_u8(s->error, unfinished(s->before));
    s->before = bytes[3];
    for (int i = 0; i < 4; i++) found[i] = vtstq_u8(look_up(bytes[i], t->ascii_low, t->ascii_high), vdupq_n_u8(255));
  } else {
    for (int i = 0; i < 4; i++) found[i] = scan16(bytes[i], s, t);
  }
  return to_bits(found);
}

static uint32_t write_places(uint64_t mask, uint32_t base, uint16_t *at, uint32_t n) {
  for (; mask; mask &= mask - 1) at[n++] = (uint16_t)(base + (uint32_t)__builtin_ctzll(mask));
  return n;
}

bool nsp__scan_neon(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count) {
  const nsp__halves *ascii = &nsp__ascii_sets[set];
  nsp__third_byte third = nsp__third_of(set);
  const tables t = {vld1q_u8(ascii->low),           vld1q_u8(ascii->high),         vld1q_u8(nsp__lead_set.low),
                    vld1q_u8(nsp__lead_set.high),   vld1q_u8(nsp__second_set.low), vld1q_u8(nsp__second_set.high),
                    vld1q_u8(nsp__utf8_first_high), vld1q_u8(nsp__utf8_first_low), vld1q_u8(nsp__utf8_second_high),
                    vdupq_n_u8(third.mask),         vdupq_n_u8(third.value)};
  state s = {vdupq_n_u8(0), vdupq_n_u8(0)};
  uint32_t n = 0;
  size_t i = 0;
  for (; i + 64 <= length; i += 64) n = write_places(scan64(text + i, &s, &t), (uint32_t)i, at, n);
  if (i < length) {
    uint8_t rest[64] = {0};
    memcpy(rest, text + i, length - i);
    n = write_places(scan64(rest, &s, &t), (uint32_t)i, at, n);
  }
  s.error = vorrq_u8(s.error, unfinished(s.before));
  *count = n;
  return vmaxvq_u8(s.error) == 0;
}
#endif

#include "render/uuid.h"

#include <stdint.h>
#include <string.h>

/* FNV-1a with two seeds: no secret, and 122 bits are enough to tell articles apart. */
static uint64_t hash(const char *data, size_t length, uint64_t seed) {
  for (size_t i = 0; i < length; i++) seed = (seed ^ (unsigned char)data[i]) * 0x100000001B3u;
  seed ^= seed >> 32;
  return seed * 0x9E3779B97F4A7C15u;
}

void nsp__urn_of(const char *data, size_t length, char out[NSP__URN_SIZE]) {
  static const char hex[] = "0123456789abcdef";
  uint64_t halves[2] = {hash(data, length, 0xCBF29CE484222325u), hash(data, length, 0x84222325CBF29CE4u)};
  halves[0] = (halves[0] & ~(uint64_t)0xF000) | 0x8000;               /* version 8 */
  halves[1] = (halves[1] & ~((uint64_t)3 << 62)) | (uint64_t)2 << 62; /* variant */
  memcpy(out, "urn:uuid:", 9);
  char *to = out + 9;
  for (int digit = 0; digit < 32; digit++) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) *to++ = '-';
    *to++ = hex[halves[digit / 16] >> (60 - 4 * (digit % 16)) & 15];
  }
  *to = '\0';
}

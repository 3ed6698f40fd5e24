#include "sentence/plain.h"

#include <string.h>

#include "text/fold.h"

#define EACH UINT64_C(0x0101010101010101)
#define HIGH UINT64_C(0x8080808080808080)

/* The high bit of each byte that is a letter of ASCII. No byte may be above 0x7F. */
static uint64_t letters_of(uint64_t eight) {
  uint64_t small = eight | (EACH * 0x20);
  uint64_t from_a = small + EACH * (0x80 - 'a'), above_z = small + EACH * (0x7F - 'z');
  return (from_a ^ above_z) & HIGH;
}

/* How many letters stand at the end of the eight bytes. */
static uint32_t last_letters(uint64_t eight) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ && defined(__GNUC__)
  uint64_t others = letters_of(eight) ^ HIGH;
  return others ? (uint32_t)__builtin_clzll(others) / 8 : 8;
#else
  unsigned char bytes[8];
  uint32_t count = 0;
  memcpy(bytes, &eight, 8);
  while (count < 8 && ((bytes[7 - count] | 0x20) >= 'a' && (bytes[7 - count] | 0x20) <= 'z')) count++;
  return count;
#endif
}

static nsp__plain judge_word(const nsp__splitter *s, const char *word, uint32_t length) {
  uint32_t hash = nsp__fold_hash(word, length);
  bool known = nsp__quick_has(&s->words, hash) || (s->common && nsp__quick_has(&s->common_words, hash));
  return known ? NSP__PLAIN_NOT : NSP__PLAIN_ENDS;
}

/* Greek and Cyrillic letters without accents of their own are two bytes, CE to D1 first. */
static bool is_two_byte(const uint8_t *letter) { return letter[0] >= 0xCE && letter[0] <= 0xD1 && letter[1] >= 0x80; }

static bool is_two_byte_capital(const uint8_t *letter) {
  if (letter[0] == 0xD0) return letter[1] < 0xB0; /* U+0400 to U+042F */
  return letter[0] == 0xCE && letter[1] >= 0x91 && letter[1] <= 0xA9;
}

static bool is_two_byte_small(const uint8_t *letter) {
  if (letter[0] == 0xD1) return letter[1] < 0xA0; /* U+0440 to U+045F */
  return letter[0] == 0xCF || letter[1] >= 0xB0;
}

static nsp__plain judge_two_byte(const nsp__splitter *s, uint32_t at) {
  const uint8_t *stop = (const uint8_t *)s->text + at, *word = stop;
  if (!is_two_byte_capital(stop + 2)) return NSP__PLAIN_NOT;
  while (stop - word < 32 && is_two_byte(word - 2)) word -= 2;
  uint32_t length = (uint32_t)(stop - word);
  if (length < 4 || length >= 32 || word[-1] != ' ' || !is_two_byte_small(stop - 2)) return NSP__PLAIN_NOT;
  return judge_word(s, (const char *)word, length);
}

/* Hangul and Han, U+4000 to U+CFFF: three bytes, E4 to EC first. */
static bool is_three_byte(const uint8_t *letter) { return letter[0] >= 0xE4 && letter[0] <= 0xEC && letter[1] >= 0x80; }

static nsp__plain judge_three_byte(const nsp__splitter *s, uint32_t at) {
  const uint8_t *stop = (const uint8_t *)s->text + at, *word = stop;
  while (stop - word < 33 && is_three_byte(word - 3)) word -= 3;
  uint32_t length = (uint32_t)(stop - word);
  if (length < 6 || length >= 33 || word[-1] != ' ') return NSP__PLAIN_NOT;
  return judge_word(s, (const char *)word, length);
}

nsp__plain nsp__judge_plain(const nsp__splitter *s, uint32_t at) {
  if (at < s->sentence + 37 || s->length - at < 4 || s->text[at + 1] != ' ') return NSP__PLAIN_NOT;
  uint8_t next = (uint8_t)s->text[at + 2];
  if (next >= 0xCE && next <= 0xD1) return judge_two_byte(s, at);
  if (next >= 0xE4 && next <= 0xEC) return judge_three_byte(s, at);
  if (next < 'A' || next > 'Z') return NSP__PLAIN_NOT;
  uint64_t eight;
  memcpy(&eight, s->text + at - 8, 8);
  if (eight & HIGH) return NSP__PLAIN_NOT;
  uint32_t letters = last_letters(eight);
  const char *word = s->text + at - letters;
  if (letters < 2 || word[-1] != ' ' || !(word[letters - 1] & 0x20)) return NSP__PLAIN_NOT;
  return judge_word(s, word, letters);
}

nsp__plain nsp__judge_plain_wide(const nsp__splitter *s, uint32_t at) {
  if (s->length - at < 6) return NSP__PLAIN_NOT;
  const uint8_t *b = (const uint8_t *)s->text + at;
  bool mark = (b[0] == 0xE3 && b[1] == 0x80 && b[2] == 0x82) ||
              (b[0] == 0xEF && b[1] == 0xBC && (b[2] == 0x81 || b[2] == 0x9F));
  bool letter = (b[3] >= 0xE4 && b[3] <= 0xE9) || (b[3] == 0xE3 && (b[4] == 0x81 || b[4] == 0x82));
  return mark && letter ? NSP__PLAIN_ENDS : NSP__PLAIN_NOT;
}

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

/* Can a full stop behind the word be anything but a sentence's end? */
static bool is_ordinary(const nsp__splitter *s, const char *word, uint32_t length) {
  uint32_t hash = nsp__fold_hash(word, length);
  return !(nsp__quick_may_stop(&s->words, hash) | (s->common ? nsp__quick_may_stop(&s->common_words, hash) : 0));
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

static bool ends_two_byte(const nsp__splitter *s, uint32_t at) {
  const uint8_t *stop = (const uint8_t *)s->text + at, *word = stop;
  if (!is_two_byte_capital(stop + 2)) return false;
  while (stop - word < 32 && is_two_byte(word - 2)) word -= 2;
  uint32_t length = (uint32_t)(stop - word);
  if (length < 4 || length >= 32 || word[-1] != ' ' || !is_two_byte_small(stop - 2)) return false;
  return is_ordinary(s, (const char *)word, length);
}

/* Hangul and Han, U+4000 to U+CFFF: three bytes, E4 to EC first. */
static bool is_three_byte(const uint8_t *letter) { return letter[0] >= 0xE4 && letter[0] <= 0xEC && letter[1] >= 0x80; }

static bool ends_three_byte(const nsp__splitter *s, uint32_t at) {
  const uint8_t *stop = (const uint8_t *)s->text + at, *word = stop;
  while (stop - word < 33 && is_three_byte(word - 3)) word -= 3;
  uint32_t length = (uint32_t)(stop - word);
  if (length < 6 || length >= 33 || word[-1] != ' ') return false;
  return is_ordinary(s, (const char *)word, length);
}

/* ASCII: a word of two to sixteen letters, the last of them small. */
static bool ends_ascii(const nsp__splitter *s, uint32_t at) {
  uint64_t eight;
  memcpy(&eight, s->text + at - 8, 8);
  uint32_t letters = last_letters(eight & ~HIGH);
  if (letters == 8) {
    uint64_t before;
    memcpy(&before, s->text + at - 16, 8);
    eight |= before;
    letters += last_letters(before & ~HIGH);
  }
  const char *word = s->text + at - letters;
  if ((eight & HIGH) || letters < 2 || word[-1] != ' ' || !(word[letters - 1] & 0x20)) return false;
  return is_ordinary(s, word, letters);
}

uint32_t nsp__closing_quote(const nsp__splitter *s, uint32_t at) {
  if (s->length - at < 3) return 0;
  if (s->text[at] == '"') return 1;
  return memcmp(s->text + at, "\xE2\x80\x9D", 3) == 0 ? 3 : 0;
}

/* A stop before a closing mark ended something, whatever the word. */
static uint32_t judge_quoted(const nsp__splitter *s, uint32_t at) {
  uint32_t length = nsp__closing_quote(s, at + 1), end = at + 1 + length;
  if (!length || s->length - end < 3 || s->text[end] != ' ') return 0;
  char next = s->text[end + 1], before = s->text[at - 1];
  return next >= 'A' && next <= 'Z' && before >= 'a' && before <= 'z' ? end : 0;
}

uint32_t nsp__judge_plain(const nsp__splitter *s, uint32_t at) {
  if (at < s->sentence + 37 || s->length - at < 4) return 0;
  if (s->text[at + 1] != ' ') return judge_quoted(s, at);
  uint8_t next = (uint8_t)s->text[at + 2];
  bool ends = false;
  if (next >= 'A' && next <= 'Z') ends = ends_ascii(s, at);
  else if (next >= 0xCE && next <= 0xD1) ends = ends_two_byte(s, at);
  else if (next >= 0xE4 && next <= 0xEC) ends = ends_three_byte(s, at);
  return ends ? at + 1 : 0;
}

uint32_t nsp__judge_plain_wide(const nsp__splitter *s, uint32_t at) {
  if (s->length - at < 6) return 0;
  const uint8_t *b = (const uint8_t *)s->text + at;
  bool mark = (b[0] == 0xE3 && b[1] == 0x80 && b[2] == 0x82) ||
              (b[0] == 0xEF && b[1] == 0xBC && (b[2] == 0x81 || b[2] == 0x9F));
  bool letter = (b[3] >= 0xE4 && b[3] <= 0xE9) || (b[3] == 0xE3 && (b[4] == 0x81 || b[4] == 0x82));
  return mark && letter ? at + 3 : 0;
}

#include "entity/key.h"

#include <string.h>
#include <unicode/utrans.h>
#include <utf8proc.h>

#include "text/fold.h"
#include "text/letters.h"
#include "text/utf8.h"

#define LONGEST_WORD 96u /* bytes of a name's word that count */

nsp__keys nsp__keys_of(const nsp_language *language) {
  const char *endings = nsp__pack_property(language, "endings");
  nsp__keys keys = {language, endings ? endings : "", NULL, false};
  return keys;
}

void nsp__keys_free(nsp__keys *keys) {
  if (keys->transliterator) utrans_close(keys->transliterator);
  keys->transliterator = NULL;
}

/* Folds and takes the accents off; the result's length. */
static size_t plain(const char *word, size_t length, char *out) {
  size_t used = 0;
  for (size_t at = 0; at < length;) {
    uint32_t c;
    at += nsp__utf8_decode(word + at, length - at, &c);
    if (c == NSP__MALFORMED) continue;
    if (c == 0x142 || c == 0x141)
      c = 'l'; /* ł, ø, đ do not decompose */
    else if (c == 0xF8 || c == 0xD8)
      c = 'o';
    else if (c == 0x111 || c == 0x110)
      c = 'd';
    utf8proc_int32_t parts[16];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        (utf8proc_int32_t)c, parts, 16, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
        &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < 16; i++)
      if (used + 4 < LONGEST_WORD * 3) used += nsp__utf8_encode((uint32_t)parts[i], out + used);
  }
  return used;
}

static bool is_latin(const char *word, size_t length) {
  for (size_t at = 0; at < length;) {
    uint32_t c;
    at += nsp__utf8_decode(word + at, length - at, &c);
    if (c != NSP__MALFORMED && c >= 0x370 && (c < 0x1E00 || c > 0x20CF)) return false;
  }
  return true;
}

static size_t without_ending(const nsp__keys *keys, const char *word, size_t length) {
  for (const char *e = keys->endings; *e;) {
    size_t n = strcspn(e, " ");
    size_t least = (uint8_t)word[0] >= 0xC0 ? 6 : 3; /* three letters stay */
    if (n && length >= n + least && memcmp(word + length - n, e, n) == 0) return length - n;
    e += n + (e[n] == ' ');
  }
  return length;
}

/* Eight bytes at a time, or four; the last ones overlap those before. */
static bool is_ascii(const char *word, size_t length) {
  uint64_t all = 0, eight;
  uint32_t four, last;
  if (length < 4) {
    for (size_t i = 0; i < length; i++) all |= (uint8_t)word[i];
    return !(all & 0x80);
  }
  if (length < 8) {
    memcpy(&four, word, 4);
    memcpy(&last, word + length - 4, 4);
    return !((four | last) & (uint32_t)NSP__HIGH);
  }
  for (size_t i = 0; i + 8 < length; i += 8) {
    memcpy(&eight, word + i, 8);
    all |= eight;
  }
  memcpy(&eight, word + length - 8, 8);
  return !((all | eight) & NSP__HIGH);
}

uint32_t nsp__name_key(nsp__keys *keys, const char *word, size_t length, uint32_t hash) {
  char buffer[LONGEST_WORD * 3 + 4];
  if (length > LONGEST_WORD) {
    length = LONGEST_WORD;
    hash = nsp__fold_hash(word, length);
  }
  if (!*keys->endings && is_ascii(word, length)) return hash + !hash;
  size_t used = plain(word, length, buffer);
  if (is_latin(buffer, used) == is_latin(keys->endings, strlen(keys->endings)))
    used = used ? without_ending(keys, buffer, used) : 0;
  hash = nsp__fold_hash(buffer, used);
  return hash + !hash;
}

bool nsp__has_ending(const char *endings, const char *word, size_t length) {
  for (const char *e = endings; e && *e;) {
    size_t n = strcspn(e, " ");
    if (n && length > n && memcmp(word + length - n, e, n) == 0) return true;
    e += n + (e[n] == ' ');
  }
  return false;
}

bool nsp__has_word(const char *words, const char *word, size_t length) {
  for (const char *w = words; w && *w;) {
    size_t n = strcspn(w, " ");
    if (n && n == length && memcmp(word, w, n) == 0) return true;
    w += n + (w[n] == ' ');
  }
  return false;
}

uint32_t nsp__concept_key(const nsp_language *pack, uint32_t word) {
  static const nsp__class classes[] = {NSP__CLASS_ROLE, NSP__CLASS_ORGANISATION, NSP__CLASS_GROUP, NSP__CLASS_DOCUMENT,
                                       NSP__CLASS_TITLE};
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    const nsp__record *record = nsp__pack_record(pack, word, classes[i]);
    if (record) return record->key;
  }
  return 0;
}

uint32_t nsp__country_key(const nsp_language *pack, uint32_t word) {
  const nsp__record *record = nsp__pack_record(pack, word, NSP__CLASS_PLACE);
  if (!record) record = nsp__pack_record(pack, word, NSP__CLASS_METONYM);
  return record ? record->key : 0;
}

#include "language/detect.h"

#include <string.h>

#include "language/builtin.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
  MOST_BYTES = 16384,   /* of the text are looked at */
  SAMPLED_LETTERS = 96, /* tell the script */
  MOST_LANGUAGES = 64,
  ENOUGH = 96, /* points that make sure, with such a lead: */
  LEAD = 48,
  AT_LEAST = 12 /* one word that half a dozen languages share is no sign of any */
};

static nsp__script script_of(uint32_t c) {
  if (c < 0x250) return (c | 0x20) >= 'a' && ((c | 0x20) <= 'z' || c >= 0xC0) ? NSP__SCRIPT_LATIN : NSP__SCRIPT_NONE;
  if (c >= 0x370 && c < 0x400) return NSP__SCRIPT_GREEK;
  if (c >= 0x400 && c < 0x530) return NSP__SCRIPT_CYRILLIC;
  if (c >= 0x591 && c < 0x600) return NSP__SCRIPT_HEBREW;
  if (c >= 0x620 && c < 0x780) return NSP__SCRIPT_ARABIC;
  if (c >= 0x900 && c < 0x980) return NSP__SCRIPT_DEVANAGARI;
  if (c >= 0x1E00 && c < 0x1F00) return NSP__SCRIPT_LATIN;
  if (c >= 0x1F00 && c < 0x2000) return NSP__SCRIPT_GREEK;
  if (c >= 0x3041 && c < 0x3100) return NSP__SCRIPT_KANA;
  if (c >= 0x3400 && c < 0xA000) return NSP__SCRIPT_HAN;
  return c >= 0xAC00 && c < 0xD7A4 ? NSP__SCRIPT_HANGUL : NSP__SCRIPT_NONE;
}

/* The script of most letters at the beginning. Japanese is known by its Kana, however much Han there is. */
static nsp__script find_script(const char *text, size_t length) {
  uint32_t counts[NSP__SCRIPT_COUNT] = {0}, letters = 0;
  for (size_t at = 0; at < length && letters < SAMPLED_LETTERS;) {
    uint32_t codepoint;
    uint8_t small = (uint8_t)text[at] | 0x20;
    if (small >= 'a' && small <= 'z') {
      counts[NSP__SCRIPT_LATIN]++;
      letters++;
      at++;
      continue;
    }
    at += nsp__utf8_decode(text + at, length - at, &codepoint);
    nsp__script script = codepoint == NSP__MALFORMED ? NSP__SCRIPT_NONE : script_of(codepoint);
    counts[script]++;
    letters += script != NSP__SCRIPT_NONE;
  }
  nsp__script best = NSP__SCRIPT_NONE;
  counts[NSP__SCRIPT_NONE] = 0;
  for (int i = 1; i < NSP__SCRIPT_COUNT; i++)
    if (counts[i] > counts[best]) best = (nsp__script)i;
  bool asian = best == NSP__SCRIPT_HAN || best == NSP__SCRIPT_KANA;
  return asian ? (counts[NSP__SCRIPT_KANA] * 8 >= counts[NSP__SCRIPT_HAN] ? NSP__SCRIPT_KANA : NSP__SCRIPT_HAN) : best;
}

static uint64_t languages_with(const char *word, size_t length) {
  uint32_t hash = nsp__fold_hash(word, length);
  for (uint32_t slot = hash & nsp__frequent_mask;; slot = (slot + 1) & nsp__frequent_mask) {
    const nsp__frequent_word *found = &nsp__frequent_words[slot];
    if (!found->languages) return 0;
    if (found->hash == hash) return found->languages;
  }
}

static uint32_t count_bits(uint64_t bits) {
  uint32_t count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}

/* A word that one language alone has counts most. */
static void add_points(uint32_t *points, uint64_t languages) {
  uint32_t shared = count_bits(languages), each = shared ? 24 / shared : 0;
  if (!each) each = 1;
  for (uint32_t i = 0; languages; i++, languages >>= 1)
    if (languages & 1) points[i] += each;
}

static bool is_word_byte(char c) { return (uint8_t)c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '\''; }

/* The best language's number, and by how much it leads. */
static uint32_t best_of(const uint32_t *points, uint32_t *lead) {
  uint32_t best = 0, second = 0, count = (uint32_t)nsp__builtin_language_count;
  for (uint32_t i = 1; i < count && i < MOST_LANGUAGES; i++) {
    if (points[i] > points[best])
      second = points[best], best = i;
    else if (points[i] > second)
      second = points[i];
  }
  *lead = points[best] - second;
  return best;
}

/* Of languages with equal points English comes first, as the one that most texts are in: "We met, said Roe" could be
 * Dutch by its words. Without it there is nothing to go by. */
static uint32_t first_of_equals(const uint32_t *points, uint32_t best) {
  for (uint32_t i = 0; i < nsp__builtin_language_count && i < MOST_LANGUAGES; i++)
    if (points[i] == best && strcmp(nsp_language_id(&nsp__builtin_languages[i]), "en") == 0) return i;
  return NSP__NO_WORD;
}

/* The language among the candidates with most frequent words; NSP__NO_WORD when none stands out. */
static uint32_t find_by_words(const char *text, size_t length, uint64_t candidates) {
  uint32_t points[MOST_LANGUAGES] = {0}, lead = 0, best = NSP__NO_WORD, words = 0;
  for (size_t at = 0; at < length;) {
    while (at < length && !is_word_byte(text[at])) at++;
    size_t start = at;
    while (at < length && is_word_byte(text[at])) at++;
    if (at - start == 0 || at - start > 24) continue;
    uint64_t languages = languages_with(text + start, at - start) & candidates;
    if (!languages) continue;
    add_points(points, languages);
    if (++words % 4) continue;
    best = best_of(points, &lead);
    if (points[best] >= ENOUGH && lead >= LEAD) return best;
  }
  best = best_of(points, &lead);
  if (points[best] < AT_LEAST) return NSP__NO_WORD;
  return lead ? best : first_of_equals(points, points[best]);
}

const nsp_language *nsp_language_detect(const char *text, size_t length) {
  const nsp_language *neutral = &nsp__builtin_languages[nsp__builtin_neutral];
  if (!text) return neutral;
  if (length > MOST_BYTES) length = MOST_BYTES;
  uint64_t candidates = nsp__script_languages[find_script(text, length)];
  if (!candidates) return neutral;
  if (!(candidates & (candidates - 1))) return &nsp__builtin_languages[count_bits(candidates - 1)];
  uint32_t found = find_by_words(text, length, candidates);
  return found == NSP__NO_WORD ? neutral : &nsp__builtin_languages[found];
}

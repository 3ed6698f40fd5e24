#include "sentence/plain.h"

#include <string.h>

#include "sentence/abbreviation.h"
#include "sentence/sweep.h"
#include "text/classes.h"
#include "text/fold.h"
#include "text/letters_before.h"

/* Can a full stop behind the word be anything but a sentence's end? */
static bool is_ordinary(const nsp__splitter *s, uint32_t hash) {
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
  if (length < 4 || length >= 32 || at - length <= s->sentence) return false;
  if (word[-1] != ' ' || !is_two_byte_small(stop - 2)) return false;
  return is_ordinary(s, nsp__fold_hash((const char *)word, length));
}

/* Hangul and Han, U+4000 to U+D77F: three bytes, E4 to ED first. */
static bool is_three_byte(const uint8_t *letter) {
  return letter[0] >= 0xE4 && letter[1] >= 0x80 && (letter[0] <= 0xEC || (letter[0] == 0xED && letter[1] < 0x9E));
}

static bool ends_three_byte(const nsp__splitter *s, uint32_t at) {
  const uint8_t *stop = (const uint8_t *)s->text + at, *word = stop;
  while (stop - word < 33 && is_three_byte(word - 3)) word -= 3;
  uint32_t length = (uint32_t)(stop - word);
  if (length < 6 || length >= 33 || at - length <= s->sentence || word[-1] != ' ') return false;
  return is_ordinary(s, nsp__fold_hash((const char *)word, length));
}

/* Is what ends before text[at] no part of a word, and within the sentence? An apostrophe, a hyphen, a digit are parts.
 */
static bool is_outside_word(const nsp__splitter *s, uint32_t at) {
  const uint8_t *c = (const uint8_t *)s->text + at, before = c[-1];
  if ((before == ' ') | (before == '"') | (before == '(') | (before == '\n')) return at > s->sentence;
  bool mark = (before == 0x9C) | (before == 0x9D) | (before == 0x93) | (before == 0x94); /* “ ” – — */
  return mark && c[-2] == 0x80 && c[-3] == 0xE2 && at >= s->sentence + 3;
}

/* Where the word before text[at] begins if it has two to sixteen letters of ASCII; or 0. */
static uint32_t ascii_word(const nsp__splitter *s, uint32_t at) {
  uint32_t letters = nsp__letters_before(s->text + at);
  return letters > 1 && is_outside_word(s, at - letters) ? at - letters : 0;
}

/* Length of the Latin letter, U+00C0 to U+017F, that ends before `end`; 0 if there is none. */
static uint32_t accented_letter(const uint8_t *end) {
  bool letter = end[-2] >= 0xC3 && end[-2] <= 0xC5 && (end[-1] & 0xC0) == 0x80;
  return letter && !(end[-2] == 0xC3 && (end[-1] | 0x20) == 0xB7) ? 2 : 0; /* but for the signs of arithmetic */
}

/* Does an ordinary word of Latin letters, one of them accented, end before the full stop? */
static bool ends_accented(const nsp__splitter *s, uint32_t at) {
  const uint8_t *stop = (const uint8_t *)s->text + at, *word = stop;
  uint32_t letters = 0, size = 1;
  for (; size && stop - word<31; word -= size, letters += size> 0)
    size = nsp__is_ascii_letter((char)word[-1]) ? 1 : accented_letter(word);
  uint32_t length = (uint32_t)(stop - word);
  if (size || letters < 2 || length == letters || !is_outside_word(s, at - length)) return false;
  return is_ordinary(s, nsp__fold_hash((const char *)word, length));
}

static bool is_small(char c) { return c >= 'a' && c <= 'z'; }
static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* "in 1887. The": a number of four digits is no item's and, but in languages with ordinals, nothing else. */
static bool is_year(const nsp__splitter *s, uint32_t at) {
  const char *c = s->text + at - 4;
  return !s->ordinal_dot && at > s->sentence + 5 && c[-1] == ' ' && is_digit(c[0]) && is_digit(c[1]) &&
         is_digit(c[2]) && is_digit(c[3]);
}

/* Can what stands before the word at text[start] be neither a number nor the stop of a longer abbreviation? */
static bool stands_alone(const nsp__splitter *s, uint32_t start) {
  if (s->text[start - 1] != ' ' || start == s->sentence + 1) return true;
  const char *c = s->text + start - 2;
  if (is_small(*c) || *c == ',' || *c == '"' || *c == ')' || *c == ':' || *c == '\'') return true;
  if (is_capital(*c)) return !strchr("IVXLC", *c);
  return *c == '\x9D' && c[-1] == '\x80' && c[-2] == '\xE2'; /* ” */
}

/* Perhaps an abbreviation: the lists say. A title ("Mr. Smith") never ends a sentence, and what is in no list does.
 * Behind a stop the word may belong to a longer abbreviation, and behind a number be another; both are left to the
 * rules. A page of news has the same few titles over and over. */
static uint32_t judge_listed(nsp__splitter *s, uint32_t start, uint32_t at, uint32_t hash) {
  uint32_t length = at - start;
  if (!stands_alone(s, start)) return 0;
  uint64_t word, tags = 0, *known = &s->never_final[hash % NSP__KNOWN_WORDS];
  memcpy(&word, s->text + start, 8); /* there are six bytes behind the word */
  word = length < 8 ? word << (64 - 8 * length) : 0;
  if (*known == word && length < 8) return nsp__sweep_learn(s, start, at), NSP_NONE;
  if (!nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, s->text + start, length, &tags)) return at + 1;
  if (!(tags & NSP__SAYS(NEVER_FINAL))) return 0;
  if (length < 8) *known = word;
  nsp__sweep_learn(s, start, at);
  return NSP_NONE;
}

/* "Oct. 30": what is in a list goes on before a number. */
static uint32_t judge_before_digit(const nsp__splitter *s, uint32_t at) {
  uint32_t start = s->text[at] == '.' ? ascii_word(s, at) : 0;
  if (!start || is_ordinary(s, nsp__fold_hash_letters(s->text + at, at - start)) || !stands_alone(s, start)) return 0;
  uint64_t tags = 0;
  return nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, s->text + start, at - start, &tags) ? NSP_NONE : 0;
}

/* "George W. Bush", "the U.S. Navy": a capital or two go on, unless the next word, of two letters or more, opens
 * sentences. Lists may say otherwise of them. */
static uint32_t judge_initial(const nsp__splitter *s, uint32_t at) {
  const char *c = s->text + at, *first = c[-2] == '.' ? c - 3 : c - 1;
  uint32_t start = (uint32_t)(first - s->text);
  if (!is_capital(c[-1]) || !is_capital(*first) || first[-1] != ' ' || !is_small(first[-2])) return 0;
  if (start < s->sentence + 2 || s->list.kind || !is_capital(c[2]) || !is_small(c[3])) return 0;
  uint64_t tags = 0;
  bool listed = !is_ordinary(s, nsp__fold_hash(first, at - start)); /* perhaps */
  if (listed && nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, first, at - start, &tags) && tags)
    return tags & NSP__SAYS(NEVER_FINAL) ? NSP_NONE : 0;
  nsp__what_follows f = {.next = at + 2, .word = at + 2, .next_class = NSP__CHAR_UPPER, .word_class = NSP__CHAR_UPPER};
  bool ends = nsp__opens_sentence(s, &f) || (c[-2] == ' ' && nsp__letter_stands(s, at - 1));
  return ends ? at + 1 : NSP_NONE;
}

/* "?" and "!" end a sentence behind any word but names such as "Yahoo!", which have capitals. */
static uint32_t judge_ascii(nsp__splitter *s, uint32_t at) {
  uint32_t start = ascii_word(s, at);
  if (s->text[at] != '.') return start && is_small(s->text[start]) ? at + 1 : 0;
  if (!start) return is_year(s, at) || ends_accented(s, at) ? at + 1 : judge_initial(s, at);
  if (s->ordinal_dot && is_capital(s->text[at - 1])) return 0; /* perhaps a Roman numeral */
  uint32_t hash = nsp__fold_hash_letters(s->text + at, at - start);
  if (is_ordinary(s, hash)) return at + 1;
  return judge_listed(s, start, at, hash);
}

/* "Corp. said", "U.S. government", "George W. van": before a small letter short words with a capital end no sentence,
 * and ordinary ones do. But "a" may be a list's first item, and behind one letter there may be a list already. */
static uint32_t judge_before_small(const nsp__splitter *s, uint32_t at) {
  const char *c = s->text + at;
  if (*c != '.' || (c[2] == 'a' && !is_small(c[3]) && c[3] != ' ')) return 0;
  uint32_t start = ascii_word(s, at), letters = at - start;
  bool address = c[2] == 'h' || c[2] == 'w'; /* perhaps "http://" or "www." */
  if (start) {
    bool capital = is_capital(s->text[start]);
    if (!is_small(c[-1])) return 0;
    if (capital && letters < 5) return NSP_NONE;
    if (address || letters < 4 || (capital && s->lower_continues)) return 0;
    return is_ordinary(s, nsp__fold_hash_letters(c, letters)) ? at + 1 : 0;
  }
  if (s->list.kind || !is_capital(c[-1]) || address) return 0;
  bool one = c[-2] == ' ' && at > s->sentence + 1;
  bool two = c[-2] == '.' && is_capital(c[-3]) && c[-4] == ' ' && at > s->sentence + 3;
  return one || two ? NSP_NONE : 0;
}

/* Length of the opening mark that begins there: " ' '' ( “ ‘. Which way one points the letter behind it shows. */
static uint32_t opening_mark(const char *c) {
  if (c[0] == '\'' && c[1] == '\'') return 2;
  if (*c == '"' || *c == '\'' || *c == '(') return 1;
  return c[0] == '\xE2' && c[1] == '\x80' && (c[2] == '\x9C' || c[2] == '\x98') ? 3 : 0;
}

/* Does a word with a capital, or a number, follow behind one space and at most one opening mark, or behind two spaces?
 */
static bool opens_ascii(const nsp__splitter *s, uint32_t at) {
  if (s->length - at < 5 || s->text[at] != ' ') return false;
  char next = s->text[at + 1];
  if (is_capital(next)) return true;
  if (next == ' ') return is_capital(s->text[at + 2]);
  uint32_t mark = opening_mark(s->text + at + 1);
  next = s->text[at + 1 + mark];
  return is_capital(next) || (mark && is_digit(next)); /* a number alone may be that of a page or a house */
}

/* A full stop before a closing mark ended something, whatever the word. */
static uint32_t judge_quoted(const nsp__splitter *s, uint32_t at) {
  uint32_t length = s->text[at] == '.' ? nsp__closing_quote(s, at + 1) : 0, end = at + 1 + length;
  char before = s->text[at - 1];
  if (!length || !(nsp__ascii_letter(before) || is_digit(before))) return 0;
  return opens_ascii(s, end) ? end : 0;
}

uint32_t nsp__judge_plain(nsp__splitter *s, uint32_t at) {
  if (at < s->sentence + 2 || at < 37 || s->length - at < 6) return 0;
  if (s->text[at + 1] != ' ') return judge_quoted(s, at);
  if (opens_ascii(s, at + 1)) return judge_ascii(s, at);
  uint8_t next = (uint8_t)s->text[at + 2];
  if (is_small((char)next)) return judge_before_small(s, at);
  if (is_digit((char)next)) return judge_before_digit(s, at);
  if (s->text[at] != '.') return 0;
  bool ends = false;
  if (next >= 0xCE && next <= 0xD1)
    ends = ends_two_byte(s, at);
  else if (is_three_byte((const uint8_t *)s->text + at + 2))
    ends = ends_three_byte(s, at);
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

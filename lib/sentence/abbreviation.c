#include "sentence/abbreviation.h"

#include <string.h>

#define NUMERO 0x2116u /* the sign of a number, with which no sentence begins */

/* A single letter with a full stop, be it a starter's: "A. I. Smith"; so too "No. 5". */
static bool is_initial_at(const nsp__splitter *s, uint32_t at, uint32_t end) {
  if (s->length - end > 2 && s->text[end] == '.' && s->text[end + 1] == ' ' && s->text[end + 2] >= '0' &&
      s->text[end + 2] <= '9')
    return true;
  return end - at == nsp__char_at(s->text, at, end).length && end < s->length && s->text[end] == '.';
}

bool nsp__opens_sentence(const nsp__splitter *s, const nsp__what_follows *f) {
  if (f->word_class != NSP__CHAR_UPPER && f->word_class != NSP__CHAR_LETTER) return false;
  uint32_t end = nsp__word_end(s, f->word);
  if (end == f->word || is_initial_at(s, f->word, end)) return false;
  return nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + f->word, end - f->word, NULL);
}

/* What number stands right before the word that begins at text[at]: none, any, or one of four digits, as tags. */
static uint64_t number_before(const nsp__splitter *s, uint32_t at) {
  nsp__char c = nsp__char_before(s->text, at, s->sentence);
  if (c.class_ == NSP__CHAR_SPACE) c = nsp__char_before(s->text, at -= c.length, s->sentence);
  bool roman = c.class_ == NSP__CHAR_UPPER && c.codepoint < 0x80 && strchr("IVXLC", (char)c.codepoint);
  if (c.class_ != NSP__CHAR_DIGIT && !roman) return 0;
  uint32_t digits = 0;
  while (digits < 5 && nsp__char_before(s->text, at, s->sentence).class_ == NSP__CHAR_DIGIT) at--, digits++;
  return digits == 4 ? NSP__SAYS(AFTER_NUMBER) | NSP__SAYS(AFTER_YEAR) : NSP__SAYS(AFTER_NUMBER);
}

/* "At 5 a.m. Mr. Smith": a phrase of time at the sentence's start, its preposition first, does not stand alone. */
static bool opens_with_preposition(const nsp__splitter *s, uint32_t at) {
  uint32_t start = nsp__sentence_text(s);
  if (start == NSP_NONE || at - start > 24) return false;
  uint32_t end = nsp__word_end(s, start);
  uint64_t tags = 0;
  return end > start && nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + start, end - start, &tags) &&
         (tags & NSP__SAYS(PREPOSITION));
}

/* The second number of a score, a range or a pair of years, "3-2", "3:2", "2012/13": no ordinal. */
static bool is_range_end(const nsp__splitter *s, uint32_t at) {
  nsp__char c = nsp__char_before(s->text, at, s->sentence);
  if (c.class_ != NSP__CHAR_DASH && c.codepoint != ':' && c.codepoint != '/') return false;
  return nsp__char_before(s->text, at - c.length, s->sentence).class_ == NSP__CHAR_DIGIT;
}

/* The month, the day or the year of "5. 10. 2014" and "2014. 10. 5.": a number with a full stop or of four digits. */
static bool goes_on_with_date(const nsp__splitter *s, uint32_t at) {
  uint32_t digits = 0;
  while (digits < 5 && nsp__char_at(s->text, at + digits, s->length).class_ == NSP__CHAR_DIGIT) digits++;
  return digits == 4 || (at + digits < s->length && s->text[at + digits] == '.');
}

/* "S. 67", "Nr. 5", "§ 3": what a word for pages or the like counts is no ordinal. */
static bool is_counted(const nsp__splitter *s, uint32_t at) {
  nsp__char space = nsp__char_before(s->text, at, s->sentence);
  uint32_t end = at - space.length;
  if (space.class_ != NSP__CHAR_SPACE || end <= s->sentence) return false;
  nsp__char mark = nsp__char_before(s->text, end, s->sentence);
  if (mark.codepoint == 0xA7) return true; /* § */
  if (mark.codepoint != '.') return false;
  nsp__word_before w = nsp__look_before(s, end - 1);
  uint64_t tags = 0;
  uint64_t others = NSP__SAYS(NEVER_FINAL) | NSP__SAYS(OFTEN_FINAL) | NSP__SAYS(BEFORE_NAME) | NSP__SAYS(SUFFIX);
  return w.letters && nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, s->text + w.start, w.end - w.start, &tags) &&
         !(tags & others);
}

/* A number or Roman numeral with a full stop: an ordinal in some languages, otherwise the end. */
static bool numeral_ends(const nsp__splitter *s, const nsp__word_before *w, const nsp__what_follows *f) {
  if (!s->ordinal_dot) return true;
  bool paragraph = nsp__char_at(s->text, f->next, s->length).codepoint == 0xA7; /* "az 5. §" */
  if (paragraph || (s->year_dot && w->digits == 4 && f->next_class == NSP__CHAR_DIGIT && goes_on_with_date(s, f->next)))
    return false;
  if (f->quote || f->bracket || w->digits > 2 || w->stops) return true;
  if (is_range_end(s, w->start) || (w->digits && is_counted(s, w->start))) return true;
  if (f->word_class == NSP__CHAR_DIGIT) return !goes_on_with_date(s, f->word);
  return nsp__opens_sentence(s, f);
}

/* "art. L. 123", "cap. IV": letters that number. */
static bool is_numbering(const nsp__splitter *s, uint32_t at) {
  uint32_t end = nsp__word_end(s, at), roman = at;
  if (end > at && is_initial_at(s, at, end)) return true;
  while (roman < end && s->text[roman] && strchr("IVXLC", s->text[roman])) roman++;
  return roman == end && end - at > 1;
}

/* A month, a day, or what else goes on behind a time: "5 p.m. Tuesday", "5 p.m. EST". */
static bool before_date_word(const nsp__splitter *s, const nsp__what_follows *f) {
  uint32_t end = nsp__word_end(s, f->word);
  return end > f->word && (nsp__splitter_listed(s, NSP__CLASS_MONTH, s->text + f->word, end - f->word, NULL) ||
                           nsp__splitter_listed(s, NSP__CLASS_CONTINUATION, s->text + f->word, end - f->word, NULL));
}

static bool is_date_word(const nsp__splitter *s, const nsp__word_before *w) {
  return nsp__splitter_listed(s, NSP__CLASS_MONTH, s->text + w->start, w->end - w->start, NULL);
}

static bool before_month(const nsp__splitter *s, const nsp__what_follows *f) {
  uint32_t end = nsp__word_end(s, f->word);
  return s->ordinal_dot && nsp__splitter_listed(s, NSP__CLASS_MONTH, s->text + f->word, end - f->word, NULL);
}

/* An abbreviation that the pack lists, by what it says of it. */
static bool abbreviation_ends(const nsp__splitter *s, const nsp__word_before *w, const nsp__what_follows *f,
                              uint64_t tags) {
  if (tags & NSP__SAYS(NEVER_FINAL)) return false;
  bool number = f->word_class == NSP__CHAR_DIGIT;
  if (tags & NSP__SAYS(BEFORE_NUMBER))
    return !number && !is_numbering(s, f->word) && !(is_date_word(s, w) && before_date_word(s, f)); /* "Sat. Sept. 5" */
  if (number && !f->quote) return false;
  if (f->bracket) return false;
  if (tags & NSP__SAYS(BEFORE_NAME)) return f->quote;
  if ((tags & NSP__SAYS(AFTER_NUMBER)) && before_date_word(s, f)) return false;
  bool capital = f->word_class == NSP__CHAR_UPPER;
  if ((tags & NSP__SAYS(OFTEN_FINAL)) && capital && (f->word == f->next || !f->dash))
    return !opens_with_preposition(s, w->end);
  return nsp__opens_sentence(s, f);
}

enum { LONGEST_PHRASE = 48, SPACED_PARTS = 4, SPACED_LETTERS = 6 };

static bool abbreviation_listed(const nsp__splitter *s, const char *word, uint32_t length, uint64_t number,
                                uint64_t *tags) {
  *tags = number;
  return nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, word, length, tags);
}

/* "z. B.", "i. d. R.": abbreviations of several words with a full stop each. The longest that the pack lists. */
static bool phrase_listed(const nsp__splitter *s, const nsp__word_before *w, uint64_t *tags) {
  char phrase[LONGEST_PHRASE];
  uint32_t at = sizeof phrase, length = w->end - w->start, start = w->start;
  bool listed = false;
  if (w->letters > SPACED_LETTERS || length >= sizeof phrase) return false;
  memcpy(phrase + (at -= length), s->text + w->start, length);
  for (int parts = 1; parts < SPACED_PARTS; parts++) {
    nsp__char space = nsp__char_before(s->text, start, s->sentence);
    if (space.class_ != NSP__CHAR_SPACE || start - space.length == s->sentence) break;
    uint32_t stop = start - space.length - 1u;
    if (s->text[stop] != '.') break;
    nsp__word_before part = nsp__look_before(s, stop);
    length = part.end - part.start;
    if (!part.letters || part.letters > SPACED_LETTERS || length + 2 > at) break;
    memcpy(phrase + at - 2, ". ", 2);
    memcpy(phrase + (at -= length + 2), s->text + part.start, length);
    start = part.start;
    uint64_t found;
    if (abbreviation_listed(s, phrase + at, (uint32_t)sizeof phrase - at, number_before(s, start), &found))
      *tags = found, listed = true;
  }
  return listed;
}

/* "Hauptstr. 5": a compound's last part, three letters or four. */
static bool compound_listed(const nsp__splitter *s, const nsp__word_before *w, uint64_t *tags) {
  for (uint32_t length = 3; length < 5 && w->end - w->start >= length + 2; length++) {
    uint64_t found = 0;
    if (!abbreviation_listed(s, s->text + w->end - length, length, 0, &found) || !(found & NSP__SAYS(COMPOUND)))
      continue;
    *tags = NSP__SAYS(BEFORE_NUMBER); /* of the house */
    return true;
  }
  return false;
}

/* What the pack says of the word as an abbreviation: of the phrase that it closes, of itself, of what stands behind an
 * elision or its last inner stop ("l'Ing.", "Univ.-Prof.", "гл.серж."). */
static bool is_listed(const nsp__splitter *s, const nsp__word_before *w, uint64_t *tags) {
  if (phrase_listed(s, w, tags)) return true;
  if (abbreviation_listed(s, s->text + w->start, w->end - w->start, number_before(s, w->start), tags)) return true;
  for (uint32_t at = w->end - 1; at > w->start + 1; at--) {
    char c = s->text[at - 1];
    bool curly = at - w->start > 3 && memcmp(s->text + at - 3, "\xE2\x80\x99", 3) == 0;
    if (c == '.' || c == '-' || c == '\'' || curly)
      return w->end - at > 1 && abbreviation_listed(s, s->text + at, w->end - at, 0, tags);
  }
  return w->small && compound_listed(s, w, tags);
}

/* One letter that may stand for a name: a capital, or a letter of a script without case. A Korean syllable is a word.
 */
static bool is_initial(const nsp__splitter *s, const nsp__word_before *w) {
  if (w->capital) return true;
  nsp__char c = nsp__char_at(s->text, w->start, w->end);
  return c.class_ == NSP__CHAR_LETTER && c.codepoint < 0xAC00;
}

static bool same_word(const char *a, const char *b, uint32_t length) {
  for (uint32_t i = 0; i < length; i++)
    if ((a[i] | 0x20) != b[i]) return false;
  return true;
}

enum { LONGEST_LETTERED = 24 };

/* Bits for a word's last letter and for its length. */
static uint64_t ends_of(char last, uint32_t length) {
  return UINT64_C(1) << ((((uint32_t)last | 0x20) - 'a') & 31) | UINT64_C(1) << (26 + length);
}

void nsp__lettered_init(nsp__splitter *s) {
  s->lettered = nsp__pack_property(s->language, "lettered");
  s->lettered_ends = 0;
  for (const char *list = s->lettered; list && *list; list += *list == ' ') {
    uint32_t word = (uint32_t)strcspn(list, " -");
    if (word && word < LONGEST_LETTERED) s->lettered_ends |= ends_of(list[word - 1], word);
    list += strcspn(list, " ");
  }
}

bool nsp__letter_stands(const nsp__splitter *s, uint32_t at) {
  uint32_t end = at - 1, start = end;
  if (!s->lettered || at < s->sentence + 2 || s->text[end] != ' ') return false;
  while (start > s->sentence && end - start < LONGEST_LETTERED && (s->text[start - 1] | 0x20) >= 'a' &&
         (s->text[start - 1] | 0x20) <= 'z')
    start--;
  if (start == end || end - start == LONGEST_LETTERED) return false;
  uint64_t bits = ends_of(s->text[end - 1], end - start);
  if ((s->lettered_ends & bits) != bits) return false; /* nearly always */
  const char *list = s->lettered;
  for (; list && *list; list += *list == ' ') { /* "vitamin", "on-X": a word, and perhaps its letter */
    uint32_t item = (uint32_t)strcspn(list, " "), word = (uint32_t)strcspn(list, " -");
    bool letter = word == item || (item == word + 2 && list[word + 1] == s->text[at]);
    if (letter && word == end - start && same_word(s->text + start, list, word)) return true;
    list += item;
  }
  return false;
}

/* "Two problems: 1. The roof": the number of an item. */
static bool is_label_behind_colon(const nsp__splitter *s, const nsp__word_before *w) {
  nsp__char space = nsp__char_before(s->text, w->start, s->sentence);
  return w->digits <= 2 && !w->stops && space.class_ == NSP__CHAR_SPACE &&
         nsp__char_before(s->text, w->start - space.length, s->sentence).codepoint == ':';
}

/* "3.4.2. The distance", "1028. Of uses": the number of a section or an article stands with what it numbers. */
static bool is_section(const nsp__splitter *s, const nsp__word_before *w, const nsp__what_follows *f) {
  return f->word_class == NSP__CHAR_UPPER && f->word == f->next && w->start == nsp__sentence_text(s);
}

bool nsp__is_abbreviation(const nsp__splitter *s, const nsp__word_before *w) {
  uint64_t tags;
  return is_listed(s, w, &tags) ||
         nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, s->text + w->start, w->end - w->start, NULL);
}

/* "of the PP. Paulo said": letters in capitals are no short form of small letters ("pp."), but where all has capitals.
 * A line that says `case` means them, and titles are kept. */
static bool is_acronym(const nsp__splitter *s, const nsp__word_before *w, const nsp__what_follows *f, uint64_t tags) {
  if (!w->capital || w->small || w->letters < 2 || w->stops || w->digits || f->word_class != NSP__CHAR_UPPER)
    return false;
  if (tags & (NSP__SAYS(CASE) | NSP__SAYS(NEVER_FINAL) | NSP__SAYS(AFTER_NUMBER) | NSP__SAYS(SUFFIX))) return false;
  nsp__char first = nsp__char_at(s->text, f->word, s->length);
  return nsp__char_at(s->text, f->word + first.length, s->length).class_ == NSP__CHAR_LOWER;
}

bool nsp__stop_ends(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  nsp__word_before w = nsp__look_before(s, k->start);
  if (f->word == f->next && nsp__char_at(s->text, f->next, s->length).codepoint == NUMERO) return false;
  if (w.too_long || w.start == w.end) return true;
  if (k->quote || k->bracket) return true; /* what closes behind the stop shows that it ended something */
  if (w.letters == 0 && w.digits && (is_label_behind_colon(s, &w) || is_section(s, &w, f))) return false;
  if (w.letters == 0) return w.digits == 0 || w.stops || (numeral_ends(s, &w, f) && !before_month(s, f));
  uint64_t tags = 0;
  bool dash =
      f->next_class == NSP__CHAR_DASH; /* "DOVER, N.H. — The mayor": no dash opens a sentence behind one of these */
  if (w.letters == 1 && w.capital && !w.stops && f->word_class == NSP__CHAR_UPPER && nsp__letter_stands(s, w.start))
    return true;
  bool listed = is_listed(s, &w, &tags);
  if (listed && is_acronym(s, &w, f, tags)) return true;
  if (listed) return (!dash || (tags & NSP__SAYS(BEFORE_NUMBER))) && abbreviation_ends(s, &w, f, tags);
  if (w.letters == 1 && !w.digits && is_initial_at(s, f->word, nsp__word_end(s, f->word))) return false; /* "a. B." */
  if (w.letters == 1 && w.digits == 0 && is_initial(s, &w)) {
    if (w.start == nsp__sentence_text(s)) return false; /* a speaker label: "Q. What is his name?" */
    return !dash && nsp__opens_sentence(s, f);
  }
  if (w.stops && w.letters <= 2 * (w.stops + 1) && !w.digits) return !dash && nsp__opens_sentence(s, f);
  if (w.roman && s->ordinal_dot) return numeral_ends(s, &w, f);
  return true;
}

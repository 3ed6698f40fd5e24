#include "sentence/abbreviation.h"

#define NUMERO 0x2116u /* the sign of a number, with which no sentence begins */

bool nsp__opens_sentence(const nsp__splitter *s, const nsp__what_follows *f) {
  if (f->word_class != NSP__CHAR_UPPER && f->word_class != NSP__CHAR_LETTER) return false;
  uint32_t end = nsp__word_end(s, f->word);
  return end > f->word && nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + f->word, end - f->word, NULL);
}

/* Is there a number right before the word that begins at text[at]? */
static bool number_before(const nsp__splitter *s, uint32_t at) {
  nsp__char c = nsp__char_before(s->text, at, s->sentence);
  if (c.class_ == NSP__CHAR_SPACE) c = nsp__char_before(s->text, at - c.length, s->sentence);
  return c.class_ == NSP__CHAR_DIGIT;
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

/* A number or Roman numeral with a full stop: an ordinal in some languages, otherwise the end. */
static bool numeral_ends(const nsp__splitter *s, const nsp__word_before *w, const nsp__what_follows *f) {
  if (!s->ordinal_dot || f->quote || f->bracket || w->digits > 2 || w->stops) return true;
  if (f->word_class == NSP__CHAR_DIGIT) return false; /* dates: "5. 10. 2014" */
  return nsp__opens_sentence(s, f);
}

static bool before_month(const nsp__splitter *s, const nsp__what_follows *f) {
  uint32_t end = nsp__word_end(s, f->word);
  return s->ordinal_dot && nsp__splitter_listed(s, NSP__CLASS_MONTH, s->text + f->word, end - f->word, NULL);
}

/* An abbreviation that the pack lists, by what it says of it. */
static bool abbreviation_ends(const nsp__splitter *s, const nsp__word_before *w, const nsp__what_follows *f,
                              uint64_t tags) {
  if ((tags & NSP__SAYS(AFTER_NUMBER)) && !number_before(s, w->start)) return true;
  if (tags & NSP__SAYS(NEVER_FINAL)) return false;
  bool number = f->word_class == NSP__CHAR_DIGIT;
  if (tags & NSP__SAYS(BEFORE_NUMBER)) return !number;
  if (number && !f->quote) return false;
  if (f->bracket) return false;
  if (tags & NSP__SAYS(BEFORE_NAME)) return f->quote;
  if (tags & NSP__SAYS(OFTEN_FINAL)) return !opens_with_preposition(s, w->end);
  return nsp__opens_sentence(s, f);
}

/* One letter that may stand for a name: a capital, or a letter of a script without case. A Korean syllable is a word. */
static bool is_initial(const nsp__splitter *s, const nsp__word_before *w) {
  if (w->capital) return true;
  nsp__char c = nsp__char_at(s->text, w->start, w->end);
  return c.class_ == NSP__CHAR_LETTER && c.codepoint < 0xAC00;
}

bool nsp__stop_ends(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  nsp__word_before w = nsp__look_before(s, k->start);
  if (f->word == f->next && nsp__char_at(s->text, f->next, s->length).codepoint == NUMERO) return false;
  if (w.too_long || w.start == w.end) return true;
  if (k->quote || k->bracket) return true; /* what closes behind the stop shows that it ended something */
  if (w.letters == 0) return w.digits == 0 || w.stops || (numeral_ends(s, &w, f) && !before_month(s, f));
  uint64_t tags = 0;
  if (nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, s->text + w.start, w.end - w.start, &tags))
    return abbreviation_ends(s, &w, f, tags);
  if (w.letters == 1 && w.digits == 0 && is_initial(s, &w)) {
    if (w.start == nsp__sentence_text(s)) return false; /* a speaker label: "Q. What is his name?" */
    return nsp__opens_sentence(s, f);
  }
  if (w.stops && w.letters <= 2 * (w.stops + 1) && !w.digits) return nsp__opens_sentence(s, f);
  if (w.roman && s->ordinal_dot) return numeral_ends(s, &w, f);
  return true;
}

#include "sentence/glued.h"

#include "sentence/abbreviation.h"

/* Addresses of the web and names of files have more of the marks that hold them together. */
static bool looks_technical(const nsp__splitter *s, const nsp__word_before *w, uint32_t end) {
  nsp__char before = nsp__char_before(s->text, w->start, s->sentence);
  if (before.codepoint == '/' || before.codepoint == '@' || before.codepoint == ':' || before.codepoint == '_')
    return true;
  nsp__char after = nsp__char_at(s->text, end, s->length);
  if (after.codepoint == '/' || after.codepoint == '@' || after.codepoint == '_' || after.codepoint == '(') return true;
  nsp__char beyond = nsp__char_at(s->text, end + after.length, s->length);
  return after.class_ == NSP__CHAR_STOP && (nsp__is_letter(beyond.class_) || beyond.class_ == NSP__CHAR_DIGIT) &&
         beyond.class_ != NSP__CHAR_UPPER;
}

/* "consultation.11 12 Take": numbers of footnotes, set off from what follows by a space. Their end, or 0. */
static uint32_t footnotes_end(const nsp__splitter *s, const nsp__cluster *k) {
  nsp__char before = nsp__char_before(s->text, k->start, s->sentence);
  if (before.class_ != NSP__CHAR_LOWER && before.class_ != NSP__CHAR_CLOSE) return 0;
  uint32_t at = k->end, end = 0;
  for (int notes = 0; notes < 4; notes++) {
    uint32_t digits = 0;
    while (at < s->length && s->text[at] >= '0' && s->text[at] <= '9' && digits < 4) at++, digits++;
    if (!digits || digits > 3) break;
    end = at;
    if (at >= s->length || (s->text[at] != ' ' && s->text[at] != ',')) break;
    at++;
  }
  if (!end || k->stops != 1 || k->strong) return 0;
  nsp__word_before w = nsp__look_before(s, k->start);
  if (before.class_ == NSP__CHAR_LOWER &&
      (w.letters < 3 || nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, s->text + w.start, w.end - w.start, NULL)))
    return 0;
  nsp__what_follows f = nsp__look_after(s, end);
  return f.space && f.word_class == NSP__CHAR_UPPER ? end : 0;
}

/* The word behind is one with which sentences begin: a starter or a title. */
static bool begins_sentence(const nsp__splitter *s, uint32_t at, uint32_t end) {
  uint64_t tags = 0;
  return nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + at, end - at, NULL) ||
         (nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, s->text + at, end - at, &tags) &&
          (tags & NSP__SAYS(NEVER_FINAL)));
}

/* A word of capitals only, such as a Roman numeral: no name of a file's type. */
static bool is_numeral(const nsp__splitter *s, uint32_t at, uint32_t end) {
  for (uint32_t i = at; i < end; i++)
    if (s->text[i] != 'I' && s->text[i] != 'V' && s->text[i] != 'X' && s->text[i] != 'L') return false;
  return end > at;
}

/* "(as he said).Then she": behind a bracket or a quotation mark, before a word that is no part of something longer. */
static bool is_glued_behind_mark(const nsp__splitter *s, const nsp__cluster *k, nsp__char first) {
  uint8_t before = nsp__char_before(s->text, k->start, s->sentence).class_;
  if ((before != NSP__CHAR_CLOSE && before != NSP__CHAR_QUOTE) || k->stops != 1) return false;
  if (nsp__char_at(s->text, k->end + first.length, s->length).class_ != NSP__CHAR_LOWER) return false;
  uint32_t end = nsp__word_end(s, k->end);
  nsp__char after = nsp__char_at(s->text, end, s->length);
  return after.class_ == NSP__CHAR_SPACE || after.class_ == NSP__CHAR_COMMA;
}

uint32_t nsp__glued_end(const nsp__splitter *s, const nsp__cluster *k) {
  if (k->quote || k->spaced || k->end != k->marks_end) return 0;
  nsp__char c = nsp__char_at(s->text, k->end, s->length);
  if (c.class_ == NSP__CHAR_DIGIT) return footnotes_end(s, k);
  if (c.class_ != NSP__CHAR_UPPER) return 0;
  nsp__word_before w = nsp__look_before(s, k->start);
  if (w.start == w.end && is_glued_behind_mark(s, k, c)) return k->end;
  if (w.too_long || w.start == w.end || w.stops > (w.letters == 0)) return 0;
  uint32_t end = nsp__word_end(s, k->end);
  if (looks_technical(s, &w, end)) return 0;
  bool starter = begins_sentence(s, k->end, end);
  nsp__char second = nsp__char_at(s->text, k->end + c.length, s->length);
  if (!starter && second.class_ != NSP__CHAR_LOWER && !is_numeral(s, k->end, end)) return 0;
  if (w.letters == 0) return w.digits > 1 && starter ? k->end : 0;
  nsp__char last = nsp__char_before(s->text, k->start, w.start);
  if (last.class_ != NSP__CHAR_LOWER || w.letters < 3) return 0;
  if (k->stops > 1) return starter ? k->end : 0;
  return starter || !w.capital || k->strong || end - k->end > 3 ? k->end : 0;
}

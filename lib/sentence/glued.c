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

bool nsp__glued_ends(const nsp__splitter *s, const nsp__cluster *k) {
  if (k->quote || k->spaced || k->end != k->marks_end) return false;
  nsp__char c = nsp__char_at(s->text, k->end, s->length);
  if (c.class_ != NSP__CHAR_UPPER) return false;
  nsp__word_before w = nsp__look_before(s, k->start);
  if (w.too_long || w.start == w.end || w.stops > (w.letters == 0)) return false;
  uint32_t end = nsp__word_end(s, k->end);
  if (looks_technical(s, &w, end)) return false;
  nsp__what_follows f = {.word = k->end, .next = k->end, .word_class = c.class_, .next_class = c.class_};
  bool starter = nsp__opens_sentence(s, &f);
  nsp__char second = nsp__char_at(s->text, k->end + c.length, s->length);
  if (!starter && second.class_ != NSP__CHAR_LOWER) return false;
  if (w.letters == 0) return w.digits > 1 && starter;
  nsp__char last = nsp__char_before(s->text, k->start, w.start);
  bool plain = last.class_ == NSP__CHAR_LOWER && w.letters > 2;
  return plain && (starter || !w.capital || k->strong || k->stops > 1 || end - k->end > 3);
}

#include "sentence/context.h"

#include <string.h>

static bool is_roman(uint32_t c) { return c < 0x80 && c && strchr("IVXLCDM", (int)c); }

/* Is the character part of a word, when it stands inside one? */
static bool joins(nsp__char c) {
  return nsp__is_letter(c.class_) || c.class_ == NSP__CHAR_DIGIT || c.class_ == NSP__CHAR_IGNORE ||
         c.codepoint == '-' || c.codepoint == '&' || c.codepoint == 0xB0;
}

nsp__word_before nsp__look_before(const nsp__splitter *s, uint32_t at) {
  nsp__word_before w = {.start = at, .end = at, .roman = true};
  uint32_t first = at > NSP__LONGEST_WORD ? at - NSP__LONGEST_WORD : 0;
  if (first < s->sentence) first = s->sentence;
  for (;;) {
    nsp__char c = nsp__char_before(s->text, w.start, first);
    if (c.class_ == NSP__CHAR_END) break;
    if (c.codepoint == '.') w.stops++;
    else if (c.class_ == NSP__CHAR_APOSTROPHE) {
      if (w.start == at) break;
    } else if (!joins(c)) return w;
    else {
      w.letters += (uint32_t)nsp__is_letter(c.class_);
      w.digits += c.class_ == NSP__CHAR_DIGIT;
      w.small |= c.class_ == NSP__CHAR_LOWER;
      w.roman &= is_roman(c.codepoint);
    }
    w.capital = c.class_ == NSP__CHAR_UPPER;
    w.start -= c.length;
  }
  w.too_long = w.start > s->sentence && w.start <= first + 3 && at - w.start > NSP__LONGEST_WORD - 4;
  return w;
}

nsp__what_follows nsp__look_after(const nsp__splitter *s, uint32_t at) {
  nsp__what_follows f = {0};
  uint32_t limit = s->length - at > NSP__LOOK_SPACES ? at + NSP__LOOK_SPACES : s->length, i = at;
  nsp__char c = nsp__char_at(s->text, i, limit);
  for (; nsp__is_space(c.class_) || (c.class_ == NSP__CHAR_IGNORE && i > at); c = nsp__char_at(s->text, i, limit)) {
    if (nsp__is_space(c.class_)) f.space = true;
    if (c.class_ == NSP__CHAR_BREAK) f.line_break = true;
    i += c.length;
  }
  f.next = i;
  f.next_class = c.class_;
  if (c.codepoint == ',' && i + 1 < limit && s->text[i + 1] == ',') { /* ,,so'' */
    f.quote = true;
    f.next_class = NSP__CHAR_QUOTE;
    c = nsp__char_at(s->text, i += 2, limit);
  }
  for (int n = 0; n < 8; n++) {
    if (c.class_ == NSP__CHAR_QUOTE || c.class_ == NSP__CHAR_APOSTROPHE) f.quote = true;
    else if (c.class_ == NSP__CHAR_OPEN) f.bracket |= c.codepoint != 0xBF && c.codepoint != 0xA1;
    else if (c.class_ == NSP__CHAR_DASH || c.class_ == NSP__CHAR_BULLET) f.dash = true;
    else if (c.class_ != NSP__CHAR_SPACE && c.class_ != NSP__CHAR_IGNORE) break;
    i += c.length;
    c = nsp__char_at(s->text, i, limit);
  }
  f.word = i;
  f.word_class = c.class_;
  return f;
}

uint32_t nsp__word_end(const nsp__splitter *s, uint32_t at) {
  uint32_t limit = s->length - at > NSP__LONGEST_WORD ? at + NSP__LONGEST_WORD : s->length;
  for (;;) {
    nsp__char c = nsp__char_at(s->text, at, limit);
    if (!nsp__is_letter(c.class_) && c.class_ != NSP__CHAR_IGNORE) return at;
    at += c.length;
  }
}

uint32_t nsp__sentence_text(const nsp__splitter *s) {
  for (uint32_t at = s->sentence, limit = at + 64;;) {
    nsp__char c = nsp__char_at(s->text, at, s->length);
    if (!nsp__is_space(c.class_)) return at;
    if ((at += c.length) > limit) return NSP_NONE;
  }
}

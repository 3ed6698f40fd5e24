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

/* A mark that closes what was quoted or bracketed, at text[at] directly behind a terminator. */
static bool closes(const nsp__splitter *s, uint32_t at, nsp__char c, nsp__cluster *cluster) {
  if (c.class_ == NSP__CHAR_CLOSE) return cluster->bracket = true;
  if (c.class_ != NSP__CHAR_QUOTE && c.class_ != NSP__CHAR_APOSTROPHE) return false;
  /* "« Non. »Oui" aside, a quotation mark that touches a letter behind it opens. */
  nsp__char after = nsp__char_at(s->text, at + c.length, s->length);
  if (nsp__is_letter(after.class_) && !cluster->wide) return false;
  return cluster->quote = true;
}

/* Footnote marks: "[7]", "[a]". Their end, or 0. */
static uint32_t footnote_end(const nsp__splitter *s, uint32_t at) {
  if (at >= s->length || s->text[at] != '[') return 0;
  for (uint32_t i = at + 1; i < s->length && i < at + 6; i++) {
    char c = s->text[i];
    if (c == ']') return i > at + 1 ? i + 1 : 0;
    if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z' && i == at + 1)) return 0;
  }
  return 0;
}

static void read_closing(const nsp__splitter *s, nsp__cluster *cluster) {
  for (int n = 0; n < 16; n++) { /* at most sixteen closing marks belong to one sentence */
    nsp__char c = nsp__char_at(s->text, cluster->end, s->length);
    uint32_t footnote;
    if (closes(s, cluster->end, c, cluster)) cluster->end += c.length;
    else if (c.codepoint == '[' && (footnote = footnote_end(s, cluster->end))) cluster->end = footnote;
    else if (c.class_ == NSP__CHAR_IGNORE) cluster->end += c.length;
    else if (nsp__is_terminator(c.class_) && (cluster->quote || cluster->bracket)) cluster->end += c.length;
    else return;
  }
}

/* A closing quotation mark that a space sets off, as in French: « Oui ! » */
static void read_spaced_closing(const nsp__splitter *s, nsp__cluster *cluster) {
  nsp__char space = nsp__char_at(s->text, cluster->end, s->length);
  if (space.class_ != NSP__CHAR_SPACE) return;
  nsp__char c = nsp__char_at(s->text, cluster->end + space.length, s->length);
  bool closing = c.codepoint == 0xBB || c.codepoint == 0x203A || c.codepoint == 0x201D || c.class_ == NSP__CHAR_CLOSE;
  if (!closing) return;
  uint32_t behind = cluster->end + space.length + c.length;
  nsp__char after = nsp__char_at(s->text, behind, s->length);
  if (nsp__is_letter(after.class_) || after.class_ == NSP__CHAR_DIGIT) return;
  cluster->end = behind;
  if (c.class_ == NSP__CHAR_CLOSE) cluster->bracket = true;
  else cluster->quote = true;
  read_closing(s, cluster);
}

nsp__cluster nsp__read_cluster(const nsp__splitter *s, uint32_t at) {
  nsp__cluster k = {.start = at, .marks_end = at};
  uint32_t limit = s->length - at > NSP__LOOK_AHEAD / 2 ? at + NSP__LOOK_AHEAD / 2 : s->length;
  for (;;) {
    nsp__char c = nsp__char_at(s->text, k.marks_end, limit);
    if (nsp__is_terminator(c.class_)) {
      k.stops += c.class_ == NSP__CHAR_STOP ? 1 : c.class_ == NSP__CHAR_ELLIPSIS ? 3 : 0;
      k.strong |= c.class_ == NSP__CHAR_STRONG;
      k.wide |= c.class_ == NSP__CHAR_WIDE;
      k.marks_end += c.length;
    } else if (c.codepoint == ' ' && k.stops && !k.strong && k.marks_end + 1 < limit &&
               s->text[k.marks_end + 1] == '.' && !(k.marks_end + 2 < limit && (uint8_t)s->text[k.marks_end + 2] > ' ' &&
                                                    s->text[k.marks_end + 2] != '.' && s->text[k.marks_end + 2] != '"' && (uint8_t)s->text[k.marks_end + 2] < 0x80)) {
      k.spaced = true; /* ". . ." */
      k.marks_end++;
    } else break;
  }
  k.end = k.marks_end;
  read_closing(s, &k);
  read_spaced_closing(s, &k);
  return k;
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

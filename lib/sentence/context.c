#include "sentence/context.h"

enum { PART = 1, LETTER = 2, DIGIT = 4, SMALL = 8, CAPITAL = 16, ROMAN = 32, STOP = 64, APOSTROPHE = 128 };

/* What ASCII is when it stands in a word. */
static const uint8_t in_word[128] = {
    ['.'] = STOP, ['\''] = APOSTROPHE, ['`'] = APOSTROPHE, ['-'] = PART, ['&'] = PART,
#define D PART | DIGIT
    ['0'] = D,    ['1'] = D,           ['2'] = D,          ['3'] = D,    ['4'] = D,    ['5'] = D, ['6'] = D,
    ['7'] = D,    ['8'] = D,           ['9'] = D,
#undef D
#define S PART | LETTER | SMALL
    ['a'] = S,    ['b'] = S,           ['c'] = S,          ['d'] = S,    ['e'] = S,    ['f'] = S, ['g'] = S,
    ['h'] = S,    ['i'] = S,           ['j'] = S,          ['k'] = S,    ['l'] = S,    ['m'] = S, ['n'] = S,
    ['o'] = S,    ['p'] = S,           ['q'] = S,          ['r'] = S,    ['s'] = S,    ['t'] = S, ['u'] = S,
    ['v'] = S,    ['w'] = S,           ['x'] = S,          ['y'] = S,    ['z'] = S,
#undef S
#define C PART | LETTER | CAPITAL
#define R PART | LETTER | CAPITAL | ROMAN
    ['A'] = C,    ['B'] = C,           ['C'] = R,          ['D'] = R,    ['E'] = C,    ['F'] = C, ['G'] = C,
    ['H'] = C,    ['I'] = R,           ['J'] = C,          ['K'] = C,    ['L'] = R,    ['M'] = R, ['N'] = C,
    ['O'] = C,    ['P'] = C,           ['Q'] = C,          ['R'] = C,    ['S'] = C,    ['T'] = C, ['U'] = C,
    ['V'] = R,    ['W'] = C,           ['X'] = R,          ['Y'] = C,    ['Z'] = C,
#undef C
#undef R
};

static uint8_t in_word_beyond_ascii(nsp__char c) {
  if (c.class_ == NSP__CHAR_APOSTROPHE) return APOSTROPHE;
  if (nsp__is_letter(c.class_))
    return (uint8_t)(PART | LETTER | (c.class_ == NSP__CHAR_LOWER ? SMALL : c.class_ == NSP__CHAR_UPPER ? CAPITAL : 0));
  if (c.class_ == NSP__CHAR_DIGIT) return PART | DIGIT;
  return c.class_ == NSP__CHAR_IGNORE || c.codepoint == 0xB0 ? PART : 0;
}

nsp__word_before nsp__look_before(const nsp__splitter *s, uint32_t at) {
  nsp__word_before w = {.start = at, .end = at};
  uint32_t first = at > NSP__LONGEST_WORD ? at - NSP__LONGEST_WORD : 0;
  if (first < s->sentence) first = s->sentence;
  uint8_t any = 0, all = ROMAN, latest = 0;
  while (w.start > first) {
    uint8_t byte = (uint8_t)s->text[w.start - 1], length = 1, is;
    if (byte < 0x80)
      is = in_word[byte];
    else {
      nsp__char c = nsp__char_before_beyond_ascii(s->text, w.start, first);
      length = c.length;
      is = in_word_beyond_ascii(c);
    }
    if (!is || (is == APOSTROPHE && w.start == at)) break;
    w.stops += is == STOP;
    w.letters += (is & LETTER) != 0;
    w.digits += (is & DIGIT) != 0;
    if (is & PART) any |= is, all &= is;
    latest = is;
    w.start -= length;
  }
  w.small = any & SMALL;
  w.capital = latest & CAPITAL;
  w.roman = all & ROMAN;
  w.too_long = w.start > s->sentence && w.start <= first + 3 && at - w.start > NSP__LONGEST_WORD - 4;
  return w;
}

nsp__what_follows nsp__look_after(const nsp__splitter *s, uint32_t at) {
  nsp__what_follows f = {0};
  if (s->length - at > 1 && s->text[at] == ' ' && nsp__ascii_letter(s->text[at + 1])) {
    f.next = f.word = at + 1;
    f.next_class = f.word_class = nsp__ascii_classes[(uint8_t)s->text[at + 1]];
    f.space = true;
    return f;
  }
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
    if (c.class_ == NSP__CHAR_QUOTE || c.class_ == NSP__CHAR_APOSTROPHE)
      f.quote = true;
    else if (c.class_ == NSP__CHAR_OPEN)
      f.bracket |= c.codepoint != 0xBF && c.codepoint != 0xA1;
    else if (c.class_ == NSP__CHAR_DASH || c.class_ == NSP__CHAR_BULLET)
      f.dash = true;
    else if (c.class_ != NSP__CHAR_SPACE && c.class_ != NSP__CHAR_IGNORE)
      break;
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

/* What a character is to layout and sentences: a small letter, a capital, a digit, a mark of some kind, a space.
 *
 * Reads: the bytes at one place. A table of ASCII, and ranges of code points beyond it. */
#ifndef NSP_TEXT_CLASSES_H
#define NSP_TEXT_CLASSES_H

#include <stdint.h>

typedef enum nsp__char_class {
  NSP__CHAR_END,   /* no character: the text is over */
  NSP__CHAR_SPACE, /* white space within a line */
  NSP__CHAR_BREAK, /* a line break */
  NSP__CHAR_LOWER,
  NSP__CHAR_UPPER,
  NSP__CHAR_LETTER,    /* a letter of a script without case */
  NSP__CHAR_IDEOGRAPH, /* of a script without spaces: Han, Kana, Thai, Lao, Khmer, Burmese */
  NSP__CHAR_DIGIT,
  NSP__CHAR_STOP,   /* . */
  NSP__CHAR_STRONG, /* ! and ?, wherever a space behind them is usual; also danda and the like */
  NSP__CHAR_WIDE,   /* a full stop, ! or ? of full width, which no space follows */
  NSP__CHAR_ELLIPSIS,
  NSP__CHAR_COMMA, /* , : and what stands for them */
  NSP__CHAR_SEMICOLON,
  NSP__CHAR_OPEN,       /* opening quotation mark or bracket; also ¿ ¡ */
  NSP__CHAR_CLOSE,      /* closing bracket */
  NSP__CHAR_QUOTE,      /* a quotation mark that opens or closes: " « » ‘ “ (which way depends on the language) */
  NSP__CHAR_APOSTROPHE, /* ' and ’, which may be quotation marks */
  NSP__CHAR_DASH,
  NSP__CHAR_BULLET,
  NSP__CHAR_IGNORE, /* takes no room: zero-width characters, direction marks, combining marks, variation selectors */
  NSP__CHAR_OTHER   /* symbols, emoji, malformed bytes */
} nsp__char_class;

typedef struct nsp__char {
  uint32_t codepoint;
  uint8_t length; /* bytes; 0 at the end */
  uint8_t class_; /* nsp__char_class */
} nsp__char;

extern const uint8_t nsp__ascii_classes[128];

/* The class of a code point beyond ASCII. */
nsp__char_class nsp__class_of(uint32_t codepoint);

nsp__char nsp__char_beyond_ascii(const char *text, uint32_t at, uint32_t end);
nsp__char nsp__char_before_beyond_ascii(const char *text, uint32_t at, uint32_t start);

/* The character at text[at], if that is before `end`. */
static inline nsp__char nsp__char_at(const char *text, uint32_t at, uint32_t end) {
  nsp__char c = {0, 0, NSP__CHAR_END};
  if (at >= end) return c;
  uint8_t byte = (uint8_t)text[at];
  if (byte >= 0x80) return nsp__char_beyond_ascii(text, at, end);
  c.codepoint = byte;
  c.length = 1;
  c.class_ = nsp__ascii_classes[byte];
  return c;
}

/* The character that ends at text[at], if it begins at `start` or behind. */
static inline nsp__char nsp__char_before(const char *text, uint32_t at, uint32_t start) {
  nsp__char c = {0, 0, NSP__CHAR_END};
  if (at <= start) return c;
  uint8_t byte = (uint8_t)text[at - 1];
  if (byte >= 0x80) return nsp__char_before_beyond_ascii(text, at, start);
  c.codepoint = byte;
  c.length = 1;
  c.class_ = nsp__ascii_classes[byte];
  return c;
}

static inline int nsp__ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

static inline int nsp__is_hiragana(uint32_t codepoint) { return codepoint >= 0x3041 && codepoint <= 0x309F; }
static inline int nsp__is_letter(uint8_t class_) { return class_ >= NSP__CHAR_LOWER && class_ <= NSP__CHAR_IDEOGRAPH; }
static inline int nsp__is_terminator(uint8_t class_) {
  return class_ >= NSP__CHAR_STOP && class_ <= NSP__CHAR_ELLIPSIS;
}
static inline int nsp__is_space(uint8_t class_) { return class_ == NSP__CHAR_SPACE || class_ == NSP__CHAR_BREAK; }

#endif

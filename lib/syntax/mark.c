#include "mark.h"

#include "text/fold.h"

static unsigned general_punctuation(uint32_t c) {
  /* U+2000 to U+203F. 0: part of a word. */
  if (c <= 0x200B || c == 0x2028 || c == 0x2029 || c == 0x202F) return NSP__MARK_SPACE;
  if (c >= 0x2012 && c <= 0x2015) return NSP__MARK_DASH;
  switch (c) {
    case 0x2018:
    case 0x201B: return NSP__MARK_SINGLE_LEFT;
    case 0x2019: return NSP__MARK_SINGLE_RIGHT;
    case 0x201A: return NSP__MARK_SINGLE_LOW;
    case 0x201C:
    case 0x201F: return NSP__MARK_DOUBLE_LEFT;
    case 0x201D: return NSP__MARK_DOUBLE_RIGHT;
    case 0x201E: return NSP__MARK_DOUBLE_LOW;
    case 0x2022:
    case 0x2023: return NSP__MARK_BULLET;
    case 0x2025:
    case 0x2026: return NSP__MARK_ELLIPSIS;
    case 0x2033:
    case 0x2036: return NSP__MARK_DOUBLE_STRAIGHT;
    case 0x2032:
    case 0x2035: return NSP__MARK_SINGLE_STRAIGHT;
    case 0x2039: return NSP__MARK_ANGLE_LEFT;
    case 0x203A: return NSP__MARK_ANGLE_RIGHT;
    case 0x203C:
    case 0x203D: return NSP__MARK_EXCLAMATION;
    case 0x2016:
    case 0x2017:
    case 0x2020:
    case 0x2021:
    case 0x2030:
    case 0x203B: return NSP__MARK_SYMBOL;
    default: return NSP__MARK_NONE;
  }
}

static unsigned latin_1(uint32_t c) {
  switch (c) {
    case 0x85:
    case 0xA0: return NSP__MARK_SPACE;
    case 0xA1: return NSP__MARK_EXCLAMATION;
    case 0xBF: return NSP__MARK_QUESTION;
    case 0xAB: return NSP__MARK_GUILLEMET_LEFT;
    case 0xBB: return NSP__MARK_GUILLEMET_RIGHT;
    case 0xB4: return NSP__MARK_SINGLE_RIGHT;
    case 0xB7: return NSP__MARK_BULLET;
    case 0xAA:
    case 0xAD:
    case 0xB5:
    case 0xBA: return NSP__MARK_NONE;
    default: return c < 0xC0 && c > 0xA0 ? NSP__MARK_SYMBOL : NSP__MARK_NONE;
  }
}

static unsigned cjk_punctuation(uint32_t c) {
  switch (c) {
    case 0x3000: return NSP__MARK_SPACE;
    case 0x3001: return NSP__MARK_COMMA;
    case 0x3002: return NSP__MARK_PERIOD;
    case 0x300C: return NSP__MARK_CORNER_LEFT;
    case 0x300D: return NSP__MARK_CORNER_RIGHT;
    case 0x300E: return NSP__MARK_WHITE_CORNER_LEFT;
    case 0x300F: return NSP__MARK_WHITE_CORNER_RIGHT;
    case 0x301C:
    case 0x3030: return NSP__MARK_DASH;
    case 0x301D: return NSP__MARK_DOUBLE_LEFT;
    case 0x301E: return NSP__MARK_DOUBLE_RIGHT;
    case 0x301F: return NSP__MARK_DOUBLE_LOW;
    case 0x30FB: return NSP__MARK_BULLET;
    default:
      if (c >= 0x3008 && c <= 0x301B && c != 0x3012 && c != 0x3013)
        return c & 1 ? NSP__MARK_CLOSE_BRACKET : NSP__MARK_OPEN_BRACKET;
      return c == 0x3003 || c == 0x3004 || (c >= 0x3010 && c < 0x3021) ? NSP__MARK_SYMBOL : NSP__MARK_NONE;
  }
}

static unsigned full_width(uint32_t c) {
  static const char odd[] = "#$%&*+<=>@^|~_";
  if (c >= 0xFF61 && c <= 0xFF65) {
    static const uint8_t half[5] = {NSP__MARK_PERIOD, NSP__MARK_CORNER_LEFT, NSP__MARK_CORNER_RIGHT, NSP__MARK_COMMA,
                                    NSP__MARK_BULLET};
    return half[c - 0xFF61];
  }
  switch (c) {
    case 0xFF01: return NSP__MARK_EXCLAMATION;
    case 0xFF02: return NSP__MARK_DOUBLE_STRAIGHT;
    case 0xFF07: return NSP__MARK_SINGLE_STRAIGHT;
    case 0xFF08:
    case 0xFF3B:
    case 0xFF5B: return NSP__MARK_OPEN_BRACKET;
    case 0xFF09:
    case 0xFF3D:
    case 0xFF5D: return NSP__MARK_CLOSE_BRACKET;
    case 0xFF0C: return NSP__MARK_COMMA;
    case 0xFF0D: return NSP__MARK_DASH;
    case 0xFF0E: return NSP__MARK_PERIOD;
    case 0xFF0F: return NSP__MARK_SLASH;
    case 0xFF1A: return NSP__MARK_COLON;
    case 0xFF1B: return NSP__MARK_SEMICOLON;
    case 0xFF1F: return NSP__MARK_QUESTION;
    case 0xFEFF: return NSP__MARK_SPACE;
    default: break;
  }
  for (const char *o = odd; *o; o++)
    if (c == 0xFEE0u + (unsigned char)*o) return NSP__MARK_SYMBOL;
  return NSP__MARK_NONE;
}

static unsigned mark_of(uint32_t c) {
  if (c < 0x100) return latin_1(c);
  if (c >= 0x2000 && c < 0x2040) return general_punctuation(c);
  if (c >= 0x3000 && c < 0x3100) return cjk_punctuation(c);
  if (c >= 0xFE00) return c < 0x10000 ? full_width(c) : c >= 0x1F000 && c < 0x1FB00 ? NSP__MARK_SYMBOL : NSP__MARK_NONE;
  if (c >= 0x2040 && c < 0x2C00) {
    if (c == 0x205F || c == 0x2060) return NSP__MARK_SPACE;
    return c == 0x2044                                                                ? NSP__MARK_SLASH
           : c == 0x2212                                                              ? NSP__MARK_DASH
           : c == 0x25CF || c == 0x25AA || c == 0x25A0                                ? NSP__MARK_BULLET
           : (c >= 0x20A0 && c < 0x20D0) || c >= 0x2190 || c == 0x2122 || c == 0x2116 ? NSP__MARK_SYMBOL
                                                                                      : NSP__MARK_NONE;
  }
  switch (c) {
    case 0x60C: return NSP__MARK_COMMA;
    case 0x61B: return NSP__MARK_SEMICOLON;
    case 0x61F: return NSP__MARK_QUESTION;
    case 0x66A: return NSP__MARK_SYMBOL;
    case 0x6D4:
    case 0x964:
    case 0x965: return NSP__MARK_PERIOD;
    default: return NSP__MARK_NONE;
  }
}

nsp__mark_found nsp__mark_at(const unsigned char *s, const unsigned char *end) {
  nsp__mark_found found = {0, NSP__MARK_NONE};
  unsigned len;
  uint32_t c = nsp__decode(s, end, &len);
  unsigned mark = c >= 0xDC00 && c < 0xE000 ? NSP__MARK_NONE : mark_of(c);
  if (mark != NSP__MARK_NONE) {
    found.len = (uint8_t)len;
    found.mark = (uint8_t)mark;
  }
  return found;
}

uint16_t nsp__mark_shape(unsigned mark) {
  static const uint16_t shapes[] = {
      [NSP__MARK_DASH] = NSP__SHAPE_DASH,
      [NSP__MARK_HYPHEN] = NSP__SHAPE_DASH,
      [NSP__MARK_OPEN_BRACKET] = NSP__SHAPE_OPEN_BRACKET,
      [NSP__MARK_CLOSE_BRACKET] = NSP__SHAPE_CLOSE_BRACKET,
      [NSP__MARK_SYMBOL] = NSP__SHAPE_SYMBOL,
      [NSP__MARK_DOUBLE_STRAIGHT] = NSP__SHAPE_EITHER_QUOTE,
      [NSP__MARK_DOUBLE_LEFT] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_DOUBLE_RIGHT] = NSP__SHAPE_CLOSE_QUOTE,
      [NSP__MARK_DOUBLE_LOW] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_BACKTICKS] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_TICKS] = NSP__SHAPE_CLOSE_QUOTE,
      [NSP__MARK_SINGLE_STRAIGHT] = NSP__SHAPE_EITHER_QUOTE,
      [NSP__MARK_SINGLE_LEFT] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_SINGLE_RIGHT] = NSP__SHAPE_CLOSE_QUOTE | NSP__SHAPE_EITHER_QUOTE,
      [NSP__MARK_SINGLE_LOW] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_GUILLEMET_LEFT] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_GUILLEMET_RIGHT] = NSP__SHAPE_CLOSE_QUOTE,
      [NSP__MARK_ANGLE_LEFT] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_ANGLE_RIGHT] = NSP__SHAPE_CLOSE_QUOTE,
      [NSP__MARK_CORNER_LEFT] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_CORNER_RIGHT] = NSP__SHAPE_CLOSE_QUOTE,
      [NSP__MARK_WHITE_CORNER_LEFT] = NSP__SHAPE_OPEN_QUOTE,
      [NSP__MARK_WHITE_CORNER_RIGHT] = NSP__SHAPE_CLOSE_QUOTE,
  };
  return mark < sizeof shapes / sizeof *shapes ? shapes[mark] : 0;
}

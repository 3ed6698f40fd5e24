#include "text/classes.h"

#include <stddef.h>

#include "text/fold.h"
#include "text/utf8.h"

#define SP NSP__CHAR_SPACE
#define BR NSP__CHAR_BREAK
#define LO NSP__CHAR_LOWER
#define UP NSP__CHAR_UPPER
#define DI NSP__CHAR_DIGIT
#define ST NSP__CHAR_STOP
#define SG NSP__CHAR_STRONG
#define CO NSP__CHAR_COMMA
#define SC NSP__CHAR_SEMICOLON
#define OP NSP__CHAR_OPEN
#define CL NSP__CHAR_CLOSE
#define QU NSP__CHAR_QUOTE
#define AP NSP__CHAR_APOSTROPHE
#define DA NSP__CHAR_DASH
#define BU NSP__CHAR_BULLET
#define OT NSP__CHAR_OTHER

const uint8_t nsp__ascii_classes[128] = {OT, OT, OT, OT, OT, OT, OT, OT, OT, SP, BR, BR, BR, BR, OT, OT, OT,
                                         OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, SP, SP, SP, SP, SP, SG,
                                         QU, OT, OT, OT, OT, AP, OP, CL, BU, OT, CO, DA, ST, OT, /* 0x1C … / */
                                         DI, DI, DI, DI, DI, DI, DI, DI, DI, DI, CO, SC, OT, OT, OT, SG, /* 0 … ? */
                                         OT, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP,
                                         UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, OP, OT, CL, OT, OT, AP, /* [ … ` */
                                         LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO,
                                         LO, LO, LO, LO, LO, LO, LO, LO, LO, OP, OT, CL, OT, OT};

typedef struct range {
  uint32_t first, last;
  uint8_t class_;
} range;

/* Ascending; what lies between is a letter below U+2000 and from U+2C00 on, and a symbol elsewhere. */
static const range ranges[] = {
    {0x80, 0x84, OT},
    {0x85, 0x85, BR},
    {0x86, 0x9F, OT},
    {0xA0, 0xA0, SP},
    {0xA1, 0xA1, OP},
    {0xA2, 0xA9, OT},
    {0xAA, 0xAA, LO},
    {0xAB, 0xAB, QU},
    {0xAC, 0xAC, OT},
    {0xAD, 0xAD, NSP__CHAR_IGNORE},
    {0xAE, 0xB3, OT},
    {0xB4, 0xB4, AP},
    {0xB5, 0xB5, LO},
    {0xB6, 0xB6, OT},
    {0xB7, 0xB7, BU},
    {0xB8, 0xB9, OT},
    {0xBA, 0xBA, LO},
    {0xBB, 0xBB, QU},
    {0xBC, 0xBE, OT},
    {0xBF, 0xBF, OP},
    {0xD7, 0xD7, OT},
    {0xF7, 0xF7, OT},
    {0x2BC, 0x2BC, AP},
    {0x2C2, 0x2DF, OT},
    {0x300, 0x36F, NSP__CHAR_IGNORE},
    {0x37E, 0x37E, SG},
    {0x387, 0x387, SC},
    {0x483, 0x489, NSP__CHAR_IGNORE},
    {0x55A, 0x55F, CO},
    {0x589, 0x589, SG},
    {0x58A, 0x58A, DA},
    {0x591, 0x5BD, NSP__CHAR_IGNORE},
    {0x5BE, 0x5BE, DA},
    {0x5BF, 0x5C7, NSP__CHAR_IGNORE},
    {0x5F3, 0x5F4, AP},
    {0x600, 0x605, OT},
    {0x60C, 0x60D, CO},
    {0x610, 0x61A, NSP__CHAR_IGNORE},
    {0x61B, 0x61B, SC},
    {0x61C, 0x61C, NSP__CHAR_IGNORE},
    {0x61D, 0x61F, SG},
    {0x64B, 0x65F, NSP__CHAR_IGNORE},
    {0x660, 0x669, DI},
    {0x66A, 0x66D, OT},
    {0x670, 0x670, NSP__CHAR_IGNORE},
    {0x6D4, 0x6D4, SG},
    {0x6D6, 0x6DC, NSP__CHAR_IGNORE},
    {0x6DD, 0x6DE, OT},
    {0x6DF, 0x6E4, NSP__CHAR_IGNORE},
    {0x6F0, 0x6F9, DI},
    {0x700, 0x702, SG},
    {0x964, 0x965, SG},
    {0x966, 0x96F, DI},
    {0x9E6, 0x9EF, DI},
    {0xE00, 0xEFF, NSP__CHAR_IDEOGRAPH},
    {0x1000, 0x1049, NSP__CHAR_IDEOGRAPH},
    {0x104A, 0x104B, NSP__CHAR_WIDE},
    {0x104C, 0x109F, NSP__CHAR_IDEOGRAPH},
    {0x1361, 0x1361, SP},
    {0x1362, 0x1362, NSP__CHAR_WIDE},
    {0x1363, 0x1366, CO},
    {0x1367, 0x1368, NSP__CHAR_WIDE},
    {0x166E, 0x166E, SG},
    {0x1680, 0x1680, SP},
    {0x1780, 0x17D3, NSP__CHAR_IDEOGRAPH},
    {0x17D4, 0x17D5, NSP__CHAR_WIDE},
    {0x17D6, 0x17D6, CO},
    {0x17D7, 0x17DF, NSP__CHAR_IDEOGRAPH},
    {0x1803, 0x1803, SG},
    {0x1809, 0x1809, SG},
    {0x1AB0, 0x1AFF, NSP__CHAR_IGNORE},
    {0x1DC0, 0x1DFF, NSP__CHAR_IGNORE},
    {0x2000, 0x200A, SP},
    {0x200B, 0x200F, NSP__CHAR_IGNORE},
    {0x2010, 0x2015, DA},
    {0x2016, 0x2017, OT},
    {0x2018, 0x2018, QU},
    {0x2019, 0x2019, AP},
    {0x201A, 0x201A, OP},
    {0x201B, 0x201D, QU},
    {0x201E, 0x201E, OP},
    {0x201F, 0x201F, QU},
    {0x2022, 0x2023, BU},
    {0x2024, 0x2024, OT},
    {0x2025, 0x2026, NSP__CHAR_ELLIPSIS},
    {0x2027, 0x2027, BU},
    {0x2028, 0x2029, BR},
    {0x202A, 0x202E, NSP__CHAR_IGNORE},
    {0x202F, 0x202F, SP},
    {0x2039, 0x203A, QU},
    {0x203C, 0x203D, SG},
    {0x2043, 0x2043, BU},
    {0x2045, 0x2045, OP},
    {0x2046, 0x2046, CL},
    {0x2047, 0x2049, SG},
    {0x205F, 0x205F, SP},
    {0x2060, 0x206F, NSP__CHAR_IGNORE},
    {0x20D0, 0x20FF, NSP__CHAR_IGNORE},
    {0x2116, 0x2116, UP},
    {0x2160, 0x216F, UP},
    {0x2170, 0x217F, LO},
    {0x2212, 0x2212, DA},
    {0x25A0, 0x25CF, BU},
    {0x25E6, 0x25E6, BU},
    {0x27A2, 0x27A4, BU},
    {0x2E2E, 0x2E2E, SG},
    {0x2E3A, 0x2E3B, DA},
    {0x2E3C, 0x2E3C, SG},
    {0x2E80, 0x2FFF, NSP__CHAR_IDEOGRAPH},
    {0x3000, 0x3000, SP},
    {0x3001, 0x3001, CO},
    {0x3002, 0x3002, NSP__CHAR_WIDE},
    {0x3003, 0x3004, OT},
    {0x3005, 0x3007, NSP__CHAR_IDEOGRAPH},
    {0x3008, 0x3008, OP},
    {0x3009, 0x3009, CL},
    {0x300A, 0x300A, OP},
    {0x300B, 0x300B, CL},
    {0x300C, 0x300C, OP},
    {0x300D, 0x300D, CL},
    {0x300E, 0x300E, OP},
    {0x300F, 0x300F, CL},
    {0x3010, 0x3010, OP},
    {0x3011, 0x3011, CL},
    {0x3014, 0x3014, OP},
    {0x3015, 0x3015, CL},
    {0x3016, 0x3016, OP},
    {0x3017, 0x3017, CL},
    {0x301C, 0x301C, DA},
    {0x301D, 0x301D, OP},
    {0x301E, 0x301F, CL},
    {0x3020, 0x303F, OT},
    {0x3040, 0x312F, NSP__CHAR_IDEOGRAPH},
    {0x31A0, 0x33FF, NSP__CHAR_IDEOGRAPH},
    {0x3400, 0x9FFF, NSP__CHAR_IDEOGRAPH},
    {0xAC00, 0xD7A3, NSP__CHAR_LETTER},
    {0xDC00, 0xDFFF, OT},
    {0xF900, 0xFAFF, NSP__CHAR_IDEOGRAPH},
    {0xFD3E, 0xFD3F, QU},
    {0xFE00, 0xFE0F, NSP__CHAR_IGNORE},
    {0xFE10, 0xFE10, CO},
    {0xFE12, 0xFE12, NSP__CHAR_WIDE},
    {0xFE15, 0xFE16, NSP__CHAR_WIDE},
    {0xFE20, 0xFE2F, NSP__CHAR_IGNORE},
    {0xFE31, 0xFE4F, OT},
    {0xFE50, 0xFE51, CO},
    {0xFE52, 0xFE52, NSP__CHAR_WIDE},
    {0xFE56, 0xFE57, NSP__CHAR_WIDE},
    {0xFEFF, 0xFEFF, NSP__CHAR_IGNORE},
    {0xFF01, 0xFF01, NSP__CHAR_WIDE},
    {0xFF02, 0xFF02, QU},
    {0xFF03, 0xFF06, OT},
    {0xFF07, 0xFF07, AP},
    {0xFF08, 0xFF08, OP},
    {0xFF09, 0xFF09, CL},
    {0xFF0A, 0xFF0B, OT},
    {0xFF0C, 0xFF0C, CO},
    {0xFF0D, 0xFF0D, DA},
    {0xFF0E, 0xFF0E, NSP__CHAR_WIDE},
    {0xFF0F, 0xFF0F, OT},
    {0xFF10, 0xFF19, DI},
    {0xFF1A, 0xFF1A, CO},
    {0xFF1B, 0xFF1B, SC},
    {0xFF1C, 0xFF1E, OT},
    {0xFF1F, 0xFF1F, NSP__CHAR_WIDE},
    {0xFF20, 0xFF20, OT},
    {0xFF21, 0xFF3A, UP},
    {0xFF3B, 0xFF3B, OP},
    {0xFF3D, 0xFF3D, CL},
    {0xFF41, 0xFF5A, LO},
    {0xFF5B, 0xFF5B, OP},
    {0xFF5D, 0xFF5D, CL},
    {0xFF5F, 0xFF5F, OP},
    {0xFF60, 0xFF60, CL},
    {0xFF61, 0xFF61, NSP__CHAR_WIDE},
    {0xFF62, 0xFF62, OP},
    {0xFF63, 0xFF63, CL},
    {0xFF64, 0xFF64, CO},
    {0xFF65, 0xFF9F, NSP__CHAR_IDEOGRAPH},
    {0xFFF0, 0xFFFF, OT},
    {0x1F000, 0x1FAFF, OT},
    {0x20000, 0x3FFFF, NSP__CHAR_IDEOGRAPH},
    {0xE0000, 0xE0FFF, NSP__CHAR_IGNORE},
};

static nsp__char_class letter_class(uint32_t c) {
  if (c >= 0x2000 && c < 0x2C00) return NSP__CHAR_OTHER;
  if (nsp__fold_char(c) != c) return NSP__CHAR_UPPER;
  bool cased = c < 0x590 || (c >= 0x10A0 && c < 0x1100) || (c >= 0x1D00 && c < 0x2000) || (c >= 0xFB00 && c < 0xFB18);
  return cased ? NSP__CHAR_LOWER : NSP__CHAR_LETTER;
}

nsp__char_class nsp__class_of(uint32_t c) {
  if (c == NSP__MALFORMED) return NSP__CHAR_OTHER;
  if (c < 0x80) return nsp__ascii_classes[c];
  size_t low = 0, high = sizeof ranges / sizeof *ranges;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (c > ranges[middle].last)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < sizeof ranges / sizeof *ranges && c >= ranges[low].first) return ranges[low].class_;
  return letter_class(c);
}

#define LE NSP__CHAR_LETTER
#define ID NSP__CHAR_IDEOGRAPH
#define WI NSP__CHAR_WIDE
#define EL NSP__CHAR_ELLIPSIS
#define IG NSP__CHAR_IGNORE

/* The same as the ranges say, for the punctuation of running text: U+2000…, U+3000…, U+FF00… */
static const uint8_t general_punctuation[112] = {
    SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, IG, IG, IG, IG, IG, DA, DA, DA, DA, DA, DA, OT, OT, QU, AP, OP, QU,
    QU, QU, OP, QU, OT, OT, BU, BU, OT, EL, EL, BU, BR, BR, IG, IG, IG, IG, IG, SP, OT, OT, OT, OT, OT, OT, OT, OT,
    OT, QU, QU, OT, SG, SG, OT, OT, OT, OT, OT, BU, OT, OP, CL, SG, SG, SG, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT,
    OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, SP, IG, IG, IG, IG, IG, IG, IG, IG, IG, IG, IG, IG, IG, IG, IG, IG,
};
static const uint8_t cjk_punctuation[64] = {
    SP, CO, WI, OT, OT, ID, ID, ID, OP, CL, OP, CL, OP, CL, OP, CL, OP, CL, LE, LE, OP, CL,
    OP, CL, LE, LE, LE, LE, DA, OP, CL, CL, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT,
    OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT,
};
static const uint8_t full_width[102] = {
    LE, WI, QU, OT, OT, OT, OT, AP, OP, CL, OT, OT, CO, DA, WI, OT, DI, DI, DI, DI, DI, DI, DI, DI, DI, DI,
    CO, SC, OT, OT, OT, WI, OT, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP,
    UP, UP, UP, UP, UP, UP, UP, OP, LE, CL, LE, LE, LE, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO,
    LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, OP, LE, CL, LE, OP, CL, WI, OP, CL, CO, ID,
};

static nsp__char_class quick_class(uint32_t c) {
  if (c >= 0x410 && c < 0x450) return c < 0x430 ? NSP__CHAR_UPPER : NSP__CHAR_LOWER;
  if (c >= 0x4E00 && c < 0xA000) return NSP__CHAR_IDEOGRAPH;
  if (c >= 0xAC00 && c < 0xD7A4) return NSP__CHAR_LETTER;
  if (c >= 0x2000 && c < 0x2070) return general_punctuation[c - 0x2000];
  if (c >= 0x3000 && c < 0x3040) return cjk_punctuation[c - 0x3000];
  if (c >= 0x3040 && c < 0x3100) return NSP__CHAR_IDEOGRAPH;
  if (c >= 0xFF00 && c < 0xFF66) return full_width[c - 0xFF00];
  if (c >= 0xC0 && c < 0x180 && c != 0xD7 && c != 0xF7) return letter_class(c);
  return nsp__class_of(c);
}

static bool continues(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/* Characters of two bytes, and those of three from U+1000 to U+CFFF: their bytes alone say that they are well-formed.
 */
static uint32_t quick_decode(const uint8_t *b, uint32_t available, uint8_t *length) {
  if (b[0] >= 0xC2 && b[0] < 0xE0 && available > 1 && continues(b[1])) {
    *length = 2;
    return (uint32_t)(b[0] & 0x1F) << 6 | (b[1] & 0x3F);
  }
  if (b[0] > 0xE0 && b[0] < 0xED && available > 2 && continues(b[1]) && continues(b[2])) {
    *length = 3;
    return (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 | (b[2] & 0x3F);
  }
  uint32_t codepoint;
  *length = (uint8_t)nsp__utf8_decode((const char *)b, available, &codepoint);
  return codepoint;
}

nsp__char nsp__char_beyond_ascii(const char *text, uint32_t at, uint32_t end) {
  nsp__char c;
  c.codepoint = quick_decode((const uint8_t *)text + at, end - at, &c.length);
  c.class_ = (uint8_t)quick_class(c.codepoint);
  return c;
}

nsp__char nsp__char_before_beyond_ascii(const char *text, uint32_t at, uint32_t start) {
  const uint8_t *b = (const uint8_t *)text + at;
  nsp__char c;
  uint32_t size = at - start > 2 && (b[-3] & 0xF0) == 0xE0 ? 3 : at - start > 1 && (b[-2] & 0xE0) == 0xC0 ? 2 : 0;
  c.codepoint = size ? quick_decode(b - size, size, &c.length) : NSP__MALFORMED;
  if (!size || c.length != size || c.codepoint == NSP__MALFORMED)
    c.length = (uint8_t)nsp__utf8_decode_before(text + start, at - start, &c.codepoint);
  c.class_ = (uint8_t)quick_class(c.codepoint);
  return c;
}

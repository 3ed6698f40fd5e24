/* The plainest places of the index, as patterns of eleven bytes, five before a mark and five behind.
 *
 * A pattern is a set of bytes for each of the eleven. A table for each tells by the byte that stands there which
 * patterns allow it, one bit for each pattern; what all tables have in common are the patterns that are there. */
#ifndef NSP_SENTENCE_PATTERNS_H
#define NSP_SENTENCE_PATTERNS_H

#include <stdint.h>

enum { NSP__BYTES_BEFORE = 5, NSP__PATTERN_BYTES = 11 };

typedef enum nsp__pattern {
  /* A word that is in no list of abbreviations, of four letters or more, of three, of two; "word. The". */
  NSP__WORD4,
  NSP__WORD3,
  NSP__WORD2,
  NSP__WORD4_WIDE,  /* two spaces */
  NSP__WORD4_MARK,  /* "word. (The" and other marks that open */
  NSP__WORD4_MARKS, /* two apostrophes */
  NSP__WORD4_CURLY,
  NSP__WORD3_MARK,
  NSP__WORD3_CURLY,
  NSP__ACCENT2, /* the same with an accented letter, the last but so many: "été. The" */
  NSP__ACCENT3,
  NSP__ACCENT4,
  NSP__SHOUT4, /* "word! The" */
  NSP__SHOUT3,
  NSP__SHOUT2,
  NSP__BEHIND_CLOSE, /* "word). The", '11%. The', '"word". The' */
  NSP__BEHIND_CURLY,
  NSP__THOUSAND,  /* "of 10,000. The" */
  NSP__YEAR,      /* "in 1887. The" */
  NSP__PARAGRAPH, /* a full stop or the like at the end of a paragraph, and an empty line */
  NSP__PARAGRAPH_CURLY,
  NSP__EMPTY_LINE, /* the same, behind anything */
  NSP__EMPTY_LINE_CURLY,
  NSP__CLOSED, /* a full stop before a closing mark before an empty line, which will tell */
  NSP__CLOSED_MARKS,
  NSP__CLOSED_CURLY,
  NSP__CLOSED_BRACKET,
  NSP__BRACKET_LINE, /* that bracket itself */
  NSP__QUOTED,       /* '."' and other closing marks, and a capital */
  NSP__QUOTED_MARKS,
  NSP__QUOTED_CURLY,
  /* A word of three letters or two that ends no sentence, at the head of a line, or behind a word that is no part of an
   * abbreviation, nor a number: "and Mr. Roe". Behind anything else, if it begins the sentence. */
  NSP__TITLE3,
  NSP__TITLE2,
  NSP__TITLE3_FIRST,
  NSP__TITLE2_FIRST,
  NSP__POINT_WITHIN,  /* "example.com" */
  NSP__POINT_NUMBER,  /* "3.5"; but behind a word a digit may be a footnote's */
  NSP__POINT_CAPITAL, /* "U.S" */
  NSP__POINT_COMMA,   /* "Inc.,"; but ",," may open a quotation */
  NSP__POINT_SMALL,   /* "the U.S. policy", but for what may be a list's item or an address */
  NSP__BRACKET,       /* "(as here)" */
  NSP__SEMICOLON,     /* "; but" */
  NSP__PATTERNS,
  NSP__NO_PATTERN = 63
} nsp__pattern;

#define NSP__BIT(pattern) (UINT64_C(1) << NSP__##pattern)
#define NSP__WORD_BITS                                                                                                \
  (NSP__BIT(WORD4) | NSP__BIT(WORD3) | NSP__BIT(WORD2) | NSP__BIT(WORD4_WIDE) | NSP__BIT(WORD4_MARK) |                \
   NSP__BIT(WORD4_MARKS) | NSP__BIT(WORD4_CURLY) | NSP__BIT(WORD3_MARK) | NSP__BIT(WORD3_CURLY) | NSP__BIT(ACCENT2) | \
   NSP__BIT(ACCENT3) | NSP__BIT(ACCENT4))
#define NSP__TITLE_BITS (NSP__BIT(TITLE3) | NSP__BIT(TITLE2) | NSP__BIT(TITLE3_FIRST) | NSP__BIT(TITLE2_FIRST))

/* The sets. */
#define NSP__ANY(b) 1
#define NSP__SMALL(b) ((b) >= 'a' && (b) <= 'z')
#define NSP__CAPITAL(b) ((b) >= 'A' && (b) <= 'Z')
#define NSP__LETTER(b) (NSP__SMALL(b) || NSP__CAPITAL(b))
#define NSP__DIGIT(b) ((b) >= '0' && (b) <= '9')
#define NSP__ALNUM(b) (NSP__LETTER(b) || NSP__DIGIT(b))
#define NSP__OPENER(b) (NSP__CAPITAL(b) || NSP__DIGIT(b))
#define NSP__DOT(b) ((b) == '.')
#define NSP__STRONG(b) ((b) == '?' || (b) == '!')
#define NSP__STOP(b) (NSP__DOT(b) || NSP__STRONG(b))
#define NSP__SEMI(b) ((b) == ';')
#define NSP__COMMA(b) ((b) == ',')
#define NSP__NO_COMMA(b) ((b) != ',')
#define NSP__CLOSE(b) ((b) == ')')
#define NSP__SPACE(b) ((b) == ' ')
#define NSP__LF(b) ((b) == '\n')
#define NSP__NO_LF(b) ((b) != '\n')
#define NSP__QUOTE(b) ((b) == '"' || (b) == '\'')
#define NSP__MARK(b) (NSP__QUOTE(b) || (b) == '(')
#define NSP__APOS(b) ((b) == '\'')
#define NSP__E2(b) ((b) == 0xE2)
#define NSP__80(b) ((b) == 0x80)
#define NSP__ROW9(b) (((b)&0xF0) == 0x90)              /* E2 80 9x: dashes and quotation marks */
#define NSP__OPEN9(b) ((b) == 0x9C || (b) == 0x98)     /* “ ‘ */
#define NSP__CLOSE9(b) ((b) == 0x9D || (b) == 0x99)    /* ” ’ */
#define NSP__NO_NOTE(b) (!NSP__SMALL(b) && (b) != ')') /* no footnote's number stands behind */
#define NSP__TIGHT(b) ((b) > ' ' && (b) < 0x80)
#define NSP__GRAPH(b) ((b) > ' ' && (b) < 0x7F)
#define NSP__OTHER(b) (NSP__SMALL(b) && (b) != 'a' && (b) != 'h' && (b) != 'w')
#define NSP__C3(b) ((b) == 0xC3)
#define NSP__LATIN(b) ((b) >= 0x80 && (b) < 0xC0 && (b) != 0x97 && (b) != 0xB7) /* U+00C0 to U+00FF, letters */
#define NSP__CLOSED_OFF(b) ((b) == ')' || (b) == ']' || (b) == '"' || (b) == '%')
#define NSP__9D(b) ((b) == 0x9D)
#define NSP__NO_DOT(b) ((b) != '.')
#define NSP__GAP(b) (NSP__SPACE(b) || NSP__LF(b))
/* The word behind that and a space belongs to no number nor longer abbreviation (plain.c). */
#define NSP__ROMAN(b) ((b) == 'I' || (b) == 'V' || (b) == 'X' || (b) == 'L' || (b) == 'C')
#define NSP__ALONE(b)                                                                                              \
  (NSP__SMALL(b) || (NSP__CAPITAL(b) && !NSP__ROMAN(b)) || (b) == ',' || (b) == '"' || (b) == ')' || (b) == ':' || \
   (b) == '\'')
#define NSP__ALONE_LF(b) (NSP__ALONE(b) || NSP__LF(b))
/* Begins no white space; ends none. White space beyond ASCII: C2 85, C2 A0, E1 9A 80, E2 80 80 to 8A, A8, A9, AF,
 * E2 81 9F, E3 80 80. */
#define NSP__FIRST(b) (NSP__GRAPH(b) || ((b) >= 0xC3 && (b) <= 0xE0) || (b) >= 0xE4)
#define NSP__LAST(b)                                                                                                \
  (NSP__GRAPH(b) || ((b) >= 0x8B && (b) <= 0x9E) || ((b) >= 0xA1 && (b) <= 0xA7) || ((b) >= 0xAA && (b) <= 0xAE) || \
   ((b) >= 0xB0 && (b) <= 0xBF))

/* clang-format off */
#define NSP__ALL_PATTERNS(X, b)                                                                                                 \
  X(b, WORD4,            NO_DOT,   LETTER,   LETTER,  LETTER, LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, WORD3,            ANY,      SPACE,    LETTER,  LETTER, LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, WORD2,            ANY,      ANY,      SPACE,   LETTER, LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, WORD4_WIDE,       NO_DOT,   LETTER,   LETTER,  LETTER, LETTER,     DOT,    SPACE,   SPACE,    CAPITAL, ANY,     ANY)     \
  X(b, WORD4_MARK,       NO_DOT,   LETTER,   LETTER,  LETTER, LETTER,     DOT,    SPACE,   MARK,     OPENER,  ANY,     ANY)     \
  X(b, WORD4_MARKS,      NO_DOT,   LETTER,   LETTER,  LETTER, LETTER,     DOT,    SPACE,   APOS,     APOS,    OPENER,  ANY)     \
  X(b, WORD4_CURLY,      NO_DOT,   LETTER,   LETTER,  LETTER, LETTER,     DOT,    SPACE,   E2,       80,      OPEN9,   OPENER)  \
  X(b, WORD3_MARK,       ANY,      SPACE,    LETTER,  LETTER, LETTER,     DOT,    SPACE,   MARK,     OPENER,  ANY,     ANY)     \
  X(b, WORD3_CURLY,      ANY,      SPACE,    LETTER,  LETTER, LETTER,     DOT,    SPACE,   E2,       80,      OPEN9,   OPENER)  \
  X(b, ACCENT2,          NO_DOT,   LETTER,   LETTER,  C3,     LATIN,      DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, ACCENT3,          NO_DOT,   LETTER,   C3,      LATIN,  LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, ACCENT4,          NO_DOT,   C3,       LATIN,   LETTER, LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, SHOUT4,           SPACE,    SMALL,    SMALL,   SMALL,  SMALL,      STRONG, SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, SHOUT3,           ANY,      SPACE,    SMALL,   SMALL,  SMALL,      STRONG, SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, SHOUT2,           ANY,      ANY,      SPACE,   SMALL,  SMALL,      STRONG, SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, BEHIND_CLOSE,     ANY,      ANY,      ANY,     ANY,    CLOSED_OFF, DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, BEHIND_CURLY,     ANY,      ANY,      E2,      80,     9D,         DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, THOUSAND,         DIGIT,    COMMA,    DIGIT,   DIGIT,  DIGIT,      DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, YEAR,             SPACE,    DIGIT,    DIGIT,   DIGIT,  DIGIT,      DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, PARAGRAPH,        ANY,      ANY,      ANY,     ANY,    ANY,        STOP,   LF,      LF,       FIRST,   ANY,     ANY)     \
  X(b, PARAGRAPH_CURLY,  ANY,      ANY,      ANY,     ANY,    ANY,        STOP,   LF,      LF,       E2,      80,      ROW9)    \
  X(b, EMPTY_LINE,       ANY,      ANY,      ANY,     ANY,    LAST,       LF,     LF,      FIRST,    ANY,     ANY,     ANY)     \
  X(b, EMPTY_LINE_CURLY, ANY,      ANY,      ANY,     ANY,    LAST,       LF,     LF,      E2,       80,      ROW9,    ANY)     \
  X(b, CLOSED,           ANY,      ANY,      ANY,     ANY,    ANY,        STOP,   QUOTE,   LF,       LF,      ANY,     ANY)     \
  X(b, CLOSED_MARKS,     ANY,      ANY,      ANY,     ANY,    ANY,        STOP,   APOS,    APOS,     LF,      LF,      ANY)     \
  X(b, CLOSED_CURLY,     ANY,      ANY,      ANY,     ANY,    ANY,        STOP,   E2,      80,       CLOSE9,  LF,      LF)      \
  X(b, CLOSED_BRACKET,   ANY,      ANY,      SMALL,   SMALL,  SMALL,      DOT,    CLOSE,   LF,       LF,      ANY,     ANY)     \
  X(b, BRACKET_LINE,     ANY,      SMALL,    SMALL,   SMALL,  DOT,        CLOSE,  LF,      LF,       ANY,     ANY,     ANY)     \
  X(b, QUOTED,           ANY,      ANY,      ANY,     ANY,    ALNUM,      DOT,    QUOTE,   SPACE,    CAPITAL, ANY,     ANY)     \
  X(b, QUOTED_MARKS,     ANY,      ANY,      ANY,     ANY,    ALNUM,      DOT,    APOS,    APOS,     SPACE,   CAPITAL, ANY)     \
  X(b, QUOTED_CURLY,     ANY,      ANY,      ANY,     ANY,    ALNUM,      DOT,    E2,      80,       CLOSE9,  SPACE,   CAPITAL) \
  X(b, TITLE3,           ALONE_LF, GAP,      LETTER,  LETTER, LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, TITLE2,           ANY,      ALONE_LF, GAP,     LETTER, LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, TITLE3_FIRST,     ANY,      SPACE,    LETTER,  LETTER, LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, TITLE2_FIRST,     ANY,      ANY,      SPACE,   LETTER, LETTER,     DOT,    SPACE,   CAPITAL,  ANY,     ANY,     ANY)     \
  X(b, POINT_WITHIN,     ANY,      ANY,      ANY,     ANY,    ANY,        DOT,    SMALL,   ANY,      ANY,     ANY,     ANY)     \
  X(b, POINT_NUMBER,     ANY,      ANY,      ANY,     ANY,    NO_NOTE,    DOT,    DIGIT,   ANY,      ANY,     ANY,     ANY)     \
  X(b, POINT_CAPITAL,    ANY,      ANY,      ANY,     ANY,    CAPITAL,    DOT,    CAPITAL, ANY,      ANY,     ANY,     ANY)     \
  X(b, POINT_COMMA,      ANY,      ANY,      ANY,     ANY,    ANY,        DOT,    COMMA,   NO_COMMA, ANY,     ANY,     ANY)     \
  X(b, POINT_SMALL,      ANY,      SPACE,    CAPITAL, DOT,    CAPITAL,    DOT,    SPACE,   OTHER,    ANY,     ANY,     ANY)     \
  X(b, BRACKET,          ANY,      ANY,      SMALL,   SMALL,  SMALL,      CLOSE,  NO_LF,   ANY,      ANY,     ANY,     ANY)     \
  X(b, SEMICOLON,        ANY,      ANY,      ANY,     ANY,    ANY,        SEMI,   SPACE,   SMALL,    ANY,     ANY,     ANY)
/* clang-format on */

/* The entry of byte b in the table of each place. */
#define NSP__AT_0(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s0(b)) << NSP__##p
#define NSP__AT_1(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s1(b)) << NSP__##p
#define NSP__AT_2(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s2(b)) << NSP__##p
#define NSP__AT_3(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s3(b)) << NSP__##p
#define NSP__AT_4(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s4(b)) << NSP__##p
#define NSP__AT_5(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s5(b)) << NSP__##p
#define NSP__AT_6(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s6(b)) << NSP__##p
#define NSP__AT_7(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s7(b)) << NSP__##p
#define NSP__AT_8(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s8(b)) << NSP__##p
#define NSP__AT_9(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s9(b)) << NSP__##p
#define NSP__AT_10(b, p, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10) | (uint64_t)(NSP__##s10(b)) << NSP__##p

#define NSP__ENTRY(place, b) UINT64_C(0) NSP__ALL_PATTERNS(NSP__AT_##place, b)
#define NSP__4(place, b) \
  NSP__ENTRY(place, b), NSP__ENTRY(place, (b) + 1), NSP__ENTRY(place, (b) + 2), NSP__ENTRY(place, (b) + 3)
#define NSP__16(place, b) NSP__4(place, b), NSP__4(place, (b) + 4), NSP__4(place, (b) + 8), NSP__4(place, (b) + 12)
#define NSP__64(place, b) \
  NSP__16(place, b), NSP__16(place, (b) + 16), NSP__16(place, (b) + 32), NSP__16(place, (b) + 48)
#define NSP__256(place) \
  { NSP__64(place, 0), NSP__64(place, 64), NSP__64(place, 128), NSP__64(place, 192) }

#endif

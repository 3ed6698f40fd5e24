/* The tokeniser's byte classes: one table look-up per byte of a word. Private to token.c and word.c. */
#ifndef NSP_SYNTAX_TOKENBITS_H
#define NSP_SYNTAX_TOKENBITS_H

#include "token.h"

enum {
  BYTE_LOWER = 1,
  BYTE_UPPER = 2,
  BYTE_DIGIT = 4,
  BYTE_HIGH = 8,  /* always inside a letter, or malformed */
  BYTE_LEAD = 16, /* may begin a mark: look closer */
  BYTE_SPACE = 32,
  BYTE_MARK = 64,
  BYTE_LETTER = BYTE_LOWER | BYTE_UPPER | BYTE_HIGH,
  BYTE_WORD = BYTE_LETTER | BYTE_DIGIT
};
extern const uint8_t nsp__byte_class[256];
extern const uint8_t nsp__ascii_mark[128];

/* The extent of the word that begins at s, and what it looks like. */
typedef struct nsp__word {
  const unsigned char *end;
  uint16_t shape;
} nsp__word;

/* Its first `skip` bytes are known to be letters or digits of the classes `seen`. */
nsp__word nsp__word_scan(const nsp__tokenizer *t, const unsigned char *s, size_t skip, unsigned seen);

/* s is before end, and the byte there is part of a word. */
int nsp__in_word(const unsigned char *s, const unsigned char *end);

/* Length of the English clitic ('s, ’ll ...) that begins with the apostrophe at s and ends the word; 0: none. */
size_t nsp__clitic_len(const unsigned char *s, const unsigned char *end);

/* Length of the French pronoun ("-il", "-t-elle") that begins with the hyphen at s and ends the word; 0: none. */
size_t nsp__enclitic_len(const unsigned char *s, const unsigned char *end);

#endif

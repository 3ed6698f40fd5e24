/* Properties of a token, as both networks are shown them. Used by the library and by the training program, so that
 * both see the same. */
#ifndef NSP_SYNTAX_TOKEN_INPUTS_H
#define NSP_SYNTAX_TOKEN_INPUTS_H

#include "atoms.h"
#include "token.h"

enum { NSP__LETTER_INPUTS = 6, NSP__TOKEN_INPUTS = NSP__LETTER_INPUTS + 1, NSP__SHAPES = 512 };

static inline uint32_t nsp__letter(unsigned char c) {
  return c >= 'A' && c <= 'Z' ? c + 32u : c >= '0' && c <= '9' ? '0' : c;
}

/* Hashes of a word's last characters, one to four, and of its first ones. At most 16 bytes are looked at from each end.
 */
typedef struct nsp__ends {
  uint32_t last[5], first, three;
} nsp__ends;

static inline uint32_t nsp__add_letter(uint32_t h, unsigned char c) { return (h ^ nsp__letter(c)) * 0x01000193u; }

static inline nsp__ends nsp__ends_of_any(const unsigned char *s, const unsigned char *end) {
  nsp__ends e = {{7, 7, 7, 7, 7}, 9, 9};
  uint32_t h = 7, prefix[4] = {9, 9, 9, 9};
  int chars = 0;
  for (const unsigned char *p = end; p > s && chars < 4 && end - p < 16;) {
    h = nsp__add_letter(h, *--p);
    if ((*p & 0xC0) != 0x80) e.last[++chars] = h;
  }
  for (int i = chars; i < 4; i++) e.last[i + 1] = e.last[i] + 1;
  h = 9, chars = 0;
  for (const unsigned char *p = s; p < end && p - s < 16; p++) {
    if (p > s && (*p & 0xC0) != 0x80)
      if (++chars == 3) break;
    prefix[chars] = h = nsp__add_letter(h, *p);
  }
  e.first = prefix[0];
  e.three = prefix[chars < 3 ? chars : 2];
  return e;
}

/* The same, quicker for four or more characters of ASCII. */
static inline nsp__ends nsp__ends_of(const unsigned char *s, const unsigned char *end) {
  if (end - s < 4 || ((s[0] | s[1] | s[2] | end[-4] | end[-3] | end[-2] | end[-1]) & 0x80))
    return nsp__ends_of_any(s, end);
  nsp__ends e = {{7, 7, 7, 7, 7}, 9, 9};
  for (int i = 1; i <= 4; i++) e.last[i] = nsp__add_letter(e.last[i - 1], end[-i]);
  e.first = nsp__add_letter(9, s[0]);
  e.three = nsp__add_letter(nsp__add_letter(e.first, s[1]), s[2]);
  return e;
}

/* Keys of what a word is written with: the word, its last two, three and four characters, its first one and first
 * three. */
static inline void nsp__letter_inputs(const char *text, const nsp__token *k, uint32_t key[NSP__LETTER_INPUTS]) {
  nsp__ends e = nsp__ends_of((const unsigned char *)text + k->start, (const unsigned char *)text + k->end);
  uint32_t word = k->hash;
  if (k->shape & NSP__SHAPE_NUMBER) word = k->end - k->start < 5 ? k->end - k->start : 5;
  key[0] = nsp__feature(80, nsp__times(0, word));
  key[1] = nsp__feature(81, nsp__times(0, e.last[2]));
  key[2] = nsp__feature(82, nsp__times(0, e.last[3]));
  key[3] = nsp__feature(83, nsp__times(0, e.last[4]));
  key[4] = nsp__feature(84, nsp__times(0, e.first));
  key[5] = nsp__feature(85, nsp__times(0, e.three));
}

/* What it looks like; below NSP__SHAPES. */
static inline uint32_t nsp__shape_input(const nsp__token *k, int first) {
  return (k->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_ALL_CAPS | NSP__SHAPE_DIGIT | NSP__SHAPE_NUMBER)) |
         (k->shape & NSP__SHAPE_JOINED ? 32u : 0) | (k->shape & NSP__SHAPE_WEB ? 64u : 0) | (first ? 128u : 0) |
         (k->shape & NSP__SHAPE_SYMBOL ? 256u : 0);
}

/* Keys of all properties of a token: its letters and its shape. A mark has one property, its kind. */
static inline uint32_t nsp__shape_key(uint32_t shape) { return nsp__feature(86, nsp__times(0, shape)); }
static inline uint32_t nsp__mark_key(uint32_t mark) { return nsp__feature(88, nsp__times(0, mark)); }

static inline unsigned nsp__token_inputs(const char *text, const nsp__token *k, int first,
                                         uint32_t key[NSP__TOKEN_INPUTS]) {
  if (k->shape & NSP__SHAPE_PUNCT) {
    key[0] = nsp__mark_key(k->punct);
    return 1;
  }
  nsp__letter_inputs(text, k, key);
  key[NSP__LETTER_INPUTS] = nsp__shape_key(nsp__shape_input(k, first));
  return NSP__TOKEN_INPUTS;
}

/* Key of the words that are sure of their class: a capital tells "May" from "may", but not at the start. */
static inline uint32_t nsp__sure_key(const nsp__token *k, int first) {
  return nsp__feature(99, nsp__times(0, k->hash) + nsp__times(1, first ? 2u : k->shape & NSP__SHAPE_CAPITAL));
}

#endif

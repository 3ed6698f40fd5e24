/* Letters without their case, and the hash of a word written in them: how every table of ours is looked up.
 *
 * This is simple, one-to-one case folding (Unicode 15, CaseFolding.txt statuses C and S) of the Latin, Greek, Cyrillic,
 * Armenian and full-width letters, with two additions that serve look-ups: final sigma is sigma, and the dotless and
 * dotted Turkish i are i, and two more that serve words: the apostrophes ’ ʼ ´ are ', the hyphens U+2010 and U+2011 are
 * -. Anything else, malformed bytes included, stands for itself. The result is never longer than the input. Whole texts
 * are never folded; utf8proc does the full job on names, where it matters. */
#ifndef NSP_TEXT_FOLD_H
#define NSP_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

uint32_t nsp__fold_char(uint32_t codepoint);

/* Folds `length` bytes into `out`, which has room for as many; how many were written. */
size_t nsp__fold(const char *text, size_t length, char *out);

/* Are the folded forms of `text` and the already folded `folded` the same? */
bool nsp__fold_equal(const char *text, size_t length, const char *folded, size_t folded_length);

/* The same for at most sixteen bytes and a folded form of as many. */
bool nsp__fold_equal_short(const char *text, size_t length, const char *folded);

/* Hash of a word's folded form, without making that form: eight bytes at a time when they are ASCII. */
uint32_t nsp__fold_hash(const char *text, size_t length);

/* The same for one to sixteen letters of ASCII that end at `end`, where sixteen bytes before it and six behind can be
 * read; without a jump for each length. */
uint32_t nsp__fold_hash_letters(const char *end, size_t length);

/* The code point at s and its length in *length. A malformed byte has length 1 and the value 0xDC00 + byte, which no
 * well-formed text holds. s < end. */
uint32_t nsp__decode(const unsigned char *s, const unsigned char *end, unsigned *length);

#endif

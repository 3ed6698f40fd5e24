/* Hash of a word's lower-cased form, without making that form.
 *
 * Reads: bytes. Letters of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic are folded to lower case, the
 * apostrophes ’ ʼ and ´ to ', the hyphens U+2010 and U+2011 to -; all else is taken as it is. */
#ifndef NSP_SYNTAX_FOLD_H
#define NSP_SYNTAX_FOLD_H

#include <stddef.h>
#include <stdint.h>

uint32_t nsp__fold_hash(const char *bytes, size_t len);

/* Folds one code point (simple case folding for the scripts above). */
uint32_t nsp__fold_char(uint32_t code);

/* The code point at s and its length in *len. A malformed byte has length 1 and the value 0xDC00 + byte,
 * which no well-formed text holds. s < end. */
uint32_t nsp__decode(const unsigned char *s, const unsigned char *end, unsigned *len);

#endif

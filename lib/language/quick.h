/* The quick table: hashes of the words that the sentence rules look up, with the lists that have them.
 *
 * Nearly all words before a full stop are in none of these lists. A table of eight bytes a word stays in the innermost
 * caches, and says no without a look at the lexicon. */
#ifndef NSP_LANGUAGE_QUICK_H
#define NSP_LANGUAGE_QUICK_H

#include "language/pack.h"

/* The lists it covers. */
#define NSP__QUICK_LISTS                                                                                \
  (NSP__LISTED(ABBREVIATION) | NSP__LISTED(MONTH) | NSP__LISTED(STARTER) | NSP__LISTED(FREQUENT) |      \
   NSP__LISTED(EXCLAMATION) | NSP__LISTED(CUE_VERB) | NSP__LISTED(PRONOUN) | NSP__LISTED(CREDIT_WORD) | \
   NSP__LISTED(ENDING) | NSP__LISTED(CONTINUATION))

typedef struct nsp__quick_word {
  uint32_t hash;       /* nsp__fold_hash() of the word */
  uint32_t lists : 10; /* which of the ten, in the order of quick.c; 0: an empty slot */
  uint32_t lexeme : 22;
} nsp__quick_word;

typedef struct nsp__quick_table {
  const nsp_language *pack;
  const nsp__quick_word *slots;
  uint32_t mask;
  const uint64_t *stopped, *tails;
} nsp__quick_table;

nsp__quick_table nsp__quick_open(const nsp_language *pack);

/* Is the word in a list? Then the tags of its line there in *tags. With `tags` lines tagged after-number count only if
 * *tags says AFTER_NUMBER beforehand: the word stands behind a number. NULL: any line will do. */
bool nsp__quick_listed(const nsp__quick_table *table, nsp__class list, const char *word, uint32_t length, uint32_t hash,
                       uint64_t *tags);

/* Is there none of that hash among the words that a full stop may belong to? Then it ends a sentence. A filter of bits,
 * so that the answer costs no jump: "perhaps" for one other word in forty. */
enum { NSP__STOPPED_BITS = 15, NSP__STOPPED_BYTES = (1 << NSP__STOPPED_BITS) / 8 };

static inline uint64_t nsp__quick_may_stop(const nsp__quick_table *table, uint32_t hash) {
  uint32_t bit = hash >> (32 - NSP__STOPPED_BITS);
  return table->stopped[bit >> 6] >> (bit & 63) & 1;
}

/* The same for words of letters of ASCII, by their last four in small letters; three have a space before them, two a
 * space and a zero. "Perhaps" for more other words, but cheaper. */
static inline uint32_t nsp__quick_tail_bit(uint32_t tail) {
  return tail * UINT32_C(0x9E3779B1) >> (32 - NSP__STOPPED_BITS);
}

/* For the compiler: the filter. It holds abbreviations and months, and of abbreviations of several words also the last.
 */
void nsp__quick_fill_stopped(const nsp__lexeme *lexemes, uint32_t count, const char *strings, uint64_t *bits);

/* For the compiler: the other filter, of abbreviations alone. */
void nsp__quick_fill_tails(const nsp__lexeme *lexemes, uint32_t count, const char *strings, uint64_t *bits);

/* For the compiler: fills `slots`, of which there are `size`, a power of two; how many slots it wants when that is 0.
 */
uint32_t nsp__quick_fill(const nsp__lexeme *lexemes, uint32_t count, nsp__quick_word *slots, uint32_t size);

#endif

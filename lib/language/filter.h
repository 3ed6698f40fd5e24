/* A set of words that fits the innermost cache: one bit for each of 32768 ranges of their hashes. It says no for nearly
 * every word that is not in the set, without a jump; "perhaps" has to be looked up. */
#ifndef NSP_LANGUAGE_FILTER_H
#define NSP_LANGUAGE_FILTER_H

#include "language/pack.h"

enum {
  NSP__FILTER_BITS = 15,
  NSP__FILTER_WORDS = 1 << (NSP__FILTER_BITS - 6),
  NSP__FILTER_BYTES = NSP__FILTER_WORDS * 8
};

typedef struct nsp__filter {
  uint64_t bits[NSP__FILTER_WORDS];
} nsp__filter;

/* `hash` is nsp__fold_hash() of a word. */
static inline void nsp__filter_add(nsp__filter *filter, uint32_t hash) {
  uint32_t bit = hash >> (32 - NSP__FILTER_BITS);
  filter->bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

static inline bool nsp__filter_may_have(const nsp__filter *filter, uint32_t hash) {
  uint32_t bit = hash >> (32 - NSP__FILTER_BITS);
  return filter->bits[bit >> 6] >> (bit & 63) & 1;
}

/* The same for few words: 4096 ranges of hashes, in eight lines of the cache. */
enum { NSP__SMALL_FILTER_BITS = 12, NSP__SMALL_FILTER_WORDS = 1 << (NSP__SMALL_FILTER_BITS - 6) };

typedef struct nsp__small_filter {
  uint64_t bits[NSP__SMALL_FILTER_WORDS];
} nsp__small_filter;

static inline void nsp__small_filter_add(nsp__small_filter *filter, uint32_t hash) {
  uint32_t bit = hash >> (32 - NSP__SMALL_FILTER_BITS);
  filter->bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

static inline bool nsp__small_filter_may_have(const nsp__small_filter *filter, uint32_t hash) {
  uint32_t bit = hash >> (32 - NSP__SMALL_FILTER_BITS);
  return filter->bits[bit >> 6] >> (bit & 63) & 1;
}

/* For the compiler: words with a part in lists of names (nsp__lexeme.credit_lists). */
void nsp__filter_listed(nsp__small_filter *filter, const nsp__lexeme *lexemes, uint32_t count);
/* For the compiler: words that set credit patterns off, and those that the name of a licence may begin with. */
void nsp__filter_triggers(nsp__filter *filter, const nsp__lexeme *lexemes, uint32_t count, const char *strings);
/* For the compiler: words that begin a medium's name, or show that a name is one. `edges` in the order of their making:
 * the one that leads to state n is the one before edges[n]. */
void nsp__filter_media(nsp__filter *filter, const nsp__lexeme *lexemes, uint32_t count, const char *strings,
                       const nsp__edge *edges, uint32_t edge_count);

#endif

/* The lexemes of many tokens at once.
 *
 * A lexicon is larger than the nearest caches. Each step of a look-up is made for a batch of words before the next step
 * is, so that what one waits for comes while the others are asked; and hardly a step jumps on what it finds. */
#ifndef NSP_LANGUAGE_BATCH_H
#define NSP_LANGUAGE_BATCH_H

#include "language/pack.h"
#include "syntax/token.h"

/* Where to look, and for words of which text. */
typedef struct nsp__lookup {
  const nsp_language *pack;
  const char *text;
  size_t length;
} nsp__lookup;

/* Fills in `word` and `listed` of tokens, which are whole sentences. What all their lexemes say: their tags, or-ed. */
uint64_t nsp__find_lexemes(const nsp__lookup *lookup, nsp__token *tokens, uint32_t count);

/* The lexemes of the tokens that `which` lists, for words[0 .. count). */
void nsp__find_lexemes_of(const nsp__lookup *lookup, const nsp__token *tokens, const uint32_t *which, uint32_t count,
                          uint32_t *words);

#endif

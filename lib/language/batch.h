/* Many look-ups at once, for walks over the words of a text.
 *
 * A lexicon is larger than the nearest caches. Each step of a look-up is made for all words of a batch before the next
 * step is, so that what one waits for comes while the others are asked; and hardly a step jumps on what it finds. */
#ifndef NSP_LANGUAGE_BATCH_H
#define NSP_LANGUAGE_BATCH_H

#include "language/pack.h"

enum { NSP__BATCH = 64 }; /* words that are looked for together */

typedef struct nsp__wanted {
  uint32_t start, length, hash; /* bytes of the text, and their nsp__fold_hash() */
  uint32_t word;                /* the answer: its lexeme, or NSP__NO_WORD */
} nsp__wanted;

typedef struct nsp__batch {
  const nsp_language *pack;
  const char *text;
  size_t text_length;
  uint32_t count;
  nsp__wanted items[NSP__BATCH];
} nsp__batch;

/* There is room for NSP__BATCH words. */
static inline void nsp__batch_add(nsp__batch *batch, uint32_t start, uint32_t end, uint32_t hash) {
  batch->items[batch->count++] = (nsp__wanted){start, end - start, hash, NSP__NO_WORD};
#if defined(__GNUC__)
  __builtin_prefetch(&batch->pack->slots[hash & batch->pack->slot_mask]);
#endif
}

/* Answers all; the caller then sets `count` to 0. */
void nsp__batch_find(nsp__batch *batch);

#endif

/* What kind of block is it?
 *
 * Reads: the block's text, at most NSP__LONGEST_HEADING bytes of it, and the pack's months and credit words. Adds: the
 * kinds of the blocks at the text's end that hold credits. */
#ifndef NSP_LAYOUT_KIND_H
#define NSP_LAYOUT_KIND_H

#include "language/quick.h"
#include "newsparse/block.h"

enum { NSP__LONGEST_HEADING = 160, NSP__LONGEST_CREDIT = 600, NSP__CREDIT_HEAD = 160, NSP__LONGEST_TAIL = 12 };

typedef struct nsp__kind_words {
  const nsp__quick_table *words, *common; /* common may be NULL */
} nsp__kind_words;

/* `length` is that of the whole text. */
nsp_block_kind nsp__block_kind(nsp__kind_words words, const char *text, nsp_span block, uint32_t length);

/* The credit tail: from the last block back, at most NSP__LONGEST_TAIL of them, as long as each is made of credits. */
void nsp__mark_credit_tail(nsp__kind_words words, const char *text, nsp_block *blocks, uint32_t count);

#endif

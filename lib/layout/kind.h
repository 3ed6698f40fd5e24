/* What kind of block is it? Reads: the block's text, the pack. Adds nothing. */
#ifndef NSP_LAYOUT_KIND_H
#define NSP_LAYOUT_KIND_H

#include "language/pack.h"
#include "newsparse/block.h"

/* `length` is that of the whole text. */
nsp_block_kind nsp__block_kind(const nsp_language *language, const char *text, nsp_span block, uint32_t length);

#endif

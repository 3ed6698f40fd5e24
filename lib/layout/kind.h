/* What kind of block is it?
 *
 * Reads: the block's text, at most NSP__LONGEST_HEADING bytes of it, and the pack's months and credit words. Adds: the
 * kinds of the blocks at the text's end that hold credits. */
#ifndef NSP_LAYOUT_KIND_H
#define NSP_LAYOUT_KIND_H

#include <stdbool.h>
#include <string.h>

#include "language/quick.h"
#include "newsparse/block.h"

enum { NSP__LONGEST_HEADING = 160, NSP__LONGEST_CREDIT = 600, NSP__CREDIT_HEAD = 160, NSP__LONGEST_TAIL = 12 };

typedef struct nsp__kind_words {
  const nsp__quick_table *words, *common; /* common may be NULL */
} nsp__kind_words;

/* Is there a colon in the 24 bytes? */
static inline bool nsp__holds_colon(const char *bytes) {
  uint64_t found = 0;
  for (uint32_t i = 0; i < 24; i += 8) {
    uint64_t eight;
    memcpy(&eight, bytes + i, 8);
    eight ^= UINT64_C(0x0101010101010101) * ':';
    found |= (eight - UINT64_C(0x0101010101010101)) & ~eight & UINT64_C(0x8080808080808080); /* a zero byte */
  }
  return found;
}

/* The commonest block: a capital, perhaps behind a quotation mark, begins it, a full stop or the like, perhaps before
 * one, ends it, and no label is in sight. */
static inline bool nsp__is_plain_paragraph(const char *text, nsp_span block) {
  uint32_t length = block.end - block.start;
  if (length < 24) return false;
  const uint8_t *first = (const uint8_t *)text + block.start, *end = (const uint8_t *)text + block.end;
  bool closed = (end[-1] == 0x9D) & (end[-2] == 0x80) & (end[-3] == 0xE2);
  uint8_t last = *(end - 1 - (3 * closed + (end[-1] == '"')));
  if (!((last == '.') | (last == '?') | (last == '!'))) return false;
  bool opened = (first[0] == '"') | ((first[0] == 0xE2) & (first[1] == 0x80) & (first[2] == 0x9C));
  bool capital = (uint8_t)(first[0] - 'A') < 26;
  return (opened | capital) && (length > NSP__LONGEST_CREDIT || !nsp__holds_colon((const char *)first));
}

/* `length` is that of the whole text. */
nsp_block_kind nsp__block_kind(nsp__kind_words words, const char *text, nsp_span block, uint32_t length);

/* The credit tail: from the last block back, at most NSP__LONGEST_TAIL of them, as long as each is made of credits. */
void nsp__mark_credit_tail(nsp__kind_words words, const char *text, nsp_block *blocks, uint32_t count);

#endif

/* Lines of credits among the blocks. Reads: credits, blocks. Changes: the kinds of blocks that were headings for want
 * of a full stop. */
#include "credit/credit.h"

enum { LOOSE = 3 /* bytes beside a line's credit that are no words: brackets, a full stop, a dash */ };

/* Which block a byte stands in; blocks are in order. */
static nsp_block *block_at(const nsp_document *d, uint32_t byte) {
  uint32_t low = 0, high = d->blocks.count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (d->blocks.items[middle].span.start <= byte)
      low = middle;
    else
      high = middle;
  }
  return d->blocks.count ? &d->blocks.items[low] : NULL;
}

void nsp__mark_credit_blocks(nsp_document *d) {
  for (uint32_t i = 0; i < d->credits.count; i++) {
    const nsp_credit *credit = &d->credits.items[i];
    nsp_block *block = block_at(d, credit->span.start);
    if (!block || block == d->blocks.items || block->kind != NSP_BLOCK_HEADING ||
        credit->kind == NSP_CREDIT_MEDIA_CITATION || credit->kind == NSP_CREDIT_DATELINE ||
        credit->kind == NSP_CREDIT_AGENCY_DATELINE || credit->span.end > block->span.end + LOOSE)
      continue;
    bool ends = credit->span.end + LOOSE >= block->span.end, begins = credit->span.start <= block->span.start + LOOSE;
    if (begins && ends)
      block->kind = credit->kind == NSP_CREDIT_BYLINE ? NSP_BLOCK_BYLINE
                                                      : NSP_BLOCK_CREDIT; /* "Source: Swiss Academy of Sciences" */
    else if (ends && credit->kind == NSP_CREDIT_PHOTO_CREDIT)
      block->kind = NSP_BLOCK_CAPTION; /* "A hiker crosses the glacier. Photograph: Sam Roe/AFP" */
  }
}

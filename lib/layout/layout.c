#include "layout/layout.h"

#include <string.h>

/* One block for each line that is not blank. */
nsp_status nsp__find_blocks(nsp__analysis *a) {
  nsp_document *d = a->document;
  for (uint32_t at = 0; at < a->length;) {
    const char *newline = memchr(a->text + at, '\n', a->length - at);
    uint32_t end = newline ? (uint32_t)(newline - a->text) : a->length;
    if (end > at) {
      nsp_block *block = nsp__array_push(&d->arena, &d->blocks);
      if (!block) return NSP_ERROR_NO_MEMORY;
      *block = (nsp_block){.span = {at, end}, .kind = NSP_BLOCK_PARAGRAPH};
    }
    at = end + 1;
  }
  return NSP_OK;
}

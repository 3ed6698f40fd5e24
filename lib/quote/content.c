/* Content spans: where what was said ends. */
#include "quote/attribute.h"
#include "quote/tree.h"

/* The end of the sentence, its own final marks left out. */
static uint32_t sentence_end(const nsp__quoting *q, nsp__range bounds) {
  uint32_t end = bounds.end;
  while (end > bounds.first && nsp__is_stop(q, end - 1) && !nsp__is_mark(q, end - 1, NSP__MARK_QUESTION) &&
         !nsp__is_mark(q, end - 1, NSP__MARK_EXCLAMATION))
    end--;
  return end;
}

uint32_t nsp__content_end(const nsp__quoting *q, nsp__range bounds, uint32_t at, uint32_t head) {
  uint32_t end = sentence_end(q, bounds);
  if (head != NSP_NONE) {
    nsp__range r = nsp__subtree(q, head);
    if (r.end > at && r.end < end) end = r.end;
  }
  return end;
}

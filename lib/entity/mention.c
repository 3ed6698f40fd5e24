#include "entity/mention.h"

#include "document.h"
#include "stage.h"

nsp_status nsp__find_mentions(nsp__analysis *analysis) {
  (void)analysis;
  return NSP_OK;
}

uint32_t nsp__mention_from(const nsp_document *d, uint32_t token) {
  uint32_t low = 0, high = d->mentions.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (d->mentions.items[middle].end <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

uint32_t nsp__mention_at(const nsp_document *d, uint32_t token) {
  uint32_t i = nsp__mention_from(d, token);
  return i < d->mentions.count && d->mentions.items[i].first <= token ? i : NSP_NONE;
}

static nsp_span token_range(const nsp_document *d, uint32_t first, uint32_t end) {
  nsp_span span = {d->tokens.items[first].start, d->tokens.items[end - 1].end};
  return span;
}

nsp_span nsp__mention_span(const nsp_document *d, const nsp__mention *m) { return token_range(d, m->first, m->end); }

nsp_span nsp__mention_full_span(const nsp_document *d, const nsp__mention *m) {
  return token_range(d, m->full_first, m->full_end);
}

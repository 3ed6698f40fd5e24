/* Who said what: the quotations of each entity. */
#ifndef NSP_RENDER_SPEAKERS_H
#define NSP_RENDER_SPEAKERS_H

#include "newsparse/document.h"

typedef struct nsp__speakers {
  uint32_t *first; /* entity i has quotes[first[i]] … quotes[first[i + 1] - 1], in text order */
  uint32_t *quotes;
  uint32_t *rank; /* counts those who speak, in the order of the entities; for colours */
  uint32_t entity_count, quote_count;
  nsp_allocator allocator;
} nsp__speakers;

/* False when out of memory. */
bool nsp__speakers_init(nsp__speakers *speakers, const nsp_document *document, nsp_allocator allocator);
void nsp__speakers_free(nsp__speakers *speakers);

/* The quotations of an entity. */
nsp_ids nsp__speakers_quotes(const nsp__speakers *speakers, size_t entity);

#endif

#include "render/speakers.h"

#include <string.h>

static void *allocate(nsp__speakers *speakers, size_t count) {
  return speakers->allocator.allocate(speakers->allocator.context, count * sizeof(uint32_t));
}

/* A counting sort: how many each entity has, where they begin, and then each in its place. */
bool nsp__speakers_init(nsp__speakers *speakers, const nsp_document *document, nsp_allocator allocator) {
  *speakers = (nsp__speakers){.allocator = allocator};
  speakers->entity_count = (uint32_t)nsp_document_entity_count(document);
  size_t quotes = nsp_document_quote_count(document);
  for (size_t i = 0; i < quotes; i++) speakers->quote_count += nsp_document_quote(document, i)->speakers.count;
  speakers->first = allocate(speakers, speakers->entity_count + 2u);
  speakers->quotes = allocate(speakers, speakers->quote_count + 1u);
  speakers->rank = allocate(speakers, speakers->entity_count + 1u);
  if (!speakers->first || !speakers->quotes || !speakers->rank) {
    nsp__speakers_free(speakers);
    return false;
  }
  memset(speakers->first, 0, (speakers->entity_count + 2u) * sizeof(uint32_t));
  uint32_t *next = speakers->first + 1; /* while they are filled in, one entity ahead */
  for (size_t i = 0; i < quotes; i++) {
    nsp_ids ids = nsp_document_quote(document, i)->speakers;
    for (uint32_t k = 0; k < ids.count; k++) next[ids.items[k] + 1]++;
  }
  for (uint32_t i = 0; i < speakers->entity_count; i++) next[i + 1] += next[i];
  for (size_t i = 0; i < quotes; i++) {
    nsp_ids ids = nsp_document_quote(document, i)->speakers;
    for (uint32_t k = 0; k < ids.count; k++) speakers->quotes[next[ids.items[k]]++] = (uint32_t)i;
  }
  for (uint32_t i = 0, rank = 0; i < speakers->entity_count; i++) {
    speakers->rank[i] = rank;
    rank += speakers->first[i + 1] > speakers->first[i];
  }
  return true;
}

void nsp__speakers_free(nsp__speakers *speakers) {
  nsp_allocator *memory = &speakers->allocator;
  if (speakers->first)
    memory->release(memory->context, speakers->first, (speakers->entity_count + 2u) * sizeof(uint32_t));
  if (speakers->quotes)
    memory->release(memory->context, speakers->quotes, (speakers->quote_count + 1u) * sizeof(uint32_t));
  if (speakers->rank)
    memory->release(memory->context, speakers->rank, (speakers->entity_count + 1u) * sizeof(uint32_t));
  speakers->first = speakers->quotes = speakers->rank = NULL;
}

nsp_ids nsp__speakers_quotes(const nsp__speakers *speakers, size_t entity) {
  uint32_t count = speakers->first[entity + 1] - speakers->first[entity];
  return (nsp_ids){count ? speakers->quotes + speakers->first[entity] : NULL, count};
}

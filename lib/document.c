#include "document.h"

#include <string.h>

nsp_status nsp_document_new(const nsp_allocator *allocator, nsp_document **out) {
  if (!out) return NSP_ERROR_INVALID_ARGUMENT;
  *out = NULL;
  nsp_allocator memory = allocator ? *allocator : nsp_allocator_default();
  nsp_document *document = memory.allocate(memory.context, sizeof *document);
  if (!document) return NSP_ERROR_NO_MEMORY;
  memset(document, 0, sizeof *document);
  document->allocator = memory;
  nsp__arena_init(&document->arena, memory);
  nsp__arena_init(&document->scratch, memory);
  *out = document;
  return NSP_OK;
}

void nsp_document_free(nsp_document *document) {
  if (!document) return;
  nsp_allocator memory = document->allocator;
  nsp__arena_free(&document->arena);
  nsp__arena_free(&document->scratch);
  memory.release(memory.context, document, sizeof *document);
}

void nsp_document_reset(nsp_document *document) {
  if (!document) return;
  nsp_document kept = *document;
  nsp__arena_reset(&kept.arena);
  nsp__arena_reset(&kept.scratch);
  memset(document, 0, sizeof *document);
  document->allocator = kept.allocator;
  document->arena = kept.arena;
  document->scratch = kept.scratch;
}

const nsp_language *nsp_document_language(const nsp_document *document) { return document ? document->language : NULL; }

uint64_t nsp_document_malformed_count(const nsp_document *document) { return document ? document->malformed : 0; }

size_t nsp_document_memory(const nsp_document *document) {
  return document ? sizeof *document + document->arena.total + document->scratch.total : 0;
}

#define LIST(name, list)                                                                                           \
  size_t nsp_document_##name##_count(const nsp_document *document) { return document ? document->list.count : 0; } \
  const nsp_##name *nsp_document_##name(const nsp_document *document, size_t index) {                              \
    return document && index < document->list.count ? &document->list.items[index] : NULL;                         \
  }

LIST(block, blocks)
LIST(sentence, sentences)
LIST(entity, entities)
LIST(credit, credits)

size_t nsp_document_quote_count(const nsp_document *document) { return document ? document->quotes.count : 0; }

const nsp_quote *nsp_document_quote(const nsp_document *document, size_t index) {
  return document && index < document->quotes.count ? &document->quotes.items[index].quote : NULL;
}

const nsp_provenance *nsp_document_provenance(const nsp_document *document) {
  static const nsp_provenance nothing;
  return document ? &document->provenance : &nothing;
}

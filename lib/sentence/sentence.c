#include "sentence/sentence.h"

nsp_status nsp__find_sentences(nsp__analysis *a) {
  nsp_document *d = a->document;
  for (uint32_t b = 0; b < d->blocks.count; b++) {
    nsp_span span = d->blocks.items[b].span;
    d->blocks.items[b].first_sentence = d->sentences.count;
    for (uint32_t start = span.start, at = start; at < span.end; at++) {
      if (at + 1 < span.end && (a->text[at] != '.' || a->text[at + 1] != ' ')) continue;
      nsp_sentence *sentence = nsp__array_push(&d->arena, &d->sentences);
      if (!sentence) return NSP_ERROR_NO_MEMORY;
      *sentence = (nsp_sentence){{start, at + 1}, b};
      start = at + 2;
      at++;
    }
    d->blocks.items[b].sentence_count = d->sentences.count - d->blocks.items[b].first_sentence;
  }
  return NSP_OK;
}

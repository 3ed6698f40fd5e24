#include "sentence/sentence.h"

#include "sentence/splitter.h"

/* Blocks of about 400 bytes and sentences of about 90 come without a further allocation. */
static bool make_room(nsp_document *d, uint32_t length) {
  uint32_t sentences = length / 90 + 8, blocks = length / 400 + 4;
  size_t bytes = sentences * sizeof(nsp_sentence) + blocks * sizeof(nsp_block) + 64;
  return nsp__arena_reserve(&d->arena, bytes) && nsp__array_reserve(&d->arena, &d->blocks, blocks) &&
         nsp__array_reserve(&d->arena, &d->sentences, sentences);
}

/* Gives every sentence the white space behind it, and the first one what is before it. */
static void tile(nsp_document *d, uint32_t length) {
  for (uint32_t i = 0; i < d->sentences.count; i++)
    d->sentences.items[i].span.end = i + 1 < d->sentences.count ? d->sentences.items[i + 1].span.start : length;
  if (d->sentences.count) d->sentences.items[0].span.start = 0;
}

nsp_status nsp__find_sentences(nsp__analysis *a) {
  nsp__splitter splitter;
  if (!make_room(a->document, a->length)) return NSP_ERROR_NO_MEMORY;
  nsp__splitter_init(&splitter, a->language, a->common, a->options, a->document);
  splitter.text = a->text;
  splitter.length = a->length;
  splitter.complete = true;
  nsp_status status = nsp__splitter_run(&splitter);
  if (status != NSP_OK) return status;
  a->document->malformed = splitter.malformed;
  a->first_malformed = splitter.first_malformed;
  if (splitter.malformed && a->options->strict_utf8) return NSP_ERROR_MALFORMED_UTF8;
  if (a->options->tile_sentences) tile(a->document, a->length);
  return NSP_OK;
}

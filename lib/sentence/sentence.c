#include "sentence/sentence.h"

#include "sentence/icu.h"
#include "sentence/room.h"

/* Gives every sentence the white space behind it, and the first one what is before it. */
static void tile(nsp_document *d, uint32_t length) {
  for (uint32_t i = 0; i < d->sentences.count; i++)
    d->sentences.items[i].span.end = i + 1 < d->sentences.count ? d->sentences.items[i + 1].span.start : length;
  if (d->sentences.count) d->sentences.items[0].span.start = 0;
}

nsp_status nsp__find_sentences(nsp__analysis *a) {
  nsp__splitter splitter;
  nsp__first_room room;
  nsp__room_init(a->document, &room);
  nsp__splitter_init(&splitter, a->language, a->common, a->options, a->document);
  splitter.text = a->text;
  splitter.length = a->length;
  splitter.complete = true;
  nsp_status status = nsp__splitter_run(&splitter);
  if (status != NSP_OK) return status; /* and the caller empties the document */
  if (!nsp__room_settle(a->document, &room)) return NSP_ERROR_NO_MEMORY;
  a->document->malformed = splitter.malformed;
  a->first_malformed = splitter.first_malformed;
  if (splitter.malformed && a->options->strict_utf8) return NSP_ERROR_MALFORMED_UTF8;
  if (a->options->engine == NSP_ENGINE_ICU) status = nsp__find_sentences_with_icu(a);
  if (status != NSP_OK) return status;
  if (a->options->tile_sentences) tile(a->document, a->length);
  return NSP_OK;
}

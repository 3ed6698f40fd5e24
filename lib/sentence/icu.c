#include "sentence/icu.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "sentence/splitter.h"
#include "text/classes.h"

typedef struct iterator {
  UText *text;
  UBreakIterator *breaks;
} iterator;

static void close_iterator(iterator *it) {
  if (it->breaks) ubrk_close(it->breaks);
  if (it->text) utext_close(it->text);
}

static nsp_status open_iterator(iterator *it, const char *text, uint32_t length, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  *it = (iterator){utext_openUTF8(NULL, text, (int64_t)length, &status), NULL};
  if (U_SUCCESS(status)) it->breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_SUCCESS(status)) ubrk_setUText(it->breaks, it->text, &status);
  if (U_SUCCESS(status)) return NSP_OK;
  close_iterator(it);
  return status == U_MEMORY_ALLOCATION_ERROR ? NSP_ERROR_NO_MEMORY : NSP_ERROR_UNSUPPORTED;
}

nsp_status nsp__icu_boundaries(const char *text, uint32_t length, const char *locale, nsp__boundary_handler handler,
                               void *payload) {
  if (length > INT32_MAX) return NSP_ERROR_TOO_LONG;
  iterator it;
  nsp_status status = open_iterator(&it, text, length, locale);
  if (status != NSP_OK) return status;
  for (int32_t at; status == NSP_OK && (at = ubrk_next(it.breaks)) != UBRK_DONE;)
    status = handler((uint32_t)at, payload);
  close_iterator(&it);
  return status;
}

/* The sentences being made of boundaries. */
typedef struct maker {
  nsp__analysis *analysis;
  uint32_t start; /* of the sentence that is open */
  uint32_t block; /* the first that may hold it */
} maker;

static nsp_status add(maker *m, uint32_t start, uint32_t end) {
  nsp_document *d = m->analysis->document;
  const char *text = m->analysis->text;
  nsp__char c;
  while (c = nsp__char_at(text, start, end), nsp__is_space(c.class_)) start += c.length;
  if (start == end) return NSP_OK;
  while (c = nsp__char_before(text, end, start), nsp__is_space(c.class_)) end -= c.length;
  nsp_sentence *sentence = nsp__array_push(&d->arena, &d->sentences);
  if (!sentence) return NSP_ERROR_NO_MEMORY;
  *sentence = (nsp_sentence){{start, end}, m->block};
  d->blocks.items[m->block].sentence_count++;
  return NSP_OK;
}

/* ICU knows paragraphs by their separators alone, so what reaches over blocks is cut at their ends. */
static nsp_status take_boundary(uint32_t at, void *payload) {
  maker *m = payload;
  nsp_document *d = m->analysis->document;
  for (; m->block < d->blocks.count; m->block++) {
    nsp_block *block = &d->blocks.items[m->block];
    uint32_t start = m->start > block->span.start ? m->start : block->span.start;
    uint32_t end = at < block->span.end ? at : block->span.end;
    if (!block->sentence_count) block->first_sentence = d->sentences.count;
    if (start < end && add(m, start, end) != NSP_OK) return NSP_ERROR_NO_MEMORY;
    if (at < block->span.end) break;
  }
  m->start = at;
  return NSP_OK;
}

nsp_status nsp__find_sentences_with_icu(nsp__analysis *a) {
  nsp_document *d = a->document;
  maker m = {.analysis = a};
  d->sentences.count = 0;
  for (uint32_t i = 0; i < d->blocks.count; i++) d->blocks.items[i].sentence_count = 0;
  return nsp__icu_boundaries(a->text, a->length, nsp_language_id(a->language), take_boundary, &m);
}

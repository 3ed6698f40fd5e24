/* Sentences of a text that comes in pieces.
 *
 * The splitter runs over a buffer that holds what is not decided yet, and NSP__LOOK_AHEAD bytes beyond, which its rules
 * may look at. So every decision is the one that the whole text would have got. What is delivered leaves the buffer,
 * which therefore is no larger than the longest sentence and a constant. */
#include "newsparse/stream.h"

#include <string.h>

#include "analyzer.h"
#include "base/status.h"
#include "sentence/splitter.h"

enum {
  LANGUAGE_SAMPLE = 16384, /* nsp_language_detect() looks at as much */
  STEP =
      4 * NSP__LOOK_AHEAD /* the splitter runs when as much is undecided, so that the look-ahead is rarely repeated */
};

struct nsp_stream {
  nsp_allocator allocator;
  const nsp_analyzer *analyzer;
  nsp_sentence_handler handler;
  void *payload;
  nsp_document *document;
  nsp__splitter splitter;
  char *buffer;
  size_t length, capacity;
  uint64_t start; /* of the buffer in the whole text */
  bool begun;     /* the language is known, the splitter set up */
  bool stopped;   /* the handler wants no more */
};

nsp_status nsp_stream_new(const nsp_analyzer *analyzer, nsp_sentence_handler handler, void *payload, nsp_stream **out) {
  if (!out) return NSP_ERROR_INVALID_ARGUMENT;
  *out = NULL;
  if (!analyzer || !handler) return NSP_ERROR_INVALID_ARGUMENT;
  if (analyzer->options.engine != NSP_ENGINE_NATIVE) return NSP_ERROR_UNSUPPORTED;
  nsp_allocator memory = analyzer->allocator;
  nsp_stream *stream = memory.allocate(memory.context, sizeof *stream);
  if (!stream) return NSP_ERROR_NO_MEMORY;
  memset(stream, 0, sizeof *stream);
  stream->allocator = memory;
  stream->analyzer = analyzer;
  stream->handler = handler;
  stream->payload = payload;
  nsp_status status = nsp_document_new(&memory, &stream->document);
  if (status != NSP_OK) {
    memory.release(memory.context, stream, sizeof *stream);
    return status;
  }
  *out = stream;
  return NSP_OK;
}

void nsp_stream_free(nsp_stream *stream) {
  if (!stream) return;
  nsp_allocator memory = stream->allocator;
  nsp_document_free(stream->document);
  if (stream->buffer) memory.release(memory.context, stream->buffer, stream->capacity);
  memory.release(memory.context, stream, sizeof *stream);
}

static bool append(nsp_stream *stream, const char *text, size_t length) {
  size_t wanted = stream->length + length;
  if (wanted > NSP_MAX_INPUT) return false;
  if (wanted > stream->capacity) {
    size_t capacity = stream->capacity + stream->capacity / 2;
    if (capacity < wanted) capacity = wanted < 2 * STEP ? 2 * STEP : wanted;
    nsp_allocator memory = stream->allocator;
    char *grown = stream->buffer ? memory.reallocate(memory.context, stream->buffer, stream->capacity, capacity)
                                 : memory.allocate(memory.context, capacity);
    if (!grown) return false;
    stream->buffer = grown;
    stream->capacity = capacity;
  }
  if (length) memcpy(stream->buffer + stream->length, text, length);
  stream->length = wanted;
  return true;
}

static void begin(nsp_stream *stream) {
  const nsp__options *options = &stream->analyzer->options;
  const nsp_language *language = options->fixed;
  if (!language) language = nsp__options_override(options, nsp_language_detect(stream->buffer, stream->length));
  nsp_document_reset(stream->document);
  nsp__splitter_init(&stream->splitter, language, stream->analyzer->common, options, stream->document);
  stream->begun = true;
}

/* The sentences whose quotation may still be closed, and all behind them, can yet be taken back. */
static uint32_t certain_sentences(const nsp_stream *stream, bool all) {
  const nsp__splitter *s = &stream->splitter;
  uint32_t count = stream->document->sentences.count;
  if (all) return count;
  for (uint32_t i = 0; i < s->nesting.depth; i++)
    if (s->nesting.open[i].limit > s->at && s->nesting.open[i].sentence_count < count)
      count = s->nesting.open[i].sentence_count;
  /* A tile ends where the next sentence begins. */
  return stream->analyzer->options.tile_sentences && count ? count - 1 : count;
}

/* What is handed over of a sentence: with the white space around it when the sentences are to tile the text. */
static nsp_span delivered_span(const nsp_stream *stream, uint32_t i) {
  const nsp_document *d = stream->document;
  nsp_span span = d->sentences.items[i].span;
  if (!stream->analyzer->options.tile_sentences) return span;
  if (i == 0 && stream->start == 0) span.start = 0;
  span.end = i + 1 < d->sentences.count ? d->sentences.items[i + 1].span.start : stream->splitter.length;
  return span;
}

static void deliver(nsp_stream *stream, uint32_t count) {
  for (uint32_t i = 0; i < count && !stream->stopped; i++) {
    nsp_span span = delivered_span(stream, i);
    stream->stopped = !stream->handler(stream->buffer + span.start, span.end - span.start, stream->start + span.start,
                                       stream->payload);
  }
}

/* Where what is still needed begins: the open sentence, those not delivered, those that may be taken back, and what the
 * rules look back at. */
static uint32_t first_needed(const nsp_stream *stream, uint32_t delivered) {
  const nsp__splitter *s = &stream->splitter;
  const nsp_document *d = stream->document;
  uint32_t first = s->at > NSP__LOOK_BEHIND ? s->at - NSP__LOOK_BEHIND : 0;
  if (s->sentence < first) first = s->sentence;
  if (delivered < d->sentences.count && d->sentences.items[delivered].span.start < first)
    first = d->sentences.items[delivered].span.start;
  for (uint32_t i = 0; i < s->nesting.depth; i++)
    if (s->nesting.open[i].limit > s->at && s->nesting.open[i].sentence < first) first = s->nesting.open[i].sentence;
  return first;
}

static nsp_status run(nsp_stream *stream, bool complete, nsp_error *error) {
  nsp__splitter *s = &stream->splitter;
  if (!stream->begun) begin(stream);
  size_t length = stream->length;
  if (!complete) /* not to end within a character */
    for (int i = 0; i < 3 && length && ((uint8_t)stream->buffer[length - 1] & 0xC0) == 0x80; i++) length--;
  if (!complete && length && (uint8_t)stream->buffer[length - 1] >= 0xC0) length--;
  s->text = stream->buffer ? stream->buffer : "";
  s->length = (uint32_t)length;
  s->complete = complete;
  nsp_status status = nsp__splitter_run(s);
  if (status == NSP_OK && s->malformed && stream->analyzer->options.strict_utf8)
    return nsp__fail(error, NSP_ERROR_MALFORMED_UTF8, stream->start + s->first_malformed, NULL);
  if (status != NSP_OK) return nsp__fail(error, status, 0, NULL);
  uint32_t count = certain_sentences(stream, complete);
  deliver(stream, count);
  uint32_t bytes = first_needed(stream, count);
  nsp__splitter_forget(s, bytes, count);
  stream->length -= bytes;
  stream->start += bytes;
  if (bytes && stream->length) memmove(stream->buffer, stream->buffer + bytes, stream->length);
  return NSP_OK;
}

nsp_status nsp_stream_push(nsp_stream *stream, const char *text, size_t length, nsp_error *error) {
  if (!stream || (!text && length)) return nsp__fail(error, NSP_ERROR_INVALID_ARGUMENT, 0, NULL);
  while (length && !stream->stopped) {
    /* Large pieces are taken in steps, so that the buffer stays small. */
    size_t taken = length < STEP ? length : STEP;
    if (stream->length + taken > NSP_MAX_INPUT) return nsp__fail(error, NSP_ERROR_TOO_LONG, stream->start, NULL);
    if (!append(stream, text, taken)) return nsp__fail(error, NSP_ERROR_NO_MEMORY, 0, NULL);
    text += taken;
    length -= taken;
    uint32_t decided = stream->begun ? stream->splitter.at : 0;
    size_t undecided = stream->length - decided;
    if (undecided < STEP || (!stream->begun && stream->length < LANGUAGE_SAMPLE)) continue;
    nsp_status status = run(stream, false, error);
    if (status != NSP_OK) return status;
  }
  return NSP_OK;
}

nsp_status nsp_stream_finish(nsp_stream *stream, nsp_error *error) {
  if (!stream) return nsp__fail(error, NSP_ERROR_INVALID_ARGUMENT, 0, NULL);
  nsp_status status = stream->stopped ? NSP_OK : run(stream, true, error);
  nsp_document_reset(stream->document);
  stream->length = 0;
  stream->start = 0;
  stream->begun = stream->stopped = false;
  return status;
}

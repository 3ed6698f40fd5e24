/* The whole pipeline on any bytes. The first two bytes choose language and options, the rest is the text. */
#include <stdint.h>
#include <stdlib.h>

#include "newsparse/newsparse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool condition) {
  if (!condition) abort();
}

static void check_sentences(const nsp_document *document, size_t length) {
  uint32_t end = 0;
  for (size_t i = 0; i < nsp_document_sentence_count(document); i++) {
    const nsp_sentence *sentence = nsp_document_sentence(document, i);
    need(sentence->span.start >= end && sentence->span.start < sentence->span.end);
    need(sentence->block < nsp_document_block_count(document));
    end = sentence->span.end;
  }
  need(end <= length);
}

static void check_quotes(const nsp_document *document, size_t length) {
  for (size_t i = 0; i < nsp_document_quote_count(document); i++) {
    const nsp_quote *quote = nsp_document_quote(document, i);
    need(quote->content.count > 0);
    for (uint32_t s = 0; s < quote->content.count; s++) need(quote->content.items[s].end <= length);
    for (uint32_t s = 0; s < quote->speakers.count; s++)
      need(quote->speakers.items[s] < nsp_document_entity_count(document));
  }
}

static nsp_analyzer *make_analyzer(uint8_t options) {
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  need(nsp_config_new(NULL, &config) == NSP_OK);
  need(nsp_config_set(config, NSP_OPTION_TILE_SENTENCES, options & 1) == NSP_OK);
  need(nsp_config_set(config, NSP_OPTION_WHOLE_QUOTES, options >> 1 & 1) == NSP_OK);
  need(nsp_config_set(config, NSP_OPTION_ENGINE, options >> 2 & 1) == NSP_OK);
  need(nsp_config_set(config, NSP_OPTION_STRICT_UTF8, options >> 3 & 1) == NSP_OK);
  need(nsp_analyzer_new(config, &analyzer) == NSP_OK);
  nsp_config_free(config);
  return analyzer;
}

static void render(const nsp_document *document, const char *text, size_t length, uint8_t options) {
  nsp_render_options how = nsp_render_options_default((nsp_format)(options % 5));
  how.offsets = (nsp_unit)(options / 5 % 3);
  how.explain = options & 16;
  char *out = NULL;
  nsp_status status = nsp_render_to_string(document, text, length, &how, &out, NULL);
  need(status == NSP_OK || !out);
  nsp_render_free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static nsp_document *document; /* reused, as users do */
  if (size < 2) return 0;
  if (!document) need(nsp_document_new(NULL, &document) == NSP_OK);
  const nsp_language *language = nsp_language_builtin(data[0] % (nsp_language_builtin_count() + 1));
  const char *id = language ? nsp_language_id(language) : NULL;
  nsp_analyzer *analyzer = make_analyzer(data[1]);
  /* A copy of exactly this size, so that a read beyond it is seen. */
  size_t length = size - 2;
  char *text = malloc(length ? length : 1);
  need(text != NULL);
  for (size_t i = 0; i < length; i++) text[i] = (char)data[i + 2];
  nsp_status status = nsp_analyze_as(analyzer, id, text, length, document, NULL);
  need(status == NSP_OK || (status == NSP_ERROR_MALFORMED_UTF8 && data[1] & 8));
  check_sentences(document, length);
  check_quotes(document, length);
  render(document, text, length, data[1]);
  free(text);
  nsp_analyzer_free(analyzer);
  return 0;
}

/* The pipeline. Text goes in at the top, a document comes out at the bottom; each stage has a folder of its own. */
#include "analyzer.h"

#include <string.h>

#include "base/status.h"
#include "credit/credit.h"
#include "entity/entity.h"
#include "quote/quote.h"
#include "quote/speaker.h"
#include "sentence/sentence.h"
#include "stage.h"
#include "syntax/syntax.h"

static const struct {
  nsp__stage run;
  uint32_t wanted_for; /* runs when any of these is asked for */
} pipeline[] = {
    {nsp__find_sentences, NSP_STAGE_ALL}, /* and the blocks that they stand in, in one walk */
    {nsp__find_tokens, NSP_STAGE_ENTITIES | NSP_STAGE_QUOTES | NSP_STAGE_CREDITS},
    {nsp__find_mentions, NSP_STAGE_ENTITIES | NSP_STAGE_QUOTES},
    {nsp__find_quotes, NSP_STAGE_QUOTES},
    {nsp__find_entities, NSP_STAGE_ENTITIES | NSP_STAGE_QUOTES}, /* knows who speaks where */
    {nsp__attribute_speakers, NSP_STAGE_QUOTES},
    {nsp__find_credits, NSP_STAGE_CREDITS},
};

static nsp_status run_pipeline(nsp__analysis *analysis) {
  for (size_t i = 0; i < sizeof pipeline / sizeof *pipeline; i++) {
    if (!(analysis->options->stages & pipeline[i].wanted_for)) continue;
    nsp_status status = pipeline[i].run(analysis);
    if (status != NSP_OK) return status;
    nsp__arena_reset(&analysis->document->scratch);
  }
  return NSP_OK;
}

/* Links must lie in the text, in order, and not overlap. */
static bool links_fit(const nsp_input *input) {
  uint32_t end = 0;
  for (size_t i = 0; i < input->link_count; i++) {
    const nsp_link *link = &input->links[i];
    if (!link->url || link->span.start < end || link->span.end < link->span.start || link->span.end > input->length)
      return false;
    end = link->span.end;
  }
  return true;
}

static nsp_status analyze(const nsp_analyzer *analyzer, const nsp_language *language, const nsp_input *input,
                          nsp_document *document, nsp_error *error) {
  nsp_document_reset(document);
  if (!analyzer || !document || (!input->text && input->length))
    return nsp__fail(error, NSP_ERROR_INVALID_ARGUMENT, 0, "analyzer, document and text must not be NULL");
  if (input->length > analyzer->options.max_input) return nsp__fail(error, NSP_ERROR_TOO_LONG, input->length, NULL);
  nsp__analysis analysis = {.text = input->length ? input->text : "",
                            .length = (uint32_t)input->length,
                            .options = &analyzer->options,
                            .common = analyzer->common,
                            .links = input->links,
                            .link_count = input->link_count,
                            .document = document};
  if (!language)
    language = nsp__options_override(&analyzer->options, nsp_language_detect(analysis.text, analysis.length));
  analysis.language = document->language = language;
  nsp_status status = run_pipeline(&analysis);
  if (status == NSP_OK) return NSP_OK;
  nsp_document_reset(document);
  return nsp__fail(error, status, status == NSP_ERROR_MALFORMED_UTF8 ? analysis.first_malformed : 0, NULL);
}

nsp_input nsp_input_default(const char *text, size_t length) {
  nsp_input input = {.struct_size = sizeof input, .text = text, .length = length};
  return input;
}

nsp_status nsp_analyze(const nsp_analyzer *analyzer, const char *text, size_t length, nsp_document *document,
                       nsp_error *error) {
  nsp_input input = nsp_input_default(text, length);
  return analyze(analyzer, analyzer ? analyzer->options.fixed : NULL, &input, document, error);
}

nsp_status nsp_analyze_input(const nsp_analyzer *analyzer, const nsp_input *input, nsp_document *document,
                             nsp_error *error) {
  nsp_document_reset(document);
  if (!input || input->struct_size < sizeof *input || (!input->links && input->link_count) || !links_fit(input))
    return nsp__fail(error, NSP_ERROR_INVALID_ARGUMENT, 0, "the input's links are out of bounds or order");
  const nsp_language *pack = analyzer ? analyzer->options.fixed : NULL;
  if (analyzer && input->language) {
    bool find = strcmp(input->language, "auto") == 0;
    pack = find ? NULL : nsp__options_language(&analyzer->options, input->language);
    if (!pack && !find) return nsp__fail(error, NSP_ERROR_UNKNOWN_LANGUAGE, 0, NULL);
  }
  return analyze(analyzer, pack, input, document, error);
}

nsp_status nsp_analyze_as(const nsp_analyzer *analyzer, const char *language, const char *text, size_t length,
                          nsp_document *document, nsp_error *error) {
  nsp_input input = nsp_input_default(text, length);
  input.language = language ? language : "auto";
  return nsp_analyze_input(analyzer, &input, document, error);
}

nsp_status nsp_analyzer_new(const nsp_config *config, nsp_analyzer **out) {
  if (!out) return NSP_ERROR_INVALID_ARGUMENT;
  *out = NULL;
  nsp_allocator memory = config ? config->allocator : nsp_allocator_default();
  nsp_analyzer *analyzer = memory.allocate(memory.context, sizeof *analyzer);
  if (!analyzer) return NSP_ERROR_NO_MEMORY;
  analyzer->allocator = memory;
  analyzer->options = config ? config->options : nsp__options_default();
  analyzer->common = nsp__options_language(&analyzer->options, "und");
  *out = analyzer;
  return NSP_OK;
}

void nsp_analyzer_free(nsp_analyzer *analyzer) {
  if (!analyzer) return;
  nsp_allocator memory = analyzer->allocator;
  memory.release(memory.context, analyzer, sizeof *analyzer);
}

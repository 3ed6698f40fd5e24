#include "analysis.h"

#include <stdio.h>
#include <stdlib.h>

/* A view for readers shows what is likely; data for programs has everything, with its confidence. */
static uint64_t min_confidence(const struct options *options) {
  if (options->min_confidence >= 0) return (uint64_t)options->min_confidence;
  return options->format == OUTPUT_TEXT || options->format == OUTPUT_HTML ? 600 : 0;
}

static bool configure(const struct options *options, nsp_config *config) {
  struct {
    nsp_option option;
    uint64_t value;
  } values[] = {{NSP_OPTION_STAGES, options->stages ? options->stages : NSP_STAGE_BLOCKS},
                {NSP_OPTION_STRICT_UTF8, options->strict},
                {NSP_OPTION_ENGINE, options->engine},
                {NSP_OPTION_TILE_SENTENCES, options->tile},
                {NSP_OPTION_WHOLE_QUOTES, options->whole_quotes},
                {NSP_OPTION_MIN_CONFIDENCE, min_confidence(options)}};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    if (nsp_config_set(config, values[i].option, values[i].value) != NSP_OK) return false;
  if (options->language && nsp_config_set_language(config, options->language) != NSP_OK) {
    fprintf(stderr, "newsparse: no language pack for '%s'\n", options->language);
    return false;
  }
  return true;
}

bool analysis_start(struct analysis *analysis, const struct options *options) {
  nsp_config *config;
  *analysis = (struct analysis){.options = options};
  if (nsp_config_new(NULL, &config) != NSP_OK) return false;
  bool done = packs_add(&analysis->packs, options, config) && configure(options, config) &&
              nsp_analyzer_new(config, &analysis->analyzer) == NSP_OK;
  nsp_config_free(config);
  return done;
}

void analysis_end(struct analysis *analysis) {
  nsp_analyzer_free(analysis->analyzer);
  packs_free(&analysis->packs);
}

nsp_status analysis_run(const struct analysis *analysis, const nsp_input *input, nsp_document *document,
                        nsp_error *error) {
  nsp_input given = *input;
  if (analysis->options->language) given.language = NULL; /* --lang says it for all */
  nsp_status status = nsp_analyze_input(analysis->analyzer, &given, document, error);
  if (status != NSP_ERROR_UNKNOWN_LANGUAGE) return status;
  given.language = "auto";
  return nsp_analyze_input(analysis->analyzer, &given, document, error);
}

/* Options, and the analyzers that are made from them. */
#include <criterion/criterion.h>
#include <string.h>

#include "newsparse/newsparse.h"

static nsp_config *new_config(void) {
  nsp_config *config = NULL;
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  return config;
}

Test(config, begins_with_the_documented_defaults) {
  nsp_config *config = new_config();
  cr_assert_eq(nsp_config_get(config, NSP_OPTION_STAGES), NSP_STAGE_ALL);
  cr_assert_eq(nsp_config_get(config, NSP_OPTION_STRICT_UTF8), 0);
  cr_assert_eq(nsp_config_get(config, NSP_OPTION_ENGINE), NSP_ENGINE_NATIVE);
  cr_assert_eq(nsp_config_get(config, NSP_OPTION_TILE_SENTENCES), 0);
  cr_assert_eq(nsp_config_get(config, NSP_OPTION_WHOLE_QUOTES), 0);
  cr_assert_eq(nsp_config_get(config, NSP_OPTION_MIN_CONFIDENCE), 0);
  cr_assert_eq(nsp_config_get(config, NSP_OPTION_MAX_INPUT), NSP_MAX_INPUT);
  nsp_config_free(config);
}

Test(config, keeps_what_is_set_and_refuses_what_is_not) {
  static const struct {
    nsp_option option;
    uint64_t good, bad;
  } table[] = {{NSP_OPTION_STAGES, NSP_STAGE_SENTENCES, 32},
               {NSP_OPTION_STRICT_UTF8, 1, 2},
               {NSP_OPTION_ENGINE, NSP_ENGINE_ICU, 2},
               {NSP_OPTION_TILE_SENTENCES, 1, UINT64_MAX},
               {NSP_OPTION_WHOLE_QUOTES, 1, 2},
               {NSP_OPTION_MIN_CONFIDENCE, 600, 1001},
               {NSP_OPTION_MAX_INPUT, 1000, (uint64_t)1 << 40}};
  nsp_config *config = new_config();
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    cr_assert_eq(nsp_config_set(config, table[i].option, table[i].good), NSP_OK);
    cr_assert_eq(nsp_config_set(config, table[i].option, table[i].bad), NSP_ERROR_INVALID_ARGUMENT);
    cr_assert_eq(nsp_config_get(config, table[i].option), table[i].good);
  }
  cr_assert_eq(nsp_config_set(config, (nsp_option)999, 1), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_config_get(config, (nsp_option)999), 0);
  nsp_config_free(config);
}

Test(config, an_analyzer_does_not_follow_it) {
  nsp_config *config = new_config();
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  cr_assert_eq(nsp_config_set_language(config, "de"), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_MAX_INPUT, 1), NSP_OK);
  nsp_config_free(config);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_analyze(analyzer, "The text.", 9, document, NULL), NSP_OK);
  cr_assert_str_eq(nsp_language_id(nsp_document_language(document)), "de");
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
}

Test(config, languages_by_locale_id) {
  nsp_config *config = new_config();
  cr_assert_eq(nsp_config_set_language(config, "en-GB"), NSP_OK);
  cr_assert_eq(nsp_config_set_language(config, NULL), NSP_OK);
  cr_assert_eq(nsp_config_set_language(config, "auto"), NSP_OK);
  cr_assert_eq(nsp_config_set_language(config, "und"), NSP_OK);
  cr_assert_eq(nsp_config_set_language(config, "tlh"), NSP_ERROR_UNKNOWN_LANGUAGE);
  cr_assert_eq(nsp_config_set_language(config, ""), NSP_ERROR_UNKNOWN_LANGUAGE);
  nsp_config_free(config);
}

static size_t sentences(nsp_stage stages, const char *text) {
  nsp_config *config = new_config();
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_STAGES, stages), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_analyze_as(analyzer, "en", text, strlen(text), document, NULL), NSP_OK);
  cr_assert_eq(nsp_document_block_count(document), 1u);
  size_t count = nsp_document_sentence_count(document);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  return count;
}

Test(config, stages_bring_along_what_they_need) {
  cr_assert_eq(sentences(NSP_STAGE_SENTENCES, "One went. Two came."), 2u);
  cr_assert_eq(sentences(NSP_STAGE_QUOTES, "One went. Two came."), 2u);
  cr_assert_eq(sentences(NSP_STAGE_CREDITS, "One went. Two came."), 2u);
}

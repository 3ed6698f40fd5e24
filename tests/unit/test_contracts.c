/* Every public function with the arguments that nobody should give it. */
#include <criterion/criterion.h>
#include <string.h>

#include "newsparse/newsparse.h"

static bool take(const char *data, size_t length, void *payload) {
  (void)data, (void)length, (void)payload;
  return true;
}

static bool refuse(const char *data, size_t length, void *payload) {
  (void)data, (void)length, (void)payload;
  return false;
}

Test(contracts, freeing_nothing_is_legal) {
  nsp_config_free(NULL);
  nsp_analyzer_free(NULL);
  nsp_document_free(NULL);
  nsp_language_free(NULL);
  nsp_render_free(NULL);
  nsp_encoding_free(NULL, 0, NULL);
}

Test(contracts, making_without_a_place_for_it) {
  cr_assert_eq(nsp_config_new(NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_analyzer_new(NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_document_new(NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_language_compile(NULL, "en", NULL, 0, NULL, NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
}

Test(contracts, configs) {
  cr_assert_eq(nsp_config_set(NULL, NSP_OPTION_STAGES, 1), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_config_get(NULL, NSP_OPTION_STAGES), 0);
  cr_assert_eq(nsp_config_set_language(NULL, "en"), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_config_add_language(NULL, nsp_language_find("en")), NSP_ERROR_INVALID_ARGUMENT);
  nsp_config *config = NULL;
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  cr_assert_eq(nsp_config_add_language(config, NULL), NSP_ERROR_INVALID_ARGUMENT);
  nsp_config_free(config);
}

Test(contracts, analyses) {
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  nsp_error error = {NSP_OK, 0, 0, 0, "", ""};
  cr_assert_eq(nsp_analyzer_new(NULL, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_analyze(NULL, "a", 1, document, &error), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(error.status, NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_analyze(analyzer, "a", 1, NULL, &error), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_analyze(analyzer, NULL, 1, document, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_analyze(analyzer, NULL, 0, document, NULL), NSP_OK);
  cr_assert_eq(nsp_analyze_as(NULL, "en", "a", 1, document, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_analyze_as(analyzer, NULL, "a", 1, document, NULL), NSP_OK);
  cr_assert_eq(nsp_analyze_as(analyzer, "", "a", 1, document, NULL), NSP_ERROR_UNKNOWN_LANGUAGE);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
}

Test(contracts, languages) {
  nsp_language *language = NULL;
  nsp_pack_file nameless = {NULL, "a", 1}, textless = {"abbreviations.txt", NULL, 1};
  cr_assert_eq(nsp_language_compile(NULL, "en", &nameless, 1, NULL, &language, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_language_compile(NULL, "en", &textless, 1, NULL, &language, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_language_compile(NULL, "en", NULL, 1, NULL, &language, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_language_compile(NULL, NULL, NULL, 0, NULL, &language, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_language_check(NULL, NULL, 1, NULL, NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_language_check(NULL, NULL, 0, NULL, NULL, NULL), NSP_OK);
}

Test(contracts, inputs_with_links) {
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  cr_assert_eq(nsp_analyzer_new(NULL, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  nsp_link links[] = {{{0, 3}, "https://a.example"}, {{4, 8}, "https://b.example"}};
  nsp_input input = nsp_input_default("The text.", 9);
  cr_assert_eq(input.struct_size, sizeof input);
  input.links = links;
  input.link_count = 2;
  cr_assert_eq(nsp_analyze_input(analyzer, &input, document, NULL), NSP_OK);
  cr_assert_eq(nsp_analyze_input(analyzer, NULL, document, NULL), NSP_ERROR_INVALID_ARGUMENT);
  static const nsp_link bad[][2] = {
      {{{4, 8}, "x"}, {{0, 3}, "x"}},  /* out of order */
      {{{0, 5}, "x"}, {{4, 8}, "x"}},  /* over each other */
      {{{0, 3}, "x"}, {{4, 10}, "x"}}, /* beyond the end */
      {{{3, 0}, "x"}, {{4, 8}, "x"}},  /* backwards */
      {{{0, 3}, NULL}, {{4, 8}, "x"}}, /* leading nowhere */
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    input.links = bad[i];
    cr_assert_eq(nsp_analyze_input(analyzer, &input, document, NULL), NSP_ERROR_INVALID_ARGUMENT, "case %zu", i);
    cr_assert_eq(nsp_document_sentence_count(document), 0u);
  }
  input.links = NULL;
  cr_assert_eq(nsp_analyze_input(analyzer, &input, document, NULL), NSP_ERROR_INVALID_ARGUMENT);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
}

Test(contracts, segments) {
  nsp_document *document = NULL;
  nsp_segment *segments = NULL;
  size_t count = 7;
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_segments_new(document, NULL, &segments, &count), NSP_OK);
  cr_assert_null(segments);
  cr_assert_eq(count, 0u);
  cr_assert_eq(nsp_segments_new(NULL, NULL, &segments, &count), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_segments_new(document, NULL, NULL, &count), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_segments_new(document, NULL, &segments, NULL), NSP_ERROR_INVALID_ARGUMENT);
  nsp_segments_free(NULL, 0, NULL);
  nsp_document_free(document);
}

Test(contracts, rendering) {
  nsp_document *document = NULL;
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  nsp_render_options options = nsp_render_options_default(NSP_FORMAT_JSON);
  cr_assert_eq(options.struct_size, sizeof options);
  char *out = (char *)document;
  cr_assert_eq(nsp_render(NULL, "", 0, &options, take, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_render(document, "", 0, NULL, take, NULL), NSP_OK);
  cr_assert_eq(nsp_render(document, "", 0, &options, NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_render(document, NULL, 1, &options, take, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_render(document, "", 0, &options, refuse, NULL), NSP_ERROR_STATE);
  cr_assert_eq(nsp_render_to_string(document, "", 0, &options, NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_render_to_string(NULL, "", 0, &options, &out, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_null(out);
  options.format = (nsp_format)99;
  cr_assert_eq(nsp_render(document, "", 0, &options, take, NULL), NSP_ERROR_INVALID_ARGUMENT);
  options = nsp_render_options_default(NSP_FORMAT_JSON);
  options.offsets = (nsp_unit)99;
  cr_assert_eq(nsp_render(document, "", 0, &options, take, NULL), NSP_ERROR_INVALID_ARGUMENT);
  nsp_document_free(document);
}

Test(contracts, encodings) {
  char *out = NULL;
  size_t length = 0;
  cr_assert_eq(nsp_encoding_convert("a", 1, "no-such-encoding", NULL, &out, &length), NSP_ERROR_UNKNOWN_ENCODING);
  cr_assert_null(out);
  cr_assert_eq(nsp_encoding_convert("a", 1, NULL, NULL, &out, &length), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_encoding_convert("a", 1, "UTF-8", NULL, NULL, &length), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_encoding_convert(NULL, 1, "UTF-8", NULL, &out, &length), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_encoding_convert("caf\xE9", 4, "ISO-8859-1", NULL, &out, &length), NSP_OK);
  cr_assert_str_eq(out, "caf\xC3\xA9");
  cr_assert_eq(length, 5u);
  nsp_encoding_free(out, length, NULL);
  cr_assert_str_eq(nsp_encoding_detect(NULL, 0), "UTF-8");
  cr_assert_str_eq(nsp_encoding_detect("\xEF\xBB\xBF"
                                       "a",
                                       4),
                   "UTF-8");
}

Test(contracts, names_of_everything) {
  cr_assert_str_eq(nsp_block_kind_name(NSP_BLOCK_LIST_ITEM), "list_item");
  cr_assert_str_eq(nsp_quote_kind_name(NSP_QUOTE_MIXED), "mixed");
  cr_assert_str_eq(nsp_quote_flag_name(NSP_QUOTE_DENIED), "denied");
  cr_assert_null(nsp_quote_flag_name(0));
  cr_assert_null(nsp_quote_flag_name(3));
  cr_assert_str_eq(nsp_entity_kind_name(NSP_ENTITY_ORGANISATION), "organisation");
  cr_assert_str_eq(nsp_mention_kind_name(NSP_MENTION_PRONOUN), "pronoun");
  cr_assert_null(nsp_gender_name(NSP_GENDER_UNKNOWN));
  cr_assert_null(nsp_number_name(NSP_NUMBER_UNKNOWN));
  for (int kind = 10; kind <= 240; kind += 10)
    cr_assert_eq((int)nsp_credit_kind_from_name(nsp_credit_kind_name((nsp_credit_kind)kind)), kind);
  cr_assert_eq((int)nsp_credit_kind_from_name("nonsense"), 0);
  cr_assert_eq((int)nsp_credit_kind_from_name(NULL), 0);
  cr_assert_not_null(nsp_block_kind_name((nsp_block_kind)12345));
  cr_assert_not_null(nsp_quote_kind_name((nsp_quote_kind)12345));
  cr_assert_not_null(nsp_entity_kind_name((nsp_entity_kind)12345));
  cr_assert_not_null(nsp_mention_kind_name((nsp_mention_kind)12345));
  cr_assert_not_null(nsp_credit_kind_name((nsp_credit_kind)12345));
}

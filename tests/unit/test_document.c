/* Documents: their life, their lists, and what an analysis leaves in them. */
#include <criterion/criterion.h>
#include <string.h>

#include "newsparse/newsparse.h"

typedef struct {
  nsp_analyzer *analyzer;
  nsp_document *document;
} engine;

static engine start(nsp_option option, uint64_t value) {
  engine e = {NULL, NULL};
  nsp_config *config = NULL;
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  cr_assert_eq(nsp_config_set(config, option, value), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &e.analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &e.document), NSP_OK);
  nsp_config_free(config);
  return e;
}

static void stop(engine e) {
  nsp_document_free(e.document);
  nsp_analyzer_free(e.analyzer);
}

static void check_empty(const nsp_document *document) {
  cr_assert_eq(nsp_document_block_count(document), 0u);
  cr_assert_eq(nsp_document_sentence_count(document), 0u);
  cr_assert_eq(nsp_document_entity_count(document), 0u);
  cr_assert_eq(nsp_document_quote_count(document), 0u);
  cr_assert_eq(nsp_document_credit_count(document), 0u);
  cr_assert_null(nsp_document_block(document, 0));
  cr_assert_null(nsp_document_sentence(document, 0));
  cr_assert_null(nsp_document_entity(document, 0));
  cr_assert_null(nsp_document_quote(document, 0));
  cr_assert_null(nsp_document_credit(document, SIZE_MAX));
  cr_assert_not_null(nsp_document_provenance(document));
  cr_assert_null(nsp_document_provenance(document)->publisher.data);
}

static const char text[] = "\"We met,\" said Ana Roe. It went well.";

Test(document, is_empty_at_first_after_a_reset_and_when_there_is_none) {
  engine e = start(NSP_OPTION_STAGES, NSP_STAGE_ALL);
  check_empty(e.document);
  check_empty(NULL);
  cr_assert_eq(nsp_analyze(e.analyzer, text, sizeof text - 1, e.document, NULL), NSP_OK);
  cr_assert_eq(nsp_document_sentence_count(e.document), 2u);
  nsp_document_reset(e.document);
  check_empty(e.document);
  nsp_document_reset(NULL);
  nsp_document_free(NULL);
  stop(e);
}

Test(document, the_next_analysis_replaces_the_last) {
  engine e = start(NSP_OPTION_STAGES, NSP_STAGE_ALL);
  for (int i = 0; i < 3; i++) {
    cr_assert_eq(nsp_analyze(e.analyzer, text, sizeof text - 1, e.document, NULL), NSP_OK);
    cr_assert_eq(nsp_document_sentence_count(e.document), 2u);
    cr_assert_eq(nsp_analyze(e.analyzer, NULL, 0, e.document, NULL), NSP_OK);
    check_empty(e.document);
  }
  stop(e);
}

Test(document, a_failure_empties_it_and_says_where) {
  engine e = start(NSP_OPTION_STRICT_UTF8, 1);
  cr_assert_eq(nsp_analyze(e.analyzer, text, sizeof text - 1, e.document, NULL), NSP_OK);
  nsp_error error = {NSP_OK, 0, 0, 0, "", ""};
  cr_assert_eq(nsp_analyze(e.analyzer,
                           "Good. B\xFF"
                           "d.",
                           10, e.document, &error),
               NSP_ERROR_MALFORMED_UTF8);
  cr_assert_eq(error.status, NSP_ERROR_MALFORMED_UTF8);
  cr_assert_eq(error.offset, 7u);
  cr_assert_gt(strlen(error.message), 0u);
  check_empty(e.document);
  cr_assert_eq(nsp_analyze_as(e.analyzer, "tlh", text, sizeof text - 1, e.document, &error),
               NSP_ERROR_UNKNOWN_LANGUAGE);
  check_empty(e.document);
  stop(e);
}

Test(document, counts_malformed_bytes_and_keeps_them) {
  engine e = start(NSP_OPTION_STAGES, NSP_STAGE_ALL);
  cr_assert_eq(nsp_analyze(e.analyzer, "A \xFF\xC3 b \xE2\x80. C", 12, e.document, NULL), NSP_OK);
  cr_assert_eq(nsp_document_malformed_count(e.document), 4u);
  stop(e);
}

Test(document, too_long_a_text) {
  engine e = start(NSP_OPTION_MAX_INPUT, 5);
  cr_assert_eq(nsp_analyze(e.analyzer, "12345", 5, e.document, NULL), NSP_OK);
  cr_assert_eq(nsp_analyze(e.analyzer, "123456", 6, e.document, NULL), NSP_ERROR_TOO_LONG);
  stop(e);
  e = start(NSP_OPTION_STAGES, NSP_STAGE_ALL);
  cr_assert_eq(nsp_analyze(e.analyzer, text, NSP_MAX_INPUT + 1, e.document, NULL), NSP_ERROR_TOO_LONG);
  stop(e);
}

Test(document, texts_need_no_nul_and_may_hold_some) {
  engine e = start(NSP_OPTION_STAGES, NSP_STAGE_ALL);
  static const char with_nul[] = "One\0 went. Two came.";
  cr_assert_eq(nsp_analyze_as(e.analyzer, "en", with_nul, sizeof with_nul - 1, e.document, NULL), NSP_OK);
  cr_assert_eq(nsp_document_sentence_count(e.document), 2u);
  cr_assert_eq(nsp_analyze_as(e.analyzer, "en", with_nul, 10, e.document, NULL), NSP_OK);
  cr_assert_eq(nsp_document_sentence_count(e.document), 1u);
  stop(e);
}

Test(document, says_what_memory_it_holds) {
  engine e = start(NSP_OPTION_STAGES, NSP_STAGE_ALL);
  size_t before = nsp_document_memory(e.document);
  cr_assert_gt(before, 0u);
  cr_assert_eq(nsp_analyze(e.analyzer, text, sizeof text - 1, e.document, NULL), NSP_OK);
  cr_assert_gt(nsp_document_memory(e.document), before);
  cr_assert_eq(nsp_document_memory(NULL), 0u);
  stop(e);
}

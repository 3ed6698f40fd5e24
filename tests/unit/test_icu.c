/* ICU's engine, against the Unicode Consortium's own test of sentence boundaries (Debian package unicode-data). */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "newsparse/newsparse.h"
#include "sentence/icu.h"
#include "text/utf8.h"

static const char *const places[] = {"/usr/share/unicode/auxiliary/SentenceBreakTest.txt",
                                     "/usr/share/unicode/ucd/auxiliary/SentenceBreakTest.txt"};

typedef struct list {
  uint32_t at[64], count;
} list;

static nsp_status take(uint32_t at, void *payload) {
  list *l = payload;
  cr_assert_lt(l->count, 64u);
  l->at[l->count++] = at;
  return NSP_OK;
}

/* "÷ 0001 × 0308 ÷ # …": the text, and where it is to be cut. False when the line holds no case. */
static bool read_case(char *line, char *text, uint32_t *length, list *cuts) {
  char *comment = strchr(line, '#');
  if (comment) *comment = '\0';
  *length = cuts->count = 0;
  for (char *word = strtok(line, " \t\n"); word; word = strtok(NULL, " \t\n")) {
    if (strcmp(word, "\xC3\xB7") == 0) {
      if (*length) cuts->at[cuts->count++] = *length;
    } else if (strcmp(word, "\xC3\x97") != 0) {
      *length += (uint32_t)nsp__utf8_encode((uint32_t)strtoul(word, NULL, 16), text + *length);
    }
  }
  return cuts->count > 0;
}

Test(icu, sentence_break_test) {
  FILE *file = NULL;
  for (size_t i = 0; i < 2 && !file; i++) file = fopen(places[i], "rb");
  if (!file) cr_skip_test("SentenceBreakTest.txt is missing (Debian package unicode-data)");
  static char line[8192], text[4096];
  uint32_t number = 0, cases = 0, length;
  while (fgets(line, sizeof line, file)) {
    list expected, found = {{0}, 0};
    number++;
    if (!read_case(line, text, &length, &expected)) continue;
    cases++;
    cr_assert_eq(nsp__icu_boundaries(text, length, "en", take, &found), NSP_OK);
    cr_assert_eq(found.count, expected.count, "line %u: %u boundaries, not %u", number, found.count, expected.count);
    cr_assert_arr_eq(found.at, expected.at, found.count * sizeof *found.at, "line %u", number);
  }
  fclose(file);
  cr_assert_gt(cases, 400u);
}

Test(icu, is_an_engine_of_the_analyzer) {
  static const char text[] = "He met Mr. Ng.  It rained.\n\nA heading\nNo end";
  static const char *const expected[] = {"He met Mr.", "Ng.", "It rained.", "A heading", "No end"};
  static const uint32_t blocks[] = {0, 0, 0, 1, 2};
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_ENGINE, NSP_ENGINE_ICU), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_STAGES, NSP_STAGE_SENTENCES), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_analyze_as(analyzer, "en", text, sizeof text - 1, document, NULL), NSP_OK);
  cr_assert_eq(nsp_document_sentence_count(document), 5u);
  for (size_t i = 0; i < 5; i++) {
    const nsp_sentence *sentence = nsp_document_sentence(document, i);
    cr_assert_eq(sentence->span.end - sentence->span.start, strlen(expected[i]), "sentence %zu", i);
    cr_assert_arr_eq(text + sentence->span.start, expected[i], strlen(expected[i]), "sentence %zu", i);
    cr_assert_eq(sentence->block, blocks[i], "sentence %zu", i);
  }
  cr_assert_eq(nsp_document_block(document, 0)->sentence_count, 3u);
  cr_assert_eq(nsp_document_block(document, 2)->first_sentence, 4u);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
}

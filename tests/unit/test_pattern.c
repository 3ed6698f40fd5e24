/* The pattern language of credits.txt: what it takes, what it refuses, and where it says the mistake is. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "newsparse/newsparse.h"

typedef struct mistakes {
  uint32_t count, line[16], column[16];
  char file[16][32];
} mistakes;

static void note(const nsp_error *error, void *payload) {
  mistakes *m = payload;
  if (m->count < 16) {
    m->line[m->count] = error->line;
    m->column[m->count] = error->column;
    snprintf(m->file[m->count], sizeof m->file[0], "%.31s", error->file);
  }
  m->count++;
}

static mistakes check(const char *patterns) {
  mistakes m;
  memset(&m, 0, sizeof m);
  nsp_pack_file file = {"credits.txt", patterns, strlen(patterns)};
  nsp_status status = nsp_language_check(nsp_language_find("en"), &file, 1, NULL, note, &m);
  cr_assert_eq(status, m.count ? NSP_ERROR_PACK_SYNTAX : NSP_OK, "%s", patterns);
  return m;
}

/* The kind of the first credit that English with these patterns finds, or 0. Its pattern in `reason`. */
static int first_kind(const char *patterns, const char *text, char reason[256]) {
  nsp_pack_file file = {"credits.txt", patterns, strlen(patterns)};
  nsp_language *language = NULL;
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  nsp_error error = {NSP_OK, 0, 0, 0, "", ""};
  cr_assert_eq(nsp_language_compile(nsp_language_find("en"), "en", &file, 1, NULL, &language, &error), NSP_OK,
               "%u:%u %s", error.line, error.column, error.message);
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  cr_assert_eq(nsp_config_add_language(config, language), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_analyze_as(analyzer, "en", text, strlen(text), document, NULL), NSP_OK);
  const nsp_credit *credit = nsp_document_credit(document, 0);
  int kind = credit ? (int)credit->kind : 0;
  if (reason) {
    reason[0] = '\0';
    if (credit && credit->reason.data) {
      size_t length = credit->reason.length < 255 ? credit->reason.length : 255;
      memcpy(reason, credit->reason.data, length);
      reason[length] = '\0';
    }
  }
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  nsp_language_free(language);
  return kind;
}

Test(pattern, an_editors_own_pattern_is_used_and_named) {
  char reason[256];
  const char *mine = "# ours\nbased_on: hatched in the nest of SOURCES";
  cr_assert_eq(first_kind("# nothing\n", "Hatched in the nest of Ana Roe.", NULL), 0);
  cr_assert_eq(first_kind(mine, "Hatched in the nest of Ana Roe.", reason), NSP_CREDIT_BASED_ON);
  cr_assert_str_eq(reason, "based_on: hatched in the nest of SOURCES");
}

Test(pattern, groups_options_and_definitions) {
  const char *mine = "@bird = robin|magpie\nvia: {seen|heard} by the [old] @bird of SOURCE";
  cr_assert_eq(first_kind(mine, "Seen by the robin of Ana Roe.", NULL), NSP_CREDIT_VIA);
  cr_assert_eq(first_kind(mine, "It was heard by the old magpie of Ana Roe.", NULL), NSP_CREDIT_VIA);
  cr_assert_eq(first_kind(mine, "It was heard by the young magpie of Ana Roe.", NULL), 0);
}

Test(pattern, anchors_and_gaps_have_bounds) {
  const char *line = "via: ^ zeppelin GAP2 SOURCES $";
  cr_assert_eq(first_kind(line, "Zeppelin over the Roe Institute", NULL), NSP_CREDIT_VIA);
  cr_assert_eq(first_kind(line, "A zeppelin over the Roe Institute", NULL), 0);
  cr_assert_eq(first_kind(line, "Zeppelin seen early today over the Roe Institute", NULL), 0);
}

Test(pattern, looks_to_both_sides) {
  const char *ahead = "via: zeppelin of !{the} SOURCES";
  cr_assert_eq(first_kind(ahead, "Zeppelin of Roe Limited flew.", NULL), NSP_CREDIT_VIA);
  cr_assert_eq(first_kind(ahead, "Zeppelin of the Roe Limited flew.", NULL), 0);
  const char *behind = "via: <!{no} zeppelin of SOURCES";
  cr_assert_eq(first_kind(behind, "One zeppelin of Roe Limited flew.", NULL), NSP_CREDIT_VIA);
  cr_assert_eq(first_kind(behind, "There was no zeppelin of Roe Limited.", NULL), 0);
}

Test(pattern, beginnings_of_words_and_exact_spelling) {
  cr_assert_eq(first_kind("via: zeppelin hover* near SOURCES", "A zeppelin hovering near Roe Limited.", NULL),
               NSP_CREDIT_VIA);
  cr_assert_eq(first_kind("via: zeppelin \"OVER\" SOURCES", "A zeppelin OVER Roe Limited.", NULL), NSP_CREDIT_VIA);
  cr_assert_eq(first_kind("via: zeppelin \"OVER\" SOURCES", "A zeppelin over Roe Limited.", NULL), 0);
}

Test(pattern, a_line_can_be_taken_back) {
  const char *mine = "via: zeppelin of SOURCES\n-via: zeppelin of SOURCES";
  cr_assert_eq(first_kind(mine, "Zeppelin of Roe Limited.", NULL), 0);
  mistakes m = check("-via: there was never such a line");
  cr_assert_eq(m.count, 1u);
}

Test(pattern, every_mistake_is_told_once_with_its_place) {
  mistakes m = check(
      "based_on: {written by SOURCES\n"
      "no_such_kind: written by SOURCES\n"
      "via: seen in NOWHERE\n"
      "via: SOURCES\n"
      "via: seen <no-such-list>\n"
      "via: seen @nothing\n"
      "via: seen GAP99 there\n"
      "via: {a||b}\n"
      "just words\n"
      "via: this one is fine SOURCES\n");
  cr_assert_eq(m.count, 9u, "%u mistakes", m.count);
  for (uint32_t i = 0; i < 9; i++) {
    cr_assert_eq(m.line[i], i + 1);
    cr_assert_str_eq(m.file[i], "credits.txt");
    cr_assert_gt(m.column[i], 0u);
  }
  cr_assert_eq(m.column[0], 11u);
  cr_assert_eq(m.column[2], 14u);
}

Test(pattern, nothing_is_half_loaded) {
  const char *half = "via: fine words SOURCES\nvia: {broken";
  nsp_pack_file file = {"credits.txt", half, strlen(half)};
  nsp_language *language = (nsp_language *)(uintptr_t)1;
  nsp_error error = {NSP_OK, 0, 0, 0, "", ""};
  cr_assert_eq(nsp_language_compile(nsp_language_find("en"), "en", &file, 1, NULL, &language, &error),
               NSP_ERROR_PACK_SYNTAX);
  cr_assert_null(language);
  cr_assert_eq(error.line, 2u);
  cr_assert_eq(error.column, 6u);
}

Test(pattern, brackets_too_deep_and_lines_too_long_are_refused) {
  char deep[256] = "via: ";
  for (int i = 0; i < 60; i++) strcat(deep, "{");
  strcat(deep, "seen");
  for (int i = 0; i < 60; i++) strcat(deep, "}");
  cr_assert_eq(check(deep).count, 1u);
  static char wide[60000] = "via: seen";
  size_t at = strlen(wide);
  for (int i = 0; i < 5000; i++) memcpy(wide + at, " [word]", 7), at += 7;
  wide[at] = '\0';
  cr_assert_eq(check(wide).count, 1u);
}

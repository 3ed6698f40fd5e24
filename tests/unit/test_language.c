/* Language packs: built in, compiled at run time, and broken ones. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "language/pack.h"
#include "newsparse/newsparse.h"

static nsp_pack_file file_of(const char *name, const char *data) { return (nsp_pack_file){name, data, strlen(data)}; }

static nsp_language *compile(const nsp_language *base, const char *name, const char *data) {
  nsp_pack_file file = file_of(name, data);
  nsp_language *language = NULL;
  nsp_error error = {NSP_OK, 0, 0, 0, "", ""};
  cr_assert_eq(nsp_language_compile(base, "en", &file, 1, NULL, &language, &error), NSP_OK, "%s:%u: %s", error.file,
               error.line, error.message);
  cr_assert_not_null(language);
  return language;
}

static size_t count_sentences(const nsp_language *language, const char *text) {
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  if (language) cr_assert_eq(nsp_config_add_language(config, language), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_analyze_as(analyzer, "en", text, strlen(text), document, NULL), NSP_OK);
  size_t count = nsp_document_sentence_count(document);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  return count;
}

Test(language, built_in_ones_can_be_found_by_their_ids) {
  cr_assert_geq(nsp_language_builtin_count(), 2u);
  for (size_t i = 0; i < nsp_language_builtin_count(); i++) {
    const nsp_language *language = nsp_language_builtin(i);
    cr_assert_eq(nsp_language_find(nsp_language_id(language)), language);
    cr_assert_gt(strlen(nsp_language_name(language)), 0u);
  }
  cr_assert_null(nsp_language_builtin(nsp_language_builtin_count()));
  cr_assert_null(nsp_language_builtin(SIZE_MAX));
}

Test(language, locale_ids_lead_to_their_language) {
  static const char *const english[] = {"en", "en-GB", "en_US", "EN", "en-Latn-AU"};
  for (size_t i = 0; i < sizeof english / sizeof *english; i++)
    cr_assert_eq(nsp_language_find(english[i]), nsp_language_find("en"), "%s", english[i]);
  cr_assert_not_null(nsp_language_find("und"));
  cr_assert_null(nsp_language_find("tlh"));
  cr_assert_null(nsp_language_find(""));
  cr_assert_null(
      nsp_language_find("a-very-long-locale-id-that-nobody-has-ever-used-for-anything-at-all-so-far-anywhere"));
  cr_assert_null(nsp_language_find(NULL));
}

Test(language, words_can_be_added_and_taken_away) {
  static const char text[] = "The Kreisbaum. Schmidt came home. He slept.";
  cr_assert_eq(count_sentences(NULL, text), 3u);
  nsp_language *added = compile(nsp_language_find("en"), "abbreviations.txt", "kreisbaum\tnever-final\n");
  cr_assert_eq(count_sentences(added, text), 2u);
  nsp_language *removed = compile(added, "abbreviations.txt", "-kreisbaum\n");
  cr_assert_eq(count_sentences(removed, text), 3u);
  nsp_language_free(added);
  cr_assert_eq(count_sentences(removed, text), 3u, "a language does not live off its base");
  nsp_language_free(removed);
}

Test(language, what_the_base_says_stays) {
  nsp_language *own = compile(nsp_language_find("en"), "abbreviations.txt", "kreisbaum\tnever-final\n");
  static const char text[] = "Mr. Ng left. He slept.";
  cr_assert_eq(count_sentences(own, text), count_sentences(NULL, text));
  nsp_language_free(own);
}

Test(language, can_be_made_from_nothing) {
  nsp_language *own = NULL;
  nsp_pack_file file = file_of("language.txt", "name = Marsian\n");
  cr_assert_eq(nsp_language_compile(NULL, "xx", &file, 1, NULL, &own, NULL), NSP_OK);
  cr_assert_str_eq(nsp_language_id(own), "xx");
  cr_assert_str_eq(nsp_language_name(own), "Marsian");
  nsp_language_free(own);
  cr_assert_eq(nsp_language_compile(NULL, "yy", NULL, 0, NULL, &own, NULL), NSP_OK);
  nsp_language_free(own);
  nsp_language_free(NULL);
  nsp_language_free((nsp_language *)nsp_language_find("en"));
  cr_assert_not_null(nsp_language_find("en"));
}

/* One mistake, and where it is told to be. */
static const struct {
  const char *name, *data;
  uint32_t line, column;
} broken[] = {
    {"abbreviations.txt", "good\nbad\tno-such-tag\n", 2, 5},
    {"abbreviations.txt", "# comment\n\n   x\tnever-final wrong\n", 3, 18},
    {"language.txt", "name\n", 1, 1},
    {"abbreviations.txt", "bad\xFF\n", 1, 4},
};

Test(language, mistakes_are_told_with_file_line_and_column) {
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    nsp_pack_file file = file_of(broken[i].name, broken[i].data);
    nsp_language *language = (nsp_language *)&file;
    nsp_error error = {NSP_OK, 0, 0, 0, "", ""};
    nsp_status status = nsp_language_compile(nsp_language_find("en"), NULL, &file, 1, NULL, &language, &error);
    cr_expect_eq(status, NSP_ERROR_PACK_SYNTAX, "case %zu: %s", i, nsp_status_name(status));
    cr_expect_null(language);
    cr_expect_str_eq(error.file, broken[i].name);
    cr_expect_eq(error.line, broken[i].line, "case %zu: line %u", i, error.line);
    cr_expect_eq(error.column, broken[i].column, "case %zu: column %u", i, error.column);
    cr_expect_gt(strlen(error.message), 0u);
  }
}

Test(language, a_file_of_an_unknown_name_is_a_mistake) {
  nsp_pack_file file = file_of("verses.txt", "a\n");
  nsp_language *language = NULL;
  nsp_error error = {NSP_OK, 0, 0, 0, "", ""};
  cr_assert_eq(nsp_language_compile(NULL, "en", &file, 1, NULL, &language, &error), NSP_ERROR_PACK_SYNTAX);
  cr_assert_str_eq(error.file, "verses.txt");
}

typedef struct {
  uint32_t lines[8];
  uint32_t count;
} noted;

static void note(const nsp_error *error, void *payload) {
  noted *all = payload;
  if (all->count < 8) all->lines[all->count] = error->line;
  all->count++;
}

Test(language, checking_tells_of_every_mistake) {
  nsp_pack_file file = file_of("abbreviations.txt", "good\nbad\tone\nworse\ttwo\ngood again\tnever-final\nx\tthree\n");
  noted all = {{0}, 0};
  cr_assert_eq(nsp_language_check(nsp_language_find("en"), &file, 1, NULL, note, &all), NSP_ERROR_PACK_SYNTAX);
  cr_assert_eq(all.count, 3u);
  static const uint32_t lines[] = {2, 3, 5};
  cr_assert_arr_eq(all.lines, lines, sizeof lines);
  file = file_of("abbreviations.txt", "good\n");
  cr_assert_eq(nsp_language_check(NULL, &file, 1, NULL, note, &all), NSP_OK);
  cr_assert_eq(all.count, 3u);
}

Test(language, long_names_of_files_are_cut) {
  char name[400];
  memset(name, 'n', sizeof name);
  name[399] = '\0';
  nsp_pack_file file = {name, "a", 1};
  nsp_language *language = NULL;
  nsp_error error = {NSP_OK, 0, 0, 0, "", ""};
  cr_assert_eq(nsp_language_compile(NULL, "en", &file, 1, NULL, &language, &error), NSP_ERROR_PACK_SYNTAX);
  cr_assert_eq(strlen(error.file), sizeof error.file - 1);
}

Test(language, is_found_from_a_text) {
  static const struct {
    const char *text, *id;
  } table[] = {
      {"The council met on Monday, and it will meet again in June, the mayor said.", "en"},
      {"Der Rat hat am Montag getagt, und er wird sich im Juni wieder treffen.", "de"},
      {"Le conseil s\xE2\x80\x99"
       "est r\xC3\xA9uni lundi et il se r\xC3\xA9unira de nouveau en juin.",
       "fr"},
      {"El consejo se reuni\xC3\xB3 el lunes y volver\xC3\xA1 a reunirse en junio.", "es"},
      {"", "und"},
      {"12345 67890", "und"},
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    cr_expect_str_eq(nsp_language_id(nsp_language_detect(table[i].text, strlen(table[i].text))), table[i].id, "%s",
                     table[i].text);
  cr_assert_not_null(nsp_language_detect(NULL, 0));
}

/* Source credits: what a credit says beside its kind, and what all credits say together. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "newsparse/newsparse.h"

static nsp_analyzer *analyzer;
static nsp_document *document;

static void set_up(void) {
  cr_assert_eq(nsp_analyzer_new(NULL, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
}

static void tear_down(void) {
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
}

static const nsp_credit *first_credit(const char *language, const char *text) {
  cr_assert_eq(nsp_analyze_as(analyzer, language, text, strlen(text), document, NULL), NSP_OK);
  const nsp_credit *credit = nsp_document_credit(document, 0);
  cr_assert_not_null(credit, "%s", text);
  return credit;
}

static void assert_is(nsp_string string, const char *expected) {
  cr_assert_not_null(string.data, "missing: %s", expected);
  cr_assert(string.length == strlen(expected) && memcmp(string.data, expected, string.length) == 0, "%.*s is not %s",
            (int)string.length, string.data, expected);
}

TestSuite(credit, .init = set_up, .fini = tear_down);

Test(credit, short_forms_get_their_full_names) {
  const nsp_credit *c = first_credit("en", "Photo: Paul Diaz/AFP/Getty");
  cr_assert_eq(c->kind, NSP_CREDIT_PHOTO_CREDIT);
  cr_assert_eq(c->source_count, 3u);
  assert_is(c->sources[1].name, "Agence France-Presse");
  assert_is(c->sources[2].name, "Getty Images");
  cr_assert_eq(c->sources[1].kind, NSP_ENTITY_MEDIUM);
}

Test(credit, people_and_organisations_are_told_apart) {
  const nsp_credit *c = first_credit("en", "(Reporting by Anna Roe in Paris)");
  cr_assert_eq(c->source_count, 1u);
  cr_assert_eq(c->sources[0].kind, NSP_ENTITY_PERSON);
  c = first_credit("de", "Quelle: Nordlicht GmbH");
  cr_assert_eq(c->sources[0].kind, NSP_ENTITY_ORGANISATION);
}

Test(credit, years_holder_and_ranges) {
  const nsp_credit *c = first_credit("en", "© 2002–2015 Harbor Media Group. All rights reserved.");
  cr_assert_eq(c->kind, NSP_CREDIT_COPYRIGHT_NOTICE);
  cr_assert_eq(c->year, 2002u);
  cr_assert_eq(c->end_year, 2015u);
  assert_is(c->holder, "Harbor Media Group");
}

Test(credit, licences_get_ids_and_addresses) {
  const nsp_credit *c = first_credit("en", "This work is licensed under CC BY-NC-SA 4.0.");
  cr_assert_eq(c->kind, NSP_CREDIT_LICENSE);
  assert_is(c->license, "CC-BY-NC-SA-4.0");
  assert_is(c->license_url, "https://creativecommons.org/licenses/by-nc-sa/4.0/");
  c = first_credit("de", "Dieser Text steht unter der Lizenz Creative Commons Namensnennung 3.0.");
  assert_is(c->license, "CC-BY-3.0");
}

Test(credit, datelines_have_place_and_date) {
  const nsp_credit *c =
      first_credit("en", "FLINT, Mich., Oct. 4 (UPI) — The city council voted on the new water plan.");
  cr_assert_eq(c->kind, NSP_CREDIT_AGENCY_DATELINE);
  cr_assert_not_null(c->place.data);
  cr_assert_eq(memcmp(c->place.data, "FLINT", 5), 0);
  assert_is(c->date, "Oct. 4");
  assert_is(c->sources[0].name, "United Press International");
}

Test(credit, links_of_the_text_are_taken_along) {
  const nsp_credit *c = first_credit("en", "Original article: https://example.org/story");
  cr_assert_eq(c->kind, NSP_CREDIT_ORIGINAL_LINK);
  assert_is(c->url, "https://example.org/story");
}

Test(credit, markdown_links_are_read_and_their_marks_left_out) {
  const nsp_credit *c =
      first_credit("en", "This story was originally published by [ProPublica](https://example.org/p).");
  cr_assert_eq(c->kind, NSP_CREDIT_ORIGINALLY_PUBLISHED);
  assert_is(c->sources[0].name, "ProPublica");
  assert_is(c->sources[0].url, "https://example.org/p");
  assert_is(c->url, "https://example.org/p");
}

Test(credit, links_of_a_page_reach_their_sources) {
  const char *text = "This story was originally published by ProPublica.";
  nsp_link link = {{39, 49}, "https://example.org/q"};
  nsp_input input = nsp_input_default(text, strlen(text));
  input.language = "en";
  input.links = &link;
  input.link_count = 1;
  cr_assert_eq(nsp_analyze_input(analyzer, &input, document, NULL), NSP_OK);
  const nsp_credit *c = nsp_document_credit(document, 0);
  cr_assert_not_null(c);
  assert_is(c->sources[0].url, "https://example.org/q");
}

Test(credit, languages_of_translations) {
  const nsp_credit *c = first_credit("en", "Translated from the French by Anna Roe.");
  cr_assert_eq(c->kind, NSP_CREDIT_TRANSLATED_BY);
  assert_is(c->language, "fr");
}

Test(credit, the_provenance_joins_them) {
  const char *text =
      "By Anna Roe\n\nAccording to Politico, the talks go on. She told Politico so, and CNN reported it, too.\n\n"
      "This article is republished from The Conversation under a CC BY-ND 4.0 license.\n"
      "© 2021 Harbor Media Group. All rights reserved.";
  cr_assert_eq(nsp_analyze_as(analyzer, "en", text, strlen(text), document, NULL), NSP_OK);
  const nsp_provenance *p = nsp_document_provenance(document);
  assert_is(p->publisher, "The Conversation");
  assert_is(p->rights_holder, "Harbor Media Group");
  assert_is(p->license, "CC-BY-ND-4.0");
  cr_assert_eq(p->derived_from.count, 1u);
  cr_assert_geq(p->contributors.count, 1u);
  cr_assert_eq(p->media_count, 2u);
  assert_is(p->media[0].name, "Politico");
  cr_assert_eq(p->media[0].count, 2u);
}

/* Time must grow with the text, whatever it repeats. */
Test(credit, hostile_repetition_ends, .timeout = 20) {
  static const char *const pieces[] = {"by ",  "(via ",  "source: ", "© ", "told ", "this article was ",
                                       "AFP/", "CC BY-", "(AP",      "A, "};
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    size_t length = strlen(pieces[i]), count = 60000;
    char *text = malloc(length * count);
    cr_assert_not_null(text);
    for (size_t k = 0; k < count; k++) memcpy(text + k * length, pieces[i], length);
    cr_assert_eq(nsp_analyze_as(analyzer, "en", text, length * count, document, NULL), NSP_OK);
    free(text);
  }
}

/* The contract of the quotation room beyond what cases show: order, nesting, links between records, bounds. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "newsparse/newsparse.h"

static nsp_document *analyze(const char *text, size_t length) {
  nsp_analyzer *analyzer;
  nsp_document *document;
  cr_assert_eq(nsp_analyzer_new(NULL, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_analyze_as(analyzer, "en", text, length, document, NULL), NSP_OK);
  nsp_analyzer_free(analyzer);
  return document;
}

static void check_spans(nsp_spans spans, size_t length) {
  for (uint32_t i = 0; i < spans.count; i++) {
    cr_assert_lt(spans.items[i].start, spans.items[i].end);
    cr_assert_leq(spans.items[i].end, length);
    if (i) cr_assert_geq(spans.items[i].start, spans.items[i - 1].start);
  }
}

static void check_document(const nsp_document *d, size_t length) {
  for (uint32_t i = 0; i < d->quotes.count; i++) {
    const nsp__quote *k = &d->quotes.items[i];
    cr_assert_gt(k->quote.content.count, 0u);
    check_spans(k->quote.content, length);
    check_spans(k->quote.cue, length);
    check_spans(k->quote.source, length);
    check_spans(k->quote.evidence, length);
    cr_assert(k->quote.confidence >= 0 && k->quote.confidence <= 1);
    cr_assert_not_null(k->quote.reason.data);
    cr_assert(k->quote.parent == NSP_NONE || k->quote.parent < i);
    cr_assert(k->speaker_of == NSP_NONE || k->speaker_of < d->quotes.count);
    cr_assert((k->source_head == NSP_NONE) == (k->source.first == k->source.end));
    if (i) cr_assert_leq(k[-1].quote.content.items[0].start, k->quote.content.items[0].start);
  }
}

Test(quote, what_goes_on_links_to_the_one_before) {
  const char *text = "“We lost,” Ana Roe said.\n\n“But nobody will forget this match.”\n";
  nsp_document *d = analyze(text, strlen(text));
  check_document(d, strlen(text));
  cr_assert_eq(d->quotes.count, 2);
  cr_assert_eq(d->quotes.items[1].quote.source.count, 0);
  cr_assert_eq(d->quotes.items[1].speaker_of, 0);
  nsp_document_free(d);
}

Test(quote, a_quotation_in_a_quotation_is_its_child) {
  const char *text = "Ana Roe said that Bob Ng had promised to leave.\n";
  nsp_document *d = analyze(text, strlen(text));
  check_document(d, strlen(text));
  cr_assert_eq(d->quotes.count, 2);
  cr_assert_eq(d->quotes.items[0].quote.parent, NSP_NONE);
  cr_assert_eq(d->quotes.items[1].quote.parent, 0);
  nsp_document_free(d);
}

Test(quote, a_mark_left_open_does_not_swallow_the_document) {
  const char *text = "“We will appeal.\n\nThe court sits in June. Nothing was decided.\n\nThe mayor left.\n";
  nsp_document *d = analyze(text, strlen(text));
  check_document(d, strlen(text));
  for (uint32_t i = 0; i < d->quotes.count; i++)
    for (uint32_t k = 0; k < d->quotes.items[i].quote.content.count; k++)
      cr_assert_leq(d->quotes.items[i].quote.content.items[k].end, (uint32_t)(strstr(text, "\n\n") - text));
  nsp_document_free(d);
}

Test(quote, marks_of_any_kind_in_any_order) {
  static const char *const pieces[] = {
      "“",  "”",     "\"",   "'",       "‘",  "’",     "«",   "»",    "„",  "``",
      "''", "said",  " he ", ", ",      ". ", "that ", "A: ", "\n\n", "— ", "according to ",
      "(",  "15\" ", "was ", "Ana Roe "};
  uint32_t seed = 12345;
  for (int round = 0; round < 300; round++) {
    char text[2048];
    size_t length = 0;
    for (int i = 0; i < 80; i++) {
      seed = seed * 1664525u + 1013904223u;
      const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
      memcpy(text + length, piece, strlen(piece));
      length += strlen(piece);
    }
    nsp_document *d = analyze(text, length);
    check_document(d, length);
    nsp_document_free(d);
  }
}

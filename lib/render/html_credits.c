/* The page's lists of credits and its summary of provenance. */
#include "render/html.h"

static void sources(nsp__output *output, const nsp_credit *credit) {
  for (uint32_t i = 0; i < credit->source_count; i++) {
    if (i) nsp__puts(output, ", ");
    nsp__html_string(output, credit->sources[i].name);
  }
}

static void fact(nsp__output *output, const char *label, nsp_string value) {
  if (!value.data) return;
  nsp__puts(output, "<br><span class=\"kind\">");
  nsp__puts(output, label);
  nsp__puts(output, "</span> ");
  nsp__html_link(output, value);
}

static void credit(nsp__rendering *rendering, const nsp_credit *credit) {
  nsp__output *output = rendering->output;
  nsp__puts(output, "<li><span class=\"kind\">");
  nsp__html_name(output, nsp_credit_kind_name(credit->kind));
  nsp__puts(output, "</span> <b>");
  sources(output, credit);
  nsp__puts(output, "</b>");
  fact(output, "at", credit->url);
  for (uint32_t i = 0; i < credit->source_count; i++)
    if (credit->sources[i].url.data != credit->url.data) fact(output, "at", credit->sources[i].url);
  fact(output, "licence", credit->license);
  fact(output, "holder", credit->holder);
  fact(output, "place", credit->place);
  fact(output, "date", credit->date);
  nsp__puts(output, "<br><q dir=\"auto\">");
  nsp__html_span(rendering, credit->span);
  nsp__puts(output, "</q>");
  if (rendering->options.explain) fact(output, "pattern", credit->reason);
  nsp__puts(output, "</li>\n");
}

static void row(nsp__output *output, const char *label, nsp_string value) {
  if (!value.data) return;
  nsp__puts(output, "<dt>");
  nsp__puts(output, label);
  nsp__puts(output, "</dt><dd>");
  nsp__html_link(output, value);
  nsp__puts(output, "</dd>\n");
}

static void rows(nsp__rendering *rendering, const char *label, nsp_ids credits) {
  nsp__output *output = rendering->output;
  if (!credits.count) return;
  nsp__puts(output, "<dt>");
  nsp__puts(output, label);
  nsp__puts(output, "</dt>");
  for (uint32_t i = 0; i < credits.count; i++) {
    const nsp_credit *credit = nsp_document_credit(rendering->document, credits.items[i]);
    nsp__puts(output, "<dd>");
    if (credit->source_count)
      sources(output, credit);
    else
      nsp__html_span(rendering, credit->span);
    nsp__puts(output, " <span class=\"kind\">");
    nsp__html_name(output, nsp_credit_kind_name(credit->kind));
    nsp__puts(output, "</span></dd>\n");
  }
}

static void media(nsp__output *output, const nsp_provenance *provenance) {
  if (!provenance->media_count) return;
  nsp__puts(output, "<dt>Media cited</dt>");
  for (uint32_t i = 0; i < provenance->media_count; i++) {
    nsp__puts(output, "<dd>");
    nsp__html_string(output, provenance->media[i].name);
    nsp__puts(output, " <span class=\"count\">");
    nsp__put_number(output, provenance->media[i].count);
    nsp__puts(output, "</span></dd>\n");
  }
}

static bool is_stated(const nsp_provenance *provenance) {
  return provenance->publisher.data || provenance->original_url.data || provenance->rights_holder.data ||
         provenance->license.data || provenance->derived_from.count || provenance->contributors.count ||
         provenance->agencies.count || provenance->media_count;
}

static void provenance_box(nsp__rendering *rendering) {
  const nsp_provenance *provenance = nsp_document_provenance(rendering->document);
  nsp__output *output = rendering->output;
  if (!is_stated(provenance)) return;
  nsp__puts(output, "<section class=\"provenance\">\n<h3>Provenance</h3>\n<dl>\n");
  row(output, "Original publisher", provenance->publisher);
  row(output, "Original", provenance->original_url);
  rows(rendering, "Derived from", provenance->derived_from);
  rows(rendering, "Made by", provenance->contributors);
  rows(rendering, "Agencies", provenance->agencies);
  row(output, "Rights", provenance->rights_holder);
  row(output, "Licence", provenance->license);
  row(output, "Licence text", provenance->license_url);
  media(output, provenance);
  nsp__puts(output, "</dl>\n</section>\n");
}

void nsp__html_credits(nsp__rendering *rendering) {
  size_t count = nsp_document_credit_count(rendering->document);
  provenance_box(rendering);
  if (!count) return;
  nsp__puts(rendering->output, "<section class=\"credits\">\n<h3>Credits</h3>\n<ul>\n");
  for (size_t i = 0; i < count; i++) credit(rendering, nsp_document_credit(rendering->document, i));
  nsp__puts(rendering->output, "</ul>\n</section>\n");
}

/* The page's list of speakers, each with all that they said. */
#include <string.h>

#include "render/html.h"

void nsp__html_speakers(nsp__rendering *rendering, const nsp_quote *quote) {
  nsp__output *output = rendering->output;
  for (uint32_t i = 0; i < quote->speakers.count; i++) {
    if (i) nsp__puts(output, i + 1 < quote->speakers.count ? ", " : " and ");
    nsp__html_string(output, nsp_document_entity(rendering->document, quote->speakers.items[i])->name);
  }
  if (quote->speakers.count) return;
  if (quote->source.count)
    nsp__html_spans(rendering, quote->source);
  else
    nsp__puts(output, "speaker unknown");
}

static void detail(nsp__rendering *rendering, const char *before, nsp_spans spans, const char *after, bool *begun) {
  if (!spans.count) return;
  if (*begun) nsp__puts(rendering->output, " · ");
  *begun = true;
  nsp__puts(rendering->output, before);
  nsp__html_spans(rendering, spans);
  nsp__puts(rendering->output, after);
}

/* Is the source written as the speaker is called? Then it need not be shown. */
static bool says_name(nsp__rendering *rendering, const nsp_quote *quote) {
  if (quote->speakers.count != 1 || quote->source.count != 1) return quote->speakers.count == 0;
  nsp_string name = nsp_document_entity(rendering->document, quote->speakers.items[0])->name;
  nsp_string source = nsp__slice(rendering, quote->source.items[0]);
  return name.data && name.length == source.length && memcmp(name.data, source.data, name.length) == 0;
}

static void flags(nsp__output *output, uint32_t set, bool begun) {
  for (uint32_t flag = 1; flag && flag <= set; flag <<= 1) {
    const char *name = set & flag ? nsp_quote_flag_name(flag) : NULL;
    if (!name) continue;
    if (begun) nsp__puts(output, " · ");
    begun = true;
    nsp__html_name(output, name);
  }
}

void nsp__html_details(nsp__rendering *rendering, const nsp_quote *quote) {
  bool begun = false;
  detail(rendering, "", quote->cue, "", &begun);
  if (!says_name(rendering, quote)) detail(rendering, "as “", quote->source, "”", &begun);
  detail(rendering, "to ", quote->addressee, "", &begun);
  detail(rendering, "", quote->medium, "", &begun);
  detail(rendering, "by way of ", quote->relay, "", &begun);
  detail(rendering, "", quote->time, "", &begun);
  flags(rendering->output, quote->flags, begun);
  if (!rendering->options.explain) return;
  nsp__puts(rendering->output, "<br>rule ");
  nsp__html_string(rendering->output, quote->reason);
  nsp__puts(rendering->output, ", ");
  nsp__put_ratio(rendering->output, quote->confidence);
}

static void item(nsp__rendering *rendering, size_t index) {
  const nsp_quote *quote = nsp_document_quote(rendering->document, index);
  nsp__output *output = rendering->output;
  nsp__puts(output, "<li value=\"");
  nsp__put_number(output, index + 1);
  nsp__puts(output, "\"><a href=\"#q");
  nsp__put_number(output, index + 1);
  nsp__puts(output, "\" dir=\"auto\">");
  nsp__html_spans(rendering, quote->content);
  nsp__puts(output, "</a></li>\n");
}

static void begin_speaker(nsp__rendering *rendering, uint32_t count) {
  nsp__puts(rendering->output, "</span><span class=\"count\">");
  nsp__put_number(rendering->output, count);
  nsp__puts(rendering->output, "</span></summary>\n<ol>\n");
}

static void speaker(nsp__rendering *rendering, size_t index, nsp_ids quotes) {
  const nsp_entity *entity = nsp_document_entity(rendering->document, index);
  nsp__output *output = rendering->output;
  nsp__puts(output, "<details class=\"speaker");
  nsp__html_entity_color(rendering, index);
  nsp__puts(output, "\" data-by=\"");
  nsp__put_number(output, index);
  nsp__puts(output, "\"><summary><span><b>");
  nsp__html_string(output, entity->name);
  nsp__puts(output, "</b>");
  if (entity->roles.count) {
    nsp__puts(output, " <span class=\"role\">");
    nsp__html_span(rendering, entity->roles.items[0]);
    nsp__puts(output, "</span>");
  }
  begin_speaker(rendering, quotes.count);
  for (uint32_t i = 0; i < quotes.count; i++) item(rendering, quotes.items[i]);
  nsp__puts(output, "</ol></details>\n");
}

/* Quotations of which nobody knows whose they are. */
static void nobody(nsp__rendering *rendering) {
  uint32_t count = 0;
  size_t quotes = nsp_document_quote_count(rendering->document);
  for (size_t i = 0; i < quotes; i++) count += nsp_document_quote(rendering->document, i)->speakers.count == 0;
  if (!count) return;
  nsp__puts(rendering->output, "<details class=\"speaker s0\" data-by=\"\"><summary><span><b>Others</b>");
  begin_speaker(rendering, count);
  for (size_t i = 0; i < quotes; i++)
    if (nsp_document_quote(rendering->document, i)->speakers.count == 0) item(rendering, i);
  nsp__puts(rendering->output, "</ol></details>\n");
}

void nsp__html_panel(nsp__rendering *rendering) {
  if (!nsp_document_quote_count(rendering->document)) return;
  nsp__puts(rendering->output, "<section class=\"speakers\">\n<h3>Who said what</h3>\n");
  for (size_t i = 0; i < nsp_document_entity_count(rendering->document); i++) {
    nsp_ids quotes = nsp__speakers_quotes(&rendering->speakers, i);
    if (quotes.count) speaker(rendering, i, quotes);
  }
  nobody(rendering);
  nsp__puts(rendering->output, "</section>\n");
}

/* A document as one HTML page that needs nothing else: the article with its quotations marked, notes in the margin on
 * who said them, and lists of speakers and credits beside it. Works without its script. */
#include "render/html.h"

#include <string.h>

#include "render/parties.h"

/* What cannot stand in HTML text or in a quoted attribute. Tabs and line breaks may. */
static const bool stops[128] = {1, 1, 1, 1, 1, 1, 1,         1,         1,          0,         0,         1,         1,
                                0, 1, 1, 1, 1, 1, 1,         1,         1,          1,         1,         1,         1,
                                1, 1, 1, 1, 1, 1, ['"'] = 1, ['&'] = 1, ['\''] = 1, ['<'] = 1, ['>'] = 1, [0x7F] = 1};

static void escape(nsp__output *output, unsigned char byte) {
  switch (byte) {
    case '"': nsp__puts(output, "&quot;"); break;
    case '&': nsp__puts(output, "&amp;"); break;
    case '\'': nsp__puts(output, "&#39;"); break;
    case '<': nsp__puts(output, "&lt;"); break;
    case '>': nsp__puts(output, "&gt;"); break;
    default: nsp__puts(output, "\xEF\xBF\xBD");
  }
}

void nsp__html_text(nsp__output *output, const char *text, size_t length) {
  nsp__put_escaped(output, text, length, stops, escape);
}

void nsp__html_string(nsp__output *output, nsp_string string) {
  if (string.data) nsp__html_text(output, string.data, string.length);
}

void nsp__html_span(nsp__rendering *rendering, nsp_span span) {
  nsp__html_string(rendering->output, nsp__slice(rendering, span));
}

void nsp__html_spans(nsp__rendering *rendering, nsp_spans spans) {
  for (uint32_t i = 0; i < spans.count; i++) {
    if (i) nsp__puts(rendering->output, " … ");
    nsp__html_span(rendering, spans.items[i]);
  }
}

void nsp__html_name(nsp__output *output, const char *name) {
  for (; *name; name++) nsp__put_char(output, *name == '_' ? ' ' : *name);
}

void nsp__html_link(nsp__output *output, nsp_string url) {
  bool web = url.length > 8 && (memcmp(url.data, "http://", 7) == 0 || memcmp(url.data, "https://", 8) == 0);
  if (!web) {
    nsp__html_string(output, url);
    return;
  }
  nsp__puts(output, "<a rel=\"noopener noreferrer\" href=\"");
  nsp__html_string(output, url);
  nsp__puts(output, "\">");
  nsp__html_string(output, url);
  nsp__puts(output, "</a>");
}

void nsp__html_entity_color(nsp__rendering *rendering, size_t entity) {
  nsp__puts(rendering->output, " s");
  nsp__put_number(rendering->output, 1 + rendering->speakers.rank[entity] % NSP__COLORS);
}

void nsp__html_color(nsp__rendering *rendering, const nsp_quote *quote) {
  if (quote->speakers.count)
    nsp__html_entity_color(rendering, quote->speakers.items[0]);
  else
    nsp__puts(rendering->output, " s0");
}

static void title(nsp__rendering *rendering) {
  nsp_span headline;
  if (rendering->options.title)
    nsp__html_text(rendering->output, rendering->options.title, strlen(rendering->options.title));
  else if (nsp__headline(rendering, &headline))
    nsp__html_span(rendering, headline);
  else
    nsp__puts(rendering->output, "Article");
}

static void head(nsp__rendering *rendering) {
  const nsp_language *language = nsp_document_language(rendering->document);
  nsp__output *output = rendering->output;
  nsp__puts(output, "<!DOCTYPE html>\n<html lang=\"");
  nsp__puts(output, language ? nsp_language_id(language) : "und");
  nsp__puts(output,
            "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
  title(rendering);
  nsp__puts(output, "</title>\n<style>\n");
  nsp__puts(output, nsp__html_style);
  nsp__puts(output, "</style>\n<script type=\"application/ld+json\">\n");
  nsp__render_jsonld(rendering); /* which writes every '<' as an escape */
  nsp__puts(output, "</script>\n</head>\n<body>\n");
}

nsp_status nsp__render_html(nsp__rendering *rendering) {
  head(rendering);
  if (!nsp__html_article(rendering)) return NSP_ERROR_NO_MEMORY;
  nsp__puts(rendering->output, "<aside class=\"panel\">\n");
  nsp__html_panel(rendering);
  nsp__html_credits(rendering);
  nsp__puts(rendering->output, "</aside>\n<script>\n");
  nsp__puts(rendering->output, nsp__html_script);
  nsp__puts(rendering->output, "</script>\n</body>\n</html>\n");
  return NSP_OK;
}

/* The HTML page: its parts, one file each. */
#ifndef NSP_RENDER_HTML_H
#define NSP_RENDER_HTML_H

#include "render/render.h"

/* Number of colours that speakers take turns with; the style sheet has as many. */
enum { NSP__COLORS = 8 };

extern const char nsp__html_style[], nsp__html_script[];

/* Text as HTML, malformed bytes and control characters as U+FFFD. */
void nsp__html_text(nsp__output *output, const char *text, size_t length);
void nsp__html_string(nsp__output *output, nsp_string string);
void nsp__html_span(nsp__rendering *rendering, nsp_span span);
/* Several pieces, with … between them. */
void nsp__html_spans(nsp__rendering *rendering, nsp_spans spans);
/* "based_on" as "based on". */
void nsp__html_name(nsp__output *output, const char *name);
/* A link if the address is of the web, otherwise its text. */
void nsp__html_link(nsp__output *output, nsp_string url);

/* The class of a quotation's or an entity's colour: " s3", or " s0" when nobody is known. */
void nsp__html_color(nsp__rendering *rendering, const nsp_quote *quote);
void nsp__html_entity_color(nsp__rendering *rendering, size_t entity);

/* Names of the speakers, or the source as written. */
void nsp__html_speakers(nsp__rendering *rendering, const nsp_quote *quote);
/* "reaffirmed · to Vladimir Putin · in a statement" */
void nsp__html_details(nsp__rendering *rendering, const nsp_quote *quote);

/* <main> with the article; false when out of memory. */
bool nsp__html_article(nsp__rendering *rendering);
/* The lists beside it. */
void nsp__html_panel(nsp__rendering *rendering);
void nsp__html_credits(nsp__rendering *rendering);

#endif

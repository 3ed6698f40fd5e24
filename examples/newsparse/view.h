/* A document for a person to read. One file a part: the article (view.c), quotations (view_quotes.c), credits and
 * provenance (view_credits.c). */
#ifndef VIEW_H
#define VIEW_H

#include "terminal.h"

/* What is shown. */
struct view {
  const struct options *options;
  const nsp_document *document;
  const char *text;
  size_t length;
  const char *title; /* NULL when there is one input only */
  size_t number;     /* of the input, from 1 */
  struct terminal terminal;
  size_t numbered;  /* quotations whose number has been shown */
  unsigned *colors; /* of each entity that speaks; 0 for the others */
};

/* Appends the view that the command asks for. False when out of memory. */
bool view_write(struct view *view, struct buffer *out);

void view_article(struct view *view);

/* "¹ Emmanuel Macron · reaffirmed · in an official statement", as one line. */
void view_attribution(struct view *view, size_t quote);
/* Speaker: “…” (cue, medium, relay), for all quotations. */
void view_quotes(struct view *view);
/* Every speaker with the numbers of the quotations. */
void view_speakers(struct view *view);
/* The colour of a quotation's speaker. */
unsigned view_quote_color(const struct view *view, const nsp_quote *quote);

void view_credits(struct view *view);
void view_provenance(struct view *view);

/* Parts of the text. */
void view_span(struct view *view, nsp_span span);
void view_spans(struct view *view, nsp_spans spans);
void view_string(struct view *view, nsp_string string);
/* A heading of the view's own. */
void view_heading(struct view *view, const char *title);

#endif

/* Markdown's links in the text itself: "[Politico](https://…)". Those of a page are links.c's.
 * Reads: the view. Adds: a list of links; takes their marks and addresses out of the view. */
#ifndef NSP_CREDIT_MARKDOWN_H
#define NSP_CREDIT_MARKDOWN_H

#include "credit/view.h"

typedef struct nsp__links {
  NSP__ARRAY(nsp_link) list; /* in text order */
} nsp__links;

/* Linear: a link's text has at most 24 items. */
nsp_status nsp__links_find(nsp__analysis *analysis, nsp__view *view, nsp__links *links);

/* The first link that shares a byte with `span`, or NULL. */
const nsp_link *nsp__link_in(const nsp__links *links, nsp_span span);

#endif

/* The links that came with a text, put to the credits that they stand in. */
#include <string.h>

#include "credit/candidate.h"

enum { LINKS_OF_A_CREDIT = 16, SOURCES_OF_A_CREDIT = 64 }; /* looked at, at most */

static bool overlap(nsp_span a, nsp_span b) { return a.start < b.end && b.start < a.end; }

/* The first link that ends behind `start`. */
static size_t first_link(const nsp__analysis *a, uint32_t start) {
  size_t low = 0, high = a->link_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (a->links[middle].span.end > start)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

static bool is_licence(nsp_string url) {
  static const char host[] = "creativecommons.org/";
  for (uint32_t i = 0; i + sizeof host - 1 <= url.length; i++)
    if (memcmp(url.data + i, host, sizeof host - 1) == 0) return true;
  return false;
}

/* One link: to the sources whose names it is, to the licence, or to the statement as a whole. */
static void put_link(nsp_credit *credit, nsp_credit_source *sources, nsp_span span, nsp_string url) {
  if (is_licence(url)) {
    if (!credit->license_url.data) credit->license_url = url;
    return;
  }
  for (uint32_t i = 0; i < credit->source_count && i < SOURCES_OF_A_CREDIT; i++)
    if (!sources[i].url.data && overlap(sources[i].span, span)) sources[i].url = url;
  if (!credit->url.data) credit->url = url;
}

void nsp__credits_link(nsp__analysis *a) {
  for (uint32_t i = 0; a->link_count && i < a->document->credits.count; i++) {
    nsp_credit *credit = &a->document->credits.items[i];
    size_t at = first_link(a, credit->span.start);
    for (int looked = 0; at < a->link_count && looked < LINKS_OF_A_CREDIT; at++, looked++) {
      const nsp_link *link = &a->links[at];
      if (link->span.start >= credit->span.end) break;
      nsp_string url = {link->url, (uint32_t)strlen(link->url)};
      put_link(credit, (nsp_credit_source *)credit->sources, link->span, url);
    }
  }
}

#include "credit/credit.h"

#include <string.h>

#include "credit/candidate.h"

nsp_status nsp__find_credits(nsp__analysis *a) {
  nsp__view view;
  nsp_status status = nsp__view_make(a, &view);
  if (status != NSP_OK) return status;
  nsp__links links;
  status = nsp__links_find(a, &view, &links);
  if (status != NSP_OK) return status;
  nsp__rules own = nsp__rules_of(a->language), und = nsp__rules_of(a->common);
  nsp__matcher *matcher = nsp__arena_zalloc(&a->document->scratch, sizeof *matcher);
  nsp__candidates all;
  memset(&all, 0, sizeof all);
  all.arena = &a->document->scratch;
  if (!matcher) return NSP_ERROR_NO_MEMORY;
  matcher->view = &view;
  matcher->own = &own;
  matcher->und = a->common == a->language ? &own : &und;
  nsp__find_by_patterns(matcher, &all);
  nsp__find_datelines(matcher, &all);
  nsp__find_marks(matcher, &all);
  nsp__find_licences(matcher, &all);
  if (all.failed) return NSP_ERROR_NO_MEMORY;
  nsp__candidates_resolve(&view, &all);
  matcher->low = 0; /* names are read wherever they stand */
  matcher->high = view.count;
  status = nsp__credits_write(a, matcher, &links, &all);
  if (status == NSP_OK) nsp__credits_link(a);
  if (status == NSP_OK) nsp__mark_credit_blocks(a->document);
  return status == NSP_OK ? nsp__provenance_make(a) : status;
}

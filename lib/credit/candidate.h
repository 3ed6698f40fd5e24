/* Credits while they are only likely: what patterns and finders propose, and what is left of it. */
#ifndef NSP_CREDIT_CANDIDATE_H
#define NSP_CREDIT_CANDIDATE_H

#include "credit/markdown.h"
#include "credit/names.h"

typedef struct nsp__candidate {
  uint32_t first, end;           /* items that the pattern fixes */
  uint32_t wide_first, wide_end; /* with the rest of the sentence, where the pattern asks for it */
  uint32_t first_capture, capture_count;
  nsp_string reason;
  uint16_t kind;   /* nsp_credit_kind */
  uint16_t weight; /* the more, the surer */
} nsp__candidate;

typedef struct nsp__candidates {
  nsp__arena *arena; /* scratch */
  NSP__ARRAY(nsp__candidate) list;
  NSP__ARRAY(nsp__capture) captures;
  bool failed; /* out of memory */
} nsp__candidates;

/* Adds one, with its captures. */
void nsp__candidate_add(nsp__candidates *all, const nsp__candidate *candidate, const nsp__capture *captures,
                        uint32_t count);

/* Patterns of both packs. */
void nsp__find_by_patterns(nsp__matcher *matcher, nsp__candidates *all);
/* "PARIS (AP) —" and its like, at the beginning of lines. */
void nsp__find_datelines(nsp__matcher *matcher, nsp__candidates *all);
/* "(ČTK, DPA)", "FR/dpa/afp", "Paul Ellis/AFP/Getty Images": names with nothing said about them. */
void nsp__find_marks(nsp__matcher *matcher, nsp__candidates *all);
/* "CC BY-SA 4.0" on its own. */
void nsp__find_licences(nsp__matcher *matcher, nsp__candidates *all);

/* Of candidates that overlap keeps the better one, and cuts "the rest of the sentence" where another one begins.
 * In text order. n log n. */
void nsp__candidates_resolve(const nsp__view *view, nsp__candidates *all);

/* Makes the document's credits of what is left. */
nsp_status nsp__credits_write(nsp__analysis *analysis, const nsp__matcher *matcher, const nsp__links *links,
                              const nsp__candidates *all);
/* links.c: gives credits and their sources the addresses of the links that came with the text. */
void nsp__credits_link(nsp__analysis *a);

/* The licence that items [first, end) name: id and address; data NULL when they name none. licence.c */
bool nsp__licence_of(const nsp__matcher *matcher, uint32_t first, uint32_t end, nsp__arena *arena, nsp_string *id,
                     nsp_string *url);

/* document->provenance from document->credits. */
nsp_status nsp__provenance_make(nsp__analysis *analysis);

#endif

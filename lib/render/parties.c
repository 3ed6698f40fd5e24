#include "render/parties.h"

#include <string.h>

const nsp_credit *nsp__next_credit(const nsp__rendering *rendering, nsp__kinds kinds, size_t *at) {
  const nsp_credit *credit;
  while ((credit = nsp_document_credit(rendering->document, *at))) {
    ++*at;
    if (kinds & NSP__KIND(credit->kind)) return credit;
  }
  return NULL;
}

/* Those of whom nothing is known are people where a person does the work, and otherwise organisations. */
static bool is_person(const nsp_credit *credit, const nsp_credit_source *source) {
  const nsp__kinds work = NSP__KIND(NSP_CREDIT_BYLINE) | NSP__KIND(NSP_CREDIT_WRITING_BY) |
                          NSP__KIND(NSP_CREDIT_REPORTING_BY) | NSP__KIND(NSP_CREDIT_EDITING_BY) |
                          NSP__KIND(NSP_CREDIT_TRANSLATED_BY);
  if (source->kind == NSP_ENTITY_UNKNOWN) return (NSP__KIND(credit->kind) & work) != 0;
  return source->kind == NSP_ENTITY_PERSON;
}

bool nsp__next_party(const nsp__rendering *rendering, nsp__kinds kinds, size_t *credit, uint32_t *source,
                     nsp__party *party) {
  for (;; ++*credit, *source = 0) {
    const nsp_credit *next = nsp__next_credit(rendering, kinds, credit);
    if (!next) return false;
    --*credit; /* this one may have more sources */
    if (*source >= next->source_count) continue;
    const nsp_credit_source *named = &next->sources[(*source)++];
    *party = (nsp__party){next, named, is_person(next, named)};
    return true;
  }
}

static bool same_string(nsp_string a, nsp_string b) {
  return a.length == b.length && (!a.length || memcmp(a.data, b.data, a.length) == 0);
}

static nsp_string address(const nsp_credit *credit, const nsp_credit_source *source) {
  return source->url.data ? source->url : credit->url;
}

bool nsp__is_repeated(const nsp__rendering *rendering, nsp__kinds kinds, const nsp__party *party) {
  nsp_string url = address(party->credit, party->source);
  size_t at = 0;
  for (int looked = 0; looked < NSP__LOOK_BACK; looked++) {
    const nsp_credit *credit = nsp__next_credit(rendering, kinds, &at);
    if (!credit) return false;
    for (uint32_t i = 0; i < credit->source_count && i < NSP__LOOK_BACK; i++) {
      const nsp_credit_source *source = &credit->sources[i];
      if (source == party->source) return false;
      if (same_string(source->name, party->source->name) && (!url.data || same_string(address(credit, source), url)))
        return true;
    }
  }
  return false;
}

void nsp__json_statements(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp__kinds kinds) {
  size_t at = 0;
  const nsp_credit *credit = nsp__next_credit(rendering, kinds, &at);
  if (!credit) return;
  nsp__json_key(json, name);
  nsp__json_string_begin(json);
  for (bool first = true; credit; credit = nsp__next_credit(rendering, kinds, &at), first = false) {
    nsp_string text = nsp__slice(rendering, credit->span);
    if (!first) nsp__json_string_part(json, "; ", 2);
    nsp__json_string_part(json, text.data, text.length);
  }
  nsp__json_string_end(json);
}

void nsp__json_member_span(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp_span span) {
  nsp__json_member_string(json, name, nsp__slice(rendering, span));
}

bool nsp__headline(const nsp__rendering *rendering, nsp_span *span) {
  const nsp_block *block = nsp_document_block(rendering->document, 0);
  if (!block || block->kind != NSP_BLOCK_HEADING) return false;
  *span = block->span;
  return true;
}

/* What the credits of one document say together. */
#include <stdlib.h>
#include <string.h>

#include "credit/candidate.h"

static bool derives(nsp_credit_kind kind) {
  return kind == NSP_CREDIT_BASED_ON || kind == NSP_CREDIT_COMPILED_FROM || kind == NSP_CREDIT_REPUBLISHED_FROM ||
         kind == NSP_CREDIT_ORIGINALLY_PUBLISHED || kind == NSP_CREDIT_TRANSLATED_BY;
}

static bool contributes(nsp_credit_kind kind) {
  return kind == NSP_CREDIT_BYLINE || kind == NSP_CREDIT_WRITING_BY || kind == NSP_CREDIT_REPORTING_BY ||
         kind == NSP_CREDIT_EDITING_BY || kind == NSP_CREDIT_TRANSLATED_BY || kind == NSP_CREDIT_PHOTO_CREDIT ||
         kind == NSP_CREDIT_AGENCY_CONTRIBUTION;
}

static bool is_agency(nsp_credit_kind kind) {
  return kind == NSP_CREDIT_AGENCY_DATELINE || kind == NSP_CREDIT_AGENCY_CONTRIBUTION;
}

static bool list_ids(nsp_document *d, bool (*wanted)(nsp_credit_kind), nsp_ids *out) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < d->credits.count; i++) count += wanted(d->credits.items[i].kind);
  *out = (nsp_ids){NULL, 0};
  if (!count) return true;
  uint32_t *ids = nsp__arena_alloc(&d->arena, count * sizeof *ids);
  if (!ids) return false;
  *out = (nsp_ids){ids, count};
  for (uint32_t i = 0; i < d->credits.count; i++)
    if (wanted(d->credits.items[i].kind)) *ids++ = i;
  return true;
}

static void keep_first(nsp_string *place, nsp_string value) {
  if (!place->data) *place = value;
}

/* The outlet among a credit's sources. */
static nsp_string outlet_of(const nsp_credit *credit) {
  for (uint32_t i = 0; i < credit->source_count; i++)
    if (credit->sources[i].kind != NSP_ENTITY_PERSON) return credit->sources[i].name;
  return (nsp_string){NULL, 0};
}

static void read_credit(const nsp_credit *c, nsp_provenance *p) {
  bool from_elsewhere = c->kind == NSP_CREDIT_REPUBLISHED_FROM || c->kind == NSP_CREDIT_ORIGINALLY_PUBLISHED;
  if (from_elsewhere) keep_first(&p->publisher, outlet_of(c));
  if (derives(c->kind) || c->kind == NSP_CREDIT_ORIGINAL_LINK) keep_first(&p->original_url, c->url);
  if (c->kind == NSP_CREDIT_RIGHTS_HOLDER && c->source_count) keep_first(&p->rights_holder, c->sources[0].name);
  if (c->license.data && c->kind != NSP_CREDIT_PHOTO_CREDIT && !p->license.data) {
    p->license = c->license;
    p->license_url = c->license_url;
  }
}

static int by_name(const void *a, const void *b) {
  const nsp_citation_count *x = a, *y = b;
  uint32_t length = x->name.length < y->name.length ? x->name.length : y->name.length;
  int order = memcmp(x->name.data, y->name.data, length);
  return order ? order : (x->name.length > y->name.length) - (x->name.length < y->name.length);
}

static int by_count(const void *a, const void *b) {
  const nsp_citation_count *x = a, *y = b;
  return x->count != y->count ? (x->count > y->count ? -1 : 1) : by_name(a, b);
}

static nsp_status count_media(nsp_document *d) {
  uint32_t count = 0, kept = 0;
  for (uint32_t i = 0; i < d->credits.count; i++)
    if (d->credits.items[i].kind == NSP_CREDIT_MEDIA_CITATION) count += d->credits.items[i].source_count;
  if (!count) return NSP_OK;
  nsp_citation_count *media = nsp__arena_alloc(&d->arena, count * sizeof *media), *at = media;
  if (!media) return NSP_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < d->credits.count; i++)
    for (uint32_t k = 0; d->credits.items[i].kind == NSP_CREDIT_MEDIA_CITATION && k < d->credits.items[i].source_count;
         k++)
      *at++ = (nsp_citation_count){d->credits.items[i].sources[k].name, 1};
  qsort(media, count, sizeof *media, by_name);
  for (uint32_t i = 0; i < count; i++) {
    if (kept && by_name(&media[kept - 1], &media[i]) == 0)
      media[kept - 1].count++;
    else
      media[kept++] = media[i];
  }
  qsort(media, kept, sizeof *media, by_count);
  d->provenance.media = media;
  d->provenance.media_count = kept;
  return NSP_OK;
}

nsp_status nsp__provenance_make(nsp__analysis *a) {
  nsp_document *d = a->document;
  nsp_provenance *p = &d->provenance;
  for (uint32_t i = 0; i < d->credits.count; i++) read_credit(&d->credits.items[i], p);
  for (uint32_t i = 0; i < d->credits.count && !p->rights_holder.data; i++)
    if (d->credits.items[i].kind == NSP_CREDIT_COPYRIGHT_NOTICE) p->rights_holder = d->credits.items[i].holder;
  if (!list_ids(d, derives, &p->derived_from) || !list_ids(d, contributes, &p->contributors) ||
      !list_ids(d, is_agency, &p->agencies))
    return NSP_ERROR_NO_MEMORY;
  return count_media(d);
}

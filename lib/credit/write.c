/* Candidates become credits: spans, sources, and what else a statement says. */
#include <string.h>

#include "credit/candidate.h"

static nsp_string text_of(const nsp__matcher *m, nsp__arena *arena, uint32_t first, uint32_t end) {
  const nsp__view *v = m->view;
  return nsp__arena_string(arena, v->text + v->items[first].start, v->items[end - 1].end - v->items[first].start);
}

static uint32_t number_at(const char *text) {
  uint32_t n = 0;
  for (int i = 0; i < 4; i++) n = n * 10 + (uint32_t)(text[i] - '0');
  return n;
}

static void set_years(const nsp__matcher *m, const nsp__capture *c, nsp_credit *credit) {
  const nsp__item *first = &m->view->items[c->first], *last = &m->view->items[c->end - 1];
  credit->year = credit->end_year = number_at(m->view->text + first->start);
  if (last->end - last->start >= 4 && last->shape & NSP__SHAPE_DIGIT)
    credit->end_year = number_at(m->view->text + last->end - 4);
}

static void set_language(const nsp__matcher *m, const nsp__capture *c, nsp__arena *arena, nsp_credit *credit) {
  const nsp_language *pack = m->own->pack;
  const nsp__record *record = nsp__pack_record(pack, m->view->items[c->first].word, NSP__CLASS_LANGUAGE_NAME);
  nsp_string code = record ? nsp__record_value(pack, record, "code") : (nsp_string){NULL, 0};
  if (code.data) credit->language = nsp__arena_string(arena, code.data, code.length);
}

static bool has_medium(const nsp__capture *captures, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (captures[i].slot == NSP__SLOT_MEDIUM) return true;
  return false;
}

static bool is_url(const nsp__view *v, const nsp__item *i) {
  uint32_t length = i->end - i->start;
  return (i->shape & NSP__SHAPE_WEB) && length > 7 &&
         (memcmp(v->text + i->start, "http", 4) == 0 || memcmp(v->text + i->start, "www.", 4) == 0);
}

/* A statement that names nobody where its pattern looks, but a known medium or a site somewhere else in it. */
static void add_mentioned(const nsp__matcher *m, const nsp__candidate *c, nsp__sources *sources) {
  for (uint32_t i = c->wide_first; i < c->wide_end;) {
    const nsp__record *record = NULL;
    uint32_t size = nsp__medium_at(m->view, i, c->wide_end, &record);
    if (size && record->tags & NSP__SAYS(WEAK)) size = 0;
    bool address = is_url(m->view, &m->view->items[i]); /* of a link to the original: that is credit.url */
    if (!size && nsp__is_domain(m->view, &m->view->items[i]) && !(address && c->kind == NSP_CREDIT_ORIGINAL_LINK))
      size = 1;
    if (size) nsp__names_add(m, NSP__SLOT_SOURCE, i, i + size, sources);
    i += size ? size : 1;
  }
}

static bool is_captured(const nsp__candidate *c, const nsp__capture *captures, uint32_t at) {
  for (uint32_t i = 0; i < c->capture_count; i++)
    if (captures[i].first <= at && at < captures[i].end) return true;
  return false;
}

/* "Bloomberg via Getty Images": the agency that the pattern's own words name. */
static void add_picture_agencies(const nsp__matcher *m, const nsp__candidate *c, const nsp__capture *captures,
                                 nsp__sources *sources) {
  for (uint32_t i = c->first; i < c->end;) {
    const nsp__record *record = NULL;
    uint32_t size = is_captured(c, captures, i) ? 0 : nsp__medium_at(m->view, i, c->end, &record);
    if (size && record->tags & (NSP__SAYS(AGENCY) | NSP__SAYS(PHOTO)) && !(record->tags & NSP__SAYS(WEAK)))
      nsp__names_add(m, NSP__SLOT_SOURCE, i, i + size, sources);
    i += size ? size : 1;
  }
}

static bool names_sources(unsigned kind) {
  return kind != NSP_CREDIT_DISCLAIMER && kind != NSP_CREDIT_DATELINE && kind != NSP_CREDIT_BYLINE;
}

static void read_captures(const nsp__matcher *m, const nsp__candidate *c, const nsp__capture *captures,
                          nsp__arena *arena, nsp__sources *sources, nsp_credit *credit) {
  for (uint32_t i = 0; i < c->capture_count; i++) {
    const nsp__capture *each = &captures[i];
    if (each->first >= each->end) continue;
    switch (each->slot) {
      case NSP__SLOT_PLACE: credit->place = text_of(m, arena, each->first, each->end); break;
      case NSP__SLOT_DATE: credit->date = text_of(m, arena, each->first, each->end); break;
      case NSP__SLOT_YEAR: set_years(m, each, credit); break;
      case NSP__SLOT_LANGUAGE: set_language(m, each, arena, credit); break;
      case NSP__SLOT_URL:
        credit->url = text_of(m, arena, each->first, each->end);
        if (c->kind != NSP_CREDIT_ORIGINAL_LINK || !is_url(m->view, &m->view->items[each->first]))
          nsp__names_add(m, each->slot, each->first, each->end, sources);
        break;
      case NSP__SLOT_LICENSE:
      case NSP__SLOT_TITLE:
      case NSP__SLOT_GAP:
      case NSP__SLOT_REST: break;
      case NSP__SLOT_LIST:
        if (c->kind == NSP_CREDIT_ORIGINAL_LINK && is_url(m->view, &m->view->items[each->first])) break;
        nsp__names_add(m, each->slot, each->first, each->end, sources);
        break;
      case NSP__SLOT_PERSON:
      case NSP__SLOT_SOURCE:
      case NSP__SLOT_PERSONS:
        if (c->kind == NSP_CREDIT_MEDIA_CITATION && has_medium(captures, c->capture_count))
          break; /* "told CNN's Jake Tapper" */
        /* fall through */
      default: nsp__names_add(m, each->slot, each->first, each->end, sources);
    }
  }
}

/* An address in the statement, or right behind it on the same line. */
static void find_url(const nsp__matcher *m, const nsp__candidate *c, nsp__arena *arena, nsp_credit *credit) {
  enum { BEHIND = 4 };
  const nsp__view *v = m->view;
  if (credit->url.data) return;
  for (uint32_t i = c->wide_first; i < v->count && i < c->wide_end + BEHIND; i++) {
    if (i > c->wide_first && v->items[i].flags & NSP__ITEM_LINE) break;
    if (is_url(v, &v->items[i])) {
      credit->url = text_of(m, arena, i, i + 1);
      return;
    }
  }
}

/* A sentence's full stop belongs to it. */
static uint32_t end_of(const nsp__matcher *m, const nsp__candidate *c) {
  const nsp__view *v = m->view;
  uint32_t end = v->items[c->wide_end - 1].end;
  bool whole = v->items[c->wide_first].flags & NSP__ITEM_SENTENCE;
  if (whole && c->wide_end < v->count && v->items[c->wide_end].punct == NSP__MARK_PERIOD)
    end = v->items[c->wide_end].end;
  return end;
}

static bool may_hold_licence(unsigned kind) {
  return kind == NSP_CREDIT_LICENSE || kind == NSP_CREDIT_PHOTO_CREDIT || kind == NSP_CREDIT_REPUBLISHED_FROM ||
         kind == NSP_CREDIT_ORIGINALLY_PUBLISHED || kind == NSP_CREDIT_COPYRIGHT_NOTICE ||
         kind == NSP_CREDIT_TRANSLATED_BY;
}

/* In text order: what stands left of a trigger was found last. Lists are short. */
static void sort_sources(nsp__sources *sources) {
  nsp_credit_source *list = sources->list.items;
  for (uint32_t i = 1; i < sources->list.count; i++)
    for (uint32_t k = i; k > 0 && list[k].span.start < list[k - 1].span.start; k--) {
      nsp_credit_source other = list[k];
      list[k] = list[k - 1];
      list[k - 1] = other;
    }
}

/* Where the sources' names lead, and the statement itself. */
static bool add_links(const nsp__links *links, nsp__arena *arena, nsp__sources *sources, nsp_credit *credit) {
  for (uint32_t i = 0; i < sources->list.count; i++) {
    nsp_credit_source *source = &sources->list.items[i];
    const nsp_link *link = nsp__link_in(links, source->span);
    if (!link) continue;
    source->url = nsp__arena_string(arena, link->url, strlen(link->url));
    if (!source->url.data) return false;
  }
  const nsp_link *link =
      credit->url.data || credit->kind == NSP_CREDIT_MEDIA_CITATION ? NULL : nsp__link_in(links, credit->span);
  if (link) credit->url = nsp__arena_string(arena, link->url, strlen(link->url));
  return !link || credit->url.data;
}

static bool write_one(nsp__analysis *a, const nsp__matcher *m, const nsp__links *links, const nsp__candidate *c,
                      const nsp__capture *captures) {
  nsp__arena *arena = &a->document->arena;
  nsp_credit credit;
  nsp__sources sources;
  memset(&credit, 0, sizeof credit);
  memset(&sources, 0, sizeof sources);
  sources.arena = arena;
  credit.kind = (nsp_credit_kind)c->kind;
  credit.span = (nsp_span){m->view->items[c->wide_first].start, end_of(m, c)};
  credit.reason = c->reason;
  unsigned sure = 55u + 3u * c->weight;
  credit.confidence = (float)(sure > 97 ? 97 : sure) / 100.0f;
  read_captures(m, c, captures, arena, &sources, &credit);
  if (c->kind == NSP_CREDIT_PHOTO_CREDIT && sources.list.count) add_picture_agencies(m, c, captures, &sources);
  if (sources.list.count == 0 && names_sources(c->kind)) add_mentioned(m, c, &sources);
  if (sources.failed) return false;
  sort_sources(&sources);
  if (!add_links(links, arena, &sources, &credit)) return false;
  credit.sources = sources.list.items;
  credit.source_count = sources.list.count;
  if (c->kind == NSP_CREDIT_COPYRIGHT_NOTICE && sources.list.count) credit.holder = sources.list.items[0].name;
  if (c->kind != NSP_CREDIT_MEDIA_CITATION) find_url(m, c, arena, &credit);
  if (may_hold_licence(c->kind) &&
      !nsp__licence_of(m, c->wide_first, c->wide_end, arena, &credit.license, &credit.license_url))
    return false;
  nsp_credit *place = nsp__array_push(arena, &a->document->credits);
  if (!place) return false;
  *place = credit;
  return true;
}

nsp_status nsp__credits_write(nsp__analysis *a, const nsp__matcher *m, const nsp__links *links,
                              const nsp__candidates *all) {
  if (all->failed || !nsp__array_reserve(&a->document->arena, &a->document->credits, all->list.count))
    return NSP_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < all->list.count; i++) {
    const nsp__candidate *c = &all->list.items[i];
    if (!write_one(a, m, links, c, all->captures.items + c->first_capture)) return NSP_ERROR_NO_MEMORY;
  }
  return NSP_OK;
}

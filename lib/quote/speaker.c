#include "quote/speaker.h"

#include "entity/sources.h"

enum { MOST_SPEAKERS = 8 }; /* of one quotation */

typedef struct speakers {
  uint32_t ids[MOST_SPEAKERS];
  uint32_t count;
} speakers;

static void add(speakers *s, uint32_t id) {
  for (uint32_t i = 0; i < s->count; i++)
    if (s->ids[i] == id) return;
  if (s->count < MOST_SPEAKERS) s->ids[s->count++] = id;
}

/* A group of which the text tells the members speaks as they. */
static void add_entity(const nsp_document *d, speakers *s, uint32_t entity) {
  if (entity == NSP_NONE) return;
  const nsp_entity *e = &d->entities.items[entity];
  for (uint32_t i = 0; i < e->members.count; i++) add(s, e->members.items[i]);
  if (!e->members.count) add(s, entity);
}

/* "Schumer and Pelosi": those that a list joins to the source, before it and behind, within the source span. */
static void add_list(const nsp_document *d, speakers *s, uint32_t source, nsp__range span) {
  const nsp__mention *items = d->mentions.items;
  uint32_t from = source, to = source;
  while (from > 0 && source - from < MOST_SPEAKERS && items[from - 1].first >= span.first &&
         items[from - 1].flags & NSP__MENTION_JOINED)
    from--;
  while (to + 1 < d->mentions.count && to - source < MOST_SPEAKERS && items[to].flags & NSP__MENTION_JOINED &&
         items[to + 1].first < span.end)
    to++;
  for (uint32_t i = from; i <= to; i++) add_entity(d, s, items[i].entity);
}

/* "two officials familiar with the matter": the text names none of them. */
static bool names_nobody(const nsp_document *d, const speakers *s) {
  for (uint32_t i = 0; i < s->count; i++)
    if (d->entities.items[s->ids[i]].kind != NSP_ENTITY_ANONYMOUS) return false;
  return s->count > 0;
}

nsp_status nsp__attribute_speakers(nsp__analysis *a) {
  nsp_document *d = a->document;
  for (uint32_t i = 0; i < d->quotes.count; i++) {
    nsp__quote *q = &d->quotes.items[i];
    speakers found = {.count = 0};
    uint32_t source = nsp__quote_source(d, i);
    if (source != NSP_NONE)
      add_list(d, &found, source, q->source);
    else if (q->speaker_of != NSP_NONE && q->speaker_of < i) {
      q->quote.speakers = d->quotes.items[q->speaker_of].quote.speakers;
      q->quote.flags |= d->quotes.items[q->speaker_of].quote.flags & NSP_QUOTE_ANONYMOUS;
      continue;
    }
    if (!found.count) continue;
    if (names_nobody(d, &found)) q->quote.flags |= NSP_QUOTE_ANONYMOUS;
    uint32_t *ids = nsp__arena_alloc(&d->arena, found.count * sizeof *ids);
    if (!ids) return NSP_ERROR_NO_MEMORY;
    for (uint32_t k = 0; k < found.count; k++) ids[k] = found.ids[k];
    q->quote.speakers = (nsp_ids){ids, found.count};
  }
  return NSP_OK;
}

#include "entity/entity.h"

#include <string.h>

#include "entity/chain.h"
#include "entity/sources.h"
#include "entity/write.h"

static bool is_pair_member(const nsp__chain *x) { return x->named != NSP_NONE && x->number != NSP_NUMBER_PLURAL; }

/* "Schumer and Pelosi": whom "both" and "they" will mean. */
static void learn_pair(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *items = c->document->mentions.items;
  uint32_t before = mention, joined = 0;
  /* The one before in the list; those within its role or complement stand between. Bound: 4 mentions. */
  uint32_t least = mention < 4 ? 0 : mention - 4;
  for (uint32_t i = least; i < mention; i++) joined |= items[i].flags;
  if (!(joined & NSP__MENTION_JOINED)) return;
  while (!(items[--before].flags & NSP__MENTION_JOINED)) continue;
  if (items[before].sentence != items[mention].sentence || items[before].full_end + 3 < items[mention].full_first)
    return;
  uint32_t a = nsp__chain_of(c, &items[before]), b = nsp__chain_of(c, &items[mention]);
  if (a == NSP_NONE || b == NSP_NONE || a == b) return;
  const nsp__chain *x = &c->chains.items[a], *y = &c->chains.items[b];
  if (!is_pair_member(x) || !is_pair_member(y)) return;
  bool persons = x->kind == NSP_ENTITY_PERSON && y->kind == NSP_ENTITY_PERSON;
  if (persons && x->words == 1 && y->words > 1 && items[before].end + 1 == items[mention].first &&
      items[before].form == NSP_MENTION_NAME && items[mention].form == NSP_MENTION_NAME)
    c->failed = c->failed || !nsp__chain_share(c, a, y->keys[y->words - 1]);
  /* Two countries do not take the place of two persons that the text is about. */
  if (!persons && c->pair[0] != NSP_NONE && c->chains.items[c->pair[0]].kind == NSP_ENTITY_PERSON) return;
  if (c->pair[0] == a && c->pair[1] == b) return;
  c->pair[0] = a, c->pair[1] = b;
  c->pair_group = NSP_NONE;
}

static uint32_t resolve(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *m = &c->document->mentions.items[mention];
  uint32_t same = m->same == NSP_NONE ? NSP_NONE : nsp__chain_of(c, &c->document->mentions.items[m->same]);
  if (same != NSP_NONE) {
    /* "the minister, Ann Roe": she may have been named before. */
    uint32_t named = m->form == NSP_MENTION_NAME ? nsp__resolve_name(c, mention) : NSP_NONE;
    bool acronym = m->end - m->first == 1 && c->document->tokens.items[m->first].shape & NSP__SHAPE_ALL_CAPS;
    if (c->chains.items[same].named != NSP_NONE) return m->form == NSP_MENTION_NAME && !acronym ? named : same;
    if (named == NSP_NONE) return same;
    c->failed = c->failed || !nsp__chain_merge(c, same, named);
    return named;
  }
  switch (m->form) {
    case NSP_MENTION_NAME: {
      uint32_t named = nsp__resolve_name(c, mention);
      return named == NSP_NONE && m->role_end > m->role_first ? nsp__resolve_role(c, mention) : named;
    }
    case NSP_MENTION_NOMINAL: return nsp__resolve_nominal(c, mention);
    default: return m->flags & NSP__MENTION_RELATIVE ? NSP_NONE : nsp__resolve_pronoun(c, mention);
  }
}

/* "She won it for us," he said: who is spoken of in direct speech is told by what the narration says before and behind
 * it, by its speaker above all; so it waits until all else is known. */
static bool waits(const nsp_document *d, const nsp__mention *m) {
  bool may = (m->form == NSP_MENTION_PRONOUN) & (m->gender != 0) & (m->quote != NSP_NONE) & (m->person == 3);
  return may && d->quotes.items[m->quote].quote.kind == NSP_QUOTE_DIRECT;
}

static nsp_status resolve_one(nsp__coreference *c, uint32_t i) {
  nsp__mention *m = &c->document->mentions.items[i];
  uint32_t chain = resolve(c, i);
  if (c->failed) return NSP_ERROR_NO_MEMORY;
  if (m->entity != NSP_NONE) return NSP_OK; /* a pair's chain began with it */
  if (chain != NSP_NONE) {
    if (!nsp__chain_add(c, chain, i)) return NSP_ERROR_NO_MEMORY;
  } else if (m->form == NSP_MENTION_NAME || m->form == NSP_MENTION_NOMINAL) {
    if (nsp__chain_new(c, i) == NSP_NONE) return NSP_ERROR_NO_MEMORY;
  }
  learn_pair(c, i);
  return NSP_OK;
}

static nsp_status resolve_all(nsp__coreference *c) {
  nsp_document *d = c->document;
  uint32_t *waiting = nsp__arena_alloc(&d->scratch, ((size_t)d->mentions.count + 1) * sizeof *waiting), count = 0;
  nsp_status status = waiting ? NSP_OK : NSP_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < d->mentions.count && status == NSP_OK; i++) {
    if (waits(d, &d->mentions.items[i]))
      waiting[count++] = i;
    else
      status = resolve_one(c, i);
  }
  for (uint32_t i = 0; i < count && status == NSP_OK; i++) status = resolve_one(c, waiting[i]);
  return status;
}

/* "I" within marks is whom they quote; "Roe said that I had lost" is the narrator's. */
static nsp_status resolve_first_persons(nsp__coreference *c) {
  nsp_document *d = c->document;
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    if (m->person != 1 || m->number != NSP_NUMBER_SINGULAR || m->quote == NSP_NONE || m->entity != NSP_NONE) continue;
    if (!(m->flags & NSP__MENTION_QUOTED)) continue;
    uint32_t source = nsp__quote_source(d, m->quote);
    uint32_t chain = source == NSP_NONE ? NSP_NONE : nsp__chain_of(c, &d->mentions.items[source]);
    if (chain == NSP_NONE) continue;
    if (c->chains.items[chain].number == NSP_NUMBER_PLURAL) continue;
    if (!nsp__chain_add(c, chain, i)) return NSP_ERROR_NO_MEMORY;
  }
  return NSP_OK;
}

/* The one person whom bylines name; NSP_NONE when there is none, or more than one. */
static uint32_t author(nsp__coreference *c) {
  const nsp_document *d = c->document;
  uint32_t found = NSP_NONE;
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    uint32_t block = d->sentences.items[m->sentence].block;
    if (m->form != NSP_MENTION_NAME || block >= d->blocks.count || d->blocks.items[block].kind != NSP_BLOCK_BYLINE)
      continue;
    uint32_t chain = nsp__chain_of(c, m);
    if (chain == NSP_NONE || c->chains.items[chain].kind != NSP_ENTITY_PERSON || chain == found) continue;
    if (found != NSP_NONE) return NSP_NONE;
    found = chain;
  }
  return found;
}

/* "I told him that I was": outside of marks it is who tells the story, in a text where somebody speaks as "I". */
static nsp_status resolve_narrator(nsp__coreference *c) {
  nsp_document *d = c->document;
  uint32_t narrator = NSP_NONE, first = NSP_NONE;
  bool speaks = false;
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    if (m->person != 1 || m->number != NSP_NUMBER_SINGULAR || m->entity != NSP_NONE) continue;
    if (m->flags & (NSP__MENTION_QUOTED | NSP__MENTION_HEADING)) continue;
    if (first == NSP_NONE) first = i;
    speaks = speaks || c->quote_at[i] != NSP_NONE;
  }
  if (!speaks) return NSP_OK;
  for (uint32_t i = first; i < d->mentions.count; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    if (m->person != 1 || m->number != NSP_NUMBER_SINGULAR || m->entity != NSP_NONE) continue;
    if (m->flags & (NSP__MENTION_QUOTED | NSP__MENTION_HEADING)) continue;
    if (narrator == NSP_NONE) narrator = author(c);
    if (narrator != NSP_NONE) {
      if (!nsp__chain_add(c, narrator, i)) return NSP_ERROR_NO_MEMORY;
      continue;
    }
    narrator = nsp__chain_new(c, i);
    if (narrator == NSP_NONE) return NSP_ERROR_NO_MEMORY;
    c->chains.items[narrator].kind = NSP_ENTITY_PERSON;
    c->chains.items[narrator].number = NSP_NUMBER_SINGULAR;
  }
  return NSP_OK;
}

nsp_status nsp__find_entities(nsp__analysis *a) {
  nsp_document *d = a->document;
  nsp__coreference c;
  nsp_status status = nsp__add_source_mentions(a);
  if (status != NSP_OK) return status;
  if (!nsp__coreference_start(&c, a)) return NSP_ERROR_NO_MEMORY;
  nsp__mark_quoted(d);
  nsp__mark_subjects(d);
  for (uint32_t q = 0; q < d->quotes.count; q++) {
    uint32_t source = nsp__quote_source(d, q);
    if (source != NSP_NONE && c.quote_at[source] == NSP_NONE) c.quote_at[source] = q;
  }
  status = resolve_all(&c);
  if (status == NSP_OK) status = resolve_first_persons(&c);
  if (status == NSP_OK) status = resolve_narrator(&c);
  if (status == NSP_OK) status = nsp__write_entities(&c);
  nsp__keys_free(&c.keys);
  return status;
}

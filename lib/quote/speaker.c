#include "quote/speaker.h"

#include <string.h>

#include "entity/sources.h"

enum {
  MOST_SPEAKERS = 8, /* of one quotation */
  LONGEST_SOURCE = 40,
  NEAR = 4,
  TURNS_BACK = 6,     /* quotations before a turn among which its speaker is looked for */
  LONGEST_SAYING = 16 /* tokens between two turns: who said the first one */
};

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

static bool is_among(const nsp__analysis *a, const nsp__property *words, uint32_t token) {
  const nsp__token *t = &a->document->tokens.items[token];
  return nsp__property_has(a->language, words, a->text + t->start, t->end - t->start, t->hash);
}

/* "a person familiar with the matter", "one aide", "an official who asked not to be named": the words of a source that
 * keep its name back (language.txt: withheld), or one of many behind an indefinite word (unnamed, indefinite). */
static bool withholds_name(const nsp__analysis *a, nsp__range source) {
  if (source.end - source.first < 2 || source.end - source.first > LONGEST_SOURCE) return false;
  const nsp__property *withheld = nsp__pack_find_property(a->language, "withheld");
  for (uint32_t i = source.first + 1; i < source.end; i++)
    if (is_among(a, withheld, i)) return true;
  if (!is_among(a, nsp__pack_find_property(a->language, "indefinite"), source.first)) return false;
  const nsp__property *unnamed = nsp__pack_find_property(a->language, "unnamed");
  for (uint32_t i = source.first + 1; i < source.end && i < source.first + 2 * NEAR; i++)
    if (is_among(a, unnamed, i)) return true;
  return false;
}

/* May it be somebody whom no mention names? */
static bool is_nameless(const nsp_entity *e) {
  if (e->kind != NSP_ENTITY_PERSON && e->kind != NSP_ENTITY_GROUP && e->kind != NSP_ENTITY_UNKNOWN) return false;
  for (uint32_t i = 0; i < e->mention_count && i < NEAR; i++)
    if (e->mentions[i].kind == NSP_MENTION_NAME) return false;
  return true;
}

/* Flags what nobody with a name said. */
static void flag_anonymous(nsp_document *d) {
  for (uint32_t i = 0; i < d->quotes.count; i++) {
    nsp_quote *q = &d->quotes.items[i].quote;
    bool anonymous = q->speakers.count > 0;
    for (uint32_t k = 0; k < q->speakers.count; k++)
      anonymous &= d->entities.items[q->speakers.items[k]].kind == NSP_ENTITY_ANONYMOUS;
    if (anonymous) q->flags |= NSP_QUOTE_ANONYMOUS;
  }
}

static bool ends_with_question(const nsp_document *d, const nsp__quote *q) {
  for (uint32_t i = q->content.end; i > q->content.first && i + 2 > q->content.end;)
    if (d->tokens.items[--i].punct == NSP__MARK_QUESTION) return true;
  return false;
}

static uint32_t first_speaker(const nsp__quote *q) {
  return q->quote.speakers.count ? q->quote.speakers.items[0] : NSP_NONE;
}

/* “Is he rich?” asked Roe. “Very,” said Ng. “And single?” — Speech that begins right where other speech ended is
 * another's turn; so is a paragraph that is nothing but speech behind one that ends with a question. Of two who talk
 * with each other it is the other one's turn. The quotation whose speakers those are, or NSP_NONE. Bound: TURNS_BACK.
 */
static uint32_t other_turn(const nsp_document *d, uint32_t quote) {
  const nsp__quote *items = d->quotes.items, *q = &items[quote];
  if (!quote || q->quote.parent != NSP_NONE || q->said_of.first < q->said_of.end) return NSP_NONE;
  const nsp__quote *before = q - 1;
  uint32_t now = first_speaker(before);
  if (before->quote.kind != NSP_QUOTE_DIRECT || before->quote.parent != NSP_NONE || now == NSP_NONE ||
      before->content.end > q->content.first)
    return NSP_NONE;
  uint32_t block = d->sentences.items[q->sentence].block, last = d->sentences.items[before->sentence].block;
  bool joins = block == last && before->content.end == q->content.first;
  bool answers =
      block == last + 1 && ends_with_question(d, before) && q->content.first - before->content.end <= LONGEST_SAYING;
  if (!joins && !answers) return NSP_NONE;
  for (uint32_t i = quote - 1; i-- > 0 && quote - i <= TURNS_BACK;) {
    if (items[i].quote.kind == NSP_QUOTE_INDIRECT || items[i].quote.parent != NSP_NONE) continue;
    uint32_t then = first_speaker(&items[i]);
    if (then != NSP_NONE && then != now) return i;
  }
  return NSP_NONE;
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
      uint32_t other = other_turn(d, i);
      q->quote.speakers = d->quotes.items[other != NSP_NONE ? other : q->speaker_of].quote.speakers;
      continue;
    }
    if (!found.count) continue;
    nsp_entity *first = &d->entities.items[found.ids[0]];
    if (found.count == 1 && is_nameless(first) && withholds_name(a, q->source)) first->kind = NSP_ENTITY_ANONYMOUS;
    uint32_t *ids = nsp__arena_alloc(&d->arena, found.count * sizeof *ids);
    if (!ids) return NSP_ERROR_NO_MEMORY;
    for (uint32_t k = 0; k < found.count; k++) ids[k] = found.ids[k];
    q->quote.speakers = (nsp_ids){ids, found.count};
  }
  for (uint32_t i = 0; i < d->quotes.count; i++) { /* headings stand before whom they quote */
    nsp__quote *q = &d->quotes.items[i];
    if (!q->quote.speakers.count && q->speaker_of != NSP_NONE && q->speaker_of > i)
      q->quote.speakers = d->quotes.items[q->speaker_of].quote.speakers;
  }
  flag_anonymous(d);
  return NSP_OK;
}

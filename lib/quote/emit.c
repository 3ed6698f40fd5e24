#include "quote/emit.h"

#include <stdlib.h>
#include <string.h>

enum { OTHER_SPANS = 10 /* of a quotation, at most, besides its content */ };

typedef struct place {
  uint32_t first, end; /* of its content */
  uint32_t draft;
} place;

static const char *const rule_names[NSP__RULE_COUNT] = {
    "none",  "quote-clause", "verb-clause", "infinitive", "object",    "noun-clause", "according-to", "hearsay",
    "label", "dialogue",     "signature",   "introduced", "continued", "bare",        "mood",         "part"};

static int by_place(const void *a, const void *b) {
  const place *x = a, *y = b;
  if (x->first != y->first) return x->first < y->first ? -1 : 1;
  if (x->end != y->end) return x->end > y->end ? -1 : 1;
  return x->draft < y->draft ? -1 : x->draft > y->draft;
}

static nsp_span bytes_of(const nsp__quoting *q, nsp__range r) {
  nsp_span span = {q->tokens[r.first].start, q->tokens[r.end - 1].end};
  const char *text = q->analysis->text;
  if (text[span.start] == '-' && nsp__listed(q, r.first, NSP__CLASS_PRONOUN)) { /* "a-t-il": he is "il" */
    uint32_t end = q->tokens[r.first].end;
    for (uint32_t i = span.start; i < end; i++)
      if (text[i] == '-') span.start = i + 1;
  }
  return span;
}

/* Ranges as spans, the next of `room`; empty ones are left out. Returns the room that is left. */
static nsp_span *spans_of(const nsp__quoting *q, const nsp__range *ranges, uint32_t count, nsp_spans *out,
                          nsp_span *room) {
  nsp_span *items = room;
  for (uint32_t i = 0; i < count; i++)
    if (!nsp__range_empty(ranges[i])) *room++ = bytes_of(q, ranges[i]);
  out->items = room > items ? items : NULL;
  out->count = (uint32_t)(room - items);
  return room;
}

static int by_first(const void *a, const void *b) {
  const nsp__range *x = a, *y = b;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* Pieces in text order; those that overlap become one. */
static void order_pieces(nsp__draft *d) {
  if (d->content.count < 2) return;
  qsort(d->content.items, d->content.count, sizeof *d->content.items, by_first);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < d->content.count; i++) {
    nsp__range *last = kept ? &d->content.items[kept - 1] : NULL;
    if (last && d->content.items[i].first < last->end) {
      if (d->content.items[i].end > last->end) last->end = d->content.items[i].end;
    } else {
      d->content.items[kept++] = d->content.items[i];
    }
  }
  d->content.count = kept;
}

static bool has_word(const nsp__quoting *q, uint32_t first, uint32_t end) {
  while (first < end && nsp__is_punct(q, first)) first++;
  return first < end;
}

/* Adds what the piece has: words between marks, words without. */
static void look_for_marks(const nsp__quoting *q, nsp__range piece, bool *marked, bool *plain) {
  uint32_t i = piece.first;
  for (uint32_t n = nsp__outer_from(q, i); i < piece.end && !(*marked && *plain); n++) {
    nsp__range span = n < q->outer.count ? q->marked.items[q->outer.items[n]].span : (nsp__range){piece.end, piece.end};
    uint32_t first = span.first < piece.end ? span.first : piece.end, end = span.end < piece.end ? span.end : piece.end;
    *plain = *plain || (i < first && has_word(q, i, first));
    *marked = *marked || has_word(q, first > i ? first : i, end);
    i = end;
  }
}

/* By the marks: direct when all words stand between them, mixed when some do. */
static nsp_quote_kind kind_of(const nsp__quoting *q, const nsp__draft *d) {
  bool marked = false, plain = false;
  if (d->rule == NSP__RULE_DIALOGUE) return NSP_QUOTE_DIRECT;
  if (d->set_off || (d->rule == NSP__RULE_LABEL && d->speech)) return NSP_QUOTE_DIRECT;
  for (uint32_t p = 0; p < d->content.count; p++) look_for_marks(q, d->content.items[p], &marked, &plain);
  if (!marked) return NSP_QUOTE_INDIRECT;
  return !plain && !d->outside ? NSP_QUOTE_DIRECT : NSP_QUOTE_MIXED;
}

/* The same order as qsort(…, by_first), without its ado. */
static void order_few(nsp__range *ranges, uint32_t count) {
  for (uint32_t i = 1; i < count; i++)
    for (uint32_t k = i; k > 0 && ranges[k].first < ranges[k - 1].first; k--) {
      nsp__range range = ranges[k];
      ranges[k] = ranges[k - 1];
      ranges[k - 1] = range;
    }
}

static bool emit(nsp__quoting *q, uint32_t number, nsp__quote *out) {
  nsp__draft *d = &q->drafts.items[number];
  memset(out, 0, sizeof *out);
  nsp__range cues[2] = {d->cue, d->cue2}, evidence[3] = {d->cue, d->source, d->said_of};
  out->quote.kind = kind_of(q, d);
  out->quote.flags = d->flags;
  out->quote.parent = NSP_NONE;
  out->quote.confidence = nsp__confidence_of(q, d);
  out->quote.reason.data = rule_names[d->rule];
  out->quote.reason.length = (uint32_t)strlen(rule_names[d->rule]);
  out->rule = d->rule;
  out->sentence = d->sentence;
  out->cue_head = d->cue_head;
  out->source = d->source;
  out->source_head = d->source_head;
  out->said_of = d->said_of;
  out->speaker_of = d->speaker_of;
  out->content = (nsp__range){d->content.items[0].first, d->content.items[d->content.count - 1].end};
  order_few(evidence, 3);
  nsp_span *room = nsp__arena_alloc(&q->document->arena, (d->content.count + OTHER_SPANS) * sizeof *room);
  if (!room) return false;
  room = spans_of(q, d->content.items, d->content.count, &out->quote.content, room);
  room = spans_of(q, cues, 2, &out->quote.cue, room);
  room = spans_of(q, &d->source, 1, &out->quote.source, room);
  room = spans_of(q, &d->addressee, 1, &out->quote.addressee, room);
  room = spans_of(q, &d->medium, 1, &out->quote.medium, room);
  room = spans_of(q, &d->relay, 1, &out->quote.relay, room);
  room = spans_of(q, &d->time, 1, &out->quote.time, room);
  spans_of(q, evidence, 3, &out->quote.evidence, room);
  return true;
}

/* A quotation inside of another one is its child. Both are in text order, so a stack of open ones does it. */
static bool nest(nsp__quoting *q) {
  nsp_document *d = q->document;
  uint32_t *stack = nsp__arena_alloc(&d->scratch, ((size_t)d->quotes.count + 1) * sizeof *stack), depth = 0;
  if (!stack) return false;
  for (uint32_t i = 0; i < d->quotes.count; i++) {
    nsp__quote *k = &d->quotes.items[i];
    while (depth && d->quotes.items[stack[depth - 1]].content.end <= k->content.first) depth--;
    if (depth && d->quotes.items[stack[depth - 1]].content.end >= k->content.end &&
        (k->cue_head == NSP_NONE || k->cue_head >= d->quotes.items[stack[depth - 1]].content.first))
      k->quote.parent = stack[depth - 1];
    stack[depth++] = i;
  }
  return true;
}

/* Takes out the drafts of indirect quotations that are less likely right than the caller wants. */
static void drop_unlikely(nsp__quoting *q) {
  float least = (float)q->analysis->options->min_confidence / 1000.0f;
  if (least <= 0) return;
  uint32_t kept = 0, count = q->drafts.count;
  uint32_t *renumber = nsp__arena_alloc(&q->document->scratch, ((size_t)count + 1) * sizeof *renumber);
  if (!renumber) {
    q->failed = true;
    return;
  }
  for (uint32_t i = 0; i < count; i++) {
    const nsp__draft *k = &q->drafts.items[i];
    bool stays = nsp__confidence_of(q, k) >= least || kind_of(q, k) != NSP_QUOTE_INDIRECT;
    renumber[i] = stays ? kept : NSP_NONE;
    if (stays) q->drafts.items[kept++] = *k;
  }
  q->drafts.count = kept;
  for (uint32_t i = 0; i < kept; i++)
    if (q->drafts.items[i].speaker_of != NSP_NONE)
      q->drafts.items[i].speaker_of = renumber[q->drafts.items[i].speaker_of];
}

/* Most are in order, sentence by sentence, and those that are not stand near their place: what a few steps can not mend
 * is sorted. */
static void order_places(place *places, uint32_t count) {
  uint32_t steps = count;
  for (uint32_t i = 1; i < count; i++) {
    place moved = places[i];
    uint32_t k = i;
    for (; k > 0 && steps && by_place(&places[k - 1], &moved) > 0; k--, steps--) places[k] = places[k - 1];
    places[k] = moved;
  }
  if (!steps) qsort(places, count, sizeof *places, by_place);
}

bool nsp__emit_quotes(nsp__quoting *q) {
  nsp_document *d = q->document;
  drop_unlikely(q);
  if (q->failed) return false;
  uint32_t count = q->drafts.count;
  place *places = nsp__arena_alloc(&d->scratch, ((size_t)count + 1) * sizeof *places);
  uint32_t *number = nsp__arena_alloc(&d->scratch, ((size_t)count + 1) * sizeof *number);
  if (!places || !number || !nsp__array_reserve(&d->arena, &d->quotes, count)) return false;
  for (uint32_t i = 0; i < count; i++) {
    nsp__draft *k = &q->drafts.items[i];
    order_pieces(k);
    places[i] = (place){k->content.items[0].first, k->content.items[k->content.count - 1].end, i};
  }
  order_places(places, count);
  for (uint32_t i = 0; i < count; i++) number[places[i].draft] = i;
  for (uint32_t i = 0; i < count; i++) {
    nsp__quote *out = &d->quotes.items[d->quotes.count++];
    if (!emit(q, places[i].draft, out)) return false;
    if (out->speaker_of != NSP_NONE) out->speaker_of = number[out->speaker_of];
  }
  return nest(q);
}

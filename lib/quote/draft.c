/* Drafts: quotations in the making. A piece of content that touches marked speech takes all of it. */
#include "quote/attribute.h"

enum { MOST_PARAGRAPHS = 4096 }; /* that one quotation may run over */

nsp__draft nsp__draft_new(nsp__quote_rule rule, uint32_t sentence) {
  nsp__draft draft = {
      .rule = rule, .sentence = sentence, .cue_head = NSP_NONE, .source_head = NSP_NONE, .speaker_of = NSP_NONE};
  return draft;
}

bool nsp__draft_keep(nsp__quoting *q, const nsp__draft *draft) {
  if (q->failed) return false;
  if (!draft->content.count) return true;
  nsp__draft *kept = nsp__array_push(&q->document->scratch, &q->drafts);
  if (!kept) return false;
  *kept = *draft;
  return true;
}

static bool push(nsp__quoting *q, nsp__draft *draft, nsp__range piece) {
  nsp__range *room = nsp__array_push(&q->document->scratch, &draft->content);
  if (!room) {
    q->failed = true;
    return false;
  }
  *room = piece;
  return true;
}

/* White space and punctuation that belong to the writer, not to what was said. */
static nsp__range trim(const nsp__quoting *q, nsp__range r, bool verbatim) {
  while (r.first < r.end) {
    const nsp__token *t = &q->tokens[r.first];
    if (!(t->shape & NSP__SHAPE_PUNCT) || (t->shape & (NSP__SHAPE_QUOTE | NSP__SHAPE_OPEN_BRACKET)) ||
        t->punct == NSP__MARK_ELLIPSIS)
      break;
    r.first++;
  }
  while (r.end > r.first && !verbatim) {
    const nsp__token *t = &q->tokens[r.end - 1];
    bool mark = (t->shape & NSP__SHAPE_PUNCT) && !(t->shape & (NSP__SHAPE_QUOTE | NSP__SHAPE_CLOSE_BRACKET)) &&
                t->punct != NSP__MARK_QUESTION && t->punct != NSP__MARK_EXCLAMATION && t->punct != NSP__MARK_ELLIPSIS;
    if (!mark) break;
    r.end--;
  }
  return r;
}

/* A cue within the marks speaks of words within the same marks; any other one takes them whole. */
static nsp__range widen(const nsp__quoting *q, const nsp__draft *draft, nsp__range r, uint32_t *last_mark) {
  uint32_t inside = draft->cue_head == NSP_NONE ? NSP_NONE : q->mark_of[draft->cue_head];
  uint32_t m = q->mark_of[r.first];
  *last_mark = NSP_NONE;
  if (m != NSP_NONE && m != inside) r.first = q->marked.items[m].span.first;
  m = q->mark_of[r.end - 1];
  if (m != NSP_NONE && m != inside) {
    r.end = q->marked.items[m].span.end;
    *last_mark = m;
  }
  return r;
}

static void take_marks(nsp__quoting *q, nsp__draft *draft, nsp__range r) {
  for (uint32_t n = nsp__outer_from(q, r.first); n < q->outer.count; n++) {
    nsp__marked *m = &q->marked.items[q->outer.items[n]];
    if (m->span.first >= r.end) break;
    if (m->span.first >= r.first) m->taken = draft->speech = true;
    if (m->repaired) draft->flags |= NSP_QUOTE_REPAIRED;
  }
}

bool nsp__draft_add(nsp__quoting *q, nsp__draft *draft, nsp__range piece) {
  bool whole = draft->set_off || (draft->rule == NSP__RULE_LABEL && draft->speech); /* sentences with their stops */
  piece = trim(q, piece, whole);
  if (nsp__range_empty(piece)) return false;
  uint32_t last;
  piece = widen(q, draft, piece, &last);
  take_marks(q, draft, piece);
  if (!push(q, draft, piece)) return false;
  for (int i = 0; last != NSP_NONE && i < MOST_PARAGRAPHS; i++) {
    last = q->marked.items[last].continued;
    if (last == NSP_NONE) break;
    q->marked.items[last].taken = true;
    if (!push(q, draft, q->marked.items[last].span)) return false;
  }
  return true;
}

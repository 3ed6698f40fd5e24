/* Datelines: "LONDON (Reuters) - ", "FLINT, Mich., Oct. 4 — ". They stand before a paragraph's first sentence and
 * belong to none of its clauses, so the sentence is read from behind them. */
#include "quote/attribute.h"

enum { LONGEST_DATELINE = 20 };

/* A dash, or a hyphen with spaces around it. */
static bool is_dash(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (nsp__is_mark(q, i, NSP__MARK_DASH)) return true;
  return nsp__is_mark(q, i, NSP__MARK_HYPHEN) && i + 1 < end && (q->tokens[i].shape & NSP__SHAPE_SPACE_BEFORE) &&
         (q->tokens[i + 1].shape & NSP__SHAPE_SPACE_BEFORE);
}

/* What may stand in one: capitalised words, numbers, months, brackets, commas and full stops. */
static bool belongs(const nsp__quoting *q, uint32_t i) {
  const nsp__token *t = &q->tokens[i];
  if (t->shape & NSP__SHAPE_PUNCT)
    return (t->shape & NSP__SHAPE_BRACKET) || t->punct == NSP__MARK_COMMA || t->punct == NSP__MARK_PERIOD ||
           t->punct == NSP__MARK_SLASH;
  if (t->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_DIGIT)) return true;
  return nsp__listed(q, i, NSP__CLASS_MONTH) || nsp__listed(q, i, NSP__CLASS_PARTICLE);
}

/* The place is written in capitals, or an agency stands in brackets right before the dash. */
static uint32_t behind_dateline(const nsp__quoting *q, nsp__range s) {
  if (s.end < s.first + 4) return s.first;
  const nsp__token *place = &q->tokens[s.first];
  bool capitals = (place->shape & NSP__SHAPE_ALL_CAPS) && place->end - place->start > 2;
  for (uint32_t i = s.first; i + 1 < s.end && i < s.first + LONGEST_DATELINE; i++) {
    if (i > s.first && is_dash(q, i, s.end)) {
      bool agency = (q->tokens[i - 1].shape & NSP__SHAPE_CLOSE_BRACKET) != 0;
      return capitals || agency ? i + 1 : s.first;
    }
    if (!belongs(q, i)) break;
  }
  return s.first;
}

bool nsp__skip_datelines(nsp__quoting *q) {
  const nsp_document *d = q->document;
  uint32_t *begins = nsp__arena_alloc(&q->document->scratch, ((size_t)d->sentences.count + 1) * sizeof *begins);
  if (!begins) return false;
  for (uint32_t s = 0; s < d->sentences.count; s++) {
    nsp__range range = nsp__sentence_range(q, s);
    bool opens = d->blocks.items[d->sentences.items[s].block].first_sentence == s;
    begins[s] = opens ? behind_dateline(q, range) : range.first;
  }
  q->begins = begins;
  return true;
}

/* "As the Kremlin noted, …", "…, as first reported by the Post, …": a clause of saying that another sentence stands
 * around. For languages whose words were tagged; second.c has the German one. */
#include "quote/adjunct.h"
#include "quote/capital.h"
#include "quote/verb.h"

enum { LONGEST_CLAUSE = 24, BEHIND = 8 /* words between the verb and the comma: to whom, where, when */ };

static bool is_as(const nsp__quoting *q, uint32_t i) {
  return nsp__tags_in(q, i, NSP__CLASS_CUE_ADVERB) & NSP__SAYS(CONJUNCTION);
}

/* Where the clause that the verb ends in is over: at a comma or with the sentence, with no object before it. */
static uint32_t clause_end(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  bool whom = says(c, TAKES_PERSON);
  for (uint32_t k = i; k <= c->bounds.end && k < i + BEHIND; k++) {
    if (k == c->bounds.end || nsp__is_mark(q, k, NSP__MARK_COMMA) || nsp__is_stop(q, k)) return k;
    unsigned tag = q->tokens[k].tag;
    if (k == i && !whom && tag != NSP__TAG_ADP && tag != NSP__TAG_ADV && !nsp__listed(q, k, NSP__CLASS_MONTH)) return 0;
    if (tag == NSP__TAG_VERB || tag == NSP__TAG_AUX || tag == NSP__TAG_SCONJ || nsp__is_punct(q, k) ||
        q->mark_of[k] != NSP_NONE)
      return 0;
  }
  return 0;
}

/* "as reported by the Post": the agent is who says it. */
static void take_agent(verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t head, by = c->cue.words.end;
  if (by + 1 >= c->bounds.end || !nsp__names_role(q, "agent", by)) return;
  nsp__range r = nsp__phrase_right(q, by + 1, c->bounds.end, &head);
  for (uint32_t i = r.first; i < r.end; i++)
    if (nsp__is_mark(q, i, NSP__MARK_COMMA)) r.end = i;
  if (nsp__range_empty(r) || head >= r.end) return;
  c->source = (nsp__source){r, head, true};
}

nsp__range nsp__as_noted(verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t first = c->cue.group.first;
  if (!q->tree.known || !says(c, NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(WRITE)) || c->cue.gerund ||
      c->cue.infinitive)
    return nsp__no_range();
  bool participle = first > c->bounds.first && is_as(q, first - 1);
  if (participle)
    take_agent(c);
  else if (!nsp__range_empty(c->source.span) && c->source.span.end == first)
    first = c->source.span.first;
  if (first == c->bounds.first || nsp__range_empty(c->source.span) || !is_as(q, first - 1)) return nsp__no_range();
  uint32_t as = first - 1;
  if (as > c->bounds.first && !nsp__is_mark(q, as - 1, NSP__MARK_COMMA) && !nsp__is_mark(q, as - 1, NSP__MARK_DASH) &&
      q->tokens[as - 1].tag != NSP__TAG_CCONJ)
    return nsp__no_range();
  uint32_t end = participle ? c->source.span.end : clause_end(c, c->cue.words.end);
  if (!end || (end < c->bounds.end && !nsp__is_punct(q, end))) return nsp__no_range();
  bool marked = end + 1 < c->bounds.end && q->mark_of[end + 1] != NSP_NONE;
  return marked ? nsp__no_range() : (nsp__range){as, end};
}

/* Where the clause that begins with "as" is over: at the comma behind who says it, or with the sentence; 0: what
 * follows is no end of it, or is speech. */
static uint32_t said_end(const verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t i = c->source.inverted && c->source.span.end > c->cue.words.end ? c->source.span.end : c->cue.words.end;
  uint32_t last = i + LONGEST_CLAUSE < c->bounds.end ? i + LONGEST_CLAUSE : c->bounds.end;
  for (; i < last; i++) {
    if (nsp__is_stop(q, i)) return i;
    if (nsp__is_mark(q, i, NSP__MARK_COMMA) && q->mark_of[i] == NSP_NONE)
      return i + 1 < c->bounds.end && q->mark_of[i + 1] == NSP_NONE ? i : 0;
    if (nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE && !(q->tokens[i].shape & NSP__SHAPE_BRACKET)) return 0;
    if (nsp__function(q, i, NSP__SAYS(COMPLEMENTISER))) return 0; /* "como dijo que …" */
  }
  return last == c->bounds.end ? last : 0;
}

nsp__range nsp__as_said(const verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t first = c->cue.group.first;
  if (q->tree.known || c->cue.gerund || !says(c, NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(WRITE)) ||
      says(c, NSP__SAYS(NAMING)))
    return nsp__no_range();
  if (!nsp__range_empty(c->source.span) && !c->source.inverted && c->source.span.first < first)
    first = c->source.span.first;
  if (nsp__in_property(q, "as", first) && first < c->cue.words.first) first++; /* it counts as a small word there */
  if (first > c->bounds.first + 1 && nsp__function(q, first - 1, NSP__SAYS(CLITIC) | NSP__SAYS(ARTICLE)) &&
      nsp__in_property(q, "as", first - 2))
    first--; /* « comme l'explique » */
  if (first == c->bounds.first || !nsp__in_property(q, "as", first - 1)) return nsp__no_range();
  uint32_t as = first - 1;
  while (as > c->bounds.first && nsp__function(q, as - 1, NSP__SAYS(ADVERB)) && q->mark_of[as - 1] == NSP_NONE) as--;
  if (as > c->bounds.first && !nsp__is_mark(q, as - 1, NSP__MARK_COMMA) && !nsp__is_mark(q, as - 1, NSP__MARK_DASH))
    return nsp__no_range();
  uint32_t end = said_end(c);
  return end ? (nsp__range){as, end} : nsp__no_range();
}

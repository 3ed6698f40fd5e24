/* What was said on the right of its verb, from where it opens (opening.c) to where it ends (content.c). */
#include "quote/capital.h"
#include "quote/verb.h"

/* A sentence that opens with its cue, "Asked whether …, Roe said …": the content ends where the main clause begins. */
static uint32_t before_main_clause(const verb_case *c, uint32_t at, uint32_t end) {
  const nsp__quoting *q = c->q;
  if (c->cue.group.first > c->bounds.first + 1 || !nsp__range_empty(c->source.span)) return end;
  for (uint32_t i = at + 1; i + 1 < end; i++) {
    if (!nsp__is_mark(q, i, NSP__MARK_COMMA) || q->mark_of[i] != NSP_NONE) continue;
    uint32_t top = i + 1;
    for (int k = 0; k < CLIMB; k++) {
      uint32_t up = nsp__head_of(q, top);
      if (up == NSP_NONE || up == top || up < i) break;
      if (nsp__has_rel(q, top, SUBJECTS) && nsp__head_of(q, c->cue.head) == up) return i;
      top = up;
    }
    for (uint32_t k = i + 1; k < c->bounds.end && k < i + 10 && !nsp__is_punct(q, k); k++) {
      if ((q->tokens[k].feats & NSP__FEAT_WH) || nsp__function(q, k, NSP__SAYS(COMPLEMENTISER))) break;
      bool verb = q->tokens[k].tag == NSP__TAG_VERB || q->tokens[k].tag == NSP__TAG_AUX;
      if (verb && (q->tokens[k].feats & NSP__FEAT_FINITE) && k > i + 1) return i;
    }
  }
  return end;
}

/* "urged him to accept “…” and to sign “…”": the writer's own words are verbs alone, so the marked ones are the
 * content. */
static bool marked_objects(verb_case *c, nsp__range r, nsp__draft *draft) {
  nsp__quoting *q = c->q;
  uint32_t stretches = 0;
  for (uint32_t i = r.first; i < r.end; i++) {
    uint32_t m = q->mark_of[i];
    if (m != NSP_NONE) {
      stretches++;
      i = q->marked.items[m].span.end - 1;
      continue;
    }
    const nsp__token *t = &q->tokens[i];
    bool verb = t->tag == NSP__TAG_VERB && i + 1 < r.end && q->mark_of[i + 1] != NSP_NONE;
    if (!verb && !is_to(q, i) && t->tag != NSP__TAG_CCONJ && !nsp__is_mark(q, i, NSP__MARK_COMMA)) return false;
  }
  if (!stretches) return false;
  for (uint32_t i = r.first; i < r.end; i++) {
    uint32_t m = q->mark_of[i];
    if (m == NSP_NONE) continue;
    if (!nsp__draft_add(q, draft, q->marked.items[m].span)) return false;
    i = q->marked.items[m].span.end - 1;
  }
  draft->outside = true;
  return true;
}

/* "Roe says “it is over” because …": right behind the verb, without comma or colon, marks around a part of what was
 * said; the clause goes on with a conjunction or a verb of its own. */
static bool runs_on(const verb_case *c, nsp__range marked) {
  const nsp__quoting *q = c->q;
  uint32_t i = marked.end;
  if (!q->tree.known && i < c->bounds.end && nsp__capital_nouns(q) &&
      nsp__is_mark(q, marked.first - 1, NSP__MARK_COMMA))
    return nsp__function(q, i, NSP__SAYS(SUBJUNCTIVE)); /* "sagte, „Zonen“ dürfe es nicht geben" */
  if (!q->tree.known || marked.first != c->cue.group.end || !says(c, TAKES_CLAUSE) || i + 1 >= c->bounds.end)
    return false;
  if (nsp__is_punct(q, i) || c->source.inverted || c->cue.passive || !nsp__range_empty(c->extra)) return false;
  bool because = q->tokens[i].tag == NSP__TAG_SCONJ && !(q->tokens[i].feats & NSP__FEAT_WH);
  bool verb = (q->tokens[i].tag == NSP__TAG_VERB || q->tokens[i].tag == NSP__TAG_AUX) &&
              (q->tokens[i].feats & NSP__FEAT_FINITE) && !nsp__listed(q, i, NSP__CLASS_CUE_VERB);
  return because || verb;
}

bool nsp__right_content(verb_case *c, opening o, nsp__draft *draft) {
  nsp__quoting *q = c->q;
  uint32_t m = q->mark_of[o.at];
  if (o.kind == IN_MARKS || (m != NSP_NONE && q->marked.items[m].span.first == o.at)) {
    draft->rule = NSP__RULE_QUOTE_CLAUSE;
    nsp__range span = q->marked.items[m].span;
    draft->outside =
        !nsp__range_empty(c->extra) && span.end < nsp__text_end(q, c->bounds); /* "pointed to “…” in doing so" */
    if (!runs_on(c, span)) return nsp__draft_add(q, draft, span);
    o.head = NSP_NONE, o.orphan = true;
  }
  nsp__range r = {o.at,
                  nsp__content_end(q, c->bounds, o.orphan ? NSP_NONE : c->cue.head, o.at, o.head, o.kind == OBJECT)};
  r.end = before_main_clause(c, r.first, r.end);
  if (o.kind == INFINITIVE && marked_objects(c, r, draft)) return true;
  draft->rule = o.kind == OBJECT       ? NSP__RULE_OBJECT
                : o.kind == INFINITIVE ? NSP__RULE_INFINITIVE
                                       : NSP__RULE_VERB_CLAUSE;
  return nsp__draft_add(q, draft, r);
}

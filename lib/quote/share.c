/* Verbs that share the subject of the reporting verb before them. */
#include "quote/verb.h"

enum { MOST_LOOKED_AT = 4 /* drafts of the sentence */ };

/* "Roe, who ran it, | said it was over and | hoped": a source that begins with the one before and goes on over its
 * verb. */
static bool swallowed(const verb_case *c, uint32_t sentence) {
  const nsp__draft *before = &c->q->drafts.items[c->q->drafts.count - 1];
  uint32_t first = c->cue.group.first;
  return before->sentence == sentence && !nsp__range_empty(before->source) && first > c->bounds.first &&
         c->q->tokens[first - 1].tag == NSP__TAG_CCONJ && before->source.first == c->source.span.first &&
         before->source.end <= before->cue.first && before->cue.end <= c->source.span.end;
}

/* Without a tree: "…, adding that …" and "… and asked …" have the subject of the reporting verb before them. */
void nsp__share_source(verb_case *c, uint32_t sentence) {
  const nsp__quoting *q = c->q;
  if (!q->drafts.count || q->drafts.items[q->drafts.count - 1].sentence != sentence) return;
  bool joined =
      c->cue.gerund || swallowed(c, sentence) ||
      (c->cue.group.first > c->bounds.first && nsp__function(q, c->cue.group.first - 1, NSP__SAYS(CONJUNCTION)));
  const nsp__draft *before = &q->drafts.items[q->drafts.count - 1];
  if (!joined || nsp__range_empty(before->source)) return;
  c->shared = true;
  c->source.span = before->source;
  c->source.head = before->source_head;
}

/* "Roe said Ng had left, adding that …", "… and said that": the verb behind the comma or the "and" speaks for who said
 * it, not for whom it was said of. */
void nsp__leave_content(verb_case *c, uint32_t sentence) {
  const nsp__quoting *q = c->q;
  uint32_t first = c->cue.group.first;
  if (!q->tree.known || !q->drafts.count || first <= c->bounds.first) return;
  if (swallowed(c, sentence)) nsp__share_source(c, sentence);
  bool comma = c->cue.gerund && nsp__is_mark(q, first - 1, NSP__MARK_COMMA);
  bool and = !c->cue.gerund && says(c, NSP__SAYS(SAY)) && q->tokens[first - 1].tag == NSP__TAG_CCONJ;
  if (!comma && !and) return;
  for (uint32_t i = q->drafts.count; i > 0 && q->drafts.count - i < MOST_LOOKED_AT; i--) { /* others may lie in it */
    const nsp__draft *before = &q->drafts.items[i - 1];
    if (before->sentence != sentence) return;
    if (i < q->drafts.count && c->source.head != NSP_NONE && (q->tokens[c->source.head].shape & NSP__SHAPE_CAPITAL))
      return;
    if (before->rule != NSP__RULE_VERB_CLAUSE || nsp__range_empty(before->source)) continue;
    const nsp__range *content = &before->content.items[before->content.count - 1];
    if (content->first > c->source.span.first || c->source.span.end > content->end ||
        content->end + 1 != c->cue.group.first)
      continue;
    c->shared = true;
    c->source = (nsp__source){before->source, before->source_head, false};
    return;
  }
}

/* To whom something is said, right behind its verb. Reads: tagged tokens, marks, the cue. */
#include "quote/verb.h"

enum { WHOM_LOOK = 10, SHORT_PHRASE = 6 };

/* "to wait", "not to wait". */
bool nsp__opens_infinitive(const nsp__quoting *q, uint32_t i) {
  if (i + 2 < q->token_count && nsp__function(q, i, NSP__SAYS(NEGATION))) i++;
  return is_to(q, i) && i + 1 < q->token_count && (q->tokens[i + 1].feats & NSP__FEAT_INFINITIVE);
}

/* "called on both sides | to lay down arms", "warned residents | that water could run out": a short row of nominal
 * words behind the verb, and what is said to them opens right there. Its end; 0: it is none. */
uint32_t nsp__whom_end(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  uint32_t k = i;
  while (k < c->bounds.end && k < i + WHOM_LOOK && q->mark_of[k] == NSP_NONE && !nsp__is_punct(q, k) &&
         !nsp__opens_infinitive(q, k) && !nsp__is_complementiser(c, k) &&
         (nsp__is_nominal(q, k) || q->tokens[k].tag == NSP__TAG_ADP || q->tokens[k].tag == NSP__TAG_CCONJ ||
          (q->tokens[k].feats & NSP__FEAT_POSSESSIVE)))
    k++;
  if (k == i || k >= c->bounds.end || q->tokens[k - 1].tag == NSP__TAG_ADP) return 0;
  bool thing = says(c, NSP__SAYS(TOPIC)) && (q->tokens[i].feats & NSP__FEAT_POSSESSIVE) &&
               nsp__mention_at(q->document, i + 1) == NSP_NONE;
  if (thing) return 0; /* "pledged her help to the plans that he had made" */
  return nsp__opens_infinitive(q, k) || nsp__is_complementiser(c, k) ? k : 0;
}

/* "The deal, two officials told | Reuters, could be signed": whom, between the verb of a parenthesis and its comma. */
uint32_t nsp__told_in_parenthesis(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (!q->tree.known || i != c->core.end || !says(c, NSP__SAYS(TELL)) || nsp__range_empty(c->source.span) ||
      c->source.inverted || c->core.first < c->bounds.first + 2 ||
      !nsp__is_mark(q, c->core.first - 1, NSP__MARK_COMMA) || q->mark_of[c->core.first - 2] != NSP_NONE)
    return i;
  uint32_t k = i;
  while (k < c->bounds.end && k < i + SHORT_PHRASE && nsp__is_nominal(q, k) && !nsp__is_complementiser(c, k)) k++;
  return k < c->bounds.end && nsp__is_mark(q, k, NSP__MARK_COMMA) ? k : i;
}

/* "told the crowd | he was ill", "told the paper last week | she would": the tree may take the clause for a relative
 * one of the crowd. */
bool nsp__clause_behind_person(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (!q->tree.known || !says(c, NSP__SAYS(TELL)) || i <= c->cue.group.end || q->tokens[i].tag != NSP__TAG_PRON ||
      q->tokens[i - 1].tag != NSP__TAG_NOUN || !nsp__has_rel(q, i, NSP__REL_BIT(NSUBJ)) ||
      !(nsp__tags_in(q, i, NSP__CLASS_PRONOUN) & NSP__SAYS(SUBJECT)))
    return false;
  uint32_t verb = nsp__head_of(q, i), noun = verb == NSP_NONE ? NSP_NONE : nsp__head_of(q, verb);
  return verb > i && nsp__has_rel(q, verb, NSP__REL_BIT(ACL_RELCL)) && noun < i && noun >= c->cue.group.end &&
         nsp__head_of(q, noun) == c->cue.head;
}

uint32_t nsp__behind_whom(const verb_case *c, uint32_t i) {
  enum { CLAUSE_LOOK = 24 };
  const nsp__quoting *q = c->q;
  if (!q->tree.known || !says(c, NSP__SAYS(TELL)) || i < c->cue.group.end + 1 || q->tokens[i].tag != NSP__TAG_PRON ||
      !nsp__function(q, i, NSP__SAYS(INTERROGATIVE)) || q->tokens[i - 1].tag != NSP__TAG_NOUN)
    return i;
  for (uint32_t k = i + 1; k + 1 < c->bounds.end && k < i + CLAUSE_LOOK; k++)
    if (nsp__is_mark(q, k, NSP__MARK_COMMA)) return q->mark_of[k + 1] != NSP_NONE && q->mark_of[k] == NSP_NONE ? k : i;
  return i;
}

/* Clauses and participles between a verb of saying and what was said: looked over. Reads: tagged tokens, marks. */
#include "quote/capital.h"
#include "quote/verb.h"

enum { PARTICIPLE_LOOK = 10 };

/* "said in the spring, when the story broke, “…”": a clause between commas that tells when, and marked words behind it.
 * Where those begin; i when it is none. */
uint32_t nsp__over_when(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (!q->tree.known || !nsp__function(q, i, NSP__SAYS(CONJUNCTION)) || nsp__function(q, i, NSP__SAYS(COMPLEMENTISER)))
    return i;
  uint32_t k = i + 1;
  while (k < end && k < i + STEPS_RIGHT && !nsp__is_punct(q, k)) k++;
  bool marked = k + 1 < end && nsp__is_mark(q, k, NSP__MARK_COMMA) && q->mark_of[k + 1] != NSP_NONE;
  return marked ? k + 1 : i;
}

/* "reported, citing two sources, | that the merger was off": over a participle and its objects to "that"; i elsewhere.
 */
uint32_t nsp__over_participle(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (!(q->tokens[i].feats & NSP__FEAT_GERUND) || !nsp__is_mark(q, i - 1, NSP__MARK_COMMA)) return i;
  uint32_t k = i + 1;
  while (k < c->bounds.end && k < i + PARTICIPLE_LOOK && !nsp__is_punct(q, k)) k++;
  bool that = k + 1 < c->bounds.end && nsp__is_mark(q, k, NSP__MARK_COMMA) &&
              nsp__function(q, k + 1, NSP__SAYS(COMPLEMENTISER));
  return that ? k + 1 : i;
}

/* The end of a phrase that is walked over: no "that", no colon and no quotation is passed so. */
uint32_t nsp__walked_over(const verb_case *c, uint32_t at, uint32_t end) {
  const nsp__quoting *q = c->q;
  for (uint32_t i = at + 1; i < end; i++)
    if ((says(c, TAKES_CLAUSE) && (q->tokens[i].tag == NSP__TAG_SCONJ || says(c, NSP__SAYS(SAY))) &&
         nsp__is_complementiser(c, i)) ||
        nsp__is_mark(q, i, NSP__MARK_COLON) || (q->mark_of[i] != NSP_NONE && q->mark_of[i - 1] == NSP_NONE) ||
        (says(c, TAKES_PERSON) && nsp__opens_infinitive(q, i)) || nsp__clause_behind_person(c, i))
      return i;
  return end;
}

/* "argued - rebuking Ng by name - that …": behind the dash that closes a participle's parenthesis; i when none opens.
 */
uint32_t nsp__over_dashes(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (!nsp__is_mark(q, i, NSP__MARK_DASH) || i + 1 >= c->bounds.end || !(q->tokens[i + 1].feats & NSP__FEAT_GERUND))
    return i;
  for (uint32_t k = i + 2; k + 1 < c->bounds.end && k < i + STEPS_RIGHT; k++)
    if (nsp__is_mark(q, k, NSP__MARK_DASH)) return k + 1;
  return i;
}

/* "told them | as he worked", "said | before he left": behind the clause that tells when and opens at i, at most as far
 * as the tree says; marks and "that" open what was said in it. i when no such clause opens. */
uint32_t nsp__behind_when(const verb_case *c, uint32_t i, uint32_t end) {
  const nsp__quoting *q = c->q;
  if (i != c->core.end || !says(c, NSP__SAYS(SAY) | NSP__SAYS(TELL)) || says(c, NSP__SAYS(RAISING)) ||
      q->tokens[i].tag != NSP__TAG_SCONJ || !nsp__function(q, i, NSP__SAYS(CONJUNCTION)) ||
      !nsp__function(q, i, NSP__SAYS(PREPOSITION)))
    return i;
  for (uint32_t k = i + 1; k < end; k++)
    if ((q->mark_of[k] != NSP_NONE && q->mark_of[k - 1] == NSP_NONE) ||
        (nsp__function(q, k, NSP__SAYS(ARTICLE)) && nsp__is_complementiser(c, k)))
      return k;
  return end > i ? end : i + 1;
}

/* "added another side to his job: that of a cook": the verb has its object before the colon. */
bool nsp__has_object(const verb_case *c, uint32_t colon) {
  const nsp__quoting *q = c->q;
  if (!q->tree.known || says(c, TAKES_PERSON)) return false;
  uint32_t object = nsp__dependent(q, c->cue.head, NSP__REL_BIT(OBJ), c->cue.group.end);
  return object != NSP_NONE && object < colon;
}

/* "records show Roe left": right behind an object stands a verb with a tense, so it is a subject. */
bool nsp__has_tense_behind(const verb_case *c, nsp__range object) {
  const nsp__quoting *q = c->q;
  return object.first == c->cue.group.end && object.end < c->bounds.end &&
         (q->tokens[object.end].tag == NSP__TAG_VERB || q->tokens[object.end].tag == NSP__TAG_AUX) &&
         (q->tokens[object.end].feats & NSP__FEAT_FINITE) && nsp__head_of(q, object.end) == c->cue.head;
}

/* A phrase behind a preposition without a verb: no clause, whatever the tree calls it. */
bool nsp__is_verbless(const nsp__quoting *q, nsp__range phrase) {
  if (q->tokens[phrase.first].tag != NSP__TAG_ADP || !nsp__in_property(q, "media", phrase.first)) return false;
  for (uint32_t i = phrase.first; i < phrase.end; i++)
    if (q->tokens[i].tag == NSP__TAG_VERB || q->tokens[i].tag == NSP__TAG_AUX) return false;
  return true;
}

/* Whether "that", "if" or their like opens what was said behind the verb. Reads: tagged tokens, the cue. */
#include "quote/verb.h"

/* "that" is many things: where the tagger takes it for a pronoun, only what follows can make it a conjunction. */
bool nsp__is_complementiser(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (!nsp__function(q, i, NSP__SAYS(COMPLEMENTISER))) return false;
  if (q->tree.known && !says(c, NSP__SAYS(RAISING)) &&
      (nsp__tags_in(q, i - 1, NSP__CLASS_CUE_ADVERB) & NSP__SAYS(CONJUNCTION)))
    return false; /* "responded as if" */
  if (q->tree.known && i != c->cue.group.end && i != c->addressee.end &&
      !says(c, NSP__SAYS(ASK) | NSP__SAYS(BELIEVE)) && !nsp__function(q, i, NSP__SAYS(INTERROGATIVE)) &&
      !nsp__function(q, i, NSP__SAYS(ARTICLE)))
    return false; /* "said on Monday, if asked": only right behind the verb does "if" ask */
  if (q->tree.known && i > c->cue.group.end && nsp__has_rel(q, i, NSP__REL_BIT(NSUBJ)) && i + 1 < c->bounds.end &&
      (q->tokens[i + 1].feats & NSP__FEAT_FINITE))
    return false; /* "rule on a case that could close the mill" */
  if (q->tokens[i].tag != NSP__TAG_DET && q->tokens[i].tag != NSP__TAG_PRON) return true;
  if (i + 1 >= c->bounds.end) return false;
  unsigned next = q->tokens[i + 1].tag;
  bool plural = i + 2 < c->bounds.end && next == NSP__TAG_NOUN && q->tokens[i + 2].tag == NSP__TAG_NOUN &&
                (q->tokens[i + 2].feats & NSP__FEAT_PLURAL); /* "that ticket prices would rise" */
  return plural || nsp__is_quote_mark(q, i + 1) || next == NSP__TAG_PRON || next == NSP__TAG_DET ||
         next == NSP__TAG_PROPN || (next == NSP__TAG_NOUN && (q->tokens[i + 1].feats & NSP__FEAT_PLURAL));
}

/* "responded to reports that": behind a weak verb's noun of saying the clause is that noun's. */
static bool of_noun(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (!says(c, NSP__SAYS(WEAK)) || !q->tree.known || i < c->cue.group.end + 2 || !(q->may[i - 1] & NSP__MAY_NOUN))
    return false;
  uint32_t to = nsp__function(q, i - 2, NSP__SAYS(PREPOSITION)) ? i - 2 : i - 3;
  return nsp__names_role(q, "addressee", to);
}

bool nsp__opens_clause(const verb_case *c, uint32_t i) {
  if (says(c, TAKES_CLAUSE)) return nsp__is_complementiser(c, i) && !of_noun(c, i);
  if (says(c, NSP__SAYS(URGE)) && i == c->cue.words.end && c->q->tokens[i].tag == NSP__TAG_SCONJ)
    return nsp__is_complementiser(c, i); /* "The court ordered that the papers be returned" */
  return says(c, NSP__SAYS(MANNER)) && i == c->cue.head + 1 && i == c->cue.group.end && c->q->tree.known &&
         nsp__declares(c->q, i); /* "shouted that the mill was lost" */
}

/* Where what was said opens, by the order of words alone: no tree is known. */
#include "quote/attribute.h"
#include "quote/capital.h"
#include "quote/verb.h"

/* A phrase without the clause that a word of grammar or an infinitive opens in it. */
static nsp__range before_clause(const nsp__quoting *q, nsp__range phrase) {
  for (uint32_t i = phrase.first + 1; i < phrase.end; i++)
    if (nsp__function(q, i, NSP__SAYS(COMPLEMENTISER)) || nsp__is_infinitive(q, i) ||
        nsp__in_property(q, "infinitive_leads", i))
      phrase.end = i;
  while (phrase.end > phrase.first + 1 && nsp__is_punct(q, phrase.end - 1)) phrase.end--;
  return phrase;
}

/* No tree: prepositions and adverbs lead phrases to walk over; anything else opens a bare clause or an object. */
opening nsp__guess_opening(verb_case *c, uint32_t i, bool comma, uint32_t *next) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false, false, false};
  uint32_t head;
  *next = i + 1;
  if (comma && says(c, TAKES_CLAUSE) && nsp__reported_clause(q, i, c->bounds.end)) {
    o.kind = CLAUSE;
    o.announced = true;
    return o;
  }
  if (comma && says(c, TAKES_CLAUSE | NSP__SAYS(URGE) | NSP__SAYS(INFINITIVE)) &&
      nsp__infinitive_clause(q, i, c->bounds.end)) {
    o.kind = INFINITIVE;
    o.announced = true;
    return o;
  }
  if (nsp__function(q, i, NSP__SAYS(PREPOSITION))) {
    nsp__range phrase = before_clause(q, nsp__phrase_right(q, i + 1, c->bounds.end, &head));
    if (!nsp__range_empty(phrase)) *next = phrase.end;
    return o;
  }
  if (nsp__is_punct(q, i) || nsp__function(q, i, NSP__SAYS(ADVERB)) || nsp__is_month(q, i)) return o;
  if (says(c, TAKES_PERSON) && !says(c, NSP__SAYS(SAY)) && nsp__range_empty(c->addressee)) {
    c->addressee = before_clause(q, nsp__phrase_right(q, i, c->bounds.end, &head));
    if (!nsp__range_empty(c->addressee)) *next = c->addressee.end;
    return o;
  }
  if (i != c->core.end) return o;
  if (says(c, NSP__SAYS(TOPIC))) o.kind = OBJECT;
  return o;
}

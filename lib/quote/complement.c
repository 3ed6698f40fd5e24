/* Infinitives as what was said: « a promis de renforcer », "ha negato di aver preso", "пообещал ввести". For languages
 * without a model; how infinitives end, and which words may lead to one, language.txt says (infinitives,
 * infinitive_leads). */
#include "quote/capital.h"
#include "quote/verb.h"

enum { MOST_BETWEEN = 3 /* negation and clitics before the infinitive */ };

/* A small word of grammar that may stand between the leading word and the infinitive: "de ne pas | consommer". */
static bool between(const nsp__quoting *q, uint32_t i) {
  return nsp__function(q, i, NSP__SAYS(NEGATION) | NSP__SAYS(CLITIC)) && !nsp__is_infinitive(q, i);
}

/* An infinitive by its looks: no capital, no name, no noun of the lists; « avoir », "essere" are words of grammar. */
bool nsp__looks_infinitive(const nsp__quoting *q, uint32_t i) {
  if (!nsp__is_infinitive(q, i) || (q->tokens[i].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT)))
    return false;
  if (nsp__listed(q, i, NSP__CLASS_FUNCTION)) return nsp__function(q, i, NSP__SAYS(AUXILIARY));
  return nsp__mention_at(q->document, i) == NSP_NONE && !nsp__listed(q, i, NSP__CLASS_ROLE) &&
         !nsp__listed(q, i, NSP__CLASS_MONTH);
}

bool nsp__takes_infinitive(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (q->tree.known || nsp__capital_nouns(q) || !says(c, TAKES_INFINITIVE) || q->mark_of[i] != NSP_NONE) return false;
  if (says(c, NSP__SAYS(WEAK)) && !says(c, NSP__SAYS(URGE))) return false;
  for (uint32_t k = c->cue.group.end; k < i; k++) /* « …, avant de partir » */
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) || q->mark_of[k] != NSP_NONE) return false;
  uint32_t k = i, end = c->bounds.end;
  bool led = nsp__in_property(q, "infinitive_leads", i);
  if (led) k++;
  for (int n = 0; n < MOST_BETWEEN && k + 1 < end && between(q, k); n++) k++;
  if (k >= end || !nsp__looks_infinitive(q, k)) return false;
  return led || i == c->core.end || !nsp__range_empty(c->addressee);
}

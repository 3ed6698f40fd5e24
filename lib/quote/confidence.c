#include "quote/emit.h"

/* Measured shares; the bench prints the table that they come from. */
static const float share[NSP__RULE_COUNT] = {
    [NSP__RULE_QUOTE_CLAUSE] = 0.95f, [NSP__RULE_VERB_CLAUSE] = 0.80f, [NSP__RULE_INFINITIVE] = 0.60f,
    [NSP__RULE_OBJECT] = 0.50f, [NSP__RULE_NOUN_CLAUSE] = 0.55f, [NSP__RULE_ACCORDING] = 0.85f,
    [NSP__RULE_HEARSAY] = 0.60f, [NSP__RULE_LABEL] = 0.85f, [NSP__RULE_DIALOGUE] = 0.80f,
    [NSP__RULE_SIGNATURE] = 0.90f, [NSP__RULE_INTRODUCED] = 0.70f, [NSP__RULE_CONTINUED] = 0.75f,
    [NSP__RULE_BARE] = 0.50f, [NSP__RULE_MOOD] = 0.70f, [NSP__RULE_PART] = 0.70f};

float nsp__confidence_of(const nsp__quoting *q, const nsp__draft *draft) {
  (void)q;
  return share[draft->rule];
}

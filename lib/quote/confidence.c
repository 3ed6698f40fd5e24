/* Confidence: how often such an answer is right in content and in who said it. The shares are those measured on the
 * development corpora, to the next twentieth; tests/bench/quotations.py --reliability prints them again. */
#include "quote/emit.h"

static const float share[NSP__RULE_COUNT] = {
    [NSP__RULE_QUOTE_CLAUSE] = 0.90f, [NSP__RULE_VERB_CLAUSE] = 0.75f, [NSP__RULE_INFINITIVE] = 0.50f,
    [NSP__RULE_OBJECT] = 0.55f,       [NSP__RULE_NOUN_CLAUSE] = 0.40f, [NSP__RULE_ACCORDING] = 0.75f,
    [NSP__RULE_HEARSAY] = 0.40f,      [NSP__RULE_LABEL] = 0.70f,       [NSP__RULE_DIALOGUE] = 0.85f,
    [NSP__RULE_SIGNATURE] = 0.85f,    [NSP__RULE_INTRODUCED] = 0.50f,  [NSP__RULE_CONTINUED] = 0.50f,
    [NSP__RULE_BARE] = 0.25f,         [NSP__RULE_MOOD] = 0.45f,        [NSP__RULE_PART] = 0.45f};

/* Rules that need somebody who says it, found without one: half of them are wrong in that already. */
static const float nobody = 0.6f, mended = 0.8f;

float nsp__confidence_of(const nsp__quoting *q, const nsp__draft *draft) {
  float c = share[draft->rule];
  bool named = !nsp__range_empty(draft->source) || draft->speaker_of != NSP_NONE;
  bool passive_or_seeming =
      draft->rule == NSP__RULE_INFINITIVE || draft->rule == NSP__RULE_HEARSAY || draft->rule == NSP__RULE_BARE;
  (void)q;
  if (!named && !passive_or_seeming) c *= nobody;
  if (draft->flags & NSP_QUOTE_REPAIRED) c *= mended;
  return c;
}

/* Relays: "According to the ministry, the president said …" is the president's word; the ministry passes it on. */
#include "quote/attribute.h"

static bool relays(const nsp__draft *phrase, const nsp__draft *verb, nsp__range sentence) {
  return phrase->rule == NSP__RULE_ACCORDING && phrase->cue.first <= sentence.first + 1 &&
         !nsp__range_empty(phrase->source) && verb->rule != NSP__RULE_ACCORDING && verb->rule != NSP__RULE_NOUN_CLAUSE &&
         !nsp__range_empty(verb->source) && verb->source.first == phrase->content.items[0].first;
}

void nsp__join_relays(nsp__quoting *q, uint32_t first_draft, uint32_t sentence) {
  nsp__range s = nsp__sentence_range(q, sentence);
  uint32_t i = first_draft; /* the phrase that leads the sentence */
  while (i < q->drafts.count && (q->drafts.items[i].rule != NSP__RULE_ACCORDING || q->drafts.items[i].cue.first > s.first + 1)) i++;
  if (i < q->drafts.count)
    for (uint32_t k = first_draft; k < q->drafts.count; k++) {
      nsp__draft *phrase = &q->drafts.items[i], *verb = &q->drafts.items[k];
      if (i == k || !relays(phrase, verb, s)) continue;
      verb->relay = phrase->source;
      for (uint32_t n = i + 1; n < q->drafts.count; n++) q->drafts.items[n - 1] = q->drafts.items[n];
      q->drafts.count--;
      return; /* a sentence begins with one such phrase at most */
    }
}

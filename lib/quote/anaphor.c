/* "Die Brücke bleibt gesperrt. Das sagte die Sprecherin.": a clause of saying whose object is a word that stands for
 * the sentence before it. Only where a language says which words do (language.txt: anaphors). */
#include "quote/capital.h"
#include "quote/verb.h"

/* Has the sentence a quotation already? The drafts of a step stand in text order. */
static bool has_draft(const nsp__quoting *q, uint32_t sentence) {
  for (uint32_t i = q->drafts.count; i > 0 && q->drafts.items[i - 1].sentence >= sentence; i--)
    if (q->drafts.items[i - 1].sentence == sentence) return true;
  return false;
}

bool nsp__before_anaphor(const verb_case *c, uint32_t sentence, nsp__draft *draft) {
  nsp__quoting *q = c->q;
  const nsp_sentence *items = q->document->sentences.items;
  uint32_t first = c->bounds.first;
  if (!sentence || !nsp__in_property(q, "anaphors", first) || nsp__range_empty(c->source.span)) return false;
  if (c->source.span.first <= first || says(c, NSP__SAYS(WEAK) | NSP__SAYS(URGE) | NSP__SAYS(BELIEVE)) ||
      !says(c, NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(WRITE)))
    return false;
  bool second = c->cue.group.first == first + 1 || nsp__function(q, first + 1, NSP__SAYS(AUXILIARY));
  if (!second || items[sentence - 1].block != items[sentence].block || has_draft(q, sentence - 1)) return false;
  nsp__range before = nsp__sentence_range(q, sentence - 1);
  draft->rule = NSP__RULE_VERB_CLAUSE;
  return nsp__draft_add(q, draft, (nsp__range){before.first, nsp__text_end(q, before)}) &&
         nsp__draft_add(q, draft, (nsp__range){first, first + 1});
}

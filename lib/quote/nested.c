/* Quotations within speech: "She told me, ‘Go home,’ and I went," Roe said. The inner marks need a reporting verb next
 * to them; who is quoted stands next to that. Read without the tree: speech is not parsed. */
#include "quote/attribute.h"

enum { SUBJECT_LOOK = 20, LOOK = 4 /* words between the verb and the marks: whom */, FEWEST_WORDS = 2 };

static bool reports(const nsp__quoting *q, uint32_t i, nsp__range *cue) {
  const nsp__record *record = NULL;
  const uint64_t verbs = NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(WRITE) | NSP__SAYS(MANNER);
  *cue = nsp__match(q, i, i + 1, NSP__CLASS_CUE_VERB, &record);
  return !nsp__range_empty(*cue) && (record->tags & verbs) && !(record->tags & NSP__SAYS(WEAK));
}

static bool is_source(const nsp__quoting *q, uint32_t i, nsp__range *source, uint32_t *head) {
  uint32_t m = nsp__mention_at(q->document, i);
  if (m == NSP_NONE) return false;
  const nsp__mention *mention = &q->document->mentions.items[m];
  *source = (nsp__range){mention->first, mention->end};
  *head = mention->head;
  return true;
}

/* "she told me, ‘…’": the verb before the marks, and who stands before it. */
static bool before(const nsp__quoting *q, nsp__range outer, uint32_t mark, nsp__draft *draft) {
  for (uint32_t i = mark; i > outer.first + 1 && mark - i < LOOK; i--) {
    if (nsp__is_stop(q, i - 1) || nsp__is_quote_mark(q, i - 1)) return false;
    if (!reports(q, i - 1, &draft->cue)) continue;
    uint32_t whom = i < mark ? nsp__mention_from(q->document, i) : NSP_NONE; /* "told me, ‘…’" */
    if (whom != NSP_NONE && whom < q->document->mentions.count && q->document->mentions.items[whom].full_first == i &&
        q->document->mentions.items[whom].full_end < mark)
      draft->addressee = (nsp__range){i, q->document->mentions.items[whom].full_end};
    if (is_source(q, i - 2, &draft->source, &draft->source_head)) return true;
    uint32_t first = outer.first + 1; /* "He looked at me and said, ‘…’": who opens the sentence */
    if (!nsp__function(q, i - 2, NSP__SAYS(CONJUNCTION))) return false;
    for (uint32_t k = i - 2; k > outer.first + 1 && i - k < SUBJECT_LOOK && first == outer.first + 1; k--)
      if (nsp__is_stop(q, k - 1)) first = k;
    return is_source(q, first, &draft->source, &draft->source_head);
  }
  return false;
}

/* "‘…,’ she said" and "‘…,’ said Roe". */
static bool behind(const nsp__quoting *q, nsp__range outer, uint32_t end, nsp__draft *draft) {
  for (uint32_t i = end; i < outer.end && i < end + LOOK; i++) {
    if (nsp__is_stop(q, i) || nsp__is_quote_mark(q, i)) return false;
    if (!reports(q, i, &draft->cue)) continue;
    if (i > end && is_source(q, i - 1, &draft->source, &draft->source_head)) return true;
    return i + 1 < outer.end && is_source(q, i + 1, &draft->source, &draft->source_head);
  }
  return false;
}

bool nsp__attribute_nested(nsp__quoting *q) {
  for (uint32_t m = 0; m < q->marked.count; m++) {
    const nsp__marked *k = &q->marked.items[m];
    if (k->parent == NSP_NONE || k->span.end < k->span.first + FEWEST_WORDS + 2) continue;
    nsp__range outer = q->marked.items[k->parent].span;
    nsp__draft draft = nsp__draft_new(NSP__RULE_QUOTE_CLAUSE, nsp__sentence_of(q, k->span.first));
    if (!before(q, outer, k->span.first, &draft) && !behind(q, outer, k->span.end, &draft)) continue;
    draft.cue_head = draft.cue.first;
    nsp__draft_add(q, &draft, k->span);
    if (!nsp__draft_keep(q, &draft)) return false;
  }
  return true;
}

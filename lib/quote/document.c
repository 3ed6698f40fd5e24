/* Sources behind prepositions. Verbs whose speaker is a document ("si legge nella nota", "йдеться у заяві", "peut-on
 * lire dans le communiqué") are tagged "anonymous" in the list of cues; participles have an agent ("qualifiée de «
 * folle » par le maire"). Which prepositions lead to them, language.txt says. */
#include "quote/capital.h"

enum { LOOK = 5 /* words between the verb and the preposition */, LONGEST = 12, CLAUSE_LOOK = 40 };

static bool ends_phrase(const nsp__quoting *q, uint32_t i, bool noun) {
  const uint64_t no = NSP__SAYS(CONJUNCTION) | NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(AUXILIARY) | NSP__SAYS(ADVERB) |
                      NSP__SAYS(INTERROGATIVE) | NSP__SAYS(CLITIC);
  if (nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE) return true;
  if (noun) return false; /* "la nota": no verb behind an article */
  if (nsp__listed(q, i, NSP__CLASS_CUE_VERB) || nsp__listed(q, i, NSP__CLASS_MONTH)) return true;
  if (nsp__function(q, i, NSP__SAYS(ARTICLE))) return false;
  if (nsp__function(q, i, NSP__SAYS(PREPOSITION))) return !nsp__in_property(q, "of", i);
  return nsp__function(q, i, no);
}

/* The phrase that begins at i. */
static nsp__source phrase_at(const nsp__quoting *q, uint32_t i, uint32_t end) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t k = i, head = i;
  while (k < end && k < i + LONGEST && !ends_phrase(q, k, k == i || nsp__function(q, k - 1, NSP__SAYS(ARTICLE)))) k++;
  if (k == i) return found;
  while (head + 1 < k && nsp__function(q, head, NSP__SAYS(ARTICLE))) head++;
  const nsp__mention *m = nsp__mention_opening(q, i, end);
  if (m && m->head < k) head = m->head;
  return (nsp__source){nsp__trim_phrase(q, (nsp__range){i, k}), head, false};
}

nsp__source nsp__document_source(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  for (uint32_t i = cue->words.first + 1; i + 1 < bounds.end && i < cue->words.end + LOOK; i++) {
    if (nsp__is_punct(q, i)) break;
    if (!nsp__in_property(q, "document_prepositions", i)) continue;
    nsp__source found = phrase_at(q, i + 1, bounds.end);
    found.inverted = found.head != NSP_NONE;
    return found;
  }
  for (uint32_t i = cue->group.first; i > bounds.first && cue->group.first - i < CLAUSE_LOOK; i--) {
    if (q->mark_of[i - 1] != NSP_NONE) break;
    bool opens = i - 1 == bounds.first || nsp__is_punct(q, i - 2);
    if (opens && nsp__in_property(q, "document_prepositions", i - 1)) return phrase_at(q, i, cue->group.first);
  }
  return none;
}

nsp__source nsp__agent_behind(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t i = cue->group.end;
  if (cue->tags & NSP__SAYS(ASK)) return found;                 /* who was asked speaks */
  if (i + 1 < bounds.end && nsp__in_property(q, "agents", i)) { /* "quanto riferito dal portavoce" */
    found.span = nsp__phrase_right(q, i + 1, bounds.end, &found.head);
    return found;
  }
  while (i < bounds.end && i < cue->group.end + 2 && q->mark_of[i] == NSP_NONE && !nsp__is_punct(q, i)) i++;
  if (i >= bounds.end || q->mark_of[i] == NSP_NONE) return found;
  i = q->marked.items[q->mark_of[i]].span.end;
  if (i + 1 >= bounds.end || !nsp__in_property(q, "agents", i)) return found;
  found.span = nsp__phrase_right(q, i + 1, bounds.end, &found.head);
  return found;
}

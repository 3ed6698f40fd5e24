/* Sources that are no subjects: the agent of a passive ("wurde von der Zeitung als „…“ bezeichnet"), and the document
 * that speaks where "es" does ("heißt es im Bericht"). Which prepositions lead to them, language.txt says. */
#include "quote/capital.h"

enum { LOOK_BACK = 60 };

/* The phrase behind the first preposition of a list in these words; `published`: only when it names a medium, a
 * document or an organisation. */
static nsp__source behind_preposition(const nsp__quoting *q, nsp__range where, const char *list, bool published) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  for (uint32_t i = where.first; i < where.end && i < where.first + LOOK_BACK; i++) {
    if (nsp__is_mark(q, i, NSP__MARK_COLON) || nsp__is_mark(q, i, NSP__MARK_COMMA)) return none;
    if (q->mark_of[i] != NSP_NONE || !nsp__in_property(q, list, i)) continue;
    uint32_t end = nsp__capital_phrase(q, i + 1, where.end, false);
    if (end <= i + 1 || nsp__listed(q, i + 1, NSP__CLASS_MONTH)) continue;
    nsp__range span = nsp__without_speech(q, (nsp__range){i + 1, end});
    if (nsp__range_empty(span)) continue;
    nsp__source found = {span, nsp__capital_head(q, span), false};
    if (!published || nsp__is_publication(q, found.head)) return found;
  }
  return none;
}

bool nsp__is_publication(const nsp__quoting *q, uint32_t head) {
  if (nsp__listed(q, head, NSP__CLASS_MEDIUM_NOUN) || nsp__listed(q, head, NSP__CLASS_DOCUMENT)) return true;
  if (q->mark_of[head] != NSP_NONE) return true; /* im „Standard“ */
  uint32_t m = nsp__mention_at(q->document, head);
  if (m == NSP_NONE) return false;
  nsp_entity_kind kind = q->document->mentions.items[m].kind;
  return kind == NSP_ENTITY_MEDIUM || kind == NSP_ENTITY_DOCUMENT || kind == NSP_ENTITY_ORGANISATION ||
         kind == NSP_ENTITY_GROUP;
}

/* The comma before the relative clause that ends with the comma at `comma`; `comma` itself when none does. */
static uint32_t before_relative(const nsp__quoting *q, uint32_t first, uint32_t comma) {
  for (uint32_t i = comma; i > first && comma - i < LOOK_BACK; i--) {
    if (!nsp__is_mark(q, i - 1, NSP__MARK_COMMA) || q->mark_of[i - 1] != NSP_NONE) continue;
    return nsp__in_property(q, "relatives", i) || nsp__in_property(q, "relatives", i + 1) ? i - 1 : comma;
  }
  return comma;
}

/* Where the words before a finite verb begin that belong to its clause. */
static uint32_t clause_first(const nsp__quoting *q, nsp__range bounds, uint32_t verb) {
  uint32_t first = verb;
  if (first > bounds.first && nsp__is_mark(q, first - 1, NSP__MARK_COMMA))
    first = before_relative(q, bounds.first, first - 1);
  while (first > bounds.first && verb - first < LOOK_BACK && q->mark_of[first - 1] == NSP_NONE &&
         !nsp__is_mark(q, first - 1, NSP__MARK_COMMA))
    first--;
  return first;
}

nsp__source nsp__agent(const nsp__quoting *q, nsp__range bounds, uint32_t finite, uint32_t end) {
  nsp__range clause = {clause_first(q, bounds, finite), end};
  nsp__source found = behind_preposition(q, clause, "agents", false);
  return found.head != NSP_NONE ? found : behind_preposition(q, clause, "document_prepositions", true);
}

nsp__source nsp__of_nobody(const nsp__quoting *q, nsp__range bounds, uint32_t verb, uint32_t end) {
  nsp__source found = behind_preposition(q, (nsp__range){end, bounds.end}, "document_prepositions", false);
  if (found.head != NSP_NONE) {
    found.inverted = found.span.first <= end + 2;
    return found;
  }
  return behind_preposition(q, (nsp__range){clause_first(q, bounds, verb), verb}, "document_prepositions", false);
}

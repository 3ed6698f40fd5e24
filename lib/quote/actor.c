/* Who opens the clause that a verb of saying ends, where the tree lost the two of each other: across a parenthesis, a
 * list of verbs or a participle's comma. Reads: tagged tokens, mentions. */
#include "quote/clause.h"
#include "quote/tree.h"

enum { CLAUSE_LOOK = 60, SENTENCE_LOOK = 120 };

static bool is_tensed(const nsp__quoting *q, uint32_t i) {
  return (q->tokens[i].tag == NSP__TAG_VERB || q->tokens[i].tag == NSP__TAG_AUX) &&
         (q->tokens[i].feats & NSP__FEAT_FINITE);
}

bool nsp__tensed_before(const nsp__quoting *q, uint32_t first, uint32_t end) {
  for (uint32_t i = end; i > first && end - i < CLAUSE_LOOK; i--)
    if (is_tensed(q, i - 1)) return true;
  return false;
}

/* Somebody by name or by office, who opens a clause: nothing before him but a comma or a word that joins clauses. */
static const nsp__mention *opens_clause(const nsp__quoting *q, nsp__range bounds, uint32_t m) {
  const nsp__mention *who = &q->document->mentions.items[m];
  bool named = who->form == NSP_MENTION_NAME && who->kind == NSP_ENTITY_UNKNOWN;
  if (who->kind != NSP_ENTITY_PERSON && who->kind != NSP_ENTITY_ORGANISATION && who->kind != NSP_ENTITY_GROUP && !named)
    return NULL;
  if (who->full_first < bounds.first || (who->flags & NSP__MENTION_POSSESSIVE)) return NULL;
  uint32_t first = who->full_first;
  if (first > bounds.first && nsp__function(q, first - 1, NSP__SAYS(ARTICLE))) first--;
  if (first == bounds.first) return who;
  const nsp__token *before = &q->tokens[first - 1];
  return before->punct == NSP__MARK_COMMA || before->tag == NSP__TAG_CCONJ || before->tag == NSP__TAG_SCONJ ||
                 (before->feats & NSP__FEAT_WH)
             ? who
             : NULL;
}

/* "Roe, whose firm, Para, uses sand, | said", "Roe, asked about it, | had said", "when Roe, in response to it, |
 * accused": the comma behind who opens the clause, where a parenthesis begins that ends right before the verb. */
void nsp__across_parenthesis(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first;
  if (cue->gerund || cue->infinitive || v < bounds.first + 4 || !nsp__is_mark(q, v - 1, NSP__MARK_COMMA)) return;
  if (found->inverted && cue->group.first == cue->head) return;
  if (found->inverted) *found = (nsp__source){{0, 0}, NSP_NONE, false}; /* "…, | did not mention Ng" */
  bool tensed = false;
  for (uint32_t k = v - 2; k > bounds.first && v - k < CLAUSE_LOOK; k--) {
    if (q->mark_of[k] != q->mark_of[cue->head] || nsp__is_mark(q, k, NSP__MARK_SEMICOLON)) return;
    if (!nsp__is_mark(q, k, NSP__MARK_COMMA)) {
      tensed |= is_tensed(q, k) && !nsp__is_mark(q, k - 1, NSP__MARK_COMMA);
      continue;
    }
    const nsp__token *next = &q->tokens[k + 1];
    bool relative = (next->feats & NSP__FEAT_WH) || nsp__function(q, k + 1, NSP__SAYS(INTERROGATIVE)); /* "whose" */
    bool phrase = !tensed && (next->tag == NSP__TAG_ADP ||
                              (next->tag == NSP__TAG_VERB && (next->feats & (NSP__FEAT_PARTICIPLE | NSP__FEAT_PAST))));
    uint32_t m = nsp__mention_at(q->document, k - 1);
    const nsp__mention *who = (relative || phrase) && m != NSP_NONE ? opens_clause(q, bounds, m) : NULL;
    if (!who) continue;
    bool within = nsp__range_empty(found->span) || found->span.first >= k ||
                  (found->span.first >= who->full_first && found->span.end > k && found->span.end < v - 1);
    if (!within) continue;
    *found = (nsp__source){{who->full_first, v - 1}, who->head, false};
    return;
  }
}

/* "Mr. Roe expressed his joy, | telling us", "Roe left; and | wrote": who opens the sentence and has its first verb
 * behind him. */
nsp__source nsp__first_actor(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t v = cue->group.first;
  for (uint32_t m = nsp__mention_from(q->document, bounds.first); m < q->document->mentions.count; m++) {
    const nsp__mention *who = &q->document->mentions.items[m];
    if (who->full_end >= v || who->first > bounds.first + SENTENCE_LOOK) break;
    uint32_t i = who->full_end;
    while (i < v && q->tokens[i].tag == NSP__TAG_ADV) i++;
    if (i == v || (q->tokens[i].tag != NSP__TAG_VERB && q->tokens[i].tag != NSP__TAG_AUX)) continue;
    if (q->mark_of[who->first] != q->mark_of[cue->head] || !opens_clause(q, bounds, m)) continue;
    return (nsp__source){{who->full_first, who->full_end}, who->head, false};
  }
  return found;
}

/* "Roe, the mayor's father, | issued a note, saying": the sentence's verb behind the comma of an apposition. */
void nsp__cut_at_tense(const nsp__quoting *q, const nsp__cue *cue, nsp__source *found) {
  if (!cue->gerund || found->inverted || nsp__range_empty(found->span)) return;
  for (uint32_t k = found->span.first + 1; k < found->span.end; k++) {
    if ((q->tokens[k].feats & NSP__FEAT_WH) || nsp__function(q, k, NSP__SAYS(INTERROGATIVE))) return;
    if (!is_tensed(q, k) || !nsp__is_mark(q, k - 1, NSP__MARK_COMMA) || found->head >= k - 1) continue;
    found->span.end = k - 1;
    return;
  }
}

/* "…, Calif.; and | posted on Twitter": behind a semicolon and an "and" the verb is that of who opens the sentence. */
void nsp__behind_semicolon(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first;
  if (found->inverted || nsp__range_empty(found->span) || v < bounds.first + 3 || cue->infinitive ||
      q->tokens[v - 1].tag != NSP__TAG_CCONJ || !nsp__is_mark(q, v - 2, NSP__MARK_SEMICOLON))
    return;
  uint32_t m = nsp__mention_at(q->document, found->head);
  if (m != NSP_NONE && q->document->mentions.items[m].kind != NSP_ENTITY_PLACE) return;
  nsp__source actor = nsp__first_actor(q, bounds, cue);
  if (!nsp__range_empty(actor.span)) *found = actor;
}

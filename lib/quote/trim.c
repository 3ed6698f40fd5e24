/* What is no part of who speaks: when and where it was, clauses that the tree drew in, labels. Reads: tagged tokens,
 * the tree, mentions. */
#include "quote/adjunct.h"
#include "quote/clause.h"
#include "quote/tree.h"

enum { SHORT_PHRASE = 8 };

static bool is_verb(const nsp__quoting *q, uint32_t i) {
  return q->tokens[i].tag == NSP__TAG_VERB || q->tokens[i].tag == NSP__TAG_AUX;
}

/* "the call in which | Ana Roe": a relative word and somebody behind it, without a verb of their own. */
static void cut_at_relative(const nsp__quoting *q, nsp__source *found) {
  nsp__range *r = &found->span;
  uint32_t who = NSP_NONE, name = NSP_NONE;
  for (uint32_t i = r->first + 1; i < r->end && !found->inverted; i++) {
    if (is_verb(q, i) || nsp__is_punct(q, i)) return;
    if ((q->tokens[i].feats & NSP__FEAT_WH) && q->tokens[i].tag != NSP__TAG_DET) who = i, name = NSP_NONE;
    if (who != NSP_NONE && i > who && (q->tokens[i].tag == NSP__TAG_PROPN || q->tokens[i].tag == NSP__TAG_NOUN))
      name = i;
  }
  if (who == NSP_NONE || name == NSP_NONE) return;
  r->first = who + 1;
  if (found->head < r->first) found->head = name;
}

/* "a punch by both, as | Ana Roe": behind a comma a word that joins clauses begins the clause of who speaks. */
static void cut_at_conjunction(const nsp__quoting *q, nsp__source *found) {
  nsp__range *r = &found->span;
  if (nsp__is_mark(q, r->end, NSP__MARK_COMMA)) return; /* "Roe, after the vote, said" */
  for (uint32_t i = r->first + 1; i + 1 < r->end && !found->inverted; i++) {
    if (q->tokens[i].feats & NSP__FEAT_WH) return;
    if (!nsp__is_mark(q, i, NSP__MARK_COMMA) || !nsp__function(q, i + 1, NSP__SAYS(CONJUNCTION)) ||
        q->tokens[i + 1].tag != NSP__TAG_SCONJ || i + 2 >= r->end)
      continue;
    uint32_t m = nsp__mention_from(q->document, i + 2);
    if (m >= q->document->mentions.count || q->document->mentions.items[m].full_first > i + 3 ||
        q->document->mentions.items[m].full_end > r->end)
      continue;
    r->first = i + 2;
    found->head = q->document->mentions.items[m].head;
  }
}

/* "Roe | bristled at it": a verb with a tense and no subject of its own is no part of who. */
void nsp__leave_tensed(const nsp__quoting *q, nsp__source *found) {
  if (found->head == NSP_NONE || found->inverted) return;
  uint32_t m = nsp__mention_at(q->document, found->head), i = found->head + 1;
  if (m != NSP_NONE && q->document->mentions.items[m].full_end > i) i = q->document->mentions.items[m].full_end;
  for (; i < found->span.end; i++) {
    const nsp__token *t = &q->tokens[i];
    if ((t->feats & NSP__FEAT_WH) || nsp__is_punct(q, i) || nsp__has_rel(q, i, NSP__REL_BIT(NSUBJ)) ||
        nsp__function(q, i, NSP__SAYS(COMPLEMENTISER)))
      return;
    if (t->tag == NSP__TAG_VERB && (t->feats & NSP__FEAT_FINITE)) found->span.end = i;
  }
}

/* "Ana Roe | (R-Calif.) said": a source that ends with a bracket has what stands before that one's opening, too. */
static void open_bracket(const nsp__quoting *q, nsp__source *found) {
  uint32_t i = found->span.first, last = found->span.end - 1;
  if (!(q->tokens[last].shape & NSP__SHAPE_CLOSE_BRACKET)) return;
  for (uint32_t k = i; k < last; k++)
    if (q->tokens[k].shape & NSP__SHAPE_OPEN_BRACKET) return;
  while (i > 1 && found->span.first - i < SHORT_PHRASE && !(q->tokens[i - 1].shape & NSP__SHAPE_OPEN_BRACKET)) i--;
  uint32_t m = i > 1 ? nsp__mention_at(q->document, i - 2) : NSP_NONE;
  if (m == NSP_NONE || !(q->tokens[i - 1].shape & NSP__SHAPE_OPEN_BRACKET)) return;
  found->span.first = q->document->mentions.items[m].full_first;
  found->head = q->document->mentions.items[m].head;
}

/* "Last week, | Ana Roe", "Ana Roe | on Monday": when is no part of who. What stands before a comma without naming
 * anybody, while the head stands behind it, is left out; so is a day at the end. */
/* "Earlier this week, | Ana Roe, who …": an adverb's phrase, a comma and a name, whichever of them the tree hangs on.
 */
static void cut_adverb(const nsp__quoting *q, nsp__source *found) {
  nsp__range *r = &found->span;
  uint32_t name = nsp__mention_from(q->document, r->first);
  if (found->inverted || q->tokens[r->first].tag != NSP__TAG_ADV || name >= q->document->mentions.count) return;
  const nsp__mention *who = &q->document->mentions.items[name];
  if (who->form != NSP_MENTION_NAME || who->full_first < r->first + 2 || who->full_end > r->end ||
      who->full_first > r->first + SHORT_PHRASE || found->head >= who->full_first ||
      !nsp__is_mark(q, who->full_first - 1, NSP__MARK_COMMA))
    return;
  r->first = who->full_first;
  found->head = who->head;
}

void nsp__cut_time(const nsp__quoting *q, nsp__source *found) {
  nsp__range *r = &found->span;
  if (nsp__range_empty(*r) || !q->tree.known) return;
  open_bracket(q, found);
  cut_adverb(q, found);
  cut_at_relative(q, found);
  cut_at_conjunction(q, found);
  if (found->inverted)
    for (uint32_t i = found->head + 1; i + 1 < r->end; i++) /* "said Ana Roe, who runs it, | adding that" */
      if (nsp__is_mark(q, i, NSP__MARK_COMMA) && (q->tokens[i + 1].feats & NSP__FEAT_GERUND) &&
          nsp__listed(q, i + 1, NSP__CLASS_CUE_VERB))
        r->end = i;
  for (uint32_t i = r->first; i < found->head && i < r->first + SHORT_PHRASE; i++) {
    uint32_t m = nsp__mention_from(q->document, r->first);
    bool named = m < q->document->mentions.count && q->document->mentions.items[m].first < i;
    if (!nsp__is_mark(q, i, NSP__MARK_COMMA) || q->tokens[i + 1].tag == NSP__TAG_CCONJ) continue;
    if (!named && i + 1 < r->end && q->tokens[r->first].tag != NSP__TAG_NUM) r->first = i + 1;
    break;
  }
  for (uint32_t i = r->first + 1; i + 2 < r->end; i++) /* "The crowd cheers, and then | Roe" */
    if (nsp__is_mark(q, i, NSP__MARK_COMMA) && q->tokens[i + 1].tag == NSP__TAG_CCONJ &&
        nsp__function(q, i + 2, NSP__SAYS(ADVERB)) && i + 3 < r->end) {
      r->first = i + 3;
      if (found->head < r->first) found->head = r->end - 1;
    }
  if (r->end > r->first + 2 && nsp__is_mark(q, r->end - 2, NSP__MARK_COMMA) &&
      q->tokens[r->end - 1].tag == NSP__TAG_PRON) {
    r->first = found->head = r->end - 1; /* "The bridge, | she said, is closed" */
    return;
  }
  uint32_t end = r->end;
  for (uint32_t i = found->head + 1; i < end; i++) /* "Roe, who left in March": not when it was said */
    if ((q->tokens[i].feats & NSP__FEAT_WH) || nsp__function(q, i, NSP__SAYS(INTERROGATIVE))) return; /* "whose" */
  while (end > found->head + 1 && nsp__listed(q, end - 1, NSP__CLASS_MONTH)) end--;
  if (end == r->end) return;
  while (end > found->head + 1 && (q->tokens[end - 1].tag == NSP__TAG_ADV || q->tokens[end - 1].tag == NSP__TAG_ADJ))
    end--;
  if (end > found->head + 1 && q->tokens[end - 1].tag == NSP__TAG_ADP) end--;
  while (end > found->head + 1 && nsp__is_mark(q, end - 1, NSP__MARK_COMMA)) end--;
  r->end = end;
}

/* "Roe, in fact, said", "Roe in her speech said": what stands behind who speaks, with a preposition that belongs to no
 * name (language.txt: asides), is how and where it was said. */
void nsp__cut_aside(const nsp__quoting *q, nsp__source *found) {
  nsp__range *r = &found->span;
  if (nsp__range_empty(*r) || !q->tree.known) return;
  uint32_t comma = NSP_NONE;
  for (uint32_t i = found->head + 1; i + 1 < r->end; i++) {
    if (q->tokens[i].feats & NSP__FEAT_WH) return;
    if (nsp__is_mark(q, i, NSP__MARK_COMMA)) {
      if (comma != NSP_NONE) return;
      comma = i;
    }
    if (comma == NSP_NONE || i != comma + 1 || !nsp__names_role(q, "asides", i)) continue;
    r->end = comma;
    return;
  }
}

/* "A: Believe me", "A: As a child I felt": a label is no subject, and no part of one. */
void nsp__leave_label(const nsp__quoting *q, nsp__range bounds, nsp__source *found) {
  uint32_t colon = found->span.first + 1;
  if (found->head == NSP_NONE || found->span.first != bounds.first || colon >= bounds.end ||
      !nsp__is_mark(q, colon, NSP__MARK_COLON) || !nsp__listed(q, bounds.first, NSP__CLASS_SPEAKER_LABEL))
    return;
  *found = (nsp__source){{0, 0}, NSP_NONE, false};
}

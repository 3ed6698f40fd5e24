/* Who stands behind the verb: "…, said Ana Roe, founder of the party, who …". Reads: tagged tokens, a cue. */
#include "quote/adjunct.h"
#include "quote/attribute.h"
#include "quote/clause.h"

enum { PHRASE_LOOK = 24, MOST_APPOSITIONS = 3 };

/* "…, predicted Jan Bos, an economist": a name that a comma or the sentence ends. */
bool nsp__is_lone_name(const nsp__quoting *q, nsp__range bounds, nsp__range phrase) {
  uint32_t i = phrase.first;
  while (i < phrase.end && (q->tokens[i].shape & NSP__SHAPE_CAPITAL) && !nsp__is_punct(q, i)) i++;
  return i > phrase.first && (i >= bounds.end || nsp__is_mark(q, i, NSP__MARK_COMMA) || nsp__is_stop(q, i));
}

/* "Roe, whose book won, thinks something would be lost": before a verb with a tense it is the subject of what was said.
 */
bool nsp__subject_of_content(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, const nsp__source *found) {
  uint32_t i = found->span.end, v = cue->group.first;
  if (!found->inverted || i >= bounds.end || (v > bounds.first && q->mark_of[v - 1] != NSP_NONE)) return false;
  return q->tokens[i].tag == NSP__TAG_AUX && (q->tokens[i].feats & NSP__FEAT_FINITE);
}

/* "The vote is the end of the club, said Ana Roe, founder of the party": one comma, right before the verb, belongs to
 * no apposition of a subject on the left; a name behind the verb that a comma or the sentence ends is who speaks. */
bool nsp__is_inverted(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first, at = cue->words.end, i = at;
  if (nsp__range_empty(found->span) || found->inverted || cue->gerund || cue->passive || cue->infinitive ||
      v == bounds.first)
    return false;
  if (!(cue->tags & NSP__SAYS(SAY)) || cue->tags & (NSP__SAYS(TELL) | NSP__SAYS(WEAK)) ||
      !nsp__is_mark(q, v - 1, NSP__MARK_COMMA))
    return false;
  for (uint32_t k = found->span.first; k + 1 < v; k++)
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) || nsp__is_mark(q, k, NSP__MARK_DASH)) return false;
  while (i < bounds.end && i < at + PHRASE_LOOK && (q->tokens[i].shape & NSP__SHAPE_CAPITAL) && !nsp__is_punct(q, i) &&
         !nsp__listed(q, i, NSP__CLASS_MONTH))
    i++;
  uint32_t noun =
      i == at && i < bounds.end && (q->tokens[i].tag == NSP__TAG_DET || (q->tokens[i].feats & NSP__FEAT_POSSESSIVE))
          ? nsp__mention_from(q->document, i)
          : NSP_NONE;
  if (noun != NSP_NONE && noun + 1 < q->document->mentions.count &&
      q->document->mentions.items[noun].form == NSP_MENTION_PRONOUN)
    noun++;                                                     /* "its manager" */
  if (noun != NSP_NONE && noun < q->document->mentions.count) { /* "The pool, said the mayor, will stay shut" */
    const nsp__mention *m = &q->document->mentions.items[noun];
    bool speaks = m->kind == NSP_ENTITY_PERSON || m->kind == NSP_ENTITY_GROUP || m->kind == NSP_ENTITY_ORGANISATION;
    if (speaks && m->first <= at + 1 && m->full_end < bounds.end) i = m->full_end;
  }
  if (i == at || (i < bounds.end && !nsp__is_mark(q, i, NSP__MARK_COMMA) && !nsp__is_stop(q, i))) return false;
  uint32_t end = i + 1; /* of the apposition */
  while (end < bounds.end && end < i + PHRASE_LOOK && !nsp__is_punct(q, end) &&
         ((q->tokens[i + 1].feats & NSP__FEAT_WH) || !(q->tokens[end].feats & NSP__FEAT_FINITE)))
    end++;
  bool apposition = i < bounds.end && nsp__is_mark(q, i, NSP__MARK_COMMA) && end > i + 1 &&
                    q->tokens[i + 1].tag != NSP__TAG_CCONJ && /* ", said Roe, but her luck …" */
                    (end == bounds.end || nsp__is_punct(q, end));
  *found = (nsp__source){{at, apposition ? end : i}, i - 1, true};
  return true;
}

/* Where an apposition or a relative clause that begins behind a comma ends: at punctuation, with no verb of its own in
 * the one, and one in the other; 0: it is none. */
static uint32_t apposition_end(const nsp__quoting *q, nsp__range bounds, uint32_t at) {
  const nsp__token *first = &q->tokens[at];
  bool relative = first->tag == NSP__TAG_PRON && nsp__function(q, at, NSP__SAYS(INTERROGATIVE));
  unsigned tag = first->tag, next = at + 1 < bounds.end ? q->tokens[at + 1].tag : NSP__TAG_NONE;
  bool noun = tag == NSP__TAG_NOUN && next == NSP__TAG_ADP, named = tag == NSP__TAG_DET || noun;
  if (!relative && !named && tag != NSP__TAG_NUM && !(tag == NSP__TAG_ADJ && next == NSP__TAG_NOUN)) return 0;
  if (nsp__function(q, at, NSP__SAYS(COMPLEMENTISER)) && !relative) return 0;
  uint32_t end = at;
  for (; end < bounds.end && end < at + PHRASE_LOOK && !nsp__is_mark(q, end, NSP__MARK_COMMA); end++) {
    uint32_t m = q->mark_of[end];
    if (m != NSP_NONE && q->marked.items[m].span.first == end && !nsp__has_small_words(q, &q->marked.items[m])) {
      end = q->marked.items[m].span.end - 1; /* "author of “The Mill,”" */
      continue;
    }
    if (nsp__is_stop(q, end) || nsp__is_mark(q, end, NSP__MARK_SEMICOLON) || m != NSP_NONE) break;
    if (nsp__is_punct(q, end) && !nsp__is_mark(q, end, NSP__MARK_HYPHEN)) return 0;
    bool tensed = q->tokens[end].feats & NSP__FEAT_FINITE || q->tokens[end].tag == NSP__TAG_SCONJ;
    if (!relative && tensed) return 0;
    if ((!relative && nsp__is_month(q, end)) || (!relative && q->tokens[end].tag == NSP__TAG_CCONJ)) return 0;
  }
  bool over = end >= bounds.end || nsp__is_stop(q, end) || nsp__is_mark(q, end, NSP__MARK_COMMA);
  return over && end > at + 1 - (tag == NSP__TAG_NUM) ? end : 0;
}

/* A place right behind "of": "said Mayor Ana Roe of Springfield". */
static bool place_at(const nsp__quoting *q, uint32_t i) {
  uint32_t m = nsp__mention_at(q->document, i);
  return !nsp__is_month(q, i) && (q->tokens[i].shape & NSP__SHAPE_CAPITAL) && q->tokens[i].tag == NSP__TAG_PROPN &&
         (m == NSP_NONE || q->document->mentions.items[m].kind != NSP_ENTITY_PERSON);
}

/* "said | county delegate | Ana Roe": roles and names that the tree broke off. */
static void take_name(const nsp__quoting *q, nsp__range bounds, nsp__source *found) {
  if (found->head == NSP_NONE) return;
  bool role = false;
  for (uint32_t i = found->span.end; i < bounds.end && i - found->span.first < PHRASE_LOOK; found->span.end = ++i) {
    bool name = q->tokens[i].tag == NSP__TAG_PROPN && (q->tokens[i].shape & NSP__SHAPE_CAPITAL);
    if (name && role) found->head = i;
    role = !name && nsp__listed(q, i, NSP__CLASS_ROLE) && i + 1 < bounds.end && q->tokens[i + 1].tag == NSP__TAG_PROPN;
    if (nsp__names_role(q, "belonging", i) && i + 1 < bounds.end && i > found->head && place_at(q, i + 1)) continue;
    if ((!name && !role) || nsp__is_month(q, i) || q->mark_of[i] != q->mark_of[found->head]) return;
  }
}

/* "economist | Jane Wu", "pilot Jo | Brand": a name is not cut within its mention. */
void nsp__whole_name(const nsp__quoting *q, nsp__range bounds, nsp__source *found) {
  uint32_t m = found->head == NSP_NONE ? NSP_NONE : nsp__mention_at(q->document, found->head);
  if (m == NSP_NONE || q->document->mentions.items[m].form != NSP_MENTION_NAME) return;
  const nsp__mention *name = &q->document->mentions.items[m];
  if (name->first < bounds.first || name->end > bounds.end || nsp__is_punct(q, name->first)) return;
  if (name->first < found->span.first && !found->inverted) found->span.first = name->first;
  if (name->end > found->span.end && found->inverted) found->span.end = name->end;
}

/* "said | Ana Roe, | head of the union": the tree took the apposition for who says it, and the name for whom. */
static void take_name_before(const nsp__quoting *q, const nsp__cue *cue, nsp__source *found) {
  uint32_t at = cue->words.end, m = nsp__mention_from(q->document, at);
  if (found->span.first <= at || m >= q->document->mentions.count) return;
  const nsp__mention *name = &q->document->mentions.items[m];
  if (name->full_first != at || name->form != NSP_MENTION_NAME || name->end + 1 != found->span.first ||
      !nsp__is_mark(q, name->end, NSP__MARK_COMMA))
    return;
  found->span.first = at;
  found->head = name->head;
}

void nsp__take_apposition(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  take_name_before(q, cue, found);
  take_name(q, bounds, found);
  if (found->head == NSP_NONE || !(q->tokens[found->span.end - 1].shape & NSP__SHAPE_CAPITAL)) {
    uint32_t comma = found->span.end;
    bool relative = found->head != NSP_NONE && comma + 1 < bounds.end && (q->tokens[comma + 1].feats & NSP__FEAT_WH);
    if (!relative) return;
  }
  for (int n = 0; n < MOST_APPOSITIONS; n++) {
    uint32_t comma = found->span.end;
    if (comma + 1 >= bounds.end || !nsp__is_mark(q, comma, NSP__MARK_COMMA) || q->mark_of[comma] != NSP_NONE) return;
    uint32_t end = apposition_end(q, bounds, comma + 1);
    if (!end) return;
    found->span.end = end;
  }
}

/* A row of capitalised words: a name that the tagger does not know. */
nsp__range nsp__capitals_right(const nsp__quoting *q, uint32_t at, uint32_t end, uint32_t *head) {
  uint32_t i = at;
  while (i < end && i < at + PHRASE_LOOK && (q->tokens[i].shape & NSP__SHAPE_CAPITAL) && !nsp__is_punct(q, i) &&
         !nsp__listed(q, i, NSP__CLASS_STARTER))
    i++;
  *head = i > at ? i - 1 : NSP_NONE;
  return (nsp__range){at, i};
}

/* Whether a listed word is the verb of a clause, and not a noun, a part of a name or of a set phrase. Reads: tokens
 * with or without tags, marks, the tree. */
#include "quote/capital.h"
#include "quote/cue.h"
#include "quote/tree.h"

enum { GROUP_LOOK_BACK = 8, CAPITALS_LOOK_BACK = 24, CLAUSE_LOOK = 30, SHORTEST_CLAUSE = 3, SET_PHRASE_LOOK_BACK = 3 };

/* "…," the two write. A listed word that ends the clause behind a quotation is a verb, whatever the tagger says. */
static bool closes_quotation(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  uint32_t k = i;
  if (i + 1 < bounds.end && !nsp__is_mark(q, i + 1, NSP__MARK_PERIOD) && !nsp__is_mark(q, i + 1, NSP__MARK_COMMA)) {
    bool named = i > 0 && q->tokens[i - 1].tag == NSP__TAG_PROPN && !(q->tokens[i].shape & NSP__SHAPE_CAPITAL);
    if (!named || (q->may[i] & NSP__MAY_NOUN) || q->tokens[i + 1].tag != NSP__TAG_ADP) return false;
    while (k > bounds.first && i - k < GROUP_LOOK_BACK && q->tokens[k - 1].tag == NSP__TAG_PROPN) k--;
    return k > 0 && q->mark_of[k - 1] != NSP_NONE && q->mark_of[i] == NSP_NONE; /* "“…,” Ana Roe writes in the paper" */
  }
  while (k > bounds.first && i - k < GROUP_LOOK_BACK && !nsp__is_punct(q, k - 1)) k--;
  if (k == i || k == 0 || q->mark_of[i] != NSP_NONE) return false;
  bool clause = nsp__is_mark(q, k - 1, NSP__MARK_COMMA) && k > bounds.first + SHORTEST_CLAUSE && i - k < 3 &&
                !(q->tokens[i].shape & NSP__SHAPE_CAPITAL) && (q->tokens[i - 1].feats & NSP__FEAT_PLURAL);
  return clause || q->mark_of[k - 1] != NSP_NONE; /* "Prices will rise again, economists warn." */
}

/* "the Cook Political Report": a capital in the middle of a sentence that has small letters makes no verb. */
static bool is_part_of_name(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  const uint16_t capital = NSP__SHAPE_CAPITAL;
  if (i == bounds.first || !(q->tokens[i].shape & capital) || (q->tokens[i].shape & NSP__SHAPE_ALL_CAPS)) return false;
  if (nsp__is_punct(q, i - 1) && !(nsp__is_mark(q, i - 1, NSP__MARK_COMMA) && i + 1 < bounds.end &&
                                   (q->tokens[i + 1].shape & capital))) /* "his spokeswoman, Hope Hicks" */
    return false;
  for (uint32_t k = i; k > bounds.first && i - k < CAPITALS_LOOK_BACK;
       k--) { /* no heading with Capitals In Each Word */
    const nsp__token *t = &q->tokens[k - 1];
    if (!(t->shape & (capital | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT)) && !nsp__listed(q, k - 1, NSP__CLASS_FUNCTION))
      return true;
  }
  return false;
}

/* "The singer denies all charges": no other word of the sentence can be its verb. */
static bool is_lone_verb(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  uint64_t tags = nsp__tags_in(q, i, NSP__CLASS_CUE_VERB);
  if (q->tokens[i + 1].tag != NSP__TAG_DET || bounds.end - bounds.first > CLAUSE_LOOK) return false;
  if (!(tags & (NSP__SAYS(SAY) | NSP__SAYS(DENY) | NSP__SAYS(REJECT))) || (tags & NSP__SAYS(WEAK))) return false;
  for (uint32_t k = bounds.first; k < bounds.end; k++)
    if (q->tokens[k].tag == NSP__TAG_VERB || q->tokens[k].tag == NSP__TAG_AUX) return false;
  return true;
}

/* "the early voting states that come first", "on the call-in show whether": a relative clause follows, or the plain
 * form stands behind a singular. */
static bool is_plain_noun(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  const nsp__token *t = &q->tokens[i];
  char last = q->analysis->text[t->end - 1];
  bool relative = i + 2 < bounds.end && (t[2].feats & NSP__FEAT_FINITE) && t[2].tag != NSP__TAG_PRON &&
                  nsp__function(q, i + 1, NSP__SAYS(COMPLEMENTISER));
  bool one = i > bounds.first + 1 && (nsp__function(q, i - 2, NSP__SAYS(ARTICLE)) ||
                                      (i > bounds.first + 2 && nsp__function(q, i - 3, NSP__SAYS(ARTICLE))));
  return relative ||
         (one && last != 's' && last != 'd' && t[-1].tag == NSP__TAG_NOUN && !(t[-1].feats & NSP__FEAT_PLURAL));
}

/* "The indictment alleges that …", "Rule 3 affirms: “…”": a word that is no noun of saying stands behind a noun and
 * before "that", or a colon and marks. */
static bool leads_to_clause(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  if (i == bounds.first || i + 1 >= bounds.end || (q->may[i] & NSP__MAY_NOUN)) return false;
  if (is_lone_verb(q, i, bounds)) return true;
  uint32_t k = i - 1;
  while (k > bounds.first && nsp__function(q, k, NSP__SAYS(ADVERB))) k--; /* "Roe further alleges that" */
  unsigned before = q->tokens[k].tag;
  bool colon = nsp__is_mark(q, i + 1, NSP__MARK_COLON) && i + 2 < bounds.end && q->mark_of[i + 2] != NSP_NONE;
  if (!colon && is_plain_noun(q, i, bounds)) return false;
  return (colon || nsp__function(q, i + 1, NSP__SAYS(COMPLEMENTISER))) &&
         (before == NSP__TAG_NOUN || before == NSP__TAG_PROPN || (before == NSP__TAG_NUM && colon)) &&
         (nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) & NSP__SAYS(SAY));
}

/* "had earlier warned residents", "Ford dismissed reports that …": an auxiliary before the participle, or all that its
 * clause has before it is somebody, and behind it no verb with a tense but those of other clauses. */
static bool stands_as_predicate(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  uint32_t k = i;
  while (k > bounds.first && q->tokens[k - 1].tag == NSP__TAG_ADV) k--;
  if (k == bounds.first) return false;
  if (nsp__function(q, k - 1, NSP__SAYS(AUXILIARY)) && !nsp__function(q, k - 1, NSP__SAYS(ARTICLE))) return true;
  unsigned before = q->tokens[i - 1].tag;
  if (before != NSP__TAG_PROPN && before != NSP__TAG_NOUN && before != NSP__TAG_PRON) return false;
  for (k = i; k > bounds.first; k--) {
    unsigned tag = q->tokens[k - 1].tag;
    if (i - k > CAPITALS_LOOK_BACK || (tag != NSP__TAG_PROPN && tag != NSP__TAG_NOUN && tag != NSP__TAG_PRON &&
                                       tag != NSP__TAG_DET && tag != NSP__TAG_ADJ))
      return false;
  }
  for (k = i + 1; k < bounds.end && k < i + CLAUSE_LOOK; k++) {
    const nsp__token *t = &q->tokens[k];
    if (t->tag == NSP__TAG_SCONJ || (t->feats & NSP__FEAT_WH) || nsp__function(q, k, NSP__SAYS(COMPLEMENTISER)))
      return true;
    if (t->feats & NSP__FEAT_FINITE) return false;
  }
  return true;
}

/* "The club will fold, predicted Ana Roe, its founder.": behind a clause and its comma, before a name that a comma or
 * the sentence ends, a participle of saying is the verb of a clause of its own. */
static bool opens_inversion(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  uint64_t tags = nsp__tags_in(q, i, NSP__CLASS_CUE_VERB);
  if (i < bounds.first + 3 || !nsp__is_mark(q, i - 1, NSP__MARK_COMMA) || !(tags & NSP__SAYS(SAY)) ||
      (tags & NSP__SAYS(WEAK)) || (q->tokens[i].feats & NSP__FEAT_GERUND))
    return false;
  uint32_t end = i + 1;
  while (end < bounds.end && end < i + CAPITALS_LOOK_BACK && (q->tokens[end].shape & NSP__SHAPE_CAPITAL) &&
         !nsp__is_punct(q, end) && !nsp__is_month(q, end))
    end++;
  if (end == i + 1 || (end < bounds.end && !nsp__is_mark(q, end, NSP__MARK_COMMA) && !nsp__is_stop(q, end)))
    return false;
  for (uint32_t k = i; k > bounds.first && i - k < CLAUSE_LOOK; k--)
    if (q->tokens[k - 1].feats & NSP__FEAT_FINITE) return true;
  return false;
}

/* "11 states holding elections", "how many claims", "rich states": what is counted is a noun, whatever the tagger says.
 */
static bool is_counted(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  const nsp__token *t = &q->tokens[i];
  if (i == bounds.first || q->analysis->text[t->end - 1] != 's' || (t->feats & (NSP__FEAT_PAST | NSP__FEAT_GERUND)))
    return false;
  const nsp__token *before = &q->tokens[i - 1];
  return (before->tag == NSP__TAG_NUM && (before->shape & NSP__SHAPE_NUMBER)) ||
         (before->tag == NSP__TAG_ADJ && !(before->shape & NSP__SHAPE_CAPITAL) && i > bounds.first + 1 &&
          (before[-1].tag == NSP__TAG_ADP || (before[-1].feats & (NSP__FEAT_WH | NSP__FEAT_POSSESSIVE)) ||
           nsp__is_mark(q, i - 2, NSP__MARK_COMMA))); /* not "a union executive tells" */
}

/* "sharing a Facebook post that …": behind "a" and a noun the plain form of a word that is a noun, too, is that. */
static bool is_noun_phrase(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  const nsp__token *t = &q->tokens[i];
  if (!nsp__listed(q, i, NSP__CLASS_MEDIUM_NOUN) || (t->feats & (NSP__FEAT_PAST | NSP__FEAT_GERUND))) return false;
  if (i < bounds.first + 2 || t->end == t->start || q->analysis->text[t->end - 1] == 's') return false;
  return (t[-1].tag == NSP__TAG_NOUN || t[-1].tag == NSP__TAG_PROPN) && !(t[-1].feats & NSP__FEAT_PLURAL) &&
         nsp__function(q, i - 2, NSP__SAYS(INDEFINITE));
}

/* Is the listed word used as a verb here? Where no tagger spoke, the word before it tells: no article, no preposition.
 */
static bool is_verb(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  const nsp__token *t = &q->tokens[i];
  if ((t->shape & NSP__SHAPE_CAPITAL) && i > bounds.first && !nsp__is_punct(q, i - 1) && nsp__capital_nouns(q))
    return false; /* "dieses Schreiben": a noun, where nouns have capitals */
  if (q->tree.known && nsp__has_rel(q, i, NSP__REL_BIT(AMOD) | NSP__REL_BIT(COMPOUND)) && nsp__head_of(q, i) > i)
    return t->tag == NSP__TAG_VERB && (stands_as_predicate(q, i, bounds) || opens_inversion(q, i, bounds));
  /* "a reported case"; behind its noun, "Roe emphasized, “…”", the tree is wrong */
  if (i > bounds.first && i + 1 < bounds.end && (t->feats & NSP__FEAT_GERUND) && q->tokens[i - 1].tag == NSP__TAG_ADJ &&
      q->tokens[i + 1].tag == NSP__TAG_AUX && (q->tokens[i + 1].feats & NSP__FEAT_FINITE))
    return false; /* "social learning may help" */
  if (i > bounds.first && i + 1 < bounds.end && (t->feats & NSP__FEAT_GERUND) && nsp__in_property(q, "degree", i - 1) &&
      nsp__is_nominal(q, i + 1))
    return false; /* "the most telling promise" */
  if (i > bounds.first && (t->feats & NSP__FEAT_GERUND) &&
      ((q->tokens[i - 1].feats & NSP__FEAT_POSSESSIVE) || nsp__in_property(q, "definite", i - 1)))
    return false; /* "called the ruling “a disgrace”" */
  if (t->tag == NSP__TAG_PROPN && !(t->shape & NSP__SHAPE_CAPITAL)) return true; /* no name is written so: a mistake */
  if (t->tag == NSP__TAG_NOUN && (closes_quotation(q, i, bounds) || leads_to_clause(q, i, bounds))) return true;
  if (t->tag == NSP__TAG_VERB && (is_counted(q, i, bounds) || is_noun_phrase(q, i, bounds))) return false;
  if (t->tag != NSP__TAG_NONE) return t->tag == NSP__TAG_VERB || t->tag == NSP__TAG_AUX;
  if (i == bounds.first) return true;
  const nsp__token *before = &q->tokens[i - 1];
  if (before->shape & NSP__SHAPE_PUNCT) return true;
  if (i == bounds.first + 1 && i + 1 < bounds.end && nsp__in_property(q, "anaphors", i - 1))
    return !(q->tokens[i + 1].shape & NSP__SHAPE_CAPITAL) || nsp__mention_at(q->document, i + 1) != NSP_NONE;
  return !nsp__function(q, i - 1, NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION)) ||
         nsp__function(q, i - 1, NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(AUXILIARY) | NSP__SAYS(NEGATION));
}

bool nsp__is_predicate(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  return is_verb(q, i, bounds) && !is_part_of_name(q, i, bounds);
}

/* "That said, …", "needless to say": a set phrase that reports nothing and begins before its verb. It stands at the
 * start of a clause: in "a sign that said, “No”" the same words are none. */
bool nsp__ends_set_phrase(const nsp__quoting *q, uint32_t i, nsp__range bounds) {
  for (uint32_t k = i; k > bounds.first && i - k < SET_PHRASE_LOOK_BACK; k--) {
    const nsp__record *record;
    if (!(q->may[k - 1] & NSP__MAY_VERB) || q->tokens[k - 1].tag == NSP__TAG_VERB) continue;
    if (nsp__match(q, k - 1, bounds.end, NSP__CLASS_CUE_VERB, &record).end <= i) continue;
    return (record->tags & NSP__SAYS(NOBODY)) &&
           (k - 1 == bounds.first || nsp__is_punct(q, k - 2) || q->tokens[k - 2].tag == NSP__TAG_CCONJ);
  }
  return false;
}

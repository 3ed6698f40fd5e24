#include "quote/need.h"

#include "quote/attribute.h"
#include "quote/capital.h"
#include "quote/verb.h"

enum {
  LONGEST = 200, /* tokens of a sentence that a weak verb's company is looked for in */
  OWNED = 10,    /* tokens from a noun of saying to its clause, behind its owner */
  PERFORMED = 5, /* tokens from "issued" to "an order" */
  NEIGHBOURS = 3 /* tokens of the sentences around it */
};

#define CUE_LISTS (NSP__LISTED(CUE_VERB) | NSP__LISTED(CUE_NOUN) | NSP__LISTED(CUE_ADVERB))

bool nsp__has_cue(const nsp__quoting *q, nsp__range part) {
  for (uint32_t k = nsp__first_listing(q, part.first); k < q->listings.count; k++) {
    uint32_t i = q->listings.items[k].token;
    if (i >= part.end) break;
    if (!(q->may[i] & NSP__MAY_CUE)) continue;
    const nsp__lexeme *l = &q->pack->lexemes[q->tokens[i].word];
    if (l->classes & CUE_LISTS) return true;
    if (l->begins_phrase && (!nsp__range_empty(nsp__match(q, i, part.end, NSP__CLASS_CUE_VERB, NULL)) ||
                             !nsp__range_empty(nsp__match(q, i, part.end, NSP__CLASS_CUE_ADVERB, NULL))))
      return true;
  }
  return false;
}

/* Is "to" before an infinitive what the verb asks for? Of those that seem nobody says anything ("is expected to"). */
static bool takes_infinitive(uint64_t tags) {
  return (tags & (NSP__SAYS(INFINITIVE) | NSP__SAYS(URGE) | NSP__SAYS(ASK) | NSP__SAYS(TELL))) &&
         !(tags & NSP__SAYS(RAISING));
}

/* "to" before an infinitive; where no tagger spoke, any preposition may be one. */
static bool may_be_to(const nsp__quoting *q, uint32_t i, bool tagged) {
  return tagged ? is_to(q, i) : nsp__function(q, i, NSP__SAYS(PREPOSITION));
}

/* A weak verb counts only with marked words before it, or with something behind it that announces what was said. */
static bool weak_verb_counts(const nsp__quoting *q, nsp__range s, const nsp__cue *cue, bool tagged) {
  if (cue->words.end - cue->words.first > 1 || s.end - s.first > LONGEST) return true;
  bool marks = (cue->tags & (TAKES_MARKS | NSP__SAYS(TOPIC))) != 0, colon = (cue->tags & TAKES_MARKS) != 0;
  bool clause = (cue->tags & TAKES_CLAUSE) != 0, infinitive = takes_infinitive(cue->tags);
  nsp_string prepositions = nsp__prepositions(q, cue->record);
  if (marks && (nsp__next_marked(q, s.first, s.end) < s.end || (s.first > 0 && q->mark_of[s.first - 1] != NSP_NONE)))
    return true;
  if (cue->words.end < s.end && nsp__is_among(q, prepositions, cue->words.end)) return true;
  for (uint32_t i = cue->words.end; i < s.end; i++)
    if ((colon && nsp__is_mark(q, i, NSP__MARK_COLON)) ||
        (clause && nsp__function(q, i, NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(INTERROGATIVE))) ||
        (infinitive && may_be_to(q, i, tagged)))
      return true;
  return false;
}

/* A manner of speaking counts only with marked words, perhaps at the end of the sentence before or at the start of the
 * next. */
static bool manner_counts(const nsp__quoting *q, nsp__range s) {
  uint32_t first = s.first < NEIGHBOURS ? 0 : s.first - NEIGHBOURS;
  uint32_t end = q->token_count - s.end < NEIGHBOURS ? q->token_count : s.end + NEIGHBOURS;
  uint32_t n = nsp__outer_from(q, first);
  return n < q->outer.count && q->marked.items[q->outer.items[n]].span.first < end;
}

/* The listed word at i with all that it may be, before a tagger has told verbs from nouns. */
static bool any_verb_cue(const nsp__quoting *q, uint32_t i, nsp__range s, nsp__cue *cue) {
  cue->words = nsp__match(q, i, s.end, NSP__CLASS_CUE_VERB, &cue->record);
  if (nsp__range_empty(cue->words)) return false;
  bool phrase = cue->words.end - cue->words.first > 1;
  cue->tags = phrase ? cue->record->tags : nsp__verb_tags(q, i);
  return true;
}

static bool cue_counts(const nsp__quoting *q, nsp__range s, const nsp__cue *cue, bool tagged) {
  if (cue->tags & NSP__SAYS(WEAK)) return weak_verb_counts(q, s, cue, tagged);
  if ((cue->tags & NSP__SAYS(MANNER)) && !(cue->tags & TAKES_CLAUSE))
    return manner_counts(q, s) || (cue->words.end < s.end && nsp__declares(q, cue->words.end));
  return true;
}

bool nsp__verb_counts(const nsp__quoting *q, nsp__range sentence, const nsp__cue *cue) {
  return cue_counts(q, sentence, cue, true);
}

static bool verb_counts(const nsp__quoting *q, nsp__range s, uint32_t i, bool tagged) {
  nsp__cue cue;
  if (!(q->may[i] & NSP__MAY_VERB)) return false;
  return (tagged ? nsp__verb_cue(q, i, s, &cue) : any_verb_cue(q, i, s, &cue)) && cue_counts(q, s, &cue, tagged);
}

/* May somebody own the noun at i? Owners stand before it, and their form tells. */
static bool may_be_owned(const nsp__quoting *q, nsp__range s, uint32_t i, bool tagged) {
  if (!tagged) return true;
  for (uint32_t k = i; k > s.first && i - k < LONGEST; k--)
    if ((q->tokens[k - 1].feats & NSP__FEAT_POSSESSIVE) ||
        (nsp__tags_in(q, k - 1, NSP__CLASS_PRONOUN) & NSP__SAYS(POSSESSIVE)) ||
        (i - k < PERFORMED && q->tokens[k - 1].tag == NSP__TAG_VERB && nsp__in_property(q, "performing", k - 1)))
      return true;
  return false;
}

/* A noun counts with a clause right behind it, or with an infinitive or its preposition where somebody owns it. */
static bool noun_counts(const nsp__quoting *q, nsp__range s, uint32_t i, bool tagged) {
  const nsp__record *record = NULL;
  if (tagged && q->tokens[i].tag != NSP__TAG_NOUN) return false;
  nsp__range words = nsp__match(q, i, s.end, NSP__CLASS_CUE_NOUN, &record);
  if (nsp__range_empty(words) || words.end >= s.end) return false;
  if ((record->tags & (NSP__SAYS(SAY) | NSP__SAYS(URGE))) && nsp__function(q, words.end, NSP__SAYS(PREPOSITION)) &&
      nsp__in_property(q, "owning", words.end)) /* "a warning from the bank that …" */
    for (uint32_t k = words.end + 1; k < s.end && k < words.end + OWNED; k++)
      if (nsp__function(q, k, NSP__SAYS(COMPLEMENTISER)) ||
          ((record->tags & NSP__SAYS(INFINITIVE)) && may_be_to(q, k, tagged)))
        return true;
  bool weak = (record->tags & NSP__SAYS(WEAK)) != 0;
  if (nsp__function(q, words.end, NSP__SAYS(COMPLEMENTISER))) return !weak || may_be_owned(q, s, i, tagged);
  if (record->tags & NSP__SAYS(BELIEVE)) return false;
  bool infinitive = (record->tags & NSP__SAYS(INFINITIVE)) && may_be_to(q, words.end, tagged);
  return (infinitive || (!weak && nsp__takes_preposition(q, record, words.end))) && may_be_owned(q, s, i, tagged);
}

/* A phrase counts as far as its kind can be told without a tree. */
static bool phrase_counts(const nsp__quoting *q, nsp__range s, uint32_t i, bool tagged) {
  const nsp__record *record = NULL;
  nsp__range words = nsp__match(q, i, s.end, NSP__CLASS_CUE_ADVERB, &record);
  if (nsp__range_empty(words)) return false;
  bool weak = (record->tags & NSP__SAYS(WEAK)) != 0;
  if (record->tags & NSP__SAYS(SUFFIX))
    return !weak || (i > 1 && nsp__is_mark(q, i - 1, NSP__MARK_COMMA) && q->mark_of[i - 2] != NSP_NONE);
  if ((record->tags & NSP__SAYS(POSSESSIVE)) && may_be_owned(q, s, i, tagged)) return true;
  if (record->tags & NSP__SAYS(ANONYMOUS)) return true;
  if (record->tags & NSP__SAYS(PREPOSITION)) return !weak || (i == s.first && nsp__opens_view(q, s, words));
  return false;
}

static bool counts(const nsp__quoting *q, uint32_t sentence, nsp__range part, bool tagged) {
  nsp__range s = nsp__sentence_range(q, sentence);
  for (uint32_t k = nsp__first_listing(q, part.first); k < q->listings.count; k++) {
    uint32_t i = q->listings.items[k].token;
    if (i >= part.end) break;
    if (!(q->may[i] & NSP__MAY_CUE) || q->mark_of[i] != NSP_NONE) continue;
    if (verb_counts(q, s, i, tagged) || noun_counts(q, s, i, tagged) || phrase_counts(q, s, i, tagged)) return true;
  }
  return false;
}

bool nsp__needs_tags(const nsp__quoting *q, uint32_t sentence, nsp__range part) {
  return counts(q, sentence, part, false);
}

bool nsp__needs_tree(const nsp__quoting *q, uint32_t sentence, nsp__range part) {
  return counts(q, sentence, part, true);
}

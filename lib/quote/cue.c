#include "quote/cue.h"

#include "quote/capital.h"
#include "quote/tree.h"
#include "text/fold.h"

enum { GROUP_LOOK_BACK = 8, PARTICLE_LOOK_AHEAD = 60 };

uint64_t nsp__all_tags(const nsp_language *pack, uint32_t word, nsp__class list) {
  const nsp__lexeme *lexeme = &pack->lexemes[word];
  uint64_t tags = 0;
  if ((uint32_t)lexeme->classes == (uint32_t)1 << list) return lexeme->tags;
  for (uint32_t i = 0; i < lexeme->record_count; i++) {
    const nsp__record *r = &pack->records[lexeme->first_record + i];
    if (r->class_number == list) tags |= r->tags;
  }
  return tags;
}

nsp_string nsp__prepositions(const nsp__quoting *q, const nsp__record *record) {
  return record->values ? nsp__record_value(q->pack, record, "prep") : (nsp_string){NULL, 0};
}

bool nsp__takes_preposition(const nsp__quoting *q, const nsp__record *record, uint32_t i) {
  return nsp__is_among(q, nsp__prepositions(q, record), i);
}

/* May two words that begin so be the same, small and capital letters alike? */
static bool may_equal(char a, char b) { return ((a ^ b) & 0x5f) == 0 || ((a | b) & 0x80); }

bool nsp__is_among(const nsp__quoting *q, nsp_string list, uint32_t i) {
  if (!list.data) return false;
  const nsp__token *t = &q->tokens[i];
  const char *text = q->analysis->text + t->start;
  for (uint32_t at = 0; at < list.length;) {
    uint32_t end = at;
    while (end < list.length && list.data[end] != ',') end++;
    if (may_equal(text[0], list.data[at]) && nsp__fold_equal(text, t->end - t->start, list.data + at, end - at))
      return true;
    at = end + 1;
  }
  return false;
}

/* "to" before an infinitive, told from the preposition by the tag. */
static bool is_infinitive_mark(const nsp__quoting *q, uint32_t i) {
  return q->tokens[i].tag == NSP__TAG_PART && !nsp__function(q, i, NSP__SAYS(NEGATION));
}

static bool in_group(const nsp__quoting *q, uint32_t i) {
  const nsp__token *t = &q->tokens[i];
  if ((t->shape & NSP__SHAPE_PUNCT) || (t->feats & NSP__FEAT_POSSESSIVE)) return false;
  bool grammar =
      nsp__function(q, i, NSP__SAYS(AUXILIARY) | NSP__SAYS(NEGATION) | NSP__SAYS(ADVERB) | NSP__SAYS(CLITIC));
  if ((t->shape & NSP__SHAPE_CAPITAL) && !(grammar || nsp__listed(q, i, NSP__CLASS_STARTER))) return false; /* a name */
  if (t->tag == NSP__TAG_AUX || is_infinitive_mark(q, i)) return true;
  if (t->tag == NSP__TAG_ADV && nsp__noun_by_list(q, i)) return false; /* "a rally said": a mistake */
  if (t->tag == NSP__TAG_ADV) return !(t->feats & NSP__FEAT_WH) && !nsp__listed(q, i, NSP__CLASS_CUE_ADVERB);
  if (t->tag == NSP__TAG_ADJ && i > 0 && q->tokens[i - 1].tag == NSP__TAG_PROPN)
    return nsp__function(q, i, NSP__SAYS(ADVERB)); /* "Roe further alleges" */
  return grammar && (t->tag != NSP__TAG_ADJ || !nsp__function(q, i, NSP__SAYS(ADVERB)));
}

/* "have | in the past | said": a short phrase between the auxiliary and its verb. Where the auxiliary stands; NSP_NONE.
 */
static uint32_t over_phrase(const nsp__quoting *q, nsp__range bounds, uint32_t verb) {
  if (!q->tree.known || !(q->tokens[verb].feats & (NSP__FEAT_PARTICIPLE | NSP__FEAT_GERUND | NSP__FEAT_PAST)))
    return NSP_NONE;
  for (uint32_t i = verb; i > bounds.first + 1 && verb - i < GROUP_LOOK_BACK; i--) {
    unsigned tag = q->tokens[i - 1].tag;
    if (tag == NSP__TAG_ADP && i < verb) return nsp__function(q, i - 2, NSP__SAYS(AUXILIARY)) ? i - 2 : NSP_NONE;
    if (tag != NSP__TAG_DET && tag != NSP__TAG_ADJ && tag != NSP__TAG_NOUN && tag != NSP__TAG_NUM) return NSP_NONE;
  }
  return NSP_NONE;
}

static void find_group(const nsp__quoting *q, nsp__range bounds, nsp__cue *cue) {
  cue->group = cue->words;
  uint32_t aux = over_phrase(q, bounds, cue->words.first), first = aux == NSP_NONE ? cue->words.first : aux;
  for (uint32_t i = first, from = first; i > bounds.first && from - i < GROUP_LOOK_BACK && in_group(q, i - 1); i--) {
    if (nsp__function(q, i - 1, NSP__SAYS(NEGATION))) cue->negated = true;
    cue->infinitive |= is_infinitive_mark(q, i - 1);
    if (q->tokens[i - 1].tag == NSP__TAG_AUX && (q->tokens[i - 1].feats & NSP__FEAT_FINITE))
      cue->gerund = false; /* "is asking" */
    first = i - 1;
  }
  cue->group.first = first;
}

/* "a-t-il estimé": the subject stands inside of the cue, joined to the auxiliary. */
static void find_inner_subject(const nsp__quoting *q, nsp__range bounds, nsp__cue *cue) {
  cue->inner = NSP_NONE;
  uint32_t i = cue->group.first;
  if (q->tree.known || i < bounds.first + 2) return;
  if (!(nsp__tags_in(q, i - 1, NSP__CLASS_PRONOUN) & NSP__SAYS(SUBJECT)) ||
      q->analysis->text[q->tokens[i - 1].start] != '-' || !nsp__function(q, i - 2, NSP__SAYS(AUXILIARY)))
    return;
  cue->inner = i - 1;
  cue->group.first = i - 2;
}

/* Where the particle of a separable verb stands: the word that ends the clause behind it. */
static uint32_t find_particle(const nsp__quoting *q, nsp_string particle, uint32_t i, uint32_t end) {
  for (uint32_t k = i + 1; k < end && k < i + PARTICLE_LOOK_AHEAD; k++) {
    const nsp__token *t = &q->tokens[k];
    if (k + 1 < end && !nsp__is_punct(q, k + 1)) continue;
    if (nsp__fold_equal(q->analysis->text + t->start, t->end - t->start, particle.data, particle.length)) return k;
  }
  return NSP_NONE;
}

/* A form of several verbs ("stellte … fest", "stellte … klar") is the one whose particle is there; one that needs a
 * particle is no cue without it. */
static bool choose_record(const nsp__quoting *q, uint32_t i, nsp__range bounds, nsp__cue *cue) {
  cue->particle = NSP_NONE;
  cue->tags = 0;
  if (cue->words.end - cue->words.first > 1) {
    cue->tags = cue->record->tags;
    return true;
  }
  const nsp__listing *listing = &q->listings.items[q->listing_at[i]];
  if (!listing->particles) {
    cue->tags = listing->verb_tags;
    return true;
  }
  const nsp__lexeme *lexeme = &q->pack->lexemes[q->tokens[i].word];
  const nsp__record *plain = NULL;
  for (uint32_t r = 0; r < lexeme->record_count; r++) {
    const nsp__record *record = &q->pack->records[lexeme->first_record + r];
    if (record->class_number != NSP__CLASS_CUE_VERB) continue;
    nsp_string particle = {NULL, 0};
    if (record->values) particle = nsp__record_value(q->pack, record, "particle");
    if (!particle.data) {
      if (!plain) plain = record;
      cue->tags |= record->tags;
      continue;
    }
    uint32_t found = find_particle(q, particle, i, bounds.end);
    if (found == NSP_NONE) continue;
    cue->particle = found;
    cue->record = record;
    cue->tags = record->tags;
    return true;
  }
  if (plain) cue->record = plain;
  return plain != NULL;
}

bool nsp__verb_cue(const nsp__quoting *q, uint32_t i, nsp__range bounds, nsp__cue *cue) {
  if (!(q->may[i] & NSP__MAY_VERB)) return false;
  const nsp__token *t = &q->tokens[i];
  bool verbal = t->tag == NSP__TAG_VERB || t->tag == NSP__TAG_AUX || t->tag == NSP__TAG_NONE ||
                t->tag == NSP__TAG_NOUN || t->tag == NSP__TAG_PROPN; /* see is_verb() */
  if (!verbal && q->listings.items[q->listing_at[i]].lengths[0] == 1) return false;
  *cue = (nsp__cue){.head = i};
  cue->words = nsp__match(q, i, bounds.end, NSP__CLASS_CUE_VERB, &cue->record);
  if (nsp__range_empty(cue->words)) return false;
  bool phrase = cue->words.end - cue->words.first > 1;
  if (!phrase && !nsp__is_predicate(q, i, bounds)) return false;
  if ((cue->record->tags & NSP__SAYS(NOBODY)) || nsp__ends_set_phrase(q, i, bounds)) return false; /* "feel free" */
  if (!choose_record(q, i, bounds, cue)) return false;
  cue->gerund = (t->feats & NSP__FEAT_GERUND) || (cue->tags & NSP__SAYS(GERUND));
  if (cue->record->tags & NSP__SAYS(NEGATION)) cue->negated = true; /* "declined to say" */
  find_group(q, bounds, cue);
  find_inner_subject(q, bounds, cue);
  cue->passive = q->tree.known && nsp__dependent_before(q, i, NSP__REL_BIT(AUX_PASS), cue->group.first, i) != NSP_NONE;
  return true;
}

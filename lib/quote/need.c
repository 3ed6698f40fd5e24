#include "quote/need.h"

#include "quote/cue.h"

enum { LONGEST = 200 /* tokens of a sentence that a weak verb's company is looked for in */ };

#define CUE_LISTS (NSP__LISTED(CUE_VERB) | NSP__LISTED(CUE_NOUN) | NSP__LISTED(CUE_ADVERB))

bool nsp__has_cue(const nsp__quoting *q, nsp__range part) {
  for (uint32_t i = part.first; i < part.end; i++) {
    const nsp__token *t = &q->tokens[i];
    if (t->word == NSP__NO_WORD) continue;
    const nsp__lexeme *l = &q->pack->lexemes[t->word];
    if (l->classes & CUE_LISTS) return true;
    if (l->begins_phrase && (!nsp__range_empty(nsp__match(q, i, part.end, NSP__CLASS_CUE_VERB, NULL)) ||
                             !nsp__range_empty(nsp__match(q, i, part.end, NSP__CLASS_CUE_ADVERB, NULL))))
      return true;
  }
  return false;
}

/* A weak verb counts only with marked words before it, or with something behind it that announces what was said. */
static bool weak_verb_counts(const nsp__quoting *q, nsp__range s, const nsp__cue *cue) {
  if (cue->words.end - cue->words.first > 1 || s.end - s.first > LONGEST) return true;
  for (uint32_t i = s.first; i < s.end; i++) {
    if (q->mark_of[i] != NSP_NONE || nsp__is_mark(q, i, NSP__MARK_COLON)) return true;
    if (i >= cue->words.end && (nsp__function(q, i, NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(INTERROGATIVE)) ||
                                q->tokens[i].tag == NSP__TAG_PART || nsp__takes_preposition(q, cue->record, i)))
      return true;
  }
  return s.first > 0 && q->mark_of[s.first - 1] != NSP_NONE;
}

static bool verb_counts(const nsp__quoting *q, nsp__range s, uint32_t i) {
  nsp__cue cue;
  if (!nsp__verb_cue(q, i, s, &cue)) return false;
  return !(cue.tags & NSP__SAYS(WEAK)) || weak_verb_counts(q, s, &cue);
}

/* A noun counts with a clause, an infinitive or its preposition right behind it. */
static bool noun_counts(const nsp__quoting *q, nsp__range s, uint32_t i) {
  const nsp__record *record = NULL;
  if (q->tokens[i].tag != NSP__TAG_NOUN) return false;
  nsp__range words = nsp__match(q, i, s.end, NSP__CLASS_CUE_NOUN, &record);
  if (nsp__range_empty(words) || words.end >= s.end) return false;
  return nsp__function(q, words.end, NSP__SAYS(COMPLEMENTISER)) || q->tokens[words.end].tag == NSP__TAG_PART ||
         nsp__takes_preposition(q, record, words.end);
}

/* A phrase counts unless it is one of the weak ones ("as", "per"), which need marked words before them, or somebody
 * behind them at the start of the sentence. */
static bool phrase_counts(const nsp__quoting *q, nsp__range s, uint32_t i) {
  const nsp__record *record = NULL;
  nsp__range words = nsp__match(q, i, s.end, NSP__CLASS_CUE_ADVERB, &record);
  if (nsp__range_empty(words)) return false;
  if (!(record->tags & NSP__SAYS(WEAK)) || (record->tags & (NSP__SAYS(POSSESSIVE) | NSP__SAYS(ANONYMOUS)))) return true;
  if (record->tags & NSP__SAYS(SUFFIX))
    return i > 1 && nsp__is_mark(q, i - 1, NSP__MARK_COMMA) && q->mark_of[i - 2] != NSP_NONE;
  return i == s.first;
}

bool nsp__needs_tree(const nsp__quoting *q, uint32_t sentence, nsp__range part) {
  nsp__range s = nsp__sentence_range(q, sentence);
  for (uint32_t i = part.first; i < part.end; i++) {
    uint32_t word = q->tokens[i].word;
    if (word == NSP__NO_WORD || q->mark_of[i] != NSP_NONE) continue;
    const nsp__lexeme *l = &q->pack->lexemes[word];
    if (!(l->classes & CUE_LISTS) && !l->begins_phrase) continue;
    if (verb_counts(q, s, i) || noun_counts(q, s, i) || phrase_counts(q, s, i)) return true;
  }
  return false;
}

/* Cues: the words that show that somebody says something. Reads: tokens, the pack's lists, the tree. */
#ifndef NSP_QUOTE_CUE_H
#define NSP_QUOTE_CUE_H

#include "quote/work.h"

typedef struct nsp__cue {
  nsp__range words;  /* the listed word or phrase */
  nsp__range group;  /* with auxiliaries, negation and adverbs: "has repeatedly said" */
  uint32_t head;     /* the verb itself */
  uint32_t particle; /* the end of a separable verb ("teilte … mit"), or NSP_NONE */
  uint32_t inner;    /* subject between the parts of the group, or NSP_NONE */
  uint64_t tags;     /* what the pack says of it */
  const nsp__record *record;
  bool negated, passive, gerund, infinitive;
} nsp__cue;

/* The longest listed word or phrase of one list at token i, within `end`; empty if there is none. */
nsp__range nsp__match_listed(const nsp__quoting *q, uint32_t i, uint32_t end, nsp__class list,
                             const nsp__record **record);

/* Bits of q->may: what nsp__match() may find at a token. */
enum { NSP__MAY_VERB = 1, NSP__MAY_NOUN = 2, NSP__MAY_ADVERB = 4, NSP__MAY_CUE = 7, NSP__MAY_MEDIUM = 8 };

/* Fills q->may: the lists are asked about each token many times, and most tokens are in none. False when out of memory.
 */
bool nsp__find_listed(nsp__quoting *q);

/* Whether nsp__match() is worth calling: false for most tokens where it would find nothing. */
static inline bool nsp__may_match(const nsp__quoting *q, uint32_t i, uint32_t end, nsp__class list) {
  if (list == NSP__CLASS_CUE_VERB) return (q->may[i] & NSP__MAY_VERB) != 0;
  if (list == NSP__CLASS_CUE_NOUN) return (q->may[i] & NSP__MAY_NOUN) != 0;
  if (list == NSP__CLASS_CUE_ADVERB) return (q->may[i] & NSP__MAY_ADVERB) != 0;
  if (list == NSP__CLASS_MEDIUM_NOUN) return (q->may[i] & NSP__MAY_MEDIUM) != 0;
  if (q->tokens[i].word == NSP__NO_WORD) return false;
  const nsp__lexeme *l = &q->pack->lexemes[q->tokens[i].word];
  return (l->classes >> list & 1) || (i + 1 < end && nsp__pack_may_follow(l, q->tokens[i + 1].hash));
}
static inline nsp__range nsp__match(const nsp__quoting *q, uint32_t i, uint32_t end, nsp__class list,
                                    const nsp__record **record) {
  if (nsp__may_match(q, i, end, list)) return nsp__match_listed(q, i, end, list, record);
  if (record) *record = NULL;
  return nsp__no_range();
}

/* Is there a reporting verb at token i? Fills *cue. `bounds` is the sentence, or the clause inside of marks. */
bool nsp__verb_cue(const nsp__quoting *q, uint32_t i, nsp__range bounds, nsp__cue *cue);

/* Is the preposition at token i one of those that what was said follows ("called for")? */
bool nsp__takes_preposition(const nsp__quoting *q, const nsp__record *record, uint32_t i);

#endif

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

/* listing.c. The longest listed word or phrase of one list at token i, within `end`; empty if there is none. */
nsp__range nsp__match_listed(const nsp__quoting *q, uint32_t i, uint32_t end, nsp__class list,
                             const nsp__record **record);

/* Fills q->may, q->listings, q->quote_marks and q->said: each token is asked once, and the rules walk over the
 * few that have what they look for. False when out of memory. */
bool nsp__find_listed(nsp__quoting *q);

/* The first listing of this sentence, or of a later one: for a walk over the words that may be cues, `while
 * (k < q->listings.count && q->listings.items[k].token < end)`. */
static inline uint32_t nsp__first_listing(const nsp__quoting *q, uint32_t token) {
  uint32_t k = q->near_listing;
  while (k > 0 && q->listings.items[k - 1].token >= token) k--;
  while (k < q->listings.count && q->listings.items[k].token < token) k++;
  return k;
}

static inline bool nsp__is_month(const nsp__quoting *q, uint32_t i) { return (q->may[i] & NSP__MAY_MONTH) != 0; }

/* Which of a listing's matches is that of a list; NSP__LISTS for any other list. */
static inline unsigned nsp__listing_of(nsp__class list) {
  return list == NSP__CLASS_CUE_VERB      ? 0
         : list == NSP__CLASS_CUE_NOUN    ? 1
         : list == NSP__CLASS_CUE_ADVERB  ? 2
         : list == NSP__CLASS_MEDIUM_NOUN ? 3
                                          : NSP__LISTS;
}
static inline nsp__range nsp__match(const nsp__quoting *q, uint32_t i, uint32_t end, nsp__class list,
                                    const nsp__record **record) {
  unsigned number = nsp__listing_of(list);
  if (record) *record = NULL;
  if (number == NSP__LISTS) return nsp__match_listed(q, i, end, list, record);
  if (!(q->may[i] >> number & 1)) return nsp__no_range();
  const nsp__listing *listing = &q->listings.items[q->listing_at[i]];
  if (end - i < listing->reach) return nsp__match_listed(q, i, end, list, record); /* a phrase may be cut short */
  if (record) *record = &q->pack->records[listing->records[number]];
  return (nsp__range){i, i + listing->lengths[number]};
}

/* What the pack says of a token in the list of reporting verbs; 0 if it is not there. */
static inline uint64_t nsp__verb_tags(const nsp__quoting *q, uint32_t i) {
  return q->may[i] & NSP__MAY_VERB ? q->listings.items[q->listing_at[i]].verb_tags : 0;
}

/* Is there a reporting verb at token i? Fills *cue. `bounds` is the sentence, or the clause inside of marks. */
bool nsp__verb_cue(const nsp__quoting *q, uint32_t i, nsp__range bounds, nsp__cue *cue);

/* Is the preposition at token i one of those that what was said follows ("called for")? */
bool nsp__takes_preposition(const nsp__quoting *q, const nsp__record *record, uint32_t i);
/* The same in two steps, for walks: the list of them, without data when there is none; is the token among them? */
nsp_string nsp__prepositions(const nsp__quoting *q, const nsp__record *record);
bool nsp__is_among(const nsp__quoting *q, nsp_string list, uint32_t i);

/* predicate.c: is the listed word at i used as a verb? */
bool nsp__is_predicate(const nsp__quoting *q, uint32_t i, nsp__range bounds);
/* predicate.c: does the listed word at i end a phrase that reports nothing, "that said"? */
bool nsp__ends_set_phrase(const nsp__quoting *q, uint32_t i, nsp__range bounds);

#endif

/* Listings: what the lists of cues, of media and of months have at each token, looked up once for all rules. */
#include <string.h>

#include "language/bits.h"
#include "quote/cue.h"

enum { PHRASE_WORDS = 8 };

#define CUES (NSP__LISTED(CUE_VERB) | NSP__LISTED(CUE_NOUN) | NSP__LISTED(CUE_ADVERB) | NSP__LISTED(MEDIUM_NOUN))
#define PHRASES (CUES << NSP__BEGINS_SHIFT)

/* May a phrase of the lists begin with the token at i, which is that lexeme? */
static bool may_begin(const nsp__quoting *q, const nsp__lexeme *l, uint32_t i) {
  return (l->classes & PHRASES) && i + 1 < q->token_count && nsp__pack_may_follow(l, q->tokens[i + 1].hash);
}

/* The lists that have the classes, as bits of q->may. */
_Static_assert(NSP__CLASS_MEDIUM_NOUN == NSP__CLASS_CUE_VERB + 3 && NSP__CLASS_CUE_NOUN == NSP__CLASS_CUE_VERB + 1 &&
                   NSP__CLASS_CUE_ADVERB == NSP__CLASS_CUE_VERB + 2,
               "the lists of a listing stand together, in its order");
static unsigned lists_of(uint64_t classes) { return (unsigned)(classes >> NSP__CLASS_CUE_VERB) & NSP__MAY_MATCH; }

static unsigned note(nsp__listing *listing, uint64_t classes, uint32_t lexeme, uint32_t length) {
  unsigned found = lists_of(classes);
  for (unsigned n = 0, left = found; left; n++, left >>= 1)
    if (left & 1) {
      listing->lengths[n] = (uint8_t)length;
      listing->records[n] = lexeme; /* until settle() */
    }
  return found;
}

/* Notes the phrases that begin at a listing's word. */
static unsigned note_phrases(const nsp__quoting *q, nsp__listing *listing) {
  uint32_t state = 0, first = listing->token;
  unsigned found = 0;
  listing->reach = 2;
  for (uint32_t k = first; k < q->token_count && k < first + PHRASE_WORDS; k++) {
    const nsp__edge *edge = nsp__pack_step(q->pack, state, q->tokens[k].word);
    if (!edge) break;
    state = edge->next;
    if (k + 1 - first > listing->reach) listing->reach = (uint8_t)(k + 1 - first);
    if (edge->lexeme != NSP__NO_WORD)
      found |= note(listing, q->pack->lexemes[edge->lexeme].classes, edge->lexeme, k + 1 - first);
  }
  return found;
}

/* Finds the records of a listing's matches, once for all that ask. */
static void settle(const nsp__quoting *q, nsp__listing *listing) {
  const nsp_language *pack = q->pack;
  const nsp__lexeme *lexeme = &pack->lexemes[q->tokens[listing->token].word];
  if (lexeme->classes & NSP__LISTED(CUE_VERB))
    for (uint32_t i = 0; i < lexeme->record_count; i++) {
      const nsp__record *r = &pack->records[lexeme->first_record + i];
      if (r->class_number != NSP__CLASS_CUE_VERB) continue;
      listing->verb_tags |= r->tags;
      listing->particles |= r->values && nsp__record_value(pack, r, "particle").data;
    }
  for (unsigned n = 0; n < NSP__LISTS; n++)
    if (listing->lengths[n]) {
      const nsp__record *r = &pack->records[pack->lexemes[listing->records[n]].first_record];
      while (r->class_number != NSP__CLASS_CUE_VERB + n) r++; /* the lexeme is in the list */
      listing->records[n] = (uint32_t)(r - pack->records);
    }
}

/* Makes a listing for the token, unless no list has it; returns its bits for q->may. */
static uint8_t add_listing(nsp__quoting *q, uint32_t *listing_at, uint32_t i) {
  nsp__listing *listing = nsp__array_push(&q->document->scratch, &q->listings);
  uint32_t word = q->tokens[i].word;
  const nsp__lexeme *l = &q->pack->lexemes[word];
  if (!listing) {
    q->failed = true;
    return 0;
  }
  *listing = (nsp__listing){.token = i, .reach = 1};
  unsigned may = note(listing, l->classes, word, 1);
  if (may_begin(q, l, i)) may |= note_phrases(q, listing);
  if (may)
    settle(q, listing);
  else
    q->listings.count--;
  listing_at[i] = q->listings.count - 1;
  return (uint8_t)may;
}

enum { CHUNK = 256 };

/* Tokens of a chunk that have something. Most have nothing, and no branch is taken for any: which words are listed can
 * not be foreseen. */
typedef struct found_in {
  uint32_t listed[CHUNK], marks[CHUNK];
  uint32_t listed_count, mark_count;
} found_in;

static void search(const nsp__quoting *q, uint32_t first, uint32_t end, found_in *found) {
  const nsp__token *tokens = q->tokens;
  uint32_t listed = 0, marks = 0;
  for (uint32_t i = first; i < end; i++) {
    found->listed[listed] = i;
    listed += (tokens[i].listed & (NSP__LISTED_CUE | NSP__LISTED_CUE_PHRASE)) != 0;
    if (tokens[i].shape & NSP__SHAPE_QUOTE) found->marks[marks++] = i;
  }
  found->listed_count = listed;
  found->mark_count = marks;
}

/* Leaves of the listed tokens those that may have a listing. */
static void sift(nsp__quoting *q, found_in *found, uint8_t *may) {
  uint32_t kept = 0;
  for (uint32_t k = 0; k < found->listed_count; k++) {
    uint32_t i = found->listed[k];
    const nsp__lexeme *l = &q->pack->lexemes[q->tokens[i].word];
    may[i] = l->classes & NSP__LISTED(MONTH) ? NSP__MAY_MONTH : 0;
    nsp__pack_ask_records(q->pack, q->tokens[i].word);
    found->listed[kept] = i;
    uint32_t next = i + 1 < q->token_count ? q->tokens[i + 1].hash : 0;
    kept += ((l->classes & CUES) != 0) | (((l->classes & PHRASES) != 0) & nsp__pack_may_follow(l, next));
  }
  found->listed_count = kept;
}

static bool keep(nsp__quoting *q, found_in *found, uint8_t *may, uint32_t *at) {
  if (!nsp__array_reserve(&q->document->scratch, &q->quote_marks, found->mark_count)) return false;
  for (uint32_t k = 0; k < found->mark_count; k++) q->quote_marks.items[q->quote_marks.count++] = found->marks[k];
  sift(q, found, may);
  for (uint32_t k = 0; k < found->listed_count; k++) may[found->listed[k]] |= add_listing(q, at, found->listed[k]);
  return !q->failed;
}

bool nsp__find_listed(nsp__quoting *q) {
  uint8_t *may = nsp__arena_alloc(&q->document->scratch, (size_t)q->token_count + 1);
  uint32_t *at = nsp__arena_alloc(&q->document->scratch, ((size_t)q->token_count + 1) * sizeof *at);
  found_in found;
  if (!may || !at) return false;
  memset(may, 0, (size_t)q->token_count + 1);
  for (uint32_t i = 0; i < q->token_count; i += CHUNK) {
    search(q, i, q->token_count - i < CHUNK ? q->token_count : i + CHUNK, &found);
    if (!keep(q, &found, may, at)) return false;
  }
  q->said = q->document->said;
  q->may = may;
  q->listing_at = at;
  return true;
}

nsp__range nsp__match_listed(const nsp__quoting *q, uint32_t i, uint32_t end, nsp__class list,
                             const nsp__record **record) {
  nsp__range found = nsp__no_range();
  uint32_t word = q->tokens[i].word;
  if (word == NSP__NO_WORD) return found;
  uint32_t lexeme = NSP__NO_WORD;
  if (nsp__pack_has(q->pack, word, list)) {
    lexeme = word;
    found = (nsp__range){i, i + 1};
  }
  if (i + 1 < end && nsp__pack_may_follow(&q->pack->lexemes[word], q->tokens[i + 1].hash)) {
    uint32_t state = 0;
    for (uint32_t k = i; k < end && k < i + PHRASE_WORDS; k++) {
      const nsp__edge *edge = nsp__pack_step(q->pack, state, q->tokens[k].word);
      if (!edge) break;
      state = edge->next;
      if (edge->lexeme != NSP__NO_WORD && nsp__pack_has(q->pack, edge->lexeme, list)) {
        lexeme = edge->lexeme;
        found = (nsp__range){i, k + 1};
      }
    }
  }
  if (record) *record = lexeme == NSP__NO_WORD ? NULL : nsp__pack_record(q->pack, lexeme, list);
  return found;
}

#include "language/batch.h"

#include <string.h>

#include "language/bits.h"
#include "text/letters.h"

enum { BATCH = 64 }; /* words that are looked for together */

/* The lexeme that the first two slots of a word's place point to, to be looked at; NSP__NO_WORD when there is surely
 * none. Where neither slot decides, any lexeme: it will turn out to be another. Without a jump, for none of it can be
 * foreseen. */
static inline uint32_t guess(const nsp_language *pack, uint32_t hash) {
  uint32_t at = hash & pack->slot_mask, first = pack->slots[at], second = pack->slots[(at + 1) & pack->slot_mask];
  uint32_t decides = (uint32_t)(first == NSP__NO_WORD) | (uint32_t)nsp__slot_may_be(first, hash);
  uint32_t slot = second ^ ((first ^ second) & (0u - decides));
  return nsp__slot_lexeme(slot) | (0u - (uint32_t)(slot == NSP__NO_WORD));
}

/* Is the token the lexeme's text, both of sixteen bytes at most? Either as it is, or where that text is ASCII but for
 * the bit by which capitals differ from small letters; so do a few marks, but not with the same hash. False also when
 * it cannot be told so. */
static inline bool is_surely(const nsp__lookup *l, const nsp__token *t, const nsp__lexeme *lexeme) {
  static const unsigned char kept[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                         0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  uint32_t length = t->end - t->start;
  uint64_t text[2], mask[2], head[2];
  if (length > 16 || l->length - t->start < 16) return false;
  memcpy(text, l->text + t->start, 16);
  memcpy(mask, kept + 16 - length, 16);
  memcpy(head, lexeme->head, 16);
  uint64_t ascii = (uint64_t)(((head[0] | head[1]) & NSP__HIGH) != 0) - 1, small = NSP__ONES * 0x20 & ascii;
  uint64_t other = ((text[0] & mask[0]) ^ head[0]) & ~(head[0] & small);
  other |= ((text[1] & mask[1]) ^ head[1]) & ~(head[1] & small);
  return !(other | (t->hash ^ lexeme->hash) | (length ^ lexeme->length));
}

/* One word of a batch: notes it in `hits` when it may be in the lexicon, and asks for its lexeme. */
static inline uint32_t first_look(const nsp_language *pack, uint32_t hash, uint32_t i, uint32_t *hits,
                                  uint32_t *count) {
  uint32_t word = guess(pack, hash);
  hits[*count] = i;
  *count += word != NSP__NO_WORD;
#if defined(__GNUC__)
  __builtin_prefetch(&pack->lexemes[word & (0u - (uint32_t)(word != NSP__NO_WORD))]);
#endif
  return word;
}

/* Which word it is that may be `word`. */
static inline uint32_t second_look(const nsp__lookup *l, const nsp__token *t, uint32_t word) {
  if (is_surely(l, t, &l->pack->lexemes[word])) return word;
  return nsp__pack_find_hashed(l->pack, l->text + t->start, t->end - t->start, t->hash);
}

/* What a lexeme says of a token; `followers` has the bit of the word behind it, or all when that is not known yet. */
static inline uint32_t listed(const nsp__lexeme *lexeme, const nsp__token *t, uint32_t followers) {
  const unsigned looks = NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_WEB;
  uint32_t bits = lexeme->bits[(t->shape & looks) == NSP__SHAPE_CAPITAL];
  return bits & ~((uint32_t) !(lexeme->begins_phrase & followers) * (NSP__LISTED_PHRASE | NSP__LISTED_CUE_PHRASE));
}

uint64_t nsp__find_lexemes(const nsp__lookup *l, nsp__token *tokens, uint32_t count) {
  uint64_t said = 0;
  for (uint32_t from = 0, end; from < count; from = end) {
    uint32_t hits[BATCH], hit_count = 0;
    end = count - from < BATCH ? count : from + BATCH;
    for (uint32_t i = from; i < end; i++) tokens[i].word = first_look(l->pack, tokens[i].hash, i, hits, &hit_count);
    for (uint32_t k = 0; k < hit_count; k++) {
      nsp__token *t = &tokens[hits[k]];
      t->word = second_look(l, t, t->word);
      if (t->word == NSP__NO_WORD) continue;
      const nsp__lexeme *lexeme = &l->pack->lexemes[t->word];
      t->listed = listed(lexeme, t, hits[k] + 1 < count ? nsp__follower_bit(t[1].hash) : ~0u);
      said |= lexeme->tags;
    }
  }
  return said;
}

void nsp__find_lexemes_of(const nsp__lookup *l, const nsp__token *tokens, const uint32_t *which, uint32_t count,
                          uint32_t *words) {
  for (uint32_t i = 0; i < count; i++) nsp__pack_ask_place(l->pack, tokens[which[i]].hash);
  for (uint32_t from = 0, end; from < count; from = end) {
    uint32_t hits[BATCH], hit_count = 0;
    end = count - from < BATCH ? count : from + BATCH;
    for (uint32_t i = from; i < end; i++) words[i] = first_look(l->pack, tokens[which[i]].hash, i, hits, &hit_count);
    for (uint32_t k = 0; k < hit_count; k++) words[hits[k]] = second_look(l, &tokens[which[hits[k]]], words[hits[k]]);
  }
}

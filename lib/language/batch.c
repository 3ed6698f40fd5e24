#include "language/batch.h"

#include <string.h>

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

/* The tokens are a row, or those that `which` lists. */
static inline void find_batch(const nsp__lookup *l, const nsp__token *tokens, const uint32_t *which, uint32_t count,
                              uint32_t *words) {
  const nsp_language *pack = l->pack;
  uint32_t hits[BATCH], hit_count = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t word = words[i] = guess(pack, tokens[which ? which[i] : i].hash);
    hits[hit_count] = i;
    hit_count += word != NSP__NO_WORD;
#if defined(__GNUC__)
    __builtin_prefetch(&pack->lexemes[word & (0u - (uint32_t)(word != NSP__NO_WORD))]);
#endif
  }
  for (uint32_t i = 0; i < hit_count; i++) {
    uint32_t *word = &words[hits[i]];
    const nsp__token *t = &tokens[which ? which[hits[i]] : hits[i]];
    if (!is_surely(l, t, &pack->lexemes[*word]))
      *word = nsp__pack_find_hashed(pack, l->text + t->start, t->end - t->start, t->hash);
  }
}

void nsp__find_lexemes(const nsp__lookup *l, nsp__token *tokens, uint32_t count) {
  uint32_t words[BATCH];
  for (uint32_t from = 0; from < count; from += BATCH) {
    uint32_t some = count - from < BATCH ? count - from : BATCH;
    find_batch(l, tokens + from, NULL, some, words);
    for (uint32_t i = 0; i < some; i++) tokens[from + i].word = words[i];
  }
}

void nsp__find_lexemes_of(const nsp__lookup *l, const nsp__token *tokens, const uint32_t *which, uint32_t count,
                          uint32_t *words) {
  for (uint32_t i = 0; i < count; i++) nsp__pack_ask_place(l->pack, tokens[which[i]].hash);
  for (uint32_t from = 0; from < count; from += BATCH)
    find_batch(l, tokens, which + from, count - from < BATCH ? count - from : BATCH, words + from);
}

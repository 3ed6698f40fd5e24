#include "language/batch.h"

#include <string.h>

#include "text/letters.h"

/* The lexeme that the first two slots of a word's place point to, to be looked at; NSP__NO_WORD when there is surely
 * none. Where neither slot decides, any lexeme: it will turn out to be another. Without a jump, for none of it can be
 * foreseen. */
static inline uint32_t guess(const nsp_language *pack, uint32_t hash) {
  uint32_t at = hash & pack->slot_mask, first = pack->slots[at], second = pack->slots[(at + 1) & pack->slot_mask];
  uint32_t decides = (uint32_t)(first == NSP__NO_WORD) | (uint32_t)nsp__slot_may_be(first, hash);
  uint32_t slot = second ^ ((first ^ second) & (0u - decides));
  return nsp__slot_lexeme(slot) | (0u - (uint32_t)(slot == NSP__NO_WORD));
}

/* Is the word the lexeme's text, both of sixteen bytes of ASCII at most? False also when that cannot be told so. */
static bool is_surely(const nsp__batch *b, const nsp__wanted *w, const nsp__lexeme *lexeme) {
  static const unsigned char kept[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                         0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  if (w->length != lexeme->length || w->length > 16 || b->text_length - w->start < 16) return false;
  uint64_t text[2], mask[2], head[2];
  memcpy(text, b->text + w->start, 16);
  memcpy(mask, kept + 16 - w->length, 16);
  memcpy(head, lexeme->head, 16);
  text[0] &= mask[0];
  text[1] &= mask[1];
  uint64_t other = (nsp__lower8(text[0]) ^ head[0]) | (nsp__lower8(text[1]) ^ head[1]);
  return !((text[0] | text[1]) & NSP__HIGH) && !other;
}

void nsp__batch_find(nsp__batch *b) {
  const nsp_language *pack = b->pack;
  uint32_t hits[NSP__BATCH], count = 0;
  for (uint32_t i = 0; i < b->count; i++) {
    uint32_t word = guess(pack, b->items[i].hash);
    b->items[i].word = word;
    hits[count] = i;
    count += word != NSP__NO_WORD;
#if defined(__GNUC__)
    __builtin_prefetch(&pack->lexemes[word & (0u - (uint32_t)(word != NSP__NO_WORD))]);
#endif
  }
  for (uint32_t i = 0; i < count; i++) {
    nsp__wanted *w = &b->items[hits[i]];
    const nsp__lexeme *lexeme = &pack->lexemes[w->word];
    if (lexeme->hash == w->hash && is_surely(b, w, lexeme)) continue;
    w->word = nsp__pack_find_hashed(pack, b->text + w->start, w->length, w->hash);
  }
}

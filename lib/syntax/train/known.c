/* Frequent words: the library finds the sum of all their letters' rows at once. */
#include "../token_inputs.h"
#include "tool.h"
#include "train.h"

#include <stdlib.h>
#include <string.h>

enum { KNOWN_MOST = 4095, KNOWN_SEEN = 4 };

typedef struct seen_word {
  uint32_t hash, times;
  const char *text;
  const nsp__token *token;
} seen_word;

static int by_hash(const void *a, const void *b) {
  const seen_word *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  return x->token < y->token ? -1 : x->token > y->token;
}

static int by_times(const void *a, const void *b) {
  const seen_word *x = a, *y = b;
  if (x->times != y->times) return x->times > y->times ? -1 : 1;
  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Words of ASCII letters only: the keys of any other may depend on how its letters are written. */
static int is_plain(const char *text, const nsp__token *k) {
  if (k->shape & (NSP__SHAPE_PUNCT | NSP__SHAPE_NUMBER)) return 0;
  for (uint32_t i = k->start; i < k->end; i++)
    if ((unsigned char)text[i] >= 0x80) return 0;
  return 1;
}

static seen_word *see_words(const corpus *c, size_t *count) {
  size_t cap = 0;
  for (size_t i = 0; i < c->count; i++) cap += c->items[i].count;
  seen_word *seen = must(malloc((cap + 1) * sizeof *seen));
  *count = 0;
  for (size_t i = 0; i < c->count; i++)
    for (uint32_t t = 0; t < c->items[i].count; t++) {
      const nsp__token *k = &c->items[i].tokens[t];
      if (is_plain(c->items[i].text, k)) seen[(*count)++] = (seen_word){k->hash, 1, c->items[i].text, k};
    }
  qsort(seen, *count, sizeof *seen, by_hash);
  return seen;
}

known_words known_find(const corpus *c) {
  size_t n, words = 0;
  seen_word *seen = see_words(c, &n);
  for (size_t i = 0, j; i < n; i = j) {
    for (j = i + 1; j < n && seen[j].hash == seen[i].hash; j++)
      ;
    if (j - i < KNOWN_SEEN) continue;
    seen[words] = seen[i];
    seen[words++].times = (uint32_t)(j - i);
  }
  qsort(seen, words, sizeof *seen, by_times);
  known_words k = {must(calloc(KNOWN_MOST, sizeof *k.hash)), must(calloc(KNOWN_MOST, sizeof *k.key)), 0};
  for (; k.count < words && k.count < KNOWN_MOST; k.count++) {
    k.hash[k.count] = seen[k.count].hash;
    nsp__letter_inputs(seen[k.count].text, seen[k.count].token, k.key[k.count]);
  }
  free(seen);
  return k;
}

void known_free(known_words *k) { free(k->hash), free(k->key); }

/* Words that have one tag only, so that the tagger need not think about them. */
#include "../token_inputs.h"
#include "tool.h"
#include "train.h"

#include <stdlib.h>

enum { SURE_SEEN = 10 }; /* times a word must have been seen to be sure of */
static const double sure_share = 0.995;

int left_out(size_t sentence_no, int fold, int folds) {
  return fold >= 0 && sentence_no % (size_t)folds == (size_t)fold;
}

void shuffle(uint32_t *order, size_t count, uint64_t *chance) {
  for (uint32_t i = (uint32_t)count; i-- > 1;) {
    uint32_t j = random_next(chance) % (i + 1), o = order[i];
    order[i] = order[j], order[j] = o;
  }
}

typedef struct seen_word {
  uint32_t key, fine;
} seen_word;

static int by_key(const void *a, const void *b) {
  const seen_word *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->fine < y->fine ? -1 : x->fine > y->fine;
}

static seen_word *see_words(const corpus *c, int fold, int folds, size_t *count) {
  size_t cap = 0;
  for (size_t i = 0; i < c->count; i++) cap += c->items[i].count;
  seen_word *seen = must(malloc((cap + 1) * sizeof *seen));
  *count = 0;
  for (size_t i = 0; i < c->count; i++) {
    const sentence *s = &c->items[i];
    int first = 1;
    for (uint32_t t = 0; t < s->count && !left_out(i, fold, folds); t++) {
      if (s->tokens[t].shape & NSP__SHAPE_PUNCT) continue;
      seen[(*count)++] = (seen_word){nsp__sure_key(&s->tokens[t], first), s->gold[t].fine};
      first = 0;
    }
  }
  qsort(seen, *count, sizeof *seen, by_key);
  return seen;
}

sure_words sure_find(const corpus *c, int fold, int folds) {
  size_t n;
  seen_word *seen = see_words(c, fold, folds, &n);
  sure_words s = {must(malloc((n + 1) * sizeof(uint32_t))), must(malloc((n + 1) * sizeof(uint32_t))),
                  must(malloc(n + 1)), 0};
  for (size_t i = 0, j; i < n; i = j) {
    size_t best = 0, best_at = i, run = 0;
    for (j = i; j < n && seen[j].key == seen[i].key; j++) {
      run = j > i && seen[j].fine == seen[j - 1].fine ? run + 1 : 1;
      if (run > best) best = run, best_at = j;
    }
    if (j - i < SURE_SEEN || (double)best < sure_share * (double)(j - i)) continue;
    s.keys[s.count] = seen[i].key;
    s.fine[s.count] = (uint8_t)(seen[best_at].fine + 1);
    s.seen[s.count++] = (uint32_t)(j - i);
  }
  free(seen);
  return s;
}

void sure_free(sure_words *s) { free(s->keys), free(s->fine), free(s->seen); }

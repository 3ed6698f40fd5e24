#include "rows.h"

#if defined(__GNUC__)
#define ASK_FOR(p) __builtin_prefetch(p)
#else
#define ASK_FOR(p) ((void)(p))
#endif

enum { AHEAD = 4 }; /* words from asking for a place to looking there, and again to adding up the row */

static void ask_for_places(const nsp__rows *rows, const nsp__word_keys *word) {
  for (uint32_t k = 0; k < word->count; k++) ASK_FOR(&rows->keys[word->key[k] & rows->mask]);
}

static void find_rows(const nsp__rows *rows, unsigned width, const nsp__word_keys *word,
                      const int8_t *row[NSP__MOST_KEYS]) {
  for (uint32_t k = 0; k < word->count; k++) {
    row[k] = nsp__row_of(rows, word->key[k], width);
    ASK_FOR(row[k]);
    ASK_FOR(row[k] + width - 1);
  }
}

void nsp__sum_rows(const nsp__affine *affine, const nsp__rows *rows, unsigned width, const nsp__word_keys *word,
                   unsigned n, int16_t *sum) {
  const int8_t *row[AHEAD][NSP__MOST_KEYS];
  for (unsigned i = 0; i < n + 2 * AHEAD; i++) {
    const int8_t **place = row[i % AHEAD];
    if (i >= 2 * AHEAD) affine->bytes(place, word[i - 2 * AHEAD].count, width, sum + (size_t)(i - 2 * AHEAD) * width);
    if (i >= AHEAD && i - AHEAD < n) find_rows(rows, width, &word[i - AHEAD], place);
    if (i < n) ask_for_places(rows, &word[i]);
  }
}

/* Sums of rows for many words at once.
 *
 * Reads: the keys of each word's properties. Gives: for each word the sum of the rows found by them.
 *
 * The tables are larger than the nearest caches, so waiting for them would take longer than all the sums: places and
 * rows are asked for a few words ahead. */
#ifndef NSP_SYNTAX_ROWS_H
#define NSP_SYNTAX_ROWS_H

#include "model.h"

enum { NSP__MOST_KEYS = 10 };

typedef struct nsp__word_keys {
  uint32_t count, key[NSP__MOST_KEYS];
} nsp__word_keys;

/* sum[i * width ..] = the sum of the rows of word i's keys, i < n. */
void nsp__sum_rows(const nsp__affine *affine, const nsp__rows *rows, unsigned width, const nsp__word_keys *word,
                   unsigned n, int16_t *sum);

#endif

/* What the networks know of words and marks, in the order of ../model.c. */
#include "../net_inputs.h"
#include "export.h"
#include "tool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Scales the rows so that all but one in ten thousand numbers fit into 8 bits. */
static int8_t *small_rows(writer *w, const table *t, double *scale) {
  size_t n = (size_t)t->count * t->width;
  *scale = 127 / most_of(t->rows.value, n, 10000);
  int8_t *row = must(malloc(n));
  for (size_t i = 0; i < n; i++) row[i] = (int8_t)fit(w, (double)t->rows.value[i] * *scale, 127);
  return row;
}

both_rows rows_together(writer *w, const table *tags, const table *words) {
  both_rows r = {tags, words, NULL, NULL, 0, 0};
  r.tag = small_rows(w, tags, &r.tag_scale);
  r.word = small_rows(w, words, &r.word_scale);
  return r;
}

void rows_free(both_rows *r) { free(r->tag), free(r->word); }

static const int8_t *tag_row(const both_rows *r, uint32_t key) {
  return r->tag + (size_t)table_find(r->tags, key) * NSP__TAG_ROW;
}

static const int8_t *word_row(const both_rows *r, uint32_t key) {
  return r->word + (size_t)table_find(r->words, key) * NSP__WORD_ROW;
}

static void both(const both_rows *r, uint32_t key, int8_t *row) {
  memcpy(row, tag_row(r, key), NSP__TAG_ROW);
  memcpy(row + NSP__TAG_ROW, word_row(r, key), NSP__WORD_ROW);
}

static unsigned bits_for(uint32_t count) {
  unsigned bits = 4;
  while ((1u << bits) < 2 * count) bits++;
  return bits;
}

static void put_known(writer *w, const both_rows *r, const known_words *known, nsp__model_head *head) {
  uint32_t count = known ? known->count : 0;
  head->known = count + 1;
  head->known_bits = (uint8_t)bits_for(count + 1);
  uint32_t mask = (1u << head->known_bits) - 1;
  nsp__known_place *place = room(w, sizeof *place * ((size_t)mask + 1));
  for (uint32_t i = 0; i < count; i++) { /* the most frequent stand where they are looked for first */
    uint32_t at = known->hash[i] & mask;
    int steps = 0;
    while (place[at].sum && ++steps < NSP__KEY_STEPS) at = (at + 1) & mask;
    if (!place[at].sum) place[at] = (nsp__known_place){known->hash[i], i + 1};
  }
  int16_t *sum = room(w, sizeof *sum * NSP__ROW * (count + 1));
  for (uint32_t i = 0; i < count; i++)
    for (unsigned k = 0; k < NSP__LETTER_INPUTS; k++) {
      int8_t row[NSP__ROW];
      both(r, known->key[i][k], row);
      for (unsigned j = 0; j < NSP__ROW; j++) sum[(size_t)(i + 1) * NSP__ROW + j] += row[j];
    }
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* The keys of both tables, each once; keys[0] stays for what is unknown. */
static uint32_t *all_keys(const both_rows *r, uint32_t *count) {
  uint32_t n = 0, *keys = must(calloc(r->tags->count + r->words->count + 1, sizeof *keys));
  for (uint32_t i = 1; i < r->tags->count; i++) keys[n++] = r->tags->keys[i];
  for (uint32_t i = 1; i < r->words->count; i++)
    if (!table_find(r->tags, r->words->keys[i])) keys[n++] = r->words->keys[i];
  qsort(keys, n, sizeof *keys, by_number);
  memmove(keys + 1, keys, n * sizeof *keys);
  *count = n + 1;
  return keys;
}

static void put_letters(writer *w, const both_rows *r, nsp__model_head *head) {
  uint32_t *keys = all_keys(r, &head->rows);
  head->key_bits = (uint8_t)bits_for(head->rows);
  uint32_t mask = (1u << head->key_bits) - 1;
  uint32_t *place = room(w, sizeof *place * ((size_t)mask + 1));
  for (uint32_t i = 1; i < head->rows; i++) {
    uint32_t at = keys[i] & mask;
    int steps = 0;
    while (place[at] && ++steps < NSP__KEY_STEPS) at = (at + 1) & mask;
    if (place[at])
      w->cut++;
    else
      place[at] = (keys[i] & 0xFFFF0000u) | i;
  }
  int8_t *row = room(w, (size_t)head->rows * NSP__ROW);
  for (uint32_t i = 1; i < head->rows; i++) both(r, keys[i], row + (size_t)i * NSP__ROW);
  free(keys);
}

static void put_for_both(writer *w, const both_rows *r, uint32_t count, uint32_t (*key)(uint32_t)) {
  int8_t *row = room(w, (size_t)count * NSP__ROW);
  for (uint32_t i = 0; i < count; i++) both(r, key(i), row + (size_t)i * NSP__ROW);
}

static void put_for_parser(writer *w, const both_rows *r, uint32_t count, uint32_t (*key)(uint32_t)) {
  int8_t *row = room(w, (size_t)count * NSP__WORD_ROW);
  for (uint32_t i = 0; i < count; i++) memcpy(row + (size_t)i * NSP__WORD_ROW, word_row(r, key(i)), NSP__WORD_ROW);
}

void put_words(writer *w, const both_rows *r, const known_words *known, nsp__model_head *head) {
  put_known(w, r, known, head);
  put_letters(w, r, head);
  put_for_both(w, r, NSP__SHAPES, nsp__shape_key);
  put_for_both(w, r, NSP__MARK_ROWS, nsp__mark_key);
  put_for_parser(w, r, NSP__FINE_ROWS, nsp__fine_key);
  put_for_parser(w, r, NSP__GAP_ROWS, nsp__gap_key);
  put_for_parser(w, r, NSP__REGION_ROWS, nsp__region_key);
}

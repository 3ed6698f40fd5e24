/* A model being written: see export.c, and export_rows.c for what is known of words. */
#ifndef NSP_TRAIN_EXPORT_H
#define NSP_TRAIN_EXPORT_H

#include "train.h"

typedef struct writer {
  unsigned char *blob;
  size_t size, capacity;
  unsigned long cut; /* numbers that did not fit */
  uint8_t shift[NSP__LAYERS];
  unsigned layers;
} writer;

/* Room for a part, at a multiple of 64 bytes; all zero, good until the next call. */
void *room(writer *w, size_t bytes);
/* Rounds x, and keeps it between -most and most. */
double fit(writer *w, double x, double most);

/* The rows of both networks as whole numbers, side by side. */
typedef struct both_rows {
  const table *tags, *words;
  int8_t *tag, *word;
  double tag_scale, word_scale; /* what they were multiplied with */
} both_rows;
both_rows rows_together(writer *w, const table *tags, const table *words);
void rows_free(both_rows *r);
void put_words(writer *w, const both_rows *r, const known_words *known, nsp__model_head *head);

#endif

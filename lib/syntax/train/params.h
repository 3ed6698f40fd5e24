/* Parameters that are learned by gradients: matrices, and tables of rows that are looked up by key. */
#ifndef NSP_TRAIN_PARAMS_H
#define NSP_TRAIN_PARAMS_H

#include <stddef.h>
#include <stdint.h>

/* A matrix or vector, with what Adam remembers of it. */
typedef struct params {
  float *value, *grad, *first, *second;
  double *mean; /* sum of the values gathered */
  size_t size;
  unsigned gathered;
} params;

void params_make(params *p, size_t size, double spread);
void params_free(params *p);
/* Spread for a matrix of so many inputs and outputs (Glorot and Bengio 2010). */
double params_spread(double in, double out);
/* The learned values are averages over the last part of the training: gather now and then, settle at the end. */
void params_gather(params *p);
void params_settle(params *p);
void params_step(params *p, size_t from, size_t count, float rate);
/* Adam's correction of the rate for its cold start. */
float params_rate(float rate, unsigned step);

/* Rows of parameters, found by a 32-bit key. Row 0 is "unknown" and stays 0. */
typedef struct table {
  params rows;
  unsigned width;
  uint32_t count; /* rows, the unknown one included */
  uint32_t *keys, *seen, *slots, slot_mask;
  uint8_t *touched;
  uint32_t *touched_list, touched_count;
} table;

/* What keys a table is to have: gather all, then make it of those seen often enough. */
typedef struct key_seen {
  uint32_t key, kind;
} key_seen;
typedef struct key_list {
  key_seen *items;
  size_t count, capacity;
} key_list;
void keys_add(key_list *l, uint32_t key, uint32_t kind);
/* Kind 0 (whole words) needs least_words occurrences, the others least_others. Empties the list. */
void table_make(table *t, unsigned width, key_list *l, unsigned least_words, unsigned least_others);
void table_free(table *t);
uint32_t table_find(const table *t, uint32_t key);
/* Adds a gradient to a row. */
void table_touch(table *t, uint32_t row, const float *grad, const float *mask);
void table_step(table *t, float rate);

/* y[n] += x[k] * w[k][n] */
void times(float *restrict y, const float *restrict x, const float *restrict w, unsigned k_count, unsigned n);
/* dx[k] += w dy; dw += x dy */
void times_back(float *restrict dx, float *restrict dw, const float *restrict dy, const float *restrict x,
                const float *restrict w, unsigned k_count, unsigned n);
/* Turns scores into chances, among those whose bit is set. */
void soften(float *score, unsigned n, uint64_t open);
unsigned best_of(const float *score, unsigned n, uint64_t open);

#endif

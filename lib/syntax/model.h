/* A trained model: the numbers of tagger and parser.
 *
 * Reads: a blob written by train/ (see models/README.md). The blob is borrowed, checked once, and never copied. */
#ifndef NSP_SYNTAX_MODEL_H
#define NSP_SYNTAX_MODEL_H

#include "affine.h"
#include "net.h"

#include <stddef.h>
#include <stdint.h>

enum { NSP__MODEL_VERSION = 6, NSP__LAYERS = 8 };

/* Rows of NSP__ROW 8-bit numbers, found by key. A place of `keys` holds the key's upper 16 bits and a row; 0 is empty.
 */
typedef struct nsp__rows {
  const uint32_t *keys;
  const int8_t *row;
  uint32_t mask, count;
} nsp__rows;

/* Frequent words, with the sum of the rows of all their letters' keys. A place is a word's hash and its sum; the sum's
 * number is 0 where the place is empty. */
typedef struct nsp__known_place {
  uint32_t hash, sum;
} nsp__known_place;

typedef struct nsp__known {
  const nsp__known_place *places;
  const int16_t *sum; /* [count][NSP__ROW] */
  uint32_t mask, count;
} nsp__known;

enum { NSP__MARK_ROWS = 64, NSP__FINE_ROWS = 64, NSP__GAP_ROWS = 256, NSP__REGION_ROWS = 2 };

typedef struct nsp__model {
  const uint32_t *sure; /* words of one class only: key's upper 24 bits << 8 | class + 1; 0 is empty */
  uint32_t sure_mask;
  nsp__known known;
  nsp__rows letters;
  const int8_t *shapes, *marks;         /* [NSP__SHAPES][NSP__ROW], [NSP__MARK_ROWS][NSP__ROW] */
  const int8_t *fines, *gaps, *regions; /* [..._ROWS][NSP__WORD_ROW]: the parser's alone */
  nsp__layer tag_conv, tag_out;
  nsp__layer conv1, conv2, slots, moves, labels[2];
  const int16_t *nowhere; /* [NSP__SLOTS][NSP__HIDDEN]: shares of "no such word" */
  const int16_t *facts;   /* [NSP__FACT_ROWS][NSP__HIDDEN] */
  const int16_t *hidden_bias;
  nsp__affine affine;
} nsp__model;

/* The blob's first bytes. All numbers are little-endian; the parts follow in the order of model.c, each at a multiple
 * of 64 bytes. */
typedef struct nsp__model_head {
  char magic[8]; /* "NSPSYNTX" */
  uint32_t version, size;
  uint32_t checksum; /* nsp__model_checksum of everything after the head */
  uint32_t known, rows;
  uint8_t sure_bits, known_bits, key_bits, unused;
  char language[8];
  uint8_t shift[NSP__LAYERS]; /* of the layers, in the order of the parts */
  uint32_t reserved[4];
} nsp__model_head;

/* 1: *m points into the blob, which must outlive it and be aligned to 8 bytes. 0: it is no such blob, is cut off
 * or damaged; *m is left as it was. */
int nsp__model_open(nsp__model *m, const void *blob, size_t size);
/* The same in next to no time for a blob that is known to be whole: only the head is checked. */
int nsp__model_map(nsp__model *m, const void *blob, size_t size);
uint32_t nsp__model_checksum(const unsigned char *bytes, size_t len);

enum { NSP__KEY_STEPS = 16 }; /* places looked at for a key, at most */

/* The row of a key, or row 0 (all zero) when it is unknown. */
static inline const int8_t *nsp__row_of(const nsp__rows *r, uint32_t key) {
  uint32_t at = key & r->mask;
  for (int i = 0; i < NSP__KEY_STEPS && r->keys[at]; i++, at = (at + 1) & r->mask)
    if (r->keys[at] >> 16 == key >> 16) return r->row + (size_t)(r->keys[at] & 0xFFFF) * NSP__ROW;
  return r->row;
}

/* The sum of a known word, or NULL. */
static inline const int16_t *nsp__known_sum(const nsp__known *k, uint32_t hash) {
  uint32_t at = hash & k->mask;
  for (int i = 0; i < NSP__KEY_STEPS && k->places[at].sum; i++, at = (at + 1) & k->mask)
    if (k->places[at].hash == hash) return k->sum + (size_t)k->places[at].sum * NSP__ROW;
  return NULL;
}

/* Fractional bits of a share, and what keeps a sum of shares within 16 bits. */
enum { NSP__SHARE_BITS = 7, NSP__SHARE_MOST = 1480 };

#endif

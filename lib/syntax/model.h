/* A trained model: the tables that tagger and parser look features up in.
 *
 * Reads: a blob written by train/ (see models/README.md). The blob is borrowed, checked once, and never copied.
 *
 * Every table is a hash table without probing: the low bits of a feature's hash choose the row, the high 16 bits
 * must equal the row's check, else the feature is unknown and weighs nothing. A look-up is one cache line. */
#ifndef NSP_SYNTAX_MODEL_H
#define NSP_SYNTAX_MODEL_H

#include <stddef.h>
#include <stdint.h>

enum {
    NSP__MODEL_VERSION = 1,
    NSP__TAG_ROW = 30,   /* the tagger's classes, see fine.h */
    NSP__LABEL_ROW = 46, /* relations, nsp__rel - 1 */
    NSP__MOVE_ROW = 3    /* shift, left, right */
};

typedef struct nsp__tag_row {
    int8_t weight[NSP__TAG_ROW];
    uint16_t check;
} nsp__tag_row;

typedef struct nsp__label_row {
    int8_t weight[NSP__LABEL_ROW];
    uint16_t check;
} nsp__label_row;

typedef struct nsp__move_row {
    int16_t weight[NSP__MOVE_ROW]; /* |weight| <= NSP__MOVE_MAX, so that a sum of all features fits 16 bits */
    uint16_t check;
} nsp__move_row;
#define NSP__MOVE_MAX 360

/* Words that have one tag only, whatever stands around them: check << 8 | fine tag + 1; 0 is empty. */
typedef uint32_t nsp__sure_row;

typedef struct nsp__model {
    const nsp__sure_row *sure;
    const nsp__tag_row *tags;
    const nsp__move_row *moves;
    const nsp__label_row *labels;
    uint32_t sure_mask, tag_mask, move_mask, label_mask;
} nsp__model;

/* The blob's first bytes; little-endian, tables follow in this order, each at a multiple of 64 bytes. */
typedef struct nsp__model_head {
    char magic[8]; /* "NSPSYNTX" */
    uint32_t version, size;
    uint32_t checksum; /* nsp__model_checksum of everything after the head */
    uint8_t sure_bits, tag_bits, move_bits, label_bits; /* rows = 1 << bits */
    char language[8];
    uint32_t reserved[8];
} nsp__model_head;

/* 1: *m points into the blob, which must outlive it and be aligned to 8 bytes. 0: it is no such blob, is cut off
 * or damaged; *m is left as it was. */
int nsp__model_open(nsp__model *m, const void *blob, size_t size);
uint32_t nsp__model_checksum(const unsigned char *bytes, size_t len);

#endif

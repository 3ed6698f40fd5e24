#include "rows.h"

#include "token_inputs.h"

#if defined(__GNUC__)
#define ASK_FOR(p) __builtin_prefetch(p)
#else
#define ASK_FOR(p) ((void)(p))
#endif

enum {
  BLOCK = 32, /* tokens that go together from asking for places to looking there, to the letters' rows, to adding up */
  LINE = 64   /* bytes that come with one that is asked for */
};

static const int16_t nothing[NSP__ROW];

/* A token on its way. */
typedef struct waiting {
  const int16_t *sum; /* of a known word, to which the rows are added */
  uint32_t rows;
  uint32_t key[NSP__LETTER_INPUTS];
  const int8_t *row[NSP__TOKEN_INPUTS];
} waiting;

static void ask_for_row(const void *row, size_t bytes) {
  const char *p = row;
  for (size_t i = 0; i < bytes; i += LINE) ASK_FOR(p + i);
  ASK_FOR(p + bytes - 1);
}

/* 1: its letters' rows are still to be found. */
static uint32_t look_up(const nsp__model *m, const char *text, const nsp__token *k, int first, waiting *w) {
  w->sum = nothing;
  w->rows = 1;
  if (k->shape & NSP__SHAPE_PUNCT) {
    w->row[0] = m->marks + (size_t)(k->punct % NSP__MARK_ROWS) * NSP__ROW;
    return 0;
  }
  w->row[0] = m->shapes + (size_t)nsp__shape_input(k, first) * NSP__ROW;
  const int16_t *sum = k->shape & NSP__SHAPE_NUMBER ? NULL : nsp__known_sum(&m->known, k->hash);
  if (sum) {
    w->sum = sum;
    ask_for_row(sum, NSP__ROW * sizeof *sum);
    return 0;
  }
  nsp__letter_inputs(text, k, w->key);
  for (int i = 0; i < NSP__LETTER_INPUTS; i++) ASK_FOR(&m->letters.keys[w->key[i] & m->letters.mask]);
  return 1;
}

static void find_rows(const nsp__model *m, waiting *w) {
  for (int i = 0; i < NSP__LETTER_INPUTS; i++) {
    const int8_t *row = nsp__row_of(&m->letters, w->key[i]);
    if (row == m->letters.row) continue; /* unknown */
    w->row[w->rows++] = row;
    ask_for_row(row, NSP__ROW);
  }
}

static void sum_block(const nsp__model *m, const char *text, const nsp__token *tokens, uint32_t n, uint32_t opening,
                      uint8_t (*tag)[NSP__TAG_ROW], int16_t (*word)[NSP__WORD_ROW]) {
  waiting all[BLOCK], *spelled[BLOCK];
  uint32_t unknown = 0;
  for (uint32_t i = 0; i < n; i++) ASK_FOR(&m->known.places[tokens[i].hash & m->known.mask]);
  for (uint32_t i = 0; i < n; i++) {
    spelled[unknown] = &all[i];
    unknown += look_up(m, text, &tokens[i], i < opening, &all[i]);
  }
  for (uint32_t i = 0; i < unknown; i++) find_rows(m, spelled[i]);
  for (uint32_t i = 0; i < n; i++) m->affine.token(all[i].sum, all[i].row, all[i].rows, tag[i], word[i]);
}

void nsp__sum_rows(const nsp__model *m, const char *text, const nsp__token *tokens, uint32_t n, uint32_t opening,
                   uint8_t (*tag)[NSP__TAG_ROW], int16_t (*word)[NSP__WORD_ROW]) {
  for (uint32_t at = 0; at < n; at += BLOCK) {
    uint32_t some = n - at < BLOCK ? n - at : BLOCK;
    sum_block(m, text, tokens + at, some, opening > at ? opening - at : 0, tag + at, word + at);
  }
}

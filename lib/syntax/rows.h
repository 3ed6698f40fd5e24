/* Sums of the rows of many tokens at once.
 *
 * Reads: the tokens and the bytes they point to. Gives: for each the sum of the rows of its properties, as the tagger
 * and as the parser want them.
 *
 * The tables are larger than the nearest caches, so waiting for them would take longer than all the sums: places and
 * rows are asked for a few tokens ahead. */
#ifndef NSP_SYNTAX_ROWS_H
#define NSP_SYNTAX_ROWS_H

#include "model.h"
#include "token.h"

enum { NSP__TAG_CHUNK = 256, NSP__TAG_SIDE = NSP__TAG_WINDOW / 2, NSP__SUMS = NSP__TAG_CHUNK + 2 * NSP__TAG_SIDE };

/* What the tagger leaves for the parser: sums of a sentence's first tokens. May hold anything at first. */
typedef struct nsp__sums {
  uint8_t tag[NSP__SUMS][NSP__TAG_ROW];   /* of the chunk being tagged */
  int16_t word[NSP__SUMS][NSP__WORD_ROW]; /* of the sentence's first `kept` tokens */
  uint32_t kept;
} nsp__sums;

/* tag[i] and word[i] = the sums of tokens[i], i < n; those for the tagger as its network takes them. The first
 * `opening` tokens open the sentence. */
void nsp__sum_rows(const nsp__model *m, const char *text, const nsp__token *tokens, uint32_t n, uint32_t opening,
                   uint8_t (*tag)[NSP__TAG_ROW], int16_t (*word)[NSP__WORD_ROW]);

#endif

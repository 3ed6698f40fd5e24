/* Brackets and quotation marks that keep what is in them together: titles and brackets of Chinese and Japanese always,
 * quotations of several sentences when the caller wants them whole.
 *
 * Sentences inside are first ended as usual; when the closing mark comes in time, they are taken back. So a mark that
 * is never closed changes nothing. Keeps: nsp__nesting. */
#ifndef NSP_SENTENCE_NESTING_H
#define NSP_SENTENCE_NESTING_H

#include "newsparse/common.h"

enum { NSP__DEEPEST_NESTING = 8, NSP__LONGEST_BRACKET = 512, NSP__LONGEST_QUOTATION = 4096 };

typedef struct nsp__nesting {
  uint32_t depth;
  struct {
    uint32_t closing;                  /* the code point that ends it */
    uint32_t at;                       /* of the opening mark */
    uint32_t limit;                    /* the closing mark must come before this */
    uint32_t sentence_count, sentence; /* of the splitter, when it was opened */
  } open[NSP__DEEPEST_NESTING];
} nsp__nesting;

struct nsp__splitter;

/* Takes note of a mark of one or several bytes at text[at]. */
void nsp__nest(struct nsp__splitter *splitter, uint32_t at);

#endif

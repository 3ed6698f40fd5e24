/* The words of a short text, a phrase of a language pack for example, cut as the tokenizer cuts running text. */
#ifndef NSP_TEXT_WORDS_H
#define NSP_TEXT_WORDS_H

#include "newsparse/common.h"

typedef struct nsp__words {
  const char *text;
  uint32_t length, at;
} nsp__words;

static inline nsp__words nsp__words_of(const char *text, size_t length) {
  nsp__words words = {text, (uint32_t)length, 0};
  return words;
}

/* The next word; false when there is none left. */
bool nsp__words_next(nsp__words *words, nsp_span *word);

#endif

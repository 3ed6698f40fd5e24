/* A treebank, brought onto the tokens of our own tokeniser.
 *
 * Our tokens need not be the treebank's words: a token that covers several words ("vice-chair", French "du") stands for
 * the one whose head lies outside of it; one that covers a part of a word hangs on the part before. Marks take no
 * part in the trees that the parser learns: what hangs on a mark is hung on the mark's head. */
#ifndef NSP_TRAIN_CORPUS_H
#define NSP_TRAIN_CORPUS_H

#include "../token.h"

#include <stddef.h>

typedef struct gold {
  uint32_t head; /* token; its own index for the root */
  uint8_t rel, fine;
  uint8_t says; /* a form of "say", "tell", "announce" ... used as a verb */
} gold;

typedef struct sentence {
  char *text;
  nsp__token *tokens;
  gold *gold;
  uint32_t length, count;
} sentence;

typedef struct corpus {
  sentence *items;
  size_t count, capacity;
} corpus;

/* Appends the sentences of a CoNLL-U file. */
void corpus_read(corpus *c, const char *path, const char *language);
sentence *corpus_add(corpus *c);
void corpus_free(corpus *c);

#endif

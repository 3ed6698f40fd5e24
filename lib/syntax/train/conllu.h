/* The words of one sentence of a CoNLL-U file. */
#ifndef NSP_TRAIN_CONLLU_H
#define NSP_TRAIN_CONLLU_H

#include <stdint.h>

enum { MOST_WORDS = 1024, MOST_TEXT = 1 << 16 };

typedef struct word {
  char *form, *lemma, *upos, *xpos, *feats, *deprel;
  int head;            /* 1-based, 0: the root */
  uint32_t start, end; /* in the sentence's text */
} word;

typedef struct block {
  word words[MOST_WORDS + 1]; /* from 1 */
  int count;
  char text[MOST_TEXT];
  uint32_t length;
} block;

/* Reads the next sentence from *at (which is cut up in place); 0 at the end. */
int block_read(block *b, char **at);

/* The value of `key` in a "A=x|B=y" list is `value`. */
int has_feat(const char *feats, const char *key_value);

/* The tagger's class and our relation for a word of a treebank. */
unsigned fine_of(const word *w, const char *language);
unsigned rel_of(const char *deprel);
/* A verb of saying, by its lemma. */
int says(const word *w);

#endif

/* Learning from a corpus, and writing what was learned as a model. */
#ifndef NSP_TRAIN_TRAIN_H
#define NSP_TRAIN_TRAIN_H

#include "../model.h"
#include "../token_inputs.h"
#include "corpus.h"
#include "net.h"
#include "params.h"

typedef struct sizes {
  unsigned sure_bits;
  unsigned least_words, least_properties; /* seen less often: unknown */
  int tag_epochs, parse_epochs, folds;
} sizes;

/* Words that have one tag only, by nsp__sure_key. */
typedef struct sure_words {
  uint32_t *keys, *seen;
  uint8_t *fine; /* + 1 */
  uint32_t count;
} sure_words;

/* Words to know the sums of, the most frequent first. */
typedef struct known_words {
  uint32_t *hash, (*key)[NSP__LETTER_INPUTS];
  uint32_t count;
} known_words;

typedef struct tag_net {
  table table;
  params conv, bias, out, out_bias;
} tag_net;

/* A sentence is left out of learning when its number is `fold` modulo `folds`; none is when fold < 0. */
int left_out(size_t sentence_no, int fold, int folds);
sure_words sure_find(const corpus *c, int fold, int folds);
void sure_free(sure_words *s);
known_words known_find(const corpus *c);
void known_free(known_words *k);
void train_tagger(tag_net *n, const corpus *c, const sizes *z, int fold);
void tag_net_free(tag_net *n);
/* Tags the sentences of the fold, or all when fold < 0, with that network; m is the model that it was exported to. */
void tag_finely(const nsp__model *m, const tag_net *n, const corpus *c, int fold, int folds);
/* tokens[].fine must hold tags as the tagger would give them. `also` are sentences of other languages. Reports on dev,
 * unless it is NULL. */
void train_parser(net *n, const corpus *c, const corpus *also, const sizes *z, const corpus *dev);

/* What all but one in so many numbers are smaller than. */
double most_of(const float *value, size_t n, double one_in);
/* A random order of the sentences. */
void shuffle(uint32_t *order, size_t count, uint64_t *chance);

/* A model blob, aligned to 64 bytes; without a net its parser knows nothing. `known` may be NULL: it only saves time.
 * Free it with free(). */
void *export_model(const sure_words *sure, const known_words *known, const tag_net *tags, const net *trees,
                   const sizes *z, const char *language, size_t *size);

typedef struct scores {
  double words, right_tag, right_fine, right_head, right_label;
  double say_subjects, right_say_subject, inverted, right_inverted;
  double say_contents, right_say_content, right_marked;
} scores;
/* Tags and parses copies of the sentences (those of the fold only, when fold >= 0) and adds to the scores. */
void measure(scores *s, const nsp__model *m, const corpus *c, int fold, int folds);
void print_scores(const scores *s, const char *title);

#endif

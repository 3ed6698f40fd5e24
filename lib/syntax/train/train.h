/* Learning from a corpus, and writing what was learned as a model. */
#ifndef NSP_TRAIN_TRAIN_H
#define NSP_TRAIN_TRAIN_H

#include "../model.h"
#include "corpus.h"
#include "learner.h"

typedef struct sizes {
    unsigned sure_bits, tag_bits, move_bits, label_bits;
    unsigned tag_updates, move_updates, label_updates; /* rows changed less often are left out */
    int tag_epochs, parse_epochs, folds;
} sizes;

/* Words that have one tag only. */
typedef struct sure_words {
    uint32_t *keys;
    uint8_t *fine; /* + 1 */
    uint32_t *seen;
    uint32_t count;
} sure_words;

sure_words sure_find(const corpus *c, int fold, int folds);
/* Their class + 1, or 0. */
unsigned sure_look_up(const sure_words *s, uint32_t key);
void sure_free(sure_words *s);

/* Learns from the sentences whose number is not `fold` modulo `folds` (all when fold < 0). */
void train_tagger(learner *l, const sure_words *sure, const corpus *c, const sizes *z, int fold);
/* tokens[].fine must hold tags as the tagger would give them. */
void train_parser(learner *moves, learner *labels, const corpus *c, const sizes *z);

/* A model blob, aligned to 64 bytes; NULL learners leave their tables empty. Free it with free(). */
void *export_model(const sure_words *sure, const learner *tags, const learner *moves, const learner *labels,
                   const sizes *z, const char *language, size_t *size);

typedef struct scores {
    double tagged, fine, right_tag, right_fine;
    double words, right_head, right_label;
    double say_subjects, right_say_subject, inverted, right_inverted;
    double say_contents, right_say_content, marked, right_marked;
} scores;
/* Tags and parses copies of the sentences (those of the fold only, when fold >= 0) and adds to the scores. */
void measure(scores *s, const nsp__model *m, const corpus *c, int fold, int folds);
void print_scores(const scores *s, const char *title);

#endif

/* An averaged perceptron over hashed features: the weights while they are being learned. */
#ifndef NSP_TRAIN_LEARNER_H
#define NSP_TRAIN_LEARNER_H

#include <stddef.h>
#include <stdint.h>

typedef struct learner {
    unsigned classes;
    uint32_t *keys;   /* open addressing: feature hash at each slot */
    uint32_t *rows;   /* row + 1 at each slot, 0: empty */
    uint32_t slots, used;
    float *weight, *total; /* classes per row */
    uint32_t *changed;     /* step of the row's last change */
    uint32_t *row_key;     /* feature hash of the row */
    uint32_t *updates;     /* how often the row was changed */
    uint32_t capacity, step;
} learner;

void learner_init(learner *l, unsigned classes);
void learner_free(learner *l);
/* Adds up the rows of the features into score (classes floats, set to 0 first). */
void learner_score(const learner *l, const uint32_t *features, unsigned n, float *score);
/* One step: the features count for `right` and against `wrong`; equal classes only pass the time. */
void learner_update(learner *l, const uint32_t *features, unsigned n, unsigned right, unsigned wrong);
/* Replaces each weight by its average over all steps. Then the learner is for reading only. */
void learner_average(learner *l);

#endif

#include "learner.h"

#include "tool.h"

#include <stdlib.h>
#include <string.h>

void learner_init(learner *l, unsigned classes)
{
    memset(l, 0, sizeof *l);
    l->classes = classes;
    l->slots = 1u << 16;
    l->keys = must(calloc(l->slots, sizeof *l->keys));
    l->rows = must(calloc(l->slots, sizeof *l->rows));
}

void learner_free(learner *l)
{
    free(l->keys), free(l->rows), free(l->weight), free(l->total);
    free(l->changed), free(l->row_key), free(l->updates);
    memset(l, 0, sizeof *l);
}

static uint32_t slot_of(const learner *l, uint32_t key)
{
    uint32_t i = (key * 0x9E3779B1u) >> 7 & (l->slots - 1);
    while (l->rows[i] && l->keys[i] != key)
        i = (i + 1) & (l->slots - 1);
    return i;
}

static void widen_slots(learner *l)
{
    free(l->keys), free(l->rows);
    l->slots *= 2;
    l->keys = must(calloc(l->slots, sizeof *l->keys));
    l->rows = must(calloc(l->slots, sizeof *l->rows));
    for (uint32_t r = 0; r < l->used; r++) {
        uint32_t i = slot_of(l, l->row_key[r]);
        l->keys[i] = l->row_key[r];
        l->rows[i] = r + 1;
    }
}

static void widen_rows(learner *l)
{
    size_t old = (size_t)l->capacity * l->classes;
    l->capacity = l->capacity ? l->capacity * 2 : 1u << 15;
    size_t now = (size_t)l->capacity * l->classes;
    l->weight = must(realloc(l->weight, now * sizeof *l->weight));
    l->total = must(realloc(l->total, now * sizeof *l->total));
    memset(l->weight + old, 0, (now - old) * sizeof *l->weight);
    memset(l->total + old, 0, (now - old) * sizeof *l->total);
    l->changed = must(realloc(l->changed, l->capacity * sizeof *l->changed));
    l->row_key = must(realloc(l->row_key, l->capacity * sizeof *l->row_key));
    l->updates = must(realloc(l->updates, l->capacity * sizeof *l->updates));
}

static uint32_t row_of(learner *l, uint32_t key)
{
    uint32_t i = slot_of(l, key);
    if (l->rows[i])
        return l->rows[i] - 1;
    if (l->used == l->capacity)
        widen_rows(l);
    uint32_t r = l->used++;
    l->row_key[r] = key;
    l->changed[r] = l->step;
    l->updates[r] = 0;
    l->keys[i] = key;
    l->rows[i] = r + 1;
    if (l->used * 2 > l->slots)
        widen_slots(l);
    return r;
}

void learner_score(const learner *l, const uint32_t *features, unsigned n, float *score)
{
    memset(score, 0, l->classes * sizeof *score);
    for (unsigned i = 0; i < n; i++) {
        uint32_t r = l->rows[slot_of(l, features[i])];
        if (!r)
            continue;
        const float *w = l->weight + (size_t)(r - 1) * l->classes;
        for (unsigned k = 0; k < l->classes; k++)
            score[k] += w[k];
    }
}

static void settle(learner *l, uint32_t r)
{
    float *w = l->weight + (size_t)r * l->classes, *t = l->total + (size_t)r * l->classes;
    float passed = (float)(l->step - l->changed[r]);
    for (unsigned k = 0; k < l->classes; k++)
        t[k] += w[k] * passed;
    l->changed[r] = l->step;
}

void learner_update(learner *l, const uint32_t *features, unsigned n, unsigned right, unsigned wrong)
{
    l->step++;
    if (right == wrong)
        return;
    for (unsigned i = 0; i < n; i++) {
        uint32_t r = row_of(l, features[i]);
        settle(l, r);
        l->weight[(size_t)r * l->classes + right] += 1;
        l->weight[(size_t)r * l->classes + wrong] -= 1;
        l->updates[r]++;
    }
}

void learner_average(learner *l)
{
    l->step++;
    for (uint32_t r = 0; r < l->used; r++) {
        settle(l, r);
        for (unsigned k = 0; k < l->classes; k++)
            l->weight[(size_t)r * l->classes + k] = l->total[(size_t)r * l->classes + k] / (float)l->step;
    }
}

/* Adding up rows of weights. The plain loops are of fixed length, so that compilers turn them into vector code. */
#ifndef NSP_SYNTAX_ROWS_H
#define NSP_SYNTAX_ROWS_H

#include "model.h"

static inline void nsp__add_tag_rows(const nsp__model *m, const uint32_t *features, unsigned n, int16_t *sum)
{
    static const nsp__tag_row zero;
    for (unsigned i = 0; i < n; i++) {
        const nsp__tag_row *row = &m->tags[features[i] & m->tag_mask];
        row = row->check == features[i] >> 16 ? row : &zero;
        for (int k = 0; k < NSP__TAG_ROW; k++)
            sum[k] = (int16_t)(sum[k] + row->weight[k]);
    }
}

static inline void nsp__add_label_rows(const nsp__model *m, const uint32_t *features, unsigned n, int16_t *sum)
{
    static const nsp__label_row zero;
    for (unsigned i = 0; i < n; i++) {
        const nsp__label_row *row = &m->labels[features[i] & m->label_mask];
        row = row->check == features[i] >> 16 ? row : &zero;
        for (int k = 0; k < NSP__LABEL_ROW; k++)
            sum[k] = (int16_t)(sum[k] + row->weight[k]);
    }
}

static inline void nsp__add_move_rows(const nsp__model *m, const uint32_t *features, unsigned n, int16_t *sum)
{
    static const nsp__move_row zero;
    for (unsigned i = 0; i < n; i++) {
        const nsp__move_row *row = &m->moves[features[i] & m->move_mask];
        row = row->check == features[i] >> 16 ? row : &zero;
        for (int k = 0; k < NSP__MOVE_ROW; k++)
            sum[k] = (int16_t)(sum[k] + row->weight[k]);
    }
}

static inline unsigned nsp__best(const int16_t *sum, unsigned n)
{
    unsigned best = 0;
    for (unsigned i = 1; i < n; i++)
        if (sum[i] > sum[best])
            best = i;
    return best;
}

#endif

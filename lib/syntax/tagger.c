#include "tagger.h"

#include "fine.h"
#include "token_inputs.h"

#include <string.h>

enum { CHUNK = 64, SIDE = NSP__TAG_WINDOW / 2 };

static void set_fine(nsp__token *k, unsigned fine)
{
    k->fine = (uint8_t)fine;
    k->tag = nsp__fine_tag[fine];
    k->feats = nsp__fine_feats[fine];
}

static void add_rows(const nsp__model *m, const char *text, const nsp__token *k, int first, int16_t *sum)
{
    uint32_t key[NSP__TOKEN_INPUTS];
    unsigned n = nsp__token_inputs(text, k, first, key);
    memset(sum, 0, NSP__TAG_ROW * sizeof *sum);
    for (unsigned i = 0; i < n; i++) {
        const int8_t *row = nsp__row_of(&m->tag_rows, key[i], NSP__TAG_ROW);
        for (unsigned j = 0; j < NSP__TAG_ROW; j++)
            sum[j] = (int16_t)(sum[j] + row[j]);
    }
}

static unsigned classify(const nsp__model *m, const int16_t *window)
{
    int32_t sum[64];
    int16_t h[NSP__TAG_WIDTH];
    unsigned best = 0;
    m->affine(sum, m->tag_conv.bias, m->tag_conv.weight, window, NSP__TAG_WINDOW * NSP__TAG_ROW, NSP__TAG_WIDTH);
    for (unsigned j = 0; j < NSP__TAG_WIDTH; j++) {
        int32_t x = sum[j] >> NSP__ROW_SHIFT;
        h[j] = (int16_t)(x < 0 ? 0 : x > INT16_MAX ? INT16_MAX : x);
    }
    m->affine(sum, m->tag_out.bias, m->tag_out.weight, h, NSP__TAG_WIDTH, NSP__TAG_LANES);
    for (unsigned i = 1; i < NSP__TAG_CLASSES; i++)
        if (sum[i] > sum[best])
            best = i;
    return best;
}

/* Tags k; row is the middle of its window. */
static void tag_token(const nsp__model *m, nsp__token *k, int first, const int16_t *window)
{
    if (k->shape & NSP__SHAPE_PUNCT) {
        k->tag = NSP__TAG_PUNCT;
        k->feats = 0;
        k->fine = (uint8_t)(FINE_MARK + k->punct);
        return;
    }
    uint32_t key = nsp__sure_key(k, first), sure = m->sure[key & m->sure_mask];
    if (sure >> 8 == key >> 8 && (sure & 0xFF))
        set_fine(k, (sure & 0xFF) - 1);
    else
        set_fine(k, classify(m, window));
}

void nsp__tag_sentence(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count)
{
    int16_t row[CHUNK + 2 * SIDE][NSP__TAG_ROW];
    uint32_t first = 0, known = 0; /* rows of the tokens before `known` are there */
    while (first < count && (tokens[first].shape & NSP__SHAPE_PUNCT))
        first++;
    memset(row, 0, SIDE * sizeof *row);
    for (uint32_t at = 0; at < count; at += CHUNK) {
        uint32_t end = count - at < CHUNK ? count : at + CHUNK;
        if (at > 0)
            memmove(row, row + CHUNK, 2 * SIDE * sizeof *row);
        for (; known < end + SIDE; known++) {
            int16_t *place = row[known - at + SIDE];
            if (known < count)
                add_rows(m, text, &tokens[known], known <= first, place);
            else
                memset(place, 0, sizeof *row);
        }
        for (uint32_t i = at; i < end; i++)
            tag_token(m, &tokens[i], i <= first, row[i - at]);
    }
}

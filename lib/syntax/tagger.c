#include "tagger.h"

#include "rows.h"
#include "tag_features.h"

#include <string.h>

static void set_fine(nsp__token *k, unsigned fine)
{
    k->fine = (uint8_t)fine;
    k->tag = nsp__fine_tag[fine];
    k->feats = nsp__fine_feats[fine];
}

static unsigned classify(const nsp__model *m, const nsp__tag_view v[5], uint32_t t1, uint32_t t2)
{
    uint32_t key = nsp__sure_key(&v[2]), row = m->sure[key & m->sure_mask];
    if (row >> 8 == key >> 8 && row & 0xFF)
        return (row & 0xFF) - 1;
    uint32_t features[NSP__TAG_FEATURES];
    int16_t sum[NSP__TAG_ROW] = {0};
    nsp__add_tag_rows(m, features, nsp__tag_features(v, t1, t2, features), sum);
    return nsp__best(sum, NSP__TAG_ROW);
}

void nsp__tag_sentence(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count)
{
    static const nsp__tag_view outside = {1, 1, 1, 1, 1};
    nsp__tag_view v[5] = {outside, outside, outside, outside, outside};
    uint32_t t1 = FINE_NULL, t2 = FINE_NULL;
    int first = 1;
    for (uint32_t i = 0; i < count + 2; i++) {
        v[0] = v[1], v[1] = v[2], v[2] = v[3], v[3] = v[4];
        v[4] = outside;
        if (i < count) {
            v[4] = nsp__tag_view_of(text, &tokens[i], first);
            first = first && (tokens[i].shape & NSP__SHAPE_PUNCT);
        }
        if (i < 2)
            continue;
        nsp__token *k = &tokens[i - 2];
        t2 = t1;
        if (k->shape & NSP__SHAPE_PUNCT) {
            k->tag = NSP__TAG_PUNCT;
            k->feats = 0;
            k->fine = (uint8_t)(t1 = FINE_MARK + k->punct);
        } else {
            set_fine(k, t1 = classify(m, v, t1, t2));
        }
    }
}

/* What the tagger looks at. Used by tagger.c and by the training program, so that both see the same. */
#ifndef NSP_SYNTAX_TAG_FEATURES_H
#define NSP_SYNTAX_TAG_FEATURES_H

#include "atoms.h"
#include "fine.h"
#include "token.h"

enum { NSP__TAG_FEATURES = 24 };

/* A word as the features see it. */
typedef struct nsp__tag_view {
    uint32_t word, suffix3, suffix2, prefix;
    uint32_t shape;
} nsp__tag_view;

static inline uint32_t nsp__letter(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? c + 32u : c >= '0' && c <= '9' ? '0' : c;
}

/* Hashes of the last two and three characters and of the first. At most 12 bytes are looked at from each end. */
static inline nsp__tag_view nsp__tag_view_of(const char *text, const nsp__token *k, int first)
{
    const unsigned char *s = (const unsigned char *)text + k->start, *end = (const unsigned char *)text + k->end;
    const unsigned char *p = end;
    nsp__tag_view v;
    uint32_t h = 7;
    int chars = 0;
    v.word = k->shape & NSP__SHAPE_NUMBER ? (uint32_t)(k->end - k->start < 5 ? k->end - k->start : 5) : k->hash;
    v.suffix2 = 0;
    while (p > s && chars < 3 && end - p < 12) {
        p--;
        h = (h ^ nsp__letter(*p)) * 0x01000193u;
        if ((*p & 0xC0) != 0x80 && ++chars == 2)
            v.suffix2 = h;
    }
    v.suffix3 = h + (uint32_t)chars;
    if (chars < 2)
        v.suffix2 = h;
    h = nsp__letter(*s);
    for (p = s + 1; p < end && (*p & 0xC0) == 0x80 && p - s < 4; p++)
        h = h << 8 | *p;
    v.prefix = h;
    v.shape = (k->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_ALL_CAPS | NSP__SHAPE_DIGIT | NSP__SHAPE_NUMBER))
        | (k->shape & NSP__SHAPE_JOINED ? 32u : 0) | (k->shape & NSP__SHAPE_WEB ? 64u : 0) | (first ? 128u : 0)
        | (k->shape & NSP__SHAPE_SYMBOL ? 256u : 0);
    return v;
}

/* Key of the sure words: a capital tells "May" from "may", but not at the start. */
static inline uint32_t nsp__sure_key(const nsp__tag_view *v)
{
    uint32_t capital = v->shape & 128 ? 2 : v->shape & NSP__SHAPE_CAPITAL;
    return nsp__feature(99, nsp__times(0, v->word) + nsp__times(1, capital));
}

/* v[0..4]: the words from two before to two after; t1, t2: the classes of the two before. */
static inline unsigned nsp__tag_features(const nsp__tag_view v[5], uint32_t t1, uint32_t t2, uint32_t *out)
{
    const uint64_t w = nsp__times(0, v[2].word), before = nsp__times(1, v[1].word), after = nsp__times(2, v[3].word);
    const uint64_t s3 = nsp__times(3, v[2].suffix3), s2 = nsp__times(4, v[2].suffix2), shape = nsp__times(5, v[2].shape);
    const uint64_t tag1 = nsp__times(6, t1), tag2 = nsp__times(7, t2);
    const uint64_t next3 = nsp__times(8, v[3].suffix3), next_shape = nsp__times(10, v[3].shape);
    unsigned n = 0;
    out[n++] = nsp__feature(0, w);
    out[n++] = nsp__feature(1, w + shape);
    out[n++] = nsp__feature(2, s3 + shape);
    out[n++] = nsp__feature(3, s3);
    out[n++] = nsp__feature(4, s2 + shape);
    out[n++] = nsp__feature(5, nsp__times(9, v[2].prefix) + s2);
    out[n++] = nsp__feature(6, before);
    out[n++] = nsp__feature(7, after);
    out[n++] = nsp__feature(8, nsp__times(11, v[0].word));
    out[n++] = nsp__feature(9, nsp__times(12, v[4].word));
    out[n++] = nsp__feature(10, tag1 + shape);
    out[n++] = nsp__feature(11, tag1 + tag2);
    out[n++] = nsp__feature(12, tag1 + w);
    out[n++] = nsp__feature(13, tag1 + tag2 + w);
    out[n++] = nsp__feature(14, before + w);
    out[n++] = nsp__feature(15, w + after);
    out[n++] = nsp__feature(16, tag1 + s3);
    out[n++] = nsp__feature(17, next3 + w);
    out[n++] = nsp__feature(18, next3 + s2 + tag1);
    out[n++] = nsp__feature(19, shape + next_shape + tag1);
    out[n++] = nsp__feature(20, nsp__times(13, v[1].suffix3) + s2);
    out[n++] = nsp__feature(21, after + tag1);
    out[n++] = nsp__feature(22, nsp__times(8, v[3].suffix2) + tag1);
    return n;
}

#endif

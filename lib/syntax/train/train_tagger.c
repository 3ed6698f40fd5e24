#include "train.h"

#include "../tag_features.h"
#include "../tagger.h"
#include "tool.h"

#include <stdlib.h>
#include <string.h>

enum { SURE_SEEN = 8 };         /* times a word must have been seen to be sure of */
static const double sure_share = 0.995;

static int left_out(size_t sentence_no, int fold, int folds)
{
    return fold >= 0 && sentence_no % (size_t)folds == (size_t)fold;
}

typedef struct seen_word {
    uint32_t key, fine;
} seen_word;

static int by_key(const void *a, const void *b)
{
    const seen_word *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->fine < y->fine ? -1 : x->fine > y->fine;
}

static seen_word *see_words(const corpus *c, int fold, int folds, size_t *count)
{
    size_t cap = 0;
    for (size_t i = 0; i < c->count; i++)
        cap += c->items[i].count;
    seen_word *seen = must(malloc((cap + 1) * sizeof *seen));
    *count = 0;
    for (size_t i = 0; i < c->count; i++) {
        const sentence *s = &c->items[i];
        int first = 1;
        for (uint32_t t = 0; t < s->count && !left_out(i, fold, folds); t++) {
            if (s->tokens[t].shape & NSP__SHAPE_PUNCT)
                continue;
            nsp__tag_view v = nsp__tag_view_of(s->text, &s->tokens[t], first);
            seen[(*count)++] = (seen_word){nsp__sure_key(&v), s->gold[t].fine};
            first = 0;
        }
    }
    qsort(seen, *count, sizeof *seen, by_key);
    return seen;
}

sure_words sure_find(const corpus *c, int fold, int folds)
{
    size_t n;
    seen_word *seen = see_words(c, fold, folds, &n);
    sure_words s = {must(malloc((n + 1) * sizeof(uint32_t))), must(malloc(n + 1)), must(malloc((n + 1) * sizeof(uint32_t))), 0};
    for (size_t i = 0, j; i < n; i = j) {
        size_t best = 0, best_at = i, run = 0;
        for (j = i; j < n && seen[j].key == seen[i].key; j++) {
            run = j > i && seen[j].fine == seen[j - 1].fine ? run + 1 : 1;
            if (run > best)
                best = run, best_at = j;
        }
        if (j - i < SURE_SEEN || (double)best < sure_share * (double)(j - i))
            continue;
        s.keys[s.count] = seen[i].key;
        s.fine[s.count] = (uint8_t)(seen[best_at].fine + 1);
        s.seen[s.count++] = (uint32_t)(j - i);
    }
    free(seen);
    return s;
}

unsigned sure_look_up(const sure_words *s, uint32_t key)
{
    uint32_t low = 0, high = s->count;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (s->keys[mid] < key)
            low = mid + 1;
        else
            high = mid;
    }
    return low < s->count && s->keys[low] == key ? s->fine[low] : 0;
}

void sure_free(sure_words *s)
{
    free(s->keys), free(s->fine), free(s->seen);
}

static unsigned best_of(const float *score, unsigned n)
{
    unsigned best = 0;
    for (unsigned i = 1; i < n; i++)
        if (score[i] > score[best])
            best = i;
    return best;
}

static void learn_sentence(learner *l, const sure_words *sure, const sentence *s)
{
    static const nsp__tag_view outside = {1, 1, 1, 1, 1};
    nsp__tag_view *view = must(malloc((s->count + 4) * sizeof *view));
    uint32_t t1 = FINE_NULL, t2 = FINE_NULL;
    int first = 1;
    view[0] = view[1] = view[s->count + 2] = view[s->count + 3] = outside;
    for (uint32_t i = 0; i < s->count; i++) {
        view[i + 2] = nsp__tag_view_of(s->text, &s->tokens[i], first);
        first = first && (s->tokens[i].shape & NSP__SHAPE_PUNCT);
    }
    for (uint32_t i = 0; i < s->count; i++) {
        unsigned tag, known = sure_look_up(sure, nsp__sure_key(&view[i + 2]));
        if (s->tokens[i].shape & NSP__SHAPE_PUNCT) {
            tag = FINE_MARK + s->tokens[i].punct;
        } else if (known) {
            tag = known - 1;
        } else {
            uint32_t features[NSP__TAG_FEATURES];
            float score[NSP__TAG_ROW];
            unsigned n = nsp__tag_features(&view[i], t1, t2, features);
            learner_score(l, features, n, score);
            tag = best_of(score, NSP__TAG_ROW);
            learner_update(l, features, n, s->gold[i].fine, tag);
        }
        t2 = t1;
        t1 = tag;
    }
    free(view);
}

/* The same sentence as a heading might have it: all capitals, or none. */
static void learn_recased(learner *l, const sure_words *sure, const sentence *s, int capitals)
{
    sentence copy = *s;
    copy.tokens = must(malloc((s->count + 1) * sizeof *copy.tokens));
    memcpy(copy.tokens, s->tokens, s->count * sizeof *copy.tokens);
    for (uint32_t i = 0; i < s->count; i++) {
        nsp__token *k = &copy.tokens[i];
        if ((k->shape & (NSP__SHAPE_PUNCT | NSP__SHAPE_NUMBER | NSP__SHAPE_SYMBOL)) || s->text[k->start] == '\'')
            continue;
        k->shape &= (uint16_t)~(NSP__SHAPE_CAPITAL | NSP__SHAPE_ALL_CAPS);
        if (capitals == 1 || (capitals == 2 && k->end - k->start > 3))
            k->shape |= NSP__SHAPE_CAPITAL;
        if (capitals == 1 && k->end - k->start > 1)
            k->shape |= NSP__SHAPE_ALL_CAPS;
    }
    learn_sentence(l, sure, &copy);
    free(copy.tokens);
}

void train_tagger(learner *l, const sure_words *sure, const corpus *c, const sizes *z, int fold)
{
    uint64_t chance = 17;
    uint32_t *order = must(malloc(c->count * sizeof *order));
    for (uint32_t i = 0; i < c->count; i++)
        order[i] = i;
    for (int epoch = 0; epoch < z->tag_epochs; epoch++) {
        for (uint32_t i = (uint32_t)c->count - 1; i > 0; i--) {
            uint32_t j = random_next(&chance) % (i + 1), o = order[i];
            order[i] = order[j], order[j] = o;
        }
        for (size_t i = 0; i < c->count; i++) {
            if (left_out(order[i], fold, z->folds))
                continue;
            learn_sentence(l, sure, &c->items[order[i]]);
            uint32_t dice = random_next(&chance) % 100;
            if (dice < 9)
                learn_recased(l, sure, &c->items[order[i]], (int)(dice % 3));
        }
    }
    free(order);
    learner_average(l);
}

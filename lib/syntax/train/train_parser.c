#include "train.h"

#include "../parser_state.h"
#include "../tags.h"
#include "tool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The gold tree over the words that the parser sees: heads are word numbers, n + 1 the root. */
typedef struct tree {
    uint16_t head[NSP__PARSE_WORDS + 2];
    uint8_t rel[NSP__PARSE_WORDS + 2];
} tree;

typedef struct trainer {
    learner *moves, *labels;
    nsp__parser p;
    tree gold;
    uint64_t chance;
    int epoch;
} trainer;

static void set_tree(trainer *t, const sentence *s)
{
    uint16_t *word_of = must(calloc(s->count + 1, sizeof *word_of));
    for (unsigned i = 1; i <= t->p.n; i++)
        word_of[t->p.w[i].token] = (uint16_t)i;
    for (unsigned i = 1; i <= t->p.n; i++) {
        const gold *g = &s->gold[t->p.w[i].token];
        t->gold.head[i] = g->head == t->p.w[i].token ? (uint16_t)(t->p.n + 1) : word_of[g->head];
        t->gold.rel[i] = g->rel;
    }
    t->gold.head[0] = t->gold.head[t->p.n + 1] = 0;
    free(word_of);
}

/* How many gold arcs can no longer be had after the move (Goldberg and Nivre 2013). */
static unsigned cost_of(const trainer *t, unsigned move)
{
    const nsp__parser *p = &t->p;
    const uint16_t *head = t->gold.head;
    unsigned s0 = nsp__parse_top(p, 0), b0 = p->next, cost = 0;
    if (move == NSP__SHIFT) {
        for (unsigned k = 0; k < p->depth; k++) {
            unsigned w = p->stack[p->depth - 1 - k];
            cost += head[w] == b0;
            cost += k > 0 && head[b0] == w;
        }
        return cost;
    }
    for (unsigned d = b0; d <= p->n; d++)
        cost += head[d] == s0;
    if (move == NSP__LEFT)
        return cost + (head[s0] > b0 || (p->depth > 1 && head[s0] == nsp__parse_top(p, 1)));
    return cost + (head[s0] >= b0);
}

static void learn_move(trainer *t, unsigned *done)
{
    uint32_t features[NSP__MOVE_FEATURES];
    float score[NSP__MOVE_ROW];
    unsigned open = nsp__parse_open(&t->p), least = UINT32_MAX, cost[NSP__MOVE_ROW];
    for (unsigned k = 0; k < NSP__MOVE_ROW; k++) {
        cost[k] = open >> k & 1 ? cost_of(t, k) : UINT32_MAX;
        least = cost[k] < least ? cost[k] : least;
    }
    unsigned n = nsp__move_features(&t->p, features), best = 3, right = 3;
    learner_score(t->moves, features, n, score);
    for (unsigned k = 0; k < NSP__MOVE_ROW; k++) {
        if (cost[k] == UINT32_MAX)
            continue;
        if (best == 3 || score[k] > score[best])
            best = k;
        if (cost[k] == least && (right == 3 || score[k] > score[right]))
            right = k;
    }
    if ((open & (open - 1)) != 0)
        learner_update(t->moves, features, n, right, best);
    *done = t->epoch > 0 && random_next(&t->chance) % 10 ? best : right;
}

static void learn_label(trainer *t, unsigned d)
{
    uint32_t features[NSP__LABEL_FEATURES];
    float score[NSP__LABEL_ROW];
    unsigned h = t->p.w[d].head, rel = NSP__REL_ROOT;
    if (h != t->p.n + 1) {
        unsigned n = nsp__label_features(&t->p, h, d, features), best = NSP__REL_NSUBJ - 1;
        learner_score(t->labels, features, n, score);
        for (unsigned k = best; k < NSP__LABEL_ROW; k++)
            if (score[k] > score[best])
                best = k;
        int known = t->gold.head[d] == h && t->gold.rel[d] != NSP__REL_ROOT;
        if (known)
            learner_update(t->labels, features, n, t->gold.rel[d] - 1u, best);
        rel = known && (t->epoch == 0 || random_next(&t->chance) % 10 == 0) ? t->gold.rel[d] : best + 1;
    }
    nsp__parse_relate(&t->p, d, rel);
}

static void subtree(const trainer *t, unsigned of, unsigned *left, unsigned *right)
{
    *left = *right = of;
    for (unsigned i = 1; i <= t->p.n; i++) {
        unsigned at = i, steps = 0;
        while (at != of && at <= t->p.n && steps++ <= t->p.n)
            at = t->gold.head[at];
        if (at != of)
            continue;
        *left = i < *left ? i : *left;
        *right = i > *right ? i : *right;
    }
}

/* News quotes far more than a web treebank: put quotation marks around what is said without "that". */
static void quote_contents(trainer *t, const sentence *s)
{
    for (unsigned i = 1; i <= t->p.n; i++) {
        unsigned h = t->gold.head[i], left, right;
        if (h == t->p.n + 1 || !s->gold[t->p.w[h].token].says)
            continue;
        if (t->gold.rel[i] != NSP__REL_CCOMP && t->gold.rel[i] != NSP__REL_PARATAXIS)
            continue;
        subtree(t, i, &left, &right);
        if (left <= h && h <= right)
            continue;
        if (s->gold[t->p.w[left].token].rel == NSP__REL_MARK) {
            if (random_next(&t->chance) % 3 || left == right)
                continue;
            left++; /* that “we will” */
        }
        t->p.w[left].gap |= GAP_OPEN_QUOTE;
        t->p.w[right + 1].gap |= GAP_CLOSE_QUOTE;
        for (unsigned k = left; k <= t->p.n + 1; k++)
            t->p.w[k].region = (uint8_t)(t->p.w[k].region + (k <= right ? 1 : 2));
    }
}

static void drop_quotes(trainer *t)
{
    for (unsigned i = 1; i <= t->p.n + 1; i++) {
        t->p.w[i].gap &= (uint8_t)~(GAP_OPEN_QUOTE | GAP_CLOSE_QUOTE);
        t->p.w[i].region = 0;
    }
}

static void vary_marks(trainer *t, const sentence *s)
{
    uint32_t dice = random_next(&t->chance) % 100;
    int quoted = 0;
    for (unsigned i = 1; i <= t->p.n + 1; i++)
        quoted |= t->p.w[i].gap & (GAP_OPEN_QUOTE | GAP_CLOSE_QUOTE);
    if (quoted && dice < 30)
        drop_quotes(t);
    else if (!quoted && dice < 50)
        quote_contents(t, s);
    if (random_next(&t->chance) % 10 == 0)
        t->p.w[t->p.n + 1].gap &= (uint8_t)~GAP_OTHER;
}

static void learn_sentence(trainer *t, const sentence *s)
{
    if (nsp__parse_begin(&t->p, s->tokens, 0, s->count) != s->count || t->p.n < 2)
        return;
    set_tree(t, s);
    if (t->epoch > 0)
        vary_marks(t, s);
    while (t->p.next <= t->p.n || t->p.depth > 0) {
        unsigned move;
        learn_move(t, &move);
        unsigned d = nsp__parse_move(&t->p, move);
        if (d)
            learn_label(t, d);
    }
}

void train_parser(learner *moves, learner *labels, const corpus *c, const sizes *z)
{
    trainer *t = must(calloc(1, sizeof *t));
    uint32_t *order = must(malloc(c->count * sizeof *order));
    t->moves = moves, t->labels = labels, t->chance = 23;
    for (uint32_t i = 0; i < c->count; i++)
        order[i] = i;
    for (t->epoch = 0; t->epoch < z->parse_epochs; t->epoch++) {
        for (uint32_t i = (uint32_t)c->count - 1; i > 0; i--) {
            uint32_t j = random_next(&t->chance) % (i + 1), o = order[i];
            order[i] = order[j], order[j] = o;
        }
        for (size_t i = 0; i < c->count; i++)
            learn_sentence(t, &c->items[order[i]]);
    }
    learner_average(moves);
    learner_average(labels);
    free(order), free(t);
}

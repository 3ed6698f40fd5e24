#include "parser.h"

#include "rows.h"

#include <string.h>

static unsigned gap_of(const nsp__token *k)
{
    if (k->shape & NSP__SHAPE_QUOTE)
        return k->shape & NSP__SHAPE_OPEN_QUOTE ? GAP_OPEN_QUOTE : GAP_CLOSE_QUOTE;
    if (k->shape & NSP__SHAPE_BRACKET)
        return k->shape & NSP__SHAPE_OPEN_BRACKET ? GAP_OPEN_BRACKET : GAP_CLOSE_BRACKET;
    if (k->shape & NSP__SHAPE_DASH)
        return GAP_DASH;
    switch (k->punct) {
    case NSP__MARK_COMMA: return GAP_COMMA;
    case NSP__MARK_COLON: case NSP__MARK_SEMICOLON: return GAP_COLON;
    default: return GAP_OTHER;
    }
}

static void set_word(nsp__parse_word *w, uint32_t word, unsigned fine, unsigned gap, unsigned region)
{
    memset(w, 0, sizeof *w);
    w->word = word;
    w->fine = (uint8_t)fine;
    w->gap = (uint8_t)gap;
    w->region = (uint8_t)region;
}

/* A piece that is full goes back to the last mark among its last words, to be cut where a clause may end. */
static uint32_t step_back(nsp__parser *p, uint32_t at)
{
    for (uint32_t i = p->n; i > p->n - NSP__PARSE_WORDS / 4; i--)
        if (p->w[i].gap) {
            p->n = i - 1;
            return p->w[i].token;
        }
    return at;
}

uint32_t nsp__parse_begin(nsp__parser *p, const nsp__token *tokens, uint32_t from, uint32_t to)
{
    unsigned gap = 0, region = 0;
    p->depth = p->n = 0;
    p->next = 1;
    set_word(&p->w[0], 2, FINE_NULL, 0, 0);
    uint32_t i = from;
    for (; i < to; i++) {
        const nsp__token *k = &tokens[i];
        if (k->shape & NSP__SHAPE_PUNCT) {
            gap |= gap_of(k);
            region += (k->shape & NSP__SHAPE_QUOTE) != 0;
            continue;
        }
        if (p->n == NSP__PARSE_WORDS) {
            i = step_back(p, i);
            break;
        }
        nsp__parse_word *w = &p->w[++p->n];
        set_word(w, k->shape & NSP__SHAPE_NUMBER ? 5 : k->hash, k->fine, gap, region);
        w->token = i;
        gap = 0;
    }
    set_word(&p->w[p->n + 1], 3, FINE_ROOT, gap, region);
    return i;
}

static unsigned choose_move(const nsp__model *m, const nsp__parser *p)
{
    unsigned open = nsp__parse_open(p), best = 3;
    if ((open & (open - 1)) == 0) /* one way only */
        return open == 1u << NSP__SHIFT ? NSP__SHIFT : open == 1u << NSP__LEFT ? NSP__LEFT : NSP__RIGHT;
    uint32_t features[NSP__MOVE_FEATURES];
    int16_t sum[4] = {0};
    nsp__add_move_rows(m, features, nsp__move_features(p, features), sum);
    for (unsigned k = 0; k < NSP__MOVE_ROW; k++)
        if ((open >> k & 1) && (best == 3 || sum[k] > sum[best]))
            best = k;
    return best;
}

static unsigned choose_label(const nsp__model *m, const nsp__parser *p, unsigned h, unsigned d)
{
    if (h == p->n + 1)
        return NSP__REL_ROOT;
    uint32_t features[NSP__LABEL_FEATURES];
    int16_t sum[NSP__LABEL_ROW] = {0};
    nsp__add_label_rows(m, features, nsp__label_features(p, h, d, features), sum);
    sum[NSP__REL_ROOT - 1] = INT16_MIN;
    return nsp__best(sum, NSP__LABEL_ROW) + 1;
}

/* Parses the words taken up. Returns the token of the root. */
static uint32_t parse_piece(const nsp__model *m, nsp__parser *p, nsp__token *tokens)
{
    while (p->next <= p->n || p->depth > 0) {
        unsigned d = nsp__parse_move(p, choose_move(m, p));
        if (d)
            nsp__parse_relate(p, d, choose_label(m, p, p->w[d].head, d));
    }
    uint32_t root = 0;
    for (unsigned i = 1; i <= p->n; i++) {
        const nsp__parse_word *w = &p->w[i];
        int is_root = w->head == p->n + 1;
        tokens[w->token].head = is_root ? w->token : p->w[w->head].token;
        tokens[w->token].rel = w->rel;
        if (is_root)
            root = w->token;
    }
    return root;
}

/* The highest word above `at` that still lies on its side of the place of a mark. */
static uint32_t climb(const nsp__token *tokens, uint32_t at, uint32_t mark)
{
    while (tokens[at].head != at && (tokens[at].head < mark) == (at < mark))
        at = tokens[at].head;
    return at;
}

/* Where the marks tokens[from .. to) between the words left and right go; UINT32_MAX: no word there. */
static void hang_marks(nsp__token *tokens, uint32_t from, uint32_t to, uint32_t left, uint32_t right)
{
    uint32_t a = left, b = right;
    if (left != UINT32_MAX)
        a = climb(tokens, left, from);
    if (right != UINT32_MAX)
        b = climb(tokens, right, from);
    int a_depends = a != UINT32_MAX && tokens[a].head != a, b_depends = b != UINT32_MAX && tokens[b].head != b;
    for (uint32_t i = from; i < to; i++) {
        int closes = tokens[i].shape & (NSP__SHAPE_CLOSE_QUOTE | NSP__SHAPE_CLOSE_BRACKET);
        uint32_t head = a == UINT32_MAX ? b : b == UINT32_MAX ? a : closes && a_depends ? a : b_depends ? b : a;
        tokens[i].head = head;
        tokens[i].rel = NSP__REL_PUNCT;
    }
}

static void hang_all_marks(nsp__token *tokens, uint32_t count)
{
    uint32_t left = UINT32_MAX;
    for (uint32_t i = 0; i < count;) {
        if (!(tokens[i].shape & NSP__SHAPE_PUNCT)) {
            left = i++;
            continue;
        }
        uint32_t from = i;
        while (i < count && (tokens[i].shape & NSP__SHAPE_PUNCT))
            i++;
        hang_marks(tokens, from, i, left, i < count ? i : UINT32_MAX);
    }
}

void nsp__parse_sentence(const nsp__model *m, nsp__token *tokens, uint32_t count, nsp__parser *p)
{
    uint32_t root = UINT32_MAX;
    for (uint32_t at = 0; at < count;) {
        at = nsp__parse_begin(p, tokens, at, count);
        if (p->n == 0)
            break;
        uint32_t piece = parse_piece(m, p, tokens);
        if (root == UINT32_MAX) {
            root = piece;
        } else {
            tokens[piece].head = root;
            tokens[piece].rel = NSP__REL_PARATAXIS;
        }
    }
    if (root != UINT32_MAX) {
        hang_all_marks(tokens, count);
        return;
    }
    for (uint32_t i = 0; i < count; i++) { /* nothing but marks */
        tokens[i].head = 0;
        tokens[i].rel = i ? NSP__REL_PUNCT : NSP__REL_ROOT;
    }
}

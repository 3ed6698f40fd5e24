#include "train.h"

#include "tool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A row's say in decisions: the spread of its weights, by how often it was needed. */
static double worth(const learner *l, uint32_t r)
{
    const float *w = l->weight + (size_t)r * l->classes;
    double sum = 0;
    for (unsigned k = 0; k < l->classes; k++)
        sum += fabs((double)w[k]);
    return sum * sqrt((double)l->updates[r]);
}

static int by_size(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* So that all but a few weights fit into `most`; those few are cut off at it. */
static double scale_of(const learner *l, double most, double share)
{
    size_t n = (size_t)l->used * l->classes, used = 0;
    float *size = must(malloc((n + 1) * sizeof *size));
    for (size_t i = 0; i < n; i++)
        if (l->weight[i] != 0)
            size[used++] = fabsf(l->weight[i]);
    qsort(size, used, sizeof *size, by_size);
    double top = used ? (double)size[(size_t)((double)(used - 1) * share)] : 1;
    free(size);
    return most / top;
}

/* Chooses the row for each slot of a table of 1 << bits. slot[i] is a row + 1, or 0. */
static uint32_t *choose_rows(const learner *l, unsigned bits, unsigned least)
{
    uint32_t mask = (1u << bits) - 1, *slot = must(calloc((size_t)mask + 1, sizeof *slot));
    for (uint32_t r = 0; r < l->used; r++) {
        uint32_t *at = &slot[l->row_key[r] & mask];
        if (l->updates[r] >= least && (*at == 0 || worth(l, r) > worth(l, *at - 1)))
            *at = r + 1;
    }
    return slot;
}

static double clip(double x, double most)
{
    x = x < -most ? -most : x > most ? most : x;
    return floor(x + 0.5);
}

static void fill_bytes(unsigned char *rows, size_t row_size, const learner *l, unsigned bits, unsigned least)
{
    if (!l)
        return;
    uint32_t *slot = choose_rows(l, bits, least);
    double scale = scale_of(l, 127, 0.9997);
    for (size_t i = 0; i < (size_t)1 << bits; i++) {
        if (!slot[i])
            continue;
        const float *w = l->weight + (size_t)(slot[i] - 1) * l->classes;
        uint16_t check = (uint16_t)(l->row_key[slot[i] - 1] >> 16);
        for (unsigned k = 0; k < l->classes; k++)
            ((int8_t *)rows)[i * row_size + k] = (int8_t)clip((double)w[k] * scale, 127);
        memcpy(rows + i * row_size + row_size - 2, &check, 2);
    }
    free(slot);
}

static void fill_moves(nsp__move_row *rows, const learner *l, unsigned bits, unsigned least)
{
    if (!l)
        return;
    uint32_t *slot = choose_rows(l, bits, least);
    double scale = scale_of(l, NSP__MOVE_MAX, 0.9997);
    for (size_t i = 0; i < (size_t)1 << bits; i++) {
        if (!slot[i])
            continue;
        for (unsigned k = 0; k < NSP__MOVE_ROW; k++)
            rows[i].weight[k] = (int16_t)clip((double)l->weight[(size_t)(slot[i] - 1) * NSP__MOVE_ROW + k] * scale, NSP__MOVE_MAX);
        rows[i].check = (uint16_t)(l->row_key[slot[i] - 1] >> 16);
    }
    free(slot);
}

static void fill_sure(nsp__sure_row *rows, const sure_words *s, unsigned bits)
{
    uint32_t mask = (1u << bits) - 1;
    uint32_t *seen = must(calloc((size_t)mask + 1, sizeof *seen));
    for (uint32_t i = 0; s && i < s->count; i++) {
        uint32_t at = s->keys[i] & mask;
        if (s->seen[i] <= seen[at])
            continue;
        seen[at] = s->seen[i];
        rows[at] = (s->keys[i] & ~0xFFu) | s->fine[i];
    }
    free(seen);
}

static size_t round_up(size_t n)
{
    return (n + 63) & ~(size_t)63;
}

void *export_model(const sure_words *sure, const learner *tags, const learner *moves, const learner *labels,
                   const sizes *z, const char *language, size_t *size)
{
    nsp__model_head head = {.magic = "NSPSYNTX", .version = NSP__MODEL_VERSION};
    unsigned sb = z->sure_bits, tb = z->tag_bits, mb = moves ? z->move_bits : 0, lb = labels ? z->label_bits : 0;
    size_t sure_at = round_up(sizeof head), tags_at = round_up(sure_at + (sizeof(nsp__sure_row) << sb));
    size_t moves_at = round_up(tags_at + (sizeof(nsp__tag_row) << tb));
    size_t labels_at = round_up(moves_at + (sizeof(nsp__move_row) << mb));
    *size = labels_at + (sizeof(nsp__label_row) << lb);
    unsigned char *blob = must(aligned_alloc(64, round_up(*size)));
    memset(blob, 0, round_up(*size));
    fill_sure((nsp__sure_row *)(void *)(blob + sure_at), sure, sb);
    fill_bytes(blob + tags_at, sizeof(nsp__tag_row), tags, tb, z->tag_updates);
    fill_moves((nsp__move_row *)(void *)(blob + moves_at), moves, mb, z->move_updates);
    fill_bytes(blob + labels_at, sizeof(nsp__label_row), labels, lb, z->label_updates);
    head.size = (uint32_t)*size;
    head.sure_bits = (uint8_t)sb, head.tag_bits = (uint8_t)tb;
    head.move_bits = (uint8_t)mb, head.label_bits = (uint8_t)lb;
    strncpy(head.language, language, sizeof head.language - 1);
    head.checksum = nsp__model_checksum(blob + sizeof head, *size - sizeof head);
    memcpy(blob, &head, sizeof head);
    return blob;
}

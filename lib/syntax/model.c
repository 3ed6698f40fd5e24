#include "model.h"

#include <string.h>

enum { MOST_BITS = 22 };

uint32_t nsp__model_checksum(const unsigned char *bytes, size_t len)
{
    uint64_t h = 0x243F6A8885A308D3u;
    for (size_t i = 0; i + 8 <= len; i += 8) {
        uint64_t x;
        memcpy(&x, bytes + i, 8);
        h = (h ^ x) * 0x9E3779B97F4A7C15u;
        h ^= h >> 32;
    }
    return (uint32_t)h;
}

/* Takes the next table out of the blob; NULL when it would reach past the end. */
static const void *take(const unsigned char *blob, size_t size, size_t *at, unsigned bits, size_t row, uint32_t *mask)
{
    if (bits > MOST_BITS)
        return NULL;
    size_t start = (*at + 63) & ~(size_t)63, len = row << bits;
    if (start > size || len > size - start)
        return NULL;
    *at = start + len;
    *mask = (1u << bits) - 1;
    return blob + start;
}

int nsp__model_open(nsp__model *m, const void *bytes, size_t size)
{
    const unsigned char *blob = bytes;
    nsp__model_head head;
    nsp__model found;
    size_t at = sizeof head;
    if (!blob || size < sizeof head || ((uintptr_t)blob & 7))
        return 0;
    memcpy(&head, blob, sizeof head);
    if (memcmp(head.magic, "NSPSYNTX", 8) != 0 || head.version != NSP__MODEL_VERSION || head.size != size)
        return 0; /* a machine of the other byte order sees another version here */
    found.sure = take(blob, size, &at, head.sure_bits, sizeof *found.sure, &found.sure_mask);
    found.tags = found.sure ? take(blob, size, &at, head.tag_bits, sizeof *found.tags, &found.tag_mask) : NULL;
    found.moves = found.tags ? take(blob, size, &at, head.move_bits, sizeof *found.moves, &found.move_mask) : NULL;
    found.labels = found.moves ? take(blob, size, &at, head.label_bits, sizeof *found.labels, &found.label_mask) : NULL;
    if (!found.labels || at != size)
        return 0;
    if (nsp__model_checksum(blob + sizeof head, size - sizeof head) != head.checksum)
        return 0;
    *m = found;
    return 1;
}

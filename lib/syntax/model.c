#include "model.h"

#include "token_inputs.h"

#include <string.h>

enum { MOST_BITS = 18, MOST_ROWS = 0xFFFF };

uint32_t nsp__model_checksum(const unsigned char *bytes, size_t len) {
  uint64_t h = 0x243F6A8885A308D3u;
  for (size_t i = 0; i + 8 <= len; i += 8) {
    uint64_t x;
    memcpy(&x, bytes + i, 8);
    h = (h ^ x) * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
  }
  return (uint32_t)h;
}

/* A blob being taken apart. Once a part reached past the end, nothing is taken any more. */
typedef struct reader {
  const unsigned char *blob;
  size_t size, at;
  const uint8_t *shift; /* of the layers still to come */
  int good;
  int trusted; /* do not look at the contents */
} reader;

static const void *take(reader *r, size_t count, size_t each) {
  size_t start = (r->at + 63) & ~(size_t)63;
  if (!r->good || start > r->size || count > (r->size - start) / each) {
    r->good = 0;
    return NULL;
  }
  r->at = start + count * each;
  return r->blob + start;
}

static void take_known(reader *r, nsp__known *known, unsigned bits, uint32_t count) {
  if (bits > MOST_BITS || count == 0 || count > MOST_ROWS) {
    r->good = 0;
    return;
  }
  known->mask = (1u << bits) - 1;
  known->count = count;
  known->places = take(r, (size_t)1 << bits, sizeof *known->places);
  known->sum = take(r, count, NSP__ROW * sizeof *known->sum);
  for (size_t i = 0; r->good && !r->trusted && i <= known->mask; i++)
    if (known->places[i].sum >= count) r->good = 0;
}

static void take_rows(reader *r, nsp__rows *rows, unsigned bits, uint32_t count) {
  if (bits > MOST_BITS || count == 0 || count > MOST_ROWS) {
    r->good = 0;
    return;
  }
  rows->mask = (1u << bits) - 1;
  rows->count = count;
  rows->keys = take(r, (size_t)1 << bits, sizeof *rows->keys);
  rows->row = take(r, count, NSP__ROW);
  for (size_t i = 0; r->good && !r->trusted && i <= rows->mask; i++)
    if ((rows->keys[i] & 0xFFFF) >= count) r->good = 0;
}

static void take_layer(reader *r, nsp__layer *layer, unsigned in, unsigned out, int least, int most) {
  layer->in = (uint16_t)in;
  layer->out = (uint16_t)out;
  layer->shift = *r->shift++;
  if (layer->shift > 31) r->good = 0;
  layer->least = (int16_t)least;
  layer->most = (int16_t)most;
  layer->weight = take(r, (size_t)in * out, sizeof *layer->weight);
  layer->bias = take(r, out, sizeof *layer->bias);
}

static void take_small(reader *r, nsp__layer *layer, unsigned in, unsigned out) {
  take_layer(r, layer, in, out, 0, NSP__SMALL_MOST);
}

static void take_scores(reader *r, nsp__layer *layer, unsigned in, unsigned out) {
  take_layer(r, layer, in, out, INT16_MIN + 1, INT16_MAX);
}

static void take_words(reader *r, nsp__model *m, const nsp__model_head *head) {
  m->sure_mask = (1u << (head->sure_bits & 31)) - 1;
  r->good = r->good && head->sure_bits <= MOST_BITS;
  m->sure = take(r, r->good ? (size_t)m->sure_mask + 1 : 0, sizeof *m->sure);
  for (size_t i = 0; r->good && !r->trusted && i <= m->sure_mask; i++)
    if ((m->sure[i] & 0xFF) > NSP__TAG_CLASSES) r->good = 0;
  take_known(r, &m->known, head->known_bits, head->known);
  take_rows(r, &m->letters, head->key_bits, head->rows);
  m->shapes = take(r, NSP__SHAPES, NSP__ROW);
  m->marks = take(r, NSP__MARK_ROWS, NSP__ROW);
  m->fines = take(r, NSP__FINE_ROWS, NSP__WORD_ROW);
  m->gaps = take(r, NSP__GAP_ROWS, NSP__WORD_ROW);
  m->regions = take(r, NSP__REGION_ROWS, NSP__WORD_ROW);
}

static void take_tagger(reader *r, nsp__model *m) {
  take_small(r, &m->tag_conv, NSP__TAG_WINDOW * NSP__TAG_ROW, NSP__TAG_WIDTH);
  take_scores(r, &m->tag_out, NSP__TAG_WIDTH, NSP__TAG_LANES);
}

static void take_parser(reader *r, nsp__model *m) {
  take_small(r, &m->conv1, 3 * NSP__WORD_ROW, NSP__WORD_WIDTH);
  take_small(r, &m->conv2, 3 * NSP__WORD_WIDTH, NSP__WORD_WIDTH);
  take_layer(r, &m->slots, NSP__WORD_WIDTH, NSP__SLOTS * NSP__HIDDEN, -NSP__SHARE_MOST, NSP__SHARE_MOST);
  m->nowhere = take(r, (size_t)NSP__SLOTS * NSP__HIDDEN, sizeof *m->nowhere);
  m->facts = take(r, (size_t)NSP__FACT_ROWS * NSP__HIDDEN, sizeof *m->facts);
  m->hidden_bias = take(r, NSP__HIDDEN, sizeof *m->hidden_bias);
  take_scores(r, &m->moves, NSP__HIDDEN, NSP__MOVE_LANES);
  take_scores(r, &m->labels[0], NSP__HIDDEN, NSP__LABEL_LANES);
  take_scores(r, &m->labels[1], NSP__HIDDEN, NSP__LABEL_LANES);
}

static int open_blob(nsp__model *m, const void *bytes, size_t size, int trusted) {
  nsp__model_head head;
  nsp__model found;
  reader r = {bytes, size, sizeof head, head.shift, 1, trusted};
  if (!bytes || size < sizeof head || ((uintptr_t)bytes & 7)) return 0;
  memcpy(&head, bytes, sizeof head);
  /* A machine of the other byte order sees another version here. */
  if (memcmp(head.magic, "NSPSYNTX", 8) != 0 || head.version != NSP__MODEL_VERSION || head.size != size) return 0;
  if (!trusted && nsp__model_checksum(r.blob + sizeof head, size - sizeof head) != head.checksum) return 0;
  memset(&found, 0, sizeof found);
  take_words(&r, &found, &head);
  take_tagger(&r, &found);
  take_parser(&r, &found);
  if (!r.good || ((r.at + 63) & ~(size_t)63) != size) return 0;
  nsp__affine versions[NSP__AFFINE_VERSIONS];
  found.affine = versions[nsp__affine_versions(versions) - 1];
  *m = found;
  return 1;
}

int nsp__model_open(nsp__model *m, const void *blob, size_t size) { return open_blob(m, blob, size, 0); }

int nsp__model_map(nsp__model *m, const void *blob, size_t size) { return open_blob(m, blob, size, 1); }

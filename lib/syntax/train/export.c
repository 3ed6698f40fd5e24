/* From floating point to the whole numbers of a model, part after part in the order of ../model.c. */
#include "export.h"
#include "tool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void *room(writer *w, size_t bytes) {
  size_t start = (w->size + 63) & ~(size_t)63;
  while (start + bytes + 64 > w->capacity) {
    w->capacity = w->capacity ? w->capacity * 2 : 1 << 20;
    w->blob = must(realloc(w->blob, w->capacity));
  }
  memset(w->blob + w->size, 0, start + bytes - w->size);
  w->size = start + bytes;
  return w->blob + start;
}

double fit(writer *w, double x, double most) {
  double y = floor(x + 0.5);
  if (y >= -most && y <= most) return y;
  w->cut++;
  return y < 0 ? -most : most;
}

static void put_sure(writer *w, const sure_words *s, unsigned bits) {
  uint32_t mask = (1u << bits) - 1, *place = room(w, sizeof *place << bits);
  uint32_t *seen = must(calloc((size_t)mask + 1, sizeof *seen));
  for (uint32_t i = 0; i < s->count; i++) {
    uint32_t at = s->keys[i] & mask;
    if (s->seen[i] <= seen[at]) continue;
    seen[at] = s->seen[i];
    place[at] = (s->keys[i] & ~0xFFu) | s->fine[i];
  }
  free(seen);
}

/* weight[in][out] as pairs, for nsp__affine; out is rounded up to lanes. */
static void put_layer(writer *w, const float *weight, const float *bias, unsigned in, unsigned out, unsigned lanes,
                      double scale, double bias_scale) {
  int16_t *pairs = room(w, sizeof *pairs * in * lanes);
  for (unsigned k = 0; k < in; k++)
    for (unsigned j = 0; j < out; j++)
      pairs[((size_t)(k / 2) * lanes + j) * 2 + k % 2] = (int16_t)fit(w, (double)weight[k * out + j] * scale, 32767);
  int32_t *sums = room(w, sizeof *sums * lanes);
  for (unsigned j = 0; bias && j < out; j++) sums[j] = (int32_t)fit(w, (double)bias[j] * bias_scale, 1e9);
}

static void put_shares(writer *w, const float *value, size_t n) {
  int16_t *share = room(w, sizeof *share * n);
  for (size_t i = 0; i < n; i++) share[i] = (int16_t)fit(w, (double)value[i] * (1 << NSP__SHARE_BITS), NSP__SHARE_MOST);
}

static const double one_weight = 1 << NSP__WEIGHT_BITS;
static const double one_word = 1 << NSP__WORD_BITS;
static const double one_share = 1 << NSP__SHARE_BITS;
static const double one_row_sum = (double)(1 << NSP__WORD_BITS) * (1 << NSP__ROW_SHIFT);

static void put_tagger(writer *w, const tag_net *n, double rows) {
  put_layer(w, n->conv.value, n->bias.value, NSP__TAG_WINDOW * NSP__TAG_ROW, NSP__TAG_WIDTH, NSP__TAG_WIDTH,
            one_row_sum / rows, one_row_sum);
  put_layer(w, n->out.value, n->out_bias.value, NSP__TAG_WIDTH, NSP__TAG_CLASSES, NSP__TAG_LANES, one_weight,
            one_weight * one_word);
}

/* [slot][in][hidden] as one matrix [in][slot][hidden]. */
static float *side_by_side(const float *slots) {
  float *all = must(malloc(sizeof(float) * NSP__SLOTS * NSP__WORD_WIDTH * NSP__HIDDEN));
  for (size_t s = 0; s < NSP__SLOTS; s++)
    for (size_t k = 0; k < NSP__WORD_WIDTH; k++)
      memcpy(all + (k * NSP__SLOTS + s) * NSP__HIDDEN, slots + (s * NSP__WORD_WIDTH + k) * NSP__HIDDEN,
             sizeof(float) * NSP__HIDDEN);
  return all;
}

static void put_parser(writer *w, const net *n, double rows) {
  const unsigned width = NSP__WORD_WIDTH, hidden = NSP__HIDDEN;
  put_layer(w, n->conv1.value, n->bias1.value, 3 * NSP__WORD_ROW, width, width, one_row_sum / rows, one_row_sum);
  put_layer(w, n->conv2.value, n->bias2.value, 3 * width, width, width, one_weight, one_weight * one_word);
  float *slots = side_by_side(n->slots.value);
  put_layer(w, slots, NULL, width, NSP__SLOTS * hidden, NSP__SLOTS * hidden, one_weight, 0);
  free(slots);
  put_shares(w, n->nowhere.value, n->nowhere.size);
  put_shares(w, n->facts.value, n->facts.size);
  put_shares(w, n->hidden_bias.value, hidden);
  put_layer(w, n->moves.value, n->moves_bias.value, hidden, NSP__MOVES, NSP__MOVE_LANES, one_weight,
            one_weight * one_share);
  for (unsigned side = 0; side < 2; side++)
    put_layer(w, n->labels.value + (size_t)side * hidden * NSP__LABELS, n->labels_bias.value + side * NSP__LABELS,
              hidden, NSP__LABELS, NSP__LABEL_LANES, one_weight, one_weight * one_share);
}

void *export_model(const sure_words *sure, const known_words *known, const tag_net *tags, const net *trees,
                   const sizes *z, const char *language, size_t *size) {
  nsp__model_head head = {.magic = "NSPSYNTX", .version = NSP__MODEL_VERSION};
  net empty;
  writer w = {0};
  key_list none = {0};
  if (!trees) net_init(&empty, &none, 1, 1);
  room(&w, sizeof head);
  put_sure(&w, sure, z->sure_bits);
  both_rows rows = rows_together(&w, &tags->table, trees ? &trees->table : &empty.table);
  put_words(&w, &rows, known, &head);
  put_tagger(&w, tags, rows.tag_scale);
  put_parser(&w, trees ? trees : &empty, rows.word_scale);
  rows_free(&rows);
  room(&w, 0);
  head.size = (uint32_t)w.size;
  head.sure_bits = (uint8_t)z->sure_bits;
  strncpy(head.language, language, sizeof head.language - 1);
  head.checksum = nsp__model_checksum(w.blob + sizeof head, w.size - sizeof head);
  memcpy(w.blob, &head, sizeof head);
  if (!trees) net_free(&empty);
  unsigned char *blob = must(aligned_alloc(64, w.size));
  memcpy(blob, w.blob, w.size);
  free(w.blob);
  *size = w.size;
  return blob;
}

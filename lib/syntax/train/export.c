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

static int by_size(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return x < y ? -1 : x > y;
}

/* What all but one in so many numbers are smaller than. */
double most_of(const float *value, size_t n, double one_in) {
  float *size = must(malloc(n * sizeof *size));
  for (size_t i = 0; i < n; i++) size[i] = fabsf(value[i]);
  qsort(size, n, sizeof *size, by_size);
  double most = (double)size[(size_t)((double)(n - 1) * (1 - 1 / one_in))];
  free(size);
  return most > 0 ? most : 1;
}

typedef struct matrix {
  const float *weight, *bias; /* [in][out]; no bias: NULL */
  unsigned in, out, lanes;    /* out is rounded up to lanes */
  int middle;                 /* what stands for zero in the input */
  double from, to;            /* what a number of one is in the input and the output */
} matrix;

/* weight[in][out] in fours, for nsp__affine. The last bits that a sum loses are as many as let the weights fill their
 * 8 bits; it is rounded. */
static int32_t *put_matrix(writer *w, const matrix *m) {
  double most = most_of(m->weight, (size_t)m->in * m->out, 2000);
  unsigned shift = 0;
  while (shift < 20 && m->to / m->from * (2u << shift) * most <= 127.5) shift++;
  double scale = m->to / m->from * (1u << shift);
  int8_t *fours = room(w, (size_t)m->in * m->lanes);
  int32_t *total = must(calloc(m->lanes, sizeof *total));
  for (unsigned k = 0; k < m->in; k++)
    for (unsigned j = 0; j < m->out; j++) {
      int8_t x = (int8_t)fit(w, (double)m->weight[k * m->out + j] * scale, 127);
      fours[((size_t)(k / 4) * m->lanes + j) * 4 + k % 4] = x;
      total[j] += x;
    }
  int32_t *sums = room(w, sizeof *sums * m->lanes);
  for (unsigned j = 0; j < m->out; j++)
    sums[j] = (int32_t)fit(w, m->bias ? (double)m->bias[j] * scale * m->from : 0, 1e9) - total[j] * m->middle +
              (1 << shift >> 1);
  free(total);
  w->shift[w->layers++] = (uint8_t)shift;
  return sums;
}

enum { NEVER = -(1 << 30) }; /* the bias of what is no choice */

/* Only the order of scores matters: one is as much as their 16 bits hold of the largest sum there can be. */
static int32_t *put_scores(writer *w, const float *weight, const float *bias, unsigned in, unsigned out, unsigned lanes,
                           double from) {
  double most = most_of(weight, (size_t)in * out, 2000);
  matrix m = {weight, bias, in, out, lanes, 0, from, 0};
  m.to = from * 127 / most * 32000 / (127.0 * 127 * in);
  int32_t *sums = put_matrix(w, &m);
  for (unsigned j = out; j < lanes; j++) sums[j] = NEVER;
  return sums;
}

static void put_shares(writer *w, const float *value, size_t n) {
  int16_t *share = room(w, sizeof *share * n);
  for (size_t i = 0; i < n; i++) share[i] = (int16_t)fit(w, (double)value[i] * (1 << NSP__SHARE_BITS), NSP__SHARE_MOST);
}

/* What a number of one is between the layers. */
static const double one_word = 12;
static const double one_share = 1 << NSP__SHARE_BITS;
static const double one_hidden = 1 << (NSP__SHARE_BITS - NSP__SHARE_CUT);

static void put_tagger(writer *w, const tag_net *n, double rows) {
  matrix conv = {.weight = n->conv.value, .bias = n->bias.value, .middle = NSP__ROW_MIDDLE, .to = one_word};
  conv.in = NSP__TAG_WINDOW * NSP__TAG_ROW, conv.out = conv.lanes = NSP__TAG_WIDTH;
  conv.from = rows / (1 << NSP__ROW_CUT);
  put_matrix(w, &conv);
  put_scores(w, n->out.value, n->out_bias.value, NSP__TAG_WIDTH, NSP__TAG_CLASSES, NSP__TAG_LANES, one_word);
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

/* Moves are told apart by their sums, which lose no bits. */
static void put_moves(writer *w, const net *n) {
  double scale = 127 / most_of(n->moves.value, n->moves.size, 2000);
  int8_t *weight = room(w, NSP__MOVE_LANES * NSP__HIDDEN);
  for (unsigned k = 0; k < NSP__HIDDEN; k++)
    for (unsigned j = 0; j < NSP__MOVES; j++)
      weight[((size_t)(k / 4) * NSP__MOVE_LANES + j) * 4 + k % 4] =
          (int8_t)fit(w, (double)n->moves.value[k * NSP__MOVES + j] * scale, 127);
  int32_t *bias = room(w, sizeof *bias * NSP__MOVE_LANES);
  for (unsigned j = 0; j < NSP__MOVES; j++)
    bias[j] = (int32_t)fit(w, (double)n->moves_bias.value[j] * scale * one_hidden, 1e9);
  w->shift[w->layers++] = 0;
}

static void put_parser(writer *w, const net *n, double rows) {
  const unsigned width = NSP__WORD_WIDTH, hidden = NSP__HIDDEN;
  matrix conv1 = {n->conv1.value, n->bias1.value,  3 * NSP__WORD_ROW,          width,
                  width,          NSP__ROW_MIDDLE, rows / (1 << NSP__ROW_CUT), one_word};
  matrix conv2 = {n->conv2.value, n->bias2.value, 3 * width, width, width, 0, one_word, one_word};
  float *all = side_by_side(n->slots.value);
  matrix slots = {all, NULL, width, NSP__SLOTS * hidden, NSP__SLOTS * hidden, 0, one_word, one_share};
  put_matrix(w, &conv1);
  put_matrix(w, &conv2);
  put_matrix(w, &slots);
  free(all);
  put_shares(w, n->nowhere.value, n->nowhere.size);
  put_shares(w, n->facts.value, n->facts.size);
  put_shares(w, n->hidden_bias.value, hidden);
  put_moves(w, n);
  for (unsigned side = 0; side < 2; side++) {
    const float *labels = n->labels.value + (size_t)side * hidden * NSP__LABELS;
    int32_t *sums = put_scores(w, labels, n->labels_bias.value + side * NSP__LABELS, hidden, NSP__LABELS,
                               NSP__LABEL_LANES, one_hidden);
    sums[NSP__REL_ROOT - 1] = NEVER; /* what hangs on the root is known without asking */
  }
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
  memcpy(head.shift, w.shift, sizeof head.shift);
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

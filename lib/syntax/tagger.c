#include "tagger.h"

#include "fine.h"
#include "rows.h"
#include "token_inputs.h"

#include <string.h>

enum { CHUNK = 64, SIDE = NSP__TAG_WINDOW / 2 };

static void set_fine(nsp__token *k, unsigned fine) {
  k->fine = (uint8_t)fine;
  k->tag = nsp__fine_tag[fine];
  k->feats = nsp__fine_feats[fine];
}

/* The rows of n tokens from `from` on; nothing stands behind the sentence. */
static void add_rows(const nsp__model *m, const char *text, const nsp__token *tokens, uint32_t count, uint32_t first,
                     uint32_t from, unsigned n, int16_t *sum) {
  nsp__word_keys keys[CHUNK + 2 * SIDE];
  for (unsigned i = 0; i < n; i++) {
    uint32_t k = from + i;
    keys[i].count = k < count ? nsp__token_inputs(text, &tokens[k], k <= first, keys[i].key) : 0;
  }
  nsp__sum_rows(&m->affine, &m->tag_rows, NSP__TAG_ROW, keys, n, sum);
}

/* Tags the words of a group, whose windows are given. */
static void classify(const nsp__model *m, nsp__token *const k[4], const int16_t *window[4], unsigned count) {
  int16_t hidden[4][NSP__TAG_WIDTH], score[4][NSP__TAG_LANES];
  int16_t *const h[4] = {hidden[0], hidden[1], hidden[2], hidden[3]};
  int16_t *const s[4] = {score[0], score[1], score[2], score[3]};
  const int16_t *const again[4] = {hidden[0], hidden[1], hidden[2], hidden[3]};
  for (unsigned i = count; i < 4; i++) window[i] = window[0];
  m->affine.four(&m->tag_conv, window, h);
  m->affine.four(&m->tag_out, again, s);
  for (unsigned i = 0; i < count; i++) set_fine(k[i], nsp__largest(score[i], NSP__TAG_CLASSES));
}

/* What needs no thought: marks, and words of one class only. */
static int tag_at_once(const nsp__model *m, nsp__token *k, int first) {
  if (k->shape & NSP__SHAPE_PUNCT) {
    k->tag = NSP__TAG_PUNCT;
    k->feats = 0;
    k->fine = (uint8_t)(FINE_MARK + k->punct);
    return 1;
  }
  uint32_t key = nsp__sure_key(k, first), sure = m->sure[key & m->sure_mask];
  if (sure >> 8 != key >> 8 || (sure & 0xFF) == 0) return 0;
  set_fine(k, (sure & 0xFF) - 1);
  return 1;
}

void nsp__tag_sentence(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count) {
  int16_t row[CHUNK + 2 * SIDE][NSP__TAG_ROW];
  uint32_t first = 0, known = 0; /* rows of the tokens before `known` are there */
  while (first < count && (tokens[first].shape & NSP__SHAPE_PUNCT)) first++;
  memset(row, 0, SIDE * sizeof *row);
  for (uint32_t at = 0; at < count; at += CHUNK) {
    uint32_t end = count - at < CHUNK ? count : at + CHUNK;
    if (at > 0) memmove(row, row + CHUNK, 2 * SIDE * sizeof *row);
    add_rows(m, text, tokens, count, first, known, end + SIDE - known, row[known - at + SIDE]);
    known = end + SIDE;
    nsp__token *k[4];
    const int16_t *window[4];
    unsigned waiting = 0;
    for (uint32_t i = at; i < end; i++) {
      if (!tag_at_once(m, &tokens[i], i <= first)) {
        k[waiting] = &tokens[i];
        window[waiting++] = row[i - at];
      }
      if (waiting == 4 || (waiting && i + 1 == end)) {
        classify(m, k, window, waiting);
        waiting = 0;
      }
    }
  }
}

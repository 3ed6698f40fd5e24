#include "tagger.h"

#include "fine.h"
#include "token_inputs.h"

#include <string.h>

enum { SIDE = NSP__TAG_SIDE };

static void set_fine(nsp__token *k, unsigned fine) {
  if (fine >= FINE_COUNT) fine = FINE_X; /* no class: not with a model that was learned */
  k->fine = (uint8_t)fine;
  k->tag = nsp__fine_tag[fine];
  k->feats = nsp__fine_feats[fine];
}

/* Tags the words of a group, whose windows are given. */
static void classify(const nsp__model *m, nsp__token *const k[4], const uint8_t *window[4], unsigned count) {
  unsigned fine[4];
  for (unsigned i = count; i < 4; i++) window[i] = window[0];
  m->affine.tags(&m->tag_conv, &m->tag_out, window, fine);
  for (unsigned i = 0; i < count; i++) set_fine(k[i], fine[i]);
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

/* Tags tokens[at .. end), whose sums begin SIDE before the first. */
static void tag_chunk(const nsp__model *m, nsp__token *tokens, uint32_t at, uint32_t end, uint32_t first,
                      uint8_t (*sum)[NSP__TAG_ROW]) {
  nsp__token *k[4];
  const uint8_t *window[4];
  unsigned waiting = 0;
  for (uint32_t i = at; i < end; i++) {
    if (!tag_at_once(m, &tokens[i], i <= first)) {
      k[waiting] = &tokens[i];
      window[waiting++] = sum[i - at];
    }
    if (waiting == 4 || (waiting && i + 1 == end)) {
      classify(m, k, window, waiting);
      waiting = 0;
    }
  }
}

void nsp__tag_sentence(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count, nsp__sums *sums) {
  uint8_t(*tag)[NSP__TAG_ROW] = sums->tag;
  int16_t aside[NSP__TAG_CHUNK][NSP__WORD_ROW]; /* the parser does without these */
  uint32_t first = 0, known = 0;                /* sums of the tokens before `known` are there */
  while (first < count && (tokens[first].shape & NSP__SHAPE_PUNCT)) first++;
  memset(tag, NSP__ROW_MIDDLE, SIDE * sizeof *tag); /* nothing stands around the sentence */
  sums->kept = count < NSP__TAG_CHUNK + SIDE ? count : NSP__TAG_CHUNK + SIDE;
  for (uint32_t at = 0; at < count; at += NSP__TAG_CHUNK) {
    uint32_t end = count - at < NSP__TAG_CHUNK ? count : at + NSP__TAG_CHUNK;
    uint32_t seen = count - end < SIDE ? count : end + SIDE;
    if (at > 0) memmove(tag, tag + NSP__TAG_CHUNK, 2 * SIDE * sizeof *tag);
    nsp__sum_rows(m, text, tokens + known, seen - known, known <= first ? first + 1 - known : 0,
                  tag + (known - at + SIDE), at > 0 ? aside : sums->word);
    memset(tag + (seen - at + SIDE), NSP__ROW_MIDDLE, (end + SIDE - seen) * sizeof *tag);
    known = seen;
    tag_chunk(m, tokens, at, end, first, tag);
  }
}

#include "sentence/room.h"

#include <string.h>

void nsp__room_init(nsp_document *d, nsp__first_room *room) {
  d->sentences.items = room->sentences;
  d->sentences.capacity = sizeof room->sentences / sizeof *room->sentences;
  d->blocks.items = room->blocks;
  d->blocks.capacity = sizeof room->blocks / sizeof *room->blocks;
}

/* Copies both arrays to new ones in one piece of the arena. */
static bool move(nsp_document *d, uint32_t sentences, uint32_t blocks) {
  size_t sentence_bytes = (size_t)sentences * sizeof(nsp_sentence), block_bytes = (size_t)blocks * sizeof(nsp_block);
  if (!nsp__arena_reserve(&d->arena, sentence_bytes + block_bytes + 16)) return false;
  nsp_block *new_blocks = nsp__arena_alloc(&d->arena, block_bytes);
  nsp_sentence *new_sentences = nsp__arena_alloc(&d->arena, sentence_bytes);
  if (!new_blocks || !new_sentences) return false;
  if (d->blocks.count) memcpy(new_blocks, d->blocks.items, d->blocks.count * sizeof *new_blocks);
  if (d->sentences.count) memcpy(new_sentences, d->sentences.items, d->sentences.count * sizeof *new_sentences);
  d->blocks.items = new_blocks;
  d->blocks.capacity = blocks;
  d->sentences.items = new_sentences;
  d->sentences.capacity = sentences;
  return true;
}

/* As many as there will be in the whole text if it goes on as it began, and a little more. */
static uint32_t estimate(uint32_t count, uint32_t seen, uint32_t length) {
  uint64_t rest = (uint64_t)count * (length - seen) / (seen ? seen : 1);
  uint64_t all = count + rest + rest / 64 + 64;
  return all > length ? length + 1 : (uint32_t)all;
}

bool nsp__room_grow(nsp__splitter *s) {
  nsp_document *d = s->document;
  uint32_t sentences = estimate(d->sentences.count, s->sentence, s->length);
  uint32_t blocks = estimate(d->blocks.count, s->sentence, s->length);
  return move(d, sentences, blocks);
}

bool nsp__room_settle(nsp_document *d, nsp__first_room *room) {
  return d->sentences.items != room->sentences || move(d, d->sentences.count, d->blocks.count);
}

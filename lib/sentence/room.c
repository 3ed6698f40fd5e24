#include "sentence/room.h"

#include <string.h>

enum { SAMPLE = 192, SAMPLES = 3072, LEAST_SPARE = 4096 };

void nsp__room_init(nsp_document *d, nsp__first_room *room) {
  d->sentences.items = room->sentences;
  d->sentences.capacity = sizeof room->sentences / sizeof *room->sentences;
  d->blocks.items = room->blocks;
  d->blocks.capacity = sizeof room->blocks / sizeof *room->blocks;
}

/* What blocks and sentences of a stretch of text are about in proportion to. */
typedef struct signs {
  uint64_t lines, stops; /* line breaks that end a line; marks within a line that may end a sentence */
} signs;

static void count_places(nsp__index_window *window, const char *text, uint32_t length, signs *found) {
  for (uint32_t i = 0; i < window->count; i++) {
    uint32_t at = window->start + window->at[i];
    uint8_t byte = (uint8_t)text[at];
    if (byte <= '\r')
      found->lines += at > 0 && (uint8_t)text[at - 1] > '\r';
    else if (byte >= 0x80)
      found->stops++;
    else if ((byte == '.' || byte == '?' || byte == '!') && length - at > 2 && text[at + 1] == ' ')
      found->stops += !(text[at + 2] >= 'a' && text[at + 2] <= 'z');
  }
}

static uint32_t step_for(uint32_t length) {
  uint32_t step = length / SAMPLES;
  return step < SAMPLE ? SAMPLE : step;
}

/* Counts in samples of the stretch, one in every `step` bytes, at places without a rhythm that the text might have too.
 */
static signs count_signs(const nsp__splitter *s, uint32_t start, uint32_t end, uint32_t step) {
  nsp__index_window window;
  signs found = {0, 0};
  for (uint32_t random = 1; end - start > step; start += step) {
    random = random * 1664525u + 1013904223u;
    uint32_t at = start + (uint32_t)((uint64_t)random * (step - SAMPLE) >> 32);
    nsp__index_next(NSP__INDEX_FEWEST, s->text, at, at + SAMPLE, &window);
    count_places(&window, s->text, s->length, &found);
  }
  return found;
}

static uint64_t square_root(uint64_t n) {
  uint64_t root = 0;
  for (uint64_t bit = UINT64_C(1) << 31; bit; bit >>= 1)
    if ((root + bit) * (root + bit) <= n) root += bit;
  return root;
}

/* As many as the signs of the rest let expect, by what the same signs stood for before, and a little more: samples err,
 * and so does what few have shown. */
static uint64_t expect(uint64_t count, uint64_t before, uint64_t behind) {
  uint64_t more = before ? behind * count / before : behind;
  return more + more / 48 + more / (2 * square_root(count) + 1) + 16;
}

/* At least a sixteenth more each time, so that the moves of a text that deceives cost linear time. */
static uint32_t capacity_of(uint64_t count, uint64_t more, uint32_t length) {
  uint64_t all = count + (more > count / 16 ? more : count / 16);
  return all > length ? length + 1 : (uint32_t)all;
}

/* How many blocks and sentences the whole text will have: a line break ends a block as often as before, and so many
 * stops within lines a sentence. */
static void estimate(const nsp__splitter *s, uint32_t *sentences, uint32_t *blocks) {
  const nsp_document *d = s->document;
  uint32_t seen = s->sentence, step = step_for(seen), step_behind = step_for(s->length - seen);
  signs before = count_signs(s, 0, seen, step), behind = count_signs(s, seen, s->length, step_behind);
  uint64_t more_blocks = expect(d->blocks.count, before.lines * step, behind.lines * step_behind);
  uint64_t inside = d->sentences.count > d->blocks.count ? d->sentences.count - d->blocks.count : 0;
  uint64_t more = more_blocks + expect(inside, before.stops * step, behind.stops * step_behind);
  *sentences = capacity_of(d->sentences.count, more, s->length);
  *blocks = capacity_of(d->blocks.count, more_blocks, s->length);
}

/* Both arrays in one piece of the arena, blocks first; when they have one already, that is made larger. */
static bool move(nsp_document *d, uint32_t sentences, uint32_t blocks) {
  size_t sentence_bytes = (size_t)sentences * sizeof(nsp_sentence);
  size_t block_bytes = ((size_t)blocks * sizeof(nsp_block) + 7) & ~(size_t)7;
  size_t block_used = d->blocks.count * sizeof(nsp_block), sentence_used = d->sentences.count * sizeof(nsp_sentence);
  bool ours = nsp__arena_holds_only(&d->arena, d->blocks.items);
  size_t offset = ours ? (size_t)((char *)d->sentences.items - (char *)d->blocks.items) : 0;
  char *all = NULL;
  if (ours || nsp__arena_is_empty(&d->arena))
    all = nsp__arena_resize(&d->arena, block_bytes + sentence_bytes);
  else if (nsp__arena_reserve(&d->arena, block_bytes + sentence_bytes))
    all = nsp__arena_alloc(&d->arena, block_bytes + sentence_bytes);
  if (!all) return false;
  if (sentence_used) memmove(all + block_bytes, ours ? all + offset : (char *)d->sentences.items, sentence_used);
  if (block_used && !ours) memcpy(all, d->blocks.items, block_used);
  d->blocks.items = (nsp_block *)(void *)all;
  d->blocks.capacity = blocks;
  d->sentences.items = (nsp_sentence *)(void *)(all + block_bytes);
  d->sentences.capacity = sentences;
  return true;
}

/* Divides what the arena has to spare, as a document does that was used before, between the two. */
static bool share(nsp_document *d) {
  size_t sentence_bytes = d->sentences.count * sizeof(nsp_sentence), block_bytes = d->blocks.count * sizeof(nsp_block);
  size_t used = sentence_bytes + block_bytes + 8, all = nsp__arena_size(&d->arena);
  bool ours = nsp__arena_holds_only(&d->arena, d->blocks.items) || nsp__arena_is_empty(&d->arena);
  if (!ours || all < used + LEAST_SPARE) return false;
  size_t spare = all - used, for_blocks = (size_t)((double)spare * (double)block_bytes / (double)used);
  if (for_blocks < spare / 32) for_blocks = spare / 32;
  if (for_blocks > spare - spare / 32) for_blocks = spare - spare / 32;
  return move(d, d->sentences.count + (uint32_t)((spare - for_blocks) / sizeof(nsp_sentence)),
              d->blocks.count + (uint32_t)(for_blocks / sizeof(nsp_block)));
}

bool nsp__room_grow(nsp__splitter *s) {
  nsp_document *d = s->document;
  if (share(d)) return true;
  uint32_t sentences, blocks;
  estimate(s, &sentences, &blocks);
  return move(d, sentences, blocks);
}

bool nsp__room_settle(nsp_document *d, nsp__first_room *room) {
  return d->sentences.items != room->sentences || move(d, d->sentences.count, d->blocks.count);
}

/* Room for blocks and sentences: one allocation for a text of any length, of about the right size. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "newsparse/newsparse.h"

typedef struct counts {
  size_t calls, current, peak, refuse_from; /* calls from this one on fail; 0: none does */
} counts;

static bool refused(counts *c) { return ++c->calls >= c->refuse_from && c->refuse_from; }

static void count(counts *c, size_t grown, size_t freed) {
  c->current += grown - freed;
  if (c->current > c->peak) c->peak = c->current;
}

static void *allocate(void *context, size_t size) {
  if (refused(context)) return NULL;
  count(context, size, 0);
  return malloc(size ? size : 1);
}

static void *reallocate(void *context, void *block, size_t old_size, size_t new_size) {
  if (refused(context)) return NULL;
  count(context, new_size, old_size);
  return realloc(block, new_size);
}

static void release(void *context, void *block, size_t size) {
  if (block) count(context, 0, size);
  free(block);
}

static const char prose[] =
    "The harbour was built long ago, and nobody knows by whom. It has been in use ever since. Ships come and go.\n\n";
static const char list[] = "A plum\n\nA pear\n\n";

static nsp_analyzer *new_analyzer(void) {
  nsp_config *config;
  nsp_analyzer *analyzer;
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_STAGES, NSP_STAGE_BLOCKS | NSP_STAGE_SENTENCES), NSP_OK);
  cr_assert_eq(nsp_config_set_language(config, "en"), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  nsp_config_free(config);
  return analyzer;
}

static size_t repeat(char *text, const char *piece, size_t times) {
  size_t length = strlen(piece);
  for (size_t i = 0; i < times; i++) memcpy(text + i * length, piece, length);
  return times * length;
}

Test(room, a_long_text_takes_one_allocation) {
  enum { TIMES = 20000 };
  char *text = malloc(TIMES * sizeof prose);
  size_t length = repeat(text, prose, TIMES);
  counts c = {0};
  nsp_allocator allocator = {allocate, reallocate, release, &c};
  nsp_document *document;
  nsp_analyzer *analyzer = new_analyzer();
  cr_assert_eq(nsp_document_new(&allocator, &document), NSP_OK);
  size_t before = c.calls;
  for (int round = 0; round < 3; round++) {
    cr_assert_eq(nsp_analyze(analyzer, text, length, document, NULL), NSP_OK);
    cr_assert_eq(nsp_document_block_count(document), TIMES);
    cr_assert_eq(nsp_document_sentence_count(document), 3 * TIMES);
    cr_assert_eq(c.calls, before + 1, "round %d", round);
  }
  size_t needed = TIMES * (sizeof(nsp_block) + 3 * sizeof(nsp_sentence));
  cr_assert_leq(c.peak, needed + needed / 12 + 4096);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  free(text);
}

/* Prose, then a list of which the beginning gave no idea, then prose. */
static size_t make_surprise(char *text) {
  size_t length = repeat(text, prose, 3000);
  length += repeat(text + length, list, 60000);
  return length + repeat(text + length, prose, 3000);
}

static void check_surprise(const nsp_document *document) {
  cr_assert_eq(nsp_document_block_count(document), 126000u);
  cr_assert_eq(nsp_document_sentence_count(document), 138000u);
  uint32_t first = 0;
  for (size_t i = 0; i < 126000; i++) {
    const nsp_block *block = nsp_document_block(document, i);
    cr_assert_eq(block->first_sentence, first, "block %zu", i);
    cr_assert_eq(block->sentence_count, i < 3000 || i >= 123000 ? 3u : 1u, "block %zu", i);
    cr_assert_eq(nsp_document_sentence(document, first)->span.start, block->span.start, "block %zu", i);
    first += block->sentence_count;
  }
}

Test(room, guesses_may_be_wrong_and_memory_may_end) {
  char *text = malloc(6000 * sizeof prose + 60000 * sizeof list);
  size_t length = make_surprise(text), needed = 1;
  counts c = {0};
  nsp_allocator allocator = {allocate, reallocate, release, &c};
  nsp_document *document;
  nsp_analyzer *analyzer = new_analyzer();
  cr_assert_eq(nsp_document_new(&allocator, &document), NSP_OK);
  for (;; needed++) {
    c.calls = 0;
    c.refuse_from = needed;
    nsp_status status = nsp_analyze(analyzer, text, length, document, NULL);
    if (status == NSP_OK) break;
    cr_assert_eq(status, NSP_ERROR_NO_MEMORY);
    cr_assert_eq(nsp_document_sentence_count(document), 0u);
  }
  check_surprise(document);
  cr_assert_gt(needed, 1u);
  c.calls = 0;
  c.refuse_from = 1;
  cr_assert_eq(nsp_analyze(analyzer, text, length, document, NULL), NSP_OK);
  check_surprise(document);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  free(text);
}

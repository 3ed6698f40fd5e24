/* Sentences of a text that comes in pieces. Whether they are those of the whole is a property test. */
#include <criterion/criterion.h>
#include <string.h>

#include "newsparse/newsparse.h"

typedef struct {
  char texts[8][64];
  uint64_t starts[8];
  size_t count, most;
} received;

static bool receive(const char *text, size_t length, uint64_t start, void *payload) {
  received *all = payload;
  cr_assert_lt(all->count, 8u);
  cr_assert_lt(length, 64u);
  memcpy(all->texts[all->count], text, length);
  all->texts[all->count][length] = '\0';
  all->starts[all->count++] = start;
  return all->count < all->most;
}

static bool take_sentence(const char *text, size_t length, uint64_t start, void *payload) {
  (void)text, (void)length, (void)start, (void)payload;
  return true;
}

static nsp_stream *start(nsp_analyzer **analyzer, received *all) {
  nsp_stream *stream = NULL;
  cr_assert_eq(nsp_analyzer_new(NULL, analyzer), NSP_OK);
  cr_assert_eq(nsp_stream_new(*analyzer, receive, all, &stream), NSP_OK);
  return stream;
}

Test(stream, pieces_are_cut_anywhere) {
  static const char text[] = "Caf\xC3\xA9 Ng met. It was full.\n\nA heading\n\nThe end";
  received all = {.most = 8};
  nsp_analyzer *analyzer = NULL;
  nsp_stream *stream = start(&analyzer, &all);
  for (size_t i = 0; i < sizeof text - 1; i++) cr_assert_eq(nsp_stream_push(stream, text + i, 1, NULL), NSP_OK);
  cr_assert_eq(nsp_stream_finish(stream, NULL), NSP_OK);
  cr_assert_eq(all.count, 4u);
  cr_assert_str_eq(all.texts[0], "Caf\xC3\xA9 Ng met.");
  cr_assert_str_eq(all.texts[1], "It was full.");
  cr_assert_str_eq(all.texts[2], "A heading");
  cr_assert_str_eq(all.texts[3], "The end");
  cr_assert_eq(all.starts[1], 14u);
  nsp_stream_free(stream);
  nsp_analyzer_free(analyzer);
}

Test(stream, another_text_after_the_end) {
  received all = {.most = 8};
  nsp_analyzer *analyzer = NULL;
  nsp_stream *stream = start(&analyzer, &all);
  for (int i = 0; i < 2; i++) {
    cr_assert_eq(nsp_stream_push(stream, "One text.", 9, NULL), NSP_OK);
    cr_assert_eq(nsp_stream_finish(stream, NULL), NSP_OK);
  }
  cr_assert_eq(all.count, 2u);
  cr_assert_eq(all.starts[1], 0u);
  nsp_stream_free(stream);
  nsp_analyzer_free(analyzer);
}

Test(stream, the_handler_can_stop_it) {
  received all = {.most = 1};
  nsp_analyzer *analyzer = NULL;
  nsp_stream *stream = start(&analyzer, &all);
  cr_assert_eq(nsp_stream_push(stream, "One went. Two came. Three stayed.", 33, NULL), NSP_OK);
  cr_assert_eq(nsp_stream_finish(stream, NULL), NSP_OK);
  cr_assert_eq(all.count, 1u);
  nsp_stream_free(stream);
  nsp_analyzer_free(analyzer);
}

Test(stream, made_wrongly) {
  nsp_stream_free(NULL);
  nsp_analyzer *analyzer = NULL;
  cr_assert_eq(nsp_analyzer_new(NULL, &analyzer), NSP_OK);
  cr_assert_eq(nsp_stream_new(analyzer, take_sentence, NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
  nsp_stream *stream = (nsp_stream *)&analyzer;
  cr_assert_eq(nsp_stream_new(NULL, take_sentence, NULL, &stream), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_null(stream);
  cr_assert_eq(nsp_stream_new(analyzer, NULL, NULL, &stream), NSP_ERROR_INVALID_ARGUMENT);
  nsp_analyzer_free(analyzer);
}

Test(stream, contracts) {
  nsp_analyzer *analyzer = NULL;
  nsp_stream *stream = NULL;
  cr_assert_eq(nsp_analyzer_new(NULL, &analyzer), NSP_OK);
  cr_assert_eq(nsp_stream_new(analyzer, take_sentence, NULL, &stream), NSP_OK);
  cr_assert_eq(nsp_stream_push(NULL, "a", 1, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_stream_push(stream, NULL, 1, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_stream_push(stream, NULL, 0, NULL), NSP_OK);
  cr_assert_eq(nsp_stream_finish(NULL, NULL), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_stream_finish(stream, NULL), NSP_OK);
  cr_assert_eq(nsp_stream_push(stream, "Another text.", 13, NULL), NSP_OK);
  nsp_stream_free(stream);
  nsp_analyzer_free(analyzer);
}

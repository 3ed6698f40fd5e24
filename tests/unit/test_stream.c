/* Sentences of a text that comes in pieces: they are those of the whole, wherever it is cut. */
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

/* What a stream gave, and what the whole text gives. */
typedef struct {
  nsp_span spans[32768];
  size_t count;
} span_list;

static bool keep_span(const char *text, size_t length, uint64_t start, void *payload) {
  span_list *list = payload;
  (void)text;
  cr_assert_lt(list->count, 32768u);
  list->spans[list->count++] = (nsp_span){(uint32_t)start, (uint32_t)(start + length)};
  return true;
}

static nsp_analyzer *make_analyzer(uint64_t tile, uint64_t whole) {
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_STAGES, NSP_STAGE_SENTENCES), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_TILE_SENTENCES, tile), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_WHOLE_QUOTES, whole), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  nsp_config_free(config);
  return analyzer;
}

static void compare(const nsp_document *whole, const span_list *list) {
  cr_assert_eq(list->count, nsp_document_sentence_count(whole));
  for (size_t i = 0; i < list->count; i++) {
    nsp_span span = nsp_document_sentence(whole, i)->span;
    cr_assert_eq(span.start, list->spans[i].start, "sentence %zu", i);
    cr_assert_eq(span.end, list->spans[i].end, "sentence %zu", i);
  }
}

static const char mixed[] =
    "A heading\n\n“We wait. He said so,” Mr. Ng told the U.S. The end. 1) One 2) Two\n"
    "Лес рубят. Щепки летят… 日本です。「はい。いいえ。」と言った。\xFF\xE2\x80 ¿Qué? यह है। Ende\r\nlast line that "
    "goes\non here.\n";

Test(stream, every_cut_gives_the_whole) {
  static span_list list;
  nsp_analyzer *analyzer = make_analyzer(0, 1);
  nsp_document *whole = NULL;
  nsp_stream *stream = NULL;
  size_t length = sizeof mixed - 1;
  cr_assert_eq(nsp_document_new(NULL, &whole), NSP_OK);
  cr_assert_eq(nsp_analyze(analyzer, mixed, length, whole, NULL), NSP_OK);
  cr_assert_eq(nsp_stream_new(analyzer, keep_span, &list, &stream), NSP_OK);
  for (size_t cut = 0; cut <= length; cut++) {
    list.count = 0;
    cr_assert_eq(nsp_stream_push(stream, mixed, cut, NULL), NSP_OK);
    cr_assert_eq(nsp_stream_push(stream, mixed + cut, length - cut, NULL), NSP_OK);
    cr_assert_eq(nsp_stream_finish(stream, NULL), NSP_OK);
    compare(whole, &list);
  }
  nsp_stream_free(stream);
  nsp_document_free(whole);
  nsp_analyzer_free(analyzer);
}

/* Long enough for the stream to let go of what it has delivered, many times. */
Test(stream, long_texts_in_pieces_of_any_size) {
  enum { LENGTH = 150000 };
  static char text[LENGTH];
  static span_list list;
  for (size_t i = 0; i < LENGTH; i++) text[i] = mixed[(i + i / 1000) % (sizeof mixed - 1)];
  for (int option = 0; option < 4; option++) {
    nsp_analyzer *analyzer = make_analyzer(option & 1, option >> 1);
    nsp_document *whole = NULL;
    cr_assert_eq(nsp_document_new(NULL, &whole), NSP_OK);
    for (size_t piece = 1; piece < 200000; piece = piece * 7 + 3) {
      nsp_stream *stream = NULL;
      size_t length = piece < 20 ? LENGTH / 4 : LENGTH;
      list.count = 0;
      cr_assert_eq(nsp_analyze(analyzer, text, length, whole, NULL), NSP_OK);
      cr_assert_eq(nsp_stream_new(analyzer, keep_span, &list, &stream), NSP_OK);
      for (size_t at = 0; at < length; at += piece)
        cr_assert_eq(nsp_stream_push(stream, text + at, piece < length - at ? piece : length - at, NULL), NSP_OK);
      cr_assert_eq(nsp_stream_finish(stream, NULL), NSP_OK);
      compare(whole, &list);
      nsp_stream_free(stream);
    }
    nsp_document_free(whole);
    nsp_analyzer_free(analyzer);
  }
}

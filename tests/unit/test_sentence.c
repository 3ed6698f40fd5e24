/* What holds of sentences in any text, and what the engine promises of memory. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "newsparse/newsparse.h"
#include "text/classes.h"

static const char *const pieces[] = {"The council met. ",
                                     "Mr. Ng ",
                                     "“Why?” he asked. ",
                                     "a.b.c ",
                                     "...",
                                     "! ",
                                     "?\n",
                                     "\n\n",
                                     "\r\n",
                                     ". . . ",
                                     "1. ",
                                     "2) ",
                                     "(a) ",
                                     "(",
                                     ")",
                                     "\"",
                                     "«",
                                     "»",
                                     "。",
                                     "「",
                                     "」",
                                     "！",
                                     "日本",
                                     "यह है। ",
                                     "؟ ",
                                     "U.S. The ",
                                     "\xFF",
                                     "\xE2\x80",
                                     "\t",
                                     "\u2028",
                                     "\xC2\x85",
                                     ":-) ",
                                     "🎉 ",
                                     "word word\nword ",
                                     "Word. ",
                                     "5 a.m. ",
                                     "- ",
                                     "> ",
                                     "; ",
                                     ": ",
                                     "Ünd ",
                                     "Он ушёл. "};

static uint32_t state = 99;

static uint32_t draw(uint32_t below) {
  state = state * 1664525u + 1013904223u;
  return (state >> 8) % below;
}

static size_t make_text(char *text, size_t most) {
  size_t length = 0, wanted = draw((uint32_t)most - 32);
  while (length < wanted) {
    const char *piece = pieces[draw(sizeof pieces / sizeof *pieces)];
    memcpy(text + length, piece, strlen(piece));
    length += strlen(piece);
  }
  return length;
}

static nsp_analyzer *make_analyzer(bool tile, bool whole, const char *language) {
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_STAGES, NSP_STAGE_SENTENCES), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_TILE_SENTENCES, tile), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_WHOLE_QUOTES, whole), NSP_OK);
  cr_assert_eq(nsp_config_set_language(config, language), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  nsp_config_free(config);
  return analyzer;
}

static bool is_white(const char *text, uint32_t start, uint32_t end) {
  while (start < end) {
    nsp__char c = nsp__char_at(text, start, end);
    if (!nsp__is_space(c.class_)) return false;
    start += c.length;
  }
  return true;
}

/* Ordered, apart, trimmed, nothing but white space between, and each in its block. */
static void check_spans(const nsp_document *document, const char *text, uint32_t length) {
  uint32_t at = 0, counted = 0;
  for (size_t i = 0; i < nsp_document_sentence_count(document); i++) {
    const nsp_sentence *s = nsp_document_sentence(document, i);
    cr_assert(s->span.start >= at && s->span.start < s->span.end && s->span.end <= length);
    cr_assert(is_white(text, at, s->span.start), "lost bytes before %u", s->span.start);
    cr_assert(!nsp__is_space(nsp__char_at(text, s->span.start, length).class_));
    cr_assert(!nsp__is_space(nsp__char_before(text, s->span.end, 0).class_));
    const nsp_block *block = nsp_document_block(document, s->block);
    cr_assert(block && s->span.start >= block->span.start && s->span.end <= block->span.end);
    at = s->span.end;
  }
  cr_assert(is_white(text, at, length), "lost bytes at the end");
  for (size_t i = 0; i < nsp_document_block_count(document); i++) {
    cr_assert_eq(nsp_document_block(document, i)->first_sentence, counted);
    counted += nsp_document_block(document, i)->sentence_count;
  }
  cr_assert_eq(counted, nsp_document_sentence_count(document));
}

Test(sentence, nothing_is_lost) {
  static char text[4096];
  static const char *const languages[] = {"auto", "en", "de", "ja", "ko", "und"};
  nsp_document *document = NULL;
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  for (size_t l = 0; l < sizeof languages / sizeof *languages; l++) {
    nsp_analyzer *analyzer = make_analyzer(false, l % 2, languages[l]);
    for (int round = 0; round < 400; round++) {
      size_t length = make_text(text, sizeof text);
      cr_assert_eq(nsp_analyze(analyzer, text, length, document, NULL), NSP_OK);
      check_spans(document, text, (uint32_t)length);
    }
    nsp_analyzer_free(analyzer);
  }
  nsp_document_free(document);
}

Test(sentence, tiles_cover_the_text) {
  static char text[4096];
  nsp_document *document = NULL;
  nsp_analyzer *analyzer = make_analyzer(true, false, "en");
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  for (int round = 0; round < 400; round++) {
    size_t length = make_text(text, sizeof text), count;
    cr_assert_eq(nsp_analyze(analyzer, text, length, document, NULL), NSP_OK);
    count = nsp_document_sentence_count(document);
    for (size_t i = 0; i < count; i++) {
      nsp_span span = nsp_document_sentence(document, i)->span;
      cr_assert_eq(span.start, i ? nsp_document_sentence(document, i - 1)->span.end : 0u);
      if (i + 1 == count) cr_assert_eq(span.end, length);
    }
  }
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
}

/* Paragraphs do not look at each other: a text of two has the sentences of both. */
Test(sentence, paragraphs_stand_alone) {
  static const char first[] = "“We wait. He said so.\n\n1. One. It was Mr. Ng’s. (Or not";
  static const char second[] = "2) The second.” U.S. The end. 3. Three";
  char both[256];
  nsp_document *document = NULL;
  nsp_analyzer *analyzer = make_analyzer(false, false, "en");
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  size_t counts[3];
  int length = snprintf(both, sizeof both, "%s\n\n%s", first, second);
  cr_assert_eq(nsp_analyze(analyzer, first, sizeof first - 1, document, NULL), NSP_OK);
  counts[0] = nsp_document_sentence_count(document);
  cr_assert_eq(nsp_analyze(analyzer, second, sizeof second - 1, document, NULL), NSP_OK);
  counts[1] = nsp_document_sentence_count(document);
  cr_assert_eq(nsp_analyze(analyzer, both, (size_t)length, document, NULL), NSP_OK);
  counts[2] = nsp_document_sentence_count(document);
  cr_assert_eq(counts[2], counts[0] + counts[1]);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
}

typedef struct counter {
  size_t calls;
} counter;

static void *count_allocate(void *context, size_t size) {
  ((counter *)context)->calls++;
  return malloc(size ? size : 1);
}

static void *count_reallocate(void *context, void *block, size_t old_size, size_t new_size) {
  (void)old_size;
  ((counter *)context)->calls++;
  return realloc(block, new_size ? new_size : 1);
}

static void count_release(void *context, void *block, size_t size) {
  (void)context, (void)size;
  free(block);
}

Test(sentence, one_allocation_a_document_and_none_when_reused) {
  enum { TIMES = 4000 };
  static const char unit[] = "The council met on Monday. It will meet again. “Why?” he asked.\n\n";
  size_t length = TIMES * (sizeof unit - 1);
  char *text = malloc(length);
  for (size_t i = 0; i < TIMES; i++) memcpy(text + i * (sizeof unit - 1), unit, sizeof unit - 1);
  counter counted = {0};
  nsp_allocator allocator = {count_allocate, count_reallocate, count_release, &counted};
  nsp_document *document = NULL;
  nsp_analyzer *analyzer = make_analyzer(false, false, "en");
  cr_assert_eq(nsp_document_new(&allocator, &document), NSP_OK);
  size_t before = counted.calls;
  cr_assert_eq(nsp_analyze(analyzer, text, length, document, NULL), NSP_OK);
  cr_assert_eq(counted.calls - before, 1u);
  cr_assert_eq(nsp_document_sentence_count(document), 3u * TIMES);
  before = counted.calls;
  cr_assert_eq(nsp_analyze(analyzer, text, length, document, NULL), NSP_OK);
  cr_assert_eq(nsp_analyze(analyzer, text, length / 2, document, NULL), NSP_OK);
  cr_assert_eq(counted.calls, before);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  free(text);
}

Test(sentence, words_of_the_users_own) {
  static const nsp_pack_file file = {"abbreviations.txt", "zzq\tnever-final\n", 16};
  static const char text[] = "He met zzq. Roe. It rained.";
  nsp_language *language = NULL;
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  cr_assert_eq(nsp_language_compile(nsp_language_find("en"), NULL, &file, 1, NULL, &language, NULL), NSP_OK);
  cr_assert_eq(nsp_config_new(NULL, &config), NSP_OK);
  cr_assert_eq(nsp_config_set(config, NSP_OPTION_STAGES, NSP_STAGE_SENTENCES), NSP_OK);
  cr_assert_eq(nsp_config_add_language(config, language), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(config, &analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  cr_assert_eq(nsp_analyze_as(analyzer, "en", text, sizeof text - 1, document, NULL), NSP_OK);
  cr_assert_eq(nsp_document_sentence_count(document), 2u);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  nsp_language_free(language);
}

Test(sentence, language_is_found) {
  static const struct {
    const char *text, *id;
  } cases[] = {{"The council said that it would not meet again before the end of the year.", "en"},
               {"Der Rat hat gesagt, dass er sich nicht vor dem Ende des Jahres wieder treffen wird.", "de"},
               {"Le conseil a dit que la réunion ne serait pas avant la fin de cette année.", "fr"},
               {"Совет сказал, что он не будет собираться до конца года, потому что все заняты.", "ru"},
               {"Το συμβούλιο είπε ότι δεν θα συνεδριάσει.", "el"},
               {"評議会は年末まで会議を開かないと述べた。", "ja"},
               {"委员会表示年底之前不会再开会。", "zh"},
               {"위원회는 올해 말까지 회의를 열지 않겠다고 말했다.", "ko"},
               {"परिषद ने कहा कि वह नहीं मिलेगी।", "hi"},
               {"12345 67890", "und"},
               {"", "und"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_assert_str_eq(nsp_language_id(nsp_language_detect(cases[i].text, strlen(cases[i].text))), cases[i].id, "%s",
                     cases[i].text);
}

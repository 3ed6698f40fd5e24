/* Every allocation of every public call fails once: the call says so, nothing leaks, and what was there before can
 * still be used. Allocations are counted in an allocator of our own and, where a call takes none, in malloc itself
 * (the linker wraps it for the library's objects; ICU's and utf8proc's own are left alone). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "newsparse/newsparse.h"
#include "texts.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);

static bool armed;
static long countdown; /* allocations until one fails; negative: it has failed */
static long live, wrong_sizes;

static bool fails(void) { return armed && countdown-- == 0; }

void *__wrap_malloc(size_t size) { return fails() ? NULL : __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { return fails() ? NULL : __real_calloc(count, size); }
void *__wrap_realloc(void *block, size_t size) { return fails() ? NULL : __real_realloc(block, size); }

/* Each block remembers its size, so that a release with another one is noticed. */
typedef union {
  size_t size;
  max_align_t align;
} header;

static void *counted_allocate(void *context, size_t size) {
  (void)context;
  if (fails()) return NULL;
  header *block = __real_malloc(sizeof *block + size);
  if (!block) abort();
  block->size = size;
  live++;
  return block + 1;
}

static void counted_release(void *context, void *data, size_t size) {
  (void)context;
  if (!data) return;
  header *block = (header *)data - 1;
  wrong_sizes += block->size != size;
  live--;
  free(block);
}

static void *counted_reallocate(void *context, void *data, size_t old_size, size_t new_size) {
  void *grown = counted_allocate(context, new_size);
  if (!grown) return NULL;
  if (data) {
    wrong_sizes += ((header *)data - 1)->size != old_size;
    memcpy(grown, data, old_size < new_size ? old_size : new_size);
    counted_release(context, data, old_size);
  }
  return grown;
}

static const nsp_allocator counted = {counted_allocate, counted_reallocate, counted_release, NULL};

static const nsp_analyzer *shared_analyzer; /* made in peace, used while memory fails */
static nsp_document *shared_document;
static char *long_text;
static size_t long_length;

static nsp_status make_analyzer(void) {
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  nsp_status status = nsp_config_new(&counted, &config);
  if (status == NSP_OK) status = nsp_config_set(config, NSP_OPTION_TILE_SENTENCES, 1);
  if (status == NSP_OK) status = nsp_config_set_language(config, "de");
  if (status == NSP_OK) status = nsp_analyzer_new(config, &analyzer);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  return status;
}

static nsp_status analyze_afresh(void) {
  nsp_document *document = NULL;
  nsp_status status = nsp_document_new(&counted, &document);
  if (status == NSP_OK) status = nsp_analyze(shared_analyzer, long_text, long_length, document, NULL);
  if (status != NSP_OK && nsp_document_sentence_count(document) != 0) status = NSP_ERROR_STATE;
  if (status == NSP_OK) status = nsp_analyze_as(shared_analyzer, "de", long_text, long_length / 2, document, NULL);
  nsp_document_reset(document);
  nsp_document_free(document);
  return status;
}

static nsp_status analyze_with_icu(void) {
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  nsp_status status = nsp_config_new(&counted, &config);
  if (status == NSP_OK) status = nsp_config_set(config, NSP_OPTION_ENGINE, NSP_ENGINE_ICU);
  if (status == NSP_OK) status = nsp_analyzer_new(config, &analyzer);
  if (status == NSP_OK) status = nsp_document_new(&counted, &document);
  if (status == NSP_OK) status = nsp_analyze(analyzer, sample_article, strlen(sample_article), document, NULL);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  return status;
}

static const char good_file[] = "# ours\nkreisbaum\tnever-final\nhaupt|hpt\tbefore-name\n";

static nsp_status compile_language(void) {
  nsp_pack_file file = {"abbreviations.txt", good_file, sizeof good_file - 1};
  nsp_language *language = NULL;
  nsp_status status = nsp_language_compile(nsp_language_find("en"), NULL, &file, 1, &counted, &language, NULL);
  nsp_language_free(language);
  return status;
}

static void ignore_mistake(const nsp_error *error, void *payload) { (void)error, (void)payload; }

static nsp_status check_language(void) {
  nsp_pack_file file = {"abbreviations.txt", good_file, sizeof good_file - 1};
  return nsp_language_check(nsp_language_find("en"), &file, 1, &counted, ignore_mistake, NULL);
}

static nsp_status render_as(nsp_format format) {
  nsp_render_options options = nsp_render_options_default(format);
  options.offsets = NSP_UNIT_UTF16;
  options.explain = true;
  char *out = NULL;
  size_t length = 0;
  nsp_status status =
      nsp_render_to_string(shared_document, sample_article, strlen(sample_article), &options, &out, &length);
  if (status != NSP_OK && out) status = NSP_ERROR_STATE;
  nsp_render_free(out);
  return status;
}

static nsp_status render_json(void) { return render_as(NSP_FORMAT_JSON); }
static nsp_status render_jsonld(void) { return render_as(NSP_FORMAT_JSONLD); }
static nsp_status render_ninjs(void) { return render_as(NSP_FORMAT_NINJS); }
static nsp_status render_html(void) { return render_as(NSP_FORMAT_HTML); }

static nsp_status make_segments(void) {
  nsp_segment *segments = NULL;
  size_t count = 0;
  nsp_status status = nsp_segments_new(shared_document, &counted, &segments, &count);
  if (status != NSP_OK && (segments || count)) status = NSP_ERROR_STATE;
  nsp_segments_free(segments, count, &counted);
  return status;
}

static nsp_status analyze_with_links(void) {
  nsp_document *document = NULL;
  nsp_link link = {{10, 20}, "https://example.org"};
  nsp_input input = nsp_input_default(long_text, long_length);
  input.links = &link;
  input.link_count = 1;
  nsp_status status = nsp_document_new(&counted, &document);
  if (status == NSP_OK) status = nsp_analyze_input(shared_analyzer, &input, document, NULL);
  nsp_document_free(document);
  return status;
}

static nsp_status convert_offsets(void) {
  uint32_t offsets[] = {90, 3, 700, 12, 4, 699};
  return nsp_offsets_convert(sample_article, strlen(sample_article), NSP_UNIT_BYTE, NSP_UNIT_CODEPOINT, offsets, 6);
}

static nsp_status convert_encoding(void) {
  char *out = NULL;
  size_t length = 0;
  nsp_status status = nsp_encoding_convert("caf\xE9", 4, "windows-1252", &counted, &out, &length);
  nsp_encoding_free(out, length, &counted);
  return status;
}

static bool take_sentence(const char *text, size_t length, uint64_t start, void *payload) {
  (void)text, (void)length, (void)start;
  ++*(size_t *)payload;
  return true;
}

static nsp_status stream_sentences(void) {
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  nsp_stream *stream = NULL;
  size_t count = 0;
  nsp_status status = nsp_config_new(&counted, &config);
  if (status == NSP_OK) status = nsp_analyzer_new(config, &analyzer);
  if (status == NSP_OK) status = nsp_stream_new(analyzer, take_sentence, &count, &stream);
  for (size_t at = 0; status == NSP_OK && at < 20000; at += 1000)
    status = nsp_stream_push(stream, long_text + at, 1000, NULL);
  if (status == NSP_OK) status = nsp_stream_finish(stream, NULL);
  nsp_stream_free(stream);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  return status;
}

static const struct {
  const char *name;
  nsp_status (*run)(void);
} scenarios[] = {
    {"config and analyzer", make_analyzer},
    {"analyze into a new document", analyze_afresh},
    {"analyze with ICU", analyze_with_icu},
    {"compile a language", compile_language},
    {"check a language", check_language},
    {"render as JSON", render_json},
    {"render as JSON-LD", render_jsonld},
    {"render as ninjs", render_ninjs},
    {"render as HTML", render_html},
    {"make segments", make_segments},
    {"analyze with links", analyze_with_links},
    {"convert offsets", convert_offsets},
    {"convert an encoding", convert_encoding},
    {"stream sentences", stream_sentences},
};

/* Fails allocation after allocation of one scenario; false when something was wrong. */
static bool sweep(size_t s) {
  bool good = true;
  long n = 0;
  for (;; n++) {
    armed = true, countdown = n, live = 0, wrong_sizes = 0;
    nsp_status status = scenarios[s].run();
    bool reached = countdown < 0;
    armed = false;
    if (live != 0) good = false, printf("%s: allocation %ld failed: %ld blocks leak\n", scenarios[s].name, n, live);
    if (wrong_sizes) good = false, printf("%s: blocks released with another size\n", scenarios[s].name);
    if (!reached && status != NSP_OK)
      good = false, printf("%s: fails with memory enough: %s\n", scenarios[s].name, nsp_status_name(status));
    if (!reached) break;
    if (status != NSP_ERROR_NO_MEMORY && status != NSP_OK)
      good = false, printf("%s: allocation %ld failed: %s\n", scenarios[s].name, n, nsp_status_name(status));
    if (!good || n > 5000) return false;
  }
  printf("%-30s %ld allocations failed, one at a time\n", scenarios[s].name, n);
  return good;
}

/* A document that failed can be used again, with the answer that it would have given. */
static bool survives(void) {
  nsp_document *document = NULL;
  if (nsp_document_new(&counted, &document) != NSP_OK) return false;
  size_t expected = nsp_document_sentence_count(shared_document);
  for (long n = 0; n < 10; n++) {
    armed = true, countdown = n;
    nsp_status status = nsp_analyze(shared_analyzer, long_text, long_length, document, NULL);
    armed = false;
    if (status == NSP_OK) continue;
    status = nsp_analyze(shared_analyzer, sample_article, strlen(sample_article), document, NULL);
    if (status != NSP_OK || nsp_document_sentence_count(document) != expected) return false;
  }
  nsp_document_free(document);
  return true;
}

/* "Once it has grown to the size of your texts, allocates nothing." */
static bool reuse_allocates_nothing(void) {
  nsp_document *document = NULL;
  if (nsp_document_new(&counted, &document) != NSP_OK) return false;
  bool good = true;
  for (int i = 0; i < 4 && good; i++) {
    armed = i >= 2, countdown = 0; /* two rounds to grow, then the first allocation fails */
    good = nsp_analyze_as(shared_analyzer, "en", long_text, long_length, document, NULL) == NSP_OK;
    armed = false;
  }
  nsp_document_free(document);
  return good;
}

int main(void) {
  size_t once = strlen(sample_article);
  long_length = 50 * once;
  long_text = malloc(long_length);
  nsp_analyzer *analyzer = NULL;
  if (!long_text || nsp_analyzer_new(NULL, &analyzer) != NSP_OK) return 2;
  for (size_t i = 0; i < 50; i++) memcpy(long_text + i * once, sample_article, once);
  shared_analyzer = analyzer;
  if (nsp_document_new(NULL, &shared_document) != NSP_OK) return 2;
  if (nsp_analyze(analyzer, sample_article, once, shared_document, NULL) != NSP_OK) return 2;
  bool good = true;
  for (size_t s = 0; s < sizeof scenarios / sizeof *scenarios; s++) good = sweep(s) && good;
  if (!survives()) good = false, printf("a document that failed does not give the right answer afterwards\n");
  if (!reuse_allocates_nothing()) good = false, printf("a document used again allocates\n");
  nsp_document_free(shared_document);
  nsp_analyzer_free(analyzer);
  free(long_text);
  return good ? 0 : 1;
}

/* Speed of the sentence engine beside memcpy and ICU's break iterator, on files given or on English of its own.
 * usage: bench_sentences [--lang ID] [--runs N] [FILE…]
 * Small files are repeated until there are five megabytes; all of it is analysed in one call, on one core. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "bench.h"
#include "text/index.h"

static const char *sample =
    "The council met on Tuesday to discuss the harbour, which was built in 1887 by J. R. Hartley & Co. for $1.5 "
    "million. "
    "“We have waited for this for years,” said Dr. Anna Lind, the mayor of Port Ellery. “It is time to act.” "
    "Work will begin at 8 a.m. on Jan. 5, she said, and end before the summer.\n\n"
    "Not everyone agreed. \"Who is going to pay?\" asked Tom Reeve, 54, a fisherman from the U.S. who moved here in "
    "2009. "
    "His boat, the Mary Ann, has been in the yard since last autumn. He would not say what the repairs had cost "
    "him.\n\n"
    "According to the ministry’s figures, traffic fell by 3.2 per cent last year (see p. 12 of the report). Officials "
    "blame the weather, the price of fuel and the new bridge; others blame the officials.\n\n";

typedef struct job {
  const char *text;
  size_t length;
  char *copy;
  nsp_analyzer *analyzer;
  nsp_document *document;
  UBreakIterator *icu;
  size_t sentences;
  uint64_t places;
} job;

static void copy_text(void *payload) {
  job *j = payload;
  memcpy(j->copy, j->text, j->length);
}

static void index_text(void *payload) {
  job *j = payload;
  static nsp__index_window window;
  j->places = 0;
  for (window.end = 0; window.end < j->length; j->places += window.count)
    nsp__index_next(NSP__INDEX_STOPS, j->text, window.end, (uint32_t)j->length, &window);
}

static void find_sentences(void *payload) {
  job *j = payload;
  bench_check(nsp_analyze(j->analyzer, j->text, j->length, j->document, NULL));
  j->sentences = nsp_document_sentence_count(j->document);
}

static void find_with_icu(void *payload) {
  job *j = payload;
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8(NULL, j->text, (int64_t)j->length, &status);
  ubrk_setUText(j->icu, text, &status);
  j->sentences = 0;
  while (ubrk_next(j->icu) != UBRK_DONE) j->sentences++;
  utext_close(text);
}

static void print_row(const char *name, const job *j, bench_result r, double icu_seconds) {
  double bytes = (double)j->length;
  printf("  %-22s %8.3f GB/s %8.2f cycles/byte", name, bytes / r.seconds / 1e9, r.cycles / bytes);
  if (icu_seconds > 0) printf(" %8.1f x ICU", icu_seconds / r.seconds);
  printf("\n");
}

static void print_memory(const job *j, const nsp_config *config) {
  bench_memory memory = {0};
  nsp_allocator counted = bench_allocator(&memory);
  nsp_document *document;
  (void)config;
  bench_check(nsp_document_new(&counted, &document));
  size_t before = memory.calls;
  bench_check(nsp_analyze(j->analyzer, j->text, j->length, document, NULL));
  size_t first = memory.calls - before, peak = memory.peak;
  before = memory.calls;
  bench_check(nsp_analyze(j->analyzer, j->text, j->length, document, NULL));
  printf("  allocations: %zu for the first text, %zu when reused; peak memory %.1f %% of the text\n", first,
         memory.calls - before, 100.0 * (double)peak / (double)j->length);
  nsp_document_free(document);
}

static void bench_text(const char *name, const char *text, size_t length, const char *language, int runs) {
  job j = {.text = text, .length = length, .copy = malloc(length)};
  nsp_config *config;
  UErrorCode status = U_ZERO_ERROR;
  bench_check(nsp_config_new(NULL, &config));
  bench_check(nsp_config_set(config, NSP_OPTION_STAGES, NSP_STAGE_BLOCKS | NSP_STAGE_SENTENCES));
  bench_check(nsp_config_set_language(config, language));
  bench_check(nsp_analyzer_new(config, &j.analyzer));
  bench_check(nsp_document_new(NULL, &j.document));
  find_sentences(&j);
  const char *id = nsp_language_id(nsp_document_language(j.document));
  j.icu = ubrk_open(UBRK_SENTENCE, id, NULL, 0, &status);
  if (U_FAILURE(status) || !j.copy) exit(1);
  copy_text(&j);
  printf("%s: %.1f MB, language %s, %zu sentences, ", name, (double)length / 1e6, id, j.sentences);
  index_text(&j);
  printf("%.2f %% of the bytes in the index\n", 100.0 * (double)j.places / (double)length);
  bench_result icu = bench_run(find_with_icu, &j, runs > 5 ? 5 : runs);
  printf("  (ICU finds %zu)\n", j.sentences);
  print_row("memcpy", &j, bench_run(copy_text, &j, runs), 0);
  print_row("index", &j, bench_run(index_text, &j, runs), 0);
  print_row("index and sentences", &j, bench_run(find_sentences, &j, runs), icu.seconds);
  print_row("ICU break iterator", &j, icu, icu.seconds);
  print_memory(&j, config);
  ubrk_close(j.icu);
  nsp_document_free(j.document);
  nsp_analyzer_free(j.analyzer);
  nsp_config_free(config);
  free(j.copy);
}

/* Repeats a text until it has five megabytes. */
static char *repeat(const char *text, size_t *length) {
  size_t wanted = 5000000, times = *length && *length < wanted ? (wanted + *length - 1) / *length : 1;
  char *all = malloc(times * *length + 1);
  if (!all) exit(1);
  for (size_t i = 0; i < times; i++) memcpy(all + i * *length, text, *length);
  *length *= times;
  return all;
}

int main(int argc, char **argv) {
  const char *language = NULL;
  int runs = 15, files = 0;
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
      language = argv[++i];
    else if (strcmp(argv[i], "--runs") == 0 && i + 1 < argc)
      runs = atoi(argv[++i]);
    else {
      size_t length;
      char *data = bench_read(argv[i], &length), *text = repeat(data, &length);
      bench_text(argv[i], text, length, language, runs > 0 ? runs : 1);
      free(text);
      free(data);
      files++;
    }
  }
  if (files) return 0;
  size_t length = strlen(sample);
  char *text = repeat(sample, &length);
  bench_text("own sample", text, length, language, runs > 0 ? runs : 1);
  free(text);
  return 0;
}

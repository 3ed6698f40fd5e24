/* Speed of the whole analysis, stage by stage, on files given or on English of its own.
 * usage: bench_analyze [--lang ID] [--runs N] [--article BYTES] [FILE…]
 * A file is cut into articles of about that many bytes, at blank lines, as a newsroom's texts come; all on one core,
 * one document reused. Without files the last rows are hostile texts: time for twice the text should be about twice the
 * time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "credit/credit.h"
#include "entity/entity.h"
#include "entity/mention.h"
#include "quote/quote.h"
#include "quote/speaker.h"
#include "sentence/sentence.h"
#include "stage.h"
#include "syntax/syntax.h"

static const char *sample =
    "The council of Port Ellery will close the harbour for a year. “We have waited too long,” said Anna Lind, the "
    "mayor. "
    "“The walls will not hold another winter.”\n\n"
    "Fishermen disagree. Tom Reeve, who owns two boats, said that the closure would ruin him, and called the plan “a "
    "gift "
    "to the port of Tully.” According to the ministry’s figures, traffic fell by three per cent last year.\n\n"
    "The opposition urged Lind to publish the engineers’ report. She promised to do so by June, but denied that it had "
    "been held back. Work begins in May. The town has nine thousand people and one cinema, which is closed on "
    "Mondays.\n\n";

static const struct {
  const char *name;
  nsp__stage run;
} stages[] = {{"blocks, sentences", nsp__find_sentences},
              {"tokens", nsp__find_tokens},
              {"mentions", nsp__find_mentions},
              {"quotations", nsp__find_quotes},
              {"entities", nsp__find_entities},
              {"speakers", nsp__attribute_speakers},
              {"credits", nsp__find_credits}};
enum { STAGES = sizeof stages / sizeof *stages };

typedef struct totals {
  double seconds[STAGES];
  size_t bytes, quotes;
} totals;

static void run_stages(const nsp__options *options, const char *language, const char *text, size_t length,
                       nsp_document *document, totals *sum) {
  nsp_document_reset(document);
  nsp__analysis a = {.text = text, .length = (uint32_t)length, .options = options, .document = document};
  a.common = nsp__options_language(options, "und");
  a.language = language ? nsp__options_language(options, language) : nsp_language_detect(text, length);
  if (!a.language) a.language = a.common;
  document->language = a.language;
  for (int i = 0; i < STAGES; i++) {
    double before = bench_seconds();
    bench_check(stages[i].run(&a));
    nsp__arena_reset(&document->scratch);
    sum->seconds[i] += bench_seconds() - before;
  }
  sum->bytes += length;
  sum->quotes += nsp_document_quote_count(document);
}

/* The end of the article that begins at `from`: the first blank line behind `size` bytes. */
static size_t article_end(const char *text, size_t length, size_t from, size_t size) {
  if (length - from <= size) return length;
  for (size_t i = from + size; i + 1 < length; i++)
    if (text[i] == '\n' && text[i + 1] == '\n') return i + 2;
  return length;
}

static void bench_articles(const char *name, const char *text, size_t length, const char *language, size_t size,
                           int runs) {
  nsp__options options = nsp__options_default();
  nsp_document *document;
  totals best = {0};
  double fastest = 0;
  bench_check(nsp_document_new(NULL, &document));
  for (int run = 0; run < runs; run++) {
    totals sum = {0};
    for (size_t at = 0; at < length;) {
      size_t end = article_end(text, length, at, size);
      run_stages(&options, language, text + at, end - at, document, &sum);
      at = end;
    }
    double all = 0;
    for (int i = 0; i < STAGES; i++) all += sum.seconds[i];
    if (run == 0 || all < fastest) fastest = all, best = sum;
  }
  printf("%s: %.1f MB in articles of %zu KB, %zu quotations\n", name, (double)best.bytes / 1e6, size / 1000,
         best.quotes);
  for (int i = 0; i < STAGES; i++)
    printf("  %-20s %8.3f GB/s %6.1f %%\n", stages[i].name, (double)best.bytes / best.seconds[i] / 1e9,
           100 * best.seconds[i] / fastest);
  printf("  %-20s %8.2f MB/s\n", "everything", (double)best.bytes / fastest / 1e6);
  nsp_document_free(document);
}

static double hostile_seconds(const char *piece, size_t bytes) {
  size_t unit = strlen(piece), length = bytes / unit * unit;
  char *text = malloc(length + 1);
  nsp__options options = nsp__options_default();
  nsp_document *document;
  totals sum = {0};
  if (!text) exit(1);
  for (size_t i = 0; i < length; i += unit) memcpy(text + i, piece, unit);
  bench_check(nsp_document_new(NULL, &document));
  run_stages(&options, "en", text, length, document, &sum);
  nsp_document_free(document);
  free(text);
  double all = 0;
  for (int i = 0; i < STAGES; i++) all += sum.seconds[i];
  return all;
}

static void bench_hostile_texts(size_t bytes) {
  static const char *const pieces[] = {
      "“", "”",  "\"",     "“ a ", "said ", "said, ", "he said that ", "“a,” he said. ", "A: ", "— ", "according to ",
      "(", "''", "“A.\n\n"};
  printf("hostile texts, %.1f MB and twice as much\n", (double)bytes / 1e6);
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    double once = hostile_seconds(pieces[i], bytes), twice = hostile_seconds(pieces[i], 2 * bytes);
    char shown[32];
    size_t k = 0;
    for (const char *c = pieces[i]; *c; c++) shown[k++] = *c == '\n' ? '/' : *c;
    shown[k] = '\0';
    printf("  %-18s %8.3f s %8.3f s  x %.2f\n", shown, once, twice, twice / (once > 0 ? once : 1e-9));
  }
}

int main(int argc, char **argv) {
  const char *language = NULL;
  size_t article = 5000;
  int runs = 3, files = 0;
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
      language = argv[++i];
    else if (strcmp(argv[i], "--runs") == 0 && i + 1 < argc)
      runs = atoi(argv[++i]);
    else if (strcmp(argv[i], "--article") == 0 && i + 1 < argc)
      article = (size_t)atol(argv[++i]);
    else {
      size_t length;
      char *text = bench_read(argv[i], &length);
      bench_articles(argv[i], text, length, language, article, runs > 0 ? runs : 1);
      free(text);
      files++;
    }
  }
  if (!files) {
    size_t unit = strlen(sample), times = 2000000 / unit;
    char *text = malloc(unit * times + 1);
    if (!text) return 1;
    for (size_t i = 0; i < times; i++) memcpy(text + i * unit, sample, unit);
    bench_articles("its own English", text, unit * times, "en", article, runs > 0 ? runs : 1);
    free(text);
  }
  if (!files) bench_hostile_texts(500000);
  return 0;
}

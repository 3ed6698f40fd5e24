/* Is the time linear for hostile text? Prints seconds for n and for 2n bytes of every family, and their ratio.
 * usage: bench_hostile [MEGABYTES] (default 16; one word: as many, too) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

static const struct {
  const char *name, *unit; /* repeated to fill the text */
} families[] = {
    {"all full stops", "."},
    {"all quotation marks", "\""},
    {"all curly quotation marks", "\xE2\x80\x9C"},
    {"one word", "a"},
    {"a.a.a.", "a."},
    {"A.A.A.", "A."},
    {"A. A. A.", "A. "},
    {"alternating scripts", "a\xD0\xB1\xE4\xB8\xAD"},
    {"unclosed brackets", "("},
    {"unclosed brackets, words", "(Ab. "},
    {"closing brackets", ")"},
    {"unclosed Chinese brackets", "\xE3\x80\x8C\xE3\x80\x82"},
    {"spaced full stops", ". "},
    {"spaced quotation marks", ". \" "},
    {"spaces", " "},
    {"line breaks", "\n"},
    {"lines of one letter", "a\n"},
    {"lines without an end", "word \n"},
    {"lines that go on", "Word word\nword word\n"},
    {"list labels", "1) "},
    {"question marks and spaces", "?  "},
    {"emoticons", ":) "},
    {"footnotes", "ab.1 "},
    {"ellipses", ". . . "},
    {"malformed bytes", "\xFF"},
    {"cut characters", "\xE2\x80"},
    {"zero-width spaces", "\xE2\x80\x8B"},
    {"dandas", "\xE0\xA5\xA4"},
    {"NUL bytes", "\0"},
};

typedef struct job {
  const nsp_analyzer *analyzer;
  nsp_document *document;
  const char *text;
  size_t length;
} job;

static void analyze(void *payload) {
  job *j = payload;
  bench_check(nsp_analyze(j->analyzer, j->text, j->length, j->document, NULL));
}

static double time_for(const nsp_analyzer *analyzer, const char *text, size_t length) {
  job j = {.analyzer = analyzer, .text = text, .length = length};
  bench_check(nsp_document_new(NULL, &j.document));
  analyze(&j); /* so that the memory is there */
  double seconds = bench_run(analyze, &j, 5).seconds;
  nsp_document_free(j.document);
  return seconds;
}

int main(int argc, char **argv) {
  size_t n = (size_t)((argc > 1 ? atof(argv[1]) : 16) * 1e6), worst_family = 0;
  double worst = 0;
  char *text = malloc(2 * n + 8);
  nsp_config *config;
  nsp_analyzer *analyzer;
  if (!text) return 1;
  bench_check(nsp_config_new(NULL, &config));
  bench_check(nsp_config_set(config, NSP_OPTION_STAGES, NSP_STAGE_BLOCKS | NSP_STAGE_SENTENCES));
  bench_check(nsp_analyzer_new(config, &analyzer));
  printf("%-28s %12s %12s %8s %10s\n", "family", "n, seconds", "2n, seconds", "ratio", "MB/s");
  for (size_t f = 0; f < sizeof families / sizeof *families; f++) {
    size_t unit = strlen(families[f].unit) ? strlen(families[f].unit) : 1;
    for (size_t i = 0; i < 2 * n; i += unit) memcpy(text + i, families[f].unit, unit < 2 * n - i ? unit : 2 * n - i);
    double once = time_for(analyzer, text, n), twice = time_for(analyzer, text, 2 * n), ratio = twice / once;
    printf("%-28s %12.4f %12.4f %8.2f %10.1f\n", families[f].name, once, twice, ratio, (double)n / once / 1e6);
    if (ratio > worst) worst = ratio, worst_family = f;
  }
  printf("worst ratio %.2f (%s), n = %.1f MB\n", worst, families[worst_family].name, (double)n / 1e6);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  free(text);
  return 0;
}

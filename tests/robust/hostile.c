/* Hostile texts: twice the text may take no more than about twice the time, in every family, for the whole pipeline. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "newsparse/newsparse.h"
#include "texts.h"

enum { SMALL = 100000, ROUNDS = 3 };
#define FLOOR 0.008     /* seconds: less than this says nothing about growth */
#define MOST_GROWTH 3.2 /* for twice the text; a square would be 4 */

/* Processor time, which other programs on the machine do not stretch. */
static double now(void) { return (double)clock() / CLOCKS_PER_SEC; }

/* Best time of a few rounds, in seconds; negative on failure. */
static double measure(const nsp_analyzer *analyzer, nsp_document *document, const char *text, size_t size) {
  double best = -1;
  for (int i = 0; i < ROUNDS; i++) {
    double start = now();
    if (nsp_analyze_as(analyzer, "en", text, size, document, NULL) != NSP_OK) return -1;
    double took = now() - start;
    if (best < 0 || took < best) best = took;
    if (took > 2) break; /* slow enough to be sure */
  }
  return best;
}

int main(int argc, char **argv) {
  size_t size = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : SMALL;
  char *text = malloc(4 * size);
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  if (!text || nsp_analyzer_new(NULL, &analyzer) != NSP_OK || nsp_document_new(NULL, &document) != NSP_OK) return 2;
  int wrong = 0;
  printf("%-30s %9s %9s %6s\n", "family", "ms", "ms for 2n", "ratio");
  for (size_t family = 0;; family++) {
    size_t n = size;
    const char *name = hostile_text(family, text, n);
    if (!name) break;
    double one = measure(analyzer, document, text, n);
    hostile_text(family, text, 2 * n);
    double two = measure(analyzer, document, text, 2 * n);
    bool bad = one < 0 || two < 0 || (two > FLOOR && two > MOST_GROWTH * one);
    if (bad && one >= 0 && two < 1) { /* a busy machine? once more */
      hostile_text(family, text, n);
      one = measure(analyzer, document, text, n);
      hostile_text(family, text, 2 * n);
      two = measure(analyzer, document, text, 2 * n);
      bad = one < 0 || two < 0 || two > MOST_GROWTH * one;
    }
    printf("%-30s %9.2f %9.2f %6.2f%s\n", name, one * 1e3, two * 1e3, two / one, bad ? "  TOO SLOW" : "");
    wrong += bad;
  }
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  free(text);
  return wrong ? 1 : 0;
}

/* One analyzer, many threads, a document each: the answers are those of one thread alone. Built with the thread
 * sanitizer in the tsan preset. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "newsparse/newsparse.h"
#include "texts.h"

enum { THREADS = 4, TEXTS = 60, LONGEST = 6000 };

static const nsp_analyzer *analyzer;
static char *answers[TEXTS]; /* JSON of one thread alone */

static size_t make_text(uint32_t number, char *out) {
  dice d = {number};
  return mix_text(&d, number % 3 * 20, out, LONGEST);
}

static char *answer(uint32_t number, nsp_document *document, char *text) {
  size_t length = make_text(number, text);
  nsp_render_options options = nsp_render_options_default(NSP_FORMAT_NDJSON);
  char *json = NULL;
  if (nsp_analyze(analyzer, text, length, document, NULL) != NSP_OK) return NULL;
  if (nsp_render_to_string(document, text, length, &options, &json, NULL) != NSP_OK) return NULL;
  return json;
}

static void *work(void *payload) {
  size_t first = *(const size_t *)payload, *wrong = malloc(sizeof *wrong);
  char *text = malloc(LONGEST);
  nsp_document *document = NULL;
  if (!wrong || !text || nsp_document_new(NULL, &document) != NSP_OK) abort();
  *wrong = 0;
  for (size_t i = 0; i < TEXTS; i++) {
    size_t number = (first * 17 + i) % TEXTS;
    char *json = answer((uint32_t)number, document, text);
    *wrong += !json || strcmp(json, answers[number]) != 0;
    nsp_render_free(json);
  }
  nsp_document_free(document);
  free(text);
  return wrong;
}

int main(void) {
  nsp_analyzer *made = NULL;
  nsp_document *document = NULL;
  char *text = malloc(LONGEST);
  if (!text || nsp_analyzer_new(NULL, &made) != NSP_OK || nsp_document_new(NULL, &document) != NSP_OK) return 2;
  analyzer = made;
  for (uint32_t i = 0; i < TEXTS; i++)
    if (!(answers[i] = answer(i, document, text))) return 2;
  pthread_t threads[THREADS];
  size_t numbers[THREADS], all_wrong = 0;
  for (size_t i = 0; i < THREADS; i++) {
    numbers[i] = i;
    if (pthread_create(&threads[i], NULL, work, &numbers[i])) return 2;
  }
  for (size_t i = 0; i < THREADS; i++) {
    void *wrong = NULL;
    pthread_join(threads[i], &wrong);
    all_wrong += *(size_t *)wrong;
    free(wrong);
  }
  for (uint32_t i = 0; i < TEXTS; i++) nsp_render_free(answers[i]);
  nsp_document_free(document);
  nsp_analyzer_free(made);
  free(text);
  printf("%d threads, %d texts each: %zu answers differ\n", THREADS, TEXTS, all_wrong);
  return all_wrong ? 1 : 0;
}

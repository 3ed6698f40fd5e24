/* split_sentences: prints each sentence of standard input on a line of its own. */
#include <newsparse/newsparse.h>
#include <stdio.h>
#include <stdlib.h>

/* Reads everything; the caller frees it. */
static char *read_all(FILE *file, size_t *length) {
  size_t size = 1 << 16;
  char *text = malloc(size);
  *length = 0;
  for (size_t got; text && (got = fread(text + *length, 1, size - *length, file)) > 0;) {
    *length += got;
    if (*length < size) continue;
    char *larger = realloc(text, size *= 2);
    if (!larger) free(text);
    text = larger;
  }
  return text;
}

int main(void) {
  size_t length;
  char *text = read_all(stdin, &length);
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  nsp_config *config = NULL;
  nsp_status status = text ? nsp_config_new(NULL, &config) : NSP_ERROR_NO_MEMORY;
  if (status == NSP_OK) status = nsp_config_set(config, NSP_OPTION_STAGES, NSP_STAGE_SENTENCES);
  if (status == NSP_OK) status = nsp_analyzer_new(config, &analyzer);
  if (status == NSP_OK) status = nsp_document_new(NULL, &document);
  if (status == NSP_OK) status = nsp_analyze(analyzer, text, length, document, NULL);
  for (size_t i = 0; status == NSP_OK && i < nsp_document_sentence_count(document); i++) {
    nsp_span span = nsp_document_sentence(document, i)->span;
    printf("%.*s\n", (int)(span.end - span.start), text + span.start);
  }
  if (status != NSP_OK) fprintf(stderr, "%s\n", nsp_status_message(status));
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
  free(text);
  return status == NSP_OK ? 0 : 1;
}

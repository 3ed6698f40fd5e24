/* stream: many documents with one analyzer and one document that is reused. Each line of standard input is a text; each
 * answer is one line of JSON. Once the document has grown to the size of the texts, nothing is allocated any more for
 * the analysis. */
#define _POSIX_C_SOURCE 200809L
#include <newsparse/newsparse.h>
#include <stdio.h>
#include <stdlib.h>

/* Called with pieces of the answer. */
static bool write_piece(const char *data, size_t length, void *payload) {
  return fwrite(data, 1, length, payload) == length;
}

static nsp_status answer(const nsp_analyzer *analyzer, nsp_document *document, const char *text, size_t length,
                         unsigned long number) {
  char id[24];
  snprintf(id, sizeof id, "%lu", number);
  nsp_status status = nsp_analyze(analyzer, text, length, document, NULL);
  if (status != NSP_OK) return status;
  nsp_render_options options = nsp_render_options_default(NSP_FORMAT_NDJSON);
  options.id = id;
  return nsp_render(document, text, length, &options, write_piece, stdout);
}

int main(void) {
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  nsp_status status = nsp_analyzer_new(NULL, &analyzer);
  if (status == NSP_OK) status = nsp_document_new(NULL, &document);
  char *line = NULL;
  size_t size = 0;
  unsigned long number = 0;
  for (ssize_t length; status == NSP_OK && (length = getline(&line, &size, stdin)) > 0;)
    status = answer(analyzer, document, line, (size_t)length, ++number);
  if (status != NSP_OK) fprintf(stderr, "%s\n", nsp_status_message(status));
  free(line);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  return status == NSP_OK ? 0 : 1;
}

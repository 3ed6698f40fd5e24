/* who_said_what: the quotations of a short text with their speakers. */
#include <newsparse/newsparse.h>
#include <stdio.h>
#include <string.h>

static const char text[] =
    "The bridge will open in June, Mayor Ada Quist said on Monday. “We have waited long enough,” she told the council. "
    "According to the builders, the work costs 40 million crowns.";

static void print_span(nsp_span span) { printf("%.*s", (int)(span.end - span.start), text + span.start); }

static void print_quote(const nsp_document *document, const nsp_quote *quote) {
  for (uint32_t i = 0; i < quote->speakers.count; i++) {
    const nsp_entity *speaker = nsp_document_entity(document, quote->speakers.items[i]);
    printf("%s%.*s", i ? " and " : "", (int)speaker->name.length, speaker->name.data);
  }
  if (!quote->speakers.count) printf("Somebody");
  printf(" (%s", nsp_quote_kind_name(quote->kind));
  for (uint32_t i = 0; i < quote->source.count; i++)
    printf(", as \""), print_span(quote->source.items[i]), printf("\"");
  printf("): ");
  for (uint32_t i = 0; i < quote->content.count; i++) {
    if (i) printf(" … ");
    print_span(quote->content.items[i]);
  }
  printf("\n");
}

int main(void) {
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  nsp_status status = nsp_analyzer_new(NULL, &analyzer);
  if (status == NSP_OK) status = nsp_document_new(NULL, &document);
  if (status == NSP_OK) status = nsp_analyze(analyzer, text, strlen(text), document, NULL);
  for (size_t i = 0; status == NSP_OK && i < nsp_document_quote_count(document); i++)
    print_quote(document, nsp_document_quote(document, i));
  if (status != NSP_OK) fprintf(stderr, "%s\n", nsp_status_message(status));
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  return status == NSP_OK ? 0 : 1;
}

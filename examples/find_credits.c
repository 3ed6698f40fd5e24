/* find_credits: where an article says that it comes from. */
#include <newsparse/newsparse.h>
#include <stdio.h>
#include <string.h>

static const char text[] =
    "The council voted for the bridge on Tuesday.\n"
    "\n"
    "This article is republished from The Conversation under a Creative Commons license.\n"
    "© 2024 The Associated Press. All rights reserved.\n";

static void print_string(const char *label, nsp_string string) {
  if (string.data) printf("  %s %.*s\n", label, (int)string.length, string.data);
}

int main(void) {
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  nsp_status status = nsp_analyzer_new(NULL, &analyzer);
  if (status == NSP_OK) status = nsp_document_new(NULL, &document);
  if (status == NSP_OK) status = nsp_analyze(analyzer, text, strlen(text), document, NULL);
  for (size_t i = 0; status == NSP_OK && i < nsp_document_credit_count(document); i++) {
    const nsp_credit *credit = nsp_document_credit(document, i);
    printf("%s: %.*s\n", nsp_credit_kind_name(credit->kind), (int)(credit->span.end - credit->span.start),
           text + credit->span.start);
    for (uint32_t k = 0; k < credit->source_count; k++) print_string("source", credit->sources[k].name);
    print_string("license", credit->license);
    print_string("holder", credit->holder);
  }
  if (status == NSP_OK) {
    const nsp_provenance *provenance = nsp_document_provenance(document);
    printf("taken together:\n");
    print_string("publisher", provenance->publisher);
    print_string("rights", provenance->rights_holder);
    print_string("license", provenance->license);
  }
  if (status != NSP_OK) fprintf(stderr, "%s\n", nsp_status_message(status));
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  return status == NSP_OK ? 0 : 1;
}

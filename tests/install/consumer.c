/* A stranger's program: compiled as C and as C++ against an installed copy, shared and static. */
#include <newsparse/newsparse.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  static const char text[] = "The council met on Monday. It will meet again in June.";
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  size_t count = 0;
  if (nsp_version() != NSP_VERSION_NUMBER) return 3;
  if (nsp_analyzer_new(NULL, &analyzer) != NSP_OK || nsp_document_new(NULL, &document) != NSP_OK) return 2;
  if (nsp_analyze(analyzer, text, strlen(text), document, NULL) == NSP_OK)
    count = nsp_document_sentence_count(document);
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  printf("newsparse %s: %u sentences\n", nsp_version_string(), (unsigned)count);
  return count == 2 ? 0 : 1;
}

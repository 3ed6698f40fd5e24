/* Language-pack files of any content. The first byte chooses the file's role and its base, the rest is the file; a pack
 * that compiles is used. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "newsparse/newsparse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const names[] = {
    "language.txt",
    "credits.txt",
    "nothing-is-called-so.txt",
#define NSP__CLASS(name, file) file,
#include "language/classes.def"
#undef NSP__CLASS
};

static void use(const nsp_language *language) {
  static const char text[] = "Dr. Roe said: \"We met.\" According to the Gazette, nobody came (AFP).";
  nsp_config *config = NULL;
  nsp_analyzer *analyzer = NULL;
  nsp_document *document = NULL;
  if (nsp_config_new(NULL, &config) != NSP_OK || nsp_config_add_language(config, language) != NSP_OK) abort();
  if (nsp_analyzer_new(config, &analyzer) != NSP_OK || nsp_document_new(NULL, &document) != NSP_OK) abort();
  if (nsp_analyze_as(analyzer, nsp_language_id(language), text, strlen(text), document, NULL) != NSP_OK) abort();
  nsp_document_free(document);
  nsp_analyzer_free(analyzer);
  nsp_config_free(config);
}

static void count(const nsp_error *error, void *payload) {
  if (!error->message[0] || error->line == 0) abort();
  ++*(size_t *)payload;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 1) return 0;
  char *copy = malloc(size);
  if (!copy) abort();
  memcpy(copy, data + 1, size - 1);
  nsp_pack_file file = {names[data[0] / 2 % (sizeof names / sizeof *names)], copy, size - 1};
  const nsp_language *base = data[0] & 1 ? nsp_language_find("en") : NULL;
  nsp_language *language = NULL;
  nsp_error error = {0};
  size_t mistakes = 0;
  nsp_status status = nsp_language_compile(base, "en", &file, 1, NULL, &language, &error);
  nsp_status checked = nsp_language_check(base, &file, 1, NULL, count, &mistakes);
  if ((status == NSP_OK) != (language != NULL)) abort();
  if ((status == NSP_ERROR_PACK_SYNTAX) != (checked == NSP_ERROR_PACK_SYNTAX && mistakes > 0)) abort();
  if (language) use(language);
  nsp_language_free(language);
  free(copy);
  return 0;
}

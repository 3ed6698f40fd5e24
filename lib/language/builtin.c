#include "language/builtin.h"

#include <string.h>
#include <unicode/uloc.h>

size_t nsp_language_builtin_count(void) { return nsp__builtin_language_count; }

const nsp_language *nsp_language_builtin(size_t index) {
  return index < nsp__builtin_language_count ? &nsp__builtin_languages[index] : NULL;
}

static const nsp_language *find_code(const char *code) {
  for (size_t i = 0; i < nsp__builtin_language_count; i++)
    if (strcmp(nsp_language_id(&nsp__builtin_languages[i]), code) == 0) return &nsp__builtin_languages[i];
  return NULL;
}

const nsp_language *nsp_language_find(const char *id) {
  if (!id || !*id) return NULL;
  const nsp_language *exact = find_code(id);
  if (exact) return exact;
  /* ICU knows what a locale id may look like ("pt_BR", "iw", "zh-Hans-CN") and gives its language's modern code. */
  char language[ULOC_LANG_CAPACITY], canonical[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_canonicalize(id, canonical, sizeof canonical, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return NULL;
  uloc_getLanguage(canonical, language, sizeof language, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || !*language) return NULL;
  /* Norwegian goes by one pack. */
  if (strcmp(language, "nb") == 0 || strcmp(language, "nn") == 0) return find_code("no");
  return find_code(language);
}

#include "builtin.h"

#include <string.h>

int nsp__model_builtin(nsp__model *m, const char *language) {
  size_t n = language ? strcspn(language, "-_") : 0;
  for (const nsp__builtin_model *b = nsp__builtin_models; n && b->language; b++)
    if (strlen(b->language) == n && memcmp(b->language, language, n) == 0)
      return nsp__model_map(m, b->start, (size_t)(b->end - b->start));
  return 0;
}

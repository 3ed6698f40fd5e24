/* Is a text valid UTF-8? */
#ifndef NSP_TEXT_CHECK_H
#define NSP_TEXT_CHECK_H

#include <stddef.h>
#include <stdint.h>

typedef struct nsp__text_check {
  uint64_t malformed;       /* bytes that belong to no valid character */
  uint64_t first_malformed; /* offset of the first of them */
} nsp__text_check;

nsp__text_check nsp__check_text(const char *text, size_t length);

#endif

#include "text/check.h"

#include "text/utf8.h"

nsp__text_check nsp__check_text(const char *text, size_t length) {
  nsp__text_check check = {0, 0};
  for (size_t at = 0; at < length;) {
    uint32_t codepoint;
    size_t size = nsp__utf8_decode(text + at, length - at, &codepoint);
    if (codepoint == NSP__MALFORMED && check.malformed++ == 0) check.first_malformed = at;
    at += size;
  }
  return check;
}

/* Han characters and kana, which credits read one by one: between them no space tells where a word ends. */
#ifndef NSP_TEXT_IDEOGRAPH_H
#define NSP_TEXT_IDEOGRAPH_H

#include <stdbool.h>
#include <stdint.h>

enum { NSP__IDEOGRAPH_LEAD = 0xE3 }; /* in UTF-8 none begins with a lower byte */

static inline bool nsp__is_ideograph(uint32_t c) {
  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF && c != 0x30FB) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

#endif

/* Reading and writing single characters of UTF-8 (RFC 3629). Whole texts are checked by the structural index. */
#ifndef NSP_TEXT_UTF8_H
#define NSP_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* What a malformed byte decodes to: no code point. */
#define NSP__MALFORMED UINT32_MAX

/* The character at `text`, of which `length` (at least 1) bytes are there. Its size in bytes; a malformed byte is a
 * unit of one byte. */
size_t nsp__utf8_decode(const char *text, size_t length, uint32_t *codepoint);

/* The character that ends before text[at] (at least 1); its size in bytes. */
size_t nsp__utf8_decode_before(const char *text, size_t at, uint32_t *codepoint);

/* Writes a code point; how many bytes. */
size_t nsp__utf8_encode(uint32_t codepoint, char out[4]);

#endif

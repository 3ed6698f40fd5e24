/** @file encoding.h
 *  Texts that are not UTF-8: what they are in, and how to make them UTF-8. Uses ICU. */
#ifndef NEWSPARSE_ENCODING_H
#define NEWSPARSE_ENCODING_H

#include "newsparse/allocator.h"
#include "newsparse/status.h"

NSP_BEGIN_DECLS

/** Guesses a text's encoding (byte-order mark, then validity as UTF-8, then ICU's charset detector).
 *  @return An IANA name such as "windows-1251"; "UTF-8" when in doubt. Static; thread-safe. */
NSP_API const char *nsp_encoding_detect(const char *bytes, size_t length);

/** Converts a text to UTF-8. A byte-order mark is dropped; what has no meaning in the encoding becomes U+FFFD.
 *  @param encoding    IANA name or ICU alias, NUL-terminated.
 *  @param allocator   NULL for the default.
 *  @param out         Receives the new text, NUL-terminated: free it with nsp_encoding_free(). NULL on failure.
 *  @param out_length  Receives its length in bytes, the NUL not counted.
 *  @return NSP_OK, NSP_ERROR_UNKNOWN_ENCODING, NSP_ERROR_TOO_LONG, NSP_ERROR_NO_MEMORY. Thread-safe. */
NSP_API NSP_NODISCARD nsp_status nsp_encoding_convert(const char *bytes, size_t length, const char *encoding,
                                                      const nsp_allocator *allocator, char **out, size_t *out_length);

/** Frees what nsp_encoding_convert() made. NULL is allowed; `allocator` and `length` are those of that call. */
NSP_API void nsp_encoding_free(char *text, size_t length, const nsp_allocator *allocator);

NSP_END_DECLS
#endif

/** @file offsets.h
 *  Byte offsets into other languages' units, and back. */
#ifndef NEWSPARSE_OFFSETS_H
#define NEWSPARSE_OFFSETS_H

#include "newsparse/status.h"

NSP_BEGIN_DECLS

/** In what a string's length is counted. A malformed byte counts as one code point and one UTF-16 unit. */
typedef enum nsp_unit {
  NSP_UNIT_BYTE = 0,      /**< C, Go, Rust */
  NSP_UNIT_CODEPOINT = 1, /**< Python */
  NSP_UNIT_UTF16 = 2      /**< Java, JavaScript, C# */
} nsp_unit;

/** Converts many offsets in place, in one pass over the text.
 *  @param text, length  The text that they point into.
 *  @param offsets       `count` offsets in unit `from`, in any order (quickest when ascending). One inside a
 *                       character goes to that character's start, one beyond the end to the end.
 *  @return NSP_OK; NSP_ERROR_INVALID_ARGUMENT for a unit that does not exist or a NULL; NSP_ERROR_TOO_LONG;
 *          NSP_ERROR_NO_MEMORY when the text could not be indexed for unordered offsets (some may be converted by
 *          then; ascending ones need no memory). Thread-safe. */
NSP_API NSP_NODISCARD nsp_status nsp_offsets_convert(const char *text, size_t length, nsp_unit from, nsp_unit to,
                                                     uint32_t *offsets, size_t count);

/** Length of a text in a unit; 0 for one of more than NSP_MAX_INPUT bytes. Thread-safe. */
NSP_API size_t nsp_offsets_length(const char *text, size_t length, nsp_unit unit);

NSP_END_DECLS
#endif

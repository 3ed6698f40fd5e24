/** @file common.h
 *  What every public header needs: the export macro, C linkage, spans and strings.
 *
 *  Offsets are zero-based BYTES into the caller's text and spans are half open, [start, end), everywhere in this
 *  API; nsp_offsets_convert() turns many of them into code points or UTF-16 units at once.
 *
 *  Four words say who owns what. *new*: you free it. *borrowed*: it dies with its parent. *taken*: we free it.
 *  *view*: it points into your own text. */
#ifndef NEWSPARSE_COMMON_H
#define NEWSPARSE_COMMON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define NSP_BEGIN_DECLS extern "C" {
#define NSP_END_DECLS }
#else
#define NSP_BEGIN_DECLS
#define NSP_END_DECLS
#endif

#if defined(SWIG)
#define NSP_API
#define NSP_NODISCARD
#elif defined(_WIN32) && defined(NSP_SHARED)
#ifdef NSP_BUILDING
#define NSP_API __declspec(dllexport)
#else
#define NSP_API __declspec(dllimport)
#endif
#define NSP_NODISCARD
#elif defined(__GNUC__)
#define NSP_API __attribute__((visibility("default")))
#define NSP_NODISCARD __attribute__((warn_unused_result))
#else
#define NSP_API
#define NSP_NODISCARD
#endif

NSP_BEGIN_DECLS

/** The longest text that one call takes, in bytes (2^32 - 2): every offset fits 32 bits, and one value is left over. */
#define NSP_MAX_INPUT ((size_t)0xFFFFFFFEu)

/** "No such element", where an index is expected. */
#define NSP_NONE UINT32_MAX

/** A piece of the caller's text: bytes [start, end). Empty when start == end. */
typedef struct nsp_span {
  uint32_t start; /**< first byte */
  uint32_t end;   /**< one past the last byte */
} nsp_span;

/** Several pieces of the caller's text, in text order. Borrowed from the document. */
typedef struct nsp_spans {
  const nsp_span *items; /**< NULL when count is 0 */
  uint32_t count;
} nsp_spans;

/** UTF-8 that is not NUL-terminated by promise (the library's own strings are, as it happens not to cost anything).
 *  data is NULL for "not known", which differs from an empty string. */
typedef struct nsp_string {
  const char *data;
  uint32_t length; /**< bytes */
} nsp_string;

/** The element numbers of another list of the same document (speakers are entities, for example). Borrowed. */
typedef struct nsp_ids {
  const uint32_t *items; /**< NULL when count is 0 */
  uint32_t count;
} nsp_ids;

NSP_END_DECLS
#endif

/** @file status.h
 *  How calls fail: a status from every call that can, and details for whoever asks. */
#ifndef NEWSPARSE_STATUS_H
#define NEWSPARSE_STATUS_H

#include "newsparse/common.h"

NSP_BEGIN_DECLS

/** Zero is success, negative is failure; positive values are reserved for information. */
typedef enum nsp_status {
  NSP_OK = 0,
  NSP_ERROR_NO_MEMORY = -1,         /**< an allocation failed; every handle is as it was before the call */
  NSP_ERROR_INVALID_ARGUMENT = -2,  /**< a NULL where none is allowed, an option or a unit that does not exist */
  NSP_ERROR_TOO_LONG = -3,          /**< more than NSP_MAX_INPUT bytes, or an analyzer's own lower limit */
  NSP_ERROR_MALFORMED_UTF8 = -4,    /**< only with NSP_OPTION_STRICT_UTF8; the error's offset is the byte */
  NSP_ERROR_UNKNOWN_LANGUAGE = -5,  /**< no pack goes by that name */
  NSP_ERROR_PACK_SYNTAX = -6,       /**< a language-pack file has a mistake: file, line and column are in the error */
  NSP_ERROR_PACK_FORMAT = -7,       /**< bytes that are no compiled pack, or one of another format version */
  NSP_ERROR_UNKNOWN_ENCODING = -8,  /**< no converter for that character encoding */
  NSP_ERROR_UNSUPPORTED = -9,       /**< this build lacks what was asked for */
  NSP_ERROR_STATE = -10             /**< a call out of order, such as pushing into a finished stream */
} nsp_status;

/** What went wrong, for a person. Filled only on failure; the caller owns the struct, the strings need no freeing.
 *  Start from `nsp_error error = {0};` */
typedef struct nsp_error {
  nsp_status status;
  uint64_t offset;   /**< byte of the input (or of the pack file) where it went wrong; 0 if that means nothing */
  uint32_t line;     /**< 1-based line of a pack file; 0 otherwise */
  uint32_t column;   /**< 1-based column, in bytes, of a pack file; 0 otherwise */
  char file[128];    /**< name of the pack file, cut to fit, NUL-terminated; "" otherwise */
  char message[160]; /**< one sentence, NUL-terminated UTF-8 */
} nsp_error;

/** One English sentence for a status, never NULL. Static; thread-safe. */
NSP_API const char *nsp_status_message(nsp_status status);

/** The name of a status, such as "NSP_ERROR_NO_MEMORY", never NULL. Static; thread-safe. */
NSP_API const char *nsp_status_name(nsp_status status);

NSP_END_DECLS
#endif

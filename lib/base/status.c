#include "base/status.h"

#include <string.h>

#define STATUSES(X)                                                                       \
  X(NSP_OK, "done")                                                                       \
  X(NSP_ERROR_NO_MEMORY, "out of memory")                                                 \
  X(NSP_ERROR_INVALID_ARGUMENT, "an argument is not allowed")                             \
  X(NSP_ERROR_TOO_LONG, "the text is too long")                                           \
  X(NSP_ERROR_MALFORMED_UTF8, "the text is not valid UTF-8")                              \
  X(NSP_ERROR_UNKNOWN_LANGUAGE, "there is no language pack of that name")                 \
  X(NSP_ERROR_PACK_SYNTAX, "a language-pack file has a mistake")                          \
  X(NSP_ERROR_PACK_FORMAT, "these bytes are not a language pack that this version reads") \
  X(NSP_ERROR_UNKNOWN_ENCODING, "there is no character encoding of that name")            \
  X(NSP_ERROR_UNSUPPORTED, "this build of the library cannot do that")                    \
  X(NSP_ERROR_STATE, "the call came out of order")

const char *nsp_status_message(nsp_status status) {
  switch (status) {
#define X(name, text) \
  case name: return text;
    STATUSES(X)
#undef X
  }
  return "unknown status";
}

const char *nsp_status_name(nsp_status status) {
  switch (status) {
#define X(name, text) \
  case name: return #name;
    STATUSES(X)
#undef X
  }
  return "NSP_ERROR_UNKNOWN";
}

static void copy_cut(char *to, size_t size, const char *from) {
  size_t length = strlen(from);
  if (length >= size) length = size - 1;
  memcpy(to, from, length);
  to[length] = '\0';
}

nsp_status nsp__fail_at(nsp_error *error, nsp_status status, const char *file, uint32_t line, uint32_t column,
                        const char *message) {
  if (error) {
    memset(error, 0, sizeof *error);
    error->status = status;
    error->line = line;
    error->column = column;
    copy_cut(error->file, sizeof error->file, file);
    copy_cut(error->message, sizeof error->message, message ? message : nsp_status_message(status));
  }
  return status;
}

nsp_status nsp__fail(nsp_error *error, nsp_status status, uint64_t offset, const char *message) {
  nsp__fail_at(error, status, "", 0, 0, message);
  if (error) error->offset = offset;
  return status;
}

/* Filling nsp_error. */
#ifndef NSP_BASE_STATUS_H
#define NSP_BASE_STATUS_H

#include "newsparse/status.h"

/* Fills `error`, which may be NULL, and returns `status`, so that a failing call can end with one line.
 * `message` NULL takes the status's own sentence. */
nsp_status nsp__fail(nsp_error *error, nsp_status status, uint64_t offset, const char *message);

/* The same for a place in a pack file. */
nsp_status nsp__fail_at(nsp_error *error, nsp_status status, const char *file, uint32_t line, uint32_t column,
                        const char *message);

#endif

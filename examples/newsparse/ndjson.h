/* NDJSON: one line {"id":…, "lang":…, "text":…} in, one line of answer out. */
#ifndef NDJSON_H
#define NDJSON_H

#include "analysis.h"
#include "buffer.h"

/* Appends one answer for each of the lines (blank ones have none), or {"id":…,"error":{…}}; false if there is such a
 * one. `number` is that of the first line, from 1. */
bool ndjson_answer(const struct analysis *analysis, nsp_document *document, const char *lines, size_t length,
                   size_t number, struct buffer *out);

#endif

/* NDJSON: one line {"id":…, "lang":…, "text":…} in, one line of answer out. */
#ifndef NDJSON_H
#define NDJSON_H

#include "analysis.h"
#include "buffer.h"

/* Appends the answer to a line, or {"id":…,"error":{…}}; false in the latter case. */
bool ndjson_answer(const struct analysis *analysis, nsp_document *document, const char *line, size_t length,
                   size_t number, struct buffer *out);

#endif

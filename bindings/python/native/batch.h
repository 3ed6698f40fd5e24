/* Sentences of many texts in one call: what lists and Arrow arrays have in common. */
#ifndef NSP_PYTHON_BATCH_H
#define NSP_PYTHON_BATCH_H

#include "bridge.h"

/* Row i of what the texts come from: false for a null. Called without the interpreter lock. */
typedef bool (*batch_row)(const void *source, size_t i, bridge_text *text);

typedef struct {
  const nsp_analyzer *analyzer;
  nsp_document *document;
  const char *language; /* NULL: as the analyzer says */
} batch_engine;

/* (bytes of (start, end), bytes of the 64-bit number of each row's first sentence and of their count,
 *  bytes with a 1 for each row that is not null). */
PyObject *batch_run(const batch_engine *engine, const void *source, size_t rows, batch_row row);

#endif

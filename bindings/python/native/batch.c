#include "batch.h"

#include <stdlib.h>

typedef struct {
  uint32_t *spans; /* (start, end) */
  size_t count, capacity; /* sentences */
  uint64_t *first;
  char *valid;
} collected;

static bool make_room(collected *all, size_t more) {
  if (all->capacity - all->count >= more) return true;
  size_t grown = all->capacity + all->capacity / 2 + more + 64;
  uint32_t *spans = realloc(all->spans, 2 * grown * sizeof *spans);
  if (!spans) return false;
  all->spans = spans;
  all->capacity = grown;
  return true;
}

static nsp_status add_row(const batch_engine *engine, const bridge_text *text, collected *all, nsp_error *error) {
  nsp_status status =
      engine->language
          ? nsp_analyze_as(engine->analyzer, engine->language, text->data, text->length, engine->document, error)
          : nsp_analyze(engine->analyzer, text->data, text->length, engine->document, error);
  if (status != NSP_OK) return status;
  size_t count = nsp_document_sentence_count(engine->document);
  if (!make_room(all, count)) return NSP_ERROR_NO_MEMORY;
  uint32_t *out = all->spans + 2 * all->count;
  for (size_t i = 0; i < count; i++) {
    nsp_span span = nsp_document_sentence(engine->document, i)->span;
    out[2 * i] = span.start;
    out[2 * i + 1] = span.end;
  }
  all->count += count;
  if (bridge_is_plain(text)) return NSP_OK;
  return nsp_offsets_convert(text->data, text->length, NSP_UNIT_BYTE, NSP_UNIT_CODEPOINT, out, 2 * count);
}

static nsp_status add_rows(const batch_engine *engine, const void *source, size_t rows, batch_row row, collected *all,
                           nsp_error *error) {
  nsp_status status = NSP_OK;
  for (size_t i = 0; i < rows && status == NSP_OK; i++) {
    bridge_text text;
    all->first[i] = all->count;
    all->valid[i] = row(source, i, &text);
    if (all->valid[i]) status = add_row(engine, &text, all, error);
  }
  all->first[rows] = all->count;
  return status;
}

static PyObject *give(const collected *all, size_t rows) {
  PyObject *spans = PyBytes_FromStringAndSize((const char *)all->spans, (Py_ssize_t)(all->count * 2 * sizeof(uint32_t)));
  PyObject *first = PyBytes_FromStringAndSize((const char *)all->first, (Py_ssize_t)((rows + 1) * sizeof(uint64_t)));
  PyObject *valid = PyBytes_FromStringAndSize(all->valid, (Py_ssize_t)rows);
  PyObject *made = spans && first && valid ? PyTuple_Pack(3, spans, first, valid) : NULL;
  Py_XDECREF(spans);
  Py_XDECREF(first);
  Py_XDECREF(valid);
  return made;
}

PyObject *batch_run(const batch_engine *engine, const void *source, size_t rows, batch_row row) {
  collected all = {.first = malloc((rows + 1) * sizeof *all.first), .valid = malloc(rows + 1)};
  nsp_error error = {0};
  nsp_status status = all.first && all.valid ? NSP_OK : NSP_ERROR_NO_MEMORY;
  if (status == NSP_OK) {
    Py_BEGIN_ALLOW_THREADS
    status = add_rows(engine, source, rows, row, &all, &error);
    Py_END_ALLOW_THREADS
  }
  PyObject *made = status == NSP_OK ? give(&all, rows) : bridge_raise(status, &error);
  free(all.spans);
  free(all.first);
  free(all.valid);
  return made;
}

static bool list_row(const void *source, size_t i, bridge_text *text) {
  *text = ((const bridge_text *)source)[i];
  return text->data != NULL;
}

PyObject *bridge_many(const nsp_analyzer *analyzer, nsp_document *document, PyObject *texts, const char *language) {
  PyObject *kept = PySequence_Tuple(texts); /* nobody can take the texts away while the lock is released */
  if (!kept) return NULL;
  size_t rows = (size_t)PyTuple_Size(kept);
  bridge_text *list = PyMem_Malloc((rows + 1) * sizeof *list);
  bool good = list != NULL;
  if (!list) PyErr_NoMemory();
  for (size_t i = 0; good && i < rows; i++) {
    PyObject *item = PyTuple_GetItem(kept, (Py_ssize_t)i);
    if (item == Py_None) list[i].data = NULL;
    else good = bridge_get_text(item, &list[i]);
  }
  batch_engine engine = {analyzer, document, language};
  PyObject *made = good ? batch_run(&engine, list, rows, list_row) : NULL;
  PyMem_Free(list);
  Py_DECREF(kept);
  return made;
}

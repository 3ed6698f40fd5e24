/* Arrow arrays of strings: their buffers are read where they are. */
#include "arrow_abi.h"
#include "batch.h"

typedef enum { STRING_32, STRING_64, STRING_VIEW } layout;

typedef struct {
  const struct ArrowArray *array;
  layout layout;
  bool in_bytes;
} arrow_texts;

static bool is_valid(const struct ArrowArray *array, int64_t at) {
  const uint8_t *bitmap = array->null_count == 0 ? NULL : array->buffers[0];
  return !bitmap || (bitmap[at / 8] >> (at % 8) & 1);
}

/* A string view is a length, then twelve bytes: the text itself, or four of it, a buffer's number and an offset. */
static void get_view(const struct ArrowArray *array, int64_t at, bridge_text *text) {
  const char *view = (const char *)array->buffers[1] + 16 * at;
  int32_t length, buffer, offset;
  memcpy(&length, view, 4);
  memcpy(&buffer, view + 8, 4);
  memcpy(&offset, view + 12, 4);
  text->length = (size_t)length;
  text->data = length <= 12 ? view + 4 : (const char *)array->buffers[2 + buffer] + offset;
}

static bool arrow_row(const void *source, size_t i, bridge_text *text) {
  const arrow_texts *texts = source;
  const struct ArrowArray *array = texts->array;
  int64_t at = array->offset + (int64_t)i;
  memset(text, 0, sizeof *text);
  if (!is_valid(array, at)) return false;
  if (texts->layout == STRING_VIEW) {
    get_view(array, at, text);
  } else if (texts->layout == STRING_64) {
    const int64_t *offsets = array->buffers[1];
    text->data = (const char *)array->buffers[2] + offsets[at];
    text->length = (size_t)(offsets[at + 1] - offsets[at]);
  } else {
    const int32_t *offsets = array->buffers[1];
    text->data = (const char *)array->buffers[2] + offsets[at];
    text->length = (size_t)(offsets[at + 1] - offsets[at]);
  }
  if (text->length == 0) text->data = "";
  text->is_str = !texts->in_bytes; /* code_points stays 0, so offsets are converted unless the text is empty */
  return true;
}

static bool get_layout(const struct ArrowSchema *schema, layout *out) {
  const char *format = schema->dictionary ? "a dictionary" : schema->format;
  if (strcmp(format, "u") == 0 || strcmp(format, "z") == 0) return *out = STRING_32, true;
  if (strcmp(format, "U") == 0 || strcmp(format, "Z") == 0) return *out = STRING_64, true;
  if (strcmp(format, "vu") == 0 || strcmp(format, "vz") == 0) return *out = STRING_VIEW, true;
  PyErr_Format(PyExc_TypeError, "an Arrow array of strings is needed, not one of format '%s'", format);
  return false;
}

static PyObject *run(const batch_engine *engine, const struct ArrowArray *array, layout kind, bool in_bytes) {
  arrow_texts texts = {array, kind, in_bytes};
  return batch_run(engine, &texts, (size_t)array->length, arrow_row);
}

PyObject *bridge_arrow_array(const nsp_analyzer *analyzer, nsp_document *document, PyObject *schema_capsule,
                             PyObject *array_capsule, const char *language, bool in_bytes) {
  struct ArrowSchema *schema = PyCapsule_GetPointer(schema_capsule, "arrow_schema");
  struct ArrowArray *array = schema ? PyCapsule_GetPointer(array_capsule, "arrow_array") : NULL;
  layout kind;
  if (!array || !get_layout(schema, &kind)) return NULL;
  batch_engine engine = {analyzer, document, language};
  return run(&engine, array, kind, in_bytes);
}

static PyObject *stream_failed(struct ArrowArrayStream *stream) {
  const char *message = stream->get_last_error(stream);
  return PyErr_Format(PyExc_OSError, "%s", message ? message : "the Arrow stream failed");
}

/* Adds the answers of all chunks to the list; false with an exception set. */
static bool add_chunks(const batch_engine *engine, struct ArrowArrayStream *stream, layout kind, bool in_bytes,
                       PyObject *list) {
  for (;;) {
    struct ArrowArray array = {0};
    if (stream->get_next(stream, &array) != 0) return stream_failed(stream) != NULL;
    if (!array.release) return true;
    PyObject *chunk = run(engine, &array, kind, in_bytes);
    array.release(&array);
    bool good = chunk && PyList_Append(list, chunk) == 0;
    Py_XDECREF(chunk);
    if (!good) return false;
  }
}

PyObject *bridge_arrow_stream(const nsp_analyzer *analyzer, nsp_document *document, PyObject *capsule,
                              const char *language, bool in_bytes) {
  struct ArrowArrayStream *stream = PyCapsule_GetPointer(capsule, "arrow_array_stream");
  if (!stream) return NULL;
  struct ArrowSchema schema = {0};
  if (stream->get_schema(stream, &schema) != 0) return stream_failed(stream);
  layout kind;
  bool known = get_layout(&schema, &kind);
  if (schema.release) schema.release(&schema);
  if (!known) return NULL;
  batch_engine engine = {analyzer, document, language};
  PyObject *list = PyList_New(0);
  if (list && !add_chunks(&engine, stream, kind, in_bytes, list)) Py_CLEAR(list);
  return list;
}

/* Sentences of a text that comes in pieces.
 *
 * For str pieces the offsets count code points, so the bytes from the last counted place to the end of what was pushed
 * are kept: as many as the stream itself keeps, a sentence or two. */
#include "bridge.h"

struct bridge_stream {
  nsp_stream *stream;
  bool is_str, failed;
  char *pending; /* bytes from counted_bytes on */
  size_t pending_length, pending_capacity, pending_used;
  uint64_t counted_bytes, counted_points;
  PyObject *list; /* of the push that is under way */
};

/* Moves the counted place to a byte of the whole text, and returns it in code points. */
static uint64_t count_to(bridge_stream *s, uint64_t byte) {
  size_t distance = (size_t)(byte - s->counted_bytes);
  size_t left = s->pending_length - s->pending_used;
  if (distance > left) distance = left;
  const char *data = s->pending + s->pending_used;
  for (size_t i = 0; i < distance; i++) s->counted_points += (data[i] & 0xC0) != 0x80;
  s->pending_used += distance;
  s->counted_bytes += distance;
  return s->counted_points;
}

static bool take_sentence(const char *text, size_t length, uint64_t start, void *payload) {
  bridge_stream *s = payload;
  PyObject *piece = s->is_str ? PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "replace")
                              : PyBytes_FromStringAndSize(text, (Py_ssize_t)length);
  if (s->is_str) start = count_to(s, start);
  PyObject *pair = piece ? Py_BuildValue("(KN)", (unsigned long long)start, piece) : NULL;
  s->failed = !pair || PyList_Append(s->list, pair) < 0;
  Py_XDECREF(pair);
  return !s->failed;
}

bridge_stream *bridge_stream_new(const nsp_analyzer *analyzer, bool is_str) {
  bridge_stream *s = PyMem_Malloc(sizeof *s);
  if (!s) return (bridge_stream *)PyErr_NoMemory();
  memset(s, 0, sizeof *s);
  s->is_str = is_str;
  nsp_status status = nsp_stream_new(analyzer, take_sentence, s, &s->stream);
  if (status == NSP_OK) return s;
  PyMem_Free(s);
  return (bridge_stream *)bridge_raise(status, NULL);
}

void bridge_stream_free(bridge_stream *s) {
  if (!s) return;
  nsp_stream_free(s->stream);
  PyMem_Free(s->pending);
  PyMem_Free(s);
}

static bool keep(bridge_stream *s, const bridge_text *text) {
  s->pending_length -= s->pending_used;
  if (s->pending_used) memmove(s->pending, s->pending + s->pending_used, s->pending_length);
  s->pending_used = 0;
  if (s->pending_capacity - s->pending_length < text->length) {
    size_t grown = s->pending_capacity + s->pending_capacity / 2 + text->length;
    char *pending = PyMem_Realloc(s->pending, grown);
    if (!pending) return PyErr_NoMemory() != NULL;
    s->pending = pending;
    s->pending_capacity = grown;
  }
  if (text->length) memcpy(s->pending + s->pending_length, text->data, text->length);
  s->pending_length += text->length;
  return true;
}

/* Ends a push: the list of what it gave, or NULL. */
static PyObject *end(bridge_stream *s, nsp_status status, const nsp_error *error) {
  PyObject *list = s->list;
  s->list = NULL;
  if (s->failed || status != NSP_OK) Py_CLEAR(list);
  if (!s->failed && status != NSP_OK) bridge_raise(status, error);
  return list;
}

PyObject *bridge_stream_push(bridge_stream *s, PyObject *owner) {
  bridge_text text;
  nsp_error error = {0};
  if (!bridge_get_text(owner, &text)) return NULL;
  if (text.is_str != s->is_str) {
    PyErr_SetString(PyExc_TypeError, "the pieces of one text are all str or all bytes");
    return NULL;
  }
  if (s->is_str && !keep(s, &text)) return NULL;
  s->list = PyList_New(0);
  if (!s->list) return NULL;
  return end(s, nsp_stream_push(s->stream, text.data, text.length, &error), &error);
}

PyObject *bridge_stream_finish(bridge_stream *s) {
  nsp_error error = {0};
  s->list = PyList_New(0);
  if (!s->list) return NULL;
  return end(s, nsp_stream_finish(s->stream, &error), &error);
}

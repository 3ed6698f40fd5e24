/* One text: analysing, and its sentences. */
#include "bridge.h"

PyObject *bridge_analyze(const nsp_analyzer *analyzer, nsp_document *document, PyObject *owner, const char *language) {
  bridge_text text;
  if (!bridge_get_text(owner, &text)) return NULL;
  nsp_error error = {0};
  nsp_status status;
  Py_BEGIN_ALLOW_THREADS
  status = language ? nsp_analyze_as(analyzer, language, text.data, text.length, document, &error)
                    : nsp_analyze(analyzer, text.data, text.length, document, &error);
  Py_END_ALLOW_THREADS
  if (status != NSP_OK) return bridge_raise(status, &error);
  Py_RETURN_NONE;
}

/* Sentence spans, converted, as pairs of 32-bit integers with `stride` integers to a sentence. */
static bool fill(const nsp_document *document, const bridge_text *text, uint32_t *out, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const nsp_sentence *sentence = nsp_document_sentence(document, i);
    out[2 * i] = sentence->span.start;
    out[2 * i + 1] = sentence->span.end;
  }
  if (bridge_is_plain(text)) return true;
  nsp_status status = nsp_offsets_convert(text->data, text->length, NSP_UNIT_BYTE, NSP_UNIT_CODEPOINT, out, 2 * count);
  if (status == NSP_OK) return true;
  bridge_raise(status, NULL);
  return false;
}

PyObject *bridge_sentences(const nsp_document *document, PyObject *owner) {
  bridge_text text;
  if (!bridge_get_text(owner, &text)) return NULL;
  size_t count = nsp_document_sentence_count(document);
  PyObject *made = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(count * 3 * sizeof(uint32_t)));
  if (!made) return NULL;
  /* Pairs first, then the blocks behind them: the facade takes slices, so nothing needs to be interleaved. */
  uint32_t *out = (uint32_t *)(void *)PyBytes_AsString(made);
  if (!fill(document, &text, out, count)) {
    Py_DECREF(made);
    return NULL;
  }
  for (size_t i = 0; i < count; i++) out[2 * count + i] = nsp_document_sentence(document, i)->block;
  return made;
}

/* One sentence as a Python object of the text's own type. */
static PyObject *slice(PyObject *owner, const bridge_text *text, const uint32_t *span) {
  if (text->is_str) return PyUnicode_Substring(owner, span[0], span[1]);
  return PyBytes_FromStringAndSize(text->data + span[0], (Py_ssize_t)(span[1] - span[0]));
}

PyObject *bridge_split(const nsp_document *document, PyObject *owner) {
  bridge_text text;
  if (!bridge_get_text(owner, &text)) return NULL;
  size_t count = nsp_document_sentence_count(document);
  uint32_t *spans = PyMem_Malloc((2 * count + 1) * sizeof *spans);
  if (!spans) return PyErr_NoMemory();
  PyObject *list = fill(document, &text, spans, count) ? PyList_New((Py_ssize_t)count) : NULL;
  for (size_t i = 0; list && i < count; i++) {
    PyObject *piece = slice(owner, &text, spans + 2 * i);
    if (piece) PyList_SetItem(list, (Py_ssize_t)i, piece);
    else Py_CLEAR(list);
  }
  PyMem_Free(spans);
  return list;
}

PyObject *bridge_render(const nsp_document *document, PyObject *owner, int format, unsigned stages, const char *id,
                        const char *title, bool explain) {
  bridge_text text;
  if (!bridge_get_text(owner, &text)) return NULL;
  nsp_render_options options = nsp_render_options_default((nsp_format)format);
  options.offsets = text.is_str ? NSP_UNIT_CODEPOINT : NSP_UNIT_BYTE;
  options.stages = stages;
  options.id = id;
  options.title = title;
  options.explain = explain;
  char *out = NULL;
  size_t length = 0;
  nsp_status status;
  Py_BEGIN_ALLOW_THREADS
  status = nsp_render_to_string(document, text.data, text.length, &options, &out, &length);
  Py_END_ALLOW_THREADS
  if (status != NSP_OK) return bridge_raise(status, NULL);
  PyObject *made = PyUnicode_DecodeUTF8(out, (Py_ssize_t)length, NULL);
  nsp_render_free(out);
  return made;
}

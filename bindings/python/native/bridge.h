/* What the Python module needs beyond the C API: whole answers in one call, as Python objects.
 *
 * Text is a `str` or a `bytes`; offsets count code points of the one and bytes of the other. Every function returns a
 * new reference, or NULL with a Python exception set. The heavy calls run without the interpreter lock, and touch no
 * Python object meanwhile. Only the limited API of Python 3.10 is used. */
#ifndef NSP_PYTHON_BRIDGE_H
#define NSP_PYTHON_BRIDGE_H

#include <Python.h>

#include "newsparse/newsparse.h"

/* A text as Python has it: the bytes belong to `owner`, which the caller keeps alive. */
typedef struct {
  const char *data;
  size_t length;      /* bytes */
  size_t code_points; /* 0 for bytes objects, whose offsets stay bytes */
  bool is_str;
} bridge_text;

/* False with TypeError or UnicodeEncodeError set. */
bool bridge_get_text(PyObject *owner, bridge_text *text);

/* Offsets in the text's own unit stay as they are when every character is one byte. */
static inline bool bridge_is_plain(const bridge_text *text) {
  return !text->is_str || text->code_points == text->length;
}

/* Sets the Python exception for a failed call; returns NULL. */
PyObject *bridge_raise(nsp_status status, const nsp_error *error);
/* error_class(status, message, offset, file, line, column) makes the exception to raise. */
PyObject *bridge_set_error_factory(PyObject *factory);

/* Analyses into `document`, in `language` (NULL: as the analyzer says). None. */
PyObject *bridge_analyze(const nsp_analyzer *analyzer, nsp_document *document, PyObject *text, const char *language);
/* bytes of 32-bit integers: (start, end) of each of the n sentences, and behind these 2n the n blocks. */
PyObject *bridge_sentences(const nsp_document *document, PyObject *text);
/* list of str or bytes: the sentences themselves. */
PyObject *bridge_split(const nsp_document *document, PyObject *text);
/* (language id, malformed count, blocks, entities, quotes, credits, provenance) in nested tuples. */
PyObject *bridge_details(const nsp_document *document, PyObject *text);
/* str: the document rendered. id and title may be NULL. */
PyObject *bridge_render(const nsp_document *document, PyObject *text, int format, unsigned stages, const char *id,
                        const char *title, bool explain);

/* Sentences of many texts, a list of str, bytes and None: (bytes of (start, end), bytes of first sentence numbers). */
PyObject *bridge_many(const nsp_analyzer *analyzer, nsp_document *document, PyObject *texts, const char *language);
/* The same for an Arrow array, given as its two PyCapsules. `in_bytes`: offsets in bytes rather than code points. */
PyObject *bridge_arrow_array(const nsp_analyzer *analyzer, nsp_document *document, PyObject *schema, PyObject *array,
                             const char *language, bool in_bytes);
/* For an Arrow stream: one such pair for each of its chunks, in a list. */
PyObject *bridge_arrow_stream(const nsp_analyzer *analyzer, nsp_document *document, PyObject *stream,
                              const char *language, bool in_bytes);

/* A language from (name, bytes) pairs: a new nsp_language, or NULL. */
nsp_language *bridge_language(const nsp_language *base, const char *id, PyObject *files);
/* list of exceptions, one for each mistake in such files. */
PyObject *bridge_check_language(const nsp_language *base, PyObject *files);

/* Streaming. Sentences come back from push() and finish() as a list of (start, bytes or str). */
typedef struct bridge_stream bridge_stream;
bridge_stream *bridge_stream_new(const nsp_analyzer *analyzer, bool is_str);
void bridge_stream_free(bridge_stream *stream);
PyObject *bridge_stream_push(bridge_stream *stream, PyObject *text);
PyObject *bridge_stream_finish(bridge_stream *stream);

/* Legacy encodings. */
PyObject *bridge_decode(PyObject *bytes, const char *encoding);

#endif

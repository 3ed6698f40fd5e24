/* The Python module's inside: handles with a life, and calls that give whole answers. newsparse/ is built on it. */
%module(package="newsparse") _proxy
%{
#include "bridge.h"
%}

/* A constructor that failed has set an exception; SWIG must not cover it with an object around NULL. */
%exception {
  $action
  if (PyErr_Occurred()) SWIG_fail;
}

%typemap(out) nsp_status {
  if ($1 != NSP_OK) {
    bridge_raise($1, NULL);
    SWIG_fail;
  }
  $result = SWIG_Py_Void();
}

/* Names: nsp_analyzer becomes Analyzer, its methods lose their prefix. */
%rename(Config) nsp_config;
%rename(Analyzer) nsp_analyzer;
%rename(Document) nsp_document;
%rename(Language) nsp_language;
%rename(Stream) bridge_stream;
%nodefaultctor;
%nodefaultdtor;

typedef struct {} nsp_config;
typedef struct {} nsp_analyzer;
typedef struct {} nsp_document;
typedef struct {} nsp_language;
typedef struct {} bridge_stream;

%extend nsp_config {
  nsp_config() {
    nsp_config *made = NULL;
    nsp_status status = nsp_config_new(NULL, &made);
    if (status != NSP_OK) bridge_raise(status, NULL);
    return made;
  }
  ~nsp_config() { nsp_config_free($self); }
  nsp_status set(int option, unsigned long long value) { return nsp_config_set($self, (nsp_option)option, value); }
  nsp_status set_language(const char *id) { return nsp_config_set_language($self, id); }
  nsp_status add_language(const nsp_language *language) { return nsp_config_add_language($self, language); }
}

%extend nsp_analyzer {
  nsp_analyzer(const nsp_config *config) {
    nsp_analyzer *made = NULL;
    nsp_status status = nsp_analyzer_new(config, &made);
    if (status != NSP_OK) bridge_raise(status, NULL);
    return made;
  }
  ~nsp_analyzer() { nsp_analyzer_free($self); }
  PyObject *analyze(nsp_document *document, PyObject *text, const char *language) {
    return bridge_analyze($self, document, text, language);
  }
  PyObject *many(nsp_document *document, PyObject *texts, const char *language) {
    return bridge_many($self, document, texts, language);
  }
  PyObject *arrow_array(nsp_document *document, PyObject *schema, PyObject *array, const char *language, bool in_bytes) {
    return bridge_arrow_array($self, document, schema, array, language, in_bytes);
  }
  PyObject *arrow_stream(nsp_document *document, PyObject *stream, const char *language, bool in_bytes) {
    return bridge_arrow_stream($self, document, stream, language, in_bytes);
  }
}

%extend nsp_document {
  nsp_document() {
    nsp_document *made = NULL;
    nsp_status status = nsp_document_new(NULL, &made);
    if (status != NSP_OK) bridge_raise(status, NULL);
    return made;
  }
  ~nsp_document() { nsp_document_free($self); }
  size_t memory() { return nsp_document_memory($self); }
  size_t sentence_count() { return nsp_document_sentence_count($self); }
  PyObject *sentences(PyObject *text) { return bridge_sentences($self, text); }
  PyObject *split(PyObject *text) { return bridge_split($self, text); }
  PyObject *details(PyObject *text) { return bridge_details($self, text); }
  PyObject *render(PyObject *text, int format, unsigned stages, const char *id, const char *title, bool explain) {
    return bridge_render($self, text, format, stages, id, title, explain);
  }
}

%extend nsp_language {
  nsp_language(const nsp_language *base, const char *id, PyObject *files) { return bridge_language(base, id, files); }
  ~nsp_language() { nsp_language_free($self); }
  const char *id() { return nsp_language_id($self); }
  const char *name() { return nsp_language_name($self); }
}

%extend bridge_stream {
  bridge_stream(const nsp_analyzer *analyzer, bool is_str) { return bridge_stream_new(analyzer, is_str); }
  ~bridge_stream() { bridge_stream_free($self); }
  PyObject *push(PyObject *text) { return bridge_stream_push($self, text); }
  PyObject *finish() { return bridge_stream_finish($self); }
}

%rename("%(strip:[bridge_])s") "";
%rename(find_language) nsp_language_find;
%rename(builtin_language) nsp_language_builtin;
%rename(builtin_language_count) nsp_language_builtin_count;
%rename(version) nsp_version_string;
PyObject *bridge_set_error_factory(PyObject *factory);
PyObject *bridge_check_language(const nsp_language *base, PyObject *files);
PyObject *bridge_decode(PyObject *bytes, const char *encoding);
const nsp_language *nsp_language_find(const char *id);
const nsp_language *nsp_language_builtin(size_t index);
size_t nsp_language_builtin_count(void);
const char *nsp_version_string(void);

%inline %{
PyObject *detect_language(PyObject *owner) {
  bridge_text text;
  if (!bridge_get_text(owner, &text)) return NULL;
  return PyUnicode_FromString(nsp_language_id(nsp_language_detect(text.data, text.length)));
}
PyObject *detect_encoding(PyObject *owner) {
  bridge_text text;
  if (!bridge_get_text(owner, &text)) return NULL;
  return PyUnicode_FromString(nsp_encoding_detect(text.data, text.length));
}
%}

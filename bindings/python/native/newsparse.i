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

/* Handles, under the names that Python sees. */
%nodefaultctor;
%nodefaultdtor;
%{
typedef nsp_config Config;
typedef nsp_analyzer Analyzer;
typedef nsp_document Document;
typedef nsp_language Language;
typedef bridge_stream Stream;
%}
typedef struct {} Config;
typedef struct {} Analyzer;
typedef struct {} Document;
typedef struct {} Language;
typedef struct {} Stream;

%extend Config {
  Config() {
    Config *made = NULL;
    nsp_status status = nsp_config_new(NULL, &made);
    if (status != NSP_OK) bridge_raise(status, NULL);
    return made;
  }
  ~Config() { nsp_config_free($self); }
  nsp_status set(int option, unsigned long long value) { return nsp_config_set($self, (nsp_option)option, value); }
  nsp_status set_language(const char *id) { return nsp_config_set_language($self, id); }
  nsp_status add_language(const Language *language) { return nsp_config_add_language($self, language); }
}

%extend Analyzer {
  Analyzer(const Config *config) {
    Analyzer *made = NULL;
    nsp_status status = nsp_analyzer_new(config, &made);
    if (status != NSP_OK) bridge_raise(status, NULL);
    return made;
  }
  ~Analyzer() { nsp_analyzer_free($self); }
  PyObject *analyze(Document *document, PyObject *text, const char *language) {
    return bridge_analyze($self, document, text, language);
  }
  PyObject *many(Document *document, PyObject *texts, const char *language) {
    return bridge_many($self, document, texts, language);
  }
  PyObject *arrow_array(Document *document, PyObject *schema, PyObject *array, const char *language, bool in_bytes) {
    return bridge_arrow_array($self, document, schema, array, language, in_bytes);
  }
  PyObject *arrow_stream(Document *document, PyObject *stream, const char *language, bool in_bytes) {
    return bridge_arrow_stream($self, document, stream, language, in_bytes);
  }
}

%extend Document {
  Document() {
    Document *made = NULL;
    nsp_status status = nsp_document_new(NULL, &made);
    if (status != NSP_OK) bridge_raise(status, NULL);
    return made;
  }
  ~Document() { nsp_document_free($self); }
  size_t memory() { return nsp_document_memory($self); }
  size_t sentence_count() { return nsp_document_sentence_count($self); }
  PyObject *sentences(PyObject *text) { return bridge_sentences($self, text); }
  PyObject *split(PyObject *text) { return bridge_split($self, text); }
  PyObject *details(PyObject *text) { return bridge_details($self, text); }
  PyObject *render(PyObject *text, int format, unsigned stages, const char *id, const char *title, bool explain) {
    return bridge_render($self, text, format, stages, id, title, explain);
  }
}

%extend Language {
  Language(const Language *base, const char *id, PyObject *files) { return bridge_language(base, id, files); }
  ~Language() { nsp_language_free($self); }
  const char *id() { return nsp_language_id($self); }
  const char *name() { return nsp_language_name($self); }
}

%extend Stream {
  Stream(const Analyzer *analyzer, bool is_str) { return bridge_stream_new(analyzer, is_str); }
  ~Stream() { bridge_stream_free($self); }
  PyObject *push(PyObject *text) { return bridge_stream_push($self, text); }
  PyObject *finish() { return bridge_stream_finish($self); }
}

%rename("%(strip:[bridge_])s") "";
%rename(find_language) nsp_language_find;
%rename(builtin_language) nsp_language_builtin;
%rename(builtin_language_count) nsp_language_builtin_count;
%rename(version) nsp_version_string;
PyObject *bridge_set_error_factory(PyObject *factory);
PyObject *bridge_check_language(const Language *base, PyObject *files);
PyObject *bridge_decode(PyObject *bytes, const char *encoding);
const Language *nsp_language_find(const char *id);
const Language *nsp_language_builtin(size_t index);
size_t nsp_language_builtin_count(void);
const char *nsp_version_string(void);

%inline %{
PyObject *detect_language(PyObject *text) {
  bridge_text given;
  if (!bridge_get_text(text, &given)) return NULL;
  return PyUnicode_FromString(nsp_language_id(nsp_language_detect(given.data, given.length)));
}
PyObject *detect_encoding(PyObject *text) {
  bridge_text given;
  if (!bridge_get_text(text, &given)) return NULL;
  return PyUnicode_FromString(nsp_encoding_detect(given.data, given.length));
}
%}

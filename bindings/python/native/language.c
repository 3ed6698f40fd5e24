/* Language packs from (name, bytes) pairs. */
#include "bridge.h"

/* The files behind a list of pairs, whose objects stay alive with it; NULL with an exception set. */
static nsp_pack_file *get_files(PyObject *pairs, size_t *count) {
  Py_ssize_t length = PyList_Check(pairs) ? PyList_Size(pairs) : -1;
  if (length < 0) {
    PyErr_SetString(PyExc_TypeError, "pack files are a list of (name, bytes)");
    return NULL;
  }
  nsp_pack_file *files = PyMem_Malloc(((size_t)length + 1) * sizeof *files);
  if (!files) return (nsp_pack_file *)PyErr_NoMemory();
  *count = (size_t)length;
  for (Py_ssize_t i = 0; i < length; i++) {
    PyObject *pair = PyList_GetItem(pairs, i);
    PyObject *name = PyTuple_Check(pair) && PyTuple_Size(pair) == 2 ? PyTuple_GetItem(pair, 0) : NULL;
    char *data = NULL;
    Py_ssize_t size = 0;
    if (!name) PyErr_SetString(PyExc_TypeError, "pack files are a list of (name, bytes)");
    files[i].name = name ? PyUnicode_AsUTF8AndSize(name, NULL) : NULL;
    if (!files[i].name || PyBytes_AsStringAndSize(PyTuple_GetItem(pair, 1), &data, &size) < 0) {
      PyMem_Free(files);
      return NULL;
    }
    files[i].data = data;
    files[i].length = (size_t)size;
  }
  return files;
}

nsp_language *bridge_language(const nsp_language *base, const char *id, PyObject *pairs) {
  size_t count = 0;
  nsp_pack_file *files = get_files(pairs, &count);
  if (!files) return NULL;
  nsp_language *language = NULL;
  nsp_error error = {0};
  nsp_status status;
  Py_BEGIN_ALLOW_THREADS
  status = nsp_language_compile(base, id, files, count, NULL, &language, &error);
  Py_END_ALLOW_THREADS
  PyMem_Free(files);
  if (status != NSP_OK) bridge_raise(status, &error);
  return language;
}

static void note_mistake(const nsp_error *error, void *payload) {
  PyObject **list = payload;
  if (!*list) return;
  PyObject *type, *value, *trace;
  bridge_raise(error->status, error);
  PyErr_Fetch(&type, &value, &trace);
  if (!value || PyList_Append(*list, value) < 0) Py_CLEAR(*list);
  Py_XDECREF(type);
  Py_XDECREF(value);
  Py_XDECREF(trace);
}

PyObject *bridge_check_language(const nsp_language *base, PyObject *pairs) {
  size_t count = 0;
  nsp_pack_file *files = get_files(pairs, &count);
  if (!files) return NULL;
  PyObject *list = PyList_New(0);
  nsp_status status = nsp_language_check(base, files, count, NULL, note_mistake, &list);
  PyMem_Free(files);
  if (status != NSP_OK && status != NSP_ERROR_PACK_SYNTAX) {
    Py_XDECREF(list);
    return bridge_raise(status, NULL);
  }
  return list;
}

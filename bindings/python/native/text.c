/* Texts in, errors out. */
#include "bridge.h"

static PyObject *error_factory;

bool bridge_get_text(PyObject *owner, bridge_text *text) {
  Py_ssize_t length = 0;
  memset(text, 0, sizeof *text);
  if (PyUnicode_Check(owner)) {
    text->data = PyUnicode_AsUTF8AndSize(owner, &length);
    if (!text->data) return false;
    text->is_str = true;
    text->code_points = (size_t)PyUnicode_GetLength(owner);
  } else if (PyBytes_Check(owner)) {
    char *data = NULL;
    if (PyBytes_AsStringAndSize(owner, &data, &length) < 0) return false;
    text->data = data;
  } else {
    PyErr_SetString(PyExc_TypeError, "a text is a str or a bytes object");
    return false;
  }
  text->length = (size_t)length;
  return true;
}

PyObject *bridge_set_error_factory(PyObject *factory) {
  Py_INCREF(factory);
  Py_XDECREF(error_factory);
  error_factory = factory;
  Py_RETURN_NONE;
}

PyObject *bridge_raise(nsp_status status, const nsp_error *error) {
  if (status == NSP_ERROR_NO_MEMORY) return PyErr_NoMemory();
  nsp_error unknown = {.status = status};
  if (!error || error->status != status) error = &unknown;
  const char *message = error->message[0] ? error->message : nsp_status_message(status);
  if (!error_factory) return PyErr_Format(PyExc_RuntimeError, "%s", message);
  PyObject *made = PyObject_CallFunction(error_factory, "isKsII", (int)status, message,
                                         (unsigned long long)error->offset, error->file, (unsigned)error->line,
                                         (unsigned)error->column);
  if (!made) return NULL;
  PyErr_SetObject((PyObject *)Py_TYPE(made), made);
  Py_DECREF(made);
  return NULL;
}

PyObject *bridge_decode(PyObject *bytes, const char *encoding) {
  bridge_text text;
  if (!bridge_get_text(bytes, &text)) return NULL;
  char *converted = NULL;
  size_t length = 0;
  nsp_status status;
  Py_BEGIN_ALLOW_THREADS
  if (!encoding) encoding = nsp_encoding_detect(text.data, text.length);
  status = nsp_encoding_convert(text.data, text.length, encoding, NULL, &converted, &length);
  Py_END_ALLOW_THREADS
  if (status != NSP_OK) return bridge_raise(status, NULL);
  PyObject *made = PyUnicode_DecodeUTF8(converted, (Py_ssize_t)length, "replace");
  nsp_encoding_free(converted, length, NULL);
  return made;
}

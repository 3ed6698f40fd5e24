/* A whole document as nested tuples, in the order in which newsparse/_build.py reads them. */
#include "bridge.h"
#include "units.h"

/* Every maker returns a new reference or NULL; tuple() takes its parts and copes with NULL among them, so that no
 * maker needs a check of its own. */
static PyObject *tuple(int count, PyObject *const *parts) {
  bool whole = true;
  for (int i = 0; i < count; i++) whole = whole && parts[i];
  PyObject *made = whole ? PyTuple_New(count) : NULL;
  for (int i = 0; i < count; i++) {
    if (made) PyTuple_SetItem(made, i, parts[i]);
    else Py_XDECREF(parts[i]);
  }
  return made;
}
#define TUPLE(...)                                        \
  tuple(sizeof((PyObject *[]){__VA_ARGS__}) / sizeof(PyObject *), (PyObject *[]){__VA_ARGS__})

static PyObject *integer(uint32_t value) { return PyLong_FromUnsignedLong(value); }

static PyObject *none(void) { return Py_INCREF(Py_None), Py_None; }

static PyObject *index_or_none(uint32_t value) { return value == NSP_NONE ? none() : integer(value); }

static PyObject *name(const char *text) { return text ? PyUnicode_InternFromString(text) : none(); }

static PyObject *string(nsp_string text) {
  return text.data ? PyUnicode_DecodeUTF8(text.data, (Py_ssize_t)text.length, "replace") : none();
}

static PyObject *span(const units *u, nsp_span s) {
  return TUPLE(integer(units_convert(u, s.start)), integer(units_convert(u, s.end)));
}

static PyObject *spans(const units *u, nsp_spans list) {
  PyObject *made = PyTuple_New((Py_ssize_t)list.count);
  for (uint32_t i = 0; made && i < list.count; i++) {
    PyObject *item = span(u, list.items[i]);
    if (item) PyTuple_SetItem(made, (Py_ssize_t)i, item);
    else Py_CLEAR(made);
  }
  return made;
}

static PyObject *ids(nsp_ids list) {
  PyObject *made = PyTuple_New((Py_ssize_t)list.count);
  for (uint32_t i = 0; made && i < list.count; i++) {
    PyObject *item = integer(list.items[i]);
    if (item) PyTuple_SetItem(made, (Py_ssize_t)i, item);
    else Py_CLEAR(made);
  }
  return made;
}

static PyObject *block(const units *u, const nsp_document *document, size_t i) {
  const nsp_block *b = nsp_document_block(document, i);
  return TUPLE(name(nsp_block_kind_name(b->kind)), span(u, b->span), integer(b->first_sentence),
               integer(b->sentence_count));
}

static PyObject *mentions(const units *u, const nsp_entity *e) {
  PyObject *made = PyTuple_New((Py_ssize_t)e->mention_count);
  for (uint32_t i = 0; made && i < e->mention_count; i++) {
    PyObject *item = TUPLE(name(nsp_mention_kind_name(e->mentions[i].kind)), span(u, e->mentions[i].span));
    if (item) PyTuple_SetItem(made, (Py_ssize_t)i, item);
    else Py_CLEAR(made);
  }
  return made;
}

static PyObject *entity(const units *u, const nsp_document *document, size_t i) {
  const nsp_entity *e = nsp_document_entity(document, i);
  return TUPLE(name(nsp_entity_kind_name(e->kind)), string(e->name), mentions(u, e), name(nsp_gender_name(e->gender)),
               name(nsp_number_name(e->number)), spans(u, e->roles), ids(e->members));
}

static PyObject *flags(uint32_t set) {
  PyObject *made = PyList_New(0);
  for (uint32_t flag = 1; made && flag; flag <<= 1) {
    if (!(set & flag) || !nsp_quote_flag_name(flag)) continue;
    PyObject *item = name(nsp_quote_flag_name(flag));
    if (!item || PyList_Append(made, item) < 0) Py_CLEAR(made);
    Py_XDECREF(item);
  }
  return made;
}

static PyObject *quote(const units *u, const nsp_document *document, size_t i) {
  const nsp_quote *q = nsp_document_quote(document, i);
  return TUPLE(name(nsp_quote_kind_name(q->kind)), spans(u, q->content), spans(u, q->cue), spans(u, q->source),
               spans(u, q->addressee), spans(u, q->medium), spans(u, q->relay), spans(u, q->time), ids(q->speakers),
               flags(q->flags), index_or_none(q->parent), PyFloat_FromDouble((double)q->confidence), string(q->reason),
               spans(u, q->evidence));
}

static PyObject *credit_sources(const units *u, const nsp_credit *c) {
  PyObject *made = PyTuple_New((Py_ssize_t)c->source_count);
  for (uint32_t i = 0; made && i < c->source_count; i++) {
    const nsp_credit_source *s = &c->sources[i];
    PyObject *item = TUPLE(span(u, s->span), string(s->name), name(nsp_entity_kind_name(s->kind)), string(s->url));
    if (item) PyTuple_SetItem(made, (Py_ssize_t)i, item);
    else Py_CLEAR(made);
  }
  return made;
}

static PyObject *year(uint32_t value) { return value ? integer(value) : none(); }

static PyObject *credit(const units *u, const nsp_document *document, size_t i) {
  const nsp_credit *c = nsp_document_credit(document, i);
  return TUPLE(name(nsp_credit_kind_name(c->kind)), span(u, c->span), credit_sources(u, c), string(c->url),
               string(c->license), string(c->license_url), string(c->holder), string(c->place), string(c->date),
               string(c->language), year(c->year), year(c->end_year), PyFloat_FromDouble((double)c->confidence),
               string(c->reason));
}

static PyObject *media(const nsp_provenance *p) {
  PyObject *made = PyTuple_New((Py_ssize_t)p->media_count);
  for (uint32_t i = 0; made && i < p->media_count; i++) {
    PyObject *item = TUPLE(string(p->media[i].name), integer(p->media[i].count));
    if (item) PyTuple_SetItem(made, (Py_ssize_t)i, item);
    else Py_CLEAR(made);
  }
  return made;
}

static PyObject *provenance(const nsp_document *document) {
  const nsp_provenance *p = nsp_document_provenance(document);
  return TUPLE(string(p->publisher), string(p->original_url), string(p->rights_holder), string(p->license),
               string(p->license_url), ids(p->derived_from), ids(p->contributors), ids(p->agencies), media(p));
}

typedef PyObject *(*maker)(const units *u, const nsp_document *document, size_t i);

static PyObject *list(const units *u, const nsp_document *document, size_t count, maker make) {
  PyObject *made = PyList_New((Py_ssize_t)count);
  for (size_t i = 0; made && i < count; i++) {
    PyObject *item = make(u, document, i);
    if (item) PyList_SetItem(made, (Py_ssize_t)i, item);
    else Py_CLEAR(made);
  }
  return made;
}

PyObject *bridge_details(const nsp_document *document, PyObject *owner) {
  bridge_text text;
  units u;
  if (!bridge_get_text(owner, &text) || !units_init(&u, &text)) return NULL;
  const nsp_language *language = nsp_document_language(document);
  PyObject *made = TUPLE(
      language ? PyUnicode_FromString(nsp_language_id(language)) : none(),
      PyLong_FromUnsignedLongLong(nsp_document_malformed_count(document)),
      list(&u, document, nsp_document_block_count(document), block),
      list(&u, document, nsp_document_entity_count(document), entity),
      list(&u, document, nsp_document_quote_count(document), quote),
      list(&u, document, nsp_document_credit_count(document), credit), provenance(document));
  units_free(&u);
  return made;
}

/* Licences: their ids and addresses, from the words of licenses.txt. */
#include <stdio.h>
#include <string.h>

#include "credit/candidate.h"

enum { PHRASE_ITEMS = 10, RUN_ITEMS = 24 };

typedef struct licence {
  bool commons, by, nc, nd, sa, zero;
  char version[4];    /* "4.0" */
  nsp_string id, url; /* of a licence that is listed whole */
} licence;

static bool is_word(const char *text, size_t length, const char *word) {
  if (strlen(word) != length) return false;
  for (size_t i = 0; i < length; i++)
    if ((text[i] | 0x20) != word[i]) return false;
  return true;
}

static bool set_part(licence *l, const char *text, size_t length) {
  if (is_word(text, length, "cc")) return l->commons = true;
  if (is_word(text, length, "by")) return l->by = true;
  if (is_word(text, length, "nc")) return l->nc = true;
  if (is_word(text, length, "nd")) return l->nd = true;
  if (is_word(text, length, "sa")) return l->sa = true;
  if (is_word(text, length, "zero") || is_word(text, length, "cc0")) return l->zero = l->commons = true;
  return false;
}

/* "BY-NC-SA", "CC-BY": every piece of it. */
static bool set_joined(licence *l, const char *text, size_t length) {
  bool all = length > 0;
  for (size_t at = 0; at < length && all;) {
    size_t end = at;
    while (end < length && text[end] != '-') end++;
    all = set_part(l, text + at, end - at);
    at = end + 1;
  }
  return all;
}

static void set_version(licence *l, const char *text, size_t length) {
  if (l->version[0] || length != 3 || text[1] != '.' || text[0] < '1' || text[0] > '4') return;
  memcpy(l->version, text, 3);
}

static void read_record(const nsp__view *v, const nsp__record *record, licence *l) {
  nsp_string part = nsp__record_value(v->common, record, "part");
  nsp_string id = nsp__record_value(v->common, record, "id");
  for (uint32_t at = 0; at < part.length;) { /* "by,sa" */
    uint32_t end = at;
    while (end < part.length && part.data[end] != ',') end++;
    set_part(l, part.data + at, end - at);
    at = end + 1;
  }
  if (id.data && !l->id.data) {
    l->id = id;
    l->url = nsp__record_value(v->common, record, "url");
  }
}

/* The longest listed word or phrase at items[at]: how many items. */
static uint32_t listed_at(const nsp__view *v, uint32_t at, uint32_t end, const nsp__record **record) {
  uint32_t found = 0, state = 0;
  if (nsp__pack_has(v->common, nsp__item_common(v, &v->items[at]), NSP__CLASS_LICENSE)) {
    *record = nsp__pack_record(v->common, nsp__item_common(v, &v->items[at]), NSP__CLASS_LICENSE);
    found = 1;
  }
  for (uint32_t i = at; i < end && i < at + PHRASE_ITEMS; i++) {
    const nsp__edge *edge = nsp__pack_step(v->common, state, nsp__item_common(v, &v->items[i]));
    if (!edge) break;
    state = edge->next;
    if (!nsp__pack_has(v->common, edge->lexeme, NSP__CLASS_LICENSE)) continue;
    *record = nsp__pack_record(v->common, edge->lexeme, NSP__CLASS_LICENSE);
    found = i - at + 1;
  }
  return found;
}

static licence read_licence(const nsp__view *v, uint32_t first, uint32_t end) {
  licence l;
  memset(&l, 0, sizeof l);
  for (uint32_t i = first; i < end;) {
    const nsp__record *record;
    uint32_t size = listed_at(v, i, end, &record);
    const nsp__item *item = &v->items[i];
    const char *text = v->text + item->start;
    bool preposition = item->end - item->start == 2 && memcmp(text, "by", 2) == 0; /* "CC by Vic" */
    if (preposition)
      ;
    else if (size)
      read_record(v, record, &l);
    else if (!set_joined(&l, text, item->end - item->start))
      set_version(&l, text, item->end - item->start);
    i += size ? size : 1;
  }
  return l;
}

bool nsp__licence_of(const nsp__matcher *m, uint32_t first, uint32_t end, nsp__arena *arena, nsp_string *id,
                     nsp_string *url) {
  licence l = read_licence(m->view, first, end);
  char name[32], address[96];
  *id = *url = (nsp_string){NULL, 0};
  if (l.commons && l.zero) {
    strcpy(name, "CC0-1.0");
    strcpy(address, "https://creativecommons.org/publicdomain/zero/1.0/");
  } else if (l.commons && l.by) {
    snprintf(name, sizeof name, "CC-BY%s%s%s%s%s", l.nc ? "-NC" : "", l.nd ? "-ND" : "", l.sa ? "-SA" : "",
             l.version[0] ? "-" : "", l.version);
    snprintf(address, sizeof address, "https://creativecommons.org/licenses/by%s%s%s/%s%s", l.nc ? "-nc" : "",
             l.nd ? "-nd" : "", l.sa ? "-sa" : "", l.version[0] ? l.version : "4.0", "/");
  } else if (l.id.data) {
    *id = nsp__arena_string(arena, l.id.data, l.id.length);
    if (l.url.data) *url = nsp__arena_string(arena, l.url.data, l.url.length);
    return id->data && (url->data || !l.url.data);
  } else
    return true;
  *id = nsp__arena_string(arena, name, strlen(name));
  if (l.version[0] || l.zero) *url = nsp__arena_string(arena, address, strlen(address));
  return id->data && (url->data || !(l.version[0] || l.zero));
}

/* May the item go on with a licence? */
static bool goes_on(const nsp__view *v, uint32_t at) {
  const nsp__item *i = &v->items[at];
  licence nothing;
  memset(&nothing, 0, sizeof nothing);
  return nsp__pack_has(v->common, nsp__item_common(v, i), NSP__CLASS_LICENSE) || (i->shape & NSP__SHAPE_DASH) ||
         ((i->shape & NSP__SHAPE_NUMBER) && i->end - i->start == 3) ||
         set_joined(&nothing, v->text + i->start, i->end - i->start);
}

void nsp__find_licences(nsp__matcher *m, nsp__candidates *all) {
  const nsp__view *v = m->view;
  static const char reason[] = "the name of a licence";
  uint32_t end = 0;
  for (uint32_t s = 0; v->has_licences && s < v->stops.count && !all->failed; s++) {
    uint32_t i = v->stops.items[s];
    if (i < end || !(v->items[i].stops & NSP__STOP_LICENCE) || !goes_on(v, i)) continue;
    end = i + 1;
    while (end < v->count && end - i < RUN_ITEMS && !(v->items[end].flags & NSP__ITEM_LINE) && goes_on(v, end)) end++;
    while (end > i + 1 && v->items[end - 1].shape & NSP__SHAPE_DASH) end--;
    licence l = read_licence(v, i, end);
    if (l.commons && (l.by || l.zero)) {
      nsp__candidate c = {i, end, i, end, 0, 0, {reason, sizeof reason - 1}, NSP_CREDIT_LICENSE, 2};
      nsp__candidate_add(all, &c, NULL, 0);
    }
  }
}

/* Patterns tried wherever a word stands that sets one off. */
#include "credit/candidate.h"

#include <string.h>

enum { NAMED_COUNTS = 6 };

void nsp__candidate_add(nsp__candidates *all, const nsp__candidate *candidate, const nsp__capture *captures,
                        uint32_t count) {
  nsp__candidate *c = all->failed ? NULL : nsp__array_push(all->arena, &all->list);
  if (!c || !nsp__array_reserve(all->arena, &all->captures, count)) {
    if (c) all->list.count--;
    all->failed = true;
    return;
  }
  *c = *candidate;
  c->first_capture = all->captures.count;
  c->capture_count = count;
  if (count) memcpy(all->captures.items + all->captures.count, captures, count * sizeof *captures);
  all->captures.count += count;
}

/* A surname that the text also gives with a first name: "Michael Bloomberg … told Bloomberg". Looks at most 4000
 * items back. */
static bool is_a_person_here(const nsp__matcher *m, uint32_t at) {
  enum { BACK = 4000 };
  uint32_t name = nsp__item_common(m->view, &m->view->items[at]);
  if (name == NSP__NO_WORD) return false;
  uint32_t hash = m->view->common->lexemes[name].hash;
  for (uint32_t i = at; i > 1 && at - i < BACK; i--) {
    const nsp__item *item = &m->view->items[i - 1];
    if (item->hash != hash && !(item->flags & NSP__ITEM_SHORTENED)) continue;
    if (nsp__item_common(m->view, item) != name) continue;
    const nsp__item *before = &m->view->items[i - 2];
    if (nsp__pack_has(m->view->common, nsp__item_common(m->view, before), NSP__CLASS_GIVEN_NAME) ||
        nsp__pack_has(m->own->pack, before->word, NSP__CLASS_TITLE) ||
        nsp__pack_has(m->own->pack, before->word, NSP__CLASS_ROLE))
      return true;
  }
  return false;
}

static bool captures_agree(const nsp__matcher *m) {
  for (uint32_t i = 0; i < m->capture_count; i++) {
    const nsp__capture *c = &m->captures[i];
    if (!nsp__names_agree(m, c->slot, c->first, c->end)) return false;
    if (c->slot == NSP__SLOT_MEDIUM && c->end - c->first == 1 && is_a_person_here(m, c->first)) return false;
  }
  return true;
}

/* "Photos: Inside the Harbour": two words of grammar, the second in small letters, begin a heading and no name. */
static bool begins_as_heading(const nsp__matcher *m, const nsp__capture *c) {
  enum { INSIDE = 1 << NSP__CREDIT_INSIDE, JOINS = 1 << NSP__CREDIT_JOINS, LOCATES = 1 << NSP__CREDIT_LOCATES };
  const nsp__item *first = &m->view->items[c->first], *second = first + 1;
  if (c->end - c->first < 3 || !(first->shape & NSP__SHAPE_CAPITAL) || second->shape & NSP__SHAPE_CAPITAL) return false;
  return first->end - first->start > 3 && !(nsp__match_lists(m, c->first) & (INSIDE | JOINS | LOCATES)) &&
         nsp__pack_has(m->own->pack, first->word, NSP__CLASS_FUNCTION) &&
         nsp__pack_has(m->own->pack, second->word, NSP__CLASS_FUNCTION);
}

/* "Photo: the harbour at night": what the picture shows, and nobody's name. */
static bool is_caption(const nsp__matcher *m) {
  const nsp__record *record;
  for (uint32_t i = 0; i < m->capture_count; i++) {
    const nsp__capture *c = &m->captures[i];
    bool named = c->slot != NSP__SLOT_LIST;
    if ((!named || c->slot == NSP__SLOT_SOURCES) && begins_as_heading(m, c)) return true;
    for (uint32_t k = c->first; k < c->end && !named; k++)
      named = nsp__item_is_named(&m->view->items[k]) || nsp__medium_at(m->view, k, c->end, &record) ||
              nsp__is_domain(m->view, &m->view->items[k]);
    if (!named) return true;
  }
  return false;
}

/* A pattern that found a name knows more than one that did not. */
static bool names_somebody(const nsp__matcher *m) {
  for (uint32_t i = 0; i < m->capture_count; i++)
    if (m->captures[i].slot <= NSP__SLOT_LIST && m->captures[i].end > m->captures[i].first) return true;
  return false;
}

static void widen(const nsp__matcher *m, nsp__candidate *c) {
  c->wide_first = c->first;
  c->wide_end = c->end;
  for (uint32_t i = 0; i < m->capture_count; i++) {
    const nsp__capture *rest = &m->captures[i];
    if (rest->slot != NSP__SLOT_REST) continue;
    if (rest->end == c->end && rest->first > c->first)
      c->end = rest->first;
    else if (rest->first == c->first)
      c->first = rest->end;
  }
}

static void try_pattern(nsp__matcher *m, const nsp__credit_trigger *trigger, uint32_t at, nsp__candidates *all) {
  const nsp__credit_pattern *pattern = &m->rules->patterns[trigger->pattern];
  bool begun = trigger->next != NSP__NO_WORD;
  m->steps = NSP__MATCH_STEPS;
  m->capture_count = 0;
  if (!nsp__match_run(m, begun ? trigger->next : pattern->forward, begun ? at + 1 : at, true)) return;
  nsp__candidate c = {.end = m->reached, .kind = pattern->kind, .weight = pattern->weight};
  if (!nsp__match_run(m, pattern->backward, at, false)) return;
  c.first = m->reached;
  if (!captures_agree(m) || (pattern->kind == NSP_CREDIT_PHOTO_CREDIT && is_caption(m))) return;
  widen(m, &c);
  if (names_somebody(m)) c.weight = (uint16_t)(c.weight + NAMED_COUNTS);
  const char *text = nsp__pack_string(m->rules->pack, pattern->text);
  c.reason = (nsp_string){text, (uint32_t)strlen(text)};
  nsp__candidate_add(all, &c, m->captures, m->capture_count);
}

static void try_word(nsp__matcher *m, const nsp__rules *rules, uint32_t word, uint32_t at, nsp__candidates *all) {
  if (word == NSP__NO_WORD || !rules->table) return;
  uint32_t trigger = rules->pack->lexemes[word].trigger;
  if (!trigger) return;
  m->rules = rules;
  const nsp__credit_trigger *t = rules->triggers + trigger - 1;
  nsp__gate ahead = nsp__gate_at(m, at + 1, true);
  if (!(t->ahead & ahead)) return;
  nsp__gate behind = nsp__gate_at(m, at, false);
  if (!(t->behind & behind)) return;
  for (uint32_t left = t->pattern; left > 0; left--)
    if ((++t)->ahead & ahead && t->behind & behind) try_pattern(m, t, at, all);
}

/* A short line that ends in a colon goes on in the next one: "Sources:" and what they are below. */
static void set_line(nsp__matcher *m, uint32_t at, nsp__line_window *window) {
  enum { LABEL_ITEMS = 5 };
  if (at < window->end) return;
  nsp__window_move(m->view, at, window);
  m->low = window->low;
  m->high = window->high;
  m->gate_place[0] = m->gate_place[1] = UINT32_MAX;
  if (m->high - m->low <= LABEL_ITEMS && m->high < m->view->count &&
      m->view->items[m->high - 1].punct == NSP__MARK_COLON) {
    nsp__line_window next = *window;
    nsp__window_move(m->view, m->high, &next);
    m->high = next.high;
  }
}

/* "JosÃ©": a sign among letters that were decoded badly. */
static bool is_garbled(const nsp__view *v, uint32_t at) {
  const nsp__item *item = &v->items[at];
  return item->shape & NSP__SHAPE_SYMBOL && !nsp__item_is_apart(item) && !(item->flags & NSP__ITEM_LINE) &&
         !nsp__item_is_mark(item - 1) && v->text[item->start] & 0x80 && v->text[item[-1].end - 1] & 0x80;
}

void nsp__find_by_patterns(nsp__matcher *m, nsp__candidates *all) {
  const nsp__view *v = m->view;
  nsp__line_window window = {0};
  for (uint32_t s = 0; s < v->stops.count && !all->failed; s++) {
    uint32_t at = v->stops.items[s];
    const nsp__item *item = &v->items[at];
    if (!(item->stops & (NSP__STOP_OWN | NSP__STOP_COMMON)) || is_garbled(v, at)) continue;
    set_line(m, at, &window);
    if (item->stops & NSP__STOP_OWN) try_word(m, m->own, item->word, at, all);
    if (item->stops & NSP__STOP_COMMON && m->und != m->own) try_word(m, m->und, nsp__item_common(v, item), at, all);
  }
}

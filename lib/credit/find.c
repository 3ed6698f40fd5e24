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
  const nsp__item *name = &m->view->items[at];
  for (uint32_t i = at; i > 0 && at - i < BACK; i--) {
    const nsp__item *item = &m->view->items[i - 1];
    if (i < 2 || item->common != name->common || item->common == NSP__NO_WORD) continue;
    const nsp__item *before = &m->view->items[i - 2];
    if (nsp__pack_has(m->view->common, before->common, NSP__CLASS_GIVEN_NAME) ||
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

/* "Photo: the harbour at night": what the picture shows, and nobody's name. */
static bool is_caption(const nsp__matcher *m) {
  const nsp__record *record;
  for (uint32_t i = 0; i < m->capture_count; i++) {
    const nsp__capture *c = &m->captures[i];
    bool named = c->slot != NSP__SLOT_LIST;
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

static void try_pattern(nsp__matcher *m, uint32_t number, uint32_t at, nsp__candidates *all) {
  const nsp__credit_pattern *pattern = &m->rules->patterns[number];
  m->steps = NSP__MATCH_STEPS;
  m->capture_count = 0;
  if (!nsp__match_run(m, pattern->forward, at, true)) return;
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
  for (const uint32_t *list = rules->triggers + trigger - 1; *list != NSP__NO_WORD; list++)
    try_pattern(m, *list, at, all);
}

/* A short line that ends in a colon goes on in the next one: "Sources:" and what they are below. */
static void set_line(nsp__matcher *m, uint32_t at) {
  enum { LABEL_ITEMS = 5 };
  nsp__view_line(m->view, at, &m->low, &m->high);
  if (m->high - m->low <= LABEL_ITEMS && m->high < m->view->count &&
      m->view->items[m->high - 1].punct == NSP__MARK_COLON) {
    uint32_t next;
    nsp__view_line(m->view, m->high, &next, &m->high);
  }
}

void nsp__find_by_patterns(nsp__matcher *m, nsp__candidates *all) {
  const nsp__view *v = m->view;
  uint32_t line_end = 0;
  for (uint32_t i = 0; i < v->count && !all->failed; i++) {
    if (i >= line_end || v->items[i].flags & NSP__ITEM_LINE) {
      set_line(m, i);
      line_end = m->high;
    }
    if (v->items[i].shape & NSP__SHAPE_SYMBOL && !(v->items[i].flags & (NSP__ITEM_SPACE | NSP__ITEM_LINE)) &&
        !nsp__item_is_mark(&v->items[i - 1]) && v->text[v->items[i].start] & 0x80 &&
        v->text[v->items[i - 1].end - 1] & 0x80)
      continue; /* "JosÃ©": letters that were decoded badly */
    try_word(m, m->own, v->items[i].word, i, all);
    if (m->und != m->own) try_word(m, m->und, v->items[i].common, i, all);
  }
}

#include "credit/match.h"

#include <string.h>

#include "language/pattern_gate.h"
#include "text/fold.h"

nsp__rules nsp__rules_of(const nsp_language *pack) {
  nsp__rules r = {0};
  uint32_t size;
  const void *section = nsp__pack_section(pack, NSP__SECTION_CREDITS, &size);
  r.pack = pack;
  if (size < sizeof(nsp__credit_table)) return r;
  r.table = section;
  r.nodes = (const nsp__credit_node *)(r.table + 1);
  r.patterns = (const nsp__credit_pattern *)(r.nodes + r.table->node_count);
  r.triggers = (const nsp__credit_trigger *)(r.patterns + r.table->pattern_count);
  r.words = (const uint32_t *)(r.triggers + r.table->trigger_count);
  return r;
}

/* --- anchors --- */

/* Nothing but marks, numbers of up to two figures and the bullets of a list in [first, end)? Looks at 6 items. */
static bool is_ornament(const nsp__matcher *m, uint32_t first, uint32_t end, bool numbers) {
  if (end - first > 6) return false;
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *item = &m->view->items[i];
    bool number = numbers && (item->shape & NSP__SHAPE_NUMBER) && item->end - item->start <= 2;
    if (!nsp__item_is_mark(item) && !(item->shape & NSP__SHAPE_SYMBOL) && !number) return false;
  }
  return true;
}

bool nsp__at_line_start(const nsp__matcher *m, uint32_t at) { return is_ornament(m, m->low, at, true); }
bool nsp__at_line_end(const nsp__matcher *m, uint32_t at) { return is_ornament(m, at, m->high, false); }

static bool sets_apart(const nsp__item *i) {
  if (i->punct == NSP__MARK_DASH || i->punct == NSP__MARK_BULLET || i->punct == NSP__MARK_SLASH ||
      i->punct == NSP__MARK_SEMICOLON || i->punct == NSP__MARK_COLON || i->punct == NSP__MARK_PERIOD ||
      i->punct == NSP__MARK_ELLIPSIS || i->punct == NSP__MARK_QUESTION || i->punct == NSP__MARK_EXCLAMATION)
    return true;
  return (i->shape & NSP__SHAPE_BRACKET) != 0;
}

static bool is_bar(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = &m->view->items[at];
  return i->punct == NSP__MARK_SYMBOL && i->end == i->start + 1 && strchr("|>~", m->view->text[i->start]) != NULL;
}

bool nsp__at_start(const nsp__matcher *m, uint32_t at) {
  if (at == m->low || (at < m->high && (m->view->items[at].flags & NSP__ITEM_SENTENCE))) return true;
  const nsp__item *before = &m->view->items[at - 1], *here = at < m->high ? &m->view->items[at] : NULL;
  if (here && nsp__item_is_apart(here) && (here->flags & NSP__ITEM_IDEOGRAPH)) return true;
  if (here && (before->shape & NSP__SHAPE_DIGIT) && (here->shape & NSP__SHAPE_CAPITAL))
    return true; /* "… 11:20 Source:" */
  return before->punct == NSP__MARK_COMMA || sets_apart(before) || is_bar(m, at - 1) ||
         (before->shape & NSP__SHAPE_QUOTE) || nsp__at_line_start(m, at);
}

bool nsp__at_end(const nsp__matcher *m, uint32_t at) {
  if (at == m->high || (m->view->items[at].flags & NSP__ITEM_SENTENCE)) return true;
  const nsp__item *next = &m->view->items[at];
  if (at > m->low && nsp__item_is_apart(next) && (m->view->items[at - 1].flags & NSP__ITEM_IDEOGRAPH)) return true;
  return sets_apart(next) || is_bar(m, at) || next->punct == NSP__MARK_COMMA || nsp__at_line_end(m, at);
}

static bool anchored(const nsp__matcher *m, uint32_t anchor, uint32_t at) {
  switch (anchor) {
    case NSP__ANCHOR_LINE_START: return nsp__at_line_start(m, at);
    case NSP__ANCHOR_LINE_END: return nsp__at_line_end(m, at);
    case NSP__ANCHOR_START: return nsp__at_start(m, at);
    default: return nsp__at_end(m, at);
  }
}

/* --- words --- */

/* Does the item's folded form begin with the string? */
static bool begins_with(const nsp__matcher *m, const nsp__item *i, const char *prefix) {
  char folded[96];
  size_t want = strlen(prefix), length = i->end - i->start;
  if (length < want) return false;
  if (length > sizeof folded) length = sizeof folded;
  size_t size = nsp__fold(m->view->text + i->start, length, folded);
  return size >= want && memcmp(folded, prefix, want) == 0;
}

static bool is_exactly(const nsp__matcher *m, const nsp__item *i, const char *string) {
  size_t length = strlen(string);
  return i->end - i->start == length && memcmp(m->view->text + i->start, string, length) == 0;
}

static bool word_fits(const nsp__matcher *m, const nsp__credit_node *n, const nsp__item *i) {
  const nsp_language *pack = m->rules->pack;
  uint32_t word = pack == m->view->language ? i->word : nsp__item_common(m->view, i);
  switch (n->op) {
    case NSP__CREDIT_WORD: return word == n->value;
    case NSP__CREDIT_WORDS:
      if (word == NSP__NO_WORD || !(n->other & nsp__word_bit(word))) return false;
      for (uint32_t k = 0; k < n->count; k++)
        if (m->rules->words[n->value + k] == word) return true;
      return false;
    case NSP__CREDIT_PREFIX: return !nsp__item_is_mark(i) && begins_with(m, i, nsp__pack_string(pack, n->value));
    case NSP__CREDIT_EXACT: return is_exactly(m, i, nsp__pack_string(pack, n->value));
    case NSP__CREDIT_MARK:
      if (n->value == NSP__MARK_DASH) return (i->shape & NSP__SHAPE_DASH) != 0;
      return nsp__item_is_mark(i) && i->punct == n->value;
    default: return nsp__pack_has(pack, word, (nsp__class)n->value);
  }
}

/* --- gates --- */

static nsp__gate gate_at(const nsp__matcher *m, uint32_t at, bool right) {
  nsp__gate gate = 0;
  if (right ? at >= m->high : at <= m->low) return NSP__GATE_BORDER;
  const nsp__item *item = &m->view->items[right ? at : at - 1];
  gate = item->flags & NSP__ITEM_SHORTENED ? NSP__GATE_ANY_WORD : nsp__gate_word(item->hash);
  if (nsp__item_is_mark(item)) gate |= nsp__gate_mark(item->punct);
  if (item->shape & NSP__SHAPE_DASH) gate |= nsp__gate_mark(NSP__MARK_DASH);
  if (item->shape & (NSP__SHAPE_DIGIT | NSP__SHAPE_SYMBOL)) gate |= NSP__GATE_ODD;
  if (item->flags & NSP__ITEM_IDEOGRAPH) gate |= NSP__GATE_FREE;
  if (at < m->high && m->view->items[at].flags & (NSP__ITEM_SENTENCE | NSP__ITEM_IDEOGRAPH)) gate |= NSP__GATE_FREE;
  if (right && at > m->low && m->view->items[at - 1].flags & NSP__ITEM_IDEOGRAPH) gate |= NSP__GATE_FREE;
  return gate;
}

nsp__gate nsp__gate_find(nsp__matcher *m, uint32_t at, bool right) {
  m->gate_place[right] = at;
  return m->gate[right] = gate_at(m, at, right);
}

/* --- programs --- */

static bool run_slot(nsp__matcher *m, const nsp__credit_node *n, uint32_t at, bool forward) {
  nsp__slot slot = (nsp__slot)n->value;
  bool medium_before = slot == NSP__SLOT_MEDIUM && !forward;
  if (medium_before && m->no_medium == at) return false;
  uint32_t reach = nsp__slot_reach(m, slot, at, forward, n->count);
  uint32_t kept = m->capture_count, size = forward ? reach - at : at - reach;
  if (medium_before && !size) m->no_medium = at;
  bool lazy = nsp__slot_is_lazy(m, slot, at), empty = slot == NSP__SLOT_GAP || slot == NSP__SLOT_REST;
  if (m->capture_count == NSP__MATCH_CAPTURES) return false;
  for (uint32_t i = empty ? 0 : 1; i <= size && m->steps; i++) {
    uint32_t take = lazy ? i : size - i + (empty ? 0 : 1);
    uint32_t first = forward ? at : at - take, end = forward ? at + take : at;
    if (slot == NSP__SLOT_REST && take != size) break;
    m->forward = forward;
    if (take && !nsp__slot_fits(m, slot, first, end, n->count)) {
      m->steps -= m->steps < 1 + take ? m->steps : 1 + take; /* looking at names takes its time */
      continue;
    }
    m->captures[m->capture_count++] = (nsp__capture){first, end, slot};
    if (nsp__match_run(m, n->next, forward ? end : first, forward)) return true;
    m->capture_count = kept;
  }
  return false;
}

/* Zero-width: does `other` match from here, to the given side? */
static bool looks(nsp__matcher *m, uint32_t node, uint32_t at, bool forward) {
  uint32_t captures = m->capture_count, reached = m->reached;
  bool found = nsp__match_run(m, node, at, forward);
  m->capture_count = captures;
  m->reached = reached;
  return found;
}

bool nsp__match_run(nsp__matcher *m, uint32_t node, uint32_t at, bool forward) {
  for (;;) {
    const nsp__credit_node *n = &m->rules->nodes[node];
    if (m->steps == 0) return false;
    m->steps--;
    switch (n->op) {
      case NSP__CREDIT_MATCH: m->reached = at; return true;
      case NSP__CREDIT_SLOT: return run_slot(m, n, at, forward);
      case NSP__CREDIT_SPLIT: {
        uint32_t captures = m->capture_count;
        if (n->value & nsp__gate_fold(nsp__gate_at(m, at, forward))) {
          if (nsp__match_run(m, n->next, at, forward)) return true;
          m->capture_count = captures;
        }
        node = n->other;
        continue;
      }
      case NSP__CREDIT_AHEAD:
        if (looks(m, n->other, at, true)) return false;
        break;
      case NSP__CREDIT_BEHIND:
        if (looks(m, n->other, at, false)) return false;
        break;
      case NSP__CREDIT_ANCHOR:
        if (!anchored(m, n->value, at)) return false;
        break;
      default:
        if (forward ? at >= m->high : at <= m->low) return false;
        if (!word_fits(m, n, &m->view->items[forward ? at : at - 1])) return false;
        at = forward ? at + 1 : at - 1;
    }
    node = n->next;
  }
}

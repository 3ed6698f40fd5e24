/* Agencies and photographers that are named and nothing more: "(ČTK, DPA)", "FR/dpa/afp", "Paul Ellis/AFP/Getty".
 * A chain has at most CHAIN_ITEMS items. */
#include <string.h>

#include "credit/candidate.h"

enum { CHAIN_ITEMS = 24, NAME_WORDS = 4 };

static const nsp__item *item_at(const nsp__matcher *m, uint32_t i) { return &m->view->items[i]; }

static void add(const nsp__matcher *m, nsp__candidates *all, nsp_credit_kind kind, uint32_t first, uint32_t end,
                nsp__slot slot, unsigned weight) {
  static const char marks[] = "agencies at the end", photo[] = "a photographer and an agency between slashes";
  (void)m;
  nsp__capture capture = {first, end, slot};
  nsp__candidate c = {first, end, first, end, 0, 0, {marks, sizeof marks - 1}, (uint16_t)kind, (uint16_t)weight};
  if (kind == NSP_CREDIT_PHOTO_CREDIT) c.reason = (nsp_string){photo, sizeof photo - 1};
  nsp__candidate_add(all, &c, &capture, 1);
}

static bool is_agency(const nsp__record *record) {
  return (record->tags & (NSP__SAYS(AGENCY) | NSP__SAYS(PHOTO))) != 0;
}

/* Nothing follows but the next sentence or line. */
static bool is_last(const nsp__matcher *m, uint32_t at) {
  while (at < m->high && (item_at(m, at)->punct == NSP__MARK_PERIOD || item_at(m, at)->punct == NSP__MARK_SLASH)) at++;
  if (at >= m->high) return true;
  /* initials of those who wrote it down: "akl/ jhp/" */
  for (uint32_t i = at; i < m->high && i - at < 8; i++) {
    const nsp__item *item = item_at(m, i);
    if (!nsp__item_is_mark(item) && (item->end - item->start > 5 || item->shape & NSP__SHAPE_DIGIT)) return false;
    if (i + 1 == m->high) return true;
  }
  return false;
}

/* All agencies, or the initials of an editor beside them: how many items of [first, high) are such a list. */
static uint32_t agency_list(const nsp__matcher *m, uint32_t first, uint32_t high) {
  uint32_t at = first;
  bool known = false, expects = true;
  while (at < high && at - first < CHAIN_ITEMS) {
    const nsp__record *record;
    const nsp__item *i = item_at(m, at);
    uint32_t size = nsp__medium_at(m->view, at, high, &record);
    if (!expects && (i->punct == NSP__MARK_COMMA || i->punct == NSP__MARK_SLASH || i->punct == NSP__MARK_DASH ||
                     i->punct == NSP__MARK_BULLET || nsp__match_listed(m, at, NSP__CREDIT_JOINS))) {
      expects = true;
      at++;
      continue;
    }
    if (!expects) break;
    if (size && is_agency(record))
      known = true;
    else if (known && !nsp__item_is_mark(i) && i->end - i->start <= 6 && !(i->shape & NSP__SHAPE_DIGIT))
      size = 1;
    else
      break;
    at += size;
    expects = false;
  }
  return known && !expects ? at - first : 0;
}

/* "GAND, 29 (Havas).": a dateline within the line. The first item of its place, or `open`. */
static uint32_t place_before(const nsp__matcher *m, uint32_t open) {
  uint32_t at = open;
  if (at > m->low && item_at(m, at - 1)->shape & NSP__SHAPE_NUMBER &&
      item_at(m, at - 1)->end - item_at(m, at - 1)->start <= 2)
    at--;
  if (at < open && at > m->low && item_at(m, at - 1)->punct == NSP__MARK_COMMA) at--;
  uint32_t place = at;
  while (place > m->low && at - place < NAME_WORDS && (item_at(m, place - 1)->shape & NSP__SHAPE_ALL_CAPS)) place--;
  return place < at ? place : open;
}

static void in_bracket(nsp__matcher *m, uint32_t open, nsp__candidates *all) {
  uint32_t size = agency_list(m, open + 1, m->high), close = open + 1 + size;
  if (!size || close >= m->high || !(item_at(m, close)->shape & NSP__SHAPE_CLOSE_BRACKET)) return;
  uint32_t place = place_before(m, open);
  if (place < open && place > m->low) {
    nsp__capture captures[2] = {{place, open, NSP__SLOT_PLACE}, {open + 1, close, NSP__SLOT_LIST}};
    static const char reason[] = "place and agency";
    nsp__candidate c = {
        place, close + 1, place, close + 1, 0, 0, {reason, sizeof reason - 1}, NSP_CREDIT_AGENCY_DATELINE, 8};
    nsp__candidate_add(all, &c, captures, 2);
    return;
  }
  bool ends = is_last(m, close + 1);
  if (ends && open > m->low)
    add(m, all, NSP_CREDIT_SOURCE_LINE, open, close + 1, NSP__SLOT_SOURCES, 4);
  else if (ends && close + 1 >= m->high)
    add(m, all, NSP_CREDIT_SOURCE_LINE, open, close + 1, NSP__SLOT_SOURCES, 4);
}

/* "FR/dpa/afp" on a line of its own, or behind the last sentence. */
static void unmarked(nsp__matcher *m, uint32_t at, nsp__candidates *all) {
  uint32_t size = agency_list(m, at, m->high);
  if (!size || !is_last(m, at + size)) return;
  bool whole_line = at == m->low;
  bool slashed = false;
  for (uint32_t i = at; i < at + size; i++) slashed |= item_at(m, i)->punct == NSP__MARK_SLASH;
  if (whole_line ? (slashed || m->high - m->low <= 3) : (slashed && (item_at(m, at)->flags & NSP__ITEM_SENTENCE)))
    add(m, all, NSP_CREDIT_SOURCE_LINE, at, at + size, NSP__SLOT_SOURCES, 4);
}

/* --- pictures --- */

static bool is_name(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  return !nsp__item_is_mark(i) &&
         (nsp__item_is_named(i) || nsp__match_listed(m, at, NSP__CREDIT_INSIDE) || i->shape & NSP__SHAPE_JOINED);
}

/* One name to the left of the border `at`: its first item. */
static uint32_t name_before(const nsp__matcher *m, uint32_t at) {
  uint32_t first = at;
  while (first > m->low && at - first < NAME_WORDS && is_name(m, first - 1) &&
         !(first < at && item_at(m, first)->flags & NSP__ITEM_SENTENCE))
    first--;
  while (first < at && !nsp__item_is_named(item_at(m, first)) && !(item_at(m, first)->shape & NSP__SHAPE_JOINED))
    first++;
  return first;
}

static uint32_t name_behind(const nsp__matcher *m, uint32_t at) {
  const nsp__record *record;
  uint32_t size = nsp__medium_at(m->view, at, m->high, &record), end = at;
  if (size) return at + size;
  while (end < m->high && end - at < NAME_WORDS && is_name(m, end) &&
         !(end > at && item_at(m, end)->flags & NSP__ITEM_SENTENCE))
    end++;
  while (end > at && !nsp__item_is_named(item_at(m, end - 1))) end--;
  return end;
}

static bool is_link(const nsp__matcher *m, uint32_t at) {
  if (item_at(m, at)->punct == NSP__MARK_SLASH) return true;
  const char *text = m->view->text + item_at(m, at)->start;
  return item_at(m, at)->end - item_at(m, at)->start == 3 && memcmp(text, "via", 3) == 0;
}

static bool holds_picture_agency(const nsp__matcher *m, uint32_t first, uint32_t end) {
  const nsp__record *record;
  for (uint32_t i = first; i < end; i++)
    if (nsp__medium_at(m->view, i, end, &record) && is_agency(record)) return true;
  return false;
}

/* A chain of names whose first slash is at `slash`. */
static uint32_t chain(nsp__matcher *m, uint32_t slash, nsp__candidates *all) {
  uint32_t before = slash;
  if (before > m->low && item_at(m, before - 1)->shape & NSP__SHAPE_CLOSE_BRACKET) return slash + 1;
  uint32_t first = name_before(m, before), end = slash;
  while (end < m->high && is_link(m, end) && end - slash < CHAIN_ITEMS) {
    uint32_t next = name_behind(m, end + 1);
    if (next == end + 1) break;
    end = next;
  }
  if (first == slash && end > slash) first = slash + 1; /* "nikkytok/Getty Images": no name to the left */
  if (end == slash || !holds_picture_agency(m, first, end)) return end > slash ? end : slash + 1;
  bool apart = end >= m->high || nsp__at_end(m, end) || item_at(m, end)->flags & NSP__ITEM_SENTENCE;
  if (apart) add(m, all, NSP_CREDIT_PHOTO_CREDIT, first, end, NSP__SLOT_SOURCES, 4);
  return end;
}

void nsp__find_marks(nsp__matcher *m, nsp__candidates *all) {
  const nsp__view *v = m->view;
  nsp__line_window window = {0};
  uint32_t chained = 0; /* what stands before it was read as a chain */
  for (uint32_t s = 0; s < v->stops.count && !all->failed; s++) {
    uint32_t at = v->stops.items[s];
    const nsp__item *item = &v->items[at];
    bool begins = item->flags & (NSP__ITEM_LINE | NSP__ITEM_SENTENCE);
    if (at < chained || !(begins || item->stops & NSP__STOP_MARK)) continue;
    nsp__window_move(v, at, &window);
    m->low = window.low;
    m->high = window.high;
    if (item->shape & NSP__SHAPE_OPEN_BRACKET)
      in_bracket(m, at, all);
    else if (begins)
      unmarked(m, at, all);
    if (item->punct == NSP__MARK_SLASH) chained = chain(m, at, all);
  }
}

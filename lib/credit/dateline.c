/* Datelines: the place, the date and the agency that an article begins with. Each is read in at most REACH items. */
#include <string.h>

#include "credit/candidate.h"

enum { REACH = 24, PLACE_WORDS = 10, PROSE_ITEMS = 5, CJK_REACH = 24 };

typedef struct head {
  uint32_t place_end; /* items of the place begin with the line */
  uint32_t date, date_end;
  uint32_t at; /* behind all that was read */
} head;

static const nsp__item *item_at(const nsp__matcher *m, uint32_t i) { return &m->view->items[i]; }

static bool is_month(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  if (nsp__pack_has(m->own->pack, i->word, NSP__CLASS_MONTH)) return true;
  /* "Oct. 4", "giu. 14": a short word with a stop before a day */
  return (i->shape & NSP__SHAPE_JOINED) && i->end - i->start <= 6 && m->view->text[i->end - 1] == '.' &&
         at + 1 < m->high && (item_at(m, at + 1)->shape & NSP__SHAPE_NUMBER) &&
         item_at(m, at + 1)->end - item_at(m, at + 1)->start <= 2;
}

static bool is_listed_place(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  return nsp__pack_has(m->own->pack, i->word, NSP__CLASS_PLACE) ||
         nsp__pack_has(m->view->common, nsp__item_common(m->view, i), NSP__CLASS_PLACE);
}

static bool is_dash(const nsp__item *i) { return (i->shape & NSP__SHAPE_DASH) && !(i->shape & NSP__SHAPE_JOINED); }

static bool is_place_item(const nsp__matcher *m, uint32_t at, uint32_t first) {
  const nsp__item *i = item_at(m, at);
  if (nsp__item_is_mark(i))
    return at > first && (i->punct == NSP__MARK_COMMA || i->punct == NSP__MARK_SLASH || i->punct == NSP__MARK_HYPHEN ||
                          (i->punct == NSP__MARK_PERIOD && item_at(m, at - 1)->end - item_at(m, at - 1)->start <= 5));
  if (i->shape & NSP__SHAPE_DIGIT) return false;
  if (!(i->shape & NSP__SHAPE_CAPITAL) && !(at > first && nsp__match_listed(m, at, NSP__CREDIT_INSIDE))) return false;
  return !is_month(m, at);
}

static bool is_date_item(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  bool short_month = at > m->low && at + 1 < m->high && item_at(m, at - 1)->shape & NSP__SHAPE_NUMBER &&
                     i->end - i->start <= 6 && !nsp__item_is_mark(i) &&
                     (m->view->text[i->end - 1] == '.' || item_at(m, at + 1)->punct == NSP__MARK_PERIOD); /* "3 May." */
  return (i->shape & NSP__SHAPE_DIGIT) || is_month(m, at) || short_month || i->punct == NSP__MARK_COMMA ||
         i->punct == NSP__MARK_PERIOD ||
         (!nsp__item_is_mark(i) && i->end - i->start <= 3 && nsp__match_listed(m, at, NSP__CREDIT_INSIDE));
}

/* Place and date at the border `first`. */
static head read_head(const nsp__matcher *m, uint32_t first) {
  head h = {first, first, first, first};
  uint32_t at = first;
  while (at < m->high && at - first < PLACE_WORDS && is_place_item(m, at, first)) at++;
  h.place_end = at;
  while (h.place_end > first && nsp__item_is_mark(item_at(m, h.place_end - 1)) &&
         item_at(m, h.place_end - 1)->punct != NSP__MARK_PERIOD)
    h.place_end--;
  h.date = at;
  bool digits = false;
  uint32_t stop = at;
  while (stop < m->high && stop - at < 8 && is_date_item(m, stop))
    digits |= (item_at(m, stop++)->shape & NSP__SHAPE_DIGIT) != 0;
  if (digits) at = stop;
  h.date_end = at;
  h.at = at;
  return h;
}

/* "AP", "dpa/lsw", "ATS-AFP": agencies and papers between brackets or slashes, and nothing else. How many items. */
static uint32_t agencies_at(const nsp__matcher *m, uint32_t first, uint32_t high) {
  uint32_t at = first, known = 0;
  while (at < high && at - first < 10) {
    const nsp__record *record;
    uint32_t size = nsp__medium_at(m->view, at, high, &record);
    const nsp__item *i = item_at(m, at);
    if (size)
      known++, at += size;
    else if (known && (i->punct == NSP__MARK_SLASH || i->punct == NSP__MARK_COMMA || i->punct == NSP__MARK_HYPHEN ||
                       (!nsp__item_is_mark(i) && i->end - i->start <= 4)))
      at++;
    else
      break;
  }
  return known ? at - first : 0;
}

/* "KTVI", "HawaiiNewsNow": a station's name in one word. */
static bool is_station(const nsp__item *i) {
  return (i->shape & NSP__SHAPE_CAPITAL) && i->end - i->start >= 3 && !(i->shape & NSP__SHAPE_NON_LATIN);
}

/* Prose follows: enough of it, or a sentence that ends. */
static bool prose_follows(const nsp__matcher *m, uint32_t at) {
  if (at + PROSE_ITEMS > m->high) return false;
  uint32_t lower = 0;
  for (uint32_t i = at; i < m->high && i < at + 16; i++) {
    const nsp__item *item = item_at(m, i);
    lower += !nsp__item_is_mark(item) && !(item->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_DIGIT));
  }
  unsigned last = item_at(m, m->high - 1)->punct;
  bool ends = last == NSP__MARK_PERIOD || last == NSP__MARK_QUESTION || last == NSP__MARK_EXCLAMATION ||
              last == NSP__MARK_ELLIPSIS || (item_at(m, m->high - 1)->shape & NSP__SHAPE_QUOTE);
  return lower >= 3 && (ends || m->high - at >= 12);
}

static void add(const nsp__matcher *m, nsp__candidates *all, nsp_credit_kind kind, uint32_t first, uint32_t end,
                const head *h, uint32_t agency, uint32_t agency_end) {
  static const char agency_reason[] = "place, date and agency at the beginning of a line";
  static const char place_reason[] = "place and dash at the beginning of a line";
  nsp__capture captures[3];
  uint32_t count = 0;
  if (h->place_end > first) captures[count++] = (nsp__capture){first, h->place_end, NSP__SLOT_PLACE};
  if (h->date_end > h->date) {
    uint32_t date = h->date, date_end = h->date_end;
    while (date < date_end && nsp__item_is_mark(item_at(m, date))) date++;
    while (date_end > date && item_at(m, date_end - 1)->punct == NSP__MARK_COMMA) date_end--;
    if (date < date_end) captures[count++] = (nsp__capture){date, date_end, NSP__SLOT_DATE};
  }
  if (agency_end > agency) captures[count++] = (nsp__capture){agency, agency_end, NSP__SLOT_LIST};
  nsp__candidate c = {first, end, first, end, 0, 0, {NULL, 0}, (uint16_t)kind, 16};
  c.reason = kind == NSP_CREDIT_DATELINE ? (nsp_string){place_reason, sizeof place_reason - 1}
                                         : (nsp_string){agency_reason, sizeof agency_reason - 1};
  nsp__candidate_add(all, &c, captures, count);
}

/* Behind the agency: ") —", "/ -", ").-", ":". The border behind it, or `at` itself. */
static uint32_t past_marks(const nsp__matcher *m, uint32_t at, bool *dash) {
  *dash = false;
  uint32_t start = at;
  while (at < m->high && at - start < 4) {
    const nsp__item *i = item_at(m, at);
    if (is_dash(i))
      *dash = true;
    else if (i->punct != NSP__MARK_PERIOD && i->punct != NSP__MARK_COMMA && i->punct != NSP__MARK_COLON &&
             i->punct != NSP__MARK_ELLIPSIS)
      break;
    at++;
  }
  return at;
}

/* "PARIS, 3 mars (AFP) —", "/Agerpres/ -", "(ANSA) - ROMA, 14 GIU - ", "[ロイター]" */
static bool bracketed(nsp__matcher *m, const head *h, uint32_t first, nsp__candidates *all) {
  uint32_t open = h->at;
  if (open + 2 >= m->high) return false;
  const nsp__item *bracket = item_at(m, open);
  bool slash = bracket->punct == NSP__MARK_SLASH;
  if (!slash && !(bracket->shape & NSP__SHAPE_OPEN_BRACKET)) return false;
  uint32_t size = agencies_at(m, open + 1, m->high), close = open + 1 + size;
  bool known = size != 0, dash;
  if (!known && open + 2 < m->high && is_station(item_at(m, open + 1))) close = open + 2;
  if (close >= m->high || close == open + 1) return false;
  const nsp__item *closing = item_at(m, close);
  if (slash ? closing->punct != NSP__MARK_SLASH : !(closing->shape & NSP__SHAPE_CLOSE_BRACKET)) return false;
  uint32_t end = past_marks(m, close + 1, &dash);
  bool has_place = h->place_end > first;
  if (!known && !(has_place && dash && prose_follows(m, end))) return false;
  if (end == close + 1 && !has_place) return false;
  if (end >= m->high && m->high - first < 4) return false;
  head full = *h;
  if (!has_place && dash) { /* the place behind the agency */
    head behind = read_head(m, end);
    bool second;
    uint32_t stop = past_marks(m, behind.at, &second);
    if (behind.place_end > end && second && behind.place_end - end <= 4) {
      add(m, all, NSP_CREDIT_AGENCY_DATELINE, first, stop, &full, open + 1, close);
      return true;
    }
  }
  add(m, all, NSP_CREDIT_AGENCY_DATELINE, first, end, &full, open + 1, close);
  return true;
}

/* "МОСКВА, 18 января - РИА Новости.", "Berlin/dpa." */
static bool bare_agency(nsp__matcher *m, const head *h, uint32_t first, nsp__candidates *all) {
  bool dash, behind;
  if (h->place_end == first) return false;
  uint32_t at = past_marks(m, h->at, &dash);
  if (at < m->high && item_at(m, at)->punct == NSP__MARK_SLASH) at++, dash = true;
  uint32_t size = agencies_at(m, at, m->high);
  if (!size) return false;
  uint32_t end = past_marks(m, at + size, &behind);
  if (!dash && h->date_end == h->date && !(behind && item_at(m, first)->shape & NSP__SHAPE_ALL_CAPS))
    return false; /* "BERLIN dpa -" */
  if (end == at + size || end >= m->high) return false;
  add(m, all, NSP_CREDIT_AGENCY_DATELINE, first, end, h, at, at + size);
  return true;
}

/* "新华社北京1月1日电": an agency, and 电 within a few characters. */
static bool ideographs(nsp__matcher *m, uint32_t first, nsp__candidates *all) {
  const nsp__record *record;
  uint32_t size = nsp__medium_at(m->view, first, m->high, &record);
  if (!size) return false;
  for (uint32_t i = first + size; i < m->high && i < first + CJK_REACH && !nsp__item_is_mark(item_at(m, i)); i++) {
    const char *text = m->view->text + item_at(m, i)->start;
    if (item_at(m, i)->end - item_at(m, i)->start != 3 || (memcmp(text, "电", 3) && memcmp(text, "電", 3))) continue;
    head h = {first, first, first, first};
    add(m, all, NSP_CREDIT_AGENCY_DATELINE, first, i + 1, &h, first, first + size);
    return true;
  }
  return false;
}

/* "[東京 12日 ロイター] - ", "【ワシントン共同】": a bracket at the line's start that holds an agency. */
static bool in_bracket(nsp__matcher *m, uint32_t first, nsp__candidates *all) {
  if (!(item_at(m, first)->shape & NSP__SHAPE_OPEN_BRACKET)) return false;
  uint32_t close = first + 1, agency = 0, size = 0;
  while (close < m->high && close - first < REACH && !(item_at(m, close)->shape & NSP__SHAPE_CLOSE_BRACKET)) close++;
  if (close >= m->high || close - first >= REACH || close + 1 >= m->high) return false;
  for (uint32_t i = first + 1; i < close && !size; i++) {
    const nsp__record *record;
    size = nsp__medium_at(m->view, i, close, &record);
    agency = i;
    if (size && !(record->tags & NSP__SAYS(AGENCY))) size = 0;
  }
  if (!size || !(item_at(m, agency)->flags & NSP__ITEM_IDEOGRAPH)) return false;
  bool dash;
  head h = {first, first, first, first};
  add(m, all, NSP_CREDIT_AGENCY_DATELINE, first, past_marks(m, close + 1, &dash), &h, agency, agency + size);
  return true;
}

/* "WASHINGTON — ", "SEOUL, South Korea — ", "Praha - " */
static void plain(nsp__matcher *m, const head *h, uint32_t first, nsp__candidates *all) {
  uint32_t dash = h->at;
  if (dash >= m->high || h->place_end == first || h->place_end - first > 6) return;
  const nsp__item *mark = item_at(m, dash);
  bool wide = mark->end - mark->start >= 2; /* not a hyphen: that takes a place that is listed */
  bool colon = mark->punct == NSP__MARK_COLON && is_listed_place(m, first); /* "NEW DELHI: " */
  if (!colon && (!is_dash(mark) || !nsp__item_is_apart(mark))) return;
  uint32_t words = 0, capitals = 0;
  bool listed = is_listed_place(m, first);
  for (uint32_t i = first; i < h->place_end && item_at(m, i)->punct != NSP__MARK_COMMA; i++) {
    if (nsp__item_is_mark(item_at(m, i))) continue;
    words++;
    capitals += (item_at(m, i)->shape & NSP__SHAPE_ALL_CAPS) != 0;
    if (nsp__pack_has(m->own->pack, item_at(m, i)->word, NSP__CLASS_FUNCTION) && !listed) return;
  }
  bool shouted =
      capitals == words && words <= 4 && (words > 1 || item_at(m, first)->end - item_at(m, first)->start > 4);
  if (!(shouted && wide) && !(listed && words <= 2)) return;
  if (dash + 1 >= m->high ||
      !(item_at(m, dash + 1)->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_QUOTE | NSP__SHAPE_DIGIT)))
    return;
  if (prose_follows(m, dash + 1)) add(m, all, NSP_CREDIT_DATELINE, first, dash + 1, h, 0, 0);
}

/* Behind place and date of all forms stands a mark; only "BERLIN dpa -" has none, and "[東京 ロイター]" begins with it.
 */
static bool may_go_on(const nsp__matcher *m, const head *h, uint32_t first) {
  if (item_at(m, first)->shape & (NSP__SHAPE_ALL_CAPS | NSP__SHAPE_OPEN_BRACKET) || h->date_end > h->date) return true;
  return h->at < m->high && nsp__item_is_mark(item_at(m, h->at));
}

static void try_line(nsp__matcher *m, uint32_t first, nsp__candidates *all) {
  while (first < m->high && (item_at(m, first)->shape & (NSP__SHAPE_QUOTE | NSP__SHAPE_DASH))) first++;
  if (first + 2 >= m->high) return;
  if (item_at(m, first)->flags & NSP__ITEM_IDEOGRAPH) {
    ideographs(m, first, all);
    return;
  }
  head h = read_head(m, first);
  if (!may_go_on(m, &h, first)) return;
  if (bracketed(m, &h, first, all) || in_bracket(m, first, all) || bare_agency(m, &h, first, all)) return;
  plain(m, &h, first, all);
}

void nsp__find_datelines(nsp__matcher *m, nsp__candidates *all) {
  const nsp__view *v = m->view;
  nsp__line_window window = {0};
  for (uint32_t line = 0; line < v->lines.count && !all->failed; line++) {
    nsp__window_move(v, v->lines.items[line], &window);
    m->low = window.low;
    m->high = window.high;
    try_line(m, m->low, all);
  }
}

/* What may stand in a slot. Every slot looks at most NSP__SLOT_REACH items far. */
#include "credit/slot.h"

#include <string.h>

enum { TITLE_ITEMS = 25, DATE_ITEMS = 9 };

static const nsp__item *item_at(const nsp__matcher *m, uint32_t i) { return &m->view->items[i]; }

static bool is_date_item(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  if (i->shape & NSP__SHAPE_DIGIT || nsp__pack_has(m->own->pack, i->word, NSP__CLASS_MONTH)) return true;
  if (i->flags & NSP__ITEM_IDEOGRAPH) {
    static const char units[] = "年月日号號";
    for (const char *u = units; *u; u += 3)
      if (i->end - i->start == 3 && memcmp(u, m->view->text + i->start, 3) == 0) return true;
    return false;
  }
  return i->punct == NSP__MARK_COMMA || i->punct == NSP__MARK_PERIOD || i->punct == NSP__MARK_SLASH ||
         i->punct == NSP__MARK_HYPHEN || (i->end - i->start <= 3 && nsp__match_listed(m, at, NSP__CREDIT_INSIDE));
}

static bool date_fits(const nsp__matcher *m, uint32_t first, uint32_t end) {
  uint32_t months = 0, numbers = 0, whole = 0;
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *item = item_at(m, i);
    bool month = nsp__pack_has(m->own->pack, item->word, NSP__CLASS_MONTH);
    months += month;
    numbers += !month && (item->shape & NSP__SHAPE_DIGIT) != 0;
    whole += (item->shape & NSP__SHAPE_NUMBER) && item->end - item->start >= 6;
  }
  bool ends =
      !nsp__item_is_mark(item_at(m, end - 1)) || (item_at(m, end - 1)->punct == NSP__MARK_PERIOD && end - first > 1);
  return ends && !nsp__item_is_mark(item_at(m, first)) && (months + numbers >= 2 || whole);
}

static bool is_year(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  const char *text = m->view->text + i->start;
  return (i->shape & NSP__SHAPE_DIGIT) && i->end - i->start >= 4 &&
         (memcmp(text, "19", 2) == 0 || memcmp(text, "20", 2) == 0) &&
         (i->end - i->start == 4 || i->end - i->start == 9 || i->end - i->start == 11);
}

static uint32_t year_reach(const nsp__matcher *m, uint32_t at) {
  if (at >= m->high || !is_year(m, at)) return at;
  if (at + 2 < m->high &&
      (item_at(m, at + 1)->shape & NSP__SHAPE_DASH || item_at(m, at + 1)->punct == NSP__MARK_COMMA) &&
      is_year(m, at + 2))
    return at + 3;
  if (at + 1 < m->high && item_at(m, at + 1)->shape & NSP__SHAPE_DASH) return at + 2; /* "1997 - , Nation" */
  return at + 1;
}

static bool is_licence_item(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  if (nsp__pack_has(m->view->common, nsp__item_common(m->view, i), NSP__CLASS_LICENSE) || (i->shape & NSP__SHAPE_DASH))
    return true;
  const char *text = m->view->text + i->start;
  return (i->shape & NSP__SHAPE_NUMBER && i->end - i->start <= 3) ||
         (i->end - i->start > 3 && (memcmp(text, "CC-", 3) == 0 || memcmp(text, "cc-", 3) == 0 ||
                                    memcmp(text, "BY-", 3) == 0 || memcmp(text, "by-", 3) == 0));
}

static uint32_t title_reach(const nsp__matcher *m, uint32_t at) {
  uint32_t i = at;
  bool quoted = at < m->high && (item_at(m, at)->shape & (NSP__SHAPE_OPEN_QUOTE | NSP__SHAPE_OPEN_BRACKET));
  for (; i < m->high && i - at < TITLE_ITEMS * (quoted ? 2 : 1); i++) {
    if (quoted && i > at && item_at(m, i)->shape & (NSP__SHAPE_CLOSE_QUOTE | NSP__SHAPE_CLOSE_BRACKET)) return i + 1;
    if (!quoted && i > at && item_at(m, i)->flags & NSP__ITEM_SENTENCE) break;
  }
  return i;
}

/* To the end (or start) of the sentence, or of the bracket that it is in. */
static uint32_t rest_reach(const nsp__matcher *m, uint32_t border, bool forward) {
  uint32_t at = border, depth = 0;
  uint16_t opens = forward ? NSP__SHAPE_OPEN_BRACKET : NSP__SHAPE_CLOSE_BRACKET;
  uint16_t closes = forward ? NSP__SHAPE_CLOSE_BRACKET : NSP__SHAPE_OPEN_BRACKET;
  while (forward ? at < m->high : at > m->low) {
    const nsp__item *i = item_at(m, forward ? at : at - 1);
    uint32_t taken = forward ? at - border : border - at;
    if (taken >= NSP__SLOT_REACH || (forward && taken && (i->flags & NSP__ITEM_SENTENCE))) break;
    if (!forward && at < m->high && item_at(m, at)->flags & NSP__ITEM_SENTENCE) break;
    if (i->shape & opens) depth++;
    if (i->shape & closes) {
      if (depth == 0) break;
      depth--;
    }
    at = forward ? at + 1 : at - 1;
  }
  return at;
}

/* A list behind a label: all of the sentence, up to a bar or another label. */
static uint32_t list_reach(const nsp__matcher *m, uint32_t border) {
  uint32_t end = rest_reach(m, border, true), at = border, quotes = 0;
  for (; at < end; at++) {
    const nsp__item *i = item_at(m, at);
    if (at > border && i->punct == NSP__MARK_SYMBOL && m->view->text[i->start] == '|') break;
    if (at > border && i->shape & NSP__SHAPE_WEB && memcmp(m->view->text + i->start, "http", 4) == 0 &&
        !nsp__item_is_mark(item_at(m, at - 1)))
      break;
    if (at > border && i->shape & NSP__SHAPE_OPEN_BRACKET && !nsp__inner_bracket(m, at, true)) break;
    if (at > border && i->shape & NSP__SHAPE_OPEN_BRACKET && nsp__inner_bracket(m, at, true) > 4) break;
    if (i->shape & NSP__SHAPE_OPEN_QUOTE)
      quotes++;
    else if (i->shape & NSP__SHAPE_CLOSE_QUOTE && quotes-- == 0)
      break;
    if (i->punct == NSP__MARK_COMMA && i->end - i->start == 3 && memcmp(m->view->text + i->start, "，", 3) == 0) break;
    if (i->punct == NSP__MARK_BULLET && nsp__item_is_apart(i) && at > border) break;
    if (i->punct == NSP__MARK_COLON && at > border + 1) return at - 1;
    if (at > border && nsp__item_is_apart(i) && item_at(m, at - 1)->flags & NSP__ITEM_IDEOGRAPH) break;
    if (at > border && i->shape & NSP__SHAPE_DASH && i->end - i->start == 3 && nsp__item_is_apart(i) &&
        memcmp(m->view->text + i->start, "—", 3) == 0)
      break;
  }
  while (at > border &&
         (item_at(m, at - 1)->punct == NSP__MARK_PERIOD || item_at(m, at - 1)->punct == NSP__MARK_COMMA ||
          item_at(m, at - 1)->punct == NSP__MARK_SEMICOLON))
    at--;
  return at;
}

typedef bool (*item_test)(const nsp__matcher *m, uint32_t at);

static bool is_web(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  return (i->shape & NSP__SHAPE_WEB) || (!nsp__item_is_mark(i) && (i->shape & NSP__SHAPE_JOINED) &&
                                         memchr(m->view->text + i->start, '.', i->end - i->start) &&
                                         nsp__looks_like_medium(m->view, at, at + 1, false));
}

static bool is_language(const nsp__matcher *m, uint32_t at) {
  return nsp__pack_has(m->own->pack, item_at(m, at)->word, NSP__CLASS_LANGUAGE_NAME);
}

static uint32_t run_of(const nsp__matcher *m, item_test test, uint32_t border, bool forward, uint32_t most) {
  uint32_t at = border;
  while ((forward ? at < m->high : at > m->low) && (forward ? at - border : border - at) < most &&
         test(m, forward ? at : at - 1))
    at = forward ? at + 1 : at - 1;
  return at;
}

static bool any_in_sentence(const nsp__matcher *m, uint32_t at) {
  return !(item_at(m, at)->shape & NSP__SHAPE_BRACKET);
}

/* GAP: not beyond the sentence. */
static uint32_t gap_reach(const nsp__matcher *m, uint32_t border, bool forward, uint32_t number) {
  uint32_t at = run_of(m, any_in_sentence, border, forward, number), rest = rest_reach(m, border, forward);
  return forward ? (at < rest ? at : rest) : (at > rest ? at : rest);
}

/* Not at all where no names can be: that is told sooner than how far they would reach. */
static uint32_t names_reach(const nsp__matcher *m, nsp__slot slot, uint32_t at, bool forward) {
  if (!nsp__names_may_begin(m, at, forward)) return at;
  uint32_t reach = nsp__names_reach(m, slot, at, forward);
  bool medium = slot == NSP__SLOT_MEDIUM || slot == NSP__SLOT_OUTLETS;
  return medium && !nsp__may_hold_medium(m->view, forward ? at : reach, forward ? reach : at) ? at : reach;
}

uint32_t nsp__slot_reach(const nsp__matcher *m, nsp__slot slot, uint32_t at, bool forward, uint32_t number) {
  switch (slot) {
    case NSP__SLOT_LIST: return forward ? list_reach(m, at) : rest_reach(m, at, false);
    case NSP__SLOT_DATE: return run_of(m, is_date_item, at, forward, DATE_ITEMS);
    case NSP__SLOT_YEAR: return forward ? year_reach(m, at) : run_of(m, is_year, at, false, 1);
    case NSP__SLOT_LICENSE: return run_of(m, is_licence_item, at, forward, 20);
    case NSP__SLOT_URL: return run_of(m, is_web, at, forward, 1);
    case NSP__SLOT_LANGUAGE: return run_of(m, is_language, at, forward, 2);
    case NSP__SLOT_TITLE: return forward ? title_reach(m, at) : rest_reach(m, at, false);
    case NSP__SLOT_GAP: return gap_reach(m, at, forward, number);
    case NSP__SLOT_REST: return rest_reach(m, at, forward);
    default: return names_reach(m, slot, at, forward);
  }
}

/* One of the words says which licence it is. */
static bool names_licence(const nsp__matcher *m, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *item = item_at(m, i);
    const nsp__record *record = nsp__pack_record(m->view->common, nsp__item_common(m->view, item), NSP__CLASS_LICENSE);
    const nsp__lexeme *lexeme = nsp__pack_lexeme(m->view->common, nsp__item_common(m->view, item));
    if ((record && record->values) ||
        (lexeme && lexeme->begins_phrase && end - first > 1 && item->shape & NSP__SHAPE_CAPITAL) ||
        (item->shape & NSP__SHAPE_JOINED && item->end - item->start > 4))
      return true;
  }
  return false;
}

static bool licence_fits(const nsp__matcher *m, uint32_t first, uint32_t end) {
  if (!names_licence(m, first, end)) return false;
  if (item_at(m, first)->shape & (NSP__SHAPE_PUNCT | NSP__SHAPE_NUMBER) ||
      item_at(m, end - 1)->shape & NSP__SHAPE_PUNCT)
    return false;
  return true;
}

bool nsp__slot_fits(const nsp__matcher *m, nsp__slot slot, uint32_t first, uint32_t end, uint32_t number) {
  (void)number;
  if (slot <= NSP__SLOT_OUTLETS && !nsp__names_agree(m, slot, first, end)) return false;
  switch (slot) {
    case NSP__SLOT_DATE: return date_fits(m, first, end);
    case NSP__SLOT_MEDIUM: return nsp__names_fit(m, first, end) && nsp__medium_fits(m, first, end);
    case NSP__SLOT_LICENSE: return licence_fits(m, first, end);
    case NSP__SLOT_TITLE: {
      uint32_t reach = title_reach(m, first);
      return !(item_at(m, first)->shape & NSP__SHAPE_OPEN_QUOTE) || reach == end;
    }
    case NSP__SLOT_LIST: return !(item_at(m, first)->shape & NSP__SHAPE_CLOSE_BRACKET);
    case NSP__SLOT_YEAR:
    case NSP__SLOT_URL:
    case NSP__SLOT_LANGUAGE:
    case NSP__SLOT_GAP:
    case NSP__SLOT_REST: return true;
    default: return nsp__names_fit(m, first, end);
  }
}

bool nsp__slot_is_lazy(const nsp__matcher *m, nsp__slot slot, uint32_t at) {
  (void)m, (void)at;
  return slot == NSP__SLOT_GAP || slot == NSP__SLOT_TITLE;
}

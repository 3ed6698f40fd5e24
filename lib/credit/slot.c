/* What may stand in a slot. Every slot looks at most NSP__SLOT_REACH items far. */
#include <string.h>

#include "credit/names.h"

enum { INSIDE_RUN = 3, BRACKET_ITEMS = 8, TITLE_ITEMS = 25, DATE_ITEMS = 9, NAME_IDEOGRAPHS = 24, UNLISTED_MEDIUM = 7 };

static const nsp__item *item_at(const nsp__matcher *m, uint32_t i) { return &m->view->items[i]; }

static bool is_known(const nsp__matcher *m, uint32_t at) {
  const nsp__record *record;
  return nsp__medium_at(m->view, at, m->high, &record) != 0;
}

static bool is_name_item(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  if (nsp__item_is_mark(i)) return false;
  char initial = m->view->text[i->start];
  if (i->name_cut && initial >= '0' && initial <= '9') return false; /* "2022'de" */
  if (nsp__is_domain(m->view, i)) return true;
  if (i->shape & NSP__SHAPE_NUMBER) {
    bool behind_name = at > m->low && (item_at(m, at - 1)->shape & NSP__SHAPE_CAPITAL);
    return is_known(m, at) || (behind_name && i->end - i->start <= 3);
  }
  return nsp__item_is_named(i) || (i->shape & NSP__SHAPE_SYMBOL && m->view->text[i->start] == '@') || is_known(m, at);
}

static bool is_clitic(const nsp__matcher *m, const nsp__item *i) {
  const char *text = m->view->text + i->start;
  uint32_t length = i->end - i->start;
  if (i->punct == NSP__MARK_APOSTROPHE) return true;
  if (length == 2) return text[0] == '\'' && (text[1] | 0x20) == 's';
  return length == 4 && memcmp(text, "\xE2\x80\x99", 3) == 0 && (text[3] | 0x20) == 's';
}

/* "Inc.", "J.", "St.": the full stop does not end the name. */
static bool is_inner_stop(const nsp__matcher *m, uint32_t at) {
  if (at + 1 >= m->high || at == m->low || (item_at(m, at + 1)->flags & NSP__ITEM_SENTENCE)) return false;
  const nsp__item *before = item_at(m, at - 1);
  return (before->shape & NSP__SHAPE_CAPITAL) && before->end - before->start <= 4 &&
         !(item_at(m, at + 1)->shape & NSP__SHAPE_PUNCT && item_at(m, at + 1)->punct != NSP__MARK_COMMA);
}

/* Between or within names: what kind of thing is it? 0: it ends them; 1: within one; 2: between two. */
static int connects(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  if (i->punct == NSP__MARK_BULLET && at > m->low && at + 1 < m->high &&
      item_at(m, at - 1)->flags & item_at(m, at + 1)->flags & NSP__ITEM_KATAKANA)
    return 1;
  if (i->punct == NSP__MARK_BULLET) return i->flags & NSP__ITEM_SPACE ? 0 : 2;
  if (i->punct == NSP__MARK_COMMA && i->end - i->start == 3 && memcmp(m->view->text + i->start, "，", 3) == 0) return 0;
  if (i->punct == NSP__MARK_COMMA || i->punct == NSP__MARK_SLASH || nsp__match_listed(m, at, NSP__CREDIT_JOINS) ||
      nsp__match_listed(m, at, NSP__CREDIT_LOCATES) || nsp__match_listed(m, at, NSP__CREDIT_FILLERS))
    return 2;
  if (i->punct == NSP__MARK_HYPHEN || is_clitic(m, i) || (i->shape & NSP__SHAPE_QUOTE)) return 1;
  if (i->punct == NSP__MARK_DASH && !(i->flags & NSP__ITEM_SPACE)) return 1;
  if (i->punct == NSP__MARK_PERIOD) return is_inner_stop(m, at) ? 1 : 0;
  if (i->shape & NSP__SHAPE_SYMBOL) return strchr("&+@_", m->view->text[i->start]) != NULL;
  return nsp__match_listed(m, at, NSP__CREDIT_INSIDE);
}

static bool is_list(nsp__slot slot) {
  return slot == NSP__SLOT_SOURCES || slot == NSP__SLOT_PERSONS || slot == NSP__SLOT_OUTLETS;
}

/* A bracket within a list of names, with its partner: how many items; 0 when it ends the list. */
static uint32_t inner_bracket(const nsp__matcher *m, uint32_t at, bool forward) {
  uint16_t opens = forward ? NSP__SHAPE_OPEN_BRACKET : NSP__SHAPE_CLOSE_BRACKET;
  uint16_t closes = forward ? NSP__SHAPE_CLOSE_BRACKET : NSP__SHAPE_OPEN_BRACKET;
  if (!(item_at(m, at)->shape & opens)) return 0;
  for (uint32_t n = 1; n < BRACKET_ITEMS; n++) {
    if (forward ? at + n >= m->high : at < m->low + n) return 0;
    if (item_at(m, forward ? at + n : at - n)->shape & closes) return n + 1;
  }
  return 0;
}

/* "…, Photographs by": the item before `at` belongs to the next statement. */
static bool begins_label(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  return i->punct == NSP__MARK_COLON || (i->end - i->start == 2 && memcmp(m->view->text + i->start, "by", 2) == 0);
}

/* Items of the known medium that ends at the border `at`. */
static uint32_t known_before(const nsp__matcher *m, uint32_t at) {
  enum { WORDS = 4 };
  const nsp__record *record;
  for (uint32_t n = WORDS; n > 1; n--)
    if (at >= m->low + n && nsp__medium_at(m->view, at - n, at, &record) == n) return n;
  return 0;
}

/* Japanese は, が, を, に behind a noun: the name is over. */
static bool is_particle(const nsp__matcher *m, uint32_t at) {
  static const char particles[] = "はがをに";
  const nsp__item *i = item_at(m, at);
  if (!(i->flags & NSP__ITEM_IDEOGRAPH) || i->end - i->start != 3) return false;
  for (const char *p = particles; *p; p += 3)
    if (memcmp(p, m->view->text + i->start, 3) == 0) return true;
  return false;
}

/* Names, one or many. */
static uint32_t names_reach(const nsp__matcher *m, nsp__slot slot, uint32_t border, bool forward) {
  uint32_t at = border, lower = 0, ideographs = 0;
  while (forward ? at < m->high : at > m->low) {
    uint32_t i = forward ? at : at - 1, taken = forward ? at - border : border - at, step = 1;
    const nsp__item *item = item_at(m, i);
    if (taken >= NSP__SLOT_REACH || (forward && taken && (item->flags & NSP__ITEM_SENTENCE))) break;
    ideographs = item->flags & NSP__ITEM_IDEOGRAPH ? ideographs + 1 : 0;
    if (ideographs > NAME_IDEOGRAPHS || (taken && is_particle(m, i))) break;
    if (forward && taken && (item->flags & NSP__ITEM_SPACE) && (item_at(m, i - 1)->flags & NSP__ITEM_IDEOGRAPH)) break;
    if (forward && taken && i + 1 < m->high && begins_label(m, i + 1)) break;
    const nsp__record *record;
    uint32_t known = forward ? nsp__medium_at(m->view, i, m->high, &record) : known_before(m, at);
    if (known > 1)
      lower = 0, step = known; /* "Courrier international" */
    else if (is_name_item(m, i))
      lower = 0;
    else if ((step = inner_bracket(m, i, forward)) && is_list(slot) && taken)
      lower = 0;
    else {
      int kind = connects(m, i);
      step = 1;
      if (kind == 0 || (kind == 2 && !is_list(slot) && !nsp__match_listed(m, i, NSP__CREDIT_INSIDE)) ||
          ++lower > INSIDE_RUN)
        break;
    }
    at = forward ? at + step : at - step;
    if (!forward && (item->flags & NSP__ITEM_SENTENCE)) break;
  }
  return at;
}

static bool names_fit(const nsp__matcher *m, uint32_t first, uint32_t end) {
  const nsp__item *last = item_at(m, end - 1);
  bool closed = (last->shape & (NSP__SHAPE_CLOSE_QUOTE | NSP__SHAPE_CLOSE_BRACKET)) != 0;
  if (!closed && !is_name_item(m, end - 1) && !known_before(m, end) &&
      !nsp__match_listed(m, end - 1, NSP__CREDIT_FILLERS))
    return false;
  uint32_t i = first;
  while (i < end && i < first + INSIDE_RUN && !is_name_item(m, i) &&
         ((item_at(m, i)->shape & NSP__SHAPE_QUOTE) || nsp__match_listed(m, i, NSP__CREDIT_INSIDE) ||
          nsp__match_listed(m, i, NSP__CREDIT_FILLERS)))
    i++;
  return i < end && is_name_item(m, i);
}

/* A capital says that it is a name, where not all nouns have one and no sentence begins. */
static bool stands_out(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  bool goes_on = at + 1 < m->high && (item_at(m, at + 1)->shape & NSP__SHAPE_CAPITAL);
  bool german = strcmp(nsp_language_id(m->own->pack), "de") == 0;
  bool part = at > m->low && nsp__match_listed(m, at - 1, NSP__CREDIT_INSIDE); /* "Department of State" */
  return (i->shape & NSP__SHAPE_CAPITAL) && !(i->flags & NSP__ITEM_SENTENCE) && !goes_on && !part && !german;
}

/* Without the article, the quotation marks and the words beside it, a medium and nothing else? */
static bool medium_fits(const nsp__matcher *m, uint32_t first, uint32_t end) {
  bool quoted = false, article = false;
  const nsp__lexeme *the = nsp__pack_lexeme(m->own->pack, item_at(m, first)->word);
  const nsp__record *record;
  if (end - first > 1 && the && the->tags & NSP__SAYS(ARTICLE) &&
      nsp__medium_at(m->view, first, end, &record) != end - first)
    article = true, first++; /* "The Post" */
  while (first < end && ((item_at(m, first)->shape & NSP__SHAPE_OPEN_QUOTE) ||
                         (!is_name_item(m, first) && nsp__match_listed(m, first, NSP__CREDIT_INSIDE)))) {
    quoted |= (item_at(m, first)->shape & NSP__SHAPE_OPEN_QUOTE) != 0;
    const nsp__lexeme *word = nsp__pack_lexeme(m->own->pack, item_at(m, first)->word);
    article |= !quoted && word && (word->tags & NSP__SAYS(ARTICLE));
    first++;
  }
  while (end > first && (item_at(m, end - 1)->shape & NSP__SHAPE_CLOSE_QUOTE)) end--;
  uint32_t size = nsp__medium_at(m->view, first, end, &record);
  if (size && size == end - first)
    return !(record->tags & NSP__SAYS(WEAK)) || quoted || article ||
           (m->forward && first + 1 == end && stands_out(m, first));
  /* The article may be part of the name: "The Sun". */
  if (article && (size = nsp__medium_at(m->view, first - 1, end, &record)) && size == end - first + 1) return true;
  if (first < end && nsp__match_listed(m, first, NSP__CREDIT_INSIDE) && end - first > 1)
    first++; /* "The Texas Observer" */
  for (uint32_t i = first; i < end; i++)
    if (nsp__medium_at(m->view, i, end, &record) && !(record->tags & NSP__SAYS(WEAK)))
      return false; /* words beside a medium */
  if (first >= end || end - first > UNLISTED_MEDIUM || (item_at(m, first)->flags & NSP__ITEM_IDEOGRAPH)) return false;
  return is_name_item(m, first) && is_name_item(m, end - 1) && nsp__looks_like_medium(m->view, first, end, false) &&
         !(end - first == 1 && !nsp__is_domain(m->view, item_at(m, first)));
}

/* --- the other slots --- */

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
    if (at > border && i->shape & NSP__SHAPE_OPEN_BRACKET && !inner_bracket(m, at, true)) break;
    if (at > border && i->shape & NSP__SHAPE_OPEN_BRACKET && inner_bracket(m, at, true) > 4) break;
    if (i->shape & NSP__SHAPE_OPEN_QUOTE)
      quotes++;
    else if (i->shape & NSP__SHAPE_CLOSE_QUOTE && quotes-- == 0)
      break;
    if (i->punct == NSP__MARK_COMMA && i->end - i->start == 3 && memcmp(m->view->text + i->start, "，", 3) == 0) break;
    if (i->punct == NSP__MARK_BULLET && (i->flags & NSP__ITEM_SPACE) && at > border) break;
    if (i->punct == NSP__MARK_COLON && at > border + 1) return at - 1;
    if (at > border && (i->flags & NSP__ITEM_SPACE) && item_at(m, at - 1)->flags & NSP__ITEM_IDEOGRAPH) break;
    if (at > border && i->shape & NSP__SHAPE_DASH && i->end - i->start == 3 && (i->flags & NSP__ITEM_SPACE) &&
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
    case NSP__SLOT_MEDIUM: return names_fit(m, first, end) && medium_fits(m, first, end);
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
    default: return names_fit(m, first, end);
  }
}

bool nsp__slot_is_lazy(const nsp__matcher *m, nsp__slot slot, uint32_t at) {
  (void)m, (void)at;
  return slot == NSP__SLOT_GAP || slot == NSP__SLOT_TITLE;
}

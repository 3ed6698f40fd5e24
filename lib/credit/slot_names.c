/* Slots that take names, one or many. */
#include <string.h>

#include "credit/slot.h"

enum { INSIDE_RUN = 3, BRACKET_ITEMS = 8, NAME_IDEOGRAPHS = 24, UNLISTED_MEDIUM = 7 };

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
  if (i->punct == NSP__MARK_BULLET) return nsp__item_is_apart(i) ? 0 : 2;
  if (i->punct == NSP__MARK_COMMA && i->end - i->start == 3 && memcmp(m->view->text + i->start, "，", 3) == 0) return 0;
  if (i->punct == NSP__MARK_COMMA || i->punct == NSP__MARK_SLASH) return 2;
  unsigned lists = nsp__match_lists(m, at);
  if (lists & (1u << NSP__CREDIT_JOINS | 1u << NSP__CREDIT_LOCATES | 1u << NSP__CREDIT_FILLERS)) return 2;
  if (i->punct == NSP__MARK_HYPHEN || is_clitic(m, i) || (i->shape & NSP__SHAPE_QUOTE)) return 1;
  if (i->punct == NSP__MARK_DASH && !nsp__item_is_apart(i)) return 1;
  if (i->punct == NSP__MARK_PERIOD) return is_inner_stop(m, at) ? 1 : 0;
  if (i->shape & NSP__SHAPE_SYMBOL) return strchr("&+@_", m->view->text[i->start]) != NULL;
  return lists >> NSP__CREDIT_INSIDE & 1;
}

static bool is_list(nsp__slot slot) {
  return slot == NSP__SLOT_SOURCES || slot == NSP__SLOT_PERSONS || slot == NSP__SLOT_OUTLETS;
}

uint32_t nsp__inner_bracket(const nsp__matcher *m, uint32_t at, bool forward) {
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

uint32_t nsp__names_reach(const nsp__matcher *m, nsp__slot slot, uint32_t border, bool forward) {
  uint32_t at = border, lower = 0, ideographs = 0;
  while (forward ? at < m->high : at > m->low) {
    uint32_t i = forward ? at : at - 1, taken = forward ? at - border : border - at, step = 1;
    const nsp__item *item = item_at(m, i);
    if (taken >= NSP__SLOT_REACH || (forward && taken && (item->flags & NSP__ITEM_SENTENCE))) break;
    ideographs = item->flags & NSP__ITEM_IDEOGRAPH ? ideographs + 1 : 0;
    if (ideographs > NAME_IDEOGRAPHS || (taken && is_particle(m, i))) break;
    if (forward && taken && nsp__item_is_apart(item) && (item_at(m, i - 1)->flags & NSP__ITEM_IDEOGRAPH)) break;
    if (forward && taken && i + 1 < m->high && begins_label(m, i + 1)) break;
    const nsp__record *record;
    uint32_t known = forward ? nsp__medium_at(m->view, i, m->high, &record) : known_before(m, at);
    if (known > 1)
      lower = 0, step = known; /* "Courrier international" */
    else if (is_name_item(m, i))
      lower = 0;
    else if ((step = nsp__inner_bracket(m, i, forward)) && is_list(slot) && taken)
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

bool nsp__names_may_begin(const nsp__matcher *m, uint32_t border, bool forward) {
  if (forward ? border >= m->high : border <= m->low) return false;
  uint32_t at = forward ? border : border - 1;
  if (is_name_item(m, at) || nsp__match_listed(m, at, NSP__CREDIT_FILLERS)) return true;
  uint16_t shape = item_at(m, at)->shape;
  if (forward) return (shape & NSP__SHAPE_QUOTE) || nsp__match_listed(m, at, NSP__CREDIT_INSIDE);
  return (shape & (NSP__SHAPE_CLOSE_QUOTE | NSP__SHAPE_CLOSE_BRACKET)) || known_before(m, border);
}

bool nsp__may_hold_medium(const nsp__view *v, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *item = &v->items[i];
    if (nsp__is_domain(v, item)) return true;
    if (!nsp__item_may_be_medium(v, item)) continue;
    if (item->flags & NSP__ITEM_IDEOGRAPH) return true;
    const nsp__lexeme *word = nsp__pack_lexeme(v->common, nsp__item_common(v, item));
    if (word && (word->begins_phrase || word->classes & (NSP__LISTED(MEDIUM) | NSP__LISTED(MEDIUM_WORD)))) return true;
  }
  return false;
}

bool nsp__names_fit(const nsp__matcher *m, uint32_t first, uint32_t end) {
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

static bool is_country(const nsp__matcher *m, uint32_t at) {
  const nsp__record *place = nsp__pack_record(m->own->pack, item_at(m, at)->word, NSP__CLASS_PLACE);
  return place && place->tags & NSP__SAYS(COUNTRY);
}

bool nsp__medium_fits(const nsp__matcher *m, uint32_t first, uint32_t end) {
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
  if (size && size + 1 == end - first && is_country(m, end - 1))
    return !(record->tags & NSP__SAYS(WEAK)) || m->forward; /* "CNN Brasil": an edition */
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

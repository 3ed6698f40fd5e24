#include "credit/names.h"

#include <string.h>

enum { PERSON_WORDS = 4 };

static const nsp__item *item_at(const nsp__matcher *m, uint32_t i) { return &m->view->items[i]; }

static bool is_date_word(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  bool number = i->shape & NSP__SHAPE_NUMBER || (i->shape & NSP__SHAPE_DIGIT && i->name_cut);
  return number || nsp__pack_has(m->own->pack, i->word, NSP__CLASS_MONTH);
}

static bool is_licence_word(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  if (nsp__pack_has(m->view->common, nsp__item_common(m->view, i), NSP__CLASS_LICENSE)) return true;
  const char *text = m->view->text + i->start;
  return i->end - i->start > 4 && (memcmp(text, "CC-BY", 5) == 0 || memcmp(text, "BY-", 3) == 0);
}

/* "Flickr Creative Commons", "Public domain": how many items at the end of [first, end) are a licence of several words.
 */
static uint32_t licence_phrase(const nsp__matcher *m, uint32_t first, uint32_t end) {
  enum { WORDS = 4 };
  for (uint32_t start = end - first > WORDS ? end - WORDS : first; start + 1 < end; start++) {
    uint32_t state = 0, i = start, lexeme = NSP__NO_WORD;
    for (; i < end; i++) {
      const nsp__edge *edge = nsp__pack_step(m->view->common, state, nsp__item_common(m->view, item_at(m, i)));
      if (!edge) break;
      state = edge->next;
      lexeme = edge->lexeme;
    }
    if (i == end && nsp__pack_has(m->view->common, lexeme, NSP__CLASS_LICENSE)) return end - start;
  }
  return 0;
}

/* One small word of grammar: no name. */
static bool is_grammar(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  return !(i->shape & NSP__SHAPE_CAPITAL) && nsp__pack_has(m->own->pack, i->word, NSP__CLASS_FUNCTION);
}

/* Dates and licences are no names. */
bool nsp__is_no_name(const nsp__matcher *m, uint32_t first, uint32_t end) {
  const nsp__record *record;
  for (uint32_t i = first; i < end; i++)
    if (nsp__medium_at(m->view, i, end, &record) && !(record->tags & NSP__SAYS(WEAK))) return false; /* "der Freitag" */
  for (uint32_t i = first; i < end; i++)
    if (!nsp__item_is_mark(item_at(m, i)) && !is_date_word(m, i) && !is_licence_word(m, i) &&
        !nsp__match_listed(m, i, NSP__CREDIT_INSIDE) && !is_grammar(m, i))
      return false;
  return true;
}

static bool has_name_item(const nsp__matcher *m, uint32_t first, uint32_t end) {
  const nsp__record *record;
  for (uint32_t i = first; i < end; i++)
    if (nsp__item_is_named(item_at(m, i)) || nsp__is_domain(m->view, item_at(m, i)) ||
        nsp__medium_at(m->view, i, end, &record))
      return true;
  return false;
}

static bool is_trimmed(const nsp__matcher *m, uint32_t at, bool in_front) {
  const nsp__item *i = item_at(m, at);
  if (nsp__item_is_mark(i)) return true;
  if (i->shape & NSP__SHAPE_SYMBOL) return m->view->text[i->start] != '@';
  if (in_front && i->flags & NSP__ITEM_IDEOGRAPH) return false;
  const char *text = m->view->text + i->start;
  if (in_front && i->end - i->start == 2 && (text[0] | 0x20) == 'b' && text[1] == 'y')
    return true; /* "By Euronews with agencies" */
  return !nsp__item_is_named(i) && nsp__match_listed(m, at, NSP__CREDIT_INSIDE);
}

/* "Emotion 10/22": the number of an issue. */
static bool is_issue(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  return (i->shape & NSP__SHAPE_NUMBER) && i->end - i->start <= 2;
}

/* What sort of thing a name stands for, by the lists and by its looks. */
static nsp_entity_kind kind_of(const nsp__matcher *m, nsp__slot slot, uint32_t first, uint32_t end) {
  const nsp__item *item = item_at(m, first);
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *each = item_at(m, i);
    if (each->shape & NSP__SHAPE_WEB) return NSP_ENTITY_MEDIUM;
    if (each->shape & NSP__SHAPE_CAPITAL &&
        nsp__pack_has(m->view->common, nsp__item_common(m->view, each), NSP__CLASS_MEDIUM_WORD))
      return nsp__pack_lexeme(m->view->common, nsp__item_common(m->view, each))->tags & NSP__SAYS(SUFFIX)
                 ? NSP_ENTITY_ORGANISATION
                 : NSP_ENTITY_MEDIUM;
  }
  if (nsp__looks_like_medium(m->view, first, end, false)) return NSP_ENTITY_MEDIUM;
  bool given = nsp__pack_has(m->view->common, nsp__item_common(m->view, item), NSP__CLASS_GIVEN_NAME) ||
               nsp__pack_has(m->own->pack, item->word, NSP__CLASS_GIVEN_NAME);
  bool persons = slot == NSP__SLOT_PERSON || slot == NSP__SLOT_PERSONS;
  if ((given || persons) && (end - first <= PERSON_WORDS || item->flags & NSP__ITEM_IDEOGRAPH) &&
      (end - first > 1 || persons))
    return NSP_ENTITY_PERSON;
  return NSP_ENTITY_UNKNOWN;
}

/* "© APA/APA (dpa)/…": a credit names each once. Lists are short. */
static bool is_repeated(const nsp__matcher *m, const nsp__sources *out, nsp_span span) {
  const nsp_credit_source *list = out->list.items;
  for (uint32_t i = 0; i < out->list.count; i++) {
    uint32_t length = list[i].span.end - list[i].span.start;
    if (length == span.end - span.start &&
        memcmp(m->view->text + list[i].span.start, m->view->text + span.start, length) == 0)
      return true;
  }
  return false;
}

static void add_name(const nsp__matcher *m, nsp__slot slot, uint32_t first, uint32_t end, nsp__sources *out) {
  while (first < end && is_trimmed(m, first, true)) first++;
  while (end > first + 1 && (is_trimmed(m, end - 1, false) || is_issue(m, end - 1) || is_licence_word(m, end - 1)))
    end--;
  if (end > first && is_trimmed(m, end - 1, false)) end--;
  if (first < end) end -= licence_phrase(m, first, end);
  if (first >= end || nsp__is_no_name(m, first, end)) return;
  if (slot != NSP__SLOT_LIST && !has_name_item(m, first, end)) return;
  const nsp__record *record = NULL;
  const nsp__view *v = m->view;
  /* "O Globo": an article that belongs to the name */
  if (first > m->low && nsp__item_is_named(item_at(m, first - 1)) &&
      nsp__medium_at(v, first - 1, end, &record) == end - first + 1)
    first--;
  uint32_t size = nsp__medium_at(v, first, m->high, &record);
  if (size > end - first) end = first + size; /* "Anadolu Ajansı": the pattern took its last word */
  if (is_repeated(m, out, (nsp_span){v->items[first].start, v->items[end - 1].end - v->items[end - 1].name_cut}))
    return;
  nsp_credit_source *source = out->failed ? NULL : nsp__array_push(out->arena, &out->list);
  if (!source) {
    out->failed = true;
    return;
  }
  memset(source, 0, sizeof *source);
  source->span = (nsp_span){v->items[first].start, v->items[end - 1].end - v->items[end - 1].name_cut};
  const char *name = v->text + source->span.start;
  uint32_t length = source->span.end - source->span.start;
  source->kind = kind_of(m, slot, first, end);
  if (size && size == end - first) {
    bool each = (record->tags & NSP__SAYS(EACH)) != 0;
    name = nsp__pack_string(v->common, each ? record->written : record->canonical);
    length = (uint32_t)strlen(name);
    source->kind = NSP_ENTITY_MEDIUM;
  }
  source->name = nsp__arena_string(out->arena, name, length);
  if (!source->name.data) out->failed = true;
}

static bool is_clitic(const nsp__matcher *m, const nsp__item *i) {
  const char *text = m->view->text + i->start;
  uint32_t length = i->end - i->start;
  if (i->punct == NSP__MARK_APOSTROPHE) return true;
  return (length == 2 && text[0] == '\'' && (text[1] | 0x20) == 's') ||
         (length == 4 && memcmp(text, "\xE2\x80\x99", 3) == 0 && (text[3] | 0x20) == 's');
}

/* A middle dot between katakana belongs to a name. */
static bool is_katakana_dot(const nsp__matcher *m, uint32_t at, uint32_t first, uint32_t end) {
  return item_at(m, at)->punct == NSP__MARK_BULLET && at > first && at + 1 < end &&
         (item_at(m, at - 1)->flags & item_at(m, at + 1)->flags & NSP__ITEM_KATAKANA);
}

static bool divides(const nsp__matcher *m, uint32_t at, uint32_t first, uint32_t end) {
  const nsp__item *i = item_at(m, at);
  switch (i->punct) {
    case NSP__MARK_COMMA:
    case NSP__MARK_SEMICOLON:
    case NSP__MARK_SLASH:
    case NSP__MARK_COLON:
    case NSP__MARK_OPEN_BRACKET:
    case NSP__MARK_CLOSE_BRACKET: return true;
    case NSP__MARK_BULLET: return !is_katakana_dot(m, at, first, end);
    case NSP__MARK_SYMBOL:
      if (m->view->text[i->start] == '|') return true;
      if (m->view->text[i->start] == '@')
        return nsp__item_is_apart(i) && at + 1 < end && nsp__item_is_apart(item_at(m, at + 1));
      break;
    default: break;
  }
  return is_clitic(m, i);
}

/* A known medium that goes on with other words ends a name: "Associated Press | writer Sheikh Saaliq". */
static uint32_t past_medium(const nsp__matcher *m, uint32_t at, uint32_t end) {
  const nsp__record *record;
  uint32_t size = nsp__medium_at(m->view, at, end, &record);
  return size > 1 ? size : 1;
}

/* Is all of [first, end) a listed place? */
static bool is_place(const nsp__matcher *m, uint32_t first, uint32_t end) {
  uint32_t state = 0, lexeme = NSP__NO_WORD;
  if (end == first + 1) return nsp__pack_has(m->own->pack, item_at(m, first)->word, NSP__CLASS_PLACE);
  for (uint32_t i = first; i < end; i++) {
    const nsp__edge *edge = nsp__pack_step(m->own->pack, state, item_at(m, i)->word);
    if (!edge) return false;
    state = edge->next;
    lexeme = edge->lexeme;
  }
  return nsp__pack_has(m->own->pack, lexeme, NSP__CLASS_PLACE);
}

/* "…, New York, NY": a place behind a comma is where somebody is. */
static bool is_address(const nsp__matcher *m, uint32_t first, uint32_t start, uint32_t end) {
  const nsp__item *item = item_at(m, start);
  if (start == first || start >= end || item_at(m, start - 1)->punct != NSP__MARK_COMMA) return false;
  return is_place(m, start, end) ||
         (end == start + 1 && item->shape & NSP__SHAPE_ALL_CAPS && item->end - item->start == 2);
}

static bool is_organisation_word(const nsp__matcher *m, uint32_t at) {
  const nsp__item *i = item_at(m, at);
  return (i->shape & NSP__SHAPE_CAPITAL) &&
         nsp__pack_has(m->view->common, nsp__item_common(m->view, i), NSP__CLASS_MEDIUM_WORD);
}

/* "Oceanic and Atmospheric Administration": the word at `at` joins two halves of one name, whose last word shows it. */
static bool joins_halves(const nsp__matcher *m, uint32_t start, uint32_t at, uint32_t last) {
  enum { HALF = 4 };
  const nsp__record *record;
  if (at - start > HALF || start == at || is_organisation_word(m, at - 1)) return false;
  if (nsp__pack_has(m->view->common, nsp__item_common(m->view, item_at(m, start)), NSP__CLASS_GIVEN_NAME)) return false;
  for (uint32_t i = start; i < at; i++) /* "By Euronews | with Agencies" */
    if (nsp__medium_at(m->view, i, at, &record) == at - i) return false;
  for (uint32_t i = at + 1; i < last && i <= at + HALF; i++) {
    if (nsp__item_is_mark(item_at(m, i)) || nsp__match_listed(m, i, NSP__CREDIT_JOINS)) return false;
    if (is_organisation_word(m, i)) return true;
  }
  return false;
}

/* "Eduardo Gonçalves da Veja": somebody of a medium. */
static bool is_of_medium(const nsp__matcher *m, uint32_t start, uint32_t at, uint32_t end) {
  const nsp__record *record;
  if (at > start && (item_at(m, at)->flags & NSP__ITEM_IDEOGRAPH)) /* "朝日新聞の記事" */
    return nsp__match_listed(m, at, NSP__CREDIT_INSIDE) && nsp__medium_at(m->view, start, at, &record) == at - start;
  return at > start && at + 1 < end && !nsp__item_is_named(item_at(m, at)) &&
         nsp__match_listed(m, at, NSP__CREDIT_INSIDE) && item_at(m, at)->end - item_at(m, at)->start <= 3 &&
         nsp__medium_at(m->view, at + 1, end, &record) != 0;
}

/* "Horizont https://…": the address of what is named before it; other words may follow an address only behind a mark.
 */
static uint32_t before_address(const nsp__matcher *m, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *item = item_at(m, i);
    if (!(item->shape & NSP__SHAPE_WEB) || item->end - item->start < 8 ||
        memcmp(m->view->text + item->start, "http", 4) != 0)
      continue;
    bool goes_on = i + 1 < end && nsp__item_is_mark(item_at(m, i + 1));
    if (i == first) return goes_on ? end : i + 1;
    if (!nsp__item_is_mark(item_at(m, i - 1)) || !goes_on) return i;
  }
  return end;
}

/* Nothing but small words between the two: "der | Wochenzeitung". */
static bool is_leading(const nsp__matcher *m, uint32_t start, uint32_t at) {
  while (start < at && !nsp__item_is_named(item_at(m, start)) && nsp__match_listed(m, start, NSP__CREDIT_INSIDE))
    start++;
  return start == at;
}

void nsp__names_add(const nsp__matcher *m, nsp__slot slot, uint32_t first, uint32_t end, nsp__sources *out) {
  end = before_address(m, first, end);
  uint32_t start = first;
  bool placed = false; /* in "in Paris": no name until the next comma or "and" */
  for (uint32_t at = first; at < end;) {
    uint32_t whole = past_medium(m, at, end);
    if (whole > 1) { /* "Agência Brasil": no word of it counts by itself */
      at += whole;
      continue;
    }
    bool cut = divides(m, at, first, end);
    bool join = nsp__match_listed(m, at, NSP__CREDIT_JOINS) ? !joins_halves(m, start, at, end)
                                                            : is_of_medium(m, start, at, end);
    bool filler = !nsp__item_is_named(item_at(m, at)) || item_at(m, at)->shape & NSP__SHAPE_ALL_CAPS ||
                          item_at(m, at)->flags & NSP__ITEM_IDEOGRAPH || is_leading(m, start, at)
                      ? nsp__match_listed(m, at, NSP__CREDIT_FILLERS)
                      : false;
    bool locates = at > first && !nsp__item_is_named(item_at(m, at)) && nsp__match_listed(m, at, NSP__CREDIT_LOCATES);
    if (slot == NSP__SLOT_LIST && !cut && locates) locates = false; /* prose behind a label: keep it together */
    if (!cut && !join && !filler && !locates) {
      at++;
      continue;
    }
    if (placed && item_at(m, at)->punct == NSP__MARK_SLASH) {
      at++;
      continue;
    }
    if (!placed && !is_address(m, first, start, at)) add_name(m, slot, start, at, out);
    placed = locates;
    start = ++at;
  }
  if (!placed && !is_address(m, first, start, end)) add_name(m, slot, start, end, out);
}

/* Words in small letters that no list of names has, three in a row: prose. */
static bool is_prose(const nsp__matcher *m, uint32_t first, uint32_t end) {
  uint32_t lower = 0;
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *item = item_at(m, i);
    if (nsp__item_is_mark(item))
      lower = 0;
    else if (nsp__item_is_named(item) || item->shape & NSP__SHAPE_SYMBOL)
      lower = 0;
    else if (!nsp__match_listed(m, i, NSP__CREDIT_INSIDE) && !nsp__match_listed(m, i, NSP__CREDIT_JOINS) &&
             !nsp__match_listed(m, i, NSP__CREDIT_FILLERS) && !nsp__match_listed(m, i, NSP__CREDIT_LOCATES) &&
             ++lower == 3)
      return true;
  }
  return false;
}

/* A first name and a surname, or Han characters: one capitalised word is too little. */
static bool is_personal(const nsp__matcher *m, uint32_t first, uint32_t end) {
  uint32_t named = 0;
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *item = item_at(m, i);
    if (item->flags & NSP__ITEM_IDEOGRAPH || item->shape & NSP__SHAPE_NON_LATIN || item->shape & NSP__SHAPE_WEB)
      return true;
    named += (item->shape & NSP__SHAPE_CAPITAL) != 0;
    if (item->shape & NSP__SHAPE_CAPITAL && nsp__pack_has(m->own->pack, item->word, NSP__CLASS_FUNCTION) &&
        !nsp__match_listed(m, i, NSP__CREDIT_INSIDE) && !nsp__match_listed(m, i, NSP__CREDIT_JOINS) &&
        !nsp__pack_has(m->view->common, nsp__item_common(m->view, item), NSP__CLASS_GIVEN_NAME))
      return false;
  }
  return named > 1;
}

bool nsp__names_agree(const nsp__matcher *m, nsp__slot slot, uint32_t first, uint32_t end) {
  switch (slot) {
    case NSP__SLOT_OUTLETS: return nsp__looks_like_medium(m->view, first, end, true);
    case NSP__SLOT_LIST: return !is_prose(m, first, end);
    case NSP__SLOT_SOURCE:
    case NSP__SLOT_SOURCES: return !nsp__is_no_name(m, first, end);
    case NSP__SLOT_PERSON:
    case NSP__SLOT_PERSONS: break;
    default: return true;
  }
  const nsp__record *record;
  for (uint32_t i = first; i < end; i++)
    if (nsp__medium_at(m->view, i, end, &record) && !(record->tags & NSP__SAYS(WEAK))) return false;
  return !nsp__is_no_name(m, first, end) && is_personal(m, first, end);
}

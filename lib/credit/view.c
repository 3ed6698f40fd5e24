#include "credit/view.h"

#include <string.h>

#include "text/fold.h"

enum { LINE_REACH = 2000, WIDE = 0xE3 /* no ideograph has bytes below this at its beginning */ };

/* A walk over the text's tokens. */
typedef struct walk {
  nsp__view *view;
  nsp__arena *arena;
  uint32_t capacity;
  uint32_t straight, curly; /* the first apostrophes of either sort behind what was read */
  uint32_t length;          /* of the text */
  bool failed;              /* out of memory */
} walk;

static bool is_ideograph(uint32_t c) {
  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF && c != 0x30FB) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

uint32_t nsp__item_look_up(const nsp__view *v, nsp__item *i) {
  return i->common = nsp__pack_find_hashed(v->common, v->text + i->start, i->end - i->start, i->hash);
}

/* "Inc." at a sentence's end is the word "Inc". */
static void look_up_without_stop(const nsp__view *v, nsp__item *i) {
  const char *text = v->text + i->start;
  uint32_t length = i->end - i->start - 1, hash = nsp__fold_hash(text, length);
  uint32_t word = nsp__pack_find_hashed(v->language, text, length, hash);
  if (i->word == NSP__NO_WORD || nsp__pack_has(v->language, word, NSP__CLASS_MONTH)) i->word = word;
  uint32_t common = nsp__pack_find_hashed(v->common, text, length, hash);
  if (common != NSP__NO_WORD) i->common = common;
}

/* Words with a full stop or an apostrophe. */
static void look_up_shortened(const nsp__view *v, nsp__item *i) {
  const char *text = v->text + i->start;
  size_t length = i->end - i->start;
  i->flags |= NSP__ITEM_SHORTENED;
  if (v->common != v->language) nsp__item_look_up(v, i);
  if (length > 2 && text[length - 1] == '.' && !nsp__item_is_mark(i)) look_up_without_stop(v, i);
  if (i->common != NSP__NO_WORD || length < 4 || (i->shape & NSP__SHAPE_WEB)) return;
  /* "Türkiye'de": the name ends at the apostrophe. */
  const char *mark = memchr(text, '\'', length), *curly = mark ? NULL : memchr(text, 0xE2, length - 2);
  if (curly && memcmp(curly, "\xE2\x80\x99", 3) == 0) mark = curly;
  if (!mark || mark - text < 2 || length - (size_t)(mark - text) > 8) return;
  i->common = nsp__pack_find(v->common, text, (size_t)(mark - text));
  i->name_cut = (uint8_t)(text + length - mark);
}

/* The first ' from `at` on, or the text's end. */
static uint32_t next_straight(const walk *w, uint32_t at) {
  const char *text = w->view->text, *found = memchr(text + at, '\'', w->length - at);
  return found ? (uint32_t)(found - text) : w->length;
}

/* The same for ’. */
static uint32_t next_curly(const walk *w, uint32_t at) {
  const char *text = w->view->text, *end = text + w->length, *found = text + at;
  while ((found = memchr(found, 0xE2, (size_t)(end - found)))) {
    if (end - found > 2 && found[1] == '\x80' && found[2] == '\x99') return (uint32_t)(found - text);
    found++;
  }
  return w->length;
}

/* Is there an apostrophe in [start, end)? To be asked in text order. */
static inline bool has_apostrophe(walk *w, uint32_t start, uint32_t end) {
  if (w->straight < start) w->straight = next_straight(w, start);
  if (w->curly < start) w->curly = next_curly(w, start);
  return w->straight < end || w->curly < end;
}

static bool sets_off(const nsp_language *pack, uint32_t word) {
  return word != NSP__NO_WORD && pack->lexemes[word].trigger;
}

static bool begins_like_licence(const nsp__view *v, const nsp__item *i) {
  const char *text = v->text + i->start;
  return i->end - i->start >= 2 && (text[0] | 0x20) == 'c' && ((text[1] | 0x20) == 'c' || (text[1] | 0x20) == 'r');
}

/* Whether the item is a stop. Filters answer for all but shortened items. */
static unsigned stops_of(const nsp__view *v, const nsp__item *i) {
  unsigned stops = 0;
  if (i->flags & NSP__ITEM_SHORTENED) {
    stops =
        (sets_off(v->language, i->word) ? NSP__STOP_OWN : 0) | (sets_off(v->common, i->common) ? NSP__STOP_COMMON : 0);
  } else {
    stops = (nsp__filter_may_have(v->own_triggers, i->hash) ? NSP__STOP_OWN : 0) |
            (nsp__filter_may_have(v->common_triggers, i->hash) ? NSP__STOP_COMMON : 0);
  }
  if ((i->shape & NSP__SHAPE_OPEN_BRACKET) || i->punct == NSP__MARK_SLASH) stops |= NSP__STOP_MARK;
  if ((stops & NSP__STOP_COMMON || i->shape & (NSP__SHAPE_JOINED | NSP__SHAPE_DIGIT)) && begins_like_licence(v, i))
    stops |= NSP__STOP_LICENCE;
  return stops;
}

static void add_stop(walk *w, uint32_t item) {
  uint32_t *stop = nsp__array_push(w->arena, &w->view->stops);
  if (stop)
    *stop = item;
  else
    w->failed = true;
}

static void add_line(walk *w, uint32_t item) {
  uint32_t *line = nsp__array_push(w->arena, &w->view->lines);
  if (line)
    *line = item;
  else
    w->failed = true;
}

/* Adds the item, for which there is room. */
static inline void add_item(walk *w, const nsp__item *item) {
  nsp__view *v = w->view;
  nsp__item *i = &v->items[v->count];
  *i = *item;
  if (v->common == v->language) i->common = i->word;
  bool stopped = i->shape & NSP__SHAPE_JOINED && v->text[i->end - 1] == '.';
  if (has_apostrophe(w, i->start, i->end) || stopped) look_up_shortened(v, i);
  i->stops = (uint8_t)stops_of(v, i);
  if (i->shape & NSP__SHAPE_OPEN_BRACKET && v->text[i->start] == '[') v->has_brackets = true;
  if (i->stops || i->flags & (NSP__ITEM_SENTENCE | NSP__ITEM_LINE)) add_stop(w, v->count);
  if (i->flags & NSP__ITEM_LINE) add_line(w, v->count);
  v->count++;
}

static inline nsp__item item_of(const nsp__token *t, unsigned flags) {
  if (t->shape & NSP__SHAPE_SPACE_BEFORE) flags |= NSP__ITEM_SPACE;
  return (nsp__item){t->start, t->end, t->hash, t->word, NSP__ITEM_UNKNOWN, t->shape, t->punct, (uint8_t)flags, 0, 0};
}

/* The end of the piece that begins at `at`; what it is is added to *flags. */
static uint32_t piece_end(const nsp__view *v, const nsp__token *t, uint32_t at, unsigned *flags) {
  const unsigned char *text = (const unsigned char *)v->text;
  uint32_t end = at;
  if (t->shape & NSP__SHAPE_PUNCT) return t->end;
  if (text[at] < 0x80) {
    while (end < t->end && text[end] < WIDE) end++; /* up to the first ideograph */
    return end;
  }
  while (end < t->end) {
    unsigned length;
    uint32_t c = nsp__decode(text + end, text + t->end, &length);
    if (is_ideograph(c)) {
      if (end > at) return end;
      *flags |= NSP__ITEM_IDEOGRAPH | (c >= 0x30A1 && c <= 0x30FF ? NSP__ITEM_KATAKANA : 0u);
      return end + length;
    }
    end += length;
  }
  return end;
}

static bool make_room(walk *w) {
  nsp__view *v = w->view;
  if (v->count < w->capacity) return true;
  uint32_t more = w->capacity + w->capacity / 2 + 64;
  nsp__item *items =
      nsp__arena_grow(w->arena, v->items, (size_t)w->capacity * sizeof *items, (size_t)more * sizeof *items);
  if (!items) return false;
  v->items = items;
  w->capacity = more;
  return true;
}

/* Cuts a token at its ideographs. */
static void add_pieces(walk *w, const nsp__token *t, unsigned flags) {
  const nsp__view *v = w->view;
  for (uint32_t at = t->start; at < t->end && !w->failed;) {
    nsp__item item = item_of(t, flags);
    unsigned own = item.flags;
    uint32_t end = piece_end(v, t, at, &own);
    item.flags = (uint8_t)own;
    if (at > t->start) item.flags &= (uint8_t)~NSP__ITEM_SPACE;
    if (at > t->start || end < t->end) {
      item.start = at;
      item.end = end;
      item.hash = nsp__fold_hash(v->text + at, end - at);
      item.word = nsp__pack_find_hashed(v->language, v->text + at, end - at, item.hash);
    }
    if (make_room(w))
      add_item(w, &item);
    else
      w->failed = true;
    flags = 0;
    at = end;
  }
}

/* May there be ideographs? */
static bool is_wide(const char *text, uint32_t start, uint32_t end) {
  const unsigned char *bytes = (const unsigned char *)text;
  unsigned char wide = 0;
  for (uint32_t i = start; i < end; i++) wide |= bytes[i] >= WIDE;
  return wide;
}

static void add_sentence(walk *w, const nsp__token *first, const nsp__token *end, uint32_t behind) {
  nsp__view *v = w->view;
  bool wide = is_wide(v->text, first->start, end[-1].end);
  for (const nsp__token *t = first; t < end && !w->failed; t++) {
    unsigned flags = t == first ? NSP__ITEM_SENTENCE : 0;
    bool one_space =
        t->start == behind + 1 && v->text[behind] == ' '; /* nearly always: no need to look for the line's end */
    if (v->count == 0 || (t->start > behind && !one_space && memchr(v->text + behind, '\n', t->start - behind)))
      flags |= NSP__ITEM_LINE;
    behind = t->end;
    if (wide) {
      add_pieces(w, t, flags);
    } else {
      nsp__item item = item_of(t, flags);
      if (!make_room(w)) w->failed = true;
      if (!w->failed) add_item(w, &item);
    }
  }
}

static const nsp__filter *filter_of(const nsp_language *pack, nsp__section section) {
  uint32_t size;
  return nsp__pack_section(pack, section, &size);
}

nsp_status nsp__view_make(nsp__analysis *a, nsp__view *v) {
  const nsp_document *d = a->document;
  walk w = {v, &a->document->scratch, d->tokens.count + 8, 0, 0, a->length, false};
  memset(v, 0, sizeof *v);
  v->text = a->text;
  v->language = a->language;
  v->common = a->common;
  v->own_triggers = filter_of(a->language, NSP__SECTION_TRIGGERS);
  v->common_triggers = filter_of(a->common, NSP__SECTION_TRIGGERS);
  v->media = filter_of(a->common, NSP__SECTION_MEDIA);
  v->items = nsp__arena_alloc(w.arena, (size_t)w.capacity * sizeof *v->items);
  if (!v->items || !nsp__array_reserve(w.arena, &v->stops, d->tokens.count / 4)) return NSP_ERROR_NO_MEMORY;
  w.straight = next_straight(&w, 0);
  w.curly = next_curly(&w, 0);
  uint32_t behind = 0;
  for (uint32_t s = 0; s < d->sentences.count && !w.failed; s++) {
    const nsp__token *first = d->tokens.items + d->sentence_tokens.items[s];
    const nsp__token *end = d->tokens.items + d->sentence_tokens.items[s + 1];
    if (first == end) continue;
    add_sentence(&w, first, end, behind);
    behind = end[-1].end;
  }
  return w.failed ? NSP_ERROR_NO_MEMORY : NSP_OK;
}

void nsp__view_list_again(nsp__view *v) {
  uint32_t stops = 0, lines = 0;
  for (uint32_t i = 0; i < v->count; i++) {
    const nsp__item *item = &v->items[i];
    if (item->stops || item->flags & (NSP__ITEM_SENTENCE | NSP__ITEM_LINE)) v->stops.items[stops++] = i;
    if (item->flags & NSP__ITEM_LINE) v->lines.items[lines++] = i;
  }
  v->stops.count = stops;
  v->lines.count = lines;
}

void nsp__window_move(const nsp__view *v, uint32_t at, nsp__line_window *w) {
  if (at < w->end) return;
  while (w->number + 1 < v->lines.count && v->lines.items[w->number + 1] <= at) w->number++;
  uint32_t first = v->lines.items[w->number];
  uint32_t end = w->number + 1 < v->lines.count ? v->lines.items[w->number + 1] : v->count;
  uint32_t start = at - (at - first) % LINE_REACH;
  w->low = start - first > LINE_REACH ? start - LINE_REACH : first;
  w->high = w->end = end - start > LINE_REACH ? start + LINE_REACH : end;
}

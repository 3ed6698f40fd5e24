#include "credit/view.h"

#include <string.h>

#include "language/bits.h"
#include "text/fold.h"
#include "text/ideograph.h"
#include "text/letters.h"

enum {
  LINE_REACH = 2000,
  SHORTENED = 4 /* words with an apostrophe are no shorter, if they hold another word */
};

_Static_assert(offsetof(nsp__item, start) == offsetof(nsp__token, start) &&
                   offsetof(nsp__item, end) == offsetof(nsp__token, end) &&
                   offsetof(nsp__item, hash) == offsetof(nsp__token, hash) &&
                   offsetof(nsp__item, word) == offsetof(nsp__token, word),
               "an item begins as a token does");

/* A walk over the text's tokens. */
typedef struct walk {
  nsp__view *view;
  nsp__arena *arena;
  uint32_t capacity;
  uint32_t length;                   /* of the text */
  uint32_t newline, straight, curly; /* the first line end, ' and ’ behind what was read */
  uint32_t event;                    /* the first of these */
  bool wide;                         /* there may be ideographs */
  bool failed;                       /* out of memory */
} walk;

uint32_t nsp__item_look_up(const nsp__view *v, nsp__item *i) {
  if (v->common == v->language) return i->common = i->word;
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
  nsp__item_look_up(v, i);
  if (length > 2 && text[length - 1] == '.' && !nsp__item_is_mark(i)) look_up_without_stop(v, i);
  if (i->common != NSP__NO_WORD || length < SHORTENED || (i->shape & NSP__SHAPE_WEB)) return;
  /* "Türkiye'de": the name ends at the apostrophe. */
  const char *mark = memchr(text, '\'', length), *curly = mark ? NULL : memchr(text, 0xE2, length - 2);
  if (curly && memcmp(curly, "\xE2\x80\x99", 3) == 0) mark = curly;
  if (!mark || mark - text < 2 || length - (size_t)(mark - text) > 8) return;
  i->common = nsp__pack_find(v->common, text, (size_t)(mark - text));
  i->name_cut = (uint8_t)(text + length - mark);
}

/* The first such byte from `at` on, or the text's end. */
static uint32_t next_byte(const walk *w, uint32_t at, char byte) {
  const char *text = w->view->text, *found = memchr(text + at, byte, w->length - at);
  return found ? (uint32_t)(found - text) : w->length;
}

static uint32_t next_newline(const walk *w, uint32_t at) { return next_byte(w, at, '\n'); }
static uint32_t next_straight(const walk *w, uint32_t at) { return next_byte(w, at, '\''); }
static uint32_t next_curly(const walk *w, uint32_t at) {
  const char *text = w->view->text;
  for (;; at++) {
    at = next_byte(w, at, '\xE2');
    if (at == w->length || (w->length - at > 2 && text[at + 1] == '\x80' && text[at + 2] == '\x99')) return at;
  }
}

/* Is there an apostrophe of this sort in the item? The next one behind it is looked for then. */
static bool pass_apostrophe(const walk *w, uint32_t *next, uint32_t (*find)(const walk *w, uint32_t at),
                            const nsp__item *i) {
  if (*next < i->start) *next = find(w, i->start);
  if (*next >= i->end) return false;
  *next = find(w, i->end);
  return true;
}

static void set_event(walk *w) {
  w->event = w->straight < w->curly ? w->straight : w->curly;
  if (w->newline < w->event) w->event = w->newline;
}

/* A line's end before the item, or an apostrophe in it: is that so? */
static bool pass_event(walk *w, nsp__item *i) {
  if (w->newline < i->start) {
    i->flags |= NSP__ITEM_LINE;
    w->newline = next_newline(w, i->start);
  }
  bool straight = pass_apostrophe(w, &w->straight, next_straight, i);
  bool curly = pass_apostrophe(w, &w->curly, next_curly, i);
  set_event(w);
  return straight || curly;
}

static bool sets_off(const nsp_language *pack, uint32_t word) {
  return word != NSP__NO_WORD && pack->lexemes[word].trigger;
}

static bool begins_like_licence(const nsp__view *v, const nsp__item *i) {
  const char *text = v->text + i->start;
  return i->end - i->start >= 2 && (text[0] | 0x20) == 'c' && ((text[1] | 0x20) == 'c' || (text[1] | 0x20) == 'r');
}

/* Why to stop at an item, by its shape and what the filters said. */
static unsigned stops_of(const nsp__view *v, const nsp__item *i, unsigned stops) {
  if (i->flags & NSP__ITEM_SHORTENED)
    stops = (sets_off(v->language, i->word) ? NSP__STOP_OWN : 0u) |
            (sets_off(v->common, i->common) ? NSP__STOP_COMMON : 0u);
  if (i->shape & NSP__SHAPE_OPEN_BRACKET || i->punct == NSP__MARK_SLASH) stops |= NSP__STOP_MARK;
  bool asked = stops & NSP__STOP_COMMON || i->shape & (NSP__SHAPE_JOINED | NSP__SHAPE_DIGIT);
  return asked && begins_like_licence(v, i) ? stops | NSP__STOP_LICENCE : stops;
}

static void add_line(walk *w, uint32_t item) {
  uint32_t *line = nsp__array_push(w->arena, &w->view->lines);
  if (line)
    *line = item;
  else
    w->failed = true;
}

static inline void add_stop_if(nsp__view *v, const nsp__item *i, bool stops) {
  v->stops.items[v->stops.count] = (uint32_t)(i - v->items); /* there is room for all */
  v->stops.count += stops;
}

/* An item that is no plain word, or that the filter of the common pack knows, or that an apostrophe or a line's end is
 * before or in. Its flags and stops. */
static void fill_special(walk *w, nsp__item *i, unsigned stops) {
  nsp__view *v = w->view;
  bool shortened = i->shape & NSP__SHAPE_JOINED && v->text[i->end - 1] == '.';
  if (w->event < i->end && pass_event(w, i) && i->end - i->start >= SHORTENED) shortened = true;
  if (i->flags & NSP__ITEM_LINE) add_line(w, (uint32_t)(i - v->items));
  if (shortened) look_up_shortened(v, i);
  i->stops = (uint8_t)stops_of(v, i, stops);
  if (i->shape & NSP__SHAPE_OPEN_BRACKET && v->text[i->start] == '[') v->has_brackets = true;
  if (i->stops & NSP__STOP_LICENCE) v->has_licences = true;
  add_stop_if(v, i, i->stops || i->flags & (NSP__ITEM_SENTENCE | NSP__ITEM_LINE));
}

/* Adds a token; what the filters say of it. */
static inline unsigned copy_token(const nsp__view *v, nsp__item *i, const nsp__token *t, unsigned flags) {
  memcpy(i, t, offsetof(nsp__item, common)); /* both begin alike */
  i->common = NSP__ITEM_UNKNOWN;
  i->shape = t->shape;
  i->punct = t->punct;
  i->flags = (uint8_t)flags;
  i->name_cut = 0;
  unsigned stops = (t->listed & NSP__LISTED_TRIGGER ? NSP__STOP_OWN : 0u) |
                   (nsp__filter_may_have(v->common_triggers, t->hash) ? NSP__STOP_COMMON : 0u);
  i->stops = (uint8_t)stops;
  return stops;
}

/* Of words with figures, hyphens or stops: may it be "Inc.", or begin a licence as "CC0" does? */
static inline bool is_odd(const nsp__view *v, const nsp__token *t) {
  return (v->text[t->start] | 0x20) == 'c' || v->text[t->end - 1] == '.';
}

/* Adds an item, for which there is room. Nearly all are plain words that the filters rule out. */
static inline void add_item(walk *w, nsp__item *i, const nsp__token *t, unsigned flags) {
  const unsigned mixed = NSP__SHAPE_JOINED | NSP__SHAPE_DIGIT, special = NSP__SHAPE_OPEN_BRACKET;
  unsigned stops = copy_token(w->view, i, t, flags);
  if ((stops & NSP__STOP_COMMON) | (t->shape & special) | (flags & NSP__ITEM_SENTENCE) || w->event < t->end ||
      t->punct == NSP__MARK_SLASH || (t->shape & mixed && is_odd(w->view, t)))
    fill_special(w, i, stops);
  else
    add_stop_if(w->view, i, stops != 0);
}

/* The end of the piece that begins at `at`; what it is is added to *flags. */
static uint32_t piece_end(const nsp__view *v, const nsp__token *t, uint32_t at, unsigned *flags) {
  const unsigned char *text = (const unsigned char *)v->text;
  uint32_t end = at;
  if (t->shape & NSP__SHAPE_PUNCT) return t->end;
  if (text[at] < 0x80) {
    while (end < t->end && text[end] < NSP__IDEOGRAPH_LEAD) end++; /* up to the first ideograph */
    return end;
  }
  while (end < t->end) {
    unsigned length;
    uint32_t c = nsp__decode(text + end, text + t->end, &length);
    if (nsp__is_ideograph(c)) {
      if (end > at) return end;
      *flags |= NSP__ITEM_IDEOGRAPH | (c >= 0x30A1 && c <= 0x30FF ? NSP__ITEM_KATAKANA : 0u);
      return end + length;
    }
    end += length;
  }
  return end;
}

/* How many ideographs, at most. */
static uint32_t count_wide(const nsp__view *v, uint32_t length) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < length; i++) count += (unsigned char)v->text[i] >= NSP__IDEOGRAPH_LEAD;
  return count;
}

static bool grow(walk *w, uint32_t wanted) {
  nsp__view *v = w->view;
  uint32_t more = w->capacity + w->capacity / 2 + wanted + 64;
  nsp__item *items =
      nsp__arena_grow(w->arena, v->items, (size_t)w->capacity * sizeof *items, (size_t)more * sizeof *items);
  if (!items || !nsp__array_reserve(w->arena, &v->stops, more - v->stops.count)) return false;
  v->items = items;
  w->capacity = more;
  return true;
}

static inline bool make_room(walk *w, uint32_t wanted) {
  return w->capacity - w->view->count >= wanted || grow(w, wanted);
}

/* Most pieces are one ideograph of three bytes: that is told, hashed and passed without decoding others. */
static uint32_t cut_piece(const nsp__view *v, const nsp__token *t, nsp__token *piece, unsigned *flags) {
  const unsigned char *s = (const unsigned char *)v->text + piece->start;
  uint32_t c = 0;
  if (s[0] >= NSP__IDEOGRAPH_LEAD && s[0] < 0xF0 && t->end - piece->start >= 3 && !(t->shape & NSP__SHAPE_PUNCT) &&
      (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80)
    c = (uint32_t)(s[0] & 15) << 12 | (uint32_t)(s[1] & 63) << 6 | (s[2] & 63);
  if (!nsp__is_ideograph(c)) {
    piece->end = piece_end(v, t, piece->start, flags);
    return nsp__fold_hash(v->text + piece->start, piece->end - piece->start);
  }
  *flags |= NSP__ITEM_IDEOGRAPH | (c >= 0x30A1 && c <= 0x30FF ? NSP__ITEM_KATAKANA : 0u);
  piece->end = piece->start + 3;
  return nsp__hash_three(s);
}

/* Cuts a token at its ideographs. */
static bool add_pieces(walk *w, const nsp__token *t, unsigned flags) {
  nsp__view *v = w->view;
  nsp__token piece = *t;
  for (uint32_t at = t->start; at < t->end; at = piece.end, flags = 0) {
    piece.start = at;
    uint32_t hash = cut_piece(v, t, &piece, &flags);
    if (at > t->start) piece.shape &= (uint16_t)~NSP__SHAPE_SPACE_BEFORE;
    if (at > t->start || piece.end < t->end) {
      piece.hash = hash;
      piece.word = nsp__pack_find_hashed(v->language, v->text + at, piece.end - at, hash);
      piece.listed = piece.word == NSP__NO_WORD ? 0 : v->language->lexemes[piece.word].bits[0];
    }
    if (!make_room(w, 1)) return false;
    add_item(w, &v->items[v->count++], &piece, flags);
  }
  return true;
}

/* May there be ideographs? */
static bool is_wide(const char *text, uint32_t start, uint32_t end) {
  const unsigned char *bytes = (const unsigned char *)text;
  unsigned char most = 0;
  for (uint32_t i = start; i < end; i++) most = bytes[i] > most ? bytes[i] : most;
  return most >= NSP__IDEOGRAPH_LEAD;
}

static bool add_sentence(walk *w, const nsp__token *first, const nsp__token *end) {
  nsp__view *v = w->view;
  unsigned flags = NSP__ITEM_SENTENCE;
  if (w->wide && is_wide(v->text, first->start, end[-1].end)) {
    for (const nsp__token *t = first; t < end; t++, flags = 0)
      if (!add_pieces(w, t, flags)) return false;
  } else {
    if (!make_room(w, (uint32_t)(end - first))) return false;
    nsp__item *i = v->items + v->count;
    v->count += (uint32_t)(end - first);
    add_item(w, i, first, flags);
    for (const nsp__token *t = first + 1; t < end; t++) add_item(w, ++i, t, 0);
  }
  return !w->failed;
}

static const void *filter_of(const nsp_language *pack, nsp__section section) {
  uint32_t size;
  return nsp__pack_section(pack, section, &size);
}

/* The first line begins where the first token does, whatever is before it. */
static void start_walk(walk *w, uint32_t at) {
  w->newline = next_newline(w, at);
  w->straight = next_straight(w, at);
  w->curly = next_curly(w, at);
  set_event(w);
  add_line(w, 0);
}

nsp_status nsp__view_make(nsp__analysis *a, nsp__view *v) {
  const nsp_document *d = a->document;
  walk w = {.view = v, .arena = &a->document->scratch, .length = a->length};
  memset(v, 0, sizeof *v);
  v->text = a->text;
  v->language = a->language;
  v->common = a->common;
  v->common_triggers = filter_of(a->common, NSP__SECTION_TRIGGERS);
  v->listed = filter_of(a->common, NSP__SECTION_LISTED);
  v->media = filter_of(a->common, NSP__SECTION_MEDIA);
  w.wide = is_wide(a->text, 0, a->length);
  w.capacity = d->tokens.count + (w.wide ? count_wide(v, a->length) : 0) + 8;
  v->items = nsp__arena_alloc(w.arena, (size_t)w.capacity * sizeof *v->items);
  if (!v->items || !nsp__array_reserve(w.arena, &v->stops, w.capacity)) return NSP_ERROR_NO_MEMORY;
  if (!d->tokens.count) return NSP_OK;
  start_walk(&w, d->tokens.items[0].start);
  for (uint32_t s = 0; s < d->sentences.count; s++) {
    const nsp__token *first = d->tokens.items + d->sentence_tokens.items[s];
    const nsp__token *end = d->tokens.items + d->sentence_tokens.items[s + 1];
    if (first == end) continue;
    if (!add_sentence(&w, first, end)) return NSP_ERROR_NO_MEMORY;
  }
  v->items[0].flags |= NSP__ITEM_LINE;
  return NSP_OK;
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
  uint32_t start = at - first < LINE_REACH ? first : at - (at - first) % LINE_REACH;
  w->low = start - first > LINE_REACH ? start - LINE_REACH : first;
  w->high = w->end = end - start > LINE_REACH ? start + LINE_REACH : end;
}

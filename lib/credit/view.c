#include "credit/view.h"

#include <string.h>

#include "text/fold.h"

enum { LINE_REACH = 2000, AHEAD = 8 /* words from asking for a place in the lexicon to looking there */ };

static bool is_ideograph(uint32_t c) {
  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF && c != 0x30FB) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
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

static void look_up(const nsp__view *v, nsp__item *i, uint32_t hash) {
  const char *text = v->text + i->start;
  size_t length = i->end - i->start;
  i->common = v->common == v->language ? i->word : nsp__pack_find_hashed(v->common, text, length, hash);
  i->name_end = i->end;
  if (length > 2 && text[length - 1] == '.' && !nsp__item_is_mark(i)) look_up_without_stop(v, i);
  if (i->common != NSP__NO_WORD || length < 4 || (i->shape & NSP__SHAPE_WEB)) return;
  /* "Türkiye'de": the name ends at the apostrophe. */
  const char *mark = memchr(text, '\'', length), *curly = mark ? NULL : memchr(text, 0xE2, length - 2);
  if (curly && memcmp(curly, "\xE2\x80\x99", 3) == 0) mark = curly;
  if (!mark || mark - text < 2 || length - (size_t)(mark - text) > 8) return;
  i->common = nsp__pack_find(v->common, text, (size_t)(mark - text));
  i->name_end = i->start + (uint32_t)(mark - text);
}

static void add_piece(const nsp__view *v, nsp__item *i, const nsp__token *t, uint32_t start, uint32_t end,
                      uint8_t flags) {
  *i = (nsp__item){start, end, t->word, NSP__NO_WORD, end, t->shape, t->punct, flags};
  if (i->shape & NSP__SHAPE_SPACE_BEFORE && start == t->start) i->flags |= NSP__ITEM_SPACE;
  uint32_t hash = t->hash;
  if (start != t->start || end != t->end) {
    hash = nsp__fold_hash(v->text + start, end - start);
    i->word = nsp__pack_find_hashed(v->language, v->text + start, end - start, hash);
  }
  look_up(v, i, hash);
}

/* Cuts a token at its ideographs. */
static bool add_token(nsp__arena *arena, nsp__view *v, const nsp__token *t, uint8_t flags, uint32_t *capacity) {
  const unsigned char *text = (const unsigned char *)v->text;
  nsp__item *items = (nsp__item *)(uintptr_t)v->items;
  for (uint32_t at = t->start; at < t->end;) {
    uint32_t end = at;
    bool ideograph = false, katakana = false;
    if (t->shape & NSP__SHAPE_PUNCT) {
      end = t->end;
    } else if (text[at] < 0x80) {
      while (end < t->end && text[end] < 0xE3) end++; /* up to the first ideograph */
    } else {
      while (end < t->end) {
        unsigned length;
        uint32_t c = nsp__decode(text + end, text + t->end, &length);
        if (is_ideograph(c)) {
          if (end == at) end += length, ideograph = true, katakana = c >= 0x30A1 && c <= 0x30FF;
          break;
        }
        end += length;
      }
    }
    if (end == at) end = t->end;
    if (v->count == *capacity) {
      uint32_t more = *capacity + *capacity / 2 + 64;
      items = nsp__arena_grow(arena, items, (size_t)*capacity * sizeof *items, (size_t)more * sizeof *items);
      if (!items) return false;
      v->items = items;
      *capacity = more;
    }
    uint8_t own = (uint8_t)((ideograph ? NSP__ITEM_IDEOGRAPH : 0) | (katakana ? NSP__ITEM_KATAKANA : 0));
    add_piece(v, &items[v->count++], t, at, end, (uint8_t)(flags | own));
    flags = 0;
    at = end;
  }
  return true;
}

nsp_status nsp__view_make(nsp__analysis *a, nsp__view *v) {
  const nsp_document *d = a->document;
  uint32_t capacity = d->tokens.count + 8;
  *v = (nsp__view){a->text, a->language, a->common, NULL, 0};
  v->items = nsp__arena_alloc(&a->document->scratch, (size_t)capacity * sizeof *v->items);
  if (!v->items) return NSP_ERROR_NO_MEMORY;
  uint32_t end = 0;
  for (uint32_t s = 0; s < d->sentences.count; s++)
    for (uint32_t i = d->sentence_tokens.items[s]; i < d->sentence_tokens.items[s + 1]; i++) {
      const nsp__token *t = &d->tokens.items[i];
      if (i + AHEAD < d->tokens.count) {
        nsp__pack_ask_place(v->common, t[AHEAD].hash);
        nsp__pack_ask_lexeme(v->common, t[AHEAD / 2].hash);
      }
      uint8_t flags = i == d->sentence_tokens.items[s] ? NSP__ITEM_SENTENCE : 0;
      bool one_space =
          t->start == end + 1 && a->text[end] == ' '; /* nearly always: no need to look for the line's end */
      if (v->count == 0 || (t->start > end && !one_space && memchr(a->text + end, '\n', t->start - end)))
        flags |= NSP__ITEM_LINE;
      end = t->end;
      if (!add_token(&a->document->scratch, v, t, flags, &capacity)) return NSP_ERROR_NO_MEMORY;
    }
  return NSP_OK;
}

void nsp__view_line(const nsp__view *v, uint32_t at, uint32_t *first, uint32_t *end) {
  uint32_t low = at, high = at + 1;
  while (low > 0 && at - low < LINE_REACH && !(v->items[low].flags & NSP__ITEM_LINE)) low--;
  while (high < v->count && high - at < LINE_REACH && !(v->items[high].flags & NSP__ITEM_LINE)) high++;
  *first = low;
  *end = high;
}

#include "sentence/enumeration.h"

#include "sentence/context.h"

enum { MOST_DIGITS = 3 };

/* Reads the number or letter that ends at text[at]; false if there is none that counts. */
static bool read_label(const nsp__splitter *s, uint32_t at, nsp__enumeration *label, uint32_t *start) {
  uint32_t i = at;
  while (i > s->sentence && at - i <= MOST_DIGITS && s->text[i - 1] >= '0' && s->text[i - 1] <= '9') i--;
  if (i < at) {
    if (at - i > MOST_DIGITS) return false;
    label->kind = '1';
    for (uint32_t k = i; k < at; k++) label->number = label->number * 10 + (uint32_t)(s->text[k] - '0');
  } else {
    if (i == s->sentence) return false;
    char c = s->text[--i];
    if (c >= 'a' && c <= 'z')
      label->kind = 'a';
    else if (c >= 'A' && c <= 'Z')
      label->kind = 'A';
    else
      return false;
    label->number = (uint32_t)(c - label->kind) + 1;
  }
  if (i > s->sentence && s->text[i - 1] == '(') label->open = s->text[--i];
  *start = i;
  return true;
}

/* Where an item begins whose label begins at text[start]: there, or at the bullet before it. */
static uint32_t item_start(const nsp__splitter *s, uint32_t start) {
  nsp__char c = nsp__char_before(s->text, start, s->sentence);
  uint32_t at = start - (c.class_ == NSP__CHAR_SPACE ? c.length : 0u);
  c = nsp__char_before(s->text, at, s->sentence);
  return c.class_ == NSP__CHAR_BULLET && c.codepoint != '*' ? at - c.length : start;
}

static bool same_style(const nsp__enumeration *a, const nsp__enumeration *b) {
  return a->kind == b->kind && a->open == b->open && a->close == b->close;
}

static bool is_letter(char c) { return (uint8_t)c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

/* "vom 1. Juli": a date. */
static bool before_month(const nsp__splitter *s, uint32_t at) {
  nsp__what_follows f = nsp__look_after(s, at);
  uint32_t end = nsp__word_end(s, f.word);
  return end > f.word && nsp__splitter_listed(s, NSP__CLASS_MONTH, s->text + f.word, end - f.word, NULL);
}

/* In languages whose ordinals have a full stop: "the 2. runner", "and 3. division". An item has a capital and does not
 * stand behind an article, a preposition or the like. */
static bool is_ordinal(const nsp__splitter *s, uint32_t begin, uint32_t end) {
  nsp__what_follows f = nsp__look_after(s, end);
  if (f.word_class == NSP__CHAR_LOWER || before_month(s, end)) return true;
  nsp__char space = nsp__char_before(s->text, begin, s->sentence);
  nsp__word_before w = nsp__look_before(s, begin - space.length);
  return w.end > w.start && !w.capital &&
         nsp__splitter_listed(s, NSP__CLASS_FREQUENT, s->text + w.start, w.end - w.start, NULL);
}

nsp__enumerator nsp__enumerate(nsp__splitter *s, uint32_t at, uint32_t *item) {
  nsp__enumeration label = {.close = s->text[at]};
  uint32_t start, end = at + 1;
  if (at == s->sentence) return NSP__ENUMERATOR_NONE;
  if (at - s->sentence > 1 && is_letter(s->text[at - 1]) && is_letter(s->text[at - 2])) return NSP__ENUMERATOR_NONE;
  if (label.close == '.' && end < s->length && s->text[end] == ')') label.close = ':', end++;
  if (end >= s->length || (s->text[end] != ' ' && s->text[end] != '\t')) return NSP__ENUMERATOR_NONE;
  if (!read_label(s, at, &label, &start)) return NSP__ENUMERATOR_NONE;
  if (label.close == '.' && label.open) return NSP__ENUMERATOR_NONE;
  uint32_t begin = item_start(s, start);
  if (begin == nsp__sentence_text(s)) {
    /* A capital with a full stop may be the initial of a name. */
    if (label.kind == 'A' && label.close == '.') return NSP__ENUMERATOR_NONE;
    s->list = label;
    return NSP__ENUMERATOR_FIRST;
  }
  if (!same_style(&label, &s->list)) return NSP__ENUMERATOR_NONE;
  if (label.kind == '1' && label.close == '.' && s->ordinal_dot && is_ordinal(s, begin, end))
    return NSP__ENUMERATOR_NONE;
  bool again = label.number == 1 && s->list.number > 1; /* another list */
  if (label.number != s->list.number + 1 && !again) return NSP__ENUMERATOR_NONE;
  if (begin > s->sentence && begin == start && s->text[begin - 1] != ' ') return NSP__ENUMERATOR_NONE;
  s->list = label;
  *item = begin;
  return NSP__ENUMERATOR_NEXT;
}

/* Known media, and names that show that they are one. Looks at most MEDIUM_ITEMS items ahead. */
#include <string.h>

#include "credit/match.h"
#include "text/fold.h"

enum { MEDIUM_ITEMS = 8, CJK_NAME = 12 };

static bool is_medium(const nsp__view *v, uint32_t lexeme) {
  return nsp__pack_has(v->common, lexeme, NSP__CLASS_MEDIUM);
}

/* "the sun" is not "The Sun": a paper's name keeps the capital of its last word. Agencies are often written small. */
static bool capitals_fit(const nsp__view *v, const nsp__record *record, const nsp__item *last) {
  if (record->tags & (NSP__SAYS(AGENCY) | NSP__SAYS(PHOTO)) || last->flags & NSP__ITEM_IDEOGRAPH) return true;
  const char *written = nsp__pack_string(v->common, record->written), *space = strrchr(written, ' ');
  const unsigned char *word = (const unsigned char *)(space ? space + 1 : written);
  unsigned length;
  if (!*word) return true;
  uint32_t first = nsp__decode(word, word + strlen((const char *)word), &length);
  return nsp__fold_char(first) == first || (last->shape & NSP__SHAPE_CAPITAL);
}

/* The line that has this name: written as there, capitals and all, where the list asks for that. */
static const nsp__record *line_of(const nsp__view *v, uint32_t word, uint32_t start, const nsp__item *last) {
  uint32_t end = last->end - last->name_cut;
  const nsp__lexeme *lexeme = nsp__pack_lexeme(v->common, word);
  for (uint32_t i = 0; i < lexeme->record_count; i++) {
    const nsp__record *record = &v->common->records[lexeme->first_record + i];
    if (record->class_number != NSP__CLASS_MEDIUM) continue;
    if (!capitals_fit(v, record, last)) continue;
    if (!(record->tags & NSP__SAYS(CASE))) return record;
    const char *written = nsp__pack_string(v->common, record->written);
    if (strlen(written) == end - start && memcmp(written, v->text + start, end - start) == 0) return record;
  }
  return NULL;
}

/* Names in Han characters and kana have no spaces: the longest that the list has. The filter has all their beginnings.
 */
static uint32_t ideograph_medium(const nsp__view *v, uint32_t at, uint32_t high, const nsp__record **record) {
  uint32_t most = at + CJK_NAME < high ? at + CJK_NAME : high, start = v->items[at].start, found = 0;
  for (uint32_t end = at + 2; end <= most; end++) {
    uint32_t length = v->items[end - 1].end - start, hash = nsp__fold_hash(v->text + start, length);
    if (!nsp__filter_may_have(v->media, hash)) break;
    uint32_t lexeme = nsp__pack_find_hashed(v->common, v->text + start, length, hash);
    if (!is_medium(v, lexeme)) continue;
    *record = nsp__pack_record(v->common, lexeme, NSP__CLASS_MEDIUM);
    found = end - at;
  }
  return found;
}

uint32_t nsp__known_medium(const nsp__view *v, uint32_t at, uint32_t high, const nsp__record **record) {
  if (v->items[at].flags & NSP__ITEM_IDEOGRAPH) return ideograph_medium(v, at, high, record);
  const nsp__lexeme *first = nsp__pack_lexeme(v->common, nsp__item_common(v, &v->items[at]));
  uint32_t found = 0, state = 0;
  if (!first) return 0;
  if (first->classes & NSP__LISTED(MEDIUM)) {
    const nsp__record *r = line_of(v, v->items[at].common, v->items[at].start, &v->items[at]);
    if (r) found = 1, *record = r;
  }
  if (at + 1 >= high ||
      !(v->items[at + 1].flags & NSP__ITEM_SHORTENED || nsp__pack_may_follow(first, v->items[at + 1].hash)))
    return found;
  for (uint32_t i = at; i < high && i < at + MEDIUM_ITEMS; i++) {
    const nsp__edge *edge = nsp__pack_step(v->common, state, nsp__item_common(v, &v->items[i]));
    if (!edge) break;
    state = edge->next;
    if (i == at || !is_medium(v, edge->lexeme)) continue;
    const nsp__record *r = line_of(v, edge->lexeme, v->items[at].start, &v->items[i]);
    if (r) found = i - at + 1, *record = r;
  }
  return found;
}

bool nsp__ends_as_domain(const nsp__view *v, const nsp__item *i) {
  uint32_t length = i->end - i->start, letters = 0;
  const char *text = v->text + i->start;
  if (length < 5) return false;
  while (letters < length && (text[length - 1 - letters] | 0x20) >= 'a' && (text[length - 1 - letters] | 0x20) <= 'z')
    letters++;
  return letters >= 2 && letters <= 6 && letters + 3 < length && text[length - 1 - letters] == '.';
}

bool nsp__looks_like_medium(const nsp__view *v, uint32_t first, uint32_t end, bool organisations) {
  for (uint32_t i = first; i < end; i++) {
    const nsp__item *item = &v->items[i];
    const nsp__record *word = item->shape & NSP__SHAPE_CAPITAL && nsp__item_may_be_medium(v, item)
                                  ? nsp__pack_record(v->common, nsp__item_common(v, item), NSP__CLASS_MEDIUM_WORD)
                                  : NULL;
    if (word && end - first > 1 && (organisations || !(word->tags & NSP__SAYS(SUFFIX)))) return true;
    if (nsp__is_domain(v, item)) return true;
    const nsp__record *record;
    if (nsp__medium_at(v, i, end, &record) && !(record->tags & NSP__SAYS(WEAK))) return true;
  }
  return false;
}

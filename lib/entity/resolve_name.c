/* Names: "Macron" is Emmanuel Macron, "IAEA" the International Atomic Energy Agency. */
#include <string.h>

#include "entity/chain.h"

static bool holds(const uint32_t *keys, uint32_t count, uint32_t key) {
  for (uint32_t i = 0; i < count; i++)
    if (keys[i] == key) return true;
  return false;
}

static bool kinds_agree(const nsp__chain *x, const nsp__mention *m) {
  if (x->kind == m->kind || !x->kind || !m->kind) return true;
  bool person = x->kind == NSP_ENTITY_PERSON, mention = m->kind == NSP_ENTITY_PERSON;
  if (person != mention) return false;
  return x->kind != NSP_ENTITY_PLACE && m->kind != NSP_ENTITY_PLACE; /* media, organisations */
}

/* Could "Washington", a place by itself, be the person last named? Only in person's company: no preposition. */
static bool place_is_person(const nsp__chain *x, const nsp__mention *m, const uint32_t *keys, uint32_t count) {
  return m->kind != NSP_ENTITY_PERSON && x->kind == NSP_ENTITY_PERSON && count == 1 && x->words > 1 &&
         x->keys[x->words - 1] == keys[0] && !(m->flags & NSP__MENTION_OBJECT);
}

/* "ROE: …", in capitals as houses are, before the text says who Roe is. */
static bool label_is_person(const nsp__chain *x, const nsp__mention *m, const uint32_t *keys, uint32_t count) {
  return m->kind == NSP_ENTITY_PERSON && x->kind == NSP_ENTITY_ORGANISATION && x->words == 1 && count > 1 &&
         x->count <= 2 && x->spoke != NSP_NONE && x->keys[0] == keys[count - 1];
}

/* "Dan Roe" and "Daniel Roe", "Sandy" and "Sandra": one first name begins as the other does, but for a last y or e. */
static bool short_form(const nsp__coreference *c, const nsp__chain *x, const nsp__mention *m) {
  const nsp_document *d = c->document;
  const nsp__token *a = &d->tokens.items[d->mentions.items[x->named].name_first], *b = &d->tokens.items[m->name_first];
  uint32_t one = a->end - a->start, other = b->end - b->start;
  const char *s = c->analysis->text + (one < other ? a : b)->start,
             *l = c->analysis->text + (one < other ? b : a)->start;
  uint32_t length = one < other ? one : other;
  while (length > 3 && (s[length - 1] == 'y' || s[length - 1] == 'e' || s[length - 1] == 'i')) length--;
  return one != other && length >= 3 && memcmp(s, l, length) == 0;
}

/* "Sir Piers" is Piers Wendover, "Mr. Piers" is somebody else. */
static bool title_takes_first_name(const nsp__coreference *c, const nsp__mention *m) {
  return nsp__is_word(&c->settings.first_name_titles, c->document->tokens.items[m->role_first].hash);
}

/* How well a name fits a chain: 0 not at all. */
static int fit(const nsp__coreference *c, const nsp__chain *x, const nsp__mention *m, const uint32_t *keys,
               uint32_t count) {
  if (x->named == NSP_NONE) return 0;
  /* A surname that is also a first name says nothing of gender. */
  bool own_gender = count > 1 || (m->role_end > m->role_first && m->role_end <= m->name_first);
  /* One pronoun may have meant somebody else; "Mr. Roe" is not Sanhi Roe whom the text has called "her" more than once.
   */
  bool unsure = x->learned_gender && (x->learned_gender < 2 || count > 1);
  if (own_gender && !nsp__genders_agree(unsure ? 0 : x->gender, m->gender)) return 0;
  if (label_is_person(x, m, keys, count)) return 3;
  if (!kinds_agree(x, m) && !place_is_person(x, m, keys, count)) return 0;
  const uint32_t *fewer = count < x->words ? keys : x->keys, *more = count < x->words ? x->keys : keys;
  uint32_t few = count < x->words ? count : x->words, many = count < x->words ? x->words : count;
  bool two = count == 2 && x->words == 2 && x->keys[1] == keys[1] && x->keys[0] != keys[0];
  if (two && m->kind == NSP_ENTITY_PERSON && x->kind == NSP_ENTITY_PERSON && short_form(c, x, m)) return 3;
  for (uint32_t i = 0; i < few; i++)
    if (!holds(more, many, fewer[i])) return 0;
  bool same_last = x->keys[x->words - 1] == keys[count - 1];
  if (few == many) return 4;
  bool person = x->kind == NSP_ENTITY_PERSON || m->kind == NSP_ENTITY_PERSON || x->personal;
  bool unknown = x->kind == NSP_ENTITY_UNKNOWN && m->kind == NSP_ENTITY_UNKNOWN; /* "Cornel West" and "West" */
  if (same_last && (person || few > 1 || unknown)) return 3;
  if (person)
    return few == 1 && m->flags & NSP__MENTION_TITLED && !title_takes_first_name(c, m)
               ? 0
               : 2; /* by first name, or without the second surname */
  if (x->kind == NSP_ENTITY_PLACE || m->kind == NSP_ENTITY_PLACE) return 0;
  return fewer[0] == more[0] || few > 1 ? 1 : 0; /* "the Élysée" for "Élysée Palace" */
}

/* "Ann Roe and her husband, Bob Roe": who is told of for another one's sake, whom the text knew before. */
static bool told_for(nsp__coreference *c, const nsp__chain *x) {
  if (x->kin_of == NSP_NONE) return false;
  const nsp__chain *other = &c->chains.items[nsp__chain_root(c, x->kin_of)];
  return other->named != NSP_NONE && other->first < x->first && other->words > 1;
}

/* How likely a surname that several have means this one: whom the text calls so already, or told of last. */
static float salience(nsp__coreference *c, const nsp__chain *x, const nsp__mention *m) {
  const nsp__mention *last = &c->document->mentions.items[x->last];
  uint32_t distance = m->sentence - last->sentence;
  float score = -0.35f * (float)(distance > 8 ? 8 : distance);
  if (x->by_surname) score += x->by_surname > 2 ? 1.8f : 1.0f;
  if (last->flags & NSP__MENTION_SUBJECT && !last->embedded) score += 0.8f;
  if (last->flags & NSP__MENTION_QUOTED) score -= 0.5f;
  score += x->count >= 8 ? 0.6f : x->count >= 4 ? 0.4f : x->count >= 2 ? 0.2f : 0.0f;
  if (told_for(c, x)) score -= 1.5f;
  return x->gender && m->gender == x->gender ? score + 0.5f : score;
}

/* Of two chains that a name fits as well: is the one likelier? Organisations and full names: the one named last. */
static bool likelier(nsp__coreference *c, uint32_t one, uint32_t other, const nsp__mention *m, uint32_t words) {
  const nsp__chain *x = &c->chains.items[one], *y = &c->chains.items[other];
  if (words > 1 || x->kind != NSP_ENTITY_PERSON || y->kind != NSP_ENTITY_PERSON) return x->last > y->last;
  float by = salience(c, x, m) - salience(c, y, m);
  return by > 0 || (by == 0 && x->last > y->last);
}

/* Two words of one key may still be initials of the other: "J. Roe" for "Jane Roe" is left to its surname. */
static uint32_t by_key(nsp__coreference *c, const nsp__mention *m, const uint32_t *keys, uint32_t count, uint32_t key,
                       int *best_fit) {
  uint32_t best = NSP_NONE, seen = 0;
  const nsp__link *link = nsp__index_newest(&c->names, key);
  for (; link && seen < NSP__MOST_CANDIDATES; link = nsp__index_older(&c->names, link), seen++) {
    uint32_t chain = nsp__chain_root(c, link->chain);
    const nsp__chain *x = &c->chains.items[chain];
    int how = fit(c, x, m, keys, count);
    bool acronym = !how && count == 1 && x->words > 1 && x->kind != NSP_ENTITY_PERSON &&
                   !holds(x->keys, x->words, key) && m->kind != NSP_ENTITY_PERSON;
    if (acronym) how = c->document->tokens.items[m->head].shape & NSP__SHAPE_ALL_CAPS ? 3 : 0;
    if (how > *best_fit || (how && how == *best_fit && best != NSP_NONE && likelier(c, chain, best, m, count))) {
      *best_fit = how;
      best = chain;
    }
  }
  return best;
}

/* The same name in the other script: "Путин (Vladimir Putin)". */
static uint32_t by_sound(nsp__coreference *c, const nsp__mention *m, uint32_t count) {
  uint32_t sounds[2], seen = 0;
  bool other = c->document->tokens.items[m->name_end - 1].shape & NSP__SHAPE_NON_LATIN;
  nsp__name_sounds(c, m, sounds);
  const nsp__link *link = sounds[1] ? nsp__index_newest(&c->names, sounds[1]) : NULL;
  if (!link && sounds[0]) link = nsp__index_newest(&c->names, sounds[0]);
  for (; link && seen < NSP__MOST_CANDIDATES; link = nsp__index_older(&c->names, link), seen++) {
    uint32_t chain = nsp__chain_root(c, link->chain);
    const nsp__chain *x = &c->chains.items[chain];
    if (x->named == NSP_NONE || x->other_script == other || !kinds_agree(x, m)) continue;
    if (!nsp__genders_agree(x->learned_gender ? 0 : x->gender, m->gender)) continue;
    if (x->sounds[0] == sounds[0] || ((count == 1 || x->words == 1) && x->sounds[1] == sounds[1])) return chain;
  }
  return NSP_NONE;
}

/* "Her husband Ted … Mr. Roe": who has only a first name and is a relative of the one with that surname. Bound: chains
 * of one key, and for each NSP__PRONOUN_WINDOW chains. */
static uint32_t relative_of(nsp__coreference *c, const nsp__mention *m, uint32_t key) {
  uint32_t seen = 0;
  const nsp__link *link = nsp__index_newest(&c->names, key);
  for (; link && seen < NSP__MOST_CANDIDATES; link = nsp__index_older(&c->names, link), seen++) {
    uint32_t of = nsp__chain_root(c, link->chain), looked = 0;
    const nsp__chain *y = &c->chains.items[of];
    if (y->words < 2 || y->keys[y->words - 1] != key) continue;
    for (uint32_t i = c->chains.count; i-- > 0 && looked < NSP__PRONOUN_WINDOW; looked++) {
      const nsp__chain *x = &c->chains.items[i];
      if (x->kin_of != NSP_NONE && x->into == NSP_NONE && x->words == 1 && x->gender == m->gender &&
          nsp__chain_root(c, x->kin_of) == of)
        return i;
    }
  }
  return NSP_NONE;
}

uint32_t nsp__resolve_name(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *m = &c->document->mentions.items[mention];
  const uint32_t *keys;
  uint32_t count = nsp__name_keys(c, mention, &keys);
  if (!count) return NSP_NONE;
  int best_fit = 0;
  uint32_t best = by_key(c, m, keys, count, keys[count - 1], &best_fit);
  if (best_fit < 3 && count > 1) {
    uint32_t other = by_key(c, m, keys, count, keys[0], &best_fit);
    if (other != NSP_NONE) best = other;
  }
  if (best == NSP_NONE && count == 1 && m->gender && m->flags & NSP__MENTION_TITLED) best = relative_of(c, m, keys[0]);
  return best == NSP_NONE && c->two_scripts ? by_sound(c, m, count) : best;
}

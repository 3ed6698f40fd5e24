/* What a nominal or a role says of its holder: the noun, and the country in it. */
#include "entity/finder.h"
#include "entity/key.h"

static uint32_t concept_at(const nsp__finder *f, uint32_t token) {
  uint32_t key = nsp__concept_key(f->analysis->language, f->cells[token].word);
  if (!key) key = f->tokens[token].hash + !f->tokens[token].hash;
  return key;
}

/* "minister" of "foreign minister": the phrase's own last word, where the pack has it, or its first in languages that
 * put what narrows a noun behind it. */
static uint32_t broad_at(const nsp__finder *f, uint32_t token) {
  uint32_t first = token;
  while (first > f->first && token - first < NSP__LONGEST_NOMINAL && f->cells[first - 1].bits & NSP__CELL_PHRASE)
    first--;
  uint32_t noun = f->genitive_names ? first : token;
  if (first == token) return 0;
  return nsp__concept_key(f->analysis->language, f->tokens[noun].word);
}

static uint32_t country_in(const nsp__finder *f, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++)
    if (nsp__cell_is(f, i, NSP__CELL_PLACE | NSP__CELL_DEMONYM | NSP__CELL_METONYM | NSP__CELL_KNOWN)) {
      uint32_t key = nsp__country_key(f->analysis->language, f->cells[i].word);
      if (!key && nsp__cell_is(f, i, NSP__CELL_KNOWN)) /* "GOP nominee": a party does as well */
        key = nsp__concept_key(f->analysis->language, f->cells[i].word);
      if (key) return key;
    }
  return 0;
}

/* "The Acme spokesman", "Acme's spokesman", "a spokesman for Acme": the name of whose he is. Bound:
 * NSP__LONGEST_NOMINAL tokens and two mentions. */
static uint32_t house_of(const nsp__finder *f, const nsp__mention *m) {
  const nsp_document *d = f->analysis->document;
  const nsp__mention *last = d->mentions.items + d->mentions.count;
  if (m->possessor != NSP_NONE) {
    const nsp__mention *owner = &d->mentions.items[m->possessor];
    return owner->form == NSP_MENTION_NAME && owner->kind != NSP_ENTITY_PLACE ? owner->name_first + 1 : 0;
  }
  uint32_t other = NSP__CELL_DEMONYM | NSP__CELL_PLACE | NSP__CELL_ROLE | NSP__CELL_TITLE | NSP__CELL_SMALL;
  for (uint32_t i = m->first; i < m->head; i++)
    if (nsp__cell_is(f, i, NSP__CELL_CAPITAL) && !nsp__cell_is(f, i, other) &&
        (nsp__cell_is(f, i, NSP__CELL_PROPER) || nsp__finder_knows(f, i)))
      return i + 1;
  for (const nsp__mention *next = m + 1; next < last && next < m + 3 && next->first < m->full_end; next++)
    if (next->form == NSP_MENTION_NAME && next->first <= m->end + 2)
      return next->kind == NSP_ENTITY_PLACE && m->country ? 0 : next->name_first + 1;
  return 0;
}

/* Sets concept and country of a mention whose core, role and full phrase are known. */
void nsp__mention_concept(const nsp__finder *f, nsp__mention *m) {
  if (m->form == NSP_MENTION_NOMINAL) {
    m->concept = concept_at(f, m->head);
    m->broad = broad_at(f, m->head);
    m->country = country_in(f, m->full_first, m->full_end);
    if (m->kind == NSP_ENTITY_PERSON || m->kind == NSP_ENTITY_GROUP) m->house = house_of(f, m);
  } else if (m->role_end > m->role_first) {
    uint32_t end = m->role_end > m->end ? m->role_first : m->role_end; /* an apposition speaks for itself */
    for (uint32_t i = end; i-- > m->role_first && !m->concept;)
      if (nsp__cell_is(f, i, NSP__CELL_ROLE) && !nsp__cell_is(f, i, NSP__CELL_PHRASE)) {
        m->concept = concept_at(f, i);
        m->broad = broad_at(f, i);
      }
    m->country = country_in(f, m->role_first, end);
  } else if (m->form == NSP_MENTION_NAME && m->kind == NSP_ENTITY_ORGANISATION) {
    for (uint32_t i = m->end; i-- > m->first && !m->concept;)
      if (nsp__cell_is(f, i, NSP__CELL_ORGANISATION) && !nsp__cell_is(f, i, NSP__CELL_SUFFIX))
    m->concept = concept_at(f, i);
    m->country = country_in(f, m->first, m->end);
  }
}

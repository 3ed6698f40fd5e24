#include "entity/chain.h"

#include <string.h>

#include "text/fold.h"

static bool index_slots(nsp__index *index, nsp__arena *arena, uint32_t size) {
  index->slots = nsp__arena_alloc(arena, (size_t)size * sizeof *index->slots);
  if (!index->slots) return false;
  memset(index->slots, 0xFF, (size_t)size * sizeof *index->slots);
  index->mask = size - 1;
  return true;
}

/* The tables take four keys of each mention; what comes beyond that is not indexed. Hardly any text has as many. */
static bool index_start(nsp__index *index, nsp__arena *arena, uint32_t mentions) {
  uint32_t size = 16;
  index->most = 8;
  while (index->most < 4 * (uint64_t)mentions + 4 && index->most < UINT32_C(1) << 30) index->most *= 2;
  while (size < index->most / 2) size *= 2;
  return index_slots(index, arena, size);
}

static uint32_t slot_of(const nsp__index *index, uint32_t key) {
  uint32_t slot = (key * 0x9E3779B1u) >> 7 & index->mask;
  while (index->slots[slot] != NSP_NONE && index->links.items[index->slots[slot]].key != key)
    slot = (slot + 1) & index->mask;
  return slot;
}

/* Twice the slots when half of them may be taken. */
static bool index_grow(nsp__index *index, nsp__arena *arena) {
  if (index->links.count < index->mask / 2) return true;
  if (!index_slots(index, arena, 2 * (index->mask + 1))) return false;
  for (uint32_t i = 0; i < index->links.count; i++) index->slots[slot_of(index, index->links.items[i].key)] = i;
  return true;
}

static bool index_add(nsp__index *index, nsp__arena *arena, uint32_t key, uint32_t chain) {
  if (index->links.count >= index->most - 1) return true;
  uint32_t slot = slot_of(index, key), newest = index->slots[slot];
  if (newest != NSP_NONE && index->links.items[newest].chain == chain) return true;
  nsp__link *link = nsp__array_push(arena, &index->links);
  if (!link) return false;
  *link = (nsp__link){key, chain, newest};
  index->slots[slot] = index->links.count - 1;
  return index_grow(index, arena);
}

const nsp__link *nsp__index_newest(const nsp__index *index, uint32_t key) {
  uint32_t newest = index->slots[slot_of(index, key)];
  return newest == NSP_NONE ? NULL : &index->links.items[newest];
}

const nsp__link *nsp__index_older(const nsp__index *index, const nsp__link *link) {
  return link->older == NSP_NONE ? NULL : &index->links.items[link->older];
}

static bool in_other_script(const nsp_document *d, const nsp__mention *m) {
  return d->tokens.items[m->name_end - 1].shape & NSP__SHAPE_NON_LATIN;
}

/* People named in Latin letters and people named in others. */
static bool has_two_scripts(const nsp_document *d) {
  unsigned latin = 0, other = 0;
  for (uint32_t i = 0; i < d->mentions.count; i++) { /* one like the other, and hence without a jump */
    const nsp__mention *m = &d->mentions.items[i];
    unsigned named = (m->form == NSP_MENTION_NAME) & (m->name_end > m->name_first) &
                     ((m->kind == NSP_ENTITY_PERSON) | (m->name_end - m->name_first >= 2));
    unsigned foreign = (d->tokens.items[named ? m->name_end - 1 : 0].shape & NSP__SHAPE_NON_LATIN) != 0;
    latin |= named & !foreign;
    other |= named & foreign;
  }
  return latin & other;
}

void nsp__name_sounds(nsp__coreference *c, const nsp__mention *m, uint32_t sounds[2]) {
  const nsp__token *first = &c->document->tokens.items[m->name_first],
                   *last = &c->document->tokens.items[m->name_end - 1];
  sounds[0] = nsp__sound_key(&c->keys, c->analysis->text + first->start, last->end - first->start);
  sounds[1] = nsp__sound_key(&c->keys, c->analysis->text + last->start, last->end - last->start);
}

/* The words of a list, or the nouns of one of "noun=Word,Word". */
static nsp__words words_of(const nsp_language *pack, const char *setting) {
  const nsp__property *p = nsp__pack_find_property(pack, setting);
  return p ? (nsp__words){pack->property_words + p->first_word, p->word_count, p->may} : (nsp__words){NULL, 0, 0};
}

/* "father,mother/son,daughter": each word with its side. */
static nsp__kin kin_of(const nsp_language *pack) {
  nsp__kin kin = {.count = 0};
  uint8_t side = 0;
  for (const char *w = nsp__pack_property(pack, "kin"); w && *w && kin.count < 2 * NSP__MOST_WORDS;) {
    size_t length = strcspn(w, ",/ ");
    kin.sides[kin.count] = side;
    if (length) kin.hashes[kin.count++] = nsp__fold_hash(w, length);
    if (w[length] == '/') side |= 1;
    if (w[length] == ' ') side = (uint8_t)((side | 1) + 1);
    w += length + (w[length] != '\0');
  }
  return kin;
}

static nsp__settings settings_of(const nsp_language *pack) {
  return (nsp__settings){.person_words = words_of(pack, "person-words"),
                         .formerly = words_of(pack, "formerly"),
                         .belonging = words_of(pack, "belonging"),
                         .person_endings = nsp__pack_property(pack, "person-endings"),
                         .first_name_titles = words_of(pack, "first-name-titles"),
                         .firm_words = words_of(pack, "firm-words"),
                         .kin = kin_of(pack),
                         .unique_roles = words_of(pack, "unique-roles"),
                         .house_nouns = words_of(pack, "house-names"),
                         .organisation_words = words_of(pack, "organisation-words"),
                         .public_houses = nsp__pack_property(pack, "public-houses"),
                         .house_names = nsp__pack_property(pack, "house-names"),
                         .house_modifiers = nsp__pack_property(pack, "house-modifiers")};
}

bool nsp__coreference_start(nsp__coreference *c, nsp__analysis *a) {
  nsp_document *d = a->document;
  memset(c, 0, sizeof *c);
  c->analysis = a;
  c->document = d;
  c->keys = nsp__keys_of(a->language);
  c->settings = settings_of(a->language);
  c->two_scripts = has_two_scripts(d);
  const char *articles = nsp__pack_property(a->language, "articles");
  c->bare_nouns = articles && strcmp(articles, "none") == 0;
  c->pair[0] = c->pair[1] = c->pair_group = c->keyed = NSP_NONE;
  c->quote_at = nsp__arena_alloc(&d->scratch, ((size_t)d->mentions.count + 1) * sizeof *c->quote_at);
  if (!c->quote_at) return false;
  memset(c->quote_at, 0xFF, (size_t)d->mentions.count * sizeof *c->quote_at);
  return index_start(&c->names, &d->scratch, d->mentions.count) &&
         index_start(&c->roles, &d->scratch, d->mentions.count);
}

/* "Jr.", "III": which of the family it is, not a word of the name. */
static bool is_generation(const char *word, uint32_t length) {
  static const char *const words[] = {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == length && memcmp(words[i], word, length) == 0) return true;
  return false;
}

static void find_keys(nsp__coreference *c, const nsp__mention *m) {
  const nsp_document *d = c->document;
  uint32_t count = 0, *keys = c->keys_found;
  for (uint32_t i = m->name_first; i < m->name_end; i++) {
    const nsp__token *t = &d->tokens.items[i];
    bool named = t->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_NON_LATIN) || i == m->head; /* "al-Tamimi" */
    if (t->shape & NSP__SHAPE_PUNCT || !named) continue;
    const nsp__lexeme *lexeme = nsp__pack_lexeme(c->analysis->language, t->word);
    bool small = lexeme && (lexeme->classes & NSP__LISTED(PARTICLE) || lexeme->tags & NSP__SAYS(ARTICLE));
    if (small && i + 1 < m->name_end) continue; /* "De Boer" is "Karin de Boer" */
    if (count > 1 && is_generation(c->analysis->text + t->start, t->end - t->start)) continue;
    uint32_t key = nsp__name_key(&c->keys, c->analysis->text + t->start, t->end - t->start, t->hash);
    if (count < NSP__MOST_NAME_WORDS)
      keys[count++] = key;
    else
      keys[NSP__MOST_NAME_WORDS - 1] = key; /* the last word always counts */
  }
  c->key_count = count;
}

uint32_t nsp__name_keys(nsp__coreference *c, uint32_t mention, const uint32_t **keys) {
  if (c->keyed != mention) find_keys(c, &c->document->mentions.items[mention]);
  c->keyed = mention;
  *keys = c->keys_found;
  return c->key_count;
}

/* Key of the initials of a name: "IAEA". 0 for names of persons and of one word. */
static uint32_t initials_key(nsp__coreference *c, const nsp__mention *m) {
  char initials[16];
  size_t used = 0;
  for (uint32_t i = m->name_first; i < m->name_end && used < sizeof initials - 4; i++) {
    const nsp__token *t = &c->document->tokens.items[i];
    if (!(t->shape & NSP__SHAPE_CAPITAL)) continue;
    uint8_t lead = (uint8_t)c->analysis->text[t->start];
    size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (size > t->end - t->start) continue;
    memcpy(initials + used, c->analysis->text + t->start, size);
    used += size;
  }
  if (used < 2 || m->kind == NSP_ENTITY_PERSON || m->kind == NSP_ENTITY_PLACE) return 0;
  uint32_t hash = nsp__fold_hash(initials, used);
  return hash + !hash;
}

/* "Ben Roe", "De Roe": fuller than "Roe", although particles count for none of a name's words. */
static bool opens_with_particle(nsp__coreference *c, const nsp__mention *m) {
  const nsp__token *t = &c->document->tokens.items[m->name_first];
  const nsp__lexeme *lexeme = nsp__pack_lexeme(c->analysis->language, t->word);
  return m->name_end - m->name_first > 1 && (t->shape & NSP__SHAPE_CAPITAL) && lexeme &&
         (lexeme->classes & NSP__LISTED(PARTICLE));
}

/* Makes a fuller name the chain's own and finds it by all its words from now on. */
static bool learn_name(nsp__coreference *c, uint32_t chain, uint32_t mention) {
  const nsp__mention *m = &c->document->mentions.items[mention];
  nsp__chain *x = &c->chains.items[chain];
  const uint32_t *keys;
  uint32_t count = nsp__name_keys(c, mention, &keys);
  if (!count) return true;
  bool surname = count == 1 && x->words > 1 && keys[0] == x->keys[x->words - 1];
  if (surname || (x->words == 1 && keys[count - 1] == x->keys[0])) x->by_surname += x->by_surname < 3;
  if (surname && x->alone == NSP_NONE && c->quote_at[mention] != NSP_NONE) x->alone = mention;
  /* What a headline runs together, "Rector Ann Roe Slams", is less than a full name of the text itself. */
  const nsp__mention *old = x->named == NSP_NONE ? NULL : &c->document->mentions.items[x->named];
  bool mend = old && old->flags & NSP__MENTION_HEADING && !(m->flags & NSP__MENTION_HEADING) && count > 1 &&
              keys[0] == x->keys[0] && keys[count - 1] != x->keys[x->words - 1];
  if (old && count <= x->words && !(mend && count < x->words)) {
    /* As long, but in the nominative. */
    bool oblique = c->document->mentions.items[x->named].flags & NSP__MENTION_OBLIQUE;
    if (count == x->words && oblique && !(m->flags & NSP__MENTION_OBLIQUE)) x->named = mention;
    if (count == 1 && x->words == 1 && opens_with_particle(c, m) && !opens_with_particle(c, old)) x->named = mention;
    return true;
  }
  /* "Christie's look … Chris Christie": the first name that it seemed to be is a surname, and tells nothing. */
  if (old && x->words == 1 && count > 1 && keys[count - 1] == x->keys[0] && keys[0] != x->keys[0] &&
      old->name_end - old->name_first == 1 && old->role_end == old->role_first && x->gender == old->gender)
    x->gender = m->gender, x->learned_gender = 0;
  x->named = mention;
  x->words = count;
  memcpy(x->keys, keys, sizeof x->keys);
  for (uint32_t i = 0; i < count; i++)
    if (!index_add(&c->names, &c->document->scratch, keys[i], chain)) return false;
  if (c->two_scripts) {
    nsp__name_sounds(c, m, x->sounds);
    x->other_script = in_other_script(c->document, m);
    for (int i = 0; i < 2; i++)
      if (x->sounds[i] && !index_add(&c->names, &c->document->scratch, x->sounds[i], chain)) return false;
  }
  uint32_t initials = count > 1 ? initials_key(c, m) : 0;
  return !initials || index_add(&c->names, &c->document->scratch, initials, chain);
}

static bool learn_one_role(nsp__coreference *c, nsp__chain *x, uint32_t chain, uint32_t concept, uint32_t country,
                           uint32_t house) {
  if (!concept) return true;
  for (uint32_t i = 0; i < x->role_count; i++)
    if (x->roles[i] == concept) {
      if (!x->countries[i]) x->countries[i] = country;
      if (!x->houses[i]) x->houses[i] = house;
      return index_add(&c->roles, &c->document->scratch, concept, chain); /* the newest holder again */
    }
  if (x->role_count == NSP__MOST_ROLES) return true;
  x->roles[x->role_count] = concept;
  x->houses[x->role_count] = house;
  x->countries[x->role_count++] = country;
  return index_add(&c->roles, &c->document->scratch, concept, chain);
}

static bool learn_role(nsp__coreference *c, nsp__chain *x, uint32_t chain, const nsp__mention *m) {
  if (m->number == NSP_NUMBER_PLURAL)
    return m->form != NSP_MENTION_NOMINAL ||
           learn_one_role(c, x, chain, nsp__plural_concept(m->concept), m->country, m->house);
  return learn_one_role(c, x, chain, m->concept, m->country, m->house) &&
         learn_one_role(c, x, chain, m->broad, m->country, m->house);
}

/* "His daughter, Ann Roe", "her husband Ted": whose kin it is. */
static void learn_kin(nsp__coreference *c, nsp__chain *x, const nsp__mention *m) {
  if (m->possessor == NSP_NONE || x->kin_of != NSP_NONE) return;
  bool name = m->form == NSP_MENTION_NAME;
  if (name && (m->role_end <= m->role_first || m->role_end > m->end)) return;
  uint32_t hash = c->document->tokens.items[name ? m->role_end - 1 : m->head].hash;
  uint32_t of = nsp__chain_of(c, &c->document->mentions.items[m->possessor]);
  for (uint32_t i = 0; of != NSP_NONE && i < c->settings.kin.count; i++)
    if (c->settings.kin.hashes[i] == hash) {
      x->kin = hash;
      x->kin_of = of;
      return;
    }
}

static void learn_kind(nsp__chain *x, const nsp__mention *m) {
  if (m->flags & NSP__MENTION_PERSONAL) x->personal = true;
  if (m->age && m->form <= NSP_MENTION_NOMINAL) x->age = m->age;
  if (m->form == NSP_MENTION_PRONOUN) {
    if (x->learned_gender && m->gender == x->gender) x->learned_gender += x->learned_gender < 3;
    if (!x->gender && m->gender) x->gender = m->gender, x->learned_gender = 1;
    if (m->gender && x->kind == NSP_ENTITY_UNKNOWN) x->kind = NSP_ENTITY_PERSON;
    return;
  }
  if (x->kind == NSP_ENTITY_UNKNOWN || (m->flags & NSP__MENTION_PERSONAL && m->form == NSP_MENTION_NAME &&
                                        x->kind != NSP_ENTITY_PERSON && x->count <= 2))
    x->kind = m->kind;
  bool certain = m->flags & NSP__MENTION_TITLED || m->name_end - m->name_first != 1 || m->role_end > m->role_first;
  bool known =
      m->form == NSP_MENTION_NAME && !certain && x->words > 1; /* the fuller name has told it, if anything does */
  if (m->gender && !known && (!x->gender || (x->learned_gender && certain)))
    x->gender = m->gender, x->learned_gender = 0;
  if (!x->number) x->number = m->number;
}

bool nsp__chain_add(nsp__coreference *c, uint32_t chain, uint32_t mention) {
  nsp__mention *m = &c->document->mentions.items[mention];
  nsp__chain *x = &c->chains.items[chain];
  m->entity = chain;
  if (c->document->mentions.items[x->first].form > NSP_MENTION_NOMINAL && m->form <= NSP_MENTION_NOMINAL)
    x->first = mention; /* what it is called by */
  x->last = mention;
  x->count++;
  learn_kind(x, m);
  if (c->quote_at[mention] != NSP_NONE) x->spoke = m->sentence;
  if (m->form == NSP_MENTION_PRONOUN || m->form == NSP_MENTION_SILENT) return true;
  learn_kin(c, x, m);
  if (!learn_role(c, x, chain, m)) return false;
  return m->form != NSP_MENTION_NAME || learn_name(c, chain, mention);
}

uint32_t nsp__chain_new(nsp__coreference *c, uint32_t mention) {
  nsp__chain *x = nsp__array_push(&c->document->scratch, &c->chains);
  if (!x) return NSP_NONE;
  memset(x, 0, sizeof *x);
  x->first = x->last = mention;
  x->into = x->alone = x->named = x->spoke = x->kin_of = x->members[0] = x->members[1] = NSP_NONE;
  x->kind = c->document->mentions.items[mention].kind;
  const nsp__mention *m = &c->document->mentions.items[mention];
  x->anybody = nsp__means_anybody(c, m);
  x->thing = m->form == NSP_MENTION_NOMINAL && m->kind == NSP_ENTITY_UNKNOWN && !nsp__may_describe(c, m);
  return nsp__chain_add(c, c->chains.count - 1, mention) ? c->chains.count - 1 : NSP_NONE;
}

uint32_t nsp__chain_target(nsp__coreference *c, uint32_t chain) {
  while (c->chains.items[chain].into != NSP_NONE) {
    nsp__chain *x = &c->chains.items[chain];
    if (c->chains.items[x->into].into != NSP_NONE) x->into = c->chains.items[x->into].into; /* halves the path */
    chain = x->into;
  }
  return chain;
}

bool nsp__chain_share(nsp__coreference *c, uint32_t chain, uint32_t surname) {
  c->chains.items[chain].surname = surname;
  return index_add(&c->names, &c->document->scratch, surname, chain);
}

bool nsp__chain_merge(nsp__coreference *c, uint32_t nobody, uint32_t named) {
  nsp__chain *x = &c->chains.items[nobody], *y = &c->chains.items[named];
  if (nobody == named || x->named != NSP_NONE || x->members[0] != NSP_NONE) return true;
  if (!nsp__genders_agree(x->learned_gender ? 0 : x->gender, y->learned_gender ? 0 : y->gender)) return true;
  x->into = named;
  y->count += x->count;
  if (x->last > y->last) y->last = x->last;
  if (y->spoke == NSP_NONE || (x->spoke != NSP_NONE && x->spoke > y->spoke)) y->spoke = x->spoke;
  if (!y->gender) y->gender = x->gender, y->learned_gender = x->learned_gender;
  if (!y->age) y->age = x->age;
  if (y->kin_of == NSP_NONE) y->kin = x->kin, y->kin_of = x->kin_of;
  for (uint32_t i = 0; i < x->role_count; i++)
    if (!learn_one_role(c, y, named, x->roles[i], x->countries[i], x->houses[i])) return false;
  return true;
}

/* Nominals: "the French president" is whom the text called French President. */
#include "entity/cells.h"
#include "entity/chain.h"

static bool countries_agree(uint32_t a, uint32_t b) { return !a || !b || a == b; }

/* Is the noun one of those that a setting of the language lists? */
static bool is_word(const nsp__coreference *c, const nsp__mention *m, const nsp__words *words) {
  return nsp__is_word(words, c->document->tokens.items[m->head].hash);
}

static bool fits(nsp__coreference *c, const nsp__chain *x, const nsp__mention *m, uint32_t concept) {
  if (!nsp__genders_agree(x->learned_gender ? 0 : x->gender, m->gender)) return false;
  bool person = m->kind == NSP_ENTITY_PERSON;
  if (person != (x->kind == NSP_ENTITY_PERSON || x->kind == NSP_ENTITY_UNKNOWN) && x->kind != m->kind) return false;
  for (uint32_t i = 0; i < x->role_count; i++)
    if (x->roles[i] == concept) {
      if (!countries_agree(x->countries[i], m->country) || !nsp__houses_agree(c, x->houses[i], m->house)) return false;
      /* Of two nobodies with owners, "his lawyer" and "Roe's lawyer", each is its owner's. */
      const nsp__mention *last = &c->document->mentions.items[x->last];
      if (m->possessor != NSP_NONE && last->possessor != NSP_NONE && x->named == NSP_NONE)
        return nsp__chain_of(c, &c->document->mentions.items[m->possessor]) ==
               nsp__chain_of(c, &c->document->mentions.items[last->possessor]);
      return true;
    }
  return false;
}

/* The holder of the role who was mentioned last. */
static uint32_t holder(nsp__coreference *c, const nsp__mention *m, uint32_t concept) {
  uint32_t best = NSP_NONE, seen = 0;
  const nsp__link *link = concept ? nsp__index_newest(&c->roles, concept) : NULL;
  for (; link && seen < NSP__MOST_CANDIDATES; link = nsp__index_older(&c->roles, link), seen++) {
    uint32_t chain = nsp__chain_root(c, link->chain);
    const nsp__chain *x = &c->chains.items[chain];
    if (!fits(c, x, m, concept)) continue;
    if (best == NSP_NONE || x->last > c->chains.items[best].last) best = chain;
  }
  return best;
}

/* "The 45-year-old": whom the text gave that age. Bound: NSP__PRONOUN_WINDOW chains. */
static uint32_t of_age(nsp__coreference *c, const nsp__mention *m) {
  if (!(c->document->tokens.items[m->head].shape & NSP__SHAPE_DIGIT)) return NSP_NONE;
  for (uint32_t i = c->chains.count, seen = 0; i-- > 0 && seen < 4 * NSP__PRONOUN_WINDOW; seen++) {
    const nsp__chain *x = &c->chains.items[i];
    if (x->age == m->age && x->into == NSP_NONE && nsp__genders_agree(x->gender, m->gender)) return i;
  }
  return NSP_NONE;
}

static bool is_kin(const nsp__coreference *c, const nsp__mention *m) {
  const nsp__kin *kin = &c->settings.kin;
  for (uint32_t i = 0; i < kin->count; i++)
    if (kin->hashes[i] == c->document->tokens.items[m->head].hash) return true;
  return false;
}

/* "Her husband", "her brother": of the text's people with her surname the one of that gender. */
static uint32_t same_family(nsp__coreference *c, const nsp__mention *m) {
  const nsp__chain *owner;
  uint32_t of = nsp__chain_of(c, &c->document->mentions.items[m->possessor]), found = NSP_NONE, seen = 0;
  if (of == NSP_NONE || !m->gender) return NSP_NONE;
  owner = &c->chains.items[of];
  if (owner->named == NSP_NONE || owner->kind != NSP_ENTITY_PERSON) return NSP_NONE;
  uint32_t key = owner->surname ? owner->surname : owner->keys[owner->words - 1];
  const nsp__link *link = nsp__index_newest(&c->names, key);
  for (; link && seen < NSP__MOST_CANDIDATES; link = nsp__index_older(&c->names, link), seen++) {
    uint32_t chain = nsp__chain_root(c, link->chain);
    const nsp__chain *x = &c->chains.items[chain];
    if (chain == of || chain == found || x->named == NSP_NONE || x->gender != m->gender) continue;
    uint32_t surname = x->surname ? x->surname : x->keys[x->words - 1];
    if (x->kind != NSP_ENTITY_PERSON || surname != key) continue;
    /* of whom the text said that they are otherwise related */
    bool told = x->kin_of != NSP_NONE && nsp__chain_root(c, x->kin_of) == of;
    if (told || (owner->kin_of != NSP_NONE && nsp__chain_root(c, owner->kin_of) == chain)) continue;
    if (found != NSP_NONE) return NSP_NONE;
    found = chain;
  }
  return found;
}

/* "His daughter, Ann Roe, … Her father": of whom the text has said that the owner is the kin. */
static uint32_t kin_inverse(nsp__coreference *c, const nsp__mention *m) {
  const nsp__kin *kin = &c->settings.kin;
  uint32_t hash = c->document->tokens.items[m->head].hash;
  uint32_t owner = nsp__chain_of(c, &c->document->mentions.items[m->possessor]);
  if (owner == NSP_NONE || c->chains.items[owner].kin_of == NSP_NONE) return NSP_NONE;
  const nsp__chain *x = &c->chains.items[owner];
  uint32_t of = nsp__chain_root(c, x->kin_of);
  if (of == owner || !nsp__genders_agree(c->chains.items[of].gender, m->gender)) return NSP_NONE;
  for (uint32_t i = 0; i < kin->count; i++)
    for (uint32_t k = 0; kin->hashes[i] == hash && k < kin->count; k++)
      if (kin->hashes[k] == x->kin && (kin->sides[i] ^ kin->sides[k]) == 1) return of;
  return NSP_NONE;
}

/* A role that the text gave nobody, "the actress", "the Texan": the one person of the last sentences who could have it.
 * Bound: NSP__PRONOUN_WINDOW mentions. */
static uint32_t only_person(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *items = c->document->mentions.items, *m = &items[mention];
  uint32_t found = NSP_NONE;
  for (uint32_t i = mention; i-- > 0 && mention - i < NSP__PRONOUN_WINDOW;) {
    if (m->sentence - items[i].sentence > 3) break;
    uint32_t chain = nsp__chain_of(c, &items[i]);
    if (chain == NSP_NONE || items[i].flags & NSP__MENTION_QUOTED) continue;
    const nsp__chain *x = &c->chains.items[chain];
    if (x->kind != NSP_ENTITY_PERSON || x->named == NSP_NONE) continue;
    if (!nsp__genders_agree(x->gender, m->gender) || (m->age && x->age && m->age != x->age)) continue;
    if (found != NSP_NONE && found != chain) return NSP_NONE;
    found = chain;
  }
  return found != NSP_NONE && !c->chains.items[found].role_count ? found : NSP_NONE;
}

/* "The Polish minister": of those with a role, the one of that country. Bound: NSP__PRONOUN_WINDOW mentions. */
static uint32_t compatriot(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *items = c->document->mentions.items, *m = &items[mention];
  for (uint32_t i = mention; i-- > 0 && mention - i < NSP__PRONOUN_WINDOW;) {
    if (m->sentence - items[i].sentence > NSP__PRONOUN_SENTENCES) break;
    uint32_t chain = nsp__chain_of(c, &items[i]);
    if (chain == NSP_NONE) continue;
    const nsp__chain *x = &c->chains.items[chain];
    if (x->kind != NSP_ENTITY_PERSON || x->named == NSP_NONE || !nsp__genders_agree(x->gender, m->gender)) continue;
    for (uint32_t k = 0; k < x->role_count; k++)
      if (x->countries[k] == m->country) return chain;
  }
  return NSP_NONE;
}

/* Two holders of a role in the plural, or the two named together last, or the two persons mentioned last. */
static bool two_holders(nsp__coreference *c, uint32_t role, uint32_t two[2]) {
  uint32_t found = 0, seen = 0;
  const nsp__link *link = role ? nsp__index_newest(&c->roles, role) : NULL;
  for (; link && seen < NSP__MOST_CANDIDATES && found < 2; link = nsp__index_older(&c->roles, link), seen++) {
    uint32_t chain = nsp__chain_root(c, link->chain);
    if (c->chains.items[chain].named != NSP_NONE && (!found || two[0] != chain)) two[found++] = chain;
  }
  return found == 2;
}

static bool two_persons(nsp__coreference *c, uint32_t mention, uint32_t two[2]) {
  const nsp__mention *items = c->document->mentions.items;
  uint32_t found = 0;
  for (uint32_t i = mention; i-- > 0 && mention - i < NSP__PRONOUN_WINDOW && found < 2;) {
    uint32_t chain = nsp__chain_of(c, &items[i]);
    if (chain == NSP_NONE) continue;
    const nsp__chain *x = &c->chains.items[chain];
    if (x->kind == NSP_ENTITY_PERSON && x->named != NSP_NONE && (!found || two[0] != chain)) two[found++] = chain;
  }
  return found == 2;
}

static bool is_person(const nsp__coreference *c, uint32_t chain) {
  unsigned kind = c->chains.items[chain].kind;
  return kind == NSP_ENTITY_PERSON || kind == NSP_ENTITY_UNKNOWN;
}

/* "The two men" are no woman and a house. */
static bool pair_agrees(const nsp__coreference *c, uint32_t mention) {
  unsigned gender = c->document->mentions.items[mention].gender;
  for (int i = 0; i < 2; i++)
    if (!nsp__genders_agree(c->chains.items[c->pair[i]].gender, gender)) return false;
  return true;
}

uint32_t nsp__resolve_pair(nsp__coreference *c, uint32_t mention, uint32_t role) {
  uint32_t two[2];
  bool found = two_holders(c, role, two);
  /* "The two voters" are no two towns. */
  bool persons = c->document->mentions.items[mention].flags & NSP__MENTION_PERSONAL;
  if (!found && c->pair[0] != NSP_NONE && (!persons || (is_person(c, c->pair[0]) && pair_agrees(c, mention)))) {
    if (c->pair_group != NSP_NONE && c->document->mentions.items[mention].form != NSP_MENTION_NOMINAL)
      return c->pair_group;
    two[0] = c->pair[0], two[1] = c->pair[1];
    found = true;
  }
  if (!found && !two_persons(c, mention, two)) return NSP_NONE;
  if (two[0] > two[1]) {
    uint32_t later = two[0];
    two[0] = two[1], two[1] = later;
  }
  if (c->pair_group != NSP_NONE && c->chains.items[c->pair_group].members[0] == two[0] &&
      c->chains.items[c->pair_group].members[1] == two[1])
    return c->pair_group;
  uint32_t group = nsp__chain_new(c, mention);
  if (group == NSP_NONE) return NSP_NONE;
  nsp__chain *x = &c->chains.items[group];
  x->members[0] = two[0], x->members[1] = two[1];
  x->kind = NSP_ENTITY_GROUP;
  x->number = NSP_NUMBER_PLURAL;
  c->pair_group = group;
  return group;
}

/* "The Frenchwoman", "the Canadian": one person of a country; "die Kanadier": a capital says nothing of one. */
static bool is_native(const nsp__coreference *c, const nsp__mention *m, const nsp__token *head) {
  if (!c->settings.person_endings || !(m->flags & NSP__MENTION_DEFINITE)) return false;
  const nsp__lexeme *lexeme = nsp__pack_lexeme(c->analysis->language, head->word);
  return m->gender || (lexeme && lexeme->tags & NSP__SAYS(DEMONYM));
}

/* Does a noun that the pack does not know end as words for persons do, "the Londoner", "the cellist", "the
 * 54-year-old"? Languages that do not say how such words end leave it open. */
bool nsp__may_describe(const nsp__coreference *c, const nsp__mention *m) {
  if (m->flags & NSP__MENTION_PERSONAL || is_native(c, m, &c->document->tokens.items[m->head])) return true;
  const char *endings = c->settings.person_endings;
  const nsp__token *head = &c->document->tokens.items[m->head];
  return !endings || (m->flags & NSP__MENTION_DEFINITE &&
                      nsp__has_ending(endings, c->analysis->text + head->start, head->end - head->start));
}

bool nsp__means_anybody(const nsp__coreference *c, const nsp__mention *m) {
  return m->form == NSP_MENTION_NOMINAL && is_word(c, m, &c->settings.person_words);
}

/* "Roe took on Lind after the front-runner had said …": a description does not mean the subject named before it in its
 * own sentence (Chomsky 1981, principle C), but may mean the one other person there. */
static uint32_t not_the_subject(nsp__coreference *c, uint32_t mention, uint32_t chain) {
  const nsp__mention *items = c->document->mentions.items, *m = &items[mention];
  uint32_t other = NSP_NONE;
  bool subject = false, several = false;
  for (uint32_t i = mention; i-- > 0 && items[i].sentence == m->sentence && mention - i < NSP__PRONOUN_WINDOW;) {
    uint32_t named = nsp__chain_of(c, &items[i]);
    if (named == NSP_NONE || items[i].form != NSP_MENTION_NAME || items[i].flags & NSP__MENTION_QUOTED) continue;
    const nsp__chain *x = &c->chains.items[named];
    if (named == chain)
      subject = subject || items[i].flags & NSP__MENTION_SUBJECT;
    else if (x->kind == NSP_ENTITY_PERSON && nsp__genders_agree(x->gender, m->gender)) {
      several = several || (other != NSP_NONE && other != named);
      other = named;
    }
  }
  return !subject ? chain : several ? NSP_NONE : other;
}

/* Who has the role, or a broader one; of firms rather the one that the text named since. */
static uint32_t any_holder(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *m = &c->document->mentions.items[mention];
  bool plural = m->number == NSP_NUMBER_PLURAL;
  uint32_t chain = holder(c, m, m->concept);
  if (chain == NSP_NONE && !plural) chain = holder(c, m, m->broad);
  if (chain == NSP_NONE && plural && m->flags & NSP__MENTION_DEFINITE)
    chain = holder(c, m, nsp__plural_concept(m->concept)); /* "the officials" are those named before */
  if (plural || !(is_word(c, m, &c->settings.firm_words) || (chain == NSP_NONE && m->kind == NSP_ENTITY_ORGANISATION)))
    return chain;
  uint32_t house = nsp__resolve_house(c, mention);
  return chain == NSP_NONE || (house != NSP_NONE && c->chains.items[house].last > c->chains.items[chain].last) ? house
                                                                                                               : chain;
}

/* "That farmer, Joe Roe": who had no name so far. */
static uint32_t nobody_so_far(nsp__coreference *c, const nsp__mention *m) {
  if (!(m->flags & NSP__MENTION_DEFINITE) || m->possessor != NSP_NONE) return NSP_NONE;
  uint32_t nobody = holder(c, m, m->concept);
  return nobody != NSP_NONE && c->chains.items[nobody].named == NSP_NONE ? nobody : NSP_NONE;
}

/* "The deputy head of China's delegation": who is told apart by a name of somebody else was not named before; but "the
 * former head of Acme" tells more of one who was, and "Speaker of the House Ann Roe" is named right behind. */
static bool has_named_complement(const nsp__coreference *c, uint32_t mention) {
  const nsp__mention *items = c->document->mentions.items, *m = &items[mention];
  uint32_t count = c->document->mentions.count, next = mention + 1;
  if (!(m->flags & NSP__MENTION_PERSONAL) || m->full_end <= m->end || next >= count ||
      items[next].first >= m->full_end || items[next].form != NSP_MENTION_NAME)
    return false;
  for (uint32_t i = m->first; i < m->head; i++)
    if (nsp__is_word(&c->settings.formerly, c->document->tokens.items[i].hash)) return false;
  for (; next < count && items[next].first <= m->full_end; next++)
    if (items[next].kind == NSP_ENTITY_PERSON && items[next].first > m->end + 1) return false;
  return true;
}

/* "The state's party leader": owned by something that is no mention of its own. */
static bool is_owned(const nsp__coreference *c, const nsp__mention *m) {
  return m->first && nsp__is_genitive(c->analysis, &c->document->tokens.items[m->first - 1]);
}

/* A description that the text gave nobody. */
static uint32_t resolve_description(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *m = &c->document->mentions.items[mention];
  uint32_t chain = NSP_NONE;
  if ((m->kind != NSP_ENTITY_PERSON && m->kind != NSP_ENTITY_UNKNOWN) || m->possessor != NSP_NONE) return NSP_NONE;
  const nsp__token *head = &c->document->tokens.items[m->head];
  if (m->kind == NSP_ENTITY_UNKNOWN && head->shape & NSP__SHAPE_CAPITAL && !is_native(c, m, head)) return NSP_NONE;
  if (!nsp__may_describe(c, m)) return NSP_NONE; /* "the poll", "54 percent of voters" */
  bool owned = is_owned(c, m);
  if (m->country && m->flags & NSP__MENTION_DEFINITE && !owned) chain = compatriot(c, mention);
  if (chain != NSP_NONE) return chain;
  chain = !m->country && m->full_end == m->end && !nsp__means_anybody(c, m) ? only_person(c, mention) : NSP_NONE;
  /* "The author" of a line of credits is nobody of the text. */
  uint32_t block = c->document->sentences.items[m->sentence].block;
  if (block < c->document->blocks.count && c->document->blocks.items[block].kind == NSP_BLOCK_CREDIT) return chain;
  /* Who speaks under a description that nobody had so far is most often whom the text is about. */
  bool goes_on = nsp__means_anybody(c, m) && m->flags & NSP__MENTION_DEFINITE && m->flags & NSP__MENTION_SUBJECT;
  if (chain == NSP_NONE && has_named_complement(c, mention)) return chain;
  if (chain == NSP_NONE && (c->quote_at[mention] != NSP_NONE || goes_on)) chain = nsp__resolve_pronoun(c, mention);
  if (chain == NSP_NONE || (owned && c->chains.items[chain].role_count)) return NSP_NONE;
  return not_the_subject(c, mention, chain);
}

uint32_t nsp__resolve_nominal(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *m = &c->document->mentions.items[mention];
  bool plural = m->number == NSP_NUMBER_PLURAL;
  if (m->flags & NSP__MENTION_INDEFINITE) return NSP_NONE;
  if (m->flags & NSP__MENTION_NAMED) return nobody_so_far(c, m);
  if (m->age && m->flags & NSP__MENTION_DEFINITE) {
    uint32_t aged = of_age(c, m);
    if (aged != NSP_NONE) return aged;
  }
  /* "54 percent": a number without an article counts others each time */
  const nsp__token *number = &c->document->tokens.items[m->head > m->first ? m->head - 1 : m->first];
  if (!(m->flags & (NSP__MENTION_DEFINITE | NSP__MENTION_DUAL)) && number->shape & NSP__SHAPE_NUMBER) return NSP_NONE;
  if (plural && m->flags & NSP__MENTION_DUAL) return nsp__resolve_pair(c, mention, m->concept);
  bool definite = m->flags & NSP__MENTION_DEFINITE || c->bare_nouns;
  if (!definite && plural) return NSP_NONE;
  uint32_t chain = any_holder(c, mention), two[2];
  if (chain != NSP_NONE) return chain;
  if (m->possessor != NSP_NONE && !plural) chain = kin_inverse(c, m);
  if (chain != NSP_NONE) return chain;
  if (m->possessor != NSP_NONE && !plural && is_kin(c, m)) return same_family(c, m);
  if (!plural) return resolve_description(c, mention);
  bool persons = m->flags & NSP__MENTION_PERSONAL && two_holders(c, m->concept, two);
  return persons ? nsp__resolve_pair(c, mention, m->concept) : NSP_NONE;
}

/* "A judge refused. … Judge Ann Roe was not persuaded": there is one judge to a story, most often, and news tells who
 * it is when the name is needed. Bound: NSP__MOST_CANDIDATES holders. */
uint32_t nsp__resolve_role(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *m = &c->document->mentions.items[mention];
  uint32_t found = NSP_NONE, seen = 0;
  bool unique = false;
  for (uint32_t i = m->role_first; i < m->role_end && i < m->end; i++)
    unique = unique || nsp__is_word(&c->settings.unique_roles, c->document->tokens.items[i].hash);
  const nsp__link *link = unique && m->concept ? nsp__index_newest(&c->roles, m->concept) : NULL;
  for (; link && seen < NSP__MOST_CANDIDATES; link = nsp__index_older(&c->roles, link), seen++) {
    uint32_t chain = nsp__chain_root(c, link->chain);
    const nsp__chain *x = &c->chains.items[chain];
    const nsp__mention *first = &c->document->mentions.items[x->first];
    if (chain == found || !fits(c, x, m, m->concept)) continue;
    if (x->named != NSP_NONE || found != NSP_NONE) return NSP_NONE; /* there are two */
    uint32_t since = m->sentence - c->document->mentions.items[x->last].sentence;
    if (since > 0 && since <= NSP__PRONOUN_SENTENCES && x->number != NSP_NUMBER_PLURAL &&
        first->possessor == NSP_NONE && first->form == NSP_MENTION_NOMINAL && !(first->flags & NSP__MENTION_QUOTED))
      found = chain;
  }
  return found;
}

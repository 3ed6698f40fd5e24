/* Nominals: a noun that can speak, with its modifiers and its determiner: "the French president", "both sides". */
#include "entity/finder.h"
#include "syntax/tags.h"

static bool stops(const nsp__finder *f, uint32_t at) {
  uint32_t bits = f->cells[at].bits;
  if (bits & NSP__CELL_PHRASE) return false;
  if (bits & (NSP__CELL_MARK | NSP__CELL_PREPOSITION | NSP__CELL_CONJUNCTION | NSP__CELL_GENITIVE | NSP__CELL_PRONOUN))
    return true;
  return bits & NSP__CELL_VERB && !(bits & NSP__CELL_NOUN);
}

/* Words that surely belong to the noun behind them: names, adjectives of places, other nouns that speak. */
static bool modifies(const nsp__finder *f, uint32_t at) {
  uint32_t bits = f->cells[at].bits;
  if (f->tokens[at].tag == NSP__TAG_ADJ || f->tokens[at].tag == NSP__TAG_NOUN) return !stops(f, at);
  if (bits & NSP__CELL_CAPITAL && f->genitive_names) return bits & (NSP__CELL_DEMONYM | NSP__CELL_PHRASE);
  if (bits & NSP__CELL_CAPITAL)
    return !(bits & NSP__CELL_SMALL) || bits & (NSP__CELL_DEMONYM | NSP__CELL_PROPER | NSP__CELL_PHRASE);
  /* "police chief"; where roles stand before their complements a noun before a noun is another phrase. */
  return bits & (NSP__CELL_DEMONYM | NSP__CELL_PHRASE | (f->genitive_names ? 0u : (uint32_t)NSP__CELL_NOUN));
}

static bool is_possessive(const nsp__finder *f, uint32_t at) {
  if (!nsp__cell_is(f, at, NSP__CELL_PRONOUN)) return false;
  const nsp__lexeme *lexeme = nsp__pack_lexeme(f->analysis->language, f->tokens[at].word);
  return lexeme && lexeme->tags & NSP__SAYS(POSSESSIVE);
}

/* "Local residents" at the start of a clause: one word before the noun that is no noun or name is its adjective. */
static uint32_t from_opening(const nsp__finder *f, uint32_t opening, uint32_t head, uint32_t sure) {
  if (head - opening != 1 || nsp__cell_is(f, opening, NSP__CELL_NOUN | NSP__CELL_PROPER | NSP__CELL_GIVEN)) return sure;
  return f->cells[opening].bits & NSP__CELL_SMALL ? sure : opening;
}

/* Bound: NSP__LONGEST_NOMINAL tokens back. */
uint32_t nsp__nominal_start(const nsp__finder *f, uint32_t head) {
  uint32_t sure = head;
  for (uint32_t i = head; i > f->first && head - i < NSP__LONGEST_NOMINAL;) {
    uint32_t bits = f->cells[--i].bits;
    if (is_possessive(f, i)) return i + 1; /* "his physician": he is a mention of his own */
    if (bits & NSP__CELL_DETERMINER && !(bits & NSP__CELL_PHRASE)) {
      while (i > f->first && nsp__cell_is(f, i - 1, NSP__CELL_DETERMINER) &&
             !nsp__cell_is(f, i - 1, NSP__CELL_CONJUNCTION) && !is_possessive(f, i - 1) &&
             head - i < NSP__LONGEST_NOMINAL)
        i--;
      return i;
    }
    if (stops(f, i)) {
      /* Up to a possessor everything between is the noun's; elsewhere only what surely is. */
      bool owned = bits & NSP__CELL_GENITIVE;
      if (bits & NSP__CELL_MARK) return i + 1 < head ? from_opening(f, i + 1, head, sure) : sure;
      /* but "to praise | Mrs. Roe", where the word may be a verb */
      bool led = bits & NSP__CELL_PREPOSITION && !f->noun_capitals &&
                 !(nsp__cell_is(f, head, NSP__CELL_TITLE) && nsp__cell_is(f, head, NSP__CELL_CAPITAL));
      return owned || led ? i + 1 : sure;
    }
    if (sure == i + 1 && modifies(f, i)) sure = i;
    if (i == f->first) return from_opening(f, i, head, sure);
  }
  return sure;
}

/* Some languages write one and several the same ("Minister"): one, unless only several are meant. */
static bool is_plural(uint32_t bits) {
  if (bits & NSP__CELL_SINGULAR) return false;
  return bits & NSP__CELL_PLURAL || (bits & NSP__CELL_GROUP && !(bits & NSP__CELL_ROLE));
}

/* "The senator heads the committee": one, and then a word that is a plural or a verb, and then an article: a verb. */
static bool is_verb_form(const nsp__finder *f, uint32_t at) {
  return is_plural(f->cells[at].bits) && nsp__cell_is(f, at - 1, NSP__CELL_ROLE) &&
         !nsp__cell_is(f, at - 1, NSP__CELL_PLURAL) && at + 1 < f->end && nsp__cell_is(f, at + 1, NSP__CELL_DETERMINER);
}

/* The last noun of a row of nouns that begins at `head`: "the police chief". Bound: NSP__LONGEST_NOMINAL tokens ahead.
 */
static uint32_t last_noun(const nsp__finder *f, uint32_t head) {
  uint32_t end = f->end - head > NSP__LONGEST_NOMINAL ? head + NSP__LONGEST_NOMINAL : f->end;
  while (head + 1 < end && nsp__cell_is(f, head + 1, NSP__CELL_NOUN) &&
         !nsp__cell_is(f, head + 1, NSP__CELL_VERB | NSP__CELL_PREPOSITION) && !f->genitive_names &&
         !is_verb_form(f, head + 1) &&
         (!nsp__cell_is(f, head + 1, NSP__CELL_CAPITAL) || nsp__cell_is(f, head, NSP__CELL_CAPITAL)))
    head++;
  while (head + 1 < end && nsp__cell_is(f, head, NSP__CELL_PHRASE)) head++;
  return head;
}

static nsp_entity_kind kind_of(uint32_t bits) {
  if (bits & NSP__CELL_ANONYMOUS) return NSP_ENTITY_ANONYMOUS;
  if (bits & NSP__CELL_ROLE) return is_plural(bits) ? NSP_ENTITY_GROUP : NSP_ENTITY_PERSON;
  if (bits & (NSP__CELL_GROUP | NSP__CELL_DEMONYM)) return NSP_ENTITY_GROUP;
  if (bits & NSP__CELL_TITLE && !(bits & NSP__CELL_NOUN)) return NSP_ENTITY_PERSON; /* "the Countess" */
  return bits & NSP__CELL_ORGANISATION ? NSP_ENTITY_ORGANISATION : NSP_ENTITY_DOCUMENT;
}

bool nsp__is_definite(const nsp__finder *f, uint32_t at) {
  const nsp__lexeme *lexeme = nsp__pack_lexeme(f->analysis->language, f->tokens[at].word);
  return lexeme && lexeme->tags & NSP__SAYS(ARTICLE) && !(lexeme->tags & NSP__SAYS(INDEFINITE)) &&
         !(f->tokens[at].shape & NSP__SHAPE_NUMBER);
}

static void type_nominal(const nsp__finder *f, nsp__mention *m) {
  uint32_t bits = f->cells[m->head].bits;
  m->form = NSP_MENTION_NOMINAL;
  m->kind = (uint8_t)kind_of(bits);
  m->person = 3;
  if (bits & NSP__CELL_ANONYMOUS) m->flags |= NSP__MENTION_ANONYMOUS;
  if (bits & NSP__CELL_ROLE || m->kind == NSP_ENTITY_PERSON) m->flags |= NSP__MENTION_PERSONAL;
  if (!(bits & NSP__CELL_FEMALE) != !(bits & NSP__CELL_MALE))
    m->gender = bits & NSP__CELL_FEMALE ? NSP_GENDER_FEMALE : NSP_GENDER_MALE;
  const nsp__lexeme *article = nsp__pack_lexeme(f->analysis->language, f->tokens[m->first].word);
  if (!m->gender && bits & NSP__CELL_ROLE && article && m->first < m->head &&
      !(article->tags & NSP__SAYS(POSSESSIVE))) /* "la ministre", but not "her counterpart" */
    m->gender = !(article->tags & NSP__SAYS(FEMALE)) == !(article->tags & NSP__SAYS(MALE)) ? NSP_GENDER_UNKNOWN
                : article->tags & NSP__SAYS(FEMALE)                                        ? NSP_GENDER_FEMALE
                                                                                           : NSP_GENDER_MALE;
  m->number = is_plural(bits) ? NSP_NUMBER_PLURAL : NSP_NUMBER_SINGULAR;
  for (uint32_t i = m->first; i < m->end; i++) {
    const nsp__lexeme *lexeme = nsp__pack_lexeme(f->analysis->language, f->tokens[i].word);
    if (lexeme && lexeme->tags & NSP__SAYS(DUAL)) m->flags |= NSP__MENTION_DUAL;
  }
  bool determined = nsp__cell_is(f, m->first, NSP__CELL_DETERMINER);
  bool owned = m->first > f->first && nsp__cell_is(f, m->first - 1, NSP__CELL_GENITIVE | NSP__CELL_PRONOUN);
  if (owned || (determined && nsp__is_definite(f, m->first)))
    m->flags |= NSP__MENTION_DEFINITE;
  else if (determined)
    m->flags |= NSP__MENTION_INDEFINITE;
}

/* A singular noun without determiner is no nominal in languages with articles ("as president"), and nouns that are
 * also verbs or common words need one. */
static bool stands(const nsp__finder *f, uint32_t start, uint32_t head) {
  uint32_t bits = f->cells[head].bits;
  bool verb_follows = head + 1 < f->end && nsp__cell_is(f, head + 1, NSP__CELL_VERB);
  if (bits & NSP__CELL_WEAK && start == head) return bits & NSP__CELL_OPENING || verb_follows;
  if (nsp__cell_is(f, start, NSP__CELL_DETERMINER) || f->bare_nouns) return true;
  if (start > f->first && nsp__cell_is(f, start - 1, NSP__CELL_GENITIVE | NSP__CELL_PRONOUN)) return true;
  /* "del sindaco", "du maire": the article is in the preposition. */
  if (f->genitive_names && bits & NSP__CELL_ROLE && start > f->first &&
      nsp__cell_is(f, start - 1, NSP__CELL_PREPOSITION))
    return true;
  if (bits & NSP__CELL_PLURAL) return true;
  if (bits & NSP__CELL_ORGANISATION) return start < head;
  if (bits & NSP__CELL_ROLE)
    return start < head || nsp__cell_is(f, head, NSP__CELL_CAPITAL | NSP__CELL_OPENING) ||
           (head + 1 < f->end && nsp__cell_is(f, head + 1, NSP__CELL_CAPITAL)) ||
           (start > f->first && nsp__cell_is(f, start - 1, NSP__CELL_MARK));
  return start < head;
}

/* "Named Thomas Quillen president": behind a person's whole name, and without an article, a role of one is not his
 * spokesman or the like, but his own. */
static bool appoints(nsp__finder *f, uint32_t start, uint32_t head) {
  if (f->genitive_names || f->noun_capitals || head < start + 2 || f->heading) return false;
  if (nsp__cell_is(f, head, NSP__CELL_CAPITAL) || !nsp__cell_is(f, head, NSP__CELL_ROLE) ||
      is_plural(f->cells[head].bits))
    return false;
  const nsp__mention *last = nsp__finder_last(f);
  return last && last->form == NSP_MENTION_NAME && last->kind == NSP_ENTITY_PERSON && last->first == start &&
         last->end == head && last->name_end - last->name_first > 1 &&
         !(start > f->first && nsp__cell_is(f, start - 1, NSP__CELL_DETERMINER));
}

bool nsp__nominal_add(nsp__finder *f, uint32_t at, uint32_t *next) {
  *next = at + 1;
  if (at > f->first && is_verb_form(f, at)) return true;
  uint32_t head = last_noun(f, at);
  /* "Roe and Ng both": a determiner by itself takes no name before it */
  bool alone =
      nsp__cell_is(f, head, NSP__CELL_DETERMINER) && head > f->first && nsp__cell_is(f, head - 1, NSP__CELL_CAPITAL);
  uint32_t start = alone ? head : nsp__nominal_start(f, head);
  *next = head + 1;
  if (appoints(f, start, head)) start = head;
  if (!stands(f, start, head)) return true;
  nsp__finder_take_back(f, start);
  nsp__mention *last = nsp__finder_last(f);
  if (last && last->end > start) start = last->end;
  if (start > head) return true;
  nsp__mention *m = nsp__finder_add(f, start, head + 1, head);
  if (!m) return false;
  nsp__pack_ask_records(f->analysis->language, f->cells[head].word); /* for its concept, at the sentence's end */
  type_nominal(f, m);
  return true;
}

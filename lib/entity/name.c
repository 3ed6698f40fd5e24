/* Names: a run of capitalised words, cut into titles and roles, and the name itself. */
#include "entity/finder.h"

#define NAME_BITS                                                                                   \
  (NSP__CELL_PROPER | NSP__CELL_GIVEN | NSP__CELL_TITLE | NSP__CELL_ROLE | NSP__CELL_ORGANISATION | \
   NSP__CELL_DEMONYM | NSP__CELL_PHRASE)

/* Initial, title or abbreviation whose full stop goes on within a name. */
static bool takes_full_stop(const nsp__finder *f, uint32_t at) {
  const nsp__token *t = &f->tokens[at];
  if (at + 2 > f->end || f->tokens[at + 1].punct != NSP__MARK_PERIOD ||
      f->tokens[at + 1].shape & NSP__SHAPE_SPACE_BEFORE)
    return false;
  if (t->end - t->start <= 2) return true;
  return nsp__cell_is(f, at, NSP__CELL_TITLE | NSP__CELL_SUFFIX) ||
         nsp__pack_has(f->analysis->language, t->word, NSP__CLASS_ABBREVIATION);
}

/* "Ann A. Roe": a letter and a full stop, whatever the letter alone may mean. */
static bool is_initial(const nsp__finder *f, uint32_t at) {
  const nsp__token *t = &f->tokens[at];
  return t->end - t->start >= 2 && t->end - t->start <= 3 && f->analysis->text[t->end - 1] == '.';
}

/* A reporting verb and nothing else: within a sentence it has no reason for a capital but being a name ("Harlan Crow").
 * So has a noun of saying before a firm's form ("Kestrel Paper Co."). */
static bool is_cue_only(const nsp__finder *f, uint32_t at) {
  const nsp__lexeme *lexeme = nsp__pack_lexeme(f->analysis->language, f->tokens[at].word);
  uint64_t other = NSP__LISTED(FUNCTION) | NSP__LISTED(MONTH) | NSP__LISTED(STARTER) | NSP__LISTED(FREQUENT);
  uint64_t cue = NSP__LISTED(CUE_VERB);
  if (at + 1 < f->end && nsp__cell_is(f, at + 1, NSP__CELL_SUFFIX))
    cue |= NSP__LISTED(CUE_NOUN) | NSP__LISTED(MEDIUM_NOUN);
  return lexeme && lexeme->classes & cue && !(lexeme->classes & other);
}

static bool is_pronoun_only(const nsp__finder *f, uint32_t at) {
  return nsp__cell_is(f, at, NSP__CELL_PRONOUN) && !nsp__cell_is(f, at, NAME_BITS);
}

/* "De Boer", "Von der Leyen": a particle with a capital within a sentence, or before a known name. */
static bool leads_surname(const nsp__finder *f, uint32_t at) {
  uint32_t i = at + 1;
  while (i < f->end && i - at < 3 && nsp__cell_is(f, i, NSP__CELL_PARTICLE)) i++;
  if (i >= f->end || !nsp__cell_is(f, i, NSP__CELL_CAPITAL)) return false;
  if (!nsp__cell_is(f, at, NSP__CELL_PARTICLE) && !nsp__finder_knows(f, i)) return false;
  if (nsp__cell_is(f, at, NSP__CELL_OPENING)) return nsp__finder_knows(f, i) && i > at + 1;
  return i == at + 1;
}

/* Can a capitalised word begin a name where it stands? */
static bool can_begin(const nsp__finder *f, uint32_t at) {
  uint32_t bits = f->cells[at].bits;
  if (!(bits & NSP__CELL_CAPITAL) || is_pronoun_only(f, at)) return false;
  if (bits & (NSP__CELL_PROPER | NSP__CELL_TITLE | NSP__CELL_PHRASE)) return true;
  bool next_capital = at + 1 < f->end && nsp__cell_is(f, at + 1, NSP__CELL_CAPITAL) &&
                      !(f->cells[at + 1].bits & NSP__CELL_SMALL && !nsp__cell_is(f, at + 1, NAME_BITS));
  if (bits & NSP__CELL_SUFFIX && !next_capital && !(bits & (NSP__CELL_PROPER | NSP__CELL_GIVEN))) return false;
  if (bits & NSP__CELL_GIVEN) {
    if (bits & NSP__CELL_OPENING &&
        bits & (NSP__CELL_VERB | NSP__CELL_DETERMINER | NSP__CELL_PREPOSITION | NSP__CELL_CONJUNCTION))
      return false;
    bool month = nsp__pack_has(f->analysis->language, f->tokens[at].word, NSP__CLASS_MONTH);
    if (bits & NSP__CELL_OPENING && bits & NSP__CELL_WEAK && bits & NSP__CELL_SMALL && !month) return false;
    if (!next_capital && month) return false; /* but "April Orton" */
    return !(bits & (NSP__CELL_WEAK | NSP__CELL_SMALL)) || next_capital || !(bits & NSP__CELL_OPENING);
  }
  uint32_t particle = NSP__CELL_PARTICLE | (f->genitive_names || f->noun_capitals ? 0u : NSP__CELL_DETERMINER);
  if (bits & particle && !f->heading && leads_surname(f, at)) return true;
  if (bits & NSP__CELL_SMALL && !nsp__cell_is(f, at, NAME_BITS)) return false;
  if (f->noun_capitals)
    return bits & (NSP__CELL_ROLE | NSP__CELL_ORGANISATION | NSP__CELL_DEMONYM) || nsp__finder_knows(f, at) ||
           f->tokens[at].shape & NSP__SHAPE_ALL_CAPS;
  if (f->heading) return nsp__cell_is(f, at, NAME_BITS) || nsp__finder_knows(f, at);
  bool firm = at + 2 < f->end && f->tokens[at + 1].punct == NSP__MARK_SYMBOL &&
              f->analysis->text[f->tokens[at + 1].start] == '&' && nsp__cell_is(f, at + 2, NSP__CELL_CAPITAL);
  if (bits & NSP__CELL_OPENING && !next_capital && !firm && !nsp__cell_is(f, at, NAME_BITS))
    return nsp__finder_knows(f, at) || f->tokens[at].shape & (NSP__SHAPE_ALL_CAPS | NSP__SHAPE_JOINED);
  return true;
}

/* Does the capitalised word go on a name whose word before it is `before`? */
static bool can_continue(const nsp__finder *f, uint32_t at, uint32_t before) {
  uint32_t bits = f->cells[at].bits;
  if (!(bits & NSP__CELL_CAPITAL) || is_pronoun_only(f, at)) return false;
  if ((f->tokens[at].shape ^ f->tokens[before].shape) & NSP__SHAPE_NON_LATIN &&
      !nsp__cell_is(f, before, NSP__CELL_MARK))
    return false; /* another script begins another name */
  /* "Ann Roe Tells Mayors": in a headline a first name and another word are all, unless the text has the third. */
  if (f->heading && before > f->first && nsp__cell_is(f, before - 1, NSP__CELL_GIVEN) &&
      nsp__cell_is(f, before, NSP__CELL_CAPITAL) && !nsp__cell_is(f, at, NSP__CELL_SUFFIX))
    return nsp__finder_knows(f, at) && !nsp__cell_is(f, at, NSP__CELL_NOUN);
  if (nsp__cell_is(f, at, NAME_BITS)) return true;
  bool after_name = nsp__cell_is(f, before, NSP__CELL_GIVEN | NSP__CELL_TITLE | NSP__CELL_PARTICLE) ||
                    nsp__cell_is(f, before, NSP__CELL_MARK);
  if (is_initial(f, at) && at + 1 < f->end && nsp__cell_is(f, at + 1, NSP__CELL_CAPITAL)) return true;
  if (is_cue_only(f, at) && !f->heading && !f->noun_capitals) return true; /* "Harlan Crow" */
  if (bits & NSP__CELL_SMALL) return after_name && !nsp__cell_is(f, before, NSP__CELL_PLACE);
  if (f->heading && !after_name) return nsp__finder_knows(f, at);
  if (!f->noun_capitals) return true;
  return after_name || nsp__cell_is(f, before, NSP__CELL_ROLE) || nsp__finder_knows(f, at);
}

/* Lower-case particles ("von der", "bin", "de la") from `at` on that lead to another part of the name: where it is. */
static uint32_t behind_particles(const nsp__finder *f, uint32_t at, uint32_t before) {
  uint32_t i = at;
  bool grammatical = false; /* also a preposition or an article: only within a person's name */
  uint32_t particle = NSP__CELL_PARTICLE | (f->genitive_names ? 0u : NSP__CELL_DETERMINER); /* "Karin de Boer" */
  while (i < f->end && i - at < 3 && nsp__cell_is(f, i, particle) && !(f->tokens[i].shape & NSP__SHAPE_NUMBER) &&
         !nsp__cell_is(f, i, NSP__CELL_CONJUNCTION | NSP__CELL_CAPITAL)) {
    if (nsp__cell_is(f, i, NSP__CELL_PREPOSITION | NSP__CELL_DETERMINER)) grammatical = true;
    /* An article leads a surname in Dutch ("Karin de Boer"), an apposition where roles stand behind names. */
    if (i == at && f->genitive_names && nsp__cell_is(f, i, NSP__CELL_DETERMINER) &&
        !nsp__cell_is(f, i, NSP__CELL_PREPOSITION))
      return at;
    i++;
  }
  if (i == at || i >= f->end || !nsp__cell_is(f, i, NSP__CELL_CAPITAL) || nsp__cell_is(f, i, NSP__CELL_PROPER))
    return at;
  return !grammatical || nsp__cell_is(f, before, NSP__CELL_GIVEN) ? i : at;
}

/* "of" behind a word for an organisation ("Ministry of Foreign Affairs"): where the name goes on. */
static uint32_t behind_of(const nsp__finder *f, uint32_t at, uint32_t before) {
  if (at >= f->end || !nsp__finder_is_of(f, at)) return at;
  if (!nsp__cell_is(f, before, NSP__CELL_ORGANISATION) || !nsp__cell_is(f, before, NSP__CELL_CAPITAL)) return at;
  /* "Pharvalis AG of Basel": behind a firm's form its seat is said */
  bool form = nsp__cell_is(f, before, NSP__CELL_SUFFIX) &&
              (f->tokens[before].shape & NSP__SHAPE_ALL_CAPS || f->tokens[at - 1].punct == NSP__MARK_PERIOD ||
               f->analysis->text[f->tokens[before].end - 1] == '.');
  if (form) return at;
  uint32_t i = at + 1;
  if (i < f->end && nsp__cell_is(f, i, NSP__CELL_DETERMINER) && !nsp__cell_is(f, i, NSP__CELL_CAPITAL)) i++;
  return i < f->end && nsp__cell_is(f, i, NSP__CELL_CAPITAL) && !nsp__cell_is(f, i, NSP__CELL_SMALL) ? i : at;
}

uint32_t nsp__name_end(const nsp__finder *f, uint32_t at) {
  if (!can_begin(f, at)) return at;
  uint32_t end = at + 1, before = at;
  bool of = false;
  if (takes_full_stop(f, at) && end + 1 < f->end && nsp__cell_is(f, end + 1, NSP__CELL_CAPITAL)) end++;
  while (end < f->end && end - at < NSP__LONGEST_NAME) {
    uint32_t next = end;
    if (f->cells[before].bits & NSP__CELL_PHRASE)
      next = end;
    else if (f->tokens[end].punct == NSP__MARK_SYMBOL && f->analysis->text[f->tokens[end].start] == '&')
      next = end + 1;
    else if (of && nsp__finder_is_and(f, end))
      next = end + 1;
    else if (nsp__cell_is(f, end, NSP__CELL_PARTICLE | NSP__CELL_DETERMINER) &&
             !nsp__cell_is(f, end, NSP__CELL_CAPITAL))
      next = behind_particles(f, end, before);
    if (next == end && !nsp__cell_is(f, end, NSP__CELL_CAPITAL)) {
      next = behind_of(f, end, before);
      of = of || next != end;
      if (next == end) next = nsp__behind_nickname(f, end, before);
    }
    if (next >= f->end || nsp__begins_house(f, at, next)) break;
    if (!(f->cells[before].bits & NSP__CELL_PHRASE) && !can_continue(f, next, next == end ? before : next - 1) &&
        next == end)
      break;
    if (next != end && !nsp__cell_is(f, next, NSP__CELL_CAPITAL)) break;
    before = next;
    end = next + 1;
    if (takes_full_stop(f, before) && end + 1 < f->end &&
        (nsp__cell_is(f, end + 1, NSP__CELL_CAPITAL) || f->tokens[end + 1].punct == NSP__MARK_COMMA))
      end++;
  }
  return end;
}

/* Is [first, end) a first name before the role's place? Then "King" or "Cook" is a surname. */
static bool has_given(const nsp__finder *f, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++)
    if (nsp__cell_is(f, i, NSP__CELL_GIVEN) && !nsp__cell_is(f, i, NSP__CELL_WEAK | NSP__CELL_PROPER)) return true;
  return false;
}

/* "Primátorka Lhotky Jana Dvořáková": a capitalised complement may stand between the role and the first name. */
static uint32_t behind_complement(const nsp__finder *f, uint32_t first, uint32_t end) {
  if (!f->genitive_names || first >= end || nsp__cell_is(f, first, NSP__CELL_GIVEN)) return first;
  for (uint32_t i = first + 1; i + 1 < end; i++)
    if (nsp__cell_is(f, i, NSP__CELL_GIVEN) && !nsp__cell_is(f, i, NSP__CELL_PROPER)) return i;
  /* "Президент Франции Антуан Дельмас", where the pack knows the place and not the first name */
  bool place = nsp__cell_is(f, first, NSP__CELL_PROPER) && !nsp__cell_is(f, first, NSP__CELL_PHRASE);
  return place && first + 1 < end && nsp__cell_is(f, first + 1, NSP__CELL_CAPITAL) &&
                 !nsp__cell_is(f, first + 1, NSP__CELL_PROPER | NSP__CELL_ORGANISATION)
             ? first + 1
             : first;
}

/* Only words for houses, "Association", "Workers Union", and none that is a surname as well ("Park"). */
static bool is_house(const nsp__finder *f, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++)
    if (!nsp__cell_is(f, i, NSP__CELL_ORGANISATION) || nsp__cell_is(f, i, NSP__CELL_SUFFIX | NSP__CELL_GIVEN))
      return false;
  return first < end;
}

/* Where the name itself begins behind titles and roles; `first` when there are none, `end` when there is nothing else.
 */
static uint32_t name_start(const nsp__finder *f, uint32_t first, uint32_t end) {
  for (uint32_t i = end; i-- > first;) {
    if (!nsp__cell_is(f, i, NSP__CELL_TITLE | NSP__CELL_ROLE) || has_given(f, first, i)) continue;
    if (nsp__cell_is(f, i, NSP__CELL_PHRASE)) continue;          /* "São Paulo": the phrase says what it is */
    if (is_house(f, i + 1, end) && !f->genitive_names) continue; /* "Nurses Association" */
    if (nsp__cell_is(f, i, NSP__CELL_GIVEN) && i + 1 < end) continue;
    /* "Mark Cook", "Mayor Don Guardian" */
    if (i + 1 == end && i > first && nsp__cell_is(f, i - 1, NSP__CELL_GIVEN) &&
        !nsp__cell_is(f, i - 1, NSP__CELL_PROPER))
      continue;
    if (i > first && nsp__cell_is(f, i - 1, NSP__CELL_PARTICLE | NSP__CELL_DETERMINER) &&
        nsp__cell_is(f, i - 1, NSP__CELL_CAPITAL) && !nsp__cell_is(f, i - 1, NSP__CELL_OPENING | NSP__CELL_PHRASE))
      continue;
    bool stop = i + 1 < end && f->tokens[i + 1].punct == NSP__MARK_PERIOD;
    return behind_complement(f, i + 1 + stop, end);
  }
  /* "Striker Ben Roe" at the start of a sentence: a word that is a name nowhere else, and then a first name. */
  if (end - first > 2 && nsp__cell_is(f, first, NSP__CELL_OPENING) && !nsp__finder_knows(f, first) &&
      !nsp__cell_is(f, first, NAME_BITS | NSP__CELL_PARTICLE) && nsp__cell_is(f, first + 1, NSP__CELL_GIVEN) &&
      !nsp__cell_is(f, first + 1, NSP__CELL_WEAK | NSP__CELL_PROPER))
    return first + 1;
  /* "Republican Ann Roe", "Kremlin's Moscow": a first name behind places and adjectives begins the person. */
  for (uint32_t i = first; i + 1 < end; i++) {
    uint32_t bits = f->cells[i].bits;
    if (is_initial(f, i)) break; /* "M. Danny Roe" */
    if (i > first && bits & NSP__CELL_GIVEN && !(bits & (NSP__CELL_WEAK | NSP__CELL_PROPER))) return i;
    if (!(bits & (NSP__CELL_PROPER | NSP__CELL_DEMONYM | NSP__CELL_PHRASE | NSP__CELL_ORGANISATION)) &&
        !(f->tokens[i].shape & NSP__SHAPE_ALL_CAPS && i == first))
      break;
  }
  return first;
}

/* What a name is, by its words and those around it. */
static void type_name(const nsp__finder *f, nsp__mention *m) {
  uint32_t all = 0, words = 0;
  for (uint32_t i = m->name_first; i < m->name_end; i++) {
    all |= f->cells[i].bits;
    words += !nsp__cell_is(f, i, NSP__CELL_MARK);
  }
  uint32_t first = f->cells[m->name_first].bits, last = f->cells[m->name_end - 1].bits;
  bool role = m->role_end > m->role_first;
  bool given = first & NSP__CELL_GIVEN && !(first & NSP__CELL_PROPER && words == 1);
  m->number = NSP_NUMBER_SINGULAR;
  if (first & NSP__CELL_PHRASE && words > 1 && !given) first |= last;
  if (last & NSP__CELL_MEDIUM && !role && !(given && words > 1))
    m->kind = NSP_ENTITY_MEDIUM;
  else if (last & (NSP__CELL_KNOWN | NSP__CELL_METONYM) && !(given && words > 1))
    m->kind = NSP_ENTITY_ORGANISATION;
  else if (role && !(last & NSP__CELL_PLACE && words == 1))
    m->kind = NSP_ENTITY_PERSON;
  else if (all & NSP__CELL_ORGANISATION && !(given && words == 2 && !(last & NSP__CELL_SUFFIX)))
    m->kind = NSP_ENTITY_ORGANISATION;
  else if (last & NSP__CELL_PLACE && !(given && words > 1) && !(last & NSP__CELL_WEAK && words > 1))
    m->kind = NSP_ENTITY_PLACE;
  else if (given && (words > 1 || !(first & NSP__CELL_WEAK)))
    m->kind = NSP_ENTITY_PERSON;
  else if (words == 1 && f->tokens[m->name_first].shape & NSP__SHAPE_ALL_CAPS)
    m->kind = NSP_ENTITY_ORGANISATION;
  else if (m->name_first > f->first && nsp__is_definite(f, m->name_first - 1) && !f->heading)
    m->kind = NSP_ENTITY_ORGANISATION; /* "the Post", but not "a Kennedy" */
  else if (m->name_first > f->first && f->cells[m->name_first - 1].bits & NSP__CELL_ORGANISATION &&
           !nsp__cell_is(f, m->name_first - 1, NSP__CELL_CAPITAL) && !f->noun_capitals && !f->heading)
    m->kind = NSP_ENTITY_ORGANISATION; /* "the drugmaker Novalis" */
  else
    m->kind = NSP_ENTITY_UNKNOWN;
  if (m->kind != NSP_ENTITY_PERSON) return;
  if (first & NSP__CELL_OBLIQUE) m->flags |= NSP__MENTION_OBLIQUE;
  if (given || role) m->flags |= NSP__MENTION_PERSONAL;
  if (given && first & (NSP__CELL_FEMALE | NSP__CELL_MALE) && !role)
    m->gender = first & NSP__CELL_FEMALE ? NSP_GENDER_FEMALE : NSP_GENDER_MALE;
  else if (given && words > 1) /* "Mayor Ashley": a surname */
    m->gender = first & NSP__CELL_FEMALE ? NSP_GENDER_FEMALE : first & NSP__CELL_MALE ? NSP_GENDER_MALE : 0;
}

/* Gender and number from the title or role before a name. */
static void type_role(const nsp__finder *f, nsp__mention *m) {
  for (uint32_t i = m->role_first; i < m->role_end; i++) {
    uint32_t bits = f->cells[i].bits;
    if (bits & NSP__CELL_TITLE) m->flags |= NSP__MENTION_TITLED;
    if (!(bits & (NSP__CELL_TITLE | NSP__CELL_ROLE)) || bits & NSP__CELL_GIVEN) continue;
    /* Masculine nouns are used of women too, and say less than a first name does. */
    if (m->gender && bits & NSP__CELL_ROLE) continue;
    if (!(bits & NSP__CELL_FEMALE) != !(bits & NSP__CELL_MALE))
      m->gender = bits & NSP__CELL_FEMALE ? NSP_GENDER_FEMALE : NSP_GENDER_MALE;
  }
}

/* What may stand in a role's complement: "речник рятувальників", "posłanka opozycji", "presidente de Francia". */
static bool is_complement(const nsp__finder *f, const nsp__mention *m) {
  if (m->form == NSP_MENTION_NAME) return m->kind == NSP_ENTITY_PLACE || m->kind == NSP_ENTITY_ORGANISATION;
  return m->form == NSP_MENTION_NOMINAL &&
         (m->number == NSP_NUMBER_PLURAL || !nsp__cell_is(f, m->head, NSP__CELL_ROLE));
}

/* A nominal that ends where the name begins, or a little before it with only its complement between, is its role. */
static nsp__mention *role_before(nsp__finder *f, uint32_t first, bool person) {
  nsp__mention *last = nsp__finder_last(f);
  while (last && f->genitive_names && person && is_complement(f, last) && first - last->end <= 3 &&
         last > f->analysis->document->mentions.items && last[-1].sentence == f->sentence)
    last--;
  if (!last || last->form != NSP_MENTION_NOMINAL || !nsp__cell_is(f, last->head, NSP__CELL_ROLE)) return NULL;
  if (last->end == first) return last;
  if (!person || !f->genitive_names || first - last->end > 8) return NULL;
  /* "Šéf dopravců Petr Malý": nominative beside nominative; an object would be in another case. */
  bool of = f->bare_nouns && first - last->end <= 3 && !nsp__cell_is(f, first, NSP__CELL_OBLIQUE);
  for (uint32_t i = last->end; i < first; i++) {
    uint32_t bits = f->cells[i].bits;
    if (bits & (NSP__CELL_MARK | NSP__CELL_VERB | NSP__CELL_PRONOUN) && !(bits & NSP__CELL_DETERMINER)) return NULL;
    if (bits & (NSP__CELL_PREPOSITION | NSP__CELL_PARTICLE))
      of = true;
    else if (!of && !(bits & (NSP__CELL_CAPITAL | NSP__CELL_DEMONYM | NSP__CELL_DETERMINER | NSP__CELL_NOUN)))
      return NULL;
  }
  return last;
}

/* Where the person begins behind a role's capitalised complement; `first` when the run is the name itself. */
static uint32_t behind_house(const nsp__finder *f, uint32_t first, uint32_t end) {
  uint32_t behind = behind_complement(f, first, end);
  bool house = nsp__cell_is(f, first, NSP__CELL_PROPER) || f->tokens[first].shape & NSP__SHAPE_ALL_CAPS;
  return behind == first && house && end - first >= 3 && !nsp__cell_is(f, end - 1, NSP__CELL_PROPER) ? first + 1
                                                                                                     : behind;
}

/* "Journalist and author | Ann Roe": another role without an article before the "and" is the same person's. Where it
 * begins; `first` when there is none. */
static uint32_t joined_role(nsp__finder *f, uint32_t first) {
  const nsp__mention *last = nsp__finder_last(f);
  if (first < f->first + 2 || !last || f->bare_nouns || f->genitive_names || f->noun_capitals) return first;
  bool joined = last->end + 1 == first && nsp__cell_is(f, first - 1, NSP__CELL_CONJUNCTION) &&
                last->form == NSP_MENTION_NOMINAL && last->number != NSP_NUMBER_PLURAL &&
                nsp__cell_is(f, last->head, NSP__CELL_ROLE) && !nsp__cell_is(f, last->head, NSP__CELL_PLURAL);
  if (!joined || nsp__cell_is(f, last->first, NSP__CELL_DETERMINER) || nsp__cell_is(f, first, NSP__CELL_DETERMINER) ||
      last->possessor != NSP_NONE)
    return first;
  first = last->first;
  nsp__finder_take_back(f, first);
  return first;
}

bool nsp__name_add(nsp__finder *f, uint32_t first, uint32_t end) {
  uint32_t start = name_start(f, first, end);
  if (start == first && f->genitive_names == false) {
    start = first = nsp__before_particles(f, first);
    nsp__finder_take_back(f, first);
  }
  if (start >= end) return nsp__nominal_add(f, end - 1, &end);
  if (start > first && f->genitive_names && nsp__cell_is(f, end - 1, NSP__CELL_PLACE) &&
      !nsp__cell_is(f, start, NSP__CELL_GIVEN) && nsp__cell_is(f, start - 1, NSP__CELL_ROLE))
    return nsp__nominal_add(f, start - 1, &end); /* "Президент Италии": nobody's name */
  bool only_demonym = end - first == 1 && nsp__cell_is(f, first, NSP__CELL_DEMONYM) &&
                      !nsp__cell_is(f, first, NSP__CELL_PLACE | NSP__CELL_GIVEN);
  if (only_demonym) return !nsp__cell_is(f, first, NSP__CELL_PLURAL) || nsp__nominal_add(f, first, &end);
  bool given = nsp__cell_is(f, start, NSP__CELL_GIVEN) && !nsp__cell_is(f, start, NSP__CELL_WEAK | NSP__CELL_PROPER);
  bool nobody = nsp__cell_is(f, end - 1, NSP__CELL_PROPER | NSP__CELL_ORGANISATION) && !given;
  uint32_t role_first = first, role_end = start;
  const nsp__mention *role = start == first && !nobody ? role_before(f, first, given) : NULL;
  if (role && role->number == NSP_NUMBER_PLURAL && !nsp__name_goes_on(f, end)) role = NULL;
  if (start == first && f->genitive_names && !given && (role || role_before(f, first, false))) {
    /* "голова Залісся Олена Шевчук", "глава МИД Джереми Хант": the place or house of a role that stands before. */
    uint32_t behind = behind_house(f, first, end);
    if (behind > start) {
      role = role_before(f, first, false);
      start = behind;
    }
  }
  if (role) {
    role_first = role->first;
    role_end = start;
    nsp__finder_take_back(f, role->first);
    role_first = joined_role(f, role_first);
  } else if (start > first) {
    role_first = nsp__nominal_start(f, start - 1 - (f->tokens[start - 1].punct == NSP__MARK_PERIOD));
    if (role_first > first) role_first = first;
    nsp__finder_take_back(f, role_first);
  }
  nsp__mention *m = nsp__finder_add(f, role_end > role_first ? role_first : start, end, end - 1);
  if (!m) return false;
  m->form = NSP_MENTION_NAME;
  m->person = 3;
  m->name_first = start;
  m->name_end = end;
  m->role_first = role_first;
  m->role_end = role_end;
  if (m->first < start && nsp__cell_is(f, m->first, NSP__CELL_DETERMINER)) {
    m->role_first++;
    m->flags |= NSP__MENTION_DEFINITE;
  }
  type_name(f, m);
  type_role(f, m);
  if (f->tokens[end - 1].punct == NSP__MARK_PERIOD) m->head = end - 2;
  return true;
}

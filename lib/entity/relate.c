/* What the grammar says of two mentions that stand side by side: possessor, complement, apposition, acronym, list. */
#include "entity/finder.h"

#define LONGEST_COMPLEMENT 12u /* tokens of "of …" behind a noun */
#define LONGEST_AGE 3u         /* tokens between a name and its apposition: ", 45," */
#define LONGEST_LIST 6         /* names joined before an "and" */
#define FARTHEST 4u            /* tokens from a mention's end to the next that it can have to do with: ", 45, a" */

static bool is_comma(const nsp__finder *f, uint32_t at) {
  return at < f->end && f->tokens[at].punct == NSP__MARK_COMMA;
}

static bool is_close(const nsp__finder *f, uint32_t at) {
  return at >= f->end || is_comma(f, at) || f->tokens[at].punct == NSP__MARK_PERIOD ||
         f->tokens[at].punct == NSP__MARK_SEMICOLON || f->tokens[at].shape & NSP__SHAPE_CLOSE_BRACKET ||
         f->tokens[at].punct == NSP__MARK_DASH || f->tokens[at].punct == NSP__MARK_COLON;
}

/* "Macron's", "his": the next mention belongs to it when it begins right behind. */
static void possessor(const nsp__finder *f, nsp__mention *mentions, uint32_t i, uint32_t count) {
  nsp__mention *m = &mentions[i];
  uint32_t behind = m->end, last = behind < f->end ? behind : m->first;
  bool pronoun = m->form == NSP_MENTION_PRONOUN, its = pronoun & ((m->flags & NSP__MENTION_POSSESSIVE) != 0);
  bool genitive = (behind < f->end) & !pronoun & nsp__cell_is(f, last, NSP__CELL_GENITIVE) &
                  !(f->tokens[last].shape & NSP__SHAPE_SPACE_BEFORE);
  if (!(its | genitive)) return;
  if (genitive) m->flags |= NSP__MENTION_POSSESSIVE, behind++;
  if (i + 1 < count && mentions[i + 1].first == behind && mentions[i + 1].form != NSP_MENTION_PRONOUN) {
    uint32_t number = (uint32_t)(m - f->analysis->document->mentions.items);
    mentions[i + 1].possessor = number;
    mentions[i + 1].full_first = m->full_first;
    mentions[i + 1].flags |= NSP__MENTION_DEFINITE;
  }
}

/* "of the ministry", "for Mr Roe", "at Johns Hopkins" behind a noun or a role. Bound: LONGEST_COMPLEMENT tokens. */
static uint32_t complement_end(const nsp__finder *f, uint32_t at) {
  if (at + 1 >= f->end || !(nsp__cell_is(f, at, NSP__CELL_PREPOSITION) || nsp__finder_is_of(f, at))) return at;
  uint32_t i = at;
  while (i < f->end && i - at < LONGEST_COMPLEMENT) {
    uint32_t bits = f->cells[i].bits;
    if (bits & NSP__CELL_PHRASE) {
      i++;
      continue;
    }
    if (bits & NSP__CELL_MARK || (bits & NSP__CELL_CONJUNCTION && !nsp__finder_is_and(f, i))) break;
    if (bits & NSP__CELL_VERB && !(bits & (NSP__CELL_NOUN | NSP__CELL_CAPITAL))) break;
    if (bits & NSP__CELL_PRONOUN && !(bits & NSP__CELL_DETERMINER)) break;
    i++;
  }
  return i - at > 1 && i - at < LONGEST_COMPLEMENT ? i : at;
}

/* Adjectives behind the noun, where they stand there: "el ministro español", "il capitano avversario, …". */
static uint32_t adjectives_end(const nsp__finder *f, uint32_t at) {
  if (!f->genitive_names) return at;
  uint32_t country = NSP__CELL_DEMONYM | (f->bare_nouns ? NSP__CELL_PLACE : 0u); /* "президент Италии" */
  while (at < f->end && nsp__cell_is(f, at, country)) at++;
  /* Up to a comma and a name behind it: "il capitano avversario, Dario Mele", "dyrektor medyczna firmy, Ewa Lis". */
  uint32_t no_complement = NSP__CELL_MARK | NSP__CELL_VERB | NSP__CELL_PREPOSITION | NSP__CELL_CONJUNCTION |
                           NSP__CELL_PRONOUN | NSP__CELL_CAPITAL | NSP__CELL_ROLE;
  uint32_t i = at, most = f->bare_nouns ? 4 : 1;
  while (i < f->end && i - at < most && !nsp__cell_is(f, i, no_complement)) i++;
  return is_comma(f, i) && i + 1 < f->end && nsp__cell_is(f, i + 1, NSP__CELL_CAPITAL) ? i : at;
}

static bool is_role(const nsp__finder *f, const nsp__mention *m) {
  return m->form == NSP_MENTION_NOMINAL && m->number == NSP_NUMBER_SINGULAR && nsp__cell_is(f, m->head, NSP__CELL_ROLE);
}

static bool may_be_person(const nsp__mention *m) {
  return m->form == NSP_MENTION_NAME && (m->kind == NSP_ENTITY_PERSON || m->kind == NSP_ENTITY_UNKNOWN);
}

static void equate(const nsp__finder *f, nsp__mention *later, const nsp__mention *earlier) {
  later->same = (uint32_t)(earlier - f->analysis->document->mentions.items);
}

/* "Ann Roe, 45, of Ohio", "Ann Roe (45)": only people have ages. */
static void aged(const nsp__finder *f, nsp__mention *m) {
  uint32_t before = m->form == NSP_MENTION_NAME ? m->first : m->head; /* "19-year-old Ann Roe", "a 24-year-old woman" */
  const unsigned year_old = NSP__SHAPE_DIGIT | NSP__SHAPE_JOINED;
  if (before > f->first && (f->tokens[before - 1].shape & year_old) == year_old && m->flags & NSP__MENTION_PERSONAL)
    m->age = nsp__age_of(f->analysis->text, &f->tokens[before - 1]);
  const nsp__token *t = &f->tokens[m->end];
  if (m->end + 2 >= f->end || !(t[1].shape & NSP__SHAPE_NUMBER)) return; /* numbers are rarer than names */
  if (m->form != NSP_MENTION_NAME || m->name_end == m->name_first) return;
  if (m->kind != NSP_ENTITY_UNKNOWN && m->kind != NSP_ENTITY_PERSON) return;
  bool brackets = t[0].shape & NSP__SHAPE_OPEN_BRACKET && t[2].shape & NSP__SHAPE_CLOSE_BRACKET;
  bool commas = t[0].punct == NSP__MARK_COMMA && (t[2].punct == NSP__MARK_COMMA || t[2].punct == NSP__MARK_PERIOD);
  if (!(brackets || commas)) return;
  if (!(m->age = nsp__age_of(f->analysis->text, &t[1])) || brackets || m->name_end - m->name_first < 2) return;
  m->kind = NSP_ENTITY_PERSON;
  m->flags |= NSP__MENTION_PERSONAL;
}

/* "…, Roe's friend and adviser, …": a second role behind the first one, and then the phrase is closed. */
static uint32_t behind_second_role(const nsp__finder *f, uint32_t at) {
  if (at >= f->end || !nsp__finder_is_and(f, at)) return at;
  for (uint32_t i = at + 1; i < f->end && i < at + 5; i++)
    if (nsp__cell_is(f, i, NSP__CELL_ROLE) && !nsp__cell_is(f, i, NSP__CELL_PHRASE) &&
        (is_close(f, i + 1) || nsp__cell_is(f, i + 1, NSP__CELL_PRONOUN)))
      return i + 1;
  return at;
}

/* A name, and between commas a description of a house with its article; not the second of a list. */
static bool is_house_of(const nsp__finder *f, const nsp__mention *m, const nsp__mention *next, uint32_t end) {
  if (m->form != NSP_MENTION_NAME || (m->kind != NSP_ENTITY_UNKNOWN && m->kind != NSP_ENTITY_ORGANISATION))
    return false;
  if (next->form != NSP_MENTION_NOMINAL || next->kind != NSP_ENTITY_ORGANISATION || next->number == NSP_NUMBER_PLURAL ||
      !(next->flags & (NSP__MENTION_DEFINITE | NSP__MENTION_INDEFINITE)))
    return false;
  bool list = is_comma(f, end) && end + 1 < f->end && nsp__finder_is_and(f, end + 1);
  return is_close(f, end) && !list && m->full_end == m->end;
}

/* "her husband, Governor Bob Roe | and Ed Lane": somebody's own one is named, and another one joined to him. */
static bool is_own(const nsp__finder *f, const nsp__mention *m, const nsp__mention *next) {
  return m->possessor != NSP_NONE && m->number != NSP_NUMBER_PLURAL && next->kind == NSP_ENTITY_PERSON &&
         next->name_end - next->name_first > 1 && next->full_end < f->end && nsp__finder_is_and(f, next->full_end);
}

/* "Hugh Hill, 45, a doctor at Johns Hopkins, …" and "the president, Emmanuel Macron, …". */
static void apposition(const nsp__finder *f, nsp__mention *m, nsp__mention *next) {
  if (!is_comma(f, m->full_end)) return;
  uint32_t at = m->full_end + 1;
  if (at + 1 < f->end && f->tokens[at].shape & NSP__SHAPE_NUMBER && is_comma(f, at + 1)) at += 2;
  bool young = at + 1 < f->end && f->tokens[at].shape & NSP__SHAPE_DIGIT && next->age; /* ", 19-year-old Ann Roe," */
  if (next->full_first > at + young || next->full_first < m->full_end) return;
  uint32_t end = behind_second_role(f, next->full_end);
  if (may_be_person(m) && is_role(f, next) && (is_close(f, end) || !(next->flags & NSP__MENTION_DEFINITE))) {
    if (!is_close(f, end) && !nsp__cell_is(f, next->full_end, NSP__CELL_CONJUNCTION | NSP__CELL_PRONOUN)) return;
    equate(f, next, m);
    m->full_end = next->full_end;
    if (m->role_end == m->role_first) m->role_first = next->full_first, m->role_end = next->full_end;
    m->kind = NSP_ENTITY_PERSON;
    m->flags |= NSP__MENTION_PERSONAL;
    if (!m->gender) m->gender = next->gender;
  } else if (is_role(f, m) && is_role(f, next) && m->flags & NSP__MENTION_DEFINITE &&
             next->flags & NSP__MENTION_INDEFINITE && is_close(f, end)) { /* "her brother, a thin young man in grey" */
    equate(f, next, m);
    m->full_end = next->full_end;
  } else if (is_house_of(f, m, next, end)) { /* "Alphabet, the parent company of Google, …" */
    equate(f, next, m);
    m->full_end = next->full_end;
    m->kind = NSP_ENTITY_ORGANISATION;
  } else if (is_role(f, m) && may_be_person(next) &&
             (is_close(f, next->full_end) || (f->genitive_names && next->kind == NSP_ENTITY_PERSON) ||
              is_own(f, m, next))) {
    /* "one mother, Ann Roe, yelled", but "a farmer, Kansas, …" */
    bool two = next->name_end - next->name_first > 1 && is_comma(f, next->full_end);
    if (m->flags & NSP__MENTION_INDEFINITE && next->kind != NSP_ENTITY_PERSON && !two) return;
    equate(f, next, m);
    m->flags |= NSP__MENTION_NAMED;
    m->full_end = next->full_end;
    next->role_first = m->first, next->role_end = m->end;
    next->kind = NSP_ENTITY_PERSON;
    next->flags |= NSP__MENTION_PERSONAL;
    if (!next->gender) next->gender = m->gender;
  }
}

/* "International Atomic Energy Agency (IAEA)". */
static void acronym(const nsp__finder *f, const nsp__mention *m, nsp__mention *next) {
  if (m->form != NSP_MENTION_NAME || next->form != NSP_MENTION_NAME || next->first != m->end + 1 ||
      next->end >= f->end || !(f->tokens[m->end].shape & NSP__SHAPE_OPEN_BRACKET) ||
      !(f->tokens[next->end].shape & NSP__SHAPE_CLOSE_BRACKET) || next->end - next->first != 1 ||
      !(f->tokens[next->first].shape & NSP__SHAPE_ALL_CAPS) || m->end - m->first < 2 || m->kind == NSP_ENTITY_PERSON)
    return;
  equate(f, next, m);
  next->kind = m->kind;
}

/* "Schumer and Pelosi", "France, Germany and Italy". */
static void list(const nsp__finder *f, nsp__mention *m, const nsp__mention *next) {
  uint32_t at = m->full_end;
  if (is_comma(f, at)) at++;
  if (at >= f->end || !nsp__finder_is_and(f, at) || m->form != next->form) return;
  at++;
  if (next->full_first == at + 1 && nsp__cell_is(f, at, NSP__CELL_DETERMINER)) at++; /* "the Kremlin and the Élysée" */
  if (next->full_first != at) return;
  m->flags |= NSP__MENTION_JOINED;
  const nsp__mention *all = f->analysis->document->mentions.items;
  for (int n = 0; m > all && n < LONGEST_LIST; n++, m--) { /* "France, | Germany and Italy": names of one kind */
    nsp__mention *before = m - 1;
    if (before->sentence != m->sentence || before->form != NSP_MENTION_NAME || m->form != NSP_MENTION_NAME ||
        before->kind != m->kind || before->full_end + 1 != m->full_first || !is_comma(f, before->full_end))
      return;
    before->flags |= NSP__MENTION_JOINED;
  }
}

/* "Ms Roe, who …": the relative pronoun means the mention before it. */
static void relative(const nsp__finder *f, const nsp__mention *m, nsp__mention *next) {
  if (!(next->flags & NSP__MENTION_RELATIVE)) return;
  uint32_t end = is_role(f, m) ? behind_second_role(f, m->full_end) : m->full_end; /* "a pollster and strategist who" */
  if (next->first > end + 1) return;
  if (next->first == end + 1 && !is_comma(f, end)) return;
  /* "Ann Roe, the head of Farmers for Justice, who": of those whose phrases end here the person, unless another is
   * named */
  const nsp__mention *other = next->same == NSP_NONE ? NULL : &f->analysis->document->mentions.items[next->same];
  bool given = m->form == NSP_MENTION_NAME && nsp__cell_is(f, m->name_first, NSP__CELL_GIVEN);
  if (other && other->flags & NSP__MENTION_PERSONAL && !given) return;
  /* "Senator Ann Roe of Vermont, who": not the state */
  const nsp__mention *before = m > f->analysis->document->mentions.items ? m - 1 : m;
  bool home = !f->genitive_names && m->kind == NSP_ENTITY_PLACE && before->sentence == m->sentence &&
              before->kind == NSP_ENTITY_PERSON && before->end + 1 == m->first && nsp__finder_is_of(f, before->end);
  equate(f, next, home ? before : m);
}

/* "…," said Roe: a verb of saying behind the quotation or its comma, and its subject behind the verb. */
static bool behind_saying(const nsp__finder *f, uint32_t first) {
  if (first < f->first + 2 || !nsp__cell_is(f, first - 1, NSP__CELL_VERB)) return false;
  const nsp__lexeme *verb = nsp__pack_lexeme(f->analysis->language, f->tokens[first - 1].word);
  return verb && verb->tags & NSP__SAYS(SAY) && nsp__cell_is(f, first - 2, NSP__CELL_MARK);
}

/* Without a parser's help: behind a preposition no subject; at the start of a sentence or a clause, before a verb, or
 * behind a verb of saying most often one. */
static void place_in_clause(const nsp__finder *f, nsp__mention *m) {
  if (m->flags & (NSP__MENTION_SUBJECT | NSP__MENTION_OBJECT)) return;
  uint32_t first = m->full_first, before = first - (first > f->first), behind = m->full_end - (m->full_end == f->end);
  bool owner = m->flags & NSP__MENTION_POSSESSIVE, within = first > f->first;
  bool object = within & nsp__cell_is(f, before, NSP__CELL_PREPOSITION);
  bool before_verb = (m->full_end < f->end) & nsp__cell_is(f, behind, NSP__CELL_VERB);
  bool opens = !within | nsp__cell_is(f, first, NSP__CELL_OPENING);
  bool clause = within & (f->tokens[before].punct == NSP__MARK_COMMA) & (m->same == NSP_NONE);
  bool subject = !owner & !object & (opens | before_verb | clause);
  if (within & nsp__cell_is(f, before, NSP__CELL_VERB) & !(subject | object | owner)) subject = behind_saying(f, first);
  m->flags |= (uint16_t)(object * NSP__MENTION_OBJECT | subject * NSP__MENTION_SUBJECT);
}

/* "Roe became a renowned journalist": who is called so from now on. */
static void predicate(const nsp__finder *f, const nsp__mention *m, nsp__mention *next) {
  if (!may_be_person(m) || !is_role(f, next) || !(next->flags & NSP__MENTION_INDEFINITE) || next->same != NSP_NONE)
    return;
  if (next->first != next->full_first || next->first <= m->full_end || next->first > m->full_end + 1) return;
  if (m->flags & (NSP__MENTION_POSSESSIVE | NSP__MENTION_OBJECT)) return;
  uint32_t verb = f->tokens[next->first - 1].hash;
  for (size_t i = 0; i < sizeof f->copulas / sizeof *f->copulas && f->copulas[i]; i++)
    if (f->copulas[i] == verb && (!m->gender || !next->gender || m->gender == next->gender)) equate(f, next, m);
}

/* What the next mention that is not within a mention or its owner is to it. */
static void relate_next(const nsp__finder *f, nsp__mention *m, nsp__mention *next) {
  relative(f, m, next);
  if (next->form == NSP_MENTION_PRONOUN || next->full_first > m->full_end + FARTHEST) return;
  acronym(f, m, next);
  apposition(f, m, next);
  list(f, m, next);
  predicate(f, m, next);
}

void nsp__relate_mentions(nsp__finder *f, uint32_t from) {
  nsp_document *d = f->analysis->document;
  uint32_t count = d->mentions.count - from;
  if (!count) return;
  nsp__mention *mentions = d->mentions.items + from;
  for (uint32_t i = 0; i < count; i++) {
    possessor(f, mentions, i, count);
    aged(f, &mentions[i]);
    if (mentions[i].form == NSP_MENTION_NOMINAL && mentions[i].full_end == mentions[i].end)
      mentions[i].full_end = complement_end(f, adjectives_end(f, mentions[i].end));
  }
  for (uint32_t i = 0; i < count; i++) {
    nsp__mention *m = &mentions[i];
    uint32_t next = i + 1;
    while (next < count && mentions[next].end <= m->full_end) next++; /* those in its complement */
    uint32_t owners = 0; /* "Amina Diallo, the council's director": at most two before the noun itself */
    while (owners++ < 2 && next + 1 < count && mentions[next].flags & NSP__MENTION_POSSESSIVE &&
           mentions[next + 1].possessor == from + next)
      next++;
    if (next < count) relate_next(f, m, &mentions[next]);
    place_in_clause(f, m);
    nsp__mention_concept(f, m);
  }
}

/* Noun phrases where no tree is known: by mentions, small words and punctuation alone. */
#include <string.h>

#include "quote/capital.h"
#include "quote/cue.h"
#include "quote/source.h"
#include "text/fold.h"

enum { PHRASE_LOOK = 24, MOST_SKIPPED = 8, MOST_JOINED = 6, CLAUSE_LOOK = 40 };

#define NO_NOUN                                                                                         \
  (NSP__SAYS(PREPOSITION) | NSP__SAYS(CONJUNCTION) | NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(AUXILIARY) | \
   NSP__SAYS(NEGATION) | NSP__SAYS(ADVERB) | NSP__SAYS(CLITIC))

/* A word that no noun phrase begins or ends with. */
static bool no_noun(const nsp__quoting *q, uint32_t i) {
  return nsp__function(q, i, NO_NOUN) && !nsp__function(q, i, NSP__SAYS(ARTICLE)) &&
         !nsp__listed(q, i, NSP__CLASS_PRONOUN);
}

/* Where a phrase of small words that begins at i ends ("ad un certo punto"); i itself when there is none. *leads: a
 * noun follows that belongs to it ("au cours de …"). */
static uint32_t small_phrase(const nsp__quoting *q, uint32_t i, uint32_t end, bool *leads) {
  const nsp__record *record = NULL;
  nsp__range phrase = nsp__match(q, i, end, NSP__CLASS_FUNCTION, &record);
  *leads = record && (record->tags & NSP__SAYS(PREPOSITION)) != 0;
  return phrase.end > i + 1 ? phrase.end : i;
}

static bool has_property(const nsp__quoting *q, const char *key, const char *value) {
  const char *found = nsp__pack_property(q->pack, key);
  return found && strcmp(found, value) == 0;
}

/* The mention that begins at a token or right behind its article, or NULL. */
const nsp__mention *nsp__mention_opening(const nsp__quoting *q, uint32_t at, uint32_t end) {
  uint32_t m = nsp__mention_from(q->document, at);
  if (m >= q->document->mentions.count) return NULL;
  const nsp__mention *mention = &q->document->mentions.items[m];
  for (int i = 0; i < 3 && m + 1 < q->document->mentions.count && mention[1].possessor == m; i++)
    mention++, m++; /* "son président": not he who owns */
  if (mention->full_first == at + 1 && nsp__function(q, at + 1, NSP__SAYS(ARTICLE)) &&
      !nsp__function(q, at, NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION)))
    return NULL; /* "in serata | il sindaco" */
  if (mention->full_first == at + 1 && nsp__function(q, at, NSP__SAYS(CONJUNCTION)) &&
      !nsp__function(q, at, NSP__SAYS(ARTICLE)))
    return NULL; /* "di Milano | e Cortina" */
  return mention->full_first <= at + 1 && mention->full_end <= end && mention->full_end > at ? mention : NULL;
}

/* A lower-case word that the pack does not know at all: an adjective or a noun, no verb of saying, no small word. */
static bool plain_word(const nsp__quoting *q, uint32_t i) {
  return q->tokens[i].word == NSP__NO_WORD &&
         !(q->tokens[i].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT));
}

/* "Anna Roy et Luc Petit": where the last of the mentions that are joined to this one ends. */
uint32_t nsp__joined_end(const nsp__quoting *q, const nsp__mention *mention, uint32_t end) {
  const nsp__mention *last = q->document->mentions.items + q->document->mentions.count;
  for (int i = 0;
       i < MOST_JOINED && (mention->flags & NSP__MENTION_JOINED) && mention + 1 < last && mention[1].full_end <= end;
       i++)
    mention++;
  uint32_t at = mention->full_end;
  bool adjectives_follow = !has_property(q, "modifiers", "before") && mention->form == NSP_MENTION_NOMINAL;
  return adjectives_follow && at + 1 < end && plain_word(q, at) && nsp__is_punct(q, at + 1) ? at + 1 : at;
}

/* "prof. Nowak", "ministr financí Novák": a stop or words in small letters that no list knows lead on to `next`, where
 * no article does; else `at`. */
static uint32_t behind_complement(const nsp__quoting *q, uint32_t at, uint32_t next) {
  if (next == at + 1 && nsp__is_mark(q, at, NSP__MARK_PERIOD)) return next;
  if (!has_property(q, "articles", "none") || next <= at || next - at > 2) return at;
  for (uint32_t i = at; i < next; i++)
    if (!plain_word(q, i)) return at;
  return next;
}

/* "il sindaco di Ravo Anna Roy": the name that stands right behind a role with its complement; the mention itself:
 * none. */
const nsp__mention *nsp__named_behind(const nsp__quoting *q, const nsp__mention *role, uint32_t end) {
  const nsp__mention *mention = role;
  if (role->role_first == role->role_end && role->form != NSP_MENTION_NOMINAL) return role;
  const nsp__mention *last = q->document->mentions.items + q->document->mentions.count;
  for (int i = 0; i < MOST_JOINED && mention + 1 < last; i++, mention++) {
    if (mention[1].full_first < mention->full_end) continue;
    uint32_t from = behind_complement(q, mention->full_end, mention[1].full_first);
    bool next =
        mention[1].full_first == from && mention[1].full_end <= end && mention[1].name_first < mention[1].name_end;
    return next && mention[1].kind != NSP_ENTITY_PLACE ? mention + 1 : role;
  }
  return role;
}

/* "эксперт, профессор МГУ Анна Белая.": the name in an apposition that ends the clause; the mention itself: none. */
static const nsp__mention *apposed(const nsp__quoting *q, const nsp__mention *mention, uint32_t end) {
  uint32_t comma = mention->full_end;
  if (mention->name_first < mention->name_end || comma + 1 >= end || !nsp__is_mark(q, comma, NSP__MARK_COMMA))
    return mention;
  const nsp__mention *who = nsp__mention_opening(q, comma + 1, end);
  if (!who) return mention;
  who = nsp__named_behind(q, who, end);
  bool named = who->name_first < who->name_end && who->kind == NSP_ENTITY_PERSON;
  return named && (who->full_end >= end || nsp__is_punct(q, who->full_end)) ? who : mention;
}

/* May somebody be named behind this preposition: "сказали в пресс-службе"? */
static bool leads_source(const nsp__quoting *q, uint32_t i) { return nsp__in_property(q, "source_prepositions", i); }

/* "am Rande des Treffens": the end of a genitive that begins at i; i when none does. */
static uint32_t over_genitive(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (i >= end || !(nsp__tags_in(q, i, NSP__CLASS_FUNCTION) & NSP__SAYS(POSSESSIVE))) return i;
  i++;
  while (i < end && !nsp__is_punct(q, i) && !nsp__function(q, i, NO_NOUN | NSP__SAYS(ARTICLE)) &&
         !nsp__mention_opening(q, i, end))
    i++;
  return i;
}

/* Somebody's full name begins here, or somebody's office in a language where nothing else shows where a phrase begins.
 */
static bool role_opens(const nsp__quoting *q, uint32_t i, uint32_t end) {
  const nsp__mention *m = nsp__mention_opening(q, i, end);
  if (m && m->full_first == i && m->name_first == i && m->kind == NSP_ENTITY_PERSON && m->name_end > i + 1) return true;
  return m && has_property(q, "articles", "none") && m->full_first == i && m->role_first < m->role_end &&
         !nsp__ends_in(q, "oblique_endings", m->head);
}

/* Where the phrase behind a preposition ends: "w czwartek | minister", "a margine della riunione". */
static uint32_t behind_prepositional(const nsp__quoting *q, uint32_t first, uint32_t end, const nsp__mention *mention) {
  uint32_t i = first, head;
  if (i < end && nsp__listed(q, i, NSP__CLASS_MONTH)) return i + 1;
  if (i < end && has_property(q, "articles", "none") && nsp__listed(q, i, NSP__CLASS_MEDIUM_NOUN)) return i + 1;
  if (mention) {
    i = mention->full_end;
    while (i < end && !nsp__is_punct(q, i) && !(q->tokens[i].shape & NSP__SHAPE_CAPITAL) &&
           q->tokens[i].word == NSP__NO_WORD)
      i++; /* adjectives behind it */
    if (first == i) i++;
  } else {
    if (i + 1 < end && nsp__function(q, i, NSP__SAYS(ARTICLE))) first = ++i; /* "lors d'une conférence" */
    while (i < end && !nsp__is_punct(q, i) && !nsp__function(q, i, NO_NOUN | NSP__SAYS(ARTICLE)) &&
           (i == first || (nsp__range_empty(nsp__bare_subject(q, i, end, &head)) && !role_opens(q, i, end))))
      i++;
  }
  return over_genitive(q, i, end);
}

/* "burgemeester Jan van Zanen": where a name ends that stands right behind an office, and that no list knows. */
static uint32_t unknown_name(const nsp__quoting *q, const nsp__mention *role, uint32_t end) {
  uint32_t i = role->full_end;
  if (role->form != NSP_MENTION_NOMINAL || role->name_first < role->name_end || nsp__capital_nouns(q)) return i;
  while (i < end && i < role->full_end + MOST_JOINED && q->mark_of[i] == NSP_NONE && !nsp__is_punct(q, i)) {
    bool capital = (q->tokens[i].shape & NSP__SHAPE_CAPITAL) && !nsp__listed(q, i, NSP__CLASS_STARTER);
    bool particle = i > role->full_end && nsp__listed(q, i, NSP__CLASS_PARTICLE) && i + 1 < end;
    if (!capital && !particle) break;
    i++;
  }
  while (i > role->full_end && !(q->tokens[i - 1].shape & NSP__SHAPE_CAPITAL)) i--;
  return i;
}

/* "este miércoles", "nesta quarta-feira", "mercredi": the end of a day; i when none begins there. */
static uint32_t over_day(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (nsp__listed(q, i, NSP__CLASS_MONTH)) return i + 1;
  bool this = i + 1 < end && !nsp__is_punct(q, i) && nsp__listed(q, i + 1, NSP__CLASS_MONTH) &&
              (nsp__function(q, i, NSP__SAYS(ARTICLE)) || !(q->tokens[i].shape & NSP__SHAPE_CAPITAL));
  return this && !nsp__listed(q, i, NSP__CLASS_CUE_VERB) ? i + 2 : i;
}

/* « …, confie, ému, le père »: the end of a word between commas right behind the verb; i when there is none. */
static uint32_t over_aside(const nsp__quoting *q, uint32_t i, uint32_t end) {
  bool aside = i + 3 < end && nsp__is_mark(q, i, NSP__MARK_COMMA) && nsp__is_mark(q, i + 2, NSP__MARK_COMMA) &&
               !(q->tokens[i + 1].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT)) &&
               q->mark_of[i] == NSP_NONE;
  return aside ? i + 3 : i;
}

/* The end of what tells when, where and how, and of who is told, in small phrases; i when none begins there. */
static uint32_t over_small(const nsp__quoting *q, uint32_t i, uint32_t end, bool first) {
  uint32_t next = over_day(q, i, end);
  bool leads = false;
  if (first && next == i) next = over_aside(q, i, end);
  if (next > i) return next;
  if (!first && i + 1 < end && nsp__function(q, i, NSP__SAYS(CONJUNCTION)) &&
      !nsp__function(q, i, NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION))) { /* "di Milano e Cortina" */
    const nsp__mention *joined = nsp__mention_opening(q, i + 1, end);
    if (joined && joined->full_first == i + 1) return joined->full_end;
  }
  next = small_phrase(q, i, end, &leads);
  if (next == i || !leads || next >= end) return next;
  const nsp__mention *mention = nsp__mention_opening(q, next, end);
  if (mention && mention->full_first > next && !nsp__function(q, next, NSP__SAYS(ARTICLE))) mention = NULL;
  return behind_prepositional(q, next, end, mention);
}

/* Where a row of words ends that can be one noun phrase. */
static uint32_t row_end(const nsp__quoting *q, uint32_t i, uint32_t end) {
  uint32_t last = i;
  bool bare = has_property(q, "articles", "none"); /* nothing shows where the next phrase begins: one word, and names */
  while (last < end && last < i + PHRASE_LOOK && !(bare && last > i && plain_word(q, last)) &&
         !nsp__is_punct(q, last) && !no_noun(q, last) &&
         (!nsp__listed(q, last, NSP__CLASS_CUE_VERB) ||
          (last > i && nsp__function(q, last - 1, NSP__SAYS(ARTICLE))))) /* "a nota" */
    last++;
  return last;
}

/* No grammar at hand: adverbs and phrases behind prepositions are walked over ("said on Monday the mayor"), then comes
 * a mention, or a row of words up to a mark, a verb or a function word. */
nsp__range nsp__words_right(const nsp__quoting *q, uint32_t at, uint32_t end, uint32_t *head) {
  nsp__range behind = nsp__no_range(); /* named behind a preposition: counts when nobody else is named */
  uint32_t i = at;
  for (int step = 0; i < end && i < at + PHRASE_LOOK && step < MOST_SKIPPED; step++) {
    uint32_t next = over_small(q, i, end, i == at);
    if (next > i) {
      i = next;
      continue;
    }
    nsp__range somebody = nsp__bare_subject(q, i, end, head);
    if (!nsp__range_empty(somebody)) return somebody;
    const nsp__mention *mention = nsp__mention_opening(q, i, end);
    if (mention && !nsp__function(q, i, NSP__SAYS(PREPOSITION))) {
      mention = nsp__named_behind(q, mention, end);
      mention = apposed(q, mention, end);
      *head = mention->head;
      uint32_t last = unknown_name(q, mention, end);
      if (last > mention->full_end) *head = last - 1;
      return (nsp__range){i, last > mention->full_end ? last : nsp__joined_end(q, mention, end)};
    }
    if (nsp__is_punct(q, i) || nsp__listed(q, i, NSP__CLASS_CUE_VERB) ||
        nsp__function(q, i, NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(INTERROGATIVE)))
      break;
    bool leads = nsp__in_property(q, "document_prepositions", i) && !nsp__capital_nouns(q); /* "nella nota" */
    if (!no_noun(q, i) && !leads) {
      nsp__range row = {i, row_end(q, i, end)};
      *head = row.end - 1;
      return row;
    }
    if (!nsp__function(q, i, NSP__SAYS(PREPOSITION)) || (i == at && nsp__function(q, i, NSP__SAYS(CLITIC)))) {
      i++;
      continue;
    }
    bool source = leads_source(q, i);
    uint32_t first = i + 1;
    mention = first < end ? nsp__mention_opening(q, first, end) : NULL;
    if (mention && mention->full_first > first && !nsp__function(q, first, NSP__SAYS(ARTICLE))) mention = NULL;
    i = behind_prepositional(q, first, end, mention);
    if (source && i > first) {
      behind = (nsp__range){first, i};
      *head = mention ? mention->head : i - 1;
    }
    if (!mention && i == first) i++;
  }
  return behind;
}

/* Words before a comma (`before_comma`) are somebody only when they are known as such. */
nsp__range nsp__words_left(const nsp__quoting *q, uint32_t end, uint32_t first, bool before_comma, uint32_t *head) {
  if (before_comma) return nsp__no_range();
  uint32_t i = end;
  while (i > first && end - i < PHRASE_LOOK && !nsp__is_punct(q, i - 1) && !no_noun(q, i - 1) &&
         !nsp__listed(q, i - 1, NSP__CLASS_CUE_VERB))
    i--;
  if (i > first && nsp__function(q, i - 1, NSP__SAYS(PREPOSITION))) return nsp__no_range();
  nsp__range r = nsp__trim_phrase(q, (nsp__range){i, end});
  if (!nsp__range_empty(r)) *head = r.end - 1;
  return r;
}

/* "hatte der Minister betont", "hat er gesagt": the auxiliary of a verb that ends its clause, far to the left;
 * NSP_NONE. */
static uint32_t far_auxiliary(const nsp__quoting *q, nsp__range bounds, uint32_t verb) {
  for (uint32_t i = verb; i > bounds.first && verb - i < CLAUSE_LOOK; i--) {
    if (nsp__is_punct(q, i - 1) || q->mark_of[i - 1] != q->mark_of[verb]) return NSP_NONE;
    if (nsp__function(q, i - 1, NSP__SAYS(AUXILIARY)) && !nsp__function(q, i - 1, NSP__SAYS(ARTICLE))) return i - 1;
  }
  return NSP_NONE;
}

static bool can_speak(const nsp__mention *m) {
  return m->kind == NSP_ENTITY_PERSON || m->kind == NSP_ENTITY_ORGANISATION || m->kind == NSP_ENTITY_GROUP ||
         m->kind == NSP_ENTITY_MEDIUM || m->kind == NSP_ENTITY_ANONYMOUS || m->kind == NSP_ENTITY_DOCUMENT ||
         (m->form == NSP_MENTION_PRONOUN && m->person == 3);
}

/* Somebody named by the first words of the sentence, when that is before `end`. */
static nsp__source opening_subject(const nsp__quoting *q, nsp__range bounds, uint32_t end) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  const nsp__mention *first = nsp__mention_opening(q, bounds.first, end);
  if (!first || !can_speak(first)) return found;
  found.span = (nsp__range){bounds.first, nsp__joined_end(q, first, end)};
  found.head = first->head;
  return found;
}

static bool behind_preposition(const nsp__quoting *q, nsp__range bounds, nsp__range phrase) {
  if (nsp__range_empty(phrase) || phrase.first == bounds.first) return false;
  return nsp__function(q, phrase.first - 1, NSP__SAYS(PREPOSITION)) && !leads_source(q, phrase.first - 1);
}

/* A phrase behind a preposition is no subject: the noun before it is ("la nota del Ministero"), or whoever opens the
 * sentence ("Roe, visitando la sede della banca, ha detto"). When neither is there, it stays. */
static nsp__source governing(const nsp__quoting *q, nsp__range bounds, nsp__source found) {
  uint32_t preposition = found.span.first - 1, head = NSP_NONE;
  if (nsp__listed(q, found.span.first, NSP__CLASS_MONTH) && found.span.end > found.span.first + 1) {
    found.span.first++; /* "W piątek rzeczniczka May" */
    return found;
  }
  if (preposition > bounds.first && !nsp__is_punct(q, preposition - 1)) {
    nsp__range noun = nsp__phrase_left(q, preposition, bounds.first, &head);
    if (!nsp__range_empty(noun) && !behind_preposition(q, bounds, noun))
      return (nsp__source){{noun.first, found.span.end}, head, false};
  }
  nsp__source first = opening_subject(q, bounds, preposition);
  if (!nsp__range_empty(first.span)) return first;
  uint32_t i = bounds.first;
  while (i <= preposition && nsp__function(q, i, NSP__SAYS(PREPOSITION) | NSP__SAYS(ARTICLE))) i++;
  return i > preposition ? (nsp__source){{0, 0}, NSP_NONE, false} : found; /* "Fuori dall'Aula ha ribadito" */
}

/* "Le ministre, Paul Rivet, | a promis un plan", "Rivet, qui dirige le parti, | a promis": an apposition or a relative
 * clause between two commas is all that parts the first words of the sentence from the verb. */
static nsp__source over_apposition(const nsp__quoting *q, nsp__range bounds, uint32_t verb) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t m = nsp__mention_from(q->document, bounds.first), commas = 0, head = bounds.first, end = bounds.first + 1;
  const nsp__mention *first = m < q->document->mentions.count ? &q->document->mentions.items[m] : NULL;
  if (verb < bounds.first + 4 || !nsp__is_mark(q, verb - 1, NSP__MARK_COMMA)) return none;
  if (first && first->full_first <= bounds.first + 1 && can_speak(first) &&
      (first->full_first == bounds.first || nsp__function(q, bounds.first, NSP__SAYS(ARTICLE)))) {
    head = first->head;
    end = first->end;
  } else if (!(q->tokens[head].shape & NSP__SHAPE_CAPITAL) || nsp__listed(q, head, NSP__CLASS_STARTER) ||
             !nsp__is_mark(q, end, NSP__MARK_COMMA)) {
    return none; /* nor a name that nobody knows */
  }
  bool relative = false;
  for (uint32_t i = end; i + 1 < verb; i++) {
    if (verb - i > CLAUSE_LOOK || (nsp__is_punct(q, i) && (!nsp__is_mark(q, i, NSP__MARK_COMMA) || i + 2 >= verb)))
      return none;
    commas += nsp__is_mark(q, i, NSP__MARK_COMMA);
    relative |= nsp__is_mark(q, i, NSP__MARK_COMMA) && nsp__in_property(q, "relatives", i + 1);
    if (!relative && (nsp__listed(q, i, NSP__CLASS_CUE_VERB) ||
                      nsp__function(q, i, NSP__SAYS(AUXILIARY) | NSP__SAYS(NEGATION) | NSP__SAYS(INTERROGATIVE))))
      return none;
  }
  if (commas != 1) return none;
  return (nsp__source){{bounds.first, verb - 1}, head, false};
}

nsp__source nsp__words_source(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, bool inverted) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  if (cue->gerund) return found;
  uint32_t v = cue->group.first;
  if (v > bounds.first && !nsp__capital_nouns(q) && nsp__in_property(q, "as", v - 1))
    inverted = true; /* "según informó la policía" */
  if (cue->tags & NSP__SAYS(ANONYMOUS)) {
    found = nsp__document_source(q, bounds, cue);
    if (found.head != NSP_NONE) return found;
  }
  bool second = has_property(q, "verb", "second"); /* the finite verb is the second phrase of its clause */
  if (second && nsp__capital_nouns(q)) return nsp__second_source(q, bounds, cue);
  uint32_t auxiliary = second && cue->group.first == cue->words.first ? far_auxiliary(q, bounds, cue->head) : NSP_NONE;
  if (auxiliary != NSP_NONE) {
    found.span = nsp__phrase_left(q, auxiliary, bounds.first, &found.head);
    if (nsp__range_empty(found.span)) found.span = nsp__words_right(q, auxiliary + 1, cue->words.first, &found.head);
    return found;
  }
  nsp__source parted = over_apposition(q, bounds, cue->group.first);
  if (parted.head != NSP_NONE) return parted;
  if (second && !inverted && nsp__function(q, bounds.first, NSP__SAYS(PREPOSITION)) &&
      nsp__opens_with_phrase(q, bounds.first, cue->group.first)) { /* "In een interview erkende de minister" */
    found.span = nsp__words_right(q, cue->group.end, bounds.end, &found.head);
    found.inverted = !nsp__range_empty(found.span);
    if (found.inverted) return found;
  }
  if (inverted) {
    found.span = nsp__bare_right(q, cue->group.end, bounds.end, &found.head);
    found.inverted = !nsp__range_empty(found.span);
    if (found.inverted) return found;
  }
  found.span = nsp__phrase_left(q, nsp__bare_left(q, bounds.first, cue->group.first), bounds.first, &found.head);
  nsp__source bare = nsp__bare_behind(q, bounds.first, cue->group.first);
  if (bare.head != NSP_NONE) return bare;
  if (behind_preposition(q, bounds, found.span)) found = governing(q, bounds, found);
  found = nsp__bare_office(q, bounds.first, found);
  if (found.span.end == found.span.first + 1 && nsp__function(q, found.span.first, NSP__SAYS(INTERROGATIVE)))
    found = (nsp__source){{0, 0}, NSP_NONE, false}; /* "Как заявил министр" */
  if (!nsp__range_empty(found.span)) return found;
  const nsp__mention *behind = nsp__mention_opening(q, cue->group.end, bounds.end);
  nsp__source agent = nsp__agent_behind(q, bounds, cue);
  if (agent.head != NSP_NONE) return agent;
  if (second || (behind && can_speak(behind))) {
    found.span = nsp__bare_right(q, cue->group.end, bounds.end, &found.head);
    found.inverted = !nsp__range_empty(found.span);
  }
  return found;
}

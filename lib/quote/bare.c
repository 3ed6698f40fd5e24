/* Noun phrases of languages without articles (language.txt: articles = none). Cases do there what articles do
 * elsewhere: a word in a case that no subject has tells to whom something is said ("сказал журналистам министр"), and
 * the words before a name belong to it ("сказала опытная наездница Анна Белая"). */
#include <string.h>

#include "quote/capital.h"

enum { LONGEST = 4 /* words before a name */, MOST_SKIPPED = 8, PHRASES_LOOK = 12, CLAUSE_WORDS = 40 };

static bool is_bare(const nsp__quoting *q) {
  const char *articles = nsp__pack_property(q->pack, "articles");
  return articles && strcmp(articles, "none") == 0;
}

static bool is_person(const nsp__mention *m) {
  return m && (m->kind == NSP_ENTITY_PERSON || m->role_first < m->role_end);
}

/* A word that may stand in a noun phrase before its name. */
static bool may_lead(const nsp__quoting *q, uint32_t i) {
  const uint64_t no = NSP__SAYS(PREPOSITION) | NSP__SAYS(CONJUNCTION) | NSP__SAYS(COMPLEMENTISER) |
                      NSP__SAYS(AUXILIARY) | NSP__SAYS(NEGATION) | NSP__SAYS(ADVERB) | NSP__SAYS(CLITIC) |
                      NSP__SAYS(INTERROGATIVE);
  return !nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE && !nsp__function(q, i, no) &&
         !nsp__listed(q, i, NSP__CLASS_CUE_VERB) && !nsp__listed(q, i, NSP__CLASS_PRONOUN) &&
         !nsp__listed(q, i, NSP__CLASS_MONTH);
}

nsp__range nsp__bare_subject(const nsp__quoting *q, uint32_t i, uint32_t end, uint32_t *head) {
  if (!is_bare(q) || i >= end || (q->tokens[i].shape & NSP__SHAPE_CAPITAL)) return nsp__no_range();
  for (uint32_t k = i; k < end && k < i + LONGEST && may_lead(q, k) && !nsp__ends_in(q, "oblique_endings", k); k++) {
    if (k == i) continue;
    const nsp__mention *m = nsp__mention_opening(q, k, end);
    if (!is_person(m) || m->full_first != k) continue;
    m = nsp__named_behind(q, m, end);
    *head = m->head;
    return (nsp__range){i, nsp__joined_end(q, m, end)};
  }
  return nsp__no_range();
}

/* Is the word listed as somebody's office, and in the form that opens its line: the nominative? */
static bool is_role(const nsp__quoting *q, uint32_t i, bool *nominative) {
  if (!nsp__listed(q, i, NSP__CLASS_ROLE)) return false;
  const nsp__lexeme *lexeme = nsp__pack_lexeme(q->pack, q->tokens[i].word);
  *nominative = false;
  for (uint32_t r = 0; r < lexeme->record_count; r++) {
    const nsp__record *record = &q->pack->records[lexeme->first_record + r];
    if (record->class_number != NSP__CLASS_ROLE) continue;
    const char *canonical = nsp__pack_string(q->pack, record->canonical);
    if (strcmp(canonical, nsp__pack_string(q->pack, record->written)) == 0) *nominative = true;
  }
  return true;
}

/* The office that a phrase beginning at i names behind adjectives; NSP_NONE. */
static uint32_t role_from(const nsp__quoting *q, uint32_t i, uint32_t end, bool *nominative) {
  for (uint32_t k = i; k < end && k < i + LONGEST && may_lead(q, k); k++) {
    if (is_role(q, k, nominative)) return k;
    if (q->tokens[k].shape & NSP__SHAPE_CAPITAL || nsp__ends_in(q, "oblique_endings", k)) break;
  }
  return NSP_NONE;
}

static const nsp__mention *mention_here(const nsp__quoting *q, uint32_t i, uint32_t end) {
  const nsp__mention *m = nsp__mention_opening(q, i, end);
  if (m && m->full_first == i) return m;
  uint32_t at = nsp__mention_at(q->document, i);
  if (at == NSP_NONE || q->document->mentions.items[at].full_end > end) return NULL;
  return &q->document->mentions.items[at];
}

/* Does somebody begin at i who can be a subject? */
static bool opens_subject(const nsp__quoting *q, uint32_t i, uint32_t end) {
  bool nominative;
  if (i >= end) return false;
  if (role_from(q, i, end, &nominative) != NSP_NONE) return nominative;
  const nsp__mention *m = mention_here(q, i, end);
  return m && is_person(m) && m->name_first <= i && m->name_first < m->name_end;
}

/* The end of a phrase behind a preposition: its first word at least, and on to where a subject can begin. */
static uint32_t over_phrase(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (i < end && (nsp__listed(q, i, NSP__CLASS_MONTH) || nsp__listed(q, i, NSP__CLASS_MEDIUM_NOUN))) return i + 1;
  const nsp__mention *m = i < end ? mention_here(q, i, end) : NULL;
  if (m && m->role_first == m->role_end && m->full_end > i) return m->full_end;
  for (uint32_t k = i + 1; k < end && k < i + LONGEST; k++)
    if (!may_lead(q, k) || opens_subject(q, k, end)) return k;
  return i + 1 < end ? i + 1 : end;
}

/* The end of whom something is said to: a medium or an oblique noun at i; i when it is none. */
static uint32_t over_addressee(const nsp__quoting *q, uint32_t i, uint32_t end) {
  bool nominative;
  uint32_t role = role_from(q, i, end, &nominative), next = i;
  const nsp__mention *m = mention_here(q, i, end);
  if (role != NSP_NONE && !nominative)
    return m && m->full_end > role && m->name_first == m->name_end ? m->full_end : role + 1;
  if (role != NSP_NONE) return i;
  if (q->mark_of[i] != NSP_NONE && q->marked.items[q->mark_of[i]].span.first == i)
    next = q->marked.items[q->mark_of[i]].span.end; /* «Укрінформу» */
  else if (m && m->kind == NSP_ENTITY_MEDIUM)
    next = m->full_end;
  else if (!m && may_lead(q, i) && !(q->tokens[i].shape & NSP__SHAPE_CAPITAL) && nsp__ends_in(q, "oblique_endings", i))
    return i + 1;
  return next > i && opens_subject(q, next, end) ? next : i;
}

/* A phrase that begins at i: with the name behind the office, where there is one. */
static nsp__range phrase_from(const nsp__quoting *q, uint32_t i, uint32_t end, uint32_t *head) {
  const nsp__mention *m = mention_here(q, i, end);
  if (!m || m->full_first >= i) return nsp__words_right(q, i, end, head);
  *head = m->head;
  return (nsp__range){i, nsp__joined_end(q, m, end)};
}

nsp__range nsp__bare_right(const nsp__quoting *q, uint32_t at, uint32_t end, uint32_t *head) {
  if (!is_bare(q)) return nsp__words_right(q, at, end, head);
  uint32_t i = at;
  bool told = false;
  for (int step = 0; step < MOST_SKIPPED && i < end; step++) {
    if (nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE) break;
    if (nsp__function(q, i, NSP__SAYS(ADVERB) | NSP__SAYS(CLITIC) | NSP__SAYS(AUXILIARY)) ||
        nsp__listed(q, i, NSP__CLASS_MONTH)) {
      i++;
      continue;
    }
    bool phrase = nsp__function(q, i, NSP__SAYS(PREPOSITION));
    uint32_t next = phrase ? over_phrase(q, i + 1, end) : over_addressee(q, i, end);
    if (next == i) return phrase_from(q, i, end, head);
    told |= !phrase;
    i = next;
  }
  return told ? nsp__no_range() : nsp__words_right(q, at, end, head);
}

uint32_t nsp__bare_left(const nsp__quoting *q, uint32_t first, uint32_t verb) {
  uint32_t v = verb;
  bool nominative;
  if (!is_bare(q)) return verb;
  for (int step = 0; step < MOST_SKIPPED && v > first + 1; step++) {
    uint32_t k = v - 1, m = nsp__mention_at(q->document, k);
    if (nsp__is_punct(q, k) || q->mark_of[k] != NSP_NONE) break;
    if (nsp__listed(q, k, NSP__CLASS_MONTH))
      v = nsp__function(q, k - 1, NSP__SAYS(PREPOSITION)) ? k - 1 : k;
    else if (nsp__function(q, k, NSP__SAYS(ADVERB) | NSP__SAYS(CLITIC)))
      v = k;
    else if (m != NSP_NONE && q->document->mentions.items[m].kind == NSP_ENTITY_MEDIUM &&
             q->document->mentions.items[m].first > first)
      v = q->document->mentions.items[m].first;
    else if (is_role(q, k, &nominative) && !nominative && m != NSP_NONE && q->document->mentions.items[m].first == k)
      v = k;
    else
      break;
  }
  return v > first && !nsp__is_punct(q, v - 1) && q->mark_of[v - 1] == NSP_NONE && v != verb &&
                 (nsp__mention_at(q->document, v - 1) != NSP_NONE ||
                  (v - 1 == first && (q->tokens[first].shape & NSP__SHAPE_CAPITAL) &&
                   !nsp__listed(q, first, NSP__CLASS_STARTER)))
             ? v
             : verb;
}

nsp__source nsp__bare_behind(const nsp__quoting *q, uint32_t first, uint32_t verb) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t preposition = NSP_NONE, i = verb;
  if (!is_bare(q)) return none;
  for (; i > first && verb - i < PHRASES_LOOK && preposition == NSP_NONE; i--) {
    if (nsp__is_punct(q, i - 1) || nsp__listed(q, i - 1, NSP__CLASS_CUE_VERB)) return none;
    if (nsp__function(q, i - 1, NSP__SAYS(PREPOSITION))) preposition = i - 1;
  }
  if (preposition == NSP_NONE) return none;
  for (uint32_t k = preposition + 1; k-- > first;) /* the phrase opens its clause: a noun before it would govern it */
    if (k < preposition && may_lead(q, k) && k + 1 == preposition) return none;
  for (uint32_t k = preposition + 2; k < verb; k++) {
    if (!may_lead(q, k)) continue;
    bool nominative = false;
    if (!(is_role(q, k, &nominative) && nominative) && !opens_subject(q, k, verb)) continue;
    const nsp__mention *m = mention_here(q, k, verb);
    uint32_t head = m ? m->head : k;
    if (m) m = nsp__named_behind(q, m, verb);
    return (nsp__source){{k, verb}, m && m->head >= k && m->head < verb ? m->head : head, false};
  }
  return none;
}

nsp__source nsp__bare_office(const nsp__quoting *q, uint32_t first, nsp__source found) {
  if (!is_bare(q) || nsp__range_empty(found.span) || found.head == NSP_NONE) return found;
  uint32_t i = found.span.first;
  while (i > first && found.span.first - i < LONGEST && may_lead(q, i - 1)) i--;
  if (i == found.span.first || found.span.first - i >= LONGEST) return found;
  if (i > first && !nsp__is_punct(q, i - 1) && !nsp__function(q, i - 1, NSP__SAYS(CONJUNCTION) | NSP__SAYS(ADVERB)))
    return found;
  if (nsp__ends_in(q, "oblique_endings", i) || nsp__listed(q, i, NSP__CLASS_STARTER)) return found;
  uint32_t m = nsp__mention_at(q->document, found.head);
  bool person = m != NSP_NONE && q->document->mentions.items[m].kind == NSP_ENTITY_PERSON &&
                q->document->mentions.items[m].name_first < q->document->mentions.items[m].name_end;
  found.span.first = i;
  if (!person) found.head = i;
  return found;
}

/* Nothing but one phrase stands before the verb: no comma, no other verb. */
bool nsp__opens_with_phrase(const nsp__quoting *q, uint32_t first, uint32_t verb) {
  for (uint32_t i = first; i < verb; i++)
    if (verb - i > CLAUSE_WORDS || nsp__is_punct(q, i) || nsp__listed(q, i, NSP__CLASS_CUE_VERB) ||
        nsp__function(q, i, NSP__SAYS(AUXILIARY) | NSP__SAYS(INTERROGATIVE)))
      return false;
  return true;
}

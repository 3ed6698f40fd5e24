/* Clauses whose finite verb is their second phrase: "Gestern hat der Minister gesagt, …". One phrase stands before the
 * verb; when that is no subject, the subject is the first phrase behind it that can be one. */
#include <string.h>

#include "quote/likely.h"

enum { LOOK_BACK = 60, MOST_STARTS = 5, MOST_SKIPPED = 8, LONGEST_SKIPPED = 14 };

/* Verbs that leave their clause to a participle or infinitive at its end. */
static bool is_auxiliary(const nsp__quoting *q, uint32_t i) {
  return nsp__function(q, i, NSP__SAYS(AUXILIARY)) && q->mark_of[i] == NSP_NONE;
}

/* The subject (else the first object) behind a finite verb: adverbs, phrases behind prepositions and objects are walked
 * over. */
static nsp__source behind(const nsp__quoting *q, uint32_t at, uint32_t end, bool subject) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t i = at;
  for (int step = 0; step < MOST_SKIPPED && i < end; step++) {
    bool closed;
    if (nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE) return none;
    if (nsp__function(q, i, NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(CONJUNCTION)) &&
        !nsp__function(q, i, NSP__SAYS(PREPOSITION)))
      return none;
    uint32_t phrase = nsp__capital_subject(q, i, end, false, &closed);
    if (phrase > i && nsp__nominative(q, i) == subject && !nsp__listed(q, i, NSP__CLASS_MONTH)) {
      nsp__range span = nsp__without_speech(q, (nsp__range){i, closed ? phrase - 1 : phrase});
      return (nsp__source){span, nsp__capital_head(q, span), true};
    }
    if (phrase == i && nsp__function(q, i, NSP__SAYS(PREPOSITION))) {
      phrase = nsp__capital_phrase(q, i + 1, end, false);
      if (phrase == i + 1) phrase = i;
    }
    i = phrase > i ? phrase : i + 1;
  }
  return none;
}

/* "Die Gäste, unter ihnen drei Köche, betonen": nothing but insertions stands between the phrase and the verb. */
static bool interrupted(const nsp__quoting *q, uint32_t first, uint32_t end, uint32_t verb) {
  return end + 2 < verb && nsp__is_mark(q, verb - 1, NSP__MARK_COMMA) && q->mark_of[verb - 1] == NSP_NONE &&
         (nsp__is_mark(q, end, NSP__MARK_COMMA) || nsp__is_mark(q, end - 1, NSP__MARK_COMMA)) &&
         q->mark_of[end] == NSP_NONE && nsp__second_verb(q, first, verb) == NSP_NONE;
}

/* The phrase before a finite verb when it is the subject: tried from the places where a clause can begin. */
static nsp__source before(const nsp__quoting *q, nsp__range bounds, uint32_t verb) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t starts[MOST_STARTS], count = 0, first = bounds.first;
  for (uint32_t i = verb; i > bounds.first && verb - i < LOOK_BACK && count < MOST_STARTS - 1; i--) {
    uint32_t k = i - 1;
    if (nsp__is_mark(q, k, NSP__MARK_SEMICOLON) || nsp__is_mark(q, k, NSP__MARK_COLON)) {
      first = i;
      break;
    }
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) || nsp__is_mark(q, k, NSP__MARK_DASH) ||
        (nsp__function(q, k, NSP__SAYS(CONJUNCTION)) && !nsp__in_property(q, "subordinators", k) &&
         !nsp__function(q, k, NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION))) ||
        (q->tokens[k].shape & NSP__SHAPE_CLOSE_QUOTE))
      starts[count++] = i;
  }
  starts[count++] = first;
  while (count--) {
    uint32_t i = starts[count];
    bool closed;
    while (i < verb && nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE) i++;
    while (i + 1 < verb && nsp__function(q, i, NSP__SAYS(ADVERB) | NSP__SAYS(CONJUNCTION)) &&
           !nsp__in_property(q, "subordinators", i) &&
           !nsp__function(q, i, NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION)))
      i++;
    if (i >= verb || !nsp__nominative(q, i)) continue;
    uint32_t end = nsp__capital_subject(q, i, verb, true, &closed);
    uint32_t at = end;
    if (at == verb && nsp__ends_in(q, "adverb_endings", i) && nsp__mention_at(q->document, i) == NSP_NONE)
      continue; /* "Besorgt äußerte sich der Vorsitzende" */
    while (at > i && at < verb && nsp__function(q, at, NSP__SAYS(ADVERB) | NSP__SAYS(CONJUNCTION)))
      at++; /* "Die Bauern hingegen sagen" */
    if (end > i && at != verb && interrupted(q, i, end, verb))
      return (nsp__source){{i, end}, nsp__capital_head(q, (nsp__range){i, end}), false};
    if (end == i || at != verb) continue;
    nsp__range span = nsp__trim_phrase(q, (nsp__range){i, closed ? end - 1 : end});
    if (nsp__range_empty(span)) continue;
    return (nsp__source){span, nsp__capital_head(q, span), false};
  }
  return none;
}

/* The finite verb of a participle or infinitive that ends its clause: "hat der Leiter, Max Roth, gesagt". */
static uint32_t finite_verb(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  uint32_t v = cue->words.first;
  for (uint32_t i = v; i > cue->group.first; i--)
    if (is_auxiliary(q, i - 1)) return i - 1;
  uint32_t next = cue->words.end;
  if (next < bounds.end && !nsp__is_punct(q, next) && !is_auxiliary(q, next) && !nsp__in_property(q, "passive", next) &&
      !nsp__function(q, next, NSP__SAYS(CONJUNCTION)))
    return v;
  for (uint32_t i = v; i > bounds.first && v - i < LOOK_BACK; i--) {
    uint32_t k = i - 1;
    if (q->mark_of[k] != NSP_NONE) {
      k = q->marked.items[q->mark_of[k]].span.first;
      if (k <= bounds.first) return v;
      i = k + 1;
      continue;
    }
    if (nsp__is_mark(q, k, NSP__MARK_SEMICOLON) || nsp__is_mark(q, k, NSP__MARK_COLON)) return v;
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) && k + 1 == v) {
      bool apposition = false; /* "…, sagte": only an apposition may end there */
      for (uint32_t n = k; n > bounds.first && k - n < LOOK_BACK / 3 && !apposition; n--)
        apposition = nsp__is_mark(q, n - 1, NSP__MARK_COMMA) && nsp__capital_phrase(q, n, k, true) == k;
      if (!apposition) return v;
    } else if (nsp__is_mark(q, k, NSP__MARK_COMMA) && nsp__capital_phrase(q, k + 1, v, true) == k + 1) {
      return v;
    }
    if (is_auxiliary(q, k)) return k;
  }
  return v;
}

/* Where the clause whose verb ends it begins, behind its conjunction: "wie der Sprecher | mitteilte"; NSP_NONE: the
 * verb does not end a subordinate clause. */
static uint32_t subordinate(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  uint32_t end = cue->words.end, v = cue->words.first;
  if (end < bounds.end && is_auxiliary(q, end)) end++;
  if (end < bounds.end && !nsp__is_punct(q, end) && !nsp__function(q, end, NSP__SAYS(CONJUNCTION))) return NSP_NONE;
  for (uint32_t i = v; i > bounds.first && v - i < LOOK_BACK; i--) {
    uint32_t k = i - 1;
    if (q->mark_of[k] != NSP_NONE) continue;
    if (nsp__is_mark(q, k, NSP__MARK_SEMICOLON) || nsp__is_mark(q, k, NSP__MARK_COLON)) return NSP_NONE;
    bool opens = k == bounds.first || nsp__is_punct(q, k - 1) ||
                 nsp__function(q, k - 1, NSP__SAYS(CONJUNCTION) | NSP__SAYS(ADVERB)) || q->mark_of[k - 1] != NSP_NONE;
    if (opens && nsp__in_property(q, "subordinators", k)) return i;
  }
  return NSP_NONE;
}

/* "der die Pläne als „…“ bezeichnete": behind a masculine relative pronoun, which can only be the subject (or a rare
 * dative), what has one form for subject and object is the object; behind others, when it can not speak. */
static bool is_object_of(const nsp__quoting *q, uint32_t pronoun, nsp__source other) {
  bool sure = nsp__in_property(q, "sure_subjects", other.span.first);
  if (sure) return false;
  return nsp__in_property(q, "masculine", pronoun) || !nsp__may_speak(q, other.head);
}

/* "das Ziel, das | Ute Roth erklärt hatte": a full name needs no article, so what stands before it is a pronoun. */
static bool names_person(const nsp__quoting *q, uint32_t i) {
  uint32_t m = nsp__mention_at(q->document, i);
  if (m == NSP_NONE) return false;
  const nsp__mention *name = &q->document->mentions.items[m];
  return name->kind == NSP_ENTITY_PERSON && name->name_first == i && name->name_end > i + 1;
}

/* "ein Kommentar, der den Plan als „…“ bezeichnete": the relative pronoun, where no other subject follows it; NSP_NONE.
 */
static uint32_t relative_subject(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *other) {
  *other = (nsp__source){{0, 0}, NSP_NONE, false};
  uint32_t end = cue->words.end, v = cue->words.first;
  if (end < bounds.end && is_auxiliary(q, end)) end++;
  if (end < bounds.end && !nsp__is_punct(q, end)) return NSP_NONE;
  for (uint32_t i = v; i > bounds.first + 1 && v - i < LOOK_BACK; i--) {
    uint32_t k = i - 1;
    if (q->mark_of[k] != NSP_NONE) continue;
    if (!nsp__is_mark(q, k - 1, NSP__MARK_COMMA) || q->mark_of[k - 1] != NSP_NONE) continue;
    if (!nsp__in_property(q, "relatives", k)) return NSP_NONE;
    if (!names_person(q, k + 1) && nsp__capital_phrase(q, k, v, false) > k + 1) return NSP_NONE;
    *other = behind(q, k + 1, v, true);
    if (!nsp__nominative(q, k)) return NSP_NONE;
    return other->head == NSP_NONE || is_object_of(q, k, *other) ? k : NSP_NONE;
  }
  return NSP_NONE;
}

nsp__range nsp__as_told(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  uint32_t first = nsp__capital_nouns(q) ? subordinate(q, bounds, cue) : NSP_NONE, end = cue->words.end;
  if (first == NSP_NONE || !nsp__in_property(q, "as", first - 1)) return nsp__no_range();
  if (end < bounds.end && is_auxiliary(q, end)) end++;
  uint32_t start = first - 1;
  while (start > bounds.first && nsp__function(q, start - 1, NSP__SAYS(ADVERB) | NSP__SAYS(CONJUNCTION)) &&
         q->mark_of[start - 1] == NSP_NONE)
    start--;
  return (nsp__range){start, end};
}

static bool is_person(const nsp__quoting *q, uint32_t head) {
  uint32_t m = head == NSP_NONE ? NSP_NONE : nsp__mention_at(q->document, head);
  return m != NSP_NONE && q->document->mentions.items[m].kind == NSP_ENTITY_PERSON;
}

/* "Die tibetischen Mönche nannte die Agentur …": an article and an adjective show that the phrase means many, and the
 * verb's ending that its subject is one. */
static bool clashes(const nsp__quoting *q, nsp__range phrase, uint32_t verb) {
  if (phrase.first + 2 >= phrase.end || !nsp__in_property(q, "many", phrase.first)) return false;
  const nsp__token *adjective = &q->tokens[phrase.first + 1], *t = &q->tokens[verb];
  if (adjective->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT)) return false;
  for (uint32_t i = phrase.first; i < phrase.end; i++)
    if (nsp__in_property(q, "joining", i)) return false;
  return memcmp(q->analysis->text + adjective->end - 2, "en", 2) == 0 && q->analysis->text[t->end - 1] != 'n';
}

/* "Besorgt zeigte sich der Minister": a word alone in front that no list knows, and a reflexive verb. */
static bool is_state(const nsp__quoting *q, nsp__range phrase, uint32_t verb, uint32_t end) {
  return phrase.end == phrase.first + 1 && nsp__mention_at(q->document, phrase.first) == NSP_NONE && verb + 1 < end &&
         nsp__function(q, verb + 1, NSP__SAYS(CLITIC)) && !nsp__listed(q, phrase.first, NSP__CLASS_PRONOUN);
}

/* "Deren Haltung nannte er …": an object stands before the verb when the word behind it can only be a subject, when
 * a person stands there and no person before, or when the two do not agree. */
static nsp__source either(const nsp__quoting *q, nsp__source found, uint32_t verb, uint32_t end, bool tells) {
  if (found.head == NSP_NONE || verb + 1 >= end) return found;
  if (found.span.end == found.span.first + 1 && nsp__in_property(q, "anaphors", found.span.first)) {
    nsp__source other = behind(q, verb + 1, end, true); /* "Das sagte die Sprecherin" */
    return other.head != NSP_NONE ? other : found;
  }
  if (is_state(q, found.span, verb, end)) {
    nsp__source other = behind(q, verb + 2, end, true);
    return other.head != NSP_NONE ? other : found;
  }
  uint64_t pronoun = nsp__tags_in(q, verb + 1, NSP__CLASS_PRONOUN);
  bool subject = (pronoun & NSP__SAYS(SUBJECT)) && !(pronoun & NSP__SAYS(OBJECT));
  bool clash = clashes(q, found.span, verb);
  if (!subject && !clash &&
      (pronoun || is_person(q, found.head) ||
       (nsp__tags_in(q, found.span.first, NSP__CLASS_PRONOUN) & NSP__SAYS(SUBJECT))))
    return found;
  nsp__source other = behind(q, verb + 1, end, true);
  return other.head != NSP_NONE && other.span.first == verb + 1 &&
                 (subject || clash || (!tells && is_person(q, other.head)))
             ? other
             : found;
}

/* "der sich als Gegner gebende Unternehmer Max Roth rief": where the whole phrase is not understood, the end of it. */
static nsp__source right_before(const nsp__quoting *q, nsp__range bounds, uint32_t verb) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t head = NSP_NONE;
  nsp__range phrase = nsp__capital_left(q, verb, bounds.first, &head);
  uint32_t first = phrase.first; /* "Von der Leyen betonte": of a verb that nobody else is the subject of */
  if (!nsp__range_empty(phrase) && first == bounds.first + 1 && nsp__listed(q, first - 1, NSP__CLASS_PARTICLE)) first--;
  if (first < phrase.first && phrase.end - first == 3 && nsp__listed(q, first + 1, NSP__CLASS_PARTICLE))
    return (nsp__source){{first, phrase.end}, head, false};
  if (nsp__range_empty(phrase) || !nsp__may_speak(q, head) || !nsp__nominative(q, phrase.first)) return none;
  if (phrase.first > bounds.first && nsp__function(q, phrase.first - 1, NSP__SAYS(PREPOSITION) | NSP__SAYS(ARTICLE)))
    return none;
  return (nsp__source){nsp__trim_phrase(q, phrase), head, false};
}

nsp__source nsp__second_source(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  uint32_t finite = finite_verb(q, bounds, cue);
  bool split = finite != cue->words.first;
  if (split && nsp__in_property(q, "passive", finite)) {
    nsp__source agent = nsp__agent(q, bounds, finite, cue->words.first);
    if (!nsp__in_property(q, "cited", cue->head)) return agent;
    nsp__source cited = before(q, bounds, finite); /* "wird der Minister von der Zeitung zitiert": he speaks */
    if (cited.head == NSP_NONE) cited = behind(q, finite + 1, cue->words.first, true);
    return cited.head != NSP_NONE ? cited : agent;
  }
  if (!split && nsp__in_property(q, "cited", cue->head)) { /* "zitiert die Zeitung den Minister" */
    nsp__source object = behind(q, cue->words.end, bounds.end, false);
    if (object.head == NSP_NONE && before(q, bounds, finite).head != NSP_NONE)
      object = behind(q, cue->words.end, bounds.end, true); /* "Die Zeitung zitiert Ute Roth" */
    if (object.head != NSP_NONE) return object;
  }
  uint32_t end = cue->words.end;
  if (end < bounds.end && nsp__in_property(q, "passive", end) && !nsp__in_property(q, "cited", cue->head))
    return nsp__agent(q, bounds, split ? finite : cue->words.first, end);
  nsp__source inner; /* "die Marke, die der Minister genannt hatte" */
  uint32_t pronoun = relative_subject(q, bounds, cue, &inner);
  if (pronoun != NSP_NONE) return (nsp__source){{pronoun, pronoun + 1}, pronoun, false};
  inner.inverted = false;
  if (inner.head != NSP_NONE) return inner;
  uint32_t inside = subordinate(q, bounds, cue);
  if (inside != NSP_NONE) {
    nsp__source found = behind(q, inside, cue->words.first, true);
    found.inverted = false;
    if (found.head != NSP_NONE) return found;
  }
  nsp__source found = either(q, before(q, bounds, finite), finite, split ? cue->words.first : bounds.end,
                             (cue->tags & (NSP__SAYS(TELL) | NSP__SAYS(SAY))) == NSP__SAYS(TELL));
  if (found.head != NSP_NONE) return found;
  if (finite > bounds.first &&
      nsp__function(q, finite - 1, NSP__SAYS(CONJUNCTION))) { /* "… zeigte sich bestürzt und sagte" */
    found = nsp__second_subject(q, bounds);
    if (found.head != NSP_NONE && found.span.end < finite) return found;
  }
  found = behind(q, split ? finite + 1 : cue->words.end, split ? cue->words.first : bounds.end, true);
  if (split) found.inverted = false;
  if (found.head == NSP_NONE) { /* "… nannte den Plan gut, sagte aber, …" */
    nsp__source subject = nsp__second_subject(q, bounds);
    if (subject.head != NSP_NONE && subject.span.end < finite && nsp__is_punct(q, finite - 1) &&
        q->mark_of[finite - 1] == NSP_NONE)
      return subject;
  }
  if (found.head != NSP_NONE && (nsp__tags_in(q, found.span.first, NSP__CLASS_PRONOUN) & NSP__SAYS(WEAK)))
    return nsp__of_nobody(q, bounds, finite, found.span.end);
  return found.head != NSP_NONE || split ? found : right_before(q, bounds, finite);
}

/* "Von „absichtlicher“ oder „mutwilliger Täuschung“ sprechen …": the end of marked words that a preposition leads. */
static uint32_t behind_marks(const nsp__quoting *q, uint32_t i, uint32_t end) {
  for (int n = 0; n < MOST_STARTS && i < end; n++) {
    uint32_t m = q->mark_of[i], next = i;
    if (m != NSP_NONE && q->marked.items[m].span.first == i)
      next = q->marked.items[m].span.end;
    else if (n > 0 && nsp__function(q, i, NSP__SAYS(CONJUNCTION)) && i + 1 < end && q->mark_of[i + 1] != NSP_NONE)
      next = i + 1;
    if (next == i) break;
    i = next;
  }
  return i < end ? i : end;
}

uint32_t nsp__second_verb(const nsp__quoting *q, uint32_t i, uint32_t end) {
  uint32_t at = i;
  bool closed;
  if (at >= end) return NSP_NONE;
  if (nsp__function(q, at, NSP__SAYS(ADVERB)) && !nsp__function(q, at, NSP__SAYS(CONJUNCTION))) {
    at++;
    uint32_t phrase = at < end && nsp__function(q, at, NSP__SAYS(PREPOSITION)) && !is_auxiliary(q, at)
                          ? nsp__capital_phrase(q, at + 1, end, true)
                          : at;
    if (phrase > at + 1) at = phrase; /* "Bereits am Sonntag zogen sie" */
  } else if (nsp__function(q, at, NSP__SAYS(PREPOSITION))) {
    at = behind_marks(q, nsp__capital_phrase(q, at + 1, end, true), end);
    if (at == i + 1) return NSP_NONE;
  } else if (nsp__in_property(q, "as_what", at))
    at = nsp__capital_phrase(q, at + 1, end, true);
  else
    at = nsp__capital_subject(q, at, end, true, &closed);
  if (at == i && at + 1 < end && (q->tokens[i].shape & NSP__SHAPE_CAPITAL) && nsp__listed(q, i, NSP__CLASS_STARTER) &&
      !nsp__listed(q, i, NSP__CLASS_FUNCTION) && !nsp__listed(q, i, NSP__CLASS_PRONOUN) && is_auxiliary(q, i + 1))
    at++; /* "Gern will sie …": a word that often opens a sentence, and a verb that is nothing else */
  if (at == i || at >= end) return NSP_NONE;
  const nsp__token *t = &q->tokens[at];
  if ((t->shape & (NSP__SHAPE_PUNCT | NSP__SHAPE_CAPITAL | NSP__SHAPE_DIGIT)) || q->mark_of[at] != q->mark_of[i])
    return NSP_NONE;
  if (is_auxiliary(q, at) || nsp__listed(q, at, NSP__CLASS_CUE_VERB) || nsp__function(q, at, NSP__SAYS(SUBJUNCTIVE)))
    return at;
  if (nsp__listed(q, at, NSP__CLASS_FUNCTION) || nsp__listed(q, at, NSP__CLASS_PRONOUN)) return NSP_NONE;
  return at; /* strong verbs end as they like: sprach, gab, nahm */
}

nsp__source nsp__second_subject(const nsp__quoting *q, nsp__range bounds) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t verb = nsp__second_verb(q, bounds.first, bounds.end);
  if (verb == NSP_NONE) return none;
  nsp__source found = either(q, before(q, bounds, verb), verb, bounds.end, false);
  return found.head != NSP_NONE ? found : behind(q, verb + 1, bounds.end, true);
}

/* Marked words beside a verb of saying that are no speech of it: the name of a work, a show or a club, or speech that
 * another verb took. */
#include "quote/capital.h"
#include "quote/verb.h"

/* Does something of the writer's own lead into the marked words: a word right before them, and no comma? */
bool nsp__led_into(const verb_case *c, uint32_t mark) {
  const nsp__quoting *q = c->q;
  uint32_t i = q->marked.items[mark].span.first;
  return i > c->bounds.first && !nsp__is_punct(q, i - 1) && !nsp__function(q, i - 1, NSP__SAYS(CONJUNCTION));
}

/* "On “Meet the Press,” Roe said …", "As for “Hamas,” Roe asked …": capitals throughout behind a preposition are a
 * name. */
bool nsp__is_named(const verb_case *c, uint32_t mark) {
  enum { LONGEST_NAME = 10 /* tokens, the marks among them */ };
  const nsp__quoting *q = c->q;
  nsp__range r = q->marked.items[mark].span;
  if (!q->tree.known || !nsp__led_into(c, mark) || r.end - r.first > LONGEST_NAME) return false;
  if (!nsp__function(q, r.first - 1, NSP__SAYS(PREPOSITION)) && !(q->tokens[r.first - 1].feats & NSP__FEAT_POSSESSIVE))
    return false;
  uint32_t words = 0;
  for (uint32_t i = r.first; i < r.end; i++) {
    if (nsp__is_quote_mark(q, i) || nsp__is_mark(q, i, NSP__MARK_COMMA)) continue;
    bool small = !(q->tokens[i].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_DIGIT));
    if (nsp__is_punct(q, i) || (small && (!words || !nsp__listed(q, i, NSP__CLASS_FUNCTION)))) return false;
    words++;
  }
  return words > 0;
}

/* "сказал тренер «Спартака»", "сказал «Огоньку» тренер": where no article tells, one word with a capital behind a noun
 * in small letters, when the speech stands before the verb. */
static bool is_club(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  const char *articles = nsp__pack_property(q->pack, "articles");
  nsp__range span = q->marked.items[q->mark_of[i]].span;
  if (q->tree.known || !articles || span.end - span.first != 3 || c->core.first < 2) return false;
  bool behind_speech = nsp__is_punct(q, c->core.first - 1) &&
                       (q->mark_of[c->core.first - 1] != NSP_NONE || q->mark_of[c->core.first - 2] != NSP_NONE ||
                        (c->core.first > 2 && q->mark_of[c->core.first - 3] != NSP_NONE));
  return behind_speech && (q->tokens[i + 1].shape & NSP__SHAPE_CAPITAL) && !nsp__is_punct(q, i - 1) &&
         !(q->tokens[i - 1].shape & NSP__SHAPE_CAPITAL) && (i > c->cue.group.end || c->source.span.first >= span.end);
}

/* "opened with a new ad, “Knowing Roe,” in which …": capitals throughout, behind a noun and its comma, and the sentence
 * goes on with a preposition or a relative. */
static bool is_work(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  const nsp__marked *m = &q->marked.items[q->mark_of[i]];
  if (!q->tree.known || i < c->cue.group.end + 2 || !nsp__is_mark(q, i - 1, NSP__MARK_COMMA)) return false;
  if (q->tokens[i - 2].tag != NSP__TAG_NOUN || m->span.end >= c->bounds.end || nsp__has_small_words(q, m)) return false;
  uint32_t behind = m->span.end;
  return nsp__function(q, behind, NSP__SAYS(PREPOSITION) | NSP__SAYS(INTERROGATIVE));
}

static bool is_small(const nsp__quoting *q, uint32_t i) {
  return !(q->tokens[i].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT));
}

/* “Meet the Press” behind a preposition or an article is a name, not what was said. */
bool nsp__is_title(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  uint32_t m = q->mark_of[i];
  if (!q->tree.known && nsp__capital_nouns(q) && m != NSP_NONE && q->marked.items[m].span.first == i &&
      i > c->bounds.first && (q->tokens[i - 1].shape & NSP__SHAPE_CAPITAL) && i != c->source.span.end &&
      nsp__is_name(q, &q->marked.items[m]))
    return true;                                /* "die Zeitung „Die Welt“" */
  if (says(c, NSP__SAYS(NAMING))) return false; /* "called it a “mistake”" */
  if (m == NSP_NONE || q->marked.items[m].span.first != i || i == c->bounds.first) return false;
  if (is_club(c, i) || is_work(c, i)) return true;
  if (q->tree.known && says(c, NSP__SAYS(TOPIC)) && i - 1 == c->cue.group.end &&
      (nsp__tags_in(q, i - 1, NSP__CLASS_CUE_ADVERB) & NSP__SAYS(CONJUNCTION)))
    return false; /* "whom she described as “a friend”" */
  if (c->extra.end == i && !nsp__range_empty(c->extra)) return false;
  if (!q->tree.known && i + 1 < c->bounds.end && is_small(q, i + 1)) return false; /* "приговорил к «потере лица»" */
  if (!nsp__function(q, i - 1, NSP__SAYS(PREPOSITION) | NSP__SAYS(ARTICLE)) &&
      !(q->tokens[i - 1].feats & NSP__FEAT_POSSESSIVE))
    return false;
  return !nsp__function(q, i - 1, NSP__SAYS(COMPLEMENTISER));
}

/* "begged him for help and “would have knelt”": behind "and", marked words that open with a verb of a tense are a
 * second verb of the same somebody, not what was said. */
bool nsp__marks_predicate(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (!q->tree.known || i <= c->cue.group.end || i + 1 >= c->bounds.end || q->tokens[i - 1].tag != NSP__TAG_CCONJ)
    return false;
  const nsp__token *first = &q->tokens[i + 1];
  return (first->tag == NSP__TAG_VERB || first->tag == NSP__TAG_AUX) && (first->feats & NSP__FEAT_FINITE);
}

/* "Roe, who campaigned on it, called the vote “a farce”": behind the clause's comma another verb took the marks. */
bool nsp__taken_by_another(const verb_case *c, uint32_t mark) {
  const nsp__quoting *q = c->q;
  bool comma = false;
  if (!q->tree.known) return false;
  for (uint32_t i = c->cue.group.end; i < mark; i++) {
    const nsp__token *t = &q->tokens[i];
    comma |= nsp__is_mark(q, i, NSP__MARK_COMMA);
    if (says(c, NSP__SAYS(MANNER)) && !says(c, TAKES_CLAUSE) && t->tag == NSP__TAG_VERB &&
        (t->feats & NSP__FEAT_FINITE) && (nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) & NSP__SAYS(SAY)))
      return true; /* "laughed and said, “…”" */
    bool tensed =
        (t->feats & NSP__FEAT_FINITE) || nsp__dependent(q, i, OBJECTS, i) != NSP_NONE; /* or taken for a participle */
    bool next = (t->feats & NSP__FEAT_GERUND) && i + 2 >= mark;                        /* "…, adding: “…”" */
    if (comma && t->tag == NSP__TAG_VERB && tensed && i + 1 == mark) return true; /* "writes, and leads “Our Town”" */
    uint64_t tags = nsp__tags_in(q, i, NSP__CLASS_CUE_VERB);
    bool manner = (tags & NSP__SAYS(MANNER)) && !tensed &&
                  nsp__is_mark(q, i + 1, NSP__MARK_COMMA); /* "she asked, laughing, “…”" */
    if (comma && t->tag == NSP__TAG_VERB && (tensed || next) && tags && !manner) return true;
  }
  return false;
}

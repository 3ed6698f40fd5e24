/* Where what was said opens, on the right of its verb: behind whom, when and where. Words of grammar and marks tell it
 * first, then the tree, then the order of words. */
#include "quote/verb.h"

#include "quote/adjunct.h"
#include "quote/capital.h"

enum { SHORT_PHRASE = 6 };

/* The dependent of the cue's verb that the token at i belongs to, or NSP_NONE. */
static uint32_t branch_of(const verb_case *c, uint32_t i) {
  for (int k = 0; k < CLIMB; k++) {
    uint32_t up = nsp__head_of(c->q, i);
    if (up == NSP_NONE || up == i) return NSP_NONE;
    if (up >= c->cue.words.first && up < c->cue.words.end) return i;
    i = up;
  }
  return NSP_NONE;
}

/* Where no tree is known: weak verbs announce only the marks right behind them ("shows “Hamlet” in May" says nothing),
 * and verbs of appeal a clause or an infinitive. */
static void announced_by_words(const verb_case *c, uint32_t i, opening *o) {
  const nsp__quoting *q = c->q;
  if (o->kind == IN_MARKS && says(c, NSP__SAYS(WEAK)) && !says(c, NSP__SAYS(NAMING)) && i != c->cue.group.end &&
      !nsp__is_mark(q, i - 1, NSP__MARK_COLON))
    o->kind = NOTHING;
  if (o->kind == NOTHING && nsp__takes_infinitive(c, i)) o->kind = INFINITIVE;
  if (o->kind == NOTHING && says(c, NSP__SAYS(URGE)) &&
      (nsp__function(q, i, NSP__SAYS(COMPLEMENTISER)) || nsp__looks_infinitive(q, i)))
    o->kind = CLAUSE;
}

/* "sagte, wer schieße, müsse gehen": a clause that a comma parts from its verb, where all clauses have one. */
static bool behind_own_comma(const verb_case *c, uint32_t i) {
  return nsp__is_mark(c->q, i - 1, NSP__MARK_COMMA) && i - 1 <= c->core.end && nsp__capital_nouns(c->q);
}

/* "a story that has proved to sell: the war": what a relative clause says ends before the colon. */
static bool is_relative(const verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t who = c->source.head;
  return q->tree.known && who != NSP_NONE && c->source.span.end == c->source.span.first + 1 &&
         ((q->tokens[who].feats & NSP__FEAT_WH) || nsp__function(q, who, NSP__SAYS(COMPLEMENTISER)));
}

/* Content that grammar words announce, whatever the tree says. */
static opening announced(const verb_case *c, uint32_t i, bool first) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false, false, false};
  if (q->mark_of[i] != NSP_NONE && q->marked.items[q->mark_of[i]].span.first == i && !nsp__marks_predicate(c, i) &&
      says(c, TAKES_MARKS | NSP__SAYS(TOPIC))) {
    o.kind = IN_MARKS;
  } else if (nsp__is_mark(q, i, NSP__MARK_COLON) && i + 1 < c->bounds.end && says(c, TAKES_MARKS) &&
             !(q->mark_of[i + 1] == NSP_NONE && (is_relative(c) || nsp__has_object(c, i)))) {
    o.kind = q->mark_of[i + 1] != NSP_NONE && q->mark_of[i] == NSP_NONE ? IN_MARKS : CLAUSE;
    o.at = i + 1;
  } else if (nsp__opens_clause(c, i)) {
    o.kind = CLAUSE;
    o.head = branch_of(c, i);
  } else if (says(c, TAKES_CLAUSE) && nsp__function(q, i, NSP__SAYS(INTERROGATIVE)) &&
             (first || says(c, TAKES_PERSON) || behind_own_comma(c, i))) {
    o.kind = CLAUSE;
    o.head = branch_of(c, i);
  } else if ((is_to(q, i) ||
              (i == c->cue.group.end && says(c, NSP__SAYS(DENY)) && nsp__names_role(q, "addressee", i)) ||
              (i + 1 < c->bounds.end && is_to(q, i + 1) && nsp__function(q, i, NSP__SAYS(NEGATION)))) &&
             (!q->tree.known || branch_of(c, i) != NSP_NONE || i == c->cue.group.end) &&
             says(c, NSP__SAYS(INFINITIVE) | NSP__SAYS(URGE) | NSP__SAYS(RAISING) | NSP__SAYS(ASK) | NSP__SAYS(TELL))) {
    o.kind = INFINITIVE;
    o.head = branch_of(c, i);
  }
  if (o.kind == NOTHING && nsp__clause_behind_person(c, i)) o = (opening){CLAUSE, i, NSP_NONE, false, false, true};
  if (!q->tree.known) announced_by_words(c, i, &o);
  o.announced = o.kind != NOTHING;
  return o;
}

/* "Aides say Roe plans to leave": a verb of wishing before an infinitive, taken for a noun. */
static bool plans_to(const nsp__quoting *q, uint32_t first, uint32_t to) {
  return is_to(q, to) && to > first && q->tokens[to - 1].tag == NSP__TAG_NOUN &&
         (nsp__tags_in(q, to - 1, NSP__CLASS_CUE_VERB) & NSP__SAYS(BELIEVE));
}

/* The tree lost the words right behind the verb. A verb of saying is followed by what was said all the same. */
static opening orphaned(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false, false, false};
  unsigned tag = q->tokens[i].tag;
  if (i != c->core.end || tag == NSP__TAG_ADP || tag == NSP__TAG_ADV || tag == NSP__TAG_CCONJ ||
      tag == NSP__TAG_SCONJ || nsp__is_month(q, i) || tag == NSP__TAG_VERB || tag == NSP__TAG_AUX)
    return o;
  bool clause = says(c, NSP__SAYS(SAY) | NSP__SAYS(BELIEVE));
  if (clause) {
    bool verb = false; /* a clause has one */
    for (uint32_t k = i; k < c->bounds.end && k < i + STEPS_RIGHT && !verb; k++)
      verb = q->tokens[k].tag == NSP__TAG_VERB || q->tokens[k].tag == NSP__TAG_AUX || plans_to(q, i, k);
    if (verb) o.kind = CLAUSE;
    o.orphan = verb;
  }
  if (o.kind == NOTHING && says(c, NSP__SAYS(TOPIC))) o.kind = OBJECT;
  return o;
}

/* Another verb of saying, with a tense of its own: what comes behind it is its own content. */
static bool speaks_here(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  const nsp__token *t = &q->tokens[i];
  bool own_clause = nsp__is_mark(q, i - 1, NSP__MARK_COMMA) && q->mark_of[i - 1] == NSP_NONE &&
                    q->mark_of[i] == NSP_NONE && !c->source.inverted;
  if (!q->tree.known && own_clause && nsp__capital_nouns(q)) /* "Als er gefragt wurde, antwortete Roth: …" */
    return (nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) & (NSP__SAYS(SAY) | NSP__SAYS(ASK))) &&
           !(nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) & NSP__SAYS(WEAK));
  if (!q->tree.known || t->tag != NSP__TAG_VERB || q->mark_of[i] != NSP_NONE) return false;
  bool behind_comma =
      (t->feats & NSP__FEAT_GERUND) && nsp__is_mark(q, i - 1, NSP__MARK_COMMA); /* "responded, saying" */
  if (!(t->feats & NSP__FEAT_FINITE) && !behind_comma) return false;
  if (q->tokens[i - 1].tag == NSP__TAG_CCONJ && nsp__has_rel(q, i, NSP__REL_BIT(CONJ)) &&
      nsp__head_of(q, i) == c->cue.head)
    return true; /* "said to Roe, and took a spoon that …" */
  const uint64_t verbs = NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(WRITE);
  uint64_t tags = nsp__tags_in(q, i, NSP__CLASS_CUE_VERB);
  if (behind_comma && (tags & NSP__SAYS(MANNER)) && i + 2 < c->bounds.end && nsp__is_mark(q, i + 1, NSP__MARK_COMMA))
    return false; /* "she asked, laughing, “…”": how */
  return (tags & verbs) && !(tags & NSP__SAYS(WEAK));
}

/* «…», señaló Roldán, quien recordó que …: behind a comma, without a tree, another verb of saying has its own content.
 */
static bool relative_says(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  uint64_t tags = q->tree.known || q->mark_of[i] != NSP_NONE ? 0 : nsp__tags_in(q, i, NSP__CLASS_CUE_VERB);
  return !nsp__capital_nouns(q) && (tags & NSP__SAYS(SAY)) && c->source.inverted &&
         (nsp__in_property(q, "relatives", i - 1) ||
          (i > c->core.end + 1 && nsp__function(q, i - 1, NSP__SAYS(AUXILIARY)) &&
           nsp__in_property(q, "relatives", i - 2)));
}

/* "the people admitted to the clinic from all towns are old": a subject has no preposition, and behind whom or where no
 * clause opens without one, so the tree is wrong. */
static bool opens_no_clause(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  uint32_t noun = nsp__head_of(q, i);
  if (i <= c->cue.group.end || nsp__is_punct(q, i - 1)) return false;
  if (q->tokens[i].tag == NSP__TAG_AUX && (q->tokens[i].feats & NSP__FEAT_FINITE))
    return !nsp__range_empty(c->addressee);
  return q->tokens[i].tag == NSP__TAG_ADP && noun != NSP_NONE && noun > i && nsp__has_rel(q, noun, SUBJECTS);
}

/* "said the approach | to it remained": a noun phrase right behind a verb of saying is no adverb, but for words of
 * time. */
static bool is_no_time(const verb_case *c, uint32_t i, uint32_t branch) {
  const nsp__quoting *q = c->q;
  return i == c->core.end && says(c, NSP__SAYS(SAY)) && nsp__has_rel(q, branch, NSP__REL_BIT(OBL_UNMARKED)) &&
         q->tokens[i].tag == NSP__TAG_DET && q->tokens[branch].tag == NSP__TAG_NOUN &&
         !nsp__in_property(q, "times", branch) && !nsp__is_month(q, branch);
}

/* What the tree makes of the phrase that begins at i: content, or something to walk over until *next. */
static opening parsed(verb_case *c, uint32_t i, uint32_t *next) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false, false, false};
  uint32_t branch = branch_of(c, i);
  *next = i + 1;
  bool behind_marks = c->core.first > 0 && q->mark_of[c->core.first - 1] != NSP_NONE; /* "…," he told a crowd that … */
  if (says(c, TAKES_PERSON) && i == c->core.end && !c->source.inverted && !behind_marks) {
    uint32_t end = nsp__whom_end(c, i); /* "had earlier warned residents that …", "promised fans that …" */
    if (end && (branch == NSP_NONE || (says(c, NSP__SAYS(TELL)) && nsp__is_complementiser(c, end)))) {
      c->addressee = (nsp__range){i, end};
      for (uint32_t k = i + 1; k < end; k++) /* "told the owners | at the meeting" */
        if (q->tokens[k].tag == NSP__TAG_ADP && !nsp__in_property(q, "of", k)) c->addressee.end = end = k;
      *next = nsp__whom_end(c, i);
      return o;
    }
  }
  if (branch == NSP_NONE) return orphaned(c, i);
  if (opens_no_clause(c, i)) {
    *next = c->bounds.end;
    return o;
  }
  nsp__range r = nsp__subtree(q, branch);
  if (nsp__is_month(q, branch) && r.end == branch + 1) { /* "said early on Sunday" */
    *next = r.end > i ? r.end : i + 1;
    return o;
  }
  o.head = branch;
  bool headless = !says(c, TAKES_CLAUSE) && (q->tokens[i].feats & NSP__FEAT_FINITE) &&
                  !c->source.inverted; /* "the man cited in it | does not exist" */
  if (headless) *next = r.end > i ? r.end : i + 1;
  if (headless) return o;
  uint32_t when = r.first == i ? nsp__behind_when(c, i, r.end) : i;
  if (when > i) {
    *next = when;
    return o;
  }
  if (r.end > i && nsp__is_verbless(q, (nsp__range){i, r.end})) {
    *next = r.end; /* "said Friday | on the show" */
    return o;
  }
  if (nsp__has_rel(q, branch, NSP__REL_BIT(CCOMP)) && says(c, TAKES_CLAUSE | NSP__SAYS(TOPIC))) {
    o.kind = CLAUSE;
    for (uint32_t k = i + 1; k < branch && k < i + SHORT_PHRASE && !o.announced; k++) /* "say by 55%-41% that …" */
      if (nsp__is_complementiser(c, k)) o.at = k, o.announced = true;
  } else if (nsp__has_rel(q, branch, NSP__REL_BIT(XCOMP)) &&
             says(c, NSP__SAYS(TOPIC) | NSP__SAYS(RAISING) | NSP__SAYS(INFINITIVE))) {
    o.kind = INFINITIVE;
  } else if (nsp__has_rel(q, branch, NSP__REL_BIT(PARATAXIS)) && says(c, NSP__SAYS(SAY))) {
    o.kind = CLAUSE;
  } else if (nsp__has_rel(q, branch, SUBJECTS) || is_no_time(c, i, branch) ||
             (nsp__has_rel(q, branch, OBJECTS) && !says(c, NSP__SAYS(TOPIC) | TAKES_PERSON))) {
    o = orphaned(c, i); /* "said the tax would rise": the tree took the clause's subject for the verb's */
    if (o.kind != NOTHING) return o;
  } else if (nsp__has_rel(q, branch, OBJECTS) && says(c, NSP__SAYS(SAY)) && nsp__has_tense_behind(c, r)) {
    o = (opening){CLAUSE, i, NSP_NONE, false, false, true};
  } else if (nsp__has_rel(q, branch, OBJECTS)) {
    bool person = says(c, TAKES_PERSON) && !says(c, NSP__SAYS(TOPIC));
    if (says(c, NSP__SAYS(TOPIC)))
      o.kind = OBJECT;
    else if (person && nsp__range_empty(c->addressee))
      c->addressee = nsp__trim_phrase(q, (nsp__range){r.first, r.first == i ? nsp__walked_over(c, i, r.end) : r.end});
    bool pronoun = !nsp__range_empty(c->addressee) && q->tokens[c->addressee.first].tag == NSP__TAG_PRON &&
                   (nsp__tags_in(q, c->addressee.first, NSP__CLASS_PRONOUN) & NSP__SAYS(OBJECT));
    if (pronoun) c->addressee.end = c->addressee.first + 1; /* "told us | yesterday" */
  } else if (nsp__has_rel(q, branch, NSP__REL_BIT(OBL)) && r.first == i && nsp__range_empty(c->addressee) &&
             nsp__names_role(q, "addressee", i)) {
    c->addressee = nsp__trim_phrase(q, (nsp__range){i + 1, r.first == i ? nsp__walked_over(c, i, r.end) : r.end});
  }
  if (r.first >= i && r.end > i) *next = nsp__walked_over(c, i, r.end);
  return o;
}

/* "said:" at the end of a line or a sentence: what was said is the marked stretch that comes next. */
static opening behind_colon(const verb_case *c, uint32_t colon) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, colon + 1, NSP_NONE, true, true, false};
  o.at = nsp__behind_dash(q, colon + 1);
  if (o.at < q->token_count && q->mark_of[o.at] != NSP_NONE && says(c, TAKES_MARKS) &&
      nsp__block_of_token(q, o.at) - nsp__block_of_token(q, colon) < 2)
    o.kind = IN_MARKS;
  return o;
}

/* "The pool, she said, will stay closed": the clause of saying stands between two commas, and the sentence goes on. */
static bool goes_on_behind(const verb_case *c, uint32_t comma) {
  const nsp__quoting *q = c->q;
  uint32_t i = comma + 1;
  if (comma != c->core.end || i >= c->bounds.end || nsp__is_punct(q, i) || q->mark_of[i] != NSP_NONE) return false;
  if (c->core.first < c->bounds.first + 2 || !nsp__is_mark(q, c->core.first - 1, NSP__MARK_COMMA) ||
      q->mark_of[c->core.first - 2] != NSP_NONE || nsp__range_empty(c->source.span) ||
      (c->source.inverted && !q->tree.known))
    return false;
  bool told = says(c, NSP__SAYS(TELL)); /* "The deal, two officials told Reuters, could be signed" */
  if (!says(c, NSP__SAYS(SAY) | NSP__SAYS(BELIEVE) | NSP__SAYS(TELL)) || says(c, NSP__SAYS(WEAK)) || c->cue.gerund ||
      (told && (nsp__range_empty(c->addressee) || !q->tree.known)))
    return false;
  const nsp__token *t = &q->tokens[i];
  return !(t->feats & (NSP__FEAT_GERUND | NSP__FEAT_WH)) && t->tag != NSP__TAG_SCONJ &&
         !nsp__listed(q, i, NSP__CLASS_CUE_VERB) &&
         nsp__range_empty(nsp__match(q, i, c->bounds.end, NSP__CLASS_CUE_ADVERB, NULL));
}

/* "called for a ceasefire", "pointed to “…”": the verb's own preposition leads to what was said. */
static bool behind_preposition(verb_case *c, opening *found) {
  const nsp__quoting *q = c->q;
  uint32_t i = c->core.end;
  if (c->cue.words.end - c->cue.words.first > 1 && i == c->cue.words.end && i < c->bounds.end &&
      says(c, NSP__SAYS(TOPIC)) && nsp__function(q, i - 1, NSP__SAYS(PREPOSITION))) {
    uint32_t end = says(c, NSP__SAYS(URGE)) && q->tree.known ? nsp__whom_end(c, i) : 0;
    if (end && nsp__opens_infinitive(q, end)) c->addressee = (nsp__range){i, end}; /* and part of what was said */
    *found = (opening){OBJECT, i, branch_of(c, i), false, true, false};
    return true;
  }
  if (i >= c->bounds.end || !nsp__takes_preposition(q, c->cue.record, i)) return false;
  if (says(c, NSP__SAYS(INFINITIVE)) && q->tree.known && nsp__opens_infinitive(q, i))
    return false; /* "agreed to meet" */
  c->extra = (nsp__range){i, i + 1};
  *found = (opening){OBJECT, i + 1, branch_of(c, i), false, true, false};
  return true;
}

/* "reminded us of the gap, which was wide": behind a phrase and its comma, a relative clause tells of that. */
static bool opens_relative(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  return (q->tokens[i].feats & NSP__FEAT_WH) && q->tree.known && i > c->cue.group.end + 1 &&
         nsp__is_mark(q, i - 1, NSP__MARK_COMMA) && nsp__in_property(q, "relatives", i);
}

/* "spoke to us on Friday, an hour in which": one comma alone before a noun phrase opens no object. */
static bool odd_comma(const verb_case *c, uint32_t end) {
  uint32_t commas = 0;
  for (uint32_t i = c->cue.group.end; i < end; i++) commas += nsp__is_mark(c->q, i, NSP__MARK_COMMA);
  return commas == 1;
}

/* Walks to the right from the end of the verb group until the content opens. */
opening nsp__find_opening(verb_case *c) {
  const nsp__quoting *q = c->q;
  opening none = {NOTHING, 0, NSP_NONE, false, false, false};
  uint32_t i = c->core.end;
  bool comma = false;
  if (behind_preposition(c, &none)) return none;
  uint32_t told = nsp__told_in_parenthesis(c, i);
  if (told > i) {
    c->addressee = (nsp__range){i, told};
    i = c->core.end = told;
  }
  for (int step = 0; i < c->bounds.end && step < STEPS_RIGHT; step++) {
    if (nsp__is_mark(q, i, NSP__MARK_SEMICOLON)) return none;
    uint32_t next = i + 1;
    if (i > c->cue.group.end && speaks_here(c, i)) return none;
    if (comma && relative_says(c, i)) return none;
    if (opens_relative(c, i)) return none;
    uint32_t behind = q->tree.known ? nsp__over_dashes(c, nsp__behind_whom(c, i)) : i;
    if (behind > i) {
      i = behind;
      continue;
    }
    if (nsp__is_title(c, i)) {
      i = q->marked.items[q->mark_of[i]].span.end;
      continue;
    }
    if (i + 1 == c->bounds.end && nsp__is_mark(q, i, NSP__MARK_COLON)) return behind_colon(c, i);
    opening o = announced(c, i, i == c->core.end || !nsp__range_empty(c->addressee));
    if (o.kind == NOTHING && nsp__is_month(q, i)) {
      if (i + 1 < c->bounds.end && nsp__in_property(q, "daytimes", i + 1)) i++;
      if (!comma) c->core.end = i + 1;
      i++;
      continue;
    }
    bool punct = nsp__is_punct(q, i);
    uint32_t cited = comma && o.kind == NOTHING ? nsp__over_participle(c, i) : i;
    if (cited > i) {
      i = cited;
      continue;
    }
    if (!q->tree.known && (nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) & NSP__SAYS(GERUND)))
      return none; /* "…, adding that" */
    if (o.kind == NOTHING && nsp__is_mark(q, i, NSP__MARK_COMMA) && goes_on_behind(c, i)) {
      o = (opening){CLAUSE, i + 1, NSP_NONE, true, false, true};
      return o;
    }
    if (o.kind == NOTHING && !punct) o = q->tree.known ? parsed(c, i, &next) : nsp__guess_opening(c, i, comma, &next);
    uint32_t over = comma && o.kind == CLAUSE && !o.announced ? nsp__over_when(q, i, c->bounds.end) : i;
    if (over > i) {
      i = over;
      continue;
    }
    if (o.kind != NOTHING) {
      if (o.kind == IN_MARKS && nsp__taken_by_another(c, i)) return none;
      if (o.kind == IN_MARKS && comma && q->tree.known && !says(c, TAKES_MARKS))
        return none; /* "is speaking, “but …”" */
      if (o.kind == OBJECT && comma && q->tree.known && !o.announced && odd_comma(c, i)) return none;
      o.behind_comma = comma;
      return o;
    }
    if (punct) comma |= nsp__is_mark(q, i, NSP__MARK_COMMA);
    if (!comma && next > i) c->core.end = next < c->bounds.end ? next : c->bounds.end;
    i = next > i ? next : i + 1;
  }
  return none;
}

/* Reporting verbs. A clause of saying stands before what was said ("she said that …"), behind it ("…, she said"), or in
 * the middle of it. From the verb on, the step walks to the right over whom, when and where, until it finds where the
 * content opens; when it finds nothing there, the content is what stands on the left, before a comma or a mark. */
#include "quote/attribute.h"
#include "quote/adjunct.h"
#include "quote/tree.h"

enum { STEPS_RIGHT = 40, CLIMB = 12 };

typedef enum opening_kind { NOTHING, IN_MARKS, CLAUSE, INFINITIVE, OBJECT } opening_kind;

typedef struct opening {
  opening_kind kind;
  uint32_t at;    /* first token of the content */
  uint32_t head;  /* of its clause or phrase, NSP_NONE when the tree does not tell */
  bool behind_comma;
  bool announced; /* by a mark, a colon or a word of grammar */
  bool orphan;    /* the tree does not know that it belongs to the verb */
} opening;

typedef struct verb_case {
  nsp__quoting *q;
  nsp__range bounds;
  nsp__cue cue;
  nsp__source source;
  nsp__range core;   /* the clause of saying: subject, verb, and what was walked over */
  nsp__range addressee;
  nsp__range extra;  /* preposition that joined the cue */
  bool on_left;      /* what was said stands before the clause of saying */
  bool shared;       /* the source is that of the reporting verb before */
} verb_case;

#define TAKES_CLAUSE                                                                                          \
  (NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(BELIEVE) | NSP__SAYS(WRITE) | NSP__SAYS(DENY) | \
   NSP__SAYS(REJECT) | NSP__SAYS(RAISING))
#define TAKES_MARKS (TAKES_CLAUSE | NSP__SAYS(MANNER) | NSP__SAYS(URGE))
#define TAKES_PERSON (NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(URGE))
#define SUBJECTS (NSP__REL_BIT(NSUBJ) | NSP__REL_BIT(NSUBJ_PASS))
#define OBJECTS (NSP__REL_BIT(OBJ) | NSP__REL_BIT(IOBJ))

static bool says(const verb_case *c, uint64_t tags) { return (c->cue.tags & tags) != 0; }

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

static bool is_to(const nsp__quoting *q, uint32_t i) {
  return q->tokens[i].tag == NSP__TAG_PART && !nsp__function(q, i, NSP__SAYS(NEGATION));
}

/* "that" is many things: where the tagger takes it for a pronoun, only what follows can make it a conjunction. */
static bool is_complementiser(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  if (!nsp__function(q, i, NSP__SAYS(COMPLEMENTISER))) return false;
  if (q->tokens[i].tag != NSP__TAG_DET && q->tokens[i].tag != NSP__TAG_PRON) return true;
  if (i + 1 >= c->bounds.end) return false;
  unsigned next = q->tokens[i + 1].tag;
  return nsp__is_quote_mark(q, i + 1) || next == NSP__TAG_PRON || next == NSP__TAG_DET || next == NSP__TAG_PROPN;
}

/* Content that grammar words announce, whatever the tree says. */
static opening announced(const verb_case *c, uint32_t i, bool first) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false, false, false};
  uint32_t branch = branch_of(c, i);
  if (q->mark_of[i] != NSP_NONE && q->marked.items[q->mark_of[i]].span.first == i && says(c, TAKES_MARKS | NSP__SAYS(TOPIC))) {
    o.kind = IN_MARKS;
  } else if (nsp__is_mark(q, i, NSP__MARK_COLON) && i + 1 < c->bounds.end && says(c, TAKES_MARKS)) {
    o.kind = CLAUSE;
    o.at = i + 1;
  } else if (says(c, TAKES_CLAUSE) && is_complementiser(c, i)) {
    o.kind = CLAUSE;
    o.head = branch;
  } else if (says(c, TAKES_CLAUSE) && nsp__function(q, i, NSP__SAYS(INTERROGATIVE)) && (first || says(c, TAKES_PERSON))) {
    o.kind = CLAUSE;
    o.head = branch;
  } else if (is_to(q, i) && (branch != NSP_NONE || !q->tree.known) &&
             says(c, NSP__SAYS(INFINITIVE) | NSP__SAYS(URGE) | NSP__SAYS(RAISING) | NSP__SAYS(ASK) | NSP__SAYS(TELL))) {
    o.kind = INFINITIVE;
    o.head = branch;
  }
  o.announced = o.kind != NOTHING;
  return o;
}

/* The tree lost the words right behind the verb. A verb of saying is followed by what was said all the same. */
static opening orphaned(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false, false, false};
  unsigned tag = q->tokens[i].tag;
  if (i != c->core.end || tag == NSP__TAG_ADP || tag == NSP__TAG_ADV || tag == NSP__TAG_CCONJ || tag == NSP__TAG_SCONJ ||
      nsp__listed(q, i, NSP__CLASS_MONTH) || tag == NSP__TAG_VERB || tag == NSP__TAG_AUX)
    return o;
  bool clause = says(c, NSP__SAYS(SAY) | NSP__SAYS(BELIEVE));
  if (clause) {
    bool verb = false; /* a clause has one */
    for (uint32_t k = i; k < c->bounds.end && k < i + STEPS_RIGHT && !verb; k++)
      verb = q->tokens[k].tag == NSP__TAG_VERB || q->tokens[k].tag == NSP__TAG_AUX;
    if (verb) o.kind = CLAUSE;
    o.orphan = verb;
  }
  if (o.kind == NOTHING && says(c, NSP__SAYS(TOPIC))) o.kind = OBJECT;
  return o;
}

/* The end of a phrase that is walked over: no colon and no quotation is passed so. */
static uint32_t walked_over(const nsp__quoting *q, uint32_t at, uint32_t end) {
  for (uint32_t i = at + 1; i < end; i++)
    if (nsp__is_mark(q, i, NSP__MARK_COLON) || (q->mark_of[i] != NSP_NONE && q->mark_of[i - 1] == NSP_NONE)) return i;
  return end;
}

/* What the tree makes of the phrase that begins at i: content, or something to walk over until *next. */
static opening parsed(verb_case *c, uint32_t i, uint32_t *next) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false, false, false};
  uint32_t branch = branch_of(c, i);
  *next = i + 1;
  if (branch == NSP_NONE) return orphaned(c, i);
  nsp__range r = nsp__subtree(q, branch);
  o.head = branch;
  if (nsp__has_rel(q, branch, NSP__REL_BIT(CCOMP)) && says(c, TAKES_CLAUSE | NSP__SAYS(TOPIC))) {
    o.kind = CLAUSE;
  } else if (nsp__has_rel(q, branch, NSP__REL_BIT(XCOMP)) && says(c, NSP__SAYS(TOPIC) | NSP__SAYS(RAISING) | NSP__SAYS(INFINITIVE))) {
    o.kind = INFINITIVE;
  } else if (nsp__has_rel(q, branch, NSP__REL_BIT(PARATAXIS)) && says(c, NSP__SAYS(SAY))) {
    o.kind = CLAUSE;
  } else if (nsp__has_rel(q, branch, SUBJECTS) || (nsp__has_rel(q, branch, OBJECTS) && !says(c, NSP__SAYS(TOPIC) | TAKES_PERSON))) {
    o = orphaned(c, i); /* "said the tax would rise": the tree took the clause's subject for the verb's */
    if (o.kind != NOTHING) return o;
  } else if (nsp__has_rel(q, branch, OBJECTS)) {
    bool person = says(c, TAKES_PERSON) && !says(c, NSP__SAYS(TOPIC));
    if (says(c, NSP__SAYS(TOPIC))) o.kind = OBJECT;
    else if (person && nsp__range_empty(c->addressee)) c->addressee = nsp__trim_phrase(q, r);
  } else if (nsp__has_rel(q, branch, NSP__REL_BIT(OBL)) && r.first == i && nsp__range_empty(c->addressee) &&
             nsp__names_role(q, "addressee", i)) {
    c->addressee = nsp__trim_phrase(q, (nsp__range){i + 1, r.end});
  }
  if (r.first >= i && r.end > i) *next = walked_over(q, i, r.end);
  return o;
}

/* No tree: prepositions and adverbs lead phrases to walk over; anything else opens a bare clause or an object. */
static opening guessed(verb_case *c, uint32_t i, bool comma, uint32_t *next) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false, false, false};
  uint32_t head;
  *next = i + 1;
  if (comma && says(c, TAKES_CLAUSE) && nsp__reported_clause(q, i, c->bounds.end)) {
    o.kind = CLAUSE;
    o.announced = true;
    return o;
  }
  if (nsp__function(q, i, NSP__SAYS(PREPOSITION))) {
    nsp__range phrase = nsp__phrase_right(q, i + 1, c->bounds.end, &head);
    if (!nsp__range_empty(phrase)) *next = phrase.end;
    return o;
  }
  if (nsp__is_punct(q, i) || nsp__function(q, i, NSP__SAYS(ADVERB)) || nsp__listed(q, i, NSP__CLASS_MONTH)) return o;
  if (says(c, TAKES_PERSON) && !says(c, NSP__SAYS(SAY)) && nsp__range_empty(c->addressee)) {
    c->addressee = nsp__phrase_right(q, i, c->bounds.end, &head);
    if (!nsp__range_empty(c->addressee)) *next = c->addressee.end;
    return o;
  }
  if (i != c->core.end) return o;
  if (says(c, NSP__SAYS(TOPIC))) o.kind = OBJECT;
  return o;
}

/* “Meet the Press” behind a preposition or an article is a name, not what was said. */
static bool is_title(const verb_case *c, uint32_t i) {
  const nsp__quoting *q = c->q;
  uint32_t m = q->mark_of[i];
  if (m == NSP_NONE || q->marked.items[m].span.first != i || i == c->bounds.first) return false;
  if (c->extra.end == i && !nsp__range_empty(c->extra)) return false;
  if (!nsp__function(q, i - 1, NSP__SAYS(PREPOSITION) | NSP__SAYS(ARTICLE)) && !(q->tokens[i - 1].feats & NSP__FEAT_POSSESSIVE))
    return false;
  return !nsp__function(q, i - 1, NSP__SAYS(COMPLEMENTISER));
}

/* "said:" at the end of a line or a sentence: what was said is the marked stretch that comes next. */
static opening behind_colon(const verb_case *c, uint32_t colon) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, colon + 1, NSP_NONE, true, true, false};
  if (colon + 1 < q->token_count && q->mark_of[colon + 1] != NSP_NONE && says(c, TAKES_MARKS) &&
      nsp__block_of_token(q, colon + 1) - nsp__block_of_token(q, colon) < 2)
    o.kind = IN_MARKS;
  return o;
}

/* "The pool, she said, will stay closed": the clause of saying stands between two commas, and the sentence goes on. */
static bool goes_on_behind(const verb_case *c, uint32_t comma) {
  const nsp__quoting *q = c->q;
  uint32_t i = comma + 1;
  if (comma != c->core.end || i >= c->bounds.end || nsp__is_punct(q, i) || q->mark_of[i] != NSP_NONE) return false;
  if (c->core.first < c->bounds.first + 2 || !nsp__is_mark(q, c->core.first - 1, NSP__MARK_COMMA) ||
      q->mark_of[c->core.first - 2] != NSP_NONE || nsp__range_empty(c->source.span) || c->source.inverted)
    return false;
  if (!says(c, NSP__SAYS(SAY) | NSP__SAYS(BELIEVE)) || says(c, NSP__SAYS(WEAK) | NSP__SAYS(TELL)) || c->cue.gerund) return false;
  const nsp__token *t = &q->tokens[i];
  return !(t->feats & (NSP__FEAT_GERUND | NSP__FEAT_WH)) && t->tag != NSP__TAG_SCONJ && !nsp__listed(q, i, NSP__CLASS_CUE_VERB) &&
         nsp__range_empty(nsp__match(q, i, c->bounds.end, NSP__CLASS_CUE_ADVERB, NULL));
}

/* Walks to the right from the end of the verb group until the content opens. */
static opening find_opening(verb_case *c) {
  const nsp__quoting *q = c->q;
  opening none = {NOTHING, 0, NSP_NONE, false, false, false};
  uint32_t i = c->core.end;
  bool comma = false;
  if (c->cue.words.end - c->cue.words.first > 1 && i == c->cue.words.end && i < c->bounds.end && says(c, NSP__SAYS(TOPIC)) &&
      nsp__function(q, i - 1, NSP__SAYS(PREPOSITION))) {
    opening o = {OBJECT, i, branch_of(c, i), false, true, false};
    return o;
  }
  if (i < c->bounds.end && nsp__takes_preposition(q, c->cue.record, i)) {
    c->extra = (nsp__range){i, i + 1};
    opening o = {OBJECT, i + 1, branch_of(c, i), false, true, false};
    return o;
  }
  for (int step = 0; i < c->bounds.end && step < STEPS_RIGHT; step++) {
    if (nsp__is_mark(q, i, NSP__MARK_SEMICOLON)) return none;
    uint32_t next = i + 1;
    if (is_title(c, i)) {
      i = q->marked.items[q->mark_of[i]].span.end;
      continue;
    }
    if (i + 1 == c->bounds.end && nsp__is_mark(q, i, NSP__MARK_COLON)) return behind_colon(c, i);
    opening o = announced(c, i, i == c->core.end || !nsp__range_empty(c->addressee));
    if (o.kind == NOTHING && nsp__listed(q, i, NSP__CLASS_MONTH)) {
      if (!comma) c->core.end = i + 1;
      i++;
      continue;
    }
    bool punct = nsp__is_punct(q, i);
    if (!q->tree.known && (nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) & NSP__SAYS(GERUND))) return none; /* "…, adding that" */
    if (o.kind == NOTHING && nsp__is_mark(q, i, NSP__MARK_COMMA) && goes_on_behind(c, i)) {
      o = (opening){CLAUSE, i + 1, NSP_NONE, true, false, true};
      return o;
    }
    if (o.kind == NOTHING && !punct) o = q->tree.known ? parsed(c, i, &next) : guessed(c, i, comma, &next);
    if (o.kind != NOTHING) {
      o.behind_comma = comma;
      return o;
    }
    if (punct) comma |= nsp__is_mark(q, i, NSP__MARK_COMMA);
    if (!comma && next > i) c->core.end = next < c->bounds.end ? next : c->bounds.end;
    i = next > i ? next : i + 1;
  }
  return none;
}

/* Where the words on the left of the clause of saying end, when they can be what was said: before a comma, a dash or a
 * closing mark. 0: they can not. */
static uint32_t left_end(const verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t i = c->core.first;
  if (i == c->bounds.first + 1 && c->bounds.first > 0 && (q->tokens[i - 1].shape & NSP__SHAPE_DASH) &&
      q->mark_of[i - 2] != NSP_NONE && nsp__block_of_token(q, i) == nsp__block_of_token(q, i - 2))
    return i; /* "– Is it? – he asked." */
  if (i == 0 || i == c->bounds.first + 1) return 0;
  if (i == c->bounds.first) { /* "“Is it?” Roe asked": a sentence border may have come between */
    if (q->mark_of[i - 1] == NSP_NONE || nsp__block_of_token(q, i) != nsp__block_of_token(q, i - 1)) return 0;
    bool asked = i > 1 && (nsp__is_mark(q, i - 2, NSP__MARK_QUESTION) || nsp__is_mark(q, i - 2, NSP__MARK_EXCLAMATION));
    if ((q->tokens[i].shape & NSP__SHAPE_CAPITAL) && !asked) return 0;
  }
  const nsp__token *before = &q->tokens[i - 1];
  if (before->punct == NSP__MARK_COMMA || before->punct == NSP__MARK_DASH || before->punct == NSP__MARK_QUESTION ||
      before->punct == NSP__MARK_EXCLAMATION || (before->shape & NSP__SHAPE_CLOSE_QUOTE))
    return i;
  return 0;
}

/* Does something of the writer's own lead into the marked words: a word right before them, and no comma? */
static bool led_into(const verb_case *c, uint32_t mark) {
  const nsp__quoting *q = c->q;
  uint32_t i = q->marked.items[mark].span.first;
  return i > c->bounds.first && !nsp__is_punct(q, i - 1) && !nsp__function(q, i - 1, NSP__SAYS(CONJUNCTION));
}

static uint32_t left_start(const verb_case *c, uint32_t end, uint32_t mark) {
  const nsp__quoting *q = c->q;
  uint32_t i = end;
  if (mark != NSP_NONE && !led_into(c, mark)) return q->marked.items[mark].span.first;
  for (; i > c->bounds.first; i--) {
    uint32_t m = q->mark_of[i - 1];
    if (m != NSP_NONE && q->marked.items[m].span.first >= c->bounds.first && q->marked.items[m].span.end <= end) {
      i = q->marked.items[m].span.first + 1;
      continue;
    }
    if (m == NSP_NONE && (nsp__is_mark(q, i - 1, NSP__MARK_SEMICOLON) || nsp__is_mark(q, i - 1, NSP__MARK_COLON))) break;
  }
  return i;
}

/* "was quoted by Interfax as saying": the agent of a passive right before the cue passes it on. */
static nsp__range quoted_by(const verb_case *c) {
  const nsp__quoting *q = c->q;
  nsp__cue outer;
  for (uint32_t i = c->cue.group.first; i > c->bounds.first && c->cue.group.first - i < CLIMB; i--)
    if (nsp__verb_cue(q, i - 1, c->bounds, &outer) && outer.passive) return nsp__find_source(q, c->bounds, &outer).span;
  return nsp__no_range();
}

static void fill(verb_case *c, nsp__draft *draft) {
  const nsp__quoting *q = c->q;
  draft->cue = (nsp__range){c->cue.group.first, c->cue.group.end};
  if (!c->q->tree.known) /* no tagger saw that the adverb belongs to the verb */
    while (draft->cue.first < c->cue.words.first && nsp__function(c->q, draft->cue.first, NSP__SAYS(ADVERB))) draft->cue.first++;
  if (c->cue.particle != NSP_NONE) draft->cue2 = (nsp__range){c->cue.particle, c->cue.particle + 1};
  if (c->cue.inner != NSP_NONE) {
    draft->cue.end = c->cue.inner;
    draft->cue2 = (nsp__range){c->cue.inner + 1, c->cue.group.end};
  }
  if (!nsp__range_empty(c->extra)) draft->cue.end = c->extra.end;
  draft->cue_head = c->cue.head;
  if (!says(c, NSP__SAYS(RAISING))) {
    draft->source = c->source.span;
    draft->source_head = c->source.head;
  }
  if (c->cue.gerund) draft->relay = quoted_by(c);
  nsp__range where = {c->bounds.first, c->core.end};
  if (c->on_left) where.first = c->core.first;
  nsp__find_adjuncts(q, where, c->source.span, draft);
  draft->addressee = c->addressee;
  if (c->cue.negated) draft->flags |= says(c, NSP__SAYS(DENY)) ? 0 : NSP_QUOTE_NOT_SAID;
  if (says(c, NSP__SAYS(DENY)) && !c->cue.negated) draft->flags |= NSP_QUOTE_DENIED;
  if (says(c, NSP__SAYS(REJECT))) draft->flags |= NSP_QUOTE_DISPUTED;
  if (says(c, NSP__SAYS(ASK))) draft->flags |= NSP_QUOTE_QUESTION;
  if (says(c, NSP__SAYS(BELIEVE)) && !says(c, NSP__SAYS(SAY))) draft->flags |= NSP_QUOTE_BELIEF;
}

/* "Roe agreed. “It is late.”": the clause of saying is a sentence of its own, and speech alone follows. */
static opening in_next_sentence(const verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t next = c->bounds.end;
  opening o = {NOTHING, next, NSP_NONE, true, true, false};
  if (nsp__range_empty(c->source.span) || c->cue.passive || c->cue.gerund || !says(c, TAKES_MARKS) || next >= q->token_count)
    return o;
  if (q->mark_of[next] == NSP_NONE || q->marked.items[q->mark_of[next]].span.first != next || !nsp__is_stop(q, next - 1) ||
      nsp__block_of_token(q, next) != nsp__block_of_token(q, next - 1) || next - c->core.end > 8)
    return o;
  if (!nsp__stands_alone(q, &q->marked.items[q->mark_of[next]])) return o;
  o.kind = IN_MARKS;
  return o;
}

/* A sentence that opens with its cue, "Asked whether …, Roe said …": the content ends where the main clause begins. */
static uint32_t before_main_clause(const verb_case *c, uint32_t at, uint32_t end) {
  const nsp__quoting *q = c->q;
  if (c->cue.group.first > c->bounds.first + 1 || !nsp__range_empty(c->source.span)) return end;
  for (uint32_t i = at + 1; i + 1 < end; i++) {
    if (!nsp__is_mark(q, i, NSP__MARK_COMMA) || q->mark_of[i] != NSP_NONE) continue;
    uint32_t top = i + 1;
    for (int k = 0; k < CLIMB; k++) {
      uint32_t up = nsp__head_of(q, top);
      if (up == NSP_NONE || up == top || up < i) break;
      if (nsp__has_rel(q, top, SUBJECTS) && nsp__head_of(q, c->cue.head) == up) return i;
      top = up;
    }
    for (uint32_t k = i + 1; k < end && k < i + 10 && !nsp__is_punct(q, k); k++) {
      nsp__cue other;
      if (nsp__verb_cue(q, k, c->bounds, &other) && (q->tokens[k].feats & NSP__FEAT_FINITE) && k > i + 1) return i;
    }
  }
  return end;
}

/* "urged him to accept “…” and to sign “…”": the writer's own words are verbs alone, so the marked ones are the content. */
static bool marked_objects(verb_case *c, nsp__range r, nsp__draft *draft) {
  nsp__quoting *q = c->q;
  uint32_t stretches = 0;
  for (uint32_t i = r.first; i < r.end; i++) {
    uint32_t m = q->mark_of[i];
    if (m != NSP_NONE) {
      stretches++;
      i = q->marked.items[m].span.end - 1;
      continue;
    }
    const nsp__token *t = &q->tokens[i];
    bool verb = t->tag == NSP__TAG_VERB && i + 1 < r.end && q->mark_of[i + 1] != NSP_NONE;
    if (!verb && !is_to(q, i) && t->tag != NSP__TAG_CCONJ && !nsp__is_mark(q, i, NSP__MARK_COMMA)) return false;
  }
  if (!stretches) return false;
  for (uint32_t i = r.first; i < r.end; i++) {
    uint32_t m = q->mark_of[i];
    if (m == NSP_NONE) continue;
    if (!nsp__draft_add(q, draft, q->marked.items[m].span)) return false;
    i = q->marked.items[m].span.end - 1;
  }
  draft->outside = true;
  return true;
}

static bool right_content(verb_case *c, opening o, nsp__draft *draft) {
  nsp__quoting *q = c->q;
  uint32_t m = q->mark_of[o.at];
  if (o.kind == IN_MARKS || (m != NSP_NONE && q->marked.items[m].span.first == o.at)) {
    draft->rule = NSP__RULE_QUOTE_CLAUSE;
    nsp__range span = q->marked.items[m].span;
    draft->outside = !nsp__range_empty(c->extra) && span.end < nsp__text_end(q, c->bounds); /* "pointed to “…” in doing so" */
    return nsp__draft_add(q, draft, span);
  }
  nsp__range r = {o.at, nsp__content_end(q, c->bounds, o.orphan ? NSP_NONE : c->cue.head, o.at, o.head, o.kind == OBJECT)};
  r.end = before_main_clause(c, r.first, r.end);
  if (o.kind == INFINITIVE && marked_objects(c, r, draft)) return true;
  draft->rule = o.kind == OBJECT ? NSP__RULE_OBJECT : o.kind == INFINITIVE ? NSP__RULE_INFINITIVE : NSP__RULE_VERB_CLAUSE;
  return nsp__draft_add(q, draft, r);
}

/* The marked stretch that ends right before `left`, a comma between allowed, or NSP_NONE. */
static uint32_t mark_before(const verb_case *c, uint32_t left) {
  const nsp__quoting *q = c->q;
  if (!left) return NSP_NONE;
  uint32_t i = left - 1;
  for (int k = 0; k < 2 && q->mark_of[i] == NSP_NONE && i > 0 && nsp__is_punct(q, i); k++) i--; /* ", —" */
  return q->mark_of[i];
}

/* May the words on the left be what was said? Between marks always; else only with a plain verb of saying and somebody
 * who says it. */
static bool left_is_content(const verb_case *c, uint32_t left, uint32_t mark, const opening *o) {
  if (!left || !says(c, TAKES_MARKS) || c->cue.passive) return false;
  if (o->kind != NOTHING && o->kind != IN_MARKS && !o->behind_comma) return false;
  if (c->cue.gerund && o->kind == IN_MARKS) return false; /* "“…,” she said, adding, “…”" */
  if (mark != NSP_NONE) return true;
  if (!says(c, TAKES_CLAUSE) || says(c, NSP__SAYS(WEAK)) || nsp__range_empty(c->source.span) || c->cue.gerund) return false;
  if (o->kind == CLAUSE && o->orphan && o->behind_comma) return true; /* it goes on behind the clause of saying */
  for (uint32_t i = c->bounds.first; i < left; i++) /* a clause has a verb */
    if (!c->q->tree.known || c->q->tokens[i].tag == NSP__TAG_VERB || c->q->tokens[i].tag == NSP__TAG_AUX) return true;
  return false;
}

static void find_core(verb_case *c) {
  c->core = c->cue.group;
  if (nsp__range_empty(c->source.span) || c->shared) return;
  if (c->source.span.first < c->core.first) c->core.first = c->source.span.first;
  if (c->source.inverted && c->source.span.first <= c->core.end + 1) c->core.end = c->source.span.end;
}

static bool attribute_verb(verb_case *c, uint32_t sentence) {
  nsp__quoting *q = c->q;
  nsp__draft draft = nsp__draft_new(NSP__RULE_VERB_CLAUSE, sentence);
  find_core(c);
  uint32_t left = left_end(c), mark = mark_before(c, left);
  opening o = find_opening(c);
  if (mark != NSP_NONE && o.kind != NOTHING && !o.announced) { /* "…," Roe told the council */
    if (says(c, TAKES_PERSON) && nsp__range_empty(c->addressee)) {
      uint32_t head;
      c->addressee = nsp__phrase_right(q, o.at, c->bounds.end, &head);
    }
    o.kind = NOTHING;
  }
  if (!q->tree.known && mark != NSP_NONE && c->source.inverted && o.kind == CLAUSE && !o.behind_comma)
    o.kind = NOTHING; /* « … », a ajouté un élu qui … */
  bool on_left = left_is_content(c, left, mark, &o);
  bool in_marks = (on_left && mark != NSP_NONE) || o.kind == IN_MARKS;
  if (!on_left && o.kind == NOTHING) o = in_next_sentence(c);
  if (!on_left && o.kind == NOTHING) return true;
  if (says(c, NSP__SAYS(WEAK)) && !on_left && !o.announced) return true; /* "saw the plan" says nothing */
  if (c->cue.passive && nsp__range_empty(c->source.span) && o.announced && nsp__is_mark(q, o.at - 1, NSP__MARK_COLON)) return true;
  if (says(c, NSP__SAYS(MANNER)) && !says(c, TAKES_CLAUSE) && !in_marks) return true;
  c->on_left = on_left;
  fill(c, &draft);
  if (on_left) {
    draft.rule = mark != NSP_NONE ? NSP__RULE_QUOTE_CLAUSE : NSP__RULE_VERB_CLAUSE;
    nsp__draft_add(q, &draft, (nsp__range){left_start(c, left, mark), left});
  }
  if (says(c, NSP__SAYS(RAISING)) && !nsp__range_empty(c->source.span)) nsp__draft_add(q, &draft, c->source.span);
  if (o.kind != NOTHING) right_content(c, o, &draft);
  return nsp__draft_keep(q, &draft);
}

/* Without a tree: "…, adding that …" and "… and asked …" have the subject of the reporting verb before them. */
static void share_source(verb_case *c, uint32_t sentence) {
  const nsp__quoting *q = c->q;
  if (!q->drafts.count || q->drafts.items[q->drafts.count - 1].sentence != sentence) return;
  bool joined = c->cue.gerund || (c->cue.group.first > c->bounds.first &&
                                  nsp__function(q, c->cue.group.first - 1, NSP__SAYS(CONJUNCTION)));
  const nsp__draft *before = &q->drafts.items[q->drafts.count - 1];
  if (!joined || nsp__range_empty(before->source)) return;
  c->shared = true;
  c->source.span = before->source;
  c->source.head = before->source_head;
}

bool nsp__attribute_verbs(nsp__quoting *q, uint32_t sentence, nsp__range part) {
  nsp__range s = nsp__sentence_range(q, sentence);
  for (uint32_t i = part.first; i < part.end; i++) {
    if (q->mark_of[i] != NSP_NONE) continue;
    verb_case c = {.q = q, .bounds = s};
    if (!nsp__verb_cue(q, i, s, &c.cue)) continue;
    c.source = nsp__find_source(q, s, &c.cue);
    if (nsp__range_empty(c.source.span) && (!q->tree.known || c.cue.gerund)) share_source(&c, sentence);
    if (!attribute_verb(&c, sentence)) return false;
    i = c.cue.words.end - 1;
  }
  return true;
}

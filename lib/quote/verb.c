/* Reporting verbs. A clause of saying stands before what was said ("she said that …"), behind it ("…, she said"), or in
 * the middle of it. From the verb on, the step walks to the right over whom, when and where, until it finds where the
 * content opens; when it finds nothing there, the content is what stands on the left, before a comma or a mark. */
#include "quote/attribute.h"
#include "quote/tree.h"

enum { STEPS_RIGHT = 40, CLIMB = 12 };

typedef enum opening_kind { NOTHING, IN_MARKS, CLAUSE, INFINITIVE, OBJECT } opening_kind;

typedef struct opening {
  opening_kind kind;
  uint32_t at;    /* first token of the content */
  uint32_t head;  /* of its clause or phrase, NSP_NONE when the tree does not tell */
  bool behind_comma;
} opening;

typedef struct verb_case {
  nsp__quoting *q;
  nsp__range bounds;
  nsp__cue cue;
  nsp__source source;
  nsp__range core;   /* the clause of saying: subject, verb, and what was walked over */
  nsp__range addressee;
  nsp__range extra;  /* preposition that joined the cue */
} verb_case;

#define TAKES_CLAUSE                                                                                          \
  (NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(BELIEVE) | NSP__SAYS(WRITE) | NSP__SAYS(DENY) | \
   NSP__SAYS(REJECT) | NSP__SAYS(RAISING))
#define TAKES_MARKS (TAKES_CLAUSE | NSP__SAYS(MANNER) | NSP__SAYS(URGE))
#define TAKES_PERSON (NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(URGE))
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

/* Content that grammar words announce, whatever the tree says. */
static opening announced(const verb_case *c, uint32_t i, bool first) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false};
  uint32_t branch = branch_of(c, i);
  if (q->mark_of[i] != NSP_NONE && q->marked.items[q->mark_of[i]].span.first == i && says(c, TAKES_MARKS | NSP__SAYS(TOPIC))) {
    o.kind = IN_MARKS;
  } else if (nsp__is_mark(q, i, NSP__MARK_COLON) && i + 1 < c->bounds.end && says(c, TAKES_MARKS)) {
    o.kind = CLAUSE;
    o.at = i + 1;
  } else if (says(c, TAKES_CLAUSE) && nsp__function(q, i, NSP__SAYS(COMPLEMENTISER)) &&
             (q->tokens[i].tag != NSP__TAG_DET && q->tokens[i].tag != NSP__TAG_PRON)) {
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
  return o;
}

/* What the tree makes of the phrase that begins at i: content, or something to walk over until *next. */
static opening parsed(verb_case *c, uint32_t i, uint32_t *next) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false};
  uint32_t branch = branch_of(c, i);
  *next = i + 1;
  if (branch == NSP_NONE) return o;
  nsp__range r = nsp__subtree(q, branch);
  o.head = branch;
  if (nsp__has_rel(q, branch, NSP__REL_BIT(CCOMP)) && says(c, TAKES_CLAUSE | NSP__SAYS(TOPIC))) {
    o.kind = CLAUSE;
  } else if (nsp__has_rel(q, branch, NSP__REL_BIT(XCOMP)) && says(c, NSP__SAYS(TOPIC) | NSP__SAYS(RAISING) | NSP__SAYS(INFINITIVE))) {
    o.kind = INFINITIVE;
  } else if (nsp__has_rel(q, branch, NSP__REL_BIT(PARATAXIS)) && says(c, NSP__SAYS(SAY))) {
    o.kind = CLAUSE;
  } else if (nsp__has_rel(q, branch, OBJECTS)) {
    bool person = says(c, TAKES_PERSON) && !says(c, NSP__SAYS(TOPIC));
    if (says(c, NSP__SAYS(TOPIC))) o.kind = OBJECT;
    else if (person && nsp__range_empty(c->addressee)) c->addressee = r;
  }
  if (r.first >= i && r.end > i) *next = r.end;
  return o;
}

/* No tree: prepositions and adverbs lead phrases to walk over; anything else opens a bare clause or an object. */
static opening guessed(verb_case *c, uint32_t i, uint32_t *next) {
  const nsp__quoting *q = c->q;
  opening o = {NOTHING, i, NSP_NONE, false};
  uint32_t head;
  *next = i + 1;
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

/* Walks to the right from the end of the verb group until the content opens. */
static opening find_opening(verb_case *c) {
  const nsp__quoting *q = c->q;
  opening none = {NOTHING, 0, NSP_NONE, false};
  uint32_t i = c->core.end;
  bool comma = false;
  if (i < c->bounds.end && nsp__takes_preposition(q, c->cue.record, i)) {
    c->extra = (nsp__range){i, i + 1};
    opening o = {OBJECT, i + 1, branch_of(c, i), false};
    return o;
  }
  for (int step = 0; i < c->bounds.end && step < STEPS_RIGHT; step++) {
    if (nsp__is_mark(q, i, NSP__MARK_SEMICOLON)) return none;
    opening o = announced(c, i, i == c->core.end || !nsp__range_empty(c->addressee));
    uint32_t next = i + 1;
    bool punct = nsp__is_punct(q, i);
    if (o.kind == NOTHING && !punct) o = q->tree.known ? parsed(c, i, &next) : guessed(c, i, &next);
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
  if (i <= c->bounds.first + 1) {
    if (i > c->bounds.first || i == 0 || c->bounds.first == 0) return 0;
  }
  const nsp__token *before = &q->tokens[i - 1];
  if (before->punct == NSP__MARK_COMMA || before->punct == NSP__MARK_DASH || before->punct == NSP__MARK_QUESTION ||
      before->punct == NSP__MARK_EXCLAMATION || (before->shape & NSP__SHAPE_CLOSE_QUOTE))
    return i;
  return 0;
}

static uint32_t left_start(const verb_case *c, uint32_t end) {
  const nsp__quoting *q = c->q;
  uint32_t i = end;
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

static void fill(verb_case *c, nsp__draft *draft) {
  draft->cue = (nsp__range){c->cue.group.first, c->cue.group.end};
  if (!nsp__range_empty(c->extra)) draft->cue.end = c->extra.end;
  draft->cue_head = c->cue.head;
  draft->source = c->source.span;
  draft->source_head = c->source.head;
  draft->addressee = c->addressee;
  if (c->cue.negated) draft->flags |= says(c, NSP__SAYS(DENY)) ? 0 : NSP_QUOTE_NOT_SAID;
  if (says(c, NSP__SAYS(DENY)) && !c->cue.negated) draft->flags |= NSP_QUOTE_DENIED;
  if (says(c, NSP__SAYS(REJECT))) draft->flags |= NSP_QUOTE_DISPUTED;
  if (says(c, NSP__SAYS(ASK))) draft->flags |= NSP_QUOTE_QUESTION;
  if (says(c, NSP__SAYS(BELIEVE)) && !says(c, NSP__SAYS(SAY))) draft->flags |= NSP_QUOTE_BELIEF;
}

static bool right_content(verb_case *c, opening o, nsp__draft *draft) {
  nsp__quoting *q = c->q;
  uint32_t m = q->mark_of[o.at];
  if (o.kind == IN_MARKS || (m != NSP_NONE && q->marked.items[m].span.first == o.at)) {
    draft->rule = NSP__RULE_QUOTE_CLAUSE;
    nsp__range span = q->marked.items[m].span;
    if (span.end > c->bounds.end) span.end = c->bounds.end;
    return nsp__draft_add(q, draft, span);
  }
  nsp__range r = {o.at, nsp__content_end(q, c->bounds, o.at, o.head)};
  draft->rule = o.kind == OBJECT ? NSP__RULE_OBJECT : o.kind == INFINITIVE ? NSP__RULE_INFINITIVE : NSP__RULE_VERB_CLAUSE;
  return nsp__draft_add(q, draft, r);
}

static bool attribute_verb(verb_case *c, uint32_t sentence) {
  nsp__quoting *q = c->q;
  nsp__draft draft = nsp__draft_new(NSP__RULE_VERB_CLAUSE, sentence);
  c->core = c->cue.group;
  if (!nsp__range_empty(c->source.span)) {
    if (c->source.span.first < c->core.first) c->core.first = c->source.span.first;
    if (c->source.inverted && c->source.span.first <= c->core.end + 1) c->core.end = c->source.span.end;
  }
  uint32_t left = left_end(c);
  opening o = find_opening(c);
  bool on_left = left && says(c, TAKES_MARKS) && (o.kind == NOTHING || o.behind_comma || o.kind == IN_MARKS);
  bool left_marks = left && q->mark_of[left - 1] != NSP_NONE;
  if (left && !left_marks && left >= c->bounds.first + 2 && nsp__is_mark(q, left - 1, NSP__MARK_COMMA))
    left_marks = q->mark_of[left - 2] != NSP_NONE;
  if (says(c, NSP__SAYS(MANNER)) && !(on_left && left_marks) && o.kind != IN_MARKS) return true;
  if (on_left && nsp__range_empty(c->source.span) && !left_marks) on_left = false;
  if (!on_left && o.kind == NOTHING) return true;
  if (on_left) {
    uint32_t start = left_start(c, left);
    draft.rule = left_marks ? NSP__RULE_QUOTE_CLAUSE : NSP__RULE_VERB_CLAUSE;
    nsp__draft_add(q, &draft, (nsp__range){start, left});
  }
  fill(c, &draft);
  if (o.kind != NOTHING) right_content(c, o, &draft);
  return nsp__draft_keep(q, &draft);
}

bool nsp__attribute_verbs(nsp__quoting *q, uint32_t sentence) {
  nsp__range s = nsp__sentence_range(q, sentence);
  for (uint32_t i = s.first; i < s.end; i++) {
    if (q->mark_of[i] != NSP_NONE) continue;
    verb_case c = {.q = q, .bounds = s};
    if (!nsp__verb_cue(q, i, s, &c.cue)) continue;
    c.source = nsp__find_source(q, s, &c.cue);
    if (!attribute_verb(&c, sentence)) return false;
    i = c.cue.words.end - 1;
  }
  return true;
}

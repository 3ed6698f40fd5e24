/* Reporting verbs. A clause of saying stands before what was said ("she said that …"), behind it ("…, she said"), or in
 * the middle of it. From the verb on, the step walks to the right over whom, when and where, until it finds where the
 * content opens; when it finds nothing there, the content is what stands on the left, before a comma or a mark. */
#include "quote/verb.h"
#include "quote/adjunct.h"
#include "quote/capital.h"
#include "quote/clause.h"
#include "quote/control.h"
#include "quote/need.h"

enum { SHORTEST_CLAUSE = 8, LONGEST_LEFT = 400 }; /* tokens of content on the left of its verb, outside of marks */

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

static uint32_t left_start(const verb_case *c, uint32_t end, uint32_t mark) {
  const nsp__quoting *q = c->q;
  uint32_t i = end;
  if (mark != NSP_NONE && !nsp__led_into(c, mark)) return q->marked.items[mark].span.first;
  for (; i > c->bounds.first && end - i < LONGEST_LEFT; i--) {
    uint32_t m = q->mark_of[i - 1];
    if (m != NSP_NONE && q->marked.items[m].span.first >= c->bounds.first && q->marked.items[m].span.end <= end) {
      i = q->marked.items[m].span.first + 1;
      continue;
    }
    if (m == NSP_NONE && (nsp__is_mark(q, i - 1, NSP__MARK_SEMICOLON) || nsp__is_mark(q, i - 1, NSP__MARK_COLON)))
      break;
  }
  return i;
}

/* "was quoted by Interfax as saying": the agent of a passive right before the cue passes it on. */
static nsp__range quoted_by(const verb_case *c) {
  const nsp__quoting *q = c->q;
  nsp__cue outer;
  uint32_t by = c->cue.group.end, head;
  bool agent = q->tree.known && by + 1 < c->bounds.end && nsp__names_role(q, "agent", by);
  nsp__range behind = agent ? nsp__phrase_right(q, by + 1, c->bounds.end, &head) : nsp__no_range();
  for (uint32_t i = c->cue.group.first; i > c->bounds.first && c->cue.group.first - i < CLIMB; i--)
    if (nsp__verb_cue(q, i - 1, c->bounds, &outer) && outer.passive)
      return agent ? behind : nsp__find_source(q, c->bounds, &outer).span;
  return q->tree.known ? nsp__quoter(q, c->bounds, &c->cue) : nsp__no_range();
}

/* "When he left for the debate, Roe said …": where and when it was said stands in the verb's own clause, behind the
 * last verb with a tense, colon, semicolon or speech before who says it. */
static uint32_t own_clause(const verb_case *c, uint32_t first) {
  const nsp__quoting *q = c->q;
  uint32_t i = c->core.first;
  if (!q->tree.known) return first;
  for (; i > first; i--) {
    const nsp__token *t = &q->tokens[i - 1];
    if ((t->tag == NSP__TAG_VERB || t->tag == NSP__TAG_AUX) && (t->feats & NSP__FEAT_FINITE)) break;
    bool joins = t->tag != NSP__TAG_CCONJ && nsp__function(q, i - 1, NSP__SAYS(CONJUNCTION)); /* "arrested after | …" */
    if (joins || t->tag == NSP__TAG_SCONJ || (t->feats & NSP__FEAT_WH)) break; /* "… when | it told us" */
    if (q->mark_of[i - 1] != NSP_NONE || t->punct == NSP__MARK_SEMICOLON || t->punct == NSP__MARK_COLON) break;
  }
  return i;
}

static void fill(verb_case *c, nsp__draft *draft) {
  const nsp__quoting *q = c->q;
  draft->cue = (nsp__range){c->cue.group.first, c->cue.group.end};
  if (!c->q->tree.known) /* no tagger saw that the adverb belongs to the verb */
    while (draft->cue.first < c->cue.words.first && nsp__function(c->q, draft->cue.first, NSP__SAYS(ADVERB)))
      draft->cue.first++;
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
  if (c->cue.gerund || (q->tokens[c->cue.group.first].feats & NSP__FEAT_GERUND)) draft->relay = quoted_by(c);
  nsp__range where = {c->core.end > c->bounds.first + LONGEST_LEFT ? c->core.end - LONGEST_LEFT : c->bounds.first,
                      c->core.end};
  if (c->on_left) where.first = c->core.first;
  where.first = own_clause(c, where.first);
  nsp__find_adjuncts(q, where, c->source.span, draft);
  if (draft->medium.first <= c->cue.head && draft->medium.end > c->cue.head)
    draft->medium = nsp__no_range(); /* "by a message that said" */
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
  const uint64_t verbs = NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(WRITE) | NSP__SAYS(MANNER);
  if (nsp__range_empty(c->source.span) || c->cue.passive || c->cue.gerund || (q->tree.known && c->cue.infinitive) ||
      !says(c, verbs) || next >= q->token_count)
    return o;
  if (c->source.head != NSP_NONE && (q->tokens[c->source.head].feats & NSP__FEAT_WH))
    return o; /* "Roe, who had shown up. “…”" */
  if (q->mark_of[next] == NSP_NONE || q->marked.items[q->mark_of[next]].span.first != next ||
      !nsp__is_stop(q, next - 1) || nsp__block_of_token(q, next) != nsp__block_of_token(q, next - 1) ||
      next - c->core.end > 8)
    return o;
  if (!nsp__stands_alone(q, &q->marked.items[q->mark_of[next]])) return o;
  o.kind = IN_MARKS;
  return o;
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
  if (!left || !says(c, TAKES_MARKS) || c->cue.passive || (c->q->tree.known && c->cue.infinitive)) return false;
  if (!c->q->tree.known && c->source.span.end == c->source.span.first + 1 && !c->source.inverted &&
      c->source.span.end < c->core.end - 1 && nsp__in_property(c->q, "relatives", c->source.head))
    return false; /* "der Plan, der …": a relative clause says nothing of what stands before it */
  if (o->kind != NOTHING && o->kind != IN_MARKS && !o->behind_comma) return false;
  if (c->cue.gerund && o->kind == IN_MARKS) return false; /* "“…,” she said, adding, “…”" */
  if (mark == NSP_NONE && o->kind == IN_MARKS && !c->q->tree.known &&
      nsp__in_property(c->q, "subordinators", c->bounds.first))
    return false; /* "Nachdem er kam, sagte Roth: „…“" */
  if (mark != NSP_NONE) return true;
  if (o->kind == IN_MARKS && !c->q->tree.known && nsp__is_mark(c->q, o->at - 1, NSP__MARK_COLON))
    return false; /* "Preguntado por ello, el técnico respondió: «…»" */
  if (nsp__only_when(c, left, o)) return false;
  if (c->q->tree.known && c->source.head != NSP_NONE && (c->q->tokens[c->source.head].feats & NSP__FEAT_WH))
    return false;          /* "…, which raised questions" */
  if (o->kind == IN_MARKS) /* "After Roe said no, Ng said: “…”" */
    for (uint32_t i = left > c->bounds.first + LONGEST_LEFT ? left - LONGEST_LEFT : c->bounds.first; i < left; i++)
      if (c->q->tokens[i].tag == NSP__TAG_VERB && (nsp__tags_in(c->q, i, NSP__CLASS_CUE_VERB) & NSP__SAYS(SAY)))
        return false;
  bool so = !c->q->tree.known && nsp__in_property(c->q, "so", c->cue.group.first); /* "…, so heißt es im Bericht" */
  if (!says(c, TAKES_CLAUSE) || (says(c, NSP__SAYS(WEAK)) && !so) || nsp__range_empty(c->source.span) || c->cue.gerund)
    return false;
  if (!c->q->tree.known &&
      left - c->bounds.first < SHORTEST_CLAUSE) { /* "La ministra, Elena Rizzo, ha detto": one noun */
    uint32_t m = nsp__mention_from(c->q->document, c->bounds.first);
    const nsp__mention *one = m < c->q->document->mentions.count ? &c->q->document->mentions.items[m] : NULL;
    if (one && one->first <= c->bounds.first + 1 && one->full_end + 4 >= left) return false;
  }
  if (c->q->tree.known && c->source.inverted && says(c, NSP__SAYS(SAY))) return true; /* "Not so, says Roe" */
  if (o->kind == CLAUSE && o->orphan && o->behind_comma) return true; /* it goes on behind the clause of saying */
  for (uint32_t i = left > c->bounds.first + LONGEST_LEFT ? left - LONGEST_LEFT : c->bounds.first; i < left;
       i++) /* a clause has a verb */
    if (!c->q->tree.known || c->q->mark_of[i] != NSP_NONE || c->q->tokens[i].tag == NSP__TAG_VERB ||
        c->q->tokens[i].tag == NSP__TAG_AUX)
      return true;
  return false;
}

/* "Roth hat den Plan als „Wahnsinn“ bezeichnet": the stretch right before a verb that ends its clause, with the source
 * before it; NSP_NONE. */
static uint32_t framed_mark(const verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t v = c->cue.group.first;
  if (q->tree.known || v == c->bounds.first || q->mark_of[v - 1] == NSP_NONE || nsp__range_empty(c->source.span))
    return NSP_NONE;
  nsp__range span = q->marked.items[q->mark_of[v - 1]].span;
  bool led = span.first > c->bounds.first && !nsp__is_punct(q, span.first - 1);
  if (!led || span.end != v || c->source.span.end > span.first || nsp__is_name(q, &q->marked.items[q->mark_of[v - 1]]))
    return NSP_NONE;
  return q->mark_of[v - 1];
}

/* "“…,” super PAC spokeswoman Ann Roe said", "“…,” then Ann Roe said": between the speech and its source stand words
 * that open the source, or say when. */
static void join_words_before(verb_case *c) {
  enum { MOST_WORDS = 4 };
  const nsp__quoting *q = c->q;
  uint32_t i = c->core.first;
  while (i > c->bounds.first && c->core.first - i <= MOST_WORDS && !nsp__is_punct(q, i - 1)) {
    nsp__tag tag = (nsp__tag)q->tokens[i - 1].tag;
    if (tag != NSP__TAG_ADV && tag != NSP__TAG_ADJ && tag != NSP__TAG_NOUN && tag != NSP__TAG_PROPN) return;
    if ((q->tokens[i - 1].feats & NSP__FEAT_WH) || nsp__function(q, i - 1, NSP__SAYS(CONJUNCTION))) return;
    i--;
  }
  if (i == c->core.first || i <= c->bounds.first || q->mark_of[i - 1] == NSP_NONE) return;
  bool when = nsp__function(q, i, NSP__SAYS(ADVERB)) || nsp__listed(q, i, NSP__CLASS_MONTH);
  if (!when) c->source.span.first = i;
  c->core.first = i;
}

static void find_core(verb_case *c) {
  c->core = c->cue.group;
  const nsp__quoting *q = c->q;
  if (nsp__range_empty(c->source.span) || c->shared) return;
  if (q->tree.known && c->cue.gerund && c->core.first > c->source.span.end + 1 &&
      nsp__is_mark(q, c->core.first - 1, NSP__MARK_COMMA))
    return; /* "A “truth” wagon rolled by, offering water": the clause of saying begins behind the comma */
  if (c->source.span.first < c->core.first) c->core.first = c->source.span.first;
  if (q->tree.known && !c->source.inverted && c->source.span.end == c->cue.group.first) join_words_before(c);
  /* "„…“, hat der Minister gesagt": the auxiliary opens the clause of saying */
  if (!q->tree.known && c->core.first == c->source.span.first && c->core.first > c->bounds.first &&
      nsp__function(q, c->core.first - 1, NSP__SAYS(AUXILIARY)) &&
      !nsp__function(q, c->core.first - 1, NSP__SAYS(ARTICLE)))
    c->core.first--;
  if (c->source.inverted && c->source.span.first <= c->core.end + 1) c->core.end = c->source.span.end;
}

/* "which he called “a farce”": the relative pronoun is the object of the verb, and part of what was said. */
static void add_relative(verb_case *c, nsp__draft *draft) {
  const nsp__quoting *q = c->q;
  uint32_t i = c->core.first;
  if (c->on_left || nsp__range_empty(c->source.span) || c->source.inverted || i <= c->bounds.first ||
      !says(c, NSP__SAYS(TOPIC) | NSP__SAYS(SAY)))
    return;
  const nsp__token *t = &q->tokens[i - 1];
  if ((t->feats & NSP__FEAT_WH) && t->tag == NSP__TAG_PRON && i - 1 > c->bounds.first)
    nsp__draft_add(c->q, draft, (nsp__range){i - 1, i});
}

/* "Wie die Polizei mitteilte, …": the sentence around the clause is what was said. */
static bool attribute_around(verb_case *c, uint32_t sentence, nsp__range clause) {
  nsp__draft draft = nsp__draft_new(NSP__RULE_VERB_CLAUSE, sentence);
  c->core = clause;
  fill(c, &draft);
  draft.rule = NSP__RULE_ACCORDING;
  nsp__draft_around(c->q, &draft, c->bounds, clause);
  return nsp__draft_keep(c->q, &draft);
}

/* The same, with speech before the clause: some of what stands on the right is whom, or what was asked, then. */
static opening opening_behind_marks(verb_case *c, uint32_t mark) {
  const nsp__quoting *q = c->q;
  opening o = nsp__find_opening(c);
  if (mark != NSP_NONE && o.kind == CLAUSE && nsp__function(q, o.at, NSP__SAYS(INTERROGATIVE)))
    o.kind = NOTHING;                                          /* "…," she said when asked why */
  if (mark != NSP_NONE && o.kind != NOTHING && !o.announced) { /* "…," Roe told the council */
    if (says(c, TAKES_PERSON) && nsp__range_empty(c->addressee)) {
      uint32_t head;
      c->addressee = nsp__phrase_right(q, o.at, c->bounds.end, &head);
    }
    o.kind = NOTHING;
  }
  if (!q->tree.known && mark != NSP_NONE && c->source.inverted && o.kind == CLAUSE &&
      (o.at < c->source.span.end + 2 || !o.behind_comma))
    o.kind = NOTHING; /* « … », a ajouté un élu qui … */
  return o;
}

static bool attribute_framed(verb_case *c, uint32_t mark, nsp__draft *draft) {
  fill(c, draft);
  draft->rule = NSP__RULE_QUOTE_CLAUSE;
  nsp__draft_add(c->q, draft, c->q->marked.items[mark].span);
  return nsp__draft_keep(c->q, draft);
}

static bool attribute_verb(verb_case *c, uint32_t sentence) {
  nsp__quoting *q = c->q;
  nsp__draft draft = nsp__draft_new(NSP__RULE_VERB_CLAUSE, sentence);
  nsp__range told = q->tree.known           ? nsp__as_noted(c)
                    : nsp__capital_nouns(q) ? nsp__as_told(q, c->bounds, &c->cue)
                                            : nsp__as_said(c);
  if (!nsp__range_empty(told) && says(c, TAKES_CLAUSE) && !says(c, NSP__SAYS(RAISING)))
    return attribute_around(c, sentence, told);
  find_core(c);
  uint32_t framed = framed_mark(c);
  if (framed != NSP_NONE && says(c, TAKES_MARKS)) return attribute_framed(c, framed, &draft);
  uint32_t left = left_end(c), mark = mark_before(c, left);
  if (mark != NSP_NONE && q->marked.items[mark].taken && q->tree.known &&
      (c->cue.gerund || c->source.span.end + 1 < c->cue.group.first))
    left = 0, mark = NSP_NONE; /* "“…,” she said, smiling", "“…,” she said, and then laughed": said already */
  if (mark != NSP_NONE && ((nsp__led_into(c, mark) && nsp__was_asked(c)) || nsp__is_named(c, mark)))
    left = 0, mark = NSP_NONE;
  if (mark == NSP_NONE && q->tree.known && c->core.end + 1 == c->bounds.end &&
      nsp__is_mark(q, c->core.end, NSP__MARK_COLON))
    left = 0; /* "In the note, she wrote:" */
  opening o = opening_behind_marks(c, mark);
  bool on_left = left_is_content(c, left, mark, &o);
  bool in_marks = (on_left && mark != NSP_NONE) || o.kind == IN_MARKS;
  if (!on_left && o.kind == NOTHING) o = in_next_sentence(c);
  if (!on_left && o.kind == NOTHING && !q->tree.known && nsp__before_anaphor(c, sentence, &draft)) {
    fill(c, &draft);
    return nsp__draft_keep(q, &draft);
  }
  if (nsp__reports_nothing(c, &o, on_left, in_marks)) return true;
  c->on_left = on_left;
  fill(c, &draft);
  if (on_left) {
    draft.rule = mark != NSP_NONE ? NSP__RULE_QUOTE_CLAUSE : NSP__RULE_VERB_CLAUSE;
    nsp__draft_add(q, &draft, (nsp__range){left_start(c, left, mark), left});
  }
  if (says(c, NSP__SAYS(RAISING)) && !nsp__range_empty(c->source.span)) nsp__draft_add(q, &draft, c->source.span);
  if (o.kind != NOTHING) nsp__right_content(c, o, &draft);
  if (o.kind != CLAUSE || !o.announced) add_relative(c, &draft); /* "in which she said that" has no gap */
  return nsp__draft_keep(q, &draft);
}

static bool follows_and(const verb_case *c) {
  return c->cue.group.first > c->bounds.first && c->q->tokens[c->cue.group.first - 1].tag == NSP__TAG_CCONJ;
}

/* "She says people like it, but | insists": a verb of one behind "and" has no subject of many. */
static bool disagrees(const verb_case *c) {
  const nsp__quoting *q = c->q;
  const nsp__token *t = &q->tokens[c->cue.head];
  return q->tree.known && c->source.head != NSP_NONE && follows_and(c) && c->cue.group.first == c->cue.head &&
         (t->feats & NSP__FEAT_FINITE) && !(t->feats & NSP__FEAT_PAST) && q->analysis->text[t->end - 1] == 's' &&
         q->tokens[c->source.head].tag == NSP__TAG_NOUN && (q->tokens[c->source.head].feats & NSP__FEAT_PLURAL);
}

bool nsp__attribute_verbs(nsp__quoting *q, uint32_t sentence, nsp__range part) {
  nsp__range s = nsp__sentence_range(q, sentence);
  uint32_t next = part.first;
  for (uint32_t k = nsp__first_listing(q, part.first); k < q->listings.count; k++) {
    uint32_t i = q->listings.items[k].token;
    if (i >= part.end) break;
    verb_case c;
    if (i < next || q->mark_of[i] != NSP_NONE || !nsp__verb_cue(q, i, s, &c.cue)) continue;
    if (q->tree.known && !nsp__verb_counts(q, s, &c.cue)) {
      next = c.cue.words.end;
      continue;
    }
    c = (verb_case){.q = q, .bounds = s, .cue = c.cue};
    c.source = nsp__find_source(q, s, &c.cue);
    nsp__leave_content(&c, sentence);
    nsp__source found = c.source;
    if (disagrees(&c)) nsp__share_source(&c, sentence);
    if (nsp__range_empty(c.source.span)) c.source = found;
    if (nsp__range_empty(c.source.span) && (!q->tree.known || c.cue.gerund)) nsp__share_source(&c, sentence);
    if (!attribute_verb(&c, sentence)) return false;
    next = c.cue.words.end;
  }
  return true;
}

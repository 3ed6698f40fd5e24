/* Reporting verbs that report nothing where they stand, and words beside them that nobody said. */
#include "quote/adjunct.h"
#include "quote/capital.h"
#include "quote/clause.h"
#include "quote/verb.h"

enum { NEAR = 6 /* words from a manner of speaking to the speech */, LONGEST_TITLE = 12, PHRASE_LOOK = 40 };

/* "Tell them to go", "Talks to resume in May": a sentence that opens with a verb of no subject is an order, or the verb
 * is a noun; nobody reports. Participles ("Asked whether …") do. */
static bool orders(const verb_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t first = c->bounds.first;
  if (first + 2 == c->cue.group.first && nsp__is_mark(q, first + 1, NSP__MARK_COLON)) first += 2; /* behind a label */
  return q->tree.known && c->cue.group.first == first && nsp__range_empty(c->source.span) && !c->cue.gerund &&
         !(q->tokens[c->cue.head].feats & (NSP__FEAT_PARTICIPLE | NSP__FEAT_PAST));
}

/* A verb with a tense right behind marks that hold a name: what is named is its subject. */
static bool named_one_acts(const verb_case *c, const opening *o) {
  const nsp__quoting *q = c->q;
  uint32_t m = q->mark_of[o->at];
  if (m == NSP_NONE || q->marked.items[m].span.end >= c->bounds.end || !nsp__is_name(q, &q->marked.items[m]))
    return false;
  const nsp__token *behind = &q->tokens[q->marked.items[m].span.end];
  return (behind->tag == NSP__TAG_VERB || behind->tag == NSP__TAG_AUX) && (behind->feats & NSP__FEAT_FINITE);
}

/* "The film called “Harbour Lights” sold well": a participle of the noun before it, and the marks hold a name. */
static bool is_named(const verb_case *c, const opening *o) {
  const nsp__quoting *q = c->q;
  uint32_t v = c->cue.head;
  if (!q->tree.known || o->kind != IN_MARKS || o->at != c->cue.group.end || c->cue.group.first != v) return false;
  if (!says(c, NSP__SAYS(TOPIC)) || says(c, NSP__SAYS(SAY))) return false;
  if (named_one_acts(c, o)) return true;
  return (q->tokens[v].feats & NSP__FEAT_PARTICIPLE) && nsp__has_rel(q, v, NSP__REL_BIT(ACL)) &&
         !nsp__only_verb(q, c->bounds, &c->cue);
}

/* "“And where,” she asked, laughing, “would we?”": the marks are those of the verb before. */
static bool is_how(const verb_case *c, const opening *o) {
  const nsp__quoting *q = c->q;
  return q->tree.known && c->cue.gerund && says(c, NSP__SAYS(MANNER)) && o->kind == IN_MARKS &&
         nsp__is_mark(q, c->cue.group.end, NSP__MARK_COMMA) && q->mark_of[o->at] != NSP_NONE &&
         q->marked.items[q->mark_of[o->at]].taken;
}

/* "showing off her hat": a verb with a particle that the list does not have is another verb. */
static bool is_other_verb(const verb_case *c) {
  uint32_t i = c->cue.group.end;
  return i < c->bounds.end && nsp__has_rel(c->q, i, NSP__REL_BIT(COMPOUND_PRT)) && nsp__head_of(c->q, i) == c->cue.head;
}

/* "wrote “The Salt Road”", "sang “Danny Boy”": capitals throughout, but for words of grammar, and no stop. */
static bool is_work(const nsp__quoting *q, uint32_t mark) {
  nsp__range r = q->marked.items[mark].span;
  uint32_t capitals = 0;
  if (r.end - r.first > LONGEST_TITLE || !q->marked.items[mark].closed_mark) return false;
  for (uint32_t i = r.first + 1; i + 1 < r.end; i++) {
    if (nsp__is_mark(q, i, NSP__MARK_COMMA) && i + 2 == r.end) continue;
    if (nsp__is_punct(q, i) && !nsp__is_mark(q, i, NSP__MARK_APOSTROPHE)) return false;
    bool capital = q->tokens[i].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_DIGIT);
    capitals += capital;
    if (!capital && (i == r.first + 1 || !nsp__listed(q, i, NSP__CLASS_FUNCTION)) &&
        q->analysis->text[q->tokens[i].start] != '\'' && (unsigned char)q->analysis->text[q->tokens[i].start] != 0xe2)
      return false;
  }
  return capitals > 0;
}

/* The marks right behind a verb of writing or of a manner hold the name of a work; those behind "was called" a name;
 * and "Dubbed “the Iron Lady”, she …" names as well. */
static bool names_only(const verb_case *c, const opening *o) {
  const nsp__quoting *q = c->q;
  if (!q->tree.known || o->kind != IN_MARKS || o->at != c->cue.group.end || q->mark_of[o->at] == NSP_NONE) return false;
  bool participle = c->cue.group.first == c->bounds.first && (q->tokens[c->cue.head].feats & NSP__FEAT_PARTICIPLE);
  if (participle && says(c, NSP__SAYS(TOPIC)) && !says(c, NSP__SAYS(SAY)))
    return nsp__range_empty(c->source.span) || !c->cue.passive;
  bool performs = says(c, NSP__SAYS(MANNER)) && says(c, NSP__SAYS(WEAK)); /* sings, reads; who shouts says it */
  if (says(c, NSP__SAYS(SAY)) || (!performs && !says(c, NSP__SAYS(WRITE) | NSP__SAYS(RAISING)))) return false;
  bool which =
      c->source.head != NSP_NONE && (q->tokens[c->source.head].feats & NSP__FEAT_WH); /* "a sign, which read" */
  return !which && is_work(q, q->mark_of[o->at]);
}

/* Does the verb say nothing here, for all that stands beside it? */
bool nsp__reports_nothing(const verb_case *c, const opening *o, bool on_left, bool in_marks) {
  const nsp__quoting *q = c->q;
  if (!on_left && o->kind == NOTHING) return true;
  if (o->kind == CLAUSE && o->announced && o->at == c->cue.group.end + 1 &&
      nsp__is_mark(q, o->at - 1, NSP__MARK_COLON) &&
      q->document->blocks.items[nsp__block_of_token(q, c->cue.head)].kind == NSP_BLOCK_HEADING)
    return true; /* "Weather forecast: snow": a label */
  if (!on_left && ((c->cue.infinitive && o->kind == OBJECT) || orders(c) || is_named(c, o) || names_only(c, o)))
    return true;
  if (!on_left && (is_other_verb(c) || is_how(c, o))) return true;
  if (q->tree.known && says(c, NSP__SAYS(RAISING)) && on_left && in_marks && o->kind == NOTHING)
    return true; /* "does not appear" */
  if (says(c, NSP__SAYS(RAISING)) && says(c, NSP__SAYS(WEAK)) && o->kind == INFINITIVE)
    return true; /* "is expected to": by nobody */
  if (says(c, NSP__SAYS(RAISING)) && !on_left && q->tree.known && o->kind == CLAUSE && o->at > c->cue.group.end &&
      q->tokens[c->cue.group.end].tag == NSP__TAG_ADP && !nsp__names_role(q, "addressee", c->cue.group.end))
    return true; /* "appeared on a show that …" */
  uint32_t mark = o->kind == IN_MARKS ? q->mark_of[o->at] : NSP_NONE;
  if (q->tree.known && says(c, NSP__SAYS(WEAK)) && !on_left && mark != NSP_NONE && q->marked.items[mark].taken &&
      c->source.head != NSP_NONE && (q->tokens[c->source.head].feats & NSP__FEAT_WH))
    return true; /* "told the men who gathered, “…”" */
  if (!q->tree.known && says(c, NSP__SAYS(ASK)) && c->cue.group.first == c->bounds.first && !on_left &&
      o->behind_comma && o->kind == IN_MARKS)
    return true; /* "Preguntado por ello, el técnico respondió: «…»" */
  if (says(c, NSP__SAYS(WEAK)) && !on_left && !o->announced) return true; /* "saw the plan" says nothing */
  if (c->cue.passive && nsp__range_empty(c->source.span) && o->announced && nsp__is_mark(q, o->at - 1, NSP__MARK_COLON))
    return true;
  bool that = q->tree.known && o->kind == CLAUSE && o->announced && !on_left && nsp__declares(q, o->at);
  return says(c, NSP__SAYS(MANNER)) && !says(c, TAKES_CLAUSE) && !that && /* "shouted that the mill was lost" */
         (!in_marks || (!on_left && o->at > c->cue.group.end + NEAR));
}

bool nsp__was_asked(const verb_case *c) {
  const nsp__token *t = &c->q->tokens[c->bounds.first];
  return c->q->tree.known && c->cue.head > c->bounds.first && t->tag == NSP__TAG_VERB &&
         (t->feats & (NSP__FEAT_PARTICIPLE | NSP__FEAT_PAST)) &&
         (nsp__tags_in(c->q, c->bounds.first, NSP__CLASS_CUE_VERB) & NSP__SAYS(ASK));
}

/* Does a word that joins clauses stand before the first verb with a tense? */
static bool is_subordinate(const nsp__quoting *q, uint32_t first, uint32_t end) {
  for (uint32_t i = first + 1; i < end && i < first + PHRASE_LOOK; i++) {
    const nsp__token *t = &q->tokens[i];
    if ((t->feats & NSP__FEAT_FINITE) || q->mark_of[i] != NSP_NONE) return false;
    if (t->tag != NSP__TAG_CCONJ && (nsp__function(q, i, NSP__SAYS(CONJUNCTION)) || (t->feats & NSP__FEAT_WH)))
      return true;
  }
  return false;
}

/* "After she left, she said: “…”", "When Ng came, Roe told them": on the left is when, and no clause that could be what
 * was said. */
bool nsp__only_when(const verb_case *c, uint32_t left, const opening *o) {
  const nsp__quoting *q = c->q;
  uint32_t first = c->bounds.first;
  const nsp__token *t = &q->tokens[first];
  if (nsp__was_asked(c)) return true;
  if (q->tree.known && o->kind == IN_MARKS && t->tag == NSP__TAG_VERB &&
      (t->feats & (NSP__FEAT_PARTICIPLE | NSP__FEAT_GERUND | NSP__FEAT_PAST)))
    return true; /* "Speaking on Sunday, she said: “…”" */
  if (q->tree.known && o->kind == IN_MARKS && t->tag == NSP__TAG_ADP && is_subordinate(q, first, left))
    return true; /* "In the spring after it broke, she said: “…”" */
  bool joins = q->tree.known && nsp__function(q, first, NSP__SAYS(CONJUNCTION)) &&
               (q->tokens[first].tag == NSP__TAG_SCONJ || (q->tokens[first].feats & NSP__FEAT_WH));
  bool as =
      joins && (nsp__tags_in(q, first, NSP__CLASS_CUE_ADVERB) & NSP__SAYS(CONJUNCTION)); /* "As the Post wrote, …" */
  if (!joins || (!as && o->kind != IN_MARKS && says(c, NSP__SAYS(SAY)))) return false;
  for (uint32_t i = first; i + 1 < left; i++)
    if (nsp__is_punct(q, i)) return false;
  return true;
}

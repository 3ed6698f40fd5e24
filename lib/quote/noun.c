/* Reporting nouns: "her claim that …", "his promise to …", "calls for …". The owner is the source. */
#include <string.h>

#include "quote/attribute.h"
#include "quote/capital.h"
#include "quote/control.h"
#include "quote/tree.h"

#define OWNERS (NSP__REL_BIT(NMOD_POSS) | NSP__REL_BIT(NMOD))

enum { NEAR = 5, DRAFTS_LOOKED_AT = 16, SUBJECT_LOOK = 12, CLAUSE_LOOK = 40 };

typedef struct noun_case {
  nsp__quoting *q;
  nsp__range bounds, words;
  const nsp__record *record;
  nsp__range owner;
  uint32_t owner_head;
} noun_case;

/* "Trump's claim", "the claim of the ministry": possessor before it, or behind "of" and "by". */
static void find_owner(noun_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t noun = c->words.first, owner = nsp__dependent(q, noun, NSP__REL_BIT(NMOD_POSS), 0);
  c->owner_head = NSP_NONE;
  if (owner == NSP_NONE || owner > noun) return;
  for (uint32_t i = owner + 1; i < noun; i++) /* "Lawyers rejected suggestions": what the tree takes for owners */
    if (nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) & NSP__SAYS(REJECT)) return;
  c->owner = nsp__trim_phrase(q, nsp__subtree(q, owner));
  c->owner_head = owner;
}

/* Where the tree hangs the clause on something else: the highest word above its first one that the noun does not hang
 * on itself. */
static uint32_t highest_behind(const noun_case *c, uint32_t i) {
  uint32_t top = i, governor = nsp__head_of(c->q, c->words.first);
  for (int k = 0; k < 8; k++) {
    uint32_t up = nsp__head_of(c->q, top);
    if (up == NSP_NONE || up == top || up <= c->words.first || up == governor) break;
    top = up;
  }
  return top == i ? NSP_NONE : top;
}

/* "said in a statement that …": the verb has it already. */
static bool is_taken(const nsp__quoting *q, uint32_t sentence, uint32_t first) {
  for (uint32_t i = q->drafts.count;
       i > 0 && q->drafts.count - i < DRAFTS_LOOKED_AT && q->drafts.items[i - 1].sentence == sentence; i--)
    for (uint32_t k = 0; k < q->drafts.items[i - 1].content.count; k++)
      if (q->drafts.items[i - 1].content.items[k].first == first) return true;
  return false;
}

static bool is_tensed(const nsp__quoting *q, uint32_t i) {
  unsigned tag = q->tokens[i].tag;
  char first = q->analysis->text[q->tokens[i].start];
  if (first == '\'' || (unsigned char)first == 0xe2) return false; /* 's is many things */
  return (tag == NSP__TAG_VERB || tag == NSP__TAG_AUX) && (q->tokens[i].feats & NSP__FEAT_FINITE);
}

/* "that the files were lost | shocked families": what the tagger took for a participle or an adjective, behind a clause
 * that has its verb, and something that it does something to behind it. */
static bool may_be_tensed(const nsp__quoting *q, uint32_t i, uint32_t last) {
  const nsp__token *t = &q->tokens[i];
  bool form = t->tag == NSP__TAG_VERB ? (t->feats & NSP__FEAT_PARTICIPLE) != 0
                                      : t->tag == NSP__TAG_ADJ && memcmp(q->analysis->text + t->end - 2, "ed", 2) == 0;
  uint32_t k = i;
  while (k > 1 && q->tokens[k - 1].tag == NSP__TAG_ADV) k--;
  unsigned before = q->tokens[k - 1].tag, next = i + 1 < last ? q->tokens[i + 1].tag : NSP__TAG_NONE;
  if (!form || before == NSP__TAG_AUX || before == NSP__TAG_DET || before == NSP__TAG_ADJ || before == NSP__TAG_NUM ||
      before == NSP__TAG_PART)
    return false;
  return next == NSP__TAG_DET || next == NSP__TAG_NOUN || next == NSP__TAG_PROPN || next == NSP__TAG_PRON ||
         next == NSP__TAG_ADJ || next == NSP__TAG_ADV;
}

/* "His claim that the vote was stolen | has been rejected": the noun begins its sentence, so it is the subject of a
 * verb that must come yet. Behind a clause that is the second one with a tense, behind an infinitive the first, unless
 * words that join clauses stand between. */
static uint32_t before_main_verb(const noun_case *c, nsp__range content, bool clause) {
  const nsp__quoting *q = c->q;
  uint32_t own = clause ? 0 : content.first;
  if (c->words.first - c->bounds.first > SUBJECT_LOOK) return content.end;
  for (uint32_t i = c->bounds.first; i < c->words.first; i++)
    if (q->tokens[i].tag == NSP__TAG_VERB || q->tokens[i].tag == NSP__TAG_AUX || nsp__is_punct(q, i))
      return content.end;
  uint32_t last = nsp__text_end(q, c->bounds), maybe = content.end;
  for (uint32_t i = content.first + 1; i < last && i < content.first + CLAUSE_LOOK; i++) {
    const nsp__token *t = &q->tokens[i];
    if (t->tag == NSP__TAG_SCONJ || t->tag == NSP__TAG_CCONJ || (t->feats & NSP__FEAT_WH) || nsp__is_punct(q, i) ||
        q->mark_of[i] != NSP_NONE)
      return maybe;
    if (own && maybe == content.end && i > own + 1 && may_be_tensed(q, i, last)) maybe = i;
    if (!own && t->tag == NSP__TAG_AUX && i > content.first + 1) own = i; /* "that pensions be frozen" */
    if (!is_tensed(q, i)) continue;
    if (own && own + 1 < i) return i; /* "that her lead could …": one of two next to each other is no verb */
    own = i;
  }
  return maybe;
}

/* Is the noun the object of a verb that only lends itself to it? */
static bool lends_itself(const noun_case *c) {
  uint32_t verb = nsp__head_of(c->q, c->words.first);
  return verb != NSP_NONE && verb < c->words.first && nsp__has_rel(c->q, c->words.first, NSP__REL_BIT(OBJ)) &&
         nsp__in_property(c->q, "performing", verb);
}

/* "issued a warning that …", "made a promise to …": the subject of a verb that only lends itself to the noun. */
static void find_doer(noun_case *c) {
  nsp__source doer = nsp__of_light_verb(c->q, c->bounds, c->words.first);
  c->owner = doer.span;
  c->owner_head = doer.head;
}

/* "a warning from the bank | that …", "a promise by the minister | to resign": the owner behind a preposition. Where
 * the clause opens; c->words.end when there is none. */
static uint32_t behind_owner(noun_case *c) {
  const nsp__quoting *q = c->q;
  uint32_t at = c->words.end, k = at + 1;
  if (!(c->record->tags & (NSP__SAYS(SAY) | NSP__SAYS(URGE)))) return at;
  if (q->tokens[at].tag != NSP__TAG_ADP || !nsp__in_property(q, "owning", at)) return at;
  while (k < c->bounds.end && k < at + SUBJECT_LOOK && nsp__is_nominal(q, k) && q->tokens[k].tag != NSP__TAG_SCONJ &&
         !nsp__function(q, k, NSP__SAYS(COMPLEMENTISER)))
    k++;
  if (k == at + 1 || k + 1 >= c->bounds.end) return at;
  unsigned next = q->tokens[k + 1].tag;
  bool subject = next == NSP__TAG_PRON || next == NSP__TAG_DET || next == NSP__TAG_PROPN;
  bool that = nsp__function(q, k, NSP__SAYS(COMPLEMENTISER)) && (q->tokens[k].tag == NSP__TAG_SCONJ || subject);
  bool to = (c->record->tags & NSP__SAYS(INFINITIVE)) && q->tokens[k].tag == NSP__TAG_PART &&
            (q->tokens[k + 1].feats & NSP__FEAT_INFINITIVE);
  bool opens = (that || to) && !(c->record->tags & NSP__SAYS(WEAK)) && nsp__mention_at(q->document, k - 1) != NSP_NONE;
  if (!opens) return at;
  c->owner = (nsp__range){at + 1, k};
  c->owner_head = k - 1;
  return k;
}

static bool attribute_noun(noun_case *c, uint32_t sentence) {
  nsp__quoting *q = c->q;
  uint32_t i = c->words.end, branch = NSP_NONE;
  if (i >= c->bounds.end) return true;
  c->owner_head = NSP_NONE;
  i = behind_owner(c);
  bool owned = i > c->words.end;
  bool weak = (c->record->tags & NSP__SAYS(WEAK)) != 0;
  nsp__draft draft = nsp__draft_new(NSP__RULE_NOUN_CLAUSE, sentence);
  draft.cue = c->words;
  nsp__range content = {i, 0};
  if (nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE) return true;
  uint32_t up = i;
  for (int k = 0; k < 8 && branch == NSP_NONE; k++) {
    uint32_t head = nsp__head_of(q, up);
    if (head == NSP_NONE || head == up) break;
    if (head == c->words.first) branch = up;
    up = head;
  }
  bool lost = branch == NSP_NONE, to = q->tokens[i].tag == NSP__TAG_PART;
  if (owned || (lost && to && lends_itself(c))) { /* the clause may hang on the owner, or on the verb */
    branch = nsp__head_of(q, i);
    lost = branch == NSP_NONE || branch <= i;
  }
  if (branch == NSP_NONE) branch = highest_behind(c, i);
  bool that = nsp__function(q, i, NSP__SAYS(COMPLEMENTISER));
  if (that && i + 1 < c->bounds.end && is_tensed(q, i + 1)) return true; /* "a statement that hurt her" */
  bool clause =
      that && branch != NSP_NONE &&
      (lost || owned ? !weak
                     : nsp__has_rel(q, branch, NSP__REL_BIT(ACL) | NSP__REL_BIT(ACL_RELCL) | NSP__REL_BIT(CCOMP)));
  bool infinitive = q->tokens[i].tag == NSP__TAG_PART && !lost && (c->record->tags & NSP__SAYS(INFINITIVE));
  bool phrase = nsp__takes_preposition(q, c->record, i);
  if (!owned) find_owner(c);
  if (c->owner_head == NSP_NONE && (clause || infinitive)) find_doer(c);
  if (c->owner_head == NSP_NONE && (weak || !clause)) return true; /* nobody's idea */
  if (!clause && (c->record->tags & NSP__SAYS(BELIEVE)))
    return true; /* "her plan to leave" tells of her, not of her words */
  if (phrase && !weak && c->owner_head != NSP_NONE) {
    draft.cue.end = i + 1;
    content.first = i + 1;
  } else if (!clause && !(infinitive && (c->owner_head != NSP_NONE || !weak))) {
    return true;
  }
  content.end = branch != NSP_NONE ? nsp__subtree(q, branch).end : 0;
  if (clause || infinitive || phrase) content.end = before_main_verb(c, content, clause);
  if (content.end <= content.first || is_taken(q, sentence, content.first)) return true;
  draft.cue_head = c->words.first;
  draft.source = c->owner;
  draft.source_head = c->owner_head;
  if (c->record->tags & NSP__SAYS(BELIEVE)) draft.flags |= NSP_QUOTE_BELIEF;
  if (c->record->tags & NSP__SAYS(DENY)) draft.flags |= NSP_QUOTE_DENIED;
  nsp__draft_add(q, &draft, content);
  return nsp__draft_keep(q, &draft);
}

/* The marked stretch that ends right before the words from `at` on, small words between allowed; NSP_NONE if none. */
static uint32_t mark_ending_before(const nsp__quoting *q, uint32_t at) {
  for (uint32_t i = at; i > 0 && at - i < NEAR; i--) {
    if (q->mark_of[i - 1] != NSP_NONE) return q->mark_of[i - 1];
    if (!nsp__is_punct(q, i - 1) && q->tokens[i - 1].word == NSP__NO_WORD) return NSP_NONE;
  }
  return NSP_NONE;
}

/* No tree: «…». Queste le parole di Maria Sala. — marked words, a noun, a preposition, and who said it. */
static bool attribute_beside(nsp__quoting *q, uint32_t sentence, nsp__range bounds, nsp__range noun) {
  if (noun.end >= bounds.end || !nsp__function(q, noun.end, NSP__SAYS(PREPOSITION))) return true;
  uint32_t mark = mark_ending_before(q, noun.first), head;
  if (mark == NSP_NONE || nsp__block_of_token(q, noun.first) != q->marked.items[mark].block) return true;
  nsp__draft draft = nsp__draft_new(NSP__RULE_NOUN_CLAUSE, sentence);
  draft.source = nsp__words_right(q, noun.end + 1, bounds.end, &head);
  if (nsp__range_empty(draft.source)) return true;
  draft.source_head = head;
  draft.cue = noun;
  draft.cue_head = noun.first;
  nsp__draft_add(q, &draft, q->marked.items[mark].span);
  return nsp__draft_keep(q, &draft);
}

/* No tree: "die Forderung der Partei, dass …", "der Vorwurf, er habe …", "seine Ankündigung, … zu verkaufen". The owner
 * stands behind the noun; what was said, behind the next comma. */
static bool attribute_behind(nsp__quoting *q, uint32_t sentence, nsp__range bounds, nsp__range noun,
                             const nsp__record *record) {
  if (!nsp__capital_nouns(q)) return true;
  uint32_t end = noun.end, at = noun.end;
  nsp__range owner = nsp__no_range();
  if (at < bounds.end && (nsp__in_property(q, "genitives", at) || nsp__in_property(q, "agents", at))) {
    bool closed, preposition = !nsp__in_property(q, "genitives", at);
    end = nsp__capital_subject(q, at + preposition, bounds.end, false, &closed);
    if (end == at + preposition) return true;
    owner = nsp__trim_phrase(q, (nsp__range){at + preposition, closed ? end - 1 : end});
    if (closed) end--;
  }
  if (end + 2 >= bounds.end || !nsp__is_mark(q, end, NSP__MARK_COMMA)) return true;
  at = end + 1;
  bool that = nsp__function(q, at, NSP__SAYS(COMPLEMENTISER));
  if (!that && !nsp__infinitive_clause(q, at, bounds.end) && !nsp__reported_mood(q, at, bounds.end)) return true;
  nsp__range content = {at, nsp__clause_end(q, bounds, at)};
  if (is_taken(q, sentence, content.first)) return true;
  nsp__draft draft = nsp__draft_new(NSP__RULE_NOUN_CLAUSE, sentence);
  draft.cue = noun;
  draft.cue_head = noun.first;
  if (nsp__range_empty(owner) && noun.first > bounds.first &&
      (nsp__tags_in(q, noun.first - 1, NSP__CLASS_PRONOUN) & NSP__SAYS(POSSESSIVE)))
    owner = (nsp__range){noun.first - 1, noun.first};
  nsp__source subject = nsp__second_subject(q, bounds); /* "Er vertritt die These, dass …" */
  if (nsp__range_empty(owner) && subject.span.end <= noun.first) owner = subject.span;
  draft.source = owner;
  draft.source_head = nsp__range_empty(owner) ? NSP_NONE : nsp__capital_head(q, owner);
  if (record->tags & NSP__SAYS(BELIEVE)) draft.flags |= NSP_QUOTE_BELIEF;
  nsp__draft_add(q, &draft, content);
  return nsp__draft_keep(q, &draft);
}

bool nsp__attribute_nouns(nsp__quoting *q, uint32_t sentence, nsp__range part) {
  nsp__range s = nsp__sentence_range(q, sentence);
  uint32_t next = part.first;
  for (uint32_t k = nsp__first_listing(q, part.first); k < q->listings.count; k++) {
    uint32_t i = q->listings.items[k].token;
    if (i >= part.end) break;
    if (i < next || !(q->may[i] & NSP__MAY_NOUN) || q->mark_of[i] != NSP_NONE) continue;
    if (q->tree.known && q->tokens[i].tag != NSP__TAG_NOUN) continue;
    noun_case c = {.q = q, .bounds = s};
    c.words = nsp__match(q, i, s.end, NSP__CLASS_CUE_NOUN, &c.record);
    if (nsp__range_empty(c.words)) continue;
    if (!q->tree.known) {
      if (!attribute_beside(q, sentence, s, c.words) || !attribute_behind(q, sentence, s, c.words, c.record))
        return false;
      continue;
    }
    if (!attribute_noun(&c, sentence)) return false;
    next = c.words.end;
  }
  return true;
}

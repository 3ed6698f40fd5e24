#include "augment.h"

#include "../fine.h"
#include "tool.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 400, ADDED = 1 << 20 };

/* A sentence being put together: words of the old one, by number, and added ones. */
typedef struct draft {
  uint32_t from[MOST];    /* token of the old sentence, or ADDED */
  const char *text[MOST]; /* of an added one */
  int head[MOST];         /* of an added one: place relative to its own, TO_VERB or TO_SUBJECT */
  uint8_t rel[MOST], fine[MOST];
  int space[MOST]; /* before it */
  uint32_t count;
  uint32_t verb, subject;   /* old tokens that added ones hang on */
  uint32_t moved, moved_to; /* an old token with a new head (its own: the root) and relation; MOST: none */
  uint8_t moved_rel;
} draft;

enum { TO_VERB = 0, TO_SUBJECT = 100 };

typedef struct added {
  const char *text;
  int head; /* relative, TO_VERB or TO_SUBJECT */
  uint8_t rel, fine;
} added;

#define PHRASE_WORDS 7
static const added phrases[][PHRASE_WORDS] = {
    {{"on", 1, NSP__REL_CASE, FINE_ADP}, {"Monday", 0, NSP__REL_OBL, FINE_PROPN}},
    {{"on", 1, NSP__REL_CASE, FINE_ADP}, {"Thursday", 0, NSP__REL_OBL, FINE_PROPN}},
    {{"Tuesday", 0, NSP__REL_OBL_UNMARKED, FINE_PROPN}},
    {{"Friday", 0, NSP__REL_OBL_UNMARKED, FINE_PROPN}},
    {{"in", 2, NSP__REL_CASE, FINE_ADP}, {"a", 1, NSP__REL_DET, FINE_DET}, {"statement", 0, NSP__REL_OBL, FINE_NOUN}},
    {{"in", 2, NSP__REL_CASE, FINE_ADP},
     {"an", 1, NSP__REL_DET, FINE_DET},
     {"interview", 0, NSP__REL_OBL, FINE_NOUN},
     {"with", 1, NSP__REL_CASE, FINE_ADP},
     {"reporters", -2, NSP__REL_NMOD, FINE_NOUN_PLURAL}},
    {{"at", 3, NSP__REL_CASE, FINE_ADP},
     {"a", 2, NSP__REL_DET, FINE_DET},
     {"news", 1, NSP__REL_COMPOUND, FINE_NOUN},
     {"conference", 0, NSP__REL_OBL, FINE_NOUN}},
    {{"during", 2, NSP__REL_CASE, FINE_ADP},
     {"a", 1, NSP__REL_DET, FINE_DET},
     {"speech", 0, NSP__REL_OBL, FINE_NOUN},
     {"in", 1, NSP__REL_CASE, FINE_ADP},
     {"Berlin", -2, NSP__REL_NMOD, FINE_PROPN}},
    {{"in", 2, NSP__REL_CASE, FINE_ADP},
     {"a", 1, NSP__REL_DET, FINE_DET},
     {"statement", 0, NSP__REL_OBL, FINE_NOUN},
     {"on", 1, NSP__REL_CASE, FINE_ADP},
     {"Wednesday", -4, NSP__REL_OBL, FINE_PROPN}},
    {{"last", 1, NSP__REL_AMOD, FINE_ADJ}, {"week", 0, NSP__REL_OBL_UNMARKED, FINE_NOUN}},
    {{"earlier", 2, NSP__REL_ADVMOD, FINE_ADV},
     {"this", 1, NSP__REL_DET, FINE_DET},
     {"month", 0, NSP__REL_OBL_UNMARKED, FINE_NOUN}},
    {{"on", 1, NSP__REL_CASE, FINE_ADP}, {"television", 0, NSP__REL_OBL, FINE_NOUN}},
    {{"repeatedly", 0, NSP__REL_ADVMOD, FINE_ADV}},
    {{"recently", 0, NSP__REL_ADVMOD, FINE_ADV}},
};
enum { PHRASES = sizeof phrases / sizeof *phrases };

#define ASIDE_WORDS 8
static const added asides[][ASIDE_WORDS] = {
    {{"a", 1, NSP__REL_DET, FINE_DET},
     {"spokesman", TO_SUBJECT, NSP__REL_APPOS, FINE_NOUN},
     {"for", 2, NSP__REL_CASE, FINE_ADP},
     {"the", 1, NSP__REL_DET, FINE_DET},
     {"group", -3, NSP__REL_NMOD, FINE_NOUN}},
    {{"the", 1, NSP__REL_DET, FINE_DET},
     {"mayor", TO_SUBJECT, NSP__REL_APPOS, FINE_NOUN},
     {"of", 1, NSP__REL_CASE, FINE_ADP},
     {"Lyon", -2, NSP__REL_NMOD, FINE_PROPN}},
    {{"a", 1, NSP__REL_DET, FINE_DET},
     {"professor", TO_SUBJECT, NSP__REL_APPOS, FINE_NOUN},
     {"of", 1, NSP__REL_CASE, FINE_ADP},
     {"law", -2, NSP__REL_NMOD, FINE_NOUN},
     {"at", 2, NSP__REL_CASE, FINE_ADP},
     {"the", 1, NSP__REL_DET, FINE_DET},
     {"university", -5, NSP__REL_NMOD, FINE_NOUN}},
    {{"who", 1, NSP__REL_NSUBJ, FINE_PRON_WH},
     {"leads", TO_SUBJECT, NSP__REL_ACL_RELCL, FINE_VERB_FINITE},
     {"the", 1, NSP__REL_DET, FINE_DET},
     {"party", -2, NSP__REL_OBJ, FINE_NOUN}},
    {{"who", 2, NSP__REL_NSUBJ, FINE_PRON_WH},
     {"was", 1, NSP__REL_AUX_PASS, FINE_AUX_FINITE},
     {"elected", TO_SUBJECT, NSP__REL_ACL_RELCL, FINE_VERB_PARTICIPLE},
     {"in", 1, NSP__REL_CASE, FINE_ADP},
     {"May", -2, NSP__REL_OBL, FINE_PROPN}},
    {{"61", TO_SUBJECT, NSP__REL_APPOS, FINE_NUM}},
};
enum { ASIDES = sizeof asides / sizeof *asides };

static int is_mark(const sentence *s, uint32_t t) { return (s->tokens[t].shape & NSP__SHAPE_PUNCT) != 0; }

static int is_below(const sentence *s, uint32_t t, uint32_t above) {
  for (uint32_t steps = 0; steps <= s->count; steps++) {
    if (t == above) return 1;
    if (s->gold[t].head == t) return 0;
    t = s->gold[t].head;
  }
  return 0;
}

/* First and last word below `of`; 0 when words from elsewhere stand between them. */
static int span_of(const sentence *s, uint32_t of, uint32_t *left, uint32_t *right) {
  *left = *right = of;
  for (uint32_t t = 0; t < s->count; t++)
    if (!is_mark(s, t) && is_below(s, t, of)) {
      *left = t < *left ? t : *left;
      *right = t > *right ? t : *right;
    }
  for (uint32_t t = *left; t <= *right; t++)
    if (!is_mark(s, t) && !is_below(s, t, of)) return 0;
  return 1;
}

static uint32_t child(const sentence *s, uint32_t verb, uint8_t rel) {
  for (uint32_t t = 0; t < s->count; t++)
    if (t != verb && s->gold[t].head == verb && s->gold[t].rel == rel && !is_mark(s, t)) return t;
  return UINT32_MAX;
}

static void put_old(draft *d, const sentence *s, uint32_t from, uint32_t to) {
  for (uint32_t t = from; t < to && d->count < MOST; t++, d->count++) {
    d->from[d->count] = t;
    d->space[d->count] = (s->tokens[t].shape & NSP__SHAPE_SPACE_BEFORE) != 0;
  }
}

static void put_new(draft *d, const added *a, int space) {
  if (d->count == MOST) return;
  d->from[d->count] = ADDED;
  d->text[d->count] = a->text;
  d->head[d->count] = a->head;
  d->rel[d->count] = a->rel;
  d->fine[d->count] = a->fine;
  d->space[d->count++] = space;
}

static void put_sign(draft *d, const char *text, int space) {
  added a = {text, 0, NSP__REL_PUNCT, FINE_SYM};
  put_new(d, &a, space);
}

static void put_phrase(draft *d, uint64_t *chance) {
  const added *phrase = phrases[random_next(chance) % PHRASES];
  for (int w = 0; w < PHRASE_WORDS && phrase[w].text; w++) put_new(d, &phrase[w], 1);
}

static void put_aside(draft *d, uint64_t *chance) {
  const added *aside = asides[random_next(chance) % ASIDES];
  put_sign(d, ",", 0);
  for (int w = 0; w < ASIDE_WORDS && aside[w].text; w++) put_new(d, &aside[w], 1);
}

static draft new_draft(const sentence *s, uint32_t verb) {
  draft d = {.verb = verb, .subject = child(s, verb, NSP__REL_NSUBJ), .moved = MOST};
  if (d.subject == UINT32_MAX) d.subject = verb;
  return d;
}

static void write_text(const draft *d, const sentence *s, sentence *out) {
  size_t at = 0;
  out->text = must(calloc(s->length + (size_t)d->count * 16 + 16, 1));
  for (uint32_t i = 0; i < d->count; i++) {
    const nsp__token *k = &s->tokens[d->from[i] == ADDED ? 0 : d->from[i]];
    size_t n = d->from[i] == ADDED ? strlen(d->text[i]) : k->end - k->start;
    if (d->space[i] && at) out->text[at++] = ' ';
    memcpy(out->text + at, d->from[i] == ADDED ? d->text[i] : s->text + k->start, n);
    at += n;
  }
  out->length = (uint32_t)at;
}

/* The first word of the new sentence gets a capital, that of the old one loses it unless it is a name. */
static void recapitalise(const draft *d, const sentence *s, sentence *out) {
  uint32_t first = 0, old = 0;
  while (first + 1 < out->count && is_mark(out, first)) first++;
  while (old + 1 < s->count && is_mark(s, old)) old++;
  for (uint32_t i = 0; i < out->count; i++) {
    char *c = &out->text[out->tokens[i].start];
    int name = out->gold[i].fine == FINE_PROPN || out->tokens[i].end - out->tokens[i].start == 1;
    if (i == first && *c >= 'a' && *c <= 'z') {
      *c = (char)(*c - 32);
      out->tokens[i].shape |= NSP__SHAPE_CAPITAL;
    } else if (i != first && d->from[i] == old && !name && *c >= 'A' && *c <= 'Z') {
      *c = (char)(*c + 32);
      out->tokens[i].shape &= (uint16_t)~NSP__SHAPE_CAPITAL;
    }
  }
}

static gold gold_of(const draft *d, const sentence *s, const uint32_t *place, uint32_t i) {
  uint32_t old = d->from[i];
  if (old == ADDED) {
    uint32_t head = d->head[i] == TO_VERB      ? place[d->verb]
                    : d->head[i] == TO_SUBJECT ? place[d->subject]
                                               : (uint32_t)((int)i + d->head[i]);
    return (gold){head, d->rel[i], d->fine[i], 0};
  }
  gold g = s->gold[old];
  if (old == d->moved) {
    g.head = d->moved_to;
    g.rel = d->moved_rel;
  }
  g.head = place[g.head];
  return g;
}

/* Adds the drafted sentence to the corpus; NULL when our tokeniser cuts it otherwise. */
static sentence *finish(corpus *c, size_t sentence_no, const draft *d) {
  sentence *out = corpus_add(c), *s = &c->items[sentence_no];
  uint32_t place[MOST] = {0};
  nsp__tokenizer t;
  write_text(d, s, out);
  out->tokens = must(malloc((out->length + 2 * NSP__TOKENIZE_SLACK) * sizeof *out->tokens));
  nsp__tokenizer_start(&t, out->text, 0, out->length, NSP__JOIN_ENGLISH);
  nsp__tokenize(&t, out->tokens, out->length + 2 * NSP__TOKENIZE_SLACK);
  out->count = t.count;
  if (t.count != d->count || s->count > MOST) {
    free(out->text), free(out->tokens);
    c->count--;
    return NULL;
  }
  out->gold = must(calloc(out->count + 1, sizeof *out->gold));
  for (uint32_t i = 0; i < d->count; i++)
    if (d->from[i] != ADDED) place[d->from[i]] = i;
  for (uint32_t i = 0; i < d->count; i++) out->gold[i] = gold_of(d, s, place, i);
  recapitalise(d, s, out);
  return out;
}

static uint32_t begin_content(const sentence *s, uint32_t verb, uint32_t content) {
  uint32_t left, right;
  if (!span_of(s, content, &left, &right) || left <= verb) return 0;
  while (left > verb + 1 && is_mark(s, left - 1)) left--;
  return left;
}

/* "S said P (that) C." with a phrase P: a time, a place, a medium. */
static void say_when(corpus *c, size_t no, uint32_t verb, uint32_t content, uint64_t *chance) {
  const sentence *s = &c->items[no];
  draft d = new_draft(s, verb);
  uint32_t at = begin_content(s, verb, content);
  if (at == 0 || at > verb + 4) return;
  put_old(&d, s, 0, at);
  put_phrase(&d, chance);
  put_old(&d, s, at, s->count);
  finish(c, no, &d);
}

/* "S, the mayor of L, said ..." or "S on Monday said ..." */
static void say_who(corpus *c, size_t no, uint32_t verb, uint64_t *chance) {
  const sentence *s = &c->items[no];
  draft d = new_draft(s, verb);
  uint32_t a, b;
  if (d.subject >= verb || !span_of(s, d.subject, &a, &b) || b >= verb || is_mark(s, b + 1) ||
      s->gold[d.subject].fine == FINE_PRON || s->gold[d.subject].fine == FINE_PRON_WH)
    return;
  put_old(&d, s, 0, b + 1);
  if (random_next(chance) % 3) {
    put_aside(&d, chance);
    put_sign(&d, ",", 0);
  } else {
    put_phrase(&d, chance);
  }
  put_old(&d, s, b + 1, s->count);
  finish(c, no, &d);
}

/* The parts of a sentence that is nothing but "S said (that) C." */
typedef struct plain_saying {
  uint32_t a, b, left, right; /* S and C, "that" left out */
} plain_saying;

static int is_plain(const sentence *s, const draft *d, uint32_t content, plain_saying *p) {
  uint32_t verb = d->verb;
  if (d->subject == verb || s->gold[verb].head != verb || !span_of(s, d->subject, &p->a, &p->b) ||
      !span_of(s, content, &p->left, &p->right))
    return 0;
  if (p->a > 1 || p->b + 1 != verb || p->left < verb + 1 || p->left > verb + 2 || p->right + 2 != s->count ||
      !is_mark(s, p->right + 1) || p->right - p->left < 2)
    return 0;
  p->left += s->gold[p->left].rel == NSP__REL_MARK && s->gold[p->left].head == content;
  return 1;
}

static void put_content(draft *d, const sentence *s, const plain_saying *p, uint64_t *chance) {
  int quoted = random_next(chance) % 3 != 0;
  if (quoted) put_sign(d, "“", 0);
  put_old(d, s, p->left, p->right + 1);
  d->space[quoted] = 0;
  put_sign(d, ",", 0);
  if (quoted) put_sign(d, "”", 0);
}

/* "C", S said. "C", said S, the mayor of L, on Monday. */
static void put_content_first(corpus *c, size_t no, uint32_t verb, uint32_t content, uint64_t *chance) {
  const sentence *s = &c->items[no];
  draft d = new_draft(s, verb);
  plain_saying p;
  if (!is_plain(s, &d, content, &p)) return;
  int pronoun = s->gold[d.subject].fine == FINE_PRON, inverted = !pronoun && random_next(chance) % 2;
  int aside = !pronoun && random_next(chance) % 3 == 0;
  put_content(&d, s, &p, chance);
  uint32_t rest = d.count;
  if (inverted) put_old(&d, s, verb, verb + 1);
  put_old(&d, s, p.a, p.b + 1);
  d.space[rest] = d.space[rest + (uint32_t)inverted] = 1;
  if (aside) put_aside(&d, chance);
  if (aside && !inverted) put_sign(&d, ",", 0);
  if (!inverted) put_old(&d, s, verb, verb + 1);
  if (random_next(chance) % 2) {
    if (aside && inverted) put_sign(&d, ",", 0);
    put_phrase(&d, chance);
  }
  put_sign(&d, ".", 0);
  finish(c, no, &d);
}

/* "C, according to S." */
static void say_according_to(corpus *c, size_t no, uint32_t verb, uint32_t content, uint64_t *chance) {
  static const added according = {"according", TO_SUBJECT, NSP__REL_CASE, FINE_VERB_GERUND};
  static const added to = {"to", -1, NSP__REL_FIXED, FINE_ADP};
  const sentence *s = &c->items[no];
  draft d = new_draft(s, verb);
  plain_saying p;
  if (!is_plain(s, &d, content, &p) || s->gold[d.subject].fine == FINE_PRON) return;
  /* The content is the root of the new sentence, the subject hangs on it, and the verb is gone. */
  d.moved = d.subject, d.moved_to = content, d.moved_rel = NSP__REL_OBL;
  d.verb = content;
  int first = (int)(random_next(chance) % 3) == 0;
  if (!first) put_content(&d, s, &p, chance);
  put_new(&d, &according, 1);
  put_new(&d, &to, 1);
  uint32_t name = d.count;
  put_old(&d, s, p.a, p.b + 1);
  d.space[name] = 1;
  if (first) {
    put_sign(&d, ",", 0);
    uint32_t begins = d.count;
    put_old(&d, s, p.left, p.right + 1);
    d.space[begins] = 1;
  }
  put_sign(&d, ".", 0);
  sentence *out = finish(c, no, &d);
  for (uint32_t i = 0; out && i < d.count; i++)
    if (d.from[i] == content) {
      out->gold[i].head = i;
      out->gold[i].rel = NSP__REL_ROOT;
    }
}

void corpus_augment(corpus *c) {
  uint64_t chance = 41;
  size_t count = c->count;
  for (size_t i = 0; i < count; i++)
    for (uint32_t verb = 0; verb < c->items[i].count; verb++) {
      const sentence *s = &c->items[i];
      uint32_t content = s->gold[verb].says ? child(s, verb, NSP__REL_CCOMP) : UINT32_MAX;
      if (content == UINT32_MAX) continue;
      say_when(c, i, verb, content, &chance);
      say_when(c, i, verb, content, &chance);
      say_who(c, i, verb, &chance);
      put_content_first(c, i, verb, content, &chance);
      put_content_first(c, i, verb, content, &chance);
      say_according_to(c, i, verb, content, &chance);
    }
}

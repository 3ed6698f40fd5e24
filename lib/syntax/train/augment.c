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
  int head[MOST];         /* of an added one: place relative to its own, or 0 for the verb */
  uint8_t rel[MOST], fine[MOST];
  int space[MOST]; /* before it */
  uint32_t count;
} draft;

typedef struct added {
  const char *text;
  int head; /* relative; 0: the verb */
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

/* Adds the drafted sentence to the corpus, unless our tokeniser cuts it otherwise. */
static void finish(corpus *c, size_t sentence_no, const draft *d, uint32_t verb) {
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
    return;
  }
  out->gold = must(calloc(out->count + 1, sizeof *out->gold));
  for (uint32_t i = 0; i < d->count; i++)
    if (d->from[i] != ADDED) place[d->from[i]] = i;
  for (uint32_t i = 0; i < d->count; i++) {
    gold *g = &out->gold[i];
    if (d->from[i] != ADDED) {
      *g = s->gold[d->from[i]];
      g->head = place[g->head];
    } else {
      *g = (gold){d->head[i] ? (uint32_t)((int)i + d->head[i]) : place[verb], d->rel[i], d->fine[i], 0};
    }
  }
  recapitalise(d, s, out);
}

static uint32_t begin_content(const sentence *s, uint32_t verb, uint32_t content) {
  uint32_t left, right;
  if (!span_of(s, content, &left, &right) || left <= verb) return 0;
  while (left > verb + 1 && is_mark(s, left - 1)) left--;
  return left;
}

/* Puts one or two phrases between the verb and what is said. */
static void insert_phrases(corpus *c, size_t no, uint32_t verb, uint32_t content, uint64_t *chance) {
  const sentence *s = &c->items[no];
  draft d;
  uint32_t at = begin_content(s, verb, content), phrase = random_next(chance) % PHRASES;
  if (at == 0 || at > verb + 4) return;
  d.count = 0;
  put_old(&d, s, 0, at);
  for (int w = 0; w < PHRASE_WORDS && phrases[phrase][w].text; w++) put_new(&d, &phrases[phrase][w], 1);
  put_old(&d, s, at, s->count);
  finish(c, no, &d, verb);
}

/* "S said (that) C." becomes "C", said S. */
static void put_content_first(corpus *c, size_t no, uint32_t verb, uint32_t content, uint64_t *chance) {
  const sentence *s = &c->items[no];
  uint32_t subject = child(s, verb, NSP__REL_NSUBJ), a, b, left, right;
  draft d;
  if (subject == UINT32_MAX || s->gold[verb].head != verb || !span_of(s, subject, &a, &b) ||
      !span_of(s, content, &left, &right) || a > 1 || b + 1 != verb || left < verb + 1 || left > verb + 2 ||
      right + 2 != s->count || !is_mark(s, right + 1) || right - left < 2)
    return;
  int quoted = random_next(chance) % 3 != 0;
  int inverted = s->gold[subject].fine != FINE_PRON && random_next(chance) % 2;
  int that = s->gold[left].rel == NSP__REL_MARK && s->gold[left].head == content;
  d.count = 0;
  if (quoted) put_sign(&d, "“", 0);
  put_old(&d, s, left + (uint32_t)that, right + 1);
  d.space[quoted] = 0;
  put_sign(&d, ",", 0);
  if (quoted) put_sign(&d, "”", 0);
  uint32_t rest = d.count;
  if (inverted) put_old(&d, s, verb, verb + 1);
  put_old(&d, s, a, b + 1);
  if (!inverted) put_old(&d, s, verb, verb + 1);
  d.space[rest] = 1;
  if (inverted && a == 0) d.space[rest + 1] = 1;
  if (random_next(chance) % 2) {
    uint32_t phrase = random_next(chance) % PHRASES;
    for (int w = 0; w < PHRASE_WORDS && phrases[phrase][w].text; w++) put_new(&d, &phrases[phrase][w], 1);
  }
  put_sign(&d, ".", 0);
  finish(c, no, &d, verb);
}

void corpus_augment(corpus *c) {
  uint64_t chance = 41;
  size_t count = c->count;
  for (size_t i = 0; i < count; i++)
    for (uint32_t verb = 0; verb < c->items[i].count; verb++) {
      const sentence *s = &c->items[i];
      uint32_t content = s->gold[verb].says ? child(s, verb, NSP__REL_CCOMP) : UINT32_MAX;
      if (content == UINT32_MAX) continue;
      insert_phrases(c, i, verb, content, &chance);
      insert_phrases(c, i, verb, content, &chance);
      put_content_first(c, i, verb, content, &chance);
    }
}

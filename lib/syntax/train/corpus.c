#include "corpus.h"

#include "../fine.h"
#include "conllu.h"
#include "tool.h"

#include <stdlib.h>
#include <string.h>

sentence *corpus_add(corpus *c) {
  if (c->count == c->capacity) {
    c->capacity = c->capacity ? c->capacity * 2 : 1024;
    c->items = must(realloc(c->items, c->capacity * sizeof *c->items));
  }
  sentence *s = &c->items[c->count++];
  memset(s, 0, sizeof *s);
  return s;
}

void corpus_free(corpus *c) {
  for (size_t i = 0; i < c->count; i++) free(c->items[i].text), free(c->items[i].tokens), free(c->items[i].gold);
  free(c->items);
}

/* Which token each word belongs to (the first that it touches), and which word each token stands for. */
typedef struct alignment {
  uint32_t token_of[MOST_WORDS + 1];
  int word_of[MOST_TEXT]; /* 0: the token is a further part of the word before */
} alignment;

static void align(alignment *a, const block *b, const sentence *s) {
  uint32_t t = 0;
  memset(a->word_of, 0, s->count * sizeof *a->word_of);
  for (int i = 1; i <= b->count; i++) {
    while (t + 1 < s->count && s->tokens[t].end <= b->words[i].start) t++;
    a->token_of[i] = t;
  }
  for (int i = 1; i <= b->count; i++) {
    int *rep = &a->word_of[a->token_of[i]];
    int head = b->words[i].head;
    int outside = head == 0 || a->token_of[head] != a->token_of[i];
    if (*rep == 0 || (outside && b->words[*rep].head != 0 && a->token_of[b->words[*rep].head] == a->token_of[i]))
      *rep = i;
  }
}

static void set_gold(const alignment *a, const block *b, sentence *s, const char *language) {
  for (uint32_t t = 0; t < s->count; t++) {
    gold *g = &s->gold[t];
    const word *w = &b->words[a->word_of[t]];
    if (a->word_of[t] == 0) {
      *g = t ? s->gold[t - 1] : (gold){0, NSP__REL_ROOT, FINE_X, 0};
      g->head = t ? t - 1 : 0;
      g->rel = t ? NSP__REL_FLAT : NSP__REL_ROOT;
      g->says = 0;
      continue;
    }
    g->head = w->head ? a->token_of[w->head] : t;
    g->rel = (uint8_t)(g->head == t ? NSP__REL_ROOT : rel_of(w->deprel));
    g->fine = (uint8_t)fine_of(w, language);
    g->says = (uint8_t)says(w);
  }
}

static int is_mark(const sentence *s, uint32_t t) { return (s->tokens[t].shape & NSP__SHAPE_PUNCT) != 0; }

/* A mark that is the root hands that on to its first word. */
static void lift_root(sentence *s) {
  for (uint32_t r = 0; r < s->count; r++) {
    if (s->gold[r].head != r || !is_mark(s, r)) continue;
    for (uint32_t t = 0; t < s->count; t++)
      if (s->gold[t].head == r && !is_mark(s, t)) {
        s->gold[t].head = t;
        s->gold[t].rel = NSP__REL_ROOT;
        s->gold[r].head = t;
        break;
      }
  }
}

/* Hangs words on words only. 0: the result is no tree. */
static int bypass_marks(sentence *s) {
  lift_root(s);
  for (uint32_t t = 0; t < s->count; t++)
    for (uint32_t steps = 0; is_mark(s, s->gold[t].head) && s->gold[t].head != t && steps < s->count; steps++) {
      uint32_t h = s->gold[t].head;
      if (s->gold[h].head == h) break;
      s->gold[t].head = s->gold[h].head;
    }
  uint32_t roots = 0;
  for (uint32_t t = 0; t < s->count; t++) {
    uint32_t at = t, steps = 0;
    while (s->gold[at].head != at && steps++ <= s->count) at = s->gold[at].head;
    if (steps > s->count || (!is_mark(s, t) && is_mark(s, at))) return 0;
    roots += s->gold[t].head == t && !is_mark(s, t);
  }
  return roots == 1;
}

void corpus_read(corpus *c, const char *path, const char *language) {
  size_t size, dropped = 0;
  char *file = read_file(path, &size), *at = file;
  block *b = must(malloc(sizeof *b));
  alignment *a = must(malloc(sizeof *a));
  while (block_read(b, &at)) {
    sentence *s = corpus_add(c);
    size_t cap = b->length + 2 * NSP__TOKENIZE_SLACK;
    s->text = must(calloc(b->length + 8, 1));
    memcpy(s->text, b->text, b->length);
    s->length = b->length;
    s->tokens = must(malloc(cap * sizeof *s->tokens));
    nsp__tokenizer t;
    nsp__tokenizer_start(&t, s->text, 0, s->length, nsp__joining_of(language));
    nsp__tokenize(&t, s->tokens, cap);
    s->count = t.count;
    s->gold = must(calloc(cap, sizeof *s->gold));
    align(a, b, s);
    set_gold(a, b, s, language);
    if (!bypass_marks(s)) {
      dropped++;
      c->count--;
      free(s->text), free(s->tokens), free(s->gold);
    }
  }
  if (dropped * 20 > c->count) fail("more than a twentieth of the sentences is no tree", path);
  free(a), free(b), free(file);
}

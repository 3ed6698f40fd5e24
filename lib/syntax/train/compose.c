#include "compose.h"

#include <stdlib.h>
#include <string.h>

#include "../fine.h"
#include "tool.h"

enum { MOST = 160, VERBS = 8, SHAPES = 6 };

/* A verb of saying: one word, or an auxiliary and a participle. */
typedef struct saying_verb {
  const char *aux, *verb;
} saying_verb;

/* How a sentence of saying may go. S: who, V: the verb, T: "that", C: what, Q: what in quotation marks; the rest are
 * marks. */
typedef struct manner {
  const char *language;
  saying_verb verbs[VERBS];
  const char *that, *open, *close;
  const char *shapes[SHAPES];
} manner;

static const manner manners[] = {
    {"en",
     {{0, "said"},
      {0, "says"},
      {0, "added"},
      {0, "wrote"},
      {0, "explained"},
      {0, "announced"},
      {"has", "said"},
      {0, "argued"}},
     "that",
     "“",
     "”",
     {"SVTC.", "SVC.", "Q,VS.", "Q,SV.", "SV,Q.", "SV:Q."}},
    {"fr",
     {{"a", "déclaré"},
      {"a", "dit"},
      {0, "explique"},
      {0, "affirme"},
      {"a", "annoncé"},
      {0, "estime"},
      {"a", "ajouté"}},
     "que",
     "« ",
     " »",
     {"SVTC.", "Q,VS.", "Q,VS.", "C,VS.", "SV:Q."}},
    {"es",
     {{0, "dijo"}, {0, "afirmó"}, {0, "aseguró"}, {0, "explicó"}, {0, "señaló"}, {"ha", "declarado"}, {0, "anunció"}},
     "que",
     "“",
     "”",
     {"SVTC.", "Q,VS.", "Q,VS.", "C,VS.", "SV:Q."}},
    {"pt",
     {{0, "disse"}, {0, "afirmou"}, {0, "declarou"}, {0, "explicou"}, {0, "informou"}, {0, "diz"}, {0, "anunciou"}},
     "que",
     "“",
     "”",
     {"SVTC.", "Q,VS.", "Q,VS.", "C,VS.", "SV:Q."}},
    {"de",
     {{0, "sagte"}, {0, "sagt"}, {0, "erklärte"}, {0, "betonte"}, {0, "meinte"}, {0, "schrieb"}, {0, "berichtete"}},
     NULL,
     "„",
     "“",
     {"SV,C.", "Q,VS.", "Q,VS.", "C,VS.", "SV:Q."}},
    {"nl",
     {{0, "zei"}, {0, "zegt"}, {0, "verklaarde"}, {0, "vertelde"}, {0, "schreef"}, {0, "stelt"}},
     NULL,
     "‘",
     "’",
     {"Q,VS.", "Q,VS.", "C,VS.", "SV:Q."}},
    {"ru",
     {{0, "сказал"}, {0, "заявил"}, {0, "сообщил"}, {0, "отметил"}, {0, "сказала"}, {0, "подчеркнул"}},
     "что",
     "«",
     "»",
     {"SV,TC.", "Q,-VS.", "Q,-VS.", "SV:Q."}},
};

/* A sentence being put together. Heads are tokens of it; those of added words are set when all places are known. */
typedef struct whole {
  char text[8192];
  uint32_t length, start[MOST], end[MOST], count;
  gold gold[MOST];
  uint32_t who, verb, what; /* heads of the three parts */
  int full;
} whole;

static void put(whole *w, const char *text, size_t n, int space, gold g) {
  if (w->count == MOST || w->length + n + 2 > sizeof w->text) {
    w->full = 1;
    return;
  }
  if (space && w->length) w->text[w->length++] = ' ';
  w->start[w->count] = w->length;
  memcpy(w->text + w->length, text, n);
  w->length += (uint32_t)n;
  w->end[w->count] = w->length;
  w->gold[w->count++] = g;
}

static void put_mark(whole *w, const char *mark, int space) {
  while (*mark == ' ') mark++, space = 1;
  put(w, mark, strcspn(mark, " "), space, (gold){0, NSP__REL_PUNCT, FINE_SYM, 0});
}

static int is_mark(const sentence *s, uint32_t t) { return (s->tokens[t].shape & NSP__SHAPE_PUNCT) != 0; }

/* A first word in small letters, where it is not a name; or with a capital. ASCII is enough for most of them. */
static void recase(whole *w, uint32_t token, int capital) {
  char *c = &w->text[w->start[token]];
  int name = w->gold[token].fine == FINE_PROPN || w->end[token] - w->start[token] == 1;
  if (capital && *c >= 'a' && *c <= 'z') *c = (char)(*c - 32);
  if (!capital && !name && *c >= 'A' && *c <= 'Z' && !(c[1] >= 'A' && c[1] <= 'Z')) *c = (char)(*c + 32);
}

/* Copies tokens from .. to of a sentence; the place of its token `top`, which hangs on nothing copied. */
static uint32_t put_part(whole *w, const sentence *s, uint32_t from, uint32_t to, uint32_t top, int space) {
  uint32_t base = w->count;
  for (uint32_t t = from; t <= to; t++) {
    gold g = s->gold[t];
    uint32_t h = g.head;
    g.head = h >= from && h <= to ? base + (h - from) : base + (top - from);
    put(w, s->text + s->tokens[t].start, s->tokens[t].end - s->tokens[t].start,
        t == from ? space : (s->tokens[t].shape & NSP__SHAPE_SPACE_BEFORE) != 0, g);
  }
  return base + (top - from);
}

static int is_below(const sentence *s, uint32_t t, uint32_t above) {
  for (uint32_t steps = 0; steps <= s->count && t != above; steps++) {
    if (s->gold[t].head == t) return 0;
    t = s->gold[t].head;
  }
  return t == above;
}

/* A subject in some sentence that can stand by itself. */
typedef struct part {
  const sentence *s;
  uint32_t from, to, top;
} part;

static int find_subject(const corpus *c, size_t count, part *p, uint64_t *chance) {
  p->s = &c->items[random_next(chance) % count];
  for (uint32_t t = 0; t < p->s->count; t++) {
    const gold *g = &p->s->gold[t];
    if ((g->rel != NSP__REL_NSUBJ && g->rel != NSP__REL_NSUBJ_PASS) || g->fine > FINE_PROPN) continue;
    p->from = p->to = p->top = t;
    for (uint32_t i = 0; i < p->s->count; i++)
      if (!is_mark(p->s, i) && is_below(p->s, i, t)) {
        p->from = i < p->from ? i : p->from;
        p->to = i > p->to ? i : p->to;
      }
    int good = p->to - p->from < 24;
    for (uint32_t i = p->from; i <= p->to && good; i++)
      good = is_mark(p->s, i) ? p->s->tokens[i].punct == NSP__MARK_COMMA : is_below(p->s, i, t);
    if (good) return 1;
  }
  return 0;
}

/* A whole sentence with a verb or a subject, and without quotation marks. */
static int find_content(const corpus *c, size_t count, part *p, uint64_t *chance) {
  const sentence *s = p->s = &c->items[random_next(chance) % count];
  int clause = 0;
  p->from = p->top = 0;
  if (s->count < 5 || s->count > 60 || !is_mark(s, s->count - 1) || s->tokens[s->count - 1].punct != NSP__MARK_PERIOD)
    return 0;
  p->to = s->count - 2;
  for (uint32_t t = 0; t < s->count; t++) {
    if (s->tokens[t].shape & (NSP__SHAPE_QUOTE | NSP__SHAPE_BRACKET | NSP__SHAPE_WEB)) return 0;
    if (s->gold[t].head == t && !is_mark(s, t)) p->top = t;
  }
  if (is_mark(s, 0) || is_mark(s, p->to)) return 0;
  for (uint32_t t = 0; t < s->count; t++) clause |= s->gold[t].head == p->top && s->gold[t].rel == NSP__REL_NSUBJ;
  return clause && !s->gold[p->top].says;
}

static void put_verb(whole *w, const saying_verb *v) {
  static const uint8_t finite = FINE_VERB_PAST;
  if (v->aux) put(w, v->aux, strlen(v->aux), 1, (gold){w->count + 1, NSP__REL_AUX, FINE_AUX_FINITE, 0});
  w->verb = w->count;
  put(w, v->verb, strlen(v->verb), 1, (gold){w->count, NSP__REL_ROOT, v->aux ? FINE_VERB_PARTICIPLE : finite, 1});
}

static void put_letter(whole *w, char letter, const manner *m, const saying_verb *v, const part *who,
                       const part *what) {
  uint32_t at = w->count;
  switch (letter) {
    case 'S':
      w->who = put_part(w, who->s, who->from, who->to, who->top, 1);
      if (!w->full) recase(w, at, at == 0);
      break;
    case 'V': put_verb(w, v); break;
    case 'T': put(w, m->that, strlen(m->that), 1, (gold){0, NSP__REL_MARK, FINE_SCONJ, 0}); break;
    case 'C':
      w->what = put_part(w, what->s, what->from, what->to, what->top, 1);
      if (!w->full) recase(w, at, at == 0);
      break;
    case 'Q':
      put_mark(w, m->open, 1);
      w->what = put_part(w, what->s, what->from, what->to, what->top, m->open[strlen(m->open) - 1] == ' ');
      put_mark(w, m->close, 0);
      break;
    case '-': put_mark(w, "—", 1); break;
    default: put_mark(w, letter == ',' ? "," : letter == ':' ? ":" : ".", 0); break;
  }
}

static void add(corpus *c, const whole *w, const char *language) {
  sentence *s = corpus_add(c);
  nsp__tokenizer t;
  s->length = w->length;
  s->text = must(calloc(w->length + 8, 1));
  memcpy(s->text, w->text, w->length);
  s->tokens = must(malloc((w->length + 2 * NSP__TOKENIZE_SLACK) * sizeof *s->tokens));
  nsp__tokenizer_start(&t, s->text, 0, s->length, nsp__joining_of(language));
  nsp__tokenize(&t, s->tokens, w->length + 2 * NSP__TOKENIZE_SLACK);
  s->count = t.count;
  s->gold = must(calloc(w->count + 1, sizeof *s->gold));
  memcpy(s->gold, w->gold, w->count * sizeof *s->gold);
  int same = s->count == w->count;
  for (uint32_t i = 0; same && i < s->count; i++) same = s->tokens[i].start == w->start[i];
  if (same) return;
  c->count--; /* our tokeniser cuts it otherwise */
  free(s->text), free(s->tokens), free(s->gold);
}

static void compose(corpus *c, size_t count, const manner *m, uint64_t *chance) {
  static whole w;
  part who, what;
  size_t verbs = 0, shapes = 0;
  while (verbs < VERBS && m->verbs[verbs].verb) verbs++;
  while (shapes < SHAPES && m->shapes[shapes]) shapes++;
  if (!find_subject(c, count, &who, chance) || !find_content(c, count, &what, chance)) return;
  const saying_verb *v = &m->verbs[random_next(chance) % verbs];
  const char *shape = m->shapes[random_next(chance) % shapes];
  w.count = w.length = 0;
  w.full = 0;
  for (const char *p = shape; *p; p++) put_letter(&w, *p, m, v, &who, &what);
  if (w.full) return;
  w.gold[w.who].head = w.verb, w.gold[w.who].rel = NSP__REL_NSUBJ;
  w.gold[w.what].head = w.verb, w.gold[w.what].rel = NSP__REL_CCOMP;
  for (uint32_t i = 0; i < w.count; i++)
    if (w.gold[i].rel == NSP__REL_MARK && w.gold[i].fine == FINE_SCONJ &&
        i == w.verb + 1 + (strchr(shape, ',') != NULL) && strchr(shape, 'T'))
      w.gold[i].head = w.what;
  add(c, &w, m->language);
}

void corpus_compose(corpus *c, const char *language, double share) {
  uint64_t chance = 77;
  size_t count = c->count, wanted = (size_t)(share * (double)count);
  for (size_t k = 0; k < sizeof manners / sizeof *manners; k++)
    if (strcmp(manners[k].language, language) == 0)
      for (size_t tries = 0; c->count < count + wanted && tries < 50 * wanted; tries++)
        compose(c, count, &manners[k], &chance);
}

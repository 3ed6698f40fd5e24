#include "conllu.h"

#include "../tags.h"
#include "tool.h"

#include <stdlib.h>
#include <string.h>

static void put_text(block *b, const char *form, int space) {
  size_t n = strlen(form);
  if (b->length + n + 2 > MOST_TEXT) fail("sentence too long", form);
  memcpy(b->text + b->length, form, n);
  b->length += (uint32_t)n;
  if (space) b->text[b->length++] = ' ';
}

/* Gives the words first .. last of the surface form [start, end) their places. */
static void place_parts(block *b, int first, int last, uint32_t start, uint32_t end) {
  size_t total = 0;
  for (int i = first; i <= last; i++) total += strlen(b->words[i].form);
  uint32_t at = start;
  for (int i = first; i <= last; i++) {
    uint32_t n = (uint32_t)strlen(b->words[i].form);
    int cut = total == end - start;
    b->words[i].start = cut ? at : start;
    b->words[i].end = cut ? at + n : end;
    at += n;
  }
}

static int split_line(char *line, char *column[10]) {
  int n = 0;
  for (char *p = line; n < 10; p++) {
    column[n++] = p;
    p = strchr(p, '\t');
    if (!p) break;
    *p = 0;
  }
  return n;
}

typedef struct unit {
  int last; /* word that ends the open multi-word token; 0: none */
  int first;
  uint32_t start, end;
} unit;

static void take_line(block *b, unit *u, char *line) {
  char *c[10];
  if (split_line(line, c) != 10 || strchr(c[0], '.')) return;
  int space = strstr(c[9], "SpaceAfter=No") == NULL;
  char *dash = strchr(c[0], '-');
  if (dash) {
    u->first = atoi(c[0]), u->last = atoi(dash + 1);
    u->start = b->length;
    put_text(b, c[1], 0);
    u->end = b->length;
    if (space) put_text(b, "", 1);
    return;
  }
  if (b->count == MOST_WORDS) fail("too many words", c[1]);
  word *w = &b->words[++b->count];
  w->form = c[1], w->lemma = c[2], w->upos = c[3], w->xpos = c[4], w->feats = c[5], w->deprel = c[7];
  w->head = atoi(c[6]);
  if (b->count <= u->last) {
    if (b->count == u->last) place_parts(b, u->first, u->last, u->start, u->end);
    return;
  }
  w->start = b->length;
  put_text(b, c[1], 0);
  w->end = b->length;
  if (space) put_text(b, "", 1);
}

int block_read(block *b, char **at) {
  unit u = {0, 0, 0, 0};
  b->count = 0;
  b->length = 0;
  while (**at) {
    char *line = *at, *end = strchr(line, '\n');
    *at = end ? end + 1 : line + strlen(line);
    if (end) *end = 0;
    if (*line == 0) {
      if (b->count) break;
      continue;
    }
    if (*line != '#') take_line(b, &u, line);
  }
  while (b->length && b->text[b->length - 1] == ' ') b->length--;
  return b->count > 0;
}

int has_feat(const char *feats, const char *key_value) {
  size_t n = strlen(key_value);
  for (const char *p = feats; (p = strstr(p, key_value)) != NULL; p++)
    if ((p == feats || p[-1] == '|') && (p[n] == '|' || p[n] == ',' || p[n] == 0)) return 1;
  return 0;
}

unsigned rel_of(const char *deprel) {
  static const char *const also[][2] = {
      {"nsubj:outer", "nsubj"},       {"csubj:pass", "csubj"},         {"csubj:outer", "csubj"},
      {"obl:tmod", "obl:unmarked"},   {"nmod:npmod", "nmod:unmarked"}, {"nmod:tmod", "nmod:unmarked"},
      {"nmod:desc", "nmod:unmarked"}, {"obl:npmod", "obl:unmarked"},   {"expl:subj", "expl"},
      {"expl:pass", "expl:pv"},       {"expl:impers", "expl"}};
  for (size_t i = 0; i < sizeof also / sizeof *also; i++)
    if (strcmp(deprel, also[i][0]) == 0) return rel_of(also[i][1]);
  for (unsigned r = 1; r < NSP__REL_COUNT; r++)
    if (strcmp(deprel, nsp__rel_name(r)) == 0) return r;
  char base[32];
  size_t n = strcspn(deprel, ":");
  if (deprel[n] != ':' || n >= sizeof base) return NSP__REL_DEP;
  memcpy(base, deprel, n);
  base[n] = 0;
  return rel_of(base);
}

int says(const word *w) {
  static const char *const lemmas[] = {
      "say",      "tell",      "announce",  "claim",    "add",       "ask",      "report",    "state",    "argue",
      "warn",     "note",      "suggest",   "insist",   "explain",   "confirm",  "deny",      "declare",  "admit",
      "reply",    "write",     "sagen",     "erklären", "berichten", "melden",   "mitteilen", "dire",     "déclarer",
      "affirmer", "annoncer",  "expliquer", "decir",    "afirmar",   "declarar", "anunciar",  "asegurar", "explicar",
      "zeggen",   "verklaren", "melden",    "stellen",  "dizer",     "informar", "contar",    "сказать",  "говорить",
      "заявить",  "сообщить",  "отметить",  "писать",   "считать"};
  if (strcmp(w->upos, "VERB") != 0) return 0;
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (strcmp(w->lemma, lemmas[i]) == 0) return 1;
  return 0;
}

/* Models, tagger and parser: what they say of plain sentences, and that nothing hostile breaks them. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "syntax/builtin.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"

typedef struct parsed {
  const char *text;
  nsp__token *tokens;
  uint32_t count;
} parsed;

static nsp__model english(void) {
  nsp__model m;
  cr_assert(nsp__model_builtin(&m, "en-GB"));
  return m;
}

static parsed parse(const nsp__model *m, const char *text, size_t length) {
  parsed p = {text, malloc((length + NSP__TOKENIZE_SLACK) * sizeof *p.tokens), 0};
  nsp__tree_parser *scratch = malloc(sizeof *scratch);
  nsp__tokenizer t;
  cr_assert(p.tokens && scratch);
  memset(scratch, 0xA5, sizeof *scratch);
  nsp__tokenizer_start(&t, text, 0, (uint32_t)length, NSP__JOIN_ENGLISH);
  cr_assert(nsp__tokenize(&t, p.tokens, length + NSP__TOKENIZE_SLACK));
  p.count = t.count;
  nsp__tag_sentence(m, text, p.tokens, p.count, &scratch->sums);
  nsp__parse_sentence(m, text, p.tokens, p.count, scratch);
  free(scratch);
  return p;
}

static uint32_t find(const parsed *p, const char *word) {
  size_t n = strlen(word);
  for (uint32_t i = 0; i < p->count; i++)
    if (p->tokens[i].end - p->tokens[i].start == n && memcmp(p->text + p->tokens[i].start, word, n) == 0) return i;
  cr_assert_fail("%s is not in: %s", word, p->text);
  return 0;
}

static void expect_arc(const parsed *p, const char *word, const char *rel, const char *head) {
  uint32_t d = find(p, word), h = find(p, head);
  cr_expect_eq(p->tokens[d].head, h, "%s hangs on token %u, not on %s: %s", word, p->tokens[d].head, head, p->text);
  cr_expect_str_eq(nsp__rel_name(p->tokens[d].rel), rel, "%s in: %s", word, p->text);
}

/* Every token reaches the one root without going round in circles. */
static void expect_tree(const parsed *p) {
  uint32_t roots = 0;
  for (uint32_t i = 0; i < p->count; i++) {
    uint32_t at = i, steps = 0;
    cr_assert_lt(p->tokens[i].head, p->count);
    cr_assert(p->tokens[i].rel != NSP__REL_NONE && p->tokens[i].tag != NSP__TAG_NONE);
    cr_assert_eq(p->tokens[i].head == i, p->tokens[i].rel == NSP__REL_ROOT);
    roots += p->tokens[i].head == i;
    while (p->tokens[at].head != at && steps++ < 5000) at = p->tokens[at].head;
    cr_assert_eq(p->tokens[at].head, at);
  }
  cr_assert_eq(roots, p->count > 0);
}

Test(syntax, who_said_what) {
  static const char text[] = "The minister told reporters on Monday that the talks had failed.";
  nsp__model m = english();
  parsed p = parse(&m, text, sizeof text - 1);
  expect_tree(&p);
  expect_arc(&p, "minister", "nsubj", "told");
  expect_arc(&p, "failed", "ccomp", "told");
  expect_arc(&p, "that", "mark", "failed");
  expect_arc(&p, "talks", "nsubj", "failed");
  cr_expect_eq(p.tokens[find(&p, "told")].feats, NSP__FEAT_FINITE | NSP__FEAT_PAST);
  cr_expect_eq(p.tokens[find(&p, "reporters")].feats, NSP__FEAT_PLURAL);
  free(p.tokens);
}

Test(syntax, quotation_marks_change_no_tree) {
  static const char plain[] = "The company said the plan will help workers.";
  static const char marked[] = "The company said “the plan will help workers.”";
  nsp__model m = english();
  parsed p = parse(&m, plain, sizeof plain - 1), q = parse(&m, marked, sizeof marked - 1);
  expect_tree(&q);
  for (int i = 0; i < 2; i++) {
    const parsed *s = i ? &q : &p;
    expect_arc(s, "company", "nsubj", "said");
    expect_arc(s, "help", "ccomp", "said");
    expect_arc(s, "plan", "nsubj", "help");
  }
  cr_expect_eq(q.tokens[find(&q, "“")].tag, NSP__TAG_PUNCT);
  free(p.tokens);
  free(q.tokens);
}

Test(syntax, unknown_languages_have_no_model) {
  nsp__model m;
  cr_expect_not(nsp__model_builtin(&m, "tlh"));
  cr_expect_not(nsp__model_builtin(&m, ""));
  cr_expect_not(nsp__model_builtin(&m, NULL));
  cr_expect_not(nsp__model_builtin(&m, "e"));
}

Test(syntax, a_damaged_model_is_refused) {
  const nsp__builtin_model *b = nsp__builtin_models;
  nsp__model m, untouched;
  cr_assert_not_null(b->language);
  size_t size = (size_t)(b->end - b->start);
  unsigned char *copy = aligned_alloc(64, size);
  cr_assert_not_null(copy);
  memcpy(copy, b->start, size);
  cr_expect(nsp__model_open(&m, copy, size));
  memset(&m, 0x5A, sizeof m);
  untouched = m;
  for (size_t i = 0; i < size; i += i < sizeof(nsp__model_head) ? 1 : 8191) {
    if (i >= 31 && i < sizeof(nsp__model_head)) continue; /* the language and what is reserved do not matter */
    copy[i] ^= 0x41;
    cr_expect_not(nsp__model_open(&m, copy, size), "byte %zu", i);
    copy[i] ^= 0x41;
  }
  for (size_t cut = 0; cut < size; cut += 1 + cut / 2) cr_expect_not(nsp__model_open(&m, copy, cut), "%zu bytes", cut);
  cr_expect_not(nsp__model_open(&m, NULL, size));
  cr_expect_arr_eq((unsigned char *)&m, (unsigned char *)&untouched, sizeof m);
  free(copy);
}

Test(syntax, sentences_of_any_length_make_one_tree, .timeout = 60) {
  static const char *const pieces[] = {"He said it ", "“", ", ", "a ", ") ", "said that ", "... "};
  nsp__model m = english();
  for (size_t piece = 0; piece < sizeof pieces / sizeof *pieces; piece++)
    for (size_t repeats = 0; repeats < 2000; repeats = repeats * 3 + 1) {
      size_t n = strlen(pieces[piece]);
      char *text = malloc(repeats * n + 1);
      cr_assert_not_null(text);
      for (size_t i = 0; i < repeats; i++) memcpy(text + i * n, pieces[piece], n);
      parsed p = parse(&m, text, repeats * n);
      expect_tree(&p);
      free(p.tokens);
      free(text);
    }
}

static uint32_t chance = 3;

static int16_t number(int most) {
  chance = chance * 1664525u + 1013904223u;
  return (int16_t)((int)((chance >> 8) % (unsigned)(2 * most + 1)) - most);
}

static int16_t layer_by_hand(const nsp__layer *l, const int16_t *x, unsigned j) {
  int32_t sum = l->bias[j];
  for (unsigned k = 0; k < l->in; k++) sum += x[k] * l->weight[((size_t)(k / 2) * l->out + j) * 2 + k % 2];
  sum >>= l->shift;
  return (int16_t)(sum < l->least ? l->least : sum > l->most ? l->most : sum);
}

Test(syntax, every_version_of_the_inner_loops_counts_alike) {
  enum { IN = 48, OUT = 64, WORDS = 4 };
  int16_t w[IN * OUT], x[WORDS][IN], y[WORDS][OUT];
  int8_t bytes[WORDS][OUT];
  int32_t bias[OUT];
  nsp__affine versions[NSP__AFFINE_VERSIONS];
  for (int i = 0; i < IN * OUT; i++) w[i] = number(8000);
  for (int i = 0; i < WORDS * IN; i++) x[i / IN][i % IN] = number(2000);
  for (int i = 0; i < WORDS * OUT; i++) bytes[i / OUT][i % OUT] = (int8_t)number(127);
  for (int i = 0; i < OUT; i++) bias[i] = number(30000);
  const int16_t *const xs[4] = {x[0], x[1], x[2], x[3]};
  int16_t *const ys[4] = {y[0], y[1], y[2], y[3]};
  const int8_t *const rows[4] = {bytes[0], bytes[1], bytes[2], bytes[3]};
  nsp__layer l = {w, bias, IN, OUT, 10, -3000, 20000};
  unsigned count = nsp__affine_versions(versions);
  cr_assert_geq(count, 1);
  for (unsigned v = 0; v < count; v++) {
    versions[v].four(&l, xs, ys);
    for (unsigned i = 0; i < WORDS * OUT; i++)
      cr_assert_eq(y[i / OUT][i % OUT], layer_by_hand(&l, x[i / OUT], i % OUT), "version %u", v);
    l.out = 48;
    versions[v].one(&l, x[1], y[0]);
    for (unsigned j = 0; j < 48; j++) cr_assert_eq(y[0][j], layer_by_hand(&l, x[1], j), "version %u", v);
    l.out = OUT;
    versions[v].bytes(w, rows, WORDS, 16, OUT - 16, y[0]);
    for (unsigned j = 0; j < OUT - 16; j++)
      cr_assert_eq(y[0][j], w[16 + j] + bytes[0][16 + j] + bytes[1][16 + j] + bytes[2][16 + j] + bytes[3][16 + j],
                   "version %u", v);
    versions[v].rows(w, (const int16_t *const[]){w + OUT, w + 2 * OUT}, 2, OUT, y[0]);
    for (unsigned j = 0; j < OUT; j++) {
      int sum = w[j] + w[OUT + j] + w[2 * OUT + j];
      cr_assert_eq(y[0][j], sum > 0 ? sum : 0, "version %u", v);
    }
  }
}

Test(syntax, the_largest_is_the_first_of_equals) {
  static const int16_t scores[] = {-5, INT16_MIN, 7, 3, 7, INT16_MIN};
  cr_expect_eq(nsp__largest(scores, 6), 2);
  cr_expect_eq(nsp__largest(scores + 3, 1), 0);
  cr_expect_eq(nsp__largest(scores + 1, 1), 0);
}

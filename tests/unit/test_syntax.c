/* Models, tagger and parser: what they say of plain sentences, and that nothing hostile breaks them. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "syntax/affine_plain.h"
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

/* "he said, to the old mayor of the town, that he said, …", so many times over, and then its end. */
static char *long_sentence(int times) {
  static const char piece[] = "he said, to the old mayor of the town, that ";
  char *text = calloc(1, (size_t)times * (sizeof piece - 1) + 32);
  cr_assert_not_null(text);
  for (int i = 0; i < times; i++) strcat(text, piece);
  return strcat(text, "nobody left.");
}

static void expect_same_tree(const parsed *a, const parsed *b) {
  cr_assert_eq(a->count, b->count);
  for (uint32_t i = 0; i < a->count; i++) {
    cr_assert_eq(a->tokens[i].fine, b->tokens[i].fine, "tag of token %u of %s", i, a->text);
    cr_assert_eq(a->tokens[i].head, b->tokens[i].head, "head of token %u of %s", i, a->text);
    cr_assert_eq(a->tokens[i].rel, b->tokens[i].rel, "relation of token %u of %s", i, a->text);
  }
}

Test(syntax, every_version_finds_the_same_tree) {
  nsp__affine versions[NSP__AFFINE_VERSIONS + 1] = {{nsp__plain_four, nsp__plain_four_small, nsp__plain_tags,
                                                     nsp__plain_label, nsp__plain_state, nsp__plain_moves,
                                                     nsp__plain_token, nsp__plain_word}};
  unsigned count = 1 + nsp__affine_versions(versions + 1);
  char *text = long_sentence(40); /* of more than one piece */
  parsed trees[NSP__AFFINE_VERSIONS + 1];
  for (unsigned v = 0; v < count; v++) {
    nsp__model m = english();
    m.affine = versions[v];
    trees[v] = parse(&m, text, strlen(text));
    expect_same_tree(&trees[0], &trees[v]);
  }
  for (unsigned v = 0; v < count; v++) free(trees[v].tokens);
  free(text);
}

Test(syntax, two_at_a_time_are_what_they_are_alone) {
  static const int lengths[] = {0, 40, 1, 7, 80, 0, 3};
  enum { SENTENCES = sizeof lengths / sizeof *lengths };
  nsp__model m = english();
  nsp__tree_parser *const p[2] = {malloc(sizeof **p), malloc(sizeof **p)};
  cr_assert(p[0] && p[1]);
  for (int i = 0; i + 1 < SENTENCES; i++) {
    char *text = long_sentence(lengths[i]), *other = long_sentence(lengths[i + 1]);
    size_t half = strlen(text);
    text = realloc(text, half + strlen(other) + 1);
    cr_assert_not_null(text);
    strcat(text, other);
    parsed alone[2] = {parse(&m, text, half), parse(&m, text + half, strlen(other))};
    parsed both[2] = {parse(&m, text, half), parse(&m, text + half, strlen(other))};
    for (int k = 0; k < 2; k++) {
      for (uint32_t t = 0; t < both[k].count; t++) both[k].tokens[t].head = both[k].tokens[t].rel = 0;
      nsp__tag_sentence(&m, both[k].text, both[k].tokens, both[k].count, &p[k]->sums);
      for (uint32_t t = 0; t < both[k].count; t++) /* one text for both */
        both[k].tokens[t].start += k ? (uint32_t)half : 0, both[k].tokens[t].end += k ? (uint32_t)half : 0;
      cr_assert(nsp__parse_start(&m, text, both[k].tokens, both[k].count, p[k]));
    }
    unsigned done = nsp__parse_two(&m, text, p);
    for (unsigned k = 0; k < 2; k++)
      if (!(done >> k & 1)) nsp__parse_rest(&m, text, p[k]);
    for (int k = 0; k < 2; k++) {
      expect_same_tree(&alone[k], &both[k]);
      free(alone[k].tokens), free(both[k].tokens);
    }
    free(text), free(other);
  }
  free(p[0]), free(p[1]);
}

static uint32_t chance = 3;

static int16_t number(int most) {
  chance = chance * 1664525u + 1013904223u;
  return (int16_t)((int)((chance >> 8) % (unsigned)(2 * most + 1)) - most);
}

enum { IN = NSP__HIDDEN, OUT = NSP__ROW, WORDS = 4, ROWS_APART = NSP__ROW + NSP__STATE_ROWS };
typedef struct numbers {
  int8_t weight[IN * OUT], bytes[WORDS][OUT];
  int16_t rows[3][ROWS_APART];
  int32_t bias[OUT];
  uint8_t x[WORDS][IN];
} numbers;

static numbers some_numbers(void) {
  numbers n;
  for (int i = 0; i < IN * OUT; i++) n.weight[i] = (int8_t)(i % 7 ? number(127) : 127 * (i % 2 ? 1 : -1));
  for (int i = 0; i < WORDS * IN; i++)
    n.x[i / IN][i % IN] = (uint8_t)(i % 5 ? abs(number(NSP__SMALL_MOST)) : NSP__SMALL_MOST);
  for (int i = 0; i < WORDS * OUT; i++) n.bytes[i / OUT][i % OUT] = (int8_t)number(127);
  for (int i = 0; i < 3 * ROWS_APART; i++) n.rows[i / ROWS_APART][i % ROWS_APART] = number(800);
  for (int i = 0; i < OUT; i++) n.bias[i] = number(30000);
  return n;
}

static void expect_layers(const nsp__affine *a, const nsp__affine *plain, const numbers *n, const nsp__layer *l) {
  int16_t y[WORDS][OUT], right[WORDS][OUT];
  uint8_t s[WORDS][OUT], small[WORDS][OUT];
  const uint8_t *const xs[4] = {n->x[0], n->x[1], n->x[2], n->x[3]};
  nsp__layer kept = *l;
  a->four(l, xs, (int16_t *const[]){y[0], y[1], y[2], y[3]});
  plain->four(l, xs, (int16_t *const[]){right[0], right[1], right[2], right[3]});
  cr_assert_arr_eq(y, right, sizeof y);
  kept.least = 0, kept.most = NSP__SMALL_MOST;
  a->four_small(&kept, xs, (uint8_t *const[]){s[0], s[1], s[2], s[3]});
  plain->four_small(&kept, xs, (uint8_t *const[]){small[0], small[1], small[2], small[3]});
  cr_assert_arr_eq(s, small, sizeof s);
  kept.in = NSP__HIDDEN, kept.out = NSP__LABEL_LANES;
  for (int i = 0; i < WORDS; i++) cr_assert_eq(a->label(&kept, n->x[i]), plain->label(&kept, n->x[i]));
}

static void expect_states(const nsp__affine *a, const nsp__affine *plain, const numbers *n, const nsp__layer *l) {
  const int16_t *row[NSP__STATE_ROWS];
  uint8_t h[NSP__HIDDEN], right[NSP__HIDDEN];
  int32_t score[NSP__MOVES], right_score[NSP__MOVES];
  nsp__layer moves = *l;
  moves.in = NSP__HIDDEN, moves.out = NSP__MOVE_LANES;
  for (int i = 0; i < NSP__STATE_ROWS; i++) row[i] = n->rows[1 + i % 2] + i;
  a->state(&moves, n->rows[0], row, h, score);
  plain->state(&moves, n->rows[0], row, right, right_score);
  cr_assert_arr_eq(h, right, sizeof h);
  cr_assert_arr_eq(score, right_score, sizeof score);
}

static void expect_tags(const nsp__affine *a, const nsp__affine *plain, const numbers *n, const nsp__layer *l) {
  const uint8_t *const xs[4] = {n->x[0], n->x[1], n->x[2], n->x[3]};
  unsigned place[4], right[4];
  nsp__layer conv = *l, out = *l;
  conv.out = NSP__TAG_WIDTH, conv.least = 0, conv.most = NSP__SMALL_MOST;
  out.in = NSP__TAG_WIDTH, out.out = NSP__TAG_LANES;
  a->tags(&conv, &out, xs, place);
  plain->tags(&conv, &out, xs, right);
  cr_assert_arr_eq(place, right, sizeof place);
}

static void expect_sums(const nsp__affine *a, const nsp__affine *plain, const numbers *n) {
  const int8_t *const bytes[4] = {n->bytes[0], n->bytes[1], n->bytes[2], n->bytes[3]};
  uint8_t tag[NSP__TAG_ROW], right_tag[NSP__TAG_ROW], small[NSP__WORD_ROW], right_small[NSP__WORD_ROW];
  int16_t word[NSP__WORD_ROW], right_word[NSP__WORD_ROW];
  a->token(n->rows[0], bytes, WORDS, tag, word);
  plain->token(n->rows[0], bytes, WORDS, right_tag, right_word);
  cr_assert_arr_eq(tag, right_tag, sizeof tag);
  cr_assert_arr_eq(word, right_word, sizeof word);
  a->word(n->rows[1], bytes + 1, small);
  plain->word(n->rows[1], bytes + 1, right_small);
  cr_assert_arr_eq(small, right_small, sizeof small);
}

Test(syntax, every_version_of_the_inner_loops_counts_alike) {
  const nsp__affine plain = {nsp__plain_four,  nsp__plain_four_small, nsp__plain_tags,  nsp__plain_label,
                             nsp__plain_state, nsp__plain_moves,      nsp__plain_token, nsp__plain_word};
  nsp__affine versions[NSP__AFFINE_VERSIONS];
  unsigned count = nsp__affine_versions(versions);
  cr_assert_geq(count, 1);
  for (int round = 0; round < 20; round++) {
    numbers n = some_numbers();
    nsp__layer l = {n.weight, n.bias, IN, OUT, (uint8_t)(round % 8), -3000, 20000};
    for (unsigned v = 0; v < count; v++) {
      expect_layers(&versions[v], &plain, &n, &l);
      expect_tags(&versions[v], &plain, &n, &l);
      expect_states(&versions[v], &plain, &n, &l);
      expect_sums(&versions[v], &plain, &n);
    }
  }
}

Test(syntax, a_plain_layer_is_a_matrix_and_a_shift) {
  static const int8_t weight[4 * 16] = {1, 2, 3, -4, 5};
  static const int32_t bias[16] = {100, -7};
  static const uint8_t x[4] = {10, 20, 30, 127};
  nsp__layer l = {weight, bias, 4, 16, 1, -300, 40};
  int16_t y[16];
  nsp__plain_one(&l, x, y);
  cr_expect_eq(y[0], (100 + 10 + 40 + 90 - 508) >> 1);
  cr_expect_eq(y[1], (-7 + 50) >> 1);
  l.least = -100, l.most = 20;
  nsp__plain_one(&l, x, y);
  cr_expect_eq(y[0], -100);
  cr_expect_eq(y[1], 20);
}

Test(syntax, the_largest_is_the_first_of_equals) {
  int16_t scores[64];
  for (int i = 0; i < 64; i++) scores[i] = INT16_MIN;
  cr_expect_eq(nsp__largest(scores, 64), 0);
  for (int round = 0; round < 200; round++) {
    unsigned n = 16 * (1 + (unsigned)round % 4), best = 0;
    for (unsigned i = 0; i < n; i++) scores[i] = number(round < 100 ? 5 : INT16_MAX);
    for (unsigned i = 1; i < n; i++) best = scores[i] > scores[best] ? i : best;
    cr_expect_eq(nsp__largest(scores, n), best);
  }
}

#include "../fine.h"
#include "../parser.h"
#include "../tagger.h"
#include "tool.h"
#include "train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_mark(const nsp__token *k) { return (k->shape & NSP__SHAPE_PUNCT) != 0; }

/* First and last word below `of`, by the given heads. */
static void span_of(const sentence *s, const nsp__token *t, int by_gold, uint32_t of, uint32_t *left, uint32_t *right) {
  *left = *right = of;
  for (uint32_t i = 0; i < s->count; i++) {
    uint32_t at = i, steps = 0;
    if (is_mark(&t[i])) continue;
    while (at != of && steps++ < s->count) at = by_gold ? s->gold[at].head : t[at].head;
    if (at != of) continue;
    *left = i < *left ? i : *left;
    *right = i > *right ? i : *right;
  }
}

static int is_subject(unsigned rel) { return rel == NSP__REL_NSUBJ || rel == NSP__REL_NSUBJ_PASS; }

static int is_content(unsigned rel) {
  return rel == NSP__REL_CCOMP || rel == NSP__REL_PARATAXIS || rel == NSP__REL_XCOMP;
}

/* "that" or the like begins the clause. */
static int is_marked(const sentence *s, const nsp__token *t, int by_gold, uint32_t clause) {
  for (uint32_t i = 0; i < s->count; i++)
    if (i != clause && (by_gold ? s->gold[i].head : t[i].head) == clause &&
        (by_gold ? s->gold[i].rel : t[i].rel) == NSP__REL_MARK)
      return 1;
  return 0;
}

static void measure_saying(scores *r, const sentence *s, const nsp__token *t, uint32_t verb) {
  for (uint32_t i = 0; i < s->count; i++) {
    if (s->gold[i].head != verb || i == verb || is_mark(&t[i])) continue;
    int found = t[i].head == verb;
    if (is_subject(s->gold[i].rel)) {
      int right = found && is_subject(t[i].rel);
      r->say_subjects++;
      r->right_say_subject += right;
      r->inverted += i > verb;
      r->right_inverted += i > verb && right;
    }
    if (s->gold[i].rel == NSP__REL_CCOMP || s->gold[i].rel == NSP__REL_PARATAXIS) {
      uint32_t a, b, c, d;
      span_of(s, t, 1, i, &a, &b);
      int right = 0;
      for (uint32_t k = 0; k < s->count; k++) {
        if (t[k].head != verb || k == verb || !is_content(t[k].rel)) continue;
        span_of(s, t, 0, k, &c, &d);
        right |= a == c && b == d;
      }
      r->say_contents++;
      r->right_say_content += right;
      r->right_marked += found && is_content(t[i].rel) && is_marked(s, t, 0, i) == is_marked(s, t, 1, i);
    }
  }
}

void measure(scores *r, const nsp__model *m, const corpus *c, int fold, int folds) {
  nsp__tree_parser *scratch = must(malloc(sizeof *scratch));
  for (size_t i = 0; i < c->count; i++) {
    const sentence *s = &c->items[i];
    if (fold >= 0 && i % (size_t)folds != (size_t)fold) continue;
    nsp__token *t = must(malloc((s->count + 1) * sizeof *t));
    memcpy(t, s->tokens, s->count * sizeof *t);
    nsp__tag_sentence(m, s->text, t, s->count, &scratch->sums);
    nsp__parse_sentence(m, s->text, t, s->count, scratch);
    for (uint32_t k = 0; k < s->count; k++) {
      if (is_mark(&t[k])) continue;
      r->words++;
      r->right_tag += t[k].tag == nsp__fine_tag[s->gold[k].fine];
      r->right_fine += t[k].fine == s->gold[k].fine;
      int head = t[k].head == s->gold[k].head;
      r->right_head += head;
      r->right_label += head && t[k].rel == s->gold[k].rel;
      if (s->gold[k].says) measure_saying(r, s, t, k);
    }
    free(t);
  }
  free(scratch);
}

static double percent(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

void print_scores(const scores *r, const char *title) {
  printf("%s: %.0f words, without marks\n", title, r->words);
  printf("  tags %.2f  fine tags %.2f  heads (UAS) %.2f  heads and relations (LAS) %.2f\n",
         percent(r->right_tag, r->words), percent(r->right_fine, r->words), percent(r->right_head, r->words),
         percent(r->right_label, r->words));
  printf(
      "  verbs of saying: subject %.1f of %.0f, after the verb %.1f of %.0f, content span %.1f of %.0f, "
      "that-clause or not %.1f\n",
      percent(r->right_say_subject, r->say_subjects), r->say_subjects, percent(r->right_inverted, r->inverted),
      r->inverted, percent(r->right_say_content, r->say_contents), r->say_contents,
      percent(r->right_marked, r->say_contents));
}

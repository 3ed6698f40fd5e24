/* Quotation spans. Marks are paired within a paragraph by a stack; a paragraph that opens with a mark while the one
 * before it was left open goes on with it (English, Spanish and German newspapers repeat the mark so).
 *
 * Mending: a mark that nothing closes ends with its paragraph, or before the next mark that opens; a closing mark
 * without an opening one is no mark; inches, primes and apostrophes are none either. */
#include "quote/marks.h"

#include <string.h>

/* Deeper nesting is looked over, so a million nested marks cost no more than a million words. */
enum { DEEPEST = 16, PRIME_LOOK_AHEAD = 64 };

enum family { NO_FAMILY, DOUBLE, SINGLE, GUILLEMET, ANGLE, CORNER, WHITE_CORNER };

typedef struct open_mark {
  uint32_t token, number; /* number in q->marked */
  uint8_t family;
} open_mark;

typedef struct pairing {
  nsp__quoting *q;
  uint32_t block, first, end; /* tokens of the paragraph */
  open_mark stack[DEEPEST];
  uint32_t depth;
} pairing;

static uint8_t family_of(const nsp__token *t) {
  if (!(t->shape & NSP__SHAPE_QUOTE)) return NO_FAMILY;
  switch (t->punct) {
    case NSP__MARK_DOUBLE_STRAIGHT:
    case NSP__MARK_DOUBLE_LEFT:
    case NSP__MARK_DOUBLE_RIGHT:
    case NSP__MARK_DOUBLE_LOW:
    case NSP__MARK_BACKTICKS:
    case NSP__MARK_TICKS: return DOUBLE;
    case NSP__MARK_SINGLE_STRAIGHT:
    case NSP__MARK_SINGLE_LEFT:
    case NSP__MARK_SINGLE_RIGHT:
    case NSP__MARK_SINGLE_LOW: return SINGLE;
    case NSP__MARK_GUILLEMET_LEFT:
    case NSP__MARK_GUILLEMET_RIGHT: return GUILLEMET;
    case NSP__MARK_ANGLE_LEFT:
    case NSP__MARK_ANGLE_RIGHT: return ANGLE;
    case NSP__MARK_CORNER_LEFT:
    case NSP__MARK_CORNER_RIGHT: return CORNER;
    case NSP__MARK_WHITE_CORNER_LEFT:
    case NSP__MARK_WHITE_CORNER_RIGHT: return WHITE_CORNER;
    default: return NO_FAMILY;
  }
}

static bool opens(const nsp__token *t) { return (t->shape & NSP__SHAPE_OPEN_QUOTE) != 0; }

/* A straight mark right behind a digit measures: 15" panel, 6'2". Inside an open quotation it does so only when another
 * mark is left to close it. */
static bool is_prime(const pairing *p, uint32_t i) {
  const nsp__token *t = &p->q->tokens[i];
  if (t->punct != NSP__MARK_DOUBLE_STRAIGHT && t->punct != NSP__MARK_SINGLE_STRAIGHT && t->punct != NSP__MARK_TICKS &&
      t->punct != NSP__MARK_SINGLE_RIGHT && t->punct != NSP__MARK_DOUBLE_RIGHT)
    return false;
  if (i == p->first || (t->shape & NSP__SHAPE_SPACE_BEFORE) || !(t[-1].shape & NSP__SHAPE_NUMBER)) return false;
  bool open = false;
  for (uint32_t k = 0; k < p->depth; k++) open |= p->stack[k].family == family_of(t);
  if (!open) return true;
  if (i + 1 < p->end && nsp__is_punct(p->q, i + 1)) return false;
  for (uint32_t k = i + 1; k < p->end && k < i + PRIME_LOOK_AHEAD; k++)
    if (family_of(&p->q->tokens[k]) == family_of(t)) return !opens(&p->q->tokens[k]);
  return false;
}

/* A single mark opens only when its like closes it in the same paragraph: everything else is an apostrophe ('em, ’til).
 */
static bool single_has_partner(const pairing *p, uint32_t i) {
  const nsp__token *t = &p->q->tokens[i];
  if (t->punct == NSP__MARK_SINGLE_RIGHT || i + 1 >= p->end) return false;
  for (uint32_t k = i + 2; k < p->end && k < i + 400; k++) {
    const nsp__token *u = &p->q->tokens[k];
    if (u->punct == NSP__MARK_APOSTROPHE) return true;
    if (family_of(u) == SINGLE) return !opens(u);
    if (family_of(u) == DOUBLE && !opens(u) && p->depth) return false;
  }
  return false;
}

/* "‘It’s the workers’ money,’": behind an s and before a small letter, while another mark behind punctuation is left to
 * close the quotation, it is the sign of a possessor. */
static bool is_possessor(const pairing *p, uint32_t i) {
  const nsp__token *t = &p->q->tokens[i];
  if (!p->depth || p->stack[p->depth - 1].family != SINGLE || i + 1 >= p->end || i == p->first) return false;
  if ((t->shape & NSP__SHAPE_SPACE_BEFORE) || p->q->analysis->text[t[-1].end - 1] != 's') return false;
  if (t[1].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT) || !(t[1].shape & NSP__SHAPE_SPACE_BEFORE)) return false;
  for (uint32_t k = i + 1; k < p->end && k < i + 400; k++) {
    const nsp__token *u = &p->q->tokens[k];
    if (family_of(u) == SINGLE) return !opens(u) && nsp__is_punct(p->q, k - 1);
  }
  return false;
}

static nsp__marked *add(pairing *p, uint32_t token, uint8_t family) {
  nsp__quoting *q = p->q;
  nsp__marked *m = nsp__array_push(&q->document->scratch, &q->marked);
  if (!m) {
    q->failed = true;
    return NULL;
  }
  *m = (nsp__marked){.span = {token, p->end},
                     .parent = NSP_NONE,
                     .continued = NSP_NONE,
                     .block = p->block,
                     .family = family,
                     .repaired = true};
  if (p->depth) m->parent = p->stack[p->depth - 1].number;
  return m;
}

static void open_at(pairing *p, uint32_t i, uint8_t family) {
  if (p->depth == DEEPEST || !add(p, i, family)) return;
  p->stack[p->depth++] = (open_mark){i, p->q->marked.count - 1, family};
}

static void close_at(pairing *p, uint32_t i, uint8_t family) {
  uint32_t k = p->depth;
  while (k > 0 && p->stack[k - 1].family != family) k--;
  if (!k) return;
  /* What was opened inside and never closed was no quotation: it vanishes into the one that closes now. */
  for (uint32_t inner = k; inner < p->depth; inner++) p->q->marked.items[p->stack[inner].number].span.end = 0;
  nsp__marked *m = &p->q->marked.items[p->stack[k - 1].number];
  m->span.end = i + 1;
  m->repaired = false;
  m->closed_mark = true;
  p->depth = k - 1;
}

/* Same family, both open: the second opening means that the first one was never closed, unless it is nested. */
static bool reopens(const pairing *p, uint32_t i, uint8_t family) {
  if (!p->depth || p->stack[p->depth - 1].family != family) return false;
  uint32_t k = i + 1, open = 1;
  for (; k < p->end && k < i + 400; k++)
    if (family_of(&p->q->tokens[k]) == family) {
      if (opens(&p->q->tokens[k]))
        open++;
      else if (--open == 0)
        break;
    }
  for (k++; k < p->end && k < i + 800; k++)
    if (family_of(&p->q->tokens[k]) == family) return opens(&p->q->tokens[k]);
  return true; /* nothing closes the outer one: it was unbalanced */
}

static void end_before(pairing *p, uint32_t i) {
  nsp__quoting *q = p->q;
  nsp__marked *m = &q->marked.items[p->stack[--p->depth].number];
  uint32_t sentence = nsp__sentence_of(q, i);
  uint32_t start = nsp__sentence_range(q, sentence).first;
  m->span.end = start > m->span.first ? start : i;
}

/* <img alt="A bridge">: behind an equals sign straight marks hold the value of a markup's attribute. */
static bool is_value(const pairing *p, uint32_t i) {
  const nsp__token *t = &p->q->tokens[i];
  return (t->punct == NSP__MARK_DOUBLE_STRAIGHT || t->punct == NSP__MARK_SINGLE_STRAIGHT) && i > p->first &&
         t->start > 0 && p->q->analysis->text[t->start - 1] == '=';
}

/* From the mark before a value to the one behind it, if that one follows in the same paragraph. */
static void behind_value(const pairing *p, uint32_t *next) {
  const nsp__quoting *q = p->q;
  uint32_t k = *next + 1;
  if (k < q->quote_marks.count && q->quote_marks.items[k] < p->end &&
      q->tokens[q->quote_marks.items[k]].punct == q->tokens[q->quote_marks.items[*next]].punct)
    *next = k;
}

/* `next`: the first of the document's marks that may stand in the paragraph, afterwards the first behind it. */
static void pair_block(pairing *p, uint32_t *next) {
  nsp__quoting *q = p->q;
  p->depth = 0;
  for (; *next < q->quote_marks.count && q->quote_marks.items[*next] < p->end && !q->failed; ++*next) {
    uint32_t i = q->quote_marks.items[*next];
    if (i < p->first) continue;
    const nsp__token *t = &q->tokens[i];
    uint8_t family = family_of(t);
    if (family == NO_FAMILY || is_prime(p, i)) continue;
    if (is_value(p, i)) {
      behind_value(p, next);
      continue;
    }
    if (!opens(t)) {
      if (family == SINGLE && is_possessor(p, i)) continue;
      close_at(p, i, family);
      continue;
    }
    if (family == SINGLE && !single_has_partner(p, i)) continue;
    if (reopens(p, i, family)) end_before(p, i);
    open_at(p, i, family);
  }
}

/* Links a paragraph left open to the next one, when that one begins with the same mark. */
static void link_paragraphs(nsp__quoting *q, uint32_t open, const pairing *next) {
  if (open == NSP_NONE || next->first >= next->end) return;
  uint8_t family = family_of(&q->tokens[next->first]);
  nsp__marked *m = &q->marked.items[open];
  if (family != m->family) return;
  for (uint32_t i = open + 1; i < q->marked.count; i++)
    if (q->marked.items[i].span.first == next->first) {
      m->continued = i;
      m->repaired = false;
      q->marked.items[i].continues = true;
      return;
    }
}

/* 'Robert "Bob" Roe': a nickname within a name is no speech. */
static void drop_nicknames(nsp__quoting *q) {
  for (uint32_t i = 0; i < q->marked.count; i++) {
    nsp__marked *k = &q->marked.items[i];
    if (k->span.end != k->span.first + 3) continue;
    uint32_t at = nsp__mention_at(q->document, k->span.first);
    const nsp__mention *m = at == NSP_NONE ? NULL : &q->document->mentions.items[at];
    if (m && m->name_first < k->span.first && k->span.end < m->name_end) k->span.end = 0;
  }
}

/* Drops the vanished stretches and renumbers the rest. */
static void compact(nsp__quoting *q, uint32_t *renumber) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < q->marked.count; i++) {
    renumber[i] = kept;
    if (q->marked.items[i].span.end)
      q->marked.items[kept++] = q->marked.items[i];
    else
      renumber[i] = q->marked.items[i].parent == NSP_NONE ? NSP_NONE : renumber[q->marked.items[i].parent];
  }
  q->marked.count = kept;
  for (uint32_t i = 0; i < kept; i++) {
    nsp__marked *m = &q->marked.items[i];
    if (m->parent != NSP_NONE) m->parent = renumber[m->parent];
    if (m->continued != NSP_NONE) m->continued = renumber[m->continued];
  }
}

static bool map_tokens(nsp__quoting *q) {
  q->mark_of = nsp__arena_alloc(&q->document->scratch, ((size_t)q->token_count + 1) * sizeof *q->mark_of);
  if (!q->mark_of) return false;
  memset(q->mark_of, 0xff, ((size_t)q->token_count + 1) * sizeof *q->mark_of); /* NSP_NONE */
  for (uint32_t m = 0; m < q->marked.count; m++) {
    const nsp__marked *k = &q->marked.items[m];
    if (k->parent != NSP_NONE) continue;
    uint32_t *room = nsp__array_push(&q->document->scratch, &q->outer);
    if (!room) return false;
    *room = m;
    for (uint32_t i = k->span.first; i < k->span.end; i++) q->mark_of[i] = m;
  }
  return true;
}

bool nsp__find_marked(nsp__quoting *q) {
  const nsp_document *d = q->document;
  uint32_t left_open = NSP_NONE, next = 0;
  for (uint32_t b = 0; b < d->blocks.count && !q->failed; b++) {
    const nsp_block *block = &d->blocks.items[b];
    if (!block->sentence_count) continue;
    pairing p = {.q = q, .block = b};
    p.first = nsp__sentence_range(q, block->first_sentence).first;
    p.end = nsp__sentence_range(q, block->first_sentence + block->sentence_count - 1).end;
    pair_block(&p, &next);
    link_paragraphs(q, left_open, &p);
    left_open = p.depth ? p.stack[0].number : NSP_NONE;
  }
  uint32_t *renumber = nsp__arena_alloc(&q->document->scratch, ((size_t)q->marked.count + 1) * sizeof *renumber);
  if (q->failed || !renumber) return false;
  drop_nicknames(q);
  compact(q, renumber);
  nsp__end_unclosed(q);
  uint32_t paired = q->marked.count;
  if (!nsp__cut_incises(q) || !nsp__find_dialogue(q)) return false;
  if (q->marked.count > paired && !nsp__order_marked(q)) return false;
  return map_tokens(q);
}

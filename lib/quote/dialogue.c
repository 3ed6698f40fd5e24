/* Speech that marks alone do not show. A dash at the start of a paragraph opens speech in many languages, and a dash
 * ends it before its clause of saying: "– Czas ucieka – powiedział Nowak. – Musimy działać." And a clause of saying may
 * stand inside of marks without closing them: « Je suis prêt, dit-elle, mais … », «Мы победили, — сказала она, — и …».
 * Both become marked stretches with the clause left out, so that the steps behind see them as any others. Which of the
 * two a language has, its pack says (language.txt: dialogue, incise). */
#include <string.h>

#include "quote/cue.h"
#include "quote/marks.h"

enum {
  CUE_LOOK_AHEAD = 4,  /* words before the reporting verb of a clause of saying */
  LONGEST_INCISE = 30, /* tokens of a clause of saying inside of speech */
  SHORTEST_SPEECH = 1
};

typedef struct habits {
  bool dialogue, comma, dash;
} habits;

static habits habits_of(const nsp__quoting *q) {
  const char *dialogue = nsp__pack_property(q->pack, "dialogue"), *incise = nsp__pack_property(q->pack, "incise");
  habits h = {dialogue != NULL && strstr(dialogue, "dash") != NULL, incise != NULL && strstr(incise, "comma") != NULL,
              incise != NULL && strstr(incise, "dash") != NULL};
  return h;
}

/* A dash that parts: the hyphen too, when spaces stand around it. */
static bool is_dash(const nsp__quoting *q, uint32_t i) {
  if (nsp__is_mark(q, i, NSP__MARK_DASH)) return true;
  return nsp__is_mark(q, i, NSP__MARK_HYPHEN) && i + 1 < q->token_count &&
         (q->tokens[i].shape & NSP__SHAPE_SPACE_BEFORE) && (q->tokens[i + 1].shape & NSP__SHAPE_SPACE_BEFORE);
}

/* Does a clause of saying begin at i: a reporting verb, with small words at most before it? */
static bool saying_begins(const nsp__quoting *q, uint32_t i, uint32_t end, bool strict) {
  for (uint32_t k = i; k < end && k < i + CUE_LOOK_AHEAD; k++) {
    const nsp__record *record = NULL;
    if (!nsp__range_empty(nsp__match(q, k, end, NSP__CLASS_CUE_VERB, &record))) {
      uint64_t verbs = NSP__SAYS(SAY) | NSP__SAYS(ASK) | NSP__SAYS(WRITE) | NSP__SAYS(MANNER) | NSP__SAYS(TELL);
      if (!strict) verbs |= NSP__SAYS(URGE) | NSP__SAYS(BELIEVE);
      if (record->tags & NSP__SAYS(GERUND)) return false;
      return (record->tags & verbs) && !(strict && (record->tags & NSP__SAYS(WEAK)));
    }
    const uint64_t small = NSP__SAYS(AUXILIARY) | NSP__SAYS(CLITIC) | NSP__SAYS(ADVERB);
    if (!nsp__function(q, k, small) && !nsp__is_punct(q, k) && strict) return false;
    if (nsp__is_punct(q, k) && !nsp__is_mark(q, k, NSP__MARK_HYPHEN)) return false;
  }
  return false;
}

static bool add_speech(nsp__quoting *q, nsp__range speech, uint32_t block) {
  while (speech.first < speech.end && nsp__is_mark(q, speech.first, NSP__MARK_COMMA)) speech.first++;
  if (speech.end < speech.first + SHORTEST_SPEECH) return true;
  nsp__marked *m = nsp__array_push(&q->document->scratch, &q->marked);
  if (!m) return false;
  *m = (nsp__marked){.span = speech, .parent = NSP_NONE, .continued = NSP_NONE, .block = block, .dialogue = true};
  return true;
}

/* Cuts a paragraph that begins with a dash into speech and clauses of saying. Where there is no such clause, it is
 * speech only when a colon leads to it (`announced`). */
static bool read_dialogue(nsp__quoting *q, uint32_t block, nsp__range p, bool announced) {
  uint32_t start = p.first + 1, before = q->marked.count;
  bool speaking = true, said = false;
  for (uint32_t i = start; i < p.end; i++) {
    if (!is_dash(q, i)) continue;
    if (speaking && saying_begins(q, i + 1, p.end, false)) {
      if (!add_speech(q, (nsp__range){start, i}, block)) return false;
      speaking = false;
      said = true;
    } else if (speaking && i > start && nsp__is_stop(q, i - 1)) { /* "—¿Tiene miedo? —No —contestó": another speaks */
      if (!add_speech(q, (nsp__range){start, i}, block)) return false;
      start = i + 1;
    } else if (!speaking) {
      start = i + 1;
      speaking = true;
    }
  }
  said |= announced;
  if (speaking && said && !add_speech(q, (nsp__range){start, p.end}, block)) return false;
  if (!said) q->marked.count = before;
  return true;
}

/* Cuts the paragraph down to where its dialogue begins: the first of its sentences that opens with a dash. */
static bool opens_dialogue(const nsp__quoting *q, const nsp_block *block, nsp__range *p) {
  for (uint32_t i = 0; i < block->sentence_count; i++) {
    uint32_t first = nsp__sentence_range(q, block->first_sentence + i).first;
    if (first + SHORTEST_SPEECH + 1 > p->end) return false;
    if (!nsp__is_mark(q, first, NSP__MARK_DASH) && !is_dash(q, first)) continue;
    p->first = first;
    return true;
  }
  return false;
}

bool nsp__find_dialogue(nsp__quoting *q) {
  if (!habits_of(q).dialogue) return true;
  const nsp_document *d = q->document;
  for (uint32_t b = 0; b < d->blocks.count; b++) {
    const nsp_block *block = &d->blocks.items[b];
    if (!block->sentence_count) continue;
    nsp__range p = {nsp__sentence_range(q, block->first_sentence).first,
                    nsp__sentence_range(q, block->first_sentence + block->sentence_count - 1).end};
    bool announced = p.first > 0 && nsp__is_mark(q, p.first - 1, NSP__MARK_COLON);
    if (opens_dialogue(q, block, &p) && !read_dialogue(q, b, p, announced)) return false;
  }
  return true;
}

/* The mention whose phrase begins at a token, or NULL. */
static const nsp__mention *mention_at(const nsp__quoting *q, uint32_t i) {
  uint32_t m = nsp__mention_from(q->document, i);
  if (m >= q->document->mentions.count) return NULL;
  const nsp__mention *mention = &q->document->mentions.items[m];
  return mention->full_first == i ? mention : NULL;
}

/* The closing mark of a short name between marks that begins at i with a capital; i when it is none. */
static uint32_t name_end(const nsp__quoting *q, uint32_t i, uint32_t end) {
  enum { LONGEST_NAME = 5 };
  if (!(q->tokens[i + 1].shape & NSP__SHAPE_CAPITAL) || (q->tokens[i].shape & NSP__SHAPE_CLOSE_QUOTE)) return i;
  for (uint32_t k = i + 2; k < end && k < i + LONGEST_NAME; k++)
    if (q->tokens[k].shape & NSP__SHAPE_QUOTE) return k;
  return i;
}

/* The end of a clause of saying that begins at i inside of speech: its comma or dash; 0 when none comes soon. */
static uint32_t incise_end(const nsp__quoting *q, uint32_t i, uint32_t end, bool dashes) {
  for (uint32_t k = i + 1; k < end && k < i + LONGEST_INCISE; k++) {
    const nsp__mention *who = mention_at(q, k);
    if (who && who->full_end > k && who->full_end < end) k = who->full_end; /* with its apposition */
    if (dashes ? is_dash(q, k) : nsp__is_mark(q, k, NSP__MARK_COMMA)) return k;
    if (nsp__is_mark(q, k, NSP__MARK_SEMICOLON) || nsp__is_mark(q, k, NSP__MARK_COLON)) return dashes ? 0 : k;
    if (nsp__is_stop(q, k)) return k;
    if (dashes && k + 2 < end && (q->tokens[k].shape & NSP__SHAPE_QUOTE) && name_end(q, k, end) > k) {
      k = name_end(q, k, end); /* «…, — признал нападающий «Зенита» Дзюба. — …» */
      continue;
    }
    if (q->tokens[k].shape & NSP__SHAPE_QUOTE) return dashes ? 0 : k;
  }
  return 0;
}

/* Takes the clauses of saying out of stretch `number`; what is left of it stays, what follows becomes new stretches. */
static bool cut_incises(nsp__quoting *q, uint32_t number, habits h) {
  uint32_t i = q->marked.items[number].span.first + 2, end = q->marked.items[number].span.end;
  for (; i + 2 < end; i++) {
    bool dash = h.dash && is_dash(q, i), comma = h.comma && nsp__is_mark(q, i, NSP__MARK_COMMA);
    if ((!dash && !comma) || !saying_begins(q, i + 1, end, true)) continue;
    uint32_t close = incise_end(q, i, end, dash);
    if (!close || close + 1 >= end) continue;
    nsp__marked rest = q->marked.items[number];
    q->marked.items[number].span.end = dash ? i : i + 1;
    q->marked.items[number].continued = NSP_NONE;
    q->marked.items[number].dialogue = true;
    rest.span.first = close + 1;
    rest.continues = false;
    nsp__marked *m = nsp__array_push(&q->document->scratch, &q->marked);
    if (!m) return false;
    *m = rest;
    number = q->marked.count - 1;
    i = close;
  }
  return true;
}

bool nsp__cut_incises(nsp__quoting *q) {
  habits h = habits_of(q);
  if (!h.comma && !h.dash) return true;
  for (uint32_t m = 0, count = q->marked.count; m < count; m++)
    if (q->marked.items[m].parent == NSP_NONE && !cut_incises(q, m, h)) return false;
  return true;
}

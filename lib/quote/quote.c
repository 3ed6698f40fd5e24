#include "quote/quote.h"

#include <string.h>

#include "quote/attribute.h"
#include "quote/cue.h"
#include "quote/emit.h"
#include "quote/likely.h"
#include "quote/marks.h"
#include "quote/need.h"
#include "quote/tree.h"
#include "syntax/builtin.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"

enum { SHORTEST_APART = 4, LONGEST_BETWEEN = 16 };

/* A part of a sentence that is read by itself. */
typedef struct sentence_part {
  uint32_t sentence, first; /* first token, with marks that stand before it */
  uint32_t listing, outer;  /* where looks start: see near_listing, near_outer */
  nsp__range words;
  bool counts; /* its cues may bring a quotation about */
} sentence_part;

typedef struct reading {
  const nsp__model *model; /* NULL: the language has none */
  nsp__tree_parser *parser[2];
  NSP__ARRAY(sentence_part) parts;
} reading;

uint32_t nsp__sentence_of(const nsp__quoting *q, uint32_t token) {
  uint32_t low = 0, high = q->document->sentences.count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (q->document->sentence_tokens.items[middle] <= token)
      low = middle;
    else
      high = middle;
  }
  return low;
}

uint32_t nsp__block_of_token(const nsp__quoting *q, uint32_t token) {
  return q->document->sentences.items[nsp__sentence_of(q, token)].block;
}

/* "said he seldom asks for help, “except from people I know”": a small letter behind a comma goes on with the clause.
 */
static bool goes_on_in_marks(const nsp__quoting *q, nsp__range s, uint32_t first) {
  if (first < s.first + 2 || first + 1 >= s.end || !nsp__is_mark(q, first - 1, NSP__MARK_COMMA)) return false;
  uint32_t i = first - 1; /* "“The harvest,” said Roe, “was bad.”": another verb of saying stands between the two */
  while (i > s.first && first - i < LONGEST_BETWEEN && q->mark_of[i] == NSP_NONE) i--;
  bool joined = nsp__function(q, i + 1, NSP__SAYS(CONJUNCTION)); /* "said that “…,” and that, in part, “…”" */
  if (q->mark_of[i] != NSP_NONE && i > s.first && nsp__is_mark(q, i - 1, NSP__MARK_COMMA) && !joined &&
      nsp__has_cue(q, (nsp__range){i + 1, first}))
    return false;
  const nsp__token *t = &q->tokens[first + 1];
  bool small = !(t->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT | NSP__SHAPE_NON_LATIN));
  return small && nsp__is_quote_mark(q, first) && q->mark_of[first - 2] == NSP_NONE &&
         !nsp__has_cue(q, (nsp__range){first - 2, first - 1});
}

/* Speech that stands apart from the writer's clause, by a comma, a colon or the sentence's ends: it is not read with
 * it, which saves the tree from guessing how the two hang together. "called it “a farce”" stays whole. */
static bool stands_apart(const nsp__quoting *q, nsp__range s, nsp__range marked) {
  uint32_t first = marked.first < s.first ? s.first : marked.first, end = marked.end > s.end ? s.end : marked.end;
  if (first > s.first && !nsp__is_punct(q, first - 1)) return false;
  if (end < s.end && end - first > 2 && !nsp__is_punct(q, end) && !nsp__is_punct(q, end - 2)) return false;
  if (goes_on_in_marks(q, s, first)) return false;
  return end - first >= SHORTEST_APART;
}

/* Takes up a part with cues that may count. */
static bool add_part(nsp__quoting *q, reading *r, uint32_t sentence, nsp__range words) {
  q->near_listing = nsp__first_listing(q, words.first);
  if (words.first >= words.end || !nsp__has_cue(q, words)) return true;
  if (r->model && !nsp__needs_tags(q, sentence, words)) return true;
  sentence_part *part = nsp__array_push(&q->document->scratch, &r->parts);
  if (!part) return false;
  *part = (sentence_part){sentence, words.first, q->near_listing, q->near_outer, words, true};
  /* The marks before a part tell the tagger that its first word does not open a sentence. */
  nsp__range s = nsp__sentence_range(q, sentence);
  while (part->first > s.first && words.first - part->first < 2 && nsp__is_punct(q, part->first - 1)) part->first--;
  return true;
}

/* Bylines, datelines and credit lines are nobody's speech, and no clause of saying. */
bool nsp__is_prose(const nsp__quoting *q, uint32_t block) {
  nsp_block_kind kind = q->document->blocks.items[block].kind;
  return kind != NSP_BLOCK_BYLINE && kind != NSP_BLOCK_DATELINE && kind != NSP_BLOCK_CREDIT;
}

/* The outermost stretches of marked words that a look from sentence s on may meet. */
static void come_near(nsp__quoting *q, nsp__range s) {
  while (q->near_outer < q->outer.count && q->marked.items[q->outer.items[q->near_outer]].span.end < s.first)
    q->near_outer++;
}

static bool add_parts(nsp__quoting *q, reading *r, uint32_t sentence) {
  if (!nsp__is_prose(q, q->document->sentences.items[sentence].block)) return true;
  nsp__range s = nsp__sentence_range(q, sentence), part = s;
  come_near(q, s);
  for (uint32_t i = nsp__next_marked(q, s.first, s.end); i < s.end;) {
    nsp__range marked = q->marked.items[q->mark_of[i]].span;
    if (stands_apart(q, s, marked)) {
      part.end = i;
      if (!add_part(q, r, sentence, part)) return false;
      part = (nsp__range){marked.end < s.end ? marked.end : s.end, s.end};
    }
    i = nsp__next_marked(q, marked.end, s.end);
  }
  return add_part(q, r, sentence, part);
}

/* Tags parts from `at` on until one wants a tree, and has the parser take that one up. Returns the part after it;
 * *busy tells whether there was one. */
static uint32_t start_next(nsp__quoting *q, reading *r, uint32_t at, nsp__tree_parser *parser, bool *busy) {
  const char *text = q->analysis->text;
  for (*busy = false; at < r->parts.count && !*busy; at++) {
    sentence_part *p = &r->parts.items[at];
    nsp__token *tokens = q->document->tokens.items + p->first;
    uint32_t count = p->words.end - p->first;
    nsp__tag_sentence(r->model, text, tokens, count, &parser->sums);
    q->near_listing = p->listing;
    q->near_outer = p->outer;
    p->counts = nsp__needs_tree(q, p->sentence, p->words);
    *busy = p->counts && nsp__parse_start(r->model, text, tokens, count, parser);
  }
  return at;
}

/* Tags and parses all parts, two at a time. */
static void parse_parts(nsp__quoting *q, reading *r) {
  bool busy[2];
  uint32_t at = start_next(q, r, 0, r->parser[0], &busy[0]);
  at = start_next(q, r, at, r->parser[1], &busy[1]);
  while (busy[0] && busy[1]) {
    unsigned done = nsp__parse_two(r->model, q->analysis->text, r->parser);
    for (unsigned i = 0; i < 2; i++)
      if (done >> i & 1) at = start_next(q, r, at, r->parser[i], &busy[i]);
  }
  for (unsigned i = 0; i < 2; i++)
    if (busy[i]) nsp__parse_rest(r->model, q->analysis->text, r->parser[i]);
}

static bool read_part(nsp__quoting *q, const sentence_part *p) {
  q->near_listing = p->listing;
  return nsp__tree_build(q, (nsp__range){p->first, p->words.end}) && nsp__attribute_verbs(q, p->sentence, p->words) &&
         nsp__attribute_nouns(q, p->sentence, p->words) && nsp__attribute_phrases(q, p->sentence, p->words);
}

/* Reads the sentence, whose parts begin at parts[*at]. */
static bool read_sentence(nsp__quoting *q, const reading *r, uint32_t sentence, uint32_t *at) {
  if (!nsp__is_prose(q, q->document->sentences.items[sentence].block)) return true;
  uint32_t first_draft = q->drafts.count;
  come_near(q, nsp__sentence_range(q, sentence));
  for (; *at < r->parts.count && r->parts.items[*at].sentence == sentence; ++*at)
    if (r->parts.items[*at].counts && !read_part(q, &r->parts.items[*at])) return false;
  nsp__join_relays(q, first_draft, sentence);
  nsp__drop_repeated(q, first_draft);
  q->tree.known = false;
  return nsp__attribute_labels(q, sentence) && nsp__attribute_introduced(q, sentence);
}

static bool read_all(nsp__quoting *q, reading *r) {
  uint32_t count = q->document->sentences.count, at = 0;
  for (uint32_t i = 0; i < count; i++)
    if (!add_parts(q, r, i)) return false;
  if (r->model) parse_parts(q, r);
  q->near_outer = 0;
  for (uint32_t i = 0; i < count; i++)
    if (!read_sentence(q, r, i, &at)) return false;
  return true;
}

nsp_status nsp__find_quotes(nsp__analysis *analysis) {
  nsp_document *d = analysis->document;
  nsp__quoting q = {.analysis = analysis,
                    .document = d,
                    .pack = analysis->language,
                    .tokens = d->tokens.items,
                    .token_count = d->tokens.count};
  const char *nouns = nsp__pack_property(q.pack, "nouns");
  q.capital_nouns = nouns && strcmp(nouns, "capital") == 0;
  nsp__model model;
  reading r = {0};
  if (nsp__model_builtin(&model, nsp_language_id(analysis->language))) r.model = &model;
  q.has_model = r.model != NULL;
  for (int i = 0; r.model && i < 2; i++) {
    r.parser[i] = nsp__arena_alloc(&d->scratch, sizeof *r.parser[i]);
    if (!r.parser[i]) return NSP_ERROR_NO_MEMORY;
  }
  if (!nsp__find_listed(&q) || !nsp__skip_datelines(&q) || !nsp__find_marked(&q)) return NSP_ERROR_NO_MEMORY;
  if (!read_all(&q, &r) || !nsp__continue_answers(&q) || !nsp__attribute_mood(&q) || !nsp__attribute_rest(&q) ||
      !nsp__attribute_fragments(&q) || !nsp__attribute_headings(&q) || !nsp__attribute_blocks(&q) ||
      !nsp__attribute_nested(&q) || !nsp__name_rest(&q) || !nsp__name_headlines(&q) || !nsp__attribute_parts(&q))
    return NSP_ERROR_NO_MEMORY;
  return nsp__emit_quotes(&q) ? NSP_OK : NSP_ERROR_NO_MEMORY;
}

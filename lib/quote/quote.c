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

typedef struct reading {
  const nsp__model *model; /* NULL: the language has none */
  nsp__tree_parser *parser;
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

static bool read_part(nsp__quoting *q, reading *r, uint32_t sentence, nsp__range part) {
  q->near_listing = nsp__first_listing(q, part.first);
  if (part.first >= part.end || !nsp__has_cue(q, part)) return true;
  /* The marks before a part tell the tagger that its first word does not open a sentence. */
  nsp__range s = nsp__sentence_range(q, sentence), scan = part;
  while (part.first > s.first && scan.first - part.first < 2 && nsp__is_punct(q, part.first - 1)) part.first--;
  if (r->model) {
    q->tree.known = false;
    if (!nsp__needs_tags(q, sentence, scan)) return true;
    nsp__token *tokens = q->document->tokens.items + part.first;
    nsp__tag_sentence(r->model, q->analysis->text, tokens, part.end - part.first, &r->parser->sums);
    if (!nsp__needs_tree(q, sentence, scan)) return true;
    nsp__parse_sentence(r->model, q->analysis->text, tokens, part.end - part.first, r->parser);
  }
  return nsp__tree_build(q, part) && nsp__attribute_verbs(q, sentence, scan) &&
         nsp__attribute_nouns(q, sentence, scan) && nsp__attribute_phrases(q, sentence, scan);
}

/* Bylines, datelines and credit lines are nobody's speech, and no clause of saying. */
bool nsp__is_prose(const nsp__quoting *q, uint32_t block) {
  nsp_block_kind kind = q->document->blocks.items[block].kind;
  return kind != NSP_BLOCK_BYLINE && kind != NSP_BLOCK_DATELINE && kind != NSP_BLOCK_CREDIT;
}

static bool read_sentence(nsp__quoting *q, reading *r, uint32_t sentence) {
  if (!nsp__is_prose(q, q->document->sentences.items[sentence].block)) return true;
  nsp__range s = nsp__sentence_range(q, sentence), part = s;
  uint32_t first_draft = q->drafts.count;
  while (q->near_outer < q->outer.count && q->marked.items[q->outer.items[q->near_outer]].span.end < s.first)
    q->near_outer++;
  for (uint32_t i = nsp__next_marked(q, s.first, s.end); i < s.end;) {
    nsp__range marked = q->marked.items[q->mark_of[i]].span;
    if (stands_apart(q, s, marked)) {
      part.end = i;
      if (!read_part(q, r, sentence, part)) return false;
      part = (nsp__range){marked.end < s.end ? marked.end : s.end, s.end};
    }
    i = nsp__next_marked(q, marked.end, s.end);
  }
  if (!read_part(q, r, sentence, part)) return false;
  nsp__join_relays(q, first_draft, sentence);
  nsp__drop_repeated(q, first_draft);
  q->tree.known = false;
  return nsp__attribute_labels(q, sentence) && nsp__attribute_introduced(q, sentence);
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
  reading r = {NULL, NULL};
  if (nsp__model_builtin(&model, nsp_language_id(analysis->language))) r.model = &model;
  q.has_model = r.model != NULL;
  if (r.model) r.parser = nsp__arena_alloc(&d->scratch, sizeof *r.parser);
  if ((r.model && !r.parser) || !nsp__find_listed(&q) || !nsp__skip_datelines(&q) || !nsp__find_marked(&q))
    return NSP_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < d->sentences.count; i++)
    if (!read_sentence(&q, &r, i)) return NSP_ERROR_NO_MEMORY;
  if (!nsp__continue_answers(&q) || !nsp__attribute_mood(&q) || !nsp__attribute_rest(&q) ||
      !nsp__attribute_fragments(&q) || !nsp__attribute_headings(&q) || !nsp__attribute_blocks(&q) ||
      !nsp__attribute_nested(&q) || !nsp__name_rest(&q) || !nsp__name_headlines(&q) || !nsp__attribute_parts(&q))
    return NSP_ERROR_NO_MEMORY;
  return nsp__emit_quotes(&q) ? NSP_OK : NSP_ERROR_NO_MEMORY;
}

#include "quote/quote.h"

#include <string.h>

#include "quote/attribute.h"
#include "quote/emit.h"
#include "quote/marks.h"
#include "quote/tree.h"
#include "syntax/builtin.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"

nsp__range nsp__sentence_range(const nsp__quoting *q, uint32_t sentence) {
  const uint32_t *first = q->document->sentence_tokens.items + sentence;
  nsp__range range = {first[0], first[1]};
  return range;
}

uint32_t nsp__sentence_of(const nsp__quoting *q, uint32_t token) {
  uint32_t low = 0, high = q->document->sentences.count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (q->document->sentence_tokens.items[middle] <= token) low = middle;
    else high = middle;
  }
  return low;
}

uint32_t nsp__block_of_token(const nsp__quoting *q, uint32_t token) {
  return q->document->sentences.items[nsp__sentence_of(q, token)].block;
}

/* A sentence is looked at closely only when it has a mark or a word of the cue lists. */
static bool worth_reading(const nsp__quoting *q, nsp__range s) {
  const uint64_t lists = NSP__LISTED(CUE_VERB) | NSP__LISTED(CUE_NOUN) | NSP__LISTED(CUE_ADVERB);
  for (uint32_t i = s.first; i < s.end; i++) {
    const nsp__token *t = &q->tokens[i];
    if (q->mark_of[i] != NSP_NONE) return true;
    if (t->word == NSP__NO_WORD) continue;
    const nsp__lexeme *l = &q->pack->lexemes[t->word];
    if ((l->classes & lists) || l->begins_phrase) return true;
  }
  return false;
}

static bool read_sentence(nsp__quoting *q, const nsp__model *model, nsp__tree_parser *parser, uint32_t sentence) {
  nsp__range s = nsp__sentence_range(q, sentence);
  if (!worth_reading(q, s))
    return nsp__tree_build(q, s) && nsp__attribute_labels(q, sentence) && nsp__attribute_introduced(q, sentence);
  if (model) {
    nsp__token *tokens = q->document->tokens.items + s.first;
    nsp__tag_sentence(model, q->analysis->text, tokens, s.end - s.first);
    nsp__parse_sentence(model, q->analysis->text, tokens, s.end - s.first, parser);
  }
  uint32_t first_draft = q->drafts.count;
  bool kept = nsp__tree_build(q, s) && nsp__attribute_verbs(q, sentence) && nsp__attribute_nouns(q, sentence) &&
              nsp__attribute_phrases(q, sentence) && nsp__attribute_labels(q, sentence) &&
              nsp__attribute_introduced(q, sentence);
  nsp__join_relays(q, first_draft, sentence);
  return kept;
}

nsp_status nsp__find_quotes(nsp__analysis *analysis) {
  nsp_document *d = analysis->document;
  nsp__quoting q = {.analysis = analysis, .document = d, .pack = analysis->language, .tokens = d->tokens.items,
                    .token_count = d->tokens.count};
  nsp__model model;
  bool has_model = nsp__model_builtin(&model, nsp_language_id(analysis->language));
  nsp__tree_parser *parser = nsp__arena_alloc(&d->scratch, sizeof *parser);
  if (!parser || !nsp__find_marked(&q)) return NSP_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < d->sentences.count; i++)
    if (!read_sentence(&q, has_model ? &model : NULL, parser, i)) return NSP_ERROR_NO_MEMORY;
  if (!nsp__attribute_mood(&q) || !nsp__attribute_rest(&q) || !nsp__attribute_parts(&q)) return NSP_ERROR_NO_MEMORY;
  return nsp__emit_quotes(&q) ? NSP_OK : NSP_ERROR_NO_MEMORY;
}

#include "syntax/syntax.h"

enum { AHEAD = 8 }; /* words from asking for a place in the lexicon to looking there */

static nsp_status tokenize_sentence(nsp__analysis *a, nsp_span sentence, nsp__joining joining) {
  nsp_document *d = a->document;
  uint32_t first = d->tokens.count;
  nsp__tokenizer tokenizer;
  nsp__tokenizer_start(&tokenizer, a->text, sentence.start, sentence.end, joining);
  for (int done = 0; !done;) {
    /* A token takes about five bytes; the slack lets every step end. */
    uint32_t more = (sentence.end - tokenizer.at) / 4 + 2 * NSP__TOKENIZE_SLACK;
    d->tokens.count = first + tokenizer.count;
    if (!nsp__array_reserve(&d->arena, &d->tokens, more)) return NSP_ERROR_NO_MEMORY;
    done = nsp__tokenize(&tokenizer, d->tokens.items + first, d->tokens.capacity - first);
  }
  d->tokens.count = first + tokenizer.count;
  for (uint32_t i = first; i < d->tokens.count + AHEAD; i++) {
    nsp__token *t = &d->tokens.items[i];
    if (i < d->tokens.count) nsp__pack_ask_place(a->language, t->hash);
    if (i >= first + AHEAD / 2 && i < d->tokens.count + AHEAD / 2)
      nsp__pack_ask_lexeme(a->language, t[-(AHEAD / 2)].hash);
    if (i < first + AHEAD) continue;
    t -= AHEAD;
    t->word = nsp__pack_find_hashed(a->language, a->text + t->start, t->end - t->start, t->hash);
  }
  return NSP_OK;
}

nsp_status nsp__find_tokens(nsp__analysis *a) {
  nsp_document *d = a->document;
  nsp__joining joining = nsp__joining_of(nsp_language_id(a->language));
  if (!nsp__array_reserve(&d->arena, &d->sentence_tokens, d->sentences.count + 1) ||
      !nsp__array_reserve(&d->arena, &d->tokens, a->length / 5 + 16))
    return NSP_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < d->sentences.count; i++) {
    d->sentence_tokens.items[d->sentence_tokens.count++] = d->tokens.count;
    nsp_status status = tokenize_sentence(a, d->sentences.items[i].span, joining);
    if (status != NSP_OK) return status;
  }
  d->sentence_tokens.items[d->sentence_tokens.count++] = d->tokens.count;
  return NSP_OK;
}

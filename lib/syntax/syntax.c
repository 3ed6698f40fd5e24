#include "syntax/syntax.h"

enum { BATCH = 64 }; /* tokens whose lexemes are looked for together */

/* A lexicon is larger than the nearest caches. Each step of a look-up is made for all tokens of a batch before the next
 * step is, so that what one waits for comes while the others are asked. */
static void find_lexemes(const nsp__analysis *a, nsp__token *tokens, uint32_t count) {
  const nsp_language *pack = a->language;
  for (uint32_t i = 0; i < count; i++) nsp__pack_ask_place(pack, tokens[i].hash);
  for (uint32_t i = 0; i < count; i++) tokens[i].word = nsp__pack_guess(pack, tokens[i].hash);
  for (uint32_t i = 0; i < count; i++) {
    nsp__token *t = &tokens[i];
    if (t->word != NSP__NO_WORD)
      t->word = nsp__pack_find_guessed(pack, a->text + t->start, t->end - t->start, t->hash, t->word);
  }
}

static nsp_status tokenize_sentence(nsp__analysis *a, nsp_span sentence, nsp__joining joining) {
  nsp_document *d = a->document;
  uint32_t first = d->tokens.count;
  nsp__tokenizer tokenizer;
  nsp__tokenizer_start(&tokenizer, a->text, sentence.start, sentence.end, joining);
  tokenizer.limit = a->length;
  for (int done = 0; !done;) {
    /* A token takes about five bytes; the slack lets every step end. */
    uint32_t more = (sentence.end - tokenizer.at) / 4 + 2 * NSP__TOKENIZE_SLACK;
    d->tokens.count = first + tokenizer.count;
    if (!nsp__array_reserve(&d->arena, &d->tokens, more)) return NSP_ERROR_NO_MEMORY;
    done = nsp__tokenize(&tokenizer, d->tokens.items + first, d->tokens.capacity - first);
  }
  d->tokens.count = first + tokenizer.count;
  return NSP_OK;
}

nsp_status nsp__find_tokens(nsp__analysis *a) {
  nsp_document *d = a->document;
  nsp__joining joining = nsp__joining_of(nsp_language_id(a->language));
  if (!nsp__array_reserve(&d->arena, &d->sentence_tokens, d->sentences.count + 1) ||
      !nsp__array_reserve(&d->arena, &d->tokens, a->length / 5 + 16))
    return NSP_ERROR_NO_MEMORY;
  uint32_t found = 0; /* tokens that have their lexemes */
  for (uint32_t i = 0; i < d->sentences.count; i++) {
    d->sentence_tokens.items[d->sentence_tokens.count++] = d->tokens.count;
    nsp_status status = tokenize_sentence(a, d->sentences.items[i].span, joining);
    if (status != NSP_OK) return status;
    for (; d->tokens.count - found >= BATCH; found += BATCH) find_lexemes(a, d->tokens.items + found, BATCH);
  }
  find_lexemes(a, d->tokens.items + found, d->tokens.count - found);
  d->sentence_tokens.items[d->sentence_tokens.count++] = d->tokens.count;
  return NSP_OK;
}

#include "syntax/syntax.h"

#include "language/batch.h"

/* Looks for the lexemes of at most NSP__BATCH tokens. */
static void find_lexemes(nsp__batch *batch, nsp__token *tokens, uint32_t count) {
  batch->count = 0;
  for (uint32_t i = 0; i < count; i++) nsp__batch_add(batch, tokens[i].start, tokens[i].end, tokens[i].hash);
  nsp__batch_find(batch);
  for (uint32_t i = 0; i < count; i++) tokens[i].word = batch->items[i].word;
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
  nsp__batch batch = {.pack = a->language, .text = a->text, .text_length = a->length};
  uint32_t found = 0; /* tokens that have their lexemes */
  for (uint32_t i = 0; i < d->sentences.count; i++) {
    d->sentence_tokens.items[d->sentence_tokens.count++] = d->tokens.count;
    nsp_status status = tokenize_sentence(a, d->sentences.items[i].span, joining);
    if (status != NSP_OK) return status;
    for (; d->tokens.count - found >= NSP__BATCH; found += NSP__BATCH)
      find_lexemes(&batch, d->tokens.items + found, NSP__BATCH);
  }
  find_lexemes(&batch, d->tokens.items + found, d->tokens.count - found);
  d->sentence_tokens.items[d->sentence_tokens.count++] = d->tokens.count;
  return NSP_OK;
}

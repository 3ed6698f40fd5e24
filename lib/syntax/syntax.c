#include "syntax/syntax.h"

#include "language/batch.h"

enum { WARM = 64 }; /* tokens that are looked up while they are still in the nearest cache */

static nsp_status tokenize_sentence(nsp__analysis *a, nsp_span sentence, nsp__joining joining) {
  nsp_document *d = a->document;
  uint32_t first = d->tokens.count;
  nsp__tokenizer tokenizer;
  nsp__tokenizer_start(&tokenizer, a->text, sentence.start, sentence.end, joining);
  tokenizer.limit = a->length;
  tokenizer.pack = a->language;
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
  const nsp__lookup lookup = {a->language, a->text, a->length};
  d->said = 0;
  uint32_t found = 0; /* tokens that have their lexemes */
  for (uint32_t i = 0; i < d->sentences.count; i++) {
    d->sentence_tokens.items[d->sentence_tokens.count++] = d->tokens.count;
    nsp_status status = tokenize_sentence(a, d->sentences.items[i].span, joining);
    if (status != NSP_OK) return status;
    if (d->tokens.count - found < WARM) continue;
    d->said |= nsp__find_lexemes(&lookup, d->tokens.items + found, d->tokens.count - found);
    found = d->tokens.count;
  }
  d->said |= nsp__find_lexemes(&lookup, d->tokens.items + found, d->tokens.count - found);
  d->sentence_tokens.items[d->sentence_tokens.count++] = d->tokens.count;
  return NSP_OK;
}

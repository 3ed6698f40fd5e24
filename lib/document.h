/* What a document is made of: the flat arrays that the stages append to, each only to its own.
 *
 * The public accessors hand out pointers into these arrays, so an array's public struct must stay its first member
 * wherever a stage keeps more about an element than the world sees. */
#ifndef NSP_DOCUMENT_H
#define NSP_DOCUMENT_H

#include "base/memory.h"
#include "entity/mention.h"
#include "newsparse/document.h"
#include "quote/record.h"
#include "syntax/token.h"

struct nsp_document {
  nsp_allocator allocator;
  nsp__arena arena;   /* the answer */
  nsp__arena scratch; /* a stage's own, emptied after each stage */
  const nsp_language *language;
  uint64_t malformed;
  NSP__ARRAY(nsp_block) blocks;         /* layout/ */
  NSP__ARRAY(nsp_sentence) sentences;   /* sentence/ */
  NSP__ARRAY(nsp__token) tokens;        /* syntax/: of all sentences, one after the other */
  uint64_t said;                        /* syntax/: what the lexemes of all tokens say, their tags or-ed */
  NSP__ARRAY(uint32_t) sentence_tokens; /* syntax/: first token of each sentence, and the end of the last one's */
  NSP__ARRAY(nsp__mention) mentions;    /* entity/: before the quotations */
  NSP__ARRAY(uint32_t) mention_places;  /* entity/: of every token, see nsp__mention_from() */
  NSP__ARRAY(nsp_entity) entities;      /* entity/: after the quotations */
  NSP__ARRAY(nsp__quote) quotes;        /* quote/ */
  NSP__ARRAY(nsp_credit) credits;       /* credit/ */
  nsp_provenance provenance;            /* credit/ */
};

/* Number of the first mention whose core ends behind a token, or the number of mentions; in constant time. */
static inline uint32_t nsp__mention_from(const struct nsp_document *d, uint32_t token) {
  return token < d->mention_places.count ? d->mention_places.items[token] : d->mentions.count;
}

/* Number of the mention whose core covers a token, or NSP_NONE; in constant time. */
static inline uint32_t nsp__mention_at(const struct nsp_document *d, uint32_t token) {
  uint32_t i = nsp__mention_from(d, token);
  return i < d->mentions.count && d->mentions.items[i].first <= token ? i : NSP_NONE;
}

#endif

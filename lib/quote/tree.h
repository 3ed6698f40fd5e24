/* The dependency tree of one sentence, as this room asks about it. All token numbers are the document's; a sentence
 * that was not parsed has a tree that knows nothing, and every question is answered with NSP_NONE or an empty range. */
#ifndef NSP_QUOTE_TREE_H
#define NSP_QUOTE_TREE_H

#include "quote/work.h"

/* Sets q->tree for a sentence. False when out of memory. */
bool nsp__tree_build(nsp__quoting *q, nsp__range sentence);

#define NSP__REL_BIT(name) ((uint64_t)1 << NSP__REL_##name)

/* The head of a token; the token itself for a root, NSP_NONE outside of the tree. */
static inline uint32_t nsp__head_of(const nsp__quoting *q, uint32_t token) {
  const nsp__tree *t = &q->tree;
  if (!t->known || token < t->first || token - t->first >= t->count) return NSP_NONE;
  uint32_t head = q->tokens[token].head;
  return head < t->count ? t->first + head : token;
}
/* The first dependent of a token with one of these relations at or after `from`, or NSP_NONE. Looks at no more than
 * the token's subtree, and 256 tokens of it. */
uint32_t nsp__dependent(const nsp__quoting *q, uint32_t token, uint64_t relations, uint32_t from);
/* The same, before `end`. */
uint32_t nsp__dependent_before(const nsp__quoting *q, uint32_t token, uint64_t relations, uint32_t from, uint32_t end);
/* All tokens under a token, itself included. The tree is projective, so they stand together. */
nsp__range nsp__subtree(const nsp__quoting *q, uint32_t token);
static inline bool nsp__has_rel(const nsp__quoting *q, uint32_t token, uint64_t relations) {
  return relations >> q->tokens[token].rel & 1;
}

/* "that" before a clause ("shouted that …"), neither "if" nor "whether": of those that open clauses, it is an article
 * as well. Where a tagger spoke, it must take the word for one that opens a clause. */
bool nsp__declares(const nsp__quoting *q, uint32_t token);

#endif

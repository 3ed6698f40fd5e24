#include "quote/tree.h"

enum { DEPENDENTS_LOOKED_AT = 256 };

static bool make_room(nsp__quoting *q, uint32_t count) {
  nsp__tree *t = &q->tree;
  if (t->room >= count) return true;
  uint32_t room = count + count / 2 + 64;
  t->left = nsp__arena_alloc(&q->document->scratch, (size_t)room * 2 * sizeof *t->left);
  t->room = t->left ? room : 0;
  t->right = t->left ? t->left + room : NULL;
  return t->left != NULL;
}

/* `yes` or `no`, without a branch: on which side a head stands can not be foreseen. */
static inline uint32_t either(uint32_t is, uint32_t yes, uint32_t no) { return no ^ ((no ^ yes) & (0u - is)); }

/* Each token tells its head how far it reaches. The tree is projective: what stands on the left of a token's left end
 * is told by tokens before it, so that one walk from left to right finds all left ends; likewise from right to left. A
 * token whose head is on its other side, or that has none, tells itself, which is nothing new and needs no branch. */
static void measure(nsp__quoting *q) {
  nsp__tree *t = &q->tree;
  const nsp__token *tokens = q->tokens + t->first;
  uint32_t *left = t->left, *right = t->right, count = t->count;
  uint64_t relations = 0;
  for (uint32_t i = 0; i < count; i++) left[i] = right[i] = i;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t head = tokens[i].head, k = either((head > i) & (head < count), head, i);
    left[k] = left[i] < left[k] ? left[i] : left[k];
    relations |= (uint64_t)1 << tokens[i].rel;
  }
  for (uint32_t i = count; i-- > 0;) {
    uint32_t head = tokens[i].head, k = either(head < i, head, i);
    right[k] = right[i] > right[k] ? right[i] : right[k];
  }
  t->relations = relations;
}

bool nsp__tree_build(nsp__quoting *q, nsp__range sentence) {
  nsp__tree *t = &q->tree;
  t->first = sentence.first;
  t->count = sentence.end - sentence.first;
  t->known = t->count && q->tokens[t->first].rel != NSP__REL_NONE;
  if (!t->known) return true;
  if (!make_room(q, t->count)) return false;
  measure(q);
  return true;
}

nsp__range nsp__subtree(const nsp__quoting *q, uint32_t token) {
  const nsp__tree *t = &q->tree;
  if (!t->known || token < t->first || token - t->first >= t->count) return nsp__no_range();
  nsp__range range = {t->first + t->left[token - t->first], t->first + t->right[token - t->first] + 1};
  return range;
}

uint32_t nsp__dependent(const nsp__quoting *q, uint32_t token, uint64_t relations, uint32_t from) {
  return nsp__dependent_before(q, token, relations, from, UINT32_MAX);
}

uint32_t nsp__dependent_before(const nsp__quoting *q, uint32_t token, uint64_t relations, uint32_t from, uint32_t end) {
  const nsp__tree *t = &q->tree;
  if (!t->known || !(relations & t->relations)) return NSP_NONE;
  nsp__range under = nsp__subtree(q, token);
  if (under.first < from) under.first = from;
  if (under.first + DEPENDENTS_LOOKED_AT < token && from == 0) under.first = token - DEPENDENTS_LOOKED_AT;
  if (under.end > under.first + 2 * DEPENDENTS_LOOKED_AT) under.end = under.first + 2 * DEPENDENTS_LOOKED_AT;
  if (under.end > end) under.end = end;
  uint32_t head = token - t->first;
  for (uint32_t i = under.first; i < under.end; i++)
    if ((relations >> q->tokens[i].rel & 1) && q->tokens[i].head == head && i != token) return i;
  return NSP_NONE;
}

bool nsp__declares(const nsp__quoting *q, uint32_t token) {
  unsigned tag = q->tokens[token].tag;
  return (tag == NSP__TAG_SCONJ || tag == NSP__TAG_NONE) && nsp__function(q, token, NSP__SAYS(COMPLEMENTISER)) &&
         nsp__function(q, token, NSP__SAYS(ARTICLE));
}

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

/* Each token tells those above it how far they reach. From left to right, the first to tell of a left end is the one
 * that stands there: whoever knows of one as far to the left has told it to all above. Likewise from right to left. */
static void measure(nsp__quoting *q) {
  nsp__tree *t = &q->tree;
  const nsp__token *tokens = q->tokens + t->first;
  t->relations = 0;
  for (uint32_t i = 0; i < t->count; i++) {
    t->left[i] = t->right[i] = i;
    t->relations |= (uint64_t)1 << tokens[i].rel;
  }
  for (uint32_t i = 0; i < t->count; i++)
    for (uint32_t k = tokens[i].head; k < t->count && t->left[k] > i; k = tokens[k].head) t->left[k] = i;
  for (uint32_t i = t->count; i-- > 0;)
    for (uint32_t k = tokens[i].head; k < t->count && t->right[k] < i; k = tokens[k].head) t->right[k] = i;
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
  const nsp__tree *t = &q->tree;
  if (!t->known || !(relations & t->relations)) return NSP_NONE;
  nsp__range under = nsp__subtree(q, token);
  if (under.first < from) under.first = from;
  if (under.first + DEPENDENTS_LOOKED_AT < token && from == 0) under.first = token - DEPENDENTS_LOOKED_AT;
  if (under.end > under.first + 2 * DEPENDENTS_LOOKED_AT) under.end = under.first + 2 * DEPENDENTS_LOOKED_AT;
  uint32_t head = token - t->first;
  for (uint32_t i = under.first; i < under.end; i++)
    if ((relations >> q->tokens[i].rel & 1) && q->tokens[i].head == head && i != token) return i;
  return NSP_NONE;
}

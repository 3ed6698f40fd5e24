#include "quote/tree.h"

enum { DEPENDENTS_LOOKED_AT = 256 };

uint32_t nsp__head_of(const nsp__quoting *q, uint32_t token) {
  const nsp__tree *t = &q->tree;
  if (!t->known || token < t->first || token - t->first >= t->count) return NSP_NONE;
  uint32_t head = q->tokens[token].head;
  return head < t->count ? t->first + head : token;
}

static bool make_room(nsp__quoting *q, uint32_t count) {
  nsp__tree *t = &q->tree;
  if (t->room >= count) return true;
  uint32_t room = count + count / 2 + 64;
  t->left = nsp__arena_alloc(&q->document->scratch, (size_t)room * 3 * sizeof *t->left);
  t->room = t->left ? room : 0;
  t->right = t->left ? t->left + room : NULL;
  return t->left != NULL;
}

/* Extents grow from the leaves to the root: `waiting` counts the dependents that have not told theirs yet. */
static void measure(nsp__quoting *q) {
  nsp__tree *t = &q->tree;
  uint32_t *waiting = t->left + 2 * (size_t)t->room;
  for (uint32_t i = 0; i < t->count; i++) {
    t->left[i] = t->right[i] = i;
    waiting[i] = 0;
  }
  for (uint32_t i = 0; i < t->count; i++) {
    uint32_t head = q->tokens[t->first + i].head;
    if (head < t->count && head != i) waiting[head]++;
  }
  for (uint32_t i = 0; i < t->count; i++)
    for (uint32_t k = i; waiting[k] == 0;) {
      waiting[k] = UINT32_MAX;
      uint32_t head = q->tokens[t->first + k].head;
      if (head >= t->count || head == k) break;
      if (t->left[k] < t->left[head]) t->left[head] = t->left[k];
      if (t->right[k] > t->right[head]) t->right[head] = t->right[k];
      waiting[head]--;
      k = head;
    }
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
  nsp__range under = nsp__subtree(q, token);
  if (under.first < from) under.first = from;
  if (under.first + DEPENDENTS_LOOKED_AT < token && from == 0) under.first = token - DEPENDENTS_LOOKED_AT;
  uint32_t looked = 0;
  for (uint32_t i = under.first; i < under.end && looked < 2 * DEPENDENTS_LOOKED_AT; i++, looked++)
    if (i != token && (relations >> q->tokens[i].rel & 1) && nsp__head_of(q, i) == token) return i;
  return NSP_NONE;
}

#include "language/pattern_gate.h"

static const nsp__gate anything = ~UINT64_C(0);
static const nsp__gate any_item = ~NSP__GATE_BORDER;

/* An anchor says something of one side of its place. */
static nsp__gate of_anchor(uint32_t anchor, bool right) {
  const nsp__gate line = NSP__GATE_BORDER | NSP__GATE_MARKS | NSP__GATE_ODD;
  if (right != (anchor == NSP__ANCHOR_LINE_END || anchor == NSP__ANCHOR_END)) return anything;
  return anchor == NSP__ANCHOR_LINE_START || anchor == NSP__ANCHOR_LINE_END ? line : line | NSP__GATE_FREE;
}

static nsp__gate of_node(const nsp__gates *g, const nsp__credit_node *n, const nsp__gate *made, bool right) {
  nsp__gate gate = 0;
  switch (n->op) {
    case NSP__CREDIT_MATCH: return anything;
    case NSP__CREDIT_WORD: return nsp__gate_word(g->lexemes[n->value].hash);
    case NSP__CREDIT_WORDS:
      for (uint32_t k = 0; k < n->count; k++) gate |= nsp__gate_word(g->lexemes[g->words[n->value + k]].hash);
      return gate;
    case NSP__CREDIT_MARK: return nsp__gate_mark(n->value);
    case NSP__CREDIT_SLOT: return n->value == NSP__SLOT_GAP || n->value == NSP__SLOT_REST ? anything : any_item;
    case NSP__CREDIT_SPLIT: return made[n->next] | made[n->other];
    case NSP__CREDIT_AHEAD:
    case NSP__CREDIT_BEHIND: return made[n->next];
    case NSP__CREDIT_ANCHOR: return made[n->next] == anything ? of_anchor(n->value, right) : made[n->next];
    default: return any_item;
  }
}

bool nsp__gates_make(nsp__gates *g, nsp__arena *arena) {
  g->right = nsp__arena_alloc(arena, (size_t)g->node_count * sizeof *g->right + 1);
  g->left = nsp__arena_alloc(arena, (size_t)g->node_count * sizeof *g->left + 1);
  if (!g->right || !g->left) return false;
  for (uint32_t i = 0; i < g->node_count; i++) {
    g->right[i] = of_node(g, &g->nodes[i], g->right, true);
    g->left[i] = of_node(g, &g->nodes[i], g->left, false);
    nsp__credit_node *n = &g->nodes[i];
    if (n->op == NSP__CREDIT_SPLIT) n->value = nsp__gate_fold((n->count ? g->left : g->right)[n->next]);
  }
  return true;
}

static bool holds(const nsp__gates *g, const nsp__credit_node *n, uint32_t word) {
  for (uint32_t k = 0; k < n->count; k++)
    if (g->words[n->value + k] == word) return true;
  return false;
}

nsp__gate nsp__gate_behind_word(const nsp__gates *g, uint32_t node, uint32_t word, uint32_t *ways, uint32_t *next) {
  nsp__gate gate = 0;
  for (;;) {
    const nsp__credit_node *n = &g->nodes[node];
    switch (n->op) {
      case NSP__CREDIT_WORD:
      case NSP__CREDIT_WORDS:
        if (n->op == NSP__CREDIT_WORD ? n->value != word : !holds(g, n, word)) return gate;
        ++*ways;
        *next = n->next;
        return gate | g->right[n->next];
      case NSP__CREDIT_SPLIT:
        gate |= nsp__gate_behind_word(g, n->other, word, ways, next); /* as deep as brackets are */
        node = n->next;
        continue;
      default: /* no trigger begins so */ *ways += 2; return anything;
    }
  }
}

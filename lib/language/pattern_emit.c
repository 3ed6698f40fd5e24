/* From a pattern's tree to nodes: the way that regular expressions become automata (Thompson 1968), once to the right
 * of the trigger and once, mirrored, to the left. */
#include "language/pattern_emit.h"

#include <string.h>

static uint32_t add_node(nsp__emitter *e, unsigned op, uint32_t value, uint32_t next, uint32_t other, unsigned count) {
  nsp__credit_node *node = e->builder->failed ? NULL : nsp__array_push(&e->builder->arena, &e->nodes);
  if (!node) {
    e->builder->failed = true;
    return 0;
  }
  *node = (nsp__credit_node){next, other, value, (uint16_t)count, (uint16_t)op};
  return e->nodes.count - 1;
}

static uint32_t emit_sequence(nsp__emitter *e, const nsp__part *first, const nsp__part *end, uint32_t next,
                              bool mirrored);

static bool is_one_word(const nsp__alternative *a) {
  return a->first && !a->first->next && a->first->kind == NSP__PART_NODE && a->first->op == NSP__CREDIT_WORD;
}

/* Alternatives that are single words become one node. */
static uint32_t emit_words(nsp__emitter *e, const nsp__alternative *alternatives, uint32_t next) {
  uint32_t first = e->words.count, count = 0, bits = 0;
  for (const nsp__alternative *a = alternatives; a; a = a->next)
    if (is_one_word(a)) {
      uint32_t *word = nsp__array_push(&e->builder->arena, &e->words);
      if (!word) return e->builder->failed = true, 0;
      *word = a->first->value;
      bits |= nsp__word_bit(*word);
      count++;
    }
  return add_node(e, NSP__CREDIT_WORDS, first, next, bits, count);
}

static uint32_t emit_alternatives(nsp__emitter *e, const nsp__alternative *alternatives, uint32_t next, bool mirrored) {
  uint32_t entry = UINT32_MAX, words = 0;
  for (const nsp__alternative *a = alternatives; a; a = a->next) words += is_one_word(a);
  for (const nsp__alternative *a = alternatives; a; a = a->next) {
    if (words > 1 && is_one_word(a)) continue;
    uint32_t way = emit_sequence(e, a->first, NULL, next, mirrored);
    entry = entry == UINT32_MAX ? way : add_node(e, NSP__CREDIT_SPLIT, 0, entry, way, mirrored);
  }
  if (words > 1) { /* single words last, so that longer ways come first */
    uint32_t way = emit_words(e, alternatives, next);
    entry = entry == UINT32_MAX ? way : add_node(e, NSP__CREDIT_SPLIT, 0, entry, way, mirrored);
  }
  return entry == UINT32_MAX ? next : entry;
}

static uint32_t emit_part(nsp__emitter *e, const nsp__part *part, uint32_t next, bool mirrored) {
  uint32_t inner;
  switch (part->kind) {
    case NSP__PART_GROUP:
      inner = emit_alternatives(e, part->alternatives, next, mirrored);
      return part->optional ? add_node(e, NSP__CREDIT_SPLIT, 0, inner, next, mirrored) : inner;
    case NSP__PART_AHEAD:
      inner = emit_alternatives(e, part->alternatives, add_node(e, NSP__CREDIT_MATCH, 0, 0, 0, 0), false);
      return add_node(e, NSP__CREDIT_AHEAD, 0, next, inner, 0);
    case NSP__PART_BEHIND:
      inner = emit_alternatives(e, part->alternatives, add_node(e, NSP__CREDIT_MATCH, 0, 0, 0, 0), true);
      return add_node(e, NSP__CREDIT_BEHIND, 0, next, inner, 0);
    default: return add_node(e, part->op, part->value, next, 0, part->count);
  }
}

/* The parts from `first` to the one before `end`. Built from the far end, as each node names the next one. */
static uint32_t emit_sequence(nsp__emitter *e, const nsp__part *first, const nsp__part *end, uint32_t next,
                              bool mirrored) {
  if (mirrored) {
    for (const nsp__part *part = first; part != end; part = part->next) next = emit_part(e, part, next, true);
    return next;
  }
  uint32_t count = 0;
  for (const nsp__part *part = first; part != end; part = part->next) count++;
  for (uint32_t left = count; left-- > 0;) {
    const nsp__part *part = first;
    for (uint32_t i = 0; i < left; i++) part = part->next;
    next = emit_part(e, part, next, false);
  }
  return next;
}

/* --- triggers --- */

/* How telling the words are that a part may begin with: the length of the shortest; 0 when it may begin otherwise. */
static uint32_t trigger_worth(const nsp__emitter *e, const nsp__part *part) {
  if (!part || (part->kind == NSP__PART_GROUP && part->optional)) return 0;
  if (part->kind == NSP__PART_NODE)
    return part->op == NSP__CREDIT_WORD ? e->builder->lexemes.items[part->value].length : 0;
  if (part->kind != NSP__PART_GROUP) return 0;
  uint32_t worth = UINT32_MAX;
  for (const nsp__alternative *a = part->alternatives; a; a = a->next) {
    uint32_t each = trigger_worth(e, a->first);
    if (each < worth) worth = each;
  }
  return worth;
}

static void add_triggers(nsp__emitter *e, const nsp__part *part, uint32_t pattern) {
  if (part->kind == NSP__PART_GROUP) {
    for (const nsp__alternative *a = part->alternatives; a; a = a->next) add_triggers(e, a->first, pattern);
    return;
  }
  for (uint32_t i = e->triggers.count; i-- > 0 && e->triggers.items[i].pattern == pattern;)
    if (e->triggers.items[i].word == part->value) return;
  nsp__trigger *trigger = e->builder->failed ? NULL : nsp__array_push(&e->builder->arena, &e->triggers);
  if (trigger)
    *trigger = (nsp__trigger){part->value, pattern};
  else
    e->builder->failed = true;
}

/* Words and marks that are fixed. */
static uint16_t weight_of(const nsp__part *first) {
  unsigned weight = 0;
  for (const nsp__part *part = first; part; part = part->next) {
    if (part->kind == NSP__PART_NODE && part->op < NSP__CREDIT_SLOT)
      weight += 2;
    else if (part->kind == NSP__PART_NODE && part->op == NSP__CREDIT_ANCHOR)
      weight++;
    else if (part->kind == NSP__PART_GROUP && !part->optional)
      weight += 2;
  }
  return (uint16_t)weight;
}

bool nsp__emit_pattern(nsp__emitter *e, nsp_credit_kind kind, uint32_t text, nsp__part *sequence) {
  const nsp__part *trigger = NULL;
  uint32_t best = 0;
  for (const nsp__part *part = sequence; part; part = part->next) {
    uint32_t worth = trigger_worth(e, part);
    if (worth > best) best = worth, trigger = part;
  }
  if (!trigger) return false;
  uint32_t end = add_node(e, NSP__CREDIT_MATCH, 0, 0, 0, 0);
  uint32_t forward = emit_sequence(e, trigger, NULL, end, false);
  uint32_t backward = emit_sequence(e, sequence, trigger, end, true);
  nsp__credit_pattern *pattern = e->builder->failed ? NULL : nsp__array_push(&e->builder->arena, &e->patterns);
  if (!pattern) {
    e->builder->failed = true;
    return true;
  }
  *pattern = (nsp__credit_pattern){text, forward, backward, (uint16_t)kind, weight_of(sequence)};
  add_triggers(e, trigger, e->patterns.count - 1);
  return true;
}

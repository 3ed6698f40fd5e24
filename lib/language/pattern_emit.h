/* The tables while they grow, and pattern trees turned into their nodes. */
#ifndef NSP_LANGUAGE_PATTERN_EMIT_H
#define NSP_LANGUAGE_PATTERN_EMIT_H

#include "language/pattern_parse.h"

typedef struct nsp__trigger {
  uint32_t word, pattern;
} nsp__trigger;

typedef struct nsp__emitter {
  nsp__builder *builder;
  NSP__ARRAY(nsp__credit_node) nodes;
  NSP__ARRAY(nsp__credit_pattern) patterns;
  NSP__ARRAY(uint32_t) words;
  NSP__ARRAY(nsp__trigger) triggers;
} nsp__emitter;

/* Adds one alternative of a pattern. False when it has no trigger: no word that all of its statements hold. */
bool nsp__emit_pattern(nsp__emitter *emitter, nsp_credit_kind kind, uint32_t text, nsp__part *sequence);

#endif

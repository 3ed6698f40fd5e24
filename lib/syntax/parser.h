/* Dependency trees.
 *
 * Reads: the tagged tokens of one sentence, and the sums that the tagger left.
 * Adds:  head and rel of each: one tree, whose root has its own index as head and NSP__REL_ROOT.
 *
 * A greedy transition parser (arc-hybrid: shift, left, right), two moves per word. It sees words only: marks lie
 * in the gaps between words, where features look at them, and are hung into the finished tree without crossing any
 * arc, so that quotation marks and commas can not come between a verb and what it says.
 *
 * Bound: a sentence of more than NSP__PARSE_WORDS words is parsed in pieces of at most that many; each
 * further piece hangs on the first one's root as parataxis. Time is linear, memory is the scratch alone. */
#ifndef NSP_SYNTAX_PARSER_H
#define NSP_SYNTAX_PARSER_H

#include "parser_state.h"
#include "rows.h"

/* Scratch, about 250 KB, which may hold anything at first. One per thread, in the document's arena. */
typedef struct nsp__tree_parser {
  nsp__parse_state state;
  nsp__sums sums; /* the tagger's */
  uint8_t row[NSP__PARSE_WORDS + 4][NSP__WORD_ROW];
  uint8_t word[NSP__PARSE_WORDS + 4][NSP__WORD_WIDTH], second[NSP__PARSE_WORDS + 4][NSP__WORD_WIDTH];
  int16_t share[NSP__PARSE_WORDS + 2][NSP__SLOTS][NSP__HIDDEN];
} nsp__tree_parser;

void nsp__parse_sentence(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count,
                         nsp__tree_parser *scratch);

#endif

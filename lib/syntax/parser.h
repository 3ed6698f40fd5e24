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

enum { NSP__LINE = 64 }; /* bytes */

/* One sentence at work: scratch, about 180 KB, which may hold anything at first. */
typedef struct nsp__tree_parser {
  nsp__token *tokens;
  uint32_t count, at, root; /* tokens before `at` are done or in the piece at hand; UINT32_MAX: no root yet */
  nsp__parse_state state;
  nsp__sums sums; /* the tagger's */
  uint8_t row[NSP__PARSE_WORDS + 4][NSP__WORD_ROW];
  uint8_t word[NSP__PARSE_WORDS + 4][NSP__WORD_WIDTH], second[NSP__PARSE_WORDS + 4][NSP__WORD_WIDTH];
  int16_t (*share)[NSP__SLOTS][NSP__HIDDEN]; /* in the room below, each word's at a line of the cache */
  int16_t room[(NSP__PARSE_WORDS + 2) * NSP__SLOTS * NSP__HIDDEN + NSP__LINE / sizeof(int16_t)];
} nsp__tree_parser;

/* Takes a tagged sentence up. 1: nsp__parse_two goes on with it; 0: it is done, for it has no words. */
int nsp__parse_start(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count, nsp__tree_parser *p);

/* Parses two sentences side by side until one of them is done, or both; returns which, a bit each. A move waits for the
 * one before it, so two of different sentences take hardly longer than one. Each tree is what it would be alone. */
unsigned nsp__parse_two(const nsp__model *m, const char *text, nsp__tree_parser *const p[2]);

/* Parses the rest of a sentence that was started. */
void nsp__parse_rest(const nsp__model *m, const char *text, nsp__tree_parser *p);

/* All of it at once. */
void nsp__parse_sentence(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count,
                         nsp__tree_parser *scratch);

#endif

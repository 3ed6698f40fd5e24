/* Tokens of every sentence, with their lexemes. Reads: document->sentences. Adds: document->tokens and
 * document->sentence_tokens; sentence i has the tokens sentence_tokens[i] … sentence_tokens[i + 1] - 1. */
#ifndef NSP_SYNTAX_SYNTAX_H
#define NSP_SYNTAX_SYNTAX_H

#include "stage.h"

nsp_status nsp__find_tokens(nsp__analysis *analysis);

#endif

/* Quotations. Reads: blocks, sentences, tokens, mentions. Adds: document->quotes. */
#ifndef NSP_QUOTE_QUOTE_H
#define NSP_QUOTE_QUOTE_H

#include "stage.h"

nsp_status nsp__find_quotes(nsp__analysis *analysis);

#endif

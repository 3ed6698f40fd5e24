/* Sentences. Reads: the text, document->blocks. Adds: document->sentences. */
#ifndef NSP_SENTENCE_SENTENCE_H
#define NSP_SENTENCE_SENTENCE_H

#include "stage.h"

nsp_status nsp__find_sentences(nsp__analysis *analysis);

#endif

/* Blocks and sentences, found in one walk. Reads: the text. Adds: document->blocks, document->sentences, and how many
 * bytes are malformed. */
#ifndef NSP_SENTENCE_SENTENCE_H
#define NSP_SENTENCE_SENTENCE_H

#include "stage.h"

nsp_status nsp__find_sentences(nsp__analysis *analysis);

#endif

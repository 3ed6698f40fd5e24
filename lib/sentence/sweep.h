/* Runs of the plainest places of the index, without a jump for each: an ordinary word, a full stop, a space and a
 * capital; an empty line behind a paragraph; marks within words. Which of these comes next cannot be foreseen, and a
 * jump that is taken wrongly costs more than all that is computed here.
 *
 * Reads: sixteen bytes before a place and sixteen behind. Adds: document->blocks, document->sentences, as splitter.c
 * does for the same places. What is not as plain is left to it. */
#ifndef NSP_SENTENCE_SWEEP_H
#define NSP_SENTENCE_SWEEP_H

#include "sentence/splitter.h"

/* Goes over the places of the window from the one numbered *from on, as long as there are bytes enough around them and
 * they are before `end`; *from is then behind them. False when out of memory. */
bool nsp__sweep(nsp__splitter *splitter, const nsp__index_window *window, uint32_t *from, uint32_t end);

/* Takes note that the word text[start … at) before a full stop ends no sentence. */
void nsp__sweep_learn(nsp__splitter *splitter, uint32_t start, uint32_t at);

#endif

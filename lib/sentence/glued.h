/* Sentences without a space between them: "It was late.Nobody came."
 *
 * Reads: the words on both sides of a mark. Adds nothing. */
#ifndef NSP_SENTENCE_GLUED_H
#define NSP_SENTENCE_GLUED_H

#include "sentence/context.h"

/* There is no white space behind the cluster, and it is not of full width. Where the sentence ends, or 0: behind the
 * cluster, or behind the number of a footnote ("as is known.12 But"). */
uint32_t nsp__glued_end(const nsp__splitter *splitter, const nsp__cluster *cluster);

#endif

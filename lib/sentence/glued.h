/* Sentences without a space between them: "It was late.Nobody came."
 *
 * Reads: the words on both sides of a mark. Adds nothing. */
#ifndef NSP_SENTENCE_GLUED_H
#define NSP_SENTENCE_GLUED_H

#include "sentence/context.h"

/* There is no white space behind the cluster, and it is not of full width. */
bool nsp__glued_ends(const nsp__splitter *splitter, const nsp__cluster *cluster);

#endif

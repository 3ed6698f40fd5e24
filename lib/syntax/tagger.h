/* Parts of speech.
 *
 * Reads: the tokens of one sentence (token.h) and the bytes they point to.
 * Adds:  tag, feats and fine of each. Marks get PUNCT; everything else what the model finds likeliest, left to
 *        right, each word seeing the two tags before it. Linear in the tokens. Leaves sums for the parser. */
#ifndef NSP_SYNTAX_TAGGER_H
#define NSP_SYNTAX_TAGGER_H

#include "rows.h"
#include "tags.h"

void nsp__tag_sentence(const nsp__model *m, const char *text, nsp__token *tokens, uint32_t count, nsp__sums *sums);

#endif

/* Which words ask for a tree. Reads: tagged tokens, the marked stretches, the pack's lists. */
#ifndef NSP_QUOTE_NEED_H
#define NSP_QUOTE_NEED_H

#include "quote/cue.h"

/* Has this part of a sentence a word or phrase of the cue lists? Only such parts are looked at. */
bool nsp__has_cue(const nsp__quoting *q, nsp__range part);

/* Can one of the cues bring a quotation about, whatever their tags will be? Only such parts are tagged. */
bool nsp__needs_tags(const nsp__quoting *q, uint32_t sentence, nsp__range part);

/* Once tagged: can one of the cues bring a quotation about, whatever the tree will be? Only such parts are parsed,
 * since the tree is what costs most. q->tree must know nothing. */
bool nsp__needs_tree(const nsp__quoting *q, uint32_t sentence, nsp__range part);

/* Can a reporting verb bring a quotation about, whatever the tree will be? */
bool nsp__verb_counts(const nsp__quoting *q, nsp__range sentence, const nsp__cue *cue);

#endif

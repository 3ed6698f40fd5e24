/* Who most likely said words that no cue leads to. Reads: drafts, mentions, the order of words. */
#ifndef NSP_QUOTE_LIKELY_H
#define NSP_QUOTE_LIKELY_H

#include "quote/capital.h"

/* The last draft with a source of each sentence, or NSP_NONE. */
typedef struct nsp__last_speakers {
  uint32_t *of;
} nsp__last_speakers;

/* Fills it from the drafts made so far; false when out of memory. */
bool nsp__speakers_find(nsp__quoting *q, nsp__last_speakers *last);

/* Can the noun or name at `head` say something: a person, an organisation, a name that nobody knows? */
bool nsp__may_speak(const nsp__quoting *q, uint32_t head);

/* The subject of a sentence, when it may speak; else head is NSP_NONE. */
nsp__source nsp__spoken_of(const nsp__quoting *q, uint32_t sentence);

/* Gives a draft without a source the draft that tells who speaks, or a source from the sentences before it. */
void nsp__name_likely(const nsp__quoting *q, const nsp__last_speakers *last, nsp__draft *draft);

/* The same for all drafts without a cue that name nobody. Once, after all steps but the parts. */
bool nsp__name_rest(nsp__quoting *q);

#endif

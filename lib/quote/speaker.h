/* Speakers. Reads: quotes, mentions, entities. Fills in: the speakers of each quote. */
#ifndef NSP_QUOTE_SPEAKER_H
#define NSP_QUOTE_SPEAKER_H

#include "stage.h"

nsp_status nsp__attribute_speakers(nsp__analysis *analysis);

#endif

/* The second engine: ICU's sentence break iterator (Unicode Standard Annex 29), inside the blocks that the layout finds.
 *
 * Reads: the text. Adds: document->blocks, document->sentences. Opening an iterator is dear; each call opens one, as
 * the engine is there for comparison and for scripts without a pack. */
#ifndef NSP_SENTENCE_ICU_H
#define NSP_SENTENCE_ICU_H

#include "stage.h"

/* NSP_OK, NSP_ERROR_NO_MEMORY, or NSP_ERROR_TOO_LONG for a text of 2 GiB or more. */
nsp_status nsp__find_sentences_with_icu(nsp__analysis *analysis);

#endif

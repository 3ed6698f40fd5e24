/* The second engine: ICU's sentence break iterator (Unicode Standard Annex 29), inside the blocks that the layout
 * found.
 *
 * Reads: the text, document->blocks. Replaces: document->sentences, which the walk that finds the blocks has filled.
 * Opening an iterator is dear; each text opens one, as the engine is there for comparison and for scripts without a
 * pack. */
#ifndef NSP_SENTENCE_ICU_H
#define NSP_SENTENCE_ICU_H

#include "stage.h"

/* NSP_OK, NSP_ERROR_NO_MEMORY, NSP_ERROR_UNSUPPORTED when ICU lacks its data, or NSP_ERROR_TOO_LONG from 2 GiB on. */
nsp_status nsp__find_sentences_with_icu(nsp__analysis *analysis);

/* Told of every boundary behind the text's start, in order; anything but NSP_OK ends the walk with that status. */
typedef nsp_status (*nsp__boundary_handler)(uint32_t at, void *payload);
nsp_status nsp__icu_boundaries(const char *text, uint32_t length, const char *locale, nsp__boundary_handler handler,
                               void *payload);

#endif

/* What the packs and the shape say of each token, in one word of bits, so that looking for mentions is a walk over
 * flags. Reads: tokens. Adds: nothing to the document; the cells live in scratch memory. */
#ifndef NSP_ENTITY_CELLS_H
#define NSP_ENTITY_CELLS_H

#include "language/bits.h"
#include "stage.h"

typedef struct nsp__cell {
  uint32_t bits;
  uint32_t word; /* lexeme of the language's pack that decided: the phrase's at its last token; or NSP__NO_WORD */
} nsp__cell;

/* A first name in another case than the nominative, "Karla": the nominative as the pack writes it, "Karel"; data NULL
 * when the word is no such thing. */
nsp_string nsp__nominative_name(const nsp__analysis *analysis, const nsp__token *token);

/* One cell for each token of the document, in its scratch arena; NULL when out of memory. */
nsp__cell *nsp__cells(nsp__analysis *analysis);

#endif

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

/* The "'s" of "Roe's", a token of its own. */
bool nsp__is_genitive(const nsp__analysis *analysis, const nsp__token *token);

/* What the walk over a document's tokens needs of them. All in its scratch arena. */
typedef struct nsp__cells_found {
  nsp__cell *cells;   /* one for each token */
  uint32_t *capitals; /* the tokens with NSP__CELL_CAPITAL, in order */
  uint32_t capital_count;
  uint32_t *stops; /* the tokens that a mention can begin at or be: in order, UINT32_MAX behind the last */
  bool *headlines; /* of each sentence: most words have a capital, so that a capital tells nothing */
} nsp__cells_found;

#define NSP__CELL_STOP (NSP__CELL_CAPITAL | NSP__CELL_PHRASE | NSP__CELL_NOUN | NSP__CELL_PRONOUN)

/* False when out of memory. */
bool nsp__cells(nsp__analysis *analysis, nsp__cells_found *found);

#endif

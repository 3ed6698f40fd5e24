/* The sources of quotations as mentions. Reads: quotes, mentions. Adds: a mention for each source that has none yet
 * ("the boxer", a verb without a subject), and to each mention the quotation that it stands in. */
#ifndef NSP_ENTITY_SOURCES_H
#define NSP_ENTITY_SOURCES_H

#include "stage.h"

nsp_status nsp__add_source_mentions(nsp__analysis *analysis);
void nsp__mark_quoted(nsp_document *document);
/* Where the parser has been, it knows subjects better than a mention's neighbours do. */
void nsp__mark_subjects(nsp_document *document);

/* The mention that a quotation's source span means, or NSP_NONE. */
uint32_t nsp__quote_source(const nsp_document *document, uint32_t quote);

#endif

/* Source credits. Reads: blocks, sentences, tokens. Adds: document->credits, document->provenance. */
#ifndef NSP_CREDIT_CREDIT_H
#define NSP_CREDIT_CREDIT_H

#include "stage.h"

nsp_status nsp__find_credits(nsp__analysis *analysis);

/* blocks.c: headings that are credits are told so, or captions. Last of all. */
void nsp__mark_credit_blocks(nsp_document *document);

#endif

/* Writing the chains of coreference into the document: document->entities and each mention's entity. */
#ifndef NSP_ENTITY_WRITE_H
#define NSP_ENTITY_WRITE_H

#include "entity/chain.h"

nsp_status nsp__write_entities(nsp__coreference *coreference);

#endif

/* Entities. Reads: sentences, tokens. Adds: document->entities. */
#ifndef NSP_ENTITY_ENTITY_H
#define NSP_ENTITY_ENTITY_H

#include "stage.h"

nsp_status nsp__find_entities(nsp__analysis *analysis);

#endif

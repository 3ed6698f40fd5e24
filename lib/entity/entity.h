/* Entities. Reads: sentences, tokens, mentions, quotes. Adds: document->entities, and to each mention its entity. */
#ifndef NSP_ENTITY_ENTITY_H
#define NSP_ENTITY_ENTITY_H

#include "entity/mention.h"
#include "stage.h"

nsp_status nsp__find_entities(nsp__analysis *analysis);

#endif

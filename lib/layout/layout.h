/* Layout: the blocks of a text. Reads: the text. Adds: document->blocks. */
#ifndef NSP_LAYOUT_LAYOUT_H
#define NSP_LAYOUT_LAYOUT_H

#include "stage.h"

nsp_status nsp__find_blocks(nsp__analysis *analysis);

#endif

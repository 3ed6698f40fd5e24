/* Byte offsets to code points at random places, after one pass over the text. */
#ifndef NSP_PYTHON_UNITS_H
#define NSP_PYTHON_UNITS_H

#include "bridge.h"

typedef struct {
  const bridge_text *text;
  uint32_t *before; /* code points before each block of UNITS_BLOCK bytes; NULL when offsets stay as they are */
} units;

enum { UNITS_BLOCK = 256 };

/* False with MemoryError set. */
bool units_init(units *made, const bridge_text *text);
void units_free(units *made);
uint32_t units_convert(const units *made, uint32_t offset);

#endif

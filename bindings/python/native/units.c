#include "units.h"

#include <stdlib.h>

/* Characters that begin in data[0, length). */
static uint32_t count(const char *data, size_t length) {
  uint32_t found = 0;
  for (size_t i = 0; i < length; i++) found += (data[i] & 0xC0) != 0x80;
  return found;
}

bool units_init(units *made, const bridge_text *text) {
  made->text = text;
  made->before = NULL;
  if (bridge_is_plain(text)) return true;
  size_t blocks = text->length / UNITS_BLOCK + 1;
  made->before = PyMem_Malloc(blocks * sizeof *made->before);
  if (!made->before) {
    PyErr_NoMemory();
    return false;
  }
  uint32_t total = 0;
  for (size_t b = 0; b < blocks; b++) {
    made->before[b] = total;
    size_t left = text->length - b * UNITS_BLOCK;
    total += count(text->data + b * UNITS_BLOCK, left < UNITS_BLOCK ? left : UNITS_BLOCK);
  }
  return true;
}

void units_free(units *made) {
  PyMem_Free(made->before);
  made->before = NULL;
}

uint32_t units_convert(const units *made, uint32_t offset) {
  if (!made->before) return offset;
  if (offset > made->text->length) offset = (uint32_t)made->text->length;
  size_t block = offset / UNITS_BLOCK;
  return made->before[block] + count(made->text->data + block * UNITS_BLOCK, offset - block * UNITS_BLOCK);
}

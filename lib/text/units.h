/* Counting a text in code points or UTF-16 units, with checkpoints to jump to.
 *
 * Well-formed text is counted by its lead bytes, many at a time; in malformed text each bad byte is a unit of its own,
 * as Python's "surrogateescape" has it. */
#ifndef NSP_TEXT_UNITS_H
#define NSP_TEXT_UNITS_H

#include "newsparse/allocator.h"
#include "newsparse/offsets.h"

/* A place in a text, counted both ways. */
typedef struct nsp__place {
  uint32_t byte;
  uint32_t unit;
} nsp__place;

/* A text to be counted. */
typedef struct nsp__units {
  const char *text;
  uint32_t length;
  nsp_unit unit;
  bool well_formed;
  nsp__place *places; /* one every NSP__PLACE_STEP bytes; NULL until nsp__units_index() */
  uint32_t place_count;
  nsp_allocator allocator;
} nsp__units;

/* Bytes between two checkpoints: the most that a look-up counts. */
#define NSP__PLACE_STEP 256u

void nsp__units_init(nsp__units *units, const char *text, uint32_t length, nsp_unit unit);
/* Makes look-ups in any order quick. False when out of memory. */
bool nsp__units_index(nsp__units *units, nsp_allocator allocator);
void nsp__units_free(nsp__units *units);

/* Moves forward from `from` to the start of the character that holds byte `to`, or to the text's end. */
nsp__place nsp__units_walk_to_byte(const nsp__units *units, nsp__place from, uint32_t to);
/* Moves forward from `from` to the start of the character that holds unit `to`, or to the text's end. */
nsp__place nsp__units_walk_to_unit(const nsp__units *units, nsp__place from, uint32_t to);

/* The last checkpoint at or before a byte or a unit; needs the index. */
nsp__place nsp__units_before_byte(const nsp__units *units, uint32_t byte);
nsp__place nsp__units_before_unit(const nsp__units *units, uint32_t unit);

/* Byte offset to unit: the identity for NSP_UNIT_BYTE, otherwise needs the index. */
uint32_t nsp__units_of(const nsp__units *units, uint32_t byte);

#endif

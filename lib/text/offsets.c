/* Byte offsets into other units, and back: the public face of units.h. */
#include "newsparse/offsets.h"

#include "text/units.h"

/* Ascending offsets are met on one walk through the text; when one goes back, checkpoints are made, so that no offset
 * costs more than a step between two of them. */
struct walk {
  nsp__units *units;
  nsp__place at;
};

static bool to_unit(struct walk *walk, uint32_t *offset) {
  if (walk->units->places || *offset < walk->at.byte) {
    if (!nsp__units_index(walk->units, nsp_allocator_default())) return false;
    walk->at = nsp__units_before_byte(walk->units, *offset);
  }
  walk->at = nsp__units_walk_to_byte(walk->units, walk->at, *offset);
  *offset = walk->at.unit;
  return true;
}

static bool to_byte(struct walk *walk, uint32_t *offset) {
  if (walk->units->places || *offset < walk->at.unit) {
    if (!nsp__units_index(walk->units, nsp_allocator_default())) return false;
    walk->at = nsp__units_before_unit(walk->units, *offset);
  }
  walk->at = nsp__units_walk_to_unit(walk->units, walk->at, *offset);
  *offset = walk->at.byte;
  return true;
}

static nsp_status convert(const char *text, size_t length, nsp_unit unit, bool (*step)(struct walk *, uint32_t *),
                          uint32_t *offsets, size_t count) {
  nsp__units units;
  nsp__units_init(&units, text, (uint32_t)length, unit);
  struct walk walk = {&units, {0, 0}};
  nsp_status status = NSP_OK;
  for (size_t i = 0; i < count && status == NSP_OK; i++)
    if (!step(&walk, &offsets[i])) status = NSP_ERROR_NO_MEMORY;
  nsp__units_free(&units);
  return status;
}

static bool known(nsp_unit unit) {
  return unit == NSP_UNIT_BYTE || unit == NSP_UNIT_CODEPOINT || unit == NSP_UNIT_UTF16;
}

nsp_status nsp_offsets_convert(const char *text, size_t length, nsp_unit from, nsp_unit to, uint32_t *offsets,
                               size_t count) {
  if ((!text && length) || (!offsets && count) || !known(from) || !known(to)) return NSP_ERROR_INVALID_ARGUMENT;
  if (length > NSP_MAX_INPUT) return NSP_ERROR_TOO_LONG;
  nsp_status status = NSP_OK;
  for (size_t i = 0; i < count && from == NSP_UNIT_BYTE; i++)
    if (offsets[i] > length) offsets[i] = (uint32_t)length;
  if (from != NSP_UNIT_BYTE) status = convert(text, length, from, to_byte, offsets, count);
  if (status == NSP_OK && to != NSP_UNIT_BYTE) status = convert(text, length, to, to_unit, offsets, count);
  return status;
}

size_t nsp_offsets_length(const char *text, size_t length, nsp_unit unit) {
  if (!text || !known(unit) || length > NSP_MAX_INPUT) return 0;
  nsp__units units;
  nsp__units_init(&units, text, (uint32_t)length, unit);
  return nsp__units_walk_to_byte(&units, (nsp__place){0, 0}, (uint32_t)length).unit;
}

#include "text/units.h"

#include "text/index.h"
#include "text/utf8.h"

void nsp__units_init(nsp__units *units, const char *text, uint32_t length, nsp_unit unit) {
  *units = (nsp__units){.text = text, .length = length, .unit = unit};
  units->well_formed = unit == NSP_UNIT_BYTE || nsp__is_well_formed(text, length);
}

/* Units of well-formed bytes [from, to): every byte that does not continue a character, and in UTF-16 the lead bytes
 * of four-byte characters once more. Written so that compilers make vectors of it. */
static uint32_t count_units(const nsp__units *units, uint32_t from, uint32_t to) {
  const unsigned char *bytes = (const unsigned char *)units->text;
  uint32_t count = 0;
  if (units->unit == NSP_UNIT_UTF16)
    for (uint32_t i = from; i < to; i++) count += (uint32_t)((bytes[i] & 0xC0) != 0x80) + (uint32_t)(bytes[i] >= 0xF0);
  else
    for (uint32_t i = from; i < to; i++) count += (uint32_t)((bytes[i] & 0xC0) != 0x80);
  return count;
}

static uint32_t width(const nsp__units *units, uint32_t byte, uint32_t *step) {
  uint32_t codepoint;
  *step = (uint32_t)nsp__utf8_decode(units->text + byte, units->length - byte, &codepoint);
  return units->unit == NSP_UNIT_UTF16 && codepoint != NSP__MALFORMED && codepoint > 0xFFFF ? 2 : 1;
}

/* In well-formed text: back from the middle of a character to its start. */
static uint32_t character_start(const nsp__units *units, uint32_t byte) {
  while (byte && byte < units->length && ((unsigned char)units->text[byte] & 0xC0) == 0x80) byte--;
  return byte;
}

nsp__place nsp__units_walk_to_byte(const nsp__units *units, nsp__place from, uint32_t to) {
  if (to > units->length) to = units->length;
  if (to <= from.byte) return from;
  if (units->unit == NSP_UNIT_BYTE) return (nsp__place){to, to};
  if (units->well_formed) {
    to = character_start(units, to);
    return (nsp__place){to, from.unit + count_units(units, from.byte, to)};
  }
  while (from.byte < to) {
    uint32_t step, wide = width(units, from.byte, &step);
    if (from.byte + step > to) break;
    from.byte += step;
    from.unit += wide;
  }
  return from;
}

nsp__place nsp__units_walk_to_unit(const nsp__units *units, nsp__place from, uint32_t to) {
  if (units->unit == NSP_UNIT_BYTE) return nsp__units_walk_to_byte(units, from, to);
  while (from.unit < to && from.byte < units->length) {
    uint32_t step, wide = width(units, from.byte, &step);
    if (from.unit + wide > to) break;
    from.byte += step;
    from.unit += wide;
  }
  return from;
}

bool nsp__units_index(nsp__units *units, nsp_allocator allocator) {
  if (units->unit == NSP_UNIT_BYTE || units->places) return true;
  uint32_t count = units->length / NSP__PLACE_STEP + 1;
  units->places = allocator.allocate(allocator.context, count * sizeof *units->places);
  if (!units->places) return false;
  units->allocator = allocator;
  units->place_count = count;
  nsp__place place = {0, 0};
  for (uint32_t i = 0; i < count; i++) {
    place = nsp__units_walk_to_byte(units, place, i * NSP__PLACE_STEP);
    units->places[i] = place;
  }
  return true;
}

void nsp__units_free(nsp__units *units) {
  if (units->places)
    units->allocator.release(units->allocator.context, units->places, units->place_count * sizeof *units->places);
  units->places = NULL;
}

nsp__place nsp__units_before_byte(const nsp__units *units, uint32_t byte) {
  uint32_t at = byte / NSP__PLACE_STEP;
  return units->places[at < units->place_count ? at : units->place_count - 1];
}

nsp__place nsp__units_before_unit(const nsp__units *units, uint32_t unit) {
  uint32_t low = 0, high = units->place_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (units->places[middle].unit <= unit)
      low = middle;
    else
      high = middle;
  }
  return units->places[low];
}

uint32_t nsp__units_of(const nsp__units *units, uint32_t byte) {
  if (units->unit == NSP_UNIT_BYTE) return byte;
  return nsp__units_walk_to_byte(units, nsp__units_before_byte(units, byte), byte).unit;
}

#include "language/pack.h"

#include <string.h>

#include "language/filter.h"
#include "language/property.h"
#include "language/quick.h"
#include "text/fold.h"

static const void *section(const nsp__pack_header *header, nsp__section number, size_t item, uint32_t *count) {
  *count = (uint32_t)(header->sections[number].size / item);
  return (const char *)header + header->sections[number].offset;
}

static bool is_power_of_two(uint32_t n) { return n && !(n & (n - 1)); }

static bool strings_in_bounds(const nsp_language *pack, uint32_t size) {
  for (uint32_t i = 0; i < pack->lexeme_count; i++) {
    const nsp__lexeme *l = &pack->lexemes[i];
    if (l->text > size || l->length >= size - l->text) return false;
    if (l->first_record > pack->record_count || l->record_count > pack->record_count - l->first_record) return false;
  }
  for (uint32_t i = 0; i < pack->record_count; i++) {
    const nsp__record *r = &pack->records[i];
    if (r->canonical >= size || r->written >= size || r->values >= size || r->class_number >= NSP__CLASS_COUNT)
      return false;
  }
  return true;
}

static bool tables_in_bounds(const nsp_language *pack, uint32_t slot_count, uint32_t edge_count) {
  bool slot_free = false, edge_free = false; /* probing ends only at a free slot */
  for (uint32_t i = 0; i < slot_count; i++) {
    if (pack->slots[i] == NSP__NO_WORD)
      slot_free = true;
    else if (nsp__slot_lexeme(pack->slots[i]) >= pack->lexeme_count)
      return false;
  }
  for (uint32_t i = 0; i < edge_count; i++) {
    const nsp__edge *e = &pack->edges[i];
    if (e->word == NSP__NO_WORD)
      edge_free = true;
    else if (e->lexeme != NSP__NO_WORD && e->lexeme >= pack->lexeme_count)
      return false;
  }
  return slot_free && edge_free;
}

static bool quick_in_bounds(const nsp_language *pack) {
  uint32_t count;
  const nsp__quick_word *slots = section(pack->header, NSP__SECTION_QUICK, sizeof *slots, &count);
  bool slot_free = false;
  for (uint32_t i = 0; i < count; i++) {
    if (!slots[i].lists)
      slot_free = true;
    else if (slots[i].lexeme >= pack->lexeme_count)
      return false;
  }
  return slot_free && is_power_of_two(count) &&
         pack->header->sections[NSP__SECTION_STOPPED].size == NSP__STOPPED_BYTES &&
         pack->header->sections[NSP__SECTION_TAILS].size == NSP__STOPPED_BYTES &&
         pack->header->sections[NSP__SECTION_TRIGGERS].size == NSP__FILTER_BYTES &&
         pack->header->sections[NSP__SECTION_MEDIA].size == NSP__FILTER_BYTES &&
         pack->header->sections[NSP__SECTION_LISTED].size == sizeof(nsp__small_filter);
}

nsp_status nsp__pack_open(nsp_language *language, const void *block, size_t size) {
  memset(language, 0, sizeof *language);
  const nsp__pack_header *header = block;
  if (size < sizeof *header || header->magic != NSP__PACK_MAGIC || header->format != NSP__PACK_FORMAT ||
      header->size > size)
    return NSP_ERROR_PACK_FORMAT;
  for (int i = 0; i < NSP__SECTION_COUNT; i++)
    if (header->sections[i].offset % 8 || header->sections[i].offset > header->size ||
        header->sections[i].size > header->size - header->sections[i].offset)
      return NSP_ERROR_PACK_FORMAT;
  uint32_t slots, edges, strings;
  language->header = header;
  language->strings = section(header, NSP__SECTION_STRINGS, 1, &strings);
  language->slots = section(header, NSP__SECTION_SLOTS, sizeof(uint32_t), &slots);
  language->lexemes = section(header, NSP__SECTION_LEXEMES, sizeof(nsp__lexeme), &language->lexeme_count);
  language->records = section(header, NSP__SECTION_RECORDS, sizeof(nsp__record), &language->record_count);
  language->edges = section(header, NSP__SECTION_EDGES, sizeof(nsp__edge), &edges);
  if (!is_power_of_two(slots) || !is_power_of_two(edges) || !strings || language->strings[strings - 1] ||
      header->id >= strings || header->name >= strings || !strings_in_bounds(language, strings) ||
      !tables_in_bounds(language, slots, edges) || !quick_in_bounds(language) ||
      !nsp__properties_open(language, strings))
    return NSP_ERROR_PACK_FORMAT;
  language->slot_mask = slots - 1;
  language->edge_mask = edges - 1;
  return NSP_OK;
}

static bool lexeme_is(const nsp_language *pack, const nsp__lexeme *lexeme, const char *text, size_t length) {
  if (length == lexeme->length && length <= sizeof lexeme->head)
    return nsp__fold_equal_short(text, length, lexeme->head);
  return nsp__fold_equal(text, length, pack->strings + lexeme->text, lexeme->length);
}

uint32_t nsp__pack_find_hashed(const nsp_language *pack, const char *text, size_t length, uint32_t hash) {
  for (uint32_t at = hash & pack->slot_mask;; at = (at + 1) & pack->slot_mask) {
    uint32_t slot = pack->slots[at];
    if (slot == NSP__NO_WORD) return NSP__NO_WORD;
    if (!nsp__slot_may_be(slot, hash)) continue;
    const nsp__lexeme *lexeme = &pack->lexemes[nsp__slot_lexeme(slot)];
    if (lexeme->hash == hash && lexeme_is(pack, lexeme, text, length)) return nsp__slot_lexeme(slot);
  }
}

uint32_t nsp__pack_find(const nsp_language *pack, const char *text, size_t length) {
  return nsp__pack_find_hashed(pack, text, length, nsp__fold_hash(text, length));
}

const nsp__record *nsp__pack_record(const nsp_language *pack, uint32_t word, nsp__class class_number) {
  if (!nsp__pack_has(pack, word, class_number)) return NULL;
  const nsp__lexeme *lexeme = &pack->lexemes[word];
  for (uint32_t i = 0; i < lexeme->record_count; i++)
    if (pack->records[lexeme->first_record + i].class_number == class_number)
      return &pack->records[lexeme->first_record + i];
  return NULL;
}

static uint32_t edge_hash(uint32_t state, uint32_t word) {
  uint32_t h = (state * 0x9E3779B1u) ^ (word * 0x85EBCA77u);
  return h ^ h >> 15;
}

const nsp__edge *nsp__pack_step(const nsp_language *pack, uint32_t state, uint32_t word) {
  if (word == NSP__NO_WORD) return NULL;
  for (uint32_t slot = edge_hash(state, word) & pack->edge_mask;; slot = (slot + 1) & pack->edge_mask) {
    const nsp__edge *edge = &pack->edges[slot];
    if (edge->word == NSP__NO_WORD) return NULL;
    if (edge->state == state && edge->word == word) return edge;
  }
}

nsp_string nsp__record_value(const nsp_language *pack, const nsp__record *record, const char *key) {
  nsp_string value = {NULL, 0};
  size_t key_length = strlen(key);
  const char *at = pack->strings + record->values;
  while (*at) {
    size_t length = strcspn(at, " ");
    if (length > key_length && at[key_length] == '=' && memcmp(at, key, key_length) == 0) {
      value.data = at + key_length + 1;
      value.length = (uint32_t)(length - key_length - 1);
      return value;
    }
    at += length + (at[length] == ' ');
  }
  return value;
}

const char *nsp_language_id(const nsp_language *language) { return language->strings + language->header->id; }

const char *nsp_language_name(const nsp_language *language) { return language->strings + language->header->name; }

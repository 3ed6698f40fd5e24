#include "language/builder.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "language/bits.h"
#include "language/filter.h"
#include "language/property.h"
#include "language/quick.h"
#include "text/fold.h"

enum { LONGEST_PHRASE = 60 }; /* words; a longer one is found as a whole only */

bool nsp__builder_init(nsp__builder *b, const nsp_allocator *allocator, const char *id) {
  memset(b, 0, sizeof *b);
  b->joining = nsp__joining_of(id);
  nsp__arena_init(&b->arena, *allocator);
  b->state_count = 1; /* the root */
  nsp__builder_string(b, "", 0);
  return !b->failed;
}

void nsp__builder_free(nsp__builder *b) { nsp__arena_free(&b->arena); }

/* --- hash tables of numbers --- */

/* Doubles a table when it is half full; `hash_of` gives an item's hash. */
static bool make_room(nsp__builder *b, nsp__word_table *table, uint32_t count,
                      uint32_t (*hash_of)(const nsp__builder *, uint32_t)) {
  if ((uint64_t)(count + 1) * 2 <= table->size) return true;
  uint32_t size = table->size ? table->size * 2 : 64;
  uint32_t *slots = nsp__arena_alloc(&b->arena, (size_t)size * sizeof *slots);
  if (!slots) return b->failed = true, false;
  memset(slots, 0xFF, (size_t)size * sizeof *slots);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = hash_of(b, i) & (size - 1);
    while (slots[at] != NSP__NO_WORD) at = (at + 1) & (size - 1);
    slots[at] = i;
  }
  table->slots = slots;
  table->size = size;
  return true;
}

/* Strings have no list of their own: their table is kept by hand, with offsets as items. */
static uint32_t bytes_hash(const char *text, size_t length) {
  uint32_t hash = 2166136261u; /* FNV-1a */
  for (size_t i = 0; i < length; i++) hash = (hash ^ (uint8_t)text[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static bool grow_strings(nsp__builder *b) {
  nsp__word_table old = b->string_table;
  uint32_t size = old.size ? old.size * 2 : 256;
  uint32_t *slots = nsp__arena_alloc(&b->arena, (size_t)size * sizeof *slots);
  if (!slots) return b->failed = true, false;
  memset(slots, 0xFF, (size_t)size * sizeof *slots);
  for (uint32_t i = 0; i < old.size; i++) {
    if (old.slots[i] == NSP__NO_WORD) continue;
    const char *s = b->strings.items + old.slots[i];
    uint32_t at = bytes_hash(s, strlen(s)) & (size - 1);
    while (slots[at] != NSP__NO_WORD) at = (at + 1) & (size - 1);
    slots[at] = old.slots[i];
  }
  b->string_table.slots = slots;
  b->string_table.size = size;
  return true;
}

uint32_t nsp__builder_string(nsp__builder *b, const char *text, size_t length) {
  if (b->failed) return 0;
  /* Half full at the most: a string takes at least one byte and the table one slot for every two bytes. */
  if (b->string_table.size < b->strings.count + length + 2 && !grow_strings(b)) return 0;
  uint32_t mask = b->string_table.size - 1, at = bytes_hash(text, length) & mask;
  for (; b->string_table.slots[at] != NSP__NO_WORD; at = (at + 1) & mask) {
    const char *s = b->strings.items + b->string_table.slots[at];
    if (strlen(s) == length && memcmp(s, text, length) == 0) return b->string_table.slots[at];
  }
  if (!nsp__array_reserve(&b->arena, &b->strings, length + 1)) return b->failed = true, 0;
  uint32_t offset = b->strings.count;
  if (length) memcpy(b->strings.items + offset, text, length);
  b->strings.items[offset + length] = '\0';
  b->strings.count += (uint32_t)length + 1;
  b->string_table.slots[at] = offset;
  return offset;
}

static uint32_t lexeme_hash(const nsp__builder *b, uint32_t i) { return b->lexemes.items[i].hash; }

static uint32_t edge_hash(uint32_t state, uint32_t word) {
  uint32_t h = (state * 0x9E3779B1u) ^ (word * 0x85EBCA77u);
  return h ^ h >> 15;
}

static uint32_t edge_hash_of(const nsp__builder *b, uint32_t i) {
  return edge_hash(b->edges.items[i].state, b->edges.items[i].word);
}

/* --- lexemes --- */

/* The lexeme of text that is normalised and folded already. */
static uint32_t folded_lexeme(nsp__builder *b, const char *text, size_t length) {
  if (b->failed || !make_room(b, &b->lexeme_table, b->lexemes.count, lexeme_hash)) return 0;
  uint32_t hash = nsp__fold_hash(text, length), mask = b->lexeme_table.size - 1, at = hash & mask;
  for (; b->lexeme_table.slots[at] != NSP__NO_WORD; at = (at + 1) & mask) {
    const nsp__lexeme *l = &b->lexemes.items[b->lexeme_table.slots[at]];
    if (l->length == length && memcmp(b->strings.items + l->text, text, length) == 0) return b->lexeme_table.slots[at];
  }
  uint32_t string = nsp__builder_string(b, text, length);
  nsp__lexeme *l = nsp__array_push(&b->arena, &b->lexemes);
  if (!l) return b->failed = true, 0;
  memset(l, 0, sizeof *l);
  l->hash = hash;
  l->text = string;
  l->length = (uint16_t)length;
  return b->lexeme_table.slots[at] = b->lexemes.count - 1;
}

/* The edge from `state` by `word`, made if there is none. NULL when out of memory. */
static nsp__edge *edge_for(nsp__builder *b, uint32_t state, uint32_t word) {
  if (b->failed || !make_room(b, &b->edge_table, b->edges.count, edge_hash_of)) return NULL;
  uint32_t mask = b->edge_table.size - 1, at = edge_hash(state, word) & mask;
  for (; b->edge_table.slots[at] != NSP__NO_WORD; at = (at + 1) & mask) {
    nsp__edge *e = &b->edges.items[b->edge_table.slots[at]];
    if (e->state == state && e->word == word) return e;
  }
  nsp__edge *e = nsp__array_push(&b->arena, &b->edges);
  if (!e) return b->failed = true, NULL;
  *e = (nsp__edge){state, word, b->state_count++, NSP__NO_WORD};
  b->edge_table.slots[at] = b->edges.count - 1;
  return e;
}

/* Makes a phrase of two words or more a path of the trie. It is cut as running text is, so that the two meet. */
static void add_phrase(nsp__builder *b, uint32_t lexeme, const char *folded, size_t length) {
  nsp__token words[LONGEST_PHRASE + NSP__TOKENIZE_SLACK];
  nsp__tokenizer cut;
  nsp__tokenizer_start(&cut, folded, 0, (uint32_t)length, b->joining);
  if (!nsp__tokenize(&cut, words, LONGEST_PHRASE) || cut.count < 2) return;
  uint32_t state = 0, first = 0;
  nsp__edge *edge = NULL;
  for (uint32_t i = 0; i < cut.count; i++) {
    uint32_t part = folded_lexeme(b, folded + words[i].start, words[i].end - words[i].start);
    if (b->failed) return;
    if (i == 0) first = part;
    if (i == 1) b->lexemes.items[first].begins_phrase |= nsp__follower_bit(words[i].hash);
    edge = edge_for(b, state, part);
    if (!edge) return;
    state = edge->next;
  }
  edge->lexeme = lexeme;
  nsp__built_phrase *phrase = nsp__array_push(&b->arena, &b->phrases);
  if (!phrase) {
    b->failed = true;
    return;
  }
  *phrase = (nsp__built_phrase){first, lexeme};
}

uint32_t nsp__builder_lexeme(nsp__builder *b, const char *text, size_t length) {
  if (b->failed || length > 1000) return 0;
  utf8proc_uint8_t *nfc = NULL;
  utf8proc_ssize_t size =
      utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &nfc, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  char *folded = nsp__arena_alloc(&b->arena, size >= 0 ? (size_t)size + 1 : length + 1);
  if (!folded) {
    free(nfc);
    return b->failed = true, 0;
  }
  size_t folded_length =
      size >= 0 ? nsp__fold((const char *)nfc, (size_t)size, folded) : nsp__fold(text, length, folded);
  free(nfc);
  uint32_t before = b->lexemes.count;
  uint32_t lexeme = folded_lexeme(b, folded, folded_length);
  if (!b->failed && lexeme == before) add_phrase(b, lexeme, folded, folded_length);
  return lexeme;
}

void nsp__builder_record(nsp__builder *b, uint32_t lexeme, const nsp__record *record) {
  nsp__built_record *r = b->failed ? NULL : nsp__array_push(&b->arena, &b->records);
  if (!r) {
    b->failed = true;
    return;
  }
  *r = (nsp__built_record){*record, lexeme, false};
}

void nsp__builder_remove(nsp__builder *b, uint32_t lexeme, uint32_t class_number) {
  for (uint32_t i = 0; i < b->records.count; i++)
    if (b->records.items[i].lexeme == lexeme && b->records.items[i].record.class_number == class_number)
      b->records.items[i].removed = true;
}

void nsp__builder_section(nsp__builder *b, nsp__section section, const void *data, size_t size) {
  b->sections[section].data = data;
  b->sections[section].size = size;
}

/* --- finishing --- */

/* Sorts records by lexeme (counting sort, so the order of lines stays) and tells the lexemes where theirs are. */
static nsp__record *sort_records(nsp__builder *b, uint32_t *count) {
  nsp__record *sorted = nsp__arena_alloc(&b->arena, (size_t)b->records.count * sizeof *sorted);
  if (!sorted) return NULL;
  for (uint32_t i = 0; i < b->records.count; i++) {
    const nsp__built_record *r = &b->records.items[i];
    if (r->removed) continue;
    nsp__lexeme *l = &b->lexemes.items[r->lexeme];
    l->record_count++;
    l->classes |= (uint64_t)1 << r->record.class_number;
    l->tags |= r->record.tags;
  }
  for (uint32_t i = 0; i < b->phrases.count; i++) {
    uint64_t classes = b->lexemes.items[b->phrases.items[i].lexeme].classes;
    b->lexemes.items[b->phrases.items[i].first].classes |= classes << NSP__BEGINS_SHIFT;
  }
  uint32_t next = 0;
  for (uint32_t i = 0; i < b->lexemes.count; i++) {
    b->lexemes.items[i].first_record = next;
    next += b->lexemes.items[i].record_count;
    b->lexemes.items[i].record_count = 0;
  }
  for (uint32_t i = 0; i < b->records.count; i++) {
    const nsp__built_record *r = &b->records.items[i];
    if (r->removed) continue;
    nsp__lexeme *l = &b->lexemes.items[r->lexeme];
    sorted[l->first_record + l->record_count++] = r->record;
  }
  *count = next;
  return sorted;
}

/* The edges as the slots of their final hash table. */
static nsp__edge *edge_slots(nsp__builder *b, uint32_t *count) {
  uint32_t size = b->edge_table.size ? b->edge_table.size : 1;
  nsp__edge *slots = nsp__arena_alloc(&b->arena, (size_t)size * sizeof *slots);
  if (!slots) return NULL;
  for (uint32_t i = 0; i < size; i++) {
    uint32_t e = b->edge_table.size ? b->edge_table.slots[i] : NSP__NO_WORD;
    slots[i] = e == NSP__NO_WORD ? (nsp__edge){0, NSP__NO_WORD, 0, NSP__NO_WORD} : b->edges.items[e];
  }
  *count = size;
  return slots;
}

/* Which lexemes get their places in the lexicon first: words of grammar and the commonest ones, then other words, then
 * phrases, which are hardly ever looked for. */
enum { RANKS = 3 };
static int rank_of(const nsp__builder *b, const nsp__lexeme *l) {
  const uint64_t common = NSP__LISTED(FUNCTION) | NSP__LISTED(FREQUENT) | NSP__LISTED(PRONOUN) | NSP__LISTED(STARTER);
  return l->classes & common ? 0 : memchr(b->strings.items + l->text, ' ', l->length) ? 2 : 1;
}

/* The lexicon's hash table, a third full at the most, so that the first place or the second tells of nearly all words.
 */
static uint32_t *lexicon_slots(nsp__builder *b, uint32_t *count) {
  uint32_t size = 64;
  while (size < 3 * (uint64_t)b->lexemes.count && size < UINT32_C(1) << 31) size *= 2;
  uint32_t *slots = nsp__arena_alloc(&b->arena, (size_t)size * sizeof *slots);
  if (!slots) return NULL;
  memset(slots, 0xFF, (size_t)size * sizeof *slots);
  for (int rank = 0; rank < RANKS; rank++)
    for (uint32_t i = 0; i < b->lexemes.count; i++) {
      const nsp__lexeme *l = &b->lexemes.items[i];
      if (rank_of(b, l) != rank) continue;
      uint32_t at = l->hash & (size - 1);
      while (slots[at] != NSP__NO_WORD) at = (at + 1) & (size - 1);
      slots[at] = nsp__slot_of(i, l->hash);
    }
  *count = size;
  return slots;
}

/* What each lexeme keeps of its records and its text. */
static void finish_lexemes(nsp__builder *b, nsp__record *records, uint32_t record_count) {
  for (uint32_t i = 0; i < record_count; i++) records[i].key = nsp__record_key(b->strings.items, &records[i]);
  for (uint32_t i = 0; i < b->lexemes.count; i++) {
    nsp__lexeme *l = &b->lexemes.items[i];
    memcpy(l->head, b->strings.items + l->text, l->length < sizeof l->head ? l->length : sizeof l->head);
    for (int capital = 0; capital < 2; capital++)
      l->bits[capital] = nsp__lexeme_bits(b->strings.items, records, l, capital);
  }
}

static bool add_quick_table(nsp__builder *b) {
  uint32_t size = nsp__quick_fill(b->lexemes.items, b->lexemes.count, NULL, 0);
  nsp__quick_word *slots = nsp__arena_alloc(&b->arena, size * sizeof *slots);
  if (!slots) return false;
  nsp__quick_fill(b->lexemes.items, b->lexemes.count, slots, size);
  nsp__builder_section(b, NSP__SECTION_QUICK, slots, size * sizeof *slots);
  uint64_t *stopped = nsp__arena_alloc(&b->arena, NSP__STOPPED_BYTES);
  uint64_t *tails = nsp__arena_alloc(&b->arena, NSP__STOPPED_BYTES);
  if (!stopped || !tails) return false;
  nsp__quick_fill_stopped(b->lexemes.items, b->lexemes.count, b->strings.items, stopped);
  nsp__quick_fill_tails(b->lexemes.items, b->lexemes.count, b->strings.items, tails);
  nsp__builder_section(b, NSP__SECTION_STOPPED, stopped, NSP__STOPPED_BYTES);
  nsp__builder_section(b, NSP__SECTION_TAILS, tails, NSP__STOPPED_BYTES);
  return true;
}

static bool add_filters(nsp__builder *b) {
  nsp__filter *triggers = nsp__arena_alloc(&b->arena, sizeof *triggers);
  nsp__filter *media = nsp__arena_alloc(&b->arena, sizeof *media);
  nsp__small_filter *listed = nsp__arena_alloc(&b->arena, sizeof *listed);
  if (!triggers || !media || !listed) return false;
  nsp__filter_listed(listed, b->lexemes.items, b->lexemes.count);
  nsp__builder_section(b, NSP__SECTION_LISTED, listed, sizeof *listed);
  nsp__filter_triggers(triggers, b->lexemes.items, b->lexemes.count, b->strings.items);
  nsp__filter_media(media, b->lexemes.items, b->lexemes.count, b->strings.items, b->edges.items, b->edges.count);
  nsp__builder_section(b, NSP__SECTION_TRIGGERS, triggers, sizeof *triggers);
  nsp__builder_section(b, NSP__SECTION_MEDIA, media, sizeof *media);
  return true;
}

/* Sections begin at lines of the cache. */
static size_t aligned(size_t size) { return (size + 63) & ~(size_t)63; }

static nsp_status write_block(nsp__builder *b, const nsp_allocator *allocator, void **out, size_t *out_size) {
  size_t size = aligned(sizeof(nsp__pack_header));
  for (int i = 0; i < NSP__SECTION_COUNT; i++) size += aligned(b->sections[i].size);
  if (size > UINT32_MAX) return NSP_ERROR_TOO_LONG;
  char *block = allocator->allocate(allocator->context, size);
  if (!block) return NSP_ERROR_NO_MEMORY;
  memset(block, 0, size);
  nsp__pack_header *header = (nsp__pack_header *)(void *)block;
  *header = (nsp__pack_header){.magic = NSP__PACK_MAGIC,
                               .format = NSP__PACK_FORMAT,
                               .size = (uint32_t)size,
                               .id = b->id,
                               .name = b->name,
                               .state_count = b->state_count};
  size_t at = aligned(sizeof *header);
  for (int i = 0; i < NSP__SECTION_COUNT; i++) {
    header->sections[i].offset = (uint32_t)at;
    header->sections[i].size = (uint32_t)b->sections[i].size;
    if (b->sections[i].size) memcpy(block + at, b->sections[i].data, b->sections[i].size);
    at += aligned(b->sections[i].size);
  }
  *out = block;
  *out_size = size;
  return NSP_OK;
}

nsp_status nsp__builder_finish(nsp__builder *b, const nsp_allocator *allocator, void **out, size_t *out_size) {
  if (b->failed) return NSP_ERROR_NO_MEMORY;
  uint32_t record_count = 0, edge_count = 0, slot_count = 0;
  nsp__record *records = sort_records(b, &record_count);
  nsp__edge *edges = edge_slots(b, &edge_count);
  if (!records || !edges) return NSP_ERROR_NO_MEMORY;
  finish_lexemes(b, records, record_count);
  uint32_t *slots = lexicon_slots(b, &slot_count);
  if (!slots || !add_quick_table(b) || !add_filters(b) || !nsp__properties_make(b)) return NSP_ERROR_NO_MEMORY;
  if (b->lexemes.count >= NSP__MOST_LEXEMES) return NSP_ERROR_TOO_LONG;
  nsp__builder_section(b, NSP__SECTION_STRINGS, b->strings.items, b->strings.count);
  nsp__builder_section(b, NSP__SECTION_SLOTS, slots, slot_count * sizeof *slots);
  nsp__builder_section(b, NSP__SECTION_LEXEMES, b->lexemes.items, b->lexemes.count * sizeof(nsp__lexeme));
  nsp__builder_section(b, NSP__SECTION_RECORDS, records, record_count * sizeof *records);
  nsp__builder_section(b, NSP__SECTION_EDGES, edges, edge_count * sizeof *edges);
  nsp__builder_section(b, NSP__SECTION_SOURCES, b->sources.items, b->sources.count * sizeof(uint32_t));
  return write_block(b, allocator, out, out_size);
}

#include "language/quick.h"

#include <string.h>

#include "text/fold.h"

static const nsp__class quick_lists[10] = {
    NSP__CLASS_ABBREVIATION, NSP__CLASS_MONTH,   NSP__CLASS_STARTER,     NSP__CLASS_FREQUENT, NSP__CLASS_EXCLAMATION,
    NSP__CLASS_CUE_VERB,     NSP__CLASS_PRONOUN, NSP__CLASS_CREDIT_WORD, NSP__CLASS_ENDING,   NSP__CLASS_CONTINUATION};

static uint32_t lists_of(const nsp__lexeme *lexeme) {
  uint32_t lists = 0;
  for (uint32_t i = 0; i < 10; i++) lists |= (uint32_t)(lexeme->classes >> quick_lists[i] & 1) << i;
  return lists;
}

uint32_t nsp__quick_fill(const nsp__lexeme *lexemes, uint32_t count, nsp__quick_word *slots, uint32_t size) {
  uint32_t words = 0;
  for (uint32_t i = 0; i < size; i++) slots[i] = (nsp__quick_word){0, 0, 0};
  for (uint32_t i = 0; i < count; i++) {
    uint32_t lists = lists_of(&lexemes[i]);
    if (!lists || i >> 22) continue; /* no pack is that large */
    words++;
    if (!size) continue;
    uint32_t slot = lexemes[i].hash & (size - 1);
    while (slots[slot].lists) slot = (slot + 1) & (size - 1);
    slots[slot] = (nsp__quick_word){lexemes[i].hash, lists & 0x3FF, i & 0x3FFFFF};
  }
  uint32_t wanted = 16;
  while (wanted < words * 3) wanted *= 2;
  return wanted;
}

static void set_bit(uint64_t *bits, uint32_t hash) {
  uint32_t bit = hash >> (32 - NSP__STOPPED_BITS);
  bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

void nsp__quick_fill_stopped(const nsp__lexeme *lexemes, uint32_t count, const char *strings, uint64_t *bits) {
  memset(bits, 0, NSP__STOPPED_BYTES);
  for (uint32_t i = 0; i < count; i++) {
    if (!(lexemes[i].classes & (NSP__LISTED(ABBREVIATION) | NSP__LISTED(MONTH)))) continue;
    set_bit(bits, lexemes[i].hash);
    uint32_t last = lexemes[i].length;
    const char *text = strings + lexemes[i].text;
    while (last && text[last - 1] != ' ') last--;
    if (last) set_bit(bits, nsp__fold_hash(text + last, lexemes[i].length - last));
  }
}

static void set_tail(uint64_t *bits, const char *text, uint32_t length) {
  uint32_t tail = 0;
  for (uint32_t i = 0; i < 4; i++) {
    uint32_t byte = i < length ? (uint8_t)text[length - 1 - i] | 0x20u : i == length ? ' ' : 0;
    tail |= byte << (24 - 8 * i);
  }
  uint32_t bit = nsp__quick_tail_bit(tail);
  bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

void nsp__quick_fill_tails(const nsp__lexeme *lexemes, uint32_t count, const char *strings, uint64_t *bits) {
  memset(bits, 0, NSP__STOPPED_BYTES);
  for (uint32_t i = 0; i < count; i++) {
    if (!(lexemes[i].classes & NSP__LISTED(ABBREVIATION))) continue;
    uint32_t last = lexemes[i].length;
    const char *text = strings + lexemes[i].text;
    set_tail(bits, text, last);
    while (last && text[last - 1] != ' ') last--;
    if (last) set_tail(bits, text + last, lexemes[i].length - last);
  }
}

nsp__quick_table nsp__quick_open(const nsp_language *pack) {
  uint32_t size;
  nsp__quick_table table = {.pack = pack, .slots = nsp__pack_section(pack, NSP__SECTION_QUICK, &size)};
  table.mask = size / (uint32_t)sizeof *table.slots - 1;
  table.stopped = nsp__pack_section(pack, NSP__SECTION_STOPPED, &size);
  table.tails = nsp__pack_section(pack, NSP__SECTION_TAILS, &size);
  return table;
}

enum { BEHIND = NSP__SAYS(AFTER_NUMBER) | NSP__SAYS(AFTER_YEAR) };

/* How closely a line says where its word stands: behind a year, behind a number, anywhere. */
static int rank_of(const nsp__record *record) {
  return record->tags & NSP__SAYS(AFTER_YEAR) ? 2 : record->tags & NSP__SAYS(AFTER_NUMBER) ? 1 : 0;
}

/* A line for abbreviations behind numbers ("2014 r.") counts before the others when there is a number, else not at all.
 */
static bool in_list(const nsp_language *pack, const nsp__lexeme *lexeme, nsp__class list, const char *word,
                    uint32_t length, uint64_t *tags) {
  const nsp__record *best = NULL;
  int best_rank = -1;
  for (uint32_t i = 0; i < lexeme->record_count; i++) {
    const nsp__record *record = &pack->records[lexeme->first_record + i];
    if (record->class_number != list) continue;
    const char *written = nsp__pack_string(pack, record->written);
    bool as_written = strncmp(written, word, length) == 0 && written[length] == '\0';
    if ((record->tags & NSP__SAYS(CASE)) && !as_written) continue;
    if (tags && (record->tags & BEHIND & ~*tags)) continue;
    int rank = rank_of(record) * 2 + as_written; /* "Cap." and "cap." may differ */
    if (rank > best_rank) best = record, best_rank = rank;
  }
  if (best && tags) *tags = best->tags;
  return best != NULL;
}

bool nsp__quick_listed(const nsp__quick_table *table, nsp__class list, const char *word, uint32_t length, uint32_t hash,
                       uint64_t *tags) {
  for (uint32_t slot = hash & table->mask;; slot = (slot + 1) & table->mask) {
    nsp__quick_word found = table->slots[slot];
    if (!found.lists) return false;
    if (found.hash != hash) continue;
    const nsp__lexeme *lexeme = &table->pack->lexemes[found.lexeme];
    if (!nsp__fold_equal(word, length, table->pack->strings + lexeme->text, lexeme->length)) continue;
    return (lexeme->classes >> list & 1) && in_list(table->pack, lexeme, list, word, length, tags);
  }
}

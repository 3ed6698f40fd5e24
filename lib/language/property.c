#include "language/property.h"

#include <string.h>

#include "text/fold.h"

/* --- making --- */

/* Notes the words of a value: up to "=" in those that have one, "noun=Word". */
static void add_words(const nsp__builder *b, nsp__property *p, uint32_t *words, uint32_t *count) {
  p->first_word = *count;
  for (const char *w = b->strings.items + p->value; *w;) {
    size_t length = strcspn(w, " "), word = strcspn(w, " =");
    if (word) {
      uint32_t hash = nsp__fold_hash(w, word);
      words[(*count)++] = hash;
      p->may |= UINT64_C(1) << (hash & 63);
    }
    w += length + (w[length] == ' ');
  }
  p->word_count = *count - p->first_word;
}

/* The slot of a key, or the free one where it belongs. */
static uint32_t slot_of(const nsp__property *slots, uint32_t mask, const char *strings, const char *key,
                        uint32_t hash) {
  uint32_t at = hash & mask;
  while (slots[at].key && (slots[at].hash != hash || strcmp(strings + slots[at].key, key) != 0)) at = (at + 1) & mask;
  return at;
}

bool nsp__properties_make(nsp__builder *b) {
  uint32_t count = b->properties.count / 2, size = 8, word_count = 0;
  size_t bytes = 0; /* of all values: a word takes one at least */
  while (size < 3 * (uint64_t)count && size < UINT32_C(1) << 30) size *= 2;
  for (uint32_t i = 0; i < count; i++) bytes += strlen(b->strings.items + b->properties.items[2 * i + 1]) + 1;
  nsp__property *slots = nsp__arena_zalloc(&b->arena, (size_t)size * sizeof *slots);
  uint32_t *words = nsp__arena_alloc(&b->arena, (bytes + 1) * sizeof *words);
  if (!slots || !words) return false;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t key = b->properties.items[2 * i], value = b->properties.items[2 * i + 1];
    const char *text = b->strings.items + key;
    uint32_t hash = nsp__fold_hash(text, strlen(text));
    if (!key) continue;
    nsp__property *p = &slots[slot_of(slots, size - 1, b->strings.items, text, hash)];
    *p = (nsp__property){.hash = hash, .key = key, .value = value}; /* the last line counts, so that files override */
    add_words(b, p, words, &word_count);
  }
  nsp__builder_section(b, NSP__SECTION_PROPERTIES, slots, size * sizeof *slots);
  nsp__builder_section(b, NSP__SECTION_PROPERTY_WORDS, words, word_count * sizeof *words);
  return true;
}

/* --- asking --- */

bool nsp__properties_open(nsp_language *language, uint32_t string_size) {
  uint32_t size, word_size;
  bool slot_free = false; /* probing ends only at a free slot */
  language->properties = nsp__pack_section(language, NSP__SECTION_PROPERTIES, &size);
  language->property_words = nsp__pack_section(language, NSP__SECTION_PROPERTY_WORDS, &word_size);
  uint32_t count = size / (uint32_t)sizeof *language->properties, words = word_size / (uint32_t)sizeof(uint32_t);
  if (!count || count & (count - 1)) return false;
  for (uint32_t i = 0; i < count; i++) {
    const nsp__property *p = &language->properties[i];
    if (p->key >= string_size || p->value >= string_size || p->first_word > words ||
        p->word_count > words - p->first_word)
      return false;
    slot_free |= !p->key;
  }
  language->property_mask = count - 1;
  return slot_free;
}

const nsp__property *nsp__pack_find_property(const nsp_language *pack, const char *key) {
  uint32_t hash = nsp__fold_hash(key, strlen(key));
  const nsp__property *p = &pack->properties[slot_of(pack->properties, pack->property_mask, pack->strings, key, hash)];
  return p->key ? p : NULL;
}

const char *nsp__pack_property(const nsp_language *pack, const char *key) {
  const nsp__property *p = nsp__pack_find_property(pack, key);
  return p ? nsp__pack_string(pack, p->value) : NULL;
}

static const char *may_list(const nsp_language *pack, const nsp__property *p, uint32_t hash) {
  if (!p || !(p->may >> (hash & 63) & 1)) return NULL;
  for (uint32_t i = 0; i < p->word_count; i++)
    if (pack->property_words[p->first_word + i] == hash) return nsp__pack_string(pack, p->value);
  return NULL;
}

const char *nsp__property_may_list(const nsp_language *pack, const char *key, uint32_t hash) {
  return may_list(pack, nsp__pack_find_property(pack, key), hash);
}

bool nsp__property_has(const nsp_language *pack, const nsp__property *p, const char *word, size_t length,
                       uint32_t hash) {
  for (const char *at = may_list(pack, p, hash); at && *at;) {
    size_t n = strcspn(at, " ");
    if (nsp__fold_equal(word, length, at, n)) return true;
    at += n + (at[n] == ' ');
  }
  return false;
}

bool nsp__property_lists(const nsp_language *pack, const char *key, const char *word, size_t length, uint32_t hash) {
  return nsp__property_has(pack, nsp__pack_find_property(pack, key), word, length, hash);
}

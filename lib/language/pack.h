/* A language pack in its compiled form, and how to look things up in it.
 *
 * The pack is one block of little-endian tables ("sections") without pointers, so that built-in packs are constants and
 * need no loading. The heart is the lexicon: folded word or phrase -> lexeme -> records, one record for each line of
 * a word list that has it. Phrases ("according to") are also paths of a trie over the lexemes of their words. */
#ifndef NSP_LANGUAGE_PACK_H
#define NSP_LANGUAGE_PACK_H

#include "newsparse/language.h"

typedef enum nsp__class {
#define NSP__CLASS(name, file) NSP__CLASS_##name,
#include "language/classes.def"
#undef NSP__CLASS
  NSP__CLASS_COUNT
} nsp__class;
_Static_assert(NSP__CLASS_COUNT <= 32, "a lexeme's classes have 32 bits for lists and 32 for their phrases");

enum nsp__says {
#define NSP__TAG(name, text) NSP__SAYS_##name,
#include "language/tags.def"
#undef NSP__TAG
  NSP__SAYS_COUNT
};

/* What a pack says of a word, as a bit of a lexeme's or a record's tags: NSP__SAYS(FEMALE). */
#define NSP__SAYS(name) ((uint64_t)1 << NSP__SAYS_##name)
/* A word list as a bit of a lexeme's classes: NSP__LISTED(TITLE). */
#define NSP__LISTED(name) ((uint64_t)1 << NSP__CLASS_##name)
/* Likewise: a phrase of that list begins with the word. */
#define NSP__BEGINS_SHIFT 32
#define NSP__BEGINS(name) (NSP__LISTED(name) << NSP__BEGINS_SHIFT)

#define NSP__NO_WORD UINT32_MAX

typedef enum nsp__section {
  NSP__SECTION_STRINGS,        /* NUL-ended strings; offset 0 is "" */
  NSP__SECTION_SLOTS,          /* uint32_t hash slots of the lexicon: see nsp__slot_lexeme(), or NSP__NO_WORD */
  NSP__SECTION_LEXEMES,        /* nsp__lexeme */
  NSP__SECTION_RECORDS,        /* nsp__record */
  NSP__SECTION_EDGES,          /* nsp__edge hash slots of the phrase trie */
  NSP__SECTION_PROPERTIES,     /* nsp__property hash slots (language.txt) */
  NSP__SECTION_SOURCES,        /* uint32_t pairs of string offsets: file name, its text without comments */
  NSP__SECTION_CREDITS,        /* what credits.txt compiles to; see credit/ */
  NSP__SECTION_QUICK,          /* nsp__quick_word hash slots; see quick.h */
  NSP__SECTION_STOPPED,        /* a filter of words that a full stop may belong to; see quick.h */
  NSP__SECTION_TRIGGERS,       /* nsp__filter of the words that set credit patterns off; see pattern.h */
  NSP__SECTION_MEDIA,          /* nsp__filter of the words that names of media begin with */
  NSP__SECTION_LISTED,         /* nsp__small_filter of the words with a part in lists of names */
  NSP__SECTION_PROPERTY_WORDS, /* uint32_t hashes of the words of the properties' values */
  NSP__SECTION_TAILS,          /* another filter like STOPPED, by the ends of words */
  NSP__SECTION_COUNT = 16      /* gaps for more */
} nsp__section;

/* One word or phrase: one line of the cache, with all that most look-ups ask. */
typedef struct nsp__lexeme {
  uint64_t classes; /* which lists have it, NSP__LISTED(), or a phrase that begins with it, NSP__BEGINS() */
  uint64_t tags;    /* all that its records say, or-ed */
  uint32_t hash;    /* nsp__fold_hash() of its text */
  uint32_t text;    /* string offset, folded */
  uint32_t first_record;
  uint16_t record_count;
  uint16_t length;           /* of its text, in bytes */
  uint32_t begins_phrase;    /* not 0: the trie has paths that begin with it; see nsp__pack_may_follow() */
  uint32_t trigger : 28;     /* 1-based start of its list of credit patterns; see pattern.h */
  uint32_t credit_lists : 4; /* which nsp__credit_words have it */
  uint32_t bits[2];          /* NSP__CELL_* and NSP__LISTED_* for a token without and with a capital; see bits.h */
  char head[16];             /* its text's first bytes, zeros behind it */
} nsp__lexeme;

/* What one line of a word list says. */
typedef struct nsp__record {
  uint64_t tags;
  uint32_t canonical; /* string offset: the line's first form, as written */
  uint32_t written;   /* string offset: this form, as written */
  uint32_t values;    /* string offset: "key=value key=value", or 0 */
  uint16_t class_number;
  uint16_t reserved;
  uint32_t key; /* equal for all words that mean the same: see nsp__record_key() */
  uint32_t unused;
} nsp__record;

/* One step of the phrase trie; word NSP__NO_WORD marks an empty slot. State 0 is the root. */
typedef struct nsp__edge {
  uint32_t state;
  uint32_t word;
  uint32_t next;
  uint32_t lexeme; /* the phrase that ends here, or NSP__NO_WORD */
} nsp__edge;

/* One setting of language.txt; key 0 marks an empty slot. */
typedef struct nsp__property {
  uint32_t hash;                   /* nsp__fold_hash() of the key */
  uint32_t key, value;             /* string offsets */
  uint32_t first_word, word_count; /* the value's words, parted by spaces, in the section of their hashes */
  uint32_t reserved;
  uint64_t may; /* a bit for each of the words, by the hash's last six bits */
} nsp__property;

#define NSP__PACK_MAGIC 0x3150534eu /* "NSP1" */
#define NSP__PACK_FORMAT 11u

typedef struct nsp__pack_header {
  uint32_t magic, format;
  uint32_t size;     /* of the whole block */
  uint32_t id, name; /* string offsets */
  uint32_t state_count;
  struct {
    uint32_t offset, size; /* bytes from the block's start; offsets are multiples of 8 */
  } sections[NSP__SECTION_COUNT];
} nsp__pack_header;

struct nsp_language {
  const nsp__pack_header *header; /* the block */
  const char *strings;
  const uint32_t *slots;
  uint32_t slot_mask;
  uint32_t lexeme_count;
  const nsp__lexeme *lexemes;
  const nsp__record *records;
  const nsp__edge *edges;
  uint32_t edge_mask;
  uint32_t record_count;
  uint32_t property_mask;
  const nsp__property *properties;
  const uint32_t *property_words;
  nsp_allocator allocator; /* of the block, when it was compiled at run time */
  void *owned;             /* the block to free, or NULL for a built-in pack */
};

/* Points `language` at a block, after checking that it is one. NSP_ERROR_PACK_FORMAT if not. */
nsp_status nsp__pack_open(nsp_language *language, const void *block, size_t size);

/* Number of the lexeme of a word or phrase (any case), or NSP__NO_WORD. `hash` is nsp__fold_hash() of it. */
uint32_t nsp__pack_find_hashed(const nsp_language *pack, const char *text, size_t length, uint32_t hash);
uint32_t nsp__pack_find(const nsp_language *pack, const char *text, size_t length);

/* A slot of the lexicon: the lexeme's number, and eight bits of its hash, so that most words that are not in the
 * lexicon are told from those that are without a look at a lexeme. */
#define NSP__MOST_LEXEMES 0xFFFFFFu
static inline uint32_t nsp__slot_of(uint32_t lexeme, uint32_t hash) { return lexeme | (hash & ~NSP__MOST_LEXEMES); }
static inline uint32_t nsp__slot_lexeme(uint32_t slot) { return slot & NSP__MOST_LEXEMES; }
static inline bool nsp__slot_may_be(uint32_t slot, uint32_t hash) { return (slot ^ hash) <= NSP__MOST_LEXEMES; }

/* A lexicon is larger than the nearest caches: a loop over words that asks for the place of a word some steps ahead,
 * and for its lexeme fewer steps ahead, need not wait for either. */
static inline void nsp__pack_ask_place(const nsp_language *pack, uint32_t hash) {
#if defined(__GNUC__)
  __builtin_prefetch(&pack->slots[hash & pack->slot_mask]);
#else
  (void)pack, (void)hash;
#endif
}
static inline void nsp__pack_ask_lexeme(const nsp_language *pack, uint32_t hash) {
#if defined(__GNUC__)
  uint32_t slot = pack->slots[hash & pack->slot_mask];
  if (slot != NSP__NO_WORD && nsp__slot_may_be(slot, hash)) __builtin_prefetch(&pack->lexemes[nsp__slot_lexeme(slot)]);
#else
  (void)pack, (void)hash;
#endif
}
/* Likewise for a lexeme's records. */
static inline void nsp__pack_ask_records(const nsp_language *pack, uint32_t word) {
#if defined(__GNUC__)
  if (word != NSP__NO_WORD) __builtin_prefetch(&pack->records[pack->lexemes[word].first_record]);
#else
  (void)pack, (void)word;
#endif
}

static inline const nsp__lexeme *nsp__pack_lexeme(const nsp_language *pack, uint32_t word) {
  return word == NSP__NO_WORD ? NULL : &pack->lexemes[word];
}

/* Is the lexeme in that list? Any word number will do. */
static inline bool nsp__pack_has(const nsp_language *pack, uint32_t word, nsp__class class_number) {
  return word != NSP__NO_WORD && (pack->lexemes[word].classes >> class_number & 1);
}

/* The lexeme's record in that list, or NULL. */
const nsp__record *nsp__pack_record(const nsp_language *pack, uint32_t word, nsp__class class_number);

/* May a word of that hash be the second of a phrase that begins with the lexeme? False for most words that are not: a
 * lexeme keeps one bit for each 32nd of the hashes. */
static inline uint32_t nsp__follower_bit(uint32_t hash) { return (uint32_t)1 << (hash >> 27); }
static inline bool nsp__pack_may_follow(const nsp__lexeme *first, uint32_t hash) {
  return (first->begins_phrase & nsp__follower_bit(hash)) != 0;
}

/* One step of the phrase trie from `state` (0 at first) with the next word; NULL when no phrase goes on so. */
const nsp__edge *nsp__pack_step(const nsp_language *pack, uint32_t state, uint32_t word);

static inline const char *nsp__pack_string(const nsp_language *pack, uint32_t offset) { return pack->strings + offset; }

/* The value of a key in a record's "key=value" list; data NULL if it has none. Borrowed from the pack. */
nsp_string nsp__record_value(const nsp_language *pack, const nsp__record *record, const char *key);

/* A property of language.txt, or NULL. */
const nsp__property *nsp__pack_find_property(const nsp_language *pack, const char *key);
/* Its value, or NULL. */
const char *nsp__pack_property(const nsp_language *pack, const char *key);
/* Is a word of that nsp__fold_hash() one of the value's words, parted by spaces, whatever the case? */
bool nsp__property_lists(const nsp_language *pack, const char *key, const char *word, size_t length, uint32_t hash);
/* The same of a property that was found before; NULL has none. */
bool nsp__property_has(const nsp_language *pack, const nsp__property *property, const char *word, size_t length,
                       uint32_t hash);
/* The value if one of its words may be a word of that hash, else NULL, as mostly. */
const char *nsp__property_may_list(const nsp_language *pack, const char *key, uint32_t hash);

/* A whole section; its size in bytes. */
static inline const void *nsp__pack_section(const nsp_language *pack, nsp__section section, uint32_t *size) {
  *size = pack->header->sections[section].size;
  return (const char *)pack->header + pack->header->sections[section].offset;
}

#endif

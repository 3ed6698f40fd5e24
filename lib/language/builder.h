/* Putting a language pack together: strings, lexemes, records, phrases and sections grow here, then become one block.
 * A builder that ran out of memory stays so; the calls that follow do nothing, and finishing tells. */
#ifndef NSP_LANGUAGE_BUILDER_H
#define NSP_LANGUAGE_BUILDER_H

#include "base/memory.h"
#include "language/pack.h"
#include "syntax/token.h"

/* A line of a pack file, without its comment and the white space around it. */
typedef struct nsp__line {
  const char *file;
  const char *text;
  size_t length;
  uint32_t number; /* 1-based */
  uint32_t column; /* 1-based byte of text[0] in its line */
} nsp__line;

typedef struct nsp__built_record {
  nsp__record record;
  uint32_t lexeme;
  bool removed;
} nsp__built_record;

typedef struct nsp__built_phrase {
  uint32_t first, lexeme; /* its first word, and itself */
} nsp__built_phrase;

typedef struct nsp__word_table { /* open addressing; grows at half full */
  uint32_t *slots;
  uint32_t size;
} nsp__word_table;

typedef struct nsp__builder {
  nsp__arena arena; /* everything while building */
  bool failed;      /* out of memory */
  nsp__joining joining;
  NSP__ARRAY(char) strings;
  nsp__word_table string_table;
  NSP__ARRAY(nsp__lexeme) lexemes;
  nsp__word_table lexeme_table;
  NSP__ARRAY(nsp__built_record) records;
  NSP__ARRAY(nsp__built_phrase) phrases;
  NSP__ARRAY(nsp__edge) edges;
  nsp__word_table edge_table;
  uint32_t state_count;
  NSP__ARRAY(uint32_t) properties;
  NSP__ARRAY(uint32_t) sources;
  NSP__ARRAY(struct nsp__line) credit_lines; /* of credits.txt, until pattern.c compiles them */
  struct {
    const void *data;
    size_t size;
  } sections[NSP__SECTION_COUNT]; /* those that a room of its own compiles */
  uint32_t id, name;
} nsp__builder;

/* `id`, the language, decides how phrases are cut into words; NULL when not known. */
bool nsp__builder_init(nsp__builder *builder, const nsp_allocator *allocator, const char *id);
void nsp__builder_free(nsp__builder *builder);

/* Offset of a string, the same for the same bytes. */
uint32_t nsp__builder_string(nsp__builder *builder, const char *text, size_t length);
/* Number of the lexeme of a word or phrase, which is normalised (NFC, utf8proc) and folded first. A phrase becomes a
 * path of the trie. */
uint32_t nsp__builder_lexeme(nsp__builder *builder, const char *text, size_t length);
void nsp__builder_record(nsp__builder *builder, uint32_t lexeme, const nsp__record *record);
/* Takes a word out of a list. */
void nsp__builder_remove(nsp__builder *builder, uint32_t lexeme, uint32_t class_number);
/* The bytes are borrowed until the end; allocate them in the builder's arena. */
void nsp__builder_section(nsp__builder *builder, nsp__section section, const void *data, size_t size);

/* The finished block, from the allocator; free it with the same. */
nsp_status nsp__builder_finish(nsp__builder *builder, const nsp_allocator *allocator, void **out, size_t *out_size);

#endif

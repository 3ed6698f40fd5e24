#include "language/bits.h"

#include <string.h>

#include "text/fold.h"

static const uint64_t small_classes = NSP__LISTED(FUNCTION) | NSP__LISTED(MONTH) | NSP__LISTED(STARTER) |
                                      NSP__LISTED(FREQUENT) | NSP__LISTED(CUE_VERB) | NSP__LISTED(CUE_ADVERB) |
                                      NSP__LISTED(CUE_NOUN) | NSP__LISTED(MEDIUM_NOUN) | NSP__LISTED(SPEAKER_LABEL);
static const uint64_t name_classes =
    NSP__LISTED(TITLE) | NSP__LISTED(PLACE) | NSP__LISTED(GIVEN_NAME) | NSP__LISTED(MEDIUM) | NSP__LISTED(METONYM);
static const uint64_t noun_classes =
    NSP__LISTED(ROLE) | NSP__LISTED(GROUP) | NSP__LISTED(ORGANISATION) | NSP__LISTED(DOCUMENT);

static uint32_t says_bits(uint64_t tags) {
  uint32_t bits = 0;
  if (tags & NSP__SAYS(FEMALE)) bits |= NSP__CELL_FEMALE;
  if (tags & NSP__SAYS(MALE)) bits |= NSP__CELL_MALE;
  if (tags & NSP__SAYS(SINGULAR)) bits |= NSP__CELL_SINGULAR;
  if (tags & NSP__SAYS(PLURAL)) bits |= NSP__CELL_PLURAL;
  if (tags & NSP__SAYS(ANONYMOUS)) bits |= NSP__CELL_ANONYMOUS;
  if (tags & NSP__SAYS(SUFFIX)) bits |= NSP__CELL_SUFFIX;
  return bits;
}

/* Is the pack's form written with a capital, as a name is? */
static bool written_as_name(const char *strings, const nsp__lexeme *lexeme, const nsp__record *record) {
  return memcmp(strings + record->written, strings + lexeme->text, 2) != 0;
}

/* What one record of a word list makes of a token. */
static uint32_t record_bits(const char *strings, const nsp__lexeme *lexeme, const nsp__record *record, bool capital) {
  bool name = written_as_name(strings, lexeme, record);
  uint32_t weak = record->tags & NSP__SAYS(WEAK) ? (uint32_t)NSP__CELL_WEAK : 0;
  if (name && !capital) return 0;
  switch (record->class_number) {
    case NSP__CLASS_ROLE: return NSP__CELL_ROLE | says_bits(record->tags) | weak;
    case NSP__CLASS_GROUP: return NSP__CELL_GROUP | says_bits(record->tags) | weak;
    case NSP__CLASS_DOCUMENT: return NSP__CELL_DOCUMENT | says_bits(record->tags) | weak;
    case NSP__CLASS_ORGANISATION:
      return (name && !(record->tags & NSP__SAYS(SUFFIX)) ? NSP__CELL_KNOWN : NSP__CELL_ORGANISATION) |
             says_bits(record->tags);
    case NSP__CLASS_TITLE: return capital || !name ? NSP__CELL_TITLE | says_bits(record->tags) | weak : 0u;
    case NSP__CLASS_PLACE:
      return (record->tags & NSP__SAYS(DEMONYM) ? NSP__CELL_DEMONYM | says_bits(record->tags) : NSP__CELL_PLACE) | weak;
    case NSP__CLASS_GIVEN_NAME: return NSP__CELL_GIVEN | says_bits(record->tags) | weak;
    case NSP__CLASS_PARTICLE: return NSP__CELL_PARTICLE;
    case NSP__CLASS_MEDIUM: return NSP__CELL_MEDIUM;
    case NSP__CLASS_METONYM: return NSP__CELL_METONYM;
    case NSP__CLASS_PRONOUN: return NSP__CELL_PRONOUN;
    default: return 0;
  }
}

static uint32_t flags_of(const nsp__lexeme *lexeme) {
  const uint64_t cues =
      NSP__LISTED(CUE_VERB) | NSP__LISTED(CUE_NOUN) | NSP__LISTED(CUE_ADVERB) | NSP__LISTED(MEDIUM_NOUN);
  uint32_t flags = 0;
  if (lexeme->classes & (cues | NSP__LISTED(MONTH))) flags |= NSP__LISTED_CUE;
  if (lexeme->classes & cues << NSP__BEGINS_SHIFT) flags |= NSP__LISTED_CUE_PHRASE;
  if (lexeme->classes & NSP__PHRASE_CLASSES << NSP__BEGINS_SHIFT) flags |= NSP__LISTED_PHRASE;
  return lexeme->trigger ? flags | NSP__LISTED_TRIGGER : flags;
}

uint32_t nsp__lexeme_bits(const char *strings, const nsp__record *records, const nsp__lexeme *lexeme, bool capital) {
  uint32_t bits = flags_of(lexeme);
  if (lexeme->classes & small_classes) bits |= NSP__CELL_SMALL;
  if (lexeme->classes & (NSP__LISTED(FUNCTION) | NSP__LISTED(CUE_VERB))) {
    if (lexeme->tags & NSP__SAYS(ARTICLE)) bits |= NSP__CELL_DETERMINER;
    if (lexeme->tags & NSP__SAYS(PREPOSITION)) bits |= NSP__CELL_PREPOSITION;
    if (lexeme->tags & (NSP__SAYS(CONJUNCTION) | NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(INTERROGATIVE)))
      bits |= NSP__CELL_CONJUNCTION;
    if (lexeme->tags & NSP__SAYS(AUXILIARY) || lexeme->classes & NSP__LISTED(CUE_VERB)) bits |= NSP__CELL_VERB;
  }
  if (lexeme->classes & (name_classes | noun_classes | NSP__LISTED(PARTICLE) | NSP__LISTED(PRONOUN)))
    for (uint32_t i = 0; i < lexeme->record_count; i++)
      bits |= record_bits(strings, lexeme, &records[lexeme->first_record + i], capital);
  return bits;
}

/* Hash of a value in which "_" stands for a space. */
static uint32_t value_hash(const char *text, size_t length) {
  char spaced[128];
  if (length > sizeof spaced) length = sizeof spaced;
  for (size_t i = 0; i < length; i++) spaced[i] = text[i] == '_' ? ' ' : text[i];
  uint32_t hash = nsp__fold_hash(spaced, length);
  return hash + !hash;
}

uint32_t nsp__record_key(const char *strings, const nsp__record *record) {
  nsp_language pack = {.strings = strings};
  nsp_string of = nsp__record_value(&pack, record, "of");
  if (of.data) return value_hash(of.data, of.length);
  const char *canonical = strings + record->canonical;
  return value_hash(canonical, strlen(canonical));
}

/* What a pack says of a word, in one word of bits, as the walks over tokens ask it; and a number for what it means. The
 * compiler works them out for each lexeme and record, so that nobody goes through its records at run time; the looks of
 * a token (NSP__CELL_CAPITAL, MARK …) are added by entity/cells.h, which has the same bits. */
#ifndef NSP_LANGUAGE_BITS_H
#define NSP_LANGUAGE_BITS_H

#include "language/pack.h"

enum {
  NSP__CELL_CAPITAL = 1 << 0,    /* a word with a capital */
  NSP__CELL_MARK = 1 << 1,       /* punctuation */
  NSP__CELL_DETERMINER = 1 << 2, /* article, demonstrative, quantifier, number */
  NSP__CELL_PREPOSITION = 1 << 3,
  NSP__CELL_CONJUNCTION = 1 << 4, /* also complementisers and question words */
  NSP__CELL_VERB = 1 << 5,        /* auxiliary or reporting verb */
  NSP__CELL_SMALL = 1 << 6,       /* grammar, a month, a frequent word: no name by itself */
  NSP__CELL_ROLE = 1 << 7,
  NSP__CELL_GROUP = 1 << 8,
  NSP__CELL_ORGANISATION = 1 << 9, /* a word for one: "ministry" */
  NSP__CELL_DOCUMENT = 1 << 10,
  NSP__CELL_TITLE = 1 << 11,
  NSP__CELL_PLACE = 1 << 12, /* the name of a place */
  NSP__CELL_DEMONYM = 1 << 13,
  NSP__CELL_GIVEN = 1 << 14, /* a first name */
  NSP__CELL_WEAK = 1 << 15,  /* the pack calls it weak: needs more evidence */
  NSP__CELL_PARTICLE = 1 << 16,
  NSP__CELL_MEDIUM = 1 << 17,
  NSP__CELL_METONYM = 1 << 18,
  NSP__CELL_KNOWN = 1 << 19, /* the name of a well-known organisation */
  NSP__CELL_PRONOUN = 1 << 20,
  NSP__CELL_PHRASE = 1 << 21, /* within a phrase of the packs that goes on with the next token */
  NSP__CELL_FEMALE = 1 << 22,
  NSP__CELL_MALE = 1 << 23,
  NSP__CELL_SINGULAR = 1 << 24,
  NSP__CELL_PLURAL = 1 << 25,
  NSP__CELL_ANONYMOUS = 1 << 26,
  NSP__CELL_SUFFIX = 1 << 27,
  NSP__CELL_GENITIVE = 1 << 28, /* 's */
  NSP__CELL_OPENING = 1 << 29,  /* first word of a sentence, or behind an opening mark or a colon */
  NSP__CELL_OBLIQUE = 1 << 30   /* a first name in another case than the nominative */
};
#define NSP__CELL_NOUN (NSP__CELL_ROLE | NSP__CELL_GROUP | NSP__CELL_ORGANISATION | NSP__CELL_DOCUMENT)
#define NSP__CELL_PROPER (NSP__CELL_PLACE | NSP__CELL_MEDIUM | NSP__CELL_METONYM | NSP__CELL_KNOWN)

/* Lists whose phrases tell of people, places and houses. */
#define NSP__PHRASE_CLASSES                                                                                         \
  (NSP__LISTED(TITLE) | NSP__LISTED(PLACE) | NSP__LISTED(GIVEN_NAME) | NSP__LISTED(MEDIUM) | NSP__LISTED(METONYM) | \
   NSP__LISTED(ROLE) | NSP__LISTED(GROUP) | NSP__LISTED(ORGANISATION) | NSP__LISTED(DOCUMENT))

/* Bits of looks and places, which no lexeme has; in a lexeme's bits and in nsp__token.listed they say something else.
 */
enum {
  NSP__LISTED_CUE = NSP__CELL_CAPITAL,         /* in the lists of cues, or a month */
  NSP__LISTED_CUE_PHRASE = NSP__CELL_GENITIVE, /* a phrase of a list of cues begins with it; in a token: and the next
                                                * word may be its second */
  NSP__LISTED_TRIGGER = NSP__CELL_MARK,        /* sets off a pattern of credits */
  NSP__LISTED_PHRASE = NSP__CELL_PHRASE, /* a phrase that tells of people, places or houses begins with it; in a token:
                                          * and the next word may be its second */
  NSP__LISTED_FLAGS = NSP__LISTED_CUE | NSP__LISTED_CUE_PHRASE | NSP__LISTED_TRIGGER | NSP__LISTED_PHRASE
};

/* The bits of a lexeme for a token with or without a capital: `strings` and `records` are its pack's. */
uint32_t nsp__lexeme_bits(const char *strings, const nsp__record *records, const nsp__lexeme *lexeme, bool capital);

/* A number for what a record's word means: of= or the first form of its line. Never 0. */
uint32_t nsp__record_key(const char *strings, const nsp__record *record);

#endif

/* Mentions: the words that can mean somebody who speaks. Reads: sentences, tokens. Adds: document->mentions, in text
 * order, which never overlap.
 *
 * A mention is a core and what surrounds it. The core [first, end) is a name with its titles and roles ("French
 * President Emmanuel Macron"), a nominal with its determiner ("the French president", "both sides"), or a pronoun. The
 * whole phrase as a reader would cite it, [full_first, full_end), adds a possessor in front ("Putin's spokesman"), a
 * complement ("a spokesman for the ministry", "officials familiar with the matter") and an apposition ("Hugh Hill, a
 * doctor at Johns Hopkins"); the whole phrases may nest, their cores do not.
 *
 * Coreference (entity.h) says later which entity each one means. */
#ifndef NSP_ENTITY_MENTION_H
#define NSP_ENTITY_MENTION_H

#include "newsparse/entity.h"
#include "newsparse/status.h"

enum {
  NSP__MENTION_POSSESSIVE = 1 << 0, /* "Macron's", "his": a genitive that something else follows */
  NSP__MENTION_DEFINITE = 1 << 1,   /* the, this, der, le … or a possessor */
  NSP__MENTION_INDEFINITE = 1 << 2, /* a, some, several, a number: new to the text */
  NSP__MENTION_RELATIVE = 1 << 3,   /* who, that, qui, der: means the mention before it */
  NSP__MENTION_JOINED = 1 << 4,     /* "and" or a comma of a list joins it to the next mention */
  NSP__MENTION_QUOTED = 1 << 5,     /* inside quotation marks: set when the quotations are known */
  NSP__MENTION_TITLED = 1 << 6,     /* a name with an honorific: Mr, Dr, Sen. */
  NSP__MENTION_HEADING = 1 << 7,    /* in a heading */
  NSP__MENTION_OBJECT = 1 << 8,     /* a preposition or a verb right before it: no subject */
  NSP__MENTION_SUBJECT = 1 << 9,    /* the parser or its place says that it is one */
  NSP__MENTION_ANONYMOUS = 1 << 10, /* "sources", "a senior official": people without a name */
  NSP__MENTION_PERSONAL = 1 << 11,  /* the noun or the first name says that it is a person */
  NSP__MENTION_IDLE = 1 << 12,      /* "it", "that": means nobody unless something makes it a source */
  NSP__MENTION_DUAL = 1 << 13,      /* two together: "both sides", "the pair" */
  NSP__MENTION_OBLIQUE = 1 << 14,   /* a name in another case than the nominative */
  NSP__MENTION_NAMED = 1 << 15      /* a nominal whose name follows: "the owner, Samir Haddad" */
};

typedef struct nsp__mention {
  uint32_t first, end;           /* the core: tokens of document->tokens */
  uint32_t full_first, full_end; /* the whole phrase */
  uint32_t name_first, name_end; /* the name in the core: "Emmanuel Macron"; empty when it has none */
  uint32_t role_first, role_end; /* "French President", "a doctor at …"; may lie behind the core; empty: none */
  uint32_t head;                 /* the word that decides: last of the name, noun, pronoun */
  uint32_t sentence;
  uint32_t possessor; /* the mention before it that it belongs to ("Putin's spokesman"), or NSP_NONE */
  uint32_t same;      /* mention that the grammar equates it with: apposition, "(IAEA)"; or NSP_NONE */
  uint32_t quote;     /* innermost quotation that it stands in, or NSP_NONE; known after quote/ */
  uint32_t entity;    /* in document->entities, or NSP_NONE; known after coreference */
  uint32_t concept;   /* of a role or nominal: a number for its noun ("president" of "presidents"), or 0 */
  uint32_t broad;     /* the same for the noun without what narrows it: "minister" of "foreign minister" */
  uint32_t country;   /* a number for the place or adjective in it ("French"), or 0 */
  uint32_t house;   /* the token behind the first one of the name that a role belongs to ("spokesman for Acme"), or 0 */
  uint16_t flags;   /* NSP__MENTION_* */
  uint8_t form;     /* nsp_mention_kind */
  uint8_t kind;     /* nsp_entity_kind: a guess until coreference */
  uint8_t gender;   /* nsp_gender */
  uint8_t number;   /* nsp_number */
  uint8_t person;   /* 1, 2, 3 */
  uint8_t age;      /* "Ann Roe, 45", "the 45-year-old", or 0 */
  uint8_t embedded; /* subject of a clause within another: "if Roe wins", "that Roe is ill" */
} nsp__mention;

struct nsp_document;
struct nsp__analysis;
struct nsp__token;

nsp_status nsp__find_mentions(struct nsp__analysis *analysis);

/* Notes where in the list the mentions of each part of the text are; to be called when the list has changed. False when
 * out of memory. */
bool nsp__place_mentions(struct nsp_document *document);

/* The years that a token tells, "45" or "45-year-old"; 0 when it tells none. */
uint8_t nsp__age_of(const char *text, const struct nsp__token *token);

/* Bytes of the core and of the whole phrase, without white space or commas at the ends. */
nsp_span nsp__mention_span(const struct nsp_document *document, const nsp__mention *mention);
nsp_span nsp__mention_full_span(const struct nsp_document *document, const nsp__mention *mention);

#endif

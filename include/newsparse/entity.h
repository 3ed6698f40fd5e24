/** @file entity.h
 *  Entities: the people, organisations and places of a text, each with all the words that mean it. */
#ifndef NEWSPARSE_ENTITY_H
#define NEWSPARSE_ENTITY_H

#include "newsparse/common.h"

NSP_BEGIN_DECLS

typedef enum nsp_entity_kind {
  NSP_ENTITY_UNKNOWN = 0,
  NSP_ENTITY_PERSON = 10,
  NSP_ENTITY_ORGANISATION = 20, /**< companies, governments, "the Kremlin" that speaks */
  NSP_ENTITY_PLACE = 30,
  NSP_ENTITY_GROUP = 40,     /**< "both sides", "villagers" */
  NSP_ENTITY_MEDIUM = 50,    /**< a newspaper, an agency, a broadcaster */
  NSP_ENTITY_DOCUMENT = 60,  /**< "the report", "the lawsuit" as a source */
  NSP_ENTITY_ANONYMOUS = 70  /**< "two officials familiar with the matter" */
} nsp_entity_kind;

typedef enum nsp_gender { NSP_GENDER_UNKNOWN = 0, NSP_GENDER_FEMALE = 1, NSP_GENDER_MALE = 2 } nsp_gender;
typedef enum nsp_number { NSP_NUMBER_UNKNOWN = 0, NSP_NUMBER_SINGULAR = 1, NSP_NUMBER_PLURAL = 2 } nsp_number;

/** How a mention names its entity. */
typedef enum nsp_mention_kind {
  NSP_MENTION_NAME = 0,       /**< "Emmanuel Macron", "Macron" */
  NSP_MENTION_NOMINAL = 10,   /**< "the French president" */
  NSP_MENTION_PRONOUN = 20,   /**< "he" */
  NSP_MENTION_SILENT = 30     /**< a verb whose subject is left out, in languages that do so */
} nsp_mention_kind;

/** One place where the text means an entity. */
typedef struct nsp_mention {
  nsp_span span;
  nsp_mention_kind kind;
} nsp_mention;

/** One entity. Gender and number are only what the text itself gives. */
typedef struct nsp_entity {
  nsp_entity_kind kind;
  nsp_gender gender;
  nsp_number number;
  nsp_string name;             /**< the fullest name that the text has, without title */
  const nsp_mention *mentions; /**< in text order. Borrowed */
  uint32_t mention_count;
  nsp_spans roles;             /**< "French President", "a doctor at …", as the text states them */
  nsp_ids members;             /**< entities that a group is made of, when the text tells ("both presidents") */
} nsp_entity;

/** The name used in JSON ("person", "organisation"), never NULL. Static; thread-safe. */
NSP_API const char *nsp_entity_kind_name(nsp_entity_kind kind);
NSP_API const char *nsp_mention_kind_name(nsp_mention_kind kind);
/** "female", "male", or NULL when not known. Static; thread-safe. */
NSP_API const char *nsp_gender_name(nsp_gender gender);
/** "singular", "plural", or NULL when not known. Static; thread-safe. */
NSP_API const char *nsp_number_name(nsp_number number);

NSP_END_DECLS
#endif

/** @file credit.h
 *  Source credits: the statements in which an article says where its material comes from, who made it, or who owns it. */
#ifndef NEWSPARSE_CREDIT_H
#define NEWSPARSE_CREDIT_H

#include "newsparse/common.h"
#include "newsparse/entity.h"

NSP_BEGIN_DECLS

typedef enum nsp_credit_kind {
  NSP_CREDIT_BASED_ON = 10,             /**< made from another's material */
  NSP_CREDIT_COMPILED_FROM = 20,        /**< put together from several */
  NSP_CREDIT_REPUBLISHED_FROM = 30,     /**< the same article, from elsewhere */
  NSP_CREDIT_ORIGINALLY_PUBLISHED = 40, /**< where it appeared first */
  NSP_CREDIT_ORIGINAL_LINK = 50,        /**< where the original can be read */
  NSP_CREDIT_TRANSLATED_BY = 60,
  NSP_CREDIT_RIGHTS_HOLDER = 70,        /**< to whom the rights belong */
  NSP_CREDIT_COPYRIGHT_NOTICE = 80,     /**< a © line */
  NSP_CREDIT_LICENSE = 90,              /**< on what terms */
  NSP_CREDIT_DISCLAIMER = 100,          /**< what the author disowns */
  NSP_CREDIT_AGENCY_DATELINE = 110,     /**< place and agency: "PARIS (AP) —" */
  NSP_CREDIT_DATELINE = 120,            /**< place without agency */
  NSP_CREDIT_AGENCY_CONTRIBUTION = 130, /**< an agency or a paper helped */
  NSP_CREDIT_BYLINE = 140,
  NSP_CREDIT_WRITING_BY = 150,
  NSP_CREDIT_REPORTING_BY = 160,
  NSP_CREDIT_EDITING_BY = 170,
  NSP_CREDIT_PHOTO_CREDIT = 180,
  NSP_CREDIT_PRESS_RELEASE = 190,
  NSP_CREDIT_SPONSORED = 200,
  NSP_CREDIT_DATA_PROVIDER = 210,
  NSP_CREDIT_VIA = 220,                 /**< found through */
  NSP_CREDIT_SOURCE_LINE = 230,         /**< "Source: Xinhua" */
  NSP_CREDIT_MEDIA_CITATION = 240       /**< the running text names a medium as its source */
} nsp_credit_kind;

/** Whom a credit names. */
typedef struct nsp_credit_source {
  nsp_span span;        /**< the name as written */
  nsp_string name;      /**< its canonical form: "Associated Press" for "AP"; as written when it is not known */
  nsp_entity_kind kind; /**< NSP_ENTITY_PERSON, _ORGANISATION, _MEDIUM or _UNKNOWN */
  nsp_string url;       /**< its own link in the text; data is NULL if it has none */
} nsp_credit_source;

/** One credit. Strings whose data is NULL are not stated. */
typedef struct nsp_credit {
  nsp_credit_kind kind;
  nsp_span span;                    /**< the statement itself: its sentence, clause, line or bracket */
  const nsp_credit_source *sources; /**< in text order. Borrowed */
  uint32_t source_count;
  nsp_string url;         /**< where it points */
  nsp_string license;     /**< SPDX or Creative Commons id: "CC-BY-SA-4.0" */
  nsp_string license_url;
  nsp_string holder;      /**< of a copyright */
  nsp_string place;       /**< of a dateline */
  nsp_string date;        /**< of a dateline or a first publication, as written */
  nsp_string language;    /**< ISO 639 code of the original of a translation */
  uint32_t year;          /**< of a copyright notice, the first of a range; 0 if not stated */
  uint32_t end_year;      /**< the last of a range; equal to year when there is one year */
  float confidence;       /**< 0 to 1 */
  nsp_string reason;      /**< the pattern that matched, as its file writes it */
} nsp_credit;

/** A medium that the text cites, and how often. */
typedef struct nsp_citation_count {
  nsp_string name;
  uint32_t count;
} nsp_citation_count;

/** What the credits of one document say together. Ids are numbers of credits; strings are not stated when data is NULL. */
typedef struct nsp_provenance {
  nsp_string publisher;      /**< of the original, when the article comes from elsewhere */
  nsp_string original_url;
  nsp_string rights_holder;
  nsp_string license;
  nsp_string license_url;
  nsp_ids derived_from;      /**< based_on, compiled_from, republished_from, originally_published, translated_by */
  nsp_ids contributors;      /**< bylines and everyone with a role */
  nsp_ids agencies;          /**< agency datelines and contributions */
  const nsp_citation_count *media; /**< media cited in the running text, most cited first. Borrowed */
  uint32_t media_count;
} nsp_provenance;

/** The name used in JSON ("based_on"), never NULL. Static; thread-safe. */
NSP_API const char *nsp_credit_kind_name(nsp_credit_kind kind);
/** The kind of that name, or 0 if there is none. `name` is NUL-terminated. Thread-safe. */
NSP_API nsp_credit_kind nsp_credit_kind_from_name(const char *name);

NSP_END_DECLS
#endif

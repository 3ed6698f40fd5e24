/* The names that enumerators go by in JSON and elsewhere. */
#include <string.h>

#include "newsparse/block.h"
#include "newsparse/credit.h"
#include "newsparse/entity.h"
#include "newsparse/quote.h"

const char *nsp_block_kind_name(nsp_block_kind kind) {
  switch (kind) {
    case NSP_BLOCK_PARAGRAPH: return "paragraph";
    case NSP_BLOCK_HEADING: return "heading";
    case NSP_BLOCK_LIST_ITEM: return "list_item";
    case NSP_BLOCK_BLOCK_QUOTE: return "block_quote";
    case NSP_BLOCK_BYLINE: return "byline";
    case NSP_BLOCK_DATELINE: return "dateline";
    case NSP_BLOCK_CAPTION: return "caption";
    case NSP_BLOCK_CREDIT: return "credit";
  }
  return "paragraph";
}

const char *nsp_entity_kind_name(nsp_entity_kind kind) {
  switch (kind) {
    case NSP_ENTITY_UNKNOWN: return "unknown";
    case NSP_ENTITY_PERSON: return "person";
    case NSP_ENTITY_ORGANISATION: return "organisation";
    case NSP_ENTITY_PLACE: return "place";
    case NSP_ENTITY_GROUP: return "group";
    case NSP_ENTITY_MEDIUM: return "medium";
    case NSP_ENTITY_DOCUMENT: return "document";
    case NSP_ENTITY_ANONYMOUS: return "anonymous";
  }
  return "unknown";
}

const char *nsp_mention_kind_name(nsp_mention_kind kind) {
  switch (kind) {
    case NSP_MENTION_NAME: return "name";
    case NSP_MENTION_NOMINAL: return "nominal";
    case NSP_MENTION_PRONOUN: return "pronoun";
    case NSP_MENTION_SILENT: return "silent";
  }
  return "name";
}

const char *nsp_gender_name(nsp_gender gender) {
  return gender == NSP_GENDER_FEMALE ? "female" : gender == NSP_GENDER_MALE ? "male" : NULL;
}

const char *nsp_number_name(nsp_number number) {
  return number == NSP_NUMBER_SINGULAR ? "singular" : number == NSP_NUMBER_PLURAL ? "plural" : NULL;
}

const char *nsp_quote_kind_name(nsp_quote_kind kind) {
  switch (kind) {
    case NSP_QUOTE_DIRECT: return "direct";
    case NSP_QUOTE_MIXED: return "mixed";
    case NSP_QUOTE_INDIRECT: return "indirect";
  }
  return "indirect";
}

const char *nsp_quote_flag_name(uint32_t flag) {
  switch (flag) {
    case NSP_QUOTE_DENIED: return "denied";
    case NSP_QUOTE_DISPUTED: return "disputed";
    case NSP_QUOTE_QUESTION: return "question";
    case NSP_QUOTE_NOT_SAID: return "not_said";
    case NSP_QUOTE_ANONYMOUS: return "anonymous";
    case NSP_QUOTE_BELIEF: return "belief";
    case NSP_QUOTE_REPAIRED: return "repaired";
    default: return NULL;
  }
}

static const struct {
  nsp_credit_kind kind;
  const char *name;
} credit_kinds[] = {
    {NSP_CREDIT_BASED_ON, "based_on"},
    {NSP_CREDIT_COMPILED_FROM, "compiled_from"},
    {NSP_CREDIT_REPUBLISHED_FROM, "republished_from"},
    {NSP_CREDIT_ORIGINALLY_PUBLISHED, "originally_published"},
    {NSP_CREDIT_ORIGINAL_LINK, "original_link"},
    {NSP_CREDIT_TRANSLATED_BY, "translated_by"},
    {NSP_CREDIT_RIGHTS_HOLDER, "rights_holder"},
    {NSP_CREDIT_COPYRIGHT_NOTICE, "copyright_notice"},
    {NSP_CREDIT_LICENSE, "license"},
    {NSP_CREDIT_DISCLAIMER, "disclaimer"},
    {NSP_CREDIT_AGENCY_DATELINE, "agency_dateline"},
    {NSP_CREDIT_DATELINE, "dateline"},
    {NSP_CREDIT_AGENCY_CONTRIBUTION, "agency_contribution"},
    {NSP_CREDIT_BYLINE, "byline"},
    {NSP_CREDIT_WRITING_BY, "writing_by"},
    {NSP_CREDIT_REPORTING_BY, "reporting_by"},
    {NSP_CREDIT_EDITING_BY, "editing_by"},
    {NSP_CREDIT_PHOTO_CREDIT, "photo_credit"},
    {NSP_CREDIT_PRESS_RELEASE, "press_release"},
    {NSP_CREDIT_SPONSORED, "sponsored"},
    {NSP_CREDIT_DATA_PROVIDER, "data_provider"},
    {NSP_CREDIT_VIA, "via"},
    {NSP_CREDIT_SOURCE_LINE, "source_line"},
    {NSP_CREDIT_MEDIA_CITATION, "media_citation"},
};

const char *nsp_credit_kind_name(nsp_credit_kind kind) {
  for (size_t i = 0; i < sizeof credit_kinds / sizeof *credit_kinds; i++)
    if (credit_kinds[i].kind == kind) return credit_kinds[i].name;
  return "unknown";
}

nsp_credit_kind nsp_credit_kind_from_name(const char *name) {
  for (size_t i = 0; name && i < sizeof credit_kinds / sizeof *credit_kinds; i++)
    if (strcmp(credit_kinds[i].name, name) == 0) return credit_kinds[i].kind;
  return (nsp_credit_kind)0;
}

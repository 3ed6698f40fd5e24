/* A document as IPTC ninjs 3.1. docs/schema/ninjs.schema.json says which properties. */
#include <string.h>

#include "render/parties.h"
#include "render/uuid.h"

/* What a credit makes of a person or an organisation. */
static const char *role_of(nsp_credit_kind kind) {
  switch (kind) {
    case NSP_CREDIT_BYLINE:
    case NSP_CREDIT_WRITING_BY: return "author";
    case NSP_CREDIT_REPORTING_BY: return "reporter";
    case NSP_CREDIT_EDITING_BY: return "editor";
    case NSP_CREDIT_TRANSLATED_BY: return "translator";
    default: return nsp_credit_kind_name(kind);
  }
}

static const nsp__kinds workers = NSP__KIND(NSP_CREDIT_BYLINE) | NSP__KIND(NSP_CREDIT_WRITING_BY) |
                                  NSP__KIND(NSP_CREDIT_REPORTING_BY) | NSP__KIND(NSP_CREDIT_EDITING_BY) |
                                  NSP__KIND(NSP_CREDIT_TRANSLATED_BY);

static void standard(nsp__json *json) {
  nsp__json_key(json, "standard");
  nsp__json_open_flat(json, '{');
  nsp__json_member(json, "name", "ninjs");
  nsp__json_member(json, "version", "3.1");
  nsp__json_member(json, "schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#");
  nsp__json_close(json, '}');
}

static void member_as(nsp__json *json, nsp_string name, const char *label, const char *role) {
  nsp__json_open_flat(json, '{');
  nsp__json_member_string(json, "name", name);
  nsp__json_member(json, label, role);
  nsp__json_close(json, '}');
}

/* Those who made the article, and those who speak in it. */
static void people(nsp__json *json, const nsp__rendering *rendering, bool persons) {
  size_t credit = 0;
  uint32_t source = 0;
  nsp__party party;
  nsp__json_key(json, persons ? "people" : "organisations");
  nsp__json_open(json, '[');
  while (rendering->options.stages & NSP_STAGE_CREDITS && nsp__next_party(rendering, workers, &credit, &source, &party))
    if (party.person == persons && party.source->name.data &&
        !nsp__is_repeated(rendering, NSP__KIND(party.credit->kind), &party))
      member_as(json, party.source->name, "rel", role_of(party.credit->kind));
  for (size_t i = 0; i < nsp_document_entity_count(rendering->document); i++) {
    const nsp_entity *entity = nsp_document_entity(rendering->document, i);
    bool person = entity->kind == NSP_ENTITY_PERSON;
    bool organisation = entity->kind == NSP_ENTITY_ORGANISATION || entity->kind == NSP_ENTITY_MEDIUM;
    if (nsp__speakers_quotes(&rendering->speakers, i).count && entity->name.data && (persons ? person : organisation))
      member_as(json, entity->name, "rel", "speaker");
  }
  nsp__json_close(json, ']');
}

static void info_sources(nsp__json *json, const nsp__rendering *rendering) {
  const nsp__kinds kinds =
      ~(workers | NSP__KIND(NSP_CREDIT_MEDIA_CITATION) | NSP__KIND(NSP_CREDIT_DISCLAIMER) |
        NSP__KIND(NSP_CREDIT_LICENSE) | NSP__KIND(NSP_CREDIT_RIGHTS_HOLDER) | NSP__KIND(NSP_CREDIT_COPYRIGHT_NOTICE));
  size_t credit = 0;
  uint32_t source = 0;
  nsp__party party;
  nsp__json_key(json, "infoSources");
  nsp__json_open(json, '[');
  while (nsp__next_party(rendering, kinds, &credit, &source, &party))
    if (party.source->name.data && !nsp__is_repeated(rendering, NSP__KIND(party.credit->kind), &party))
      member_as(json, party.source->name, "role", role_of(party.credit->kind));
  nsp__json_close(json, ']');
}

/* An address that a "uri" may hold: it has a scheme. */
static bool is_absolute(nsp_string url) {
  for (uint32_t i = 0; i < url.length; i++) {
    if (url.data[i] == ':') return i > 0;
    if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789+.-", url.data[i] | 0x20) || !url.data[i]) return false;
  }
  return false;
}

/* The works that this one is made from. One that has no address gets a name. */
static void associations(nsp__json *json, const nsp__rendering *rendering) {
  const nsp__kinds kinds = NSP__KIND(NSP_CREDIT_BASED_ON) | NSP__KIND(NSP_CREDIT_COMPILED_FROM) |
                           NSP__KIND(NSP_CREDIT_REPUBLISHED_FROM) | NSP__KIND(NSP_CREDIT_ORIGINALLY_PUBLISHED) |
                           NSP__KIND(NSP_CREDIT_ORIGINAL_LINK);
  size_t credit = 0;
  uint32_t source = 0;
  nsp__party party;
  nsp__json_key(json, "associations");
  nsp__json_open(json, '[');
  while (nsp__next_party(rendering, kinds, &credit, &source, &party)) {
    if (nsp__is_repeated(rendering, kinds, &party)) continue;
    nsp_string url = party.source->url.data ? party.source->url : party.credit->url, name = party.source->name;
    char urn[NSP__URN_SIZE];
    nsp__urn_of(name.data ? name.data : "", name.length, urn);
    if (!url.data || !is_absolute(url)) url = (nsp_string){urn, NSP__URN_SIZE - 1};
    nsp__json_open(json, '{');
    nsp__json_member_string(json, "uri", url);
    nsp__json_member_string(json, "name", name.data ? name : (nsp_string){"", 0});
    nsp__json_member(json, "rel", nsp_credit_kind_name(party.credit->kind));
    nsp__json_member(json, "type", "text");
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void rights(nsp__json *json, const nsp__rendering *rendering) {
  const nsp_provenance *provenance = nsp_document_provenance(rendering->document);
  nsp__json_member_known(json, "copyrightHolder", provenance->rights_holder);
  nsp__json_statements(json, rendering, "copyrightNotice", NSP__KIND(NSP_CREDIT_COPYRIGHT_NOTICE));
  nsp__json_statements(json, rendering, "usageTerms", NSP__KIND(NSP_CREDIT_LICENSE) | NSP__KIND(NSP_CREDIT_DISCLAIMER));
  if (!provenance->license_url.data && !provenance->license.data) return;
  bool linked = provenance->license_url.data && is_absolute(provenance->license_url);
  nsp__json_key(json, "rightsInfo");
  nsp__json_open_flat(json, '{');
  nsp__json_member_string(json, linked ? "linkedRights" : "encodedRights",
                          linked ? provenance->license_url : provenance->license);
  nsp__json_close(json, '}');
}

static void genres(nsp__json *json, const nsp__rendering *rendering) {
  size_t at = 0, also = 0;
  bool sponsored = nsp__next_credit(rendering, NSP__KIND(NSP_CREDIT_SPONSORED), &at) != NULL;
  bool released = nsp__next_credit(rendering, NSP__KIND(NSP_CREDIT_PRESS_RELEASE), &also) != NULL;
  if (!sponsored && !released) return;
  nsp__json_key(json, "genres");
  nsp__json_open_flat(json, '[');
  for (int i = 0; i < 2; i++) {
    if (!(i ? released : sponsored)) continue;
    nsp__json_open(json, '{');
    nsp__json_member(json, "name", i ? "Press Release" : "Advertiser Supplied");
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void located(nsp__json *json, const nsp__rendering *rendering) {
  size_t at = 0;
  const nsp_credit *credit;
  while ((credit =
              nsp__next_credit(rendering, NSP__KIND(NSP_CREDIT_DATELINE) | NSP__KIND(NSP_CREDIT_AGENCY_DATELINE), &at)))
    if (credit->place.data) {
      nsp__json_member_string(json, "located", credit->place);
      return;
    }
}

static void headline_and_body(nsp__json *json, const nsp__rendering *rendering) {
  nsp_span headline;
  if (nsp__headline(rendering, &headline)) {
    nsp__json_key(json, "headlines");
    nsp__json_open_flat(json, '[');
    nsp__json_open(json, '{');
    nsp__json_member_span(json, rendering, "value", headline);
    nsp__json_close(json, '}');
    nsp__json_close(json, ']');
  }
  nsp__json_key(json, "bodies");
  nsp__json_open(json, '[');
  nsp__json_open(json, '{');
  nsp__json_member(json, "contentType", "text/plain");
  nsp__json_member_number(json, "charCount",
                          nsp_offsets_length(rendering->text, rendering->length, NSP_UNIT_CODEPOINT));
  nsp__json_member_string(json, "value", (nsp_string){rendering->text, rendering->length});
  nsp__json_close(json, '}');
  nsp__json_close(json, ']');
}

static void credits(nsp__json *json, const nsp__rendering *rendering) {
  nsp__json_statements(json, rendering, "by", NSP__KIND(NSP_CREDIT_BYLINE) | NSP__KIND(NSP_CREDIT_WRITING_BY));
  located(json, rendering);
  rights(json, rendering);
  info_sources(json, rendering);
  associations(json, rendering);
  genres(json, rendering);
}

/* `id` is a JSON string. */
static void alternative_id(nsp__json *json, const char *id) {
  nsp__json_key(json, "altIds");
  nsp__json_open_flat(json, '[');
  nsp__json_open(json, '{');
  nsp__json_member(json, "role", "id");
  nsp__json_key(json, "value");
  nsp__json_raw(json, id);
  nsp__json_close(json, '}');
  nsp__json_close(json, ']');
}

nsp_status nsp__render_ninjs(nsp__rendering *rendering) {
  const nsp_language *language = nsp_document_language(rendering->document);
  char urn[NSP__URN_SIZE];
  nsp__urn_of(rendering->text, rendering->length, urn);
  nsp__json json;
  nsp__json_init(&json, rendering->output, !rendering->options.compact);
  nsp__json_open(&json, '{');
  nsp__json_member(&json, "uri", urn);
  if (rendering->options.id && rendering->options.id[0] == '"') alternative_id(&json, rendering->options.id);
  standard(&json);
  nsp__json_member(&json, "type", "text");
  nsp__json_member(&json, "representationType", "full");
  if (language) nsp__json_member(&json, "language", nsp_language_id(language));
  headline_and_body(&json, rendering);
  people(&json, rendering, true);
  people(&json, rendering, false);
  if (rendering->options.stages & NSP_STAGE_CREDITS) credits(&json, rendering);
  nsp__json_close(&json, '}');
  nsp__put_char(rendering->output, '\n');
  return NSP_OK;
}

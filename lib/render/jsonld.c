/* A document as schema.org JSON-LD: a NewsArticle, where it comes from, and what is quoted in it.
 * docs/schema/jsonld.schema.json says which properties. */
#include "render/parties.h"

static void string_part(nsp__json *json, nsp_string string) { nsp__json_string_part(json, string.data, string.length); }

static void party_members(nsp__json *json, const nsp__party *party) {
  const char *organisation = party->source->kind == NSP_ENTITY_MEDIUM ? "NewsMediaOrganization" : "Organization";
  nsp__json_member(json, "@type", party->person ? "Person" : organisation);
  nsp__json_member_string(json, "name", party->source->name);
  nsp__json_member_known(json, "url", party->source->url);
}

/* Everyone whom credits of these kinds name, as a list. Nothing if nobody. */
static void parties(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp__kinds kinds) {
  size_t credit = 0;
  uint32_t source = 0;
  nsp__party party;
  if (!nsp__next_party(rendering, kinds, &credit, &source, &party)) return;
  nsp__json_key(json, name);
  nsp__json_open(json, '[');
  do {
    if (nsp__is_repeated(rendering, kinds, &party)) continue;
    nsp__json_open_flat(json, '{');
    party_members(json, &party);
    nsp__json_close(json, '}');
  } while (nsp__next_party(rendering, kinds, &credit, &source, &party));
  nsp__json_close(json, ']');
}

/* The works that this one is made from: one for each source, with the place where it can be read. */
static void works(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp__kinds kinds) {
  size_t credit = 0;
  uint32_t source = 0;
  nsp__party party;
  if (!nsp__next_party(rendering, kinds, &credit, &source, &party)) return;
  nsp__json_key(json, name);
  nsp__json_open(json, '[');
  do {
    if (nsp__is_repeated(rendering, kinds, &party)) continue;
    nsp_string url = party.source->url.data ? party.source->url : party.credit->url;
    nsp__json_open(json, '{');
    nsp__json_member(json, "@type", "CreativeWork");
    nsp__json_member_known(json, "url", url);
    nsp__json_member_known(json, "inLanguage", party.credit->language);
    nsp__json_key(json, party.person ? "author" : "publisher");
    nsp__json_open_flat(json, '{');
    party_members(json, &party);
    nsp__json_close(json, '}');
    nsp__json_close(json, '}');
  } while (nsp__next_party(rendering, kinds, &credit, &source, &party));
  nsp__json_close(json, ']');
}

/* The original of a translation, when its language is stated. */
static void translation(nsp__json *json, const nsp__rendering *rendering) {
  size_t at = 0;
  const nsp_credit *credit;
  while ((credit = nsp__next_credit(rendering, NSP__KIND(NSP_CREDIT_TRANSLATED_BY), &at))) {
    if (!credit->language.data) continue;
    nsp__json_key(json, "translationOfWork");
    nsp__json_open_flat(json, '{');
    nsp__json_member(json, "@type", "CreativeWork");
    nsp__json_member_string(json, "inLanguage", credit->language);
    nsp__json_close(json, '}');
    return;
  }
}

static void copyright(nsp__json *json, const nsp__rendering *rendering) {
  const nsp__kinds notice = NSP__KIND(NSP_CREDIT_COPYRIGHT_NOTICE);
  const nsp_provenance *provenance = nsp_document_provenance(rendering->document);
  if (provenance->rights_holder.data) {
    nsp__json_key(json, "copyrightHolder");
    nsp__json_open_flat(json, '{');
    nsp__json_member(json, "@type", "Organization");
    nsp__json_member_string(json, "name", provenance->rights_holder);
    nsp__json_close(json, '}');
  }
  nsp__json_statements(json, rendering, "copyrightNotice", notice);
  size_t at = 0;
  const nsp_credit *credit = nsp__next_credit(rendering, notice, &at);
  if (credit && credit->year) nsp__json_member_number(json, "copyrightYear", credit->year);
  nsp__json_member_known(json, "license", provenance->license_url.data ? provenance->license_url : provenance->license);
}

static void usage(nsp__json *json, const nsp__rendering *rendering) {
  const nsp__kinds kinds = NSP__KIND(NSP_CREDIT_DISCLAIMER);
  size_t at = 0;
  if (!nsp__next_credit(rendering, kinds, &at)) return;
  nsp__json_key(json, "usageInfo");
  nsp__json_open_flat(json, '{');
  nsp__json_member(json, "@type", "CreativeWork");
  nsp__json_statements(json, rendering, "text", kinds);
  nsp__json_close(json, '}');
}

static void citations(nsp__json *json, const nsp__rendering *rendering) {
  const nsp_provenance *provenance = nsp_document_provenance(rendering->document);
  if (!provenance->media_count) return;
  nsp__json_key(json, "citation");
  nsp__json_open(json, '[');
  for (uint32_t i = 0; i < provenance->media_count; i++) {
    nsp__json_open_flat(json, '{');
    nsp__json_member(json, "@type", "CreativeWork");
    nsp__json_key(json, "publisher");
    nsp__json_open(json, '{');
    nsp__json_member(json, "@type", "NewsMediaOrganization");
    nsp__json_member_string(json, "name", provenance->media[i].name);
    nsp__json_close(json, '}');
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void speaker(nsp__json *json, const nsp__rendering *rendering, const nsp_entity *entity) {
  bool person = entity->kind == NSP_ENTITY_PERSON || entity->kind == NSP_ENTITY_ANONYMOUS;
  nsp__json_open_flat(json, '{');
  nsp__json_member(json, "@type", person ? "Person" : "Organization");
  nsp__json_member_string(json, "name", entity->name);
  if (person && nsp_gender_name(entity->gender)) nsp__json_member(json, "gender", nsp_gender_name(entity->gender));
  if (person && entity->roles.count) nsp__json_member_span(json, rendering, "jobTitle", entity->roles.items[0]);
  nsp__json_close(json, '}');
}

static void speakers(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp_ids ids) {
  if (!ids.count) return;
  nsp__json_key(json, name);
  nsp__json_open(json, '[');
  for (uint32_t i = 0; i < ids.count; i++) {
    const nsp_entity *entity = nsp_document_entity(rendering->document, ids.items[i]);
    if (entity) speaker(json, rendering, entity);
  }
  nsp__json_close(json, ']');
}

static void quotation(nsp__json *json, const nsp__rendering *rendering, const nsp_quote *quote) {
  nsp__json_open(json, '{');
  nsp__json_member(json, "@type", "Quotation");
  nsp__json_member(json, "additionalType", nsp_quote_kind_name(quote->kind));
  nsp__json_key(json, "text");
  nsp__json_string_begin(json);
  for (uint32_t i = 0; i < quote->content.count; i++) {
    if (i) nsp__json_string_part(json, " \xE2\x80\xA6 ", 5);
    string_part(json, nsp__slice(rendering, quote->content.items[i]));
  }
  nsp__json_string_end(json);
  speakers(json, rendering, "spokenByCharacter", quote->speakers);
  speakers(json, rendering, "creator", quote->speakers);
  nsp__json_close(json, '}');
}

static void quotations(nsp__json *json, const nsp__rendering *rendering) {
  size_t count = nsp_document_quote_count(rendering->document);
  if (!count) return;
  nsp__json_key(json, "hasPart");
  nsp__json_open(json, '[');
  for (size_t i = 0; i < count; i++) quotation(json, rendering, nsp_document_quote(rendering->document, i));
  nsp__json_close(json, ']');
}

static void provenance(nsp__json *json, const nsp__rendering *rendering) {
  const nsp__kinds based = NSP__KIND(NSP_CREDIT_BASED_ON) | NSP__KIND(NSP_CREDIT_COMPILED_FROM) |
                           NSP__KIND(NSP_CREDIT_REPUBLISHED_FROM) | NSP__KIND(NSP_CREDIT_ORIGINALLY_PUBLISHED) |
                           NSP__KIND(NSP_CREDIT_ORIGINAL_LINK);
  const nsp__kinds text = NSP__KIND(NSP_CREDIT_PHOTO_CREDIT) | NSP__KIND(NSP_CREDIT_DATA_PROVIDER) |
                          NSP__KIND(NSP_CREDIT_VIA) | NSP__KIND(NSP_CREDIT_SOURCE_LINE);
  parties(json, rendering, "author", NSP__KIND(NSP_CREDIT_BYLINE) | NSP__KIND(NSP_CREDIT_WRITING_BY));
  parties(json, rendering, "editor", NSP__KIND(NSP_CREDIT_EDITING_BY));
  parties(json, rendering, "contributor",
          NSP__KIND(NSP_CREDIT_REPORTING_BY) | NSP__KIND(NSP_CREDIT_AGENCY_CONTRIBUTION));
  parties(json, rendering, "translator", NSP__KIND(NSP_CREDIT_TRANSLATED_BY));
  parties(json, rendering, "provider", NSP__KIND(NSP_CREDIT_PRESS_RELEASE));
  parties(json, rendering, "sponsor", NSP__KIND(NSP_CREDIT_SPONSORED));
  parties(json, rendering, "sourceOrganization",
          NSP__KIND(NSP_CREDIT_REPUBLISHED_FROM) | NSP__KIND(NSP_CREDIT_ORIGINALLY_PUBLISHED) |
              NSP__KIND(NSP_CREDIT_AGENCY_DATELINE));
  nsp__json_statements(json, rendering, "dateline",
                       NSP__KIND(NSP_CREDIT_DATELINE) | NSP__KIND(NSP_CREDIT_AGENCY_DATELINE));
  nsp__json_statements(json, rendering, "creditText", text);
  copyright(json, rendering);
  usage(json, rendering);
  translation(json, rendering);
  works(json, rendering, "isBasedOn", based);
  citations(json, rendering);
}

nsp_status nsp__render_jsonld(nsp__rendering *rendering) {
  const nsp_language *language = nsp_document_language(rendering->document);
  nsp_span headline;
  size_t at = 0;
  bool sponsored = nsp__next_credit(rendering, NSP__KIND(NSP_CREDIT_SPONSORED), &at) != NULL;
  nsp__json json;
  nsp__json_init(&json, rendering->output, !rendering->options.compact);
  nsp__json_open(&json, '{');
  nsp__json_member(&json, "@context", "https://schema.org");
  nsp__json_member(&json, "@type", sponsored ? "AdvertiserContentArticle" : "NewsArticle");
  if (rendering->options.id) nsp__json_key(&json, "identifier"), nsp__json_raw(&json, rendering->options.id);
  if (nsp__headline(rendering, &headline)) nsp__json_member_span(&json, rendering, "headline", headline);
  if (language) nsp__json_member(&json, "inLanguage", nsp_language_id(language));
  if (rendering->options.stages & NSP_STAGE_CREDITS) provenance(&json, rendering);
  if (rendering->options.stages & NSP_STAGE_QUOTES) quotations(&json, rendering);
  nsp__json_close(&json, '}');
  nsp__put_char(rendering->output, '\n');
  return NSP_OK;
}

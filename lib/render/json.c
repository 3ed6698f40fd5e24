/* A document as JSON: docs/schema/document.schema.json. What is not stated is left out, except for the members that
 * every line has. */
#include <string.h>

#include "render/json_writer.h"
#include "render/render.h"

static void span_members(nsp__json *json, const nsp__rendering *rendering, nsp_span span) {
  nsp__json_member_number(json, "start", nsp__units_of(&rendering->units, span.start));
  nsp__json_member_number(json, "end", nsp__units_of(&rendering->units, span.end));
}

static void spans(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp_spans list) {
  nsp__json_key(json, name);
  nsp__json_open_flat(json, '[');
  for (uint32_t i = 0; i < list.count; i++) {
    nsp__json_open(json, '{');
    span_members(json, rendering, list.items[i]);
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void stated_spans(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp_spans list) {
  if (list.count) spans(json, rendering, name, list);
}

static void ids(nsp__json *json, const char *name, nsp_ids list) {
  nsp__json_key(json, name);
  nsp__json_open_flat(json, '[');
  for (uint32_t i = 0; i < list.count; i++) nsp__json_number(json, list.items[i]);
  nsp__json_close(json, ']');
}

static void blocks(nsp__json *json, const nsp__rendering *rendering) {
  nsp__json_key(json, "blocks");
  nsp__json_open(json, '[');
  for (size_t i = 0; i < nsp_document_block_count(rendering->document); i++) {
    const nsp_block *block = nsp_document_block(rendering->document, i);
    nsp__json_open_flat(json, '{');
    nsp__json_member(json, "kind", nsp_block_kind_name(block->kind));
    span_members(json, rendering, block->span);
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void sentences(nsp__json *json, const nsp__rendering *rendering) {
  nsp__json_key(json, "sentences");
  nsp__json_open(json, '[');
  for (size_t i = 0; i < nsp_document_sentence_count(rendering->document); i++) {
    const nsp_sentence *sentence = nsp_document_sentence(rendering->document, i);
    nsp__json_open_flat(json, '{');
    span_members(json, rendering, sentence->span);
    nsp__json_member_number(json, "block", sentence->block);
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void mentions(nsp__json *json, const nsp__rendering *rendering, const nsp_entity *entity) {
  nsp__json_key(json, "mentions");
  nsp__json_open_flat(json, '[');
  for (uint32_t i = 0; i < entity->mention_count; i++) {
    nsp__json_open(json, '{');
    span_members(json, rendering, entity->mentions[i].span);
    nsp__json_member(json, "kind", nsp_mention_kind_name(entity->mentions[i].kind));
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void entities(nsp__json *json, const nsp__rendering *rendering) {
  nsp__json_key(json, "entities");
  nsp__json_open(json, '[');
  for (size_t i = 0; i < nsp_document_entity_count(rendering->document); i++) {
    const nsp_entity *entity = nsp_document_entity(rendering->document, i);
    nsp__json_open(json, '{');
    nsp__json_member_number(json, "id", i);
    nsp__json_member(json, "kind", nsp_entity_kind_name(entity->kind));
    nsp__json_member_string(json, "name", entity->name);
    if (nsp_gender_name(entity->gender)) nsp__json_member(json, "gender", nsp_gender_name(entity->gender));
    if (nsp_number_name(entity->number)) nsp__json_member(json, "number", nsp_number_name(entity->number));
    mentions(json, rendering, entity);
    stated_spans(json, rendering, "roles", entity->roles);
    if (entity->members.count) ids(json, "members", entity->members);
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void flags(nsp__json *json, uint32_t set) {
  if (!set) return;
  nsp__json_key(json, "flags");
  nsp__json_open_flat(json, '[');
  for (uint32_t flag = 1; flag && flag <= set; flag <<= 1) {
    const char *name = set & flag ? nsp_quote_flag_name(flag) : NULL;
    if (name) nsp__json_string(json, name, strlen(name));
  }
  nsp__json_close(json, ']');
}

static void quote(nsp__json *json, const nsp__rendering *rendering, const nsp_quote *quote) {
  nsp__json_open(json, '{');
  nsp__json_member(json, "kind", nsp_quote_kind_name(quote->kind));
  spans(json, rendering, "content", quote->content);
  spans(json, rendering, "cue", quote->cue);
  spans(json, rendering, "source", quote->source);
  ids(json, "speakers", quote->speakers);
  spans(json, rendering, "addressee", quote->addressee);
  spans(json, rendering, "medium", quote->medium);
  spans(json, rendering, "relay", quote->relay);
  stated_spans(json, rendering, "time", quote->time);
  if (quote->parent != NSP_NONE) nsp__json_member_number(json, "parent", quote->parent);
  flags(json, quote->flags);
  nsp__json_key(json, "confidence");
  nsp__json_ratio(json, quote->confidence);
  nsp__json_member_string(json, "reason", quote->reason);
  if (rendering->options.explain) spans(json, rendering, "evidence", quote->evidence);
  nsp__json_close(json, '}');
}

static void quotes(nsp__json *json, const nsp__rendering *rendering) {
  nsp__json_key(json, "quotes");
  nsp__json_open(json, '[');
  for (size_t i = 0; i < nsp_document_quote_count(rendering->document); i++)
    quote(json, rendering, nsp_document_quote(rendering->document, i));
  nsp__json_close(json, ']');
}

static void credit_sources(nsp__json *json, const nsp__rendering *rendering, const nsp_credit *credit) {
  nsp__json_key(json, "source");
  nsp__json_open_flat(json, '[');
  for (uint32_t i = 0; i < credit->source_count; i++) {
    const nsp_credit_source *source = &credit->sources[i];
    nsp__json_open(json, '{');
    span_members(json, rendering, source->span);
    nsp__json_member_string(json, "name", source->name);
    nsp__json_member(json, "kind", nsp_entity_kind_name(source->kind));
    nsp__json_member_known(json, "url", source->url);
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
}

static void credit(nsp__json *json, const nsp__rendering *rendering, const nsp_credit *credit) {
  nsp__json_open(json, '{');
  nsp__json_member(json, "kind", nsp_credit_kind_name(credit->kind));
  span_members(json, rendering, credit->span);
  credit_sources(json, rendering, credit);
  nsp__json_member_string(json, "url", credit->url);
  nsp__json_member_string(json, "license", credit->license);
  nsp__json_member_known(json, "license_url", credit->license_url);
  nsp__json_member_known(json, "holder", credit->holder);
  nsp__json_member_known(json, "place", credit->place);
  nsp__json_member_known(json, "date", credit->date);
  nsp__json_member_known(json, "language", credit->language);
  if (credit->year) nsp__json_member_number(json, "year", credit->year);
  if (credit->year) nsp__json_member_number(json, "end_year", credit->end_year);
  nsp__json_key(json, "confidence");
  nsp__json_ratio(json, credit->confidence);
  nsp__json_member_string(json, "reason", credit->reason);
  nsp__json_close(json, '}');
}

static void provenance(nsp__json *json, const nsp_provenance *provenance) {
  nsp__json_key(json, "provenance");
  nsp__json_open(json, '{');
  nsp__json_member_known(json, "publisher", provenance->publisher);
  nsp__json_member_known(json, "original_url", provenance->original_url);
  nsp__json_member_known(json, "rights_holder", provenance->rights_holder);
  nsp__json_member_known(json, "license", provenance->license);
  nsp__json_member_known(json, "license_url", provenance->license_url);
  ids(json, "derived_from", provenance->derived_from);
  ids(json, "contributors", provenance->contributors);
  ids(json, "agencies", provenance->agencies);
  nsp__json_key(json, "media");
  nsp__json_open_flat(json, '[');
  for (uint32_t i = 0; i < provenance->media_count; i++) {
    nsp__json_open(json, '{');
    nsp__json_member_string(json, "name", provenance->media[i].name);
    nsp__json_member_number(json, "count", provenance->media[i].count);
    nsp__json_close(json, '}');
  }
  nsp__json_close(json, ']');
  nsp__json_close(json, '}');
}

static void credits(nsp__json *json, const nsp__rendering *rendering) {
  nsp__json_key(json, "credits");
  nsp__json_open(json, '[');
  for (size_t i = 0; i < nsp_document_credit_count(rendering->document); i++)
    credit(json, rendering, nsp_document_credit(rendering->document, i));
  nsp__json_close(json, ']');
  provenance(json, nsp_document_provenance(rendering->document));
}

static const char *unit_name(nsp_unit unit) {
  return unit == NSP_UNIT_CODEPOINT ? "codepoint" : unit == NSP_UNIT_UTF16 ? "utf16" : "byte";
}

nsp_status nsp__render_json(nsp__rendering *rendering) {
  const nsp_render_options *options = &rendering->options;
  const nsp_language *language = nsp_document_language(rendering->document);
  uint64_t malformed = nsp_document_malformed_count(rendering->document);
  nsp__json json;
  nsp__json_init(&json, rendering->output, options->format == NSP_FORMAT_JSON);
  nsp__json_open(&json, '{');
  if (options->id) nsp__json_key(&json, "id"), nsp__json_raw(&json, options->id);
  nsp__json_member(&json, "lang", language ? nsp_language_id(language) : "und");
  nsp__json_member(&json, "offsets", unit_name(options->offsets));
  if (malformed) nsp__json_member_number(&json, "malformed", malformed);
  if (options->stages & NSP_STAGE_BLOCKS) blocks(&json, rendering);
  if (options->stages & NSP_STAGE_SENTENCES) sentences(&json, rendering);
  if (options->stages & NSP_STAGE_ENTITIES) entities(&json, rendering);
  if (options->stages & NSP_STAGE_QUOTES) quotes(&json, rendering);
  if (options->stages & NSP_STAGE_CREDITS) credits(&json, rendering);
  nsp__json_close(&json, '}');
  nsp__put_char(rendering->output, '\n');
  return NSP_OK;
}

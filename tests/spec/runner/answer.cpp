// Calls the library and gathers what it says.
#include "answer.h"

#include <memory>

#include "promises.h"

namespace {

template <auto Free>
struct Deleter {
  template <class T>
  void operator()(T *object) const {
    Free(object);
  }
};
using Config = std::unique_ptr<nsp_config, Deleter<nsp_config_free>>;
using Analyzer = std::unique_ptr<nsp_analyzer, Deleter<nsp_analyzer_free>>;
using Document = std::unique_ptr<nsp_document, Deleter<nsp_document_free>>;

class Gatherer {
 public:
  Gatherer(const nsp_document *document, const std::string &text) : document_(document), text_(text) {}

  void gather(Answer &answer) const {
    for (size_t i = 0; i < nsp_document_sentence_count(document_); i++)
      answer.sentences.push_back(nsp_document_sentence(document_, i)->span);
    for (size_t i = 0; i < nsp_document_block_count(document_); i++) {
      const nsp_block *block = nsp_document_block(document_, i);
      Found found = make("block", nsp_block_kind_name(block->kind));
      found.fields["text"] = {piece(block->span)};
      answer.block_kinds.push_back(found.kind);
      answer.blocks.push_back(found);
    }
    for (size_t i = 0; i < nsp_document_entity_count(document_); i++)
      answer.entities.push_back(entity(*nsp_document_entity(document_, i)));
    for (size_t i = 0; i < nsp_document_quote_count(document_); i++)
      answer.quotes.push_back(quote(*nsp_document_quote(document_, i)));
    for (size_t i = 0; i < nsp_document_credit_count(document_); i++)
      answer.credits.push_back(credit(*nsp_document_credit(document_, i)));
    answer.provenance = provenance(*nsp_document_provenance(document_));
  }

 private:
  static Found make(const char *type, const char *kind) {
    Found found;
    found.type = type, found.kind = kind;
    return found;
  }

  Value piece(nsp_span span) const {
    Value value;
    if (span.end <= text_.size() && span.start <= span.end) value.text = text_.substr(span.start, span.end - span.start);
    value.start = span.start, value.spanned = true;
    return value;
  }

  static Value plain(const std::string &text) {
    Value value;
    value.text = text;
    return value;
  }

  void add(Found &found, const char *key, nsp_spans spans) const {
    for (uint32_t i = 0; i < spans.count; i++) found.fields[key].push_back(piece(spans.items[i]));
  }

  static void add(Found &found, const char *key, nsp_string string) {
    if (string.data) found.fields[key].push_back(plain(std::string(string.data, string.length)));
  }

  static void add(Found &found, const char *key, const char *text) {
    if (text) found.fields[key].push_back(plain(text));
  }

  void add_names(Found &found, const char *key, nsp_ids ids) const {
    for (uint32_t i = 0; i < ids.count; i++) {
      const nsp_entity *other = nsp_document_entity(document_, ids.items[i]);
      if (other) found.fields[key].push_back(plain(std::string(other->name.data ? other->name.data : "", other->name.length)));
    }
  }

  Found entity(const nsp_entity &e) const {
    Found found = make("entity", nsp_entity_kind_name(e.kind));
    add(found, "name", e.name);
    for (uint32_t i = 0; i < e.mention_count; i++) found.fields["mention"].push_back(piece(e.mentions[i].span));
    add(found, "role", e.roles);
    add(found, "gender", nsp_gender_name(e.gender));
    add(found, "number", nsp_number_name(e.number));
    add_names(found, "member", e.members);
    return found;
  }

  Found quote(const nsp_quote &q) const {
    Found found = make("quote", nsp_quote_kind_name(q.kind));
    add(found, "content", q.content);
    add(found, "cue", q.cue);
    add(found, "source", q.source);
    add(found, "addressee", q.addressee);
    add(found, "medium", q.medium);
    add(found, "relay", q.relay);
    add(found, "time", q.time);
    add_names(found, "speaker", q.speakers);
    for (uint32_t flag = 1; flag; flag <<= 1)
      if (q.flags & flag) add(found, "flags", nsp_quote_flag_name(flag));
    if (q.parent != NSP_NONE) found.fields["parent"] = {plain(std::to_string(q.parent + 1))};
    add(found, "reason", q.reason);
    return found;
  }

  Found credit(const nsp_credit &c) const {
    Found found = make("credit", nsp_credit_kind_name(c.kind));
    found.fields["span"] = {piece(c.span)};
    for (uint32_t i = 0; i < c.source_count; i++) {
      found.fields["source"].push_back(piece(c.sources[i].span));
      add(found, "name", c.sources[i].name);
      add(found, "source_kind", nsp_entity_kind_name(c.sources[i].kind));
      add(found, "url", c.sources[i].url);
    }
    if (c.url.data) found.fields["url"].clear(), add(found, "url", c.url);
    add(found, "license", c.license);
    add(found, "license_url", c.license_url);
    add(found, "holder", c.holder);
    add(found, "place", c.place);
    add(found, "date", c.date);
    add(found, "language", c.language);
    if (c.year) add(found, "year", std::to_string(c.year).c_str());
    if (c.end_year) add(found, "end_year", std::to_string(c.end_year).c_str());
    add(found, "reason", c.reason);
    return found;
  }

  static Found provenance(const nsp_provenance &p) {
    Found found = make("provenance", "");
    add(found, "publisher", p.publisher);
    add(found, "original_url", p.original_url);
    add(found, "rights_holder", p.rights_holder);
    add(found, "license", p.license);
    add(found, "license_url", p.license_url);
    return found;
  }

  const nsp_document *document_;
  const std::string &text_;
};

bool set_option(nsp_config *config, const std::string &name) {
  nsp_status status = NSP_ERROR_INVALID_ARGUMENT;
  if (name == "tile") status = nsp_config_set(config, NSP_OPTION_TILE_SENTENCES, 1);
  if (name == "whole_quotes") status = nsp_config_set(config, NSP_OPTION_WHOLE_QUOTES, 1);
  if (name == "icu") status = nsp_config_set(config, NSP_OPTION_ENGINE, NSP_ENGINE_ICU);
  if (name == "strict") status = nsp_config_set(config, NSP_OPTION_STRICT_UTF8, 1);
  return status == NSP_OK;
}

}  // namespace

const std::vector<Found> &Answer::list(const std::string &type) const {
  return type == "quote" ? quotes : type == "credit" ? credits : type == "entity" ? entities : blocks;
}

Answer analyze_case(const Case &test) {
  Answer answer;
  nsp_config *config = nullptr;
  nsp_analyzer *analyzer = nullptr;
  nsp_document *document = nullptr;
  if (nsp_config_new(nullptr, &config) != NSP_OK) answer.error = "no memory";
  Config config_owner(config);
  for (const std::string &option : test.options)
    if (!set_option(config, option)) answer.error = "no option is called \"" + option + "\"";
  if (nsp_analyzer_new(config, &analyzer) != NSP_OK) answer.error = "no analyzer";
  Analyzer analyzer_owner(analyzer);
  if (nsp_document_new(nullptr, &document) != NSP_OK) answer.error = "no document";
  Document document_owner(document);
  if (!answer.error.empty()) return answer;
  nsp_error error = {};
  nsp_status status =
      nsp_analyze_as(analyzer, test.language.c_str(), test.text.data(), test.text.size(), document, &error);
  if (status != NSP_OK) {
    answer.error = std::string(nsp_status_name(status)) + " " + error.message;
    return answer;
  }
  answer.language = nsp_language_id(nsp_document_language(document));
  answer.malformed = nsp_document_malformed_count(document);
  answer.broken = broken_promises(document, test.text);
  Gatherer(document, test.text).gather(answer);
  return answer;
}

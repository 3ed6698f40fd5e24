// The library's answer for a reader, in the form in which a case would be written.
#include <cstdio>

#include "answer.h"

namespace {

void show(const Found &found, std::string &out) {
  out += "    " + found.type + ": " + found.kind + "\n";
  for (const char *key : {"name",   "text",   "span",    "content", "cue",      "source",      "source_kind", "speaker",
                          "addressee", "medium", "relay", "time",   "flags",    "parent",      "mention",     "role",
                          "gender", "number", "member",  "url",     "license",  "license_url", "holder",      "place",
                          "date",   "language", "year",  "end_year", "reason",  "publisher",   "original_url",
                          "rights_holder"}) {
    auto it = found.fields.find(key);
    if (it == found.fields.end()) continue;
    for (const Value &value : it->second) out += std::string("      ") + key + ": " + escape(value.text) + "\n";
  }
}

}  // namespace

std::string escape(const std::string &text) {
  std::string out;
  for (char c : text) {
    char hex[8];
    if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else if (c == '\t') out += "\\t";
    else if (c == '\\') out += "\\\\";
    else if (static_cast<unsigned char>(c) < 0x20) std::snprintf(hex, sizeof hex, "\\x%02X", c), out += hex;
    else out += c;
  }
  return out;
}

bool is_space_at(const std::string &text, size_t i, size_t &length) {
  static const char *const wide[] = {"\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
                                     "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
                                     "\u200B", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};
  length = 1;
  if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) return true;
  for (const char *space : wide) {
    size_t size = std::char_traits<char>::length(space);
    if (text.compare(i, size, space) == 0) return length = size, true;
  }
  return false;
}

std::string show_answer(const Answer &answer, const std::string &text) {
  if (!answer.error.empty()) return "    error: " + answer.error + "\n";
  std::string out = "  found (" + answer.language + "):\n";
  for (const Found &block : answer.blocks) {
    if (answer.blocks.size() < 2 && block.kind == "paragraph") continue;
    show(block, out);
  }
  for (const nsp_span &span : answer.sentences)
    out += "    | " + escape(text.substr(span.start, span.end - span.start)) + "\n";
  for (const Found &found : answer.quotes) show(found, out);
  for (const Found &found : answer.credits) show(found, out);
  for (const Found &found : answer.entities) show(found, out);
  if (!answer.provenance.fields.empty()) show(answer.provenance, out);
  return out;
}

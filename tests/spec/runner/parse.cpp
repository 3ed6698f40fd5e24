// Reads the cases of one file.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "spec.h"

namespace {

const std::map<std::string, std::set<std::string>> known_fields = {
    {"quote",
     {"content", "cue", "source", "addressee", "medium", "relay", "time", "speaker", "flags", "parent", "reason"}},
    {"credit",
     {"span", "source", "name", "source_kind", "url", "license", "license_url", "holder", "place", "date", "language",
      "year", "end_year", "reason"}},
    {"entity", {"name", "mention", "not", "role", "gender", "number", "member"}},
    {"block", {"text"}},
    {"provenance", {"publisher", "original_url", "rights_holder", "license", "license_url"}},
};
const std::set<std::string> known_facts = {"sentences", "quotes",   "credits",  "entities",
                                           "blocks",    "language", "malformed"};
const std::string mark = "\u00A6";

std::string trim(const std::string &text) {
  size_t start = text.find_first_not_of(" \t"), end = text.find_last_not_of(" \t");
  return start == std::string::npos ? "" : text.substr(start, end - start + 1);
}

void append_utf8(std::string &out, unsigned long c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// Appends what the escape at raw[i] (a backslash) stands for; the index behind it, or npos if there is no such escape.
size_t unescape(const std::string &raw, size_t i, std::string &out) {
  char kind = i + 1 < raw.size() ? raw[i + 1] : '\0';
  size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : kind == 'x' ? 2 : 0;
  if (digits) {
    std::string hex = raw.substr(i + 2, digits);
    if (hex.size() < digits || hex.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
      return std::string::npos;
    unsigned long value = std::stoul(hex, nullptr, 16);
    if (kind == 'x') out += static_cast<char>(value);
    else append_utf8(out, value);
    return i + 2 + digits;
  }
  switch (kind) {
    case 'n': out += '\n'; break;
    case 'r': out += '\r'; break;
    case 't': out += '\t'; break;
    case '\\': out += '\\'; break;
    default: return std::string::npos;
  }
  return i + 2;
}

bool unescape_all(const std::string &raw, std::string &out) {
  for (size_t i = 0; i < raw.size();) {
    if (raw[i] != '\\') {
      out += raw[i++];
    } else if ((i = unescape(raw, i, out)) == std::string::npos) {
      return false;
    }
  }
  return true;
}

class Reader {
 public:
  Reader(const std::string &path, std::vector<std::string> &mistakes) : path_(path), mistakes_(mistakes) {
    std::string name = path.substr(path.find_last_of('/') + 1);
    name = name.substr(0, name.rfind('.'));
    size_t dash = name.rfind('-');
    if (dash != std::string::npos) language_ = name.substr(dash + 1);
  }

  std::vector<Case> read() {
    std::ifstream in(path_, std::ios::binary);
    if (!in) mistake("cannot be read");
    for (std::string line; std::getline(in, line);) {
      number_++;
      take(line);
    }
    return std::move(cases_);
  }

 private:
  void mistake(const std::string &what) { mistakes_.push_back(path_ + ":" + std::to_string(number_) + ": " + what); }

  void take(const std::string &line) {
    if (line.rfind("===", 0) == 0) return open(trim(line.substr(3)));
    if (trim(line).empty() || line[0] == '#') return;
    if (cases_.empty()) return mistake("a case begins with \"=== title\"");
    if (line[0] == '|') return text(line);
    if (line[0] == ' ' || line[0] == '\t') return field(trim(line));
    fact(line);
  }

  void open(const std::string &title) {
    if (title.empty()) mistake("a case needs a title");
    for (const Case &other : cases_)
      if (other.title == title) mistake("another case has this title, at line " + std::to_string(other.line));
    Case fresh;
    fresh.file = path_, fresh.title = title, fresh.line = number_, fresh.language = language_;
    cases_.push_back(fresh);
    has_text_ = joined_ = false;
  }

  void text(const std::string &line) {
    Case &now = cases_.back();
    if (!now.expectations.empty()) mistake("the text comes before what is expected");
    std::string raw = line.size() > 1 && line[1] == ' ' ? line.substr(2) : line.substr(1);
    if (has_text_ && !joined_) now.text += '\n';
    joined_ = false, has_text_ = true;
    size_t line_start = now.text.size();
    for (size_t i = 0; i < raw.size();) {
      if (raw.compare(i, mark.size(), mark) == 0) {
        i = border(now, raw, i + mark.size(), line_start);
      } else if (raw[i] == '\\' && i + 1 == raw.size()) {
        joined_ = true, i++;
      } else if (raw[i] == '\\') {
        i = unescape(raw, i, now.text);
        if (i == std::string::npos) return mistake("no such escape");
      } else {
        now.text += raw[i++];
      }
    }
  }

  // A border was read; drops the spaces that belong to the mark. Returns where to read on.
  static size_t border(Case &now, const std::string &raw, size_t i, size_t line_start) {
    bool space_before = now.text.size() > line_start && now.text.back() == ' ';
    bool space_behind = i < raw.size() && raw[i] == ' ';
    if (space_behind && (space_before || now.text.size() == line_start)) i++;
    else if (space_before && i == raw.size()) now.text.pop_back();
    now.marks.push_back(now.text.size());
    return i;
  }

  void fact(const std::string &line) {
    size_t colon = line.find(':');
    if (colon == std::string::npos) return mistake("expected \"key: value\", a text line (\"| …\") or \"=== title\"");
    std::string key = line.substr(0, colon), value = trim(line.substr(colon + 1));
    Case &now = cases_.back();
    if (known_fields.count(key)) {
      Expectation expectation;
      expectation.type = key, expectation.kind = value, expectation.line = number_;
      now.expectations.push_back(expectation);
    } else if (key == "lang") {
      now.language = value;
    } else if (key == "xfail") {
      if (value.empty()) mistake("xfail needs a reason");
      now.xfail = value;
    } else if (key == "options") {
      now.options = split_words(value);
    } else if (key == "also") {
      now.also = split_words(value);
    } else if (known_facts.count(key)) {
      now.facts.push_back(make_field(key, value));
    } else {
      mistake("nothing is called \"" + key + "\"");
    }
  }

  Field make_field(const std::string &key, const std::string &value) {
    Field field;
    field.key = key, field.line = number_, field.none = value == "-";
    std::string raw = value;
    size_t at = raw.rfind(" @");
    if (at != std::string::npos && at + 2 < raw.size() &&
        raw.find_first_not_of("0123456789", at + 2) == std::string::npos) {
      field.occurrence = std::stoi(raw.substr(at + 2));
      raw = raw.substr(0, at);
    }
    if (!unescape_all(raw, field.value)) mistake("no such escape");
    return field;
  }

  void field(const std::string &line) {
    Case &now = cases_.back();
    size_t colon = line.find(':');
    if (now.expectations.empty() || colon == std::string::npos)
      return mistake("an indented line is a field of a quote, credit, entity, block or provenance above it");
    std::string key = line.substr(0, colon);
    Expectation &owner = now.expectations.back();
    if (!known_fields.at(owner.type).count(key)) return mistake("a " + owner.type + " has no \"" + key + "\"");
    Field made = make_field(key, trim(line.substr(colon + 1)));
    if (made.value.empty()) return mistake("\"" + key + "\" needs a value (\"-\" for none)");
    owner.fields.push_back(made);
  }

  std::string path_, language_ = "auto";
  std::vector<std::string> &mistakes_;
  std::vector<Case> cases_;
  int number_ = 0;
  bool has_text_ = false, joined_ = false;
};

}  // namespace

std::vector<std::string> split_words(const std::string &text) {
  std::vector<std::string> words;
  for (size_t i = 0; i < text.size();) {
    size_t end = std::min(text.find_first_of(" ,\t", i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

bool Case::allows_more(const std::string &what) const {
  return std::find(also.begin(), also.end(), what) != also.end();
}

bool Case::has(const std::string &type) const {
  return std::any_of(expectations.begin(), expectations.end(), [&](const Expectation &e) { return e.type == type; });
}

std::vector<Case> read_cases(const std::string &path, std::vector<std::string> &mistakes) {
  return Reader(path, mistakes).read();
}

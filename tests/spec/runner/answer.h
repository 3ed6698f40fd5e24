// The library's answer to one text, as lists of named values that can be compared and shown.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "newsparse/newsparse.h"
#include "spec.h"

struct Value {
  std::string text;
  size_t start = 0;
  bool spanned = false;  // a piece of the text, beginning at `start`
};

struct Found {
  std::string type, kind;
  std::map<std::string, std::vector<Value>> fields;
};

struct Answer {
  std::string error;  // the call failed
  std::string language;
  uint64_t malformed = 0;
  std::vector<nsp_span> sentences;
  std::vector<std::string> block_kinds;
  std::vector<Found> blocks, entities, quotes, credits;
  Found provenance;
  std::vector<std::string> broken;  // promises that hold for any text, and do not
  const std::vector<Found> &list(const std::string &type) const;
};

Answer analyze_case(const Case &test);
std::string show_answer(const Answer &answer, const std::string &text);
std::string escape(const std::string &text);
bool is_space_at(const std::string &text, size_t position, size_t &length);

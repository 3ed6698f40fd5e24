// Compares the library's answer with what a case expects.
#include <algorithm>

#include "answer.h"

namespace {

// Where the `occurrence`-th copy of `piece` begins, or npos.
size_t find_occurrence(const std::string &text, const std::string &piece, int occurrence) {
  size_t at = text.find(piece);
  while (--occurrence > 0 && at != std::string::npos) at = text.find(piece, at + 1);
  return at;
}

bool same(const Field &expected, const Value &found, const std::string &text) {
  if (expected.value != found.text) return false;
  return !expected.occurrence || !found.spanned ||
         found.start == find_occurrence(text, expected.value, expected.occurrence);
}

std::string join(const std::vector<std::string> &parts) {
  std::string all;
  for (const std::string &part : parts) all += (all.empty() ? "" : " | ") + part;
  return all.empty() ? "nothing" : all;
}

std::vector<std::string> texts(const std::vector<Value> &values) {
  std::vector<std::string> list;
  for (const Value &value : values) list.push_back(escape(value.text));
  return list;
}

class Comparison {
 public:
  Comparison(const Case &test, const Answer &answer) : test_(test), answer_(answer) {}

  std::vector<std::string> run() {
    if (!answer_.error.empty()) return {answer_.error};
    wrong_ = answer_.broken;
    for (const Field &fact : test_.facts) check_fact(fact);
    if (!test_.marks.empty() || (test_.facts.empty() && test_.expectations.empty())) check_borders();
    for (const char *type : {"quote", "credit"})
      if (test_.has(type)) check_list(type);
    for (const Expectation &expectation : test_.expectations) {
      if (expectation.type == "entity" || expectation.type == "block") check_one(expectation);
      if (expectation.type == "provenance") report(expectation, differences(expectation, answer_.provenance));
    }
    return wrong_;
  }

 private:
  void say(const std::string &what) { wrong_.push_back(what); }

  void check_fact(const Field &fact) {
    if (fact.key == "language") return check_text(fact, answer_.language);
    if (fact.key == "malformed") return check_text(fact, std::to_string(answer_.malformed));
    bool number = fact.value == "none" || fact.value.find_first_not_of("0123456789") == std::string::npos;
    if (fact.key == "blocks" && !number) return check_block_kinds(fact);
    size_t found = fact.key == "sentences" ? answer_.sentences.size()
                   : fact.key == "blocks"  ? answer_.blocks.size()
                   : fact.key == "quotes"  ? answer_.quotes.size()
                   : fact.key == "credits" ? answer_.credits.size()
                                           : answer_.entities.size();
    std::string expected = fact.value == "none" ? "0" : fact.value;
    if (expected != std::to_string(found))
      say(fact.key + ": expected " + fact.value + ", found " + std::to_string(found));
  }

  void check_text(const Field &fact, const std::string &found) {
    if (fact.value != found) say(fact.key + ": expected " + fact.value + ", found " + found);
  }

  void check_block_kinds(const Field &fact) {
    std::vector<std::string> kinds = split_words(fact.value);
    if (kinds != answer_.block_kinds)
      say("blocks: expected " + join(kinds) + "\n          found    " + join(answer_.block_kinds));
  }

  size_t skip_space(size_t at) const {
    size_t length = 1;
    while (at < test_.text.size() && is_space_at(test_.text, at, length)) at += length;
    return at;
  }

  void check_borders() {
    std::vector<size_t> expected, found;
    for (size_t at : test_.marks) expected.push_back(skip_space(at));
    for (const nsp_span &span : answer_.sentences) found.push_back(skip_space(span.start));
    if (!found.empty()) found.erase(found.begin());
    for (size_t at : expected)
      if (!std::count(found.begin(), found.end(), at)) say("no border found before: " + around(at));
    for (size_t at : found)
      if (!std::count(expected.begin(), expected.end(), at)) say("border too many before: " + around(at));
  }

  std::string around(size_t at) const {
    size_t start = at > 25 ? at - 25 : 0;
    while (start > 0 && (test_.text[start] & 0xC0) == 0x80) start--;
    size_t end = std::min(at + 25, test_.text.size());
    while (end < test_.text.size() && (test_.text[end] & 0xC0) == 0x80) end++;
    return escape(test_.text.substr(start, at - start)) + " ¦ " + escape(test_.text.substr(at, end - at));
  }

  // What of an expectation is not so in what was found.
  std::vector<std::string> differences(const Expectation &expected, const Found &found) const {
    std::vector<std::string> list;
    if (!expected.kind.empty() && expected.kind != found.kind)
      list.push_back("kind: expected " + expected.kind + ", found " + found.kind);
    std::vector<std::string> done;
    for (const Field &field : expected.fields) {
      if (std::count(done.begin(), done.end(), field.key)) continue;
      done.push_back(field.key);
      auto it = found.fields.find(field.key == "not" ? "mention" : field.key);
      static const std::vector<Value> nothing;
      compare(expected, field, it == found.fields.end() ? nothing : it->second, list);
    }
    return list;
  }

  // All fields of one key against the values found for it.
  void compare(const Expectation &owner, const Field &first, const std::vector<Value> &found,
               std::vector<std::string> &list) const {
    std::vector<Field> wanted;
    for (const Field &field : owner.fields)
      if (field.key == first.key && !field.none) append(wanted, field);
    auto is_there = [&](const Field &field) {
      return std::any_of(found.begin(), found.end(), [&](const Value &v) { return same(field, v, test_.text); });
    };
    bool good = true;
    if (first.key == "not") {
      good = std::none_of(wanted.begin(), wanted.end(), is_there);
    } else if (first.key == "mention" || first.key == "flags" || first.key == "member") {
      good = std::all_of(wanted.begin(), wanted.end(), is_there);
      if (first.key == "flags" || first.none) good = good && wanted.size() == found.size();
    } else {
      good = wanted.size() == found.size();
      for (size_t i = 0; good && i < wanted.size(); i++) good = same(wanted[i], found[i], test_.text);
    }
    if (good) return;
    std::vector<std::string> expected;
    for (const Field &field : wanted)
      expected.push_back(escape(field.value) + (field.occurrence ? " @" + std::to_string(field.occurrence) : ""));
    list.push_back(first.key + ": expected " + join(expected) + "\n      found    " + join(texts(found)));
  }

  static void append(std::vector<Field> &wanted, const Field &field) {
    if (field.key != "flags") return wanted.push_back(field);
    for (const std::string &word : split_words(field.value)) {
      wanted.push_back(field);
      wanted.back().value = word;
    }
  }

  // The element that an expectation is nearest to; -1 when all are taken.
  int nearest(const Expectation &expected, const std::vector<Found> &found, const std::vector<bool> &taken,
              std::vector<std::string> &differing) const {
    int best = -1;
    for (size_t i = 0; i < found.size(); i++) {
      if (taken[i]) continue;
      std::vector<std::string> list = differences(expected, found[i]);
      if (best < 0 || list.size() < differing.size()) best = static_cast<int>(i), differing = list;
    }
    return best;
  }

  void check_list(const std::string &type) {
    const std::vector<Found> &found = answer_.list(type);
    std::string plural = type + "s";
    std::vector<bool> taken(found.size());
    size_t expected_count = 0;
    int before = -1;
    for (const Expectation &expectation : test_.expectations) {
      if (expectation.type != type) continue;
      expected_count++;
      std::vector<std::string> differing;
      int best = nearest(expectation, found, taken, differing);
      if (best < 0) {
        report(expectation, {"not found"});
        continue;
      }
      report(expectation, differing);
      if (differing.empty()) {
        taken[static_cast<size_t>(best)] = true;
        if (best < before) say(plural + " are in another order");
        before = best;
      }
    }
    if (expected_count != found.size() && !test_.allows_more(plural))
      say(plural + ": expected " + std::to_string(expected_count) + ", found " + std::to_string(found.size()));
  }

  void check_one(const Expectation &expectation) {
    const std::vector<Found> &found = answer_.list(expectation.type);
    std::vector<std::string> differing;
    if (nearest(expectation, found, std::vector<bool>(found.size()), differing) < 0)
      report(expectation, {"not found"});
    else
      report(expectation, differing);
  }

  void report(const Expectation &expectation, const std::vector<std::string> &differing) {
    for (const std::string &difference : differing)
      say("line " + std::to_string(expectation.line) + ", " + expectation.type + ", " + difference);
  }

  const Case &test_;
  const Answer &answer_;
  std::vector<std::string> wrong_;
};

}  // namespace

std::vector<std::string> check_case(const Case &test, std::string &shown) {
  Answer answer = analyze_case(test);
  std::vector<std::string> wrong = Comparison(test, answer).run();
  shown = show_answer(answer, test.text);
  return wrong;
}

// Cases as data: what a file of tests/spec says. The format is in tests/spec/README.md.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

struct Field {
  std::string key, value;
  int occurrence = 0;  // 0: any
  bool none = false;   // "-"
  int line = 0;
};

struct Expectation {
  std::string type, kind;  // "quote", "direct"
  std::vector<Field> fields;
  int line = 0;
};

struct Case {
  std::string file, title, language, text, xfail;
  int line = 0;
  std::vector<size_t> marks;  // sentence borders, as byte offsets
  std::vector<std::string> options, also;
  std::vector<Field> facts;  // "sentences: 3", "language: uk"
  std::vector<Expectation> expectations;

  bool allows_more(const std::string &what) const;
  bool has(const std::string &type) const;  // an expectation of that type
};

// Appends the cases of a file; mistakes go to `mistakes` as "file:line: what".
std::vector<Case> read_cases(const std::string &path, std::vector<std::string> &mistakes);

// What is wrong with the library's answer, one line each; empty when all is right. `shown` receives the answer.
std::vector<std::string> check_case(const Case &test, std::string &shown);

std::vector<std::string> split_words(const std::string &text);

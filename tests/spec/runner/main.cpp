// Runs spec files: spec_runner [-s] [-o WORDS|LINE] FILE…
#include <cstdio>
#include <cstring>

#include "spec.h"

namespace {

struct Tally {
  int passed = 0, failed = 0, known = 0;
};

bool wanted(const Case &test, const std::string &only) {
  return only.empty() || test.title.find(only) != std::string::npos || std::to_string(test.line) == only;
}

void run(const Case &test, bool show, Tally &tally) {
  std::string shown;
  std::vector<std::string> wrong = check_case(test, shown);
  bool as_known = !test.xfail.empty();
  if (show || (!wrong.empty() && !as_known) || (wrong.empty() && as_known))
    std::printf("%s:%d: %s\n", test.file.c_str(), test.line, test.title.c_str());
  if (wrong.empty() && as_known) {
    std::printf("  passes, though marked as known to fail: %s\n", test.xfail.c_str());
    tally.failed++;
  } else if (wrong.empty()) {
    tally.passed++;
  } else if (as_known) {
    std::printf("%s:%d: known to fail: %s (%s)\n", test.file.c_str(), test.line, test.title.c_str(),
                test.xfail.c_str());
    tally.known++;
  } else {
    tally.failed++;
    for (const std::string &line : wrong) std::printf("  %s\n", line.c_str());
  }
  if (show || (!wrong.empty() && !as_known)) std::printf("%s\n", shown.c_str());
}

}  // namespace

int main(int argc, char **argv) {
  bool show = false;
  std::string only;
  std::vector<std::string> mistakes;
  std::vector<Case> cases;
  for (int i = 1; i < argc; i++) {
    if (std::strcmp(argv[i], "-s") == 0) {
      show = true;
    } else if (std::strcmp(argv[i], "-o") == 0 && i + 1 < argc) {
      only = argv[++i];
    } else {
      for (Case &test : read_cases(argv[i], mistakes)) cases.push_back(std::move(test));
    }
  }
  for (const std::string &mistake : mistakes) std::printf("%s\n", mistake.c_str());
  if (!mistakes.empty()) return 2;
  Tally tally;
  for (const Case &test : cases)
    if (wanted(test, only)) run(test, show, tally);
  std::printf("[spec] %d cases: %d passed, %d failed, %d known to fail\n", tally.passed + tally.failed + tally.known,
              tally.passed, tally.failed, tally.known);
  if (tally.passed + tally.failed + tally.known == 0) return 2;
  return tally.failed ? 1 : 0;
}

// What the library promises of its answer to any text at all.
#pragma once
#include <string>
#include <vector>

#include "newsparse/newsparse.h"

// One line for each promise that is broken.
std::vector<std::string> broken_promises(const nsp_document *document, const std::string &text);

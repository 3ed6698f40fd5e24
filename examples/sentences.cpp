// sentences: the C interface from C++, with handles that free themselves and no copies of the text.
#include <newsparse/newsparse.h>

#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

void check(nsp_status status) {
  if (status != NSP_OK) throw std::runtime_error(nsp_status_message(status));
}

class Splitter {
 public:
  Splitter() : analyzer_(nullptr, nsp_analyzer_free), document_(nullptr, nsp_document_free) {
    nsp_analyzer *analyzer = nullptr;
    check(nsp_analyzer_new(nullptr, &analyzer));
    analyzer_.reset(analyzer);
    nsp_document *document = nullptr;
    check(nsp_document_new(nullptr, &document));
    document_.reset(document);
  }

  std::vector<std::string_view> split(std::string_view text) {
    check(nsp_analyze(analyzer_.get(), text.data(), text.size(), document_.get(), nullptr));
    std::vector<std::string_view> sentences;
    for (std::size_t i = 0; i < nsp_document_sentence_count(document_.get()); i++) {
      const nsp_span span = nsp_document_sentence(document_.get(), i)->span;
      sentences.push_back(text.substr(span.start, span.end - span.start));
    }
    return sentences;
  }

 private:
  std::unique_ptr<nsp_analyzer, decltype(&nsp_analyzer_free)> analyzer_;
  std::unique_ptr<nsp_document, decltype(&nsp_document_free)> document_;
};

}  // namespace

int main() {
  try {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    Splitter splitter;
    for (std::string_view sentence : splitter.split(text)) std::cout << sentence << '\n';
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}

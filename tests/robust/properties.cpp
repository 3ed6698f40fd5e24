// What must hold for any text: random mixtures of news and noise, always the same ones unless a seed is given.
//   properties [COUNT [FIRST_SEED]]
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "answer.h"
#include "newsparse/newsparse.h"
#include "promises.h"
#include "texts.h"

namespace {

using Spans = std::vector<std::pair<size_t, std::string>>;  // start, words

struct Engine {
  nsp_analyzer *analyzer = nullptr;
  nsp_document *document = nullptr;

  Engine(nsp_option option, uint64_t value) {
    nsp_config *config = nullptr;
    if (nsp_config_new(nullptr, &config) || nsp_config_set(config, option, value) ||
        nsp_analyzer_new(config, &analyzer) || nsp_document_new(nullptr, &document))
      std::abort();
    nsp_config_free(config);
  }
  Engine(const Engine &) = delete;
  ~Engine() { nsp_document_free(document), nsp_analyzer_free(analyzer); }

  bool run(const std::string &text, const char *language = "auto") {
    return nsp_analyze_as(analyzer, language, text.data(), text.size(), document, nullptr) == NSP_OK;
  }

  Spans sentences(const std::string &text, const char *language) {
    Spans list;
    if (!run(text, language)) return {{0, "failed"}};
    for (size_t i = 0; i < nsp_document_sentence_count(document); i++) {
      nsp_span s = nsp_document_sentence(document, i)->span;
      list.emplace_back(s.start, text.substr(s.start, s.end - s.start));
    }
    return list;
  }

  std::string json(const std::string &text) const {
    nsp_render_options options = nsp_render_options_default(NSP_FORMAT_NDJSON);
    char *out = nullptr;
    size_t length = 0;
    if (nsp_render_to_string(document, text.data(), text.size(), &options, &out, &length) != NSP_OK) return "failed";
    std::string made(out, length);
    nsp_render_free(out);
    return made;
  }
};

bool take_sentence(const char *text, size_t length, uint64_t start, void *payload) {
  static_cast<Spans *>(payload)->emplace_back(start, std::string(text, length));
  return true;
}

class Properties {
 public:
  // Checks one text; returns what does not hold, or an empty string.
  std::string check(dice *d, const std::string &text) {
    const char *language = pick(d);
    if (!usual_.run(text, language)) return "analysis fails";
    std::vector<std::string> broken = broken_promises(usual_.document, text);
    if (!broken.empty()) return broken[0];
    std::string json = usual_.json(text);
    if (!again(text, language, json)) return "the same text gives another answer the second time";
    if (!tiles(text, language)) return "sentences that keep their white space do not tile the text";
    if (sentences_only_.sentences(text, language) != usual_.sentences(text, language))
      return "sentences differ when nothing else is asked for";
    if (!streams(d, text, language)) return "a stream gives other sentences";
    if (!converts(text)) return "offsets do not survive a conversion and back";
    return "";
  }

  // Clean paragraphs, each of its own: the sentences of the whole are those of the parts.
  std::string check_blocks(dice *d) {
    static const char *const paragraphs[] = {
        "The council met on Monday, and Mr. Ng was there. It decided nothing.",
        "\u201cWe are ready,\u201d said Ana Roe. \u201cAre you?\u201d Nobody in the U.S. knew.",
        "Harbour to close for repairs",
        "He left at 6 p.m. and took No. 5 home; it cost $3.50. What a day!",
    };
    std::string whole;
    Spans parts;
    for (uint32_t i = 0, count = 1 + roll(d, 6); i < count; i++) {
      std::string part = paragraphs[roll(d, 4)];
      for (auto &[start, words] : usual_.sentences(part, "en")) parts.emplace_back(whole.size() + start, words);
      whole += part + "\n\n";
    }
    if (usual_.sentences(whole, "en") != parts) return "the sentences of the whole are not those of its blocks: " + whole;
    return "";
  }

 private:
  static const char *pick(dice *d) {
    static const char *const languages[] = {"auto", "en", "de", "ru", "zh", "und", "fr"};
    const char *language = languages[roll(d, 7)];
    return language[0] == 'a' || nsp_language_find(language) ? language : "und";
  }

  bool again(const std::string &text, const char *language, const std::string &json) {
    Engine fresh(NSP_OPTION_STAGES, NSP_STAGE_ALL);
    if (!fresh.run(text, language) || fresh.json(text) != json) return false;
    return usual_.run("Something else. It was said.") && usual_.run(text, language) && usual_.json(text) == json;
  }

  bool tiles(const std::string &text, const char *language) {
    std::string joined;
    Spans pieces = tiling_.sentences(text, language);
    for (auto &[start, words] : pieces) {
      if (start != joined.size()) return false;
      joined += words;
    }
    return joined == text || (pieces.empty() && usual_.sentences(text, language).empty());
  }

  bool streams(dice *d, const std::string &text, const char *language) {
    nsp_config *config = nullptr;
    nsp_analyzer *analyzer = nullptr;
    nsp_stream *stream = nullptr;
    Spans found;
    if (language == std::string("auto")) language = "en"; /* a stream decides by its first piece */
    bool good = nsp_config_new(nullptr, &config) == NSP_OK && nsp_config_set_language(config, language) == NSP_OK &&
                nsp_analyzer_new(config, &analyzer) == NSP_OK &&
                nsp_stream_new(analyzer, take_sentence, &found, &stream) == NSP_OK;
    uint32_t longest = 1 + roll(d, 200);
    for (size_t at = 0; good && at < text.size();) {
      size_t size = std::min<size_t>(roll(d, longest + 1), text.size() - at);
      good = nsp_stream_push(stream, text.data() + at, size, nullptr) == NSP_OK;
      at += size;
    }
    good = good && nsp_stream_finish(stream, nullptr) == NSP_OK;
    nsp_stream_free(stream), nsp_analyzer_free(analyzer), nsp_config_free(config);
    return good && found == usual_.sentences(text, language);
  }

  static bool converts(const std::string &text) {
    std::vector<uint32_t> starts;
    for (size_t i = 0; i < text.size(); i++)
      if ((text[i] & 0xC0) != 0x80) starts.push_back(static_cast<uint32_t>(i));
    for (nsp_unit unit : {NSP_UNIT_CODEPOINT, NSP_UNIT_UTF16}) {
      std::vector<uint32_t> offsets(starts.rbegin(), starts.rend());
      std::vector<uint32_t> expected = offsets;
      if (nsp_offsets_convert(text.data(), text.size(), NSP_UNIT_BYTE, unit, offsets.data(), offsets.size())) return false;
      if (nsp_offsets_convert(text.data(), text.size(), unit, NSP_UNIT_BYTE, offsets.data(), offsets.size())) return false;
      if (offsets != expected) return false;
    }
    return true;
  }

  Engine usual_{NSP_OPTION_STAGES, NSP_STAGE_ALL};
  Engine sentences_only_{NSP_OPTION_STAGES, NSP_STAGE_SENTENCES};
  Engine tiling_{NSP_OPTION_TILE_SENTENCES, 1};
};

// The shortest text of whole pieces that still fails would be nicer; cutting at the ends is what is done.
std::string shrink(Properties &properties, uint64_t seed, std::string text) {
  for (size_t step = text.size() / 2; step > 0; step /= 2) {
    for (bool front : {true, false}) {
      while (text.size() > step) {
        std::string shorter = front ? text.substr(step) : text.substr(0, text.size() - step);
        dice d = {seed};
        if (properties.check(&d, shorter).empty()) break;
        text = shorter;
      }
    }
  }
  return text;
}

}  // namespace

int main(int argc, char **argv) {
  uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1500;
  uint64_t first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  Properties properties;
  int wrong = 0;
  for (uint64_t seed = first; seed < first + count && wrong < 5; seed++) {
    dice d = {seed};
    char buffer[5000];
    std::string text(buffer, mix_text(&d, static_cast<uint32_t>(seed % 4) * 30, buffer, sizeof buffer));
    dice options = {seed};
    std::string what = properties.check(&options, text);
    if (!what.empty()) {
      text = shrink(properties, seed, text);
      options = {seed};
      what = properties.check(&options, text);
      std::printf("seed %llu: %s\n  %s\n", static_cast<unsigned long long>(seed), what.c_str(), escape(text).c_str());
      wrong++;
    }
    what = properties.check_blocks(&d);
    if (!what.empty()) std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), escape(what).c_str()), wrong++;
  }
  std::printf("%llu texts: %d of them broke a property\n", static_cast<unsigned long long>(count), wrong);
  return wrong ? 1 : 0;
}

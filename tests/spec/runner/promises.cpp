#include "promises.h"

#include "answer.h"

namespace {

class Inspector {
 public:
  Inspector(const nsp_document *document, const std::string &text) : document_(document), text_(text) {}

  std::vector<std::string> inspect() {
    sentences();
    blocks();
    entities();
    quotes();
    credits();
    return std::move(broken_);
  }

 private:
  void say(const std::string &what) { broken_.push_back("broken promise: " + what); }

  // In bounds, and not inside a character that is whole.
  void span(nsp_span s, const char *what) {
    if (s.start > s.end || s.end > text_.size()) return say(std::string(what) + ": span out of bounds");
    for (size_t at : {static_cast<size_t>(s.start), static_cast<size_t>(s.end)})
      if (inside_character(at)) say(std::string(what) + ": span ends inside a character, at byte " + std::to_string(at));
  }

  bool inside_character(size_t at) const {
    if (at >= text_.size() || (text_[at] & 0xC0) != 0x80) return false;
    size_t lead = at;
    while (lead > 0 && at - lead < 3 && (text_[lead] & 0xC0) == 0x80) lead--;
    unsigned char byte = static_cast<unsigned char>(text_[lead]);
    size_t length = byte >= 0xF0 && byte < 0xF5 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1;
    if (byte < 0xC2 || byte >= 0xF5 || lead + length <= at || lead + length > text_.size()) return false;
    for (size_t i = lead + 1; i < lead + length; i++)
      if ((text_[i] & 0xC0) != 0x80) return false;
    unsigned char second = static_cast<unsigned char>(text_[lead + 1]); /* overlong forms, surrogates, beyond Unicode */
    if ((byte == 0xE0 && second < 0xA0) || (byte == 0xED && second > 0x9F) || (byte == 0xF0 && second < 0x90) ||
        (byte == 0xF4 && second > 0x8F))
      return false;
    return true;
  }

  void spans(nsp_spans list, const char *what) {
    if (list.count == 0 && list.items) return;
    for (uint32_t i = 0; i < list.count; i++) {
      span(list.items[i], what);
      if (list.items[i].start >= list.items[i].end) say(std::string(what) + ": empty span");
      if (i && list.items[i].start < list.items[i - 1].end) say(std::string(what) + ": pieces out of order");
    }
  }

  void ids(nsp_ids list, size_t count, const char *what) {
    for (uint32_t i = 0; i < list.count; i++)
      if (list.items[i] >= count) say(std::string(what) + ": number of an element that does not exist");
  }

  void gap(size_t from, size_t to) {
    size_t length = 1;
    for (size_t i = from; i < to; i += length)
      if (!is_space_at(text_, i, length)) return say("text outside all sentences: " + escape(text_.substr(i, 20)));
  }

  void sentences() {
    size_t end = 0;
    for (size_t i = 0; i < nsp_document_sentence_count(document_); i++) {
      const nsp_sentence *sentence = nsp_document_sentence(document_, i);
      span(sentence->span, "sentence");
      if (sentence->span.start < end || sentence->span.end <= sentence->span.start) return say("sentences out of order");
      gap(end, sentence->span.start);
      end = sentence->span.end;
      if (sentence->block >= nsp_document_block_count(document_)) say("sentence of no block");
    }
    gap(end, text_.size());
  }

  void blocks() {
    size_t end = 0, next = 0;
    for (size_t i = 0; i < nsp_document_block_count(document_); i++) {
      const nsp_block *block = nsp_document_block(document_, i);
      span(block->span, "block");
      if (block->span.start < end) say("blocks out of order");
      end = block->span.end;
      if (block->sentence_count && block->first_sentence != next) say("a block's sentences do not follow on");
      next += block->sentence_count;
    }
    if (next != nsp_document_sentence_count(document_)) say("blocks do not hold all sentences");
  }

  void entities() {
    size_t count = nsp_document_entity_count(document_);
    for (size_t i = 0; i < count; i++) {
      const nsp_entity *entity = nsp_document_entity(document_, i);
      for (uint32_t m = 0; m < entity->mention_count; m++) {
        span(entity->mentions[m].span, "mention");
        if (m && entity->mentions[m].span.start < entity->mentions[m - 1].span.start) say("mentions out of order");
      }
      spans(entity->roles, "role");
      ids(entity->members, count, "member");
    }
  }

  void quotes() {
    uint32_t start = 0;
    for (size_t i = 0; i < nsp_document_quote_count(document_); i++) {
      const nsp_quote *quote = nsp_document_quote(document_, i);
      if (quote->content.count == 0) { say("quotation without content"); continue; }
      if (quote->content.items[0].start < start) say("quotations out of order");
      start = quote->content.items[0].start;
      spans(quote->content, "content"), spans(quote->cue, "cue"), spans(quote->source, "source");
      spans(quote->addressee, "addressee"), spans(quote->medium, "medium"), spans(quote->relay, "relay");
      spans(quote->time, "time"), spans(quote->evidence, "evidence");
      ids(quote->speakers, nsp_document_entity_count(document_), "speaker");
      if (quote->parent != NSP_NONE && (quote->parent >= nsp_document_quote_count(document_) || quote->parent == i))
        say("a quotation's parent does not exist");
      if (!(quote->confidence >= 0 && quote->confidence <= 1)) say("confidence of a quotation beyond 0 to 1");
    }
  }

  void credits() {
    uint32_t start = 0;
    for (size_t i = 0; i < nsp_document_credit_count(document_); i++) {
      const nsp_credit *credit = nsp_document_credit(document_, i);
      span(credit->span, "credit");
      if (credit->span.start < start) say("credits out of order");
      start = credit->span.start;
      for (uint32_t s = 0; s < credit->source_count; s++) span(credit->sources[s].span, "credit source");
      if (!(credit->confidence >= 0 && credit->confidence <= 1)) say("confidence of a credit beyond 0 to 1");
    }
    const nsp_provenance *provenance = nsp_document_provenance(document_);
    size_t count = nsp_document_credit_count(document_);
    ids(provenance->derived_from, count, "derived_from");
    ids(provenance->contributors, count, "contributors");
    ids(provenance->agencies, count, "agencies");
  }

  const nsp_document *document_;
  const std::string &text_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_promises(const nsp_document *document, const std::string &text) {
  return Inspector(document, text).inspect();
}

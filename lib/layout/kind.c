#include "layout/kind.h"

#include <string.h>

#include "text/classes.h"
#include "text/fold.h"

/* The tags of a word in a list, and its record's value for "kind"; false when it is not there. */
static bool listed(nsp__kind_words w, nsp__class list, const char *word, uint32_t length, uint64_t *tags) {
  uint32_t hash = nsp__fold_hash(word, length);
  return nsp__quick_listed(w.words, list, word, length, hash, tags) ||
         (w.common && nsp__quick_listed(w.common, list, word, length, hash, tags));
}

/* The next word of letters in text[*at … end): its start, and its end in *at. Equal when there is none. */
static uint32_t next_word(const char *text, uint32_t *at, uint32_t end) {
  nsp__char c;
  while (c = nsp__char_at(text, *at, end), c.length && !nsp__is_letter(c.class_)) *at += c.length;
  uint32_t start = *at;
  while (c = nsp__char_at(text, *at, end), nsp__is_letter(c.class_)) *at += c.length;
  return start;
}

/* Does the block end with a mark that ends sentences (closing marks aside), or with a comma, colon or semicolon? */
static bool is_punctuated(const char *text, nsp_span block) {
  uint32_t at = block.end;
  for (int i = 0; i < 8; i++) { /* at most eight closing marks */
    nsp__char c = nsp__char_before(text, at, block.start);
    if (nsp__is_terminator(c.class_) || c.class_ == NSP__CHAR_COMMA || c.class_ == NSP__CHAR_SEMICOLON) return true;
    if (c.class_ != NSP__CHAR_QUOTE && c.class_ != NSP__CHAR_CLOSE && c.class_ != NSP__CHAR_APOSTROPHE) return false;
    at -= c.length;
  }
  return false;
}

static bool is_list_item(const char *text, nsp_span block) {
  nsp__char c = nsp__char_at(text, block.start, block.end);
  uint32_t at = block.start + c.length;
  if (c.class_ == NSP__CHAR_BULLET || c.codepoint == '-' || c.codepoint == '+' || c.codepoint == 0x2013)
    return nsp__char_at(text, at, block.end).class_ == NSP__CHAR_SPACE;
  if (c.codepoint == '(') {
    c = nsp__char_at(text, at, block.end);
    at += c.length;
  }
  int digits = 0, letters = 0;
  for (; c.class_ == NSP__CHAR_DIGIT && digits < 3; digits++, at += c.length) c = nsp__char_at(text, at, block.end);
  if (!digits)
    for (; c.class_ == NSP__CHAR_LOWER && letters < 1; letters++, at += c.length) c = nsp__char_at(text, at, block.end);
  if (!digits && !letters) return false;
  return (c.codepoint == ')' || c.codepoint == '.') && nsp__char_at(text, at, block.end).class_ == NSP__CHAR_SPACE;
}

/* "By Jane Roe and John Doe": a word for it, then capitals, with nothing but short words between. */
static bool is_byline(nsp__kind_words w, const char *text, nsp_span block) {
  uint32_t at = block.start, start = next_word(text, &at, block.end), capitals = 0;
  uint64_t tags = 0;
  if (start != block.start || !listed(w, NSP__CLASS_CREDIT_WORD, text + start, at - start, &tags)) return false;
  if (!(tags & NSP__SAYS(PREPOSITION))) return false;
  for (int words = 0; words < 16; words++) {
    start = next_word(text, &at, block.end);
    if (start == at) return capitals > 0;
    if (nsp__char_at(text, start, at).class_ == NSP__CHAR_UPPER) capitals++;
    else if (at - start > 5) return false;
  }
  return false;
}

/* "Photo: the harbour at night", "Image by Jane Roe": a word for a picture, with a colon or a byline's word behind it. */
static bool is_caption(nsp__kind_words w, const char *text, nsp_span block) {
  uint32_t at = block.start, start = next_word(text, &at, block.end);
  uint64_t tags = 0;
  if (start != block.start || !listed(w, NSP__CLASS_CREDIT_WORD, text + start, at - start, &tags)) return false;
  if (!(tags & NSP__SAYS(PHOTO))) return false;
  if (at < block.end && text[at] == ':') return true;
  start = next_word(text, &at, block.end);
  return listed(w, NSP__CLASS_CREDIT_WORD, text + start, at - start, &tags) && (tags & NSP__SAYS(PREPOSITION));
}

/* A colon among the first bytes: cheaper to see than a word to look up. */
static bool begins_with_label(const char *text, nsp_span block) {
  uint32_t length = block.end - block.start < 24 ? block.end - block.start : 24;
  return block.end - block.start <= NSP__LONGEST_CREDIT && memchr(text + block.start, ':', length) != NULL;
}

/* "PARIS, 3 July 2025": no more than eight words, with a digit, a month or a day of the week, and no small word beside. */
static bool is_dateline(nsp__kind_words w, const char *text, nsp_span block) {
  uint32_t at = block.start, words = 0, dates = 0, digits = 0;
  for (uint32_t i = block.start; i < block.end; i++) digits += text[i] >= '0' && text[i] <= '9';
  for (;; words++) {
    uint32_t start = next_word(text, &at, block.end);
    if (start == at) break;
    bool date = listed(w, NSP__CLASS_MONTH, text + start, at - start, NULL);
    dates += date;
    if (!date && nsp__char_at(text, start, at).class_ == NSP__CHAR_LOWER && at - start > 3) return false;
  }
  return digits && dates && words <= 8;
}

nsp_block_kind nsp__block_kind(nsp__kind_words w, const char *text, nsp_span block, uint32_t length) {
  if (text[block.start] == '>') return NSP_BLOCK_BLOCK_QUOTE;
  if (is_list_item(text, block)) return NSP_BLOCK_LIST_ITEM;
  if (begins_with_label(text, block) && is_caption(w, text, block)) return NSP_BLOCK_CAPTION;
  if (block.end - block.start > NSP__LONGEST_HEADING || is_punctuated(text, block)) return NSP_BLOCK_PARAGRAPH;
  /* A single line is not the heading of anything. */
  if (block.start == 0 && block.end == length) return NSP_BLOCK_PARAGRAPH;
  if (is_caption(w, text, block)) return NSP_BLOCK_CAPTION;
  if (is_byline(w, text, block)) return NSP_BLOCK_BYLINE;
  if (is_dateline(w, text, block)) return NSP_BLOCK_DATELINE;
  return NSP_BLOCK_HEADING;
}

/* One word of credits, or two that are so only together, at the block's head. */
static bool holds_credit(nsp__kind_words w, const char *text, nsp_span block) {
  uint32_t evidence = 0;
  if (block.end - block.start > NSP__CREDIT_HEAD) block.end = block.start + NSP__CREDIT_HEAD;
  for (uint32_t at = block.start; evidence < 2;) {
    uint32_t start = next_word(text, &at, block.end);
    if (start == at) break;
    uint64_t tags = 0;
    if (!listed(w, NSP__CLASS_CREDIT_WORD, text + start, at - start, &tags)) continue;
    if (!(tags & NSP__SAYS(PREPOSITION))) evidence += tags & NSP__SAYS(WEAK) ? 1 : 2;
  }
  return evidence >= 2 || memcmp(text + block.start, "\xC2\xA9", block.end - block.start > 1 ? 2 : 1) == 0;
}

void nsp__mark_credit_tail(nsp__kind_words w, const char *text, nsp_block *blocks, uint32_t count) {
  for (uint32_t i = count; i-- > 1 && count - i <= NSP__LONGEST_TAIL;) {
    nsp_span span = blocks[i].span;
    if (span.end - span.start > NSP__LONGEST_CREDIT || !holds_credit(w, text, span)) return;
    blocks[i].kind = NSP_BLOCK_CREDIT;
  }
}

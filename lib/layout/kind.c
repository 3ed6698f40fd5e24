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

/* Is there a letter at text[at], at < end? The character's length in *size. */
static inline bool letter_at(const char *text, uint32_t at, uint32_t end, uint32_t *size) {
  *size = 1;
  if ((uint8_t)text[at] < 0x80) return nsp__ascii_letter(text[at]);
  nsp__char c = nsp__char_at(text, at, end);
  *size = c.length;
  return nsp__is_letter(c.class_);
}

/* The next word of letters in text[*at … end): its start, and its end in *at. Equal when there is none. */
static uint32_t next_word(const char *text, uint32_t *at, uint32_t end) {
  uint32_t i = *at, size;
  while (i < end && !letter_at(text, i, end, &size)) i += size;
  uint32_t start = i;
  while (i < end && letter_at(text, i, end, &size)) i += size;
  *at = i;
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

/* The word at the block's head, when it is one of credits. */
typedef struct credit_head {
  uint32_t end;
  uint64_t tags; /* 0: it is none */
} credit_head;

static credit_head read_head(nsp__kind_words w, const char *text, nsp_span block) {
  credit_head head = {.end = block.start};
  uint64_t tags = 0;
  uint32_t start = next_word(text, &head.end, block.end);
  if (start != block.start) return head;
  if (listed(w, NSP__CLASS_CREDIT_WORD, text + start, head.end - start, &tags)) head.tags = tags;
  return head;
}

/* "By Jane Roe and John Doe": a word for it, then capitals, with nothing but short words between. */
static bool is_byline(const char *text, nsp_span block, credit_head head) {
  uint32_t at = head.end, capitals = 0;
  if (!(head.tags & NSP__SAYS(PREPOSITION))) return false;
  for (int words = 0; words < 16; words++) {
    uint32_t start = next_word(text, &at, block.end);
    if (start == at) return capitals > 0;
    if (nsp__char_at(text, start, at).class_ == NSP__CHAR_UPPER)
      capitals++;
    else if (at - start > 5)
      return false;
  }
  return false;
}

/* "Photo: the harbour at night", "Image by Jane Roe": a word for a picture, with a colon or a byline's word behind it.
 */
static bool is_caption(nsp__kind_words w, const char *text, nsp_span block, credit_head head) {
  uint32_t at = head.end;
  uint64_t tags = head.tags;
  if (!(tags & NSP__SAYS(PHOTO))) return false;
  if (at < block.end && text[at] == ':') return true;
  uint32_t start = next_word(text, &at, block.end);
  return listed(w, NSP__CLASS_CREDIT_WORD, text + start, at - start, &tags) && (tags & NSP__SAYS(PREPOSITION));
}

/* "Staff Writer", "Associated Press Writer", "Jane Roe, Staff Writer": words with capitals, and the last one says what
 * its bearer does. */
static bool is_staff_line(nsp__kind_words w, const char *text, nsp_span block) {
  uint32_t at = block.start, last = block.start, last_end = block.start, words = 0;
  for (; words < 9; words++) {
    uint32_t start = next_word(text, &at, block.end);
    if (start == at) break;
    if (nsp__char_at(text, start, at).class_ != NSP__CHAR_UPPER) return false;
    if (!words && listed(w, NSP__CLASS_STARTER, text + start, at - start, NULL)) return false; /* "The Night Writer" */
    last = start, last_end = at;
  }
  uint64_t tags = 0;
  return words > 1 && words < 9 && listed(w, NSP__CLASS_CREDIT_WORD, text + last, last_end - last, &tags) &&
         (tags & NSP__SAYS(WRITER));
}

/* A line without a letter or a digit, "___" or "* * *", heads nothing. */
static bool is_rule(const char *text, nsp_span block) {
  for (uint32_t at = block.start; at < block.end;) {
    nsp__char c = nsp__char_at(text, at, block.end);
    if (nsp__is_letter(c.class_) || c.class_ == NSP__CHAR_DIGIT) return false;
    at += c.length;
  }
  return true;
}

enum { INDENT = 4, INDENT_LOOK = 2048 };

/* Columns of white space before text[at], back to its line's start; a tab counts for a whole indent. */
static uint32_t indent_before(const char *text, uint32_t at) {
  uint32_t columns = 0;
  for (uint32_t i = at; i > 0 && at - i < 64 && (text[i - 1] == ' ' || text[i - 1] == '\t'); i--)
    columns += text[i - 1] == '\t' ? INDENT : 1;
  return columns;
}

/* Every line of the block is indented, and there are several; or it is one, and what stands before it ends with a
 * colon. The first line alone is how a paragraph may begin. */
static bool is_indented(const char *text, nsp_span block) {
  if (indent_before(text, block.start) < INDENT) return false;
  uint32_t lines = 1, limit = block.end - block.start > INDENT_LOOK ? block.start + INDENT_LOOK : block.end;
  for (uint32_t at = block.start; at < limit; at++) {
    if (text[at] != '\n') continue;
    uint32_t line = at + 1, next = line;
    while (next < limit && (text[next] == ' ' || text[next] == '\t')) next++;
    if (indent_before(text, next) < INDENT || next == line) return false;
    lines++;
  }
  uint32_t before = block.start;
  while (before > 0 && block.start - before < 256 && (uint8_t)text[before - 1] <= ' ') before--;
  if (before == 0) return false;
  if (text[before - 1] == ':') return true;
  uint32_t line = before;
  while (line > 0 && before - line < INDENT_LOOK && text[line - 1] != '\n') line--;
  while (line < before && (uint8_t)text[line] <= ' ') line++;
  return lines > 1 && indent_before(text, line) < 2;
}

/* A colon among the first bytes: cheaper to see than a word to look up. */
static bool begins_with_label(const char *text, nsp_span block) {
  uint32_t length = block.end - block.start;
  if (length > NSP__LONGEST_CREDIT) return false;
  return length < 24 ? memchr(text + block.start, ':', length) != NULL : nsp__holds_colon(text + block.start);
}

/* "PARIS, 3 July 2025": no more than eight words, with a digit, a month or a day of the week, and no small word beside.
 */
static bool is_dateline(nsp__kind_words w, const char *text, nsp_span block) {
  uint32_t at = block.start, words = 0, dates = 0, digits = 0;
  for (uint32_t i = block.start; i < block.end; i++) digits += text[i] >= '0' && text[i] <= '9';
  if (!digits) return false;
  for (;; words++) {
    uint32_t start = next_word(text, &at, block.end);
    if (start == at) break;
    bool date = listed(w, NSP__CLASS_MONTH, text + start, at - start, NULL);
    dates += date;
    if (!date && nsp__char_at(text, start, at).class_ == NSP__CHAR_LOWER && at - start > 3) return false;
  }
  return dates && words <= 8;
}

nsp_block_kind nsp__block_kind(nsp__kind_words w, const char *text, nsp_span block, uint32_t length) {
  bool indented = block.start > 1 && (text[block.start - 1] == ' ' || text[block.start - 1] == '\t');
  if (indented && is_indented(text, block) && !is_list_item(text, block)) return NSP_BLOCK_BLOCK_QUOTE;
  if (nsp__is_plain_paragraph(text, block)) return NSP_BLOCK_PARAGRAPH;
  bool capital = text[block.start] >= 'A' && text[block.start] <= 'Z'; /* so it is no item's label */
  if (!capital && text[block.start] == '>') return NSP_BLOCK_BLOCK_QUOTE;
  if (!capital && is_list_item(text, block) && !is_rule(text, block)) return NSP_BLOCK_LIST_ITEM;
  bool whole = block.start == 0 && block.end == length; /* a single line is not the heading of anything */
  bool paragraph = block.end - block.start > NSP__LONGEST_HEADING || is_punctuated(text, block) || whole;
  if (paragraph && !begins_with_label(text, block)) return NSP_BLOCK_PARAGRAPH;
  credit_head head = read_head(w, text, block);
  if (is_caption(w, text, block, head)) return NSP_BLOCK_CAPTION;
  if (paragraph) return NSP_BLOCK_PARAGRAPH;
  if (is_byline(text, block, head) || is_staff_line(w, text, block)) return NSP_BLOCK_BYLINE;
  if (!capital && is_rule(text, block)) return NSP_BLOCK_PARAGRAPH;
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
    if (!listed(w, NSP__CLASS_CREDIT_WORD, text + start, at - start, &tags) || (tags & NSP__SAYS(WRITER))) continue;
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

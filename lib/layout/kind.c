#include "layout/kind.h"

#include "text/classes.h"

enum { LONGEST_HEADING = 160 };

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
  if (c.codepoint == '(') c = nsp__char_at(text, at++, block.end);
  int digits = 0, letters = 0;
  for (; c.class_ == NSP__CHAR_DIGIT && digits < 3; digits++) c = nsp__char_at(text, at++, block.end);
  if (!digits)
    for (; c.class_ == NSP__CHAR_LOWER && letters < 1; letters++) c = nsp__char_at(text, at++, block.end);
  if (!digits && !letters) return false;
  if (c.codepoint != ')' && c.codepoint != '.') return false;
  return nsp__char_at(text, at, block.end).class_ == NSP__CHAR_SPACE;
}

nsp_block_kind nsp__block_kind(const nsp_language *language, const char *text, nsp_span block, uint32_t length) {
  (void)language;
  if (text[block.start] == '>') return NSP_BLOCK_BLOCK_QUOTE;
  if (is_list_item(text, block)) return NSP_BLOCK_LIST_ITEM;
  if (block.end - block.start > LONGEST_HEADING || is_punctuated(text, block)) return NSP_BLOCK_PARAGRAPH;
  /* A single line is not the heading of anything. */
  if (block.start == 0 && block.end == length) return NSP_BLOCK_PARAGRAPH;
  return NSP_BLOCK_HEADING;
}

#include "sentence/nesting.h"

#include "sentence/splitter.h"
#include "text/classes.h"

/* What closes a bracket of Chinese and Japanese that always holds together, or 0. */
static uint32_t bracket_end(uint32_t c) {
  if (c == 0x3008 || c == 0x300A || c == 0x3010 || c == 0x3014 || c == 0x300C || c == 0x300E) return c + 1;
  return c == 0xFF08 ? 0xFF09 : 0;
}

/* What closes a quotation that begins with this mark, or 0. */
static uint32_t quotation_end(const nsp__splitter *s, uint32_t at, nsp__char c) {
  nsp__char after = nsp__char_at(s->text, at + c.length, s->length);
  if (c.codepoint == 0xAB) return 0xBB;
  if (c.codepoint == 0x201C) return 0x201D;
  if (c.codepoint == 0x201E) return 0x201C;
  if (c.codepoint == 0x2039) return 0x203A;
  if (c.codepoint == 0xBB && !nsp__is_space(after.class_)) return 0xAB;
  if (c.codepoint == '"' && !nsp__is_space(after.class_)) return '"';
  return 0;
}

static bool closes_open(nsp__nesting *n, uint32_t codepoint) {
  for (uint32_t i = n->depth; i-- > 0;) {
    bool high = n->open[i].closing == 0x201C && codepoint == 0x201D; /* „…” */
    if (n->open[i].closing != codepoint && !high) continue;
    n->depth = i;
    return true;
  }
  return false;
}

static void take_back(nsp__splitter *s, uint32_t at) {
  uint32_t i = s->nesting.depth;
  if (at >= s->nesting.open[i].limit || s->nesting.open[i].sentence_count < s->block_first_sentence) return;
  s->document->sentences.count = s->nesting.open[i].sentence_count;
  s->sentence = s->open = s->nesting.open[i].sentence;
}

void nsp__nest(nsp__splitter *s, uint32_t at) {
  nsp__char c = nsp__char_at(s->text, at, s->length);
  nsp__nesting *n = &s->nesting;
  if (n->depth && closes_open(n, c.codepoint)) {
    take_back(s, at);
    return;
  }
  uint32_t longest = NSP__LONGEST_BRACKET, closing = bracket_end(c.codepoint);
  if (!closing && s->whole_quotes) longest = NSP__LONGEST_QUOTATION, closing = quotation_end(s, at, c);
  if (!closing) return;
  if (n->depth == NSP__DEEPEST_NESTING) n->depth = 0; /* nothing sensible is nested so deep */
  uint32_t limit = at < UINT32_MAX - longest ? at + longest : UINT32_MAX;
  n->open[n->depth].closing = closing;
  n->open[n->depth].at = at;
  n->open[n->depth].limit = limit;
  n->open[n->depth].sentence_count = s->document->sentences.count;
  n->open[n->depth++].sentence = s->sentence;
}

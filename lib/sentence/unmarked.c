#include "sentence/unmarked.h"

#include <string.h>

#include "sentence/context.h"
#include "text/fold.h"

enum { MOST_PICTURES = 64, LONGEST_ENDING = 3, MOST_SIGHS = 8 };

bool nsp__is_picture(uint32_t c) { return (c >= 0x1F300 && c < 0x1FB00) || (c >= 0x2600 && c < 0x27C0); }

/* Behind the run of pictures, single spaces between them; the space behind the last is no part of it. */
static uint32_t pictures_end(const nsp__splitter *s, uint32_t at) {
  uint32_t end = at;
  for (int n = 0; n < MOST_PICTURES; n++) {
    nsp__char c = nsp__char_at(s->text, at, s->length);
    if (c.class_ == NSP__CHAR_SPACE && at == end) {
      at += c.length;
      continue;
    }
    if (!nsp__is_picture(c.codepoint) && c.class_ != NSP__CHAR_IGNORE) break;
    end = at += c.length;
  }
  return end;
}

bool nsp__picture_ends(const nsp__splitter *s, uint32_t at, uint32_t *end) {
  *end = pictures_end(s, at);
  nsp__char before = nsp__char_before(s->text, at, s->sentence);
  if (before.class_ == NSP__CHAR_SPACE) before = nsp__char_before(s->text, at - before.length, s->sentence);
  nsp__char after = nsp__char_at(s->text, *end, s->length);
  if (nsp__is_hiragana(before.codepoint)) return after.class_ == NSP__CHAR_IDEOGRAPH;
  bool said = nsp__is_letter(before.class_) || before.class_ == NSP__CHAR_DIGIT || nsp__is_terminator(before.class_) ||
              before.class_ == NSP__CHAR_CLOSE;
  if (!said) return false;
  nsp__what_follows f = nsp__look_after(s, *end);
  return f.word_class == NSP__CHAR_UPPER || nsp__char_at(s->text, f.next, s->length).codepoint == '@';
}

void nsp__endings_init(nsp__splitter *s) {
  const char *p = nsp__pack_property(s->language, "final-letters");
  s->has_endings = p != NULL;
  if (p) memset(s->final_letters, 0, sizeof s->final_letters);
  for (uint32_t at = 0, length = p ? (uint32_t)strlen(p) : 0; at < length;) {
    nsp__char c = nsp__char_at(p, at, length);
    at += c.length;
    uint64_t bit = UINT64_C(1) << (p[at - 1] & 63);
    if (c.length > 1)
      s->final_letters[p[at - 2] & 63] |= bit;
    else if (c.codepoint != ' ')
      for (int i = 0; i < 64; i++) s->final_letters[i] |= bit;
  }
}

/* Does a syllable of Hangul, three bytes, begin at text[at]? (Most of what is looked at here is one.) */
static bool is_syllable(const char *text, uint32_t at) {
  uint8_t lead = (uint8_t)text[at];
  return lead >= 0xEA && lead <= 0xED && ((uint8_t)text[at + 1] & 0xC0) == 0x80 &&
         ((uint8_t)text[at + 2] & 0xC0) == 0x80;
}

static bool is_jamo(uint32_t c) { return c >= 0x3131 && c <= 0x3163; }

/* What informal writing adds behind the last word: "좋아요~", "맛나요 ^^", "그래요 ㅠㅠ". */
static bool is_sigh(nsp__char c) {
  return c.codepoint == '~' || c.codepoint == '^' || c.class_ == NSP__CHAR_SPACE || is_jamo(c.codepoint);
}

static bool in_list_of(const nsp__splitter *s, nsp__class list, uint32_t start, uint32_t end, uint64_t *tags) {
  const char *word = s->text + start;
  return nsp__quick_listed(&s->words, list, word, end - start, nsp__fold_hash(word, end - start), tags);
}

/* Words that go on with what a verb in its final form said: "있다 하더라도"; laughter and tears that belong to it:
 * "ㅋㅋ". */
static bool goes_on(const nsp__splitter *s, uint32_t at) {
  uint32_t end = at, limit = s->length - at > NSP__LONGEST_WORD ? at + NSP__LONGEST_WORD : s->length;
  while (end + 2 < limit && is_syllable(s->text, end)) end += 3;
  if (end == at) end = nsp__word_end(s, at);
  return end > at &&
         (is_jamo(nsp__char_at(s->text, at, end).codepoint) || in_list_of(s, NSP__CLASS_CONTINUATION, at, end, NULL));
}

/* Is that the end of a word with a final form? The longest form that the pack lists decides. */
static bool has_ending(const nsp__splitter *s, uint32_t at) {
  uint32_t start = at;
  bool found = false;
  uint64_t tags;
  for (int n = 0; n < LONGEST_ENDING; n++) {
    if (start < s->sentence + 3 || !is_syllable(s->text, start - 3)) break;
    start -= 3;
    if (in_list_of(s, NSP__CLASS_ENDING, start, at, &tags)) found = !(tags & NSP__SAYS(NEGATION)); /* only looks so */
  }
  return found;
}

bool nsp__ending_ends(const nsp__splitter *s, uint32_t at) {
  if (at + 3 >= s->length || at < s->sentence + 3) return false;
  uint32_t end = at;
  if (!is_syllable(s->text, at - 3)) {
    nsp__char c = nsp__char_before(s->text, at, s->sentence);
    for (int n = 0; n < MOST_SIGHS && is_sigh(c); n++) {
      end -= c.length;
      c = nsp__char_before(s->text, end, s->sentence);
    }
  }
  if (!is_syllable(s->text, at + 1)) {
    nsp__char after = nsp__char_at(s->text, at + 1, s->length);
    if (!nsp__is_letter(after.class_) && after.class_ != NSP__CHAR_DIGIT && after.class_ != NSP__CHAR_QUOTE)
      return false;
  }
  return has_ending(s, end) && !goes_on(s, at + 1);
}

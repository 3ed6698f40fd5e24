#include "sentence/unmarked.h"

#include <string.h>

#include "sentence/context.h"
#include "text/fold.h"

enum { MOST_PICTURES = 64, LONGEST_ENDING = 4, MOST_SIGHS = 8 };

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

static bool is_hiragana(uint32_t c) { return c >= 0x3041 && c <= 0x309F; }

bool nsp__picture_ends(const nsp__splitter *s, uint32_t at, uint32_t *end) {
  *end = pictures_end(s, at);
  nsp__char before = nsp__char_before(s->text, at, s->sentence);
  if (before.class_ == NSP__CHAR_SPACE) before = nsp__char_before(s->text, at - before.length, s->sentence);
  nsp__char after = nsp__char_at(s->text, *end, s->length);
  if (is_hiragana(before.codepoint)) return after.class_ == NSP__CHAR_IDEOGRAPH;
  bool said = nsp__is_letter(before.class_) || before.class_ == NSP__CHAR_DIGIT || nsp__is_terminator(before.class_) ||
              before.class_ == NSP__CHAR_CLOSE;
  if (!said) return false;
  nsp__what_follows f = nsp__look_after(s, *end);
  return f.word_class == NSP__CHAR_UPPER || nsp__char_at(s->text, f.next, s->length).codepoint == '@';
}

/* Endings of one letter are known by the letter, longer ones by their last two: six bytes of Hangul. */
static uint32_t hash_of(uint64_t letters) { return (uint32_t)(letters * UINT64_C(0x9E3779B97F4A7C15) >> 53); }

static uint64_t last_bytes(const char *text, uint32_t at, uint32_t count) {
  uint64_t bytes = 0;
  for (uint32_t i = at - count; i < at; i++) bytes = bytes << 8 | (uint8_t)text[i];
  return bytes;
}

static void add_filter(nsp__splitter *s, uint64_t letters) {
  uint32_t hash = hash_of(letters);
  s->final_letters[hash >> 6] |= UINT64_C(1) << (hash & 63);
}

void nsp__endings_init(nsp__splitter *s) {
  s->has_endings = nsp__pack_property(s->language, "final-letters") != NULL;
  memset(s->final_letters, 0, sizeof s->final_letters);
  for (uint32_t i = 0; s->has_endings && i <= s->words.mask; i++) {
    const nsp__lexeme *lexeme = &s->language->lexemes[s->words.slots[i].lexeme];
    if (!s->words.slots[i].lists || !(lexeme->classes & NSP__LISTED(ENDING))) continue;
    uint32_t bytes = lexeme->length < 6 ? 3 : 6;
    if (lexeme->length >= bytes)
      add_filter(s, last_bytes(nsp__pack_string(s->language, lexeme->text), lexeme->length, bytes));
  }
}

static bool is_jamo(uint32_t c) { return c >= 0x3131 && c <= 0x3163; }

/* What informal writing adds behind the last word: "좋아요~", "맛나요 ^^", "그래요 ㅠㅠ". */
static bool is_sigh(nsp__char c) {
  return c.codepoint == '~' || c.codepoint == '^' || c.class_ == NSP__CHAR_SPACE || is_jamo(c.codepoint);
}

static bool listed(const nsp__splitter *s, nsp__class list, uint32_t start, uint32_t end, uint64_t *tags) {
  const char *word = s->text + start;
  return nsp__quick_listed(&s->words, list, word, end - start, nsp__fold_hash(word, end - start), tags);
}

/* Words that go on with what a verb in its final form said: "있다 하더라도"; laughter and tears that belong to it: "ㅋㅋ". */
static bool goes_on(const nsp__splitter *s, uint32_t at) {
  uint32_t end = nsp__word_end(s, at);
  return end > at && (is_jamo(nsp__char_at(s->text, at, end).codepoint) || listed(s, NSP__CLASS_CONTINUATION, at, end, NULL));
}

/* Is that the end of a word with a final form? The longest form that the pack lists decides. */
static bool has_ending(const nsp__splitter *s, uint32_t at) {
  uint32_t start = at;
  bool found = false;
  uint64_t tags;
  for (int n = 0; n < LONGEST_ENDING; n++) {
    nsp__char c = nsp__char_before(s->text, start, s->sentence);
    if (!nsp__is_letter(c.class_)) break;
    start -= c.length;
    if (listed(s, NSP__CLASS_ENDING, start, at, &tags)) found = !(tags & NSP__SAYS(NEGATION)); /* only looks so */
  }
  return found;
}

static bool in_filter(const nsp__splitter *s, uint64_t letters) {
  uint32_t hash = hash_of(letters);
  return s->final_letters[hash >> 6] >> (hash & 63) & 1;
}

/* Most words end otherwise. Behind "~" and the like the word is looked for. */
static bool may_end(const nsp__splitter *s, uint32_t at) {
  if (at < s->sentence + 6) return false;
  uint8_t last = (uint8_t)s->text[at - 1];
  if (last < 0x80) return last == '~' || last == '^';
  uint64_t letters = last_bytes(s->text, at, 6); /* E3: the letters of laughter and tears */
  return in_filter(s, letters) || in_filter(s, letters & 0xFFFFFF) || (letters & 0xFF0000) == 0xE30000;
}

bool nsp__ending_ends(const nsp__splitter *s, uint32_t at) {
  if (!may_end(s, at)) return false;
  nsp__char c = nsp__char_before(s->text, at, s->sentence);
  nsp__char after = nsp__char_at(s->text, at + 1, s->length);
  if (!nsp__is_letter(after.class_) && after.class_ != NSP__CHAR_DIGIT && after.class_ != NSP__CHAR_QUOTE) return false;
  uint32_t end = at;
  for (int n = 0; n < MOST_SIGHS && is_sigh(c); n++) {
    end -= c.length;
    c = nsp__char_before(s->text, end, s->sentence);
  }
  return has_ending(s, end) && !goes_on(s, at + 1);
}

/* Tokens: what a sentence is cut into, and that no byte is lost whatever the bytes are. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syntax/token.h"
#include "text/fold.h"

/* Cuts a text with an array that grows by as little as it may; the caller frees *tokens. */
static uint32_t cut(const char *text, size_t length, const char *language, nsp__token **tokens) {
  nsp__tokenizer t;
  size_t capacity = 0;
  *tokens = NULL;
  nsp__tokenizer_start(&t, text, 0, (uint32_t)length, nsp__joining_of(language));
  do {
    capacity += NSP__TOKENIZE_SLACK;
    *tokens = realloc(*tokens, capacity * sizeof **tokens);
    cr_assert_not_null(*tokens);
  } while (!nsp__tokenize(&t, *tokens, capacity));
  cr_assert_eq(t.at, length);
  return t.count;
}

/* "word|word|“<|" … : tokens with bars between them, quotation marks with the way they face. */
static void expect(const char *language, const char *text, const char *wanted) {
  nsp__token *tokens;
  char found[1024] = "";
  uint32_t n = cut(text, strlen(text), language, &tokens);
  for (uint32_t i = 0; i < n; i++) {
    uint16_t shape = tokens[i].shape;
    const char *facing = !(shape & NSP__SHAPE_QUOTE) ? "" : shape & NSP__SHAPE_OPEN_QUOTE ? "<" : ">";
    size_t used = strlen(found);
    snprintf(found + used, sizeof found - used, "%s%.*s%s", i ? "|" : "", (int)(tokens[i].end - tokens[i].start),
             text + tokens[i].start, facing);
  }
  cr_expect_str_eq(found, wanted, "%s", text);
  free(tokens);
}

Test(token, english_words) {
  expect("en", "We don’t know.", "We|do|n’t|know|.");
  expect("en", "She'd've gone, O'Brien can't.", "She|'d|'ve|gone|,|O'Brien|ca|n't|.");
  expect("en", "the leaders' summit, Boris's dog", "the|leaders|'|summit|,|Boris|'s|dog");
  expect("en", "The U.S.-led force of Mr. J. R. Poe", "The|U.S.-led|force|of|Mr.|J.|R.|Poe");
  expect("en", "1,000 vice-chairs at 10:30 in the '90s", "1,000|vice-chairs|at|10:30|in|the|'90s");
  expect("en", "in the U.S.", "in|the|U.S.");
  expect("en", "It ended.Then more.", "It|ended|.|Then|more|.");
}

Test(token, web_addresses) {
  expect("en", "see https://example.org/a?b=c, or mail x.y@example.co.uk.",
         "see|https://example.org/a?b=c|,|or|mail|x.y@example.co.uk|.");
  expect("en", "at example.org/news now", "at|example.org/news|now");
}

Test(token, other_languages) {
  expect("fr", "L’homme qu'il voit aujourd'hui, dit-il.", "L’|homme|qu'|il|voit|aujourd'hui|,|dit|-il|.");
  expect("fr", "« Non », a-t-elle dit.", "«<|Non|»>|,|a|-t-elle|dit|.");
  expect("it", "l'uomo dell'anno", "l'|uomo|dell'|anno");
  expect("de", "am 3. Oktober, z. B. hier.", "am|3.|Oktober|,|z.|B.|hier|.");
  expect("ru", "г. Москва — столица", "г.|Москва|—|столица");
  expect("zh", "他说：「好的」。", "他说|：|「<|好的|」>|。");
}

Test(token, quotation_marks_face_as_they_stand) {
  expect("en", "“Yes,” he said, ‘no’.", "“<|Yes|,|”>|he|said|,|‘<|no|’>|.");
  expect("en", "\"Yes,\" he said. 'No.'", "\"<|Yes|,|\">|he|said|.|'<|No|.|'>");
  expect("en", "``Yes,'' he said", "``<|Yes|,|''>|he|said");
  expect("de", "„Ja“, sagte er. »Nein«, ‚ach‘.", "„<|Ja|“>|,|sagte|er|.|»<|Nein|«>|,|‚<|ach|‘>|.");
  expect("sv", "”Ja”, sade han", "”<|Ja|”>|,|sade|han");
  expect("en", "(\"Yes\")", "(|\"<|Yes|\">|)");
}

Test(token, case_does_not_change_the_hash) {
  cr_expect_eq(nsp__fold_hash("Straße", 7), nsp__fold_hash("STRAßE", 7));
  cr_expect_eq(nsp__fold_hash("МОСКВА", 12), nsp__fold_hash("Москва", 12));
  cr_expect_eq(nsp__fold_hash("DON’T", 7), nsp__fold_hash("don't", 5));
  cr_expect_neq(nsp__fold_hash("said", 4), nsp__fold_hash("says", 4));
}

/* Tokens are in order, hold no space at their ends, and between them is nothing but white space and controls. */
static void expect_tiles(const char *text, size_t length, const char *language) {
  nsp__token *tokens;
  uint32_t n = cut(text, length, language, &tokens), at = 0;
  for (uint32_t i = 0; i <= n; i++) {
    uint32_t start = i < n ? tokens[i].start : (uint32_t)length;
    cr_assert_geq(start, at);
    for (uint32_t b = at; b < start; b++) {
      unsigned char c = (unsigned char)text[b];
      cr_assert(c <= ' ' || c == 0x7F || c >= 0x80, "byte %02x was lost", c);
    }
    if (i == n) break;
    cr_assert_gt(tokens[i].end, start);
    cr_assert_leq(tokens[i].end, length);
    cr_assert_eq(tokens[i].head, i);
    at = tokens[i].end;
  }
  free(tokens);
}

Test(token, any_bytes_are_tiled) {
  static const char pieces[][8] = {
      "a",    "Z",    "9",    "'",    "\"",           ".",        ",",    "-",    " ", "s", "t", "n",
      "\xE2", "\x80", "\x99", "\x9C", "\xC2",         "\xA0",     "\xF0", "\xFF", "@", "/", "”", "’",
      "«",    "—",    "é",    "ж",    "\xE3\x80\x8C", "https://", "\n",   "#",    "&"};
  enum { PIECES = sizeof pieces / sizeof *pieces, ROUNDS = 3000 };
  uint32_t chance = 7;
  for (int round = 0; round < ROUNDS; round++) {
    char text[256];
    size_t length = 0;
    for (int i = 0; i < 24; i++) {
      chance = chance * 1664525u + 1013904223u;
      const char *piece = pieces[(chance >> 16) % PIECES];
      memcpy(text + length, piece, strlen(piece));
      length += strlen(piece);
      if ((chance >> 10) % 29 == 0) text[length++] = '\0';
    }
    expect_tiles(text, length, round % 4 == 0 ? "en" : round % 4 == 1 ? "fr" : round % 4 == 2 ? "it" : "de");
  }
}

Test(token, every_single_byte_and_pair) {
  for (unsigned a = 0; a < 256; a++)
    for (unsigned b = 0; b < 256; b += 3) {
      char text[2] = {(char)a, (char)b};
      expect_tiles(text, 1, "en");
      expect_tiles(text, 2, "fr");
    }
}

Test(token, a_megabyte_without_a_space, .timeout = 20) {
  enum { SIZE = 1 << 20 };
  static const char *const units[] = {"a", "'", ".", "n't", "\"", "-", "a.", "é", "@x", "http://", "\xE2\x80"};
  char *text = malloc(SIZE + 8);
  cr_assert_not_null(text);
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    size_t unit = strlen(units[u]), length = 0;
    for (; length < SIZE; length += unit) memcpy(text + length, units[u], unit);
    nsp__token *tokens = malloc((length + NSP__TOKENIZE_SLACK) * sizeof *tokens);
    nsp__tokenizer t;
    cr_assert_not_null(tokens);
    nsp__tokenizer_start(&t, text, 0, (uint32_t)length, NSP__JOIN_ENGLISH);
    cr_expect(nsp__tokenize(&t, tokens, length + NSP__TOKENIZE_SLACK));
    cr_expect_eq(tokens[t.count - 1].end, length);
    free(tokens);
  }
  free(text);
}

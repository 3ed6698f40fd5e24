/* The short ways through the sentence rules give the answers of the rules themselves, on random text. */
#include <criterion/criterion.h>
#include <string.h>

#include "config.h"
#include "document.h"
#include "layout/lines.h"
#include "newsparse/newsparse.h"
#include "sentence/boundary.h"
#include "sentence/plain.h"
#include "sentence/room.h"
#include "sentence/splitter.h"
#include "text/fold.h"

static const char *const words[] = {"harbour",
                                    "row",
                                    "plan",
                                    "Mr",
                                    "Sen",
                                    "Corp",
                                    "percent",
                                    "St",
                                    "Monday",
                                    "op. cit",
                                    "e.g",
                                    "U.S",
                                    "(row)",
                                    "11%",
                                    "G",
                                    "D.C",
                                    "no",
                                    "No",
                                    "1887",
                                    "54",
                                    "7",
                                    "10,000",
                                    "forty-four",
                                    "mayor’s",
                                    "don't",
                                    "Yahoo",
                                    "iPhone",
                                    "ship's",
                                    "extraordinarily",
                                    "été",
                                    "internationalisation",
                                    "гавань",
                                    "др",
                                    "т. е",
                                    "город",
                                    "λιμάνι",
                                    "말했다",
                                    "합니다",
                                    "것",
                                    "日本",
                                    "Ng",
                                    "am",
                                    "p.m",
                                    "I",
                                    "a",
                                    "z. B",
                                    "Nr",
                                    "Chr",
                                    "M.Sc",
                                    "XIV",
                                    "GOP",
                                    "K",
                                    "Oct",
                                    "müssen",
                                    "für",
                                    "Málaga",
                                    "cliché",
                                    "À",
                                    "fjärde"};
static const char *const marks[] = {".",  "?",   "!",  ".”", ".\"", ".’",  ".''",
                                    "?”", "...", ".)", "!!", "”.",  ". .", ".,"};
static const char *const gaps[] = {" ",  " ",  " ",  " “",   " \"", " '", " ''", " (",
                                   " ‘", "  ", "\n", "\n\n", " — ", "",   "\t"};
static const char *const openers[] = {"The", "He",    "Harry said", "and",   "a. b", "5",    "2011",
                                      "Она", "он",    "Η",          "한편",  "그는", "東京", "X.",
                                      "[1]", "Smith", "Sept. 5",    "Ünder", "№ 5",  "A.",   "$5"};

static uint32_t state = 4711;

static uint32_t draw(uint32_t below) {
  state = state * 1664525u + 1013904223u;
  return (state >> 8) % below;
}

static size_t add(char *text, size_t length, const char *piece) {
  memcpy(text + length, piece, strlen(piece));
  return length + strlen(piece);
}

#define ANY(list) list[draw(sizeof list / sizeof *list)]

/* Words, a mark, a gap, an opening, words; where the sentence begins in *sentence, and the mark in *mark. */
static size_t make_text(char *text, uint32_t *sentence, uint32_t *mark) {
  size_t length = add(text, 0, "Yesterday it rained over all of the old town");
  *sentence = draw(2) ? 0 : (uint32_t)length;
  for (uint32_t i = 0, count = draw(4); i <= count; i++) {
    length = add(text, length, draw(8) ? " " : ANY(gaps));
    length = add(text, length, ANY(words));
  }
  *mark = (uint32_t)length;
  const char *what = ANY(marks);
  while ((uint8_t)what[*mark - length] >= 0x80) ++*mark; /* the full stop behind a quotation mark */
  length = add(text, length, what);
  length = add(text, length, ANY(gaps));
  length = add(text, length, ANY(openers));
  for (uint32_t i = 0, count = draw(4); i < count; i++) {
    length = add(text, length, " ");
    length = add(text, length, ANY(words));
  }
  return length;
}

static void compare_judgements(const char *language) {
  nsp_document *document;
  nsp__options options = {0};
  cr_assert_eq(nsp_document_new(NULL, &document), NSP_OK);
  nsp__splitter fresh;
  nsp__splitter_init(&fresh, nsp_language_find(language), nsp_language_find("und"), &options, document);
  uint32_t plain_ones = 0;
  for (int round = 0; round < 40000; round++) {
    char text[1024];
    uint32_t mark;
    nsp__splitter s = fresh;
    s.complete = true;
    s.text = text;
    s.length = (uint32_t)make_text(text, &s.sentence, &mark);
    uint32_t plain = nsp__judge_plain(&s, mark);
    if (!plain) continue;
    plain_ones++;
    nsp__verdict verdict = nsp__judge(&s, mark);
    cr_assert_eq(verdict.ends, plain != NSP_NONE, "%s: %.*s", language, (int)s.length, text);
    if (verdict.ends)
      cr_assert_eq(verdict.end, plain, "%s: %.*s", language, (int)s.length, text);
    else
      cr_assert_eq(verdict.resume, mark + 1, "%s: %.*s", language, (int)s.length, text);
  }
  cr_assert_gt(plain_ones, 1000, "%s: %u", language, plain_ones); /* so the test tests something */
  nsp_document_free(document);
}

Test(plain, judges_as_the_rules_do) {
  static const char *const languages[] = {"en", "de", "fr", "es", "ru", "el", "ko", "cs"};
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) compare_judgements(languages[i]);
}

/* Sentences of several words with the marks and gaps of all sorts between them, half of them plain ones. */
static size_t make_page(char *text, size_t most) {
  static const char *const plain_words[] = {"harbour", "plan",      "boats", "The", "Tom",
                                            "Mr. Roe", "Sen. Lind", "him",   "it"};
  static const char *const plain_ends[] = {". The",      ".\n\nThe", ". He",  ".\n\n“We",
                                           ".”\n\nThey", ".\" She",  ". “No", ".  A"};
  size_t length = add(text, 0, "Yesterday it rained over all of the old town, and");
  while (length + 400 < most) {
    for (uint32_t i = 0, count = draw(6); i <= count; i++) {
      length = add(text, length, " ");
      length = add(text, length, draw(8) ? ANY(plain_words) : ANY(words));
    }
    if (draw(4)) {
      length = add(text, length, ANY(plain_ends));
      continue;
    }
    length = add(text, length, ANY(marks));
    length = add(text, length, ANY(gaps));
    length = add(text, length, ANY(openers));
  }
  return length;
}

static void split(nsp__splitter *s, const nsp__splitter *fresh, nsp_document *document, nsp__first_room *room) {
  nsp_document_reset(document);
  nsp__room_init(document, room);
  *s = *fresh;
  s->document = document;
  cr_assert_eq(nsp__splitter_run(s), NSP_OK);
}

/* What a sweep finds is what the walk from place to place finds. */
static void compare_sweeps(const char *language) {
  enum { PAGE = 30000 };
  static char text[PAGE];
  static nsp__first_room rooms[2];
  nsp_document *documents[2];
  nsp__options options = {0};
  nsp__splitter fresh, s[2];
  for (int i = 0; i < 2; i++) cr_assert_eq(nsp_document_new(NULL, &documents[i]), NSP_OK);
  nsp__splitter_init(&fresh, nsp_language_find(language), nsp_language_find("und"), &options, NULL);
  for (int round = 0; round < 40; round++) {
    fresh.complete = true;
    fresh.text = text;
    fresh.length = (uint32_t)make_page(text, PAGE);
    fresh.unswept = 0;
    split(&s[0], &fresh, documents[0], &rooms[0]);
    fresh.unswept = UINT32_MAX;
    split(&s[1], &fresh, documents[1], &rooms[1]);
    cr_assert_gt(documents[0]->sentences.count, 200u);
    cr_assert_eq(documents[0]->sentences.count, documents[1]->sentences.count, "%s", language);
    cr_assert_eq(documents[0]->blocks.count, documents[1]->blocks.count, "%s", language);
    for (uint32_t i = 0; i < documents[0]->sentences.count; i++) {
      nsp_span span = documents[0]->sentences.items[i].span;
      cr_assert_arr_eq(&documents[0]->sentences.items[i], &documents[1]->sentences.items[i], sizeof(nsp_sentence),
                       "%s: %.*s", language, (int)(span.end - span.start) + 40, text + span.start);
    }
    for (uint32_t i = 0; i < documents[0]->blocks.count; i++)
      cr_assert_arr_eq(&documents[0]->blocks.items[i], &documents[1]->blocks.items[i], sizeof(nsp_block), "%s",
                       language);
    cr_assert_eq(s[0].closed, s[1].closed);
    cr_assert_eq(s[0].list.kind, s[1].list.kind);
  }
  for (int i = 0; i < 2; i++) nsp_document_free(documents[i]);
}

Test(plain, sweeps_find_what_walks_find) {
  static const char *const languages[] = {"en", "de", "fr", "el", "it", "cs", "ru", "tr"};
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) compare_sweeps(languages[i]);
}

Test(plain, empty_lines_end_blocks) {
  static const char *const pieces[] = {"\n", "\n",     "\r",     "a", "B",    " ",      ">",
                                       "“",  "\u2028", "\u00A0", "-", "\x7F", "\u2003", "日"};
  uint32_t seen = 0;
  for (int round = 0; round < 20000; round++) {
    char text[64];
    size_t length = add(text, 0, "x\n");
    for (int i = 0; i < 8; i++) length = add(text, length, ANY(pieces));
    if (!nsp__empty_line_follows(text, 1, (uint32_t)length)) continue;
    nsp__lines_state lines = {0};
    uint32_t next;
    cr_assert(nsp__line_ends_block(&lines, text, 1, (uint32_t)length, &next));
    cr_assert_eq(next, 3u);
    cr_assert_eq(lines.line, 3u);
    seen++;
  }
  cr_assert_gt(seen, 500);
}

Test(plain, letters_hash_as_words_do) {
  for (int round = 0; round < 20000; round++) {
    char text[40];
    size_t length = 1 + draw(16);
    for (size_t i = 0; i < sizeof text; i++) text[i] = (char)((draw(2) ? 'A' : 'a') + draw(26));
    cr_assert_eq(nsp__fold_hash_letters(text + 24, length), nsp__fold_hash(text + 24 - length, length));
  }
}

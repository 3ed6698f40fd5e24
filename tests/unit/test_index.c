/* The structural index: all implementations give the same answer, and that answer is right. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Where there is no NEON, that of SIMDe (libsimde-dev) tests the code that is written for it. */
#if !defined(__aarch64__) && defined(__has_include)
#if __has_include(<simde/arm/neon.h>)
#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/arm/neon.h>
#define NSP__NEON_EMULATED
#include "text/index_neon.c"
#endif
#endif
#include "text/index.h"

static const nsp__scanner scanners[] = {
    nsp__scan_plain,
#if defined(__x86_64__) && defined(__GNUC__)
    nsp__scan_sse2,
    nsp__scan_avx2,
    nsp__scan_avx512,
#endif
#if defined(__aarch64__) || defined(NSP__NEON_EMULATED)
    nsp__scan_neon,
#endif
};

static bool is_supported(nsp__scanner scanner) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (scanner == nsp__scan_avx2) return __builtin_cpu_supports("avx2");
  if (scanner == nsp__scan_avx512) return nsp__has_avx512();
#endif
  (void)scanner;
  return true;
}

static uint32_t seed = 12345;

static uint32_t draw(uint32_t below) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % below;
}

/* Random text of one of four sorts: bytes, marks and letters, those with some bytes, ASCII. */
static size_t make_text(uint8_t *text, size_t most) {
  static const char *const pieces[] = {"\xE0\xA5\xA4",
                                       "\xE0\xA5\xA5",
                                       "\xE3\x80\x82",
                                       "\xE2\x80\xA6",
                                       "\xE2\x80\x9C",
                                       "\xD0\xB0",
                                       "\xC3\xA9",
                                       "\xE6\x97\xA5",
                                       "\xF0\x9F\x98\x80",
                                       "\xC2\xAB",
                                       "\xC2\xBB",
                                       "\xD8\x9F",
                                       "\xEF\xBC\x8E",
                                       "\xCD\xBE",
                                       "\xE1\x81\x8B",
                                       "a",
                                       ".",
                                       "!",
                                       "\n",
                                       "\"",
                                       "(",
                                       ")",
                                       ";",
                                       ":",
                                       "\r",
                                       "\xED\xA0\x80",
                                       "\xC0\x80",
                                       "\xE0\xA5"};
  uint32_t sort = draw(4), kinds = sizeof pieces / sizeof *pieces - (sort == 1 ? 3 : 0);
  size_t length = 0, wanted = draw((uint32_t)most - 4);
  while (length < wanted) {
    if (sort == 0 || (sort == 2 && draw(40) == 0))
      text[length++] = (uint8_t)draw(256);
    else if (sort == 3)
      text[length++] = (uint8_t)draw(128);
    else {
      const char *piece = pieces[draw(kinds)];
      memcpy(text + length, piece, strlen(piece));
      length += strlen(piece);
    }
  }
  return length;
}

Test(index, implementations_agree) {
  static uint8_t text[512];
  static uint16_t places[2][512 + NSP__WINDOW_SLACK];
  for (int round = 0; round < 20000; round++) {
    size_t length = make_text(text, sizeof text);
    nsp__index_set set = (nsp__index_set)draw(NSP__INDEX_SETS);
    uint32_t count[2];
    bool well_formed = nsp__scan_plain(set, text, length, places[0], &count[0]);
    for (size_t i = 1; i < sizeof scanners / sizeof *scanners; i++) {
      if (!is_supported(scanners[i])) continue;
      cr_assert_eq(scanners[i](set, text, length, places[1], &count[1]), well_formed, "round %d, scanner %zu", round,
                   i);
      cr_assert_eq(count[1], count[0], "round %d, scanner %zu", round, i);
      cr_assert_arr_eq(places[0], places[1], count[0] * sizeof **places, "round %d, scanner %zu", round, i);
    }
  }
}

Test(index, notes_marks_and_no_letters) {
  static const char text[] =
      "A b, c. D! \xD0\x90\xD0\xB1? \xE6\x97\xA5\xE3\x80\x82 \xE0\xA4\x95\xE0\xA5\x8D\xE0\xA5\xA4 (x) \"y\"\n";
  static nsp__index_window window;
  nsp__index_next(NSP__INDEX_STOPS, text, 0, sizeof text - 1, &window);
  cr_assert(!window.malformed);
  static const char expected[] = {'.', '!', '?', '\x80', '\xA4', ')', '\n'};
  cr_assert_eq(window.count, sizeof expected);
  for (uint32_t i = 0; i < window.count; i++) cr_assert_eq(text[window.at[i]], expected[i], "place %u", i);
}

Test(index, windows_meet_between_characters) {
  enum { LENGTH = 3 * NSP__WINDOW + 100 };
  char *text = malloc(LENGTH + 4);
  for (size_t i = 0; i < LENGTH; i += 3) memcpy(text + i, "\xE3\x80\x82", 3);
  static nsp__index_window window;
  uint32_t places = 0, length = LENGTH / 3 * 3;
  for (window.end = 0; window.end < length; places += window.count) {
    uint32_t start = window.end;
    nsp__index_next(NSP__INDEX_STOPS, text, start, length, &window);
    cr_assert_eq(window.start, start);
    cr_assert_eq(window.end % 3, 0u);
    cr_assert(!window.malformed);
  }
  cr_assert_eq(places, length / 3);
  free(text);
}

Test(index, malformed_bytes_are_counted) {
  static const struct {
    const char *text;
    uint32_t length;
    uint64_t count, first;
  } cases[] = {
      {"abc", 3, 0, 0},
      {"a\xFF"
       "b",
       3, 1, 1},
      {"\xC0\x80", 2, 2, 0},         /* an overlong form */
      {"ab\xED\xA0\x80", 5, 3, 2},   /* a surrogate */
      {"\xF4\x90\x80\x80", 4, 4, 0}, /* beyond U+10FFFF */
      {"a\xE2\x80", 3, 2, 1},        /* cut off at the end */
      {"\x80", 1, 1, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    static nsp__index_window window;
    uint64_t first = 0;
    nsp__index_next(NSP__INDEX_STOPS, cases[i].text, 0, cases[i].length, &window);
    cr_assert_eq(window.malformed, cases[i].count > 0, "case %zu", i);
    cr_assert_eq(nsp__index_malformed(cases[i].text, &window, &first), cases[i].count, "case %zu", i);
    cr_assert_eq(first, cases[i].first, "case %zu", i);
    cr_assert_eq(nsp__is_well_formed(cases[i].text, cases[i].length), cases[i].count == 0, "case %zu", i);
  }
}

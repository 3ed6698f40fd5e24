/* Bytes to code points and UTF-16 units, and back. */
#include <criterion/criterion.h>
#include <string.h>

#include "newsparse/newsparse.h"

/* a é € 😀 and a malformed byte, then z */
static const char text[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xFFz";
enum { LENGTH = sizeof text - 1 };

static uint32_t convert(uint32_t offset, nsp_unit from, nsp_unit to) {
  cr_assert_eq(nsp_offsets_convert(text, LENGTH, from, to, &offset, 1), NSP_OK);
  return offset;
}

Test(offsets, of_every_width) {
  static const uint32_t table[][3] = {{0, 0, 0}, {1, 1, 1}, {3, 2, 2}, {6, 3, 3}, {10, 4, 5}, {11, 5, 6}, {12, 6, 7}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    for (int from = 0; from < 3; from++)
      for (int to = 0; to < 3; to++)
        cr_assert_eq(convert(table[i][from], (nsp_unit)from, (nsp_unit)to), table[i][to], "row %zu, %d to %d", i, from,
                     to);
}

Test(offsets, inside_a_character_go_to_its_start) {
  cr_assert_eq(convert(2, NSP_UNIT_BYTE, NSP_UNIT_CODEPOINT), 1u);
  cr_assert_eq(convert(9, NSP_UNIT_BYTE, NSP_UNIT_UTF16), 3u);
  cr_assert_eq(convert(4, NSP_UNIT_UTF16, NSP_UNIT_CODEPOINT), 3u);
}

Test(offsets, beyond_the_end_go_to_the_end) {
  cr_assert_eq(convert(99, NSP_UNIT_BYTE, NSP_UNIT_CODEPOINT), 6u);
  cr_assert_eq(convert(UINT32_MAX, NSP_UNIT_CODEPOINT, NSP_UNIT_BYTE), 12u);
  cr_assert_eq(convert(99, NSP_UNIT_BYTE, NSP_UNIT_BYTE), 12u);
}

Test(offsets, in_any_order) {
  uint32_t offsets[] = {12, 0, 6, 3, 10, 1, 12, 11};
  cr_assert_eq(nsp_offsets_convert(text, LENGTH, NSP_UNIT_BYTE, NSP_UNIT_UTF16, offsets, 8), NSP_OK);
  static const uint32_t expected[] = {7, 0, 3, 2, 5, 1, 7, 6};
  cr_assert_arr_eq(offsets, expected, sizeof expected);
  cr_assert_eq(nsp_offsets_convert(text, LENGTH, NSP_UNIT_UTF16, NSP_UNIT_BYTE, offsets, 8), NSP_OK);
  static const uint32_t back[] = {12, 0, 6, 3, 10, 1, 12, 11};
  cr_assert_arr_eq(offsets, back, sizeof back);
}

Test(offsets, of_a_long_text_going_back_and_forth) {
  static char longer[40000];
  for (size_t i = 0; i + 2 < sizeof longer; i += 2) memcpy(longer + i, "\xC3\xA9", 2);
  uint32_t offsets[] = {39998, 2, 20000, 30000, 4, 39998};
  cr_assert_eq(nsp_offsets_convert(longer, 39998, NSP_UNIT_BYTE, NSP_UNIT_CODEPOINT, offsets, 6), NSP_OK);
  static const uint32_t expected[] = {19999, 1, 10000, 15000, 2, 19999};
  cr_assert_arr_eq(offsets, expected, sizeof expected);
}

Test(offsets, lengths) {
  cr_assert_eq(nsp_offsets_length(text, LENGTH, NSP_UNIT_BYTE), 12u);
  cr_assert_eq(nsp_offsets_length(text, LENGTH, NSP_UNIT_CODEPOINT), 6u);
  cr_assert_eq(nsp_offsets_length(text, LENGTH, NSP_UNIT_UTF16), 7u);
  cr_assert_eq(nsp_offsets_length("", 0, NSP_UNIT_UTF16), 0u);
}

Test(offsets, what_is_refused) {
  uint32_t offset = 0;
  cr_assert_eq(nsp_offsets_convert(text, LENGTH, (nsp_unit)7, NSP_UNIT_BYTE, &offset, 1), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_offsets_convert(text, LENGTH, NSP_UNIT_BYTE, (nsp_unit)7, &offset, 1), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_offsets_convert(NULL, 3, NSP_UNIT_BYTE, NSP_UNIT_UTF16, &offset, 1), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_offsets_convert(text, LENGTH, NSP_UNIT_BYTE, NSP_UNIT_UTF16, NULL, 1), NSP_ERROR_INVALID_ARGUMENT);
  cr_assert_eq(nsp_offsets_convert(NULL, 0, NSP_UNIT_BYTE, NSP_UNIT_UTF16, NULL, 0), NSP_OK);
}

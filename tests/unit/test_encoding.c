/* Legacy encodings: found, and made UTF-8. */
#include <criterion/criterion.h>
#include <string.h>

#include "newsparse/newsparse.h"

static void converts(const char *bytes, size_t length, const char *encoding, const char *expected) {
  char *text;
  size_t text_length;
  cr_assert_eq(nsp_encoding_convert(bytes, length, encoding, NULL, &text, &text_length), NSP_OK, "%s", encoding);
  cr_assert_eq(text_length, strlen(expected), "%s", encoding);
  cr_assert_str_eq(text, expected, "%s", encoding);
  nsp_encoding_free(text, text_length, NULL);
}

Test(encoding, conversion) {
  converts("caf\xE9", 4, "windows-1252", "caf\xC3\xA9");
  converts("\xCF\xF0", 2, "windows-1251", "\xD0\x9F\xD1\x80");
  converts("\xF0\xD2", 2, "KOI8-R", "\xD0\x9F\xD1\x80");
  converts(
      "\xFF\xFE"
      "a\0\xAC\x20",
      6, "UTF-16LE", "a\xE2\x82\xAC");
  converts("\xFE\xFF\0a", 4, "UTF-16", "a");
  converts(
      "\xEF\xBB\xBF"
      "a",
      4, "UTF-8", "a");
  converts(
      "a\xFF"
      "b",
      3, "UTF-8",
      "a\xEF\xBF\xBD"
      "b");
  converts("\x93\xFA\x96\x7B", 4, "Shift_JIS", "\xE6\x97\xA5\xE6\x9C\xAC");
  converts("", 0, "UTF-16", "");
}

Test(encoding, zeros_stay) {
  char *text;
  size_t length;
  cr_assert_eq(nsp_encoding_convert("a\0b", 3, "ISO-8859-1", NULL, &text, &length), NSP_OK);
  cr_assert_eq(length, 3u);
  cr_assert_arr_eq(text, "a\0b", 4);
  nsp_encoding_free(text, length, NULL);
}

Test(encoding, long_texts_grow) {
  static char bytes[100000];
  memset(bytes, 0xE9, sizeof bytes);
  char *text;
  size_t length;
  cr_assert_eq(nsp_encoding_convert(bytes, sizeof bytes, "windows-1252", NULL, &text, &length), NSP_OK);
  cr_assert_eq(length, 2 * sizeof bytes);
  for (size_t i = 0; i < length; i += 2) cr_assert_eq(memcmp(text + i, "\xC3\xA9", 2), 0);
  nsp_encoding_free(text, length, NULL);
}

Test(encoding, unknown_ones_are_refused) {
  char *text;
  size_t length;
  cr_assert_eq(nsp_encoding_convert("a", 1, "no-such-thing", NULL, &text, &length), NSP_ERROR_UNKNOWN_ENCODING);
  cr_assert_eq(nsp_encoding_convert("a", 1, "", NULL, &text, &length), NSP_ERROR_UNKNOWN_ENCODING);
  cr_assert_null(text);
}

Test(encoding, detection) {
  static const struct {
    const char *bytes;
    size_t length;
    const char *name;
  } table[] = {
      {"", 0, "UTF-8"},
      {"plain ASCII", 11, "UTF-8"},
      {"Z\xC3\xBCrich", 7, "UTF-8"},
      {"\xEF\xBB\xBFx", 4, "UTF-8"},
      {"\xFF\xFEx\0", 4, "UTF-16LE"},
      {"\xFE\xFF\0x", 4, "UTF-16BE"},
      {"\xFF\xFE\0\0x\0\0\0", 8, "UTF-32LE"},
      {"H\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d\0", 22, "UTF-16LE"},
      {"\0H\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d", 22, "UTF-16BE"},
      {"Le pr\xE9sident a dit \xE0 la d\xE9l\xE9gation que l'\xE9t\xE9 sera tr\xE8s long et tr\xE8s chaud.", 69,
       "windows-1252"},
      {"\xD1\xE5\xE3\xEE\xE4\xED\xFF \xEF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE "
       "\xE2\xF1\xF2\xF0\xE5\xF7\xE0 \xE1\xFB\xEB\xE0 "
       "\xEF\xEE\xEB\xE5\xE7\xED\xEE\xE9.",
       53, "windows-1251"},
      {"Gr\xC3\xBC\xC3\x9F"
       "e aus K\xC3\xB6ln \xFF und M\xC3\xBCnchen",
       33, "UTF-8"}, /* damaged */
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    cr_assert_str_eq(nsp_encoding_detect(table[i].bytes, table[i].length), table[i].name, "row %zu", i);
}

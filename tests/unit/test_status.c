/* Statuses and their words. */
#include <criterion/criterion.h>
#include <string.h>

#include "newsparse/newsparse.h"

static const nsp_status all[] = {NSP_OK,
                                 NSP_ERROR_NO_MEMORY,
                                 NSP_ERROR_INVALID_ARGUMENT,
                                 NSP_ERROR_TOO_LONG,
                                 NSP_ERROR_MALFORMED_UTF8,
                                 NSP_ERROR_UNKNOWN_LANGUAGE,
                                 NSP_ERROR_PACK_SYNTAX,
                                 NSP_ERROR_PACK_FORMAT,
                                 NSP_ERROR_UNKNOWN_ENCODING,
                                 NSP_ERROR_UNSUPPORTED,
                                 NSP_ERROR_STATE};
enum { COUNT = sizeof all / sizeof *all };

Test(status, each_has_a_name_and_a_message_of_its_own) {
  for (int i = 0; i < COUNT; i++) {
    cr_assert_eq(strncmp(nsp_status_name(all[i]), "NSP_", 4), 0, "%d", all[i]);
    cr_assert_gt(strlen(nsp_status_message(all[i])), 0u);
    for (int j = 0; j < i; j++) {
      cr_assert_str_neq(nsp_status_name(all[i]), nsp_status_name(all[j]));
      cr_assert_str_neq(nsp_status_message(all[i]), nsp_status_message(all[j]));
    }
  }
}

Test(status, an_unknown_one_has_words_too) {
  cr_assert_not_null(nsp_status_name((nsp_status)-9999));
  cr_assert_not_null(nsp_status_message((nsp_status)9999));
}

Test(version, library_and_headers_agree) {
  cr_assert_eq(nsp_version(), NSP_VERSION_NUMBER);
  cr_assert_str_eq(nsp_version_string(), NSP_VERSION_STRING);
}

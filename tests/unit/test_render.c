/* Rendering: strings of any bytes, writers that stop, segments, and what other formats promise. */
#include <criterion/criterion.h>
#include <string.h>

#include "newsparse/newsparse.h"
#include "render/json_writer.h"
#include "render/uuid.h"

static bool collect(const char *data, size_t length, void *payload) {
  strncat(payload, data, length);
  return true;
}

static void write_json_string(const char *text, size_t length, char *out) {
  nsp__output output;
  nsp__json json;
  *out = '\0';
  nsp__output_init(&output, collect, out);
  nsp__json_init(&json, &output, false);
  nsp__json_string(&json, text, length);
  cr_assert_eq(nsp__output_end(&output), NSP_OK);
}

Test(render, json_strings) {
  static const struct {
    const char *text;
    size_t length;
    const char *json;
  } table[] = {{"", 0, "\"\""},
               {"plain", 5, "\"plain\""},
               {"a\"b\\c", 5, "\"a\\\"b\\\\c\""},
               {"\n\r\t\b\f", 5, "\"\\n\\r\\t\\b\\f\""},
               {"\0\x1F\x7F", 3, "\"\\u0000\\u001f\\u007f\""},
               {"</script>", 9, "\"\\u003c/script>\""},
               {"\xC3\xA9\xF0\x9F\x98\x80", 6, "\"\xC3\xA9\xF0\x9F\x98\x80\""},
               {"a\xFF\xC3", 3, "\"a\xEF\xBF\xBD\xEF\xBF\xBD\""},
               {"\xED\xA0\x80", 3, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""}};
  char out[128];
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    write_json_string(table[i].text, table[i].length, out);
    cr_assert_str_eq(out, table[i].json, "row %zu", i);
  }
}

Test(render, ratios_have_a_point_and_two_decimals) {
  static const struct {
    float ratio;
    const char *text;
  } table[] = {{0, "0.00"}, {0.004f, "0.00"}, {0.25f, "0.25"}, {0.996f, "1.00"},
               {1, "1.00"}, {7, "1.00"},      {-1, "0.00"}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    nsp__output output;
    char out[16] = "";
    nsp__output_init(&output, collect, out);
    nsp__put_ratio(&output, table[i].ratio);
    cr_assert_eq(nsp__output_end(&output), NSP_OK);
    cr_assert_str_eq(out, table[i].text);
  }
}

Test(render, pretty_json_is_indented_down_to_the_flat_parts) {
  nsp__output output;
  nsp__json json;
  char out[256] = "";
  nsp__output_init(&output, collect, out);
  nsp__json_init(&json, &output, true);
  nsp__json_open(&json, '{');
  nsp__json_member(&json, "a", "b");
  nsp__json_key(&json, "list");
  nsp__json_open_flat(&json, '[');
  nsp__json_number(&json, 1);
  nsp__json_open(&json, '[');
  nsp__json_close(&json, ']');
  nsp__json_close(&json, ']');
  nsp__json_key(&json, "none");
  nsp__json_open(&json, '[');
  nsp__json_close(&json, ']');
  nsp__json_close(&json, '}');
  cr_assert_eq(nsp__output_end(&output), NSP_OK);
  cr_assert_str_eq(out, "{\n  \"a\": \"b\",\n  \"list\": [1, []],\n  \"none\": []\n}");
}

Test(render, names_are_uuids_of_the_text) {
  char a[NSP__URN_SIZE], b[NSP__URN_SIZE], c[NSP__URN_SIZE];
  nsp__urn_of("one", 3, a);
  nsp__urn_of("one", 3, b);
  nsp__urn_of("onf", 3, c);
  cr_assert_str_eq(a, b);
  cr_assert_str_neq(a, c);
  cr_assert_eq(strlen(a), 45u);
  cr_assert_eq(a[9 + 14], '8', "version");
  cr_assert(strchr("89ab", a[9 + 19]), "variant");
}

static const char article[] =
    "Title\n\n\xE2\x80\x9CWe wait,\xE2\x80\x9D Ada Quist said. It rained.\n\n\xC2\xA9 2024 Reuters\n";

typedef struct fixture {
  nsp_analyzer *analyzer;
  nsp_document *document;
} fixture;

static fixture analyse(const char *text, size_t length) {
  fixture made;
  cr_assert_eq(nsp_analyzer_new(NULL, &made.analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &made.document), NSP_OK);
  cr_assert_eq(nsp_analyze(made.analyzer, text, length, made.document, NULL), NSP_OK);
  return made;
}

static void forget(fixture made) {
  nsp_document_free(made.document);
  nsp_analyzer_free(made.analyzer);
}

static bool stop_after(const char *data, size_t length, void *payload) {
  size_t *left = payload;
  (void)data;
  if (*left < length) return false;
  *left -= length;
  return true;
}

Test(render, a_writer_that_stops_is_not_called_again) {
  fixture made = analyse(article, sizeof article - 1);
  for (int format = NSP_FORMAT_JSON; format <= NSP_FORMAT_HTML; format++) {
    nsp_render_options options = nsp_render_options_default((nsp_format)format);
    char *whole;
    size_t length;
    cr_assert_eq(nsp_render_to_string(made.document, article, sizeof article - 1, &options, &whole, &length), NSP_OK);
    cr_assert_eq(strlen(whole), length);
    nsp_render_free(whole);
    size_t left = length - 1, enough = length;
    cr_assert_eq(nsp_render(made.document, article, sizeof article - 1, &options, stop_after, &left), NSP_ERROR_STATE);
    cr_assert_eq(nsp_render(made.document, article, sizeof article - 1, &options, stop_after, &enough), NSP_OK);
    cr_assert_eq(enough, 0u);
  }
  forget(made);
}

Test(render, an_older_struct_of_options_is_enough) {
  fixture made = analyse(article, sizeof article - 1);
  nsp_render_options options = nsp_render_options_default(NSP_FORMAT_NDJSON), older = options;
  older.struct_size = offsetof(nsp_render_options, explain);
  older.explain = older.compact = true; /* what a program compiled earlier does not have */
  char *first, *second;
  cr_assert_eq(nsp_render_to_string(made.document, article, sizeof article - 1, &options, &first, NULL), NSP_OK);
  cr_assert_eq(nsp_render_to_string(made.document, article, sizeof article - 1, &older, &second, NULL), NSP_OK);
  cr_assert_str_eq(first, second);
  nsp_render_free(first);
  nsp_render_free(second);
  forget(made);
}

Test(render, segments_are_the_text_of_the_blocks) {
  fixture made = analyse(article, sizeof article - 1);
  nsp_segment *segments;
  size_t count, at = 0;
  cr_assert_eq(nsp_segments_new(made.document, NULL, &segments, &count), NSP_OK);
  for (size_t i = 0; i < nsp_document_block_count(made.document); i++) {
    const nsp_block *block = nsp_document_block(made.document, i);
    uint32_t end = block->span.start;
    for (; at < count && segments[at].block == i; at++) {
      cr_assert_eq(segments[at].span.start, end);
      cr_assert_lt(segments[at].span.start, segments[at].span.end);
      end = segments[at].span.end;
    }
    cr_assert_eq(end, block->span.end);
  }
  cr_assert_eq(at, count);
  nsp_segments_free(segments, count, NULL);
  forget(made);
}

Test(render, segments_know_what_they_are_part_of) {
  fixture made = analyse(article, sizeof article - 1);
  nsp_segment *segments;
  size_t count;
  cr_assert_eq(nsp_segments_new(made.document, NULL, &segments, &count), NSP_OK);
  cr_assert_gt(nsp_document_quote_count(made.document), 0u);
  for (size_t i = 0; i < count; i++) {
    bool inside = false;
    for (size_t q = 0; q < nsp_document_quote_count(made.document); q++) {
      nsp_spans content = nsp_document_quote(made.document, q)->content;
      for (uint32_t k = 0; k < content.count; k++)
        inside = inside ||
                 (content.items[k].start <= segments[i].span.start && segments[i].span.end <= content.items[k].end);
    }
    cr_assert_eq(inside, segments[i].content != NSP_NONE, "segment %zu", i);
  }
  nsp_segments_free(segments, count, NULL);
  forget(made);
}

Test(render, nothing_has_no_segments) {
  fixture made = analyse("", 0);
  nsp_segment *segments;
  size_t count;
  cr_assert_eq(nsp_segments_new(made.document, NULL, &segments, &count), NSP_OK);
  cr_assert_eq(count, 0u);
  cr_assert_null(segments);
  nsp_segments_free(segments, count, NULL);
  forget(made);
}

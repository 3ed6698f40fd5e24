#include "convert.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The links with the offsets in the unit that was asked for. NULL when out of memory. */
static json_t *list_links(const struct options *options, const struct text *text) {
  size_t count = text->link_count;
  uint32_t *offsets = malloc((2 * count + 1) * sizeof *offsets);
  json_t *list = json_array();
  for (size_t i = 0; offsets && i < count; i++) {
    offsets[2 * i] = text->links[i].span.start;
    offsets[2 * i + 1] = text->links[i].span.end;
  }
  if (offsets &&
      nsp_offsets_convert(text->data, text->length, NSP_UNIT_BYTE, options->offsets, offsets, 2 * count) == NSP_OK)
    for (size_t i = 0; i < count; i++)
      json_array_append_new(
          list, json_pack("{s:I, s:I, s:s%}", "start", (json_int_t)offsets[2 * i], "end",
                          (json_int_t)offsets[2 * i + 1], "url", text->links[i].url, strlen(text->links[i].url)));
  free(offsets);
  return list;
}

/* JSON's strings are valid UTF-8: what is malformed is replaced. */
static json_t *clean_string(const char *data, size_t length) {
  char *clean;
  size_t clean_length;
  if (!data || nsp_encoding_convert(data, length, "UTF-8", NULL, &clean, &clean_length) != NSP_OK) return json_null();
  json_t *string = json_stringn(clean, clean_length);
  nsp_encoding_free(clean, clean_length, NULL);
  return string;
}

/* The first byte that is no UTF-8, or the length. */
static size_t first_malformed(const char *data, size_t length) {
  char *clean;
  size_t clean_length, at = 0;
  if (nsp_encoding_convert(data, length, "UTF-8", NULL, &clean, &clean_length) != NSP_OK) return 0;
  size_t mark = length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; /* which the conversion drops */
  while (at < clean_length && at + mark < length && clean[at] == data[at + mark]) at++;
  nsp_encoding_free(clean, clean_length, NULL);
  return at + mark;
}

bool convert_write(const struct options *options, const struct text *text, const char *label, struct buffer *out) {
  size_t good = options->strict ? first_malformed(text->data, text->length) : text->length;
  if (good < text->length) {
    char message[80];
    snprintf(message, sizeof message, "the text is not valid UTF-8 (byte %zu)", good);
    complain(label, message);
    return false;
  }
  if (options->format != OUTPUT_JSON && options->format != OUTPUT_NDJSON)
    return buffer_append(text->data, text->length, out);
  json_t *root = json_object();
  json_object_set_new(root, "title", clean_string(text->title, text->title ? strlen(text->title) : 0));
  json_object_set_new(root, "lang", clean_string(text->language, text->language ? strlen(text->language) : 0));
  json_object_set_new(root, "links", list_links(options, text));
  json_object_set_new(root, "text", clean_string(text->data, text->length));
  char *written = json_dumps(root, options->format == OUTPUT_JSON ? JSON_INDENT(2) : JSON_COMPACT);
  bool done = written && buffer_append(written, strlen(written), out) && buffer_append("\n", 1, out);
  free(written);
  json_decref(root);
  return done;
}

#include "ndjson.h"

#include <jansson.h>
#include <string.h>

/* One line on its way. */
struct request {
  json_t *root;
  char *id; /* as JSON; NULL when there is none */
  const char *language;
  const char *text;
  size_t length;
  size_t number; /* of the line, from 1 */
};

static bool write_error(const struct request *request, const char *code, const char *message, json_int_t offset,
                        struct buffer *out) {
  json_t *error = json_pack("{s:s, s:s, s:I}", "code", code, "message", message, "line", (json_int_t)request->number);
  if (error && offset >= 0) json_object_set_new(error, "offset", json_integer(offset));
  char *text = error ? json_dumps(error, JSON_COMPACT) : NULL;
  const char *id = request->id ? request->id : "null";
  buffer_append("{\"id\":", 6, out);
  buffer_append(id, strlen(id), out);
  buffer_append(",\"error\":", 9, out);
  if (text)
    buffer_append(text, strlen(text), out);
  else
    buffer_append("{}", 2, out);
  buffer_append("}\n", 2, out);
  free(text);
  json_decref(error);
  return false;
}

/* The id of a line that is no JSON as a whole, when it comes first: {"id": 17, "text": "…broken. NULL if not. */
static char *salvage_id(const char *line, size_t length) {
  static const char *const tokens[] = {"{", "\"id\"", ":"};
  size_t at = 0;
  for (size_t i = 0; i < 3; i++) {
    while (at < length && memchr(" \t", line[at], 2)) at++;
    size_t size = strlen(tokens[i]);
    if (length - at < size || memcmp(line + at, tokens[i], size) != 0) return NULL;
    at += size;
  }
  json_error_t error;
  json_t *id = json_loadb(line + at, length - at, JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &error);
  char *text = id ? json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
  json_decref(id);
  return text;
}

/* Fills the request; false after writing why not. */
static bool read_request(struct request *request, const char *line, size_t length, struct buffer *out) {
  json_error_t error;
  request->root = json_loadb(line, length, JSON_ALLOW_NUL, &error);
  if (!request->root) {
    request->id = salvage_id(line, length);
    return write_error(request, "json", error.text, error.position, out);
  }
  if (!json_is_object(request->root)) return write_error(request, "request", "the line is not a JSON object", -1, out);
  json_t *id = json_object_get(request->root, "id"), *language = json_object_get(request->root, "lang"),
         *text = json_object_get(request->root, "text");
  if (id) request->id = json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT);
  if (!text) return write_error(request, "request", "\"text\" is missing", -1, out);
  if (!json_is_string(text)) return write_error(request, "request", "\"text\" is not a string", -1, out);
  if (language && !json_is_null(language) && !json_is_string(language))
    return write_error(request, "request", "\"lang\" is not a string", -1, out);
  request->language = json_string_value(language);
  request->text = json_string_value(text);
  request->length = json_string_length(text);
  return true;
}

static bool answer(const struct analysis *analysis, nsp_document *document, const struct request *request,
                   struct buffer *out) {
  nsp_error error = {0};
  nsp_input input = nsp_input_default(request->text, request->length);
  input.language = request->language;
  nsp_status status = analysis_run(analysis, &input, document, &error);
  if (status != NSP_OK)
    return write_error(request, nsp_status_name(status), error.message, (json_int_t)error.offset, out);
  const enum output_format wanted = analysis->options->format;
  nsp_render_options render = nsp_render_options_default(wanted == OUTPUT_JSONLD  ? NSP_FORMAT_JSONLD
                                                         : wanted == OUTPUT_NINJS ? NSP_FORMAT_NINJS
                                                                                  : NSP_FORMAT_NDJSON);
  render.compact = true;
  render.id = request->id;
  render.offsets = analysis->options->offsets;
  render.stages = analysis->options->shown;
  render.explain = analysis->options->explain;
  size_t before = out->length;
  status = nsp_render(document, request->text, request->length, &render, buffer_append, out);
  if (status == NSP_OK) return true;
  out->length = before;
  return write_error(request, nsp_status_name(status), nsp_status_message(status), -1, out);
}

static bool answer_line(const struct analysis *analysis, nsp_document *document, const char *line, size_t length,
                        size_t number, struct buffer *out) {
  struct request request = {.number = number};
  bool good = read_request(&request, line, length, out) && answer(analysis, document, &request, out);
  free(request.id);
  json_decref(request.root);
  return good;
}

static bool is_blank(const char *line, size_t length) {
  while (length && memchr(" \t\r", line[length - 1], 3)) length--;
  return length == 0;
}

bool ndjson_answer(const struct analysis *analysis, nsp_document *document, const char *lines, size_t length,
                   size_t number, struct buffer *out) {
  bool good = true;
  for (const char *end = lines + length; lines < end; number++) {
    const char *stop = memchr(lines, '\n', (size_t)(end - lines));
    size_t size = (size_t)((stop ? stop : end) - lines), mark = 0;
    if (number == 1 && size >= 3 && memcmp(lines, "\xEF\xBB\xBF", 3) == 0) mark = 3; /* a byte-order mark */
    if (!is_blank(lines + mark, size - mark))
      good = answer_line(analysis, document, lines + mark, size - mark, number, out) && good;
    lines += size + 1;
  }
  return good;
}

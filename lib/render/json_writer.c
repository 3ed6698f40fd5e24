#include "render/json_writer.h"

#include <string.h>

/* Bytes that cannot stand in a JSON string, and '<', so that the output can be put into a page's <script>. */
static const bool stops[128] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,         1,          1,         1,
                                1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ['"'] = 1, ['\\'] = 1, ['<'] = 1, [0x7F] = 1};

static void escape(nsp__output *output, unsigned char byte) {
  static const char hex[] = "0123456789abcdef";
  static const char named[] = "\"\\\n\r\t\b\f", names[] = "\"\\nrtbf";
  const char *found = memchr(named, byte, sizeof named - 1);
  char escaped[6] = {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
  if (found) {
    escaped[1] = names[found - named];
    nsp__put(output, escaped, 2);
  } else {
    nsp__put(output, escaped, sizeof escaped);
  }
}

void nsp__json_init(nsp__json *json, nsp__output *output, bool pretty) {
  *json = (nsp__json){.output = output, .pretty = pretty};
}

static void next_line(nsp__json *json) {
  if (!json->pretty || json->flat) return;
  nsp__put_char(json->output, '\n');
  for (uint32_t i = 0; i < json->depth; i++) nsp__put(json->output, "  ", 2);
}

/* Before an item or a member: the comma after what stands before, and the place on the line. */
static void separate(nsp__json *json) {
  if (json->started) nsp__put_char(json->output, ',');
  if (json->started && json->pretty && json->flat) nsp__put_char(json->output, ' ');
  if (json->depth) next_line(json);
  json->started = true;
}

static void begin_value(nsp__json *json) {
  if (!json->keyed) separate(json);
  json->keyed = false;
}

void nsp__json_open(nsp__json *json, char open) {
  begin_value(json);
  nsp__put_char(json->output, open);
  json->depth++;
  if (json->flat) json->flat++;
  json->started = false;
}

void nsp__json_open_flat(nsp__json *json, char open) {
  bool outermost = !json->flat;
  nsp__json_open(json, open);
  if (outermost) json->flat = 1;
}

void nsp__json_close(nsp__json *json, char close) {
  json->depth--;
  if (json->started) next_line(json);
  if (json->flat) json->flat--;
  nsp__put_char(json->output, close);
  json->started = true;
}

void nsp__json_key(nsp__json *json, const char *name) {
  separate(json);
  nsp__put_char(json->output, '"');
  nsp__puts(json->output, name);
  nsp__puts(json->output, json->pretty ? "\": " : "\":");
  json->keyed = true;
}

void nsp__json_string_begin(nsp__json *json) {
  begin_value(json);
  nsp__put_char(json->output, '"');
}

void nsp__json_string_part(nsp__json *json, const char *text, size_t length) {
  nsp__put_escaped(json->output, text, length, stops, escape);
}

void nsp__json_string_end(nsp__json *json) { nsp__put_char(json->output, '"'); }

void nsp__json_string(nsp__json *json, const char *text, size_t length) {
  nsp__json_string_begin(json);
  nsp__json_string_part(json, text, length);
  nsp__json_string_end(json);
}

void nsp__json_number(nsp__json *json, uint64_t number) {
  begin_value(json);
  nsp__put_number(json->output, number);
}

void nsp__json_ratio(nsp__json *json, float ratio) {
  begin_value(json);
  nsp__put_ratio(json->output, ratio);
}

void nsp__json_raw(nsp__json *json, const char *value) {
  begin_value(json);
  nsp__puts(json->output, value);
}

void nsp__json_member(nsp__json *json, const char *name, const char *value) {
  nsp__json_key(json, name);
  nsp__json_string(json, value, strlen(value));
}

void nsp__json_member_number(nsp__json *json, const char *name, uint64_t number) {
  nsp__json_key(json, name);
  nsp__json_number(json, number);
}

void nsp__json_member_string(nsp__json *json, const char *name, nsp_string string) {
  nsp__json_key(json, name);
  if (string.data)
    nsp__json_string(json, string.data, string.length);
  else
    nsp__json_raw(json, "null");
}

void nsp__json_member_known(nsp__json *json, const char *name, nsp_string string) {
  if (string.data) nsp__json_member_string(json, name, string);
}

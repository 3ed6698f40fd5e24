/* The one door to all renderers. */
#include "render/render.h"

#include <string.h>

#include "document.h"

nsp_render_options nsp_render_options_default(nsp_format format) {
  return (nsp_render_options){
      .struct_size = sizeof(nsp_render_options), .format = format, .offsets = NSP_UNIT_BYTE, .stages = NSP_STAGE_ALL};
}

/* A caller compiled against an older header has a smaller struct; what it lacks is at its default. */
static nsp_render_options read_options(const nsp_render_options *options) {
  nsp_render_options known = nsp_render_options_default(NSP_FORMAT_JSON);
  if (!options) return known;
  size_t size = options->struct_size < sizeof known ? options->struct_size : sizeof known;
  memcpy(&known, options, size);
  return known;
}

static nsp_status dispatch(nsp__rendering *rendering) {
  switch (rendering->options.format) {
    case NSP_FORMAT_JSON:
    case NSP_FORMAT_NDJSON: return nsp__render_json(rendering);
    case NSP_FORMAT_JSONLD: return nsp__render_jsonld(rendering);
    case NSP_FORMAT_NINJS: return nsp__render_ninjs(rendering);
    case NSP_FORMAT_HTML: return nsp__render_html(rendering);
  }
  return NSP_ERROR_INVALID_ARGUMENT;
}

nsp_status nsp_render(const nsp_document *document, const char *text, size_t length, const nsp_render_options *options,
                      nsp_writer writer, void *payload) {
  if (!document || (!text && length) || !writer) return NSP_ERROR_INVALID_ARGUMENT;
  if (length > NSP_MAX_INPUT) return NSP_ERROR_TOO_LONG;
  nsp__output output;
  nsp__output_init(&output, writer, payload);
  nsp__rendering rendering = {.document = document,
                              .text = text ? text : "",
                              .length = (uint32_t)length,
                              .options = read_options(options),
                              .output = &output,
                              .allocator = document->allocator};
  nsp_unit unit = rendering.options.offsets;
  if (unit != NSP_UNIT_BYTE && unit != NSP_UNIT_CODEPOINT && unit != NSP_UNIT_UTF16) return NSP_ERROR_INVALID_ARGUMENT;
  nsp__units_init(&rendering.units, rendering.text, rendering.length, unit);
  nsp_status status = NSP_ERROR_NO_MEMORY;
  if (nsp__units_index(&rendering.units, rendering.allocator) &&
      nsp__speakers_init(&rendering.speakers, document, rendering.allocator))
    status = dispatch(&rendering);
  nsp__speakers_free(&rendering.speakers);
  nsp__units_free(&rendering.units);
  return status == NSP_OK ? nsp__output_end(&output) : status;
}

/* A string that grows, in the default allocator's memory, which needs no size to free it. */
typedef struct growing {
  char *data;
  size_t used, size;
  bool failed;
} growing;

static bool append(const char *data, size_t length, void *payload) {
  growing *string = payload;
  if (string->size - string->used < length + 1) {
    size_t size = string->size * 2 + length + 1;
    nsp_allocator memory = nsp_allocator_default();
    char *larger = memory.reallocate(memory.context, string->data, string->size, size);
    string->failed = !larger;
    if (!larger) return false;
    string->data = larger;
    string->size = size;
  }
  memcpy(string->data + string->used, data, length);
  string->used += length;
  string->data[string->used] = '\0';
  return true;
}

nsp_status nsp_render_to_string(const nsp_document *document, const char *text, size_t length,
                                const nsp_render_options *options, char **out, size_t *out_length) {
  if (!out) return NSP_ERROR_INVALID_ARGUMENT;
  *out = NULL;
  if (out_length) *out_length = 0;
  growing string = {0};
  nsp_status status = nsp_render(document, text, length, options, append, &string);
  if (status == NSP_OK && !string.data && !append("", 0, &string)) status = NSP_ERROR_NO_MEMORY;
  if (status != NSP_OK) {
    nsp_render_free(string.data);
    return string.failed ? NSP_ERROR_NO_MEMORY : status;
  }
  *out = string.data;
  if (out_length) *out_length = string.used;
  return NSP_OK;
}

void nsp_render_free(char *output) {
  nsp_allocator memory = nsp_allocator_default();
  memory.release(memory.context, output, 0);
}

#include "work.h"

#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "ndjson.h"
#include "view.h"

static nsp_format library_format(enum output_format format) {
  switch (format) {
    case OUTPUT_NDJSON: return NSP_FORMAT_NDJSON;
    case OUTPUT_JSONLD: return NSP_FORMAT_JSONLD;
    case OUTPUT_NINJS: return NSP_FORMAT_NINJS;
    case OUTPUT_HTML: return NSP_FORMAT_HTML;
    default: return NSP_FORMAT_JSON;
  }
}

static bool render(const struct options *options, const nsp_document *document, const struct text *text,
                   struct slot *slot) {
  if (options->format == OUTPUT_TEXT) {
    struct view view = {.options = options, .document = document, .text = text->data, .length = text->length};
    if (options->file_count > 1) view.title = slot->input.label, view.number = slot->number;
    return view_write(&view, &slot->out);
  }
  nsp_render_options how = nsp_render_options_default(library_format(options->format));
  how.offsets = options->offsets;
  how.stages = options->shown;
  how.explain = options->explain;
  how.title = text->title;
  return nsp_render(document, text->data, text->length, &how, buffer_append, &slot->out) == NSP_OK;
}

static bool answer_text(const struct analysis *analysis, nsp_document *document, const struct text *text,
                        struct slot *slot) {
  nsp_error error = {0};
  nsp_input input = nsp_input_default(text->data, text->length);
  input.language = text->language && *text->language ? text->language : NULL;
  input.links = text->links;
  input.link_count = text->link_count;
  nsp_status status = analysis_run(analysis, &input, document, &error);
  if (status == NSP_OK) {
    if (render(analysis->options, document, text, slot)) return true;
    complain(slot->input.label, "out of memory");
    return false;
  }
  char message[256];
  snprintf(message, sizeof message, status == NSP_ERROR_MALFORMED_UTF8 ? "%s (byte %llu)" : "%s", error.message,
           (unsigned long long)error.offset);
  complain(slot->input.label, message);
  return false;
}

void work_on(const struct analysis *analysis, nsp_document *document, struct slot *slot) {
  if (slot->is_lines) {
    slot->failed = !ndjson_answer(analysis, document, slot->lines.data, slot->lines.length, slot->number, &slot->out);
    return;
  }
  struct text text;
  slot->failed = !input_read(&slot->input, analysis->options, &text);
  if (!slot->failed && analysis->options->command == COMMAND_CONVERT)
    slot->failed = !convert_write(analysis->options, &text, slot->input.label, &slot->out);
  else if (!slot->failed)
    slot->failed = !answer_text(analysis, document, &text, slot);
  text_free(&text);
  input_close(&slot->input);
}

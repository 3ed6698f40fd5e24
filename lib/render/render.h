/* Rendering: reads a finished document and the text it was made from, and writes. One file a format. */
#ifndef NSP_RENDER_RENDER_H
#define NSP_RENDER_RENDER_H

#include "newsparse/analyzer.h"
#include "newsparse/render.h"
#include "render/output.h"
#include "render/speakers.h"
#include "text/units.h"

/* What a renderer is given. */
typedef struct nsp__rendering {
  const nsp_document *document;
  const char *text;
  uint32_t length;
  nsp_render_options options;
  nsp__units units; /* ready for nsp__units_of() */
  nsp__speakers speakers;
  nsp__output *output;
  nsp_allocator allocator;
} nsp__rendering;

nsp_status nsp__render_json(nsp__rendering *rendering);
nsp_status nsp__render_jsonld(nsp__rendering *rendering);
nsp_status nsp__render_ninjs(nsp__rendering *rendering);
nsp_status nsp__render_html(nsp__rendering *rendering);

/* Part of the text as a string; cut to the text's length, whatever the span says. */
static inline nsp_string nsp__slice(const nsp__rendering *rendering, nsp_span span) {
  uint32_t end = span.end < rendering->length ? span.end : rendering->length;
  uint32_t start = span.start < end ? span.start : end;
  return (nsp_string){rendering->text + start, end - start};
}

#endif

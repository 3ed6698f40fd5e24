/** @file render.h
 *  Documents as JSON, JSON-LD, ninjs and HTML. */
#ifndef NEWSPARSE_RENDER_H
#define NEWSPARSE_RENDER_H

#include "newsparse/document.h"
#include "newsparse/offsets.h"

NSP_BEGIN_DECLS

typedef enum nsp_format {
  NSP_FORMAT_JSON = 0,   /**< docs/schema/document.schema.json, on several lines */
  NSP_FORMAT_NDJSON = 1, /**< the same on one line, with a line break at its end */
  NSP_FORMAT_JSONLD = 2, /**< schema.org NewsArticle with its quotations and sources */
  NSP_FORMAT_NINJS = 3,  /**< IPTC ninjs 3.1 */
  NSP_FORMAT_HTML = 4    /**< a page of its own */
} nsp_format;

/** Receives a piece of output. Return false to stop. */
typedef bool (*nsp_writer)(const char *data, size_t length, void *payload);

/** How to render. Start from nsp_render_options_default(). */
typedef struct nsp_render_options {
  size_t struct_size;     /**< sizeof(nsp_render_options) as you compiled it; set by nsp_render_options_default() */
  nsp_format format;
  nsp_unit offsets;       /**< unit of the offsets in JSON; default NSP_UNIT_BYTE */
  uint32_t stages;        /**< nsp_stage, or-ed: what to write of it; default all */
  const char *id;         /**< the "id" member (JSON-LD: "identifier"; ninjs: in "altIds" if it is a string), a JSON value
                               as it stands (quote strings yourself); NULL for none */
  const char *title;      /**< HTML title; NULL takes the first heading */
  bool explain;           /**< write evidence with each decision */
  bool compact;           /**< JSON-LD and ninjs on one line, with a line break at its end */
} nsp_render_options;

NSP_API nsp_render_options nsp_render_options_default(nsp_format format);

/** Writes a document out.
 *  @param text, length  The text that the document was made from.
 *  @return NSP_OK; NSP_ERROR_STATE when the writer stopped; NSP_ERROR_NO_MEMORY; NSP_ERROR_INVALID_ARGUMENT.
 *  Malformed bytes are written as U+FFFD. Thread-safe for documents that no other thread is analysing into. */
NSP_API NSP_NODISCARD nsp_status nsp_render(const nsp_document *document, const char *text, size_t length,
                                            const nsp_render_options *options, nsp_writer writer, void *payload);

/** nsp_render() into memory.
 *  @param out         Receives the new, NUL-terminated output: free it with nsp_render_free(). NULL on failure.
 *  @param out_length  Receives its length in bytes; may be NULL. */
NSP_API NSP_NODISCARD nsp_status nsp_render_to_string(const nsp_document *document, const char *text, size_t length,
                                                      const nsp_render_options *options, char **out,
                                                      size_t *out_length);

/** Frees what nsp_render_to_string() made. NULL is allowed. */
NSP_API void nsp_render_free(char *output);

NSP_END_DECLS
#endif

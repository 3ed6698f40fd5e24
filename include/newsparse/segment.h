/** @file segment.h
 *  A document as a sequence of stretches of text, for whoever shows it: in a segment nothing begins or ends, so it can
 *  be drawn in one style. */
#ifndef NEWSPARSE_SEGMENT_H
#define NEWSPARSE_SEGMENT_H

#include "newsparse/document.h"

NSP_BEGIN_DECLS

/** A stretch of a block, and what it is part of: numbers of the document's elements, NSP_NONE for none. Where several
 *  of a sort overlap it is the one that began last. */
typedef struct nsp_segment {
  nsp_span span;
  uint32_t block;
  uint32_t content; /**< the quotation whose content it is */
  uint32_t source;  /**< the quotation whose source it is */
  uint32_t cue;     /**< the quotation whose cue it is */
  uint32_t credit;
} nsp_segment;

/** Cuts a document into segments, in text order; together they are the blocks' text.
 *  @param allocator  NULL for the default.
 *  @param out        Receives the new array: free it with nsp_segments_free(). NULL on failure and when there are none.
 *  @param count      Receives how many.
 *  @return NSP_OK, NSP_ERROR_NO_MEMORY, NSP_ERROR_INVALID_ARGUMENT. Thread-safe for documents that no other thread is
 *          analysing into. */
NSP_API NSP_NODISCARD nsp_status nsp_segments_new(const nsp_document *document, const nsp_allocator *allocator,
                                                  nsp_segment **out, size_t *count);

/** Frees what nsp_segments_new() made. NULL is allowed; `allocator` and `count` are those of that call. */
NSP_API void nsp_segments_free(nsp_segment *segments, size_t count, const nsp_allocator *allocator);

NSP_END_DECLS
#endif

/** @file sentence.h
 *  Sentences. A heading, a byline or a list item without punctuation is a sentence of its own, as the treebanks count. */
#ifndef NEWSPARSE_SENTENCE_H
#define NEWSPARSE_SENTENCE_H

#include "newsparse/common.h"

NSP_BEGIN_DECLS

/** One sentence. Spans are ordered and never overlap; only white space lies between them. */
typedef struct nsp_sentence {
  nsp_span span;  /**< trimmed of white space, unless NSP_OPTION_TILE_SENTENCES */
  uint32_t block; /**< number of its block */
} nsp_sentence;

NSP_END_DECLS
#endif

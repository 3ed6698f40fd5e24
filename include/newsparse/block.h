/** @file block.h
 *  Blocks: the paragraphs, headings and lines that a text is laid out in. */
#ifndef NEWSPARSE_BLOCK_H
#define NEWSPARSE_BLOCK_H

#include "newsparse/common.h"

NSP_BEGIN_DECLS

/** What a block is. New kinds may come; treat one that you do not know as a paragraph. */
typedef enum nsp_block_kind {
  NSP_BLOCK_PARAGRAPH = 0,
  NSP_BLOCK_HEADING = 10,    /**< a line of its own without final punctuation */
  NSP_BLOCK_LIST_ITEM = 20,  /**< a bullet, or a number that counts */
  NSP_BLOCK_BLOCK_QUOTE = 30, /**< set off as a quotation: "> …" or indented */
  NSP_BLOCK_BYLINE = 40,     /**< "By Jane Roe" as a line of its own */
  NSP_BLOCK_DATELINE = 50,   /**< a place, a date or both as a line of its own */
  NSP_BLOCK_CAPTION = 60,    /**< the words under a picture */
  NSP_BLOCK_CREDIT = 70      /**< a line of source credits, most often at the article's end */
} nsp_block_kind;

/** One block. The white space between blocks belongs to none. */
typedef struct nsp_block {
  nsp_span span;
  nsp_block_kind kind;
  uint32_t first_sentence; /**< its sentences are first_sentence … first_sentence + sentence_count - 1 */
  uint32_t sentence_count;
} nsp_block;

/** The name used in JSON ("paragraph", "list_item"), never NULL. Static; thread-safe. */
NSP_API const char *nsp_block_kind_name(nsp_block_kind kind);

NSP_END_DECLS
#endif

/* From a part of a page's tree to plain text with links: white space collapsed, one block a line. */
#ifndef PAGE_TEXT_H
#define PAGE_TEXT_H

#include <libxml/tree.h>

#include "input.h"

struct page_text {
  struct buffer buffer;
  nsp_link *links;
  size_t link_count, link_size;
  const char *base;    /* what links are relative to, or NULL */
  unsigned breaks;     /* line breaks due before the next word */
  bool space;          /* a space due before the next word */
  bool quoted;         /* inside a <blockquote>: its lines begin with "> " */
  const xmlNode *item; /* the <li> whose mark is due before the next word */
  bool failed;         /* out of memory */
};

void page_text_add(struct page_text *out, xmlNode *root);
void page_text_finish(struct page_text *out);

#endif

/* HTML pages: their encoding, and the text of the article in them. Uses libxml2's HTML parser. */
#ifndef PAGE_H
#define PAGE_H

#include "input.h"

/* The encoding that a byte-order mark or a <meta> names, or NULL. Static or valid until the next call in this thread.
 */
const char *page_encoding(const char *bytes, size_t length);

/* Replaces a page (UTF-8) by its article's text, one block a line with a blank line between, with links, title and
 * language. False when it could not be parsed. */
bool page_read(struct text *text);

#endif

/* Finding the article in a page's tree. */
#ifndef PAGE_TREE_H
#define PAGE_TREE_H

#include <libxml/tree.h>
#include <stdbool.h>

/* The next node in document order. With `skip`, not into the node; never out of `root`. NULL at the end. */
xmlNode *tree_next(const xmlNode *root, xmlNode *node, bool skip);

/* Is the node an element of that name? */
bool tree_is(const xmlNode *node, const char *name);
/* Is the node an element whose name is in the NULL-terminated list? */
bool tree_is_any(const xmlNode *node, const char *const *names);

/* Is this part of the page not the article: scripts, navigation, forms, advertisements, hidden parts? */
bool tree_is_furniture(const xmlNode *node);

/* The part of the page that holds the article: <article>, the marked article body, <main>, or where most text is. */
xmlNode *tree_find_article(xmlNode *root);

#endif

#include "page.h"

#include <libxml/HTMLparser.h>
#include <libxml/uri.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "page_text.h"
#include "page_tree.h"

/* The value of the first "charset=" in the page's head, as <meta charset> and <meta http-equiv> both have it. */
const char *page_encoding(const char *bytes, size_t length) {
  static _Thread_local char name[64];
  if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) return NULL;
  if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) return "UTF-8";
  size_t head = length < 4096 ? length : 4096, at = 0;
  while (at + 8 < head && strncasecmp(bytes + at, "charset=", 8) != 0) at++;
  if (at + 8 >= head) return NULL;
  for (at += 8; at < head && memchr("\"' ", bytes[at], 3); at++) continue;
  size_t size = 0;
  while (at + size < head && size < sizeof name - 1 && !memchr("\"' ;/>\t\r\n", bytes[at + size], 9)) size++;
  memcpy(name, bytes + at, size);
  name[size] = '\0';
  if (strcasecmp(name, "iso-8859-1") == 0 || strcasecmp(name, "latin1") == 0)
    return "windows-1252"; /* as browsers do */
  return size ? name : NULL;
}

static char *take(xmlChar *value) {
  char *copy = value ? strdup((const char *)value) : NULL;
  xmlFree(value);
  return copy;
}

/* Title, language and base address, from before the article. */
static void read_head(xmlNode *root, struct text *text, xmlChar **base) {
  text->language = take(xmlGetProp(root, (const xmlChar *)"lang"));
  for (xmlNode *node = root; node; node = tree_next(root, node, tree_is(node, "body"))) {
    if (tree_is(node, "title") && !text->title) text->title = take(xmlNodeGetContent(node));
    if (tree_is(node, "base") && !*base) *base = xmlGetProp(node, (const xmlChar *)"href");
  }
}

/* A headline often stands above the <article>: taken along when there is none in it. */
static xmlNode *headline_outside(xmlNode *root, xmlNode *article) {
  xmlNode *found = NULL;
  for (xmlNode *node = article; node; node = tree_next(article, node, false))
    if (tree_is(node, "h1")) return NULL;
  for (xmlNode *node = root; node && node != article; node = tree_next(root, node, false))
    if (tree_is(node, "h1")) found = node;
  return found;
}

bool page_read(struct text *text) {
  if (text->length > INT_MAX / 2) return false;
  for (size_t i = 0; i < text->length; i++)
    if (text->data[i] == '\0') text->data[i] = ' '; /* where the parser would stop */
  int how = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
  xmlDoc *page = htmlReadMemory(text->data, (int)text->length, NULL, "UTF-8", how);
  xmlNode *root = page ? xmlDocGetRootElement(page) : NULL;
  struct page_text out = {0};
  if (root) {
    xmlChar *base = NULL;
    read_head(root, text, &base);
    xmlNode *article = tree_find_article(root), *headline = headline_outside(root, article);
    out.base = (const char *)base;
    if (headline) page_text_add(&out, headline);
    page_text_add(&out, article);
    page_text_finish(&out);
    xmlFree(base);
  }
  xmlFreeDoc(page);
  if (text->converted)
    nsp_encoding_free(text->data, text->length, NULL);
  else
    free(text->data);
  text->converted = false;
  text->data = out.buffer.data;
  text->length = out.buffer.length;
  text->links = out.links;
  text->link_count = out.link_count;
  return !out.failed;
}

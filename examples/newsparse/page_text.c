#include "page_text.h"

#include <libxml/uri.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "page_tree.h"

static const char *const blocks[] = {"p",       "h1",      "h2",      "h3",         "h4",         "h5",      "h6",
                                     "li",      "ul",      "ol",      "div",        "tr",         "pre",     "section",
                                     "figure",  "header",  "footer",  "figcaption", "blockquote", "article", "main",
                                     "table",   "dt",      "dd",      "dl",         "hr",         "body",    "html",
                                     "address", "details", "summary", "center",     "caption",    NULL};
static const char *const cells[] = {"td", "th", NULL};

static void put(struct page_text *out, const char *data, size_t length) {
  if (!buffer_append(data, length, &out->buffer)) out->failed = true;
}

/* "• ", or the number of an item in a numbered list, counted at most this far back. */
enum { MOST_ITEMS = 999 };

static void put_item_mark(struct page_text *out) {
  const xmlNode *item = out->item;
  out->item = NULL;
  if (!item->parent || !tree_is(item->parent, "ol")) {
    put(out, "\xE2\x80\xA2 ", 4);
    return;
  }
  int number = 1;
  for (const xmlNode *before = item->prev; before && number < MOST_ITEMS; before = before->prev)
    number += tree_is(before, "li");
  char mark[16];
  put(out, mark, (size_t)snprintf(mark, sizeof mark, "%d. ", number));
}

/* What is due before a word. */
static void put_gap(struct page_text *out) {
  if (out->breaks) {
    if (out->buffer.length) put(out, "\n\n", out->breaks);
    if (out->quoted) put(out, "> ", 2);
    if (out->item) put_item_mark(out);
  } else if (out->space) {
    put(out, " ", 1);
  }
  out->breaks = 0;
  out->space = false;
}

static void put_words(struct page_text *out, const char *text) {
  while (*text) {
    size_t gap = strspn(text, " \t\r\n\f");
    if (gap) out->space = true;
    text += gap;
    size_t word = strcspn(text, " \t\r\n\f");
    if (!word) continue;
    put_gap(out);
    put(out, text, word);
    text += word;
  }
}

static void need_breaks(struct page_text *out, unsigned breaks) {
  if (out->breaks < breaks) out->breaks = breaks;
  out->space = false;
}

static char *resolve(const struct page_text *out, const xmlNode *anchor) {
  xmlChar *href = xmlGetProp((xmlNode *)anchor, (const xmlChar *)"href");
  const char *address = (const char *)href;
  char *url = NULL;
  if (address) address += strspn(address, " \t\r\n");
  if (address && *address && *address != '#' && strncasecmp(address, "javascript:", 11) != 0 &&
      strncasecmp(address, "mailto:", 7) != 0) {
    xmlChar *built = out->base ? xmlBuildURI((const xmlChar *)address, (const xmlChar *)out->base) : NULL;
    url = strdup(built ? (const char *)built : address);
    xmlFree(built);
  }
  xmlFree(href);
  return url;
}

static void add_link(struct page_text *out, const xmlNode *anchor, size_t start) {
  size_t end = out->buffer.length;
  while (start < end && memchr(" \n", out->buffer.data[start], 2)) start++;
  bool inside = out->link_count && start < out->links[out->link_count - 1].span.end; /* links do not nest */
  char *url = start < end && !inside ? resolve(out, anchor) : NULL;
  if (!url) return;
  if (out->link_count == out->link_size) {
    size_t size = out->link_size * 2 + 16;
    nsp_link *larger = realloc(out->links, size * sizeof *larger);
    if (!larger) {
      free(url);
      out->failed = true;
      return;
    }
    out->links = larger;
    out->link_size = size;
  }
  out->links[out->link_count++] = (nsp_link){{(uint32_t)start, (uint32_t)end}, url};
}

static void enter(struct page_text *out, xmlNode *node) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    if (node->content) put_words(out, (const char *)node->content);
  } else if (tree_is(node, "br")) {
    need_breaks(out, out->breaks ? 2 : 1);
  } else if (tree_is_any(node, blocks)) {
    need_breaks(out, 2);
    if (tree_is(node, "li")) out->item = node;
    if (tree_is(node, "blockquote")) out->quoted = true;
  } else if (tree_is_any(node, cells)) {
    out->space = true;
  } else if (tree_is(node, "a")) {
    node->_private = (void *)(uintptr_t)out->buffer.length; /* links do not nest, so the node can remember */
  }
}

static void leave(struct page_text *out, xmlNode *node) {
  if (tree_is_any(node, blocks)) need_breaks(out, 2);
  if (tree_is(node, "blockquote")) out->quoted = false;
  if (tree_is(node, "li")) out->item = NULL;
  if (tree_is(node, "a")) add_link(out, node, (size_t)(uintptr_t)node->_private);
}

void page_text_add(struct page_text *out, xmlNode *root) {
  need_breaks(out, 2);
  for (xmlNode *node = root;;) {
    bool skip = node != root && tree_is_furniture(node);
    if (!skip) enter(out, node);
    if (!skip && node->type == XML_ELEMENT_NODE && node->children) {
      node = node->children;
      continue;
    }
    if (!skip) leave(out, node);
    while (node != root && !node->next) leave(out, node = node->parent);
    if (node == root) break;
    node = node->next;
  }
  need_breaks(out, 2);
}

void page_text_finish(struct page_text *out) {
  if (out->buffer.length) put(out, "\n", 1);
}

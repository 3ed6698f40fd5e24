#include "page_tree.h"

#include <string.h>
#include <strings.h>

xmlNode *tree_next(const xmlNode *root, xmlNode *node, bool skip) {
  if (!skip && node->type == XML_ELEMENT_NODE && node->children) return node->children;
  while (node && node != root) {
    if (node->next) return node->next;
    node = node->parent;
  }
  return NULL;
}

bool tree_is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && strcasecmp((const char *)node->name, name) == 0;
}

bool tree_is_any(const xmlNode *node, const char *const *names) {
  for (; *names; names++)
    if (tree_is(node, *names)) return true;
  return false;
}

/* An attribute's value as it stands in the tree, without copying; NULL if there is none. */
static const char *attribute(const xmlNode *node, const char *name) {
  const xmlAttr *found = xmlHasProp((xmlNode *)node, (const xmlChar *)name);
  if (!found) return NULL;
  return found->children && found->children->content ? (const char *)found->children->content : "";
}

/* Is one of the words of a class or an id (cut at spaces, - and _) in the list? */
static bool has_word(const char *value, const char *const *words) {
  while (value && *value) {
    size_t length = strcspn(value, " -_\t\n");
    for (const char *const *word = words; *word; word++)
      if (strlen(*word) == length && strncasecmp(value, *word, length) == 0) return true;
    value += length;
    value += strspn(value, " -_\t\n");
  }
  return false;
}

static bool in_list(const char *value, const char *const *words) {
  for (; value && *words; words++)
    if (strcasecmp(value, *words) == 0) return true;
  return false;
}

static const char *const furniture[] = {"script", "style",  "noscript", "template", "nav",      "aside",
                                        "form",   "button", "select",   "svg",      "iframe",   "video",
                                        "audio",  "object", "embed",    "head",     "textarea", "canvas",
                                        "menu",   "dialog", "input",    "math",     "map",      NULL};
static const char *const roles[] = {"navigation", "complementary", "banner", "search", "contentinfo",
                                    "menu",       "menubar",       "dialog", "alert",  NULL};
static const char *const words[] = {
    "nav",         "navbar",    "navigation", "menu",        "sidebar", "share",  "sharing", "social",   "related",
    "newsletter",  "promo",     "advert",     "ad",          "ads",     "cookie", "cookies", "comments", "breadcrumb",
    "recommended", "subscribe", "popup",      "breadcrumbs", "toolbar", "skip",   NULL};

/* A footer of the page is furniture; one of an article may hold its credits. */
static bool page_footer(const xmlNode *node) {
  if (!tree_is(node, "footer") && !tree_is(node, "header")) return false;
  for (int depth = 0; (node = node->parent) && depth < 32; depth++)
    if (tree_is(node, "article") || tree_is(node, "main")) return false;
  return true;
}

bool tree_is_furniture(const xmlNode *node) {
  static const char *const plain[] = {"html", "body", "article", "main", "p", NULL};
  if (node->type != XML_ELEMENT_NODE) return false;
  if (tree_is_any(node, furniture) || page_footer(node)) return true;
  if (!node->properties) return false;
  const char *hidden = attribute(node, "aria-hidden");
  if (attribute(node, "hidden") || (hidden && strcmp(hidden, "true") == 0)) return true;
  if (in_list(attribute(node, "role"), roles)) return true;
  return !tree_is_any(node, plain) &&
         (has_word(attribute(node, "class"), words) || has_word(attribute(node, "id"), words));
}

/* How much text a node holds is kept in its _private while the article is looked for. */
static size_t weight(const xmlNode *node) { return (size_t)(uintptr_t)node->_private; }

static void add_weight(xmlNode *node, size_t more) { node->_private = (void *)(uintptr_t)(weight(node) + more); }

/* One walk; every node's weight goes to its parent when the walk leaves it. */
static void weigh(xmlNode *root) {
  xmlNode *node = root;
  for (bool skip = false;;) {
    skip = tree_is_furniture(node);
    if (node->type == XML_TEXT_NODE && node->content)
      add_weight(node, strlen((const char *)node->content) - strspn((const char *)node->content, " \t\r\n"));
    if (!skip && node->type == XML_ELEMENT_NODE && node->children) {
      node = node->children;
      continue;
    }
    while (node != root && !node->next) {
      if (node->parent) add_weight(node->parent, weight(node));
      node = node->parent;
    }
    if (node == root) return;
    if (node->parent) add_weight(node->parent, weight(node));
    node = node->next;
  }
}

static bool is_article(const xmlNode *node) { return tree_is(node, "article"); }

static bool is_marked_body(const xmlNode *node) {
  const char *mark = node->type == XML_ELEMENT_NODE && node->properties ? attribute(node, "itemprop") : NULL;
  return mark && strcasecmp(mark, "articleBody") == 0;
}

static bool is_main(const xmlNode *node) {
  const char *role = node->type == XML_ELEMENT_NODE && node->properties ? attribute(node, "role") : NULL;
  return tree_is(node, "main") || (role && strcasecmp(role, "main") == 0);
}

/* The heaviest node of a sort, if it holds a fair part of the page. */
static xmlNode *heaviest(xmlNode *root, bool (*wanted)(const xmlNode *)) {
  xmlNode *best = NULL;
  for (xmlNode *node = root; node; node = tree_next(root, node, tree_is_furniture(node)))
    if (wanted(node) && (!best || weight(node) > weight(best))) best = node;
  return best && weight(best) * 3 >= weight(root) ? best : NULL;
}

/* Does the headline stand in the box, outside of one of its children? */
static bool headline_beside(xmlNode *box, const xmlNode *child) {
  for (xmlNode *node = box; node; node = tree_next(box, node, node == child || tree_is_furniture(node)))
    if (tree_is(node, "h1")) return true;
  return false;
}

/* Down from the body as long as one box holds most of the text. Where there is little more than that and the headline,
 * the rest is the article's head with its byline and date. */
static xmlNode *densest(xmlNode *root) {
  static const char *const boxes[] = {"html", "body", "div", "section", "table", "tbody", "tr", "td", "center", NULL};
  for (xmlNode *next = root; next;) {
    root = next;
    next = NULL;
    for (xmlNode *child = root->children; child; child = child->next)
      if (tree_is_any(child, boxes) && !tree_is_furniture(child) && weight(child) * 5 >= weight(root) * 3) next = child;
    if (next && weight(root) * 4 <= weight(next) * 5 && headline_beside(root, next)) break;
  }
  return root;
}

xmlNode *tree_find_article(xmlNode *root) {
  bool (*const sorts[])(const xmlNode *) = {is_article, is_marked_body, is_main};
  weigh(root);
  for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
    xmlNode *found = heaviest(root, sorts[i]);
    if (found) return found;
  }
  return densest(root);
}

#include "credit/markdown.h"

#include <string.h>

enum { LINK_ITEMS = 24 };

static char first_byte(const nsp__view *v, uint32_t i) { return v->text[v->items[i].start]; }

/* "[text](address)" at items[open]: the item of the address, or 0. */
static uint32_t address_of(const nsp__view *v, uint32_t open) {
  if (first_byte(v, open) != '[') return 0;
  for (uint32_t i = open + 1; i + 3 < v->count && i - open < LINK_ITEMS; i++) {
    if (v->items[i].flags & NSP__ITEM_LINE) return 0;
    if (first_byte(v, i) != ']' || !nsp__item_is_mark(&v->items[i])) continue;
    bool joined = first_byte(v, i + 1) == '(' && v->items[i + 1].start == v->items[i].end;
    return joined && (v->items[i + 2].shape & NSP__SHAPE_WEB) && first_byte(v, i + 3) == ')' ? i + 2 : 0;
  }
  return 0;
}

/* Is there a link at all? Most square brackets are none. */
static bool has_links(const nsp__view *v) {
  for (uint32_t s = 0; v->has_brackets && s < v->stops.count; s++)
    if (v->items[v->stops.items[s]].stops & NSP__STOP_MARK && address_of(v, v->stops.items[s])) return true;
  return false;
}

/* Takes the marks and the addresses out, and notes what they said. */
static bool read_markdown(nsp__analysis *a, nsp__view *v, nsp__links *links) {
  nsp__item *items = v->items;
  uint32_t kept = 0, close = 0;
  for (uint32_t i = 0; i < v->count; i++) {
    uint32_t address = close ? 0 : address_of(v, i);
    if (address) {
      nsp_link *link = nsp__array_push(&a->document->scratch, &links->list);
      if (!link) return false;
      memset(link, 0, sizeof *link);
      link->span = (nsp_span){items[i + 1].start, items[address - 2].start};
      link->url = nsp__arena_string(&a->document->arena, a->text + items[address].start,
                                    items[address].end - items[address].start)
                      .data;
      if (!link->url) return false;
      items[i + 1].flags |= items[i].flags & (NSP__ITEM_LINE | NSP__ITEM_SENTENCE);
      items[i + 1].shape |= items[i].shape & NSP__SHAPE_SPACE_BEFORE;
      close = address - 2;
      continue;
    }
    if (close && i >= close) { /* "](address)" */
      if (i == close + 3) close = 0;
      continue;
    }
    items[kept++] = items[i];
  }
  v->count = kept;
  nsp__view_list_again(v);
  return true;
}

nsp_status nsp__links_find(nsp__analysis *a, nsp__view *v, nsp__links *links) {
  memset(links, 0, sizeof *links);
  if (a->link_count || !has_links(v)) return NSP_OK; /* a page's text has no Markdown */
  return read_markdown(a, v, links) ? NSP_OK : NSP_ERROR_NO_MEMORY;
}

const nsp_link *nsp__link_in(const nsp__links *links, nsp_span span) {
  uint32_t low = 0, high = links->list.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (links->list.items[middle].span.end <= span.start)
      low = middle + 1;
    else
      high = middle;
  }
  const nsp_link *link = low < links->list.count ? &links->list.items[low] : NULL;
  return link && link->span.start < span.end ? link : NULL;
}

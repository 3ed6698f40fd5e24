/* Cutting a document into segments: the beginnings and ends of everything, sorted, and one sweep over them. */
#include "newsparse/segment.h"

#include <string.h>

enum { BLOCK, CONTENT, SOURCE, CUE, CREDIT, SORTS };

/* Something begins or ends here. */
struct edge {
  uint32_t at;
  uint32_t index; /* of the element */
  uint8_t sort;
  bool begins;
};

/* What is open, of one sort: the latest on top. */
struct open_list {
  uint32_t *items;
  uint32_t count;
};

struct sweep {
  nsp_allocator memory;
  struct edge *edges, *spare; /* the spare ones are for sorting */
  uint32_t *stacks;
  struct open_list open[SORTS];
  size_t edge_count, edge_size;
};

static void add(struct sweep *sweep, int sort, size_t index, nsp_span span) {
  if (span.start >= span.end) return;
  if (sweep->edges) {
    sweep->edges[sweep->edge_count] = (struct edge){span.start, (uint32_t)index, (uint8_t)sort, true};
    sweep->edges[sweep->edge_count + 1] = (struct edge){span.end, (uint32_t)index, (uint8_t)sort, false};
  }
  sweep->edge_count += 2;
}

static void add_all(struct sweep *sweep, int sort, size_t index, nsp_spans spans) {
  for (uint32_t i = 0; i < spans.count; i++) add(sweep, sort, index, spans.items[i]);
}

/* Adds everything; without memory for it, only counts. */
static void collect(struct sweep *sweep, const nsp_document *document) {
  sweep->edge_count = 0;
  for (size_t i = 0; i < nsp_document_block_count(document); i++)
    add(sweep, BLOCK, i, nsp_document_block(document, i)->span);
  for (size_t i = 0; i < nsp_document_quote_count(document); i++) {
    const nsp_quote *quote = nsp_document_quote(document, i);
    add_all(sweep, CONTENT, i, quote->content);
    add_all(sweep, SOURCE, i, quote->source);
    add_all(sweep, CUE, i, quote->cue);
  }
  for (size_t i = 0; i < nsp_document_credit_count(document); i++)
    add(sweep, CREDIT, i, nsp_document_credit(document, i)->span);
}

/* What ends comes before what begins in the same place. */
static bool comes_after(const struct edge *a, const struct edge *b) {
  return a->at != b->at ? a->at > b->at : a->begins && !b->begins;
}

/* A merge sort from the bottom: stable, and quick for what is nearly in order. */
static void sort_edges(struct sweep *sweep) {
  size_t count = sweep->edge_count;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t left = 0; left < count; left += 2 * width) {
      size_t middle = left + width < count ? left + width : count;
      size_t right = middle + width < count ? middle + width : count;
      for (size_t i = left, j = middle, to = left; to < right; to++) {
        bool second = i == middle || (j < right && comes_after(&sweep->edges[i], &sweep->edges[j]));
        sweep->spare[to] = sweep->edges[second ? j++ : i++];
      }
    }
    struct edge *sorted = sweep->spare;
    sweep->spare = sweep->edges;
    sweep->edges = sorted;
  }
}

static void *allocate(const struct sweep *sweep, size_t size) {
  return sweep->memory.allocate(sweep->memory.context, size);
}

static bool prepare(struct sweep *sweep, const nsp_document *document) {
  collect(sweep, document);
  sweep->edge_size = sweep->edge_count + 1;
  sweep->spare = allocate(sweep, sweep->edge_size * sizeof *sweep->spare);
  sweep->stacks = allocate(sweep, sweep->edge_size * sizeof *sweep->stacks);
  sweep->edges = allocate(sweep, sweep->edge_size * sizeof *sweep->edges);
  if (!sweep->spare || !sweep->stacks || !sweep->edges) return false;
  collect(sweep, document);
  sort_edges(sweep);
  uint32_t counts[SORTS] = {0}, *next = sweep->stacks;
  for (size_t i = 0; i < sweep->edge_count; i++) counts[sweep->edges[i].sort] += sweep->edges[i].begins;
  for (int sort = 0; sort < SORTS; next += counts[sort++]) sweep->open[sort].items = next;
  return true;
}

static void release(struct sweep *sweep) {
  nsp_allocator *memory = &sweep->memory;
  memory->release(memory->context, sweep->edges, sweep->edge_size * sizeof *sweep->edges);
  memory->release(memory->context, sweep->spare, sweep->edge_size * sizeof *sweep->spare);
  memory->release(memory->context, sweep->stacks, sweep->edge_size * sizeof *sweep->stacks);
}

static void pass(struct sweep *sweep, const struct edge *edge) {
  struct open_list *list = &sweep->open[edge->sort];
  if (edge->begins) {
    list->items[list->count++] = edge->index;
    return;
  }
  uint32_t at = list->count;
  while (at && list->items[at - 1] != edge->index) at--;
  if (!at) return;
  memmove(list->items + at - 1, list->items + at, (list->count - at) * sizeof *list->items);
  list->count--;
}

static uint32_t top(const struct sweep *sweep, int sort) {
  const struct open_list *list = &sweep->open[sort];
  return list->count ? list->items[list->count - 1] : NSP_NONE;
}

/* Writes the segments; without room for them, only counts. */
static size_t cut(struct sweep *sweep, nsp_segment *out) {
  size_t count = 0;
  for (int sort = 0; sort < SORTS; sort++) sweep->open[sort].count = 0;
  for (size_t i = 0; i < sweep->edge_count; i++) {
    pass(sweep, &sweep->edges[i]);
    uint32_t start = sweep->edges[i].at, end = i + 1 < sweep->edge_count ? sweep->edges[i + 1].at : start;
    if (start == end || !sweep->open[BLOCK].count) continue;
    if (out)
      out[count] = (nsp_segment){.span = {start, end},
                                 .block = top(sweep, BLOCK),
                                 .content = top(sweep, CONTENT),
                                 .source = top(sweep, SOURCE),
                                 .cue = top(sweep, CUE),
                                 .credit = top(sweep, CREDIT)};
    count++;
  }
  return count;
}

nsp_status nsp_segments_new(const nsp_document *document, const nsp_allocator *allocator, nsp_segment **out,
                            size_t *count) {
  if (!document || !out || !count) return NSP_ERROR_INVALID_ARGUMENT;
  *out = NULL;
  *count = 0;
  struct sweep sweep = {.memory = allocator ? *allocator : nsp_allocator_default()};
  nsp_status status = NSP_ERROR_NO_MEMORY;
  if (prepare(&sweep, document)) {
    *count = cut(&sweep, NULL);
    if (*count) *out = allocate(&sweep, *count * sizeof **out);
    if (*out) cut(&sweep, *out);
    if (*out || !*count)
      status = NSP_OK;
    else
      *count = 0;
  }
  release(&sweep);
  return status;
}

void nsp_segments_free(nsp_segment *segments, size_t count, const nsp_allocator *allocator) {
  nsp_allocator memory = allocator ? *allocator : nsp_allocator_default();
  if (segments) memory.release(memory.context, segments, count * sizeof *segments);
}

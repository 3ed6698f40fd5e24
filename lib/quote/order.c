/* Stretches come from several steps; here they are brought into text order, with their parents found anew. */
#include <stdlib.h>

#include "quote/marks.h"

typedef struct place {
  uint32_t first, end, number;
} place;

static int by_place(const void *a, const void *b) {
  const place *x = a, *y = b;
  if (x->first != y->first) return x->first < y->first ? -1 : 1;
  if (x->end != y->end) return x->end > y->end ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

bool nsp__order_marked(nsp__quoting *q) {
  uint32_t count = q->marked.count;
  nsp__arena *scratch = &q->document->scratch;
  place *places = nsp__arena_alloc(scratch, ((size_t)count + 1) * sizeof *places);
  uint32_t *renumber = nsp__arena_alloc(scratch, ((size_t)count + 1) * sizeof *renumber);
  nsp__marked *sorted = nsp__arena_alloc(scratch, ((size_t)count + 1) * sizeof *sorted);
  if (!places || !renumber || !sorted) return false;
  for (uint32_t i = 0; i < count; i++)
    places[i] = (place){q->marked.items[i].span.first, q->marked.items[i].span.end, i};
  qsort(places, count, sizeof *places, by_place);
  for (uint32_t i = 0; i < count; i++) renumber[places[i].number] = i;
  uint32_t open = NSP_NONE; /* innermost stretch that may still hold the next one */
  for (uint32_t i = 0; i < count; i++) {
    nsp__marked m = q->marked.items[places[i].number];
    while (open != NSP_NONE && sorted[open].span.end <= m.span.first) open = sorted[open].parent;
    if (open != NSP_NONE && m.span.end > sorted[open].span.end) m.span.end = sorted[open].span.end;
    m.parent = open;
    if (m.continued != NSP_NONE) m.continued = renumber[m.continued];
    sorted[i] = m;
    open = i;
  }
  q->marked.items = sorted;
  q->marked.capacity = count;
  return true;
}

/* Which candidates become credits. */
#include <stdlib.h>
#include <string.h>

#include "credit/candidate.h"

enum { LENGTH_COUNTS_TO = 24 };

static uint32_t score(const nsp__candidate *c) {
  uint32_t length = c->end - c->first;
  return c->weight + 3u * (length < LENGTH_COUNTS_TO ? length : LENGTH_COUNTS_TO);
}

static int by_score(const void *a, const void *b) {
  const nsp__candidate *x = a, *y = b;
  uint32_t s = score(x), t = score(y);
  if (s != t) return s > t ? -1 : 1;
  if (x->first != y->first) return x->first < y->first ? -1 : 1;
  if (x->first_capture != y->first_capture) return x->first_capture < y->first_capture ? -1 : 1;
  return (x->kind > y->kind) - (x->kind < y->kind);
}

static int by_place(const void *a, const void *b) {
  const nsp__candidate *x = a, *y = b;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* Keeps the best of those that share items. Each candidate is at most a few slots long, so this is linear in them. */
static uint32_t keep_best(nsp__candidate *list, uint32_t count, uint8_t *taken) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    bool is_free = true;
    for (uint32_t k = list[i].first; k < list[i].end && is_free; k++) is_free = !taken[k];
    if (!is_free) continue;
    memset(taken + list[i].first, 1, list[i].end - list[i].first);
    list[kept++] = list[i];
  }
  return kept;
}

/* A medium that is cited within a statement about the article is part of that statement. */
static uint32_t drop_inner_citations(nsp__candidate *list, uint32_t count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    bool before =
        kept > 0 && list[kept - 1].kind != NSP_CREDIT_MEDIA_CITATION && list[kept - 1].wide_end >= list[i].end;
    bool after =
        i + 1 < count && list[i + 1].kind != NSP_CREDIT_MEDIA_CITATION && list[i + 1].wide_first <= list[i].first;
    if (list[i].kind == NSP_CREDIT_MEDIA_CITATION && (before || after)) continue;
    list[kept++] = list[i];
  }
  return kept;
}

/* "under the licence CC BY 4.0": the name belongs to the statement before it. */
static uint32_t join_licences(nsp__candidate *list, uint32_t count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    nsp__candidate *last = kept ? &list[kept - 1] : NULL;
    if (last && last->kind == NSP_CREDIT_LICENSE && list[i].kind == NSP_CREDIT_LICENSE && !list[i].capture_count &&
        list[i].first == last->end) {
      last->end = list[i].end;
      if (last->wide_end < last->end) last->wide_end = last->end;
      continue;
    }
    list[kept++] = list[i];
  }
  return kept;
}

static bool describes_origin(unsigned kind) {
  return kind <= NSP_CREDIT_RIGHTS_HOLDER && kind != NSP_CREDIT_ORIGINAL_LINK;
}

/* Is `inner` part of what `outer` says? "… is based on an article first published on …" */
static bool is_part_of(const nsp__candidate *inner, const nsp__candidate *outer) {
  bool within = outer->wide_first <= inner->first && inner->end <= outer->wide_end;
  if (!within) return false;
  if (inner->kind == NSP_CREDIT_LICENSE && inner->capture_count == 0) return false; /* "(CC BY 4.0)" */
  if (outer->kind == NSP_CREDIT_LICENSE && inner->kind == NSP_CREDIT_COPYRIGHT_NOTICE)
    return inner->first < outer->first;
  if (inner->kind == outer->kind)
    return inner->kind == NSP_CREDIT_DISCLAIMER || inner->kind == NSP_CREDIT_LICENSE || describes_origin(inner->kind);
  return describes_origin(inner->kind) && describes_origin(outer->kind);
}

/* Takes the captures of both. */
static void merge(nsp__candidates *all, nsp__candidate *into, const nsp__candidate *from) {
  uint32_t count = into->capture_count + from->capture_count;
  if (!nsp__array_reserve(all->arena, &all->captures, count)) {
    all->failed = true;
    return;
  }
  nsp__capture *place = all->captures.items + all->captures.count;
  memcpy(place, all->captures.items + into->first_capture, into->capture_count * sizeof *place);
  memcpy(place + into->capture_count, all->captures.items + from->first_capture, from->capture_count * sizeof *place);
  into->first_capture = all->captures.count;
  into->capture_count = count;
  all->captures.count += count;
  if (from->first < into->first) into->first = from->first;
  if (from->end > into->end) into->end = from->end;
  if (from->wide_first < into->wide_first) into->wide_first = from->wide_first;
  if (from->wide_end > into->wide_end) into->wide_end = from->wide_end;
}

/* Neighbours only: what is said in one sentence. */
static uint32_t absorb(nsp__candidates *all, nsp__candidate *list, uint32_t count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count && !all->failed; i++) {
    nsp__candidate *last = kept ? &list[kept - 1] : NULL;
    if (last && is_part_of(&list[i], last))
      merge(all, last, &list[i]);
    else if (last && is_part_of(last, &list[i])) {
      nsp__candidate outer = list[i];
      merge(all, &outer, last);
      *last = outer;
    } else
      list[kept++] = list[i];
  }
  return kept;
}

void nsp__candidates_resolve(const nsp__view *view, nsp__candidates *all) {
  nsp__candidate *list = all->list.items;
  uint32_t count = all->list.count;
  if (count == 0) return;
  uint8_t *taken = nsp__arena_zalloc(all->arena, view->count);
  if (!taken) {
    all->failed = true;
    return;
  }
  qsort(list, count, sizeof *list, by_score);
  count = keep_best(list, count, taken);
  qsort(list, count, sizeof *list, by_place);
  count = drop_inner_citations(list, count);
  count = join_licences(list, count);
  count = absorb(all, list, count);
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0 && list[i].wide_first < list[i - 1].wide_end) list[i].wide_first = list[i - 1].wide_end;
    if (list[i].wide_first > list[i].first) list[i].wide_first = list[i].first;
    if (i + 1 < count && list[i].wide_end > list[i + 1].first) list[i].wide_end = list[i + 1].first;
  }
  all->list.count = count;
}

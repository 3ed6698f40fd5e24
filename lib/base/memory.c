#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define SMALLEST_CHUNK ((size_t)4096)

struct nsp__chunk {
  nsp__chunk *older;
  size_t size; /* of the whole chunk, this header included */
  size_t used;
  size_t padding; /* keeps the bytes behind it aligned */
};

static void *default_allocate(void *context, size_t size) {
  (void)context;
  return malloc(size ? size : 1);
}

static void *default_reallocate(void *context, void *block, size_t old_size, size_t new_size) {
  (void)context, (void)old_size;
  return realloc(block, new_size ? new_size : 1);
}

static void default_release(void *context, void *block, size_t size) {
  (void)context, (void)size;
  free(block);
}

nsp_allocator nsp_allocator_default(void) {
  nsp_allocator allocator = {default_allocate, default_reallocate, default_release, NULL};
  return allocator;
}

void nsp__arena_init(nsp__arena *arena, nsp_allocator allocator) {
  memset(arena, 0, sizeof *arena);
  arena->allocator = allocator;
}

static void release_chunks(nsp__arena *arena, nsp__chunk *chunk) {
  while (chunk) {
    nsp__chunk *older = chunk->older;
    arena->total -= chunk->size;
    arena->allocator.release(arena->allocator.context, chunk, chunk->size);
    chunk = older;
  }
}

void nsp__arena_free(nsp__arena *arena) {
  release_chunks(arena, arena->chunk);
  arena->chunk = NULL;
  arena->last = NULL;
}

static bool add_chunk(nsp__arena *arena, size_t payload) {
  if (payload > SIZE_MAX / 2) return false;
  size_t size = sizeof(nsp__chunk) + payload;
  nsp__chunk *chunk = arena->allocator.allocate(arena->allocator.context, size);
  if (!chunk) return false;
  chunk->older = arena->chunk;
  chunk->size = size;
  chunk->used = sizeof(nsp__chunk);
  arena->chunk = chunk;
  arena->last = NULL;
  arena->total += size;
  return true;
}

void nsp__arena_reset(nsp__arena *arena) {
  arena->last = NULL;
  if (!arena->chunk) return;
  if (arena->chunk->older) {
    size_t total = arena->total;
    nsp__arena_free(arena);
    if (!add_chunk(arena, total)) return; /* the next allocation tries again */
  }
  arena->chunk->used = sizeof(nsp__chunk);
}

bool nsp__arena_reserve(nsp__arena *arena, size_t size) {
  if (arena->chunk && arena->chunk->size - arena->chunk->used >= size) return true;
  return add_chunk(arena, size + 64);
}

void *nsp__arena_alloc(nsp__arena *arena, size_t size) {
  if (size > SIZE_MAX / 4) return NULL;
  size = (size + 7) & ~(size_t)7;
  if (!arena->chunk || arena->chunk->size - arena->chunk->used < size) {
    /* Chunks grow with the arena, so their number stays small. */
    size_t payload = arena->total > SMALLEST_CHUNK ? arena->total : SMALLEST_CHUNK;
    if (payload > ((size_t)64 << 20)) payload = (size_t)64 << 20;
    if (!add_chunk(arena, size > payload ? size : payload)) return NULL;
  }
  arena->last = (char *)arena->chunk + arena->chunk->used;
  arena->chunk->used += size;
  return arena->last;
}

size_t nsp__arena_size(const nsp__arena *arena) { return arena->chunk ? arena->chunk->size - sizeof(nsp__chunk) : 0; }

bool nsp__arena_is_empty(const nsp__arena *arena) {
  return arena->chunk && !arena->chunk->older && arena->chunk->used == sizeof(nsp__chunk);
}

bool nsp__arena_holds_only(const nsp__arena *arena, const void *block) {
  const nsp__chunk *chunk = arena->chunk;
  return chunk && !chunk->older && block && block == (const void *)(chunk + 1) && block == (void *)arena->last;
}

void *nsp__arena_resize(nsp__arena *arena, size_t size) {
  nsp__chunk *chunk = arena->chunk;
  if (size > SIZE_MAX / 4) return NULL;
  size_t wanted = sizeof *chunk + ((size + 7) & ~(size_t)7);
  if (wanted > chunk->size) {
    chunk = arena->allocator.reallocate(arena->allocator.context, chunk, chunk->size, wanted);
    if (!chunk) return NULL;
    arena->total += wanted - chunk->size;
    chunk->size = wanted;
    arena->chunk = chunk;
  }
  chunk->used = wanted;
  arena->last = (char *)(chunk + 1);
  return arena->last;
}

void *nsp__arena_zalloc(nsp__arena *arena, size_t size) {
  void *block = nsp__arena_alloc(arena, size);
  if (block) memset(block, 0, size);
  return block;
}

void *nsp__arena_grow(nsp__arena *arena, void *block, size_t old_size, size_t new_size) {
  if (new_size > SIZE_MAX / 4) return NULL;
  if (block && block == (void *)arena->last) {
    size_t start = (size_t)(arena->last - (char *)arena->chunk);
    size_t rounded = (new_size + 7) & ~(size_t)7;
    if (arena->chunk->size - start >= rounded) {
      arena->chunk->used = start + rounded;
      return block;
    }
  }
  void *copy = nsp__arena_alloc(arena, new_size);
  if (copy && block) memcpy(copy, block, old_size < new_size ? old_size : new_size);
  return copy;
}

nsp_string nsp__arena_string(nsp__arena *arena, const char *data, size_t length) {
  nsp_string string = {NULL, 0};
  char *copy = nsp__arena_alloc(arena, length + 1);
  if (!copy) return string;
  if (length) memcpy(copy, data, length);
  copy[length] = '\0';
  string.data = copy;
  string.length = (uint32_t)length;
  return string;
}

bool nsp__array_grow(nsp__arena *arena, void **items, uint32_t *capacity, uint32_t count, size_t more, size_t size) {
  size_t wanted = (size_t)count + more;
  size_t grown = *capacity < 8 ? 8 : *capacity + (size_t)*capacity / 2;
  if (grown < wanted) grown = wanted;
  if (grown > UINT32_MAX || grown > SIZE_MAX / 4 / size) return false;
  void *block = nsp__arena_grow(arena, *items, count * size, grown * size);
  if (!block) return false;
  *items = block;
  *capacity = (uint32_t)grown;
  return true;
}

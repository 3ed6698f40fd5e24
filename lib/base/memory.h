/* Memory: the caller's allocator, and arenas on top of it.
 *
 * A document has two arenas: one for results, which lives as long as the answer, and one for scratch, which a stage
 * empties when it is done. An arena that was emptied has one block as large as all that it ever held, so a document
 * that is used again allocates nothing. */
#ifndef NSP_BASE_MEMORY_H
#define NSP_BASE_MEMORY_H

#include "newsparse/allocator.h"
#include "newsparse/status.h"

typedef struct nsp__chunk nsp__chunk;

typedef struct nsp__arena {
  nsp_allocator allocator;
  nsp__chunk *chunk; /* the one being filled; older ones hang behind it */
  char *last;        /* latest allocation, which can grow in place */
  size_t total;      /* bytes of all chunks */
} nsp__arena;

void nsp__arena_init(nsp__arena *arena, nsp_allocator allocator);
void nsp__arena_free(nsp__arena *arena);
/* Empties it; keeps (at most) one chunk, of the size of all there were. */
void nsp__arena_reset(nsp__arena *arena);
/* Makes sure that the next `size` bytes come without another allocation. False when out of memory. */
bool nsp__arena_reserve(nsp__arena *arena, size_t size);
/* How much the chunk that is being filled holds in all; is nothing in it yet, nor in another? */
size_t nsp__arena_size(const nsp__arena *arena);
bool nsp__arena_is_empty(const nsp__arena *arena);
/* Is there nothing in it but the block, its latest allocation? */
bool nsp__arena_holds_only(const nsp__arena *arena, const void *block);
/* Gives that block another size; it may move. NULL when out of memory, and then nothing has changed. */
void *nsp__arena_resize(nsp__arena *arena, size_t size);
/* 8-byte aligned, not cleared; NULL when out of memory. size 0 gives a valid pointer. */
void *nsp__arena_alloc(nsp__arena *arena, size_t size);
void *nsp__arena_zalloc(nsp__arena *arena, size_t size);
/* Grows a block, in place when it is the latest one. NULL leaves the old block as it is. */
void *nsp__arena_grow(nsp__arena *arena, void *block, size_t old_size, size_t new_size);
/* Copies bytes and ends them with a NUL. data NULL when out of memory. */
nsp_string nsp__arena_string(nsp__arena *arena, const char *data, size_t length);

/* A growable array in an arena: NSP__ARRAY(nsp_span) spans; */
#define NSP__ARRAY(type) \
  struct {               \
    type *items;         \
    uint32_t count;      \
    uint32_t capacity;   \
  }

/* Makes room for `more` items; false when out of memory. */
#define nsp__array_reserve(arena, array, more)                                                    \
  ((array)->capacity - (array)->count >= (more) ||                                                \
   nsp__array_grow((arena), (void **)&(array)->items, &(array)->capacity, (array)->count, (more), \
                   sizeof *(array)->items))

/* Appends one uninitialised item; its address, or NULL when out of memory. */
#define nsp__array_push(arena, array) (nsp__array_reserve(arena, array, 1) ? &(array)->items[(array)->count++] : NULL)

bool nsp__array_grow(nsp__arena *arena, void **items, uint32_t *capacity, uint32_t count, size_t more, size_t size);

#endif

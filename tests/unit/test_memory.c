/* Arenas and growable arrays on top of the caller's allocator. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

typedef struct {
  long live, made;
} counts;

static void *take(void *context, size_t size) {
  counts *c = context;
  c->live++, c->made++;
  return malloc(size);
}

static void *retake(void *context, void *block, size_t old_size, size_t new_size) {
  (void)context, (void)old_size;
  return realloc(block, new_size);
}

static void give(void *context, void *block, size_t size) {
  counts *c = context;
  (void)size;
  if (block) c->live--;
  free(block);
}

static nsp_allocator counting(counts *c) { return (nsp_allocator){take, retake, give, c}; }

Test(arena, blocks_are_aligned_and_apart) {
  counts c = {0, 0};
  nsp__arena arena;
  nsp__arena_init(&arena, counting(&c));
  char *blocks[200];
  for (int i = 0; i < 200; i++) {
    blocks[i] = nsp__arena_alloc(&arena, (size_t)i);
    cr_assert_not_null(blocks[i]);
    cr_assert_eq((uintptr_t)blocks[i] % 8, 0);
    memset(blocks[i], i, (size_t)i);
  }
  for (int i = 0; i < 200; i++)
    for (int j = 0; j < i; j++) cr_assert_eq((unsigned char)blocks[i][j], i);
  nsp__arena_free(&arena);
  cr_assert_eq(c.live, 0);
}

Test(arena, used_again_it_allocates_nothing) {
  counts c = {0, 0};
  nsp__arena arena;
  nsp__arena_init(&arena, counting(&c));
  for (int i = 0; i < 1000; i++) cr_assert_not_null(nsp__arena_alloc(&arena, 100));
  nsp__arena_reset(&arena);
  long made = c.made;
  for (int round = 0; round < 3; round++) {
    for (int i = 0; i < 1000; i++) cr_assert_not_null(nsp__arena_alloc(&arena, 100));
    nsp__arena_reset(&arena);
  }
  cr_assert_eq(c.made, made);
  cr_assert_leq(c.live, 1);
  nsp__arena_free(&arena);
  cr_assert_eq(c.live, 0);
}

Test(arena, the_latest_block_grows_in_place) {
  counts c = {0, 0};
  nsp__arena arena;
  nsp__arena_init(&arena, counting(&c));
  cr_assert(nsp__arena_reserve(&arena, 1000));
  char *block = nsp__arena_alloc(&arena, 10);
  memcpy(block, "ten bytes", 10);
  cr_assert_eq(nsp__arena_grow(&arena, block, 10, 500), block);
  nsp__arena_alloc(&arena, 1);
  char *moved = nsp__arena_grow(&arena, block, 500, 600);
  cr_assert_neq(moved, block);
  cr_assert_str_eq(moved, "ten bytes");
  nsp__arena_free(&arena);
}

Test(arena, sizes_that_cannot_be_are_refused) {
  nsp__arena arena;
  nsp__arena_init(&arena, nsp_allocator_default());
  cr_assert_null(nsp__arena_alloc(&arena, SIZE_MAX));
  cr_assert_null(nsp__arena_alloc(&arena, SIZE_MAX / 2));
  cr_assert_null(nsp__arena_grow(&arena, NULL, 0, SIZE_MAX - 3));
  cr_assert_not_null(nsp__arena_alloc(&arena, 0));
  nsp__arena_free(&arena);
}

Test(arena, strings_end_with_a_nul) {
  nsp__arena arena;
  nsp__arena_init(&arena, nsp_allocator_default());
  nsp_string string = nsp__arena_string(&arena, "abcdef", 3);
  cr_assert_eq(string.length, 3u);
  cr_assert_str_eq(string.data, "abc");
  cr_assert_str_eq(nsp__arena_string(&arena, NULL, 0).data, "");
  nsp__arena_free(&arena);
}

Test(array, grows_and_keeps_what_it_holds) {
  nsp__arena arena;
  nsp__arena_init(&arena, nsp_allocator_default());
  NSP__ARRAY(uint32_t) numbers = {0};
  for (uint32_t i = 0; i < 10000; i++) {
    uint32_t *place = nsp__array_push(&arena, &numbers);
    cr_assert_not_null(place);
    *place = i;
    if (i % 100 == 0) nsp__arena_alloc(&arena, 1); /* so that it cannot always grow in place */
  }
  cr_assert_eq(numbers.count, 10000u);
  for (uint32_t i = 0; i < 10000; i++) cr_assert_eq(numbers.items[i], i);
  nsp__arena_free(&arena);
}

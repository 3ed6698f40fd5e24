#define _POSIX_C_SOURCE 200809L
#include "tool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void fail(const char *what, const char *name) {
  fprintf(stderr, "%s: %s\n", what, name);
  exit(1);
}

void *must(void *p) {
  if (!p) fail("out of memory", "training");
  return p;
}

char *read_file(const char *path, size_t *size) {
  FILE *f = fopen(path, "rb");
  if (!f) fail("cannot open", path);
  size_t cap = 1 << 20, n = 0, got;
  char *b = must(malloc(cap));
  while ((got = fread(b + n, 1, cap - n - 8, f)) > 0) {
    n += got;
    if (cap - n < 1 << 16) b = must(realloc(b, cap *= 2));
  }
  fclose(f);
  memset(b + n, 0, 8);
  *size = n;
  return b;
}

double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

uint32_t random_next(uint64_t *state) {
  uint64_t z = (*state += 0x9E3779B97F4A7C15u);
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return (uint32_t)(z >> 32);
}

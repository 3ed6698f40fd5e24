#define _POSIX_C_SOURCE 200809L
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#if defined(__x86_64__)
#include <x86intrin.h>
#endif

double bench_seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

uint64_t bench_cycles(void) {
#if defined(__x86_64__)
  return __rdtsc();
#else
  return 0;
#endif
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

bench_result bench_run(bench_job job, void *payload, int runs) {
  enum { MOST = 101 };
  double seconds[MOST], cycles[MOST];
  if (runs > MOST) runs = MOST;
  for (int i = 0; i < runs; i++) {
    uint64_t c = bench_cycles();
    double s = bench_seconds();
    job(payload);
    seconds[i] = bench_seconds() - s;
    cycles[i] = (double)(bench_cycles() - c);
  }
  qsort(seconds, (size_t)runs, sizeof *seconds, by_value);
  qsort(cycles, (size_t)runs, sizeof *cycles, by_value);
  return (bench_result){seconds[runs / 2], cycles[runs / 2]};
}

static void count(bench_memory *m, size_t grown, size_t freed) {
  m->current = m->current + grown - freed;
  if (m->current > m->peak) m->peak = m->current;
}

static void *allocate(void *context, size_t size) {
  bench_memory *m = context;
  m->calls++;
  count(m, size, 0);
  return malloc(size ? size : 1);
}

static void *reallocate(void *context, void *block, size_t old_size, size_t new_size) {
  bench_memory *m = context;
  m->calls++;
  count(m, new_size, old_size);
  return realloc(block, new_size ? new_size : 1);
}

static void release(void *context, void *block, size_t size) {
  if (block) count(context, 0, size);
  free(block);
}

nsp_allocator bench_allocator(bench_memory *memory) { return (nsp_allocator){allocate, reallocate, release, memory}; }

void bench_check(nsp_status status) {
  if (status == NSP_OK) return;
  fprintf(stderr, "%s: %s\n", nsp_status_name(status), nsp_status_message(status));
  exit(1);
}

char *bench_read(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) return perror(path), exit(1), NULL;
  *length = (size_t)ftell(file);
  rewind(file);
  char *data = malloc(*length + 1);
  if (!data || fread(data, 1, *length, file) != *length) return perror(path), exit(1), NULL;
  fclose(file);
  return data;
}

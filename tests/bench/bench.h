/* What the benchmarks share: processor time, medians, an allocator that counts. */
#ifndef NSP_BENCH_H
#define NSP_BENCH_H

#include "newsparse/newsparse.h"

/* Seconds of processor time of this thread. */
double bench_seconds(void);

/* Cycles of the time stamp counter, or 0 where there is none. */
uint64_t bench_cycles(void);

/* Runs a job `runs` times; median of its seconds and of its cycles. */
typedef struct bench_result {
  double seconds;
  double cycles;
} bench_result;
typedef void (*bench_job)(void *payload);
bench_result bench_run(bench_job job, void *payload, int runs);

/* malloc with a record. */
typedef struct bench_memory {
  size_t calls; /* allocations, growing ones included */
  size_t current;
  size_t peak;
} bench_memory;
nsp_allocator bench_allocator(bench_memory *memory);

/* Ends the program with a word when a call failed. */
void bench_check(nsp_status status);

/* A whole file; ends the program when it cannot be read. */
char *bench_read(const char *path, size_t *length);

#endif

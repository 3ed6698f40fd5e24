#include "progress.h"

#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

/* Seconds until it is shown at first, and between two times. */
static const double patience = 2.0, pause_between = 0.2;

static struct {
  bool known, terminal, shown;
  double start, last;
} state;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void progress_show(size_t done) {
  if (!state.known) {
    state.known = true;
    state.terminal = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO); /* on one terminal it would stand in the output */
    state.start = state.last = now();
  }
  if (!state.terminal) return;
  double time = now();
  if (time - state.start < patience || time - state.last < pause_between) return;
  state.last = time;
  state.shown = true;
  fprintf(stderr, "\rnewsparse: %zu done, %.0f/s \033[K", done, (double)done / (time - state.start));
}

void progress_end(void) {
  if (state.shown) fputs("\r\033[K", stderr);
}

/* Work on several inputs or lines at once; answers come out in the order of the inputs.
 *
 * A ring of slots: the main thread fills the next one, workers take them in turn, and whoever finishes the oldest
 * writes it, with those behind it that are done. Memory is bounded by the ring. With one job there are no threads. */
#ifndef JOBS_H
#define JOBS_H

#include <pthread.h>
#include <stdio.h>

#include "analysis.h"
#include "input.h"

/* One piece of work: some lines, or a whole input. */
struct slot {
  enum { SLOT_FREE, SLOT_READY, SLOT_BUSY, SLOT_DONE } state;
  bool is_lines;
  struct buffer lines; /* each with its line break */
  size_t number;       /* of the first line, or of the input, from 1 */
  struct input input;
  struct buffer out;
  bool failed;
};

struct jobs {
  const struct analysis *analysis;
  void (*work)(const struct analysis *analysis, nsp_document *document, struct slot *slot);
  struct slot *slots;
  size_t slot_count, next, taken, oldest; /* counted up; the slot is the number modulo slot_count */
  pthread_mutex_t lock;
  pthread_cond_t ready, freed;
  pthread_t *threads;
  unsigned thread_count;
  nsp_document *document; /* of the main thread, when there are no others */
  bool writing, closing, failed;
  int write_error; /* errno of the first write that failed; then nothing more is written */
};

/* False when out of memory or threads, after telling the user. */
bool jobs_start(struct jobs *jobs, const struct analysis *analysis,
                void (*work)(const struct analysis *, nsp_document *, struct slot *));
/* The next slot to fill, waiting for one; NULL when output can no longer be written. */
struct slot *jobs_take(struct jobs *jobs);
/* Hands the slot over to be worked on. */
void jobs_give(struct jobs *jobs, struct slot *slot);
/* Before a read that may block: what was written goes out. An `lines.before_wait`. */
void jobs_flush(void *jobs);
/* Waits until all is written. False when a slot's work failed. */
bool jobs_finish(struct jobs *jobs);

#endif

#include "jobs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "progress.h"

/* 0, or errno. */
static int write_out(const struct slot *slot) {
  errno = 0;
  if (!slot->out.length || fwrite(slot->out.data, 1, slot->out.length, stdout) == slot->out.length) return 0;
  return errno ? errno : EIO;
}

static void flush(struct jobs *jobs) {
  errno = 0;
  if (!jobs->write_error && fflush(stdout) != 0) jobs->write_error = errno ? errno : EIO;
}

/* Writes finished slots, oldest first. Called with the lock held, which it lets go of while it writes. */
static void write_finished(struct jobs *jobs) {
  if (jobs->writing) return;
  jobs->writing = true;
  for (;;) {
    struct slot *slot = &jobs->slots[jobs->oldest % jobs->slot_count];
    if (jobs->oldest == jobs->next || slot->state != SLOT_DONE) break;
    int broken = jobs->write_error;
    pthread_mutex_unlock(&jobs->lock);
    if (!broken) broken = write_out(slot);
    pthread_mutex_lock(&jobs->lock);
    jobs->write_error = broken;
    jobs->failed = jobs->failed || slot->failed;
    slot->state = SLOT_FREE;
    jobs->oldest++;
    progress_show(jobs->oldest);
    pthread_cond_signal(&jobs->freed);
  }
  if (jobs->oldest == jobs->next) flush(jobs); /* nothing more is on its way */
  jobs->writing = false;
}

static void *run(void *payload) {
  struct jobs *jobs = payload;
  nsp_document *document = NULL;
  bool able = nsp_document_new(NULL, &document) == NSP_OK;
  pthread_mutex_lock(&jobs->lock);
  for (;;) {
    while (jobs->taken == jobs->next && !jobs->closing) pthread_cond_wait(&jobs->ready, &jobs->lock);
    if (jobs->taken == jobs->next) break;
    struct slot *slot = &jobs->slots[jobs->taken++ % jobs->slot_count];
    slot->state = SLOT_BUSY;
    pthread_mutex_unlock(&jobs->lock);
    if (able)
      jobs->work(jobs->analysis, document, slot);
    else
      slot->failed = true;
    pthread_mutex_lock(&jobs->lock);
    slot->state = SLOT_DONE;
    write_finished(jobs);
  }
  pthread_mutex_unlock(&jobs->lock);
  nsp_document_free(document);
  return NULL;
}

static bool start_threads(struct jobs *jobs, unsigned wanted) {
  jobs->threads = calloc(wanted, sizeof *jobs->threads);
  if (!jobs->threads) return false;
  while (jobs->thread_count < wanted && pthread_create(&jobs->threads[jobs->thread_count], NULL, run, jobs) == 0)
    jobs->thread_count++;
  return jobs->thread_count > 0;
}

bool jobs_start(struct jobs *jobs, const struct analysis *analysis,
                void (*work)(const struct analysis *, nsp_document *, struct slot *)) {
  unsigned wanted = analysis->options->jobs;
  *jobs = (struct jobs){.analysis = analysis, .work = work, .slot_count = wanted > 1 ? 4u * wanted : 1};
  pthread_mutex_init(&jobs->lock, NULL);
  pthread_cond_init(&jobs->ready, NULL);
  pthread_cond_init(&jobs->freed, NULL);
  jobs->slots = calloc(jobs->slot_count, sizeof *jobs->slots);
  bool able =
      jobs->slots && (wanted > 1 ? start_threads(jobs, wanted) : nsp_document_new(NULL, &jobs->document) == NSP_OK);
  if (!able) fprintf(stderr, "newsparse: out of memory\n");
  return able;
}

struct slot *jobs_take(struct jobs *jobs) {
  pthread_mutex_lock(&jobs->lock);
  struct slot *slot = &jobs->slots[jobs->next % jobs->slot_count];
  while (slot->state != SLOT_FREE) pthread_cond_wait(&jobs->freed, &jobs->lock);
  bool broken = jobs->write_error != 0;
  pthread_mutex_unlock(&jobs->lock);
  slot->lines.length = slot->out.length = 0;
  slot->failed = false;
  return broken ? NULL : slot;
}

void jobs_give(struct jobs *jobs, struct slot *slot) {
  if (jobs->document) {
    jobs->work(jobs->analysis, jobs->document, slot);
    if (!jobs->write_error) jobs->write_error = write_out(slot);
    jobs->failed = jobs->failed || slot->failed;
    progress_show(++jobs->oldest);
    return;
  }
  pthread_mutex_lock(&jobs->lock);
  slot->state = SLOT_READY;
  jobs->next++;
  pthread_cond_signal(&jobs->ready);
  pthread_mutex_unlock(&jobs->lock);
}

void jobs_flush(void *payload) {
  struct jobs *jobs = payload;
  if (jobs->document) flush(jobs); /* workers flush by themselves */
}

bool jobs_finish(struct jobs *jobs) {
  pthread_mutex_lock(&jobs->lock);
  jobs->closing = true;
  pthread_cond_broadcast(&jobs->ready);
  pthread_mutex_unlock(&jobs->lock);
  for (unsigned i = 0; i < jobs->thread_count; i++) pthread_join(jobs->threads[i], NULL);
  for (size_t i = 0; jobs->slots && i < jobs->slot_count; i++) {
    buffer_free(&jobs->slots[i].lines);
    buffer_free(&jobs->slots[i].out);
  }
  free(jobs->threads);
  free(jobs->slots);
  nsp_document_free(jobs->document);
  pthread_mutex_destroy(&jobs->lock);
  pthread_cond_destroy(&jobs->ready);
  pthread_cond_destroy(&jobs->freed);
  flush(jobs);
  return !jobs->failed;
}

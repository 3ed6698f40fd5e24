/* newsparse: news articles taken apart on the command line.
 *
 * The command line (options) makes an analyzer (analysis); inputs are opened (input) and given to the jobs as lines or
 * whole; each is worked on (work), and its answer written in its turn. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "analysis.h"
#include "input.h"
#include "jobs.h"
#include "progress.h"
#include "sentence_stream.h"
#include "work.h"

/* Lines that are there are handed over together, up to about so many bytes: less to do for each. */
enum { BATCH = 1 << 16 };

static bool add_line(struct slot *slot, const char *line, size_t length) {
  return buffer_append(line, length, &slot->lines) && buffer_append("\n", 1, &slot->lines);
}

/* Gives an NDJSON input to the jobs. False when it could not be read. */
static bool give_lines(struct jobs *jobs, struct input *input) {
  const char *line;
  size_t length, number = 1;
  input->lines.before_wait = jobs_flush;
  input->lines.payload = jobs;
  while (lines_next(&input->lines, &line, &length)) {
    struct slot *slot = jobs_take(jobs);
    if (!slot) return true;
    slot->is_lines = true;
    slot->number = number;
    bool added = add_line(slot, line, length);
    for (number++; added && slot->lines.length < BATCH && lines_next_ready(&input->lines, &line, &length); number++)
      added = add_line(slot, line, length);
    if (!added) {
      errno = ENOMEM;
      break;
    }
    jobs_give(jobs, slot);
  }
  if (!errno) return true;
  complain(input->label, strerror(errno));
  return false;
}

/* False when an input could not be opened or read; the others are worked on all the same. */
static bool give_inputs(struct jobs *jobs, const struct options *options) {
  bool good = true;
  for (size_t i = 0; i < options->file_count && !jobs->write_error; i++) {
    struct input input;
    if (!input_open(&input, options->files[i], options)) {
      good = false;
    } else if (input.kind == INPUT_NDJSON) {
      good = give_lines(jobs, &input) && good;
      input_close(&input);
    } else if (sentence_stream_fits(&input, options)) {
      good = sentence_stream_run(&input, jobs->analysis, &jobs->write_error) && good;
      input_close(&input);
    } else {
      struct slot *slot = jobs_take(jobs);
      if (!slot) return good;
      slot->is_lines = false;
      slot->number = i + 1;
      slot->input = input;
      jobs_give(jobs, slot);
    }
  }
  return good;
}

/* With an analyzer: does all the work, and tells how it went. */
static int work(const struct options *options, const struct analysis *analysis) {
  struct jobs jobs;
  bool good = jobs_start(&jobs, analysis, work_on) && give_inputs(&jobs, options);
  good = jobs_finish(&jobs) && good;
  progress_end();
  /* A reader that went away has seen enough; that is no news to anyone. */
  if (jobs.write_error && jobs.write_error != EPIPE) complain("standard output", strerror(jobs.write_error));
  return good && !jobs.write_error ? EXIT_DONE : EXIT_INPUT;
}

int main(int argc, char **argv) {
  struct options options = options_read(argc, argv);
  struct analysis analysis;
  int code = analysis_start(&analysis, &options) ? work(&options, &analysis) : EXIT_USAGE;
  analysis_end(&analysis);
  options_free(&options);
  return code;
}

/* From the command line's options to an analyzer. */
#ifndef ANALYSIS_H
#define ANALYSIS_H

#include "packs.h"

/* What all threads share. */
struct analysis {
  const struct options *options;
  nsp_analyzer *analyzer;
  struct packs packs;
};

/* False, after telling the user why, when options or packs are wrong. */
bool analysis_start(struct analysis *analysis, const struct options *options);
void analysis_end(struct analysis *analysis);

/* Analyses an input. A language of it that nobody knows is found out. */
nsp_status analysis_run(const struct analysis *analysis, const nsp_input *input, nsp_document *document,
                        nsp_error *error);

#endif

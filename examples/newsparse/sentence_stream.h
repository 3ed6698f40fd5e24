/* The sentences of a text while it comes in: in bounded memory, each as soon as it is certain. */
#ifndef SENTENCE_STREAM_H
#define SENTENCE_STREAM_H

#include "analysis.h"
#include "input.h"

/* Can this input be answered piece by piece: plain sentences of one UTF-8 text? Reads its beginning. */
bool sentence_stream_fits(struct input *input, const struct options *options);

/* Writes them to standard output. False after telling the user why not; *write_error gets errno of a failed write. */
bool sentence_stream_run(struct input *input, const struct analysis *analysis, int *write_error);

#endif

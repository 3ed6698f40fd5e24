/* The convert command: the text of an input, and with --format json its links, too. */
#ifndef CONVERT_H
#define CONVERT_H

#include "input.h"

/* False, after telling the user why, when it is malformed and --strict. `label` is the input's name in messages. */
bool convert_write(const struct options *options, const struct text *text, const char *label, struct buffer *out);

#endif

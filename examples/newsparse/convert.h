/* The convert command: the text of an input, and with --format json its links, too. */
#ifndef CONVERT_H
#define CONVERT_H

#include "input.h"

bool convert_write(const struct options *options, const struct text *text, struct buffer *out);

#endif

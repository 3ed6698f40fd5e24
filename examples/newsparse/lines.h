/* Reads a file descriptor line by line, lines of any length. */
#ifndef LINES_H
#define LINES_H

#include "buffer.h"

struct lines {
  int file;
  struct buffer buffer;
  size_t at; /* start of the next line in the buffer */
  bool ended;
  void (*before_wait)(void *payload); /* called before a read that may block; may be NULL */
  void *payload;
};

/* The next line without its line break, valid until the next call. False at the end, or on an error (errno is set,
 * otherwise it is 0). */
bool lines_next(struct lines *lines, const char **line, size_t *length);
/* The next line if it is there already, whole: never waits. */
bool lines_next_ready(struct lines *lines, const char **line, size_t *length);
/* Reads some more into the buffer. False at the end, or on an error (errno is set, otherwise it is 0). */
bool lines_fill(struct lines *lines);
void lines_free(struct lines *lines);

#endif

#include "lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { READ_SIZE = 1 << 16 };

bool lines_fill(struct lines *lines) {
  struct buffer *buffer = &lines->buffer;
  errno = 0;
  if (lines->at) { /* the used part goes, so the buffer stays as small as the longest line */
    memmove(buffer->data, buffer->data + lines->at, buffer->length - lines->at);
    buffer->length -= lines->at;
    lines->at = 0;
  }
  if (!buffer_reserve(buffer, READ_SIZE)) {
    errno = ENOMEM;
    return false;
  }
  if (lines->before_wait) lines->before_wait(lines->payload);
  ssize_t got;
  do got = read(lines->file, buffer->data + buffer->length, buffer->size - buffer->length);
  while (got < 0 && errno == EINTR);
  if (got > 0) buffer->length += (size_t)got;
  if (got == 0) errno = 0;
  return got > 0;
}

bool lines_next(struct lines *lines, const char **line, size_t *length) {
  struct buffer *buffer = &lines->buffer;
  size_t searched = 0;
  char *end;
  errno = 0;
  for (;;) {
    size_t there = buffer->length - lines->at;
    end = there > searched ? memchr(buffer->data + lines->at + searched, '\n', there - searched) : NULL;
    if (end || lines->ended) break;
    searched = there;
    if (lines_fill(lines)) continue;
    if (errno) return false;
    lines->ended = true;
  }
  *line = buffer->data + lines->at;
  *length = end ? (size_t)(end - *line) : buffer->length - lines->at;
  if (!end && !*length) return false;
  lines->at += *length + (end ? 1 : 0);
  return true;
}

bool lines_next_ready(struct lines *lines, const char **line, size_t *length) {
  size_t there = lines->buffer.length - lines->at;
  return there && memchr(lines->buffer.data + lines->at, '\n', there) && lines_next(lines, line, length);
}

void lines_free(struct lines *lines) { buffer_free(&lines->buffer); }

/* Bytes that grow. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct buffer {
  char *data;
  size_t length, size;
};

/* Makes room for `more` bytes behind the used ones. False when out of memory. */
bool buffer_reserve(struct buffer *buffer, size_t more);
/* An nsp_writer: `payload` is the buffer. */
bool buffer_append(const char *data, size_t length, void *payload);
void buffer_free(struct buffer *buffer);

#endif

#include "buffer.h"

#include <stdlib.h>
#include <string.h>

bool buffer_reserve(struct buffer *buffer, size_t more) {
  if (buffer->size - buffer->length >= more) return true;
  size_t size = buffer->size + buffer->size / 2 + more;
  char *larger = realloc(buffer->data, size);
  if (!larger) return false;
  buffer->data = larger;
  buffer->size = size;
  return true;
}

bool buffer_append(const char *data, size_t length, void *payload) {
  struct buffer *buffer = payload;
  if (!buffer_reserve(buffer, length)) return false;
  if (length) memcpy(buffer->data + buffer->length, data, length);
  buffer->length += length;
  return true;
}

void buffer_free(struct buffer *buffer) {
  free(buffer->data);
  *buffer = (struct buffer){0};
}

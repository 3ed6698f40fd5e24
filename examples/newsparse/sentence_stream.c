#include "sentence_stream.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

bool sentence_stream_fits(struct input *input, const struct options *options) {
  if (options->command != COMMAND_SENTENCES || options->format != OUTPUT_TEXT || options->file_count != 1 ||
      input->kind != INPUT_TEXT || options->encoding || options->engine != NSP_ENGINE_NATIVE)
    return false;
  const struct buffer *beginning = &input->lines.buffer;
  if (!beginning->length && !lines_fill(&input->lines)) return false;
  return options->strict || strcmp(nsp_encoding_detect(beginning->data, beginning->length), "UTF-8") == 0;
}

/* An nsp_sentence_handler. */
static bool write_sentence(const char *text, size_t length, uint64_t start, void *payload) {
  int *write_error = payload;
  (void)start;
  errno = 0;
  for (size_t done = 0; done < length;) { /* line breaks inside become spaces */
    size_t part = 0;
    while (done + part < length && text[done + part] != '\n' && text[done + part] != '\r') part++;
    fwrite(text + done, 1, part, stdout);
    done += part;
    if (done < length) putchar(' '), done++;
  }
  putchar('\n');
  if (ferror(stdout)) *write_error = errno ? errno : EIO;
  return !ferror(stdout);
}

static void flush_output(void *payload) {
  int *write_error = payload;
  errno = 0;
  if (fflush(stdout) != 0 && !*write_error) *write_error = errno ? errno : EIO;
}

static nsp_status push_all(struct input *input, nsp_stream *stream, int *write_error, nsp_error *error) {
  struct lines *lines = &input->lines;
  nsp_status status = NSP_OK;
  lines->before_wait = flush_output;
  lines->payload = write_error;
  do {
    status = nsp_stream_push(stream, lines->buffer.data, lines->buffer.length, error);
    lines->buffer.length = 0;
  } while (status == NSP_OK && !*write_error && lines_fill(lines));
  return status;
}

bool sentence_stream_run(struct input *input, const struct analysis *analysis, int *write_error) {
  nsp_stream *stream;
  nsp_error error = {0};
  int read_error = 0;
  nsp_status status = nsp_stream_new(analysis->analyzer, write_sentence, write_error, &stream);
  if (status == NSP_OK) {
    status = push_all(input, stream, write_error, &error);
    if (status == NSP_OK) read_error = errno;
    if (status == NSP_OK && !*write_error) status = nsp_stream_finish(stream, &error);
  }
  nsp_stream_free(stream);
  flush_output(write_error);
  char message[256];
  snprintf(message, sizeof message, status == NSP_ERROR_MALFORMED_UTF8 ? "%s (byte %llu)" : "%s",
           *error.message ? error.message : nsp_status_message(status), (unsigned long long)error.offset);
  if (status != NSP_OK) complain(input->label, message);
  if (read_error && !*write_error) complain(input->label, strerror(read_error));
  return status == NSP_OK && !read_error;
}

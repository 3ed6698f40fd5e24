#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "page.h"

void complain(const char *name, const char *message) { fprintf(stderr, "newsparse: %s: %s\n", name, message); }

static bool ends_with(const char *name, const char *end) {
  size_t length = strlen(name), size = strlen(end);
  return length > size && strcasecmp(name + length - size, end) == 0;
}

/* Does `text` begin with `word`, whatever their case? */
static bool begins(const char *text, size_t length, const char *word) {
  size_t size = strlen(word);
  return length >= size && strncasecmp(text, word, size) == 0;
}

/* By the name, or else by how the bytes begin. */
static enum input_format guess_kind(const char *name, const char *data, size_t length) {
  if (ends_with(name, ".html") || ends_with(name, ".htm") || ends_with(name, ".xhtml")) return INPUT_HTML;
  if (ends_with(name, ".ndjson") || ends_with(name, ".jsonl")) return INPUT_NDJSON;
  if (ends_with(name, ".txt")) return INPUT_TEXT;
  if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) data += 3, length -= 3;
  while (length && memchr(" \t\r\n", *data, 4)) data++, length--;
  if (begins(data, length, "<!doctype html") || begins(data, length, "<html") || begins(data, length, "<head") ||
      begins(data, length, "<body") || begins(data, length, "<?xml"))
    return INPUT_HTML;
  const char *end = length ? memchr(data, '\n', length) : NULL;
  size_t line = end ? (size_t)(end - data) : length;
  if (line && *data == '{' && memmem(data, line, "\"text\"", 6)) return INPUT_NDJSON;
  return INPUT_TEXT;
}

bool input_open(struct input *input, const char *name, const struct options *options) {
  bool standard = strcmp(name, "-") == 0;
  *input = (struct input){.name = name, .label = standard ? "standard input" : name, .file = STDIN_FILENO};
  if (!standard) input->file = open(name, O_RDONLY | O_CLOEXEC);
  if (input->file < 0) {
    complain(name, strerror(errno));
    return false;
  }
  input->lines.file = input->file;
  input->kind = options->input;
  if (input->kind != INPUT_AUTO) return true;
  if (!lines_fill(&input->lines) && errno) {
    complain(input->label, strerror(errno));
    input_close(input);
    return false;
  }
  input->kind = guess_kind(name, input->lines.buffer.data, input->lines.buffer.length);
  return true;
}

void input_close(struct input *input) {
  lines_free(&input->lines);
  if (input->file > STDIN_FILENO) close(input->file);
}

/* NULL for UTF-8, of which nothing is changed, so that offsets are the file's own. */
static const char *unless_utf8(const char *encoding) {
  return !encoding || strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "UTF8") == 0 ? NULL : encoding;
}

/* What the bytes are in: what the user says, what the page says, or what they look like. */
static const char *find_encoding(const struct options *options, const struct buffer *bytes, bool page) {
  const char *encoding = options->encoding;
  if (!encoding && page) encoding = page_encoding(bytes->data, bytes->length);
  if (!encoding && !options->strict) encoding = nsp_encoding_detect(bytes->data, bytes->length);
  return unless_utf8(encoding);
}

static nsp_status convert(const struct buffer *bytes, const char *encoding, struct text *text) {
  return nsp_encoding_convert(bytes->data, bytes->length, encoding, NULL, &text->data, &text->length);
}

static bool to_utf8(struct input *input, const struct options *options, struct text *text) {
  struct buffer *bytes = &input->lines.buffer;
  const char *encoding = find_encoding(options, bytes, input->kind == INPUT_HTML);
  nsp_status status = encoding ? convert(bytes, encoding, text) : NSP_OK;
  if (status == NSP_ERROR_UNKNOWN_ENCODING && !options->encoding) { /* the page says nonsense */
    encoding = unless_utf8(nsp_encoding_detect(bytes->data, bytes->length));
    status = encoding ? convert(bytes, encoding, text) : NSP_OK;
  }
  text->converted = encoding && status == NSP_OK;
  if (status == NSP_OK && !encoding) {
    *text = (struct text){.data = bytes->data, .length = bytes->length};
    *bytes = (struct buffer){0};
  }
  buffer_free(bytes);
  if (status == NSP_OK) return true;
  complain(input->label,
           status == NSP_ERROR_UNKNOWN_ENCODING ? "unknown character encoding" : nsp_status_message(status));
  return false;
}

bool input_read(struct input *input, const struct options *options, struct text *text) {
  *text = (struct text){0};
  while (lines_fill(&input->lines))
    if (input->lines.buffer.length > NSP_MAX_INPUT) {
      complain(input->label, nsp_status_message(NSP_ERROR_TOO_LONG));
      return false;
    }
  if (errno) {
    complain(input->label, strerror(errno));
    return false;
  }
  if (!to_utf8(input, options, text)) return false;
  if (input->kind != INPUT_HTML || page_read(text)) return true;
  complain(input->label, "the page could not be read");
  text_free(text);
  return false;
}

void text_free(struct text *text) {
  if (text->converted)
    nsp_encoding_free(text->data, text->length, NULL);
  else
    free(text->data);
  for (size_t i = 0; i < text->link_count; i++) free((char *)text->links[i].url);
  free(text->links);
  free(text->title);
  free(text->language);
  *text = (struct text){0};
}

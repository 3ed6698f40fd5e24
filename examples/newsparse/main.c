/* newsparse: news articles taken apart on the command line. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "analysis.h"
#include "lines.h"
#include "ndjson.h"

static void flush_output(void *payload) {
  (void)payload;
  fflush(stdout);
}

static bool blank(const char *line, size_t length) {
  while (length && memchr(" \t\r", line[length - 1], 3)) length--;
  return length == 0;
}

static int answer_lines(const struct analysis *analysis, nsp_document *document, int file) {
  struct lines lines = {.file = file, .before_wait = flush_output};
  struct buffer out = {0};
  const char *line;
  size_t length, number = 0;
  int code = EXIT_DONE;
  while (lines_next(&lines, &line, &length)) {
    number++;
    if (number == 1 && length >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0) line += 3, length -= 3;
    if (blank(line, length)) continue;
    out.length = 0;
    if (!ndjson_answer(analysis, document, line, length, number, &out)) code = EXIT_INPUT;
    if (fwrite(out.data, 1, out.length, stdout) != out.length) break;
  }
  buffer_free(&out);
  lines_free(&lines);
  return code;
}

int main(int argc, char **argv) {
  struct options options = options_read(argc, argv);
  struct analysis analysis;
  nsp_document *document;
  if (!analysis_start(&analysis, &options) || nsp_document_new(NULL, &document) != NSP_OK) return EXIT_USAGE;
  int code = EXIT_DONE;
  for (size_t i = 0; i < options.file_count; i++) {
    int file = strcmp(options.files[i], "-") == 0 ? STDIN_FILENO : open(options.files[i], O_RDONLY);
    if (file < 0) {
      fprintf(stderr, "newsparse: %s: %s\n", options.files[i], strerror(errno));
      code = EXIT_INPUT;
      continue;
    }
    int here = answer_lines(&analysis, document, file);
    if (here) code = here;
    if (file != STDIN_FILENO) close(file);
  }
  nsp_document_free(document);
  analysis_end(&analysis);
  if (fflush(stdout) != 0) return EXIT_INPUT;
  return code;
}

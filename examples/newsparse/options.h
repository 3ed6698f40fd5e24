/* What the user asked for on the command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <newsparse/newsparse.h>

enum command { COMMAND_ANALYZE, COMMAND_SENTENCES, COMMAND_QUOTES, COMMAND_CREDITS, COMMAND_CONVERT };
enum output_format { OUTPUT_TEXT, OUTPUT_JSON, OUTPUT_NDJSON, OUTPUT_JSONLD, OUTPUT_NINJS, OUTPUT_HTML };
enum input_format { INPUT_AUTO, INPUT_TEXT, INPUT_HTML, INPUT_NDJSON };
enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct options {
  enum command command;
  enum output_format format;
  enum input_format input;
  enum color_choice color;
  nsp_unit offsets;
  nsp_engine engine;
  const char *encoding; /* NULL: find it */
  const char *language; /* NULL: find it */
  uint32_t stages;      /* nsp_stage, or-ed: what the command needs */
  uint32_t shown;       /* nsp_stage, or-ed: what it shows */
  unsigned jobs;
  bool strict, explain, whole_quotes, tile;
  int min_confidence; /* thousandths; -1: what suits the format */
  const char **packs; /* files of --pack */
  size_t pack_count;
  const char **files; /* "-" is standard input; never empty */
  size_t file_count;
};

/* Exit codes. */
enum { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2 };

/* Reads the command line; ends the program on --help, --version and wrong usage. */
struct options options_read(int argc, char **argv);
void options_free(struct options *options);

#endif

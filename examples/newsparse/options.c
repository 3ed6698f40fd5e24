#include "options.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  KEY_ENCODING = 256,
  KEY_OFFSETS,
  KEY_STRICT,
  KEY_ENGINE,
  KEY_EXPLAIN,
  KEY_PACK,
  KEY_WHOLE_QUOTES,
  KEY_MIN_CONFIDENCE,
  KEY_TILE,
  KEY_COLOR
};

static const char summary[] =
    "Takes news articles apart into sentences, quotations with their speakers, and source credits.\n"
    "\n"
    "Commands:\n"
    "  analyze    everything\n"
    "  sentences  sentences only; a text of any length is answered while it comes in\n"
    "  quotes     who said what\n"
    "  credits    where the article comes from, and who owns it\n"
    "  convert    only the text: an HTML page's article, or a legacy encoding, as UTF-8\n"
    "\v"
    "FILE is a path or - for standard input, which is read when there is none. Exit status: 0 done, 1 an input could "
    "not be read or was malformed, 2 wrong usage. NO_COLOR in the environment turns colours off unless --color asks "
    "for them.\n";

static const struct argp_option table[] = {
    {"format", 'f', "FORMAT", 0, "text (default), json, ndjson, jsonld (schema.org), ninjs (IPTC), html", 1},
    {"color", KEY_COLOR, "WHEN", 0, "colours in text output: auto (default), always, never", 1},
    {"offsets", KEY_OFFSETS, "UNIT", 0, "unit of offsets in JSON: byte (default), codepoint, utf16", 1},
    {"explain", KEY_EXPLAIN, NULL, 0, "show the rule and the evidence behind each decision", 1},
    {"input", 'i', "KIND", 0, "what the input is: auto (default), text, html, ndjson", 2},
    {"encoding", KEY_ENCODING, "NAME", 0, "the input's character encoding (default: found out)", 2},
    {"lang", 'l', "ID", 0, "the input's language, such as en or pt-BR (default: found out)", 2},
    {"strict", KEY_STRICT, NULL, 0, "malformed UTF-8 is an error that names the byte", 2},
    {"pack", KEY_PACK, "FILE", 0, "add a language-pack file of your own, such as abbreviations.txt; may be repeated",
     3},
    {"engine", KEY_ENGINE, "NAME", 0, "who finds the sentences: native (default) or icu", 3},
    {"whole-quotes", KEY_WHOLE_QUOTES, NULL, 0, "do not split a quotation of several sentences", 3},
    {"min-confidence", KEY_MIN_CONFIDENCE, "P", 0,
     "leave out indirect quotations that are less likely right than this, 0 to 1 (default: 0.6 in text and html, 0 "
     "elsewhere)",
     3},
    {"tile", KEY_TILE, NULL, 0, "sentences keep the white space behind them", 3},
    {"jobs", 'j', "N", 0, "work on N inputs or lines at once (default 1; 0: as many as there are processors)", 4},
    {0}};

struct word {
  const char *name;
  int value;
};

static const struct word commands[] = {{"analyze", COMMAND_ANALYZE}, {"sentences", COMMAND_SENTENCES},
                                       {"quotes", COMMAND_QUOTES},   {"credits", COMMAND_CREDITS},
                                       {"convert", COMMAND_CONVERT}, {0}};
static const struct word formats[] = {{"text", OUTPUT_TEXT},
                                      {"json", OUTPUT_JSON},
                                      {"ndjson", OUTPUT_NDJSON},
                                      {"jsonld", OUTPUT_JSONLD},
                                      {"ninjs", OUTPUT_NINJS},
                                      {"html", OUTPUT_HTML},
                                      {0}};
static const struct word inputs[] = {
    {"auto", INPUT_AUTO}, {"text", INPUT_TEXT}, {"html", INPUT_HTML}, {"ndjson", INPUT_NDJSON}, {0}};
static const struct word colors[] = {{"auto", COLOR_AUTO}, {"always", COLOR_ALWAYS}, {"never", COLOR_NEVER}, {0}};
static const struct word units[] = {
    {"byte", NSP_UNIT_BYTE}, {"codepoint", NSP_UNIT_CODEPOINT}, {"utf16", NSP_UNIT_UTF16}, {0}};
static const struct word engines[] = {{"native", NSP_ENGINE_NATIVE}, {"icu", NSP_ENGINE_ICU}, {0}};

static int choose(struct argp_state *state, const char *what, const struct word *words, const char *given) {
  char known[128] = "";
  for (const struct word *w = words; w->name; w++) {
    if (strcmp(w->name, given) == 0) return w->value;
    strcat(strcat(known, w == words ? "" : ", "), w->name);
  }
  argp_error(state, "unknown %s '%s'; known are: %s", what, given, known);
  return 0;
}

static unsigned read_jobs(struct argp_state *state, const char *given) {
  char *end;
  unsigned long jobs = strtoul(given, &end, 10);
  if (*given < '0' || *given > '9' || *end || jobs > 1024) argp_error(state, "--jobs takes a number from 0 to 1024");
  if (jobs) return (unsigned)jobs;
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  return processors > 0 ? (unsigned)processors : 1;
}

static int read_confidence(struct argp_state *state, const char *given) {
  char *end;
  double share = strtod(given, &end);
  if (end == given || *end || !(share >= 0 && share <= 1))
    argp_error(state, "--min-confidence takes a number from 0 to 1");
  return (int)(share * 1000 + 0.5);
}

static void append(struct argp_state *state, const char ***list, size_t *count, const char *item) {
  const char **larger = realloc(*list, (*count + 1) * sizeof *larger);
  if (!larger) argp_failure(state, EXIT_INPUT, 0, "out of memory");
  *list = larger;
  larger[(*count)++] = item;
}

static error_t read_option(int key, char *argument, struct argp_state *state) {
  struct options *o = state->input;
  switch (key) {
    case 'f': o->format = (enum output_format)choose(state, "format", formats, argument); break;
    case 'i': o->input = (enum input_format)choose(state, "kind of input", inputs, argument); break;
    case 'l': o->language = strcmp(argument, "auto") ? argument : NULL; break;
    case 'j': o->jobs = read_jobs(state, argument); break;
    case KEY_ENCODING: o->encoding = strcmp(argument, "auto") ? argument : NULL; break;
    case KEY_OFFSETS: o->offsets = (nsp_unit)choose(state, "unit", units, argument); break;
    case KEY_ENGINE: o->engine = (nsp_engine)choose(state, "engine", engines, argument); break;
    case KEY_COLOR: o->color = (enum color_choice)choose(state, "choice of colour", colors, argument); break;
    case KEY_STRICT: o->strict = true; break;
    case KEY_EXPLAIN: o->explain = true; break;
    case KEY_WHOLE_QUOTES: o->whole_quotes = true; break;
    case KEY_TILE: o->tile = true; break;
    case KEY_MIN_CONFIDENCE: o->min_confidence = read_confidence(state, argument); break;
    case KEY_PACK: append(state, &o->packs, &o->pack_count, argument); break;
    case ARGP_KEY_ARG:
      if (state->arg_num == 0)
        o->command = (enum command)choose(state, "command", commands, argument);
      else
        append(state, &o->files, &o->file_count, argument);
      break;
    case ARGP_KEY_NO_ARGS:
      argp_error(state, "which command? One of analyze, sentences, quotes, credits, convert");
      break;
    case ARGP_KEY_SUCCESS:
      if (!o->file_count) append(state, &o->files, &o->file_count, "-");
      break;
    default: return ARGP_ERR_UNKNOWN;
  }
  return 0;
}

static void print_version(FILE *stream, struct argp_state *state) {
  (void)state;
  fprintf(stream, "newsparse %s\n", nsp_version_string());
}

struct options options_read(int argc, char **argv) {
  static const struct argp parser = {table, read_option, "COMMAND [FILE...]", summary, NULL, NULL, NULL};
  static const uint32_t needed[] = {[COMMAND_ANALYZE] = NSP_STAGE_ALL,
                                    [COMMAND_SENTENCES] = NSP_STAGE_BLOCKS | NSP_STAGE_SENTENCES,
                                    [COMMAND_QUOTES] = NSP_STAGE_ALL & ~NSP_STAGE_CREDITS,
                                    [COMMAND_CREDITS] = NSP_STAGE_BLOCKS | NSP_STAGE_SENTENCES | NSP_STAGE_CREDITS,
                                    [COMMAND_CONVERT] = 0};
  struct options o = {.jobs = 1, .min_confidence = -1};
  argp_program_version_hook = print_version;
  argp_err_exit_status = EXIT_USAGE;
  if (argc) argv[0] = "newsparse"; /* in messages, wherever it was called from */
  argp_parse(&parser, argc, argv, 0, NULL, &o);
  o.stages = o.shown = needed[o.command];
  return o;
}

void options_free(struct options *options) {
  free(options->packs);
  free(options->files);
}

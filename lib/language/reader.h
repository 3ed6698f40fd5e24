/* Reading the text files of a language pack, line by line, with places for error messages. */
#ifndef NSP_LANGUAGE_READER_H
#define NSP_LANGUAGE_READER_H

#include "language/builder.h"

/* Where mistakes go. Compiling stops at the first; checking goes on. */
typedef struct nsp__pack_errors {
  nsp_error *first;          /* filled with the first mistake; may be NULL */
  nsp_error_handler handler; /* told of each; may be NULL */
  void *payload;
  uint32_t count;
} nsp__pack_errors;

typedef struct nsp__lines {
  const char *file, *data;
  size_t length, at;
  uint32_t number;
} nsp__lines;

nsp__lines nsp__lines_of(const char *file, const char *data, size_t length);
/* The next line that says something: "#" at the start, or behind white space, begins a comment. */
bool nsp__lines_next(nsp__lines *lines, nsp__line *line);

/* Notes a mistake at text[at] of the line. */
void nsp__pack_mistake(nsp__pack_errors *errors, const nsp__line *line, size_t at, const char *message);

/* Reads one word list. */
void nsp__read_word_list(nsp__builder *builder, nsp__class class_number, nsp__lines lines, nsp__pack_errors *errors);
/* Reads language.txt: "key = value" lines. */
void nsp__read_properties(nsp__builder *builder, nsp__lines lines, nsp__pack_errors *errors);

#endif

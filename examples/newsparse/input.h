/* Reading one input: a file or standard input, its bytes, what they are, and the text in them. */
#ifndef INPUT_H
#define INPUT_H

#include "buffer.h"
#include "lines.h"
#include "options.h"

/* An input that was opened and looked into. */
struct input {
  const char *name;  /* the path, or "-" */
  const char *label; /* for messages: the path, or "standard input" */
  int file;
  enum input_format kind; /* never INPUT_AUTO */
  struct lines lines;     /* holds the bytes that were read so far */
};

/* A text, as UTF-8, with its links when it was a page. */
struct text {
  char *data;
  size_t length;
  bool converted;  /* data is nsp_encoding_convert()'s */
  nsp_link *links; /* their addresses are malloc()ed */
  size_t link_count;
  char *title;    /* a page's <title>, or NULL */
  char *language; /* a page's lang, or NULL */
};

/* Opens an input and finds out what it is. False after telling the user why not. */
bool input_open(struct input *input, const char *name, const struct options *options);
/* Reads it to its end, as text. False after telling the user why not. */
bool input_read(struct input *input, const struct options *options, struct text *text);
void input_close(struct input *input);
void text_free(struct text *text);

/* Tells the user: "newsparse: name: message". From any thread. */
void complain(const char *name, const char *message);

#endif

/* Writing for a terminal: wrapped at its width, in colours or without, and nothing in a text can steer it. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include "buffer.h"
#include "options.h"

enum { SPEAKER_COLORS = 6 };

/* How a piece of text looks. */
struct style {
  bool bold, faint, italic;
  unsigned color; /* 0: the terminal's own; 1 to SPEAKER_COLORS: a speaker's; otherwise one of the next */
};
enum { COLOR_NONE = 0, COLOR_CREDIT = SPEAKER_COLORS + 1, COLOR_TITLE };

/* A stretch of a word. */
struct piece {
  size_t end;
  struct style style;
};

struct terminal {
  struct buffer *out;
  bool colors;
  unsigned width, indent;
  unsigned hang;        /* the indent of the lines that a long one is continued on */
  unsigned column;      /* where the next character goes; 0 at the start of a line, before the indent */
  struct style shown;   /* what the terminal is set to */
  struct style wanted;  /* of what comes next */
  struct buffer word;   /* being put together */
  struct buffer pieces; /* struct piece: its stretches of one style */
  unsigned word_width;
  bool space; /* one is due before the word */
  bool failed;
};

/* Colours and width by the options, standard output and the environment. */
void terminal_init(struct terminal *terminal, const struct options *options, struct buffer *out);
/* Ends the line, if one has begun. False when memory ran out. */
bool terminal_finish(struct terminal *terminal);

void terminal_style(struct terminal *terminal, struct style style);
/* Words of UTF-8; white space is one space, or a line break. What would steer the terminal is made visible. */
void terminal_text(struct terminal *terminal, const char *text, size_t length);
void terminal_puts(struct terminal *terminal, const char *text);
void terminal_number(struct terminal *terminal, size_t number);
/* Small raised digits. */
void terminal_superscript(struct terminal *terminal, size_t number);
void terminal_space(struct terminal *terminal);
/* Ends the line if one has begun; lines after it are indented so far. */
void terminal_line(struct terminal *terminal, unsigned indent);
/* Continues this line, when it gets too long, on lines that are indented so far. */
void terminal_hang(struct terminal *terminal, unsigned indent);
/* An empty line, unless at the very start. */
void terminal_gap(struct terminal *terminal);

#endif

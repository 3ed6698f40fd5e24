/* A pattern as a tree: what pattern_parse.c makes of a line and pattern_emit.c turns into nodes. */
#ifndef NSP_LANGUAGE_PATTERN_PARSE_H
#define NSP_LANGUAGE_PATTERN_PARSE_H

#include "language/pattern.h"
#include "syntax/token.h"

enum { NSP__PATTERN_DEPTH = 12, NSP__PATTERN_ELEMENTS = 4000, NSP__PATTERN_GAP = 20 };

typedef enum nsp__part_kind {
  NSP__PART_NODE,  /* one node: op, value, count */
  NSP__PART_GROUP, /* alternatives; optional when in square brackets */
  NSP__PART_AHEAD, /* alternatives that must not follow */
  NSP__PART_BEHIND /* alternatives that must not precede */
} nsp__part_kind;

typedef struct nsp__part nsp__part;
typedef struct nsp__alternative nsp__alternative;

struct nsp__alternative {
  nsp__part *first; /* NULL for an empty one */
  nsp__alternative *next;
};

struct nsp__part {
  nsp__part *next; /* in the sequence */
  nsp__alternative *alternatives;
  nsp__part_kind kind;
  bool optional;
  uint16_t op, count;
  uint32_t value;
};

/* "@name = words": a group to be used by name. */
typedef struct nsp__definition {
  const char *name;
  size_t length;
  nsp__alternative *alternatives;
} nsp__definition;

typedef struct nsp__parser {
  nsp__builder *builder;
  nsp__pack_errors *errors;
  const nsp__line *line;
  size_t at;
  nsp__joining joining;
  const nsp__definition *definitions;
  uint32_t definition_count;
  uint32_t depth, elements;
  bool failed; /* one mistake a line */
} nsp__parser;

/* Reads alternatives up to the end of the line. */
nsp__alternative *nsp__parse_pattern(nsp__parser *parser);
/* Notes the line's first mistake. */
void nsp__parse_mistake(nsp__parser *parser, size_t at, const char *message);
/* The words of text[start … end) of the line as a sequence of parts. */
nsp__part *nsp__parse_words(nsp__parser *parser, size_t start, size_t end, nsp__part **last);

#endif

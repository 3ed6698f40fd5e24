/* The pattern language of credits.txt, and the tables that it is compiled to.
 *
 * Reads: the lines of all credits.txt files of a pack, in order. Adds: the section NSP__SECTION_CREDITS, and in each
 * lexeme that can set a pattern off the number of its list of patterns (nsp__lexeme.trigger).
 * docs/credits.md describes the language for editors.
 *
 * A pattern becomes two small programs over words: one that goes right from the trigger, one that goes left from the
 * word before it. The trigger is the longest word that every statement of that shape must hold, so nothing at all is
 * done for text without one; a filter of all triggers' hashes (NSP__SECTION_TRIGGERS) tells without a look-up. Where a
 * trigger stands, its neighbours must be such as the pattern can have there (nsp__gate) before a program runs. */
#ifndef NSP_LANGUAGE_PATTERN_H
#define NSP_LANGUAGE_PATTERN_H

#include "language/builder.h"
#include "language/reader.h"
#include "newsparse/credit.h"

/* What stands in a slot: NSP__SLOT(enumerator, name in patterns). */
#define NSP__SLOTS(X)                                                                                           \
  X(SOURCE, "SOURCE")     /* one name of any sort */                                                            \
  X(SOURCES, "SOURCES")   /* a list of names of any sort */                                                     \
  X(OUTLETS, "OUTLETS")   /* a list of names, of which one is a known medium or an organisation */              \
  X(PERSON, "PERSON")     /* one name that is no known medium */                                                \
  X(PERSONS, "PERSONS")   /* a list of such names */                                                            \
  X(MEDIUM, "MEDIUM")     /* a known medium, or a name that shows that it is one */                             \
  X(LIST, "LIST")         /* everything to the end of the line, bracket or sentence, read as a list of names */ \
  X(PLACE, "PLACE")       /* a capitalised place name */                                                        \
  X(DATE, "DATE")         /* day, month and year in any order, two of them at least */                          \
  X(YEAR, "YEAR")         /* 1998, or 1998-2004 */                                                              \
  X(LICENSE, "LICENSE")   /* a licence that licenses.txt knows */                                               \
  X(URL, "URL")           /* a web address */                                                                   \
  X(LANGUAGE, "LANGUAGE") /* a language's name, of credit-languages.txt */                                      \
  X(TITLE, "TITLE")       /* the title of a piece: in quotation marks, or a few words */                        \
  X(GAP, "GAP")           /* any words, as many as its number at most: GAP5 */                                  \
  X(REST, "...")          /* whatever is left of the sentence */

typedef enum nsp__slot {
#define X(name, text) NSP__SLOT_##name,
  NSP__SLOTS(X)
#undef X
      NSP__SLOT_COUNT
} nsp__slot;

typedef enum nsp__credit_op {
  NSP__CREDIT_MATCH,  /* the program's end */
  NSP__CREDIT_WORD,   /* the lexeme `value` */
  NSP__CREDIT_WORDS,  /* one of `count` lexemes from words[value] on; `other` has nsp__word_bit() of each */
  NSP__CREDIT_PREFIX, /* a word whose folded form begins with the string `value` */
  NSP__CREDIT_EXACT,  /* the string `value` as written, capitals and all */
  NSP__CREDIT_MARK,   /* the nsp__mark `value` */
  NSP__CREDIT_CLASS,  /* a word of the list `value` */
  NSP__CREDIT_SLOT,   /* the nsp__slot `value`; `count` is the number of a gap */
  NSP__CREDIT_SPLIT,  /* `next`, or else `other`; `value` has nsp__gate_fold() of what `next` may meet first; `count` is
                       * 1  where the program goes left */
  NSP__CREDIT_AHEAD,  /* `other` must not match to the right */
  NSP__CREDIT_BEHIND, /* `other` must not match to the left */
  NSP__CREDIT_ANCHOR  /* the nsp__anchor `value` */
} nsp__credit_op;

typedef enum nsp__anchor {
  NSP__ANCHOR_LINE_START, /* ^  */
  NSP__ANCHOR_LINE_END,   /* $  */
  NSP__ANCHOR_START,      /* << of a line, sentence or bracket, or behind a mark that sets apart */
  NSP__ANCHOR_END         /* >> likewise */
} nsp__anchor;

typedef struct nsp__credit_node {
  uint32_t next, other; /* node numbers */
  uint32_t value;
  uint16_t count;
  uint16_t op;
} nsp__credit_node;

static inline uint32_t nsp__word_bit(uint32_t word) { return UINT32_C(1) << (word & 31); }

typedef struct nsp__credit_pattern {
  uint32_t text;     /* string offset: "kind: pattern", as written */
  uint32_t forward;  /* node to begin with at the trigger */
  uint32_t backward; /* node to begin with at the word before it */
  uint16_t kind;     /* nsp_credit_kind */
  uint16_t weight;   /* words and marks that it fixes: the more, the surer */
} nsp__credit_pattern;

/* What a word or mark beside a trigger may be: a set of the bits of pattern_gate.h. */
typedef uint64_t nsp__gate;

/* That a word sets a pattern off. The list of a word begins with one for all of them together, whose pattern is their
 * number. */
typedef struct nsp__credit_trigger {
  uint32_t pattern;
  uint32_t next; /* where the program to the right goes on behind the word; NSP__NO_WORD: from its beginning */
  nsp__gate ahead, behind; /* what may stand to its right, and to its left */
} nsp__credit_trigger;

/* Words with a part in lists of names: bits of nsp__lexeme.credit_lists. */
typedef enum nsp__credit_words {
  NSP__CREDIT_JOINS,   /* and, &, with: between two names */
  NSP__CREDIT_INSIDE,  /* of, the, de: lower-case words within a name */
  NSP__CREDIT_LOCATES, /* in, from: before the place where somebody works */
  NSP__CREDIT_FILLERS, /* editor, photographer, the news agency: beside a name and no part of it */
  NSP__CREDIT_LISTS    /* how many */
} nsp__credit_words;

typedef struct nsp__credit_table {
  uint32_t node_count, pattern_count, word_count, trigger_count;
  /* then nsp__credit_node[node_count], nsp__credit_pattern[pattern_count], nsp__credit_trigger[trigger_count], uint32_t
   * words[word_count] */
} nsp__credit_table;

/* Keeps a file's lines for nsp__patterns_compile(). */
void nsp__patterns_read(nsp__builder *builder, nsp__lines lines);
/* Compiles all kept lines; call it when the pack's id is known. */
void nsp__patterns_compile(nsp__builder *builder, nsp__pack_errors *errors);

#endif

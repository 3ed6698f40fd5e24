/* The one walk over the structural index that finds blocks and sentences.
 *
 * Reads: the text, window by window (text/index.h), the language pack. Adds: document->blocks, document->sentences.
 * At a line break it asks layout/lines.h whether a block ends there, at a mark that may end a sentence it asks
 * boundary.h. What lies between two places of the index is looked at only by these two, and they look a bounded
 * way: at most NSP__LOOK_BEHIND bytes back and NSP__LOOK_AHEAD bytes forward. So a text can also be split while it is
 * still coming in. */
#ifndef NSP_SENTENCE_SPLITTER_H
#define NSP_SENTENCE_SPLITTER_H

#include "language/quick.h"
#include "layout/lines.h"
#include "sentence/nesting.h"
#include "stage.h"
#include "text/index.h"

enum { NSP__LOOK_BEHIND = 1024, NSP__LOOK_AHEAD = 12288, NSP__KNOWN_WORDS = 16, NSP__KNOWN_TITLES = 128 };

typedef struct nsp__splitter nsp__splitter;

/* A list that goes on within a paragraph: "1. One 2. Two", "a) one b) two". */
typedef struct nsp__enumeration {
  char kind;       /* '1' numbers, 'a' small letters, 'A' capitals; 0: none */
  char open;       /* '(' or 0 */
  char close;      /* '.', ')' or ':' for ".)" */
  uint32_t number; /* of the latest item */
} nsp__enumeration;

struct nsp__splitter {
  const char *text;
  uint32_t length;                       /* what of the text is there */
  bool complete;                         /* nothing comes behind it */
  const nsp_language *language, *common; /* common NULL: there is none, or it is the language */
  nsp__quick_table words, common_words;
  /* Properties of the language. */
  bool ordinal_dot, year_dot, semicolon_question, lower_continues;
  bool colon_ends, colon_before_starter, colon_label;
  bool whole_quotes; /* an option */
  nsp__index_set set;
  nsp_document *document;
  uint32_t at;       /* the text before this is decided */
  uint32_t checked;  /* and before this its malformed bytes are counted */
  uint32_t sentence; /* where the sentence that is open begins, with the white space before it */
  uint32_t open;     /* the same, but for white space that was seen already */
  uint32_t block;    /* where the open block begins, likewise */
  uint32_t block_first_sentence;
  const char *lettered;       /* property: see nsp__letter_stands(); NULL: none */
  uint64_t lettered_ends;     /* its words' last letters and lengths: bit 26 and up for lengths 1, 2, … */
  bool has_endings;           /* the pack lists words' endings that end sentences without a mark */
  uint64_t final_letters[64]; /* what they end in, by the low six bits of the last two bytes */
  /* Words of at most seven letters that were found to be never-final abbreviations (plain.c), by their hash. */
  uint64_t never_final[NSP__KNOWN_WORDS];
  uint32_t titles[NSP__KNOWN_TITLES]; /* the same, of two or three letters, with the byte before them (sweep.c) */
  uint32_t unswept, pause;            /* so many places are not worth a sweep; how many were so last time (sweep.c) */
  uint32_t closed; /* end of the latest sentence that closes with a straight quotation mark: none is open there */
  uint32_t deferred_stop, deferred_break; /* the latest full stop with a line break behind it, and that */
  nsp__lines_state lines;
  nsp__enumeration list;
  nsp__nesting nesting;
  uint64_t malformed, first_malformed;
};

void nsp__splitter_init(nsp__splitter *splitter, const nsp_language *language, const nsp_language *common,
                        const nsp__options *options, nsp_document *document);

/* Walks on: to the end and ends the last block when the text is complete, otherwise as far as NSP__LOOK_AHEAD bytes are
 * there. The text must not end within a character then. NSP_OK or NSP_ERROR_NO_MEMORY. */
nsp_status nsp__splitter_run(nsp__splitter *splitter);

/* Decides what the places of the index mean, from the one numbered `first` to `end`. False when out of memory. */
bool nsp__splitter_walk(nsp__splitter *splitter, const nsp__index_window *window, uint32_t first, uint32_t end);

/* Forgets the first `bytes` bytes of the text and the first `sentences` sentences; both must be done with. */
void nsp__splitter_forget(nsp__splitter *splitter, uint32_t bytes, uint32_t sentences);

/* A word of the language's pack or, failing that, of the common one, with what its records in one list say. */
bool nsp__splitter_listed(const nsp__splitter *splitter, nsp__class list, const char *word, uint32_t length,
                          uint64_t *tags);

#endif

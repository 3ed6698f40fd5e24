/* What stands before and behind a mark: the words that the rules look at.
 *
 * Reads: the text, at most NSP__LOOK_BEHIND bytes back and NSP__LOOK_SPACES forward. Adds nothing. */
#ifndef NSP_SENTENCE_CONTEXT_H
#define NSP_SENTENCE_CONTEXT_H

#include "sentence/splitter.h"
#include "text/classes.h"

enum { NSP__LONGEST_WORD = 40, NSP__LOOK_SPACES = 1024, NSP__LONGEST_CLUSTER = 4096, NSP__LOOK_QUOTES = 512 };

/* The word that ends at a mark: letters, digits, and the stops, hyphens and apostrophes inside it. */
typedef struct nsp__word_before {
  uint32_t start, end;
  uint32_t letters, digits; /* characters */
  uint32_t stops;           /* full stops inside */
  bool capital;             /* begins with a capital letter */
  bool small;               /* has a small letter */
  bool roman;               /* only I V X L C D M, at least one */
  bool too_long;            /* longer than NSP__LONGEST_WORD: start is not its start */
} nsp__word_before;

/* What comes behind a mark. */
typedef struct nsp__what_follows {
  uint32_t next; /* the first character that is no white space */
  uint32_t word; /* the first one behind opening marks, dashes and bullets */
  uint8_t next_class, word_class;
  bool space;                /* there is white space between */
  bool line_break;           /* and a line break in it */
  bool bracket, quote, dash; /* of the marks before the word */
} nsp__what_follows;

/* What a mark consists of: "?!", "...", ". . .", and the quotation marks and brackets that close behind it. */
typedef struct nsp__cluster {
  uint32_t start, marks_end, end; /* marks, then closing ones */
  uint32_t stops;                 /* full stops, an ellipsis counting three */
  bool strong, wide, spaced;      /* "! ?"; full width; ". . ." */
  bool quote, bracket;            /* closing ones */
  bool smiley;                    /* then emoticons or pictures */
} nsp__cluster;

nsp__word_before nsp__look_before(const nsp__splitter *splitter, uint32_t at);
nsp__what_follows nsp__look_after(const nsp__splitter *splitter, uint32_t at);
nsp__cluster nsp__read_cluster(const nsp__splitter *splitter, uint32_t at);

/* Is the closing bracket at text[at] the mouth of an emoticon, such as ":)" or ";-))"? */
bool nsp__is_emoticon(const nsp__splitter *splitter, uint32_t at);

/* End of the word of letters (apostrophes inside are no part of it) that begins at text[at]. */
uint32_t nsp__word_end(const nsp__splitter *splitter, uint32_t at);

/* Where the text of the open sentence begins, without white space; NSP_NONE when that is more than 64 bytes on. */
uint32_t nsp__sentence_text(const nsp__splitter *splitter);

#endif

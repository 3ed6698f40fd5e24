/* Does a sentence end at this mark? The rules, with the language pack's data.
 *
 * Reads: the text around one place of the index. Adds nothing; tells where the sentence ends. */
#ifndef NSP_SENTENCE_BOUNDARY_H
#define NSP_SENTENCE_BOUNDARY_H

#include "sentence/splitter.h"

typedef struct nsp__verdict {
  bool ends;       /* a sentence ends at `end` */
  uint32_t end;    /* behind the last mark that belongs to the sentence */
  uint32_t resume; /* marks before this have been considered */
} nsp__verdict;

/* The mark that begins at text[at]: a full stop, question or exclamation mark, ellipsis, or a semicolon or closing
 * bracket where these can matter. */
nsp__verdict nsp__judge(nsp__splitter *splitter, uint32_t at);

#endif

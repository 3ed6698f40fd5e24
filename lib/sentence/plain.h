/* The plainest case, which is also the commonest: an ordinary word, a full stop, a space, a capital; all of
 * ASCII, or all Greek or Cyrillic.
 *
 * Reads: at most 36 bytes before the full stop and three behind. Adds nothing. What is not as plain as that, or is in
 * the list of abbreviations, is left to boundary.h, with the same answer for what is. */
#ifndef NSP_SENTENCE_PLAIN_H
#define NSP_SENTENCE_PLAIN_H

#include "sentence/splitter.h"

typedef enum nsp__plain {
  NSP__PLAIN_NOT,  /* not plain: ask the rules */
  NSP__PLAIN_ENDS, /* the sentence ends behind text[at] */
} nsp__plain;

/* The same for a full stop, "!" or "?" of full width before Han or Kana. text[at] is its first byte. */
nsp__plain nsp__judge_plain_wide(const nsp__splitter *splitter, uint32_t at);

nsp__plain nsp__judge_plain(const nsp__splitter *splitter, uint32_t at);

#endif

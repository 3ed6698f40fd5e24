/* The plainest case, which is also the commonest: an ordinary word, a full stop (in ASCII also "!" or "?"), a space, a
 * capital; all of ASCII, or all Greek or Cyrillic. A quotation mark may stand beside the space.
 *
 * Reads: at most 36 bytes before the full stop and three behind. Adds nothing. What is not as plain as that, or is in
 * the list of abbreviations, is left to boundary.h, with the same answer for what is. */
#ifndef NSP_SENTENCE_PLAIN_H
#define NSP_SENTENCE_PLAIN_H

#include "sentence/splitter.h"

/* Where the sentence ends: behind the mark at text[at] and, if there is one, the quotation mark that closes there. 0:
 * not plain, ask the rules. NSP_NONE: the sentence goes on. */
uint32_t nsp__judge_plain(nsp__splitter *splitter, uint32_t at);

/* The same for a full stop, "!" or "?" of full width before Han or Kana. text[at] is its first byte. */
uint32_t nsp__judge_plain_wide(const nsp__splitter *splitter, uint32_t at);

/* Length of the closing quotation mark, " ” ’ ' or '', that begins at text[at]; 0 if there is none. */
static inline uint32_t nsp__closing_quote(const nsp__splitter *s, uint32_t at) {
  if (s->length - at < 3) return 0;
  const char *c = s->text + at;
  if (*c == '"') return 1;
  if (*c == '\'') return c[1] == '\'' ? 2 : 1;
  return c[0] == '\xE2' && c[1] == '\x80' && (c[2] == '\x9D' || c[2] == '\x99') ? 3 : 0;
}

#endif

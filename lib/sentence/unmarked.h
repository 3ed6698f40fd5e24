/* Sentences that end without a mark: with a picture, or in some languages with the form of the last word.
 *
 * Reads: the characters around a picture, the word before a space, the pack's endings. Adds nothing. */
#ifndef NSP_SENTENCE_UNMARKED_H
#define NSP_SENTENCE_UNMARKED_H

#include "sentence/splitter.h"

/* Emoji and other pictures that can stand for a full stop. */
bool nsp__is_picture(uint32_t codepoint);

/* Does the run of pictures that begins at text[at] end a sentence? Where the run ends in *end, whether or not. */
bool nsp__picture_ends(const nsp__splitter *splitter, uint32_t at, uint32_t *end);

/* Notes the last letters of the pack's endings, so that most words can be passed over. */
void nsp__endings_init(nsp__splitter *splitter);

/* Can the word before the space at text[at] have such a form? */
static inline bool nsp__may_be_ending(const nsp__splitter *s, uint32_t at) {
  return at > 1 && (s->final_letters[s->text[at - 2] & 63] >> (s->text[at - 1] & 63) & 1);
}

/* Does the word before the space at text[at] have a form with which sentences end? */
bool nsp__ending_ends(const nsp__splitter *splitter, uint32_t at);

#endif

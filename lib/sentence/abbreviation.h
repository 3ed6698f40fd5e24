/* Does a single full stop end a sentence, or is it part of an abbreviation, an initial or an ordinal?
 *
 * Reads: the word before, what follows, the pack's abbreviations, starters and months. Adds nothing. */
#ifndef NSP_SENTENCE_ABBREVIATION_H
#define NSP_SENTENCE_ABBREVIATION_H

#include "sentence/context.h"

bool nsp__stop_ends(const nsp__splitter *splitter, const nsp__cluster *cluster, const nsp__what_follows *follows);

/* Does the pack list the word before a full stop, wherever it may stand? */
bool nsp__is_abbreviation(const nsp__splitter *splitter, const nsp__word_before *word);

/* "wrote on X.", "vitamin C.": is the one letter at text[at] a name of its own behind the word before it, and no
 * initial of a person? language.txt: lettered. */
void nsp__lettered_init(nsp__splitter *splitter);
bool nsp__letter_stands(const nsp__splitter *splitter, uint32_t at);

/* Is the capitalised word that follows one of those that open sentences and are no names? */
bool nsp__opens_sentence(const nsp__splitter *splitter, const nsp__what_follows *follows);

#endif

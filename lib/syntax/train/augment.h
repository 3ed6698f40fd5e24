/* More sentences of the kind that news is full of and web treebanks are not.
 *
 * From each English sentence in which somebody says something, others are made: with a time, a place or a medium
 * between the verb and what is said ("said on Monday in a statement that ..."), and with what is said put first
 * ("...," she said; "...," said the mayor). */
#ifndef NSP_TRAIN_AUGMENT_H
#define NSP_TRAIN_AUGMENT_H

#include "corpus.h"

void corpus_augment(corpus *c);

#endif

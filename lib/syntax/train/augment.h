/* More sentences of the kind that news is full of and web treebanks are not.
 *
 * From each English sentence in which somebody says something, others are made: with a time, a place or a medium
 * between the verb and what is said ("said on Monday in a statement that ..."), with a few words about who says it
 * ("Kim, a spokesman for the group, said ..."), with what is said put first ("...," she said; "...," said the mayor),
 * and with "according to". */
#ifndef NSP_TRAIN_AUGMENT_H
#define NSP_TRAIN_AUGMENT_H

#include "corpus.h"

void corpus_augment(corpus *c);

#endif

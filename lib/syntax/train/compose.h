/* Sentences of saying, put together from the parts of others.
 *
 * Treebanks hold few quotations, and small ones next to none. Here any sentence can be what is said, any subject can be
 * the one who says it, and a verb of saying and the marks come from a short list for each language. */
#ifndef NSP_TRAIN_COMPOSE_H
#define NSP_TRAIN_COMPOSE_H

#include "corpus.h"

/* Adds about `share` times as many sentences as there are; none for a language without a list. */
void corpus_compose(corpus *c, const char *language, double share);

#endif

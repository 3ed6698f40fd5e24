/* Room for blocks and sentences: one allocation for both, of about the right size.
 *
 * The first ones go to a buffer on the stack. When that is full, samples of the rest of the text tell how much the
 * whole will need; when they err, the one piece of memory is made larger. A text that is over before needs no guess. */
#ifndef NSP_SENTENCE_ROOM_H
#define NSP_SENTENCE_ROOM_H

#include "sentence/splitter.h"

typedef struct nsp__first_room {
  nsp_sentence sentences[2048];
  nsp_block blocks[1024];
} nsp__first_room;

void nsp__room_init(nsp_document *document, nsp__first_room *room);

/* Makes room for at least one more of each; false when out of memory. */
bool nsp__room_grow(nsp__splitter *splitter);

/* Moves what is still on the stack; false when out of memory. */
bool nsp__room_settle(nsp_document *document, nsp__first_room *room);

#endif

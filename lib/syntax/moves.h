/* What a move of the parser needs beside the vectors' inner loops; see moves_body.h. */
#ifndef NSP_SYNTAX_MOVES_H
#define NSP_SYNTAX_MOVES_H

#include "net_inputs.h"
#include "parser.h"

/* A state as the network sees it. */
typedef struct nsp__look {
  uint8_t h[NSP__HIDDEN];
  int32_t score[NSP__MOVES];
} nsp__look;

/* A shift is open while there are words; with one word on the stack there is nothing that it could hang on to its left.
 */
static inline unsigned nsp__best_move(const nsp__parse_state *s, const int32_t score[NSP__MOVES]) {
  int32_t shift = s->next <= s->n ? score[NSP__SHIFT] : INT32_MIN,
          left = s->next <= s->n ? score[NSP__LEFT] : INT32_MIN;
  int32_t right = s->depth > 1 ? score[NSP__RIGHT] : INT32_MIN, other = left > shift ? left : shift;
  unsigned move = left > shift ? NSP__LEFT : NSP__SHIFT;
  return right > other ? NSP__RIGHT : move;
}

/* The first word is shifted, and the last one hangs on the root, whatever the network thinks of it. 0: nothing is left
 * to do in this piece. */
static inline int nsp__steps_at_once(nsp__parse_state *s) {
  while (s->depth < 2) {
    if (s->next <= s->n) {
      if (s->depth == 1) return 1;
      nsp__parse_move(s, NSP__SHIFT);
    } else {
      if (s->depth == 0) return 0;
      nsp__parse_relate(s, nsp__parse_move(s, NSP__LEFT), NSP__REL_ROOT);
    }
  }
  return 1;
}

#endif

/* The parser's moves for one width of vectors. Included by affine_body.h and affine_plain.h, which have defined NAME(x),
 * TARGET and the inner loops: here they are inlined, for a move waits for the one before it and every call adds to that.
 */

TARGET static inline void NAME(look)(const nsp__model *m, const nsp__tree_parser *p, nsp__look *l) {
  uint32_t slot[NSP__SLOTS], fact[NSP__FACTS];
  const int16_t *row[NSP__STATE_ROWS];
  nsp__state_slots(&p->state, slot);
  nsp__state_facts(&p->state, fact);
  for (unsigned s = 0; s < NSP__SLOTS; s++) row[s] = p->share[slot[s]][s];
  for (unsigned f = 0; f < NSP__FACTS; f++) row[NSP__SLOTS + f] = m->facts + (size_t)fact[f] * NSP__HIDDEN;
  NAME(state)(&m->moves, m->hidden_bias, row, l->h, l->score);
}

/* The best move, with the relation of the arc that it makes. */
TARGET static inline void NAME(step)(const nsp__model *m, nsp__parse_state *s, const nsp__look *l) {
  unsigned move = nsp__best_move(s, l->score);
  unsigned d = nsp__parse_move(s, move);
  if (d == 0) return;
  unsigned label = NAME(label)(&m->labels[move == NSP__LEFT ? 0 : 1], l->h);
  nsp__parse_relate(s, d, label < NSP__LABELS ? label + 1 : NSP__REL_DEP);
}

TARGET static unsigned NAME(moves)(const nsp__model *m, nsp__tree_parser *const p[2], unsigned count) {
  nsp__look a, b;
  unsigned done = 0;
  while (count == 1 && !done) {
    NAME(look)(m, p[0], &a);
    NAME(step)(m, &p[0]->state, &a);
    done = !nsp__steps_at_once(&p[0]->state);
  }
  while (!done) {
    NAME(look)(m, p[0], &a);
    NAME(look)(m, p[1], &b);
    NAME(step)(m, &p[0]->state, &a);
    NAME(step)(m, &p[1]->state, &b);
    done = (nsp__steps_at_once(&p[0]->state) ? 0 : 1u) | (nsp__steps_at_once(&p[1]->state) ? 0 : 2u);
  }
  return done;
}

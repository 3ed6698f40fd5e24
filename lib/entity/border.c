/* Where a name begins and ends beyond its row of capitals: particles, nicknames between marks, another name behind it.
 */
#include "entity/finder.h"

/* 'George "Jay" Roe': where a name goes on behind a nickname between marks; `at` when none stands there. */
uint32_t nsp__behind_nickname(const nsp__finder *f, uint32_t at, uint32_t before) {
  if (at + 3 >= f->end || !(f->tokens[at].shape & NSP__SHAPE_QUOTE) || !(f->tokens[at + 2].shape & NSP__SHAPE_QUOTE))
    return at;
  bool names = nsp__cell_is(f, before, NSP__CELL_GIVEN) && nsp__cell_is(f, at + 1, NSP__CELL_CAPITAL) &&
               nsp__cell_is(f, at + 3, NSP__CELL_CAPITAL) && !nsp__cell_is(f, at + 3, NSP__CELL_SMALL);
  return names ? at + 3 : at;
}

/* "Lucy Roe White House", "Ann Roe New York Times": behind a person's two names the phrase of a house or a
 * medium is another name. Bound: a phrase. */
bool nsp__begins_house(const nsp__finder *f, uint32_t at, uint32_t next) {
  if (next < at + 2 || !nsp__cell_is(f, next, NSP__CELL_PHRASE)) return false;
  if (!nsp__cell_is(f, at, NSP__CELL_GIVEN) || nsp__cell_is(f, at, NSP__CELL_PROPER | NSP__CELL_WEAK)) return false;
  uint32_t last = next;
  while (last + 1 < f->end && nsp__cell_is(f, last, NSP__CELL_PHRASE)) last++;
  return nsp__cell_is(f, last, NSP__CELL_METONYM | NSP__CELL_KNOWN | NSP__CELL_MEDIUM);
}

/* "De la Fuente" is also "de la Fuente": small particles that mean nothing else in the language. Bound: 3 tokens. */
uint32_t nsp__before_particles(const nsp__finder *f, uint32_t first) {
  uint32_t grammar = NSP__CELL_SMALL | NSP__CELL_CAPITAL | NSP__CELL_PREPOSITION | NSP__CELL_DETERMINER |
                     NSP__CELL_CONJUNCTION | NSP__CELL_PRONOUN | NSP__CELL_VERB;
  for (uint32_t i = first; i > f->first && first - i < 3 && nsp__cell_is(f, i - 1, NSP__CELL_PARTICLE);) {
    if (nsp__cell_is(f, --i, grammar)) break;
    if (i == f->first || !nsp__cell_is(f, i - 1, NSP__CELL_PARTICLE)) return i;
  }
  return first;
}

/* "Senators Ann Roe | and Ed Lane" hold an office; "the refugees | Ann Roe will accept" don't, with one name behind. */
bool nsp__name_goes_on(const nsp__finder *f, uint32_t end) {
  return f->genitive_names || f->noun_capitals || end >= f->end || nsp__finder_is_and(f, end) ||
         (f->tokens[end].shape & NSP__SHAPE_PUNCT);
}

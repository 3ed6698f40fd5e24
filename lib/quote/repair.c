/* A mark that is never closed: “We will appeal, Roe said on Monday. The speech ends at the comma before the first
 * clause of saying that a full stop, a day or a preposition follows; without one it ends with its paragraph. */
#include "quote/cue.h"
#include "quote/marks.h"

enum { LONGEST_SPEECH = 200, SPEAKER_LOOK = 6, FEWEST_WORDS = 2 };

/* A plain verb of saying. */
static bool says(const nsp__quoting *q, uint32_t i) {
  uint64_t tags = q->may[i] & NSP__MAY_VERB ? nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) : 0;
  return (tags & (NSP__SAYS(SAY) | NSP__SAYS(WRITE))) && !(tags & NSP__SAYS(WEAK));
}

/* Does a clause of saying stand between the comma and what ends it? "Roe said.", "said Roe, the mayor." */
static bool clause_of_saying(const nsp__quoting *q, uint32_t comma, uint32_t end) {
  uint32_t i = comma + 1;
  if (i + 1 >= end) return false;
  if (says(q, i))
    return nsp__mention_at(q->document, i + 1) != NSP_NONE || (q->tokens[i + 1].shape & NSP__SHAPE_CAPITAL);
  uint32_t verb = i;
  while (verb < end && verb < i + SPEAKER_LOOK && !nsp__is_punct(q, verb) && !says(q, verb)) verb++;
  if (verb == i || verb >= end || !says(q, verb) || nsp__is_punct(q, verb)) return false;
  if (nsp__function(q, verb - 1, NSP__SAYS(AUXILIARY) | NSP__SAYS(PREPOSITION) | NSP__SAYS(ARTICLE))) return false;
  bool name = (q->tokens[verb - 1].shape & NSP__SHAPE_CAPITAL) || nsp__mention_at(q->document, verb - 1) != NSP_NONE;
  bool over = verb + 1 >= end || nsp__is_stop(q, verb + 1) || nsp__is_month(q, verb + 1) ||
              nsp__function(q, verb + 1, NSP__SAYS(PREPOSITION));
  return name && over;
}

void nsp__end_unclosed(nsp__quoting *q) {
  for (uint32_t m = 0; m < q->marked.count; m++) {
    nsp__marked *k = &q->marked.items[m];
    bool whole = k->parent == NSP_NONE && k->continued == NSP_NONE && !k->continues && k->repaired;
    if (!whole || (m + 1 < q->marked.count && q->marked.items[m + 1].span.first < k->span.end)) continue;
    for (uint32_t i = k->span.first + FEWEST_WORDS; i < k->span.end && i < k->span.first + LONGEST_SPEECH; i++)
      if (nsp__is_mark(q, i, NSP__MARK_COMMA) && clause_of_saying(q, i, k->span.end)) {
        k->span.end = i + 1;
        break;
      }
  }
}

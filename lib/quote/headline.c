/* Headlines lift words out of the text: "‘We never stopped believing’: Rovers win". Whoever says them there says them
 * in the heading, too. Reads: all drafts. Changes: who speaks in headings. */
#include "quote/attribute.h"

enum { MOST_HEADINGS = 8, FEWEST_WORDS = 3, MOST_WORDS = 24 };

typedef struct words {
  uint32_t hashes[MOST_WORDS], count;
} words;

static void read_words(const nsp__quoting *q, nsp__range r, words *out) {
  out->count = 0;
  for (uint32_t i = r.first; i < r.end && out->count < MOST_WORDS; i++)
    if (!nsp__is_punct(q, i)) out->hashes[out->count++] = q->tokens[i].hash;
}

/* Do these words stand in the range, one right behind the other? */
static bool has_words(const nsp__quoting *q, nsp__range r, const words *w) {
  for (uint32_t i = r.first; i < r.end; i++) {
    uint32_t k = i, n = 0;
    for (; k < r.end && n < w->count; k++) {
      if (nsp__is_punct(q, k)) continue;
      if (q->tokens[k].hash != w->hashes[n]) break;
      n++;
    }
    if (n == w->count) return true;
  }
  return false;
}

static bool is_heading(const nsp__quoting *q, const nsp__draft *draft) {
  return q->document->blocks.items[q->document->sentences.items[draft->sentence].block].kind == NSP_BLOCK_HEADING;
}

/* The draft of the text, spoken by somebody, that has the words; NSP_NONE. */
static uint32_t said_in_text(const nsp__quoting *q, const words *w) {
  for (uint32_t i = 0; i < q->drafts.count; i++) {
    const nsp__draft *d = &q->drafts.items[i];
    if (!d->speech || nsp__range_empty(d->source) || is_heading(q, d)) continue;
    for (uint32_t k = 0; k < d->content.count; k++)
      if (has_words(q, d->content.items[k], w)) return i;
  }
  return NSP_NONE;
}

void nsp__name_headlines(nsp__quoting *q) {
  uint32_t looked = 0;
  for (uint32_t i = 0; i < q->drafts.count && looked < MOST_HEADINGS; i++) {
    nsp__draft *d = &q->drafts.items[i];
    bool guessed = nsp__range_empty(d->source) || d->rule == NSP__RULE_LABEL;
    if (!d->speech || !guessed || d->content.count != 1 || !is_heading(q, d)) continue;
    words w;
    read_words(q, d->content.items[0], &w);
    if (w.count < FEWEST_WORDS || q->mark_of[d->content.items[0].first] == NSP_NONE) continue;
    looked++;
    uint32_t same = said_in_text(q, &w);
    if (same == NSP_NONE) continue;
    d->speaker_of = same;
    d->source = d->cue = nsp__no_range();
    d->source_head = d->cue_head = NSP_NONE;
    d->rule = NSP__RULE_CONTINUED;
  }
}

/* Headlines lift words out of the text: "‘We never stopped believing’: Rovers win". Whoever says them there says them
 * in the heading, too. Reads: all drafts. Adds: drafts of headings' speech, or who speaks in them. */
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

/* The draft of a heading whose content the marked words are, alone; NSP_NONE. */
static uint32_t draft_of(const nsp__quoting *q, nsp__range marked) {
  for (uint32_t i = 0; i < q->drafts.count; i++) {
    const nsp__draft *d = &q->drafts.items[i];
    if (d->content.count == 1 && d->content.items[0].first == marked.first) return i;
  }
  return NSP_NONE;
}

static bool name_headline(nsp__quoting *q, const nsp__marked *marked) {
  words w;
  read_words(q, marked->span, &w);
  uint32_t same = w.count < FEWEST_WORDS ? NSP_NONE : said_in_text(q, &w), i = draft_of(q, marked->span);
  if (same == NSP_NONE) return true;
  if (i == NSP_NONE) {
    nsp__draft draft = nsp__draft_new(NSP__RULE_CONTINUED, nsp__sentence_of(q, marked->span.first));
    draft.speech = true;
    draft.speaker_of = same;
    return nsp__draft_add(q, &draft, marked->span) && nsp__draft_keep(q, &draft);
  }
  nsp__draft *d = &q->drafts.items[i];
  if (!nsp__range_empty(d->source) && d->rule != NSP__RULE_LABEL) return true;
  d->speaker_of = same;
  d->source = d->cue = nsp__no_range();
  d->source_head = d->cue_head = NSP_NONE;
  d->rule = NSP__RULE_CONTINUED;
  return true;
}

bool nsp__name_headlines(nsp__quoting *q) {
  uint32_t looked = 0;
  for (uint32_t i = 0; i < q->outer.count && looked < MOST_HEADINGS; i++) {
    const nsp__marked *marked = &q->marked.items[q->outer.items[i]];
    if (q->document->blocks.items[marked->block].kind != NSP_BLOCK_HEADING) continue;
    looked++;
    if (!name_headline(q, marked)) return false;
  }
  return true;
}

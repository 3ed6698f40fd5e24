/* Transcripts and interviews: a paragraph without a label behind a labelled one goes on with what that one says, as far
 * as another label follows. Reads: the drafts that labels made, blocks. */
#include "quote/attribute.h"

enum { FEWEST_LABELS = 3, MOST_PARAGRAPHS = 32 /* between two labels */ };

/* "Q:", "A:", "PENCE:" before words without marks: the label of a turn in a transcript. */
static bool is_turn(const nsp__quoting *q, const nsp__draft *d) {
  if (d->rule != NSP__RULE_LABEL || !d->speech || d->content.count != 1 || nsp__range_empty(d->source)) return false;
  nsp__range said = d->content.items[0];
  if (q->mark_of[said.first] != NSP_NONE && q->marked.items[q->mark_of[said.first]].span.end >= said.end) return false;
  uint32_t label = d->source_head;
  return nsp__listed(q, label, NSP__CLASS_SPEAKER_LABEL) || (q->tokens[label].shape & NSP__SHAPE_ALL_CAPS);
}

static bool goes_on(const nsp__quoting *q, uint32_t block) {
  const nsp_block *b = &q->document->blocks.items[block];
  if (b->kind != NSP_BLOCK_PARAGRAPH || !b->sentence_count) return false;
  const nsp__token *first = &q->tokens[nsp__sentence_range(q, b->first_sentence).first];
  return !(first->shape & (NSP__SHAPE_OPEN_BRACKET | NSP__SHAPE_QUOTE)); /* "[Laughter]" is the writer's */
}

/* Adds the paragraphs behind a turn, up to the block of the next one. */
static bool add_paragraphs(nsp__quoting *q, uint32_t draft, uint32_t next_block) {
  uint32_t block = nsp__block_of_token(q, q->drafts.items[draft].content.items[0].end - 1);
  if (next_block <= block + 1 || next_block - block > MOST_PARAGRAPHS) return true;
  for (uint32_t b = block + 1; b < next_block && goes_on(q, b); b++) {
    const nsp_block *k = &q->document->blocks.items[b];
    nsp__range all = {nsp__sentence_range(q, k->first_sentence).first,
                      nsp__sentence_range(q, k->first_sentence + k->sentence_count - 1).end};
    if (!nsp__draft_add(q, &q->drafts.items[draft], all)) return false;
  }
  return true;
}

bool nsp__continue_answers(nsp__quoting *q) {
  uint32_t turns = 0, last = NSP_NONE;
  if (!q->first_label) return true;
  for (uint32_t i = 0; i < q->drafts.count && turns < FEWEST_LABELS; i++) turns += is_turn(q, &q->drafts.items[i]);
  if (turns < FEWEST_LABELS) return true;
  for (uint32_t i = 0; i < q->drafts.count; i++) {
    if (!is_turn(q, &q->drafts.items[i])) continue;
    uint32_t block = nsp__block_of_token(q, q->drafts.items[i].source.first);
    if (last != NSP_NONE && !add_paragraphs(q, last, block) && q->failed) return false;
    last = i;
  }
  return !q->failed;
}

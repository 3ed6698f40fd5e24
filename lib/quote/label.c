/* Labels: "Merkel: Europe must act" in a heading, "PENCE: Well, look …" in a transcript, "Q:" in an interview, and the
 * name behind a quotation, "…" — Jane Roe. */
#include "quote/attribute.h"
#include "quote/tree.h"

enum { LABEL_WORDS = 10, NAME_WORDS = 8 };

/* Can these words before a colon name somebody? Names and titles are written with capitals; "Note: …" and "Update: …"
 * are no names, so a single word must be known as one, or be all capitals. */
static bool names_somebody(const nsp__quoting *q, nsp__range r, bool heading) {
  uint32_t capital = 0, words = 0, all_caps = 0;
  bool listed = false, known = false;
  for (uint32_t i = r.first; i < r.end; i++) {
    const nsp__token *t = &q->tokens[i];
    if (t->shape & NSP__SHAPE_PUNCT) {
      if (!(t->shape & NSP__SHAPE_BRACKET) && t->punct != NSP__MARK_COMMA && t->punct != NSP__MARK_PERIOD) return false;
      continue;
    }
    words++;
    capital += (t->shape & NSP__SHAPE_CAPITAL) != 0;
    all_caps += (t->shape & NSP__SHAPE_ALL_CAPS) != 0;
    listed |= nsp__listed(q, i, NSP__CLASS_SPEAKER_LABEL);
    uint32_t m = nsp__mention_at(q->document, i);
    if (m != NSP_NONE) {
      unsigned kind = q->document->mentions.items[m].kind, form = q->document->mentions.items[m].form;
      known |= form == NSP_MENTION_NAME &&
               (kind == NSP_ENTITY_PERSON || kind == NSP_ENTITY_ORGANISATION || kind == NSP_ENTITY_UNKNOWN);
    }
  }
  if (!words) return false;
  if (listed && words == 1) return true;
  if (nsp__listed(q, r.first, NSP__CLASS_STARTER)) return false; /* "The latest:" */
  bool capitals = capital == words;
  if (all_caps == words && words <= 4) return !heading || known;
  return capitals && known && (heading || words <= 6);
}

static bool attribute_label(nsp__quoting *q, uint32_t sentence, const nsp_block *block) {
  nsp__range s = nsp__sentence_range(q, sentence);
  uint32_t colon = s.first;
  while (colon < s.end && colon < s.first + LABEL_WORDS && !nsp__is_mark(q, colon, NSP__MARK_COLON)) colon++;
  bool heading = block->kind == NSP_BLOCK_HEADING;
  if (colon >= s.end || colon == s.first || !nsp__is_mark(q, colon, NSP__MARK_COLON)) return true;
  nsp__range name = {s.first, colon};
  if (!names_somebody(q, name, heading)) return true;
  nsp__range last = nsp__sentence_range(q, block->first_sentence + block->sentence_count - 1);
  nsp__range content = {colon + 1, last.end};
  if (content.end < content.first + 2) return true;
  if (q->mark_of[content.first] != NSP_NONE) content.end = q->marked.items[q->mark_of[content.first]].span.end;
  nsp__draft draft = nsp__draft_new(NSP__RULE_LABEL, sentence);
  draft.cue = (nsp__range){colon, colon + 1};
  draft.cue_head = colon;
  draft.source = nsp__trim_phrase(q, name);
  draft.source_head = draft.source.end - 1;
  draft.speech = !heading;
  nsp__draft_add(q, &draft, content);
  return nsp__draft_keep(q, &draft);
}

/* A dash and a name right behind marked words, and nothing more in the paragraph. */
static bool attribute_signature(nsp__quoting *q, uint32_t sentence) {
  nsp__range s = nsp__sentence_range(q, sentence);
  for (uint32_t i = s.first; i + 1 < s.end; i++) {
    bool dash = nsp__is_mark(q, i, NSP__MARK_DASH) || (i == s.first && nsp__is_mark(q, i, NSP__MARK_HYPHEN));
    if (!dash || i == 0 || q->mark_of[i] != NSP_NONE || q->mark_of[i - 1] == NSP_NONE) continue;
    nsp__range name = {i + 1, s.end};
    if (name.end - name.first > 3 * NAME_WORDS || !(q->tokens[name.first].shape & NSP__SHAPE_CAPITAL)) return true;
    for (uint32_t k = name.first; k < name.end; k++)
      if (q->mark_of[k] != NSP_NONE || nsp__listed(q, k, NSP__CLASS_CUE_VERB)) return true;
    nsp__draft draft = nsp__draft_new(NSP__RULE_SIGNATURE, sentence);
    draft.source = nsp__trim_phrase(q, name);
    uint32_t head = name.first;
    while (head + 1 < name.end && !nsp__is_punct(q, head + 1)) head++;
    draft.source_head = head;
    nsp__range marked = q->marked.items[q->mark_of[i - 1]].span;
    nsp__draft_add(q, &draft, marked);
    return nsp__draft_keep(q, &draft);
  }
  return true;
}

bool nsp__attribute_labels(nsp__quoting *q, uint32_t sentence) {
  const nsp_block *block = &q->document->blocks.items[q->document->sentences.items[sentence].block];
  if (block->first_sentence == sentence && !attribute_label(q, sentence, block)) return false;
  return attribute_signature(q, sentence);
}

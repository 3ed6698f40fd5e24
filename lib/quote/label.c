/* Labels: "Merkel: Europe must act" in a heading, "PENCE: Well, look …" in a transcript, "Q:" in an interview, and the
 * name behind a quotation, "…" — Jane Roe. */
#include <string.h>

#include "quote/attribute.h"
#include "quote/cue.h"
#include "quote/tree.h"

enum {
  LABEL_WORDS = 10,
  NAME_WORDS = 8,
  ROLE_WORDS = 3,
  SHORTEST_HEADING = 2,
  MOST_HEADINGS = 16 /* of those whose label is not known by itself */
};

/* "Photo:", "Editor's note:" in the pack's list of labels that name nobody. */
static bool names_nobody(const nsp__quoting *q, nsp__range r) {
  const nsp__record *record = NULL;
  uint32_t m = r.end == r.first + 1 && (q->tokens[r.first].shape & NSP__SHAPE_ALL_CAPS)
                   ? nsp__mention_at(q->document, r.first)
                   : NSP_NONE;
  if (m != NSP_NONE && q->document->mentions.items[m].form == NSP_MENTION_NAME) return false; /* "WHO: …" */
  nsp__range words = nsp__match(q, r.first, r.end, NSP__CLASS_SPEAKER_LABEL, &record);
  return words.end == r.end && r.first < r.end && record && (record->tags & NSP__SAYS(NOBODY));
}

/* A name alone, or with a comma or a bracket behind it: "Ng Wades In: …" is a clause. */
static bool begins_with_name(const nsp__quoting *q, nsp__range r) {
  uint32_t m = nsp__mention_from(q->document, r.first);
  if (m >= q->document->mentions.count) return false;
  const nsp__mention *first = &q->document->mentions.items[m];
  if (first->first > r.first && !nsp__listed(q, r.first, NSP__CLASS_TITLE) && !nsp__listed(q, r.first, NSP__CLASS_ROLE))
    return false;
  return first->end >= r.end || nsp__is_punct(q, first->end);
}

/* "UN chief:", "Study:", "Experts:" in a heading: one noun for somebody or something that speaks, and a name at most
 * before it. */
static bool is_role_alone(const nsp__quoting *q, nsp__range r) {
  uint32_t m = r.end - r.first <= ROLE_WORDS ? nsp__mention_at(q->document, r.end - 1) : NSP_NONE;
  bool document = r.end == r.first + 1 && nsp__listed(q, r.first, NSP__CLASS_DOCUMENT); /* "Study: …" */
  if (document) return true;
  if (m == NSP_NONE || !(q->tokens[r.first].shape & NSP__SHAPE_CAPITAL)) return false;
  const nsp__mention *noun = &q->document->mentions.items[m];
  for (uint32_t i = r.first; i < r.end; i++)
    if (nsp__is_punct(q, i) || nsp__function(q, i, NSP__SAYS(PREPOSITION) | NSP__SAYS(AUXILIARY))) return false;
  return noun->end == r.end && noun->form == NSP_MENTION_NOMINAL &&
         (noun->kind == NSP_ENTITY_PERSON || noun->kind == NSP_ENTITY_GROUP || noun->kind == NSP_ENTITY_DOCUMENT ||
          noun->kind == NSP_ENTITY_ANONYMOUS);
}

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
  if (heading && is_role_alone(q, r)) return true;
  if (nsp__listed(q, r.first, NSP__CLASS_STARTER)) return false; /* "The latest:" */
  bool capitals = capital == words && begins_with_name(q, r);
  if (all_caps == words && words <= 4) return !heading || known;
  return capitals && known && (heading || words <= 6);
}

/* What a label before the colon says is its block, or the marked words right behind it. */
static bool make_label(nsp__quoting *q, uint32_t sentence, const nsp_block *block, uint32_t colon) {
  nsp__range name = {nsp__sentence_range(q, sentence).first, colon};
  bool heading = block->kind == NSP_BLOCK_HEADING;
  nsp__range last = nsp__sentence_range(q, block->first_sentence + block->sentence_count - 1);
  nsp__range content = {colon + 1, last.end};
  if (content.end < content.first + 2) return true;
  if (q->mark_of[content.first] != NSP_NONE) content.end = q->marked.items[q->mark_of[content.first]].span.end;
  if (!q->first_label && !heading) q->first_label = name.first;
  nsp__draft draft = nsp__draft_new(NSP__RULE_LABEL, sentence);
  draft.cue = (nsp__range){colon, colon + 1};
  draft.cue_head = colon;
  draft.source = nsp__trim_phrase(q, name);
  draft.source_head = draft.source.end - 1;
  if (nsp__tags_in(q, draft.source_head, NSP__CLASS_SPEAKER_LABEL) & NSP__SAYS(SAY))
    draft.said_of = nsp__interviewee(q);
  draft.speech = !heading;
  nsp__draft_add(q, &draft, content);
  return nsp__draft_keep(q, &draft);
}

static bool attribute_label(nsp__quoting *q, uint32_t sentence, const nsp_block *block) {
  nsp__range s = nsp__sentence_range(q, sentence);
  uint32_t colon = s.first;
  while (colon < s.end && colon < s.first + LABEL_WORDS && !nsp__is_mark(q, colon, NSP__MARK_COLON)) colon++;
  bool heading = block->kind == NSP_BLOCK_HEADING;
  if (colon >= s.end || colon == s.first || !nsp__is_mark(q, colon, NSP__MARK_COLON)) return true;
  nsp__range name = {s.first, colon};
  if (heading && s.end < colon + SHORTEST_HEADING + 2) return true; /* "President: John Smith" */
  if (block->kind == NSP_BLOCK_CAPTION || names_nobody(q, name) || !names_somebody(q, name, heading)) return true;
  return make_label(q, sentence, block, colon);
}

/* "“We are broke”: mayor pleads for aid", "Storm was the worst in years – forecasters": a heading that opens with
 * speech and a colon or a dash, or closes with a dash and one noun for who says it. */
static bool attribute_heading(nsp__quoting *q, uint32_t sentence) {
  nsp__range s = nsp__sentence_range(q, sentence);
  bool marked = q->mark_of[s.first] != NSP_NONE && q->marked.items[q->mark_of[s.first]].span.first == s.first;
  uint32_t at = marked ? q->marked.items[q->mark_of[s.first]].span.end : s.first;
  if (marked && q->marked.items[q->mark_of[s.first]].taken) return true;
  while (at < s.end && !nsp__is_mark(q, at, NSP__MARK_DASH)) {
    if (marked && nsp__is_mark(q, at, NSP__MARK_COLON)) break;
    if (marked) return true;
    at++;
  }
  uint32_t m = at + 1 < s.end ? nsp__mention_from(q->document, at + 1) : NSP_NONE;
  if (m == NSP_NONE || m >= q->document->mentions.count) return true;
  const nsp__mention *who = &q->document->mentions.items[m];
  bool alone =
      who->full_end >= nsp__text_end(q, s) && who->form == NSP_MENTION_NOMINAL && at > s.first + SHORTEST_HEADING;
  if (who->full_first != at + 1 || who->full_end > s.end || (!marked && !alone)) return true;
  nsp__draft draft = nsp__draft_new(NSP__RULE_LABEL, sentence);
  draft.cue = (nsp__range){at, at + 1};
  draft.cue_head = at;
  draft.source = (nsp__range){who->full_first, who->full_end};
  draft.source_head = who->head;
  nsp__draft_add(q, &draft, (nsp__range){s.first, at});
  return nsp__draft_keep(q, &draft);
}

/* "— Ana Roe, writing to the council": behind its comma the participle tells where the words come from. */
static bool is_circumstance(const nsp__quoting *q, uint32_t i) {
  const nsp__token *t = &q->tokens[i];
  bool participle = t->end - t->start > 4 && memcmp(q->analysis->text + t->end - 3, "ing", 3) == 0;
  return participle && i > 0 && nsp__is_mark(q, i - 1, NSP__MARK_COMMA);
}

/* A dash and a name right behind marked words, and nothing more in the paragraph. */
static bool attribute_signature(nsp__quoting *q, uint32_t sentence) {
  nsp__range s = nsp__sentence_range(q, sentence);
  for (uint32_t n = q->near_outer; n < q->outer.count; n++) {
    uint32_t i = q->marked.items[q->outer.items[n]].span.end; /* right behind marked words */
    if (i + 1 >= s.end) break;
    if (i < s.first) continue;
    bool dash = nsp__is_mark(q, i, NSP__MARK_DASH) || (i == s.first && nsp__is_mark(q, i, NSP__MARK_HYPHEN));
    if (!dash || i == 0 || q->mark_of[i] != NSP_NONE || q->mark_of[i - 1] == NSP_NONE) continue;
    nsp__range name = {i + 1, s.end};
    uint32_t marks = q->marked.items[q->mark_of[i - 1]].span.first, last = name.end;
    while (last > name.first && nsp__is_stop(q, last - 1)) last--;
    if (last > name.first && (q->tokens[last - 1].shape & NSP__SHAPE_DASH)) return true; /* "– Spring –": a heading */
    nsp__range whole = nsp__sentence_range(q, nsp__sentence_of(q, marks));
    if (marks > whole.first + 1) return true; /* "…was “still the first.”--Kim Ng": words of the writer's before them */
    if (name.end - name.first > 3 * NAME_WORDS || !(q->tokens[name.first].shape & NSP__SHAPE_CAPITAL)) return true;
    for (uint32_t k = name.first; k < name.end; k++)
      if (is_circumstance(q, k))
        break;
      else if (q->mark_of[k] != NSP_NONE || nsp__listed(q, k, NSP__CLASS_CUE_VERB))
        return true;
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

/* "Ng: “Our goal is peace.” | Roe: “So is mine.”": a name, a colon and marks behind the words of another label. */
static bool follows_label(const nsp__quoting *q, uint32_t sentence) {
  nsp__range s = nsp__sentence_range(q, sentence);
  if (!q->drafts.count || s.end < s.first + 4 || !nsp__is_mark(q, s.first + 1, NSP__MARK_COLON)) return false;
  const nsp__draft *d = &q->drafts.items[q->drafts.count - 1];
  return d->rule == NSP__RULE_LABEL && d->content.items[d->content.count - 1].end == s.first &&
         q->mark_of[s.first + 2] != NSP_NONE && q->mark_of[s.first] == NSP_NONE;
}

bool nsp__attribute_labels(nsp__quoting *q, uint32_t sentence) {
  const nsp_block *block = &q->document->blocks.items[q->document->sentences.items[sentence].block];
  bool opens = block->first_sentence == sentence || follows_label(q, sentence);
  if (opens && !attribute_label(q, sentence, block)) return false;
  if (block->kind == NSP_BLOCK_HEADING && block->sentence_count == 1 && !attribute_heading(q, sentence)) return false;
  return attribute_signature(q, sentence);
}

/* Does somebody of this name speak in the text? By the last word of a source's head. */
static bool speaks(const nsp__quoting *q, uint32_t name) {
  for (uint32_t i = 0; i < q->drafts.count; i++) {
    const nsp__draft *d = &q->drafts.items[i];
    if (d->source_head == NSP_NONE || nsp__range_empty(d->source) || d->rule == NSP__RULE_OBJECT) continue;
    if (q->tokens[d->source_head].hash == q->tokens[name].hash) return true;
  }
  return false;
}

bool nsp__attribute_headings(nsp__quoting *q) {
  const nsp_document *d = q->document;
  int looked = 0;
  for (uint32_t i = 0; i < d->blocks.count && looked < MOST_HEADINGS; i++) {
    const nsp_block *block = &d->blocks.items[i];
    if (block->kind != NSP_BLOCK_HEADING || !block->sentence_count) continue;
    nsp__range s = nsp__sentence_range(q, block->first_sentence), name = {s.first, s.first + 1};
    if (s.end < s.first + 4 || !nsp__is_mark(q, s.first + 1, NSP__MARK_COLON) ||
        !(q->tokens[s.first].shape & NSP__SHAPE_CAPITAL))
      continue;
    if (names_nobody(q, name) || names_somebody(q, name, true)) continue;
    looked++;
    if (speaks(q, s.first) && !make_label(q, block->first_sentence, block, s.first + 1)) return false;
  }
  return true;
}

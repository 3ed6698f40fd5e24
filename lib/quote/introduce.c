/* Marked speech behind a colon that no cue leads to: "Die Sprecherin blieb hart: „…“", "He had one message: “…”". The
 * clause before the colon names who speaks: its first mention of somebody who can, subjects before others. */
#include "quote/attribute.h"
#include "quote/capital.h"
#include "quote/likely.h"

enum { FEWEST_WORDS = 3, MOST_MENTIONS = 12, PREPOSITION_LOOK_BACK = 3, VERB_LOOK_BACK = 60, QUOTED_LOOK_BACK = 12 };

static bool can_speak(const nsp__mention *m) {
  return m->kind == NSP_ENTITY_PERSON || m->kind == NSP_ENTITY_ORGANISATION || m->kind == NSP_ENTITY_GROUP ||
         m->kind == NSP_ENTITY_MEDIUM || m->kind == NSP_ENTITY_ANONYMOUS ||
         (m->form == NSP_MENTION_PRONOUN && m->person == 3 && !(m->flags & NSP__MENTION_IDLE));
}

/* Behind a preposition, small words between: "In a Fox interview". */
static bool in_phrase(const nsp__quoting *q, uint32_t first, uint32_t at) {
  for (uint32_t i = at; i > first && at - i < PREPOSITION_LOOK_BACK && !nsp__is_punct(q, i - 1); i--)
    if (nsp__function(q, i - 1, NSP__SAYS(PREPOSITION))) return true;
  return false;
}

/* "Republican nominee | Ana Roe": the name that a noun stands before, if one does. */
static const nsp__mention *named_behind(const nsp__quoting *q, uint32_t m) {
  const nsp__mention *noun = &q->document->mentions.items[m];
  if (noun->form == NSP_MENTION_NAME || noun->form == NSP_MENTION_PRONOUN || m + 1 >= q->document->mentions.count)
    return noun;
  const nsp__mention *next = noun + 1;
  if (next->form != NSP_MENTION_NAME || next->first > noun->end + PREPOSITION_LOOK_BACK) return noun;
  for (uint32_t i = noun->end; i < next->first; i++)
    if (nsp__is_punct(q, i) || nsp__listed(q, i, NSP__CLASS_FUNCTION)) return noun;
  return next;
}

/* "Roe quotes former minister Jan Ng:": whom the clause quotes, when his name ends it; NULL. */
static const nsp__mention *quoted_in(const nsp__quoting *q, nsp__range clause) {
  uint32_t m = clause.end > clause.first ? nsp__mention_at(q->document, clause.end - 1) : NSP_NONE;
  if (m == NSP_NONE || !nsp__pack_property(q->pack, "quoting") || !can_speak(&q->document->mentions.items[m]))
    return NULL;
  for (uint32_t i = q->document->mentions.items[m].full_first; i > clause.first && clause.end - i < QUOTED_LOOK_BACK;
       i--) {
    if (nsp__is_punct(q, i - 1)) return NULL;
    if (nsp__in_property(q, "quoting", i - 1)) return &q->document->mentions.items[m];
  }
  return NULL;
}

/* "Roe's response was:", "From Roe's Facebook post:": whose words a noun of saying or of where it was said names; NULL.
 */
static const nsp__mention *owner_in(const nsp__quoting *q, nsp__range clause) {
  uint32_t m = nsp__mention_from(q->document, clause.first);
  for (; m < q->document->mentions.count && q->document->mentions.items[m].first < clause.end; m++) {
    const nsp__mention *owner = &q->document->mentions.items[m];
    if (owner->full_first > clause.first + PREPOSITION_LOOK_BACK) break;
    if (!(owner->flags & NSP__MENTION_POSSESSIVE)) continue;
    for (uint32_t i = owner->end; i < clause.end && i < owner->end + VERB_LOOK_BACK / 10; i++)
      if (nsp__listed(q, i, NSP__CLASS_CUE_NOUN) || nsp__listed(q, i, NSP__CLASS_MEDIUM_NOUN)) return owner;
  }
  return NULL;
}

/* Who of the clause may speak; NULL when nobody does. */
static const nsp__mention *speaker_in(const nsp__quoting *q, nsp__range clause) {
  const nsp__mention *best = quoted_in(q, clause);
  if (best) return best;
  uint32_t m = nsp__mention_from(q->document, clause.first);
  for (int n = 0; m < q->document->mentions.count && n < MOST_MENTIONS; m++, n++) {
    const nsp__mention *mention = &q->document->mentions.items[m];
    if (mention->first >= clause.end) break;
    if (!can_speak(mention) || (mention->flags & NSP__MENTION_POSSESSIVE)) continue;
    bool object = (mention->flags & NSP__MENTION_OBJECT) || in_phrase(q, clause.first, mention->first);
    bool person = mention->kind == NSP_ENTITY_PERSON || mention->form == NSP_MENTION_PRONOUN;
    if (!object && person) return named_behind(q, m);
    if (!best || (!object && (best->flags & NSP__MENTION_OBJECT))) best = mention;
  }
  return best;
}

/* Nouns in the genitive are no subject ("Die Pflichten der Staaten"), and in the mood of reported speech the subject is
 * whom somebody else speaks of. */
static bool cannot_introduce(const nsp__quoting *q, nsp__range s, const nsp__mention *who) {
  if (!nsp__capital_nouns(q)) return false;
  bool owned = who->full_first > s.first && (nsp__in_property(q, "genitives", who->full_first) ||
                                             nsp__in_property(q, "genitives", who->full_first - 1));
  return (owned && who->form != NSP_MENTION_PRONOUN) || nsp__reported_mood(q, s.first, s.end);
}

/* The stretch fills the rest of its sentence, and is longer than a title. */
static bool is_speech(const nsp__quoting *q, const nsp__marked *m) {
  uint32_t words = 0;
  for (uint32_t i = m->span.first; i < m->span.end && words < FEWEST_WORDS; i++) words += !nsp__is_punct(q, i);
  uint32_t inner = m->span.end - (m->closed_mark ? 2 : 1);
  if (words < FEWEST_WORDS && !(words && inner > m->span.first && nsp__is_stop(q, inner))) return false;
  nsp__range last = nsp__sentence_range(q, nsp__sentence_of(q, m->span.end - 1));
  for (uint32_t i = m->span.end; i < last.end; i++)
    if (!nsp__is_punct(q, i)) return false;
  return true;
}

/* "Roth wörtlich: „…“", "…, so Beck weiter: „…“": a name and an adverb right before the colon. */
static nsp__source named_before(const nsp__quoting *q, nsp__range s, uint32_t colon) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t end = colon, head = NSP_NONE;
  if (!nsp__capital_nouns(q)) return none;
  if (end > s.first + 1 && !(q->tokens[end - 1].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT))) end--;
  nsp__range phrase = nsp__capital_left(q, end, s.first, &head);
  if (nsp__range_empty(phrase)) return none;
  bool so = phrase.first > s.first && nsp__in_property(q, "so", phrase.first - 1);
  if (!so && (phrase.first > s.first || end + 1 < colon)) return none;
  return (nsp__source){phrase, head, false};
}

bool nsp__attribute_introduced(nsp__quoting *q, uint32_t sentence) {
  nsp__range s = nsp__sentence_range(q, sentence);
  for (uint32_t n = q->near_outer; n < q->outer.count; n++) {
    uint32_t first = q->marked.items[q->outer.items[n]].span.first;
    if (first < s.first + 2) continue;
    if (first > s.end + 1) break; /* a dash may stand before the marks */
    uint32_t colon = first - 1;
    if (!nsp__is_mark(q, colon, NSP__MARK_COLON)) colon--;
    if (colon <= s.first || colon >= s.end || !nsp__is_mark(q, colon, NSP__MARK_COLON) || q->mark_of[colon] != NSP_NONE)
      continue;
    uint32_t at = nsp__behind_dash(q, colon + 1), number = at < q->token_count ? q->mark_of[at] : NSP_NONE;
    if (number == NSP_NONE || nsp__block_of_token(q, at) > nsp__block_of_token(q, colon) + 1) continue;
    nsp__marked *m = &q->marked.items[number];
    if (m->taken || m->span.first != at || m->continues || !is_speech(q, m)) continue;
    const nsp__mention *who = speaker_in(q, (nsp__range){s.first, colon});
    if (!who) who = owner_in(q, (nsp__range){s.first, colon});
    nsp__draft draft = nsp__draft_new(NSP__RULE_INTRODUCED, sentence);
    draft.cue_head = colon;
    nsp__source subject = nsp__capital_nouns(q) ? nsp__second_subject(q, s) : (nsp__source){{0, 0}, NSP_NONE, false};
    if (subject.head != NSP_NONE && subject.span.end <= colon && nsp__may_speak(q, subject.head)) {
      draft.source = subject.span;
      draft.source_head = subject.head;
    } else if (who && !cannot_introduce(q, s, who)) {
      draft.source = (nsp__range){who->full_first, who->full_end < colon ? who->full_end : colon};
      draft.source_head = who->head;
    }
    if (nsp__range_empty(draft.source)) {
      subject = named_before(q, s, colon);
      draft.source = subject.span;
      draft.source_head = subject.head;
    }
    nsp__draft_add(q, &draft, m->span);
    if (!nsp__draft_keep(q, &draft)) return false;
  }
  return true;
}

/* The last verb of saying in a sentence, or NSP_NONE. */
static uint32_t verb_of(const nsp__quoting *q, nsp__range s) {
  const uint64_t verbs = NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(WRITE);
  for (uint32_t i = s.end; i > s.first && s.end - i < VERB_LOOK_BACK; i--) {
    unsigned tag = q->tokens[i - 1].tag;
    if ((nsp__tags_in(q, i - 1, NSP__CLASS_CUE_VERB) & verbs) && (tag == NSP__TAG_VERB || tag == NSP__TAG_NONE))
      return i - 1;
  }
  return NSP_NONE;
}

/* Who the sentence before a block says it is by: "Roe wrote to the council:". */
static void introduce_block(const nsp__quoting *q, uint32_t before, nsp__draft *draft) {
  nsp__range s = nsp__sentence_range(q, before);
  uint32_t verb = verb_of(q, s);
  bool colon = s.end > s.first && nsp__is_mark(q, s.end - 1, NSP__MARK_COLON);
  if (!colon && verb == NSP_NONE) return;
  const nsp__mention *who = speaker_in(q, s);
  if (!who) return;
  draft->source = nsp__trim_phrase(q, (nsp__range){who->full_first, who->full_end < s.end ? who->full_end : s.end});
  draft->source_head = who->head;
  draft->cue_head = verb == NSP_NONE ? s.end - 1 : verb;
  if (verb != NSP_NONE) draft->cue = (nsp__range){verb, verb + 1};
}

bool nsp__attribute_blocks(nsp__quoting *q) {
  const nsp_document *d = q->document;
  bool open = false; /* the block before was one, and the last draft is of it */
  for (uint32_t b = 0; b < d->blocks.count; b++) {
    const nsp_block *block = &d->blocks.items[b];
    if (block->kind != NSP_BLOCK_BLOCK_QUOTE || !block->sentence_count) {
      open = false;
      continue;
    }
    nsp__range first = nsp__sentence_range(q, block->first_sentence);
    nsp__range all = {first.first, nsp__sentence_range(q, block->first_sentence + block->sentence_count - 1).end};
    while (all.first < all.end && nsp__is_punct(q, all.first) && !nsp__is_quote_mark(q, all.first)) all.first++;
    if (all.first >= all.end || q->mark_of[all.first] != NSP_NONE) continue; /* its own marks tell */
    if (open) {
      nsp__draft_add(q, &q->drafts.items[q->drafts.count - 1], all);
      continue;
    }
    nsp__draft draft = nsp__draft_new(NSP__RULE_BARE, block->first_sentence);
    draft.set_off = draft.speech = true;
    if (b && nsp__is_prose(q, b - 1) && d->blocks.items[b - 1].sentence_count)
      introduce_block(q, block->first_sentence - 1, &draft);
    if (!nsp__range_empty(draft.source)) draft.rule = NSP__RULE_INTRODUCED;
    nsp__draft_add(q, &draft, all);
    open = draft.content.count > 0;
    if (!nsp__draft_keep(q, &draft)) return false;
  }
  return !q->failed;
}

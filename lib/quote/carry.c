/* Marked speech that no cue claimed. Right behind a quotation of the same paragraph it goes on with it; else its
 * speaker is the one of the sentence that introduces it ("Roe was blunt. “…”"), or of the quotation before it. Marked
 * words inside of somebody else's sentence are no speech: titles, nicknames, words that the writer keeps at a distance.
 */
#include "quote/attribute.h"
#include "quote/likely.h"
#include "quote/tree.h"

enum { FEWEST_WORDS = 4, FEWEST_TO_GO_ON = 2, BLOCKS_BACK = 3, MOST_MARKS = 16 /* punctuation around speech */ };

/* The sentence that a draft ends in: its cue's, or that of its last marked words. */
static uint32_t last_sentence(const nsp__quoting *q, const nsp__draft *d) {
  uint32_t last = d->sentence, pieces = d->content.count; /* pieces are added in text order but for the first ones */
  for (uint32_t i = pieces > 4 ? pieces - 4 : 0; i < pieces; i++) {
    uint32_t s = nsp__sentence_of(q, d->content.items[i].end - 1);
    if (s > last) last = s;
  }
  return last;
}

/* Stands alone: whole sentences between the marks, nothing of the writer's own around them. */
static bool fills_sentences(const nsp__quoting *q, const nsp__marked *m, uint32_t fewest) {
  nsp__range s = nsp__sentence_range(q, nsp__sentence_of(q, m->span.first));
  nsp__range e = nsp__sentence_range(q, nsp__sentence_of(q, m->span.end - 1));
  uint32_t words = 0;
  for (uint32_t i = m->span.first; i < m->span.end && words < fewest; i++) words += !nsp__is_punct(q, i);
  if (m->span.first - (m->span.first < s.first ? m->span.first : s.first) > MOST_MARKS) return false;
  for (uint32_t i = s.first; i < m->span.first; i++) /* "Infine “…”": an adverb says nothing of who speaks */
    if (!nsp__is_punct(q, i) && !(i == s.first && nsp__function(q, i, NSP__SAYS(ADVERB)))) return false;
  if (e.end - (e.end < m->span.end ? e.end : m->span.end) > MOST_MARKS) return false;
  for (uint32_t i = m->span.end; i < e.end; i++)
    if (!nsp__is_punct(q, i)) return false;
  uint32_t last = m->span.end - (m->closed_mark ? 2 : 1);
  bool stopped = last > m->span.first && nsp__is_stop(q, last);
  return words >= fewest || (words > 0 && stopped);
}

bool nsp__stands_alone(const nsp__quoting *q, const nsp__marked *m) { return fills_sentences(q, m, FEWEST_WORDS); }

/* Goes on with a quotation of the same paragraph that ended in the sentence before. */
static bool goes_on(const nsp__quoting *q, const nsp__draft *before, const nsp__marked *m, uint32_t sentence) {
  return nsp__block_of_token(q, before->content.items[0].first) == m->block && sentence - last_sentence(q, before) <= 1;
}

typedef struct earlier {
  uint32_t any, speech; /* the last draft with a source; the last one of them with marked speech; NSP_NONE: none yet */
} earlier;

/* "When I put this to Roe he shrugged. “…”": behind a clause of when, the last one who does something, a pronoun or,
 * behind a comma, a name; NSP_NONE. */
static uint32_t who_acts(const nsp__quoting *q, nsp__range s) {
  const nsp_document *d = q->document;
  uint32_t found = NSP_NONE;
  if (!nsp__function(q, s.first, NSP__SAYS(CONJUNCTION))) return found;
  for (uint32_t m = nsp__mention_from(d, s.first), n = 0; m < d->mentions.count && n < MOST_MARKS; m++, n++) {
    const nsp__mention *who = &d->mentions.items[m];
    if (who->first >= s.end) break;
    bool pronoun = who->form == NSP_MENTION_PRONOUN && who->person == 3 && !(who->flags & NSP__MENTION_IDLE) &&
                   (nsp__tags_in(q, who->first, NSP__CLASS_PRONOUN) & NSP__SAYS(SUBJECT));
    bool name = who->form == NSP_MENTION_NAME && who->kind == NSP_ENTITY_PERSON && who->full_first > s.first &&
                nsp__is_mark(q, who->full_first - 1, NSP__MARK_COMMA);
    if (pronoun || name) found = m;
  }
  return found;
}

/* "Roth war früh eingeweiht. „Er hat es mir gesagt.“": the person whom the sentence before speaks of; head NSP_NONE:
 * nobody. "For Ana Roe, the prize was a shock. “…”": a name and its comma may stand behind a preposition. */
static nsp__source introduced_by(const nsp__quoting *q, uint32_t sentence) {
  const nsp_document *d = q->document;
  const nsp__source none = {{0, 0}, NSP_NONE, false};
  if (!sentence || d->sentences.items[sentence - 1].block != d->sentences.items[sentence].block) return none;
  if (nsp__capital_nouns(q)) return nsp__spoken_of(q, sentence - 1);
  nsp__range s = nsp__sentence_range(q, sentence - 1);
  uint32_t first = s.first, m = nsp__mention_from(d, first);
  bool behind = nsp__function(q, first, NSP__SAYS(PREPOSITION));
  uint32_t acts = who_acts(q, s);
  if (acts != NSP_NONE) m = acts, behind = false;
  if (m >= d->mentions.count || (acts == NSP_NONE && d->mentions.items[m].full_first > first + behind)) return none;
  const nsp__mention *who = &d->mentions.items[m];
  bool name = who->form == NSP_MENTION_NAME && who->kind == NSP_ENTITY_PERSON;
  bool pronoun = who->form == NSP_MENTION_PRONOUN && who->person == 3 && !(who->flags & NSP__MENTION_IDLE) &&
                 (nsp__tags_in(q, who->first, NSP__CLASS_PRONOUN) & NSP__SAYS(SUBJECT));
  bool role = who->form == NSP_MENTION_NOMINAL && who->kind == NSP_ENTITY_PERSON;
  if (behind && (!name || who->full_end >= s.end || !nsp__is_mark(q, who->full_end, NSP__MARK_COMMA))) return none;
  if ((!name && !pronoun && !role) || (who->flags & NSP__MENTION_POSSESSIVE)) return none;
  if (!behind && (who->flags & NSP__MENTION_OBJECT)) return none;
  return (nsp__source){{who->full_first, who->full_end}, who->head, false};
}

static bool adopt(nsp__quoting *q, uint32_t m, const earlier *last) {
  nsp__marked *k = &q->marked.items[m];
  nsp__draft draft = nsp__draft_new(NSP__RULE_BARE, nsp__sentence_of(q, k->span.first));
  draft.speech = true;
  if (last->speech != NSP_NONE && goes_on(q, &q->drafts.items[last->speech], k, draft.sentence)) {
    nsp__draft_add(q, &q->drafts.items[last->speech], k->span);
    return !q->failed;
  }
  uint32_t speaker = last->any;
  bool next = speaker != NSP_NONE && goes_on(q, &q->drafts.items[speaker], k, draft.sentence);
  if (!next && last->speech != NSP_NONE &&
      q->drafts.items[last->speech].sentence + 1 >= q->drafts.items[last->any].sentence &&
      nsp__block_of_token(q, q->drafts.items[last->speech].content.items[0].first) ==
          nsp__block_of_token(q, q->drafts.items[last->any].content.items[0].first))
    speaker = last->speech;
  bool stale = speaker == NSP_NONE || last_sentence(q, &q->drafts.items[speaker]) + 1 < draft.sentence;
  nsp__source introducer = {{0, 0}, NSP_NONE, false};
  if (stale) introducer = introduced_by(q, draft.sentence);
  if (introducer.head != NSP_NONE) {
    draft.rule = q->has_model ? NSP__RULE_INTRODUCED : NSP__RULE_BARE;
    if (q->has_model)
      draft.source = introducer.span, draft.source_head = introducer.head;
    else
      draft.said_of = introducer.span;
  } else if (speaker != NSP_NONE) {
    const nsp__draft *before = &q->drafts.items[speaker];
    uint32_t from = nsp__block_of_token(q, before->content.items[before->content.count - 1].first);
    if (k->block - from < BLOCKS_BACK) {
      draft.rule = NSP__RULE_CONTINUED;
      draft.speaker_of = speaker;
      if (next) { /* "She says it is theirs. “They hurt nobody.”": "She" names both */
        draft.source = before->source;
        draft.source_head = before->source_head;
      }
    }
  }
  nsp__draft_add(q, &draft, k->span);
  return nsp__draft_keep(q, &draft);
}

/* "She praised the plan": who only has a view on something is carried no further than to the next sentence. */
static bool only_topic(const nsp__quoting *q, const nsp__draft *d, uint32_t sentence, uint32_t block) {
  return d->rule == NSP__RULE_OBJECT &&
         (d->sentence + 1 < sentence || nsp__block_of_token(q, d->content.items[0].first) != block);
}

/* Which drafts came before a stretch: they were made sentence by sentence, so one walk over both lists does it. */
bool nsp__attribute_rest(nsp__quoting *q) {
  uint32_t next = 0, made = q->drafts.count;
  earlier last = {NSP_NONE, NSP_NONE};
  for (uint32_t m = 0; m < q->marked.count; m++) {
    nsp__marked *k = &q->marked.items[m];
    if (k->parent != NSP_NONE || k->taken || k->continues || !nsp__is_prose(q, k->block) ||
        !fills_sentences(q, k, FEWEST_TO_GO_ON))
      continue;
    uint32_t sentence = nsp__sentence_of(q, k->span.first);
    for (; next < made && q->drafts.items[next].sentence <= sentence; next++) {
      if (q->drafts.items[next].content.items[0].first >= k->span.first ||
          nsp__range_empty(q->drafts.items[next].source) || only_topic(q, &q->drafts.items[next], sentence, k->block))
        continue;
      last.any = next;
      if (q->drafts.items[next].speech) last.speech = next;
    }
    bool on = last.speech != NSP_NONE && goes_on(q, &q->drafts.items[last.speech], k, sentence);
    if ((on || nsp__stands_alone(q, k)) && !adopt(q, m, &last)) return false;
  }
  return true;
}

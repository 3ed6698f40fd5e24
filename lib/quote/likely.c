/* Who most likely said words that no cue leads to: the subject of their own sentence, who spoke before, or whom the
 * sentence before speaks of. For languages whose finite verb shows the subject (capital.h). */
#include "quote/likely.h"

enum { SENTENCES_BACK = 12, MOST_BACK = 8 };

bool nsp__may_speak(const nsp__quoting *q, uint32_t head) {
  uint32_t m = head == NSP_NONE ? NSP_NONE : nsp__mention_at(q->document, head);
  if (m == NSP_NONE) /* a name that nobody knows */
    return head != NSP_NONE && (q->tokens[head].shape & NSP__SHAPE_CAPITAL) &&
           nsp__sentence_range(q, nsp__sentence_of(q, head)).first == head;
  const nsp__mention *mention = &q->document->mentions.items[m];
  return mention->kind == NSP_ENTITY_PERSON || mention->kind == NSP_ENTITY_ORGANISATION ||
         mention->kind == NSP_ENTITY_GROUP || mention->kind == NSP_ENTITY_MEDIUM ||
         (mention->kind == NSP_ENTITY_UNKNOWN && mention->name_first < mention->name_end) ||
         (mention->form == NSP_MENTION_PRONOUN && mention->person == 3 && !(mention->flags & NSP__MENTION_IDLE));
}

nsp__source nsp__spoken_of(const nsp__quoting *q, uint32_t sentence) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  nsp__range s = nsp__sentence_range(q, sentence);
  nsp__source who = nsp__second_subject(q, s);
  uint32_t verb = nsp__second_verb(q, s.first, s.end); /* "Die Stadtreinigung äußerte Zweifel": whoever does, speaks */
  bool says = verb != NSP_NONE && nsp__listed(q, verb, NSP__CLASS_CUE_VERB);
  return who.head != NSP_NONE && (says || nsp__may_speak(q, who.head)) ? who : none;
}

bool nsp__speakers_find(nsp__quoting *q, nsp__last_speakers *last) {
  uint32_t sentences = q->document->sentences.count;
  last->of = nsp__arena_alloc(&q->document->scratch, ((size_t)sentences + 1) * sizeof *last->of);
  if (!last->of) return false;
  for (uint32_t s = 0; s < sentences; s++) last->of[s] = NSP_NONE;
  for (uint32_t i = 0; i < q->drafts.count; i++) {
    const nsp__draft *d = &q->drafts.items[i];
    if (nsp__range_empty(d->source)) continue;
    uint32_t before = last->of[d->sentence];
    if (before == NSP_NONE || q->drafts.items[before].source.first <= d->source.first) last->of[d->sentence] = i;
  }
  return true;
}

/* The last one who spoke in this sentence or in one of the `back` before it, of the same paragraph or the one before.
 */
static uint32_t earlier(const nsp__quoting *q, const nsp__last_speakers *last, uint32_t sentence, uint32_t back) {
  uint32_t block = q->document->sentences.items[sentence].block;
  for (uint32_t n = 0; n <= back && n <= sentence; n++) {
    uint32_t s = sentence - n;
    if (q->document->sentences.items[s].block + 1 < block) break;
    if (last->of[s] != NSP_NONE) return last->of[s];
  }
  return NSP_NONE;
}

/* "In einem Schreiben war von „…“ die Rede": the document that the sentence is about. */
static bool name_document(const nsp__quoting *q, nsp__draft *draft) {
  nsp__range s = nsp__sentence_range(q, draft->sentence);
  uint32_t verb = nsp__second_verb(q, s.first, s.end);
  if (verb == NSP_NONE || !nsp__in_property(q, "document_prepositions", s.first)) return false;
  nsp__source in = nsp__agent(q, s, verb, verb);
  if (in.head == NSP_NONE || !nsp__is_publication(q, in.head)) return false;
  draft->source = in.span;
  draft->source_head = in.head;
  return true;
}

void nsp__name_likely(const nsp__quoting *q, const nsp__last_speakers *last, nsp__draft *draft) {
  if (last->of[draft->sentence] == NSP_NONE && name_document(q, draft)) return;
  draft->speaker_of = earlier(q, last, draft->sentence, 1);
  if (draft->speaker_of != NSP_NONE) return;
  const nsp_sentence *items = q->document->sentences.items;
  for (uint32_t n = 1; n < MOST_BACK && n <= draft->sentence; n++) { /* whom the paragraph speaks of */
    uint32_t s = draft->sentence - n;
    if (items[s].block != items[draft->sentence].block) break;
    nsp__source who = last->of[s] == NSP_NONE ? nsp__spoken_of(q, s) : (nsp__source){{0, 0}, NSP_NONE, false};
    if (who.head != NSP_NONE) {
      draft->source = who.span;
      draft->source_head = who.head;
      return;
    }
    if (last->of[s] != NSP_NONE) break;
  }
  draft->speaker_of = earlier(q, last, draft->sentence, SENTENCES_BACK);
}

bool nsp__name_rest(nsp__quoting *q) {
  nsp__last_speakers last;
  if (!nsp__capital_nouns(q)) return true;
  if (!nsp__speakers_find(q, &last)) return false;
  for (uint32_t i = 0; i < q->drafts.count; i++) {
    nsp__draft *d = &q->drafts.items[i];
    bool named = !nsp__range_empty(d->source) || !nsp__range_empty(d->said_of) || d->speaker_of != NSP_NONE;
    if (named || !nsp__range_empty(d->cue) || !(d->speech || d->rule == NSP__RULE_MOOD)) continue;
    nsp__name_likely(q, &last, d);
    if (d->speaker_of == i) d->speaker_of = NSP_NONE;
  }
  return true;
}

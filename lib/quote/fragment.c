/* Fragments: a few marked words in the middle of the writer's sentence. In a language whose nouns have capitals they
 * tell by their looks what they are: names and titles are nouns alone („Der Spiegel“), while words that begin small and
 * make a phrase („völlig ungeeignet“) were said by somebody, most likely by the subject of the sentence. */
#include "quote/attribute.h"
#include "quote/capital.h"

enum { FEWEST_WORDS = 2, LONGEST_NAME = 6, LONGEST = 60, MOST_DRAFTS = 200 };

typedef struct looks {
  uint32_t words, small, capitals; /* small: words of content in small letters */
  bool begins_small;
} looks;

static looks look_at(const nsp__quoting *q, nsp__range span) {
  looks l = {0, 0, 0, false};
  for (uint32_t i = span.first; i < span.end && i < span.first + LONGEST; i++) {
    if (nsp__is_punct(q, i)) continue;
    bool capital = (q->tokens[i].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_DIGIT)) != 0;
    if (!l.words) l.begins_small = !capital;
    l.words++;
    l.capitals += capital;
    l.small += !capital && !nsp__function(q, i, NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION) | NSP__SAYS(CONJUNCTION));
  }
  return l;
}

bool nsp__is_name(const nsp__quoting *q, const nsp__marked *m) {
  looks l = look_at(q, m->span);
  const nsp__token *t = m->span.first ? &q->tokens[m->span.first - 1] : NULL;
  bool behind_noun = t && (t->shape & NSP__SHAPE_CAPITAL) && !(t->shape & NSP__SHAPE_PUNCT) &&
                     !nsp__listed(q, m->span.first - 1, NSP__CLASS_FUNCTION);
  if (behind_noun && l.words && !l.begins_small && l.words <= LONGEST_NAME && !nsp__is_stop(q, m->span.end - 2))
    return true;
  if (l.small || l.begins_small || !l.words || l.words > LONGEST_NAME) return l.words == 0;
  if (m->span.first == 0 || nsp__is_stop(q, m->span.end - 1) ||
      (m->span.end > m->span.first + 2 && nsp__is_stop(q, m->span.end - 2)))
    return false;
  uint32_t before = m->span.first - 1;
  if (nsp__is_mark(q, before, NSP__MARK_COLON) || nsp__in_property(q, "judging", before))
    return false; /* als „Fehler“ */
  return l.words == 1 || !nsp__is_punct(q, before);
}

/* Words that somebody said, by their looks: „nicht mehr zeitgemäß“, als „schwierig“, ein „Fehler mit Folgen“, and
 * clauses. */
static bool is_speech(const nsp__quoting *q, const nsp__marked *m) {
  looks l = look_at(q, m->span);
  if (!m->closed_mark || !l.words || m->span.first == 0) return false;
  uint32_t before = m->span.first - 1;
  bool judged = nsp__in_property(q, "judging", before);
  if (l.begins_small) return l.small > 0 && (l.words >= FEWEST_WORDS || judged);
  bool clause = l.words > FEWEST_WORDS + 1 && l.small > 1 && nsp__is_punct(q, before);
  return clause || (l.words > FEWEST_WORDS && judged);
}

static bool can_speak(const nsp__quoting *q, uint32_t head) {
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

/* The last of the first `made` drafts that names somebody, in this sentence or the one before; NSP_NONE. The drafts of
 * one step stand in text order, and few steps make them. */
static uint32_t last_speaker(const nsp__quoting *q, uint32_t made, uint32_t sentence) {
  for (uint32_t i = made; i > 0 && made - i < MOST_DRAFTS; i--) {
    const nsp__draft *d = &q->drafts.items[i - 1];
    if (d->sentence <= sentence && d->sentence + 1 >= sentence && !nsp__range_empty(d->source)) return i - 1;
  }
  return NSP_NONE;
}

bool nsp__attribute_fragments(nsp__quoting *q) {
  if (!nsp__capital_nouns(q)) return true;
  uint32_t made = q->drafts.count;
  for (uint32_t i = 0; i < q->marked.count; i++) {
    nsp__marked *m = &q->marked.items[i];
    if (m->parent != NSP_NONE || m->taken || m->continues || !nsp__is_prose(q, m->block) || !is_speech(q, m)) continue;
    nsp__draft draft = nsp__draft_new(NSP__RULE_BARE, nsp__sentence_of(q, m->span.first));
    nsp__source who = nsp__second_subject(q, nsp__sentence_range(q, draft.sentence));
    nsp__range s = nsp__sentence_range(q, draft.sentence);
    uint32_t verb = nsp__second_verb(q, s.first, s.end);
    bool says = verb != NSP_NONE && nsp__listed(q, verb, NSP__CLASS_CUE_VERB); /* "Das Fernsehen berichtete von „…“" */
    if (who.head != NSP_NONE && (says || can_speak(q, who.head))) {
      draft.source = who.span;
      draft.source_head = who.head;
    } else {
      draft.speaker_of = last_speaker(q, made, draft.sentence);
    }
    draft.speech = true;
    nsp__draft_add(q, &draft, m->span);
    if (!nsp__draft_keep(q, &draft)) return false;
  }
  return true;
}

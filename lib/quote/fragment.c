/* Fragments: a few marked words in the middle of the writer's sentence. In a language whose nouns have capitals they
 * tell by their looks what they are: names and titles are nouns alone („Der Spiegel“), while words that begin small and
 * make a phrase („völlig ungeeignet“) were said by somebody, most likely by the subject of the sentence. */
#include "quote/attribute.h"
#include "quote/likely.h"

enum { FEWEST_WORDS = 2, LONGEST_NAME = 6, LONGEST = 60 };

typedef struct looks {
  uint32_t words, small, capitals; /* small: words of content in small letters */
  bool begins_small;
} looks;

static looks look_at(const nsp__quoting *q, nsp__range span) {
  looks l = {0, 0, 0, false};
  for (uint32_t i = span.first; i < span.end && i < span.first + LONGEST; i++) {
    if (nsp__is_punct(q, i)) continue;
    bool capital = (q->tokens[i].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_DIGIT)) || nsp__is_address(q, i);
    if (!l.words) l.begins_small = !capital;
    l.words++;
    l.capitals += capital;
    l.small += !capital && !nsp__function(q, i, NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION) | NSP__SAYS(CONJUNCTION));
  }
  return l;
}

bool nsp__has_small_words(const nsp__quoting *q, const nsp__marked *m) {
  looks l = look_at(q, m->span);
  return l.small > 0 || l.begins_small;
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

bool nsp__attribute_fragments(nsp__quoting *q) {
  if (!nsp__capital_nouns(q)) return true;
  nsp__last_speakers last;
  if (!nsp__speakers_find(q, &last)) return false;
  for (uint32_t i = 0; i < q->marked.count; i++) {
    nsp__marked *m = &q->marked.items[i];
    if (m->parent != NSP_NONE || m->taken || m->continues || !nsp__is_prose(q, m->block) || !is_speech(q, m)) continue;
    nsp__draft draft = nsp__draft_new(NSP__RULE_BARE, nsp__sentence_of(q, m->span.first));
    nsp__source who = nsp__second_subject(q, nsp__sentence_range(q, draft.sentence));
    nsp__range s = nsp__sentence_range(q, draft.sentence);
    uint32_t verb = nsp__second_verb(q, s.first, s.end);
    bool says = verb != NSP_NONE && nsp__listed(q, verb, NSP__CLASS_CUE_VERB); /* "Das Fernsehen berichtete von „…“" */
    bool told = verb != NSP_NONE && nsp__reported_mood(q, s.first, s.end); /* "Das Land habe „…“": another's words */
    if (who.head != NSP_NONE && !told && (says || nsp__may_speak(q, who.head))) {
      draft.source = who.span;
      draft.source_head = who.head;
    } else {
      nsp__name_likely(q, &last, &draft);
    }
    draft.speech = true;
    nsp__draft_add(q, &draft, m->span);
    if (!nsp__draft_keep(q, &draft)) return false;
  }
  return true;
}

/* Fragments: a few marked words in the middle of the writer's sentence. In a language whose nouns have capitals they
 * tell by their looks what they are: names and titles are nouns alone („Der Spiegel“), while words that begin small and
 * make a phrase („völlig ungeeignet“) were said by somebody, most likely by the subject of the sentence. */
#include "quote/attribute.h"
#include "quote/likely.h"

enum { LOOK_BACK = 12, FEWEST_WORDS = 2, LONGEST_NAME = 6, LONGEST = 60 };

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

/* "als „Fehler“", "sprach von einem „Fehler“": a noun alone that somebody calls something. */
static bool is_called(const nsp__quoting *q, const nsp__marked *m, nsp__range s) {
  uint32_t before = m->span.first;
  if (!m->closed_mark || before < s.first + 2) return false;
  before--;
  if (nsp__in_property(q, "words_nouns", before)) return true; /* "mit den Worten „…“" */
  if (nsp__in_property(q, "as_what", before)) return nsp__may_speak(q, nsp__second_subject(q, s).head);
  if (nsp__function(q, before, NSP__SAYS(ARTICLE)) && before > s.first) before--;
  if (!nsp__in_property(q, "topic_prepositions", before)) return false;
  for (uint32_t i = before; i > s.first && before - i < LOOK_BACK; i--)
    if (nsp__in_property(q, "topic_verbs", i - 1) && q->mark_of[i - 1] == NSP_NONE) return true;
  uint32_t behind = m->span.end;
  return behind < s.end && nsp__in_property(q, "topic_verbs", behind);
}

/* „…“ und „…“: the stretch goes on with the one before it. */
static bool joins(const nsp__quoting *q, uint32_t before, const nsp__marked *m) {
  uint32_t end = before == NSP_NONE ? 0 : q->marked.items[before].span.end;
  if (!end || m->span.first < end || m->span.first > end + 2) return false;
  bool conjunction = false;
  for (uint32_t i = end; i < m->span.first; i++) {
    conjunction |= nsp__in_property(q, "joining", i) || nsp__function(q, i, NSP__SAYS(CONJUNCTION));
    if (!nsp__function(q, i, NSP__SAYS(CONJUNCTION) | NSP__SAYS(ARTICLE)) && !nsp__is_mark(q, i, NSP__MARK_COMMA))
      return false;
  }
  return conjunction || m->span.first == end + 1;
}

/* "Für den Minister ist der Plan „unfertig“": whose view a sentence gives that opens so; no span: nobody's. */
static nsp__source viewer(const nsp__quoting *q, nsp__range s) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  if (!nsp__in_property(q, "views", s.first)) return none;
  uint32_t end = nsp__capital_phrase(q, s.first + 1, s.end, false);
  nsp__range span = nsp__without_speech(q, (nsp__range){s.first + 1, end});
  if (nsp__range_empty(span)) return none;
  uint32_t head = nsp__capital_head(q, span);
  return nsp__may_speak(q, head) ? (nsp__source){span, head, false} : none;
}

/* Who said a fragment: the subject of its sentence, else whoever likely spoke. */
static void name_speaker(const nsp__quoting *q, const nsp__last_speakers *last, uint32_t mark, nsp__draft *draft,
                         bool joined) {
  nsp__range s = nsp__sentence_range(q, draft->sentence);
  for (uint32_t i = mark; i > s.first + 1 && mark - i < LONGEST; i--)
    if (nsp__is_mark(q, i - 1, NSP__MARK_COLON) && q->mark_of[i - 1] == NSP_NONE && i < mark) s.first = i;
  if (joined && last->of[draft->sentence] != NSP_NONE) {
    draft->speaker_of = last->of[draft->sentence];
    return;
  }
  nsp__source who = viewer(q, s);
  uint32_t verb = nsp__second_verb(q, s.first, s.end);
  bool says = verb != NSP_NONE && nsp__listed(q, verb, NSP__CLASS_CUE_VERB); /* "Das Fernsehen berichtete von „…“" */
  bool told = verb != NSP_NONE && nsp__reported_mood(q, s.first, s.end); /* "Das Land habe „…“": another's words */
  if (who.head == NSP_NONE) {
    who = nsp__second_subject(q, s);
    if (told || (!says && !nsp__may_speak(q, who.head))) who.head = NSP_NONE;
  }
  if (who.head == NSP_NONE) {
    nsp__name_likely(q, last, draft);
    return;
  }
  draft->source = who.span;
  draft->source_head = who.head;
}

bool nsp__attribute_fragments(nsp__quoting *q) {
  if (!nsp__capital_nouns(q)) return true;
  uint32_t before = NSP_NONE; /* the last stretch that is speech */
  nsp__last_speakers last;
  if (!nsp__speakers_find(q, &last)) return false;
  for (uint32_t i = 0; i < q->marked.count; i++) {
    nsp__marked *m = &q->marked.items[i];
    if (m->parent != NSP_NONE) continue;
    if (m->taken) before = i;
    if (m->taken || m->continues || !nsp__is_prose(q, m->block) || !m->span.first) continue;
    uint32_t sentence = nsp__sentence_of(q, m->span.first);
    bool joined = joins(q, before, m);
    if (!joined && !is_speech(q, m) && !is_called(q, m, nsp__sentence_range(q, sentence))) continue;
    before = i;
    nsp__draft draft = nsp__draft_new(NSP__RULE_BARE, sentence);
    name_speaker(q, &last, m->span.first, &draft, joined);
    draft.speech = true;
    nsp__draft_add(q, &draft, m->span);
    if (!nsp__draft_keep(q, &draft)) return false;
  }
  return true;
}

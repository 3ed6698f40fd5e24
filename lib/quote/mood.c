/* The mood of reported speech. In German the subjunctive shows that words are not the writer's: a clause in it behind a
 * verb of saying is what was said, without "dass"; and whole sentences in it go on with what was said before them.
 * Which forms show it, the pack says (function-words.txt, tag subjunctive; "weak" ones only behind a cue). */
#include <string.h>

#include "quote/attribute.h"
#include "quote/likely.h"

enum { CLAUSE_LOOK_AHEAD = 40, VERB_LOOK_AHEAD = 16, MOST_DRAFTS = 8 };

/* The verb is in a form of that mood that every verb has: "er komme", no preterite ("er sagte"). */
static bool has_form(const nsp__quoting *q, uint32_t verb) {
  const nsp__token *t = &q->tokens[verb];
  const char *end = q->analysis->text + t->end;
  if (nsp__function(q, verb, NSP__SAYS(SUBJUNCTIVE))) return true;
  return t->end - t->start > 3 && !nsp__listed(q, verb, NSP__CLASS_FUNCTION) && end[-1] == 'e' && end[-2] != 't';
}

/* "teilte mit, der Minister „stehe bereit“": a subject, and the rest of its clause between marks. */
static bool opens_in_marks(const nsp__quoting *q, uint32_t i, uint32_t end) {
  uint32_t m = nsp__next_marked(q, i, end);
  if (m <= i || m + 2 >= end || q->mark_of[i] != NSP_NONE || !nsp__nominative(q, i)) return false;
  const nsp__token *first = &q->tokens[m + 1];
  if (first->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT)) return false;
  return nsp__capital_phrase(q, i, m, true) == m &&
         (has_form(q, m + 1) || nsp__function(q, m + 1, NSP__SAYS(AUXILIARY)));
}

bool nsp__reported_clause(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (nsp__function(q, i, NSP__SAYS(CONJUNCTION) | NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(INTERROGATIVE)) &&
      !nsp__function(q, i, NSP__SAYS(ARTICLE)))
    return false;
  uint32_t verb = nsp__capital_nouns(q) ? nsp__second_verb(q, i, end) : NSP_NONE;
  if (nsp__capital_nouns(q) && opens_in_marks(q, i, end)) return true;
  if (verb != NSP_NONE) { /* behind a comma an adverb may follow a name as well: only what ends like most verbs do */
    char last = q->analysis->text[q->tokens[verb].end - 1];
    if (last == 'e' || last == 't' || last == 'n' || nsp__listed(q, verb, NSP__CLASS_FUNCTION) ||
        nsp__listed(q, verb, NSP__CLASS_CUE_VERB))
      return true;
  }
  for (uint32_t k = i; k < end && k < i + CLAUSE_LOOK_AHEAD; k++) {
    if (nsp__function(q, k, NSP__SAYS(SUBJUNCTIVE))) return true;
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) || nsp__is_mark(q, k, NSP__MARK_SEMICOLON)) return false;
  }
  return false;
}

/* "…, das Haus zu verkaufen": an infinitive with its own word before it ends the clause; "um … zu" is the writer's. */
bool nsp__infinitive_clause(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (!nsp__capital_nouns(q) || i >= end || nsp__in_property(q, "purpose", i)) return false;
  for (uint32_t k = i; k + 1 < end && k < i + CLAUSE_LOOK_AHEAD; k++) {
    if (q->mark_of[k] != NSP_NONE) continue;
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) || nsp__is_mark(q, k, NSP__MARK_SEMICOLON)) return false;
    if (!nsp__in_property(q, "infinitive_word", k) || (q->tokens[k + 1].shape & NSP__SHAPE_CAPITAL)) continue;
    bool closes = k + 2 >= end || nsp__is_punct(q, k + 2) ||
                  nsp__function(q, k + 2, NSP__SAYS(CONJUNCTION) | NSP__SAYS(AUXILIARY));
    if (closes && q->analysis->text[q->tokens[k + 1].end - 1] == 'n') return true;
  }
  return false;
}

bool nsp__is_infinitive(const nsp__quoting *q, uint32_t i) {
  const char *endings = nsp__pack_property(q->pack, "infinitives");
  const nsp__token *t = &q->tokens[i];
  const char *word_end = q->analysis->text + t->end;
  while (endings && *endings) {
    size_t n = strcspn(endings, " ");
    if (t->end - t->start > n && memcmp(word_end - n, endings, n) == 0) return true;
    endings += n + (endings[n] == ' ');
  }
  return false;
}

/* A main clause in that mood: a sure form near its start, before any comma; or any form in the verb's own place. */
static bool is_reported(const nsp__quoting *q, nsp__range s) {
  if (nsp__capital_nouns(q) && !(nsp__tags_in(q, s.first, NSP__CLASS_PRONOUN) & NSP__SAYS(FIRST_PERSON))) {
    uint32_t verb = nsp__second_verb(q, s.first, s.end);
    if (verb != NSP_NONE && has_form(q, verb) &&
        !(verb + 1 < s.end && (nsp__tags_in(q, verb + 1, NSP__CLASS_PRONOUN) & NSP__SAYS(FIRST_PERSON))))
      return true;
  }
  for (uint32_t k = s.first; k < s.end && k < s.first + VERB_LOOK_AHEAD; k++) {
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) || q->mark_of[k] != NSP_NONE) return false;
    if (nsp__tags_in(q, k, NSP__CLASS_PRONOUN) & NSP__SAYS(FIRST_PERSON))
      return false; /* "ich habe" is no subjunctive */
    uint64_t tags = nsp__tags_in(q, k, NSP__CLASS_FUNCTION);
    if ((tags & NSP__SAYS(SUBJUNCTIVE)) && !(tags & NSP__SAYS(WEAK))) return k > s.first;
  }
  return false;
}

/* The same without anybody's words before it: only verbs that are never anything else, in the verb's own place. */
static bool is_surely_reported(const nsp__quoting *q, nsp__range s) {
  if (!nsp__capital_nouns(q)) return false;
  uint32_t verb = nsp__second_verb(q, s.first, s.end);
  if (verb == NSP_NONE || !nsp__is_stop(q, s.end - 1)) return false;
  uint64_t tags = nsp__tags_in(q, verb, NSP__CLASS_FUNCTION);
  return (tags & NSP__SAYS(SUBJUNCTIVE)) && !(tags & NSP__SAYS(WEAK));
}

bool nsp__reported_mood(const nsp__quoting *q, uint32_t i, uint32_t end) {
  uint32_t verb = nsp__second_verb(q, i, end);
  return verb != NSP_NONE && has_form(q, verb);
}

uint32_t nsp__clause_end(const nsp__quoting *q, nsp__range bounds, uint32_t at) {
  uint32_t end = nsp__text_end(q, bounds);
  for (uint32_t i = at; i < end && i < at + CLAUSE_LOOK_AHEAD; i++) {
    if (!nsp__is_mark(q, i, NSP__MARK_COMMA) || q->mark_of[i] != NSP_NONE || i + 1 >= end) continue;
    uint64_t tags = nsp__tags_in(q, i + 1, NSP__CLASS_FUNCTION);
    bool verb =
        (tags & NSP__SAYS(AUXILIARY)) || nsp__listed(q, i + 1, NSP__CLASS_CUE_VERB); /* the main clause goes on */
    if (!tags && i + 2 < end && !(q->tokens[i + 1].shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT)))
      verb |= (nsp__tags_in(q, i + 2, NSP__CLASS_PRONOUN) & NSP__SAYS(SUBJECT)) ||
              nsp__function(q, i + 2, NSP__SAYS(ARTICLE));
    if (verb && !(tags & NSP__SAYS(ARTICLE))) return i;
  }
  return end;
}

/* The draft that tells who speaks: the last one, or one shortly before it when that one names nobody. */
static uint32_t who_spoke(const nsp__quoting *q, uint32_t last, uint32_t sentence) {
  for (uint32_t i = last + 1; i > 0 && last + 1 - i < MOST_DRAFTS; i--) {
    const nsp__draft *d = &q->drafts.items[i - 1];
    if (d->sentence > sentence || d->sentence + 3 < sentence) continue;
    if (!nsp__range_empty(d->source) || !nsp__range_empty(d->said_of)) return i - 1;
    if (d->rule == NSP__RULE_MOOD && d->speaker_of != NSP_NONE) return d->speaker_of;
  }
  return NSP_NONE;
}

/* Who said the sentence of a draft: who spoke in the sentence before it; whom that one speaks of; who spoke before. */
static void name_speaker(const nsp__quoting *q, nsp__draft *draft, uint32_t last, bool same_block) {
  uint32_t s = draft->sentence;
  bool spoke = last != NSP_NONE && q->drafts.items[last].sentence + 1 == s;
  if (spoke) draft->speaker_of = who_spoke(q, last, s);
  if (draft->speaker_of != NSP_NONE) return;
  nsp__source who =
      same_block && nsp__capital_nouns(q) ? nsp__spoken_of(q, s - 1) : (nsp__source){{0, 0}, NSP_NONE, false};
  draft->source = who.span;
  draft->source_head = who.head;
  const nsp_sentence *items = q->document->sentences.items;
  if (who.head == NSP_NONE && last != NSP_NONE && items[q->drafts.items[last].sentence].block + 1 >= items[s].block)
    draft->speaker_of = who_spoke(q, last, q->drafts.items[last].sentence);
}

bool nsp__attribute_mood(nsp__quoting *q) {
  const nsp_document *d = q->document;
  uint32_t made = q->drafts.count, next = 0, last = NSP_NONE;
  if (!nsp__capital_nouns(q) && !(q->said & NSP__SAYS(SUBJUNCTIVE))) return true; /* nothing shows it */
  for (uint32_t s = 0; s < d->sentences.count; s++) {
    bool has = false;
    for (; next < made && q->drafts.items[next].sentence <= s; next++) {
      if (q->drafts.items[next].sentence == s) has = true;
      last = next;
    }
    if (has) continue;
    nsp__range range = nsp__sentence_range(q, s);
    if (next < made && q->drafts.items[next].content.items[0].first == range.first) continue; /* "Das sagte sie." */
    bool follows = last != NSP_NONE && q->drafts.items[last].sentence + 1 == s;
    bool same_block = s > 0 && d->sentences.items[s - 1].block == d->sentences.items[s].block;
    if (!(follows && same_block) && !is_surely_reported(q, range)) continue;
    if (!is_reported(q, range)) continue;
    nsp__draft draft = nsp__draft_new(NSP__RULE_MOOD, s);
    name_speaker(q, &draft, last, same_block);
    nsp__draft_add(q, &draft, (nsp__range){range.first, nsp__text_end(q, range)});
    if (!nsp__draft_keep(q, &draft)) return false;
    last = q->drafts.count - 1;
  }
  return true;
}

/* The mood of reported speech. In German the subjunctive shows that words are not the writer's: a clause in it behind a
 * verb of saying is what was said, without "dass"; and whole sentences in it go on with what was said before them. Which
 * forms show it, the pack says (function-words.txt, tag subjunctive; "weak" ones only behind a cue). */
#include <string.h>

#include "quote/attribute.h"
#include "quote/capital.h"

enum { CLAUSE_LOOK_AHEAD = 40, VERB_LOOK_AHEAD = 16 };

bool nsp__reported_clause(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (nsp__function(q, i, NSP__SAYS(CONJUNCTION) | NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(INTERROGATIVE)) &&
      !nsp__function(q, i, NSP__SAYS(ARTICLE)))
    return false;
  if (nsp__capital_nouns(q) && nsp__second_clause(q, i, end)) return true;
  for (uint32_t k = i; k < end && k < i + CLAUSE_LOOK_AHEAD; k++) {
    if (nsp__function(q, k, NSP__SAYS(SUBJUNCTIVE))) return true;
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) || nsp__is_mark(q, k, NSP__MARK_SEMICOLON)) return false;
  }
  return false;
}

bool nsp__is_infinitive(const nsp__quoting *q, uint32_t i) {
  const char *endings = nsp__pack_property(q->pack, "infinitives");
  const nsp__token *t = &q->tokens[i];
  const char *word_end = q->analysis->text + t->end;
  while (endings && *endings) {
    size_t n = strcspn(endings, " ");
    if (t->end - t->start > n + 1 && memcmp(word_end - n, endings, n) == 0) return true;
    endings += n + (endings[n] == ' ');
  }
  return false;
}

/* A main clause in that mood: a sure form near its start, before any comma. */
static bool is_reported(const nsp__quoting *q, nsp__range s) {
  for (uint32_t k = s.first; k < s.end && k < s.first + VERB_LOOK_AHEAD; k++) {
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) || q->mark_of[k] != NSP_NONE) return false;
    if (nsp__tags_in(q, k, NSP__CLASS_PRONOUN) & NSP__SAYS(FIRST_PERSON)) return false; /* "ich habe" is no subjunctive */
    uint64_t tags = nsp__tags_in(q, k, NSP__CLASS_FUNCTION);
    if ((tags & NSP__SAYS(SUBJUNCTIVE)) && !(tags & NSP__SAYS(WEAK))) return k > s.first;
  }
  return false;
}

bool nsp__attribute_mood(nsp__quoting *q) {
  const nsp_document *d = q->document;
  uint32_t made = q->drafts.count, next = 0, last = NSP_NONE;
  for (uint32_t s = 0; s < d->sentences.count; s++) {
    bool has = false;
    for (; next < made && q->drafts.items[next].sentence <= s; next++) {
      if (q->drafts.items[next].sentence == s) has = true;
      last = next;
    }
    if (has || last == NSP_NONE) continue;
    nsp__draft *before = &q->drafts.items[last];
    if (before->sentence + 1 != s || d->sentences.items[before->sentence].block != d->sentences.items[s].block) continue;
    nsp__range range = nsp__sentence_range(q, s);
    if (!is_reported(q, range)) continue;
    nsp__draft draft = nsp__draft_new(NSP__RULE_MOOD, s);
    draft.speaker_of = before->rule == NSP__RULE_MOOD ? before->speaker_of : last;
    nsp__draft_add(q, &draft, (nsp__range){range.first, nsp__text_end(q, range)});
    if (!nsp__draft_keep(q, &draft)) return false;
    last = q->drafts.count - 1;
  }
  return true;
}

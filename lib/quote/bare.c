/* Noun phrases of languages without articles (language.txt: articles = none). Cases do there what articles do elsewhere:
 * a word in a case that no subject has tells to whom something is said ("сказал журналистам министр"), and the words
 * before a name belong to it ("сказала опытная наездница Анна Белая"). */
#include <string.h>

#include "quote/capital.h"

enum { LONGEST = 4 /* words before a name */ };

static bool is_bare(const nsp__quoting *q) {
  const char *articles = nsp__pack_property(q->pack, "articles");
  return articles && strcmp(articles, "none") == 0;
}

static bool is_person(const nsp__mention *m) {
  return m && (m->kind == NSP_ENTITY_PERSON || m->role_first < m->role_end);
}

/* A word that may stand in a noun phrase before its name. */
static bool may_lead(const nsp__quoting *q, uint32_t i) {
  const uint64_t no = NSP__SAYS(PREPOSITION) | NSP__SAYS(CONJUNCTION) | NSP__SAYS(COMPLEMENTISER) |
                      NSP__SAYS(AUXILIARY) | NSP__SAYS(NEGATION) | NSP__SAYS(ADVERB) | NSP__SAYS(CLITIC) |
                      NSP__SAYS(INTERROGATIVE);
  return !nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE && !nsp__function(q, i, no) &&
         !nsp__listed(q, i, NSP__CLASS_CUE_VERB) && !nsp__listed(q, i, NSP__CLASS_PRONOUN) &&
         !nsp__listed(q, i, NSP__CLASS_MONTH);
}

nsp__range nsp__bare_subject(const nsp__quoting *q, uint32_t i, uint32_t end, uint32_t *head) {
  if (!is_bare(q) || i >= end || (q->tokens[i].shape & NSP__SHAPE_CAPITAL)) return nsp__no_range();
  for (uint32_t k = i; k < end && k < i + LONGEST && may_lead(q, k) && !nsp__ends_in(q, "oblique_endings", k); k++) {
    if (k == i) continue;
    const nsp__mention *m = nsp__mention_opening(q, k, end);
    if (!is_person(m) || m->full_first != k) continue;
    m = nsp__named_behind(q, m, end);
    *head = m->head;
    return (nsp__range){i, nsp__joined_end(q, m, end)};
  }
  return nsp__no_range();
}

/* A medium or an oblique noun at `at`, and who speaks right behind it. */
uint32_t nsp__behind_addressee(const nsp__quoting *q, uint32_t at, uint32_t end) {
  if (!is_bare(q) || at + 1 >= end) return at;
  const nsp__mention *m = nsp__mention_opening(q, at, end);
  uint32_t next = m ? m->full_end : at + 1, head;
  bool told = m ? m->kind == NSP_ENTITY_MEDIUM ||
                      (m->form != NSP_MENTION_NAME && nsp__ends_in(q, "oblique_endings", m->head))
                : may_lead(q, at) && nsp__ends_in(q, "oblique_endings", at);
  if (q->mark_of[at] != NSP_NONE && next <= q->marked.items[q->mark_of[at]].span.end) { /* «Укрінформу» */
    nsp__range title = q->marked.items[q->mark_of[at]].span;
    if (title.first == at && title.end < end && title.end - at < 2 * LONGEST) next = title.end, told = true;
  }
  if (!told || next >= end) return at;
  const nsp__mention *who = nsp__mention_opening(q, next, end);
  bool speaks = (who && who->full_first == next && is_person(who)) ||
                !nsp__range_empty(nsp__bare_subject(q, next, end, &head));
  return speaks ? next : at;
}

/* What else the clause of saying tells: in what medium, to whom, when. Only the words of that clause are looked at. */
#include "quote/adjunct.h"

#include <string.h>

#include "quote/capital.h"
#include "quote/source.h"
#include "quote/tree.h"

enum { PREPOSITION_LOOK_BACK = 5, LONGEST = 16 };

/* The end of the phrase around a noun: its subtree, cut at a comma, a colon or a quotation mark. */
static uint32_t phrase_end(const nsp__quoting *q, nsp__range where, uint32_t noun, uint32_t least) {
  uint32_t end = nsp__subtree(q, noun).end, i = least;
  if (end > where.end || end < least) end = end < least ? least : where.end;
  while (i < end && i < least + LONGEST && !nsp__is_punct(q, i) && q->mark_of[i] == q->mark_of[noun]) {
    if (nsp__is_month(q, i) || (i + 1 < end && nsp__is_month(q, i + 1))) break; /* when */
    i++;
  }
  return i;
}

/* "after the debate", "despite a report", "of the show" name no medium: language.txt, media = in on at … */
static bool leads_to_medium(const nsp__quoting *q, uint32_t preposition) {
  return !nsp__pack_property(q->pack, "media") || nsp__in_property(q, "media", preposition);
}

static nsp__range medium_at(const nsp__quoting *q, nsp__range where, nsp__range noun) {
  uint32_t i = noun.first;
  while (i > where.first && noun.first - i < PREPOSITION_LOOK_BACK && !nsp__is_punct(q, i - 1) &&
         !nsp__function(q, i - 1, NSP__SAYS(PREPOSITION)))
    i--;
  if (i == where.first || !nsp__function(q, i - 1, NSP__SAYS(PREPOSITION))) return nsp__no_range();
  for (uint32_t k = i; k < noun.first; k++) /* "after Roe told the Post" */
    if (q->tokens[k].tag == NSP__TAG_VERB && (q->tokens[k].feats & NSP__FEAT_FINITE)) return nsp__no_range();
  if (q->tokens[i - 1].tag == NSP__TAG_PART) return nsp__no_range(); /* "to discuss her speech" */
  if (!leads_to_medium(q, i - 1)) return nsp__no_range();
  uint32_t head = noun.end - 1; /* "a radio | station" */
  while (nsp__has_rel(q, head, NSP__REL_BIT(COMPOUND)) && nsp__head_of(q, head) == head + 1) head++;
  nsp__range medium = {i, phrase_end(q, where, head, head + 1)};
  return medium;
}

/* "Jan Roe", "April Roe": no day and no month. */
static bool within_name(const nsp__quoting *q, uint32_t i) {
  uint32_t m = nsp__mention_at(q->document, i);
  return m != NSP_NONE && q->document->mentions.items[m].kind == NSP_ENTITY_PERSON;
}

static nsp__range time_at(const nsp__quoting *q, nsp__range where, uint32_t i) {
  uint32_t end = i + 1;
  while (end < where.end && ((q->tokens[end].shape & NSP__SHAPE_NUMBER) || nsp__is_month(q, end))) end++;
  if (end < where.end && nsp__in_property(q, "daytimes", end)) end++;
  if (i > where.first && (q->tokens[i - 1].shape & NSP__SHAPE_NUMBER)) i--;
  return (nsp__range){i, end};
}

void nsp__find_adjuncts(const nsp__quoting *q, nsp__range where, nsp__range skip, nsp__draft *draft) {
  for (uint32_t i = where.first; i < where.end; i++) {
    if (!(q->may[i] & (NSP__MAY_MEDIUM | NSP__MAY_MONTH)) || (i >= skip.first && i < skip.end)) continue;
    if (q->mark_of[i] != NSP_NONE || nsp__is_punct(q, i)) continue;
    if (nsp__range_empty(draft->time) && nsp__is_month(q, i) && (q->tokens[i].shape & NSP__SHAPE_CAPITAL) &&
        !within_name(q, i))
      draft->time = time_at(q, where, i);
    nsp__range noun = nsp__match(q, i, where.end, NSP__CLASS_MEDIUM_NOUN, NULL);
    if (nsp__range_empty(noun) || !nsp__range_empty(draft->medium)) continue;
    if (q->tokens[noun.end - 1].tag == NSP__TAG_VERB) continue; /* "who called" */
    draft->medium = medium_at(q, where, noun);
    if (!nsp__range_empty(draft->medium)) i = draft->medium.end - 1;
  }
}

bool nsp__names_role(const nsp__quoting *q, const char *role, uint32_t i) {
  const nsp__token *t = &q->tokens[i];
  const char *list = nsp__property_may_list(q->pack, role, t->hash);
  if (!list) return false;
  size_t length = t->end - t->start;
  for (const char *at = list; *at;) {
    size_t word = strcspn(at, " ");
    if (word == length && memcmp(at, q->analysis->text + t->start, length) == 0) return true;
    at += word + (at[word] == ' ');
  }
  return false;
}

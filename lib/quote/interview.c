/* Who answers in an interview: the person whom the text before the first question names most often, and counts twice
 * where somebody talks with him. */
#include "quote/adjunct.h"
#include "quote/attribute.h"

enum { MOST_NAMES = 32 /* looked at before the first label */ };

typedef struct candidate {
  uint32_t hash; /* of the name's last word */
  nsp__range name;
  int times;
} candidate;

/* The person that a mention names, among those that were seen; NULL when there is no room. */
static candidate *find(const nsp__quoting *q, candidate *seen, uint32_t *count, const nsp__mention *m) {
  uint32_t hash = q->tokens[m->name_end - 1].hash;
  for (uint32_t i = 0; i < *count; i++)
    if (seen[i].hash == hash) return &seen[i];
  if (*count == MOST_NAMES) return NULL;
  seen[*count] = (candidate){hash, {m->name_first, m->name_end}, 0};
  return &seen[(*count)++];
}

nsp__range nsp__interviewee(nsp__quoting *q) {
  const nsp_document *d = q->document;
  candidate seen[MOST_NAMES];
  uint32_t count = 0;
  if (q->interview_known) return q->interviewee;
  q->interview_known = true;
  uint32_t before = q->first_label, best = 0;
  for (uint32_t i = 0; i < d->mentions.count && i < 4 * MOST_NAMES && d->mentions.items[i].end <= before; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    if (m->form != NSP_MENTION_NAME || m->name_end == m->name_first || m->kind != NSP_ENTITY_PERSON ||
        !nsp__is_prose(q, nsp__block_of_token(q, m->first)))
      continue;
    candidate *one = find(q, seen, &count, m);
    if (one) one->times += 1 + (m->first > 0 && nsp__names_role(q, "conversed", m->first - 1));
  }
  for (uint32_t i = 1; i < count; i++)
    if (seen[i].times > seen[best].times) best = i;
  q->interviewee = count ? seen[best].name : nsp__no_range();
  return q->interviewee;
}

/* Relays: "According to the ministry, the president said …" is the president's word; the ministry passes it on. */
#include "quote/attribute.h"

enum { NEIGHBOURS = 8 };

/* "Roth erklärte laut der Zeitung: „…“": between the verb and the marks that it leads to. */
static bool relays_within(const nsp__draft *phrase, const nsp__draft *verb) {
  return phrase->rule == NSP__RULE_ACCORDING && !nsp__range_empty(phrase->source) &&
         verb->rule == NSP__RULE_QUOTE_CLAUSE && !nsp__range_empty(verb->source) &&
         verb->cue.end <= phrase->cue.first && phrase->source.end <= verb->content.items[0].first &&
         verb->source.first != phrase->source.first && phrase->source.first > phrase->cue.first;
}

static bool untagged(const nsp__quoting *q, const nsp__draft *verb) {
  return verb->cue_head != NSP_NONE && q->tokens[verb->cue_head].tag == NSP__TAG_NONE;
}

static bool relays(const nsp__draft *phrase, const nsp__draft *verb, nsp__range sentence) {
  return phrase->rule == NSP__RULE_ACCORDING && phrase->cue.first <= sentence.first + 1 &&
         !nsp__range_empty(phrase->source) && verb->rule != NSP__RULE_ACCORDING &&
         verb->rule != NSP__RULE_NOUN_CLAUSE && !nsp__range_empty(verb->source) &&
         verb->source.first == phrase->content.items[0].first;
}

/* "The king said he forgave them, according to the palace": the phrase ends a sentence whose clause of saying it is
 * content of. */
static bool relays_behind(const nsp__quoting *q, const nsp__draft *phrase, const nsp__draft *verb) {
  bool clause = phrase->rule == NSP__RULE_VERB_CLAUSE && phrase->source_head != NSP_NONE && phrase != verb;
  uint32_t m = clause ? nsp__mention_at(q->document, phrase->source_head) : NSP_NONE; /* ", Interfax reported" */
  unsigned kind = m != NSP_NONE ? q->document->mentions.items[m].kind : NSP_ENTITY_UNKNOWN;
  bool medium = kind == NSP_ENTITY_MEDIUM || kind == NSP_ENTITY_ORGANISATION;
  if ((phrase->rule != NSP__RULE_ACCORDING && !medium) || nsp__range_empty(phrase->source) ||
      nsp__range_empty(verb->source) || (verb->rule != NSP__RULE_VERB_CLAUSE && verb->rule != NSP__RULE_QUOTE_CLAUSE) ||
      phrase->content.count != 1)
    return false;
  nsp__range said = phrase->content.items[0], last = verb->content.items[verb->content.count - 1];
  uint32_t first =
      verb->content.items[0].first < verb->source.first ? verb->content.items[0].first : verb->source.first;
  return said.first == first && said.end <= phrase->cue.first && verb->source.end <= said.end && last.end <= said.end &&
         (last.end == said.end || verb->cue.end == said.end || verb->source.end == said.end);
}

/* Does a draft that names nobody only repeat part of what another one has, who does? */
static bool is_repeated(const nsp__draft *d, const nsp__draft *other) {
  if (d == other || !nsp__range_empty(d->source) || d->said_of.end || nsp__range_empty(other->source) ||
      d->content.count != 1)
    return false;
  for (uint32_t i = 0; i < other->content.count; i++)
    if (other->content.items[i].first <= d->cue.first && other->content.items[i].end >= d->content.items[0].end)
      return true;
  return false;
}

/* "urged him to guarantee “…”": the marks are what was urged; the infinitive between them and the cue says them no
 * second time. */
static bool is_wished(const nsp__quoting *q, const nsp__draft *d, const nsp__draft *other) {
  if (d == other || d->rule != NSP__RULE_QUOTE_CLAUSE || other->cue_head == NSP_NONE || other->cue_head >= d->cue.first)
    return false;
  if (d->content.count != 1 || q->tokens[d->cue.first].tag != NSP__TAG_PART || d->content.items[0].first < d->cue.end)
    return false;
  for (uint32_t i = 0; i < other->content.count; i++)
    if (other->content.items[i].first <= d->content.items[0].first &&
        other->content.items[i].end >= d->content.items[0].end)
      return true;
  return false;
}

void nsp__drop_repeated(nsp__quoting *q, uint32_t first_draft) {
  uint32_t kept = first_draft, count = q->drafts.count;
  if (count < first_draft + 2) return;
  for (uint32_t i = first_draft; i < count; i++) {
    bool repeated = false;
    uint32_t from = i > first_draft + NEIGHBOURS ? i - NEIGHBOURS : first_draft;
    for (uint32_t k = from; k < count && k < i + NEIGHBOURS && !repeated; k++)
      repeated = is_repeated(&q->drafts.items[i], &q->drafts.items[k]) ||
                 is_wished(q, &q->drafts.items[i], &q->drafts.items[k]);
    if (repeated) continue;
    if (kept < i) q->drafts.items[kept] = q->drafts.items[i];
    kept++;
  }
  q->drafts.count = kept;
}

void nsp__join_relays(nsp__quoting *q, uint32_t first_draft, uint32_t sentence) {
  if (q->drafts.count < first_draft + 2) return;
  nsp__range s = nsp__sentence_range(q, sentence);
  for (uint32_t i = first_draft; i < q->drafts.count; i++) { /* a sentence has one such phrase at most */
    if (q->drafts.items[i].rule != NSP__RULE_ACCORDING && q->drafts.items[i].rule != NSP__RULE_VERB_CLAUSE) continue;
    for (uint32_t k = first_draft; k < q->drafts.count && k < first_draft + NEIGHBOURS; k++) {
      nsp__draft *phrase = &q->drafts.items[i], *verb = &q->drafts.items[k];
      if (i == k) continue;
      if (relays_behind(q, phrase, verb)) verb->relay = phrase->source; /* and it tells of the whole sentence itself */
      if (!relays(phrase, verb, s) && (!untagged(q, verb) || !relays_within(phrase, verb))) continue;
      verb->relay = phrase->source;
      for (uint32_t n = i + 1; n < q->drafts.count; n++) q->drafts.items[n - 1] = q->drafts.items[n];
      q->drafts.count--;
      return;
    }
  }
}

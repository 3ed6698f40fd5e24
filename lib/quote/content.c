/* Content spans: where what was said ends. The tree tells how far the clause or phrase reaches at least; what follows
 * belongs to it as well, up to where the sentence turns back to the writer: a coordinated verb of the same subject,
 * "…, adding that …", "…, according to …". */
#include "quote/attribute.h"
#include "quote/capital.h"
#include "quote/cue.h"
#include "quote/tree.h"

enum { LONGEST_CONTENT = 400 /* tokens, outside of marks */, CUE_LOOK_AHEAD = 4, NAME_LOOK_AHEAD = 6 };

uint32_t nsp__text_end(const nsp__quoting *q, nsp__range bounds) {
  uint32_t end = bounds.end;
  while (end > bounds.first && nsp__is_stop(q, end - 1) && !nsp__is_mark(q, end - 1, NSP__MARK_QUESTION) &&
         !nsp__is_mark(q, end - 1, NSP__MARK_EXCLAMATION))
    end--;
  return end;
}

/* A finite reporting verb at i, adverbs and auxiliaries before it looked over? */
static bool says_at(const nsp__quoting *q, uint32_t i, uint32_t end) {
  for (uint32_t k = i; k < end && k < i + CUE_LOOK_AHEAD; k++) {
    const nsp__record *record;
    if (!nsp__range_empty(nsp__match(q, k, end, NSP__CLASS_CUE_VERB, &record)) && q->tokens[k].tag != NSP__TAG_NOUN)
      return !(record->tags & NSP__SAYS(WEAK));
    if (q->tokens[k].tag != NSP__TAG_ADV && q->tokens[k].tag != NSP__TAG_AUX &&
        !nsp__function(q, k, NSP__SAYS(AUXILIARY) | NSP__SAYS(ADVERB) | NSP__SAYS(CLITIC)))
      return false;
  }
  return false;
}

/* ", Tyler said," behind a comma: a name and a verb of saying that a mark, a comma or "that" follows. */
static bool somebody_says(const nsp__quoting *q, uint32_t i, uint32_t end, uint32_t sentence_end) {
  uint32_t k = i;
  while (k < end && k < i + NAME_LOOK_AHEAD &&
         (q->tokens[k].tag == NSP__TAG_PROPN || q->tokens[k].tag == NSP__TAG_PRON ||
          q->tokens[k].tag == NSP__TAG_NOUN || q->tokens[k].tag == NSP__TAG_DET || q->tokens[k].tag == NSP__TAG_ADJ))
    k++;
  if (k == i || k + 1 >= sentence_end || q->tokens[k].tag != NSP__TAG_VERB || !(q->tokens[k].feats & NSP__FEAT_FINITE))
    return false;
  uint64_t tags = nsp__tags_in(q, k, NSP__CLASS_CUE_VERB);
  if (!(tags & (NSP__SAYS(SAY) | NSP__SAYS(WRITE))) || (tags & NSP__SAYS(WEAK))) return false;
  return nsp__is_punct(q, k + 1) || q->tokens[k + 1].tag == NSP__TAG_SCONJ;
}

/* ", while supporters insist …": a word that sets two clauses against each other, somebody, and a verb of saying. */
static bool others_say(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (!nsp__in_property(q, "against", i)) return false;
  uint32_t k = i + 1;
  while (k < end && k < i + NAME_LOOK_AHEAD &&
         (nsp__is_nominal(q, k) || (k > i + 1 && q->tokens[k].tag == NSP__TAG_ADP)))
    k++;
  if (k == i + 1 || k >= end || q->tokens[k].tag != NSP__TAG_VERB || !(q->tokens[k].feats & NSP__FEAT_FINITE))
    return false;
  uint64_t tags = nsp__tags_in(q, k, NSP__CLASS_CUE_VERB);
  return (tags & (NSP__SAYS(SAY) | NSP__SAYS(WRITE))) && !(tags & NSP__SAYS(WEAK));
}

/* Does the writer speak again behind this comma? */
static bool comma_ends(const nsp__quoting *q, uint32_t comma, uint32_t end) {
  uint32_t i = comma + 1;
  if (i >= end) return true;
  const nsp__token *t = &q->tokens[i];
  bool listed = nsp__listed(q, i, NSP__CLASS_CUE_VERB);
  if (listed && ((t->feats & NSP__FEAT_GERUND) || (nsp__tags_in(q, i, NSP__CLASS_CUE_VERB) & NSP__SAYS(GERUND))))
    return true;
  if (nsp__function(q, i, NSP__SAYS(CONJUNCTION)) && says_at(q, i + 1, end)) return true;
  if (listed && nsp__capital_nouns(q) && says_at(q, i, i + 1) && nsp__capital_phrase(q, i + 1, end, false) > i + 1)
    return true; /* "Gefragt, warum er gehe, antwortete Roth" */
  const nsp__record *record;
  return !nsp__range_empty(nsp__match(q, i, end, NSP__CLASS_CUE_ADVERB, &record)) &&
         (record->tags & NSP__SAYS(PREPOSITION)) && !(record->tags & NSP__SAYS(WEAK));
}

/* Two verbs of one subject have one form: "said … and left", never "said … and leave". */
static bool same_form(uint16_t a, uint16_t b) {
  const uint16_t forms = NSP__FEAT_FINITE | NSP__FEAT_GERUND | NSP__FEAT_PARTICIPLE | NSP__FEAT_INFINITIVE;
  return (a & b & forms) != 0 && ((a ^ b) & NSP__FEAT_PAST) == 0;
}

/* A verb that is coordinated with the cue begins at i, or its conjunction does. */
static bool coordinated(const nsp__quoting *q, uint32_t i, uint32_t verb) {
  for (int k = 0; k < 3; k++) {
    uint32_t head = nsp__head_of(q, i);
    if (head == NSP_NONE || head == i) return false;
    uint32_t mark = head == verb ? nsp__dependent(q, i, NSP__REL_BIT(MARK), i > 8 ? i - 8 : 0) : NSP_NONE;
    if (mark != NSP_NONE && mark < i && nsp__function(q, mark, NSP__SAYS(COMPLEMENTISER)))
      return false; /* ", and that the firm lied" goes on with what was said */
    if (head == verb)
      return nsp__has_rel(q, i, NSP__REL_BIT(CONJ)) && same_form(q->tokens[i].feats, q->tokens[verb].feats);
    i = head;
  }
  return false;
}

/* "…was “still the first.”--Kim Ng": a dash and a name behind the marks end the sentence: who wrote it. */
static bool signs(const nsp__quoting *q, uint32_t dash, uint32_t end) {
  if (!nsp__is_mark(q, dash, NSP__MARK_DASH) || !dash || q->mark_of[dash - 1] == NSP_NONE || dash + 1 >= end ||
      end - dash > NAME_LOOK_AHEAD)
    return false;
  for (uint32_t i = dash + 1; i < end; i++)
    if (!(q->tokens[i].shape & NSP__SHAPE_CAPITAL) || nsp__is_punct(q, i)) return false;
  return true;
}

/* "praised the plan and left": a noun phrase is coordinated with no verb of the cue's form, so the verb is the
 * writer's, unless a clause within the phrase has such a verb. "says he respects Ng and calls her bold": a clause may
 * be, but not with a reporting verb. */
static bool verb_returns(const nsp__quoting *q, nsp__range said, uint32_t and, uint32_t verb, bool phrase) {
  if (!q->tree.known || q->tokens[and].tag != NSP__TAG_CCONJ || verb == NSP_NONE || q->mark_of[and] != NSP_NONE)
    return false;
  uint32_t k = and+1, first = said.first;
  while (k < said.end && k < and+CUE_LOOK_AHEAD && q->tokens[k].tag == NSP__TAG_ADV) k++;
  if (k >= said.end || (q->tokens[k].tag != NSP__TAG_VERB && !(phrase && q->tokens[k].tag == NSP__TAG_AUX)))
    return false;
  const uint16_t past =
      NSP__FEAT_PAST | NSP__FEAT_PARTICIPLE; /* "has praised the plan and offered": one looks like both */
  bool both_past = phrase && (q->tokens[k].feats & past) && (q->tokens[verb].feats & NSP__FEAT_PARTICIPLE);
  if (!both_past &&
      (!same_form(q->tokens[k].feats, q->tokens[verb].feats) || (q->tokens[k].feats & NSP__FEAT_PARTICIPLE)))
    return false;
  const uint64_t verbs = NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(WRITE) | NSP__SAYS(URGE);
  uint64_t tags = nsp__tags_in(q, k, NSP__CLASS_CUE_VERB);
  if (!phrase) return (tags & verbs) && !(tags & NSP__SAYS(WEAK));
  for (uint32_t i = first; i < and; i++)
    if ((q->tokens[i].tag == NSP__TAG_VERB || q->tokens[i].tag == NSP__TAG_AUX) &&
        same_form(q->tokens[i].feats, q->tokens[k].feats))
      return false;
  return true;
}

/* "agreed to debate twice, | Ng went on to say …": behind the comma stands somebody and a verb with a tense. */
static bool main_clause_at(const nsp__quoting *q, uint32_t i, uint32_t end) {
  uint32_t k = i;
  if (nsp__function(q, i, NSP__SAYS(COMPLEMENTISER))) return false;
  while (k < end && k < i + NAME_LOOK_AHEAD && !(q->tokens[k].feats & NSP__FEAT_WH) &&
         (q->tokens[k].tag == NSP__TAG_PROPN || q->tokens[k].tag == NSP__TAG_PRON ||
          q->tokens[k].tag == NSP__TAG_NOUN || q->tokens[k].tag == NSP__TAG_DET || q->tokens[k].tag == NSP__TAG_ADJ))
    k++;
  if (k == i || k >= end || (q->tokens[k].tag != NSP__TAG_VERB && q->tokens[k].tag != NSP__TAG_AUX)) return false;
  return (q->tokens[k].feats & NSP__FEAT_FINITE) != 0;
}

/* "declined to comment but said …": no infinitive is coordinated with a verb that has a tense. */
static bool leaves_infinitive(const nsp__quoting *q, uint32_t i, uint32_t end, uint32_t head) {
  if (head == NSP_NONE || !(q->tokens[head].feats & NSP__FEAT_INFINITIVE) || q->tokens[i].tag != NSP__TAG_CCONJ)
    return false;
  uint32_t k = i + 1;
  while (k < end && k < i + CUE_LOOK_AHEAD && q->tokens[k].tag == NSP__TAG_ADV) k++;
  if (k >= end || q->tokens[k].tag != NSP__TAG_VERB || !(q->tokens[k].feats & NSP__FEAT_FINITE)) return false;
  return nsp__tags_in(q, k, NSP__CLASS_CUE_VERB) & (NSP__SAYS(SAY) | NSP__SAYS(WRITE) | NSP__SAYS(TELL));
}

/* "suggested that he was from Mexico: “…”": the marked words behind a colon bring out what was said, and belong to it.
 */
static uint32_t through_colon(const nsp__quoting *q, nsp__range bounds, uint32_t end) {
  if (end + 1 >= bounds.end || !nsp__is_mark(q, end, NSP__MARK_COLON)) return end;
  uint32_t m = q->mark_of[end + 1];
  if (m == NSP_NONE || q->marked.items[m].span.first != end + 1) return end;
  return q->marked.items[m].span.end < bounds.end ? q->marked.items[m].span.end : bounds.end;
}

/* "For a man who said he was “no thief,” | Roe had a good night": what somebody in a relative clause says ends before
 * the verb that the clause's noun belongs to, at the last comma before it. */
static uint32_t before_main_verb(const nsp__quoting *q, uint32_t verb, uint32_t at, uint32_t end) {
  enum { CLIMB = 4 };
  uint32_t up = verb;
  if (verb == NSP_NONE || !nsp__has_rel(q, verb, NSP__REL_BIT(ACL_RELCL))) return end;
  for (int k = 0; k < CLIMB && up <= at; k++) {
    uint32_t next = nsp__head_of(q, up);
    if (next == NSP_NONE || next == up) return end;
    up = next;
  }
  if (up <= at || up >= end) return end;
  for (uint32_t i = up; i > at + 1; i--)
    if (nsp__is_mark(q, i - 1, NSP__MARK_COMMA)) return nsp__is_quote_mark(q, i) ? i + 1 : i - 1;
  return end;
}

static uint32_t writer_returns(const nsp__quoting *q, nsp__range bounds, uint32_t verb, uint32_t at, uint32_t head,
                               bool phrase);

uint32_t nsp__content_end(const nsp__quoting *q, nsp__range bounds, uint32_t verb, uint32_t at, uint32_t head,
                          bool phrase) {
  return through_colon(q, bounds, writer_returns(q, bounds, verb, at, head, phrase));
}

static uint32_t writer_returns(const nsp__quoting *q, nsp__range bounds, uint32_t verb, uint32_t at, uint32_t head,
                               bool phrase) {
  uint32_t end = nsp__text_end(q, bounds), sure = at;
  nsp__range r = head == NSP_NONE ? nsp__no_range() : nsp__subtree(q, head);
  if (r.end > at && r.end <= end) sure = r.end;
  r = verb == NSP_NONE ? nsp__no_range() : nsp__subtree(q, verb);
  if (r.end > at && r.end > sure && r.end < end) end = r.end;
  if (end > at + LONGEST_CONTENT) end = at + LONGEST_CONTENT;
  end = before_main_verb(q, verb, at, end);
  for (uint32_t i = at; i < end; i++) {
    uint32_t m = q->mark_of[i];
    if (m != NSP_NONE && q->marked.items[m].span.end < end && q->marked.items[m].span.first >= at) {
      i = q->marked.items[m].span.end - 1;
      continue;
    }
    const nsp__token *t = &q->tokens[i];
    if (q->tree.known && i < sure && !t->punct && t->tag != NSP__TAG_CCONJ) continue; /* as most are */
    if (nsp__is_mark(q, i, NSP__MARK_COMMA)) {
      if (comma_ends(q, i, end) || somebody_says(q, i + 1, end, bounds.end) || others_say(q, i + 1, end) ||
          (i >= sure && q->tokens[at].tag == NSP__TAG_PART && main_clause_at(q, i + 1, end)) ||
          (phrase && i >= sure && !nsp__function(q, i + 1, NSP__SAYS(PREPOSITION))))
        return i;
    } else if (nsp__is_mark(q, i, NSP__MARK_SEMICOLON) || signs(q, i, end) ||
               (phrase && i >= sure && nsp__is_mark(q, i, NSP__MARK_DASH))) {
      return i;
    } else if (i > at && leaves_infinitive(q, i, end, head)) {
      return i;
    } else if (i > at && verb_returns(q, (nsp__range){at, end}, i, verb, phrase)) {
      return i;
    } else if (!q->tree.known && i > at && nsp__function(q, i, NSP__SAYS(CONJUNCTION)) && says_at(q, i + 1, end)) {
      return i; /* "said that … and asked …" */
    } else if (i >= sure && i > at && nsp__is_punct(q, i) == false && verb != NSP_NONE && coordinated(q, i, verb)) {
      return i;
    }
  }
  return end;
}

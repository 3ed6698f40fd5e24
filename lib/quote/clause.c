/* The subject of a verb by the order of words and their tags, where the tree went astray: what stands before the verb,
 * a parenthesis between commas looked over ("Roe, who ran the mill, said"). */
#include "quote/clause.h"

#include "quote/adjunct.h"
#include "quote/capital.h"
#include "quote/tree.h"

enum { CLAUSE_LOOK = 40, PHRASE_LOOK = 24, LONGEST_SOURCE = 80, SHORT_PHRASE = 8, MOST_JOINED = 6 };

static bool is_verb(const nsp__quoting *q, uint32_t i) {
  return q->tokens[i].tag == NSP__TAG_VERB || q->tokens[i].tag == NSP__TAG_AUX;
}

static bool is_tensed(const nsp__quoting *q, uint32_t i) {
  return is_verb(q, i) && (q->tokens[i].feats & NSP__FEAT_FINITE);
}

/* Does a clause begin at i: at the start of the sentence, behind a comma, a mark or a word that joins clauses? */
static bool opens_clause(const nsp__quoting *q, nsp__range bounds, uint32_t i) {
  if (i == bounds.first || q->mark_of[i - 1] != q->mark_of[i]) return true;
  const nsp__token *before = &q->tokens[i - 1];
  return nsp__is_punct(q, i - 1) || before->tag == NSP__TAG_SCONJ || (before->feats & NSP__FEAT_WH);
}

/* A verb that the tagger took for a participle has a tense when its clause has no other verb that does. */
bool nsp__only_verb(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  for (uint32_t i = cue->group.first; i > bounds.first && cue->group.first - i < CLAUSE_LOOK; i--) {
    if (is_tensed(q, i - 1)) return false;
    if (opens_clause(q, bounds, i - 1)) break;
  }
  for (uint32_t i = cue->words.end; i < bounds.end && i - cue->words.end < CLAUSE_LOOK; i++) {
    if (q->tokens[i].tag == NSP__TAG_SCONJ || (q->tokens[i].feats & NSP__FEAT_WH) ||
        nsp__is_mark(q, i, NSP__MARK_COMMA) || nsp__is_mark(q, i, NSP__MARK_SEMICOLON) ||
        nsp__function(q, i, NSP__SAYS(COMPLEMENTISER)))
      break;
    if (is_tensed(q, i)) return false;
  }
  return true;
}

/* The comma that opens the parenthesis which the comma at `close` ends: a relative clause, an apposition. NSP_NONE. */
static uint32_t opening_comma(const nsp__quoting *q, nsp__range bounds, uint32_t close) {
  bool relative = false, tensed = false;
  for (uint32_t i = close; i > bounds.first && close - i < CLAUSE_LOOK; i--) {
    uint32_t k = i - 1;
    if (q->mark_of[k] != q->mark_of[close] || nsp__is_mark(q, k, NSP__MARK_SEMICOLON)) return NSP_NONE;
    if (nsp__is_mark(q, k, NSP__MARK_COMMA)) return !tensed || relative ? k : NSP_NONE;
    relative |= (q->tokens[k].feats & NSP__FEAT_WH) != 0 || nsp__in_property(q, "relatives", k); /* "whose" */
    tensed |= is_tensed(q, k);
  }
  return NSP_NONE;
}

/* "A person familiar with the talks, who declined to be named, said …". Empty when the words before the verb are
 * anything else than the beginning of the clause, somebody, and a parenthesis. */
nsp__source nsp__over_parenthesis(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t v = cue->group.first, head;
  if (v < bounds.first + 4 || !nsp__is_mark(q, v - 1, NSP__MARK_COMMA)) return found;
  uint32_t comma = opening_comma(q, bounds, v - 1);
  if (comma == NSP_NONE || comma == bounds.first || comma + 2 >= v) return found;
  nsp__range name = nsp__chunk_left(q, comma, bounds.first, &head);
  if (nsp__range_empty(name) || q->mark_of[name.first] != q->mark_of[cue->head]) return found;
  bool opens = name.first == bounds.first || q->tokens[name.first - 1].tag == NSP__TAG_CCONJ ||
               (name.first == bounds.first + 1 && q->tokens[bounds.first].tag == NSP__TAG_ADV); /* "Even Ng, who …" */
  uint32_t m = nsp__mention_at(q->document, head);
  if (!opens || m == NSP_NONE) return found;
  unsigned kind = q->document->mentions.items[m].kind;
  if (kind == NSP_ENTITY_PLACE) return found;
  return (nsp__source){{name.first, v - 1}, head, false};
}

/* "Ana Roe, head of the union, called the plan “a farce”": a name, an apposition between commas, and the sentence's
 * verb, where the tree saw no subject. */
nsp__source nsp__with_apposition(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t v = cue->group.first, comma, head;
  if (v < bounds.first + 4 || !nsp__is_mark(q, v - 1, NSP__MARK_COMMA)) return found;
  for (comma = v - 2; comma > bounds.first && v - comma < PHRASE_LOOK && !nsp__is_mark(q, comma, NSP__MARK_COMMA);
       comma--)
    if (!nsp__is_nominal(q, comma) && q->tokens[comma].tag != NSP__TAG_ADP && q->tokens[comma].tag != NSP__TAG_CCONJ &&
        q->tokens[comma].tag != NSP__TAG_PART)
      return found;
  if (!nsp__is_mark(q, comma, NSP__MARK_COMMA)) return found;
  nsp__range name = nsp__chunk_left(q, comma, bounds.first, &head);
  if (nsp__range_empty(name) || !(q->tokens[comma - 1].shape & NSP__SHAPE_CAPITAL) ||
      q->mark_of[name.first] != q->mark_of[cue->head])
    return found;
  return (nsp__source){{name.first, v - 1}, head, false};
}

/* A noun of the verb's own on its left, whatever the tree calls it, but for those behind prepositions and days. */
nsp__source nsp__left_noun(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t v = cue->group.first;
  for (uint32_t i = v; i > bounds.first && v - i < LONGEST_SOURCE; i--) {
    uint32_t k = i - 1;
    unsigned tag = q->tokens[k].tag;
    if (q->mark_of[k] != q->mark_of[cue->head]) break;
    if (nsp__head_of(q, k) != cue->head || nsp__listed(q, k, NSP__CLASS_MONTH)) continue;
    if (tag != NSP__TAG_PROPN && tag != NSP__TAG_NOUN && tag != NSP__TAG_PRON) continue;
    nsp__range r = nsp__subtree(q, k);
    if (r.end > v) r.end = v;
    if (r.first < bounds.first) r.first = bounds.first;
    r = nsp__trim_phrase(q, r);
    if (nsp__range_empty(r) || k < r.first || k >= r.end || nsp__is_prepositional(q, r)) continue;
    return (nsp__source){r, k, false};
  }
  return found;
}

/* "Democrats who watched the debate said": the object of a relative clause is not the subject of the verb behind it. */
void nsp__leave_restrictive(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  if (nsp__range_empty(found->span) || found->inverted || found->span.end != cue->group.first || cue->gerund) return;
  uint32_t verb = NSP_NONE, who = NSP_NONE, head;
  for (uint32_t i = found->span.first; i > bounds.first && found->span.first - i < SHORT_PHRASE && who == NSP_NONE;
       i--) {
    if (nsp__is_punct(q, i - 1) || q->tokens[i - 1].tag == NSP__TAG_CCONJ || q->tokens[i - 1].tag == NSP__TAG_SCONJ)
      return;
    if ((q->tokens[i - 1].feats & NSP__FEAT_WH) && q->tokens[i - 1].tag == NSP__TAG_PRON) who = i - 1;
    if (!is_tensed(q, i - 1)) continue;
    if (verb != NSP_NONE || nsp__listed(q, i - 1, NSP__CLASS_CUE_VERB)) return;
    verb = i - 1;
  }
  if (who == NSP_NONE || verb != who + 1 || who == bounds.first) return;
  nsp__range noun = nsp__chunk_left(q, who, bounds.first, &head);
  if (!nsp__range_empty(noun)) *found = (nsp__source){{noun.first, cue->group.first}, head, false};
}

bool nsp__can_speak(const nsp__quoting *q, uint32_t token) {
  uint32_t m = nsp__mention_at(q->document, token);
  if (m == NSP_NONE) return false;
  const nsp__mention *mention = &q->document->mentions.items[m];
  return mention->kind == NSP_ENTITY_PERSON || mention->kind == NSP_ENTITY_GROUP ||
         mention->kind == NSP_ENTITY_ORGANISATION ||
         (mention->form == NSP_MENTION_PRONOUN && mention->person == 3 && !(mention->flags & NSP__MENTION_IDLE));
}

/* "took questions before | saying “…”": who took them says it. "… told him that": the object's form is no subject. */
bool nsp__no_subject(const nsp__quoting *q, const nsp__cue *cue, nsp__range found) {
  if (nsp__range_empty(found)) return false;
  uint64_t form = found.end == found.first + 1 ? nsp__tags_in(q, found.first, NSP__CLASS_PRONOUN) : 0;
  if ((form & NSP__SAYS(OBJECT)) && !(form & NSP__SAYS(SUBJECT))) return !cue->passive;
  uint32_t m = nsp__mention_at(q->document, found.end - 1);
  bool worth = cue->gerund && cue->group.first > 0 && q->tokens[cue->group.first - 1].tag == NSP__TAG_ADJ;
  if ((cue->infinitive || worth) && m != NSP_NONE && (q->document->mentions.items[m].flags & NSP__MENTION_IDLE))
    return true; /* "it is hard to say whether", "it is worth noting that" */
  if (cue->gerund && found.end + 1 == cue->group.first && m != NSP_NONE &&
      q->document->mentions.items[m].kind == NSP_ENTITY_PLACE && !nsp__has_rel(q, found.end - 1, NSP__REL_BIT(NSUBJ)))
    return true; /* "a visit to Bosnia, later admitting …" */
  return cue->gerund && found.end == cue->group.first &&
         nsp__function(q, found.end - 1, NSP__SAYS(PREPOSITION) | NSP__SAYS(CONJUNCTION));
}

/* "Roe told investors that the fears were overblown, | adding that …": whoever said the clause before the comma. */
static void speaker_before(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first;
  if (!(cue->tags & NSP__SAYS(SAY))) return;
  for (uint32_t i = found->span.first; i > bounds.first && v - i < CLAUSE_LOOK; i--) {
    if (!nsp__has_rel(q, i - 1, NSP__REL_BIT(NSUBJ)) || !nsp__can_speak(q, i - 1)) continue;
    uint32_t verb = nsp__head_of(q, i - 1);
    if (verb == NSP_NONE || !nsp__listed(q, verb, NSP__CLASS_CUE_VERB) || verb < i) continue;
    const nsp__mention *m = &q->document->mentions.items[nsp__mention_at(q->document, i - 1)];
    *found = (nsp__source){{m->full_first, m->full_end}, m->head, false};
    return;
  }
}

/* "The march ended when students met the police, shouting “…”": the subject of the clause right before the comma, where
 * what the tree found is nobody who could speak. */
void nsp__nearer_subject(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first;
  if (!cue->gerund || found->head == NSP_NONE || v < bounds.first + 2) return;
  if (!nsp__is_mark(q, nsp__is_quote_mark(q, v - 1) ? v - 2 : v - 1, NSP__MARK_COMMA)) return;
  uint32_t known = nsp__mention_at(q->document, found->head);
  if (q->tokens[found->head].shape & NSP__SHAPE_CAPITAL || q->tokens[found->head].tag == NSP__TAG_PRON) return;
  if (known != NSP_NONE && q->document->mentions.items[known].kind != NSP_ENTITY_UNKNOWN) return;
  for (uint32_t i = v - 1; i > found->span.end && v - i < CLAUSE_LOOK; i--) {
    if (!nsp__has_rel(q, i - 1, NSP__REL_BIT(NSUBJ)) || !nsp__can_speak(q, i - 1)) continue;
    const nsp__mention *m = &q->document->mentions.items[nsp__mention_at(q->document, i - 1)];
    *found = (nsp__source){{m->full_first, m->full_end < v ? m->full_end : v - 1}, m->head, false};
    return;
  }
  speaker_before(q, bounds, cue, found);
}

/* "What do you think of Ng privately saying “…”?": somebody right before a participle without a comma speaks. */
void nsp__own_subject(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first, head;
  if (!cue->gerund || v < bounds.first + 2 || found->span.end == v || nsp__is_punct(q, v - 1)) return;
  while (v > bounds.first + 2 && q->tokens[v - 1].tag == NSP__TAG_ADV) v--; /* "with Roe reportedly yelling" */
  uint32_t m = nsp__mention_at(q->document, v - 1);
  if (m == NSP_NONE || q->mark_of[v - 1] != q->mark_of[cue->head]) return;
  unsigned kind = q->document->mentions.items[m].kind;
  if (kind != NSP_ENTITY_PERSON && kind != NSP_ENTITY_GROUP) return;
  uint32_t first = q->document->mentions.items[m].first; /* "wrote to Ng saying": to whom */
  if (first > bounds.first && nsp__names_role(q, "addressee", first - 1)) return;
  nsp__range r = {q->document->mentions.items[m].first, v};
  head = q->document->mentions.items[m].head;
  *found = (nsp__source){r, head, false};
}

/* "The pool, the mayor | said, will close": an apposition would end with a comma before the verb, and a list would have
 * an "and". So what stands behind the last comma is the source, and the words before it are not. */
void nsp__leave_parenthesis(const nsp__quoting *q, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first, comma = NSP_NONE;
  if (found->head == NSP_NONE || found->inverted || found->span.end != v) return;
  for (uint32_t i = v; i > found->span.first && comma == NSP_NONE; i--) {
    if (q->tokens[i - 1].tag == NSP__TAG_CCONJ || (q->tokens[i - 1].feats & NSP__FEAT_WH) ||
        q->tokens[i - 1].tag == NSP__TAG_VERB)
      return;
    if (nsp__is_mark(q, i - 1, NSP__MARK_COMMA)) comma = i - 1;
  }
  if (comma == NSP_NONE || found->head > comma) return;
  uint32_t head;
  nsp__range chunk = nsp__chunk_left(q, v, comma + 1, &head);
  if (!nsp__range_empty(chunk) && chunk.first == comma + 1) *found = (nsp__source){chunk, head, false};
}

/* A reporting verb with a tense within a source, "Trump | shot back in a statement": NSP_NONE when there is none. */
static uint32_t verb_within(const nsp__quoting *q, nsp__range span) {
  for (uint32_t k = span.first + 1; k < span.end; k++) {
    if (q->tokens[k].feats & NSP__FEAT_WH || nsp__is_punct(q, k)) return NSP_NONE;
    const nsp__record *record;
    nsp__range words = nsp__match(q, k, span.end, NSP__CLASS_CUE_VERB, &record);
    if (nsp__range_empty(words) || !nsp__is_nominal(q, k - 1)) continue;
    if (words.end - words.first > 1) return k;
    unsigned next = words.end < span.end ? q->tokens[words.end].tag : NSP__TAG_NONE;
    bool object = next == NSP__TAG_PROPN || next == NSP__TAG_PRON || next == NSP__TAG_DET;
    if (q->tokens[k].tag == NSP__TAG_VERB && !(q->tokens[k].feats & NSP__FEAT_GERUND) && object) return k;
  }
  return NSP_NONE;
}

/* No noun phrase holds a reporting verb with an object of its own: "Roe | endorsed Ng, saying". */
void nsp__cut_at_verb(const nsp__quoting *q, nsp__source *found) {
  if (nsp__range_empty(found->span) || found->inverted) return;
  uint32_t head, k = verb_within(q, found->span);
  if (k == NSP_NONE) return;
  nsp__range phrase = nsp__chunk_left(q, k, found->span.first, &head);
  if (!nsp__range_empty(phrase)) *found = (nsp__source){phrase, head, false};
}

/* "The voters were angry, | Mayor Ana Roe said": somebody between a comma and the verb, right before it, says it. */
void nsp__take_nearest(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first, m = v > bounds.first + 2 ? nsp__mention_at(q->document, v - 1) : NSP_NONE;
  if (m == NSP_NONE || found->head == NSP_NONE || found->inverted || cue->gerund || cue->infinitive || cue->passive)
    return;
  const nsp__mention *who = &q->document->mentions.items[m];
  if (who->full_end != v || who->kind != NSP_ENTITY_PERSON || who->form != NSP_MENTION_NAME || who->full_first < 1 ||
      who->full_first <= bounds.first || !nsp__is_mark(q, who->full_first - 1, NSP__MARK_COMMA) ||
      found->span.end >= who->full_first)
    return;
  for (uint32_t i = found->span.end; i < who->full_first; i++) /* no apposition: a clause stands between */
    if (is_tensed(q, i)) {
      *found = (nsp__source){{who->full_first, who->full_end}, who->head, false};
      return;
    }
}

/* "Roe, who campaigned for it, called the vote a farce": the relative clause has its verb, and a comma ended it; the
 * next verb is that of the noun before it. */
void nsp__leave_relative(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t who = found->head, v = cue->group.first, i = who;
  if (who == NSP_NONE || found->inverted || !q->tree.known || !(q->tokens[who].feats & NSP__FEAT_WH) || cue->infinitive)
    return;
  if (who < bounds.first + 2 || v <= who + 2 || !nsp__is_mark(q, who - 1, NSP__MARK_COMMA)) return;
  while (i < v && !((q->tokens[i].tag == NSP__TAG_VERB || q->tokens[i].tag == NSP__TAG_AUX) &&
                    q->tokens[i].feats & NSP__FEAT_FINITE))
    i++;
  while (i < v && !nsp__is_mark(q, i, NSP__MARK_COMMA)) i++;
  if (i == v || nsp__function(q, v - 1, NSP__SAYS(CONJUNCTION))) return;
  uint32_t head;
  nsp__range before = nsp__phrase_left(q, who, bounds.first, &head);
  if (nsp__range_empty(before) || head == NSP_NONE) return;
  *found = (nsp__source){nsp__trim_phrase(q, (nsp__range){before.first, i}), head, false};
}

/* "both the Kremlin and | the Élysée said": names that a list joins speak together, wherever the tree cut it. */
void nsp__widen_list(const nsp__quoting *q, nsp__range bounds, nsp__source *found) {
  for (int n = 0; n < MOST_JOINED && found->span.first > bounds.first + 1 && !found->inverted; n++) {
    uint32_t and = found->span.first - 1, m = nsp__mention_from(q->document, and);
    if (!nsp__function(q, and, NSP__SAYS(CONJUNCTION)) || m == 0) return;
    const nsp__mention *before = &q->document->mentions.items[m - 1];
    if (before->full_end != and || before->full_first < bounds.first) return;
    bool opens = before->full_first == bounds.first || nsp__is_mark(q, before->full_first - 1, NSP__MARK_COMMA);
    if (!(before->flags & NSP__MENTION_JOINED) && !(opens && before->form == NSP_MENTION_NAME)) return;
    unsigned tag = before->full_first > bounds.first ? q->tokens[before->full_first - 1].tag : NSP__TAG_NONE;
    if (tag == NSP__TAG_PRON || tag == NSP__TAG_VERB) return; /* "will call you a liar and | Roe will say" */
    found->span.first = before->full_first;
    while (found->span.first > bounds.first && nsp__function(q, found->span.first - 1, NSP__SAYS(ARTICLE)))
      found->span.first--;
  }
}

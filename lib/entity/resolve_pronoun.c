/* Pronouns: "he" is the man of whom the text has been speaking, most often the one who spoke last.
 *
 * Candidates are the chains of the mentions before it, NSP__PRONOUN_WINDOW of them and NSP__PRONOUN_SENTENCES sentences
 * at most. A chain that contradicts in gender or number is none; of the others the weights below choose. They say what
 * linguistics calls salience: nearness, subjects before objects, speakers before those spoken of, names often used. */
#include <assert.h>

#include "entity/chain.h"
#include "entity/sources.h"

#define ANSWERS 2.6f /* weight of whom the question right before was put to */

enum { MOST_CHAINS = 16, NO_CANDIDATE = MOST_CHAINS };

typedef struct candidate {
  uint32_t chain;
  float weight, nearest; /* the chain's own, and its mention's that has most */
} candidate;

/* The pronoun, and what the quotation that it is the source of tells. */
typedef struct search {
  const nsp__mention *pronoun;
  uint32_t sentence;  /* from which sentence on distances count */
  nsp__range own;     /* the content of that quotation: nobody quotes who is spoken of */
  uint32_t asked;     /* chain of whom the quotation before asked, or NSP_NONE */
  uint32_t speaker;   /* chain of who says the direct speech that the pronoun stands in, or NSP_NONE: is "I" there */
  uint32_t addressee; /* chain of whom it is said to, or NSP_NONE: nobody tells himself */
  bool anybody;       /* a nominal that any person can be called by: "the woman" */
  bool plural, idle;  /* of the pronoun */
  unsigned kinds;     /* of what it can mean: a bit for each, by kind_bit() */
} search;

static inline unsigned kind_bit(unsigned kind) { return 1u << kind / 10; }

/* What kinds a pronoun can mean, whatever its gender and number. */
static unsigned kinds_of(const nsp__mention *pronoun) {
  unsigned person = kind_bit(NSP_ENTITY_PERSON), group = kind_bit(NSP_ENTITY_GROUP);
  if (pronoun->number == NSP_NUMBER_PLURAL)
    return kind_bit(NSP_ENTITY_ORGANISATION) | group | kind_bit(NSP_ENTITY_MEDIUM);
  if (pronoun->flags & NSP__MENTION_IDLE) return ~(person | group);
  if (pronoun->form == NSP_MENTION_SILENT) return ~(kind_bit(NSP_ENTITY_PLACE) | kind_bit(NSP_ENTITY_DOCUMENT));
  return pronoun->gender ? person | kind_bit(NSP_ENTITY_UNKNOWN) | kind_bit(NSP_ENTITY_ANONYMOUS) : ~0u;
}

/* Of hundreds of chains that are asked none is like the one before: hence hardly a jump on what it is. */
static bool can_be_meant(const nsp__chain *x, const search *s) {
  const nsp__mention *pronoun = s->pronoun;
  unsigned plural = x->number == NSP_NUMBER_PLURAL, fits = (s->kinds & kind_bit(x->kind)) != 0;
  if (s->plural) return plural | fits | (x->members[0] != NSP_NONE);
  unsigned agrees = !x->gender | !pronoun->gender | (x->gender == pronoun->gender);
  unsigned many = plural & ((pronoun->number != 0) | ((x->kind == NSP_ENTITY_ANONYMOUS) & (pronoun->gender != 0) &
                                                      !s->idle & (pronoun->form != NSP_MENTION_SILENT)));
  unsigned thing = x->thing & (x->named == NSP_NONE) & (x->spoke == NSP_NONE) & (pronoun->gender != 0);
  return fits & agrees & !many & !thing & !(s->idle & (x->gender != 0));
}

/* What is added when a sign is there stands in pairs, here and below, so that none costs a jump. */
static float chain_weight(const nsp__chain *x, const search *s) {
  static const float same[2][2] = {{0, 0}, {0.6f, 0.8f}}, person[2] = {0, 0.6f}, unknown[2] = {0, -0.6f},
                     many[2] = {-0.8f, 0.8f}, named[2][3] = {{0, 0, 0.4f}, {0.6f, 1.8f, -0.4f}}, other[2] = {0, -0.6f},
                     counts[9] = {0, 0, 0.2f, 0.2f, 0.4f, 0.4f, 0.4f, 0.4f, 0.6f};
  const nsp__mention *pronoun = s->pronoun;
  bool is_named = x->named != NSP_NONE, spoke = x->spoke != NSP_NONE;
  float score = same[(x->gender != 0) & (x->gender == pronoun->gender)][x->learned_gender != 0];
  score += person[x->kind == NSP_ENTITY_PERSON];
  score += unknown[(x->kind == NSP_ENTITY_UNKNOWN) & (!spoke | !pronoun->gender | (x->words < 2))];
  if (s->plural) score += many[x->number == NSP_NUMBER_PLURAL];
  /* "a woman … the victim": the text's nobody stays one however long it tells of others, "a cashier" less so */
  score += named[s->anybody][is_named ? 2 : x->anybody];
  /* A description is likelier one of whom the text has not given another. */
  if (pronoun->form == NSP_MENTION_NOMINAL) score += other[(x->role_count != 0) & is_named];
  score += counts[x->count < 8 ? x->count : 8];
  uint32_t since = x->spoke >= s->sentence ? 0 : s->sentence - x->spoke;
  const float recently[2] = {0, 0.9f - 0.15f * (float)since};
  return score + recently[spoke & (since <= 4)];
}

/* What all mentions of a sentence have in common for a pronoun. */
typedef struct place {
  uint32_t sentence, distance;
  float start, block; /* weight of the distance, and of the same block */
} place;

static place place_of(const nsp__coreference *c, uint32_t sentence, const search *s) {
  const nsp_sentence *sentences = c->document->sentences.items;
  uint32_t distance = sentence < s->sentence ? s->sentence - sentence : 0;
  bool same_block = sentences[sentence].block == sentences[s->sentence].block;
  return (place){sentence, distance, distance < 2 ? -0.4f * (float)distance : -0.35f * (float)distance - 0.3f,
                 same_block ? 0.6f : 0.0f};
}

/* Every mention of a window is weighed. */
static float mention_weight(const nsp__mention *m, const place *where, const nsp__mention *pronoun) {
  static const float subject[2][2] = {{0, 0.8f}, {0, 1.1f}}, object[2] = {0, -0.4f}, owner[2] = {0, -0.3f},
                     heading[2] = {0, -0.7f}, quoted[2] = {0, -1.6f}, itself[2] = {0, -1.5f}, reported[2] = {0, -0.5f},
                     embedded[2] = {0, -0.4f};
  unsigned flags = m->flags;
  float score = where->start;
  score += subject[where->distance < 2][(flags & NSP__MENTION_SUBJECT) != 0];
  score += object[(flags & NSP__MENTION_OBJECT) != 0];
  score += owner[((flags & NSP__MENTION_POSSESSIVE) != 0) & (m->form == NSP_MENTION_NAME)];
  score += heading[(flags & NSP__MENTION_HEADING) != 0];
  score += quoted[(flags & ~(unsigned)pronoun->flags & NSP__MENTION_QUOTED) != 0];
  score += where->block;
  score += embedded[m->embedded != 0];
  /* "Roe said that Ng …": of the two it is Roe whom the narration goes on with. */
  score += reported[(m->quote != NSP_NONE) & (m->quote != pronoun->quote) & !(flags & NSP__MENTION_QUOTED)];
  /* "Roe told him": an object is not its own subject. */
  return score + itself[!where->distance & ((pronoun->flags & NSP__MENTION_OBJECT) != 0) &
                        ((flags & NSP__MENTION_SUBJECT) != 0)];
}

/* No chain's weight is more than this, and no mention's so many sentences away: what is farther off than can make up
 * for the best so far need not be looked at. With a little more than the weights add up to, for rounding. */
static float most_of_chain(const search *s) {
  const nsp__mention *pronoun = s->pronoun;
  return 2.6f + (s->anybody ? 1.4f : 0.0f) + (s->asked != NSP_NONE ? ANSWERS : 0.0f) + (pronoun->gender ? 0.8f : 0.0f) +
         (pronoun->number == NSP_NUMBER_PLURAL ? 0.8f : 0.0f);
}

static float most_of_mention(uint32_t distance) { return (distance < 2 ? 1.75f : 1.15f) - 0.35f * (float)distance; }

/* A person by a description that the text did not give before: "the coach", "the expert". Not one of another country.
 */
static bool can_be_called(const nsp__coreference *c, const nsp__chain *x, const search *s) {
  const nsp__mention *nominal = s->pronoun;
  /* "A cashier …": "the woman" may be somebody who has no name, "the governor" not */
  if (x->named == NSP_NONE) return s->anybody && (x->kind == NSP_ENTITY_PERSON || x->kind == NSP_ENTITY_ANONYMOUS);
  /* "Albares": nobody said yet that it is a person, but it spoke. */
  if (x->kind != NSP_ENTITY_PERSON && (x->kind != NSP_ENTITY_UNKNOWN || x->spoke == NSP_NONE)) return false;
  if (nominal->age && x->age && nominal->age != x->age) return false;
  for (uint32_t i = 0; nominal->country && i < x->role_count; i++)
    if (x->countries[i] && x->countries[i] != nominal->country) return false;
  for (uint32_t i = 0; nominal->house && i < x->role_count; i++)
    if (x->roles[i] == nominal->concept && !nsp__houses_agree(c, x->houses[i], nominal->house)) return false;
  return true;
}

/* The candidate that a chain is, found out once for each pronoun; NO_CANDIDATE when it cannot be meant, or when there
 * are too many already. */
static uint32_t candidate_of(nsp__coreference *c, uint32_t chain, const search *s, candidate *candidates,
                             uint32_t *count) {
  nsp__chain *x = &c->chains.items[chain];
  const nsp__mention *pronoun = s->pronoun;
  if (x->asked == c->asked) return x->candidate;
  bool nominal = pronoun->form == NSP_MENTION_NOMINAL;
  x->asked = c->asked;
  x->candidate = NO_CANDIDATE;
  bool meant = (*count < MOST_CHAINS) & (chain != s->addressee) & (chain != s->speaker) & can_be_meant(x, s);
  if (!meant || (nominal && !can_be_called(c, x, s))) return NO_CANDIDATE;
  candidates[*count] = (candidate){chain, chain_weight(x, s) + (chain == s->asked ? ANSWERS : 0.0f), -1e9f};
  assert(candidates[*count].weight < most_of_chain(s));
  return x->candidate = (uint8_t)(*count)++;
}

/* Chain of whom a quotation is said to, who may be named behind the pronoun: "he told Roe". */
static uint32_t addressee_of(nsp__coreference *c, uint32_t quote) {
  const nsp_document *d = c->document;
  const nsp__quote *q = &d->quotes.items[quote];
  if (!q->quote.addressee.count || q->cue_head == NSP_NONE) return NSP_NONE;
  nsp_span to = q->quote.addressee.items[0];
  uint32_t first = nsp__mention_from(d, q->cue_head);
  for (uint32_t i = first > 2 ? first - 2 : 0; i < d->mentions.count && i < first + 3; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    if (d->tokens.items[m->first].start < to.start || d->tokens.items[m->first].start >= to.end) continue;
    if (m->entity != NSP_NONE) return nsp__chain_of(c, m);
    if (m->form == NSP_MENTION_NAME) return nsp__resolve_name(c, i);
    bool one = m->form == NSP_MENTION_NOMINAL && m->number == NSP_NUMBER_SINGULAR && c->quote_at[i] == NSP_NONE;
    return one ? nsp__resolve_nominal(c, i) : NSP_NONE;
  }
  return NSP_NONE;
}

/* Chain of a quotation's speaker; that of a piece without a source is the one's that it goes on with. */
static uint32_t speaker_of(nsp__coreference *c, uint32_t quote) {
  const nsp_document *d = c->document;
  uint32_t source = nsp__quote_source(d, quote);
  if (source == NSP_NONE && d->quotes.items[quote].speaker_of < quote)
    source = nsp__quote_source(d, d->quotes.items[quote].speaker_of);
  return source == NSP_NONE ? NSP_NONE : nsp__chain_of(c, &d->mentions.items[source]);
}

/* What the pronoun's quotation tells. A quotation of several sentences lies between them and who was named before; it
 * counts as one. Bound: NSP__PRONOUN_SENTENCES back. */
static search search_for(nsp__coreference *c, uint32_t mention) {
  const nsp_document *d = c->document;
  const nsp__mention *pronoun = &d->mentions.items[mention];
  search s = {.pronoun = pronoun, .sentence = pronoun->sentence, .kinds = kinds_of(pronoun)};
  s.asked = s.speaker = s.addressee = NSP_NONE;
  s.plural = pronoun->number == NSP_NUMBER_PLURAL;
  s.idle = pronoun->flags & NSP__MENTION_IDLE;
  uint32_t quote = c->quote_at[mention];
  s.anybody = nsp__means_anybody(c, pronoun);
  if (pronoun->quote != NSP_NONE && d->quotes.items[pronoun->quote].quote.kind == NSP_QUOTE_DIRECT)
    s.speaker = speaker_of(c, pronoun->quote);
  if (quote == NSP_NONE) return s;
  const nsp__quote *q = &d->quotes.items[quote];
  s.own = q->content;
  while (s.sentence > 0 && pronoun->sentence - s.sentence < NSP__PRONOUN_SENTENCES &&
         d->sentence_tokens.items[s.sentence] > q->content.first)
    s.sentence--;
  s.addressee = addressee_of(c, quote);
  if (quote == 0) return s;
  const nsp__quote *before = q - 1;
  bool asks = q->quote.flags & NSP_QUOTE_QUESTION; /* who asked asks on */
  for (uint32_t i = q->content.end; !asks && i > q->content.first && i + 2 > q->content.end;)
    asks = d->tokens.items[--i].punct == NSP__MARK_QUESTION;
  if (before->quote.flags & NSP_QUOTE_QUESTION && s.sentence - before->sentence <= 1 && !asks)
    s.asked = addressee_of(c, quote - 1);
  return s;
}

/* Scores the chains of the mentions before the pronoun; how many there are. */
static uint32_t find_candidates(nsp__coreference *c, uint32_t mention, candidate *candidates) {
  const nsp__mention *items = c->document->mentions.items;
  uint32_t count = 0;
  const search s = search_for(c, mention);
  float best = -1e9f, most = most_of_chain(&s);
  candidates[NO_CANDIDATE] = (candidate){NSP_NONE, -2e9f, 0}; /* never the best */
  c->asked++;
  place where = place_of(c, s.pronoun->sentence, &s);
  for (uint32_t i = mention; i-- > 0 && mention - i <= NSP__PRONOUN_WINDOW;) {
    const nsp__mention *m = &items[i];
    if (m->sentence != where.sentence) {
      where = place_of(c, m->sentence, &s);
      if (where.distance > NSP__PRONOUN_SENTENCES || most + most_of_mention(where.distance) < best) break;
    }
    if ((m->entity == NSP_NONE) | (m->first - s.own.first < s.own.end - s.own.first)) continue;
    candidate *k = &candidates[candidate_of(c, nsp__chain_root(c, m->entity), &s, candidates, &count)];
    float weight = mention_weight(m, &where, s.pronoun), all = weight + k->weight;
    assert(weight < most_of_mention(where.distance));
    k->nearest = weight > k->nearest ? weight : k->nearest;
    best = all > best ? all : best;
  }
  return count;
}

uint32_t nsp__resolve_pronoun(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *pronoun = &c->document->mentions.items[mention];
  candidate candidates[MOST_CHAINS + 1];
  if (pronoun->person != 3) return NSP_NONE;
  if (pronoun->flags & NSP__MENTION_IDLE && c->quote_at[mention] == NSP_NONE) return NSP_NONE;
  uint32_t count = find_candidates(c, mention, candidates), best = NSP_NONE;
  bool silent = pronoun->form == NSP_MENTION_NOMINAL && c->quote_at[mention] == NSP_NONE;
  float best_score = pronoun->flags & NSP__MENTION_IDLE ? -0.5f : silent ? 0.3f : -3.0f;
  for (uint32_t i = 0; i < count; i++) {
    float score = candidates[i].nearest + candidates[i].weight;
    if (score > best_score) best_score = score, best = candidates[i].chain;
  }
  if (pronoun->number == NSP_NUMBER_PLURAL && c->pair[0] != NSP_NONE && best_score < 0.6f)
    return nsp__resolve_pair(c, mention, 0);
  return best;
}

/* Pronouns: "he" is the man of whom the text has been speaking, most often the one who spoke last.
 *
 * Candidates are the chains of the mentions before it, NSP__PRONOUN_WINDOW of them and NSP__PRONOUN_SENTENCES sentences
 * at most. A chain that contradicts in gender or number is none; of the others the weights below choose. They say what
 * linguistics calls salience: nearness, subjects before objects, speakers before those spoken of, names often used. */
#include "entity/chain.h"

enum { MOST_CHAINS = 16 };

typedef struct candidate {
  uint32_t chain;
  float score;
} candidate;

static bool can_be_meant(const nsp__chain *x, const nsp__mention *pronoun) {
  bool silent = pronoun->form == NSP_MENTION_SILENT;
  if (pronoun->number == NSP_NUMBER_PLURAL) {
    if (x->number == NSP_NUMBER_PLURAL || x->members[0] != NSP_NONE) return true;
    return x->kind == NSP_ENTITY_ORGANISATION || x->kind == NSP_ENTITY_GROUP || x->kind == NSP_ENTITY_MEDIUM;
  }
  if (x->number == NSP_NUMBER_PLURAL && pronoun->number) return false;
  if (!nsp__genders_agree(x->gender, pronoun->gender)) return false;
  if (pronoun->flags & NSP__MENTION_IDLE)
    return x->kind != NSP_ENTITY_PERSON && x->kind != NSP_ENTITY_GROUP && !x->gender;
  if (silent) return x->kind != NSP_ENTITY_PLACE && x->kind != NSP_ENTITY_DOCUMENT;
  if (!pronoun->gender) return true;
  return x->kind == NSP_ENTITY_PERSON || x->kind == NSP_ENTITY_UNKNOWN ||
         (x->kind == NSP_ENTITY_ANONYMOUS && x->number != NSP_NUMBER_PLURAL);
}

static float chain_weight(const nsp__chain *x, const nsp__mention *pronoun) {
  float score = 0;
  if (x->gender && x->gender == pronoun->gender) score += x->learned_gender ? 0.8f : 0.6f;
  if (x->kind == NSP_ENTITY_PERSON) score += 0.6f;
  if (x->kind == NSP_ENTITY_UNKNOWN) score -= 0.6f;
  if (pronoun->number == NSP_NUMBER_PLURAL) score += x->number == NSP_NUMBER_PLURAL ? 0.8f : -0.8f;
  if (x->named != NSP_NONE) score += 0.4f;
  score += x->count >= 8 ? 0.6f : x->count >= 4 ? 0.4f : x->count >= 2 ? 0.2f : 0.0f;
  if (x->spoke != NSP_NONE && pronoun->sentence - x->spoke <= 4)
    score += 0.9f - 0.15f * (float)(pronoun->sentence - x->spoke);
  return score;
}

static float mention_weight(const nsp__coreference *c, const nsp__mention *m, const nsp__mention *pronoun) {
  const nsp_document *d = c->document;
  uint32_t distance = pronoun->sentence - m->sentence;
  float score = distance < 2 ? -0.4f * (float)distance : -0.35f * (float)distance - 0.3f;
  if (m->flags & NSP__MENTION_SUBJECT) score += distance < 2 ? 1.1f : 0.8f;
  if (m->flags & NSP__MENTION_OBJECT) score -= 0.4f;
  if (m->flags & NSP__MENTION_POSSESSIVE && m->form == NSP_MENTION_NAME) score -= 0.3f;
  if (m->flags & NSP__MENTION_HEADING) score -= 0.7f;
  if (m->flags & NSP__MENTION_QUOTED && !(pronoun->flags & NSP__MENTION_QUOTED)) score -= 1.6f;
  if (d->sentences.items[m->sentence].block == d->sentences.items[pronoun->sentence].block) score += 0.6f;
  /* "Roe told him": an object is not its own subject. */
  if (!distance && pronoun->flags & NSP__MENTION_OBJECT && m->flags & NSP__MENTION_SUBJECT) score -= 1.5f;
  return score;
}

/* A person by a description that the text did not give before: "the coach", "the expert". Not one of another country.
 */
static bool can_be_called(const nsp__chain *x, const nsp__mention *nominal) {
  if (x->named == NSP_NONE) return false;
  /* "Albares": nobody said yet that it is a person, but it spoke. */
  if (x->kind != NSP_ENTITY_PERSON && (x->kind != NSP_ENTITY_UNKNOWN || x->spoke == NSP_NONE)) return false;
  for (uint32_t i = 0; nominal->country && i < x->role_count; i++)
    if (x->countries[i] && x->countries[i] != nominal->country) return false;
  return true;
}

/* Keeps each chain's best score. */
static uint32_t consider(candidate *candidates, uint32_t count, uint32_t chain, float score) {
  for (uint32_t i = 0; i < count; i++)
    if (candidates[i].chain == chain) {
      if (score > candidates[i].score) candidates[i].score = score;
      return count;
    }
  if (count == MOST_CHAINS) return count;
  candidates[count] = (candidate){chain, score};
  return count + 1;
}

/* Is a mention within the very quotation that the pronoun is the source of? Nobody quotes who is spoken of. */
static bool in_own_quote(const nsp__coreference *c, const nsp__mention *m, uint32_t quote) {
  if (quote == NSP_NONE) return false;
  nsp__range content = c->document->quotes.items[quote].content;
  return m->first >= content.first && m->first < content.end;
}

uint32_t nsp__resolve_pronoun(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *items = c->document->mentions.items, *pronoun = &items[mention];
  uint32_t quote = c->quote_at[mention], count = 0;
  candidate candidates[MOST_CHAINS];
  bool nominal = pronoun->form == NSP_MENTION_NOMINAL;
  if (pronoun->person != 3) return NSP_NONE;
  if (pronoun->flags & NSP__MENTION_IDLE && quote == NSP_NONE) return NSP_NONE;
  for (uint32_t i = mention; i-- > 0 && mention - i <= NSP__PRONOUN_WINDOW;) {
    if (pronoun->sentence - items[i].sentence > NSP__PRONOUN_SENTENCES) break;
    uint32_t chain = nsp__chain_of(c, &items[i]);
    if (chain == NSP_NONE || in_own_quote(c, &items[i], quote)) continue;
    const nsp__chain *x = &c->chains.items[chain];
    if (!can_be_meant(x, pronoun) || (nominal && !can_be_called(x, pronoun))) continue;
    float score = mention_weight(c, &items[i], pronoun) + chain_weight(x, pronoun);
    count = consider(candidates, count, chain, score);
  }
  uint32_t best = NSP_NONE;
  float best_score = pronoun->flags & NSP__MENTION_IDLE ? -0.5f : -3.0f;
  for (uint32_t i = 0; i < count; i++)
    if (candidates[i].score > best_score) best_score = candidates[i].score, best = candidates[i].chain;
  if (pronoun->number == NSP_NUMBER_PLURAL && c->pair[0] != NSP_NONE && best_score < 0.6f)
    return nsp__resolve_pair(c, mention, 0);
  return best;
}

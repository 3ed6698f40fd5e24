/* Subjects that another word has: "scolded Roe for saying", "Roe issued a statement that". Reads: the tree, and
 * `controlling` and `performing` of language.txt. */
#include "quote/control.h"

#include "quote/adjunct.h"
#include "quote/capital.h"
#include "quote/clause.h"
#include "quote/tree.h"

enum { CLIMB = 6, NOUN_LOOK = 6, QUOTED_LOOK = 16 };

#define OBJECTS (NSP__REL_BIT(OBJ) | NSP__REL_BIT(IOBJ))

/* "The paper | quoted | Roe as saying": the verb of quoting before the "as"; NSP_NONE without one. */
static uint32_t quoting_verb(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  uint32_t as = cue->group.first - 1;
  bool gerund = cue->gerund || (q->tokens[cue->group.first].feats & NSP__FEAT_GERUND); /* "as having said" */
  if (!gerund || cue->group.first < bounds.first + 3 || !nsp__names_role(q, "quoted-as", as)) return NSP_NONE;
  for (uint32_t i = as - 1; i > bounds.first && as - i < QUOTED_LOOK; i--) {
    if (q->mark_of[i] != q->mark_of[cue->head] || nsp__is_stop(q, i)) return NSP_NONE;
    if (nsp__in_property(q, "quoting", i)) return i + 1 < as ? i : NSP_NONE; /* "was quoted as saying" */
  }
  return NSP_NONE;
}

static nsp__source quoted(const nsp__quoting *q, uint32_t verb, uint32_t as) {
  nsp__source found = {{verb + 1, as}, NSP_NONE, false};
  nsp__phrase_right(q, verb + 1, as, &found.head);
  return found.head == NSP_NONE || nsp__names_role(q, "agent", verb + 1) ? (nsp__source){{0, 0}, NSP_NONE, false} : found;
}

nsp__source nsp__controller(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t preposition = cue->group.first - 1, quoting = quoting_verb(q, bounds, cue);
  if (quoting != NSP_NONE) return quoted(q, quoting, preposition);
  if (!cue->gerund || cue->group.first < bounds.first + 3 || !nsp__names_role(q, "controlling", preposition))
    return none;
  uint32_t noun = preposition - 1;
  if (!nsp__is_nominal(q, noun) || q->mark_of[noun] != q->mark_of[cue->head]) return none;
  for (int i = 0; i < CLIMB && !nsp__has_rel(q, noun, OBJECTS); i++) {
    uint32_t up = nsp__head_of(q, noun);
    if (up == NSP_NONE || up == noun) return none;
    noun = up;
  }
  uint32_t verb = nsp__head_of(q, noun);
  if (!nsp__has_rel(q, noun, OBJECTS) || verb == NSP_NONE || verb >= noun || noun >= preposition ||
      q->tokens[verb].tag != NSP__TAG_VERB || !nsp__can_speak(q, noun))
    return none;
  nsp__range r = nsp__subtree(q, noun);
  if (r.end > preposition) r.end = preposition;
  r = nsp__trim_phrase(q, r);
  if (noun < r.first || noun >= r.end) return none;
  return (nsp__source){r, noun, false};
}

/* Does a word that joins clauses open the clause of the verb: "after they came out"? */
static bool is_subordinate(const nsp__quoting *q, uint32_t verb) {
  if (!nsp__has_rel(q, verb, NSP__REL_BIT(ADVCL) | NSP__REL_BIT(CCOMP)) || nsp__head_of(q, verb) >= verb) return false;
  uint32_t word = nsp__subtree(q, verb).first;
  return nsp__function(q, word, NSP__SAYS(CONJUNCTION)) && !nsp__function(q, word, NSP__SAYS(COMPLEMENTISER));
}

void nsp__take_main_subject(const nsp__quoting *q, const nsp__cue *cue, nsp__source *found) {
  if (!cue->gerund || found->head == NSP_NONE || found->span.end >= cue->group.first ||
      q->tokens[found->head].tag != NSP__TAG_PRON || !nsp__is_mark(q, cue->group.first - 1, NSP__MARK_COMMA))
    return;
  uint32_t verb = nsp__head_of(q, found->head);
  if (verb == NSP_NONE || verb >= cue->group.first || !is_subordinate(q, verb)) return;
  uint32_t subject = nsp__dependent(q, nsp__head_of(q, verb), NSP__REL_BIT(NSUBJ), 0);
  if (subject == NSP_NONE || subject >= found->head) return;
  if (q->tokens[subject].tag != NSP__TAG_PROPN && !nsp__can_speak(q, subject)) return;
  nsp__range r = nsp__trim_phrase(q, nsp__subtree(q, subject));
  if (subject >= r.first && subject < r.end) *found = (nsp__source){r, subject, false};
}

/* Who does what a verb says that is no cue itself. */
static nsp__source subject_of(const nsp__quoting *q, nsp__range bounds, uint32_t verb) {
  unsigned feats = q->tokens[verb].feats;
  nsp__cue cue = {.words = {verb, verb + 1},
                  .group = {verb, verb + 1},
                  .head = verb,
                  .particle = NSP_NONE,
                  .inner = NSP_NONE,
                  .gerund = (feats & NSP__FEAT_GERUND) != 0,
                  .infinitive = (feats & NSP__FEAT_INFINITIVE) != 0};
  return nsp__find_source(q, bounds, &cue);
}

nsp__range nsp__quoter(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  uint32_t verb = quoting_verb(q, bounds, cue);
  if (verb == NSP_NONE) return nsp__no_range();
  return subject_of(q, bounds, verb).span;
}

nsp__source nsp__of_light_verb(const nsp__quoting *q, nsp__range bounds, uint32_t noun) {
  nsp__source none = {{0, 0}, NSP_NONE, false};
  uint32_t verb = nsp__head_of(q, noun);
  if (!nsp__has_rel(q, noun, OBJECTS) || verb == NSP_NONE || verb >= noun || noun - verb > NOUN_LOOK ||
      q->tokens[verb].tag != NSP__TAG_VERB || !nsp__in_property(q, "performing", verb))
    return none;
  return subject_of(q, bounds, verb);
}

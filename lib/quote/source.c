#include "quote/source.h"

#include <string.h>

#include "quote/adjunct.h"
#include "quote/clause.h"
#include "quote/control.h"
#include "quote/tree.h"

enum { LONGEST_SOURCE = 80, CLIMB = 6, PHRASE_LOOK = 24 };

#define SUBJECTS (NSP__REL_BIT(NSUBJ) | NSP__REL_BIT(NSUBJ_PASS) | NSP__REL_BIT(CSUBJ))
#define OBJECTS (NSP__REL_BIT(OBJ) | NSP__REL_BIT(IOBJ))

/* A participle with an object is no passive: "one account described the scene" is a clause that the tree took for a
 * phrase. */
static bool takes_object(const nsp__quoting *q, uint32_t v) {
  return (q->tokens[v].feats & NSP__FEAT_PARTICIPLE) &&
         nsp__dependent(q, v, OBJECTS | NSP__REL_BIT(CCOMP), v) != NSP_NONE;
}

/* "met the judge, adding that …", "issued a statement saying …": the participle speaks for the subject of the verb
 * above the noun that it stands behind, if a comma parts the two or the noun is what somebody says things in. */
static uint32_t verb_above(const nsp__quoting *q, const nsp__cue *cue, uint32_t noun) {
  bool comma = cue->group.first > 0 && nsp__is_mark(q, cue->group.first - 1, NSP__MARK_COMMA);
  bool medium = nsp__listed(q, noun, NSP__CLASS_MEDIUM_NOUN) && nsp__has_rel(q, noun, OBJECTS) &&
                nsp__dependent(q, noun, NSP__REL_BIT(NMOD_POSS), 0) == NSP_NONE; /* "said that Roe's note saying …" */
  if (!comma && !medium) return NSP_NONE;
  for (int i = 0; i < CLIMB; i++) {
    uint32_t up = nsp__head_of(q, noun);
    if (up == NSP_NONE || up == noun) return NSP_NONE;
    if (q->tokens[up].tag == NSP__TAG_VERB && nsp__dependent(q, up, SUBJECTS, 0) != NSP_NONE) return up;
    noun = up;
  }
  return NSP_NONE;
}

/* "A statement posted on the website Portal said": of two subjects, the one behind a preposition is none. */
static bool behind_preposition(const nsp__quoting *q, uint32_t first, uint32_t next) {
  bool preposition = false;
  for (uint32_t i = first + 1; i < next; i++) {
    unsigned tag = q->tokens[i].tag;
    if (tag == NSP__TAG_SCONJ || nsp__is_punct(q, i) || (q->tokens[i].feats & NSP__FEAT_WH) || tag == NSP__TAG_AUX ||
        (tag == NSP__TAG_VERB && (q->tokens[i].feats & NSP__FEAT_FINITE)))
      return false;
    preposition |= tag == NSP__TAG_ADP;
  }
  return preposition;
}

/* Who does what the verb says, by the tree: its own subject, or that of the verb that it hangs on. */
static uint32_t subject_head(const nsp__quoting *q, const nsp__cue *cue) {
  uint32_t v = cue->head;
  for (int i = 0; i < CLIMB; i++) {
    uint32_t s = nsp__dependent(q, v, SUBJECTS, 0);
    while (s != NSP_NONE && s < v) { /* of two, the one next to the verb */
      uint32_t next = nsp__dependent_before(q, v, SUBJECTS, s + 1, v);
      if (next == NSP_NONE || behind_preposition(q, s, next)) break;
      s = next;
    }
    if (s != NSP_NONE) return s;
    uint32_t head = nsp__head_of(q, v);
    if (head == NSP_NONE || head == v) return NSP_NONE;
    uint64_t rel = (uint64_t)1 << q->tokens[v].rel;
    if (rel & (NSP__REL_BIT(ACL) | NSP__REL_BIT(ACL_RELCL))) {
      if (v != cue->head || !((q->tokens[v].feats & NSP__FEAT_GERUND) || takes_object(q, v))) return NSP_NONE;
      uint32_t verb = cue->gerund ? verb_above(q, cue, head) : NSP_NONE;
      if (verb == NSP_NONE) return head;
      v = verb;
      continue;
    }
    if (rel & NSP__REL_BIT(XCOMP)) {
      uint32_t object = nsp__dependent(q, head, OBJECTS, 0);
      if (object != NSP_NONE && object < v) return object;
    } else if (rel & NSP__REL_BIT(ADVCL)) {
      if (q->tokens[v].feats & NSP__FEAT_FINITE) return NSP_NONE;
    } else if (!(rel & (NSP__REL_BIT(CONJ) | NSP__REL_BIT(COP) | NSP__REL_BIT(AUX))))
      return NSP_NONE;
    v = head;
  }
  return NSP_NONE;
}

/* The preposition of a passive's agent: language.txt, agent = by. */
static bool is_agent(const nsp__quoting *q, uint32_t i) { return nsp__names_role(q, "agent", i); }

static nsp__source from_tree(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t s = cue->passive ? nsp__dependent(q, cue->head, NSP__REL_BIT(OBL_AGENT), cue->head) : subject_head(q, cue);
  if (cue->passive && s == NSP_NONE && q->tokens[cue->head].tag == NSP__TAG_VERB) {
    s = nsp__dependent(q, cue->head, NSP__REL_BIT(OBL),
                       cue->head); /* "quoted by Interfax": the agent stands next to it */
    if (s != NSP_NONE && (nsp__subtree(q, s).first != cue->group.end || !is_agent(q, cue->group.end))) s = NSP_NONE;
  }
  if (s != NSP_NONE && nsp__listed(q, s, NSP__CLASS_MONTH)) s = NSP_NONE;
  if (s == NSP_NONE || q->mark_of[s] != q->mark_of[cue->head])
    return found; /* who speaks does not stand in the speech */
  nsp__range r = nsp__subtree(q, s);
  if (cue->passive && r.first < s && nsp__has_rel(q, r.first, NSP__REL_BIT(CASE))) r.first++;
  found.inverted = s > cue->head;
  if (!found.inverted && r.end > cue->group.first) r.end = cue->group.first;
  if (found.inverted && r.first < cue->group.end) r.first = cue->group.end;
  if (r.first < bounds.first) r.first = bounds.first;
  if (r.end > bounds.end) r.end = bounds.end;
  for (uint32_t i = s; i > r.first && r.end <= cue->group.first; i--) /* nor does its phrase begin there */
    if (q->mark_of[i - 1] != q->mark_of[s] && i < r.end && nsp__is_punct(q, i)) r.first = i;
  r = nsp__trim_phrase(q, r);
  if (nsp__range_empty(r) || s < r.first || s >= r.end || r.end - r.first > LONGEST_SOURCE) return found;
  found.span = r;
  found.head = s;
  return found;
}

/* "suggested that the rate could rise"; but “Rather,” said that gentleman. */
static bool opens_content(const nsp__quoting *q, const nsp__cue *cue) {
  uint32_t v = cue->group.first;
  return q->tokens[cue->group.end].tag == NSP__TAG_SCONJ &&
         nsp__function(q, cue->group.end, NSP__SAYS(COMPLEMENTISER)) && (!v || q->mark_of[v - 1] == NSP_NONE);
}

/* "…," said Jane Roe: what stands right before the verb ends a quotation or a clause. */
static bool may_be_inverted(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  if (cue->group.first == bounds.first) return false;
  if (cue->group.end < bounds.end && nsp__function(q, cue->group.end, NSP__SAYS(COMPLEMENTISER)) &&
      (!q->tree.known || opens_content(q, cue)))
    return false;
  const nsp__token *before = &q->tokens[cue->group.first - 1];
  return before->punct == NSP__MARK_COMMA || before->punct == NSP__MARK_DASH || (before->shape & NSP__SHAPE_QUOTE);
}

/* A verb that can stand between a quotation and its verb: "goalkeeper" may be taken for a bare infinitive, and is none
 * without its "to" or an auxiliary. */
static bool is_verbal(const nsp__quoting *q, uint32_t i) {
  const nsp__token *t = &q->tokens[i];
  if (t->tag == NSP__TAG_AUX) return true;
  if (t->tag != NSP__TAG_VERB) return false;
  return !(t->feats & NSP__FEAT_INFINITIVE) ||
         (i > 0 && (q->tokens[i - 1].tag == NSP__TAG_PART || q->tokens[i - 1].tag == NSP__TAG_AUX));
}

/* Between a quotation and its verb there is nothing but who speaks: "…," Ana Roe, who runs the mill, told us. */
static bool beside_marks(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t v = cue->group.first, first = v;
  if (q->mark_of[cue->head] != NSP_NONE || nsp__next_marked(q, bounds.first - (bounds.first > 0), v) == v) return false;
  while (first > bounds.first && v - first < LONGEST_SOURCE / 2 && q->mark_of[first - 1] == NSP_NONE) first--;
  if (first == v || first == 0 || q->mark_of[first - 1] == NSP_NONE) return false;
  nsp__range r = nsp__trim_phrase(q, (nsp__range){first, v});
  if (nsp__range_empty(r) || r.first - first > 1) return false;
  unsigned tag = q->tokens[r.first].tag;
  if (is_verbal(q, r.first) || tag == NSP__TAG_ADP) return false;
  if (!nsp__is_nominal(q, r.first) && tag != NSP__TAG_VERB && !(q->tokens[r.first].shape & NSP__SHAPE_CAPITAL))
    return false;
  bool relative = false;
  uint32_t head = NSP_NONE;
  for (uint32_t i = r.first; i < r.end; i++) {
    unsigned t = q->tokens[i].tag;
    if (q->tokens[i].feats & NSP__FEAT_WH) relative = true;
    if (!relative && is_verbal(q, i) && !(q->tokens[i].shape & NSP__SHAPE_CAPITAL)) return false;
    bool names = t == NSP__TAG_NOUN || t == NSP__TAG_PROPN || t == NSP__TAG_PRON || t == NSP__TAG_NUM ||
                 (q->tokens[i].shape & NSP__SHAPE_CAPITAL);
    if (!relative && names && (head == NSP_NONE || i == head + 1)) head = i;
  }
  if (head == NSP_NONE) return false;
  bool inside = found->head != NSP_NONE && found->head >= r.first && found->head < r.end;
  *found = (nsp__source){r, inside ? found->head : head, false};
  return true;
}

/* Names that the tree tore apart belong together: "Judicial Watch President | Tom Fitton". */
static void mend(const nsp__quoting *q, nsp__range bounds, nsp__source *found) {
  while (found->span.first > bounds.first && nsp__has_rel(q, found->span.first - 1, NSP__REL_BIT(NSUBJ)) &&
         q->tokens[found->span.first - 1].tag == NSP__TAG_NOUN && q->tokens[found->span.first].tag == NSP__TAG_NOUN) {
    nsp__range before = nsp__subtree(q, found->span.first - 1); /* "a union | representative" */
    if (before.end != found->span.first || before.first < bounds.first) break;
    found->span.first = before.first;
  }
  while (found->span.first > bounds.first) {
    uint32_t i = found->span.first - 1;
    unsigned tag = q->tokens[i].tag;
    bool name = (q->tokens[i].shape & NSP__SHAPE_CAPITAL) &&
                (tag == NSP__TAG_PROPN || tag == NSP__TAG_NOUN || tag == NSP__TAG_ADJ);
    if (nsp__is_punct(q, i) || !name || q->mark_of[i] != q->mark_of[found->head] ||
        nsp__listed(q, i, NSP__CLASS_MONTH) || q->tokens[found->span.first].tag == NSP__TAG_PRON ||
        q->tokens[found->span.first].tag == NSP__TAG_DET)
      break;
    found->span.first = i;
  }
}

/* "…, and added that …" */
static bool follows_and(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  return cue->group.first > bounds.first && q->tokens[cue->group.first - 1].tag == NSP__TAG_CCONJ && !cue->infinitive;
}

/* The subject of the sentence: it speaks where the tree lost who does, "Roe shrugged and left, saying …". */
static nsp__source main_subject(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t top = cue->head;
  for (int i = 0; i < 4 * CLIMB; i++) {
    uint32_t up = nsp__head_of(q, top);
    if (up == NSP_NONE || up == top) break;
    top = up;
  }
  uint32_t s = nsp__dependent(q, top, SUBJECTS, 0);
  if (s == NSP_NONE || s >= cue->group.first || q->mark_of[s] != q->mark_of[cue->head]) return found;
  nsp__range r = nsp__subtree(q, s);
  if (r.first < bounds.first) r.first = bounds.first;
  if (r.end > cue->group.first) return found;
  r = nsp__trim_phrase(q, r);
  if (nsp__range_empty(r) || s < r.first || s >= r.end || r.end - r.first > LONGEST_SOURCE) return found;
  found = (nsp__source){r, s, false};
  return found;
}

/* A name that takes more words than the tree saw: "Orr | and Vane said", "officials familiar with | the matter said".
 */
static void widen(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found) {
  uint32_t end = found->span.end;
  while (end < cue->group.first && !found->inverted && !nsp__is_punct(q, end) &&
         (nsp__is_nominal(q, end) || q->tokens[end].tag == NSP__TAG_CCONJ || q->tokens[end].tag == NSP__TAG_ADP))
    end++;
  if (end == cue->group.first && !found->inverted) found->span.end = end;
  if (found->span.first > bounds.first && q->tokens[found->span.first - 1].tag == NSP__TAG_ADP && !found->inverted) {
    uint32_t head;
    nsp__range chunk = nsp__chunk_left(q, cue->group.first, bounds.first, &head);
    if (chunk.first < found->span.first && head != NSP_NONE) *found = (nsp__source){chunk, head, false};
  }
  uint32_t m = nsp__mention_from(q->document, found->span.first);
  for (int i = 0; i < CLIMB && m > 0; i++, m--) {
    const nsp__mention *mention = &q->document->mentions.items[m - 1];
    if (mention->full_first < bounds.first || mention->end > found->span.first) continue;
    if (mention->full_end < found->span.end || mention->full_end > cue->group.first || found->inverted) continue;
    found->span.first = mention->full_first;
    found->head = mention->head;
    return;
  }
}

/* The nearest subject on the left, where the tree gave it to some other verb: "Roe, in a note, on Friday called it …".
 * A verb with a tense between them would be its own; one without (saying, holding) shares it. */
static nsp__source nearest_subject(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  uint32_t v = cue->group.first;
  for (uint32_t i = v; i > bounds.first && v - i < LONGEST_SOURCE / 2; i--) {
    uint32_t k = i - 1, m = q->mark_of[k];
    if (m != NSP_NONE && q->mark_of[cue->head] == NSP_NONE && q->marked.items[m].span.end == i &&
        i - q->marked.items[m].span.first < CLIMB && q->marked.items[m].span.first > bounds.first) {
      i = q->marked.items[m].span.first + 1; /* "Roe “bristled” and said" */
      continue;
    }
    if (q->mark_of[k] != q->mark_of[cue->head]) break;
    if (nsp__has_rel(q, k, SUBJECTS) && nsp__head_of(q, k) > k) {
      if ((q->tokens[k].feats & NSP__FEAT_WH) && cue->gerund) continue;
      nsp__range r = nsp__subtree(q, k);
      if (r.first < bounds.first) r.first = bounds.first;
      if (r.end > v) r.end = v;
      if ((cue->tags & NSP__SAYS(SAY)) && is_agent(q, v - 1)) /* "An aide | responded by saying" */
        for (uint32_t n = k + 1; n < r.end; n++)
          if (q->tokens[n].tag == NSP__TAG_VERB) r.end = n;
      found = (nsp__source){nsp__trim_phrase(q, r), k, false};
      if (k < found.span.first || k >= found.span.end || nsp__listed(q, k, NSP__CLASS_MONTH))
        found = (nsp__source){{0, 0}, NSP_NONE, false};
      return found;
    }
    bool tensed = (q->tokens[k].tag == NSP__TAG_VERB || q->tokens[k].tag == NSP__TAG_AUX) &&
                  (q->tokens[k].feats & NSP__FEAT_FINITE);
    if ((tensed && !cue->gerund) || nsp__is_mark(q, k, NSP__MARK_SEMICOLON)) break;
  }
  return found;
}

/* "on suspicion of", "in a memo": a prepositional phrase says nothing, but "about four in ten" do. */
bool nsp__is_prepositional(const nsp__quoting *q, nsp__range r) {
  if (nsp__range_empty(r) || !q->tree.known) return false;
  uint32_t last = r.end - 1, up = nsp__head_of(q, last);
  bool stranded =
      up != NSP_NONE && up < last && q->tokens[up].tag == NSP__TAG_VERB; /* "Roe, whom she would vote for," */
  if (q->tokens[last].tag == NSP__TAG_ADP && !stranded) return true;
  return q->tokens[r.first].tag == NSP__TAG_ADP && r.first + 1 < r.end && q->tokens[r.first + 1].tag != NSP__TAG_NUM;
}

/* "Roe responded, “…”", "Roe shot back: “…”": a participle would lead to no speech, whatever the tagger says. */
static bool leads_to_speech(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  uint32_t i = cue->group.end;
  return i + 1 < bounds.end && (nsp__is_mark(q, i, NSP__MARK_COMMA) || nsp__is_mark(q, i, NSP__MARK_COLON)) &&
         q->mark_of[cue->head] == NSP_NONE && q->mark_of[i] == NSP_NONE && q->mark_of[i + 1] != NSP_NONE;
}

static nsp__source search(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

nsp__source nsp__find_source(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = q->tree.known ? nsp__controller(q, bounds, cue) : (nsp__source){{0, 0}, NSP_NONE, false};
  if (found.head != NSP_NONE) return found;
  found = search(q, bounds, cue);
  bool nobody = nsp__no_subject(q, cue, found.span);
  if (nsp__is_prepositional(q, found.span) || nobody) found = (nsp__source){{0, 0}, NSP_NONE, false};
  if (nobody && cue->gerund && q->tokens[cue->group.first - 1].tag == NSP__TAG_ADJ)
    return found; /* "it is worth noting" */
  nsp__leave_relative(q, bounds, cue, &found);
  if (q->tree.known) nsp__leave_restrictive(q, bounds, cue, &found);
  if (q->tree.known) nsp__nearer_subject(q, bounds, cue, &found);
  if (q->tree.known) nsp__own_subject(q, bounds, cue, &found);
  if (q->tree.known) nsp__take_main_subject(q, cue, &found);
  if (q->tree.known) nsp__take_nearest(q, bounds, cue, &found);
  if (q->tree.known) nsp__across_parenthesis(q, bounds, cue, &found);
  if (q->tree.known) nsp__behind_semicolon(q, bounds, cue, &found);
  if (q->tree.known) nsp__cut_at_tense(q, cue, &found);
  if (q->tree.known && nsp__range_empty(found.span) && cue->gerund && cue->group.first > bounds.first &&
      nsp__is_mark(q, cue->group.first - 1, NSP__MARK_COMMA))
    found = nsp__first_actor(q, bounds, cue);
  if (cue->gerund && found.span.first + 1 < found.span.end && nsp__names_role(q, "absolute", found.span.first))
    found.span.first++; /* "with one of her ads asking" */
  nsp__leave_label(q, bounds, &found);
  if (q->tree.known && cue->gerund) nsp__leave_tensed(q, &found);
  nsp__cut_time(q, &found);
  if (q->tree.known) nsp__whole_name(q, bounds, &found);
  if (q->tree.known && found.inverted) nsp__take_apposition(q, bounds, cue, &found);
  nsp__cut_aside(q, &found);
  return found;
}

static nsp__source search(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue) {
  nsp__source found = {{0, 0}, NSP_NONE, false};
  if (cue->inner != NSP_NONE) return (nsp__source){{cue->inner, cue->inner + 1}, cue->inner, true};
  if (!q->tree.known) return nsp__words_source(q, bounds, cue, may_be_inverted(q, bounds, cue));
  uint32_t v = cue->group.first;
  if (q->tokens[cue->head].tag == NSP__TAG_NOUN) { /* the tree took the verb for a noun: "…, experts warn" */
    found.span = nsp__chunk_left(q, v, bounds.first, &found.head);
    if (!nsp__range_empty(found.span)) return found;
  }
  found = from_tree(q, bounds, cue);
  if (!cue->passive && !cue->gerund && !cue->infinitive && beside_marks(q, bounds, cue, &found)) return found;
  if (nsp__is_inverted(q, bounds, cue, &found)) return found;
  if (nsp__subject_of_content(q, bounds, cue, &found)) found = (nsp__source){{0, 0}, NSP_NONE, false};
  if (nsp__is_prepositional(q, found.span)) found = (nsp__source){{0, 0}, NSP_NONE, false};
  if (nsp__no_subject(q, cue, found.span)) found = (nsp__source){{0, 0}, NSP_NONE, false};
  bool tells = (cue->tags & (NSP__SAYS(TELL) | NSP__SAYS(URGE))) && !(cue->tags & NSP__SAYS(SAY));
  if (found.inverted && tells &&
      (v == 0 || q->mark_of[v - 1] == NSP_NONE)) /* "Roe, the mayor, told the council": whom */
    found = (nsp__source){{0, 0}, NSP_NONE, false};
  if (found.inverted && !cue->gerund && !cue->infinitive && cue->group.end < bounds.end && opens_content(q, cue))
    found = (nsp__source){{0, 0}, NSP_NONE, false};
  nsp__leave_parenthesis(q, cue, &found);
  nsp__cut_at_verb(q, &found);
  if (found.head != NSP_NONE) {
    mend(q, bounds, &found);
    widen(q, bounds, cue, &found);
    nsp__widen_list(q, bounds, &found);
  }
  if (nsp__range_empty(found.span) && (cue->gerund || follows_and(q, bounds, cue)))
    found = main_subject(q, bounds, cue);
  if (q->tree.known && nsp__range_empty(found.span) && cue->gerund) found = nearest_subject(q, bounds, cue);
  if (!nsp__range_empty(found.span) || cue->passive || cue->gerund || cue->infinitive) return found;
  found = nsp__over_parenthesis(q, bounds, cue);
  if (!nsp__range_empty(found.span)) return found;
  if (may_be_inverted(q, bounds, cue)) {
    found.span = nsp__phrase_right(q, cue->group.end, bounds.end, &found.head);
    if (nsp__range_empty(found.span)) found.span = nsp__capitals_right(q, cue->group.end, bounds.end, &found.head);
    bool whom = found.span.end < bounds.end && nsp__is_mark(q, found.span.end, NSP__MARK_COLON) &&
                q->mark_of[v - 1] == NSP_NONE;
    bool object = found.head != NSP_NONE && (cue->tags & (NSP__SAYS(TOPIC) | NSP__SAYS(WRITE) | NSP__SAYS(URGE))) &&
                  q->mark_of[v - 1] == NSP_NONE && nsp__head_of(q, found.head) == cue->head &&
                  nsp__has_rel(q, found.head, OBJECTS) && /* "hosts a show, writes a column" */
                  !((cue->tags & NSP__SAYS(SAY)) &&
                    (q->tokens[found.head].tag == NSP__TAG_PROPN || nsp__is_lone_name(q, bounds, found.span)));
    uint32_t behind = found.span.end;
    bool subject = q->mark_of[v - 1] == NSP_NONE && behind < bounds.end && !nsp__range_empty(found.span) &&
                   (q->tokens[behind].tag == NSP__TAG_VERB || q->tokens[behind].tag == NSP__TAG_AUX) &&
                   (q->tokens[behind].feats & NSP__FEAT_FINITE) &&
                   !nsp__tensed_before(q, bounds.first, v); /* "half, 49%, say the town needs it" */
    bool thing = q->mark_of[v - 1] == NSP_NONE && found.head != NSP_NONE && nsp__is_mark(q, v - 1, NSP__MARK_DASH) &&
                 q->tokens[found.head].tag == NSP__TAG_NOUN && !nsp__can_speak(q, found.head); /* "— adds a number" */
    if (whom || object || subject || thing || (found.head != NSP_NONE && nsp__listed(q, found.head, NSP__CLASS_MONTH)))
      found = (nsp__source){{0, 0}, NSP_NONE, false}; /* "One man, on his way out, interrupted the mayor: “…”" */
    found.inverted = true;
    if (!nsp__range_empty(found.span)) return found;
    found.inverted = false;
  }
  if (nsp__head_of(q, cue->head) == cue->head || takes_object(q, cue->head))
    found = nsp__with_apposition(q, bounds, cue);
  if (!nsp__range_empty(found.span)) return found;
  bool finite = (q->tokens[cue->head].feats & NSP__FEAT_FINITE) || q->tokens[cue->head].tag != NSP__TAG_VERB ||
                cue->words.end - cue->words.first > 1 || cue->group.first < cue->words.first ||
                takes_object(q, cue->head) || leads_to_speech(q, bounds, cue) || nsp__only_verb(q, bounds, cue);
  if (finite) found.span = nsp__chunk_left(q, v, bounds.first, &found.head);
  if (finite && nsp__range_empty(found.span)) found = nsp__left_noun(q, bounds, cue);
  if (finite && nsp__range_empty(found.span)) found = nearest_subject(q, bounds, cue);
  return found;
}

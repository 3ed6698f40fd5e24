/* Noun phrases: the one that begins at a place, or ends at one. By the tree where there is one, else by the mentions,
 * by tags, by the row of words. */
#include "quote/source.h"
#include "quote/tree.h"

enum { CLIMB = 6, PHRASE_LOOK = 24 };

bool nsp__noun_by_list(const nsp__quoting *q, uint32_t i) {
  return nsp__listed(q, i, NSP__CLASS_MEDIUM_NOUN) || nsp__listed(q, i, NSP__CLASS_ROLE);
}

bool nsp__is_nominal(const nsp__quoting *q, uint32_t i) {
  unsigned tag = q->tokens[i].tag;
  if (tag == NSP__TAG_ADV) return nsp__noun_by_list(q, i); /* "a Clinton ally": words in -ly fool the tagger */
  if ((tag == NSP__TAG_VERB || tag == NSP__TAG_AUX) && (q->tokens[i].shape & NSP__SHAPE_CAPITAL)) {
    if (i > 0 && nsp__listed(q, i - 1, NSP__CLASS_TITLE)) return true; /* "Ms. Benning", "Beijing": names in -ing */
    uint32_t m = q->tokens[i].feats & NSP__FEAT_GERUND ? nsp__mention_at(q->document, i) : NSP_NONE;
    return m != NSP_NONE && q->document->mentions.items[m].form == NSP_MENTION_NAME;
  }
  return tag == NSP__TAG_NOUN || tag == NSP__TAG_PROPN || tag == NSP__TAG_PRON || tag == NSP__TAG_NUM ||
         tag == NSP__TAG_X || tag == NSP__TAG_SYM || tag == NSP__TAG_DET || tag == NSP__TAG_ADJ;
}

static bool opens_phrase_badly(const nsp__quoting *q, uint32_t i) {
  unsigned tag = q->tokens[i].tag;
  if (q->tokens[i].shape & NSP__SHAPE_OPEN_BRACKET) return true;
  if (nsp__is_punct(q, i)) return true;
  if (tag == NSP__TAG_SCONJ) return true;
  if (tag == NSP__TAG_PRON && (q->tokens[i].feats & NSP__FEAT_WH) && i + 1 < q->token_count) { /* "what others say" */
    unsigned next = q->tokens[i + 1].tag;
    return next == NSP__TAG_PRON || next == NSP__TAG_PROPN || next == NSP__TAG_DET || next == NSP__TAG_NOUN;
  }
  if ((tag == NSP__TAG_DET || tag == NSP__TAG_PRON) && i + 1 < q->token_count &&
      nsp__function(q, i, NSP__SAYS(COMPLEMENTISER))) { /* "that delegates", "that at least one" */
    uint32_t last = i + 1;                              /* of "government officials" */
    while (last + 1 < q->token_count && last < i + 4 && q->tokens[last].tag == NSP__TAG_NOUN &&
           q->tokens[last + 1].tag == NSP__TAG_NOUN)
      last++;
    if (q->tokens[last].tag == NSP__TAG_NOUN) return (q->tokens[last].feats & NSP__FEAT_PLURAL) != 0;
    unsigned next = q->tokens[i + 1].tag;
    return next == NSP__TAG_ADP || next == NSP__TAG_PRON || next == NSP__TAG_DET || next == NSP__TAG_PROPN;
  }
  if (tag == NSP__TAG_ADV) /* "though 32 percent" */
    return nsp__function(q, i, NSP__SAYS(CONJUNCTION)) && !nsp__function(q, i, NSP__SAYS(ARTICLE) | NSP__SAYS(ADVERB));
  if (tag == NSP__TAG_CCONJ) return !nsp__function(q, i, NSP__SAYS(ARTICLE)); /* "both sides" keeps its word */
  if (tag == NSP__TAG_NONE)
    return nsp__function(q, i, NSP__SAYS(CONJUNCTION) | NSP__SAYS(COMPLEMENTISER)) &&
           !nsp__function(q, i, NSP__SAYS(ARTICLE));
  return false;
}

nsp__range nsp__trim_phrase(const nsp__quoting *q, nsp__range r) {
  while (r.first < r.end && opens_phrase_badly(q, r.first)) r.first++;
  while (r.end > r.first && nsp__is_punct(q, r.end - 1) && !(q->tokens[r.end - 1].shape & NSP__SHAPE_CLOSE_BRACKET)) {
    uint32_t m = q->mark_of[r.end - 1]; /* "Roe, who called it “a farce,”": marks within it stay whole */
    if (m != NSP_NONE && q->marked.items[m].span.first > r.first && q->marked.items[m].span.end == r.end) break;
    r.end--;
  }
  return r;
}

/* A phrase that the tree broke off has no noun yet, "a | New Brook Times poll", or ends at a slash within a name, "the
 * Times | /CBS poll": it goes on over the nouns that follow. */
static void complete_phrase(const nsp__quoting *q, nsp__range *r, uint32_t end, uint32_t *head) {
  bool broken = true;
  for (uint32_t i = r->first; i < r->end && broken; i++)
    broken = q->tokens[i].tag == NSP__TAG_DET || q->tokens[i].tag == NSP__TAG_ADJ;
  while (r->end < end && r->end - r->first < PHRASE_LOOK) {
    const nsp__token *t = &q->tokens[r->end];
    bool slash = r->end + 1 < end && t->punct == NSP__MARK_SLASH &&
                 !((t[0].shape | t[1].shape) & NSP__SHAPE_SPACE_BEFORE) && nsp__is_nominal(q, r->end + 1);
    bool noun = t->tag == NSP__TAG_NOUN || t->tag == NSP__TAG_PROPN;
    bool last = t->tag == NSP__TAG_NOUN && t[-1].tag == NSP__TAG_PROPN && r->end + 1 < end && r->end > r->first &&
                nsp__is_mark(q, r->end + 1, NSP__MARK_COMMA); /* "a Lakeside Society | survey," */
    broken |= slash || last;
    if (!slash && (!broken || !(noun || t->tag == NSP__TAG_ADJ))) break;
    r->end += slash ? 2 : 1;
    if (noun || slash) *head = r->end - 1;
  }
}

nsp__range nsp__phrase_right(const nsp__quoting *q, uint32_t at, uint32_t end, uint32_t *head) {
  *head = NSP_NONE;
  if (at >= end) return nsp__no_range();
  if (q->tree.known) {
    uint32_t top = at;
    for (int i = 0; i < CLIMB; i++) { /* the highest noun of the phrase that begins here */
      uint32_t up = nsp__head_of(q, top);
      if (up == NSP_NONE || up == top || up < at || !nsp__is_nominal(q, up)) break;
      top = up;
    }
    if (!nsp__is_nominal(q, top)) return nsp__no_range();
    nsp__range r = {at, nsp__subtree(q, top).end};
    if (r.end > end) r.end = end;
    *head = top;
    complete_phrase(q, &r, end, head);
    return nsp__trim_phrase(q, r);
  }
  return nsp__words_right(q, at, end, head);
}

/* "were happy with the plan and | half said": what the preposition of a verb takes is no subject, but what is joined to
 * it can be. */
static uint32_t behind_object(const nsp__quoting *q, uint32_t preposition, nsp__range r) {
  uint32_t noun = nsp__head_of(q, preposition), over = noun == NSP_NONE ? NSP_NONE : nsp__head_of(q, noun);
  if (q->tokens[preposition].tag != NSP__TAG_ADP || over >= preposition || q->tokens[over].tag == NSP__TAG_NOUN ||
      nsp__function(q, preposition, NSP__SAYS(CONJUNCTION)))
    return r.first; /* "as Roe and Ng said", "people like Roe and Ng" */
  uint32_t joined = r.first;
  for (uint32_t k = r.first; k + 1 < r.end; k++)
    if (q->tokens[k].tag == NSP__TAG_CCONJ) joined = k + 1;
  return joined;
}

/* "three days after | Roe told us": before somebody and a verb it joins clauses, whatever the tagger says. */
static bool joins_clauses(const nsp__quoting *q, uint32_t i, uint32_t end) {
  unsigned next = q->tokens[i + 1].tag;
  return nsp__function(q, i, NSP__SAYS(CONJUNCTION)) && i + 1 < end &&
         (next == NSP__TAG_PROPN || next == NSP__TAG_PRON) && !nsp__is_month(q, i + 1);
}

/* A row of tagged words that can be one noun phrase: "the mayor of Springfield, Bob Ng". */
nsp__range nsp__chunk_left(const nsp__quoting *q, uint32_t end, uint32_t first, uint32_t *head) {
  uint32_t i = end;
  while (i > first && end - i < PHRASE_LOOK) {
    if (i > first + 2 && (q->tokens[i - 1].shape & NSP__SHAPE_CLOSE_BRACKET)) { /* "Sen. Ana Roe (D-Ohio) said" */
      uint32_t open = i - 1;
      while (open > first && i - open < 8 && !(q->tokens[open - 1].shape & NSP__SHAPE_OPEN_BRACKET)) open--;
      if (open == first || i - open >= 8) break;
      i = open - 1;
      continue;
    }
    if (nsp__listed(q, i - 1, NSP__CLASS_MONTH)) break;
    unsigned tag = q->tokens[i - 1].tag;
    bool joins = tag == NSP__TAG_ADP || tag == NSP__TAG_PART || tag == NSP__TAG_CCONJ;
    if ((!nsp__is_nominal(q, i - 1) && !(joins && i < end)) || q->mark_of[i - 1] != q->mark_of[end]) break;
    if (tag == NSP__TAG_ADP && (i - 1 == first || !nsp__is_nominal(q, i - 2))) break;
    if (tag == NSP__TAG_ADP && joins_clauses(q, i - 1, end)) break;
    i--;
    if (q->tokens[i].tag == NSP__TAG_PRON && i + 1 < end && !(q->tokens[i].feats & NSP__FEAT_POSSESSIVE)) break;
  }
  nsp__range r = nsp__trim_phrase(q, (nsp__range){i, end});
  if (i > first + 1 && q->mark_of[i - 1] == q->mark_of[end]) r.first = behind_object(q, i - 1, r);
  while (r.first < r.end && q->tokens[r.first].tag == NSP__TAG_ADP) r.first++;
  *head = NSP_NONE;
  for (uint32_t k = r.first; k < r.end; k++) {
    unsigned tag = q->tokens[k].tag;
    if (tag == NSP__TAG_NOUN || tag == NSP__TAG_PROPN || tag == NSP__TAG_PRON || tag == NSP__TAG_NUM) *head = k;
    if (*head != NSP_NONE && tag == NSP__TAG_ADP) break;
  }
  if (*head == NSP_NONE && r.end > r.first && (q->tokens[r.end - 1].shape & NSP__SHAPE_CAPITAL))
    *head = r.end - 1; /* a name */
  if (*head == NSP_NONE && r.end > r.first && q->tokens[r.end - 1].tag == NSP__TAG_ADJ &&
      nsp__mention_at(q->document, r.end - 1) != NSP_NONE)
    *head = r.end - 1; /* "the singer", taken for an adjective */
  return *head == NSP_NONE ? nsp__no_range() : r;
}

nsp__range nsp__phrase_left(const nsp__quoting *q, uint32_t end, uint32_t first, uint32_t *head) {
  *head = NSP_NONE;
  if (end <= first) return nsp__no_range();
  uint32_t last = end - 1;
  if (nsp__is_mark(q, last, NSP__MARK_COMMA) && last > first) last--; /* behind an apposition: "Roe, the mayor, said" */
  uint32_t m = nsp__mention_at(q->document, last);
  if (m == NSP_NONE) {
    uint32_t next = nsp__mention_from(q->document, last); /* the whole phrase may go on behind its core */
    if (next > 0 && q->document->mentions.items[next - 1].full_end > last) m = next - 1;
  }
  if (m != NSP_NONE) {
    for (int i = 0; i < CLIMB && m > 0; i++) { /* an apposition or a complement belongs to the mention before */
      const nsp__mention *before = &q->document->mentions.items[m - 1];
      if (before->full_first >= first && before->full_end >= last + 1)
        m--;
      else
        break;
    }
    const nsp__mention *mention = &q->document->mentions.items[m];
    if (mention->full_first >= first) {
      *head = mention->head;
      uint32_t start = mention->full_first;
      if (!q->tree.known && start > first && nsp__function(q, start - 1, NSP__SAYS(ARTICLE))) start--;
      return nsp__trim_phrase(q, (nsp__range){start, end});
    }
  }
  return nsp__words_left(q, last + 1, first, last + 1 < end, head);
}

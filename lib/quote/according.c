/* Phrases that name a source without a verb: "according to the ministry", "in her view", "reportedly". What was said is
 * the clause around them. */
#include "quote/attribute.h"
#include "quote/capital.h"
#include "quote/tree.h"

enum { POSSESSOR_WORDS = 12, LONGEST_CLAUSE = 400, MOST_JOINED = 3, VIEW_LOOK = 10 };

/* The clause that the phrase at `at` stands in begins with its sentence, or behind a semicolon or an open bracket. */
static uint32_t clause_start(const nsp__quoting *q, nsp__range bounds, uint32_t at) {
  uint32_t start = bounds.first, depth = 0;
  for (uint32_t i = at; i > bounds.first; i--) {
    if (at - i > LONGEST_CLAUSE) return i;
    const nsp__token *t = &q->tokens[i - 1];
    if (t->shape & NSP__SHAPE_CLOSE_BRACKET) depth++;
    if ((t->shape & NSP__SHAPE_OPEN_BRACKET) && depth-- == 0) return i;
    if (t->punct == NSP__MARK_SEMICOLON && !depth) return i;
  }
  return start;
}

static bool has_comma(const nsp__quoting *q, nsp__range phrase) {
  for (uint32_t i = phrase.first; i < phrase.end; i++)
    if (nsp__is_mark(q, i, NSP__MARK_COMMA)) return true;
  return false;
}

/* "…, so der Minister gegenüber der Zeitung, werde …": the end of what stands between the source and the comma that
 * ends the insertion; `at` when there is nothing of the kind. */
static uint32_t through_insertion(const nsp__quoting *q, nsp__range bounds, uint32_t at) {
  uint32_t i = at;
  if (q->tree.known || !nsp__capital_nouns(q)) return at;
  for (int n = 0; n < MOST_JOINED && i + 1 < bounds.end; n++) {
    uint32_t end = i;
    if (nsp__function(q, i, NSP__SAYS(PREPOSITION)))
      end = nsp__capital_phrase(q, i + 1, bounds.end, false);
    else if (nsp__function(q, i, NSP__SAYS(ADVERB)))
      end = i + 1;
    if (end <= i + 1 && !nsp__function(q, i, NSP__SAYS(ADVERB))) break;
    i = end;
  }
  return i > at && i < bounds.end && nsp__is_mark(q, i, NSP__MARK_COMMA) && q->mark_of[i] == NSP_NONE ? i : at;
}

bool nsp__draft_around(nsp__quoting *q, nsp__draft *draft, nsp__range bounds, nsp__range phrase) {
  uint32_t before = phrase.first, behind = phrase.end;
  while (before > bounds.first &&
         (nsp__is_punct(q, before - 1) || nsp__function(q, before - 1, NSP__SAYS(CONJUNCTION))) &&
         q->mark_of[before - 1] == NSP_NONE)
    before--;
  bool comma_before = before < phrase.first;
  if (comma_before) behind = through_insertion(q, bounds, behind);
  bool comma_behind = behind < bounds.end && nsp__is_mark(q, behind, NSP__MARK_COMMA);
  uint32_t end = nsp__text_end(q, bounds);
  if (end > behind + LONGEST_CLAUSE) end = behind + LONGEST_CLAUSE;
  bool leads = before == bounds.first || (comma_before && nsp__function(q, phrase.first - 1, NSP__SAYS(CONJUNCTION)));
  if (leads) return behind < end && nsp__draft_add(q, draft, (nsp__range){behind, end});
  uint32_t start = clause_start(q, bounds, phrase.first);
  if (start >= before) start = bounds.first;
  bool added = nsp__draft_add(q, draft, (nsp__range){start, before});
  bool between = !comma_before && !q->tree.known;                /* "steigt nach Angaben der Polizei weiter" */
  if (between && comma_behind && has_comma(q, phrase)) behind++; /* "soll laut Ute Roth, der Leiterin, bald" */
  if (between && behind < end && (!nsp__is_punct(q, behind) || q->mark_of[behind] != NSP_NONE))
    added |= nsp__draft_add(q, draft, (nsp__range){behind, end});
  if (comma_before && comma_behind && behind + 1 < end)
    added |= nsp__draft_add(q, draft, (nsp__range){behind + 1, end});
  return added;
}

static bool add_phrase(nsp__quoting *q, uint32_t sentence, nsp__range bounds, nsp__range cue, nsp__range source,
                       uint32_t head, nsp__range whole, nsp__quote_rule rule) {
  nsp__draft draft = nsp__draft_new(rule, sentence);
  draft.cue = cue;
  draft.cue_head = cue.first;
  draft.source = source;
  draft.source_head = nsp__range_empty(source) ? NSP_NONE : head;
  nsp__draft_around(q, &draft, bounds, whole);
  return nsp__draft_keep(q, &draft);
}

/* In front of its clause a source ends at the first comma, but for an apposition: "According to Roe, the mayor, …". */
static uint32_t cut_from_clause(const nsp__quoting *q, nsp__range bounds, nsp__range source) {
  uint32_t comma = source.first;
  while (comma < source.end && !nsp__is_mark(q, comma, NSP__MARK_COMMA)) comma++;
  if (comma >= source.end) return source.end;
  bool relative = comma + 1 < bounds.end && (q->tokens[comma + 1].feats & NSP__FEAT_WH);
  if (comma + 2 < bounds.end && q->tokens[comma + 1].tag == NSP__TAG_NUM &&
      !nsp__is_mark(q, comma + 2, NSP__MARK_COMMA))
    return comma; /* "According to a poll, 70 percent need help, and …" */
  uint32_t next = comma + 1;
  for (; next < bounds.end && !nsp__is_mark(q, next, NSP__MARK_COMMA); next++) {
    unsigned tag = q->tokens[next].tag;
    if (!relative && (tag == NSP__TAG_AUX || (tag == NSP__TAG_VERB && (q->tokens[next].feats & NSP__FEAT_FINITE))))
      return comma;
  }
  return next < bounds.end && next < source.end + 1 ? next : comma;
}

/* "According to two people | briefed on the talks, the sale …", "According to a report, | published on Friday, the firm
 * …": participles and phrases without a verb that has a tense belong to the source, up to the comma. */
static uint32_t through_participles(const nsp__quoting *q, nsp__range bounds, uint32_t end) {
  for (int n = 0; n < MOST_JOINED && end < bounds.end; n++) {
    bool comma = nsp__is_mark(q, end, NSP__MARK_COMMA);
    uint32_t i = end + comma, first = i;
    if (i >= bounds.end) break;
    const nsp__token *t = &q->tokens[i];
    bool participle = t->tag == NSP__TAG_VERB && ((t->feats & (NSP__FEAT_PARTICIPLE | NSP__FEAT_GERUND)) ||
                                                  (!comma && (t->feats & NSP__FEAT_PAST)));
    if (!participle && (comma || t->tag != NSP__TAG_ADJ)) break;
    while (i < bounds.end && i < first + VIEW_LOOK && !nsp__is_punct(q, i) && q->mark_of[i] == NSP_NONE &&
           (!(q->tokens[i].feats & NSP__FEAT_FINITE) || (participle && i == first)) &&
           q->tokens[i].tag != NSP__TAG_SCONJ)
      i++;
    if (i >= bounds.end || !nsp__is_mark(q, i, NSP__MARK_COMMA)) break;
    end = i;
  }
  return end;
}

/* "made according to plan", "grouped according to their age": behind a verb, without a comma, something that nobody
 * could ask says nothing. */
static bool is_manner(const nsp__quoting *q, nsp__range bounds, nsp__range cue, uint32_t head) {
  if (!q->tree.known || cue.first == bounds.first || nsp__is_punct(q, cue.first - 1)) return false;
  return nsp__mention_at(q->document, head) == NSP_NONE && !(q->tokens[head].shape & NSP__SHAPE_CAPITAL) &&
         !nsp__listed(q, head, NSP__CLASS_DOCUMENT) && !nsp__listed(q, head, NSP__CLASS_MEDIUM_NOUN) &&
         !(q->tokens[head].feats & NSP__FEAT_PLURAL);
}

/* Who is named behind a cue. */
static nsp__range source_right(const nsp__quoting *q, nsp__range bounds, uint32_t at, uint32_t *head) {
  if (q->tree.known || !nsp__capital_nouns(q)) return nsp__phrase_right(q, at, bounds.end, head);
  bool closed;
  uint32_t end = nsp__capital_subject(q, at, bounds.end, false, &closed);
  nsp__range source = nsp__without_speech(q, (nsp__range){at, closed ? end - 1 : end});
  if (!nsp__range_empty(source)) *head = nsp__capital_head(q, source);
  return source;
}

/* A verb of saying follows, small words looked over. */
static bool says_next(const nsp__quoting *q, uint32_t i, uint32_t end) {
  while (i < end && nsp__function(q, i, NSP__SAYS(AUXILIARY) | NSP__SAYS(CLITIC)) &&
         !nsp__function(q, i, NSP__SAYS(ARTICLE)))
    i++;
  return i < end && (nsp__listed(q, i, NSP__CLASS_CUE_VERB));
}

/* « Selon une source | proche du dossier, … »: in front of its clause a source whose nouns are not all known goes on to
 * the comma, when nothing between can be a verb or open a clause. */
static uint32_t to_comma(const nsp__quoting *q, nsp__range bounds, nsp__range source) {
  enum { MOST = 8 };
  if (q->tree.known || nsp__capital_nouns(q)) return source.end;
  for (uint32_t i = source.end; i < bounds.end && i < source.end + MOST; i++) {
    if (nsp__is_mark(q, i, NSP__MARK_COMMA)) return i;
    if (nsp__is_punct(q, i) || q->mark_of[i] != NSP_NONE || nsp__listed(q, i, NSP__CLASS_CUE_VERB)) break;
    uint64_t tags = nsp__tags_in(q, i, NSP__CLASS_FUNCTION);
    if (i == source.end && (tags & NSP__SAYS(ARTICLE)) && !(tags & NSP__SAYS(PREPOSITION))) break;
    if ((tags & (NSP__SAYS(AUXILIARY) | NSP__SAYS(CLITIC) | NSP__SAYS(NEGATION) | NSP__SAYS(CONJUNCTION) |
                 NSP__SAYS(COMPLEMENTISER) | NSP__SAYS(ADVERB))) &&
        !(tags & (NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION))))
      break;
  }
  return source.end;
}

/* "according to X", "laut X": the source follows. */
static bool with_source(nsp__quoting *q, uint32_t sentence, nsp__range bounds, nsp__range cue) {
  uint32_t head;
  if (!q->tree.known && nsp__in_property(q, "as", cue.first) && says_next(q, cue.end, bounds.end))
    return true; /* "según informó la policía" */
  nsp__range source = source_right(q, bounds, cue.end, &head);
  if (nsp__range_empty(source)) return true;
  if (is_manner(q, bounds, cue, head)) return true;
  if (cue.first <= bounds.first + 1) source.end = cut_from_clause(q, bounds, source);
  if (cue.first <= bounds.first + 1 && q->tree.known) source.end = through_participles(q, bounds, source.end);
  if (cue.first <= bounds.first + 1) source.end = to_comma(q, bounds, source);
  for (uint32_t i = source.first; i < source.end; i++)
    if (nsp__is_mark(q, i, NSP__MARK_DASH)) source.end = i;
  if (head >= source.end) head = source.end - 1;
  nsp__range whole = {cue.first, source.end};
  return add_phrase(q, sentence, bounds, cue, source, head, whole, NSP__RULE_ACCORDING);
}

/* "Dem Ministerium zufolge": the source stands before it. */
static bool source_before(nsp__quoting *q, uint32_t sentence, nsp__range bounds, nsp__range cue) {
  uint32_t head;
  nsp__range source = !q->tree.known && nsp__capital_nouns(q) ? nsp__capital_left(q, cue.first, bounds.first, &head)
                                                              : nsp__phrase_left(q, cue.first, bounds.first, &head);
  if (nsp__range_empty(source)) return true;
  return add_phrase(q, sentence, bounds, cue, source, head, (nsp__range){source.first, cue.end}, NSP__RULE_ACCORDING);
}

/* „Die Preise steigen, so der Minister.“: behind a clause and its comma, and what follows ends the clause. */
static bool closes_clause(const nsp__quoting *q, nsp__range bounds, nsp__range cue) {
  if (q->tree.known || !nsp__capital_nouns(q) || cue.first < bounds.first + 2 ||
      !nsp__is_mark(q, cue.first - 1, NSP__MARK_COMMA))
    return false;
  if (cue.end < bounds.end && q->mark_of[cue.end] != NSP_NONE &&
      nsp__has_small_words(q, &q->marked.items[q->mark_of[cue.end]]))
    return false; /* "Blieben sie, so „helfe ihnen keiner“": speech, and nobody's name */
  bool closed;
  uint32_t end = nsp__capital_subject(q, cue.end, bounds.end, true, &closed);
  if (end == cue.end || !nsp__nominative(q, cue.end)) return false;
  while (end < bounds.end && nsp__function(q, end, NSP__SAYS(ADVERB))) end++;
  return end >= bounds.end || nsp__is_punct(q, end);
}

/* "Nach ersten Schätzungen", "nach einem Bericht der Zeitung": any phrase with a noun of telling (language.txt:
 * told_nouns, the ends of such words) behind a preposition that can mean "according to". */
static bool told_by(nsp__quoting *q, uint32_t sentence, nsp__range bounds, uint32_t at, bool *found) {
  if (q->tree.known || !nsp__capital_nouns(q) || !nsp__in_property(q, "tellers", at)) return true;
  uint32_t end = nsp__capital_phrase(q, at + 1, bounds.end, false), noun = at + 1;
  while (noun < end && !nsp__ends_in(q, "told_nouns", noun) && !nsp__listed(q, noun, NSP__CLASS_DOCUMENT)) noun++;
  if (noun >= end) return true;
  for (uint32_t i = at + 1; i < noun; i++)
    if (nsp__function(q, i, NSP__SAYS(PREPOSITION))) return true; /* it hangs on another noun */
  *found = true;
  nsp__range source = nsp__without_speech(q, (nsp__range){at + 1, end});
  end = source.end;
  return add_phrase(q, sentence, bounds, (nsp__range){at, at + 1}, source, nsp__capital_head(q, source),
                    (nsp__range){at, end}, NSP__RULE_ACCORDING);
}

/* A view opens its clause, or stands between commas: no "question her judgment", no "believed in her account"; and who
 * holds it is a noun phrase, no "in New York and rolled her eyes". */
static bool is_view(const nsp__quoting *q, nsp__range bounds, nsp__range whole) {
  if (!q->tree.known) return true;
  for (uint32_t i = whole.first; i < whole.end; i++) {
    unsigned tag = q->tokens[i].tag;
    if (tag == NSP__TAG_VERB || tag == NSP__TAG_AUX || tag == NSP__TAG_SCONJ) return false;
  }
  if (whole.first == bounds.first || nsp__is_punct(q, whole.first - 1)) return true;
  unsigned before = q->tokens[whole.first - 1].tag;
  return before == NSP__TAG_SCONJ || before == NSP__TAG_CCONJ;
}

/* "in the minister's view": preposition, possessor, noun. */
static bool possessive(nsp__quoting *q, uint32_t sentence, nsp__range bounds, nsp__range noun, bool *found) {
  uint32_t i = noun.first, owner_end = noun.first;
  while (i > bounds.first && noun.first - i < POSSESSOR_WORDS && !nsp__is_punct(q, i - 1) &&
         !nsp__function(q, i - 1, NSP__SAYS(PREPOSITION)))
    i--;
  uint32_t owner = NSP_NONE;
  bool preposition = i > bounds.first && nsp__function(q, i - 1, NSP__SAYS(PREPOSITION));
  if (!preposition && noun.first > bounds.first) i = noun.first - 1; /* "jego zdaniem" */
  if (i == noun.first) return true;
  for (uint32_t k = i; k < noun.first; k++)
    if ((q->tokens[k].feats & NSP__FEAT_POSSESSIVE) ||
        (nsp__tags_in(q, k, NSP__CLASS_PRONOUN) & NSP__SAYS(POSSESSIVE))) {
      owner = k;
      owner_end = k + 1;
    }
  uint32_t start = preposition ? i - 1 : i;
  if (owner == NSP_NONE || !is_view(q, bounds, (nsp__range){start, noun.end})) return true;
  *found = true;
  nsp__range cue = {start, i}, source = {i, owner_end}, whole = {start, noun.end};
  if (!preposition) cue = noun;
  return add_phrase(q, sentence, bounds, cue, source, owner_end - i > 1 ? owner_end - 2 : owner, whole,
                    NSP__RULE_ACCORDING);
}

/* "Reportedly, the deal is dead", "The suspect allegedly stole a car": the adverb opens its clause or stands before the
 * verb that somebody is the subject of; "an allegedly stolen car", "allegedly false papers" have an article or no
 * subject before it. */
static bool is_of_clause(const nsp__quoting *q, nsp__range bounds, nsp__range cue) {
  if (cue.end >= bounds.end) return false;
  if (cue.first == bounds.first) return nsp__is_mark(q, cue.end, NSP__MARK_COMMA);
  const nsp__token *before = &q->tokens[cue.first - 1];
  if (before->tag == NSP__TAG_AUX) return true;
  bool noun = before->tag == NSP__TAG_NOUN || before->tag == NSP__TAG_PROPN || before->tag == NSP__TAG_PRON;
  unsigned next = q->tokens[cue.end].tag;
  return noun && (next == NSP__TAG_VERB || next == NSP__TAG_AUX || next == NSP__TAG_ADJ);
}

/* Where the tree does not know its verb: from the phrase before it, auxiliaries between, or from the comma behind it.
 */
static nsp__range loose_clause(const nsp__quoting *q, nsp__range bounds, nsp__range cue, uint32_t *behind) {
  uint32_t head, subject_end = cue.first;
  *behind = cue.end;
  if (!is_of_clause(q, bounds, cue)) return nsp__no_range();
  if (cue.first == bounds.first) return (nsp__range){++*behind, nsp__text_end(q, bounds)};
  while (subject_end > bounds.first && q->tokens[subject_end - 1].tag == NSP__TAG_AUX) subject_end--;
  nsp__range subject = nsp__chunk_left(q, subject_end, bounds.first, &head);
  if (nsp__range_empty(subject)) return subject;
  return (nsp__range){subject.first, nsp__content_end(q, bounds, NSP_NONE, cue.end, NSP_NONE, false)};
}

/* "reportedly": the clause of its verb. */
static bool hearsay(nsp__quoting *q, uint32_t sentence, nsp__range bounds, nsp__range cue) {
  uint32_t verb = nsp__head_of(q, cue.first), behind = cue.end;
  bool known = verb != NSP_NONE && verb != cue.first && q->tokens[verb].tag == NSP__TAG_VERB &&
               !nsp__is_mark(q, cue.end, NSP__MARK_COMMA);
  nsp__range clause = known ? nsp__subtree(q, verb) : loose_clause(q, bounds, cue, &behind);
  if (nsp__range_empty(clause)) return true;
  if (known) clause.end = nsp__content_end(q, bounds, verb, cue.end, verb, false);
  nsp__draft draft = nsp__draft_new(NSP__RULE_HEARSAY, sentence);
  draft.cue = cue;
  draft.cue_head = cue.first;
  draft.flags = NSP_QUOTE_ANONYMOUS;
  if (clause.first < cue.first) nsp__draft_add(q, &draft, (nsp__range){clause.first, cue.first});
  if (behind < clause.end) nsp__draft_add(q, &draft, (nsp__range){behind, clause.end});
  return nsp__draft_keep(q, &draft);
}

bool nsp__opens_view(const nsp__quoting *q, nsp__range bounds, nsp__range cue) {
  bool opens = cue.first == bounds.first || nsp__is_mark(q, cue.first - 1, NSP__MARK_DASH) ||
               nsp__is_mark(q, cue.first - 1, NSP__MARK_HYPHEN);
  if (!opens || cue.end >= bounds.end) return false; /* behind a dateline, too */
  const nsp__mention *items = q->document->mentions.items;
  uint32_t count = q->document->mentions.count, m = nsp__mention_from(q->document, cue.end);
  if (m >= count || items[m].full_first > cue.end + 1) return false;
  uint32_t end = items[m].full_end;
  bool person = items[m].kind == NSP_ENTITY_PERSON || items[m].role_first < items[m].role_end,
       named = items[m].name_first < items[m].name_end;
  for (int i = 0; i < MOST_JOINED && m + 1 < count; i++, m++) { /* "il sindaco | di Milano | Anna Roy" */
    bool joined = items[m + 1].full_first == end ||
                  (items[m + 1].full_first == end + 1 && nsp__function(q, end, NSP__SAYS(PREPOSITION)));
    if (!joined) break;
    end = items[m + 1].full_end;
  }
  if (end + 1 >= bounds.end) return false;
  bool marks =
      q->mark_of[end] != NSP_NONE || (nsp__is_mark(q, end, NSP__MARK_COMMA) && q->mark_of[end + 1] != NSP_NONE);
  if (!person && !(named && marks)) return false;
  for (uint32_t i = end; i < bounds.end && i < end + VIEW_LOOK && named && !marks; i++) /* "la legge è «inutile»" */
    marks = q->mark_of[i] != NSP_NONE && q->mark_of[i - 1] == NSP_NONE && !nsp__is_punct(q, i - 1);
  return marks || nsp__is_mark(q, end, NSP__MARK_COMMA);
}

bool nsp__attribute_phrases(nsp__quoting *q, uint32_t sentence, nsp__range part) {
  nsp__range s = nsp__sentence_range(q, sentence);
  bool none = q->tree.known; /* then only what the lists have counts */
  for (uint32_t k = nsp__first_listing(q, part.first); none && k < q->listings.count; k++) {
    if (q->listings.items[k].token >= part.end) return true;
    if (q->may[q->listings.items[k].token] & NSP__MAY_ADVERB) none = false;
  }
  if (none) return true;
  for (uint32_t i = part.first; i < part.end; i++) {
    const nsp__record *record = NULL;
    if ((q->tree.known && !(q->may[i] & NSP__MAY_ADVERB)) || q->mark_of[i] != NSP_NONE) continue;
    nsp__range cue = nsp__match(q, i, s.end, NSP__CLASS_CUE_ADVERB, &record);
    bool told = false;
    if (nsp__range_empty(cue) || cue.end == i + 1) {
      if (!told_by(q, sentence, s, i, &told)) return false;
      if (told) continue;
    }
    if (nsp__range_empty(cue)) continue;
    bool weak = (record->tags & NSP__SAYS(WEAK)) != 0, kept = true;
    if (i > s.first && !q->tree.known && nsp__function(q, i - 1, NSP__SAYS(ARTICLE)) &&
        (record->tags & NSP__SAYS(PREPOSITION)))
      continue; /* "il secondo tempo": no preposition */
    bool owned = false;
    bool behind_marks =
        cue.first > 1 && nsp__is_mark(q, cue.first - 1, NSP__MARK_COMMA) && q->mark_of[cue.first - 2] != NSP_NONE;
    if (weak && (record->tags & NSP__SAYS(SUFFIX))) {
      if ((behind_marks || closes_clause(q, s, cue)) && !with_source(q, sentence, s, cue)) return false;
      continue;
    }
    if (record->tags & NSP__SAYS(SUFFIX)) kept = source_before(q, sentence, s, cue);
    if (record->tags & NSP__SAYS(POSSESSIVE))
      kept = possessive(q, sentence, s, cue, &owned);
    else if (record->tags & NSP__SAYS(ANONYMOUS))
      kept = hearsay(q, sentence, s, cue);
    if (!owned && (record->tags & NSP__SAYS(PREPOSITION)) && (!weak || nsp__opens_view(q, s, cue)))
      kept = with_source(q, sentence, (nsp__range){weak ? cue.first : s.first, s.end}, cue);
    if (!kept) return false;
    i = cue.end - 1;
  }
  return true;
}

#include "entity/sources.h"

#include <stdlib.h>
#include <string.h>

#include "entity/key.h"
#include "syntax/tags.h"

#define MOST_SOURCE 40u /* tokens of a source between its head and the name that closes it */
#define LONGEST_ANTECEDENT 6u
#define DEEPEST_QUOTE 4u /* quotations within quotations, whose words are marked as theirs */

/* "Councilman Frank Dubois, one of the three who voted no": a source that opens with a name and a comma is who the name
 * says, whichever word behind the comma the tree hangs it on. NSP_NONE when it opens otherwise. */
static uint32_t opening_name(const nsp_document *d, const nsp__quote *q, uint32_t head) {
  uint32_t first = nsp__mention_from(d, q->source.first);
  if (first >= d->mentions.count) return NSP_NONE;
  const nsp__mention *m = &d->mentions.items[first];
  if (m->first != q->source.first || m->form != NSP_MENTION_NAME || m->flags & NSP__MENTION_POSSESSIVE) return NSP_NONE;
  if (m->end >= q->source.end || head <= m->end) return NSP_NONE;
  const nsp__token *behind = &d->tokens.items[m->end]; /* "Sen. Ann Roe (R-Ohio)" as well */
  return behind->punct == NSP__MARK_COMMA || behind->shape & NSP__SHAPE_OPEN_BRACKET ? first : NSP_NONE;
}

/* "The head of the fund behind the campaign, Ann Roe", "one of her advisers, Bob Ng": a source that closes with a comma
 * and a person's name, and nothing between that the name could belong to instead, is who the name says. */
static uint32_t closing_name(const nsp_document *d, const nsp__quote *q, uint32_t head) {
  uint32_t end = q->source.end, commas = 0;
  if (end > q->source.first && d->tokens.items[end - 1].punct == NSP__MARK_COMMA) end--;
  uint32_t last = end > head ? nsp__mention_at(d, end - 1) : NSP_NONE;
  if (last == NSP_NONE || last == 0 || end - head > MOST_SOURCE) return NSP_NONE;
  const nsp__mention *m = &d->mentions.items[last], *before = m - 1;
  if (m->form != NSP_MENTION_NAME || m->name_end - m->name_first < 2 || m->first <= head + 1) return NSP_NONE;
  if (m->kind != NSP_ENTITY_PERSON && m->kind != NSP_ENTITY_UNKNOWN) return NSP_NONE;
  if (d->tokens.items[m->first - 1].punct != NSP__MARK_COMMA) return NSP_NONE;
  for (uint32_t i = q->source.first; i < m->first; i++) commas += d->tokens.items[i].punct == NSP__MARK_COMMA;
  if (commas != 1) return NSP_NONE; /* a list */
  uint32_t at = nsp__mention_at(d, head);
  if (at != NSP_NONE && (d->mentions.items[at].form == NSP_MENTION_NAME || at == last ||
                         d->mentions.items[at].number == NSP_NUMBER_PLURAL))
    return NSP_NONE;
  if (d->tokens.items[head].feats & NSP__FEAT_PLURAL) return NSP_NONE;
  bool other = before->first > head && before->flags & NSP__MENTION_PERSONAL && before->end + 1 == m->first &&
               before->form == NSP_MENTION_NOMINAL && before->number == NSP_NUMBER_SINGULAR;
  return other ? NSP_NONE : last; /* "a lawyer for the actor, Ann Roe": the actor's name */
}

/* "A source close to the bank", whose tree hangs on the adjective: the mention that it opens with, or NSP_NONE. */
static uint32_t opening_nominal(const nsp_document *d, const nsp__quote *q, uint32_t head) {
  unsigned tag = d->tokens.items[head].tag;
  bool noun = tag != NSP__TAG_ADJ && tag != NSP__TAG_ADV && tag != NSP__TAG_VERB;
  uint32_t first = nsp__mention_from(d, q->source.first);
  if (first >= d->mentions.count) return NSP_NONE;
  const nsp__mention *m = &d->mentions.items[first];
  if (noun && !(m->flags & NSP__MENTION_ANONYMOUS)) return NSP_NONE; /* that "close" is taken for a noun, too */
  bool opens = m->first == q->source.first && m->end <= head && !(m->flags & NSP__MENTION_POSSESSIVE);
  return opens && m->form == NSP_MENTION_NOMINAL ? first : NSP_NONE;
}

/* "Sen. Ann Roe (D-Ohio) has said": the party's state in brackets is not who speaks, but the person right before. */
static uint32_t before_bracket(const nsp_document *d, uint32_t head) {
  const nsp__mention *m = &d->mentions.items[head];
  if (head == 0 || m->form != NSP_MENTION_NAME || m[-1].form != NSP_MENTION_NAME || m[-1].end + 1 != m->first)
    return head;
  return d->tokens.items[m->first - 1].shape & NSP__SHAPE_OPEN_BRACKET && m[-1].kind == NSP_ENTITY_PERSON ? head - 1
                                                                                                          : head;
}

/* "The secretary of state's website": what is owned, within the source, and not its owner. */
static uint32_t behind_owner(const nsp_document *d, const nsp__quote *q, uint32_t head) {
  const nsp__mention *items = d->mentions.items;
  bool owner = items[head].flags & NSP__MENTION_POSSESSIVE && items[head].form != NSP_MENTION_PRONOUN;
  bool owns = owner && head + 1 < d->mentions.count && items[head + 1].possessor == head;
  return owns && items[head + 1].end <= q->source.end ? head + 1 : head;
}

/* "a juggler who said": the words before a relative pronoun that no list knows. */
static uint32_t before_relative(const nsp_document *d, uint32_t head) {
  const nsp__mention *m = &d->mentions.items[head];
  if (!(m->flags & NSP__MENTION_RELATIVE) || m->same != NSP_NONE || head == 0) return head;
  bool comma = d->tokens.items[m->first - 1].punct == NSP__MARK_COMMA;
  return m[-1].form == NSP_MENTION_NOMINAL && m[-1].end + comma == m->first ? head - 1 : head;
}

uint32_t nsp__quote_source(const nsp_document *d, uint32_t quote) {
  const nsp__quote *q = &d->quotes.items[quote];
  if (q->said_of.first < q->said_of.end) {
    uint32_t first = nsp__mention_from(d, q->said_of.first);
    return first < d->mentions.count && d->mentions.items[first].first < q->said_of.end ? first : NSP_NONE;
  }
  if (q->source.first < q->source.end) {
    uint32_t name = q->source_head == NSP_NONE ? NSP_NONE : opening_name(d, q, q->source_head);
    if (name == NSP_NONE && q->source_head != NSP_NONE) name = closing_name(d, q, q->source_head);
    if (name == NSP_NONE && q->source_head != NSP_NONE) name = opening_nominal(d, q, q->source_head);
    if (name != NSP_NONE) return name;
    uint32_t head = q->source_head == NSP_NONE ? NSP_NONE : nsp__mention_at(d, q->source_head);
    if (head != NSP_NONE) return behind_owner(d, q, before_relative(d, before_bracket(d, head)));
    uint32_t first = nsp__mention_from(d, q->source.first);
    return first < d->mentions.count && d->mentions.items[first].first < q->source.end ? first : NSP_NONE;
  }
  if (q->speaker_of != NSP_NONE || q->cue_head == NSP_NONE) return NSP_NONE;
  uint32_t silent = nsp__mention_at(d, q->cue_head);
  return silent != NSP_NONE && d->mentions.items[silent].form == NSP_MENTION_SILENT ? silent : NSP_NONE;
}

static bool silent_subjects(const nsp_language *pack) {
  const char *value = nsp__pack_property(pack, "subjects");
  return value && strcmp(value, "silent") == 0;
}

static nsp__mention blank(const nsp__quote *q, uint32_t first, uint32_t end, uint32_t head) {
  nsp__mention m;
  memset(&m, 0, sizeof m);
  m.first = m.full_first = m.name_first = m.name_end = m.role_first = m.role_end = first;
  m.end = m.full_end = end;
  m.head = head;
  m.sentence = q->sentence;
  m.possessor = m.same = m.quote = m.entity = NSP_NONE;
  m.person = 3;
  return m;
}

/* "varoval", "varovala": the past tense of some languages tells the gender of a subject that is left out. */
static uint8_t gender_of_verb(const nsp__analysis *a, const nsp__token *verb) {
  const char *word = a->text + verb->start;
  if (nsp__has_ending(nsp__pack_property(a->language, "verbs-female"), word, verb->end - verb->start))
    return NSP_GENDER_FEMALE;
  if (nsp__has_ending(nsp__pack_property(a->language, "verbs-male"), word, verb->end - verb->start))
    return NSP_GENDER_MALE;
  return NSP_GENDER_UNKNOWN;
}

/* "The Daily Post, which reported it": which means the mention right before it, or nobody. */
static nsp__mention relative_mention(const nsp_document *d, const nsp__quote *q, uint32_t head) {
  nsp__mention m = blank(q, head, head + 1, head);
  m.form = NSP_MENTION_PRONOUN;
  m.flags |= NSP__MENTION_RELATIVE | NSP__MENTION_SUBJECT;
  uint32_t end = head > 0 && d->tokens.items[head - 1].punct == NSP__MARK_COMMA ? head - 1 : head;
  uint32_t before = nsp__mention_from(d, end);
  if (before > 0 && d->mentions.items[before - 1].full_end == end) m.same = before - 1;
  return m;
}

/* "ein Kommentar, der …": an untagged word alone behind a comma that the pack says may be a relative pronoun. */
static bool is_relative(const nsp__analysis *a, const nsp__quote *q, uint32_t head) {
  const nsp__token *t = &a->document->tokens.items[head];
  if (t->tag != NSP__TAG_NONE || q->source.end != q->source.first + 1 || head == 0 ||
      a->document->tokens.items[head - 1].punct != NSP__MARK_COMMA)
    return false;
  size_t length = t->end - t->start;
  for (const char *w = nsp__property_may_list(a->language, "relatives", t->hash); w && *w;) {
    size_t n = strcspn(w, " ");
    if (n == length && memcmp(w, a->text + t->start, n) == 0) return true;
    w += n + (w[n] == ' ');
  }
  return false;
}

/* A source that the word lists know nothing of: a name when it is written as one, else a noun. */
static nsp__mention source_mention(const nsp__analysis *a, const nsp__quote *q, uint32_t head) {
  const nsp_document *d = a->document;
  if (d->tokens.items[head].feats & NSP__FEAT_WH || is_relative(a, q, head)) return relative_mention(d, q, head);
  uint32_t first = q->source.first, end = q->source.end;
  if (head + 1 < end && d->tokens.items[head + 1].punct == NSP__MARK_COMMA &&
      d->tokens.items[head].tag == NSP__TAG_NONE)
    end = head + 1; /* an apposition follows */
  uint32_t next = nsp__mention_from(d, head);
  if (next < d->mentions.count && d->mentions.items[next].first < end && d->mentions.items[next].first > head)
    end = d->mentions.items[next].first;
  if (next > 0 && d->mentions.items[next - 1].end > first && d->mentions.items[next - 1].end <= head)
    first = d->mentions.items[next - 1].end;
  if (end <= first) end = first + 1; /* the head may stand before its source */
  while (first + 1 < end && (d->tokens.items[first].feats & NSP__FEAT_POSSESSIVE))
    first++; /* "Britain's biggest union" */
  uint32_t full_end = end > q->source.end ? end : q->source.end;
  for (uint32_t i = (head > first ? head : first) + 1; i < end; i++) /* "54 percent" of readers, "a story" by Ann Roe */
    if (d->tokens.items[i].tag == NSP__TAG_ADP) end = i;
  bool joined = false; /* "Schumer | and Pelosi" */
  for (uint32_t i = head + 1; i < end && !joined; i++)
    if (d->tokens.items[i].tag == NSP__TAG_CCONJ) {
      joined = next < d->mentions.count && d->mentions.items[next].full_first == i + 1;
      full_end = end = i;
    }
  nsp__mention m = blank(q, first, end, head);
  if (joined) m.flags |= NSP__MENTION_JOINED;
  if (end < full_end && d->tokens.items[end].tag == NSP__TAG_ADP) m.full_end = full_end;
  const nsp__token *t = &d->tokens.items[head];
  m.form = NSP_MENTION_NOMINAL;
  m.number = t->feats & NSP__FEAT_PLURAL ? NSP_NUMBER_PLURAL : NSP_NUMBER_SINGULAR;
  m.concept = t->hash + !t->hash;
  if (nsp__has_ending(nsp__pack_property(a->language, "nouns-female"), a->text + t->start, t->end - t->start))
    m.gender = NSP_GENDER_FEMALE; /* "the Frenchwoman" */
  else if (nsp__has_ending(nsp__pack_property(a->language, "nouns-male"), a->text + t->start, t->end - t->start))
    m.gender = NSP_GENDER_MALE;
  if (t->shape & NSP__SHAPE_DIGIT && t->shape & NSP__SHAPE_JOINED) m.age = nsp__age_of(a->text, t);
  const nsp__lexeme *lexeme = nsp__pack_lexeme(a->language, d->tokens.items[first].word);
  bool behind = first == head && next > 0 && first > q->source.first && d->mentions.items[next - 1].end == first &&
                d->mentions.items[next - 1].first == q->source.first; /* "the paper" of "the paper maker" */
  if (behind) lexeme = nsp__pack_lexeme(a->language, d->tokens.items[q->source.first].word);
  if (lexeme && lexeme->tags & NSP__SAYS(ARTICLE))
    m.flags |= lexeme->tags & NSP__SAYS(INDEFINITE) ? NSP__MENTION_INDEFINITE : NSP__MENTION_DEFINITE;
  if (t->shape & NSP__SHAPE_CAPITAL && t->tag != NSP__TAG_NUM && head + 1 >= end &&
      !(lexeme && lexeme->tags & NSP__SAYS(ARTICLE))) {
    m.form = NSP_MENTION_NAME;
    m.name_first = first, m.name_end = end;
    m.concept = 0;
  }
  m.flags |= NSP__MENTION_SUBJECT;
  return m;
}

/* The noun right before a relative pronoun, with what stands before it: "a juggler who". False when it is in a mention,
 * or no noun. Bound: LONGEST_ANTECEDENT tokens. */
static bool antecedent(const nsp__analysis *a, const nsp__quote *q, uint32_t head, nsp__mention *m) {
  const nsp_document *d = a->document;
  const nsp__token *tokens = d->tokens.items;
  uint32_t next = nsp__mention_from(d, head), begin = d->sentence_tokens.items[q->sentence];
  uint32_t end = head > begin && tokens[head - 1].punct == NSP__MARK_COMMA ? head - 1 : head;
  if (end <= begin) return false;
  unsigned noun = tokens[end - 1].tag;
  if (noun != NSP__TAG_NOUN && noun != NSP__TAG_PRON && noun != NSP__TAG_NUM) return false;
  if (next > 0 && d->mentions.items[next - 1].end > begin) begin = d->mentions.items[next - 1].end;
  uint32_t first = end - 1;
  if (begin > first) return false;
  while (first > begin && end - first < LONGEST_ANTECEDENT &&
         (tokens[first - 1].tag == NSP__TAG_ADJ || tokens[first - 1].tag == NSP__TAG_NOUN ||
          tokens[first - 1].tag == NSP__TAG_NUM || tokens[first - 1].tag == NSP__TAG_DET))
    first--;
  *m = blank(q, first, end, end - 1);
  m->form = NSP_MENTION_NOMINAL;
  m->number = tokens[end - 1].feats & NSP__FEAT_PLURAL ? NSP_NUMBER_PLURAL : NSP_NUMBER_SINGULAR;
  m->concept = tokens[end - 1].hash + !tokens[end - 1].hash;
  m->flags |= NSP__MENTION_INDEFINITE; /* the clause says which: nobody of before */
  return true;
}

static int by_place(const void *a, const void *b) {
  const nsp__mention *x = a, *y = b;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* Merges new mentions into the list, which stays in order and free of overlaps. */
static nsp_status merge(nsp_document *d, nsp__mention *added, uint32_t count) {
  qsort(added, count, sizeof *added, by_place);
  uint32_t old = d->mentions.count, total = old + count;
  uint32_t *moved = nsp__arena_alloc(&d->scratch, ((size_t)old + 1) * sizeof *moved);
  if (!moved || !nsp__array_reserve(&d->arena, &d->mentions, count)) return NSP_ERROR_NO_MEMORY;
  nsp__mention *items = d->mentions.items;
  uint32_t i = old, j = count, to = total;
  while (j > 0 || i > 0) {
    if (j > 0 && (i == 0 || added[j - 1].first >= items[i - 1].end))
      items[--to] = added[--j];
    else {
      items[--to] = items[--i];
      moved[i] = to;
    }
  }
  d->mentions.count = total;
  for (uint32_t k = 0; k < total; k++) {
    if (items[k].possessor != NSP_NONE) items[k].possessor = moved[items[k].possessor];
    if (items[k].same != NSP_NONE) items[k].same = moved[items[k].same];
  }
  return nsp__place_mentions(d) ? NSP_OK : NSP_ERROR_NO_MEMORY;
}

static bool overlaps_last(const nsp__mention *added, uint32_t count, uint32_t head) {
  return count && added[count - 1].first <= head && added[count - 1].end > head;
}

nsp_status nsp__add_source_mentions(nsp__analysis *a) {
  nsp_document *d = a->document;
  bool silent = silent_subjects(a->language);
  nsp__mention *added = nsp__arena_alloc(&d->scratch, ((size_t)d->quotes.count + 1) * sizeof *added);
  if (!added) return NSP_ERROR_NO_MEMORY;
  uint32_t count = 0;
  for (uint32_t i = 0; i < d->quotes.count; i++) {
    const nsp__quote *q = &d->quotes.items[i];
    bool source = q->source.first < q->source.end;
    if (source && q->said_of.first < q->said_of.end) continue; /* "A:", and the text names who answers */
    uint32_t head = source ? (q->source_head == NSP_NONE ? q->source.end - 1 : q->source_head) : q->cue_head;
    uint32_t known = head == NSP_NONE ? NSP_NONE : nsp__mention_at(d, head);
    if (source && known != NSP_NONE && d->mentions.items[known].flags & NSP__MENTION_RELATIVE &&
        d->mentions.items[known].same == NSP_NONE && !overlaps_last(added, count, head > 1 ? head - 2 : 0)) {
      if (antecedent(a, q, head, &added[count])) count++;
      continue;
    }
    if (head == NSP_NONE || known != NSP_NONE || overlaps_last(added, count, head)) continue;
    if (source && opening_nominal(d, q, head) != NSP_NONE) continue;
    if (source)
      added[count++] = source_mention(a, q, head);
    else if (silent && q->speaker_of == NSP_NONE && q->said_of.first == q->said_of.end) {
      added[count] = blank(q, head, head + 1, head);
      added[count].form = NSP_MENTION_SILENT;
      added[count].gender = gender_of_verb(a, &d->tokens.items[head]);
      added[count++].flags |= NSP__MENTION_SUBJECT;
    }
  }
  if (!count) return NSP_OK;
  qsort(added, count, sizeof *added, by_place);
  uint32_t kept = 1;
  for (uint32_t i = 1; i < count; i++)
    if (added[i].first >= added[kept - 1].end) added[kept++] = added[i];
  return merge(d, added, kept);
}

void nsp__mark_quoted(nsp_document *d) {
  for (uint32_t i = 0; i < d->quotes.count; i++) {
    const nsp__quote *q = &d->quotes.items[i];
    uint32_t depth = 0;
    for (uint32_t p = q->quote.parent; p != NSP_NONE && p < i && depth <= DEEPEST_QUOTE;
         p = d->quotes.items[p].quote.parent)
      depth++;
    if (depth > DEEPEST_QUOTE) continue;
    uint32_t m = nsp__mention_from(d, q->content.first); /* the pieces stand in order */
    for (uint32_t piece = 0; piece < q->quote.content.count; piece++) {
      nsp_span span = q->quote.content.items[piece];
      for (; m < d->mentions.count; m++) {
        nsp__mention *mention = &d->mentions.items[m];
        if (mention->first >= q->content.end || d->tokens.items[mention->first].start >= span.end) break;
        if (d->tokens.items[mention->first].start < span.start) continue;
        mention->quote = i;
        if (q->quote.kind != NSP_QUOTE_INDIRECT) mention->flags |= NSP__MENTION_QUOTED;
      }
    }
  }
}

/* "The bureau openly broke federal law": the words before a noun that turn out to be a clause are not its own. */
static void leave_clause(const nsp_document *d, nsp__mention *m) {
  for (uint32_t i = m->head; i > m->first; i--) {
    const nsp__token *t = &d->tokens.items[i - 1];
    if ((t->tag != NSP__TAG_VERB && t->tag != NSP__TAG_AUX) || !(t->feats & NSP__FEAT_FINITE)) continue;
    if (m->full_first == m->first) m->full_first = i;
    m->first = m->name_first = m->name_end = m->role_first = m->role_end = i;
    m->flags &= (uint16_t) ~(NSP__MENTION_DEFINITE | NSP__MENTION_INDEFINITE);
    return;
  }
}

void nsp__mark_subjects(nsp_document *d) {
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    nsp__mention *m = &d->mentions.items[i];
    if (m->form == NSP_MENTION_NOMINAL && m->head - m->first > 1 && m->head < m->end) leave_clause(d, m);
    uint32_t head = m->first;
    while (head < m->end && d->tokens.items[head].head >= m->first && d->tokens.items[head].head < m->end &&
           d->tokens.items[head].head != head)
      head++;
    if (head == m->end) continue;
    unsigned rel = d->tokens.items[head].rel;
    if (rel == NSP__REL_NONE || m->form == NSP_MENTION_SILENT) continue;
    bool subject = rel == NSP__REL_NSUBJ || rel == NSP__REL_NSUBJ_PASS || rel == NSP__REL_ROOT;
    bool object = rel == NSP__REL_OBJ || rel == NSP__REL_IOBJ || rel == NSP__REL_OBL || rel == NSP__REL_NMOD;
    if (!subject && !object) continue; /* what the words around it tell stays */
    m->flags &= (uint16_t) ~(NSP__MENTION_SUBJECT | NSP__MENTION_OBJECT);
    m->flags |= subject ? NSP__MENTION_SUBJECT : NSP__MENTION_OBJECT;
    unsigned verb = rel == NSP__REL_ROOT ? NSP__REL_ROOT : d->tokens.items[d->tokens.items[head].head].rel;
    m->embedded = subject && (verb == NSP__REL_ADVCL || verb == NSP__REL_CCOMP || verb == NSP__REL_ACL ||
                              verb == NSP__REL_ACL_RELCL);
  }
}

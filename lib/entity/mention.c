#include "entity/mention.h"

#include <string.h>

#include "entity/finder.h"
#include "text/fold.h"

/* --- the set of words that are names --- */

static void remember(nsp__finder *f, uint32_t hash) {
  hash += !hash;
  for (uint32_t slot = hash & f->name_mask;; slot = (slot + 1) & f->name_mask) {
    if (f->names[slot] == hash) return;
    if (f->names[slot]) continue;
    f->names[slot] = hash;
    return;
  }
}

static bool knows_hash(const nsp__finder *f, uint32_t hash) {
  hash += !hash;
  for (uint32_t slot = hash & f->name_mask; f->names[slot]; slot = (slot + 1) & f->name_mask)
    if (f->names[slot] == hash) return true;
  return false;
}

bool nsp__finder_knows(const nsp__finder *f, uint32_t token) { return knows_hash(f, f->tokens[token].hash); }

/* A capital that grammar does not ask for: within a sentence, or (where nouns have capitals) behind a first name. */
static bool surely_name(const nsp__finder *f, uint32_t at) {
  uint32_t bits = f->cells[at].bits;
  if (!(bits & NSP__CELL_CAPITAL) || bits & NSP__CELL_SMALL) return false;
  if (!f->noun_capitals) return !(bits & NSP__CELL_OPENING);
  return at > 0 && nsp__cell_is(f, at - 1, NSP__CELL_GIVEN | NSP__CELL_TITLE) &&
         !nsp__cell_is(f, at - 1, NSP__CELL_WEAK) && !(bits & NSP__CELL_NOUN);
}

static bool is_heading(const nsp_document *d, uint32_t sentence) {
  uint32_t block = d->sentences.items[sentence].block;
  return block < d->blocks.count && d->blocks.items[block].kind == NSP_BLOCK_HEADING;
}

/* A headline that is a paragraph by itself, most words with a capital: its capitals tell nothing. */
static bool is_headline(const nsp__finder *f, uint32_t sentence) {
  const nsp_document *d = f->analysis->document;
  uint32_t block = d->sentences.items[sentence].block;
  if (!f->found.headlines[sentence]) return false;
  return (sentence == 0 || d->sentences.items[sentence - 1].block != block) && sentence + 1 < d->sentences.count &&
         d->sentences.items[sentence + 1].block != block;
}

static bool learn_names(nsp__finder *f) {
  nsp_document *d = f->analysis->document;
  uint32_t size = 16, sentence = 0;
  while (size < 2 * (uint64_t)f->found.capital_count + 2 && size < UINT32_C(1) << 31) size *= 2;
  f->names = nsp__arena_zalloc(&d->scratch, (size_t)size * sizeof *f->names);
  if (!f->names) return false;
  f->name_mask = size - 1;
  for (uint32_t i = 0; i < f->found.capital_count; i++) {
    uint32_t at = f->found.capitals[i];
    if (!surely_name(f, at)) continue;
    while (d->sentence_tokens.items[sentence + 1] <= at) sentence++;
    if (!is_heading(d, sentence) && !is_headline(f, sentence)) remember(f, f->tokens[at].hash);
  }
  return true;
}

/* --- the hand --- */

nsp__mention *nsp__finder_add(nsp__finder *f, uint32_t first, uint32_t end, uint32_t head) {
  nsp_document *d = f->analysis->document;
  nsp__mention *m = nsp__array_push(&d->arena, &d->mentions);
  if (!m) return NULL;
  memset(m, 0, sizeof *m);
  m->first = m->full_first = m->name_first = m->name_end = m->role_first = m->role_end = first;
  m->end = m->full_end = end;
  m->head = head;
  m->sentence = f->sentence;
  m->possessor = m->same = m->quote = m->entity = NSP_NONE;
  if (f->heading) m->flags |= NSP__MENTION_HEADING;
  return m;
}

static void read_property(const nsp_language *pack, const char *key, uint32_t *hashes, size_t count) {
  const char *value = nsp__pack_property(pack, key);
  for (size_t i = 0; value && *value && i < count;) {
    size_t length = strcspn(value, " ");
    if (length) hashes[i++] = nsp__fold_hash(value, length);
    value += length + (value[length] == ' ');
  }
}

static bool property_is(const nsp_language *pack, const char *key, const char *wanted) {
  const char *value = nsp__pack_property(pack, key);
  return value && strcmp(value, wanted) == 0;
}

/* --- pronouns --- */

static bool add_pronoun(nsp__finder *f, uint32_t at) {
  const nsp_language *pack = f->analysis->language;
  const nsp__lexeme *lexeme = nsp__pack_lexeme(pack, f->tokens[at].word);
  uint64_t says = 0;
  for (uint32_t i = 0; lexeme && i < lexeme->record_count; i++)
    if (pack->records[lexeme->first_record + i].class_number == NSP__CLASS_PRONOUN)
      says |= pack->records[lexeme->first_record + i].tags;
  if (!says || says & NSP__SAYS(DEMONSTRATIVE)) return true;
  nsp__mention *m = nsp__finder_add(f, at, at + 1, at);
  if (!m) return false;
  m->form = NSP_MENTION_PRONOUN;
  m->person = says & NSP__SAYS(FIRST_PERSON) ? 1 : says & NSP__SAYS(SECOND_PERSON) ? 2 : 3;
  if (!(says & NSP__SAYS(FEMALE)) != !(says & NSP__SAYS(MALE)))
    m->gender = says & NSP__SAYS(FEMALE) ? NSP_GENDER_FEMALE : NSP_GENDER_MALE;
  if (!(says & NSP__SAYS(SINGULAR)) != !(says & NSP__SAYS(PLURAL)))
    m->number = says & NSP__SAYS(PLURAL) ? NSP_NUMBER_PLURAL : NSP_NUMBER_SINGULAR;
  if (says & NSP__SAYS(RELATIVE)) m->flags |= NSP__MENTION_RELATIVE;
  if (says & NSP__SAYS(WEAK)) m->flags |= NSP__MENTION_IDLE;
  bool noun_follows = at + 1 < f->end && !nsp__cell_is(f, at + 1,
                                                       NSP__CELL_MARK | NSP__CELL_PREPOSITION | NSP__CELL_CONJUNCTION |
                                                           NSP__CELL_VERB | NSP__CELL_DETERMINER);
  if (says & NSP__SAYS(POSSESSIVE) && (noun_follows || !(says & (NSP__SAYS(OBJECT) | NSP__SAYS(SUBJECT)))))
    m->flags |= NSP__MENTION_POSSESSIVE;
  else if (says & NSP__SAYS(SUBJECT) && !(says & NSP__SAYS(OBJECT)))
    m->flags |= NSP__MENTION_SUBJECT;
  else if (says & NSP__SAYS(OBJECT) && !(says & NSP__SAYS(SUBJECT)))
    m->flags |= NSP__MENTION_OBJECT;
  return true;
}

/* --- the walk --- */

/* *stop: the next place to look at, which is moved on. */
static bool find_in_sentence(nsp__finder *f, const uint32_t **stop) {
  for (uint32_t i = f->first; **stop < f->end;) {
    if (**stop < i) {
      ++*stop;
      continue;
    }
    i = *(*stop)++;
    uint32_t bits = f->cells[i].bits, next = i + 1;
    if (bits & (NSP__CELL_CAPITAL | NSP__CELL_PHRASE)) {
      uint32_t end = nsp__name_end(f, i);
      if (end > i) {
        if (!nsp__name_add(f, i, end)) return false;
        i = end;
        continue;
      }
    }
    if (bits & NSP__CELL_NOUN && !(bits & (NSP__CELL_PHRASE | NSP__CELL_SUFFIX))) {
      if (!nsp__nominal_add(f, i, &next)) return false;
    } else if (bits & NSP__CELL_PRONOUN) {
      if (!add_pronoun(f, i)) return false;
    }
    i = next;
  }
  return true;
}

static void setup(nsp__finder *f) {
  const nsp_language *pack = f->analysis->language;
  f->noun_capitals = property_is(pack, "nouns", "capital");
  f->bare_nouns = property_is(pack, "articles", "none");
  f->genitive_names = !property_is(pack, "modifiers", "before");
  read_property(pack, "of", f->of, sizeof f->of / sizeof *f->of);
  read_property(pack, "and", f->and, sizeof f->and / sizeof *f->and);
  read_property(pack, "copulas", f->copulas, sizeof f->copulas / sizeof *f->copulas);
}

nsp_status nsp__find_mentions(nsp__analysis *a) {
  nsp_document *d = a->document;
  nsp__finder f = {.analysis = a, .tokens = d->tokens.items};
  if (!nsp__cells(a, &f.found)) return NSP_ERROR_NO_MEMORY;
  f.cells = f.found.cells;
  setup(&f);
  if (!learn_names(&f)) return NSP_ERROR_NO_MEMORY;
  const uint32_t *stop = f.found.stops;
  for (f.sentence = 0; f.sentence < d->sentences.count; f.sentence++) {
    uint32_t from = d->mentions.count;
    f.first = d->sentence_tokens.items[f.sentence];
    f.end = d->sentence_tokens.items[f.sentence + 1];
    f.heading = is_heading(d, f.sentence) || f.found.headlines[f.sentence];
    if (!find_in_sentence(&f, &stop)) return NSP_ERROR_NO_MEMORY;
    nsp__relate_mentions(&f, from);
  }
  return nsp__place_mentions(d) ? NSP_OK : NSP_ERROR_NO_MEMORY;
}

/* --- look-ups --- */

enum { STRIDE = 16 }; /* places that are filled at once, whether the mention reaches so far or not */

bool nsp__place_mentions(nsp_document *d) {
  uint32_t count = d->tokens.count + 1, from = 0;
  d->mention_places.count = 0;
  if (!nsp__array_reserve(&d->arena, &d->mention_places, (size_t)count + STRIDE)) return false;
  uint32_t *places = d->mention_places.items;
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    for (; from < d->mentions.items[i].end; from += STRIDE)
      for (uint32_t k = 0; k < STRIDE; k++) places[from + k] = i;
    from = d->mentions.items[i].end;
  }
  for (; from < count; from++) places[from] = d->mentions.count;
  d->mention_places.count = count;
  return true;
}

/* Two figures, or three from 100 to 119; then the word's end, or a hyphen and a letter. */
uint8_t nsp__age_of(const char *text, const nsp__token *t) {
  uint32_t years = 0, length = 0, size = t->end - t->start;
  const char *s = text + t->start;
  while (length < size && length < 4 && s[length] >= '0' && s[length] <= '9')
    years = 10 * years + (uint32_t)(s[length++] - '0');
  bool number = length == size, word = length + 2 < size && s[length] == '-' && (uint8_t)s[length + 1] > '9';
  return (number || word) && length > 1 && length < 4 && s[0] > '0' && years < 120 ? (uint8_t)years : 0;
}

static nsp_span token_range(const nsp_document *d, uint32_t first, uint32_t end) {
  nsp_span span = {d->tokens.items[first].start, d->tokens.items[end - 1].end};
  return span;
}

nsp_span nsp__mention_span(const nsp_document *d, const nsp__mention *m) { return token_range(d, m->first, m->end); }

nsp_span nsp__mention_full_span(const nsp_document *d, const nsp__mention *m) {
  return token_range(d, m->full_first, m->full_end);
}

/* Nominals for houses: "the company" is the house named last, "the airline" the last one whose name can be an
 * airline's.
 *
 * The language's settings tell: `organisation-words` are said of any house, `firm-words` of those whose name does not
 * say that they are something else; `house-names` lists what names of a kind hold, "union=Association,Guild". */
#include <string.h>

#include "entity/chain.h"
#include "syntax/tags.h"

/* The name that begins at a token: hashes of its first and last words with a capital, and how many they are. Bound: six
 * tokens. */
static uint32_t ends_of(const nsp__coreference *c, uint32_t first, uint32_t ends[2]) {
  const nsp__token *tokens = c->document->tokens.items;
  uint32_t words = 0;
  ends[0] = tokens[first].hash;
  for (uint32_t i = first; i < c->document->tokens.count && i - first < 6; i++) {
    const nsp__token *t = &tokens[i];
    bool joins = t->end - t->start <= 3 && !(t->shape & NSP__SHAPE_PUNCT);
    if (t->shape & NSP__SHAPE_CAPITAL)
      ends[1] = t->hash, words++;
    else if (!joins || i == first)
      break;
  }
  return words;
}

static bool may_be_initials(const nsp__coreference *c, uint32_t one, uint32_t other) {
  const nsp__token *a = &c->document->tokens.items[one], *b = &c->document->tokens.items[other];
  return a->shape & NSP__SHAPE_ALL_CAPS && c->analysis->text[a->start] == c->analysis->text[b->start];
}

bool nsp__houses_agree(const nsp__coreference *c, uint32_t a, uint32_t b) {
  if (!a || !b) return true;
  uint32_t one[2] = {0, 0}, other[2] = {0, 0};
  uint32_t words = ends_of(c, a - 1, one), others = ends_of(c, b - 1, other);
  if (words > 1 && others > 1) return one[0] == other[0] && one[1] == other[1];
  return one[0] == other[0] || one[0] == other[1] || one[1] == other[0] || may_be_initials(c, a - 1, b - 1) ||
         may_be_initials(c, b - 1, a - 1);
}

static const char *text_of(const nsp__coreference *c, uint32_t token, uint32_t *length) {
  const nsp__token *t = &c->document->tokens.items[token];
  *length = t->end - t->start;
  return c->analysis->text + t->start;
}

/* The words behind "noun=" in a list of "noun=Word,Word noun=Word": in *count bytes; NULL when the noun has none. */
static const char *entry_of(const char *list, const char *noun, uint32_t length, size_t *count) {
  for (const char *e = list; e && *e;) {
    size_t size = strcspn(e, " ");
    if (size > length + 1 && e[length] == '=' && memcmp(e, noun, length) == 0) {
      *count = size - length - 1;
      return e + length + 1;
    }
    e += size + (e[size] == ' ');
  }
  return NULL;
}

/* Does a word of the name stand in words of `count` bytes that commas part? */
static bool name_holds(const nsp__coreference *c, const nsp__mention *name, const char *words, size_t count) {
  for (uint32_t i = name->name_first; i < name->name_end; i++) {
    uint32_t length;
    const char *word = text_of(c, i, &length);
    for (const char *w = words; w < words + count;) {
      size_t n = 0;
      while (w + n < words + count && w[n] != ',' && w[n] != ' ' && w[n] != '=') n++;
      if (n == length && memcmp(w, word, n) == 0) return true;
      w += n + 1;
    }
  }
  return false;
}

/* What may stand between the article and the noun: "the Portland-based company"; whatever else narrows it, "the parent
 * company", may be to tell it from the one named. */
static bool is_plain(const nsp__coreference *c, const nsp__mention *m) {
  const char *endings = c->settings.house_modifiers;
  uint32_t size;
  const char *noun = text_of(c, m->head, &size);
  bool maker = nsp__has_ending("er or", noun, size); /* "the paper maker": what it makes is said with it */
  for (uint32_t i = m->first + 1; i < m->head; i++) {
    uint32_t length;
    const char *word = text_of(c, i, &length);
    if (maker && c->document->tokens.items[i].tag == NSP__TAG_NOUN) continue;
    if (c->document->tokens.items[i].shape & NSP__SHAPE_CAPITAL && i + 1 < m->head) continue; /* "San Diego-based" */
    const nsp__lexeme *lexeme = nsp__pack_lexeme(c->analysis->language, c->document->tokens.items[i].word);
    bool place = lexeme && lexeme->classes & NSP__LISTED(PLACE);
    if (place && c->document->tokens.items[i].shape & NSP__SHAPE_CAPITAL) continue; /* "the Swiss drugmaker" */
    if (!endings || !nsp__has_ending(endings, word, length)) return false;
  }
  return m->full_end == m->end;
}

typedef struct wanted {
  const char *words; /* one of them stands in the name, or NULL */
  const char *other; /* none of them does, or NULL */
  size_t words_size, other_size;
} wanted;

static bool can_be(const nsp__coreference *c, const nsp__chain *x, const nsp__mention *m, const wanted *w) {
  bool subject = m->flags & NSP__MENTION_SUBJECT;
  const nsp__mention *name = &c->document->mentions.items[x->named];
  if (w->words) return x->kind != NSP_ENTITY_PERSON && name_holds(c, name, w->words, w->words_size);
  if (x->kind == NSP_ENTITY_UNKNOWN && (x->personal || x->gender)) return false;
  if (x->kind == NSP_ENTITY_MEDIUM) return !w->other; /* "the agency", "the organisation" */
  if (x->kind != NSP_ENTITY_ORGANISATION && (x->kind != NSP_ENTITY_UNKNOWN || !subject)) return false;
  return !w->other || !name_holds(c, name, w->other, w->other_size);
}

/* Its subject first within a sentence. Bound: NSP__PRONOUN_WINDOW mentions; a house of that kind may be named farther
 * off than any house, NSP__PRONOUN_SENTENCES and three sentences. */
uint32_t nsp__resolve_house(nsp__coreference *c, uint32_t mention) {
  const nsp__mention *items = c->document->mentions.items, *m = &items[mention];
  uint32_t found = NSP_NONE, sentence = NSP_NONE, length;
  uint32_t hash = c->document->tokens.items[m->head].hash;
  const nsp__settings *is = &c->settings;
  wanted w = {NULL, NULL, 0, 0};
  bool firm = nsp__is_word(&is->firm_words, hash), kind = nsp__is_word(&is->house_nouns, hash);
  if (!firm && !kind && !nsp__is_word(&is->organisation_words, hash)) return NSP_NONE;
  if (!(m->flags & NSP__MENTION_DEFINITE) || m->possessor != NSP_NONE || (!kind && !is_plain(c, m))) return NSP_NONE;
  if (kind) {
    const char *noun = text_of(c, m->head, &length);
    w.words = entry_of(is->house_names, noun, length, &w.words_size);
  }
  if (firm && !w.words) w.other = c->settings.public_houses;
  if (w.other) w.other_size = strlen(w.other);
  uint32_t farthest = w.words ? NSP__PRONOUN_SENTENCES : 3;
  for (uint32_t i = mention; i-- > 0 && mention - i < NSP__PRONOUN_WINDOW;) {
    if (m->sentence - items[i].sentence > farthest || (found != NSP_NONE && items[i].sentence != sentence)) break;
    uint32_t chain = nsp__chain_of(c, &items[i]);
    if (chain == NSP_NONE || items[i].flags & NSP__MENTION_QUOTED || items[i].form != NSP_MENTION_NAME) continue;
    const nsp__chain *x = &c->chains.items[chain];
    if (x->named == NSP_NONE || !can_be(c, x, &items[i], &w)) continue;
    if (found == NSP_NONE || items[i].flags & NSP__MENTION_SUBJECT) found = chain;
    sentence = items[i].sentence;
  }
  return found;
}

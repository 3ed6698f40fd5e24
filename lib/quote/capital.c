#include "quote/capital.h"

#include <string.h>

#include "quote/attribute.h"
#include "text/fold.h"

enum {
  MOST_ADJECTIVES = 6,
  MOST_COMPLEMENTS = 8,
  LONGEST_TITLE = 8,
  LONGEST_BRACKET = 8,
  LONGEST_RELATIVE = 30,
  LONGEST_LEFT = 14,
  LONGEST_ADDRESS = 64,
  LONGEST_NOUNS = 40
};

bool nsp__in_property(const nsp__quoting *q, const char *key, uint32_t i) {
  const nsp__token *t = &q->tokens[i];
  return nsp__property_lists(q->pack, key, q->analysis->text + t->start, t->end - t->start, t->hash);
}

bool nsp__ends_in(const nsp__quoting *q, const char *key, uint32_t i) {
  const char *list = nsp__pack_property(q->pack, key);
  const char *word = q->analysis->text + q->tokens[i].start;
  size_t length = q->tokens[i].end - q->tokens[i].start;
  while (list && *list) {
    size_t n = strcspn(list, " ");
    if (length >= n && nsp__fold_equal(word + length - n, n, list, n)) return true;
    list += n + (list[n] == ' ');
  }
  return false;
}

static bool is_article(const nsp__quoting *q, uint32_t i) {
  return nsp__function(q, i, NSP__SAYS(ARTICLE)) || (nsp__tags_in(q, i, NSP__CLASS_PRONOUN) & NSP__SAYS(POSSESSIVE)) ||
         (nsp__function(q, i, NSP__SAYS(NEGATION)) && q->tokens[i].end - q->tokens[i].start >= 4 &&
          q->analysis->text[q->tokens[i].start] == 'k');
}

/* "58-Jährige": digits, a hyphen, and a noun. */
static bool is_aged(const nsp__quoting *q, uint32_t i) {
  const nsp__token *t = &q->tokens[i];
  const char *word = q->analysis->text + t->start, *hyphen = memchr(word, '-', t->end - t->start);
  return (t->shape & NSP__SHAPE_DIGIT) && hyphen && hyphen + 2 < word + (t->end - t->start) && hyphen[1] >= 'A' &&
         hyphen[1] <= 'Z';
}

static bool is_number(const nsp__quoting *q, uint32_t i) {
  return (q->tokens[i].shape & NSP__SHAPE_DIGIT) && !is_aged(q, i);
}

static bool is_capital(const nsp__quoting *q, uint32_t i) {
  return (q->tokens[i].shape & NSP__SHAPE_CAPITAL) && !nsp__is_punct(q, i);
}

bool nsp__is_address(const nsp__quoting *q, uint32_t i) {
  const nsp__token *t = &q->tokens[i];
  if ((t->shape & (NSP__SHAPE_PUNCT | NSP__SHAPE_DIGIT)) || t->word != NSP__NO_WORD ||
      t->end - t->start > LONGEST_ADDRESS)
    return false;
  const char *dot = memchr(q->analysis->text + t->start, '.', t->end - t->start);
  return dot && dot + 2 < q->analysis->text + t->end;
}

/* In front of its sentence any word has a capital: a noun only when it is none of those that often begin one. */
static bool is_noun(const nsp__quoting *q, uint32_t i) {
  if (!is_capital(q, i)) return nsp__is_address(q, i) || is_aged(q, i);
  bool opens = i == 0 || nsp__is_stop(q, i - 1) || nsp__is_quote_mark(q, i - 1) ||
               nsp__sentence_range(q, nsp__sentence_of(q, i)).first == i;
  if (opens && nsp__listed(q, i, NSP__CLASS_STARTER)) return false;
  return !nsp__listed(q, i, NSP__CLASS_FUNCTION) && !nsp__listed(q, i, NSP__CLASS_PRONOUN);
}

/* An adjective or participle in small letters; without an article before it only by its ending. */
static bool is_adjective(const nsp__quoting *q, uint32_t i, bool determined) {
  const nsp__token *t = &q->tokens[i];
  if (is_number(q, i)) return true;
  if (nsp__is_address(q, i) || is_aged(q, i)) return false;
  if ((t->shape & (NSP__SHAPE_PUNCT | NSP__SHAPE_CAPITAL)) || nsp__listed(q, i, NSP__CLASS_CUE_VERB)) return false;
  if (nsp__function(q, i, NSP__SAYS(ADVERB) | NSP__SAYS(NEGATION)) && !is_article(q, i)) return determined;
  if (nsp__listed(q, i, NSP__CLASS_FUNCTION) || nsp__listed(q, i, NSP__CLASS_PRONOUN)) return false;
  return determined || nsp__in_property(q, "adjectives", i) || t->end - t->start > 4;
}

static uint32_t brackets(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (i >= end || !(q->tokens[i].shape & NSP__SHAPE_OPEN_BRACKET)) return i;
  for (uint32_t k = i + 1; k < end && k < i + LONGEST_BRACKET; k++)
    if (q->tokens[k].shape & NSP__SHAPE_CLOSE_BRACKET) return k + 1;
  return i;
}

static bool is_slash(const nsp__quoting *q, uint32_t i) {
  return q->tokens[i].end - q->tokens[i].start == 1 && q->analysis->text[q->tokens[i].start] == '/';
}

/* A title between marks: „Der Spiegel“. */
static uint32_t title(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (i >= end || q->mark_of[i] == NSP_NONE) return i;
  nsp__range span = q->marked.items[q->mark_of[i]].span;
  return span.first == i && span.end <= end && span.end - i <= LONGEST_TITLE ? span.end : i;
}

/* "Von der Leyen": a name that begins with a particle has a capital in front of its sentence; i when there is none. */
static uint32_t particle_name(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (!is_capital(q, i) || !nsp__listed(q, i, NSP__CLASS_PARTICLE)) return i;
  uint32_t m = nsp__mention_at(q->document, i);
  if (m == NSP_NONE) return i;
  const nsp__mention *name = &q->document->mentions.items[m];
  return name->name_first == i && name->form == NSP_MENTION_NAME && name->end > i + 1 && name->end <= end ? name->end
                                                                                                          : i;
}

/* "Journalistinnen- und Journalisten-Union": where the second word begins, when the hyphen stands at k; else k. */
static uint32_t shared_word(const nsp__quoting *q, uint32_t k, uint32_t end) {
  bool hyphen = k + 2 < end && nsp__is_mark(q, k, NSP__MARK_HYPHEN) && q->tokens[k].start == q->tokens[k - 1].end;
  return hyphen && nsp__in_property(q, "joining", k + 1) && is_noun(q, k + 2) ? k + 2 : k;
}

/* Article, adjectives, nouns and names; i when there is no noun. */
static uint32_t core(const nsp__quoting *q, uint32_t i, uint32_t end) {
  if (i >= end) return i;
  uint64_t pronoun = nsp__tags_in(q, i, NSP__CLASS_PRONOUN);
  if (pronoun && !(pronoun & NSP__SAYS(POSSESSIVE))) return i + 1;
  uint32_t named = particle_name(q, i, end);
  if (named > i) return named;
  bool alone = nsp__in_property(q, "subject_words", i);
  uint32_t k = i;
  bool determined = is_article(q, k) || alone;
  if (determined) k++;
  for (int n = 0; n < MOST_ADJECTIVES && k < end && (is_adjective(q, k, determined) || (k == i && is_number(q, k)));
       n++)
    k++;
  uint32_t nouns = k;
  while (k - nouns < LONGEST_NOUNS) {
    uint32_t next = title(q, k, end);
    if (next == k) next = k > nouns ? brackets(q, k, end) : k;
    if (next == k && k < end && q->mark_of[k] == NSP_NONE && (is_noun(q, k) || (k > nouns && is_number(q, k))))
      next = k + 1;
    if (next == k && k > nouns) next = shared_word(q, k, end);
    if (next == k && k > nouns && k + 1 < end && is_slash(q, k) && is_capital(q, k + 1))
      next = k + 2; /* "Bündnis 90/Die Grünen" */
    if (next == k && k > nouns && k + 1 < end && nsp__listed(q, k, NSP__CLASS_PARTICLE) && is_noun(q, k + 1) &&
        !nsp__function(q, k, NSP__SAYS(ARTICLE) | NSP__SAYS(PREPOSITION)))
      next = k + 2; /* "Ute van Dorn" */
    if (next == k) break;
    k = next;
  }
  return k > nouns ? k : alone ? i + 1 : i;
}

uint32_t nsp__capital_phrase(const nsp__quoting *q, uint32_t i, uint32_t end, bool wide) {
  uint32_t k = core(q, i, end);
  if (k == i) return i;
  bool pronoun = k == i + 1 && !is_noun(q, i) && !is_number(q, i) &&
                 !(k < end && nsp__in_property(q, "genitives", k) && nsp__in_property(q, "subject_words", i));
  for (int n = 0; !pronoun && n < MOST_COMPLEMENTS && k < end; n++) {
    uint32_t next = k;
    if (nsp__in_property(q, "genitives", k))
      next = core(q, k, end);
    else if (nsp__function(q, k, NSP__SAYS(PREPOSITION)) && (wide || nsp__in_property(q, "phrase_prepositions", k)))
      next = core(q, k + 1, end);
    else if (nsp__in_property(q, "and", k) || nsp__in_property(q, "joining", k))
      next = core(q, k + 1, end);
    if (next == k || next == k + 1) break;
    k = next;
  }
  return k;
}

nsp__range nsp__without_speech(const nsp__quoting *q, nsp__range phrase) {
  for (uint32_t i = phrase.first + 1; i < phrase.end; i++) {
    uint32_t m = q->mark_of[i];
    if (m == NSP_NONE || m == q->mark_of[phrase.first]) continue;
    if (nsp__has_small_words(q, &q->marked.items[m])) {
      phrase.end = i;
      break;
    }
    i = q->marked.items[m].span.end - 1;
  }
  return nsp__trim_phrase(q, phrase);
}

/* "…, der gestern ankam,": from its comma to the next one. */
static uint32_t relative(const nsp__quoting *q, uint32_t comma, uint32_t end) {
  if (comma + 2 >= end || !nsp__is_mark(q, comma, NSP__MARK_COMMA) || !nsp__in_property(q, "relatives", comma + 1))
    return comma;
  for (uint32_t k = comma + 2; k < end && k < comma + LONGEST_RELATIVE; k++)
    if (nsp__is_mark(q, k, NSP__MARK_COMMA) && q->mark_of[k] == NSP_NONE) return k;
  return comma;
}

uint32_t nsp__capital_subject(const nsp__quoting *q, uint32_t i, uint32_t end, bool wide, bool *closed) {
  uint32_t k = nsp__capital_phrase(q, i, end, wide);
  *closed = false;
  if (k == i || k + 1 >= end) return k;
  bool dash = nsp__is_mark(q, k, NSP__MARK_DASH);
  if (!dash && !nsp__is_mark(q, k, NSP__MARK_COMMA)) return k;
  if (q->mark_of[k + 1] != q->mark_of[k]) return k; /* „…“, sagte sie, „…“ */
  uint32_t behind = nsp__capital_phrase(q, k + 1, end, true);
  bool ends = behind > k + 1 && (behind >= end || nsp__is_punct(q, behind));
  if (!ends && !dash) {
    behind = relative(q, k, end);
    ends = behind > k;
  }
  if (!ends) return k;
  if (behind < end && (nsp__is_mark(q, behind, NSP__MARK_COMMA) || (dash && nsp__is_mark(q, behind, NSP__MARK_DASH)))) {
    *closed = true;
    behind++;
  }
  return behind;
}

/* "Arni Finn, ein Vertreter der Organisation", "Der Bau der Röhre": the nouns that open the phrase, when no list knows
 * them and an apposition or a genitive follows; NSP_NONE. */
static uint32_t opening_noun(const nsp__quoting *q, nsp__range phrase) {
  uint32_t i = phrase.first;
  while (i < phrase.end && !is_noun(q, i) && !nsp__is_punct(q, i) && i - phrase.first <= MOST_ADJECTIVES) i++;
  uint32_t last = i;
  while (last < phrase.end && is_noun(q, last) && nsp__mention_at(q->document, last) == NSP_NONE) last++;
  if (last == i || last + 1 >= phrase.end) return NSP_NONE;
  bool apposition = nsp__is_mark(q, last, NSP__MARK_COMMA) && q->mark_of[last] == NSP_NONE;
  return apposition || nsp__in_property(q, "genitives", last) ? last - 1 : NSP_NONE;
}

uint32_t nsp__capital_head(const nsp__quoting *q, nsp__range phrase) {
  uint32_t first = NSP_NONE, noun = opening_noun(q, phrase);
  const nsp_document *d = q->document;
  if (noun != NSP_NONE) return noun;
  for (uint32_t m = nsp__mention_from(d, phrase.first), n = 0; m < d->mentions.count && n < MOST_COMPLEMENTS;
       m++, n++) {
    const nsp__mention *mention = &d->mentions.items[m];
    if (mention->first >= phrase.end) break;
    if (mention->head < phrase.first || mention->head >= phrase.end) continue;
    if (first == NSP_NONE) first = mention->head;
    if (mention->kind == NSP_ENTITY_PERSON && !(mention->flags & NSP__MENTION_OBJECT) &&
        mention->name_first < mention->name_end)
      return mention->first > phrase.first + 3 && first != mention->head &&
                     nsp__is_mark(q, mention->first - 1, NSP__MARK_COMMA)
                 ? first
                 : mention->head;
  }
  if (first == NSP_NONE) return phrase.end - 1;
  while (first + 1 < phrase.end && is_noun(q, first + 1) && nsp__mention_at(d, first + 1) == NSP_NONE)
    first++; /* "Der Konzern Nordlicht AG" */
  return first;
}

/* "der neuen Zeitung": behind "der" only an adjective in -e can be a subject's. */
static bool oblique_adjective(const nsp__quoting *q, uint32_t i) {
  if (!nsp__in_property(q, "masculine_article", i)) return false;
  uint32_t k = i + 1;
  while (k < q->token_count && k - i <= MOST_ADJECTIVES && !nsp__is_punct(q, k) && !is_capital(q, k)) k++;
  if (k == i + 1 || k >= q->token_count || !is_noun(q, k) || nsp__listed(q, k - 1, NSP__CLASS_FUNCTION)) return false;
  const nsp__token *t = &q->tokens[k - 1];
  return t->end - t->start > 3 && memcmp(q->analysis->text + t->end - 2, "en", 2) == 0;
}

bool nsp__nominative(const nsp__quoting *q, uint32_t i) {
  if (nsp__in_property(q, "oblique", i) || oblique_adjective(q, i)) return false;
  uint64_t pronoun = nsp__tags_in(q, i, NSP__CLASS_PRONOUN);
  return !pronoun || (pronoun & (NSP__SAYS(SUBJECT) | NSP__SAYS(POSSESSIVE))) || !(pronoun & NSP__SAYS(OBJECT));
}

nsp__range nsp__capital_left(const nsp__quoting *q, uint32_t end, uint32_t first, uint32_t *head) {
  nsp__range found = nsp__no_range();
  for (uint32_t i = end; i > first && end - i < LONGEST_LEFT; i--) {
    if (nsp__is_punct(q, i - 1) && q->mark_of[i - 1] == NSP_NONE &&
        !(q->tokens[i - 1].shape & (NSP__SHAPE_OPEN_BRACKET | NSP__SHAPE_CLOSE_BRACKET)))
      break;
    if (nsp__capital_phrase(q, i - 1, end, true) == end) found = (nsp__range){i - 1, end};
  }
  if (!nsp__range_empty(found)) *head = nsp__capital_head(q, found);
  return found;
}

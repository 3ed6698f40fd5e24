#include "sentence/boundary.h"

#include "sentence/abbreviation.h"
#include "sentence/context.h"
#include "sentence/enumeration.h"
#include "sentence/glued.h"

static bool is_word_start(uint8_t class_) { return nsp__is_letter(class_) || class_ == NSP__CHAR_DIGIT; }

/* The narrator goes on behind what was said, with a name or a pronoun: '"Why?" Harry asked', 'Go! he cried'. A cue verb in
 * small letters, as one of the next four words, tells. */
static bool cue_follows(const nsp__splitter *s, uint32_t at) {
  for (int words = 0; words < 4; words++) {
    nsp__char c = nsp__char_at(s->text, at, s->length);
    uint32_t end = nsp__word_end(s, at);
    if (end == at) return false;
    bool name = c.class_ == NSP__CHAR_UPPER ||
                (words == 0 && nsp__splitter_listed(s, NSP__CLASS_PRONOUN, s->text + at, end - at, NULL));
    if (!name) return words > 0 && nsp__splitter_listed(s, NSP__CLASS_CUE_VERB, s->text + at, end - at, NULL);
    if (end >= s->length || s->text[end] != ' ') return false;
    at = end + 1;
  }
  return false;
}

/* "Yahoo!", "Jeopardy!": a name with a mark of its own, which ends a sentence only before a word that opens one. */
static bool is_exclaiming_name(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (k->end != k->start + 1) return false;
  nsp__word_before w = nsp__look_before(s, k->start);
  if (!w.capital || w.too_long) return false;
  bool named = nsp__splitter_listed(s, NSP__CLASS_EXCLAMATION, s->text + w.start, k->end - w.start, NULL);
  for (int words = 0; words < 2 && !named && w.start > s->sentence && s->text[w.start - 1] == ' '; words++) {
    w = nsp__look_before(s, w.start - 1);
    if (!w.capital) break;
    named = nsp__splitter_listed(s, NSP__CLASS_EXCLAMATION, s->text + w.start, k->end - w.start, NULL);
  }
  return named && !nsp__opens_sentence(s, f);
}

/* A small letter behind: the sentence goes on, but for the careless writing of letters and posts. There the word before
 * the mark is an ordinary one: long, or among the frequent ones, and no abbreviation. */
static bool ends_before_small(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (k->quote || k->bracket || f->quote || f->bracket || f->dash) return false;
  if (k->strong) return !s->lower_continues && !is_exclaiming_name(s, k, f) && !cue_follows(s, f->word);
  if (k->stops != 1 || k->marks_end != k->start + 1) return false;
  nsp__word_before w = nsp__look_before(s, k->start);
  if (w.capital || w.stops || w.digits || w.too_long || w.letters < 2 || !w.small) return false;
  uint32_t length = w.end - w.start;
  if (nsp__splitter_listed(s, NSP__CLASS_ABBREVIATION, s->text + w.start, length, NULL)) return false;
  return w.letters >= 5 || nsp__splitter_listed(s, NSP__CLASS_FREQUENT, s->text + w.start, length, NULL) ||
         nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + w.start, length, NULL);
}

static bool ends_before_word(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (k->quote && !f->quote && f->word_class == NSP__CHAR_UPPER && f->word == f->next && cue_follows(s, f->word))
    return false;
  if (k->strong) return !is_exclaiming_name(s, k, f);
  if (k->stops == 1 && k->marks_end == k->start + 1) return nsp__stop_ends(s, k, f);
  return true;
}

static bool ends(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (f->word_class == NSP__CHAR_END && f->next_class == NSP__CHAR_END) return true;
  if (k->wide) return f->next_class != NSP__CHAR_COMMA && f->next_class != NSP__CHAR_CLOSE && !k->quote && !k->bracket;
  if (!f->space) return false;
  if (f->word_class == NSP__CHAR_LOWER) return ends_before_small(s, k, f);
  if (is_word_start(f->word_class)) return ends_before_word(s, k, f);
  if (f->next_class == NSP__CHAR_COMMA || f->next_class == NSP__CHAR_CLOSE || f->next_class == NSP__CHAR_SEMICOLON)
    return false;
  return k->strong || k->stops > 1 || nsp__stop_ends(s, k, f);
}

static nsp__verdict go_on(uint32_t at) {
  nsp__verdict v = {.resume = at};
  return v;
}

static nsp__verdict end_at(uint32_t at) {
  nsp__verdict v = {.ends = true, .end = at, .resume = at};
  return v;
}

nsp__verdict nsp__judge(nsp__splitter *s, uint32_t at) {
  nsp__char c = nsp__char_at(s->text, at, s->length);
  if (c.class_ == NSP__CHAR_SEMICOLON && !s->semicolon_question) return go_on(at + c.length);
  if (c.class_ == NSP__CHAR_CLOSE || c.class_ == NSP__CHAR_STOP) {
    if (c.class_ == NSP__CHAR_CLOSE && nsp__is_emoticon(s, at)) {
      nsp__what_follows f = nsp__look_after(s, at + 1);
      if (f.space && f.word_class == NSP__CHAR_UPPER) return end_at(at + 1);
    }
    uint32_t item;
    nsp__enumerator found = nsp__enumerate(s, at, &item);
    if (found == NSP__ENUMERATOR_FIRST) return go_on(at + 1);
    if (found == NSP__ENUMERATOR_NEXT) {
      nsp__verdict v = {.ends = true, .end = item, .resume = at + 1};
      return v;
    }
  }
  if (!nsp__is_terminator(c.class_) && c.class_ != NSP__CHAR_SEMICOLON) return go_on(at + c.length);
  nsp__cluster k = {.start = at, .marks_end = at + 1, .end = at + 1, .strong = true};
  if (c.class_ != NSP__CHAR_SEMICOLON) k = nsp__read_cluster(s, at);
  nsp__what_follows f = nsp__look_after(s, k.end);
  if (ends(s, &k, &f)) return end_at(k.end);
  if (!f.space && nsp__glued_ends(s, &k)) return end_at(k.end);
  return go_on(k.end);
}

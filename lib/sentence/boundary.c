#include "sentence/boundary.h"

#include <string.h>

#include "sentence/abbreviation.h"
#include "sentence/context.h"
#include "sentence/enumeration.h"
#include "sentence/glued.h"

static bool is_word_start(uint8_t class_) { return nsp__is_letter(class_) || class_ == NSP__CHAR_DIGIT; }

static bool is_pronoun(const nsp__splitter *s, uint32_t at, uint32_t end) {
  return nsp__splitter_listed(s, NSP__CLASS_PRONOUN, s->text + at, end - at, NULL);
}

/* The narrator goes on at once: "Why? said she", "musun? diye sordu". A verb of the cues wants a name or a pronoun
 * behind it; a word of continuations.txt says so alone. */
static bool verb_follows(const nsp__splitter *s, uint32_t at, uint32_t end) {
  uint64_t tags = 0;
  if (nsp__splitter_listed(s, NSP__CLASS_CONTINUATION, s->text + at, end - at, NULL)) return true;
  if (!nsp__splitter_listed(s, NSP__CLASS_CUE_VERB, s->text + at, end - at, &tags)) return false;
  if ((tags & NSP__SAYS(WEAK)) || end + 1 >= s->length || s->text[end] != ' ') return false;
  uint32_t next = nsp__word_end(s, end + 1);
  return next > end + 1 &&
         (nsp__char_at(s->text, end + 1, s->length).class_ == NSP__CHAR_UPPER || is_pronoun(s, end + 1, next));
}

/* '"Why?" Ana Roe, the mayor of Ellery, asked.': the verb stands behind an apposition of a few words. */
static bool cue_follows_apposition(const nsp__splitter *s, uint32_t comma) {
  enum { LONGEST_APPOSITION = 100 };
  uint32_t limit = s->length - comma > LONGEST_APPOSITION ? comma + LONGEST_APPOSITION : s->length, at = comma + 1;
  while (at < limit &&
         (s->text[at] == ' ' || s->text[at] == '-' || (uint8_t)s->text[at] >= 0x80 || nsp__ascii_letter(s->text[at])))
    at++;
  if (at + 2 >= limit || s->text[at] != ',' || s->text[at + 1] != ' ') return false;
  uint32_t end = nsp__word_end(s, at + 2);
  uint64_t tags = 0;
  return nsp__splitter_listed(s, NSP__CLASS_CUE_VERB, s->text + at + 2, end - at - 2, &tags) &&
         !(tags & NSP__SAYS(WEAK));
}

/* The narrator goes on behind what was said, with a name or a pronoun: '"Why?" Harry asked', 'Go! he cried'. A cue verb
 * in small letters, as one of the next four words, tells. */
static bool cue_follows(const nsp__splitter *s, uint32_t at) {
  for (int words = 0; words < 4; words++) {
    nsp__char c = nsp__char_at(s->text, at, s->length);
    uint32_t end = nsp__word_end(s, at);
    if (end == at) return false;
    bool pronoun = words == 0 && is_pronoun(s, at, end), capital = c.class_ == NSP__CHAR_UPPER;
    /* A pronoun with a capital begins a sentence; "I" always has one. */
    if (pronoun && capital && end - at > 1) return false;
    if (words == 0 && capital && !pronoun && nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + at, end - at, NULL))
      return false;
    if (!capital && !pronoun)
      return words ? nsp__splitter_listed(s, NSP__CLASS_CUE_VERB, s->text + at, end - at, NULL)
                   : verb_follows(s, at, end);
    if (end < s->length && s->text[end] == ',' && words) return cue_follows_apposition(s, end);
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

/* "'s Avonds", "'t Is": starters of which an apostrophe is part. */
static bool opens_with_apostrophe(const nsp__splitter *s, const nsp__what_follows *f) {
  if (f->next_class != NSP__CHAR_APOSTROPHE) return false;
  uint32_t end = nsp__word_end(s, f->word);
  return end - f->word < 3 && nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + f->next, end - f->next, NULL);
}

/* "great. [laughs] We": a word or two in brackets of their own between two sentences. */
static bool is_aside(const nsp__splitter *s, const nsp__what_follows *f) {
  enum { LONGEST_ASIDE = 40 };
  if (f->word != f->next + 1 || (s->text[f->next] != '[' && s->text[f->next] != '(')) return false;
  uint32_t limit = s->length - f->word > LONGEST_ASIDE ? f->word + LONGEST_ASIDE : s->length, at = f->word;
  while (at < limit && (s->text[at] == ' ' || nsp__ascii_letter(s->text[at]))) at++;
  if (at >= limit || (s->text[at] != ']' && s->text[at] != ')')) return false;
  nsp__what_follows beyond = nsp__look_after(s, at + 1);
  return beyond.space && beyond.word_class == NSP__CHAR_UPPER && beyond.word == beyond.next;
}

/* "!!", "??": only careless writing doubles a mark, and that has small letters at the head of sentences. */
static bool is_shout(const nsp__splitter *s, const nsp__cluster *k) {
  return k->marks_end > k->start + 1 && !k->stops && s->text[k->start + 1] == s->text[k->start];
}

/* Can the word before a full stop end its sentence although a small letter follows? An ordinary one can: long, or among
 * the frequent ones, and no abbreviation. So can, where common nouns have small letters, a long name or an acronym, a
 * number that is no ordinal, and a bracket. */
static bool can_end_before_small(const nsp__splitter *s, uint32_t stop, bool aside) {
  nsp__word_before w = nsp__look_before(s, stop);
  if (w.too_long) return false;
  if (w.start == w.end)
    return !s->lower_continues && nsp__char_before(s->text, stop, s->sentence).class_ == NSP__CHAR_CLOSE;
  if (w.letters == 0) return !s->lower_continues && !s->ordinal_dot && w.digits > 1;
  if (w.stops || w.digits || w.letters < 2 || nsp__is_abbreviation(s, &w)) return false;
  if (w.capital) return !s->lower_continues && !w.roman && w.letters >= (w.small ? 5u : 3u);
  if (!w.small) return false;
  uint32_t length = w.end - w.start;
  return aside || w.letters >= 4 || nsp__splitter_listed(s, NSP__CLASS_FREQUENT, s->text + w.start, length, NULL) ||
         nsp__splitter_listed(s, NSP__CLASS_STARTER, s->text + w.start, length, NULL);
}

/* "http://", "www.": an address behind a stop stands for itself. */
static bool is_address(const nsp__splitter *s, uint32_t at) {
  return s->length - at > 7 && (memcmp(s->text + at, "http", 4) == 0 || memcmp(s->text + at, "www.", 4) == 0);
}

static bool ends_before_address(const nsp__splitter *s, const nsp__cluster *k) {
  if (k->stops != 1 || k->strong || k->quote || k->bracket) return true;
  nsp__word_before w = nsp__look_before(s, k->start);
  return w.start == w.end || !nsp__is_abbreviation(s, &w);
}

/* A small letter behind: the sentence goes on, but for the careless writing of letters and posts. */
static bool ends_before_small(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (opens_with_apostrophe(s, f)) return !k->quote && !k->bracket;
  if (is_address(s, f->word)) return ends_before_address(s, k);
  if (k->quote || k->bracket || f->quote) return false;
  bool aside = f->bracket && is_aside(s, f);
  if (f->bracket && f->word != f->next + 1) return false;
  if (f->dash && f->next_class == NSP__CHAR_BULLET) return nsp__stop_ends(s, k, f); /* an item: "It is done. * to do" */
  if (f->dash && (k->strong || nsp__char_at(s->text, f->word - 1, s->length).class_ != NSP__CHAR_SPACE)) return false;
  if (k->strong)
    return (!s->lower_continues || is_shout(s, k)) && !is_exclaiming_name(s, k, f) && !cue_follows(s, f->word);
  if (k->stops != 1 || k->marks_end != k->start + 1) return false;
  return can_end_before_small(s, k->start, aside);
}

/* Scripts without capitals: one of the next two words says that the narrator goes on. */
static bool caseless_cue_follows(const nsp__splitter *s, uint32_t at) {
  if (s->has_endings) return false; /* those words end its sentences, too */
  for (int words = 0; words < 2; words++) {
    uint32_t end = nsp__word_end(s, at);
    if (end == at) return false;
    if (nsp__splitter_listed(s, NSP__CLASS_CONTINUATION, s->text + at, end - at, NULL)) return true;
    if (end >= s->length || s->text[end] != ' ') return false;
    at = end + 1;
  }
  return false;
}

/* "a. here it is", "a) here it is": a list begins. */
static bool is_first_label(const nsp__splitter *s, uint32_t at) {
  return s->length - at > 3 && s->text[at] == 'a' && (s->text[at + 1] == '.' || s->text[at + 1] == ')') &&
         s->text[at + 2] == ' ' && nsp__ascii_letter(s->text[at + 3]);
}

static bool ends_before_word(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (k->quote && (k->strong || k->stops > 2) && !f->quote && f->word_class != NSP__CHAR_DIGIT && f->word == f->next &&
      (f->word_class == NSP__CHAR_UPPER ? cue_follows(s, f->word) : caseless_cue_follows(s, f->word)))
    return false;
  if (k->strong) return !is_exclaiming_name(s, k, f);
  if (k->stops == 1 && k->marks_end == k->start + 1) return nsp__stop_ends(s, k, f);
  return true;
}

/* ". . ." with a space before it is an omission within a sentence; a fourth one is the full stop. */
static bool is_omission(const nsp__splitter *s, const nsp__cluster *k) {
  return k->spaced && k->stops == 3 && k->start > s->sentence && s->text[k->start - 1] == ' ';
}

/* A new sentence may begin with an ellipsis: "It was late. ...and then she came." */
static bool opens_with_ellipsis(const nsp__splitter *s, uint32_t at) {
  nsp__char c = nsp__char_at(s->text, at, s->length);
  if (c.class_ == NSP__CHAR_STOP) {
    for (int i = 0; i < 3; i++)
      if (at >= s->length || s->text[at++] != '.') return false;
  } else if (c.class_ != NSP__CHAR_ELLIPSIS)
    return false;
  else
    at += c.length;
  c = nsp__char_at(s->text, at, s->length);
  return nsp__is_letter(c.class_);
}

/* What is between full-width digits is a decimal point. */
static bool is_wide_decimal(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  return f->next_class == NSP__CHAR_DIGIT && nsp__char_before(s->text, k->start, s->sentence).class_ == NSP__CHAR_DIGIT;
}

/* Does the quotation that closes at the end of the cluster begin its sentence? Then the narrator goes on behind it. */
static bool is_wholly_quoted(const nsp__splitter *s) {
  uint32_t start = nsp__sentence_text(s);
  if (start == NSP_NONE) return false;
  nsp__char c = nsp__char_at(s->text, start, s->length);
  return c.class_ == NSP__CHAR_QUOTE || c.class_ == NSP__CHAR_OPEN;
}

static bool ends_wide(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (f->next_class == NSP__CHAR_COMMA || f->next_class == NSP__CHAR_CLOSE || is_wide_decimal(s, k, f)) return false;
  if (!k->quote && !k->bracket) return true;
  if (nsp__is_terminator(nsp__char_before(s->text, k->end, k->start).class_)) return true; /* “……？”。 */
  uint32_t last = nsp__char_before(s->text, k->end, k->start).codepoint;
  bool corner = last == 0x300D || last == 0x300F;
  if ((k->bracket && !corner) || nsp__is_hiragana(nsp__char_at(s->text, f->next, s->length).codepoint)) return false;
  return !is_wholly_quoted(s);
}

/* In texts without spaces "!" and "?" are often of half width. */
static bool is_wide(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (k->wide) return true;
  bool before = nsp__char_before(s->text, k->start, s->sentence).class_ == NSP__CHAR_IDEOGRAPH;
  return k->strong && !f->space && before &&
         (f->next_class == NSP__CHAR_IDEOGRAPH || f->next_class == NSP__CHAR_DIGIT || f->next_class == NSP__CHAR_UPPER);
}

/* "[16: company? 13:28]": a transcript's note, in which a doubt and the time stand together. */
static bool is_in_note(const nsp__splitter *s, const nsp__cluster *k) {
  enum { LONGEST_NOTE = 48 };
  uint32_t first = k->start - s->sentence > LONGEST_NOTE ? k->start - LONGEST_NOTE : s->sentence, at = k->start;
  while (at > first && s->text[at - 1] != '[' && s->text[at - 1] != ']') at--;
  if (at == first || s->text[at - 1] == ']') return false;
  uint32_t limit = s->length - k->end > LONGEST_NOTE ? k->end + LONGEST_NOTE : s->length;
  for (at = k->end; at < limit && s->text[at] != '[' && s->text[at] != '\n'; at++)
    if (s->text[at] == ']') return true;
  return false;
}

static bool ends(const nsp__splitter *s, const nsp__cluster *k, const nsp__what_follows *f) {
  if (f->word_class == NSP__CHAR_END && f->next_class == NSP__CHAR_END) return true;
  if (is_wide(s, k, f)) return ends_wide(s, k, f);
  if (!f->space || is_omission(s, k)) return false;
  if (f->word_class == NSP__CHAR_LOWER)
    return (is_first_label(s, f->word) && (k->strong || nsp__stop_ends(s, k, f))) || ends_before_small(s, k, f);
  if (f->word_class == NSP__CHAR_DIGIT && k->strong && !k->quote && !k->bracket && is_in_note(s, k)) return false;
  if (is_word_start(f->word_class)) return ends_before_word(s, k, f);
  if (opens_with_ellipsis(s, f->next)) return true;
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

/* A closing bracket can end an emoticon or a list's label, a full stop a label. */
static bool judge_label(nsp__splitter *s, uint32_t at, uint8_t class_, nsp__verdict *verdict) {
  if (class_ == NSP__CHAR_CLOSE && nsp__is_emoticon(s, at)) {
    nsp__what_follows f = nsp__look_after(s, at + 1);
    uint32_t next = nsp__char_at(s->text, f.next, s->length).codepoint;
    if (f.space && (f.word_class == NSP__CHAR_UPPER || next == '@')) return *verdict = end_at(at + 1), true;
  }
  uint32_t item;
  nsp__enumerator found = nsp__enumerate(s, at, &item);
  if (found == NSP__ENUMERATOR_NONE) return false;
  *verdict = go_on(at + 1);
  if (found == NSP__ENUMERATOR_NEXT) *verdict = (nsp__verdict){.ends = true, .end = item, .resume = at + 1};
  return true;
}

/* "[...]", "(!)": what stands in brackets of its own ends nothing. */
static bool is_enclosed(const nsp__splitter *s, const nsp__cluster *k) {
  nsp__char before = nsp__char_before(s->text, k->start, s->sentence);
  return before.class_ == NSP__CHAR_OPEN && k->bracket &&
         nsp__char_at(s->text, k->marks_end, s->length).class_ == NSP__CHAR_CLOSE;
}

/* "compounds. . . . The practice": a full stop, and an omission with which the next sentence begins. */
static bool stop_before_omission(const nsp__splitter *s, const nsp__cluster *k) {
  return k->spaced && k->stops == 4 && k->start > s->sentence && s->text[k->start - 1] != ' ' &&
         s->text[k->start + 1] == ' ';
}

static nsp__verdict judge_cluster(nsp__splitter *s, const nsp__cluster *k) {
  nsp__what_follows f = nsp__look_after(s, k->end);
  if (is_enclosed(s, k)) return go_on(k->marks_end);
  if (ends(s, k, &f)) {
    bool split = stop_before_omission(s, k) && nsp__is_letter(f.word_class);
    return (nsp__verdict){.ends = true, .end = split ? k->start + 1 : k->end, .resume = k->end};
  }
  uint32_t glued = f.space ? 0 : nsp__glued_end(s, k);
  return glued ? end_at(glued) : go_on(k->end);
}

/* A label at the head of a block: of few words, or with a time of day in it. */
static bool is_label(const nsp__splitter *s, uint32_t colon, uint32_t most_words) {
  uint32_t start = nsp__sentence_text(s), words = 1;
  if (s->document->sentences.count != s->block_first_sentence || start == NSP_NONE || colon - start > 160) return false;
  for (uint32_t i = start; i < colon; i++) {
    if (s->text[i] == ' ') words++;
    if (s->text[i] == ':' && nsp__char_before(s->text, i, start).class_ == NSP__CHAR_DIGIT) return true;
  }
  return words <= most_words;
}

/* A capitalised word that is no name shows that a new sentence begins behind a semicolon, or in some languages a colon.
 */
static nsp__verdict judge_semicolon(const nsp__splitter *s, uint32_t at, nsp__char c) {
  nsp__what_follows f = nsp__look_after(s, at + c.length);
  /* A colon leads to what is quoted, and belongs to a label: "Fonte: Il Sole". */
  bool opens = c.codepoint == ';' || (s->colon_before_starter && f.word == f.next && !is_label(s, at, 4));
  bool ends = opens && nsp__opens_sentence(s, &f);
  if (nsp__char_before(s->text, at, s->sentence).class_ == NSP__CHAR_CLOSE) ends = false; /* "(1994); In re Roe" */
  if (c.codepoint == ':') ends |= s->colon_ends || (s->colon_label && !f.quote && is_label(s, at, 2));
  return f.space && ends ? end_at(at + c.length) : go_on(at + c.length);
}

nsp__verdict nsp__judge(nsp__splitter *s, uint32_t at) {
  nsp__char c = nsp__char_at(s->text, at, s->length);
  nsp__verdict verdict;
  if (c.class_ == NSP__CHAR_CLOSE || c.class_ == NSP__CHAR_STOP)
    if (judge_label(s, at, c.class_, &verdict)) return verdict;
  bool question = c.codepoint == ';' && s->semicolon_question;
  if ((c.codepoint == ';' && !question) || c.codepoint == ':') return judge_semicolon(s, at, c);
  if (!question && !nsp__is_terminator(c.class_)) return go_on(at + c.length);
  nsp__cluster k = nsp__read_cluster(s, at);
  return judge_cluster(s, &k);
}

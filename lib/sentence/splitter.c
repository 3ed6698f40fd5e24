#include "sentence/splitter.h"
#include "sentence/abbreviation.h"

#include <string.h>

#include "layout/kind.h"
#include "sentence/boundary.h"
#include "sentence/heading.h"
#include "sentence/plain.h"
#include "sentence/room.h"
#include "sentence/sweep.h"
#include "sentence/unmarked.h"
#include "text/classes.h"
#include "text/fold.h"

/* The properties of language.txt that are "yes". */
static void read_properties(nsp__splitter *s) {
  const struct {
    const char *key;
    bool *value;
  } known[] = {{"ordinal-dot", &s->ordinal_dot},
               {"year-dot", &s->year_dot},
               {"semicolon-question", &s->semicolon_question},
               {"colon-ends", &s->colon_ends},
               {"colon-before-starter", &s->colon_before_starter},
               {"colon-label", &s->colon_label},
               {"lower-continues", &s->lower_continues},
               {"whole-quotes", &s->whole_quotes}};
  for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
    const char *value = nsp__pack_property(s->language, known[k].key);
    if (value) *known[k].value = strcmp(value, "yes") == 0;
  }
}

static nsp__index_set choose_index(const nsp__splitter *s) {
  if (s->has_endings) return s->whole_quotes ? NSP__INDEX_ALL : NSP__INDEX_SPACES;
  if (s->whole_quotes) return NSP__INDEX_MARKS;
  bool colons = s->colon_ends || s->colon_before_starter || s->colon_label;
  return colons ? NSP__INDEX_STOPS : NSP__INDEX_FEWEST;
}

void nsp__splitter_init(nsp__splitter *s, const nsp_language *language, const nsp_language *common,
                        const nsp__options *options, nsp_document *document) {
  memset(s, 0, sizeof *s);
  s->language = language;
  s->common = common == language ? NULL : common;
  s->words = nsp__quick_open(language);
  s->common_words = s->common ? nsp__quick_open(s->common) : s->words;
  read_properties(s);
  s->whole_quotes |= options->whole_quotes;
  s->document = document;
  nsp__endings_init(s);
  nsp__lettered_init(s);
  s->set = choose_index(s);
}

bool nsp__splitter_listed(const nsp__splitter *s, nsp__class list, const char *word, uint32_t length, uint64_t *tags) {
  uint32_t hash = nsp__fold_hash(word, length);
  return nsp__quick_listed(&s->words, list, word, length, hash, tags) ||
         (s->common && nsp__quick_listed(&s->common_words, list, word, length, hash, tags));
}

/* White space beyond ASCII begins with C2, E1, E2 or E3, and none of it is in the row of the quotation marks, E2 80 9x.
 */
static bool begins_no_space(const char *text, uint32_t at, uint32_t end) {
  if (end - at < 3) return false;
  uint8_t byte = (uint8_t)text[at];
  if (byte == 0xE2) return (uint8_t)text[at + 1] == 0x80 && ((uint8_t)text[at + 2] & 0xF0) == 0x90;
  return (byte > ' ' && byte < 0x7F) || byte > 0xE3;
}

/* Nor does any of it end in one of these bytes, as quotation marks do. */
static bool ends_no_space(char last) {
  uint8_t byte = (uint8_t)last;
  return (byte > ' ' && byte < 0x7F) || (byte > 0x8A && byte < 0x9F);
}

static bool append(nsp__splitter *s, uint32_t start, uint32_t end) {
  nsp_document *d = s->document;
  if (d->sentences.count == d->sentences.capacity && !nsp__room_grow(s)) return false;
  d->sentences.items[d->sentences.count++] = (nsp_sentence){{start, end}, d->blocks.count};
  return true;
}

/* Appends what lies between the open sentence's start and `end`, without the white space around it. */
static bool add_sentence(nsp__splitter *s, uint32_t end) {
  uint32_t start = s->open, stop = end;
  s->sentence = end;
  s->open = end + (end < s->length && s->text[end] == ' ');
  if (start >= stop) return true;
  nsp__char c;
  while (!begins_no_space(s->text, start, stop) && (c = nsp__char_at(s->text, start, stop), nsp__is_space(c.class_)))
    start += c.length;
  if (start == stop) return true;
  while (!ends_no_space(s->text[stop - 1]) && (c = nsp__char_before(s->text, stop, start), nsp__is_space(c.class_)))
    stop -= c.length;
  s->closed = s->text[stop - 1] == '"' ? stop : s->closed;
  uint32_t heading = nsp__may_be_heading(s->text, start, stop) ? nsp__heading_end(s, start, stop) : 0;
  if (heading && !append(s, start, heading)) return false;
  return append(s, heading ? heading + 1 : start, stop);
}

static nsp__kind_words kind_words(const nsp__splitter *s) {
  return (nsp__kind_words){&s->words, s->common ? &s->common_words : NULL};
}

static bool end_block(nsp__splitter *s, uint32_t end) {
  nsp_document *d = s->document;
  if (!add_sentence(s, end)) return false;
  s->list.kind = 0;
  s->nesting.depth = 0;
  s->block = end;
  uint32_t first = s->block_first_sentence, count = d->sentences.count - first;
  if (!count) return true;
  if (d->blocks.count == d->blocks.capacity && !nsp__room_grow(s)) return false;
  nsp_block *block = &d->blocks.items[d->blocks.count++];
  *block = (nsp_block){.span = {d->sentences.items[first].span.start, d->sentences.items[first + count - 1].span.end},
                       .first_sentence = first,
                       .sentence_count = count};
  block->kind = nsp__block_kind(kind_words(s), s->text, block->span, s->length);
  s->block_first_sentence = d->sentences.count;
  return true;
}

/* The marks of a cluster are no longer looked at one by one, so what closes among them is told here. */
static void nest_cluster(nsp__splitter *s, uint32_t at, uint32_t end) {
  while (at < end) {
    nsp__nest(s, at);
    at += nsp__char_at(s->text, at, end).length;
  }
}

static bool at_mark(nsp__splitter *s, uint32_t at) {
  nsp__verdict verdict = nsp__judge(s, at);
  if (s->nesting.depth) nest_cluster(s, at + 1, verdict.resume);
  s->at = verdict.resume > at ? verdict.resume : at + 1;
  return !verdict.ends || add_sentence(s, verdict.end);
}

static bool at_line_break(nsp__splitter *s, uint32_t at) {
  uint32_t next;
  if (nsp__empty_line_follows(s->text, at, s->length)) {
    bool added = end_block(s, at);
    s->at = s->lines.line = s->open = at + 2;
    return added;
  }
  if (nsp__line_ends_block(&s->lines, s->text, at, s->length, &next)) {
    s->at = next > at ? next : at + 1;
    return end_block(s, at);
  }
  if (s->deferred_break == at && at && !at_mark(s, s->deferred_stop)) return false;
  if (s->at < next) s->at = next > at ? next : at + 1;
  return true;
}

static bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/* ". ? !", with or without a quotation mark, at the end of a line: the break ends the sentence, unless the paragraph
 * goes on in the next line. Then the mark is looked at after all. Where the break is, or 0. */
static uint32_t break_behind(nsp__splitter *s, uint32_t at) {
  uint32_t end = at + 1;
  if (!s->whole_quotes) end += nsp__closing_quote(s, end);
  if (end >= s->length || s->text[end] != '\n') return 0;
  s->deferred_stop = at;
  s->deferred_break = end;
  return end;
}

/* Most marks end nothing, and most of those can be told by the bytes beside them. */
static bool is_idle(nsp__splitter *s, uint32_t at, uint8_t byte) {
  uint8_t next = at + 1 < s->length ? (uint8_t)s->text[at + 1] : ' ';
  if (byte == '.') { /* "3.5", "example.com"; but behind a word a digit may be a footnote's */
    if (is_small((char)next)) return true;
    if (next == ',') return s->length - at > 2 && s->text[at + 2] != ',';  /* ",," may open a quotation */
    bool initial = at && s->text[at - 1] >= 'A' && s->text[at - 1] <= 'Z'; /* "U.S", "M.Sc." */
    if (initial && next >= 'A' && next <= 'Z') return true;
    bool footnote = at && (is_small(s->text[at - 1]) || s->text[at - 1] == ')');
    return next >= '0' && next <= '9' && !footnote;
  }
  if (byte == ')') /* only a list's short label or an emoticon can matter */
    return at < 1 || (at > 2 && is_small(s->text[at - 1]) && is_small(s->text[at - 2]) && is_small(s->text[at - 3]));
  if (byte == ':') return !s->colon_ends && !s->colon_before_starter && !s->colon_label;
  if (byte == ';') { /* nothing but a capital shows a sentence behind it */
    bool small = next == ' ' && at + 2 < s->length && is_small(s->text[at + 2]);
    return (next > ' ' && next < 0x80) || (small && !s->semicolon_question);
  }
  return false;
}

/* Marks of several bytes that never matter, by their bytes: ideographic space and comma, full-width comma. text[at] is
 * the second byte. */
static bool is_idle_beyond_ascii(const nsp__splitter *s, uint32_t at) {
  if (s->whole_quotes || !at || at + 1 >= s->length) return false;
  uint8_t first = (uint8_t)s->text[at - 1], second = (uint8_t)s->text[at], third = (uint8_t)s->text[at + 1];
  if (second == 0x80) return first == 0xE3 && third <= 0x81;
  return second == 0xBC && first == 0xEF && third == 0x8C;
}

static bool at_other_ascii(nsp__splitter *s, uint32_t at, uint8_t byte) {
  if (byte <= '\r') return at_line_break(s, at);
  s->at = at + 1;
  if (s->whole_quotes) nsp__nest(s, at);
  return is_idle(s, at, byte) || at_mark(s, at);
}

/* A full stop, question or exclamation mark. */
static bool at_stop(nsp__splitter *s, uint32_t at, uint8_t byte) {
  s->at = at + 1;
  if (s->length - at > 1 && s->text[at + 1] != ' ') {
    uint32_t line_break = break_behind(s, at);
    if (line_break) return at_line_break(s, line_break);
    if (is_idle(s, at, byte)) return true;
  }
  uint32_t end = s->whole_quotes ? 0 : nsp__judge_plain(s, at);
  if (!end) return at_mark(s, at);
  if (end == NSP_NONE) return true;
  s->at = end;
  return add_sentence(s, end);
}

static bool at_space(nsp__splitter *s, uint32_t at) {
  if (!nsp__ending_ends(s, at)) return true;
  s->at = at + 1;
  return add_sentence(s, at);
}

/* One place of the index. */
static bool at_place(nsp__splitter *s, uint32_t at) {
  uint8_t byte = (uint8_t)s->text[at];
  if (byte == '.' || byte == '?' || byte == '!') return at_stop(s, at, byte);
  if (byte == ' ') return at_space(s, at);
  if (byte < 0x80) return at_other_ascii(s, at, byte);
  if (is_idle_beyond_ascii(s, at)) {
    s->at = at + 2;
    return true;
  }
  while (((uint8_t)s->text[at] & 0xC0) == 0x80 && at > s->at) at--;
  uint32_t end = nsp__judge_plain_wide(s, at);
  if (end) {
    s->at = end;
    return add_sentence(s, end);
  }
  nsp__char c = nsp__char_at(s->text, at, s->length);
  if (c.class_ == NSP__CHAR_BREAK) return at_line_break(s, at);
  s->at = at + c.length;
  if (nsp__is_terminator(c.class_)) return at_mark(s, at);
  if (nsp__is_picture(c.codepoint)) {
    bool ends = nsp__picture_ends(s, at, &s->at);
    return !ends || add_sentence(s, s->at);
  }
  if (c.class_ == NSP__CHAR_OPEN || c.class_ == NSP__CHAR_CLOSE || s->whole_quotes) nsp__nest(s, at);
  return true;
}

bool nsp__splitter_walk(nsp__splitter *s, const nsp__index_window *window, uint32_t i, uint32_t end) {
  for (; i < end; i++) {
    uint32_t at = window->start + window->at[i];
    if (s->has_endings && s->text[at] == ' ' && !nsp__may_be_ending(s, at)) continue;
    if (at >= s->at && !at_place(s, at)) return false;
  }
  return true;
}

/* The places of a window up to the one numbered `end`, those that are plain in sweeps. */
static bool walk_window(nsp__splitter *s, const nsp__index_window *window, uint32_t end) {
  if (s->whole_quotes || s->has_endings) return nsp__splitter_walk(s, window, 0, end);
  for (uint32_t i = 0; i < end;) {
    uint32_t next = end - i > s->unswept ? i + s->unswept : end;
    s->unswept -= next - i;
    if (!nsp__splitter_walk(s, window, i, next)) return false;
    i = next;
    if (!nsp__sweep(s, window, &i, end)) return false;
    s->unswept += !s->unswept; /* the one that stopped it */
  }
  return true;
}

static void count_malformed(nsp__splitter *s, nsp__index_window window) {
  if (window.start < s->checked) window.start = s->checked;
  uint64_t first = 0, count = nsp__index_malformed(s->text, &window, &first);
  if (!s->malformed && count) s->first_malformed = first;
  s->malformed += count;
}

static uint32_t character_start(const nsp__splitter *s, uint32_t at) {
  while (at > s->at && at < s->length && ((uint8_t)s->text[at] & 0xC0) == 0x80) at--;
  return at;
}

nsp_status nsp__splitter_run(nsp__splitter *s) {
  uint32_t stop = s->complete ? s->length : s->length > NSP__LOOK_AHEAD ? s->length - NSP__LOOK_AHEAD : 0;
  nsp__index_window window;
  window.end = s->at;
  while (window.end < s->length) {
    nsp__index_next(s->set, s->text, window.end, s->length, &window);
    if (window.malformed) count_malformed(s, window);
    if (s->checked < window.end) s->checked = window.end;
    uint32_t count = window.count;
    while (count && window.start + window.at[count - 1] >= stop) count--;
    if (!walk_window(s, &window, count)) return NSP_ERROR_NO_MEMORY;
    if (count < window.count) break;
  }
  if (s->complete) {
    if (!end_block(s, s->length)) return NSP_ERROR_NO_MEMORY;
    nsp__mark_credit_tail(kind_words(s), s->text, s->document->blocks.items, s->document->blocks.count);
    return NSP_OK;
  }
  stop = character_start(s, stop);
  if (s->at < stop) s->at = stop;
  return NSP_OK;
}

static uint32_t less(uint32_t a, uint32_t b) { return a > b ? a - b : 0; }

void nsp__splitter_forget(nsp__splitter *s, uint32_t bytes, uint32_t sentences) {
  nsp_document *d = s->document;
  s->text += bytes;
  s->length -= bytes;
  s->at = less(s->at, bytes);
  s->checked = less(s->checked, bytes);
  s->sentence = less(s->sentence, bytes);
  s->open = less(s->open, bytes);
  s->block = less(s->block, bytes);
  s->closed = less(s->closed, bytes);
  s->deferred_stop = less(s->deferred_stop, bytes);
  s->deferred_break = less(s->deferred_break, bytes);
  s->lines.line = less(s->lines.line, bytes);
  s->lines.group_end = less(s->lines.group_end, bytes);
  for (uint32_t i = 0; i < s->nesting.depth; i++) {
    s->nesting.open[i].at = less(s->nesting.open[i].at, bytes);
    s->nesting.open[i].limit = less(s->nesting.open[i].limit, bytes);
    s->nesting.open[i].sentence = less(s->nesting.open[i].sentence, bytes);
    s->nesting.open[i].sentence_count = less(s->nesting.open[i].sentence_count, sentences);
  }
  d->sentences.count -= sentences;
  if (d->sentences.count && sentences)
    memmove(d->sentences.items, d->sentences.items + sentences, d->sentences.count * sizeof *d->sentences.items);
  for (uint32_t i = 0; i < d->sentences.count; i++) {
    d->sentences.items[i].span.start -= bytes;
    d->sentences.items[i].span.end -= bytes;
  }
  s->block_first_sentence = less(s->block_first_sentence, sentences);
  d->blocks.count = 0;
}

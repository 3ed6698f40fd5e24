#include "sentence/sweep.h"

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

#include <string.h>

#include "layout/kind.h"
#include "sentence/heading.h"
#include "sentence/patterns.h"

static const uint64_t patterns[NSP__PATTERN_BYTES][256] = {NSP__256(0), NSP__256(1), NSP__256(2), NSP__256(3),
                                                           NSP__256(4), NSP__256(5), NSP__256(6), NSP__256(7),
                                                           NSP__256(8), NSP__256(9), NSP__256(10)};

/* What to do where a pattern is. */
typedef struct action {
  uint8_t end, next;    /* the sentence's end and the next one's start, from the mark on */
  uint8_t ends, breaks; /* 1: a sentence ends; a block, too */
  uint8_t no_list;      /* 1: no list may be open */
  uint8_t ask;          /* 1: the rules must be asked */
  uint32_t least, more; /* the sentence must have so many bytes before the mark, and no more than so many more */
} action;

#define ANY_LENGTH .more = UINT32_MAX
#define WORD_ENDS(n) \
  { .end = 1, .next = (n), .ends = 1, ANY_LENGTH }
#define QUOTE_ENDS(n) \
  { .end = (n), .next = (n) + 1, .ends = 1, ANY_LENGTH }
#define BLOCK_ENDS(n) \
  { .end = (n), .next = (n) + 2, .ends = 1, .breaks = 1, ANY_LENGTH }
#define GOES_ON \
  { ANY_LENGTH }
static const action actions[64] = {
    [NSP__WORD4] = WORD_ENDS(2),
    [NSP__WORD3] = WORD_ENDS(2),
    [NSP__WORD2] = WORD_ENDS(2),
    [NSP__WORD4_WIDE] = WORD_ENDS(3),
    [NSP__WORD4_MARK] = WORD_ENDS(2),
    [NSP__WORD4_MARKS] = WORD_ENDS(2),
    [NSP__WORD4_CURLY] = WORD_ENDS(2),
    [NSP__WORD3_MARK] = WORD_ENDS(2),
    [NSP__WORD3_CURLY] = WORD_ENDS(2),
    [NSP__ACCENT2] = WORD_ENDS(2),
    [NSP__ACCENT3] = WORD_ENDS(2),
    [NSP__ACCENT4] = WORD_ENDS(2),
    [NSP__SHOUT4] = WORD_ENDS(2),
    [NSP__SHOUT3] = WORD_ENDS(2),
    [NSP__SHOUT2] = WORD_ENDS(2),
    [NSP__BEHIND_CLOSE] = {.end = 1, .next = 2, .ends = 1, .least = 2, .more = UINT32_MAX - 2},
    [NSP__BEHIND_CURLY] = {.end = 1, .next = 2, .ends = 1, .least = 4, .more = UINT32_MAX - 4},
    [NSP__THOUSAND] = {.end = 1, .next = 2, .ends = 1, .no_list = 1, .least = 6, .more = UINT32_MAX - 6},
    [NSP__YEAR] = {.end = 1, .next = 2, .ends = 1, .least = 6, .more = UINT32_MAX - 6},
    [NSP__PARAGRAPH] = BLOCK_ENDS(1),
    [NSP__PARAGRAPH_CURLY] = BLOCK_ENDS(1),
    [NSP__EMPTY_LINE] = BLOCK_ENDS(0),
    [NSP__EMPTY_LINE_CURLY] = BLOCK_ENDS(0),
    [NSP__CLOSED] = GOES_ON,
    [NSP__CLOSED_MARKS] = GOES_ON,
    [NSP__CLOSED_CURLY] = GOES_ON,
    [NSP__CLOSED_BRACKET] = GOES_ON,
    [NSP__BRACKET_LINE] = GOES_ON,
    [NSP__QUOTED] = QUOTE_ENDS(2),
    [NSP__QUOTED_MARKS] = QUOTE_ENDS(3),
    [NSP__QUOTED_CURLY] = QUOTE_ENDS(4),
    [NSP__TITLE3] = GOES_ON,
    [NSP__TITLE2] = GOES_ON,
    [NSP__TITLE3_FIRST] = {.least = 4},
    [NSP__TITLE2_FIRST] = {.least = 3},
    [NSP__POINT_WITHIN] = GOES_ON,
    [NSP__POINT_NUMBER] = GOES_ON,
    [NSP__POINT_CAPITAL] = GOES_ON,
    [NSP__POINT_COMMA] = GOES_ON,
    [NSP__POINT_SMALL] = {.no_list = 1, ANY_LENGTH},
    [NSP__BRACKET] = GOES_ON,
    [NSP__SEMICOLON] = GOES_ON,
    [NSP__NO_PATTERN] = {.ask = 1},
};

enum { BEFORE = 40, BEHIND = 16, BATCH = 64, MOST_SPACE = 12 };      /* bytes read around a place; places; bytes */
enum { MOST_ASKED = 4, SHORTEST_PAUSE = 256, LONGEST_PAUSE = 8192 }; /* one place in so many; places */

/* Places that were looked at, without regard to the sentence that is open. */
typedef struct batch {
  uint32_t count, next;      /* places; the one of the index behind them */
  uint16_t at[BATCH];        /* as in the window */
  uint16_t index[BATCH + 1]; /* which of the index each begins with; it stands for those up to the next one */
  uint8_t pattern[BATCH];
} batch;

/* How many places of the index belong to what is there: an empty line's second line feed is settled with the first, and
 * the first with a full stop before it. Asked apart from the pattern, as the next place waits for it. */
static inline uint32_t count_places(const uint8_t *mark) {
  uint16_t here, behind;
  memcpy(&here, mark, 2);
  memcpy(&behind, mark + 1, 2);
  /* Computed, as compilers like to make jumps of comparisons here. */
  const uint64_t stops = UINT64_C(1) << '.' | UINT64_C(1) << '?' | UINT64_C(1) << '!';
  uint32_t empty = ((uint32_t)(here ^ 0x0A0A) - 1) >> 31, empty_behind = ((uint32_t)(behind ^ 0x0A0A) - 1) >> 31;
  uint32_t stop = (uint32_t)(stops >> (*mark & 63)) & (((uint32_t)(*mark >> 6) - 1) >> 31);
  return 1 + empty + 2 * (empty_behind & stop);
}

/* The four bytes before a mark; when the third from it is white space, the fourth does not count. */
typedef struct tail {
  uint32_t bytes, key; /* the key of nsp__quick_tail_bit() */
} tail;

static inline tail read_tail(const uint8_t *mark) {
  tail t;
  memcpy(&t.bytes, mark - 4, 4);
  uint32_t kept = (((uint32_t)mark[-3] - (' ' + 1)) >> 31) * 0xFF;
  t.key = (t.bytes | 0x20202020) & ~kept;
  t.bytes &= ~kept;
  return t;
}

static inline uint32_t title_slot(uint32_t key) { return nsp__quick_tail_bit(key) / (32768 / NSP__KNOWN_TITLES); }

/* The pattern at a mark, as far as the splitter's pack allows. */
static inline uint32_t find_pattern(const nsp__splitter *s, uint64_t allowed, const uint8_t *mark) {
  uint64_t all = allowed;
  for (int i = 0; i < NSP__PATTERN_BYTES; i++) all &= patterns[i][mark[i - NSP__BYTES_BEFORE]];
  tail t = read_tail(mark);
  uint32_t bit = nsp__quick_tail_bit(t.key), word = bit >> 6;
  uint32_t listed = (uint32_t)((s->words.tails[word] | s->common_words.tails[word]) >> (bit & 63));
  listed |= s->ordinal_dot & (uint32_t)~mark[-1] >> 5; /* a capital: perhaps a numeral */
  uint32_t title = s->titles[title_slot(t.key)] ^ t.bytes;
  all &= ~(NSP__WORD_BITS & (0 - (uint64_t)(listed & 1)));
  all &= ~(NSP__TITLE_BITS & (0 - (uint64_t)(title != 0)));
  return (uint32_t)__builtin_ctzll(all | NSP__BIT(NO_PATTERN));
}

/* Looks at some places from the one numbered `first` on. */
static void look(const nsp__splitter *s, const nsp__index_window *window, uint32_t first, uint32_t end, batch *b) {
  const uint8_t *text = (const uint8_t *)s->text + window->start;
  uint32_t count = 0, i = first;
  uint64_t allowed = ~UINT64_C(0);
  if (s->semicolon_question) allowed &= ~NSP__BIT(SEMICOLON);
  if (s->ordinal_dot) allowed &= ~(NSP__BIT(YEAR) | NSP__BIT(THOUSAND));
  for (; count < BATCH && i < end; count++) {
    const uint8_t *mark = text + window->at[i];
    b->at[count] = window->at[i];
    b->index[count] = (uint16_t)i;
    b->pattern[count] = (uint8_t)find_pattern(s, allowed, mark);
    i += count_places(mark);
  }
  b->count = count;
  b->next = i < end ? i : end;
  b->index[count] = (uint16_t)b->next;
}

void nsp__sweep_learn(nsp__splitter *s, uint32_t start, uint32_t at) {
  if (at - start > 3 || start < 2) return;
  tail t = read_tail((const uint8_t *)s->text + at);
  s->titles[title_slot(t.key)] = t.bytes;
}

/* Does the sentence begin with two capitals? Then it may begin with a heading. Capitals beyond ASCII begin with a byte
 * from C3 on; what is none and has such bytes is told later. */
static inline uint32_t begins_with_capitals(const uint8_t *start) {
  uint16_t two;
  memcpy(&two, start, 2);
  return ((two & 0x60E0) == 0x4040) | ((two & 0xE0) == 0xC0);
}

static bool has_heading(const nsp__splitter *s, uint32_t start, uint32_t end) {
  return nsp__may_be_heading(s->text, start, end) && nsp__heading_end(s, start, end);
}

static void add_blocks(nsp__splitter *s, uint32_t count) {
  nsp_document *d = s->document;
  const nsp__kind_words words = {&s->words, s->common ? &s->common_words : NULL};
  uint32_t first = s->block_first_sentence;
  for (; d->blocks.count < count; d->blocks.count++) {
    nsp_block *block = &d->blocks.items[d->blocks.count];
    uint32_t behind = block->sentence_count; /* settle() has left the sentence behind the block there */
    block->span = (nsp_span){d->sentences.items[first].span.start, d->sentences.items[behind - 1].span.end};
    bool indented = block->span.start > 0 && s->text[block->span.start - 1] != '\n';
    bool plain = !indented && nsp__is_plain_paragraph(s->text, block->span);
    block->kind = plain ? NSP_BLOCK_PARAGRAPH : nsp__block_kind(words, s->text, block->span, s->length);
    block->first_sentence = first;
    block->sentence_count = behind - first;
    first = behind;
    s->block = block->span.end;
  }
  s->block_first_sentence = first;
  s->lines.line = s->block + 2;
  if (s->at < s->lines.line) s->at = s->lines.line;
  s->list.kind = 0;
  s->nesting.depth = 0;
}

/* Goes over the white space that the open sentence begins with, MOST_SPACE bytes of it; true when that is all. */
static bool skip_space(nsp__splitter *s) {
  uint32_t end = s->length - s->open > MOST_SPACE ? s->open + MOST_SPACE : s->length;
  while (s->open < end && (s->text[s->open] == ' ' || s->text[s->open] == '\n')) s->open++;
  if (s->length - s->open < BEHIND) return false;
  const uint8_t *c = (const uint8_t *)s->text + s->open;
  return NSP__FIRST(c[0]) || (c[0] == 0xE2 && c[1] == 0x80 && NSP__ROW9(c[2]));
}

/* Sentences and blocks may be added for so many places. */
static uint32_t room(const nsp_document *d) {
  uint32_t sentences = d->sentences.capacity - d->sentences.count, blocks = d->blocks.capacity - d->blocks.count;
  return sentences < blocks ? sentences : blocks;
}

/* Goes on from place j to the next one that is not plain. */
static uint32_t settle(nsp__splitter *s, uint32_t start, const batch *b, uint32_t j) {
  nsp_document *d = s->document;
  uint32_t most = room(d), from = j, end = b->count - j > most ? j + most : b->count;
  const uint8_t *text = (const uint8_t *)s->text;
  if (start + b->at[j] < s->at || !skip_space(s)) return j;
  nsp_sentence *items = d->sentences.items;
  nsp_block *block_items = d->blocks.items;
  uint32_t sentences = d->sentences.count, blocks = d->blocks.count, list = s->list.kind != 0;
  uint32_t sentence = s->sentence, open = s->open, quoted = 0;
  for (; j < end; j++) {
    const action *a = &actions[b->pattern[j]];
    uint32_t at = start + b->at[j], stop = at + a->end, ends = a->ends;
    if (a->ask | (ends & (open >= stop)) | (at - sentence - a->least > a->more) | (a->no_list & list)) break;
    if ((ends & begins_with_capitals(text + open)) && has_heading(s, open, stop)) break;
    items[sentences] = (nsp_sentence){{open, stop}, blocks};
    sentences += ends;
    block_items[blocks].sentence_count = sentences;
    blocks += a->breaks;
    uint32_t all = 0 - ends;
    quoted |= ends & (text[stop - 1] == '"');
    sentence = (sentence & ~all) | (stop & all);
    open = (open & ~all) | ((at + a->next) & all);
  }
  if (j == from) return j;
  d->sentences.count = sentences;
  s->sentence = sentence;
  s->open = open;
  for (uint32_t i = sentences; quoted; i--)
    if (text[items[i - 1].span.end - 1] == '"') s->closed = items[i - 1].span.end, quoted = 0;
  uint32_t behind = start + b->at[j - 1] + 1;
  s->at = behind > sentence ? behind : sentence;
  if (blocks > d->blocks.count) add_blocks(s, blocks);
  return j;
}

/* Some places from the one numbered *i on. Where few of them are plain the rules are asked at once for a while, and for
 * a longer one when it is so again. */
static bool sweep_batch(nsp__splitter *s, const nsp__index_window *window, uint32_t *i, uint32_t end) {
  batch b;
  uint32_t asked = 0;
  look(s, window, *i, end, &b);
  *i = b.next;
  for (uint32_t j = 0; j < b.count; j++) {
    j = settle(s, window->start, &b, j);
    if (j == b.count) break;
    asked++;
    if (!nsp__splitter_walk(s, window, b.index[j], b.index[j + 1])) return false;
  }
  bool few = asked * MOST_ASKED > b.count;
  s->pause = !few ? 0 : s->pause < LONGEST_PAUSE ? 2 * s->pause + SHORTEST_PAUSE : s->pause;
  s->unswept = s->pause;
  return true;
}

bool nsp__sweep(nsp__splitter *s, const nsp__index_window *window, uint32_t *from, uint32_t end) {
  uint32_t last = s->length > BEHIND ? s->length - BEHIND : 0;
  while (end > *from && window->start + window->at[end - 1] >= last) end--;
  while (*from < end && window->start + window->at[*from] >= BEFORE && !s->unswept)
    if (!sweep_batch(s, window, from, end)) return false;
  return true;
}

#else
bool nsp__sweep(nsp__splitter *s, const nsp__index_window *window, uint32_t *from, uint32_t end) {
  (void)s, (void)window, (void)from, (void)end;
  return true;
}

void nsp__sweep_learn(nsp__splitter *s, uint32_t start, uint32_t at) { (void)s, (void)start, (void)at; }
#endif

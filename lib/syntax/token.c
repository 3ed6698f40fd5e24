#include "token.h"

#include "language/pack.h"
#include "mark.h"
#include "text/fold.h"
#include "text/letters.h"
#include "tokenbits.h"

#include <string.h>

#define R2(x) x, x
#define R4(x) R2(x), R2(x)
#define R8(x) R4(x), R4(x)
#define R16(x) R8(x), R8(x)
#define R32(x) R16(x), R16(x)
enum { S = BYTE_SPACE, M = BYTE_MARK, L = BYTE_LOWER, U = BYTE_UPPER, D = BYTE_DIGIT, H = BYTE_HIGH, P = BYTE_LEAD };
/* The lead bytes that begin every mark and space of mark.c: C2, D8-DB, E0, E2, E3, EF, F0. */
/* clang-format off */
const uint8_t nsp__byte_class[256] = {
    R32(S), S, R8(M), R4(M), R2(M), M, R8(D), R2(D), R4(M), R2(M), M,                 /* 00-40 */
    R16(U), R8(U), R2(U), R4(M), L, M, R16(L), R8(L), R2(L), R4(M), S,                /* 41-7F */
    R32(H), R32(H),                                                                   /* 80-BF */
    R2(H), P, H, R4(H), R8(H), R8(H), R4(P), R4(H),                                   /* C0-DF */
    P, H, P, P, R4(H), R4(H), R2(H), H, P, P, R8(H), R4(H), R2(H), H};                /* E0-FF */

#define K(name) NSP__MARK_##name
const uint8_t nsp__ascii_mark[128] = {
    ['!'] = K(EXCLAMATION), ['"'] = K(DOUBLE_STRAIGHT), ['#'] = K(SYMBOL), ['$'] = K(SYMBOL), ['%'] = K(SYMBOL),
    ['&'] = K(SYMBOL), ['\''] = K(SINGLE_STRAIGHT), ['('] = K(OPEN_BRACKET), [')'] = K(CLOSE_BRACKET),
    ['*'] = K(BULLET), ['+'] = K(SYMBOL), [','] = K(COMMA), ['-'] = K(HYPHEN), ['.'] = K(PERIOD), ['/'] = K(SLASH),
    [':'] = K(COLON), [';'] = K(SEMICOLON), ['<'] = K(OPEN_BRACKET), ['='] = K(SYMBOL), ['>'] = K(CLOSE_BRACKET),
    ['?'] = K(QUESTION), ['@'] = K(SYMBOL), ['['] = K(OPEN_BRACKET), ['\\'] = K(SLASH), [']'] = K(CLOSE_BRACKET),
    ['^'] = K(SYMBOL), ['`'] = K(SINGLE_LEFT), ['{'] = K(OPEN_BRACKET), ['|'] = K(SYMBOL), ['}'] = K(CLOSE_BRACKET),
    ['~'] = K(SYMBOL)};
/* clang-format on */

nsp__joining nsp__joining_of(const char *language) {
  if (language && strncmp(language, "en", 2) == 0) return NSP__JOIN_ENGLISH;
  if (language && (strncmp(language, "fr", 2) == 0 || strncmp(language, "ca", 2) == 0)) return NSP__JOIN_FRENCH;
  return language && strncmp(language, "it", 2) == 0 ? NSP__JOIN_ITALIAN : NSP__JOIN_PLAIN;
}

void nsp__tokenizer_start(nsp__tokenizer *t, const char *text, uint32_t start, uint32_t end, nsp__joining joining) {
  memset(t, 0, sizeof *t);
  t->text = text;
  t->start = t->at = start;
  t->end = t->limit = end;
  t->space = NSP__SHAPE_SPACE_BEFORE;
  t->joining = joining;
}

/* Nothing that an opening quotation mark could embrace stands at s. */
static int ends_there(const unsigned char *s, const unsigned char *end) {
  if (s >= end || nsp__byte_class[*s] == BYTE_SPACE) return 1;
  if (*s < 0x80) return strchr(".,;:!?)]}>\"'-", *s) != NULL;
  if (nsp__byte_class[*s] != BYTE_LEAD) return 0;
  nsp__mark_found m = nsp__mark_at(s, end);
  return m.len && (m.mark == NSP__MARK_SPACE || m.mark == NSP__MARK_ELLIPSIS || m.mark == NSP__MARK_DASH ||
                   (nsp__mark_shape(m.mark) & NSP__SHAPE_CLOSE_QUOTE));
}

/* Which way a quotation mark faces. The white space around it decides; where that says nothing (spaces on both
 * sides, as within French guillemets, or on none) the glyph does; where that says nothing either, what is open. */
static void face_quote(nsp__tokenizer *t, nsp__token *k, const nsp__token *prev) {
  const unsigned char *text = (const unsigned char *)t->text;
  int single = k->punct >= NSP__MARK_SINGLE_STRAIGHT && k->punct <= NSP__MARK_SINGLE_LOW;
  uint8_t *open = single ? &t->single_open : &t->double_open;
  int before = (k->shape & NSP__SHAPE_SPACE_BEFORE) ||
               (prev && (prev->shape & (NSP__SHAPE_OPEN_QUOTE | NSP__SHAPE_OPEN_BRACKET | NSP__SHAPE_DASH)));
  int after = ends_there(text + k->end, text + t->end);
  if (single && !before && !*open && (k->shape & NSP__SHAPE_EITHER_QUOTE) && prev && !prev->punct) {
    unsigned last = text[k->start - 1] | 0x20u;
    if (last == 's' || last == 'x' || last == 'z') {
      k->punct = NSP__MARK_APOSTROPHE;
      k->shape &= (uint16_t) ~(NSP__SHAPE_QUOTE | NSP__SHAPE_PUNCT);
      return;
    }
  }
  int opens = before != after                        ? before
              : (k->shape & NSP__SHAPE_EITHER_QUOTE) ? !*open
                                                     : (k->shape & NSP__SHAPE_OPEN_QUOTE) != 0;
  k->shape &= (uint16_t) ~(NSP__SHAPE_OPEN_QUOTE | NSP__SHAPE_CLOSE_QUOTE);
  k->shape |= opens ? NSP__SHAPE_OPEN_QUOTE : NSP__SHAPE_CLOSE_QUOTE;
  *open = (uint8_t)opens;
}

static const unsigned char *run_of(const unsigned char *s, const unsigned char *end, unsigned a, unsigned b) {
  while (s < end && (*s == a || *s == b)) s++;
  return s;
}

/* Marks that stand together as one: "...", "--", "?!", "``", "''", "<<", "=====". Returns the token's end. */
static const unsigned char *join_marks(nsp__token *k, const unsigned char *s, const unsigned char *end) {
  unsigned c = *s;
  const unsigned char *p = s + 1;
  int doubled = p < end && *p == c;
  switch (c) {
    case '.':
      p = run_of(p, end, '.', '.');
      if (p - s > 1) k->punct = NSP__MARK_ELLIPSIS;
      return p;
    case '!':
    case '?':
      p = run_of(p, end, '!', '?');
      if (memchr(s, '!', (size_t)(p - s))) k->punct = NSP__MARK_EXCLAMATION;
      return p;
    case '-': {
      p = run_of(p, end, '-', '-');
      int apart = (k->shape & NSP__SHAPE_SPACE_BEFORE) && (p == end || nsp__byte_class[*p] == BYTE_SPACE);
      if (p - s > 1 || apart) k->punct = NSP__MARK_DASH;
      return p;
    }
    case '`':
    case '\'':
    case '<':
    case '>':
      if (!doubled) return p;
      k->punct = c == '`'    ? NSP__MARK_BACKTICKS
                 : c == '\'' ? NSP__MARK_TICKS
                 : c == '<'  ? NSP__MARK_GUILLEMET_LEFT
                             : NSP__MARK_GUILLEMET_RIGHT;
      return p + 1;
    case '"':
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '$': return p;
    default: return run_of(p, end, c, c);
  }
}

/* A mark that begins a word after all: "'90s", ".5", "#MeToo", "@agency". */
static int begins_word(const nsp__token *k, const unsigned char *s, const unsigned char *end) {
  if (!(k->shape & NSP__SHAPE_SPACE_BEFORE) || end - s < 3) return 0;
  const unsigned char *p = s + 1;
  if (*s == 0xE2 && s[1] == 0x80 && s[2] == 0x99)
    p = s + 3;
  else if (*s != '\'')
    return ((*s == '#' || *s == '@') && (nsp__byte_class[*p] & BYTE_LETTER)) ||
           (*s == '.' && (nsp__byte_class[*p] & BYTE_DIGIT));
  return end - p >= 2 && (nsp__byte_class[p[0]] & BYTE_DIGIT) && (nsp__byte_class[p[1]] & BYTE_DIGIT) &&
         !(end - p >= 3 && (nsp__byte_class[p[2]] & BYTE_DIGIT));
}

static const unsigned char *cut_word(const nsp__tokenizer *t, nsp__token *k, const unsigned char *s, unsigned skip) {
  nsp__word w = nsp__word_scan(t, s + skip, 0, 0);
  k->shape |= w.shape;
  k->punct = NSP__MARK_NONE;
  return w.end;
}

static const unsigned char *cut_mark(nsp__tokenizer *t, nsp__token *k, const nsp__token *prev, const unsigned char *s,
                                     nsp__mark_found m) {
  const unsigned char *end = (const unsigned char *)t->text + t->end;
  int apostrophe = m.mark == NSP__MARK_SINGLE_STRAIGHT || m.mark == NSP__MARK_SINGLE_RIGHT;
  if (apostrophe && t->joining == NSP__JOIN_ENGLISH && prev && prev->end == k->start) {
    size_t n = nsp__clitic_len(s, end);
    if (n && (!prev->punct || (prev->shape & NSP__SHAPE_CLOSE_QUOTE))) return s + n;
  }
  if (*s == '-' && t->joining == NSP__JOIN_FRENCH && prev && prev->end == k->start && !prev->punct) {
    size_t n = nsp__enclitic_len(s, end);
    if (n) return s + n;
  }
  if ((m.len == 1 || apostrophe) && begins_word(k, s, end)) return cut_word(t, k, s, m.len);
  k->punct = m.mark;
  s = m.len == 1 ? join_marks(k, s, end) : s + m.len;
  k->shape |= nsp__mark_shape(k->punct);
  k->end = (uint32_t)(s - (const unsigned char *)t->text);
  if (k->punct != NSP__MARK_SYMBOL) k->shape |= NSP__SHAPE_PUNCT;
  if (k->shape & NSP__SHAPE_QUOTE) face_quote(t, k, prev);
  return s;
}

/* May a word of letters go on behind them with that byte? Full stops, hyphens and apostrophes join, too. */
static int may_go_on(unsigned char c) {
  static const uint64_t joins = UINT64_C(1) << '.' | UINT64_C(1) << '-' | UINT64_C(1) << '&' | UINT64_C(1) << ':' |
                                UINT64_C(1) << '/' | UINT64_C(1) << '\'' | UINT64_C(0x3FF) << '0';
  return c < 64 ? (int)(joins >> c & 1) : c == '@' || c == '_' || c >= 0x80;
}

/* Does a word of letters end at such a byte for all that? At a full stop that ends the sentence or stands before a mark
 * that cannot follow within a word; at “ ” – —. */
static int ends_yet(const unsigned char *s, const unsigned char *end) {
  if (*s == '.') return s + 1 == end || (nsp__byte_class[s[1]] == BYTE_MARK && s[1] != ',' && s[1] != ';');
  return *s == 0xE2 && end - s >= 3 && s[1] == 0x80 && (s[2] == 0x9C || s[2] == 0x9D || s[2] == 0x93 || s[2] == 0x94);
}

/* Any other word. Of its letters `known` have been seen. */
static const unsigned char *cut_other_word(const nsp__tokenizer *t, nsp__token *k, const unsigned char *s,
                                           nsp__letters known) {
  unsigned seen = known.length ? (nsp__byte_class[*s] & BYTE_UPPER) | (known.lower ? BYTE_LOWER : BYTE_UPPER) : 0;
  nsp__word w = nsp__word_scan(t, s, known.length, seen);
  k->shape |= w.shape;
  k->hash =
      known.length && w.end == s + known.length ? known.hash : nsp__fold_hash((const char *)s, (size_t)(w.end - s));
  return w.end;
}

/* Most words are letters of ASCII and nothing else: cut, told from capitals and hashed in one go. What they go on with,
 * if anything, is word.c's to say. */
static inline const unsigned char *cut_letters(const nsp__tokenizer *t, nsp__token *k, const unsigned char *s,
                                               const unsigned char *end) {
  nsp__letters run = nsp__letters_at((const char *)s, t->text + t->limit);
  const unsigned char *behind = s + run.length;
  if (!run.length || behind > end) {
    run.length = 0;
    return cut_other_word(t, k, s, run);
  }
  if (behind < end && may_go_on(*behind) && !ends_yet(behind, end)) return cut_other_word(t, k, s, run);
  unsigned capital = !(*s & 0x20);
  k->shape |=
      (uint16_t)(capital * NSP__SHAPE_CAPITAL | (capital & !run.lower & (run.length > 1)) * NSP__SHAPE_ALL_CAPS);
  k->hash = run.hash;
  return behind;
}

/* A mark of ASCII that is one by itself wherever it stands, or a full stop that is. */
static int stands_alone(const unsigned char *s, const unsigned char *end, uint16_t space) {
  static const uint64_t always =
      UINT64_C(1) << ',' | UINT64_C(1) << ';' | UINT64_C(1) << ':' | UINT64_C(1) << '(' | UINT64_C(1) << ')';
  if (*s < 64 && always >> *s & 1) return 1;
  return *s == '.' && !space && (s + 1 == end || s[1] != '.');
}

/* Whatever is no word that begins with a letter of ASCII: a mark, a number, a word of other letters. `m` is the mark
 * that stands there, if one does. */
static const unsigned char *cut_other(nsp__tokenizer *t, nsp__token *k, const unsigned char *s, nsp__mark_found m) {
  const unsigned char *end = (const unsigned char *)t->text + t->end;
  if (m.len == 1 && stands_alone(s, end, k->shape)) {
    k->punct = m.mark;
    k->shape |= (uint16_t)(nsp__mark_shape(m.mark) | NSP__SHAPE_PUNCT);
    k->hash = nsp__hash_byte(*s);
    return s + 1;
  }
  const unsigned char *behind = m.len ? cut_mark(t, k, t->count ? k - 1 : NULL, s, m) : cut_word(t, k, s, 0);
  k->hash = nsp__fold_hash((const char *)s, (size_t)(behind - s));
  return behind;
}

/* What is no word that begins with a letter of ASCII. */
static inline nsp__mark_found mark_at(const unsigned char *s, const unsigned char *end, unsigned byte_class) {
  if (byte_class == BYTE_LEAD) return nsp__mark_at(s, end);
  nsp__mark_found m = {0, NSP__MARK_NONE};
  if (byte_class == BYTE_MARK)
    m.len = 1, m.mark = nsp__ascii_mark[*s];
  else if (byte_class == BYTE_SPACE)
    m.len = 1, m.mark = NSP__MARK_SPACE;
  return m;
}

int nsp__tokenize(nsp__tokenizer *t, nsp__token *tokens, size_t cap) {
  const unsigned char *text = (const unsigned char *)t->text;
  const unsigned char *end = text + t->end, *s = text + t->at;
  uint16_t space = t->space;
  uint32_t count = t->count;
  while (s < end && (size_t)count + NSP__TOKENIZE_SLACK <= cap) {
    unsigned c = nsp__byte_class[*s];
    nsp__mark_found m = {0, NSP__MARK_NONE};
    if (!(c & (BYTE_LOWER | BYTE_UPPER))) {
      m = mark_at(s, end, c);
      if (m.mark == NSP__MARK_SPACE) {
        s += m.len;
        space = NSP__SHAPE_SPACE_BEFORE;
        continue;
      }
    }
    nsp__token *k = tokens + count;
    *k = (nsp__token){.start = (uint32_t)(s - text), .word = UINT32_MAX, .head = count, .shape = space};
    t->count = count++;
    s = c & (BYTE_LOWER | BYTE_UPPER) ? cut_letters(t, k, s, end) : cut_other(t, k, s, m);
    k->end = (uint32_t)(s - text);
    if (t->pack) nsp__pack_ask_place(t->pack, k->hash);
    space = 0;
    if (s < end && *s == ' ') {
      s++;
      space = NSP__SHAPE_SPACE_BEFORE;
    }
  }
  t->count = count;
  t->at = (uint32_t)(s - text);
  t->space = space;
  return s == end;
}

/* Where a word ends. Each look-ahead here is bounded: 8 bytes past a connecting mark, 64 letters for capitals;
 * only a web address is run through to its end, and that end is where the scan goes on. */
#include "mark.h"
#include "text/fold.h"
#include "tokenbits.h"

#include <string.h>

enum { SPACES_LOOKED_OVER = 4, LETTERS_LOOKED_AT = 64 };

typedef struct scan {
  const unsigned char *start, *at, *end;
  const unsigned char *segment; /* after the last connecting mark */
  unsigned seen;                /* BYTE_* of everything so far */
  uint16_t shape;
  nsp__joining joining;
} scan;

int nsp__in_word(const unsigned char *s, const unsigned char *end) {
  if (s >= end) return 0;
  unsigned c = nsp__byte_class[*s];
  return (c & BYTE_WORD) || (c == BYTE_LEAD && nsp__mark_at(s, end).len == 0);
}

static size_t apostrophe_len(const unsigned char *s, const unsigned char *end) {
  if (s < end && *s == '\'') return 1;
  return end - s >= 3 && s[0] == 0xE2 && s[1] == 0x80 && s[2] == 0x99 ? 3 : 0;
}

size_t nsp__clitic_len(const unsigned char *s, const unsigned char *end) {
  size_t n = apostrophe_len(s, end);
  size_t left = (size_t)(end - s) - n;
  if (n == 0 || left == 0) return 0;
  unsigned a = s[n] | 0x20u, b = left > 1 ? s[n + 1] | 0x20u : 0;
  if ((a == 's' || a == 'm' || a == 'd') && !nsp__in_word(s + n + 1, end)) return n + 1;
  if ((a == 'l' && b == 'l') || ((a == 'r' || a == 'v') && b == 'e')) return nsp__in_word(s + n + 2, end) ? 0 : n + 2;
  return 0;
}

static int is_elidable(const unsigned char *s, size_t n) {
  static const char *const forms[] = {"qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};
  if (n == 1) return strchr("cdjlmnst", s[0] | 0x20) != NULL;
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    size_t k = 0;
    while (k < n && forms[i][k] && (s[k] | 0x20) == forms[i][k]) k++;
    if (k == n && !forms[i][k]) return 1;
  }
  return 0;
}

/* At an apostrophe. 1: the word goes on behind it; 0: w->at is the word's end. */
static int pass_apostrophe(scan *w, size_t len) {
  const unsigned char *next = w->at + len;
  if (!nsp__in_word(next, w->end)) return 0;
  if (w->joining == NSP__JOIN_ENGLISH) {
    int not = (next[0] | 0x20) == 't' && (w->at[-1] | 0x20) == 'n' && !nsp__in_word(next + 1, w->end);
    if (not &&w->at - w->start > 1) {
      w->at--;
      return 0;
    }
    if (nsp__clitic_len(w->at, w->end)) return 0;
  } else if (w->joining == NSP__JOIN_ITALIAN ||
             (w->joining == NSP__JOIN_FRENCH && is_elidable(w->segment, (size_t)(w->at - w->segment)))) {
    w->at = next;
    return 0;
  }
  w->at = w->segment = next;
  return 1;
}

size_t nsp__enclitic_len(const unsigned char *s, const unsigned char *end) {
  static const char *const forms[] = {"il", "elle", "on",  "ils", "elles", "je",  "tu",  "nous", "vous", "ce",
                                      "le", "la",   "les", "lui", "leur",  "moi", "toi", "y",    "en"};
  size_t skip = end - s > 3 && (s[1] | 0x20) == 't' && s[2] == '-' ? 3 : 1;
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    size_t n = 0;
    while (forms[i][n] && s + skip + n < end && (s[skip + n] | 0x20) == forms[i][n]) n++;
    if (!forms[i][n] && !nsp__in_word(s + skip + n, end) && !(s + skip + n < end && s[skip + n] == '-'))
      return skip + n;
  }
  return 0;
}

static size_t letters_between(const unsigned char *s, const unsigned char *end) {
  size_t n = 0;
  for (; s < end && n < 8; s++) n += (*s & 0xC0) != 0x80;
  return n;
}

/* At a full stop that no letter follows: does it belong to the word? A sentence is given, so a stop inside of it
 * shortens a word; the exception are quotations that hold several sentences. */
static int keeps_stop(const scan *w) {
  const unsigned char *p = w->at + 1;
  size_t letters = letters_between(w->segment, w->at);
  if (letters == 1 && (w->shape & NSP__SHAPE_JOINED) && !(w->seen & BYTE_DIGIT))
    return 1; /* "U.S." stays whole at the sentence's end, too */
  if (p < w->end && (*p == ',' || *p == ';')) return 1;
  for (int i = 0; p < w->end && nsp__byte_class[*p] == BYTE_SPACE && i < SPACES_LOOKED_OVER; i++) p++;
  if (p == w->at + 1 || !nsp__in_word(p, w->end)) return 0;
  if (!(w->seen & BYTE_LETTER) && !(w->seen & BYTE_LEAD))
    return w->joining == NSP__JOIN_PLAIN && letters <= 2; /* "3. Oktober" */
  if (letters == 1 || (nsp__byte_class[*p] & BYTE_LOWER)) return 1;
  return letters <= 4 && !(nsp__byte_class[*w->start] & BYTE_LOWER);
}

static int pass_stop(scan *w) {
  const unsigned char *next = w->at + 1;
  if (!nsp__in_word(next, w->end)) {
    if (keeps_stop(w)) {
      w->at++;
      w->shape |= NSP__SHAPE_JOINED;
      return w->at < w->end && *w->at == '-'; /* "U.S.-led" */
    }
    return 0;
  }
  int digits = (nsp__byte_class[w->at[-1]] & BYTE_DIGIT) && (nsp__byte_class[*next] & BYTE_DIGIT);
  if (!digits) {
    /* "the end.Then": a space was forgotten */
    if ((nsp__byte_class[*next] & BYTE_UPPER) && (nsp__byte_class[w->at[-1]] & BYTE_LOWER) &&
        letters_between(w->segment, w->at) > 2)
      return 0;
    w->shape |= NSP__SHAPE_JOINED;
  }
  w->at = w->segment = next;
  return 1;
}

static void run_web(scan *w) {
  static const char stops[] = "\"<>()[]{}|\\^`";
  const unsigned char *p = w->at;
  while (p < w->end && nsp__byte_class[*p] != BYTE_SPACE && !(*p < 0x80 && *p && strchr(stops, *p)) &&
         !(nsp__byte_class[*p] == BYTE_LEAD && nsp__mark_at(p, w->end).len))
    p++;
  while (p > w->at && strchr(".,;:!?'*_-", p[-1])) p--;
  w->at = p;
  w->shape |= NSP__SHAPE_WEB | NSP__SHAPE_JOINED;
}

/* At a byte that is no letter or digit. 1: it connects, go on; 0: the word ends at w->at. */
static int pass_connector(scan *w) {
  const unsigned char *p = w->at;
  int digits = (nsp__byte_class[p[-1]] & BYTE_DIGIT) && p + 1 < w->end && (nsp__byte_class[p[1]] & BYTE_DIGIT);
  switch (*p) {
    case '.': return pass_stop(w);
    case '-':
      if (w->joining == NSP__JOIN_FRENCH && nsp__enclitic_len(p, w->end)) return 0; /* "dit-il" */
                                                                                    /* fall through */
    case '&':
      if (!nsp__in_word(p + 1, w->end)) return 0;
      w->shape |= NSP__SHAPE_JOINED;
      break;
    case ',':
      if (!digits) return 0;
      break;
    case ':':
      if (w->end - p > 3 && p[1] == '/' && p[2] == '/') {
        run_web(w);
        return 0;
      }
      if (!digits) return 0;
      break;
    case '/':
      if ((w->shape & NSP__SHAPE_JOINED) && (nsp__byte_class[p[-1]] & BYTE_LOWER) && p - w->segment > 1 &&
          w->segment > w->start && w->segment[-1] == '.')
        run_web(w);
      return 0;
    case '@':
      if (nsp__in_word(p + 1, w->end)) run_web(w);
      return 0;
    default: {
      size_t len = apostrophe_len(p, w->end);
      return len ? pass_apostrophe(w, len) : 0;
    }
  }
  w->at = w->segment = p + 1;
  return 1;
}

/* Capitals of a word with letters beyond ASCII. */
static unsigned high_shape(const scan *w) {
  const unsigned char *p = w->start;
  unsigned shape = 0, upper = 0, lower = 0, len;
  for (int i = 0; p < w->at && i < LETTERS_LOOKED_AT; i++, p += len) {
    uint32_t c = nsp__decode(p, w->at, &len), low = nsp__fold_char(c);
    int is_upper = c != low && low != '\'' && low != '-';
    if (i == 0) shape |= (is_upper ? NSP__SHAPE_CAPITAL : 0) | (c >= 0x370 ? NSP__SHAPE_NON_LATIN : 0);
    upper += is_upper;
    lower += !is_upper && (c >= 0x80 ? c >= 0xC0 && c < 0x2000 : (nsp__byte_class[c] & BYTE_LOWER) != 0);
  }
  return shape | (upper > 1 && lower == 0 ? NSP__SHAPE_ALL_CAPS : 0);
}

static uint16_t word_shape(const scan *w) {
  unsigned shape = w->shape, seen = w->seen;
  if (seen & BYTE_DIGIT)
    shape |= seen & ~(unsigned)BYTE_DIGIT ? NSP__SHAPE_DIGIT : NSP__SHAPE_DIGIT | NSP__SHAPE_NUMBER;
  if (seen & (BYTE_HIGH | BYTE_LEAD)) return (uint16_t)(shape | high_shape(w));
  if (nsp__byte_class[*w->start] & BYTE_UPPER) {
    shape |= NSP__SHAPE_CAPITAL;
    if (!(seen & BYTE_LOWER) && w->at - w->start > 1) shape |= NSP__SHAPE_ALL_CAPS;
  }
  return (uint16_t)shape;
}

nsp__word nsp__word_scan(const nsp__tokenizer *t, const unsigned char *s, size_t skip, unsigned seen) {
  const unsigned char *end = (const unsigned char *)t->text + t->end;
  scan w = {s, s + skip, end, s, seen, 0, t->joining};
  do {
    while (w.at < end) {
      unsigned c = nsp__byte_class[*w.at];
      if (!(c & BYTE_WORD)) {
        if (c != BYTE_LEAD || nsp__mark_at(w.at, end).len) break;
      }
      w.seen |= c;
      w.at++;
    }
  } while (w.at < end && w.at > s && pass_connector(&w));
  if (w.at == s) w.at++; /* the caller saw a word here; never stand still */
  nsp__word found = {w.at, word_shape(&w)};
  return found;
}

#include <string.h>

#include "sentence/context.h"

/* A mark that closes what was quoted or bracketed, at text[at] directly behind a terminator. */
static bool closes(const nsp__splitter *s, uint32_t at, nsp__char c, nsp__cluster *cluster) {
  if (c.class_ == NSP__CHAR_CLOSE) return cluster->bracket = true;
  if (c.class_ != NSP__CHAR_QUOTE && c.class_ != NSP__CHAR_APOSTROPHE) return false;
  /* "« Non. »Oui" aside, a quotation mark that touches a letter behind it opens. */
  nsp__char after = nsp__char_at(s->text, at + c.length, s->length);
  if (cluster->wide && (c.codepoint == 0x201C || c.codepoint == 0x2018 || c.codepoint == 0xAB)) return false;
  if (nsp__is_letter(after.class_) && !cluster->wide) return false;
  return cluster->quote = true;
}

/* Footnote marks: "[7]", "[a]". Their end, or 0. */
static uint32_t footnote_end(const nsp__splitter *s, uint32_t at) {
  if (at >= s->length || s->text[at] != '[') return 0;
  for (uint32_t i = at + 1; i < s->length && i < at + 6; i++) {
    char c = s->text[i];
    if (c == ']') return i > at + 1 ? i + 1 : 0;
    if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z' && i == at + 1)) return 0;
  }
  return 0;
}

static void read_closing(const nsp__splitter *s, nsp__cluster *cluster) {
  for (int n = 0; n < 16; n++) { /* at most sixteen closing marks belong to one sentence */
    nsp__char c = nsp__char_at(s->text, cluster->end, s->length);
    uint32_t footnote;
    if (closes(s, cluster->end, c, cluster))
      cluster->end += c.length;
    else if (c.codepoint == '[' && (footnote = footnote_end(s, cluster->end)))
      cluster->end = footnote;
    else if (c.class_ == NSP__CHAR_IGNORE)
      cluster->end += c.length;
    else if (nsp__is_terminator(c.class_) && (cluster->quote || cluster->bracket))
      cluster->end += c.length;
    else
      return;
  }
}

/* Is a straight quotation mark with spaces on both sides a closing one? Then an odd number stands before it in its
 * block; this counts at most NSP__LOOK_QUOTES bytes back, and not beyond a sentence that closed with one. */
static bool is_odd_mark(const nsp__splitter *s, uint32_t at) {
  uint32_t first = at < NSP__LOOK_QUOTES || s->block > at - NSP__LOOK_QUOTES ? s->block : at - NSP__LOOK_QUOTES;
  if (first < s->closed) first = s->closed;
  bool odd = false;
  for (uint32_t i = first; i < at; i++) odd ^= s->text[i] == '"';
  return odd;
}

/* A closing mark that a space sets off, as in French: « Oui ! », or in texts whose words were cut apart. */
static bool closes_behind_space(const nsp__splitter *s, uint32_t at, nsp__char *c) {
  bool two = c->codepoint == '\'' && at + 1 < s->length && s->text[at + 1] == '\'';
  if (two) c->length = 2;
  nsp__char after = nsp__char_at(s->text, at + c->length, s->length);
  bool apart = nsp__is_space(after.class_) || after.class_ == NSP__CHAR_END;
  if (two) return apart;
  if (c->codepoint == '"') return apart && is_odd_mark(s, at);
  if (nsp__is_letter(after.class_) || after.class_ == NSP__CHAR_DIGIT) return false;
  return c->codepoint == 0xBB || c->codepoint == 0x203A || c->codepoint == 0x201D || c->class_ == NSP__CHAR_CLOSE;
}

static void read_spaced_closing(const nsp__splitter *s, nsp__cluster *cluster) {
  nsp__char space = nsp__char_at(s->text, cluster->end, s->length);
  if (space.class_ != NSP__CHAR_SPACE) return;
  uint32_t at = cluster->end + space.length;
  nsp__char c = nsp__char_at(s->text, at, s->length);
  if (!closes_behind_space(s, at, &c)) return;
  cluster->end = at + c.length;
  if (c.class_ == NSP__CHAR_CLOSE)
    cluster->bracket = true;
  else
    cluster->quote = true;
  read_closing(s, cluster);
}

/* Emoticons that lie not on their side, or have brows. Behind text[at], or 0. */
static uint32_t upright_smiley_end(const nsp__splitter *s, uint32_t at) {
  static const char *const known[] = {"^_^", "^^", "^.^", "<3", "-_-", ">:(", ">:)", ">.<"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    size_t length = strlen(known[i]);
    if (s->length - at < length || memcmp(s->text + at, known[i], length) != 0) continue;
    nsp__char after = nsp__char_at(s->text, at + (uint32_t)length, s->length);
    if (after.class_ == NSP__CHAR_END || nsp__is_space(after.class_)) return at + (uint32_t)length;
  }
  return 0;
}

/* Emoticons and pictures that stand behind the mark, set off by a space, and belong to the sentence: "Thanks! :)" */
static uint32_t smiley_end(const nsp__splitter *s, uint32_t at) {
  nsp__char c = nsp__char_at(s->text, at, s->length);
  if ((c.codepoint >= 0x1F300 && c.codepoint < 0x1FB00) || (c.codepoint >= 0x2600 && c.codepoint < 0x27C0))
    return at + c.length;
  if (c.codepoint < 0x80 && c.codepoint && strchr("^<->", (int)c.codepoint)) return upright_smiley_end(s, at);
  if (c.codepoint != ':' && c.codepoint != ';' && c.codepoint != '=') return 0;
  uint32_t i = at + 1;
  if (i < s->length && (s->text[i] == '-' || s->text[i] == '\'')) i++;
  uint32_t mouth = i;
  while (i < s->length && i - mouth < 8 && s->text[i] && strchr(")(DPpO|/3*", s->text[i])) i++;
  nsp__char after = nsp__char_at(s->text, i, s->length);
  return i > mouth && (after.class_ == NSP__CHAR_END || nsp__is_space(after.class_)) ? i : 0;
}

static void read_smileys(const nsp__splitter *s, nsp__cluster *cluster) {
  for (int n = 0; n < 8; n++) {
    uint32_t at = cluster->end;
    if (at < s->length && s->text[at] == ' ') at++;
    nsp__char c = nsp__char_at(s->text, at, s->length);
    if (c.class_ == NSP__CHAR_IGNORE && at == cluster->end) {
      cluster->end += c.length;
      continue;
    }
    uint32_t end = smiley_end(s, at);
    if (!end) return;
    cluster->end = end;
    cluster->smiley = true;
  }
}

/* Most often a single mark of ASCII, a space and a letter. */
static bool is_plain(const nsp__splitter *s, uint32_t at) {
  if (s->length - at < 3 || s->text[at + 1] != ' ') return false;
  uint8_t mark = (uint8_t)s->text[at], next = (uint8_t)s->text[at + 2] | 0x20;
  return (mark == '.' || mark == '?' || mark == '!') && next >= 'a' && next <= 'z';
}

/* The next of ". . .": a full stop with nothing, or another mark, behind it. Not an ellipsis that opens a sentence. */
static bool is_spaced_stop(const nsp__splitter *s, uint32_t at, uint32_t limit) {
  uint32_t end = at;
  while (end < limit && s->text[end] == '.') end++;
  if (end == at) return false;
  if (end - at >= 3) return !nsp__is_letter(nsp__char_at(s->text, end, limit).class_);
  uint8_t next = end < limit ? (uint8_t)s->text[end] : ' ';
  return end - at > 1 || next <= ' ' || next == '"' || next >= 0x80;
}

nsp__cluster nsp__read_cluster(const nsp__splitter *s, uint32_t at) {
  nsp__cluster k = {.start = at, .marks_end = at};
  if (is_plain(s, at)) {
    k.marks_end = k.end = at + 1;
    if (s->text[at] == '.')
      k.stops = 1;
    else
      k.strong = true;
    return k;
  }
  uint32_t limit = s->length - at > NSP__LONGEST_CLUSTER ? at + NSP__LONGEST_CLUSTER : s->length;
  for (;;) {
    nsp__char c = nsp__char_at(s->text, k.marks_end, limit);
    if (nsp__is_terminator(c.class_) || (c.codepoint == ';' && s->semicolon_question)) {
      k.strong |= c.codepoint == ';';
      k.stops += c.class_ == NSP__CHAR_STOP ? 1 : c.class_ == NSP__CHAR_ELLIPSIS ? 3 : 0;
      k.strong |= c.class_ == NSP__CHAR_STRONG;
      k.wide |= c.class_ == NSP__CHAR_WIDE;
      k.marks_end += c.length;
    } else if (c.codepoint == ' ' && k.stops && !k.strong && is_spaced_stop(s, k.marks_end + 1, limit)) {
      k.spaced = true; /* ". . ." */
      k.marks_end++;
    } else if (c.codepoint == ' ' && k.strong && k.marks_end + 1 < limit &&
               (s->text[k.marks_end + 1] == '?' || s->text[k.marks_end + 1] == '!')) {
      k.marks_end++; /* "? ? !" */
    } else
      break;
  }
  k.end = k.marks_end;
  read_closing(s, &k);
  read_spaced_closing(s, &k);
  read_smileys(s, &k);
  return k;
}

bool nsp__is_emoticon(const nsp__splitter *s, uint32_t at) {
  uint32_t i = at, first = s->sentence;
  while (i > first && at - i < 4 && (s->text[i - 1] == ')' || s->text[i - 1] == '-')) i--;
  if (i <= first || (s->text[i - 1] != ':' && s->text[i - 1] != ';' && s->text[i - 1] != '=')) return false;
  return i - 1 == first || s->text[i - 2] == ' ' || (at + 1 < s->length && s->text[at + 1] == ' ');
}

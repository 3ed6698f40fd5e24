/* Reading one pattern: characters to a tree. Depth and size are bounded by the constants of pattern_parse.h. */
#include "language/pattern_parse.h"

#include <string.h>

#include "text/fold.h"
#include "text/ideograph.h"

void nsp__parse_mistake(nsp__parser *p, size_t at, const char *message) {
  if (!p->failed) nsp__pack_mistake(p->errors, p->line, at, message);
  p->failed = true;
}

static bool is_space(char c) { return c == ' ' || c == '\t'; }
static bool is_syntax(char c) { return c && strchr("{}[]|<>^$!@\"", c) != NULL; }
static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_name(char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_' || is_digit(c); }

static char peek(const nsp__parser *p, size_t ahead) {
  return p->at + ahead < p->line->length ? p->line->text[p->at + ahead] : '\0';
}

static nsp__part *new_part(nsp__parser *p, nsp__part_kind kind, unsigned op, uint32_t value) {
  if (++p->elements > NSP__PATTERN_ELEMENTS) {
    nsp__parse_mistake(p, p->at, "this pattern is too long");
    return NULL;
  }
  nsp__part *part = nsp__arena_zalloc(&p->builder->arena, sizeof *part);
  if (!part) {
    p->builder->failed = p->failed = true;
    return NULL;
  }
  part->kind = kind;
  part->op = (uint16_t)op;
  part->value = value;
  return part;
}

/* A token of the pattern's own text: a mark, or a word that the lexicon then has. */
static nsp__part *part_of_token(nsp__parser *p, const char *text, const nsp__token *t) {
  if (t->shape & NSP__SHAPE_PUNCT) {
    unsigned mark = t->shape & NSP__SHAPE_DASH ? NSP__MARK_DASH : t->punct;
    return new_part(p, NSP__PART_NODE, NSP__CREDIT_MARK, mark);
  }
  uint32_t word = nsp__builder_lexeme(p->builder, text + t->start, t->end - t->start);
  return new_part(p, NSP__PART_NODE, NSP__CREDIT_WORD, word);
}

/* Cuts a token before and behind each ideograph. The part that begins at `at`; its end. */
static uint32_t piece_end(const char *text, uint32_t at, uint32_t end) {
  bool first = true;
  while (at < end) {
    unsigned length;
    uint32_t c = nsp__decode((const unsigned char *)text + at, (const unsigned char *)text + end, &length);
    if (nsp__is_ideograph(c)) return first ? at + length : at;
    at += length;
    first = false;
  }
  return end;
}

nsp__part *nsp__parse_words(nsp__parser *p, size_t start, size_t end, nsp__part **last) {
  nsp__part *first = NULL;
  nsp__tokenizer tokenizer;
  nsp__token tokens[64];
  const char *text = p->line->text;
  nsp__tokenizer_start(&tokenizer, text, (uint32_t)start, (uint32_t)end, p->joining);
  if (!nsp__tokenize(&tokenizer, tokens, 64)) nsp__parse_mistake(p, start, "these words are too long");
  for (uint32_t i = 0; i < tokenizer.count && !p->failed; i++) {
    for (nsp__token piece = tokens[i]; piece.start < tokens[i].end; piece.start = piece.end) {
      piece.end = piece_end(text, piece.start, tokens[i].end);
      nsp__part *part = part_of_token(p, text, &piece);
      if (!part) return NULL;
      if (first)
        (*last)->next = part;
      else
        first = part;
      *last = part;
    }
  }
  return first;
}

static size_t chunk_end(const nsp__parser *p) {
  size_t end = p->at;
  while (end < p->line->length && !is_space(p->line->text[end]) && !is_syntax(p->line->text[end])) end++;
  return end;
}

/* word* : whatever begins so. */
static nsp__part *parse_prefix(nsp__parser *p, size_t end) {
  char folded[64];
  if (end - p->at > sizeof folded) {
    nsp__parse_mistake(p, p->at, "this beginning of a word is too long");
    return NULL;
  }
  size_t length = nsp__fold(p->line->text + p->at, end - p->at, folded);
  return new_part(p, NSP__PART_NODE, NSP__CREDIT_PREFIX, nsp__builder_string(p->builder, folded, length));
}

/* SOURCE, GAP5: words of two capitals and more name slots. */
static nsp__part *parse_slot(nsp__parser *p, size_t end) {
  static const char *const names[] = {
#define X(name, text) text,
      NSP__SLOTS(X)
#undef X
  };
  const char *text = p->line->text + p->at;
  size_t length = 0, size = end - p->at;
  while (length < size && is_upper(text[length])) length++;
  for (unsigned slot = 0; slot < NSP__SLOT_REST; slot++) {
    if (strlen(names[slot]) != length || memcmp(names[slot], text, length)) continue;
    nsp__part *part = new_part(p, NSP__PART_NODE, NSP__CREDIT_SLOT, slot);
    uint32_t number = 0;
    for (size_t i = length; i < size && i < length + 3 && is_digit(text[i]); i++)
      number = number * 10 + (uint32_t)(text[i] - '0');
    if (slot == NSP__SLOT_GAP && (number < 1 || number > NSP__PATTERN_GAP))
      nsp__parse_mistake(p, p->at, "a GAP needs a number of words from 1 to 20, such as GAP5");
    if (part) part->count = (uint16_t)number;
    return part;
  }
  nsp__parse_mistake(p, p->at, "there is no slot of that name; write words in small letters");
  return NULL;
}

static nsp__part *parse_chunk(nsp__parser *p, nsp__part **last) {
  size_t end = chunk_end(p);
  const char *text = p->line->text;
  nsp__part *part;
  if (end - p->at == 3 && memcmp(text + p->at, "...", 3) == 0)
    part = new_part(p, NSP__PART_NODE, NSP__CREDIT_SLOT, NSP__SLOT_REST);
  else if (is_upper(text[p->at]) && end - p->at > 1 && is_upper(text[p->at + 1])) {
    size_t stop = p->at;
    while (stop < end && (is_upper(text[stop]) || is_digit(text[stop]))) stop++;
    end = stop;
    part = parse_slot(p, end);
  } else if (text[end - 1] == '*' && end - p->at > 1)
    part = parse_prefix(p, end - 1);
  else if (end - p->at > 1 &&
           (text[end - 1] == '\'' ||
            (text[p->at] == '\'' && p->joining == NSP__JOIN_ENGLISH))) /* "l'", "'s": words of their own */
    part = new_part(p, NSP__PART_NODE, NSP__CREDIT_WORD, nsp__builder_lexeme(p->builder, text + p->at, end - p->at));
  else {
    part = nsp__parse_words(p, p->at, end, last);
    p->at = end;
    return part;
  }
  p->at = end;
  return *last = part;
}

/* "As Written" */
static nsp__part *parse_exact(nsp__parser *p) {
  const char *from = p->line->text + p->at + 1;
  const char *to = memchr(from, '"', p->line->length - p->at - 1);
  if (!to || to == from) {
    nsp__parse_mistake(p, p->at, "a quotation mark without its partner, or with nothing in between");
    return NULL;
  }
  nsp__part *part =
      new_part(p, NSP__PART_NODE, NSP__CREDIT_EXACT, nsp__builder_string(p->builder, from, (size_t)(to - from)));
  p->at += (size_t)(to - from) + 2;
  return part;
}

/* <months> */
static nsp__part *parse_class(nsp__parser *p) {
  static const char *const files[] = {
#define NSP__CLASS(name, file) file,
#include "language/classes.def"
#undef NSP__CLASS
  };
  const char *from = p->line->text + p->at + 1;
  const char *to = memchr(from, '>', p->line->length - p->at - 1);
  size_t length = to ? (size_t)(to - from) : 0;
  for (uint32_t i = 0; to && i < NSP__CLASS_COUNT; i++)
    if (strlen(files[i]) == length + 4 && memcmp(files[i], from, length) == 0) {
      p->at += length + 2;
      return new_part(p, NSP__PART_NODE, NSP__CREDIT_CLASS, i);
    }
  nsp__parse_mistake(p, p->at, "there is no word list of that name");
  return NULL;
}

static nsp__alternative *parse_alternatives(nsp__parser *p, char closing);

/* {a|b}, [a|b], !{a|b}, <!{a|b}: p->at is behind the opening bracket. */
static nsp__part *parse_group(nsp__parser *p, nsp__part_kind kind, char closing) {
  size_t opened = p->at - 1;
  nsp__part *part = new_part(p, kind, 0, 0);
  if (!part) return NULL;
  part->optional = closing == ']';
  if (++p->depth > NSP__PATTERN_DEPTH)
    nsp__parse_mistake(p, opened, "brackets within brackets, too deep");
  else
    part->alternatives = parse_alternatives(p, closing);
  p->depth--;
  if (p->failed) return NULL;
  if (peek(p, 0) != closing) nsp__parse_mistake(p, opened, "this bracket is not closed");
  p->at++;
  return part;
}

/* @name */
static nsp__part *parse_reference(nsp__parser *p) {
  size_t start = ++p->at;
  while (is_name(peek(p, 0))) p->at++;
  for (uint32_t i = p->definition_count; i-- > 0;)
    if (p->definitions[i].length == p->at - start &&
        memcmp(p->definitions[i].name, p->line->text + start, p->at - start) == 0) {
      nsp__part *part = new_part(p, NSP__PART_GROUP, 0, 0);
      if (part) part->alternatives = p->definitions[i].alternatives;
      return part;
    }
  nsp__parse_mistake(p, start - 1, "nothing of that name is defined above");
  return NULL;
}

static nsp__part *parse_anchor(nsp__parser *p, nsp__anchor anchor, size_t length) {
  p->at += length;
  return new_part(p, NSP__PART_NODE, NSP__CREDIT_ANCHOR, anchor);
}

static nsp__part *parse_part(nsp__parser *p, nsp__part **last) {
  nsp__part *part;
  char c = peek(p, 0), d = peek(p, 1);
  if (c == '{')
    p->at++, part = parse_group(p, NSP__PART_GROUP, '}');
  else if (c == '[')
    p->at++, part = parse_group(p, NSP__PART_GROUP, ']');
  else if (c == '!' && d == '{')
    p->at += 2, part = parse_group(p, NSP__PART_AHEAD, '}');
  else if (c == '<' && d == '!' && peek(p, 2) == '{')
    p->at += 3, part = parse_group(p, NSP__PART_BEHIND, '}');
  else if (c == '<' && d == '<')
    part = parse_anchor(p, NSP__ANCHOR_START, 2);
  else if (c == '>' && d == '>')
    part = parse_anchor(p, NSP__ANCHOR_END, 2);
  else if (c == '^')
    part = parse_anchor(p, NSP__ANCHOR_LINE_START, 1);
  else if (c == '$')
    part = parse_anchor(p, NSP__ANCHOR_LINE_END, 1);
  else if (c == '<')
    part = parse_class(p);
  else if (c == '"')
    part = parse_exact(p);
  else if (c == '@')
    part = parse_reference(p);
  else if (is_syntax(c)) {
    nsp__parse_mistake(p, p->at,
                       c == '}' || c == ']' ? "a closing bracket without its partner" : "this mark means nothing here");
    return NULL;
  } else
    return parse_chunk(p, last);
  return *last = part;
}

static nsp__alternative *parse_alternatives(nsp__parser *p, char closing) {
  nsp__alternative *first = NULL, *current = NULL;
  nsp__part *tail = NULL;
  size_t start = p->at;
  for (;;) {
    while (is_space(peek(p, 0))) p->at++;
    char c = peek(p, 0);
    if (!current || c == '|') {
      if (current && !current->first) nsp__parse_mistake(p, p->at, "there is nothing between these bars");
      nsp__alternative *made = p->failed ? NULL : nsp__arena_zalloc(&p->builder->arena, sizeof *made);
      if (!made) return NULL;
      if (current)
        current->next = made, p->at++;
      else
        first = made;
      current = made;
      continue;
    }
    if (p->at >= p->line->length || c == closing) break;
    nsp__part *last = NULL, *part = parse_part(p, &last);
    if (!part || p->failed) return NULL;
    if (current->first)
      tail->next = part;
    else
      current->first = part;
    tail = last;
  }
  if (!current->first) nsp__parse_mistake(p, start, "there is nothing here");
  return first;
}

nsp__alternative *nsp__parse_pattern(nsp__parser *p) { return parse_alternatives(p, '\0'); }

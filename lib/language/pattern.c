#include "language/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "language/pattern_emit.h"
#include "language/pattern_gate.h"
#include "newsparse/credit.h"

void nsp__patterns_read(nsp__builder *b, nsp__lines lines) {
  for (nsp__line line; nsp__lines_next(&lines, &line) && !b->failed;) {
    nsp__line *kept = nsp__array_push(&b->arena, &b->credit_lines);
    if (!kept)
      b->failed = true;
    else
      *kept = line;
  }
}

typedef struct compiler {
  nsp__parser parser;
  nsp__emitter emitter;
  NSP__ARRAY(nsp__definition) definitions;
  uint8_t *removed; /* by line */
} compiler;

static bool is_space(char c) { return c == ' ' || c == '\t'; }

/* "@name = alternatives" */
static void read_definition(compiler *c) {
  nsp__parser *p = &c->parser;
  const nsp__line *line = p->line;
  size_t equals = 0;
  while (equals < line->length && line->text[equals] != '=') equals++;
  size_t end = equals;
  while (end > 1 && is_space(line->text[end - 1])) end--;
  if (equals == line->length || end < 2) {
    nsp__parse_mistake(p, 0, "expected: @name = words|other words");
    return;
  }
  p->at = equals + 1;
  nsp__alternative *alternatives = nsp__parse_pattern(p);
  if (p->failed) return;
  nsp__definition *d = nsp__array_push(&p->builder->arena, &c->definitions);
  if (!d)
    p->builder->failed = true;
  else
    *d = (nsp__definition){line->text + 1, end - 1, alternatives};
}

/* "joins = and|with": the words that lists of names are held together by. */
static bool read_list(compiler *c) {
  static const char *const names[NSP__CREDIT_LISTS] = {"joins", "inside", "locates", "fillers"};
  nsp__parser *p = &c->parser;
  const nsp__line *line = p->line;
  for (int list = 0; list < NSP__CREDIT_LISTS; list++) {
    size_t at = strlen(names[list]);
    if (line->length <= at || memcmp(line->text, names[list], at)) continue;
    while (at < line->length && is_space(line->text[at])) at++;
    if (at == line->length || line->text[at] != '=') continue;
    p->at = at + 1;
    nsp__alternative *a = nsp__parse_pattern(p);
    for (; a && !p->failed; a = a->next) {
      const nsp__part *part = a->first;
      if (part->next || part->kind != NSP__PART_NODE ||
          (part->op != NSP__CREDIT_WORD && part->op != NSP__CREDIT_MARK)) {
        nsp__parse_mistake(p, at + 1, "this list holds single words only");
        break;
      }
      if (part->op == NSP__CREDIT_WORD && !p->builder->failed)
        p->builder->lexemes.items[part->value].credit_lists |= 1u << list & 15;
    }
    return true;
  }
  return false;
}

static nsp_credit_kind kind_at(const nsp__line *line, size_t length) {
  char name[32];
  if (length == 0 || length >= sizeof name) return 0;
  memcpy(name, line->text, length);
  name[length] = '\0';
  return nsp_credit_kind_from_name(name);
}

/* "kind: pattern" */
static void read_pattern(compiler *c) {
  nsp__parser *p = &c->parser;
  const nsp__line *line = p->line;
  const char *colon = memchr(line->text, ':', line->length);
  size_t length = colon ? (size_t)(colon - line->text) : 0;
  nsp_credit_kind kind = kind_at(line, length);
  if (!colon || !kind) {
    nsp__parse_mistake(p, 0, colon ? "there is no kind of credit of that name" : "expected: kind: pattern");
    return;
  }
  p->at = length + 1;
  nsp__alternative *a = nsp__parse_pattern(p);
  uint32_t text = nsp__builder_string(p->builder, line->text, line->length);
  for (; a && !p->failed; a = a->next)
    if (!nsp__emit_pattern(&c->emitter, kind, text, a->first))
      nsp__parse_mistake(
          p, length + 1,
          "a pattern needs a word that is always there; slots, marks and beginnings of words do not count");
}

static void read_line(compiler *c, const nsp__line *line) {
  nsp__parser *p = &c->parser;
  p->line = line;
  p->at = 0;
  p->failed = false;
  p->depth = p->elements = 0;
  p->definitions = c->definitions.items;
  p->definition_count = c->definitions.count;
  if (line->text[0] == '@')
    read_definition(c);
  else if (!read_list(c))
    read_pattern(c);
}

/* A line "-kind: pattern" takes back the lines above that say just that. */
static void remove_lines(nsp__builder *b, uint8_t *removed, nsp__pack_errors *errors) {
  const nsp__line *lines = b->credit_lines.items;
  for (uint32_t i = 0; i < b->credit_lines.count; i++) {
    if (lines[i].text[0] != '-') continue;
    removed[i] = 1;
    bool found = false;
    for (uint32_t j = 0; j < i; j++)
      if (lines[j].length + 1 == lines[i].length && memcmp(lines[j].text, lines[i].text + 1, lines[j].length) == 0)
        removed[j] = 1, found = true;
    if (!found) nsp__pack_mistake(errors, &lines[i], 0, "there is no such line above to take back");
  }
}

/* --- the section --- */

static int by_word(const void *a, const void *b) {
  const nsp__trigger *x = a, *y = b;
  if (x->word != y->word) return x->word < y->word ? -1 : 1;
  return x->pattern < y->pattern ? -1 : x->pattern > y->pattern;
}

static nsp__credit_trigger make_trigger(const nsp__emitter *e, const nsp__gates *gates, nsp__trigger t) {
  const nsp__credit_pattern *pattern = &e->patterns.items[t.pattern];
  uint32_t ways = 0, next = NSP__NO_WORD;
  nsp__gate ahead = nsp__gate_behind_word(gates, pattern->forward, t.word, &ways, &next);
  return (nsp__credit_trigger){t.pattern, ways == 1 ? next : NSP__NO_WORD, ahead, gates->left[pattern->backward]};
}

/* Lists of patterns by trigger; each lexeme learns where its own begins, counted from 1. */
static nsp__credit_trigger *list_triggers(nsp__builder *b, nsp__emitter *e, uint32_t *count) {
  nsp__gates gates = {e->nodes.items, e->nodes.count, e->words.items, b->lexemes.items, NULL, NULL};
  nsp__credit_trigger *list = nsp__arena_alloc(&b->arena, ((size_t)e->triggers.count * 2 + 1) * sizeof *list);
  uint32_t used = 0;
  if (!list || !nsp__gates_make(&gates, &b->arena)) return NULL;
  if (e->triggers.count) qsort(e->triggers.items, e->triggers.count, sizeof *e->triggers.items, by_word);
  for (uint32_t i = 0; i < e->triggers.count;) {
    uint32_t word = e->triggers.items[i].word;
    nsp__credit_trigger *all = &list[used++];
    *all = (nsp__credit_trigger){0, NSP__NO_WORD, 0, 0};
    b->lexemes.items[word].trigger = used & 0xFFFFFFF;
    for (; i < e->triggers.count && e->triggers.items[i].word == word; i++) {
      nsp__credit_trigger each = list[used++] = make_trigger(e, &gates, e->triggers.items[i]);
      all->pattern++;
      all->ahead |= each.ahead;
      all->behind |= each.behind;
    }
  }
  *count = used;
  return list;
}

static char *put(char *at, const void *items, size_t size) {
  if (size) memcpy(at, items, size);
  return at + size;
}

static void write_section(compiler *c) {
  nsp__builder *b = c->parser.builder;
  nsp__emitter *e = &c->emitter;
  nsp__credit_table table = {e->nodes.count, e->patterns.count, e->words.count, 0};
  nsp__credit_trigger *triggers = list_triggers(b, e, &table.trigger_count);
  size_t nodes = table.node_count * sizeof *e->nodes.items, patterns = table.pattern_count * sizeof *e->patterns.items;
  size_t words = table.word_count * sizeof(uint32_t), lists = table.trigger_count * sizeof *triggers;
  size_t size = sizeof table + nodes + patterns + lists + words;
  char *block = triggers ? nsp__arena_alloc(&b->arena, size) : NULL;
  if (!block) {
    b->failed = true;
    return;
  }
  char *at = put(block, &table, sizeof table);
  at = put(at, e->nodes.items, nodes);
  at = put(at, e->patterns.items, patterns);
  at = put(at, triggers, lists);
  put(at, e->words.items, words);
  nsp__builder_section(b, NSP__SECTION_CREDITS, block, size);
}

void nsp__patterns_compile(nsp__builder *b, nsp__pack_errors *errors) {
  if (b->failed || !b->credit_lines.count) return;
  compiler c;
  memset(&c, 0, sizeof c);
  c.emitter.builder = b;
  c.parser.builder = b;
  c.parser.errors = errors;
  c.parser.joining = nsp__joining_of(b->strings.items + b->id);
  c.removed = nsp__arena_zalloc(&b->arena, b->credit_lines.count);
  if (!c.removed) {
    b->failed = true;
    return;
  }
  remove_lines(b, c.removed, errors);
  for (uint32_t i = 0; i < b->credit_lines.count && !b->failed; i++)
    if (!c.removed[i]) read_line(&c, &b->credit_lines.items[i]);
  if (!b->failed && !errors->count) write_section(&c);
}

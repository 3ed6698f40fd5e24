#include "entity/write.h"

#include <string.h>

#include "entity/cells.h"
#include "syntax/tags.h"

/* "Karla Vávru" of whom the text also says "Vávra": "Karel Vávra". data NULL when it is not as simple as that. */
static nsp_string nominative_of(nsp__coreference *c, const nsp__chain *x) {
  nsp_document *d = c->document;
  nsp_string name = {NULL, 0};
  if (x->named == NSP_NONE || x->alone == NSP_NONE) return name;
  const nsp__mention *m = &d->mentions.items[x->named], *alone = &d->mentions.items[x->alone];
  if (!(m->flags & NSP__MENTION_OBLIQUE) || m->name_end - m->name_first != 2) return name;
  nsp_string first = nsp__nominative_name(c->analysis, &d->tokens.items[m->name_first]);
  const nsp__token *last = &d->tokens.items[alone->name_end - 1];
  uint32_t length = last->end - last->start;
  if (!first.data) return name;
  char *data = nsp__arena_alloc(&d->arena, first.length + length + 2);
  if (!data) return name;
  memcpy(data, first.data, first.length);
  data[first.length] = ' ';
  memcpy(data + first.length + 1, c->analysis->text + last->start, length);
  name.data = data;
  name.length = first.length + 1 + length;
  data[name.length] = '\0';
  return name;
}

/* Is there nothing but one space or nothing at all between the tokens of a name? */
static bool is_evenly_spaced(const nsp__analysis *a, uint32_t first, uint32_t end) {
  const nsp__token *tokens = a->document->tokens.items;
  for (uint32_t i = first; i + 1 < end; i++) {
    uint32_t gap = tokens[i + 1].start - tokens[i].end;
    if (gap > 1 || (gap && a->text[tokens[i].end] != ' ')) return false;
  }
  return true;
}

/* A nominal whose owner stands before it with a name or a description: "Roe's lawyer", "the mayor's wife". */
static bool owned_by_name(const nsp_document *d, const nsp__mention *m) {
  if (m->form != NSP_MENTION_NOMINAL || m->possessor == NSP_NONE || m->full_first >= m->first) return false;
  return d->mentions.items[m->possessor].form <= NSP_MENTION_NOMINAL;
}

/* Where "one | of the mayor's aides", "25 percent | of likely voters", "head | of the school" ends: of whom it is told
 * belongs to what somebody without a name is called. */
static uint32_t with_complement(const nsp__coreference *c, uint32_t mention, uint32_t end) {
  enum { LONGEST = 8 };
  const nsp_document *d = c->document;
  const nsp__mention *m = &d->mentions.items[mention];
  uint32_t behind = end;
  if (end + 1 >= d->tokens.count || !nsp__is_word(&c->settings.belonging, d->tokens.items[end].hash)) return end;
  for (uint32_t i = mention + 1; i < d->mentions.count && d->mentions.items[i].sentence == m->sentence; i++) {
    const nsp__mention *next = &d->mentions.items[i];
    if (next->full_first > end + 2 || next->end > end + LONGEST) break;
    if (next->full_first > end && next->end > behind) behind = next->end; /* "the mayor | 's aides" */
  }
  bool owner = behind < d->tokens.count && nsp__is_genitive(c->analysis, &d->tokens.items[behind]);
  return owner ? end : behind; /* "head of China's …" */
}

/* The name as the text has it, with one space for any white space. */
static nsp_string name_of(nsp__coreference *c, const nsp__chain *x) {
  nsp_document *d = c->document;
  nsp_string nominative = nominative_of(c, x);
  if (nominative.data) return nominative;
  const nsp__mention *m = &d->mentions.items[x->named != NSP_NONE ? x->named : x->first];
  uint32_t first = x->named != NSP_NONE ? m->name_first : m->first, end = x->named != NSP_NONE ? m->name_end : m->end;
  if (x->named == NSP_NONE && owned_by_name(d, m)) first = m->full_first; /* "Roe's lawyer" */
  if (x->named == NSP_NONE && first + 1 < end) {                          /* "the report" is called "report" */
    const nsp__lexeme *lexeme = nsp__pack_lexeme(c->analysis->language, d->tokens.items[first].word);
    if (lexeme && lexeme->tags & NSP__SAYS(ARTICLE) && !(lexeme->tags & NSP__SAYS(POSSESSIVE))) first++;
  }
  if (x->named == NSP_NONE && m->form != NSP_MENTION_PRONOUN) end = with_complement(c, x->first, end);
  nsp_span span = {d->tokens.items[first].start, d->tokens.items[end - 1].end};
  nsp_string name = nsp__arena_string(&d->arena, c->analysis->text + span.start, span.end - span.start);
  if (is_evenly_spaced(c->analysis, first, end)) return name;
  char *data = (char *)(uintptr_t)name.data;
  uint32_t used = 0;
  for (uint32_t i = 0; data && i < name.length; i++) {
    bool space = data[i] == ' ' || data[i] == '\n' || data[i] == '\r' || data[i] == '\t';
    if (space && used && data[used - 1] == ' ') continue;
    data[used++] = space ? ' ' : data[i];
  }
  if (data) data[used] = '\0';
  name.length = used;
  return name;
}

static nsp_entity_kind kind_of(const nsp__chain *x) {
  if (x->kind == NSP_ENTITY_UNKNOWN && (x->personal || x->gender)) return NSP_ENTITY_PERSON;
  return (nsp_entity_kind)x->kind;
}

static bool role_of(const nsp_document *d, const nsp__mention *m, nsp_span *role) {
  uint32_t first = m->role_first, end = m->role_end;
  if (m->form == NSP_MENTION_NOMINAL && m->same != NSP_NONE)
    first = m->full_first, end = m->full_end;
  else if (m->form != NSP_MENTION_NAME || end > m->end)
    return false; /* the apposition itself tells */
  if (first >= end) return false;
  *role = (nsp_span){d->tokens.items[first].start, d->tokens.items[end - 1].end};
  return true;
}

/* Where each chain's mentions and roles lie in two shared arrays: counted first, then laid out. */
typedef struct layout {
  nsp_mention *mentions;
  nsp_span *roles;
  uint32_t *mention_at, *role_at; /* of each chain */
  uint32_t *with_role;            /* the mentions that tell one, and how many they are */
  uint32_t role_count;
} layout;

static bool lay_out(nsp__coreference *c, layout *l) {
  nsp_document *d = c->document;
  uint32_t chains = c->chains.count, mentions = 0;
  l->mention_at = nsp__arena_zalloc(&d->scratch, ((size_t)chains + 1) * sizeof(uint32_t));
  l->role_at = nsp__arena_zalloc(&d->scratch, ((size_t)chains + 1) * sizeof(uint32_t));
  l->with_role = nsp__arena_alloc(&d->scratch, ((size_t)d->mentions.count + 1) * sizeof(uint32_t));
  if (!l->mention_at || !l->role_at || !l->with_role) return false;
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    nsp_span role;
    uint32_t chain = d->mentions.items[i].entity;
    if (chain == NSP_NONE) continue;
    l->mention_at[chain + 1]++;
    mentions++;
    bool tells = role_of(d, &d->mentions.items[i], &role);
    l->with_role[l->role_count] = i;
    l->role_count += tells;
    l->role_at[chain + 1] += tells;
  }
  for (uint32_t i = 0; i < chains; i++) {
    l->mention_at[i + 1] += l->mention_at[i];
    l->role_at[i + 1] += l->role_at[i];
  }
  l->mentions = nsp__arena_alloc(&d->arena, (size_t)mentions * sizeof *l->mentions);
  l->roles = nsp__arena_alloc(&d->arena, (size_t)l->role_count * sizeof *l->roles);
  return l->mentions && l->roles && nsp__array_reserve(&d->arena, &d->entities, chains);
}

static void fill(nsp__coreference *c, layout *l) {
  nsp_document *d = c->document;
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    if (m->entity == NSP_NONE) continue;
    l->mentions[l->mention_at[m->entity]++] = (nsp_mention){nsp__mention_span(d, m), (nsp_mention_kind)m->form};
  }
  for (uint32_t i = 0; i < l->role_count; i++) {
    const nsp__mention *m = &d->mentions.items[l->with_role[i]];
    role_of(d, m, &l->roles[l->role_at[m->entity]++]);
  }
}

static bool write_members(nsp_document *d, nsp_entity *e, const nsp__chain *x) {
  if (x->members[0] == NSP_NONE) return true;
  uint32_t *members = nsp__arena_alloc(&d->arena, 2 * sizeof *members);
  if (!members) return false;
  memcpy(members, x->members, sizeof x->members);
  e->members = (nsp_ids){members, 2};
  return true;
}

/* Chains that turned out to be others are closed up, so that a chain's number is its entity's. */
static bool close_up(nsp__coreference *c) {
  nsp_document *d = c->document;
  uint32_t count = 0, *number = nsp__arena_alloc(&d->scratch, ((size_t)c->chains.count + 1) * sizeof *number);
  if (!number) return false;
  for (uint32_t i = 0; i < c->chains.count; i++) number[i] = c->chains.items[i].into == NSP_NONE ? count++ : NSP_NONE;
  for (uint32_t i = 0; i < c->chains.count; i++)
    for (int k = 0; k < 2; k++) {
      uint32_t *member = &c->chains.items[i].members[k];
      if (*member != NSP_NONE) *member = number[nsp__chain_root(c, *member)];
    }
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    nsp__mention *m = &d->mentions.items[i];
    if (m->entity != NSP_NONE) m->entity = number[nsp__chain_root(c, m->entity)];
  }
  for (uint32_t i = 0; i < c->chains.count; i++)
    if (number[i] != NSP_NONE) c->chains.items[number[i]] = c->chains.items[i];
  c->chains.count = count;
  return true;
}

nsp_status nsp__write_entities(nsp__coreference *c) {
  nsp_document *d = c->document;
  layout l = {0};
  if (!close_up(c)) return NSP_ERROR_NO_MEMORY;
  if (!lay_out(c, &l)) return NSP_ERROR_NO_MEMORY;
  fill(c, &l);
  /* Filling moved each start to its end, which is where the next one starts. */
  for (uint32_t i = 0; i < c->chains.count; i++) {
    const nsp__chain *x = &c->chains.items[i];
    uint32_t from = i ? l.mention_at[i - 1] : 0, role = i ? l.role_at[i - 1] : 0;
    nsp_entity *e = &d->entities.items[d->entities.count++];
    memset(e, 0, sizeof *e);
    e->kind = kind_of(x);
    e->gender = (nsp_gender)x->gender;
    e->number = (nsp_number)x->number;
    e->name = name_of(c, x);
    if (!e->name.data) return NSP_ERROR_NO_MEMORY;
    e->mentions = l.mentions + from;
    e->mention_count = l.mention_at[i] - from;
    if (l.role_at[i] > role) e->roles = (nsp_spans){l.roles + role, l.role_at[i] - role};
    if (!write_members(d, e, x)) return NSP_ERROR_NO_MEMORY;
  }
  return NSP_OK;
}

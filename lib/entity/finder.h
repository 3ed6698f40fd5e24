/* The hand that walks over one document's tokens and writes its mentions. Shared by name.c, nominal.c and mention.c. */
#ifndef NSP_ENTITY_FINDER_H
#define NSP_ENTITY_FINDER_H

#include "entity/cells.h"
#include "entity/mention.h"

typedef struct nsp__finder {
  nsp__analysis *analysis;
  const nsp__token *tokens;
  const nsp__cell *cells;
  nsp__cells_found found; /* and what was found with them */
  uint32_t *names;        /* hash set of words that are names beyond doubt somewhere in the text */
  uint32_t name_mask;
  uint32_t sentence; /* the one at hand, its tokens [first, end) */
  uint32_t first, end;
  bool heading;           /* in a heading, which may capitalise every word */
  bool noun_capitals;     /* the language writes all nouns with a capital */
  bool bare_nouns;        /* the language has no articles */
  bool genitive_names;    /* roles and their complements stand before a name: "ministre des Affaires étrangères X" */
  uint32_t of[8], and[4]; /* hashes of the words that join parts of a name: of, for; and */
  uint32_t copulas[8];    /* of "is", "became": the verbs that say what somebody is */
} nsp__finder;

enum { NSP__LONGEST_NAME = 12, NSP__LONGEST_NOMINAL = 10 }; /* tokens */

static inline bool nsp__cell_is(const nsp__finder *f, uint32_t token, uint32_t bits) {
  return (f->cells[token].bits & bits) != 0;
}

static inline bool nsp__finder_is_of(const nsp__finder *f, uint32_t token) {
  for (size_t i = 0; i < sizeof f->of / sizeof *f->of && f->of[i]; i++)
    if (f->tokens[token].hash == f->of[i]) return true;
  return false;
}

static inline bool nsp__finder_is_and(const nsp__finder *f, uint32_t token) {
  for (size_t i = 0; i < sizeof f->and / sizeof *f->and &&f->and[i]; i++)
    if (f->tokens[token].hash == f->and[i]) return true;
  return false;
}

bool nsp__finder_knows(const nsp__finder *finder, uint32_t token);

/* Appends a mention with core [first, end) and head, everything else empty; NULL when out of memory. */
nsp__mention *nsp__finder_add(nsp__finder *finder, uint32_t first, uint32_t end, uint32_t head);
/* The latest mention of this sentence, or NULL. */
static inline nsp__mention *nsp__finder_last(nsp__finder *f) {
  nsp_document *d = f->analysis->document;
  nsp__mention *last = d->mentions.count ? &d->mentions.items[d->mentions.count - 1] : NULL;
  return last && last->sentence == f->sentence ? last : NULL;
}

/* Takes back the mentions of this sentence that begin at `first` or later. */
static inline void nsp__finder_take_back(nsp__finder *f, uint32_t first) {
  for (nsp__mention *last = nsp__finder_last(f); last && last->first >= first; last = nsp__finder_last(f))
    f->analysis->document->mentions.count--;
}

/* border.c: where a name goes on behind a nickname between marks, `at` when none stands there; whether another name, of
 * a house, begins at `next` behind a person's whole name from `at` on; where its small particles begin, or `first`;
 * whether a comma, an "and" or the sentence's end stands behind it, as behind several with one office. */
uint32_t nsp__behind_nickname(const nsp__finder *finder, uint32_t at, uint32_t before);
bool nsp__begins_house(const nsp__finder *finder, uint32_t at, uint32_t next);
uint32_t nsp__before_particles(const nsp__finder *finder, uint32_t first);
bool nsp__name_goes_on(const nsp__finder *finder, uint32_t end);
/* name.c: does a name begin at `at`? Where it ends, or `at`. */
uint32_t nsp__name_end(const nsp__finder *finder, uint32_t at);
/* Writes the mention of the capitalised run [first, end); false when out of memory. */
bool nsp__name_add(nsp__finder *finder, uint32_t first, uint32_t end);
/* nominal.c: is the token the last noun of a nominal? Writes its mention; *next is where to go on. */
bool nsp__nominal_add(nsp__finder *finder, uint32_t head, uint32_t *next);
/* Its first token, modifiers and determiner included. */
uint32_t nsp__nominal_start(const nsp__finder *finder, uint32_t head);
/* Is the token a definite article? */
bool nsp__is_definite(const nsp__finder *finder, uint32_t token);

/* concept.c: what its noun and its country are. */
void nsp__mention_concept(const nsp__finder *finder, nsp__mention *mention);
/* relate.c: appositions, acronyms in brackets, possessors and lists among the mentions [from, …) of a sentence. */
void nsp__relate_mentions(nsp__finder *finder, uint32_t from);

#endif

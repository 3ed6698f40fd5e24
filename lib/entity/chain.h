/* Coreference at work: chains of mentions, one for each entity, and the tables by which later mentions find them.
 *
 * Everything here lives in scratch memory and is thrown away when the entities are written. Each look-up looks at
 * NSP__MOST_CANDIDATES chains at most, so time is linear in the mentions however many share a name. */
#ifndef NSP_ENTITY_CHAIN_H
#define NSP_ENTITY_CHAIN_H

#include "entity/key.h"
#include "entity/mention.h"
#include "stage.h"

enum {
  NSP__MOST_CANDIDATES = 8,   /* chains of one key that are looked at */
  NSP__MOST_NAME_WORDS = 6,   /* words of a name that count */
  NSP__MOST_ROLES = 6,        /* roles of a chain that later nominals are compared with */
  NSP__PRONOUN_WINDOW = 48,   /* mentions that a pronoun looks back over */
  NSP__PRONOUN_SENTENCES = 12 /* and sentences */
};

typedef struct nsp__chain {
  uint32_t first, last; /* mentions: the first one that is no pronoun, and the latest */
  uint32_t count;
  uint32_t named; /* mention with the fullest name, or NSP_NONE */
  uint32_t words; /* of that name */
  uint32_t alone; /* mention by surname only, as a source: in the nominative; or NSP_NONE */
  uint32_t keys[NSP__MOST_NAME_WORDS];
  uint32_t sounds[2]; /* of the whole name and of its last word, when the text has names in two scripts */
  bool other_script;  /* the name is not in Latin letters */
  uint32_t roles[NSP__MOST_ROLES], countries[NSP__MOST_ROLES], houses[NSP__MOST_ROLES]; /* as in a mention */
  uint32_t role_count;
  uint32_t spoke;       /* sentence of the latest quotation with this speaker, or NSP_NONE */
  uint32_t into;        /* the chain that this one turned out to be, or NSP_NONE */
  uint32_t surname;     /* key of a surname said once for two, "Yusuf and Leila Haddad", or 0 */
  uint32_t kin, kin_of; /* "Roe's daughter": the noun's hash, and Roe's chain; or 0 and NSP_NONE */
  uint32_t members[2];  /* chains that make up a group, or NSP_NONE */
  uint32_t asked;       /* the latest look for a pronoun's meaning that came upon it, */
  uint8_t candidate;    /* and what it was there: see resolve_pronoun.c */
  uint8_t kind, gender, number;
  bool anybody;           /* began with a noun for persons of whom no more is known: "a woman" */
  bool thing;             /* began with a noun that is none for persons: "the inquiry" */
  bool personal;          /* surely a person */
  uint8_t learned_gender; /* from so many pronouns (3: or more), not from its own words; or 0 */
  uint8_t by_surname;     /* how often the text has called it by its last name alone; 3: or more often */
  uint8_t age;            /* years, or 0 */
} nsp__chain;

typedef struct nsp__link { /* one chain under one key; newest first */
  uint32_t key, chain, older;
} nsp__link;

typedef struct nsp__index { /* open addressing: key -> newest link */
  uint32_t *slots;
  uint32_t mask, most; /* links */
  NSP__ARRAY(nsp__link) links;
} nsp__index;

enum { NSP__MOST_WORDS = 32 }; /* of one setting that count */

typedef struct nsp__kin { /* words for kin; two are each other's inverse when their sides differ in the last bit only */
  uint32_t hashes[2 * NSP__MOST_WORDS], count;
  uint8_t sides[2 * NSP__MOST_WORDS];
} nsp__kin;

typedef struct nsp__words { /* hashes of the words of a setting */
  const uint32_t *hashes;
  uint32_t count;
  uint64_t may; /* a bit for each of them: see nsp__property */
} nsp__words;

/* Settings of the language, empty or NULL when it has none: see docs/language-packs.md. */
typedef struct nsp__settings {
  nsp__words person_words, first_name_titles, firm_words, organisation_words, house_nouns, unique_roles, formerly,
      belonging;
  nsp__kin kin;
  const char *person_endings, *public_houses, *house_names, *house_modifiers;
} nsp__settings;

static inline bool nsp__is_word(const nsp__words *words, uint32_t hash) {
  if (!(words->may >> (hash & 63) & 1)) return false;
  for (uint32_t i = 0; i < words->count; i++)
    if (words->hashes[i] == hash) return true;
  return false;
}

typedef struct nsp__coreference {
  nsp__analysis *analysis;
  nsp_document *document;
  nsp__keys keys;
  nsp__settings settings;
  NSP__ARRAY(nsp__chain) chains;
  nsp__index names, roles;
  uint32_t pair[2];    /* chains named together last ("Schumer and Pelosi"), or NSP_NONE */
  uint32_t pair_group; /* the chain made of that pair, or NSP_NONE */
  uint32_t asked;      /* looks for what a pronoun means, so far */
  bool two_scripts;    /* the text names people in Latin letters and in others */
  bool failed;         /* out of memory */
  bool bare_nouns;     /* no articles: every nominal may be definite */
  uint32_t keyed, keys_found[NSP__MOST_NAME_WORDS],
      key_count;      /* what nsp__name_keys() found last, and for which mention */
  uint32_t *quote_at; /* of each mention: the quotation whose source it is, or NSP_NONE */
} nsp__coreference;

bool nsp__coreference_start(nsp__coreference *c, nsp__analysis *analysis);

/* A new chain with this mention; NSP_NONE when out of memory. */
uint32_t nsp__chain_new(nsp__coreference *c, uint32_t mention);
/* Takes the mention into the chain, learning from it; false when out of memory. */
bool nsp__chain_add(nsp__coreference *c, uint32_t chain, uint32_t mention);

/* The chain that a number stands for now, after all that was found to be the same. */
uint32_t nsp__chain_target(nsp__coreference *c, uint32_t chain);
static inline uint32_t nsp__chain_root(nsp__coreference *c, uint32_t chain) {
  return c->chains.items[chain].into == NSP_NONE ? chain : nsp__chain_target(c, chain);
}
/* That of a mention; NSP_NONE if it has none. */
static inline uint32_t nsp__chain_of(nsp__coreference *c, const nsp__mention *mention) {
  return mention->entity == NSP_NONE ? NSP_NONE : nsp__chain_root(c, mention->entity);
}
/* Finds that a nobody, known by descriptions only, is `named`. */
bool nsp__chain_merge(nsp__coreference *c, uint32_t nobody, uint32_t named);

/* Finds that a chain with a first name only has a surname too, and that it is found by it; false when out of memory. */
bool nsp__chain_share(nsp__coreference *c, uint32_t chain, uint32_t surname);

/* Newest link of a key, or NULL; nsp__index_older() goes on. */
const nsp__link *nsp__index_newest(const nsp__index *index, uint32_t key);
const nsp__link *nsp__index_older(const nsp__index *index, const nsp__link *link);

/* Each finds the chain that a mention belongs to, or NSP_NONE. */
uint32_t nsp__resolve_name(nsp__coreference *c, uint32_t mention);    /* resolve_name.c */
uint32_t nsp__resolve_nominal(nsp__coreference *c, uint32_t mention); /* resolve_nominal.c */
uint32_t nsp__resolve_pronoun(nsp__coreference *c, uint32_t mention); /* resolve_pronoun.c */

/* Whom the text called by a name's role before it had the name, "a judge … Judge Ann Roe"; or NSP_NONE. */
uint32_t nsp__resolve_role(nsp__coreference *c, uint32_t mention); /* resolve_nominal.c */

/* "The company", "the airline": the house named last that can be one; NSP_NONE when there is none. */
uint32_t nsp__resolve_house(nsp__coreference *c, uint32_t mention); /* resolve_house.c */

/* A nominal that any person can be called by, also one without a name: "the woman". */
bool nsp__means_anybody(const nsp__coreference *c, const nsp__mention *m); /* resolve_nominal.c */

/* Can two roles of one noun be of one house: "a spokesman for Acme Corp.", "the Acme spokesman"? Each may be 0. */
bool nsp__houses_agree(const nsp__coreference *c, uint32_t a, uint32_t b); /* resolve_house.c */

/* A nominal that can mean a person, for all that the language's words tell. */
bool nsp__may_describe(const nsp__coreference *c, const nsp__mention *m); /* resolve_nominal.c */

/* A chain for two others together; NSP_NONE when out of memory or when there are no two. */
uint32_t nsp__resolve_pair(nsp__coreference *c, uint32_t mention, uint32_t role); /* resolve_nominal.c */

/* How the whole name and its last word sound. */
void nsp__name_sounds(nsp__coreference *c, const nsp__mention *m, uint32_t sounds[2]);

/* The keys of a name's words in order, at most NSP__MOST_NAME_WORDS; how many. They hold until the next call. */
uint32_t nsp__name_keys(nsp__coreference *c, uint32_t mention, const uint32_t **keys);

/* The concept of several, "officials", apart from that of one; 0 of 0. */
static inline uint32_t nsp__plural_concept(uint32_t concept) { return concept ? (concept ^ 0x9E3779B9u) | 1u : 0; }

static inline bool nsp__genders_agree(unsigned a, unsigned b) { return !a || !b || a == b; }

#endif

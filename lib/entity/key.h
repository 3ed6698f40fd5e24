/* Numbers for names and nouns, equal for what means the same: spelling, case, accents, script and inflection left out.
 */
#ifndef NSP_ENTITY_KEY_H
#define NSP_ENTITY_KEY_H

#include "stage.h"

typedef struct nsp__keys {
  const nsp_language *language;
  const char *endings;  /* of inflected names, longest first, parted by spaces; "" if the language has none */
  void *transliterator; /* ICU's, opened when a name in another script needs it */
  bool no_transliterator;
} nsp__keys;

nsp__keys nsp__keys_of(const nsp_language *language);
void nsp__keys_free(nsp__keys *keys);

/* Does a word end in one of these, parted by spaces, and is longer? `endings` may be NULL. */
bool nsp__has_ending(const char *endings, const char *word, size_t length);

/* Is a word one of these, parted by spaces? `words` may be NULL. */
bool nsp__has_word(const char *words, const char *word, size_t length);

/* Key of one word of a name, whose nsp__fold_hash() is known; never 0. */
uint32_t nsp__name_key(nsp__keys *keys, const char *word, size_t length, uint32_t hash);

/* Key of how a name sounds, for names in two scripts (sound.c); 0 when it is too short to tell, or out of memory. */
uint32_t nsp__sound_key(nsp__keys *keys, const char *name, size_t length);

/* Key of the noun that a lexeme is a form of: of= or the first form of its line. `classes` are tried in order. */
uint32_t nsp__concept_key(const nsp_language *pack, uint32_t word);

/* Key of the country that a place or an adjective belongs to, or 0. */
uint32_t nsp__country_key(const nsp_language *pack, uint32_t word);

#endif

/* Finding a text's language: the table of all packs' frequent words, as nsp_pack_compiler writes it. */
#ifndef NSP_LANGUAGE_DETECT_H
#define NSP_LANGUAGE_DETECT_H

#include "language/pack.h"

/* A frequent word, by its hash, and the built-in languages that have it, one bit each. languages 0: an empty slot. */
typedef struct nsp__frequent_word {
  uint64_t languages;
  uint32_t hash; /* nsp__fold_hash() */
} nsp__frequent_word;

extern const nsp__frequent_word nsp__frequent_words[];
extern const uint32_t nsp__frequent_mask; /* slots less one; their number is a power of two */

/* Number of the neutral pack, "und", among the built-in ones. */
extern const uint32_t nsp__builtin_neutral;

/* Scripts by which languages are told apart, in the order of the names in language.txt. */
typedef enum nsp__script {
  NSP__SCRIPT_NONE,
  NSP__SCRIPT_LATIN,
  NSP__SCRIPT_CYRILLIC,
  NSP__SCRIPT_GREEK,
  NSP__SCRIPT_ARABIC,
  NSP__SCRIPT_HEBREW,
  NSP__SCRIPT_DEVANAGARI,
  NSP__SCRIPT_HAN,
  NSP__SCRIPT_KANA,
  NSP__SCRIPT_HANGUL,
  NSP__SCRIPT_COUNT
} nsp__script;

/* For each script the built-in languages that are written in it, one bit each. */
extern const uint64_t nsp__script_languages[NSP__SCRIPT_COUNT];

#endif

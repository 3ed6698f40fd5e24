/* Options, as a config collects them and an analyzer keeps them. */
#ifndef NSP_CONFIG_H
#define NSP_CONFIG_H

#include "newsparse/analyzer.h"

enum { NSP__MOST_LANGUAGES = 64 };

typedef struct nsp__options {
  uint32_t stages;
  bool strict_utf8;
  nsp_engine engine;
  bool tile_sentences;
  bool whole_quotes;
  uint32_t min_confidence; /* thousandths */
  size_t max_input;
  const nsp_language *fixed;                      /* NULL: find it in each text */
  const nsp_language *added[NSP__MOST_LANGUAGES]; /* the user's own, latest first */
  uint32_t added_count;
} nsp__options;

struct nsp_config {
  nsp_allocator allocator;
  nsp__options options;
};

nsp__options nsp__options_default(void);

/* The pack for a locale id, the user's own before the built-in one; NULL if there is none. */
const nsp_language *nsp__options_language(const nsp__options *options, const char *id);

/* The user's own pack for the same language, if there is one; otherwise the pack itself. */
const nsp_language *nsp__options_override(const nsp__options *options, const nsp_language *language);

#endif

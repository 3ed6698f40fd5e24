/* Language-pack files of the user's own (--pack). */
#ifndef PACKS_H
#define PACKS_H

#include "options.h"

struct packs {
  nsp_language **languages;
  size_t count;
};

/* Compiles the files of --pack into the languages that they are for, and adds these to the config. A file is for the
 * language of --lang, or that of its folder's name ("de/cues.txt"), or for all; credit patterns for all are kept once.
 * False after telling the user of every mistake, with nothing added. */
bool packs_add(struct packs *packs, const struct options *options, nsp_config *config);
void packs_free(struct packs *packs);

#endif

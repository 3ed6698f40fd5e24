/* What an analyzer keeps. It never changes once it is made. */
#ifndef NSP_ANALYZER_H
#define NSP_ANALYZER_H

#include "config.h"

struct nsp_analyzer {
  nsp_allocator allocator;
  nsp__options options;
  const nsp_language *common; /* the pack of what all languages share ("und") */
};

#endif

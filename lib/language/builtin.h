/* The packs that are compiled into the library, as nsp_pack_compiler writes them. */
#ifndef NSP_LANGUAGE_BUILTIN_H
#define NSP_LANGUAGE_BUILTIN_H

#include "language/pack.h"

extern const nsp_language nsp__builtin_languages[];
extern const size_t nsp__builtin_language_count;

#endif

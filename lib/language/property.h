/* The settings of language.txt, "key = value", as a hash table that the compiler makes, and the words of their values.
 */
#ifndef NSP_LANGUAGE_PROPERTY_H
#define NSP_LANGUAGE_PROPERTY_H

#include "language/builder.h"
#include "language/pack.h"

/* For the compiler: makes the sections of properties and of their words; false when out of memory. */
bool nsp__properties_make(nsp__builder *builder);

/* For nsp__pack_open(): takes them up; false when they are out of bounds. */
bool nsp__properties_open(nsp_language *language, uint32_t string_size);

#endif

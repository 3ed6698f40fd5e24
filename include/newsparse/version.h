/** @file version.h
 *  The version of the headers you compiled with, and of the library that you run with. */
#ifndef NEWSPARSE_VERSION_H
#define NEWSPARSE_VERSION_H

#include "newsparse/common.h"

NSP_BEGIN_DECLS

#define NSP_VERSION_MAJOR 0
#define NSP_VERSION_MINOR 1
#define NSP_VERSION_PATCH 0
#define NSP_VERSION_STRING "0.1.0"
/** Comparable: major * 10000 + minor * 100 + patch. */
#define NSP_VERSION_NUMBER (NSP_VERSION_MAJOR * 10000 + NSP_VERSION_MINOR * 100 + NSP_VERSION_PATCH)

/** Version of the running library, comparable with NSP_VERSION_NUMBER. Thread-safe. */
NSP_API int nsp_version(void);

/** The same as "0.1.0". Static; thread-safe. */
NSP_API const char *nsp_version_string(void);

NSP_END_DECLS
#endif

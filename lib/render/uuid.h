/* Names for what has none: the same text always gets the same one. */
#ifndef NSP_RENDER_UUID_H
#define NSP_RENDER_UUID_H

#include <stddef.h>

enum { NSP__URN_SIZE = 46 };

/* "urn:uuid:…" (a version 8 UUID of RFC 9562) of a hash of the bytes, NUL-terminated. */
void nsp__urn_of(const char *data, size_t length, char out[NSP__URN_SIZE]);

#endif

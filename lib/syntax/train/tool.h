/* What the training programs share: they end on the first thing that goes wrong. */
#ifndef NSP_TRAIN_TOOL_H
#define NSP_TRAIN_TOOL_H

#include <stddef.h>
#include <stdint.h>

void *must(void *p); /* ends the program when NULL */
void fail(const char *what, const char *name);
char *read_file(const char *path, size_t *size); /* 8 zero bytes follow */
double seconds(void);                            /* of processor time, so that a busy machine does not count */

/* A small generator of our own, so that training gives the same model everywhere. */
uint32_t random_next(uint64_t *state);

#endif

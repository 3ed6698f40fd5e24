/* A counter on standard error, when that is a terminal and the work is long. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stddef.h>

/* Tells that so many inputs or lines are done. One thread at a time. */
void progress_show(size_t done);
/* Takes the counter off the terminal. */
void progress_end(void);

#endif

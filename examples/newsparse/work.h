/* What is done with some lines or one input: analyse, and write the answer into the slot. */
#ifndef WORK_H
#define WORK_H

#include "jobs.h"

void work_on(const struct analysis *analysis, nsp_document *document, struct slot *slot);

#endif

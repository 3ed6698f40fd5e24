/* The syntax room hashes and decodes as everyone does. */
#include "text/fold.h"

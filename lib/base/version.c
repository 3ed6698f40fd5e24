#include "newsparse/version.h"

int nsp_version(void) { return NSP_VERSION_NUMBER; }

const char *nsp_version_string(void) { return NSP_VERSION_STRING; }

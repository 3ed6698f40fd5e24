#include "quote/quote.h"

nsp_status nsp__find_quotes(nsp__analysis *analysis) {
  (void)analysis;
  return NSP_OK;
}

#include "credit/credit.h"

nsp_status nsp__find_credits(nsp__analysis *analysis) {
  (void)analysis;
  return NSP_OK;
}

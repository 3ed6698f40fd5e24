#include "entity/entity.h"

nsp_status nsp__find_entities(nsp__analysis *analysis) {
  (void)analysis;
  return NSP_OK;
}

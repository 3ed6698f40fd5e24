#include "quote/speaker.h"

nsp_status nsp__attribute_speakers(nsp__analysis *analysis) {
  (void)analysis;
  return NSP_OK;
}

/* Lists that go on within a paragraph: "1. One 2. Two", "a) one b) two". An item begins a sentence.
 *
 * Reads: the characters before a full stop or a closing bracket. Keeps: the splitter's list. */
#ifndef NSP_SENTENCE_ENUMERATION_H
#define NSP_SENTENCE_ENUMERATION_H

#include "sentence/splitter.h"

typedef enum nsp__enumerator {
  NSP__ENUMERATOR_NONE,
  NSP__ENUMERATOR_FIRST, /* the sentence begins with it: its mark ends nothing */
  NSP__ENUMERATOR_NEXT   /* the next item begins at *item, and so the sentence before ends there */
} nsp__enumerator;

nsp__enumerator nsp__enumerate(nsp__splitter *splitter, uint32_t at, uint32_t *item);

#endif

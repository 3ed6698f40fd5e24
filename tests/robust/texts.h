/* Texts for hard tests: random mixtures of news and noise, the same for the same seed on every machine. */
#ifndef NSP_TESTS_TEXTS_H
#define NSP_TESTS_TEXTS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  uint64_t state;
} dice;

/* A number below `sides`. */
uint32_t roll(dice *d, uint32_t sides);

/* Writes at most `capacity` bytes of mixture; returns how many. Noise is 0 (clean prose) to 100 (little else). */
size_t mix_text(dice *d, uint32_t noise, char *out, size_t capacity);

/* An article of our own that uses every stage. NUL-terminated. */
extern const char sample_article[];

/* Hostile families: text number `family` of `size` bytes; NULL beyond the last, otherwise its name. */
const char *hostile_text(size_t family, char *out, size_t size);

#ifdef __cplusplus
}
#endif
#endif

/* Which bytes the structural index notes, as pairs of tables by the two halves of a byte: a byte is in the set when
 * the entries of its halves share a bit. Vector code looks both up with one shuffle each. */
#ifndef NSP_TEXT_INDEX_TABLES_H
#define NSP_TEXT_INDEX_TABLES_H

#include "text/index.h"

typedef struct nsp__halves {
  uint8_t low[16], high[16];
} nsp__halves;

/* ASCII, one bit for each row of sixteen. Row 0: \n \v \f \r; row 2: ! . ) and, as marks, " ( ; row 3: : ; ?;
 * rows 5 and 7: [ ] { }. */
static const nsp__halves nsp__ascii_sets[NSP__INDEX_SETS] = {
    [NSP__INDEX_FEWEST] =
        {.low = {[0x1] = 2, [0x9] = 2, [0xA] = 1, [0xB] = 1 | 4, [0xC] = 1, [0xD] = 1, [0xE] = 2, [0xF] = 4},
         .high = {[0] = 1, [2] = 2, [3] = 4}},
    [NSP__INDEX_STOPS] =
        {.low = {[0x1] = 2, [0x9] = 2, [0xA] = 1 | 4, [0xB] = 1 | 4, [0xC] = 1, [0xD] = 1, [0xE] = 2, [0xF] = 4},
         .high = {[0] = 1, [2] = 2, [3] = 4}},
    [NSP__INDEX_MARKS] = {.low = {[0x1] = 2,
                                  [0x2] = 2,
                                  [0x8] = 2,
                                  [0x9] = 2,
                                  [0xA] = 1 | 4,
                                  [0xB] = 1 | 4 | 8,
                                  [0xC] = 1,
                                  [0xD] = 1 | 8,
                                  [0xE] = 2,
                                  [0xF] = 4},
                          .high = {[0] = 1, [2] = 2, [3] = 4, [5] = 8, [7] = 8}},
    [NSP__INDEX_SPACES] =
        {.low = {[0x0] = 2,
                 [0x1] = 2,
                 [0x9] = 2,
                 [0xA] = 1 | 4,
                 [0xB] = 1 | 4,
                 [0xC] = 1,
                 [0xD] = 1,
                 [0xE] = 2,
                 [0xF] = 4},
         .high = {[0] = 1, [2] = 2, [3] = 4}},
    [NSP__INDEX_ALL] = {.low = {[0x0] = 2,
                                [0x1] = 2,
                                [0x2] = 2,
                                [0x8] = 2,
                                [0x9] = 2,
                                [0xA] = 1 | 4,
                                [0xB] = 1 | 4 | 8,
                                [0xC] = 1,
                                [0xD] = 1 | 8,
                                [0xE] = 2,
                                [0xF] = 4},
                        .high = {[0] = 1, [2] = 2, [3] = 4, [5] = 8, [7] = 8}},
};

/* First bytes of characters that can be punctuation, one bit for each group:
 *   1 C2 (NEL « »)   2 D6 D8 DB (Armenian and Arabic stops)   4 E0 (danda)   8 E1 (Ethiopic, Burmese, Khmer), F0
 * (emoji) 16 E2 (general punctuation)   32 E3 (CJK)   64 EF (full and half width)   128 CD (Greek question mark) */
static const nsp__halves nsp__lead_set = {
    .low = {[0x0] = 4 | 8,
            [0x1] = 8,
            [0x2] = 1 | 16,
            [0x3] = 32,
            [0x6] = 2,
            [0x8] = 2,
            [0xB] = 2,
            [0xD] = 128,
            [0xF] = 64},
    .high = {[0xC] = 1 | 128, [0xD] = 2, [0xE] = 4 | 8 | 16 | 32 | 64, [0xF] = 8}};

/* Second bytes that can follow them, by the same bits: C2 85 AB BB; D8 9F, D6 89, DB 94; E0 A5; E1 81 8D 9F;
 * E2 81 and 98 to 9E (pictures); F0 9F; E3 80; EF BC BD; CD BE; and a few more that share their halves. */
enum { NSP__DANDA_BIT = 4 };
static const nsp__halves nsp__second_set = {
    .low = {[0x0] = 32,
            [0x1] = 8 | 16,
            [0x4] = 2,
            [0x5] = 1 | 4,
            [0x8] = 16,
            [0x9] = 2 | 16,
            [0xA] = 16,
            [0xB] = 1 | 16,
            [0xC] = 64 | 16,
            [0xD] = 8 | 64 | 16,
            [0xE] = 128 | 16,
            [0xF] = 2 | 8},
    .high = {[0x8] = 1 | 2 | 8 | 16 | 32, [0x9] = 2 | 8 | 16, [0xA] = 1 | 4, [0xB] = 1 | 64 | 128}};

/* The danda and the double danda are E0 A5 A4 and E0 A5 A5; A5 alone also begins the commonest vowel signs, so here
 * the third byte decides. So too behind E2 80: what it is in the bits of `mask`. */
typedef struct nsp__third_byte {
  uint8_t mask, value;
} nsp__third_byte;

static inline nsp__third_byte nsp__third_of(nsp__index_set set) {
  bool marks = set == NSP__INDEX_MARKS || set == NSP__INDEX_ALL;
  return marks ? (nsp__third_byte){0xC0, 0x80} : (nsp__third_byte){0xE0, 0xA0}; /* U+2000 on, or U+2020 on */
}

#endif

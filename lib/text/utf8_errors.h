/* Tables for checking UTF-8 many bytes at a time, by the method of Keiser and Lemire, "Validating UTF-8 in less than
 * one instruction per byte" (2021): what can be wrong with two bytes that follow each other is a bit that the entries
 * of both halves of the first byte and of the high half of the second have in common. */
#ifndef NSP_TEXT_UTF8_ERRORS_H
#define NSP_TEXT_UTF8_ERRORS_H

#include <stdint.h>

enum {
  TOO_SHORT = 1,
  TOO_LONG = 2,
  OVERLONG_3 = 4,
  TOO_LARGE = 8,
  SURROGATE = 16,
  OVERLONG_2 = 32,
  TOO_LARGE_1000 = 64,
  OVERLONG_4 = 64,
  TWO_CONTS = 128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTS
};

static const uint8_t nsp__utf8_first_high[16] = {TOO_LONG,
                                                 TOO_LONG,
                                                 TOO_LONG,
                                                 TOO_LONG,
                                                 TOO_LONG,
                                                 TOO_LONG,
                                                 TOO_LONG,
                                                 TOO_LONG,
                                                 TWO_CONTS,
                                                 TWO_CONTS,
                                                 TWO_CONTS,
                                                 TWO_CONTS,
                                                 TOO_SHORT | OVERLONG_2,
                                                 TOO_SHORT,
                                                 TOO_SHORT | OVERLONG_3 | SURROGATE,
                                                 TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4};
static const uint8_t nsp__utf8_first_low[16] = {CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4,
                                                CARRY | OVERLONG_2,
                                                CARRY,
                                                CARRY,
                                                CARRY | TOO_LARGE,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000,
                                                CARRY | TOO_LARGE | TOO_LARGE_1000};
static const uint8_t nsp__utf8_second_high[16] = {
    TOO_SHORT,
    TOO_SHORT,
    TOO_SHORT,
    TOO_SHORT,
    TOO_SHORT,
    TOO_SHORT,
    TOO_SHORT,
    TOO_SHORT,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE,
    TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE,
    TOO_SHORT,
    TOO_SHORT,
    TOO_SHORT,
    TOO_SHORT};

#endif

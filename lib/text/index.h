/* The structural index: one pass over the text that checks UTF-8 and writes down where the few bytes are that can
 * matter to layout and sentences. Everything after it walks these places, not the text.
 *
 * The text is taken in windows of at most NSP__WINDOW bytes, cut between characters, so that the index of a text of any
 * length fits the innermost cache and costs no memory of its own. There are several implementations (AVX-512, AVX2,
 * SSE2, NEON, plain C), which give the same answer for any bytes. */
#ifndef NSP_TEXT_INDEX_H
#define NSP_TEXT_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NSP__WINDOW = 16384, NSP__WINDOW_SLACK = 72 };

/* Which bytes of ASCII to note. Punctuation beyond ASCII is noted with all of them, but for U+2010 to U+201F, dashes
 * and quotation marks of the Latin kind, which are as frequent as full stops: only where marks are asked for. */
typedef enum nsp__index_set {
  NSP__INDEX_FEWEST, /* line breaks, full stop, question and exclamation mark, semicolon, closing round bracket */
  NSP__INDEX_STOPS,  /* the same and the colon, which ends something in few languages */
  NSP__INDEX_MARKS,  /* the same and quotation marks and brackets */
  NSP__INDEX_SPACES, /* stops and spaces */
  NSP__INDEX_ALL,    /* stops, marks and spaces */
  NSP__INDEX_SETS
} nsp__index_set;

typedef struct nsp__index_window {
  uint32_t start, end; /* the part of the text that it covers */
  uint32_t count;
  bool malformed; /* there are malformed bytes in it */
  /* Distances from start, ascending. A mark of one byte is noted at its place; one of several bytes at its second
   * (marks that begin with E0 or with E2 80: third) byte, and may then be another character that begins alike. */
  uint16_t at[NSP__WINDOW + NSP__WINDOW_SLACK];
} nsp__index_window;

/* Indexes the window that starts at text[start], which begins a character; start < length. */
void nsp__index_next(nsp__index_set set, const char *text, uint32_t start, uint32_t length, nsp__index_window *window);

/* Counts the malformed bytes of a window; the offset of the first in *first if there is one. */
uint64_t nsp__index_malformed(const char *text, const nsp__index_window *window, uint64_t *first);

/* Is the whole text UTF-8? */
bool nsp__is_well_formed(const char *text, uint32_t length);

/* Appends the places of one window to `at`, which has room for length + NSP__WINDOW_SLACK; is it well-formed UTF-8? */
typedef bool (*nsp__scanner)(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count);

bool nsp__scan_plain(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count);
#if defined(__x86_64__) && defined(__GNUC__)
bool nsp__scan_sse2(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count);
bool nsp__scan_avx2(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count);
bool nsp__scan_avx512(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count);

/* What nsp__scan_avx512() needs. */
static inline bool nsp__has_avx512(void) {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2");
}
#endif
#if defined(__aarch64__) || defined(NSP__NEON_EMULATED)
bool nsp__scan_neon(nsp__index_set set, const uint8_t *text, size_t length, uint16_t *at, uint32_t *count);
#endif

#endif

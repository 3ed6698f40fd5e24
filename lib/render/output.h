/* Where rendered text goes: a buffer in front of the caller's writer, and the ways to write into it.
 *
 * A failing writer stops the output quietly; nsp__output_end() tells. */
#ifndef NSP_RENDER_OUTPUT_H
#define NSP_RENDER_OUTPUT_H

#include "newsparse/common.h"
#include "newsparse/render.h"

typedef struct nsp__output {
  nsp_writer writer;
  void *payload;
  bool stopped;
  uint32_t used;
  char buffer[8192];
} nsp__output;

void nsp__output_init(nsp__output *output, nsp_writer writer, void *payload);
/* Hands over what is left. NSP_ERROR_STATE when the writer stopped. */
nsp_status nsp__output_end(nsp__output *output);

void nsp__put(nsp__output *output, const char *data, size_t length);
void nsp__puts(nsp__output *output, const char *text);
void nsp__put_char(nsp__output *output, char c);
void nsp__put_number(nsp__output *output, uint64_t number);
/* Two decimals of a value from 0 to 1, with a point in every locale. */
void nsp__put_ratio(nsp__output *output, float ratio);
/* Text as it is, malformed bytes as U+FFFD. */
void nsp__put_text(nsp__output *output, const char *text, size_t length);

/* Calls `put` for each stretch of text that may be written as it is, and `special` for each byte of which `stops`
 * (indexed by byte) is set, with U+FFFD put in for what is malformed. */
void nsp__put_escaped(nsp__output *output, const char *text, size_t length, const bool stops[128],
                      void (*special)(nsp__output *, unsigned char));

#endif

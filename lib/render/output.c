#include "render/output.h"

#include <string.h>

#include "text/utf8.h"

void nsp__output_init(nsp__output *output, nsp_writer writer, void *payload) {
  output->writer = writer;
  output->payload = payload;
  output->stopped = false;
  output->used = 0;
}

static void flush(nsp__output *output) {
  if (!output->stopped && output->used && !output->writer(output->buffer, output->used, output->payload))
    output->stopped = true;
  output->used = 0;
}

nsp_status nsp__output_end(nsp__output *output) {
  flush(output);
  return output->stopped ? NSP_ERROR_STATE : NSP_OK;
}

void nsp__put(nsp__output *output, const char *data, size_t length) {
  while (length) {
    if (output->used == sizeof output->buffer) flush(output);
    size_t room = sizeof output->buffer - output->used;
    size_t part = length < room ? length : room;
    memcpy(output->buffer + output->used, data, part);
    output->used += (uint32_t)part;
    data += part;
    length -= part;
  }
}

void nsp__puts(nsp__output *output, const char *text) { nsp__put(output, text, strlen(text)); }

void nsp__put_char(nsp__output *output, char c) {
  if (output->used == sizeof output->buffer) flush(output);
  output->buffer[output->used++] = c;
}

void nsp__put_number(nsp__output *output, uint64_t number) {
  char digits[20];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + number % 10);
  while (number /= 10);
  nsp__put(output, digits + at, sizeof digits - at);
}

void nsp__put_ratio(nsp__output *output, float ratio) {
  uint32_t hundredths = ratio >= 1 ? 100 : ratio > 0 ? (uint32_t)(ratio * 100 + 0.5f) : 0;
  nsp__put_number(output, hundredths / 100);
  nsp__put_char(output, '.');
  nsp__put_char(output, (char)('0' + hundredths / 10 % 10));
  nsp__put_char(output, (char)('0' + hundredths % 10));
}

void nsp__put_escaped(nsp__output *output, const char *text, size_t length, const bool stops[128],
                      void (*special)(nsp__output *, unsigned char)) {
  size_t done = 0, at = 0;
  while (at < length) {
    unsigned char byte = (unsigned char)text[at];
    if (byte < 0x80 && !stops[byte]) {
      at++;
      continue;
    }
    uint32_t codepoint = byte;
    size_t step = byte < 0x80 ? 1 : nsp__utf8_decode(text + at, length - at, &codepoint);
    if (byte >= 0x80 && codepoint != NSP__MALFORMED) {
      at += step;
      continue;
    }
    nsp__put(output, text + done, at - done);
    if (byte < 0x80)
      special(output, byte);
    else
      nsp__put(output, "\xEF\xBF\xBD", 3);
    done = at += step;
  }
  nsp__put(output, text + done, length - done);
}

void nsp__put_text(nsp__output *output, const char *text, size_t length) {
  static const bool nothing[128];
  nsp__put_escaped(output, text, length, nothing, NULL);
}

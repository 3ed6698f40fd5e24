/* Legacy encodings, by ICU: its charset detector and its converters. */
#include "newsparse/encoding.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "text/index.h"
#include "text/utf8.h"

/* How much of a text the detector looks at. */
enum { LOOK_AT = 1 << 16 };

/* What ICU's detector can answer, so that our answers live for ever. Latin-1 is read as the web reads it. */
static const struct {
  const char *found, *name;
} encodings[] = {{"ISO-8859-1", "windows-1252"},
                 {"ISO-8859-2", "ISO-8859-2"},
                 {"ISO-8859-5", "ISO-8859-5"},
                 {"ISO-8859-6", "ISO-8859-6"},
                 {"ISO-8859-7", "ISO-8859-7"},
                 {"ISO-8859-8", "ISO-8859-8"},
                 {"ISO-8859-8-I", "ISO-8859-8-I"},
                 {"ISO-8859-9", "ISO-8859-9"},
                 {"windows-1250", "windows-1250"},
                 {"windows-1251", "windows-1251"},
                 {"windows-1252", "windows-1252"},
                 {"windows-1253", "windows-1253"},
                 {"windows-1254", "windows-1254"},
                 {"windows-1255", "windows-1255"},
                 {"windows-1256", "windows-1256"},
                 {"KOI8-R", "KOI8-R"},
                 {"Shift_JIS", "Shift_JIS"},
                 {"EUC-JP", "EUC-JP"},
                 {"EUC-KR", "EUC-KR"},
                 {"GB18030", "GB18030"},
                 {"Big5", "Big5"},
                 {"ISO-2022-JP", "ISO-2022-JP"},
                 {"ISO-2022-KR", "ISO-2022-KR"},
                 {"ISO-2022-CN", "ISO-2022-CN"},
                 {"UTF-16BE", "UTF-16BE"},
                 {"UTF-16LE", "UTF-16LE"},
                 {"UTF-32BE", "UTF-32BE"},
                 {"UTF-32LE", "UTF-32LE"}};

static const char *byte_order_mark(const char *bytes, size_t length) {
  if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) return "UTF-8";
  if (length >= 4 && memcmp(bytes, "\xFF\xFE\0\0", 4) == 0) return "UTF-32LE";
  if (length >= 4 && memcmp(bytes, "\0\0\xFE\xFF", 4) == 0) return "UTF-32BE";
  if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) return "UTF-16LE";
  if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) return "UTF-16BE";
  return NULL;
}

/* UTF-16 of Western text has a zero in nearly every other byte; no other text has. */
static const char *zeros_tell(const char *bytes, size_t length) {
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < length; i++) zeros[i & 1] += bytes[i] == 0;
  size_t most = length * 2 / 5; /* of the length / 2 bytes on one side */
  if (length < 4 || zeros[0] + zeros[1] < most) return NULL;
  if (zeros[1] >= most && zeros[0] < most / 4) return "UTF-16LE";
  if (zeros[0] >= most && zeros[1] < most / 4) return "UTF-16BE";
  return NULL;
}

/* Characters of several bytes that are well formed by chance are rare in legacy encodings: a text with many of them and
 * few malformed bytes is UTF-8 that was damaged. */
static bool damaged_utf8(const char *bytes, size_t length) {
  size_t good = 0, bad = 0;
  for (size_t at = 0; at < length;) {
    uint32_t codepoint;
    size_t step = nsp__utf8_decode(bytes + at, length - at, &codepoint);
    bad += codepoint == NSP__MALFORMED;
    good += step > 1;
    at += step;
  }
  return good >= 2 * bad;
}

static const char *ask_icu(const char *bytes, size_t length) {
  UErrorCode code = U_ZERO_ERROR;
  const char *answer = "UTF-8";
  UCharsetDetector *detector = ucsdet_open(&code);
  ucsdet_setText(detector, bytes, (int32_t)length, &code);
  const UCharsetMatch *match = U_SUCCESS(code) ? ucsdet_detect(detector, &code) : NULL;
  const char *found = match ? ucsdet_getName(match, &code) : NULL;
  for (size_t i = 0; U_SUCCESS(code) && found && i < sizeof encodings / sizeof *encodings; i++)
    if (strcmp(found, encodings[i].found) == 0) answer = encodings[i].name;
  ucsdet_close(detector);
  return answer;
}

const char *nsp_encoding_detect(const char *bytes, size_t length) {
  if (!bytes || !length || length > NSP_MAX_INPUT) return "UTF-8";
  const char *marked = byte_order_mark(bytes, length);
  if (marked) return marked;
  size_t look = length < LOOK_AT ? length : LOOK_AT;
  const char *wide = zeros_tell(bytes, look);
  if (wide) return wide;
  if (nsp__is_well_formed(bytes, (uint32_t)length) || damaged_utf8(bytes, look)) return "UTF-8";
  return ask_icu(bytes, look);
}

/* The text that a conversion is making. */
struct output {
  nsp_allocator memory;
  char *data;
  size_t used, size;
};

static bool grow(struct output *output, size_t size) {
  char *larger = output->memory.reallocate(output->memory.context, output->data, output->size, size);
  if (!larger) return false;
  output->data = larger;
  output->size = size;
  return true;
}

/* Runs the converters until the source is used up, with room for what is still to come. */
static nsp_status run(UConverter *from, UConverter *to, const char *bytes, size_t length, struct output *output) {
  UChar pivot[1024], *pivot_source = pivot, *pivot_target = pivot;
  const char *source = bytes;
  UBool reset = 1;
  for (;;) {
    UErrorCode code = U_ZERO_ERROR;
    char *target = output->data + output->used;
    ucnv_convertEx(to, from, &target, output->data + output->size - 1, &source, bytes + length, pivot, &pivot_source,
                   &pivot_target, pivot + sizeof pivot / sizeof *pivot, reset, 1, &code);
    output->used = (size_t)(target - output->data);
    reset = 0;
    if (code == U_MEMORY_ALLOCATION_ERROR) return NSP_ERROR_NO_MEMORY;
    if (code != U_BUFFER_OVERFLOW_ERROR) return U_FAILURE(code) ? NSP_ERROR_UNKNOWN_ENCODING : NSP_OK;
    if (output->size > NSP_MAX_INPUT) return NSP_ERROR_TOO_LONG;
    if (!grow(output, output->size + output->size / 2 + 16)) return NSP_ERROR_NO_MEMORY;
  }
}

static void drop_byte_order_mark(struct output *output) {
  if (output->used < 3 || memcmp(output->data, "\xEF\xBB\xBF", 3) != 0) return;
  output->used -= 3;
  memmove(output->data, output->data + 3, output->used);
}

static nsp_status convert(const char *bytes, size_t length, const char *encoding, struct output *output) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *from = ucnv_open(encoding, &code);
  if (U_FAILURE(code)) return code == U_MEMORY_ALLOCATION_ERROR ? NSP_ERROR_NO_MEMORY : NSP_ERROR_UNKNOWN_ENCODING;
  UConverter *to = ucnv_open("UTF-8", &code);
  nsp_status status = NSP_ERROR_NO_MEMORY;
  if (U_SUCCESS(code) && grow(output, length + length / 8 + 16)) status = run(from, to, bytes, length, output);
  ucnv_close(to);
  ucnv_close(from);
  return status;
}

nsp_status nsp_encoding_convert(const char *bytes, size_t length, const char *encoding, const nsp_allocator *allocator,
                                char **out, size_t *out_length) {
  if (!out || !out_length || !encoding || (!bytes && length)) return NSP_ERROR_INVALID_ARGUMENT;
  *out = NULL;
  *out_length = 0;
  if (length > NSP_MAX_INPUT) return NSP_ERROR_TOO_LONG;
  if (!*encoding) return NSP_ERROR_UNKNOWN_ENCODING; /* ICU would take it for the process's own */
  struct output output = {.memory = allocator ? *allocator : nsp_allocator_default()};
  nsp_status status = convert(length ? bytes : "", length, encoding, &output);
  if (status == NSP_OK) {
    drop_byte_order_mark(&output);
    if (output.used > NSP_MAX_INPUT)
      status = NSP_ERROR_TOO_LONG;
    else if (!grow(&output, output.used + 1))
      status = NSP_ERROR_NO_MEMORY;
  }
  if (status != NSP_OK) {
    nsp_encoding_free(output.data, output.size ? output.size - 1 : 0, &output.memory);
    return status;
  }
  output.data[output.used] = '\0';
  *out = output.data;
  *out_length = output.used;
  return NSP_OK;
}

void nsp_encoding_free(char *text, size_t length, const nsp_allocator *allocator) {
  nsp_allocator memory = allocator ? *allocator : nsp_allocator_default();
  if (text) memory.release(memory.context, text, length + 1);
}

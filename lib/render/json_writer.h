/* Writes JSON: commas, line breaks and escapes, so that the renderers only say what goes in. */
#ifndef NSP_RENDER_JSON_WRITER_H
#define NSP_RENDER_JSON_WRITER_H

#include "render/output.h"

typedef struct nsp__json {
  nsp__output *output;
  bool pretty;  /* one member or item a line, down to the flat ones */
  bool started; /* something stands before in this container */
  bool keyed;   /* the next value belongs to the key just written */
  uint32_t depth;
  uint32_t flat; /* how many of the innermost containers are written on one line */
} nsp__json;

void nsp__json_init(nsp__json *json, nsp__output *output, bool pretty);

/* `open` is '{' or '['. A flat container and all within it stand on one line. */
void nsp__json_open(nsp__json *json, char open);
void nsp__json_open_flat(nsp__json *json, char open);
void nsp__json_close(nsp__json *json, char close);

/* Begins a member; `name` needs no escapes. Its value must follow. */
void nsp__json_key(nsp__json *json, const char *name);

/* Values; as items of an array they put their own comma in front. */
void nsp__json_string(nsp__json *json, const char *text, size_t length);
/* A string put together from pieces. */
void nsp__json_string_begin(nsp__json *json);
void nsp__json_string_part(nsp__json *json, const char *text, size_t length);
void nsp__json_string_end(nsp__json *json);
void nsp__json_number(nsp__json *json, uint64_t number);
void nsp__json_ratio(nsp__json *json, float ratio);
/* Text that is JSON already. */
void nsp__json_raw(nsp__json *json, const char *value);

/* Members. */
void nsp__json_member(nsp__json *json, const char *name, const char *value);
void nsp__json_member_number(nsp__json *json, const char *name, uint64_t number);
/* null when `string` is not known. */
void nsp__json_member_string(nsp__json *json, const char *name, nsp_string string);
/* Nothing at all when `string` is not known. */
void nsp__json_member_known(nsp__json *json, const char *name, nsp_string string);

#endif

#include "config.h"

#include <string.h>

nsp__options nsp__options_default(void) {
  nsp__options options = {.stages = NSP_STAGE_ALL, .engine = NSP_ENGINE_NATIVE, .max_input = NSP_MAX_INPUT};
  return options;
}

nsp_status nsp_config_new(const nsp_allocator *allocator, nsp_config **out) {
  if (!out) return NSP_ERROR_INVALID_ARGUMENT;
  *out = NULL;
  nsp_allocator memory = allocator ? *allocator : nsp_allocator_default();
  nsp_config *config = memory.allocate(memory.context, sizeof *config);
  if (!config) return NSP_ERROR_NO_MEMORY;
  config->allocator = memory;
  config->options = nsp__options_default();
  *out = config;
  return NSP_OK;
}

void nsp_config_free(nsp_config *config) {
  if (!config) return;
  nsp_allocator memory = config->allocator;
  memory.release(memory.context, config, sizeof *config);
}

nsp_status nsp_config_set(nsp_config *config, nsp_option option, uint64_t value) {
  if (!config) return NSP_ERROR_INVALID_ARGUMENT;
  nsp__options *o = &config->options;
  switch (option) {
    case NSP_OPTION_STAGES:
      if (value & ~(uint64_t)NSP_STAGE_ALL) return NSP_ERROR_INVALID_ARGUMENT;
      o->stages = (uint32_t)value;
      return NSP_OK;
    case NSP_OPTION_ENGINE:
      if (value > NSP_ENGINE_ICU) return NSP_ERROR_INVALID_ARGUMENT;
      o->engine = (nsp_engine)value;
      return NSP_OK;
    case NSP_OPTION_MIN_CONFIDENCE:
      if (value > 1000) return NSP_ERROR_INVALID_ARGUMENT;
      o->min_confidence = (uint32_t)value;
      return NSP_OK;
    case NSP_OPTION_MAX_INPUT:
      if (value > NSP_MAX_INPUT) return NSP_ERROR_INVALID_ARGUMENT;
      o->max_input = (size_t)value;
      return NSP_OK;
    case NSP_OPTION_STRICT_UTF8:
    case NSP_OPTION_TILE_SENTENCES:
    case NSP_OPTION_WHOLE_QUOTES: {
      if (value > 1) return NSP_ERROR_INVALID_ARGUMENT;
      bool *flag = option == NSP_OPTION_STRICT_UTF8      ? &o->strict_utf8
                   : option == NSP_OPTION_TILE_SENTENCES ? &o->tile_sentences
                                                         : &o->whole_quotes;
      *flag = value != 0;
      return NSP_OK;
    }
  }
  return NSP_ERROR_INVALID_ARGUMENT;
}

uint64_t nsp_config_get(const nsp_config *config, nsp_option option) {
  if (!config) return 0;
  const nsp__options *o = &config->options;
  switch (option) {
    case NSP_OPTION_STAGES: return o->stages;
    case NSP_OPTION_STRICT_UTF8: return o->strict_utf8;
    case NSP_OPTION_ENGINE: return o->engine;
    case NSP_OPTION_TILE_SENTENCES: return o->tile_sentences;
    case NSP_OPTION_WHOLE_QUOTES: return o->whole_quotes;
    case NSP_OPTION_MIN_CONFIDENCE: return o->min_confidence;
    case NSP_OPTION_MAX_INPUT: return o->max_input;
  }
  return 0;
}

const nsp_language *nsp__options_override(const nsp__options *options, const nsp_language *language) {
  if (language)
    for (uint32_t i = 0; i < options->added_count; i++)
      if (strcmp(nsp_language_id(options->added[i]), nsp_language_id(language)) == 0) return options->added[i];
  return language;
}

const nsp_language *nsp__options_language(const nsp__options *options, const char *id) {
  for (uint32_t i = 0; i < options->added_count; i++)
    if (strcmp(nsp_language_id(options->added[i]), id) == 0) return options->added[i];
  return nsp__options_override(options, nsp_language_find(id));
}

nsp_status nsp_config_set_language(nsp_config *config, const char *id) {
  if (!config) return NSP_ERROR_INVALID_ARGUMENT;
  const nsp_language *language = NULL;
  if (id && strcmp(id, "auto") != 0) {
    language = nsp__options_language(&config->options, id);
    if (!language) return NSP_ERROR_UNKNOWN_LANGUAGE;
  }
  config->options.fixed = language;
  return NSP_OK;
}

nsp_status nsp_config_add_language(nsp_config *config, const nsp_language *language) {
  if (!config || !language) return NSP_ERROR_INVALID_ARGUMENT;
  nsp__options *o = &config->options;
  if (o->added_count == NSP__MOST_LANGUAGES) return NSP_ERROR_INVALID_ARGUMENT;
  memmove(o->added + 1, o->added, o->added_count * sizeof *o->added);
  o->added[0] = language;
  o->added_count++;
  o->fixed = nsp__options_override(o, o->fixed);
  return NSP_OK;
}

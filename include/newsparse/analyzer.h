/** @file analyzer.h
 *  The engine: options in, documents out.
 *
 *  A *config* is filled by one thread, an *analyzer* made from it never changes: any number of threads may use one at
 *  once, each with a document of its own. There is no global state to set up or tear down. */
#ifndef NEWSPARSE_ANALYZER_H
#define NEWSPARSE_ANALYZER_H

#include "newsparse/document.h"

NSP_BEGIN_DECLS

/** What to find. Each needs what comes before it, and brings it along. */
typedef enum nsp_stage {
  NSP_STAGE_BLOCKS = 1,
  NSP_STAGE_SENTENCES = 2,
  NSP_STAGE_ENTITIES = 4,
  NSP_STAGE_QUOTES = 8,
  NSP_STAGE_CREDITS = 16,
  NSP_STAGE_ALL = 31
} nsp_stage;

/** Who finds the sentence ends. */
typedef enum nsp_engine {
  NSP_ENGINE_NATIVE = 0, /**< this library's own rules */
  NSP_ENGINE_ICU = 1     /**< ICU's break iterator (Unicode Standard Annex 29), for comparison; texts under 2 GiB */
} nsp_engine;

/** Options, all of them integers. */
typedef enum nsp_option {
  NSP_OPTION_STAGES = 0,         /**< nsp_stage, or-ed; default NSP_STAGE_ALL */
  NSP_OPTION_STRICT_UTF8 = 1,    /**< 1: malformed bytes are an error that names the byte; default 0 */
  NSP_OPTION_ENGINE = 2,         /**< nsp_engine; default NSP_ENGINE_NATIVE */
  NSP_OPTION_TILE_SENTENCES = 3, /**< 1: sentence spans keep the white space behind them and tile the text; default 0 */
  NSP_OPTION_WHOLE_QUOTES = 4,   /**< 1: a quotation of several sentences is not split inside; default 0 */
  NSP_OPTION_MIN_CONFIDENCE = 6, /**< thousandths, 0 to 1000: indirect quotations that are less likely right than this
                                      are left out; those with words between marks always stay; default 0 */
  NSP_OPTION_MAX_INPUT = 5       /**< longest text to accept, in bytes; default and maximum NSP_MAX_INPUT */
} nsp_option;

/** A set of options being put together. Opaque. */
typedef struct nsp_config nsp_config;

/** An engine. Opaque, immutable. */
typedef struct nsp_analyzer nsp_analyzer;

/** Makes a config with every option at its default.
 *  @param allocator  For it and for the analyzers made from it; NULL for the default.
 *  @param out        Receives the new config: free it with nsp_config_free(). NULL on failure. */
NSP_API NSP_NODISCARD nsp_status nsp_config_new(const nsp_allocator *allocator, nsp_config **out);
NSP_API void nsp_config_free(nsp_config *config);

/** Sets an option. @return NSP_ERROR_INVALID_ARGUMENT for an option or a value that does not exist. */
NSP_API NSP_NODISCARD nsp_status nsp_config_set(nsp_config *config, nsp_option option, uint64_t value);
/** Reads an option; 0 for one that does not exist. */
NSP_API uint64_t nsp_config_get(const nsp_config *config, nsp_option option);

/** Fixes the language by its locale id ("en", "pt-BR", "und"); NULL or "auto" finds it in each text, the default.
 *  @return NSP_ERROR_UNKNOWN_LANGUAGE when no built-in pack has it. */
NSP_API NSP_NODISCARD nsp_status nsp_config_set_language(nsp_config *config, const char *id);

/** Uses a pack of your own, for its language id (also when that is asked for by nsp_analyze_as() or found in a text).
 *  The language is borrowed and must outlive the config and its analyzers. Packs added later come first. */
NSP_API NSP_NODISCARD nsp_status nsp_config_add_language(nsp_config *config, const nsp_language *language);

/** Makes an analyzer from a config, which may be freed or changed afterwards. config NULL means all defaults.
 *  @param out  Receives the new analyzer: free it with nsp_analyzer_free(). NULL on failure. */
NSP_API NSP_NODISCARD nsp_status nsp_analyzer_new(const nsp_config *config, nsp_analyzer **out);
NSP_API void nsp_analyzer_free(nsp_analyzer *analyzer);

/** Analyses a text into a document, replacing what that held.
 *  @param analyzer  Borrowed for the call; shareable between threads.
 *  @param text      UTF-8, need not be NUL-terminated, may contain U+0000 and malformed bytes. Borrowed for the call
 *                   only. NULL is allowed when length is 0.
 *  @param length    Bytes, at most NSP_MAX_INPUT.
 *  @param document  One thread at a time. On failure it is empty.
 *  @param error     Details of a failure; may be NULL.
 *  @return NSP_OK, NSP_ERROR_TOO_LONG, NSP_ERROR_MALFORMED_UTF8 (strict only), NSP_ERROR_NO_MEMORY,
 *          NSP_ERROR_INVALID_ARGUMENT. */
NSP_API NSP_NODISCARD nsp_status nsp_analyze(const nsp_analyzer *analyzer, const char *text, size_t length,
                                             nsp_document *document, nsp_error *error);

/** nsp_analyze() in a language of this text's own, by locale id; NULL or "auto" finds it.
 *  @return besides those of nsp_analyze(), NSP_ERROR_UNKNOWN_LANGUAGE. */
NSP_API NSP_NODISCARD nsp_status nsp_analyze_as(const nsp_analyzer *analyzer, const char *language, const char *text,
                                                size_t length, nsp_document *document, nsp_error *error);

/** A link of the text, as an HTML page has them: where it stands, and where it leads. */
typedef struct nsp_link {
  nsp_span span;   /**< its words */
  const char *url; /**< NUL-terminated. A view: lives as long as the document's answer is used */
} nsp_link;

/** A text with what else is known about it. Start from nsp_input_default(). */
typedef struct nsp_input {
  size_t struct_size;    /**< sizeof(nsp_input) as you compiled it; set by nsp_input_default() */
  const char *text;      /**< as for nsp_analyze() */
  size_t length;         /**< bytes */
  const char *language;  /**< locale id; "auto" finds it; NULL means the analyzer's fixed one, or else finds it */
  const nsp_link *links; /**< in text order. Borrowed for the call; credits take their URLs from them */
  size_t link_count;
} nsp_input;

NSP_API nsp_input nsp_input_default(const char *text, size_t length);

/** nsp_analyze() with everything that is known about the text.
 *  @return those of nsp_analyze_as(); NSP_ERROR_INVALID_ARGUMENT also for links that are out of bounds or order. */
NSP_API NSP_NODISCARD nsp_status nsp_analyze_input(const nsp_analyzer *analyzer, const nsp_input *input,
                                                   nsp_document *document, nsp_error *error);

NSP_END_DECLS
#endif

/** @file language.h
 *  Language packs: the words, abbreviations, verbs and phrases that the stages decide with.
 *
 *  The built-in packs are compiled into the library. The same plain-text files can be read at run time, to add a
 *  language or to add to one; docs/language-packs.md has the format. A pack is immutable once made, so any number of
 *  threads and analyzers may share it. */
#ifndef NEWSPARSE_LANGUAGE_H
#define NEWSPARSE_LANGUAGE_H

#include "newsparse/allocator.h"
#include "newsparse/status.h"

NSP_BEGIN_DECLS

/** A compiled language pack. Opaque. */
typedef struct nsp_language nsp_language;

/** One file of a pack, as text in memory: the library itself opens no files. */
typedef struct nsp_pack_file {
  const char *name; /**< its role, by its name: "abbreviations.txt", "cues.txt", "credits.txt", … NUL-terminated */
  const char *data; /**< UTF-8, need not be NUL-terminated. Borrowed for the call */
  size_t length;    /**< bytes */
} nsp_pack_file;

/** How many packs are built in. Thread-safe. */
NSP_API size_t nsp_language_builtin_count(void);

/** A built-in pack by number, below nsp_language_builtin_count(); NULL beyond it. Borrowed, immortal. Thread-safe. */
NSP_API const nsp_language *nsp_language_builtin(size_t index);

/** The built-in pack for a locale id such as "en", "pt-BR", "zh_Hans" or "de-AT" (its language decides), "und" for
 *  the language-neutral one; NULL if there is none. `id` is NUL-terminated. Borrowed, immortal. Thread-safe. */
NSP_API const nsp_language *nsp_language_find(const char *id);

/** Compiles pack files into a new language.
 *  @param base       The pack to add to, whose entries stay unless a file replaces them (a line "-word" removes one);
 *                    NULL for an empty start. Borrowed for the call.
 *  @param id         Language code of the result, NUL-terminated; NULL for the base's.
 *  @param files      `count` files; several of one name are read one after the other.
 *  @param allocator  NULL for the default.
 *  @param out        Receives the new language: free it with nsp_language_free(). NULL on failure.
 *  @param error      May be NULL. File, line and column of the first mistake.
 *  @return NSP_OK, NSP_ERROR_PACK_SYNTAX (nothing is half loaded), NSP_ERROR_NO_MEMORY, NSP_ERROR_INVALID_ARGUMENT.
 *  Thread-safe. */
NSP_API NSP_NODISCARD nsp_status nsp_language_compile(const nsp_language *base, const char *id,
                                                      const nsp_pack_file *files, size_t count,
                                                      const nsp_allocator *allocator, nsp_language **out,
                                                      nsp_error *error);

/** Receives one mistake after the other. */
typedef void (*nsp_error_handler)(const nsp_error *error, void *payload);

/** Reads pack files as nsp_language_compile() does and tells `handler` of every mistake in them, in order.
 *  @return NSP_OK when there is none, NSP_ERROR_PACK_SYNTAX otherwise, or NSP_ERROR_NO_MEMORY. Thread-safe. */
NSP_API NSP_NODISCARD nsp_status nsp_language_check(const nsp_language *base, const nsp_pack_file *files, size_t count,
                                                    const nsp_allocator *allocator, nsp_error_handler handler,
                                                    void *payload);

/** Frees what nsp_language_compile() made; NULL and built-in packs are left alone. No analyzer may still use it. */
NSP_API void nsp_language_free(nsp_language *language);

/** ISO 639 code, such as "en". Borrowed from the language. Thread-safe. */
NSP_API const char *nsp_language_id(const nsp_language *language);

/** The language's English name, such as "Portuguese". Borrowed from the language. Thread-safe. */
NSP_API const char *nsp_language_name(const nsp_language *language);

/** Finds the language of a text by its script and its frequent words, from at most its first 16 KiB.
 *  @return A built-in pack, the neutral one ("und") when nothing else is likelier. Borrowed, immortal; never NULL.
 *  Thread-safe. */
NSP_API const nsp_language *nsp_language_detect(const char *text, size_t length);

NSP_END_DECLS
#endif

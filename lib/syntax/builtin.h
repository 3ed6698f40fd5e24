/* The models that are part of the library.
 *
 * Reads: a language tag. Gives: the opened model, ready for tagger and parser. */
#ifndef NSP_SYNTAX_BUILTIN_H
#define NSP_SYNTAX_BUILTIN_H

#include "model.h"

/* Opens the model for a language tag such as "en" or "de-AT". 1: *m is ready and stays so; 0: there is none.
 * Takes well under a microsecond: a model needs no preparation. */
int nsp__model_builtin(nsp__model *m, const char *language);

/* The rest is for the file that embed.cmake writes. */
typedef struct nsp__builtin_model {
  const char *language;
  const unsigned char *start, *end;
} nsp__builtin_model;
extern const nsp__builtin_model nsp__builtin_models[];

#if defined(__APPLE__)
#define NSP__EMBED_SECTION ".section __TEXT,__const\n"
#define NSP__EMBED_NAME(name) "_" name
#define NSP__EMBED_HIDDEN ".private_extern "
#define NSP__EMBED_BACK ".text\n"
#else
#define NSP__EMBED_SECTION ".pushsection .rodata, \"a\"\n"
#define NSP__EMBED_NAME(name) name
#define NSP__EMBED_HIDDEN ".hidden "
#define NSP__EMBED_BACK ".popsection\n"
#endif
#define NSP__EMBED(language, path)                                                                    \
  __asm__(NSP__EMBED_SECTION ".balign 64\n"                                                         \
            ".globl " NSP__EMBED_NAME("nsp__model_" #language) "\n"                                   \
            NSP__EMBED_HIDDEN NSP__EMBED_NAME("nsp__model_" #language) "\n"                           \
            ".globl " NSP__EMBED_NAME("nsp__model_" #language "_end") "\n"                            \
            NSP__EMBED_HIDDEN NSP__EMBED_NAME("nsp__model_" #language "_end") "\n"                    \
            NSP__EMBED_NAME("nsp__model_" #language) ":\n.incbin \"" path "\"\n"                      \
            NSP__EMBED_NAME("nsp__model_" #language "_end") ":\n.byte 0\n" NSP__EMBED_BACK); \
  extern const unsigned char nsp__model_##language[] __attribute__((visibility("hidden")));           \
  extern const unsigned char nsp__model_##language##_end[] __attribute__((visibility("hidden")));
#define NSP__EMBEDDED(language) \
  { #language, nsp__model_##language, nsp__model_##language##_end }

#endif

/** @file allocator.h
 *  Bring your own memory. */
#ifndef NEWSPARSE_ALLOCATOR_H
#define NEWSPARSE_ALLOCATOR_H

#include "newsparse/common.h"

NSP_BEGIN_DECLS

/** Where an object and everything that belongs to it takes its memory from. Copied by the call that it is given to;
 *  `context` must outlive every object made with it, and the functions must be as thread-safe as your use of the
 *  objects. All three are needed. Blocks are aligned for any C type. */
typedef struct nsp_allocator {
  void *(*allocate)(void *context, size_t size);                                     /**< NULL on failure */
  void *(*reallocate)(void *context, void *block, size_t old_size, size_t new_size); /**< NULL leaves block alone */
  void (*release)(void *context, void *block, size_t size);                          /**< block may be NULL */
  void *context;
} nsp_allocator;

/** The C library's malloc, realloc and free. Thread-safe. */
NSP_API nsp_allocator nsp_allocator_default(void);

NSP_END_DECLS
#endif

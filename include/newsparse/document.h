/** @file document.h
 *  The answer: blocks, sentences, entities, quotations and credits of one text.
 *
 *  A document belongs to one thread at a time. It is made to be reused: analysing another text into it frees
 *  nothing and, once it has grown to the size of your texts, allocates nothing. What its accessors return is borrowed
 *  and lives until the document is analysed into again, reset or freed. Spans are bytes of the text that was given;
 *  the document does not keep that text. */
#ifndef NEWSPARSE_DOCUMENT_H
#define NEWSPARSE_DOCUMENT_H

#include "newsparse/allocator.h"
#include "newsparse/block.h"
#include "newsparse/credit.h"
#include "newsparse/entity.h"
#include "newsparse/language.h"
#include "newsparse/quote.h"
#include "newsparse/sentence.h"
#include "newsparse/status.h"

NSP_BEGIN_DECLS

/** The result of an analysis, with the memory that it lives in. Opaque. */
typedef struct nsp_document nsp_document;

/** Makes an empty document.
 *  @param allocator  Where all its memory comes from; NULL for the default.
 *  @param out        Receives the new document: free it with nsp_document_free(). NULL on failure. */
NSP_API NSP_NODISCARD nsp_status nsp_document_new(const nsp_allocator *allocator, nsp_document **out);

/** Frees a document and everything borrowed from it. NULL is allowed. */
NSP_API void nsp_document_free(nsp_document *document);

/** Empties a document and keeps its memory for the next analysis. */
NSP_API void nsp_document_reset(nsp_document *document);

/** The pack that the text was read with: the one asked for, or the one that was found. Never NULL after an analysis. */
NSP_API const nsp_language *nsp_document_language(const nsp_document *document);

/** How many bytes of the text were not valid UTF-8. They were kept in place, each a unit of its own. */
NSP_API uint64_t nsp_document_malformed_count(const nsp_document *document);

/** Bytes of memory that the document holds on to. */
NSP_API size_t nsp_document_memory(const nsp_document *document);

NSP_API size_t nsp_document_block_count(const nsp_document *document);
/** Blocks in text order; NULL beyond the last. */
NSP_API const nsp_block *nsp_document_block(const nsp_document *document, size_t index);

NSP_API size_t nsp_document_sentence_count(const nsp_document *document);
/** Sentences in text order; NULL beyond the last. */
NSP_API const nsp_sentence *nsp_document_sentence(const nsp_document *document, size_t index);

NSP_API size_t nsp_document_entity_count(const nsp_document *document);
/** Entities in the order of their first mention; NULL beyond the last. */
NSP_API const nsp_entity *nsp_document_entity(const nsp_document *document, size_t index);

NSP_API size_t nsp_document_quote_count(const nsp_document *document);
/** Quotations in the order of their first content span; NULL beyond the last. */
NSP_API const nsp_quote *nsp_document_quote(const nsp_document *document, size_t index);

NSP_API size_t nsp_document_credit_count(const nsp_document *document);
/** Credits in text order; NULL beyond the last. */
NSP_API const nsp_credit *nsp_document_credit(const nsp_document *document, size_t index);

/** What the credits say taken together. Never NULL; all empty when there are none. */
NSP_API const nsp_provenance *nsp_document_provenance(const nsp_document *document);

NSP_END_DECLS
#endif

/** @file stream.h
 *  Sentences of a text that comes in pieces (a pipe, a socket): the same ones as for the whole, in bounded memory. */
#ifndef NEWSPARSE_STREAM_H
#define NEWSPARSE_STREAM_H

#include "newsparse/analyzer.h"

NSP_BEGIN_DECLS

/** A text on its way. Opaque; one thread at a time. */
typedef struct nsp_stream nsp_stream;

/** Receives one finished sentence.
 *  @param text     Its bytes; a view that lives for the call only.
 *  @param length   Bytes.
 *  @param start    Offset of its first byte in the whole text; 64 bits, as a stream may be longer than any document.
 *  @param payload  As given to nsp_stream_new().
 *  @return true to go on, false to stop: the push that is under way returns NSP_OK and the rest is not delivered. */
typedef bool (*nsp_sentence_handler)(const char *text, size_t length, uint64_t start, void *payload);

/** Starts a stream.
 *  @param analyzer  Borrowed; must outlive the stream. Its language (or the one found in the first piece) is used.
 *  @param out       Receives the new stream: free it with nsp_stream_free(). NULL on failure. */
NSP_API NSP_NODISCARD nsp_status nsp_stream_new(const nsp_analyzer *analyzer, nsp_sentence_handler handler,
                                                void *payload, nsp_stream **out);

/** Adds a piece, of any size, cut anywhere (inside a character, too). Calls the handler for every sentence that is
 *  certain by now. */
NSP_API NSP_NODISCARD nsp_status nsp_stream_push(nsp_stream *stream, const char *text, size_t length, nsp_error *error);

/** Ends the text and delivers what is left. Afterwards the stream can be used for another text. */
NSP_API NSP_NODISCARD nsp_status nsp_stream_finish(nsp_stream *stream, nsp_error *error);

NSP_API void nsp_stream_free(nsp_stream *stream);

NSP_END_DECLS
#endif

/** @file newsparse.h
 *  libnewsparse: sentences, quotations with their speakers, and source credits of a news article.
 *
 *      nsp_analyzer *analyzer; nsp_document *document;
 *      if (nsp_analyzer_new(NULL, &analyzer) || nsp_document_new(NULL, &document)) return 1;
 *      if (nsp_analyze(analyzer, text, length, document, NULL) == NSP_OK)
 *        for (size_t i = 0; i < nsp_document_sentence_count(document); i++)
 *          print(nsp_document_sentence(document, i)->span); */
#ifndef NEWSPARSE_NEWSPARSE_H
#define NEWSPARSE_NEWSPARSE_H

#include "newsparse/allocator.h"
#include "newsparse/analyzer.h"
#include "newsparse/block.h"
#include "newsparse/common.h"
#include "newsparse/credit.h"
#include "newsparse/document.h"
#include "newsparse/encoding.h"
#include "newsparse/entity.h"
#include "newsparse/language.h"
#include "newsparse/offsets.h"
#include "newsparse/quote.h"
#include "newsparse/render.h"
#include "newsparse/segment.h"
#include "newsparse/sentence.h"
#include "newsparse/status.h"
#include "newsparse/stream.h"
#include "newsparse/version.h"

#endif

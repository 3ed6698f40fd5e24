/* From drafts to document->quotes: spans in bytes, kind, flags, confidence, reason, order, nesting. */
#ifndef NSP_QUOTE_EMIT_H
#define NSP_QUOTE_EMIT_H

#include "quote/work.h"

bool nsp__emit_quotes(nsp__quoting *q);

/* How often a quotation that this rule found is right, as measured on development corpora: see docs/quotations.md. */
float nsp__confidence_of(const nsp__quoting *q, const nsp__draft *draft);

#endif

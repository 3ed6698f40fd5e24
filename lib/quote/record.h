/* What the library itself keeps about a quotation: the public nsp_quote first, then places among the tokens, for the
 * stages that come after. Filled by nsp__find_quotes(); `quote.speakers` is filled by nsp__attribute_speakers(). */
#ifndef NSP_QUOTE_RECORD_H
#define NSP_QUOTE_RECORD_H

#include "newsparse/quote.h"

/* Tokens [first, end) of document->tokens; empty when first == end. */
typedef struct nsp__range {
  uint32_t first, end;
} nsp__range;

typedef struct nsp__quote {
  nsp_quote quote;      /* must stay first: the public accessor hands out its address */
  uint32_t rule;        /* nsp__quote_rule; quote.reason is its name */
  uint32_t sentence;    /* of the cue, or of the first content when there is no cue */
  uint32_t cue_head;    /* token: "said", the noun "claim", "According"; NSP_NONE without a cue */
  nsp__range source;    /* the source span; empty when none is written */
  uint32_t source_head; /* token: "president" in "the president of France"; NSP_NONE without a source span */
  nsp__range content;   /* from the first to the last token of the content, what interrupts it included */
  uint32_t speaker_of;  /* no source span of its own: the quotation (an earlier one) whose speaker said this too, or
                           NSP_NONE: nobody is named */
  nsp__range said_of;   /* these words point to the speaker, not the source span: the subject of the sentence that
                           introduces a bare quotation, who answers in an interview ("A:"); empty otherwise */
} nsp__quote;

#endif

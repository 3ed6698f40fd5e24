/** @file quote.h
 *  Quotations: what was said, the cue that shows it, the source as written, and the speakers that it stands for.
 *
 *  The terms are those of the attribution literature (Pareti 2015; Newell et al. 2018, PolNeAR): a *cue* such as
 *  "said" or "according to" links a *content* to a *source*. */
#ifndef NEWSPARSE_QUOTE_H
#define NEWSPARSE_QUOTE_H

#include "newsparse/common.h"

NSP_BEGIN_DECLS

typedef enum nsp_quote_kind {
  NSP_QUOTE_DIRECT = 10,  /**< all in quotation marks, or after a dialogue dash or a speaker label */
  NSP_QUOTE_MIXED = 20,   /**< the writer's words with some in quotation marks */
  NSP_QUOTE_INDIRECT = 30 /**< the writer's words for what another said */
} nsp_quote_kind;

/** Facts about a quotation that may hold together; nsp_quote.flags is their union. */
typedef enum nsp_quote_flag {
  NSP_QUOTE_DENIED = 1,      /**< the speaker denies the content: "denied that …" */
  NSP_QUOTE_DISPUTED = 2,    /**< the content is a claim of others that is rejected: "rejected the claim that …" */
  NSP_QUOTE_QUESTION = 4,    /**< asked, not stated */
  NSP_QUOTE_NOT_SAID = 8,    /**< "did not say whether …" */
  NSP_QUOTE_ANONYMOUS = 16,  /**< the source is not named: "a senior official" */
  NSP_QUOTE_BELIEF = 32,     /**< thought, hoped or feared rather than said */
  NSP_QUOTE_REPAIRED = 64    /**< its marks did not balance and were mended */
} nsp_quote_flag;

/** One quotation. Span lists are in text order and empty where there is none of its sort. */
typedef struct nsp_quote {
  nsp_quote_kind kind;
  uint32_t flags;       /**< nsp_quote_flag, or-ed */
  nsp_spans content;    /**< what was said; marks that enclose it are part of it; several pieces when it is broken */
  nsp_spans cue;        /**< "said", "according to" */
  nsp_spans source;     /**< as written: "he", "Hugh Hill, a doctor at Johns Hopkins" */
  nsp_spans addressee;  /**< to whom: "told Yellen" */
  nsp_spans medium;     /**< in what: "in a statement", "on X" */
  nsp_spans relay;      /**< who passes it on: "according to the Kremlin's press service" */
  nsp_spans time;       /**< when, if the same clause says so */
  nsp_ids speakers;     /**< entities; empty when nobody can be named */
  uint32_t parent;      /**< the quotation that this one is quoted in, or NSP_NONE */
  float confidence;     /**< 0 to 1: how often such a quotation is right in content and speaker */
  nsp_string reason;    /**< the rule that decided, such as "verb-clause" */
  nsp_spans evidence;   /**< what it looked at */
} nsp_quote;

/** The name used in JSON ("direct"), never NULL. Static; thread-safe. */
NSP_API const char *nsp_quote_kind_name(nsp_quote_kind kind);
/** The name used in JSON for one flag ("denied"), or NULL for what is no flag. Static; thread-safe. */
NSP_API const char *nsp_quote_flag_name(uint32_t flag);

NSP_END_DECLS
#endif

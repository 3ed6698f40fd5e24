/* What a stage of the pipeline is given. Text flows one way: a stage reads the text and what earlier stages wrote into
 * the document, appends its own arrays, and rewrites nothing. */
#ifndef NSP_STAGE_H
#define NSP_STAGE_H

#include "config.h"
#include "document.h"
#include "language/pack.h"

typedef struct nsp__analysis {
  const char *text;
  uint32_t length;
  const nsp__options *options;
  const nsp_language *language; /* the pack to read the text with */
  const nsp_language *common;   /* the pack of what all languages share ("und"): media, agencies, names, licences */
  const nsp_link *links;        /* the caller's, in text order */
  size_t link_count;
  nsp_document *document;
  uint64_t first_malformed; /* offset of the first malformed byte, if document->malformed says that there is one */
} nsp__analysis;

/* NSP_OK, NSP_ERROR_NO_MEMORY, or NSP_ERROR_MALFORMED_UTF8 from the stage that reads the text first. */
typedef nsp_status (*nsp__stage)(nsp__analysis *analysis);

#endif

/* Sources: the words that name who speaks. Reads: tokens, mentions, the tree, a cue. */
#ifndef NSP_QUOTE_SOURCE_H
#define NSP_QUOTE_SOURCE_H

#include "quote/cue.h"

typedef struct nsp__source {
  nsp__range span; /* empty: none written */
  uint32_t head;   /* NSP_NONE without a span */
  bool inverted;   /* stands behind its verb: "said Jane Roe" */
} nsp__source;

/* The subject of a reporting verb, or the agent of a passive one. */
nsp__source nsp__find_source(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* phrase.c. The noun phrase that begins (or, going left, ends) at a place; empty if there is none. */
nsp__range nsp__phrase_right(const nsp__quoting *q, uint32_t at, uint32_t end, uint32_t *head);
nsp__range nsp__phrase_left(const nsp__quoting *q, uint32_t end, uint32_t first, uint32_t *head);

/* Can the token stand in a noun phrase, by its tag? */
bool nsp__is_nominal(const nsp__quoting *q, uint32_t token);
/* A row of tagged words before `end` that can be one noun phrase: "the mayor of Springfield, Bob Ng". Empty: none. */
nsp__range nsp__chunk_left(const nsp__quoting *q, uint32_t end, uint32_t first, uint32_t *head);

/* Cuts marks, conjunctions and the like from the ends of a phrase. */
nsp__range nsp__trim_phrase(const nsp__quoting *q, nsp__range phrase);

/* words.c: the same two where no tree is known. */
nsp__range nsp__words_right(const nsp__quoting *q, uint32_t at, uint32_t end, uint32_t *head);
nsp__range nsp__words_left(const nsp__quoting *q, uint32_t end, uint32_t first, bool before_comma, uint32_t *head);

/* words.c: the mention that begins at a token or right behind its article, or NULL; the name right behind a role with
 * its complement, else the mention itself; where the last mention ends that is joined to one. */
const nsp__mention *nsp__mention_opening(const nsp__quoting *q, uint32_t at, uint32_t end);
const nsp__mention *nsp__named_behind(const nsp__quoting *q, const nsp__mention *role, uint32_t end);
uint32_t nsp__joined_end(const nsp__quoting *q, const nsp__mention *mention, uint32_t end);

/* document.c: the document that a verb of nobody leads to: "si legge nella nota". */
nsp__source nsp__document_source(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* document.c: "qualifiée de « folle » par le maire": the agent behind the marks that a participle leads to. */
nsp__source nsp__agent_behind(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* bare.c: where no articles are, small words and the name behind them; who speaks behind a verb, behind whom, when and
 * where; the end of the subject before a verb, without what stands between the two. Elsewhere as nsp__words_right(),
 * and `verb` itself. */
nsp__range nsp__bare_subject(const nsp__quoting *q, uint32_t i, uint32_t end, uint32_t *head);
nsp__range nsp__bare_right(const nsp__quoting *q, uint32_t at, uint32_t end, uint32_t *head);
uint32_t nsp__bare_left(const nsp__quoting *q, uint32_t first, uint32_t verb);

/* bare.c: "На вопрос журналистов | тренер ответил": the subject between a phrase that opens the clause and the verb;
 * head NSP_NONE: none. And "Собеседник | издания": the same source with the words before it that no list knows. */
nsp__source nsp__bare_behind(const nsp__quoting *q, uint32_t first, uint32_t verb);
nsp__source nsp__bare_office(const nsp__quoting *q, uint32_t first, nsp__source found);

/* bare.c: does nothing but one phrase stand before the verb: no comma, no other verb? */
bool nsp__opens_with_phrase(const nsp__quoting *q, uint32_t first, uint32_t verb);

/* words.c: the subject of a reporting verb where no tree is known; `inverted`: its clause begins with the verb. */
nsp__source nsp__words_source(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, bool inverted);

#endif

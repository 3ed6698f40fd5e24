/* Subjects that another word has. Reads: tagged tokens, the tree, a cue. */
#ifndef NSP_QUOTE_CONTROL_H
#define NSP_QUOTE_CONTROL_H

#include "quote/attribute.h"

/* "scolded Roe for saying": whom the verb above is about, when he is who speaks. No span when it is otherwise. */
nsp__source nsp__controller(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* "The paper quoted Roe as saying": who passes it on; nothing without such a verb. */
nsp__range nsp__quoter(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* "Roe apologized after they came out, saying": a pronoun of a clause of when or why gives way to the main clause's
 * subject. */
void nsp__take_main_subject(const nsp__quoting *q, const nsp__cue *cue, nsp__source *found);

/* "Roe left, releasing a statement that": who does it whose object the reporting noun is. The same. */
nsp__source nsp__of_light_verb(const nsp__quoting *q, nsp__range bounds, uint32_t noun);

#endif

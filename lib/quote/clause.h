/* The subject of a verb by the order of words. Reads: tagged tokens, mentions, a cue. */
#ifndef NSP_QUOTE_CLAUSE_H
#define NSP_QUOTE_CLAUSE_H

#include "quote/source.h"

/* Is the verb the only one of its clause that can have a tense? */
bool nsp__only_verb(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* Somebody who begins the clause, and a parenthesis between two commas before the verb; no span when it is otherwise.
 */
nsp__source nsp__over_parenthesis(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);
/* The same for a name, wherever it stands. */
nsp__source nsp__with_apposition(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);
/* A noun of the verb's own on its left. */
nsp__source nsp__left_noun(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* Leaves out what the tree drew into a source over its last comma: "The pool, the mayor | said, will close". */
void nsp__leave_parenthesis(const nsp__quoting *q, const nsp__cue *cue, nsp__source *found);
/* Shortens a source that has a reporting verb with an object within. */
void nsp__cut_at_verb(const nsp__quoting *q, nsp__source *found);

/* Goes back over a relative clause without commas to the noun that it belongs to. */
void nsp__leave_restrictive(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
/* The subject of a nearer clause, where the participle's source is nobody who could speak. */
void nsp__nearer_subject(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
/* Can what was found not be the verb's subject? */
bool nsp__no_subject(const nsp__quoting *q, const nsp__cue *cue, nsp__range found);
/* Who stands right before a participle, in place of who is farther away. */
void nsp__own_subject(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
/* trim.c: leaves out when it was, before and behind who speaks. */
void nsp__cut_time(const nsp__quoting *q, nsp__source *found);

/* inverted.c: a row of capitalised words that begins at a token: a name that the tagger does not know. */
nsp__range nsp__capitals_right(const nsp__quoting *q, uint32_t at, uint32_t end, uint32_t *head);
/* inverted.c: a name that a comma or the sentence ends. */
bool nsp__is_lone_name(const nsp__quoting *q, nsp__range bounds, nsp__range phrase);
/* inverted.c: is what stands behind the verb the subject of what was said? */
bool nsp__subject_of_content(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, const nsp__source *found);
/* inverted.c: a name behind a verb that a clause and its comma stand before is who speaks, not the clause's subject. */
bool nsp__is_inverted(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
/* inverted.c: a source has the whole name that its head is of. */
void nsp__whole_name(const nsp__quoting *q, nsp__range bounds, nsp__source *found);
/* inverted.c: the appositions and relative clauses behind a source that stands behind its verb belong to it. */
void nsp__take_apposition(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
/* Is the token in a mention of a person, a group or a house, or a pronoun for one? */
bool nsp__can_speak(const nsp__quoting *q, uint32_t token);

/* Goes back over a relative clause between commas to the noun before it. */
void nsp__leave_relative(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
/* A label, "A:", is nobody's subject. */
void nsp__leave_label(const nsp__quoting *q, nsp__range bounds, nsp__source *found);
/* Takes in the names that a list joins to the source. */
void nsp__widen_list(const nsp__quoting *q, nsp__range bounds, nsp__source *found);
/* trim.c: leaves out a verb with a tense and what follows, where a participle speaks. */
void nsp__leave_tensed(const nsp__quoting *q, nsp__source *found);
/* Somebody right before the verb, behind a comma, in place of the subject of the clause before. */
void nsp__take_nearest(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
/* Leaves out an aside at the end: "Roe, in fact," and in what medium. */
void nsp__cut_aside(const nsp__quoting *q, nsp__source *found);

/* source.c: "on suspicion of", "in a memo" say nothing. */
bool nsp__is_prepositional(const nsp__quoting *q, nsp__range phrase);

/* Is there a verb with a tense in [first, end), as far back as a clause reaches? */
bool nsp__tensed_before(const nsp__quoting *q, uint32_t first, uint32_t end);

/* actor.c: who opens the clause, across a parenthesis, before a participle's comma or a semicolon. */
void nsp__across_parenthesis(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
void nsp__cut_at_tense(const nsp__quoting *q, const nsp__cue *cue, nsp__source *found);
void nsp__behind_semicolon(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue, nsp__source *found);
nsp__source nsp__first_actor(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

#endif

/* Noun phrases of a language that writes all nouns with a capital letter (language.txt: nouns = capital): articles,
 * adjectives in small letters and capitals show where a phrase ends, and what no noun phrase is a verb. Reads: tokens,
 * marks, the pack's function words and pronouns. */
#ifndef NSP_QUOTE_CAPITAL_H
#define NSP_QUOTE_CAPITAL_H

#include "quote/cue.h"
#include "quote/source.h"

static inline bool nsp__capital_nouns(const nsp__quoting *q) { return q->capital_nouns; }

/* "t-online.de": a name in small letters with a full stop in it. */
bool nsp__is_address(const nsp__quoting *q, uint32_t i);

/* The end of the noun phrase that begins at i, with genitives, "und …" and brackets; i when none begins there. `wide`:
 * phrases behind any preposition belong to it (as before the verb, where all is one phrase), not those of "von" alone.
 */
uint32_t nsp__capital_phrase(const nsp__quoting *q, uint32_t i, uint32_t end, bool wide);

/* The same with an apposition or a relative clause between commas behind it; *closed: its last comma is included. */
uint32_t nsp__capital_subject(const nsp__quoting *q, uint32_t i, uint32_t end, bool wide, bool *closed);

/* A phrase that names a source ends before words that somebody said: "nach Angaben der Polizei „gut“" is no title. */
nsp__range nsp__without_speech(const nsp__quoting *q, nsp__range phrase);

/* The word of a phrase that says who it is: that of its first name, else of its first mention. */
uint32_t nsp__capital_head(const nsp__quoting *q, nsp__range phrase);

/* May the phrase at i be a subject by the form of its first word: no "den", "dem", "ihm"? */
bool nsp__nominative(const nsp__quoting *q, uint32_t i);

/* The subject of a clause of saying, where the finite verb is the second phrase. */
nsp__source nsp__second_source(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* agent.c: the agent of the passive whose finite verb and end are given, or the medium where something is called so. */
nsp__source nsp__agent(const nsp__quoting *q, nsp__range bounds, uint32_t finite, uint32_t end);

/* agent.c: "heißt es im Bericht", "Im Bericht heißt es": "es", which ends at `end`, says nothing, the document does. */
nsp__source nsp__of_nobody(const nsp__quoting *q, nsp__range bounds, uint32_t verb, uint32_t end);

/* agent.c: does the noun at `head` name a medium, a document, an organisation, or a title between marks? */
bool nsp__is_publication(const nsp__quoting *q, uint32_t head);

/* "wie der Sprecher mitteilte": the whole clause, when the cue ends one that begins so; else empty. */
nsp__range nsp__as_told(const nsp__quoting *q, nsp__range bounds, const nsp__cue *cue);

/* The noun phrase that ends at `end`, as far as it reaches back; empty: none. */
nsp__range nsp__capital_left(const nsp__quoting *q, uint32_t end, uint32_t first, uint32_t *head);

/* Does the word at i end like one of a list of language.txt? */
bool nsp__ends_in(const nsp__quoting *q, const char *key, uint32_t i);

/* Is the word at i in a list of language.txt? Small and capital letters are the same. */
bool nsp__in_property(const nsp__quoting *q, const char *key, uint32_t i);

/* The subject of the main clause that begins a sentence. */
nsp__source nsp__second_subject(const nsp__quoting *q, nsp__range bounds);

/* The finite verb of the main clause that begins at i, behind its first phrase; NSP_NONE: none begins there. */
uint32_t nsp__second_verb(const nsp__quoting *q, uint32_t i, uint32_t end);

#endif

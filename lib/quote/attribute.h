/* Attribution: joins cue, source and content. Reads: tokens, marked stretches, the tree. Adds: q->drafts. Each step
 * looks at one sentence, and for cues only in the `part` of it that the tree is of. All are false when out of memory.
 */
#ifndef NSP_QUOTE_ATTRIBUTE_H
#define NSP_QUOTE_ATTRIBUTE_H

#include "quote/source.h"

/* verb.c: she said …; …, she said; said she. */
bool nsp__attribute_verbs(nsp__quoting *q, uint32_t sentence, nsp__range part);
/* noun.c: her claim that …, his promise to …, calls for …. */
bool nsp__attribute_nouns(nsp__quoting *q, uint32_t sentence, nsp__range part);
/* according.c: according to her, …; in her view, …; reportedly. */
bool nsp__attribute_phrases(nsp__quoting *q, uint32_t sentence, nsp__range part);
/* according.c: "Pour le maire, …", "Per il sindaco «…»": a preposition of many uses gives a view when its sentence
 * begins with it, a person follows, and then a comma or marked words. */
bool nsp__opens_view(const nsp__quoting *q, nsp__range bounds, nsp__range cue);
/* label.c: Merkel: …; Q: …; "…" — Jane Roe. */
bool nsp__attribute_labels(nsp__quoting *q, uint32_t sentence);
/* answers.c: paragraphs without a label go on with the turn of the label before them. */
bool nsp__continue_answers(nsp__quoting *q);
/* label.c: "Merkel: …" in a heading, when somebody of that name speaks in the text. Once, when all sentences are done.
 */
bool nsp__attribute_headings(nsp__quoting *q);
/* headline.c: who says in the text what a heading has between marks. Once, when all speakers are found. */
bool nsp__name_headlines(nsp__quoting *q);
/* interview.c: the name of who answers, from the text before the first label; empty: nobody is named. */
nsp__range nsp__interviewee(nsp__quoting *q);
/* introduce.c: He had one message: "…". */
bool nsp__attribute_introduced(nsp__quoting *q, uint32_t sentence);
/* introduce.c: blocks that are set off as quotations. Once, after the rest. */
bool nsp__attribute_blocks(nsp__quoting *q);
/* carry.c: marked speech that no cue claimed. Once, when all sentences are done. */
bool nsp__attribute_rest(nsp__quoting *q);

/* carry.c: whole sentences between marks, and nothing of the writer's own around them. */
bool nsp__stands_alone(const nsp__quoting *q, const nsp__marked *marked);

/* relay.c: a phrase that leads a sentence whose main verb is a cue itself becomes that one's relay. */
void nsp__join_relays(nsp__quoting *q, uint32_t first_draft, uint32_t sentence);
/* relay.c: drops what names nobody and lies in the content of a quotation that does. */
void nsp__drop_repeated(nsp__quoting *q, uint32_t first_draft);

/* dateline.c: fills q->begins. First of all. */
bool nsp__skip_datelines(nsp__quoting *q);
/* mood.c: sentences that their verbs alone show to be another's words ("Das sei falsch."). Once, after the cues. */
bool nsp__attribute_mood(nsp__quoting *q);
/* mood.c: does a clause in the mood of reported speech begin at i? */
bool nsp__reported_clause(const nsp__quoting *q, uint32_t i, uint32_t end);
/* mood.c: the same, and its verb shows the mood. */
bool nsp__reported_mood(const nsp__quoting *q, uint32_t i, uint32_t end);
/* mood.c: where the subordinate clause at `at` ends: before the finite verb of the main clause, or with the sentence.
 */
uint32_t nsp__clause_end(const nsp__quoting *q, nsp__range bounds, uint32_t at);
/* mood.c: does an infinitive with its own word ("zu") close the clause that begins at i? */
bool nsp__infinitive_clause(const nsp__quoting *q, uint32_t i, uint32_t end);
/* mood.c: an infinitive by its ending, where the language has such (language.txt: infinitives). */
bool nsp__is_infinitive(const nsp__quoting *q, uint32_t i);

/* parts.c: the quoted parts of mixed quotations as their children, where the pack wants them. Last of all. */
bool nsp__attribute_parts(nsp__quoting *q);

/* nested.c: quotations within speech. Once, when all sentences are done. */
bool nsp__attribute_nested(nsp__quoting *q);

/* fragment.c: marked words in the middle of the writer's sentence that read like somebody's. Once, after the rest. */
bool nsp__attribute_fragments(nsp__quoting *q);
/* fragment.c: marked words that can only be the name of something. */
bool nsp__is_name(const nsp__quoting *q, const nsp__marked *marked);
/* fragment.c: words in small letters, which no name is made of. */
bool nsp__has_small_words(const nsp__quoting *q, const nsp__marked *marked);

/* draft.c */
nsp__draft nsp__draft_new(nsp__quote_rule rule, uint32_t sentence);
/* Keeps a draft that has content; false when out of memory. */
bool nsp__draft_keep(nsp__quoting *q, const nsp__draft *draft);
/* Adds a piece of content. Marks that it touches are taken in whole, even beyond the sentence, and with the
 * paragraphs that go on with them. False: nothing was left, or out of memory. */
bool nsp__draft_add(nsp__quoting *q, nsp__draft *draft, nsp__range piece);

/* according.c: the words of the sentence around a parenthetical phrase ("…, as she noted, …") become content. */
bool nsp__draft_around(nsp__quoting *q, nsp__draft *draft, nsp__range bounds, nsp__range phrase);

/* content.c: where what was said ends. It begins at `at` with the clause or phrase of `head` (NSP_NONE: not known);
 * `verb` is the cue's own word, whose clause it can not leave; `phrase` tells that it is no clause. */
uint32_t nsp__content_end(const nsp__quoting *q, nsp__range bounds, uint32_t verb, uint32_t at, uint32_t head,
                          bool phrase);

/* The end of a sentence without its final stops. */
uint32_t nsp__text_end(const nsp__quoting *q, nsp__range bounds);

#endif

/* One reporting verb at work: what verb.c and opening.c share. */
#ifndef NSP_QUOTE_VERB_H
#define NSP_QUOTE_VERB_H

#include "quote/adjunct.h"
#include "quote/attribute.h"
#include "quote/tree.h"

enum { STEPS_RIGHT = 40, CLIMB = 12 };

/* How the content on the right of a verb begins. */
typedef enum opening_kind { NOTHING, IN_MARKS, CLAUSE, INFINITIVE, OBJECT } opening_kind;

typedef struct opening {
  opening_kind kind;
  uint32_t at;   /* first token of the content */
  uint32_t head; /* of its clause or phrase, NSP_NONE when the tree does not tell */
  bool behind_comma;
  bool announced; /* by a mark, a colon or a word of grammar */
  bool orphan;    /* the tree does not know that it belongs to the verb */
} opening;

typedef struct verb_case {
  nsp__quoting *q;
  nsp__range bounds;
  nsp__cue cue;
  nsp__source source;
  nsp__range core; /* the clause of saying: subject, verb, and what was walked over */
  nsp__range addressee;
  nsp__range extra; /* preposition that joined the cue */
  bool on_left;     /* what was said stands before the clause of saying */
  bool shared;      /* the source is that of the reporting verb before */
} verb_case;

#define TAKES_CLAUSE                                                                                             \
  (NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(BELIEVE) | NSP__SAYS(WRITE) | NSP__SAYS(DENY) | \
   NSP__SAYS(REJECT) | NSP__SAYS(RAISING))
#define TAKES_MARKS (TAKES_CLAUSE | NSP__SAYS(MANNER) | NSP__SAYS(URGE))
#define TAKES_INFINITIVE \
  (NSP__SAYS(SAY) | NSP__SAYS(TELL) | NSP__SAYS(URGE) | NSP__SAYS(DENY) | NSP__SAYS(ASK) | NSP__SAYS(INFINITIVE))
#define TAKES_PERSON (NSP__SAYS(TELL) | NSP__SAYS(ASK) | NSP__SAYS(URGE))
#define SUBJECTS (NSP__REL_BIT(NSUBJ) | NSP__REL_BIT(NSUBJ_PASS))
#define OBJECTS (NSP__REL_BIT(OBJ) | NSP__REL_BIT(IOBJ))

static inline bool says(const verb_case *c, uint64_t tags) { return (c->cue.tags & tags) != 0; }

/* An infinitive's own mark ("to"), told from the preposition by the tag, or by the tree ("to “breathe”"). */
static inline bool is_to(const nsp__quoting *q, uint32_t i) {
  unsigned tag = q->tokens[i].tag;
  return (tag == NSP__TAG_PART ||
          (tag == NSP__TAG_ADP && nsp__has_rel(q, i, NSP__REL_BIT(MARK)) && nsp__names_role(q, "addressee", i))) &&
         !nsp__function(q, i, NSP__SAYS(NEGATION));
}

/* opening.c: walks to the right from the end of the verb group until the content opens; c->core grows over what it
 * walks over, c->addressee and c->extra are noted on the way. */
opening nsp__find_opening(verb_case *c);

/* title.c: does something of the writer's own lead into the marked words: a word right before them, and no comma? */
bool nsp__led_into(const verb_case *c, uint32_t mark);
/* title.c: marked words on the left of the clause of saying that are a name: "On “Meet the Press,” Roe said …". */
bool nsp__is_named(const verb_case *c, uint32_t mark);
/* title.c: do marked words open at i that are a name? */
bool nsp__is_title(const verb_case *c, uint32_t i);

/* opening.c: a conjunction that opens a clause; "to wait", "not to wait". */
bool nsp__is_complementiser(const verb_case *c, uint32_t i);
bool nsp__opens_infinitive(const nsp__quoting *q, uint32_t i);
/* whom.c: the end of the phrase that names to whom it is said, where what is said opens right behind it, 0: none; the
 * end of one between the verb of a parenthesis and its comma, else i. */
uint32_t nsp__whom_end(const verb_case *c, uint32_t i);
uint32_t nsp__told_in_parenthesis(const verb_case *c, uint32_t i);

/* over.c: behind a clause that tells when, or a participle with its objects, that begins at i; else i. */
uint32_t nsp__over_when(const nsp__quoting *q, uint32_t i, uint32_t end);
uint32_t nsp__over_participle(const verb_case *c, uint32_t i);
/* over.c: the end of a phrase that is walked over: no "that", no colon and no quotation is passed so. */
uint32_t nsp__walked_over(const verb_case *c, uint32_t at, uint32_t end);

/* guess.c: the same where no tree is known: what opens at i, or how far it is walked over. */
opening nsp__guess_opening(verb_case *c, uint32_t i, bool comma, uint32_t *next);

/* complement.c: an infinitive by its looks, and no name, no noun of the lists. */
bool nsp__looks_infinitive(const nsp__quoting *q, uint32_t i);
/* complement.c: does an infinitive open at i that the verb takes: "pidió | retirar", « a promis | de renforcer »? */
bool nsp__takes_infinitive(const verb_case *c, uint32_t i);
/* noted.c: the clause "как сообщил министр", « comme l'explique la ministre », where no tree is known; else empty. */
nsp__range nsp__as_said(const verb_case *c);
/* noted.c: the clause "as the Kremlin noted", around which stands what was said; empty when it is none. Finds the
 * source of "as reported by the Post". */
nsp__range nsp__as_noted(verb_case *c);
/* silence.c: does the verb say nothing here, for all that stands beside it? */
bool nsp__reports_nothing(const verb_case *c, const opening *o, bool on_left, bool in_marks);
/* silence.c: "Asked if it was true, half said yes": the sentence opens with what somebody was asked. */
bool nsp__was_asked(const verb_case *c);
/* silence.c: is what stands on the left of the clause of saying only when it was said? */
bool nsp__only_when(const verb_case *c, uint32_t left, const opening *o);
/* that.c: does a word of grammar at i open a clause that the verb takes? */
bool nsp__opens_clause(const verb_case *c, uint32_t i);
/* whom.c: "told the crowd | he was ill". */
bool nsp__clause_behind_person(const verb_case *c, uint32_t i);
/* over.c: what is no clause, and what is one though the tree does not know. */
bool nsp__has_object(const verb_case *c, uint32_t colon);
bool nsp__has_tense_behind(const verb_case *c, nsp__range object);
bool nsp__is_verbless(const nsp__quoting *q, nsp__range phrase);
/* over.c: behind a clause that opens at i and tells when. */
uint32_t nsp__behind_when(const verb_case *c, uint32_t i, uint32_t end);
/* Behind a participle's parenthesis between dashes that opens at i; i: none does. */
uint32_t nsp__over_dashes(const verb_case *c, uint32_t i);
/* whom.c: "told the men | who came, “…”": behind a relative clause of whom it was said to, with marks
 * behind its comma. */
uint32_t nsp__behind_whom(const verb_case *c, uint32_t i);
/* title.c: do the marks at i open with a second verb of the writer's own? */
/* title.c: did another verb behind the cue take the marks? */
bool nsp__taken_by_another(const verb_case *c, uint32_t mark);
bool nsp__marks_predicate(const verb_case *c, uint32_t i);
/* share.c: the source of the draft before it in the same sentence, where the verb is joined to that one's. */
void nsp__share_source(verb_case *c, uint32_t sentence);
/* share.c: drops a source that stands in the content of the draft right before a participle. */
void nsp__leave_content(verb_case *c, uint32_t sentence);

/* anaphor.c: adds the sentence before, when a word at the clause's start stands for it; false: none does. */
bool nsp__before_anaphor(const verb_case *c, uint32_t sentence, nsp__draft *draft);

/* right.c: adds to the draft what opens there. */
bool nsp__right_content(verb_case *c, opening o, nsp__draft *draft);

#endif

/* The names of what tagger and parser say about a token: parts of speech, finer features, relations.
 *
 * They are those of Universal Dependencies (universaldependencies.org), with the subtypes that tell who speaks. */
#ifndef NSP_SYNTAX_TAGS_H
#define NSP_SYNTAX_TAGS_H

#include <stdint.h>

typedef enum nsp__tag {
  NSP__TAG_NONE, /* not tagged */
  NSP__TAG_ADJ,
  NSP__TAG_ADP,
  NSP__TAG_ADV,
  NSP__TAG_AUX,
  NSP__TAG_CCONJ,
  NSP__TAG_DET,
  NSP__TAG_INTJ,
  NSP__TAG_NOUN,
  NSP__TAG_NUM,
  NSP__TAG_PART,
  NSP__TAG_PRON,
  NSP__TAG_PROPN,
  NSP__TAG_PUNCT,
  NSP__TAG_SCONJ,
  NSP__TAG_SYM,
  NSP__TAG_VERB,
  NSP__TAG_X,
  NSP__TAG_COUNT
} nsp__tag;

/* As far as the tagger can tell. */
enum {
  NSP__FEAT_FINITE = 1 << 0,      /* VERB, AUX: has tense or mood; an English imperative counts as infinitive */
  NSP__FEAT_PAST = 1 << 1,        /* finite, past tense */
  NSP__FEAT_SUBJUNCTIVE = 1 << 2, /* finite; German "sei", "habe": reported speech */
  NSP__FEAT_INFINITIVE = 1 << 3,  /* bare form, with or without "to" */
  NSP__FEAT_GERUND = 1 << 4,      /* present participle, -ing */
  NSP__FEAT_PARTICIPLE = 1 << 5,  /* past participle */
  NSP__FEAT_PLURAL = 1 << 6,      /* NOUN */
  NSP__FEAT_POSSESSIVE = 1 << 7,  /* "his", and the English clitic 's */
  NSP__FEAT_WH = 1 << 8           /* relative or interrogative: "who", "which", "when" */
};

typedef enum nsp__rel {
  NSP__REL_NONE, /* not parsed */
  NSP__REL_ROOT,
  NSP__REL_NSUBJ,
  NSP__REL_NSUBJ_PASS,
  NSP__REL_CSUBJ,
  NSP__REL_OBJ,
  NSP__REL_IOBJ,
  NSP__REL_OBL,
  NSP__REL_OBL_AGENT,    /* "by X" of a passive */
  NSP__REL_OBL_UNMARKED, /* "on" left out: "said Monday" */
  NSP__REL_OBL_ARG,      /* demanded by the verb (some treebanks) */
  NSP__REL_CCOMP,
  NSP__REL_XCOMP,
  NSP__REL_ADVCL,
  NSP__REL_ACL,
  NSP__REL_ACL_RELCL,
  NSP__REL_ADVMOD,
  NSP__REL_AMOD,
  NSP__REL_APPOS,
  NSP__REL_AUX,
  NSP__REL_AUX_PASS,
  NSP__REL_CASE,
  NSP__REL_CC,
  NSP__REL_COMPOUND,
  NSP__REL_COMPOUND_PRT,
  NSP__REL_CONJ,
  NSP__REL_COP,
  NSP__REL_DET,
  NSP__REL_DISCOURSE,
  NSP__REL_DISLOCATED,
  NSP__REL_EXPL,
  NSP__REL_EXPL_PV, /* reflexive pronoun of the verb itself: "se", "sich" */
  NSP__REL_FIXED,
  NSP__REL_FLAT,
  NSP__REL_GOESWITH,
  NSP__REL_LIST,
  NSP__REL_MARK,
  NSP__REL_NMOD,
  NSP__REL_NMOD_POSS,
  NSP__REL_NMOD_UNMARKED,
  NSP__REL_NUMMOD,
  NSP__REL_ORPHAN,
  NSP__REL_PARATAXIS,
  NSP__REL_REPARANDUM,
  NSP__REL_VOCATIVE,
  NSP__REL_DEP,
  NSP__REL_PUNCT,
  NSP__REL_COUNT
} nsp__rel;

/* "NOUN", "nsubj:pass": for logs, tests and explanations. Never NULL. */
const char *nsp__tag_name(unsigned tag);
const char *nsp__rel_name(unsigned rel);

#endif

#include "tags.h"

static const char *const tag_names[NSP__TAG_COUNT] = {"_",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                      "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                      "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

static const char *const rel_names[NSP__REL_COUNT] = {
    "_",         "root",       "nsubj",        "nsubj:pass",   "csubj",         "obj",    "iobj",
    "obl",       "obl:agent",  "obl:unmarked", "obl:arg",      "ccomp",         "xcomp",  "advcl",
    "acl",       "acl:relcl",  "advmod",       "amod",         "appos",         "aux",    "aux:pass",
    "case",      "cc",         "compound",     "compound:prt", "conj",          "cop",    "det",
    "discourse", "dislocated", "expl",         "expl:pv",      "fixed",         "flat",   "goeswith",
    "list",      "mark",       "nmod",         "nmod:poss",    "nmod:unmarked", "nummod", "orphan",
    "parataxis", "reparandum", "vocative",     "dep",          "punct"};

const char *nsp__tag_name(unsigned tag) { return tag_names[tag < NSP__TAG_COUNT ? tag : 0]; }

const char *nsp__rel_name(unsigned rel) { return rel_names[rel < NSP__REL_COUNT ? rel : 0]; }

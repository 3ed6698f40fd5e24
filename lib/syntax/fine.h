/* The tagger's own classes: parts of speech split by what a word's form tells: NSP__TAG_CLASSES
 * in all. nsp__fine_tag and nsp__fine_feats turn them into the public tag and features. */
#ifndef NSP_SYNTAX_FINE_H
#define NSP_SYNTAX_FINE_H

#include "tags.h"

enum {
  FINE_NOUN,
  FINE_NOUN_PLURAL,
  FINE_PROPN,
  FINE_VERB_PAST,
  FINE_VERB_FINITE,
  FINE_VERB_SUBJUNCTIVE,
  FINE_VERB_INFINITIVE,
  FINE_VERB_GERUND,
  FINE_VERB_PARTICIPLE,
  FINE_AUX_FINITE,
  FINE_AUX_SUBJUNCTIVE,
  FINE_AUX_INFINITIVE,
  FINE_AUX_GERUND,
  FINE_AUX_PARTICIPLE,
  FINE_ADJ,
  FINE_ADV,
  FINE_ADV_WH,
  FINE_PRON,
  FINE_PRON_POSSESSIVE,
  FINE_PRON_WH,
  FINE_DET,
  FINE_ADP,
  FINE_SCONJ,
  FINE_CCONJ,
  FINE_PART,
  FINE_PART_POSSESSIVE,
  FINE_NUM,
  FINE_INTJ,
  FINE_SYM,
  FINE_X,
  FINE_COUNT,
  FINE_ROOT = FINE_COUNT, /* stand-ins in the parser's features */
  FINE_NULL,
  FINE_MARK /* + nsp__mark: what the tagger remembers of a mark that came before */
};

extern const uint8_t nsp__fine_tag[FINE_COUNT];
extern const uint16_t nsp__fine_feats[FINE_COUNT];

#endif

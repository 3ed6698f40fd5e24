#include "fine.h"

#include "model.h"

_Static_assert((int)FINE_COUNT == (int)NSP__TAG_CLASSES, "a score for every class");
_Static_assert((int)NSP__REL_COUNT - 1 == (int)NSP__LABELS, "a score for every relation");

const uint8_t nsp__fine_tag[FINE_COUNT] = {[FINE_NOUN] = NSP__TAG_NOUN,
                                           [FINE_NOUN_PLURAL] = NSP__TAG_NOUN,
                                           [FINE_PROPN] = NSP__TAG_PROPN,
                                           [FINE_VERB_PAST] = NSP__TAG_VERB,
                                           [FINE_VERB_FINITE] = NSP__TAG_VERB,
                                           [FINE_VERB_SUBJUNCTIVE] = NSP__TAG_VERB,
                                           [FINE_VERB_INFINITIVE] = NSP__TAG_VERB,
                                           [FINE_VERB_GERUND] = NSP__TAG_VERB,
                                           [FINE_VERB_PARTICIPLE] = NSP__TAG_VERB,
                                           [FINE_AUX_FINITE] = NSP__TAG_AUX,
                                           [FINE_AUX_SUBJUNCTIVE] = NSP__TAG_AUX,
                                           [FINE_AUX_INFINITIVE] = NSP__TAG_AUX,
                                           [FINE_AUX_GERUND] = NSP__TAG_AUX,
                                           [FINE_AUX_PARTICIPLE] = NSP__TAG_AUX,
                                           [FINE_ADJ] = NSP__TAG_ADJ,
                                           [FINE_ADV] = NSP__TAG_ADV,
                                           [FINE_ADV_WH] = NSP__TAG_ADV,
                                           [FINE_PRON] = NSP__TAG_PRON,
                                           [FINE_PRON_POSSESSIVE] = NSP__TAG_PRON,
                                           [FINE_PRON_WH] = NSP__TAG_PRON,
                                           [FINE_DET] = NSP__TAG_DET,
                                           [FINE_ADP] = NSP__TAG_ADP,
                                           [FINE_SCONJ] = NSP__TAG_SCONJ,
                                           [FINE_CCONJ] = NSP__TAG_CCONJ,
                                           [FINE_PART] = NSP__TAG_PART,
                                           [FINE_PART_POSSESSIVE] = NSP__TAG_PART,
                                           [FINE_NUM] = NSP__TAG_NUM,
                                           [FINE_INTJ] = NSP__TAG_INTJ,
                                           [FINE_SYM] = NSP__TAG_SYM,
                                           [FINE_X] = NSP__TAG_X};

const uint16_t nsp__fine_feats[FINE_COUNT] = {[FINE_NOUN_PLURAL] = NSP__FEAT_PLURAL,
                                              [FINE_VERB_PAST] = NSP__FEAT_FINITE | NSP__FEAT_PAST,
                                              [FINE_VERB_FINITE] = NSP__FEAT_FINITE,
                                              [FINE_VERB_SUBJUNCTIVE] = NSP__FEAT_FINITE | NSP__FEAT_SUBJUNCTIVE,
                                              [FINE_VERB_INFINITIVE] = NSP__FEAT_INFINITIVE,
                                              [FINE_VERB_GERUND] = NSP__FEAT_GERUND,
                                              [FINE_VERB_PARTICIPLE] = NSP__FEAT_PARTICIPLE,
                                              [FINE_AUX_FINITE] = NSP__FEAT_FINITE,
                                              [FINE_AUX_SUBJUNCTIVE] = NSP__FEAT_FINITE | NSP__FEAT_SUBJUNCTIVE,
                                              [FINE_AUX_INFINITIVE] = NSP__FEAT_INFINITIVE,
                                              [FINE_AUX_GERUND] = NSP__FEAT_GERUND,
                                              [FINE_AUX_PARTICIPLE] = NSP__FEAT_PARTICIPLE,
                                              [FINE_ADV_WH] = NSP__FEAT_WH,
                                              [FINE_PRON_WH] = NSP__FEAT_WH,
                                              [FINE_PRON_POSSESSIVE] = NSP__FEAT_POSSESSIVE,
                                              [FINE_PART_POSSESSIVE] = NSP__FEAT_POSSESSIVE};

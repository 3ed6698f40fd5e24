/* From a treebank's tags and features to the tagger's classes. */
#include "conllu.h"

#include "../fine.h"

#include <string.h>

static int is(const word *w, const char *upos) { return strcmp(w->upos, upos) == 0; }

static unsigned verb_of(const word *w, const char *language) {
  int aux = is(w, "AUX"), english = strcmp(language, "en") == 0;
  if (has_feat(w->feats, "VerbForm=Inf") || (english && has_feat(w->feats, "Mood=Imp")))
    return aux ? FINE_AUX_INFINITIVE : FINE_VERB_INFINITIVE;
  if (has_feat(w->feats, "VerbForm=Ger") || has_feat(w->feats, "VerbForm=Conv") ||
      (has_feat(w->feats, "VerbForm=Part") && has_feat(w->feats, "Tense=Pres")))
    return aux ? FINE_AUX_GERUND : FINE_VERB_GERUND;
  if (has_feat(w->feats, "VerbForm=Part")) return aux ? FINE_AUX_PARTICIPLE : FINE_VERB_PARTICIPLE;
  if (has_feat(w->feats, "Mood=Sub")) return aux ? FINE_AUX_SUBJUNCTIVE : FINE_VERB_SUBJUNCTIVE;
  if (aux) return FINE_AUX_FINITE;
  return has_feat(w->feats, "Tense=Past") ? FINE_VERB_PAST : FINE_VERB_FINITE;
}

static unsigned pronoun_of(const word *w) {
  if (has_feat(w->feats, "Poss=Yes")) return FINE_PRON_POSSESSIVE;
  if (has_feat(w->feats, "PronType=Rel") || has_feat(w->feats, "PronType=Int")) return FINE_PRON_WH;
  return FINE_PRON;
}

unsigned fine_of(const word *w, const char *language) {
  static const struct {
    const char *upos;
    uint8_t fine;
  } plain[] = {{"PROPN", FINE_PROPN}, {"ADJ", FINE_ADJ}, {"DET", FINE_DET},   {"ADP", FINE_ADP}, {"SCONJ", FINE_SCONJ},
               {"CCONJ", FINE_CCONJ}, {"NUM", FINE_NUM}, {"INTJ", FINE_INTJ}, {"SYM", FINE_SYM}, {"PUNCT", FINE_SYM}};
  if (is(w, "VERB") || is(w, "AUX")) return verb_of(w, language);
  if (is(w, "NOUN")) return has_feat(w->feats, "Number=Plur") ? FINE_NOUN_PLURAL : FINE_NOUN;
  if (is(w, "PRON")) return pronoun_of(w);
  if (is(w, "ADV"))
    return has_feat(w->feats, "PronType=Rel") || has_feat(w->feats, "PronType=Int") ? FINE_ADV_WH : FINE_ADV;
  if (is(w, "PART")) return strcmp(w->xpos, "POS") == 0 ? FINE_PART_POSSESSIVE : FINE_PART;
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (is(w, plain[i].upos)) return plain[i].fine;
  return FINE_X;
}

#include "text/words.h"

bool nsp__words_next(nsp__words *w, nsp_span *word) {
  while (w->at < w->length && w->text[w->at] == ' ') w->at++;
  if (w->at >= w->length) return false;
  word->start = w->at;
  while (w->at < w->length && w->text[w->at] != ' ') w->at++;
  word->end = w->at;
  return true;
}

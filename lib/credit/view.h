/* The text as the credit patterns see it. Reads: tokens, sentences. Adds: a list of items in scratch memory.
 *
 * An item is a token, except that Han characters and kana are items of their own. Each knows its lexeme in the text's
 * pack and in the common one, and where lines and sentences begin. */
#ifndef NSP_CREDIT_VIEW_H
#define NSP_CREDIT_VIEW_H

#include "stage.h"

enum {
  NSP__ITEM_LINE = 1,     /* first of its line */
  NSP__ITEM_SENTENCE = 2, /* first of its sentence */
  NSP__ITEM_IDEOGRAPH = 4,
  NSP__ITEM_SPACE = 8, /* white space before it */
  NSP__ITEM_KATAKANA = 16
};

typedef struct nsp__item {
  uint32_t start, end;
  uint32_t word;     /* lexeme in the text's pack */
  uint32_t common;   /* lexeme in the common pack */
  uint32_t name_end; /* where a name would end: before "'da" in "Ankara'da"; otherwise `end` */
  uint16_t shape;
  uint8_t punct;
  uint8_t flags;
} nsp__item;

typedef struct nsp__view {
  const char *text;
  const nsp_language *language, *common;
  const nsp__item *items;
  uint32_t count;
} nsp__view;

nsp_status nsp__view_make(nsp__analysis *analysis, nsp__view *view);

static inline bool nsp__item_is_mark(const nsp__item *i) { return (i->shape & NSP__SHAPE_PUNCT) != 0; }
/* May it be (part of) a name by its looks? */
static inline bool nsp__item_is_named(const nsp__item *i) {
  return (i->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_WEB | NSP__SHAPE_DIGIT)) || (i->flags & NSP__ITEM_IDEOGRAPH);
}
/* The line that holds item `at`: items [*first, *end). Looks at most 2000 items to each side. */
void nsp__view_line(const nsp__view *view, uint32_t at, uint32_t *first, uint32_t *end);

#endif

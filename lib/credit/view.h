/* The text as the credit patterns see it. Reads: tokens, sentences. Adds: a list of items in scratch memory, and where
 * the finders have to look.
 *
 * An item is a token, except that Han characters and kana are items of their own. Each knows its lexeme in the text's
 * pack, and finds the one in the common pack when asked. Few items can begin anything: those that set a pattern off,
 * brackets, slashes, names of licences, and the beginnings of lines and sentences. They are listed as stops. */
#ifndef NSP_CREDIT_VIEW_H
#define NSP_CREDIT_VIEW_H

#include "language/filter.h"
#include "stage.h"

enum {
  NSP__ITEM_LINE = 1,     /* first of its line */
  NSP__ITEM_SENTENCE = 2, /* first of its sentence */
  NSP__ITEM_IDEOGRAPH = 4,
  NSP__ITEM_KATAKANA = 8,
  NSP__ITEM_SHORTENED = 16 /* its lexemes may be of a part of it: "Inc." of "Inc", "Ankara'da" of "Ankara" */
};

/* Why the finders stop at an item; lines and sentences that begin are reasons, too. */
enum {
  NSP__STOP_OWN = 1,     /* may set off a pattern of the text's pack */
  NSP__STOP_COMMON = 2,  /* or of the common one */
  NSP__STOP_MARK = 4,    /* an opening bracket or a slash */
  NSP__STOP_LICENCE = 8, /* may begin the name of a licence */
};

#define NSP__ITEM_UNKNOWN (NSP__NO_WORD - 1) /* a lexeme that was not asked for yet */

typedef struct nsp__item {
  uint32_t start, end;
  uint32_t hash;   /* nsp__fold_hash() of it */
  uint32_t word;   /* lexeme in the text's pack */
  uint32_t common; /* lexeme in the common pack, or NSP__ITEM_UNKNOWN: nsp__item_common() */
  uint16_t shape;
  uint8_t punct;
  uint8_t flags;
  uint8_t stops;    /* NSP__STOP_* */
  uint8_t name_cut; /* bytes at its end that a name would not have: of "'da" in "Ankara'da" */
} nsp__item;

typedef struct nsp__view {
  const char *text;
  const nsp_language *language, *common;
  nsp__item *items;
  uint32_t count;
  NSP__ARRAY(uint32_t) stops; /* items, in text order */
  NSP__ARRAY(uint32_t) lines; /* the first item of each */
  const nsp__filter *common_triggers, *media;
  const nsp__small_filter *listed; /* of the common pack */
  bool has_brackets;               /* square ones */
  bool has_licences;               /* stops that may begin one */
} nsp__view;

nsp_status nsp__view_make(nsp__analysis *analysis, nsp__view *view);
/* Lists stops and lines anew, after items were taken out. */
void nsp__view_list_again(nsp__view *view);

uint32_t nsp__item_look_up(const nsp__view *view, nsp__item *item);

static inline uint32_t nsp__item_common(const nsp__view *view, const nsp__item *item) {
  return item->common != NSP__ITEM_UNKNOWN ? item->common : nsp__item_look_up(view, (nsp__item *)(uintptr_t)item);
}

static inline bool nsp__item_is_mark(const nsp__item *i) { return (i->shape & NSP__SHAPE_PUNCT) != 0; }
/* White space before it? */
static inline bool nsp__item_is_apart(const nsp__item *i) { return (i->shape & NSP__SHAPE_SPACE_BEFORE) != 0; }
/* May it be (part of) a name by its looks? */
static inline bool nsp__item_is_named(const nsp__item *i) {
  return (i->shape & (NSP__SHAPE_CAPITAL | NSP__SHAPE_WEB | NSP__SHAPE_DIGIT)) || (i->flags & NSP__ITEM_IDEOGRAPH);
}
/* May a medium's name begin with it, or does it show one? */
static inline bool nsp__item_may_be_medium(const nsp__view *view, const nsp__item *i) {
  return (i->flags & NSP__ITEM_SHORTENED) || nsp__filter_may_have(view->media, i->hash);
}

/* The line that an item is in, as items [low, high). Long lines are read in windows of 2000 items that begin anew every
 * 2000, and that look as far back. For items in text order: begin with zeros. */
typedef struct nsp__line_window {
  uint32_t low, high;
  uint32_t number; /* of the line in view->lines */
  uint32_t end;    /* the first item that is not in the window */
} nsp__line_window;

void nsp__window_move(const nsp__view *view, uint32_t at, nsp__line_window *window);

#endif

/* Running the compiled patterns of credits.txt at one place of the text. Reads: the view, a pack's credit table. */
#ifndef NSP_CREDIT_MATCH_H
#define NSP_CREDIT_MATCH_H

#include "credit/view.h"
#include "language/pattern.h"

enum {
  NSP__MATCH_STEPS = 6000, /* nodes looked at for one pattern at one place, at most */
  NSP__SLOT_REACH = 80,    /* items in one slot, at most */
  NSP__MATCH_CAPTURES = 16
};

/* What stood in a slot: items [first, end). */
typedef struct nsp__capture {
  uint32_t first, end;
  nsp__slot slot;
} nsp__capture;

/* The table of one pack, taken apart. Zero when the pack has none. */
typedef struct nsp__rules {
  const nsp_language *pack;
  const nsp__credit_table *table;
  const nsp__credit_node *nodes;
  const nsp__credit_pattern *patterns;
  const nsp__credit_trigger *triggers;
  const uint32_t *words;
} nsp__rules;

typedef struct nsp__matcher {
  const nsp__view *view;
  const nsp__rules *rules;     /* whose pattern is running */
  const nsp__rules *own, *und; /* of the text's language and of all languages: both know words of name lists */
  uint32_t low, high;          /* the line: no pattern looks beyond it */
  bool forward;                /* the slot being filled lies to the right of the trigger */
  uint32_t steps;              /* left */
  uint32_t gate_place[2];      /* borders whose gates were asked last, to the left and right; UINT32_MAX: none */
  uint64_t gate[2];
  uint32_t no_medium; /* a border to whose left there is none: patterns of one word ask again */
  uint32_t reached;   /* the border at which a program ended */
  uint32_t capture_count;
  nsp__capture captures[NSP__MATCH_CAPTURES];
} nsp__matcher;

nsp__rules nsp__rules_of(const nsp_language *pack);

/* Runs the program at `node` from the border `at` (the place before items[at]). */
bool nsp__match_run(nsp__matcher *matcher, uint32_t node, uint32_t at, bool forward);

/* What stands at the border `at`, to its right or left: see pattern_gate.h. */
nsp__gate nsp__gate_find(nsp__matcher *matcher, uint32_t at, bool right);
static inline nsp__gate nsp__gate_at(nsp__matcher *m, uint32_t at, bool right) {
  return m->gate_place[right] == at ? m->gate[right] : nsp__gate_find(m, at, right);
}

/* In which lists of the two packs is the item's word? One bit for each of nsp__credit_words. */
static inline unsigned nsp__match_lists(const nsp__matcher *m, uint32_t item) {
  const nsp__view *v = m->view;
  const nsp__item *i = &v->items[item];
  unsigned lists = i->word == NSP__NO_WORD ? 0 : v->language->lexemes[i->word].credit_lists;
  if (!(i->flags & NSP__ITEM_SHORTENED) && !nsp__small_filter_may_have(v->listed, i->hash)) return lists;
  const nsp__lexeme *common = nsp__pack_lexeme(v->common, nsp__item_common(v, i));
  return common ? lists | common->credit_lists : lists;
}

static inline bool nsp__match_listed(const nsp__matcher *m, uint32_t item, nsp__credit_words list) {
  return nsp__match_lists(m, item) >> list & 1;
}

bool nsp__at_line_start(const nsp__matcher *matcher, uint32_t at);
bool nsp__at_line_end(const nsp__matcher *matcher, uint32_t at);
bool nsp__at_start(const nsp__matcher *matcher, uint32_t at);
bool nsp__at_end(const nsp__matcher *matcher, uint32_t at);

/* slot.c: the farthest border that a slot beginning at `at` can reach; `at` itself when nothing there would fit. */
uint32_t nsp__slot_reach(const nsp__matcher *matcher, nsp__slot slot, uint32_t at, bool forward, uint32_t number);
/* May the slot hold just [first, end)? */
bool nsp__slot_fits(const nsp__matcher *matcher, nsp__slot slot, uint32_t first, uint32_t end, uint32_t number);
/* Does the slot take as little as it can? */
bool nsp__slot_is_lazy(const nsp__matcher *matcher, nsp__slot slot, uint32_t at);

/* media.c: how many items the known medium at items[at] has; 0 for none. Its record in *record. */
uint32_t nsp__known_medium(const nsp__view *view, uint32_t at, uint32_t high, const nsp__record **record);
static inline uint32_t nsp__medium_at(const nsp__view *view, uint32_t at, uint32_t high, const nsp__record **record) {
  if (at >= high || !nsp__item_may_be_medium(view, &view->items[at])) return 0;
  return nsp__known_medium(view, at, high, record);
}
/* Do items [first, end) hold a known medium, or look like the name of one; of another organisation, too, when asked? */
bool nsp__looks_like_medium(const nsp__view *view, uint32_t first, uint32_t end, bool organisations);
/* media.c: "example.com": a name with a full stop in it that ends in letters. */
bool nsp__ends_as_domain(const nsp__view *view, const nsp__item *item);
static inline bool nsp__is_domain(const nsp__view *view, const nsp__item *item) {
  return (item->shape & NSP__SHAPE_WEB) || ((item->shape & NSP__SHAPE_JOINED) && nsp__ends_as_domain(view, item));
}
/* names.c: are they dates and licences only? */
bool nsp__is_no_name(const nsp__matcher *matcher, uint32_t first, uint32_t end);

#endif

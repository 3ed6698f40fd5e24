/* The slots that take names, as slot.c asks them. */
#ifndef NSP_CREDIT_SLOT_H
#define NSP_CREDIT_SLOT_H

#include "credit/names.h"

/* How far names, one or many, reach from the border `at`. */
uint32_t nsp__names_reach(const nsp__matcher *matcher, nsp__slot slot, uint32_t at, bool forward);
/* May names go on from the border, to the right or left? If not, none of them would fit. */
bool nsp__names_may_begin(const nsp__matcher *matcher, uint32_t at, bool forward);
/* Is there anything among items [first, end) that the name of a medium could hold? */
bool nsp__may_hold_medium(const nsp__view *view, uint32_t first, uint32_t end);
/* Do items [first, end) begin and end as names do? */
bool nsp__names_fit(const nsp__matcher *matcher, uint32_t first, uint32_t end);
/* Are they a medium and nothing else, without the article, the quotation marks and the words beside it? */
bool nsp__medium_fits(const nsp__matcher *matcher, uint32_t first, uint32_t end);
/* A bracket within a list of names, with its partner: how many items; 0 when it ends the list. */
uint32_t nsp__inner_bracket(const nsp__matcher *matcher, uint32_t at, bool forward);

#endif

/* Whom credits name, gathered by kinds of credit: what JSON-LD and ninjs have in common. */
#ifndef NSP_RENDER_PARTIES_H
#define NSP_RENDER_PARTIES_H

#include "render/json_writer.h"
#include "render/render.h"

/* A set of credit kinds. */
typedef uint32_t nsp__kinds;
#define NSP__KIND(kind) ((nsp__kinds)1 << ((kind) / 10))

/* One named source of a credit. */
typedef struct nsp__party {
  const nsp_credit *credit;
  const nsp_credit_source *source;
  bool person;
} nsp__party;

/* Finds the next source, from (*credit, *source) on, of a credit whose kind is in the set, and moves on behind it.
 * False at the end. Start with 0, 0. */
bool nsp__next_party(const nsp__rendering *rendering, nsp__kinds kinds, size_t *credit, uint32_t *source,
                     nsp__party *party);
/* Has an earlier one of the nearest credits of these kinds named the same, with the same address or while this one has
 * none? At most NSP__LOOK_BACK credits are looked at. */
bool nsp__is_repeated(const nsp__rendering *rendering, nsp__kinds kinds, const nsp__party *party);
enum { NSP__LOOK_BACK = 32 };
/* The next credit whose kind is in the set, from *at on; NULL at the end. */
const nsp_credit *nsp__next_credit(const nsp__rendering *rendering, nsp__kinds kinds, size_t *at);

/* The statements of all credits whose kind is in the set, as one string member, joined by "; ". Nothing if none. */
void nsp__json_statements(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp__kinds kinds);

/* A span of the text as a string member. */
void nsp__json_member_span(nsp__json *json, const nsp__rendering *rendering, const char *name, nsp_span span);

/* The headline: the first block, when that is a heading. False if it is none. */
bool nsp__headline(const nsp__rendering *rendering, nsp_span *span);

#endif

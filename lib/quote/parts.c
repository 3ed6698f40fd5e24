/* Quoted parts of mixed quotations as quotations of their own, children of the whole: er habe „nicht den Eindruck“. In
 * German newspapers such words are a literal quotation inside of reported speech, and the mood sets the two apart;
 * packs that want them so say it (language.txt: quoted_parts = children). */
#include <string.h>

#include "quote/attribute.h"

enum { LONGEST_CHAIN = 8 /* quotations that go on with one another */ };

/* Does the piece hold words of the writer's beside the marked ones? */
static bool is_mixed(const nsp__quoting *q, nsp__range piece) {
  for (uint32_t i = piece.first; i < piece.end; i++)
    if (q->mark_of[i] == NSP_NONE && !nsp__is_punct(q, i)) return true;
  return false;
}

static bool add_parts(nsp__quoting *q, uint32_t number, nsp__range piece) {
  for (uint32_t i = piece.first; i < piece.end;) {
    uint32_t m = q->mark_of[i];
    if (m == NSP_NONE) {
      i++;
      continue;
    }
    i = q->marked.items[m].span.end;
    if (q->marked.items[m].span.first < piece.first || i > piece.end || !q->marked.items[m].closed_mark) continue;
    if (nsp__is_name(q, &q->marked.items[m])) continue;
    nsp__draft part = nsp__draft_new(NSP__RULE_PART, q->drafts.items[number].sentence);
    part.source = q->drafts.items[number].source;
    part.source_head = q->drafts.items[number].source_head;
    part.speaker_of = number;
    part.speech = true;
    nsp__draft_add(q, &part, q->marked.items[m].span);
    if (!nsp__draft_keep(q, &part)) return false;
  }
  return true;
}

/* "Das sei falsch": the words that name who says it stand in the sentence that it goes on with. */
static void inherit_sources(nsp__quoting *q) {
  for (uint32_t d = 0; d < q->drafts.count; d++) {
    nsp__draft *draft = &q->drafts.items[d];
    uint32_t of = draft->speaker_of;
    for (int i = 0; i < LONGEST_CHAIN && of != NSP_NONE && nsp__range_empty(q->drafts.items[of].source); i++)
      of = q->drafts.items[of].speaker_of;
    if (of == NSP_NONE || !nsp__range_empty(draft->source) || !nsp__range_empty(draft->said_of)) continue;
    draft->source = q->drafts.items[of].source;
    draft->source_head = q->drafts.items[of].source_head;
  }
}

bool nsp__attribute_parts(nsp__quoting *q) {
  const char *wanted = nsp__pack_property(q->pack, "quoted_parts");
  if (!wanted || strcmp(wanted, "children") != 0) return true;
  inherit_sources(q);
  for (uint32_t d = 0, made = q->drafts.count; d < made; d++)
    for (uint32_t i = 0; i < q->drafts.items[d].content.count; i++) {
      nsp__range piece = q->drafts.items[d].content.items[i];
      if (is_mixed(q, piece) && !add_parts(q, d, piece)) return false;
    }
  return true;
}

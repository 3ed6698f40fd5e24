/* Quoted parts of mixed quotations as quotations of their own, children of the whole: er habe „nicht den Eindruck“. In
 * German newspapers such words are a literal quotation inside of reported speech, and the mood sets the two apart;
 * packs that want them so say it (language.txt: quoted_parts = children). */
#include <string.h>

#include "quote/attribute.h"

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

bool nsp__attribute_parts(nsp__quoting *q) {
  const char *wanted = nsp__pack_property(q->pack, "quoted_parts");
  if (!wanted || strcmp(wanted, "children") != 0) return true;
  for (uint32_t d = 0, made = q->drafts.count; d < made; d++)
    for (uint32_t i = 0; i < q->drafts.items[d].content.count; i++) {
      nsp__range piece = q->drafts.items[d].content.items[i];
      if (is_mixed(q, piece) && !add_parts(q, d, piece)) return false;
    }
  return true;
}

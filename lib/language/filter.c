#include "language/filter.h"

#include <string.h>

#include "text/fold.h"
#include "text/ideograph.h"

void nsp__filter_triggers(nsp__filter *filter, const nsp__lexeme *lexemes, uint32_t count, const char *strings) {
  memset(filter, 0, sizeof *filter);
  nsp__filter_add(filter, nsp__fold_hash("cc", 2)); /* of "CC BY", whatever the lists hold */
  nsp__filter_add(filter, nsp__fold_hash("cc0", 3));
  for (uint32_t i = 0; i < count; i++) {
    bool licence = lexemes[i].classes & NSP__LISTED(LICENSE) && strings[lexemes[i].text] == 'c';
    if (lexemes[i].trigger || licence) nsp__filter_add(filter, lexemes[i].hash);
  }
}

void nsp__filter_listed(nsp__small_filter *filter, const nsp__lexeme *lexemes, uint32_t count) {
  memset(filter, 0, sizeof *filter);
  for (uint32_t i = 0; i < count; i++)
    if (lexemes[i].credit_lists) nsp__small_filter_add(filter, lexemes[i].hash);
}

/* Names in Han characters and kana are found by their first character, then by the first two, and so on. */
static void add_ideographs(nsp__filter *filter, const char *text, uint32_t length) {
  const unsigned char *start = (const unsigned char *)text, *end = start + length;
  unsigned size;
  if (!length || !nsp__is_ideograph(nsp__decode(start, end, &size))) return;
  for (const unsigned char *at = start; at < end; at += size) {
    nsp__decode(at, end, &size);
    nsp__filter_add(filter, nsp__fold_hash(text, (size_t)(at + size - start)));
  }
}

void nsp__filter_media(nsp__filter *filter, const nsp__lexeme *lexemes, uint32_t count, const char *strings,
                       const nsp__edge *edges, uint32_t edge_count) {
  memset(filter, 0, sizeof *filter);
  for (uint32_t i = 0; i < count; i++) {
    const char *text = strings + lexemes[i].text;
    if (!(lexemes[i].classes & (NSP__LISTED(MEDIUM) | NSP__LISTED(MEDIUM_WORD)))) continue;
    if (!memchr(text, ' ', lexemes[i].length)) nsp__filter_add(filter, lexemes[i].hash);
    add_ideographs(filter, text, lexemes[i].length);
  }
  for (uint32_t i = 0; i < edge_count; i++) {
    const nsp__edge *edge = &edges[i];
    if (edge->lexeme == NSP__NO_WORD || !(lexemes[edge->lexeme].classes & NSP__LISTED(MEDIUM))) continue;
    while (edge->state) edge = &edges[edge->state - 1];
    nsp__filter_add(filter, lexemes[edge->word].hash);
  }
}

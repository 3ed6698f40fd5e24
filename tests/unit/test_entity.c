/* Mentions and entities: what the rooms after them rely on. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "entity/key.h"
#include "text/fold.h"
#include "newsparse/newsparse.h"

typedef struct fixture {
  nsp_config *config;
  nsp_analyzer *analyzer;
  nsp_document *document;
} fixture;

static fixture analyzed(const char *language, const char *text) {
  fixture f;
  cr_assert_eq(nsp_config_new(NULL, &f.config), NSP_OK);
  cr_assert_eq(nsp_config_set_language(f.config, language), NSP_OK);
  cr_assert_eq(nsp_analyzer_new(f.config, &f.analyzer), NSP_OK);
  cr_assert_eq(nsp_document_new(NULL, &f.document), NSP_OK);
  cr_assert_eq(nsp_analyze(f.analyzer, text, strlen(text), f.document, NULL), NSP_OK);
  return f;
}

static void done(fixture f) {
  nsp_document_free(f.document);
  nsp_analyzer_free(f.analyzer);
  nsp_config_free(f.config);
}

Test(entity, mentions_are_in_order_and_do_not_overlap) {
  fixture f =
      analyzed("en",
               "French President Emmanuel Macron and his aide, Ann Roe, met \"both sides\" in Paris. Roe, 45, a "
               "doctor at the Pasteur Institute (PI), said she was tired. \"I am,\" said the boxer.");
  const nsp_document *d = f.document;
  cr_assert_gt(d->mentions.count, 5u);
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    cr_assert_lt(m->first, m->end);
    cr_assert_leq(m->full_first, m->first);
    cr_assert_geq(m->full_end, m->end);
    cr_assert(m->head >= m->first && m->head < m->end);
    if (i) cr_assert_geq(m->first, d->mentions.items[i - 1].end);
    cr_assert_eq(nsp__mention_at(d, m->head), i);
  }
  done(f);
}

Test(entity, every_mention_points_to_an_entity_that_has_it) {
  fixture f = analyzed("en", "Susan Clark met Peter Lang. He was tired. She was not. \"I know,\" Clark said.");
  const nsp_document *d = f.document;
  for (uint32_t i = 0; i < d->mentions.count; i++) {
    const nsp__mention *m = &d->mentions.items[i];
    if (m->entity == NSP_NONE) continue;
    cr_assert_lt(m->entity, d->entities.count);
    const nsp_entity *e = &d->entities.items[m->entity];
    nsp_span span = nsp__mention_span(d, m);
    bool found = false;
    for (uint32_t k = 0; k < e->mention_count; k++) found = found || e->mentions[k].span.start == span.start;
    cr_assert(found);
  }
  done(f);
}

static uint32_t key_of(nsp__keys *keys, const char *word) {
  return nsp__name_key(keys, word, strlen(word), nsp__fold_hash(word, strlen(word)));
}

Test(entity, keys_leave_case_and_accents_out) {
  nsp__keys keys = nsp__keys_of(nsp_language_find("en"));
  cr_assert_eq(key_of(&keys, "Macron"), key_of(&keys, "MACRON"));
  cr_assert_eq(key_of(&keys, "Benes"), key_of(&keys, "Beneš"));
  nsp__keys russian = nsp__keys_of(nsp_language_find("ru"));
  cr_assert_eq(key_of(&russian, "Путин"), key_of(&russian, "Путиным"));
  cr_assert_neq(key_of(&russian, "Путин"), key_of(&russian, "Песков"));
  nsp__keys_free(&keys);
  nsp__keys_free(&russian);
}

/* Many names that share a surname must not make every one of them slow. */
Test(entity, a_thousand_namesakes_take_linear_work) {
  size_t size = 64 * 2000, used = 0;
  char *text = malloc(size);
  cr_assert_not_null(text);
  for (int i = 0; i < 2000; i++) used += (size_t)snprintf(text + used, size - used, "Xa%d Smith met Smith. ", i);
  fixture f = analyzed("en", text);
  cr_assert_gt(nsp_document_entity_count(f.document), 1000u);
  done(f);
  free(text);
}

Test(entity, any_bytes_may_come_in) {
  fixture f = analyzed(
      "en", "Mr. \xFF\xFE Sm\xC3 said \xE2\x80 that . President of of of the the The 's 's , , Ann ( ( IAEA )");
  cr_assert_not_null(f.document);
  done(f);
}

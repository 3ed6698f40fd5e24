#include <string.h>

#include "view.h"

static const struct style plain = {0}, faint = {.faint = true}, bold = {.bold = true};

/* "based_on" as "based on". */
static void show_kind(struct view *view, nsp_credit_kind kind) {
  for (const char *c = nsp_credit_kind_name(kind); *c; c++) terminal_text(&view->terminal, *c == '_' ? " " : c, 1);
}

static void show_sources(struct view *view, const nsp_credit *credit) {
  for (uint32_t i = 0; i < credit->source_count; i++) {
    if (i) terminal_puts(&view->terminal, ", ");
    view_string(view, credit->sources[i].name);
  }
}

static void detail(struct view *view, const char *label, nsp_string value) {
  if (!value.data) return;
  terminal_style(&view->terminal, faint);
  terminal_puts(&view->terminal, " · ");
  terminal_puts(&view->terminal, label);
  terminal_style(&view->terminal, plain);
  view_string(view, value);
}

/* Is the source called by its address? */
static bool names_url(const nsp_credit *credit) {
  for (uint32_t i = 0; i < credit->source_count; i++) {
    nsp_string name = credit->sources[i].name;
    if (name.data && credit->url.data && name.length == credit->url.length &&
        memcmp(name.data, credit->url.data, name.length) == 0)
      return true;
  }
  return false;
}

static void show_details(struct view *view, const nsp_credit *credit) {
  if (!names_url(credit)) detail(view, "", credit->url);
  for (uint32_t i = 0; i < credit->source_count; i++)
    if (credit->sources[i].url.data != credit->url.data) detail(view, "", credit->sources[i].url);
  detail(view, "licence ", credit->license);
  detail(view, "holder ", credit->holder);
  detail(view, "place ", credit->place);
  detail(view, "date ", credit->date);
  detail(view, "from language ", credit->language);
  if (!credit->year) return;
  terminal_style(&view->terminal, faint);
  terminal_puts(&view->terminal, " · year ");
  terminal_style(&view->terminal, plain);
  terminal_number(&view->terminal, credit->year);
  if (credit->end_year > credit->year)
    terminal_puts(&view->terminal, "–"), terminal_number(&view->terminal, credit->end_year);
}

void view_credits(struct view *view) {
  struct terminal *terminal = &view->terminal;
  for (size_t i = 0; i < nsp_document_credit_count(view->document); i++) {
    const nsp_credit *credit = nsp_document_credit(view->document, i);
    terminal_line(terminal, 2);
    terminal_hang(terminal, 6);
    terminal_style(terminal, (struct style){.color = COLOR_CREDIT});
    show_kind(view, credit->kind);
    terminal_style(terminal, plain);
    terminal_puts(terminal, credit->source_count ? ": " : "");
    terminal_style(terminal, bold);
    show_sources(view, credit);
    terminal_style(terminal, plain);
    show_details(view, credit);
    terminal_line(terminal, 6);
    terminal_style(terminal, faint);
    view_span(view, credit->span);
    if (view->options->explain) {
      terminal_line(terminal, 6);
      terminal_puts(terminal, "pattern: ");
      view_string(view, credit->reason);
      terminal_puts(terminal, ", ");
      terminal_number(terminal, (size_t)(credit->confidence * 100 + 0.5f));
      terminal_puts(terminal, " % sure");
    }
    terminal_style(terminal, plain);
  }
}

static void line(struct view *view, const char *label, nsp_string value) {
  if (!value.data) return;
  terminal_line(&view->terminal, 2);
  terminal_hang(&view->terminal, 6);
  terminal_style(&view->terminal, faint);
  terminal_puts(&view->terminal, label);
  terminal_style(&view->terminal, plain);
  view_string(view, value);
}

/* The sources of several credits, each after its kind. */
static void list(struct view *view, const char *label, nsp_ids credits) {
  if (!credits.count) return;
  terminal_line(&view->terminal, 2);
  terminal_hang(&view->terminal, 6);
  terminal_style(&view->terminal, faint);
  terminal_puts(&view->terminal, label);
  for (uint32_t i = 0; i < credits.count; i++) {
    const nsp_credit *credit = nsp_document_credit(view->document, credits.items[i]);
    if (i) terminal_puts(&view->terminal, "; ");
    terminal_style(&view->terminal, plain);
    if (credit->source_count)
      show_sources(view, credit);
    else
      view_span(view, credit->span);
    terminal_style(&view->terminal, faint);
    terminal_puts(&view->terminal, " (");
    show_kind(view, credit->kind);
    terminal_puts(&view->terminal, ")");
  }
  terminal_style(&view->terminal, plain);
}

static void list_media(struct view *view, const nsp_provenance *provenance) {
  if (!provenance->media_count) return;
  terminal_line(&view->terminal, 2);
  terminal_hang(&view->terminal, 6);
  terminal_style(&view->terminal, faint);
  terminal_puts(&view->terminal, "Media cited: ");
  for (uint32_t i = 0; i < provenance->media_count; i++) {
    terminal_style(&view->terminal, plain);
    if (i) terminal_puts(&view->terminal, ", ");
    view_string(view, provenance->media[i].name);
    if (provenance->media[i].count > 1)
      terminal_puts(&view->terminal, " ×"), terminal_number(&view->terminal, provenance->media[i].count);
  }
  terminal_style(&view->terminal, plain);
}

void view_provenance(struct view *view) {
  const nsp_provenance *provenance = nsp_document_provenance(view->document);
  if (!provenance->publisher.data && !provenance->original_url.data && !provenance->rights_holder.data &&
      !provenance->license.data && !provenance->derived_from.count && !provenance->contributors.count &&
      !provenance->agencies.count && !provenance->media_count)
    return;
  view_heading(view, "Provenance");
  line(view, "Original publisher: ", provenance->publisher);
  line(view, "Original at: ", provenance->original_url);
  list(view, "Derived from: ", provenance->derived_from);
  list(view, "Made by: ", provenance->contributors);
  list(view, "Agencies: ", provenance->agencies);
  line(view, "Rights: ", provenance->rights_holder);
  line(view, "Licence: ", provenance->license);
  line(view, "Licence at: ", provenance->license_url);
  list_media(view, provenance);
}

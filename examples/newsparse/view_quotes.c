#include <stdlib.h>
#include <string.h>

#include "view.h"

static const struct style plain = {0}, faint = {.faint = true};

unsigned view_quote_color(const struct view *view, const nsp_quote *quote) {
  return quote->speakers.count ? view->colors[quote->speakers.items[0]] : COLOR_NONE;
}

static void separate(struct terminal *terminal) {
  terminal_style(terminal, faint);
  terminal_puts(terminal, " · ");
  terminal_style(terminal, plain);
}

/* Names of the speakers; failing that, the source as it is written. */
static void show_speakers(struct view *view, const nsp_quote *quote) {
  struct terminal *terminal = &view->terminal;
  for (uint32_t i = 0; i < quote->speakers.count; i++) {
    if (i) terminal_puts(terminal, i + 1 < quote->speakers.count ? ", " : " and ");
    view_string(view, nsp_document_entity(view->document, quote->speakers.items[i])->name);
  }
  if (quote->speakers.count) return;
  if (quote->source.count)
    view_spans(view, quote->source);
  else
    terminal_puts(terminal, "speaker unknown");
}

/* Is the source written as the speaker's name is? Then it need not be shown. */
static bool says_name(const struct view *view, const nsp_quote *quote) {
  if (quote->speakers.count != 1 || quote->source.count != 1) return quote->speakers.count == 0;
  nsp_string name = nsp_document_entity(view->document, quote->speakers.items[0])->name;
  nsp_span source = quote->source.items[0];
  return name.length == source.end - source.start && memcmp(name.data, view->text + source.start, name.length) == 0;
}

static void detail(struct view *view, const char *before, nsp_spans spans, const char *after) {
  if (!spans.count) return;
  separate(&view->terminal);
  terminal_style(&view->terminal, faint);
  terminal_puts(&view->terminal, before);
  view_spans(view, spans);
  terminal_puts(&view->terminal, after);
  terminal_style(&view->terminal, plain);
}

static void show_flags(struct view *view, uint32_t flags) {
  for (uint32_t flag = 1; flag && flag <= flags; flag <<= 1) {
    const char *name = flags & flag ? nsp_quote_flag_name(flag) : NULL;
    if (!name) continue;
    separate(&view->terminal);
    terminal_style(&view->terminal, faint);
    for (const char *c = name; *c; c++) terminal_text(&view->terminal, *c == '_' ? " " : c, 1);
    terminal_style(&view->terminal, plain);
  }
}

static void show_details(struct view *view, const nsp_quote *quote) {
  detail(view, "", quote->cue, "");
  if (!says_name(view, quote)) detail(view, "as “", quote->source, "”");
  detail(view, "to ", quote->addressee, "");
  detail(view, "", quote->medium, "");
  detail(view, "by way of ", quote->relay, "");
  detail(view, "", quote->time, "");
  show_flags(view, quote->flags);
}

/* The rule, how sure it is, and what it looked at. */
static void explain(struct view *view, const nsp_quote *quote, unsigned indent) {
  struct terminal *terminal = &view->terminal;
  terminal_line(terminal, indent);
  terminal_style(terminal, faint);
  terminal_puts(terminal, nsp_quote_kind_name(quote->kind));
  terminal_puts(terminal, ", rule ");
  view_string(view, quote->reason);
  terminal_puts(terminal, ", ");
  terminal_number(terminal, (size_t)(quote->confidence * 100 + 0.5f));
  terminal_puts(terminal, " % sure");
  if (quote->evidence.count) {
    terminal_puts(terminal, "; seen: ");
    view_spans(view, quote->evidence);
  }
  terminal_style(terminal, plain);
}

void view_attribution(struct view *view, size_t index) {
  const nsp_quote *quote = nsp_document_quote(view->document, index);
  struct terminal *terminal = &view->terminal;
  unsigned color = view_quote_color(view, quote);
  terminal_style(terminal, plain);
  terminal_line(terminal, 4);
  terminal_hang(terminal, 8);
  terminal_style(terminal, (struct style){.color = color});
  terminal_superscript(terminal, index + 1);
  terminal_space(terminal);
  terminal_style(terminal, (struct style){.bold = true, .color = color});
  show_speakers(view, quote);
  terminal_style(terminal, plain);
  show_details(view, quote);
  if (view->options->explain) explain(view, quote, 8);
}

void view_quotes(struct view *view) {
  struct terminal *terminal = &view->terminal;
  for (size_t i = 0; i < nsp_document_quote_count(view->document); i++) {
    const nsp_quote *quote = nsp_document_quote(view->document, i);
    unsigned color = view_quote_color(view, quote);
    terminal_line(terminal, 0);
    terminal_style(terminal, (struct style){.bold = true, .color = color});
    show_speakers(view, quote);
    terminal_style(terminal, plain);
    terminal_puts(terminal, ": ");
    terminal_line(terminal, 2);
    terminal_style(terminal, (struct style){.color = color, .italic = !color});
    view_spans(view, quote->content);
    terminal_line(terminal, 4);
    terminal_style(terminal, faint);
    terminal_puts(terminal, nsp_quote_kind_name(quote->kind));
    terminal_style(terminal, plain);
    show_details(view, quote);
    if (view->options->explain) explain(view, quote, 4);
    terminal_line(terminal, 0);
    terminal_gap(terminal);
  }
}

/* The quotations of each entity, as chains: chain[entity] leads to the first link, a link to the next; 0 ends it. */
struct chained {
  uint32_t quote, next;
};

/* NULL when out of memory. Link 0 is not used. */
static struct chained *chain_quotes(const struct view *view, uint32_t *chain) {
  size_t quotes = nsp_document_quote_count(view->document), count = 1;
  for (size_t i = 0; i < quotes; i++) count += nsp_document_quote(view->document, i)->speakers.count;
  struct chained *links = calloc(count, sizeof *links);
  uint32_t at = 0;
  for (size_t i = quotes; links && i-- > 0;) { /* from the last, so that each chain begins with the first */
    nsp_ids speakers = nsp_document_quote(view->document, i)->speakers;
    for (uint32_t k = 0; k < speakers.count; k++) {
      links[++at] = (struct chained){(uint32_t)i, chain[speakers.items[k]]};
      chain[speakers.items[k]] = at;
    }
  }
  return links;
}

static void show_speaker(struct view *view, size_t entity, const struct chained *links, uint32_t first) {
  struct terminal *terminal = &view->terminal;
  const nsp_entity *speaker = nsp_document_entity(view->document, entity);
  terminal_line(terminal, 2);
  terminal_hang(terminal, 4);
  terminal_style(terminal, (struct style){.bold = true, .color = view->colors[entity]});
  view_string(view, speaker->name);
  terminal_style(terminal, faint);
  if (speaker->roles.count) terminal_puts(terminal, ", "), view_span(view, speaker->roles.items[0]);
  terminal_style(terminal, (struct style){.color = view->colors[entity]});
  for (uint32_t at = first; at; at = links[at].next) {
    terminal_space(terminal);
    terminal_superscript(terminal, (size_t)links[at].quote + 1);
  }
  terminal_style(terminal, plain);
}

void view_speakers(struct view *view) {
  size_t entities = nsp_document_entity_count(view->document);
  uint32_t *chain = calloc(entities + 1, sizeof *chain);
  struct chained *links = chain ? chain_quotes(view, chain) : NULL;
  bool begun = false;
  if (!links) view->terminal.failed = true;
  for (size_t i = 0; links && i < entities; i++) {
    if (!chain[i]) continue;
    if (!begun) view_heading(view, "Who speaks");
    begun = true;
    show_speaker(view, i, links, chain[i]);
  }
  free(links);
  free(chain);
}

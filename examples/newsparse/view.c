#include "view.h"

#include <stdlib.h>
#include <string.h>

static const struct style plain = {0}, faint = {.faint = true}, title = {.bold = true, .color = COLOR_TITLE};

void view_span(struct view *view, nsp_span span) {
  if (span.start <= span.end && span.end <= view->length)
    terminal_text(&view->terminal, view->text + span.start, span.end - span.start);
}

void view_spans(struct view *view, nsp_spans spans) {
  for (uint32_t i = 0; i < spans.count; i++) {
    if (i) terminal_puts(&view->terminal, " … ");
    view_span(view, spans.items[i]);
  }
}

void view_string(struct view *view, nsp_string string) {
  if (string.data) terminal_text(&view->terminal, string.data, string.length);
}

void view_heading(struct view *view, const char *text) {
  terminal_line(&view->terminal, 0);
  terminal_gap(&view->terminal);
  terminal_style(&view->terminal, title);
  terminal_puts(&view->terminal, text);
  terminal_style(&view->terminal, plain);
  terminal_line(&view->terminal, 2);
}

/* One sentence a line, as it stands, its line breaks made spaces. */
static bool write_sentences(struct view *view, struct buffer *out) {
  bool done = true;
  for (size_t i = 0; i < nsp_document_sentence_count(view->document); i++) {
    nsp_span span = nsp_document_sentence(view->document, i)->span;
    size_t start = out->length;
    done = done && buffer_append(view->text + span.start, span.end - span.start, out);
    for (size_t at = start; at < out->length; at++)
      if (out->data[at] == '\n' || out->data[at] == '\r') out->data[at] = ' ';
    done = done && buffer_append("\n", 1, out);
  }
  return done;
}

/* Colours go round among those who speak, in the order of their first words. */
static bool choose_colors(struct view *view) {
  unsigned next = 0;
  view->colors = calloc(nsp_document_entity_count(view->document) + 1, sizeof *view->colors);
  if (!view->colors) return false;
  for (size_t i = 0; i < nsp_document_quote_count(view->document); i++) {
    const nsp_quote *quote = nsp_document_quote(view->document, i);
    for (uint32_t k = 0; k < quote->speakers.count; k++) {
      unsigned *color = &view->colors[quote->speakers.items[k]];
      if (!*color) *color = 1 + next++ % SPEAKER_COLORS;
    }
  }
  return true;
}

static struct style block_style(nsp_block_kind kind) {
  switch (kind) {
    case NSP_BLOCK_HEADING: return (struct style){.bold = true};
    case NSP_BLOCK_BYLINE:
    case NSP_BLOCK_DATELINE: return faint;
    case NSP_BLOCK_CAPTION: return (struct style){.faint = true, .italic = true};
    default: return plain;
  }
}

static struct style segment_style(const struct view *view, const nsp_segment *segment) {
  const nsp_block *block = nsp_document_block(view->document, segment->block);
  struct style style = block_style(block->kind);
  if (segment->credit != NSP_NONE) style.color = COLOR_CREDIT;
  if (segment->content != NSP_NONE)
    style.color = view_quote_color(view, nsp_document_quote(view->document, segment->content));
  if (segment->content != NSP_NONE && !style.color) style.italic = true;
  if (segment->source != NSP_NONE && segment->content == NSP_NONE) {
    style.color = view_quote_color(view, nsp_document_quote(view->document, segment->source));
    style.bold = true;
  }
  return style;
}

/* The numbers of the quotations that begin where the segment does; view->numbered counts those that have theirs. */
static void show_numbers(struct view *view, const nsp_segment *segment) {
  size_t shown = 0;
  for (; view->numbered < nsp_document_quote_count(view->document); view->numbered++) {
    const nsp_quote *quote = nsp_document_quote(view->document, view->numbered);
    if (!quote->content.count) continue;
    if (quote->content.items[0].start > segment->span.start) return;
    terminal_style(&view->terminal, (struct style){.color = view_quote_color(view, quote)});
    if (shown++) terminal_puts(&view->terminal, ",");
    terminal_superscript(&view->terminal, view->numbered + 1);
  }
}

static void show_segment(struct view *view, const nsp_segment *segment) {
  show_numbers(view, segment);
  terminal_style(&view->terminal, segment_style(view, segment));
  view_span(view, segment->span);
}

static void begin_block(struct view *view, const nsp_block *block) {
  terminal_style(&view->terminal, plain);
  terminal_line(&view->terminal, 0);
  if (block->kind != NSP_BLOCK_LIST_ITEM) terminal_gap(&view->terminal);
  unsigned indent = block->kind == NSP_BLOCK_HEADING ? 0 : block->kind == NSP_BLOCK_BLOCK_QUOTE ? 4 : 2;
  terminal_line(&view->terminal, indent);
}

void view_article(struct view *view) {
  nsp_segment *segments;
  size_t count, quote = 0, quotes = nsp_document_quote_count(view->document);
  if (nsp_segments_new(view->document, NULL, &segments, &count) != NSP_OK) {
    view->terminal.failed = true;
    return;
  }
  for (size_t i = 0; i < count; i++) {
    const nsp_block *block = nsp_document_block(view->document, segments[i].block);
    if (i == 0 || segments[i].block != segments[i - 1].block) begin_block(view, block);
    show_segment(view, &segments[i]);
    if (i + 1 < count && segments[i + 1].block == segments[i].block) continue;
    for (; quote < quotes; quote++) { /* those that begin in this block */
      const nsp_quote *said = nsp_document_quote(view->document, quote);
      if (said->content.count && said->content.items[0].start >= block->span.end) break;
      view_attribution(view, quote);
    }
  }
  nsp_segments_free(segments, count, NULL);
}

static void show_parts(struct view *view) {
  switch (view->options->command) {
    case COMMAND_QUOTES: view_quotes(view); break;
    case COMMAND_CREDITS:
      view_credits(view);
      view_provenance(view);
      break;
    default:
      view_article(view);
      view_speakers(view);
      if (nsp_document_credit_count(view->document)) {
        view_heading(view, "Credits");
        view_credits(view);
      }
      view_provenance(view);
  }
}

bool view_write(struct view *view, struct buffer *out) {
  if (view->options->command == COMMAND_SENTENCES) return write_sentences(view, out);
  if (!choose_colors(view)) return false;
  terminal_init(&view->terminal, view->options, out);
  if (view->title) {
    if (view->number > 1) terminal_puts(&view->terminal, "\n");
    terminal_style(&view->terminal, faint);
    terminal_puts(&view->terminal, "==> ");
    terminal_puts(&view->terminal, view->title);
    terminal_puts(&view->terminal, " <==");
    terminal_style(&view->terminal, plain);
  }
  show_parts(view);
  free(view->colors);
  return terminal_finish(&view->terminal);
}

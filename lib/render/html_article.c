/* The page's article: blocks, with segments for quotations, sources and credits, and notes in the margin. */
#include "newsparse/segment.h"
#include "render/html.h"

static const char *tag_of(nsp_block_kind kind, bool first) {
  switch (kind) {
    case NSP_BLOCK_HEADING: return first ? "h1" : "h2";
    case NSP_BLOCK_BLOCK_QUOTE: return "blockquote";
    default: return "p";
  }
}

static void begin_block(nsp__rendering *rendering, const nsp_block *block, bool first) {
  nsp__output *output = rendering->output;
  nsp__puts(output, "<div class=\"row\"><");
  nsp__puts(output, tag_of(block->kind, first));
  nsp__puts(output, " class=\"");
  nsp__puts(output, nsp_block_kind_name(block->kind));
  nsp__puts(output, "\" dir=\"auto\">");
}

static void note(nsp__rendering *rendering, size_t index) {
  nsp__output *output = rendering->output;
  const nsp_quote *quote = nsp_document_quote(rendering->document, index);
  nsp__puts(output, "<span class=\"note");
  nsp__html_color(rendering, quote);
  nsp__puts(output, "\" data-quote=\"");
  nsp__put_number(output, index + 1);
  nsp__puts(output, "\"><b><sup>");
  nsp__put_number(output, index + 1);
  nsp__puts(output, "</sup> ");
  nsp__html_speakers(rendering, quote);
  nsp__puts(output, "</b> ");
  nsp__html_details(rendering, quote);
  nsp__puts(output, "</span>\n");
}

/* The notes of the quotations that begin in the block; *quote is the first that has had none. */
static void end_block(nsp__rendering *rendering, const nsp_block *block, bool first, size_t *quote) {
  nsp__output *output = rendering->output;
  size_t count = nsp_document_quote_count(rendering->document);
  nsp__puts(output, "</");
  nsp__puts(output, tag_of(block->kind, first));
  nsp__puts(output, "><div class=\"notes\">");
  for (; *quote < count; ++*quote) {
    nsp_spans content = nsp_document_quote(rendering->document, *quote)->content;
    if (content.count && content.items[0].start >= block->span.end) break;
    note(rendering, *quote);
  }
  nsp__puts(output, "</div></div>\n");
}

/* The speakers' numbers, for the script. */
static void speaker_data(nsp__rendering *rendering, const nsp_quote *quote) {
  nsp__puts(rendering->output, " data-by=\"");
  for (uint32_t i = 0; i < quote->speakers.count; i++) {
    if (i) nsp__put_char(rendering->output, ' ');
    nsp__put_number(rendering->output, quote->speakers.items[i]);
  }
  nsp__put_char(rendering->output, '"');
}

/* Numbers, to be linked to, of the quotations that begin where the segment does; *numbered counts those that have
 * theirs. */
static void numbers(nsp__rendering *rendering, const nsp_segment *segment, size_t *numbered) {
  nsp__output *output = rendering->output;
  for (; *numbered < nsp_document_quote_count(rendering->document); ++*numbered) {
    const nsp_quote *quote = nsp_document_quote(rendering->document, *numbered);
    if (quote->content.count && quote->content.items[0].start > segment->span.start) return;
    nsp__puts(output, "<sup class=\"number");
    nsp__html_color(rendering, quote);
    nsp__puts(output, "\" id=\"q");
    nsp__put_number(output, *numbered + 1);
    nsp__puts(output, "\">");
    nsp__put_number(output, *numbered + 1);
    nsp__puts(output, "</sup>");
  }
}

static void begin_content(nsp__rendering *rendering, const nsp_segment *segment) {
  nsp__output *output = rendering->output;
  const nsp_quote *quote = nsp_document_quote(rendering->document, segment->content);
  nsp__puts(output, "<span class=\"quote ");
  nsp__puts(output, nsp_quote_kind_name(quote->kind));
  nsp__html_color(rendering, quote);
  nsp__puts(output, "\"");
  speaker_data(rendering, quote);
  nsp__puts(output, " title=\"");
  nsp__html_speakers(rendering, quote);
  nsp__puts(output, "\">");
}

static void show_segment(nsp__rendering *rendering, const nsp_segment *segment) {
  nsp__output *output = rendering->output;
  bool content = segment->content != NSP_NONE, source = segment->source != NSP_NONE, cue = segment->cue != NSP_NONE;
  if (segment->credit != NSP_NONE) nsp__puts(output, "<span class=\"credit\">");
  if (content) begin_content(rendering, segment);
  if (source) {
    nsp__puts(output, "<span class=\"source");
    nsp__html_color(rendering, nsp_document_quote(rendering->document, segment->source));
    nsp__puts(output, "\">");
  }
  if (cue && !source) nsp__puts(output, "<span class=\"cue\">");
  nsp__html_span(rendering, segment->span);
  for (int open = (segment->credit != NSP_NONE) + content + (source || cue); open > 0; open--)
    nsp__puts(output, "</span>");
}

bool nsp__html_article(nsp__rendering *rendering) {
  nsp_segment *segments;
  size_t count, quote = 0, numbered = 0;
  if (nsp_segments_new(rendering->document, &rendering->allocator, &segments, &count) != NSP_OK) return false;
  nsp__puts(rendering->output, "<main>\n<article>\n");
  for (size_t i = 0; i < count; i++) {
    const nsp_block *block = nsp_document_block(rendering->document, segments[i].block);
    bool first = segments[i].block == 0;
    if (i == 0 || segments[i].block != segments[i - 1].block) begin_block(rendering, block, first);
    numbers(rendering, &segments[i], &numbered);
    show_segment(rendering, &segments[i]);
    if (i + 1 == count || segments[i + 1].block != segments[i].block) end_block(rendering, block, first, &quote);
  }
  nsp__puts(rendering->output, "</article>\n</main>\n");
  nsp_segments_free(segments, count, &rendering->allocator);
  return true;
}

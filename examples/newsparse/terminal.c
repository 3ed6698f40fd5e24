#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

enum { USUAL_WIDTH = 80, WIDEST = 100, NARROWEST = 20 };

static unsigned find_width(void) {
  const char *columns = getenv("COLUMNS");
  struct winsize size;
  unsigned width = columns ? (unsigned)strtoul(columns, NULL, 10) : 0;
  if (!width && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (!width) width = USUAL_WIDTH;
  return width > WIDEST ? WIDEST : width < NARROWEST ? NARROWEST : width;
}

static bool use_colors(const struct options *options) {
  if (options->color != COLOR_AUTO) return options->color == COLOR_ALWAYS;
  const char *no_color = getenv("NO_COLOR"), *kind = getenv("TERM");
  return isatty(STDOUT_FILENO) && !(no_color && *no_color) && kind && strcmp(kind, "dumb") != 0;
}

void terminal_init(struct terminal *terminal, const struct options *options, struct buffer *out) {
  *terminal = (struct terminal){.out = out, .colors = use_colors(options), .width = find_width()};
}

static void put(struct terminal *terminal, struct buffer *buffer, const char *data, size_t length) {
  if (!buffer_append(data, length, buffer)) terminal->failed = true;
}

static bool same(struct style a, struct style b) {
  return a.bold == b.bold && a.faint == b.faint && a.italic == b.italic && a.color == b.color;
}

/* Sets the terminal to a style. */
static void show_style(struct terminal *terminal, struct style style) {
  /* The speakers' colours, then credits and titles: to be told apart on dark and on light ground. */
  static const char *const codes[] = {"", ";36", ";32", ";35", ";33", ";94", ";91", ";2;3", ";1"};
  if (!terminal->colors || same(terminal->shown, style)) return;
  char sequence[32];
  int size = snprintf(sequence, sizeof sequence, "\033[0%s%s%s%sm", style.bold ? ";1" : "", style.faint ? ";2" : "",
                      style.italic ? ";3" : "", codes[style.color]);
  put(terminal, terminal->out, sequence, (size_t)size);
  terminal->shown = style;
}

static void new_line(struct terminal *terminal) {
  show_style(terminal, (struct style){0});
  put(terminal, terminal->out, "\n", 1);
  terminal->column = 0;
  terminal->indent = terminal->hang;
  terminal->space = false;
}

static void fill(struct terminal *terminal, unsigned column) {
  for (; terminal->column < column; terminal->column++) put(terminal, terminal->out, " ", 1);
}

/* Sends the word that was put together, on this line or the next. */
static void end_word(struct terminal *terminal) {
  if (!terminal->word.length) return;
  unsigned gap = terminal->space && terminal->column > terminal->indent;
  if (terminal->column > terminal->indent && terminal->column + gap + terminal->word_width > terminal->width) {
    new_line(terminal);
    gap = 0;
  }
  fill(terminal, terminal->indent);
  const struct piece *pieces = (const struct piece *)terminal->pieces.data;
  size_t start = 0;
  for (size_t i = 0; i < terminal->pieces.length / sizeof *pieces; i++) {
    if (i == 0 && gap && !same(terminal->shown, pieces[0].style)) fill(terminal, terminal->column + 1), gap = 0;
    show_style(terminal, pieces[i].style);
    if (gap) fill(terminal, terminal->column + 1), gap = 0;
    put(terminal, terminal->out, terminal->word.data + start, pieces[i].end - start);
    start = pieces[i].end;
  }
  terminal->column += terminal->word_width;
  terminal->word.length = terminal->pieces.length = 0;
  terminal->word_width = 0;
  terminal->space = false;
}

/* Adds a character that takes `width` columns to the word. */
static void add(struct terminal *terminal, const char *data, size_t length, unsigned width) {
  unsigned indent = terminal->indent > terminal->hang ? terminal->indent : terminal->hang;
  if (terminal->word_width + width > terminal->width - indent) end_word(terminal); /* longer than a line */
  put(terminal, &terminal->word, data, length);
  terminal->word_width += width;
  size_t count = terminal->pieces.length / sizeof(struct piece);
  struct piece *last = count ? (struct piece *)terminal->pieces.data + count - 1 : NULL;
  if (last && same(last->style, terminal->wanted)) {
    last->end = terminal->word.length;
    return;
  }
  struct piece piece = {terminal->word.length, terminal->wanted};
  put(terminal, &terminal->pieces, (const char *)&piece, sizeof piece);
}

void terminal_style(struct terminal *terminal, struct style style) { terminal->wanted = style; }

/* Between wide characters a line may break, but not before what closes. */
static bool breaks_before(utf8proc_int32_t c, unsigned width) {
  utf8proc_category_t category = utf8proc_category(c);
  return width == 2 && category != UTF8PROC_CATEGORY_PE && category != UTF8PROC_CATEGORY_PF &&
         category != UTF8PROC_CATEGORY_PO;
}

static void add_character(struct terminal *terminal, const char *text, size_t length, utf8proc_int32_t c) {
  utf8proc_category_t category = c < 0 ? UTF8PROC_CATEGORY_CC : utf8proc_category(c);
  bool steers = category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CS || (c >= 0x202A && c <= 0x202E) ||
                (c >= 0x2066 && c <= 0x2069);
  if (steers) {
    add(terminal, "\xEF\xBF\xBD", 3, 1);
    return;
  }
  int width = utf8proc_charwidth(c);
  if (breaks_before(c, (unsigned)width)) end_word(terminal);
  add(terminal, text, length, width > 0 ? (unsigned)width : 0);
}

void terminal_text(struct terminal *terminal, const char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    utf8proc_int32_t c;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at), &c);
    if (size <= 0) size = 1, c = -1;
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x2028 || c == 0x2029) {
      end_word(terminal);
      terminal->space = true;
    } else {
      add_character(terminal, text + at, (size_t)size, c);
    }
    at += (size_t)size;
  }
}

void terminal_puts(struct terminal *terminal, const char *text) { terminal_text(terminal, text, strlen(text)); }

void terminal_number(struct terminal *terminal, size_t number) {
  char digits[24];
  snprintf(digits, sizeof digits, "%zu", number);
  terminal_puts(terminal, digits);
}

void terminal_superscript(struct terminal *terminal, size_t number) {
  static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  char digits[24];
  snprintf(digits, sizeof digits, "%zu", number);
  for (const char *digit = digits; *digit; digit++) terminal_puts(terminal, raised[*digit - '0']);
}

void terminal_space(struct terminal *terminal) { terminal_text(terminal, " ", 1); }

void terminal_line(struct terminal *terminal, unsigned indent) {
  end_word(terminal);
  if (terminal->column) new_line(terminal);
  terminal->indent = terminal->hang = indent;
  terminal->space = false;
}

void terminal_hang(struct terminal *terminal, unsigned indent) { terminal->hang = indent; }

void terminal_gap(struct terminal *terminal) {
  terminal_line(terminal, terminal->hang);
  if (terminal->out->length) new_line(terminal);
}

bool terminal_finish(struct terminal *terminal) {
  terminal_line(terminal, 0);
  buffer_free(&terminal->word);
  buffer_free(&terminal->pieces);
  return !terminal->failed;
}
